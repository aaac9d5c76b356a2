/** How far the worklist has come: all the journal up to `rang`; on its first making, all rows up to `construit`, then null. */
export interface Avancement {
  /** Of what it is made by: another one makes it again. */
  empreinte: string;
  rang: number;
  construit: number | null;
  /** How many dossiers there were when it was begun. */
  total: number;
}

/** A dossier as its line is made from it. */
export interface DossierLu {
  numero: number;
  id: string;
  version: number;
  statut: string;
  procedure: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  /** JSON text. */
  fiche: string;
  vue: string;
  groupement: number | null;
  groupementNom: string | null;
  /** What its line says of persons; null when it has none yet. */
  personnes: string | null;
}

/** What is filtered, counted and sorted of a dossier: ranks and masks whose meaning the print names, days since 1970. */
export interface Chiffres {
  procedure: number;
  statut: number;
  /** Of what is most urgent, as the next three; null when nothing is awaited. */
  etape: number | null;
  acteur: number | null;
  depuis: number | null;
  limite: number | null;
  limiteEtablissement: number | null;
  limiteAns: number | null;
  limiteEditeur: number | null;
  /** The last day of the first certificate that is to be renewed. */
  renouvellement: number | null;
  restant: number | null;
  etapes: number;
  acteurs: number;
  departement: string | null;
  groupement: number | null;
}

/** What is shown of it. */
interface Fiche {
  id: string;
  version: number;
  denomination: string;
  siret: string | null;
  finess: string | null;
  commune: string | null;
  groupementNom: string | null;
  personnes: string;
  /** JSON text, the most urgent first. */
  attentes: string;
}

/** One dossier of the worklist, but who has taken it; `tri` is its name as it is sorted, `texte` is searched. */
export interface Ligne extends Chiffres, Fiche {
  numero: number;
  tri: string;
  texte: string;
}

/** Which dossiers some lines of the journal touch; of those in `nommes` they name persons. */
export interface Touches {
  numeros: number[];
  nommes: ReadonlySet<number>;
  jusqua: number;
}

/** What the worklist is made with: nothing in it is lost that cannot be made again. */
export interface ProjectionStore {
  avancement(): Promise<Avancement | null>;
  /** The last rank of the journal. */
  fin(): Promise<number>;
  /** How many dossiers there are, up to a number or in all. */
  nombre(jusqua: number | null): Promise<number>;
  /** The numbers of the dossiers after one of them. */
  dossiersApres(numero: number, limite: number): Promise<number[]>;
  /** What the lines after a rank are about. */
  touches(rang: number, limite: number): Promise<Touches>;
  lire(numeros: readonly number[]): Promise<DossierLu[]>;
  /** What was typed of persons in all that was told of a dossier and of its certificates: JSON texts. */
  saisiesNommant(numero: number): Promise<string[]>;
  /** Writes lines, and how far that comes, together. */
  ecrire(lignes: readonly Ligne[], avancement: Avancement): Promise<void>;
}

/** The tabs of the worklist. */
export type Onglet = 'miennes' | 'libres' | 'etablissement' | 'ans' | 'editeur' | 'retard' | 'renouvellements' | 'tous';

export type Tri = 'limite' | 'nom' | 'etape' | 'acteur' | 'depuis' | 'restant';

/** What narrows the list, as in `Chiffres`. */
export interface WorkFilters {
  procedure?: number;
  statut?: number;
  /** These two are masks: one bit in common is enough. */
  etapes?: number;
  acteurs?: number;
  departement?: string;
  /** An id. */
  groupement?: string;
  /** A part of a name. */
  groupementNomme?: string;
  delegueA?: { editeurId: string; jour: string };
  /** The id of an account; empty for nobody. */
  affecte?: string;
  /** Due on that day (since 1970) or before. */
  limiteAvant?: number;
  /** As FTS5 reads it. */
  texte?: string;
}

/** Who asks (the id of an account), on which day (since 1970), for what. */
export interface WorkAsked {
  moi: string;
  jour: number;
  filtres: WorkFilters;
}

/** A part of one tab, in some order. */
export interface WorkQuery extends WorkAsked {
  onglet: Onglet;
  tri: Tri;
  descendant: boolean;
  limite: number;
  decalage: number;
  /** How many answer, where it is known: few are sorted, many are walked in their order. */
  attendus?: number;
}

/** One dossier of the list, as it is shown; `procedure` and `statut` are ranks. */
export interface LigneLue extends Fiche, Pick<Chiffres, 'procedure' | 'statut' | 'restant' | 'departement'> {
  groupementId: string | null;
  /** The id of an account. */
  affecteA: string | null;
}

/** How many dossiers each tab has; when `plafonne`, at least as many. */
export interface Comptes {
  nombres: Readonly<Record<Onglet, number>>;
  plafonne: boolean;
}

/** Who took a dossier when, or left it (`compteId` null). */
export interface Affectation {
  compteId: string | null;
  /** ISO instant. */
  le: string;
  par: string;
}

/** A way to look at the worklist under a name: its author’s own, or everybody’s. */
export interface VueEnregistree {
  id: string;
  nom: string;
  /** A query string. */
  requete: string;
  partagee: boolean;
  /** The id of an account. */
  auteur: string;
  /** ISO instant. */
  creeeLe: string;
}

/** The worklist, and what the desk keeps of its own. */
export interface WorkStore {
  readonly projection: ProjectionStore;
  lister(query: WorkQuery): Promise<LigneLue[]>;
  compter(asked: WorkAsked): Promise<Comptes>;
  /** Gives dossiers to an account, or to nobody, durably; gives the ids of those that are there. */
  affecter(ids: readonly string[], affectation: Affectation): Promise<string[]>;
  /** Who had a dossier, oldest first. */
  affectations(id: string): Promise<Affectation[]>;
  /** One’s own and everybody’s, by name. */
  vues(compteId: string): Promise<VueEnregistree[]>;
  /** False when its name is taken. */
  ajouterVue(vue: VueEnregistree): Promise<boolean>;
  /** False when it is not there. */
  retirerVue(id: string): Promise<boolean>;
}
