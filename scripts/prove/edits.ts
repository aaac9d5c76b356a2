/** One sentence of the procedure said otherwise: a text of a file under `machines/`, and what it becomes. */
export interface Edit {
  nom: string;
  fichier: string;
  avant: string;
  apres: string;
}

/** Mistakes that a hand could make where no transition changes: each must be refuted by a claim, and each makes a certificate stale. */
export const edits: Edit[] = [
  {
    nom: 'SIGN pour les médecins',
    fichier: 'decisions.ts',
    avant: "medecin: ['AUTH']",
    apres: "medecin: ['AUTH', 'SIGN']",
  },
  { nom: 'ORG parmi les offres', fichier: 'decisions.ts', avant: "offres: ['PRO']", apres: "offres: ['PRO', 'ORG']" },
  {
    nom: 'CPF pour un employé',
    fichier: 'decisions.ts',
    avant: "cartesEmploye: ['CPS', 'CPE']",
    apres: "cartesEmploye: ['CPS', 'CPE', 'CPF']",
  },
  {
    nom: 'toute carte en cours de validité',
    fichier: 'etablissement/guards.ts',
    avant: 'return carte === null || isDayBefore(date, carte.fin);',
    apres: "return carte === null || isDayBefore(date, carte.fin) || date !== '';",
  },
  {
    nom: 'la partie 4 gardée comme partie 1',
    fichier: 'etablissement/regions/formulaire-413.ts',
    avant: 'partie4: event.empreinte',
    apres: 'partie1: event.empreinte',
  },
  {
    nom: 'la carte de l’AT gardée comme celle du mandataire',
    fichier: 'etablissement/setup.ts',
    avant: 'return { administrateurs, habilites',
    apres: 'return { carteMandataire: administrateurs[0]?.carte ?? null, habilites',
  },
  { nom: 'trente ans de validité', fichier: 'decisions.ts', avant: 'validiteAnnees: 3', apres: 'validiteAnnees: 30' },
  {
    nom: 'six jours de préavis',
    fichier: 'decisions.ts',
    avant: 'preavisRenouvellementJours: 60',
    apres: 'preavisRenouvellementJours: 6',
  },
  {
    nom: 'un AT parti dit disponible',
    fichier: 'etablissement/procedure.ts',
    avant: "type: 'administrateurTechnique.indisponible'",
    apres: "type: 'administrateurTechnique.disponible'",
  },
  {
    nom: 'toute commande en AUTH',
    fichier: 'etablissement/regions/habilitation.ts',
    avant: 'usage: event.usage',
    apres: "usage: 'AUTH'",
  },
  {
    nom: 'cachet facultatif',
    fichier: 'formulaires/formulaire-413.ts',
    avant: "z.literal(true, 'Apposez le cachet de la structure.')",
    apres: 'z.boolean().optional()',
  },
  {
    nom: 'domaine de messagerie facultatif',
    fichier: 'formulaires/formulaire-413.ts',
    avant: 'domaineMessagerie: DomaineMessagerie,',
    apres: 'domaineMessagerie: DomaineMessagerie.optional(),',
  },
  {
    nom: 'contrat absent et trouvé échangés dans l’état des lieux',
    fichier: 'groupement/machine.ts',
    avant: "contrat === 'actif'",
    apres: "contrat !== 'actif'",
  },
  {
    nom: 'dossier en service dès la commande',
    fichier: 'etablissement/procedure.ts',
    avant: "matchesState({ certificats: 'enService' }, value)",
    apres: "!matchesState({ certificats: 'aucun' }, value)",
  },
];

/** A file as an edit leaves it; an edit that no longer finds its text is a bug of this list. */
export function applyEdit({ nom, avant, apres }: Edit, text: string): string {
  if (text.split(avant).length !== 2) throw new Error(`« ${nom} » does not find its text once: ${avant}`);
  return text.replace(avant, () => apres);
}
