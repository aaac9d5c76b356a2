import { politique } from '../../../machines/decisions.ts';
import type { Source } from '../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';

/** How the value of a setting is told: days, months, e-mails separated by commas, the address of a page, a line of text, or yes or no. */
type GenreReglage = 'jours' | 'mois' | 'courriels' | 'web' | 'texte' | 'choix';

/** One thing that the service is set to. */
export interface Reglage {
  cle: string;
  famille: 'delais' | 'adresses' | 'courriels' | 'conservation';
  libelle: string;
  aide: string;
  genre: GenreReglage;
  /** What rules where nothing was set; null for nothing. */
  defaut: number | string | null;
  /** Where the text speaks of it; null where it does not. */
  source: Source | null;
}

/** The key of the e-mail of an éditeur. */
export function cleEditeur(editeurId: string): string {
  return `editeur.${editeurId}`;
}

const NOTRE =
  'Ce qu’un acte prend d’habitude, et après quoi il est en retard. Ces jours sont les nôtres, le texte n’en écrit aucun (A12) : ils avertissent et ne promettent rien.';

const delais: readonly Reglage[] = (Object.keys(acteurs) as Acteur[]).map((acteur) => ({
  cle: `delai.${acteur}`,
  famille: 'delais',
  libelle: acteurs[acteur],
  aide: NOTRE,
  genre: 'jours',
  defaut: politique.delaisJours[acteur],
  source: 'A12',
}));

/** A15 — the text’s own addresses are old: none rules before somebody sets one. */
const adresses: readonly Reglage[] = [
  {
    cle: 'ans.courriel',
    libelle: 'ANS, service client',
    source: '§5 étape 4',
    aide: 'Où s’envoie le formulaire 413. Le texte cite une adresse en asipsante.fr, ancienne (A15).',
    genre: 'courriels',
  },
  {
    cle: 'ans.cartes',
    libelle: 'ANS, contrats et cartes',
    source: '§4.1',
    aide: 'Où s’envoient le contrat de structure et les formulaires 101, 301 et 502.',
    genre: 'courriels',
  },
  {
    cle: 'ans.portail',
    libelle: 'Portail de commande des certificats',
    source: '§6',
    aide: 'Où l’administrateur technique commande les certificats, avec sa carte.',
    genre: 'web',
  },
  {
    cle: 'ans.documentation',
    libelle: 'Documentation des intégrateurs',
    source: '§6',
    aide: 'Comment générer la demande et installer le certificat.',
    genre: 'web',
  },
  {
    cle: 'service.courriel',
    libelle: 'Votre service',
    source: 'A15',
    aide: 'Où l’on vous répond : elle signe les courriels.',
    genre: 'courriels',
  },
].map((one) => ({ ...one, famille: 'adresses', defaut: null }) as Reglage);

/** What is erased when its time has come, by its setting. */
export const durees = {
  dossiers: 'conservation.dossiers',
  notes: 'conservation.notes',
  comptes: 'conservation.comptes',
} as const;

/** Nothing is erased before somebody sets a time: what goes does not come back, and only the establishment knows its obligations. */
const conservation: readonly Reglage[] = [
  {
    cle: durees.dossiers,
    libelle: 'Personnes nommées dans les dossiers terminés',
    aide: 'Comptés depuis le dernier acte d’un dossier clos ou abandonné, dont aucun certificat ne vit : ce qui nomme des personnes est effacé, le reste demeure.',
    genre: 'mois',
  },
  {
    cle: durees.notes,
    libelle: 'Notes internes, relances faites, brouillons, courriels à classer',
    aide: 'Comptés depuis qu’ils ont été écrits, faits ou reçus : ils sont effacés.',
    genre: 'mois',
  },
  {
    cle: durees.comptes,
    libelle: 'Comptes fermés',
    aide: 'Comptés depuis le dernier acte sur le compte : le nom, le courriel et le mot de passe sont effacés.',
    genre: 'mois',
  },
  {
    cle: 'donnees.responsable',
    libelle: 'Responsable du traitement',
    aide: 'L’établissement qui répond de ce service : la page « Données personnelles » le nomme.',
    genre: 'texte',
  },
  {
    cle: 'donnees.contact',
    libelle: 'Délégué à la protection des données',
    aide: 'Où chacun exerce ses droits : la page « Données personnelles » le dit.',
    genre: 'courriels',
  },
].map((one) => ({ ...one, famille: 'conservation', defaut: null, source: null }) as Reglage);

/** What leaves by itself. */
const courriels: readonly Reglage[] = [
  {
    cle: 'relances.automatiques',
    famille: 'courriels',
    libelle: 'Relances automatiques',
    aide: 'À J+7 et J+15 d’un retard, 90, 60, 30 et 7 jours avant une fin, à l’adresse que le dossier connaît : les jours ouvrés, de 8 h à 18 h, un courriel par destinataire et par jour. Ensuite, à une personne de reprendre.',
    genre: 'choix',
    defaut: 'non',
    source: 'A12',
  },
];

const fixes = new Map([...delais, ...adresses, ...courriels, ...conservation].map((one) => [one.cle, one]));

/** The settings that are always there, in the order of their page. */
export function reglagesFixes(): Reglage[] {
  return [...fixes.values()];
}

/** The setting of that key that is always there; null for none. */
export function reglageFixe(cle: string): Reglage | null {
  return fixes.get(cle) ?? null;
}

/** The setting of the e-mail of an éditeur. */
export function reglageEditeur({ id, nom }: { id: string; nom: string }): Reglage {
  return {
    cle: cleEditeur(id),
    famille: 'adresses',
    libelle: `${nom}, éditeur`,
    genre: 'courriels',
    defaut: null,
    aide: 'Où l’on relance cet éditeur.',
    source: '§5',
  };
}
