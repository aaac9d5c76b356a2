/** What a journal says when texts of it were erased: no fact of a machine. */
export const EFFACEMENTS = {
  'personne.effacee': 'Données d’une personne effacées, à sa demande',
  'conservation.echue': 'Données des personnes effacées, au terme de leur conservation',
} as const;
export type TypeEffacement = keyof typeof EFFACEMENTS;

/** Whether a line says that others were erased. */
export function isErasure(type: string): type is TypeEffacement {
  return Object.hasOwn(EFFACEMENTS, type);
}
