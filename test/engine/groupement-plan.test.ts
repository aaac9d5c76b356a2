import { expect, test } from 'vitest';
import { groupementPlanOf } from '../../src/engine/answers/groupement-plan.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { leastLeft } from '../../src/engine/answers/remaining.ts';
import type { Family } from '../../src/engine/decide.ts';
import { JOUR, member, openGroupement, openSite, faits as stages, submit, tell } from './family.ts';

const around = { jour: JOUR, instant: `${JOUR}T09:00:00.000Z`, newId: () => 'essai' };
const finess = ['010000057', '010000040', '590782553'];

/** Three sites, of which the first has its contract and the last its card. */
function threeSites(): Family {
  const opened = finess.reduce(
    (family, one, rank) => openSite(family, `site-${rank}`, { finess: one }),
    openGroupement(),
  );
  return tell(tell(opened, 'site-0', 'contrat.trouve'), 'site-2', 'carteResponsable.trouvee');
}

test('what the DSI does once spares the sites as many acts as it says', () => {
  const plan = planOf(threeSites());
  expect(plan.actesCommuns.map(({ type, epargne }) => [type, epargne])).toEqual([['dsi.contactee', 2]]);
  expect([plan.separement, plan.minimum]).toEqual([49, 47]);
  expect(plan.sites.map(({ id, minimum }) => [id, minimum])).toEqual([
    ['site-0', 15],
    ['site-1', 17],
    ['site-2', 14],
  ]);
});

test('the plan is followed to the end of every site in exactly the acts that it announces', () => {
  let family = threeSites();
  const { minimum, actesCommuns } = planOf(family);
  for (const { type } of actesCommuns) family = tell(family, 'groupement', type);
  let acts = actesCommuns.length;
  for (const id of ['site-0', 'site-1', 'site-2']) {
    for (; leastLeft(family, member(family, id)) !== 0; acts++) family = advance(family, id);
  }
  expect(acts).toBe(minimum);
});

test('one technician, or one mandataire, may serve the sites that are still to name theirs', () => {
  const family = tell(threeSites(), 'site-0', 'administrateurTechnique.designe');
  expect(planOf(family).partages.map(({ fait, sites }) => [fait, sites])).toEqual([
    ['formulaire413.signe', ['site-0', 'site-1', 'site-2']],
    ['administrateurTechnique.designe', ['site-1', 'site-2']],
  ]);
});

test('a survey is no part of the plan, since nobody knows what it will find, nor is an act that has been done', () => {
  const known = tell(threeSites(), 'groupement', 'dsi.contactee');
  const all = ['site-0', 'site-1', 'site-2'].reduce((family, id) => {
    const missing = stages.habilite.filter(
      (type) => submit(family, id, bodyOf(family, id, type)).ok || !type.includes('trouve'),
    );
    return tell(family, id, ...missing);
  }, known);
  const { actesCommuns, minimum, sites } = planOf(all);
  expect(actesCommuns).toEqual([]);
  expect(minimum).toBe(12);
  expect(sites.map(({ manque }) => manque.length)).toEqual([4, 4, 4]);
});

function planOf(family: Family) {
  return groupementPlanOf(family, member(family, 'groupement'), around);
}

function advance(family: Family, id: string): Family {
  const { etapes, restant } = nextSteps(family, member(family, id), JOUR);
  const nearer = etapes
    .flatMap(({ faits }) => faits)
    .find(({ restantApres }) => restantApres === (restant.minimum ?? 0) - 1);
  const answer = submit(family, nearer?.vers.split('/')[4] ?? '', nearer?.exemple);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value.family;
}

function bodyOf(family: Family, id: string, type: string) {
  return { date: JOUR, ...member(family, id).procedure.facts[type]?.exemples[0], type };
}
