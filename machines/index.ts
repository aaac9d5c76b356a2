import { certificat } from './certificat/procedure.ts';
import { definePath } from './etablissement/procedure.ts';
import { groupement } from './groupement/procedure.ts';
import { priveGroupe } from './prive-groupe/machine.ts';
import { priveMonoSite } from './prive-mono-site/machine.ts';
import type { Procedure } from './procedure.ts';
import { publicGht } from './public-ght/machine.ts';

/** Every published procedure, one line per version. */
export const procedures: readonly Procedure[] = [
  definePath(publicGht, 'Établissement public membre d’un GHT', '§4.2'),
  definePath(priveMonoSite, 'Établissement sur un seul site géographique', '§4.3.1'),
  definePath(priveGroupe, 'Établissement d’un groupe privé', '§4.3.2'),
  groupement,
  certificat,
];

/** The procedure that runs `id` in `version`, or in its last version. */
export function findProcedure(id: string, version?: number): Procedure | null {
  return procedures.findLast((known) => known.id === id && (version ?? known.version) === known.version) ?? null;
}
