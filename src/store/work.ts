import type { ProjectionStore } from './projection.ts';
import type { RecordedLine } from './store.ts';

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

/** What is filtered, counted and sorted of a dossier; days are YYYY-MM-DD. */
interface Chiffres {
  procedure: string;
  statut: string;
  /** Of what is most urgent, as the next three, null when nothing is awaited: its place in the order of French names. */
  etape: number | null;
  acteur: number | null;
  depuis: string | null;
  limite: string | null;
  limiteEtablissement: string | null;
  limiteAns: string | null;
  limiteEditeur: string | null;
  /** The last day of the first certificate that is to be renewed. */
  renouvellement: string | null;
  /** The day on which the ANS returned the form that is being corrected. */
  retour: string | null;
  restant: number | null;
  departement: string | null;
  groupement: number | null;
}

/** What is awaited of somebody for a dossier: since when, and until when it is usual (both YYYY-MM-DD); null while it waits for somebody else. */
export interface Attente {
  etape: string;
  libelle: string;
  acteur: string;
  depuis: string;
  limite: string | null;
  /** The id of the certificate whose step it is; null for the dossier itself. */
  certificat: string | null;
  /** The types of the facts that it would take now. */
  faits: readonly string[];
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
  /** The most urgent first. */
  attentes: readonly Attente[];
}

/** One dossier of the worklist, but who has taken it; `tri` is its name as it is sorted, `texte` is searched. */
export interface Ligne extends Chiffres, Fiche {
  numero: number;
  tri: string;
  texte: string;
  /** The types of the facts that it, or its certificates, would take now. */
  possibles: readonly string[];
}

/** What the worklist is made with. */
export interface LigneStore extends ProjectionStore<Ligne> {
  lire(numeros: readonly number[]): Promise<DossierLu[]>;
  /** Every line of a dossier and of its certificates, oldest first; their texts where they name persons, or correct others. */
  lignesNommant(numero: number): Promise<RecordedLine[]>;
}

/** The tabs of the worklist. */
export type Onglet =
  | 'miennes'
  | 'libres'
  | 'etablissement'
  | 'ans'
  | 'editeur'
  | 'retard'
  | 'retours'
  | 'renouvellements'
  | 'tous';

export type Tri = 'limite' | 'nom' | 'etape' | 'acteur' | 'depuis' | 'restant';

/** What narrows the list. */
export interface WorkFilters {
  procedure?: string | undefined;
  statut?: string | undefined;
  /** What is awaited, and of whom: one of what a dossier awaits is enough. */
  etape?: string | undefined;
  acteur?: string | undefined;
  departement?: string | undefined;
  /** An id. */
  groupement?: string | undefined;
  /** A part of a name. */
  groupementNomme?: string | undefined;
  sansGroupement?: true | undefined;
  delegueA?: { editeurId: string; jour: string } | undefined;
  /** The id of an account; empty for nobody. */
  affecte?: string | undefined;
  /** Due on that day (YYYY-MM-DD) or before. */
  limiteAvant?: string | undefined;
  /** Words without accents nor capitals, every one of which is there; of more than a letter, or begins a word that is. */
  mots?: readonly string[] | undefined;
}

/** Who asks (the id of an account), on which day (YYYY-MM-DD), for what. */
export interface WorkAsked {
  moi: string;
  jour: string;
  filtres: WorkFilters;
}

/** One tab, in some order. */
export interface WorkOrder extends WorkAsked {
  onglet: Onglet;
  tri: Tri;
  descendant: boolean;
}

/** A part of it. */
export interface WorkQuery extends WorkOrder {
  limite: number;
  decalage: number;
  /** How many answer, where it is known: few are sorted, many are walked in their order. */
  attendus?: number;
}

/** One dossier of the list, as it is shown. */
export interface LigneLue extends Fiche, Pick<Chiffres, 'procedure' | 'statut' | 'restant' | 'departement'> {
  groupementId: string | null;
  /** The id of an account. */
  affecteA: string | null;
}

/** What a dossier awaits, as it is kept beside the list. */
export interface Attentes {
  retour: string | null;
  /** The most urgent first. */
  attentes: readonly Attente[];
}

/** Where a dossier stands in a list, from 0 and counted to 2,000 (where it stood, when it has left it), and those before and after it, by their ids. */
export interface PlaceDansListe {
  rang: number;
  /** How many the list has; when `plafonne`, at least as many. */
  total: number;
  plafonne: boolean;
  avant: string | null;
  apres: string | null;
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

/** How many dossiers await a step, themselves or by a certificate. */
export interface EtapeAttendue {
  etape: string;
  effectif: number;
}

/** How many dossiers that await something somebody has, and how many of them are late; `compteId` null for nobody. */
export interface Charge {
  compteId: string | null;
  dossiers: number;
  enRetard: number;
}

/** The worklist, and what the desk keeps of its own. */
export interface WorkStore {
  readonly projection: LigneStore;
  lister(query: WorkQuery): Promise<LigneLue[]>;
  /** What dossiers await, by their ids. */
  attentes(ids: readonly string[]): Promise<ReadonlyMap<string, Attentes>>;
  compter(asked: WorkAsked): Promise<Comptes>;
  /** Where the dossier `id` stands in a list; one that is not in it, as if it still stood at `sinon`; null without such a place. */
  situer(query: WorkOrder, id: string, sinon: number | null): Promise<PlaceDansListe | null>;
  /** What is awaited of all, or of the dossiers of a procedure, or of a groupement. */
  attendues(parmi: { procedure: string | null; groupement: string | null }): Promise<EtapeAttendue[]>;
  /** Who has how many on the day `jour` (YYYY-MM-DD), the most loaded first. */
  charges(jour: string): Promise<Charge[]>;
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
