const NOMBRE = new Intl.NumberFormat('fr-FR');

/** A number as it is written in France: « 12 345 ». */
export function nombre(valeur: number): string {
  return NOMBRE.format(valeur);
}

/** How many of a thing: « 1 dossier », « 12 dossiers », « aucun dossier ». */
export function combien(valeur: number, un: string, plusieurs = `${un}s`, aucun = `aucun ${un}`): string {
  if (valeur === 0) return aucun;
  return `${nombre(valeur)} ${valeur === 1 ? un : plusieurs}`;
}

/** A SIRET by groups, as it is read aloud: « 260 110 218 00047 ». */
export function siretLisible(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1 $2 $3 $4');
}

/** What a role is called. */
export const roles = { agent: 'Agent', superviseur: 'Superviseur', editeur: 'Éditeur', lecteur: 'Lecteur' } as const;
