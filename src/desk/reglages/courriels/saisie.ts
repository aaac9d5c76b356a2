import { z } from 'zod';
import { choix, texteLibre } from '../../../../machines/formulaires/champs.ts';
import { longText } from '../../long-text.ts';

/** To whom a mail goes: addresses of the settings, of the dossier’s forms, or one that is typed. */
export const destinataires = {
  ans: 'ANS',
  cartes: 'ANS, contrats et cartes',
  editeur: 'Éditeur',
  representantLegal: 'Représentant légal',
  mandataire: 'Mandataire',
  administrateurTechnique: 'Administrateur technique',
  dsi: 'DSI du groupement',
  autre: 'Autre',
} as const;
export type Destinataire = keyof typeof destinataires;

const known = (text: string, context: z.RefinementCtx<string>) => {
  const message = faultOf(text);
  if (message) context.addIssue({ code: 'custom', message });
};

const Corps = longText(5_000).superRefine(known).meta({ title: 'Corps' });

/** A canned mail as it is written; `version` is the one that was read, 0 for a new mail. */
export const ModeleEcrit = z.strictObject({
  nom: texteLibre('Nom', 100),
  destinataire: choix('Destinataire', destinataires),
  objet: texteLibre('Objet', 200).superRefine(known),
  corps: Corps,
  version: z.coerce.number().int().min(0).default(0).meta({ title: 'Version lue' }),
});

/** What a canned mail may be filled with, and what each is; anything else between braces is refused. */
export const variables = {
  denomination: 'Nom de l’établissement',
  siret: 'Son SIRET',
  finess: 'Son FINESS',
  commune: 'Sa commune',
  procedure: 'Le parcours suivi',
  reference: 'L’identifiant du dossier',
  etape: 'L’étape attendue',
  acteur: 'Qui doit agir',
  depuis: 'Le jour depuis lequel l’étape attend',
  jours: 'Le nombre de jours d’attente',
  source: 'Le § de la procédure',
  manque: 'Ce qui est attendu, ligne à ligne',
  echeances: 'Ce qui va prendre fin, ligne à ligne',
  certificats: 'Les certificats en cours, ligne à ligne',
  retour: 'Pourquoi l’ANS a retourné le formulaire 413, ligne à ligne',
  lien: 'L’adresse du dossier dans la console',
  date: 'Le jour de l’envoi',
  signataire: 'Votre nom',
  service: 'Le courriel de votre service',
  ans: 'Le courriel de l’ANS',
  portail: 'Le portail de commande',
} as const;
type Variable = keyof typeof variables;

/** What a variable holds for one dossier; null where it has nothing to say. */
export type Contenus = Readonly<Record<Variable, string | null>>;

const ENTRE_ACCOLADES = /\{([^{}]*)\}/g;

/** What is wrong with the braces of a text, in French; null when nothing is. */
function faultOf(texte: string): string | null {
  const unknown = [...texte.matchAll(ENTRE_ACCOLADES)].map(([, name = '']) => name).filter((name) => !isVariable(name));
  const list = Object.keys(variables)
    .map((name) => `{${name}}`)
    .join(', ');
  if (unknown.length > 0)
    return `${unknown.map((name) => `{${name}}`).join(', ')} n’existe pas : prenez parmi ${list}.`;
  const isOpen = /[{}]/.test(texte.replace(ENTRE_ACCOLADES, ''));
  return isOpen ? `Une accolade est seule : écrivez {nom}, parmi ${list}.` : null;
}

/** The text with its variables filled; what is missing says what is to be written there. */
export function fill(texte: string, contenus: Contenus): string {
  return texte.replace(ENTRE_ACCOLADES, (whole, name: string) =>
    isVariable(name) ? (contenus[name] ?? `[à compléter : ${variables[name]}]`) : whole,
  );
}

/** The variables of a text that have nothing to say. */
export function missingIn(texte: string, contenus: Contenus): Variable[] {
  const used = [...texte.matchAll(ENTRE_ACCOLADES)].map(([, name = '']) => name);
  return [...new Set(used)].filter(isVariable).filter((name) => contenus[name] === null);
}

function isVariable(name: string): name is Variable {
  return Object.hasOwn(variables, name);
}
