import { RATTACHEMENTS } from '../../../../machines/groupement/rattachements.ts';
import { procedures } from '../../../../machines/index.ts';

const libelles = new Map(
  procedures.flatMap(({ facts }) => Object.entries(facts).map(([type, { libelle }]) => [type, libelle] as const)),
);
const autres: Readonly<Record<string, string>> = {
  'dossier.ouvert': 'Dossier ouvert',
  'groupement.ouvert': 'Groupement ouvert',
  'fait.corrige': 'Erreur corrigée',
  ...RATTACHEMENTS,
};

/** What a fact is called. */
export function libelleDuFait(type: string): string {
  return libelles.get(type) ?? autres[type] ?? 'Autre événement';
}
