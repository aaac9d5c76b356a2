import { type Moment, momentsOf, type Story, type Suite, waysOf } from './story.ts';

/** How far a moment is for a case: behind, where it is, ahead. */
export type Avancee = 'fait' | 'ici' | 'aVenir';

/** How many of what a case has opened are being obtained, and are in service; and in which states, where that is known. */
export interface Enfants {
  enCours: number;
  enService: number;
  etats?: ReadonlyMap<string, number>;
}

/** Where a case is in the story of its procedure, from the states in which it stands and what it has opened. */
export function avanceesOf(
  story: Story,
  procedure: string,
  current: ReadonlySet<string>,
  enfants: Enfants,
): ReadonlyMap<string, Avancee> {
  const found = new Map<string, Avancee>();
  const isIn = (ids: readonly string[]) => ids.some((id) => current.has(id));
  const standing = ({ etats, finis, nature }: Moment): Avancee => {
    if (isIn(finis)) return 'fait';
    if (!isIn(etats)) return 'aVenir';
    return nature === 'acquise' ? 'fait' : 'ici';
  };
  for (const moment of momentsOf(story)) if (moment.procedure === procedure) found.set(moment.id, standing(moment));
  for (const one of story.prerequis) {
    const [ways, isAcquired] = [waysOf(one), found.get(one.acquis.id) === 'fait'];
    const isBehind = isAcquired || ways.some(({ id }) => found.get(id) === 'ici');
    if (isBehind) found.set(one.question.id, 'fait');
    if (isAcquired) for (const { id } of ways) found.set(id, 'fait');
  }
  for (const suite of story.suites) spread(suite, procedure, found);
  for (const [id, avancee] of opened(story, procedure, enfants)) found.set(id, avancee);
  return found;
}

/** What comes before where one is, is behind. */
function spread({ parties, moments }: Suite, procedure: string, found: Map<string, Avancee>): void {
  const own = moments.filter((moment) => moment.procedure === procedure);
  const reached = own.findLastIndex(({ id }) => found.get(id) !== 'aVenir');
  for (const { id } of own.slice(0, Math.max(0, reached))) found.set(id, 'fait');
  if (reached >= 0) for (const { id } of parties?.moments ?? []) found.set(id, 'fait');
}

/** What the certificates of a dossier say: ordered once one is there, all behind once one is in service. */
function opened(
  { suites, liens }: Story,
  procedure: string,
  { enCours, enService, etats }: Enfants,
): [string, Avancee][] {
  if (enCours + enService === 0) return [];
  const moments = suites.flatMap((suite) => suite.moments);
  const children = moments.filter((moment) => moment.procedure !== procedure);
  const isChild = (asked: string) => children.some(({ id }) => id === asked);
  const opener = liens.find(({ de, vers }) => isChild(vers) && !isChild(de))?.de;
  const met = children.map((moment): [string, Avancee] => {
    if (moment.nature !== 'acquise' && moment.etats.some((id) => etats?.has(id))) return [moment.id, 'ici'];
    return [moment.id, enService > 0 && moment.nature !== 'recommandee' ? 'fait' : 'aVenir'];
  });
  return opener === undefined ? met : [[opener, 'fait'], ...met];
}
