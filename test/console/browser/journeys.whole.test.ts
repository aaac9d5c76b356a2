import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { conditions } from '../../../machines/etablissement/conditions.ts';
import { findProcedure } from '../../../machines/index.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { groupePrive, hopitalGht } from '../../../src/sandbox/vies/groupements.ts';
import { type Journey, site } from '../../../src/sandbox/vies/journey.ts';
import { NO_BROWSER } from '../../browser.ts';
import { given } from '../../http/people.ts';
import { play, type Stage, type View } from '../../journeys/journey.ts';
import { byKeyboard, byMouse } from './hand.ts';
import { DossierPage, type Read } from './pages/dossier.ts';
import { createWorld, type Visitor, type World } from './world.ts';

const statuts: Readonly<Record<string, string>> = { 'En cours': 'enCours', 'En service': 'enService' };
const act = { auteur: 'essai', version: null };

let world: World | null = null;
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
}, 60_000);
afterAll(() => world?.stop());
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

/** Each path by keyboard alone, and by clicks without a script; one by clicks with it. */
const runs = [
  { journey: cliniqueMonoSite, hand: 'by keyboard alone', javaScriptEnabled: true },
  { journey: hopitalGht, hand: 'by keyboard alone', javaScriptEnabled: true },
  { journey: groupePrive, hand: 'by keyboard alone', javaScriptEnabled: true },
  { journey: hopitalGht, hand: 'by clicks', javaScriptEnabled: true },
  { journey: cliniqueMonoSite, hand: 'by clicks', javaScriptEnabled: false },
  { journey: hopitalGht, hand: 'by clicks', javaScriptEnabled: false },
  { journey: groupePrive, hand: 'by clicks', javaScriptEnabled: false },
];

describe.each(runs)('$hand, JavaScript: $javaScriptEnabled', ({ journey, hand, javaScriptEnabled }) => {
  test(`${journey.title} (${journey.source})`, async () => {
    if (!world) return;
    const visitor = await world.open('agent', { javaScriptEnabled });
    const keyboard = hand === 'by keyboard alone';
    expect(await play(journey, inBrowser(world, visitor, keyboard))).toEqual(journey);
    expect(visitor.unsaid.filter((said) => !/^(?:409|error: Failed to load resource)/.test(said))).toEqual([]);
    await visitor.close();
  }, 240_000);
});

/** An agent at the console, who reads the pages and presses what they show. */
function inBrowser({ server }: World, { page }: Visitor, keyboard: boolean): Stage {
  const hand = keyboard ? byKeyboard(page) : byMouse;
  const places = { dossier: '', groupement: '' };
  let procedure = '';
  const at = (place: keyof typeof places) => new DossierPage(page, hand, `${server.url}/${place}s/${places[place]}`);
  const viewed = async () => {
    await at('dossier').open();
    return viewOf(await at('dossier').read());
  };

  return {
    async open(journey) {
      procedure = journey.procedure;
      Object.assign(places, await opened(server, journey));
      return viewed();
    },
    async tell({ type, date, ...fields }, on) {
      const place = on === 'groupement' ? on : 'dossier';
      if (place === 'groupement') await at(place).open();
      const libelle = findProcedure(on === 'dossier' ? procedure : on)?.facts[type]?.libelle ?? type;
      const address = `${server.url}/${place}s/${places[place]}/faits/${type}`;
      const lacks = await at(place).tell({ libelle, date, fields, address });
      return lacks ? lacks.map(codeOf) : viewed();
    },
  };
}

/** Opens the dossier of a journey; the one before it, for the same establishment, is given up. */
async function opened({ services }: World['server'], { procedure, groupement: genre }: Journey) {
  const { lignes } = await services.list({ genre: 'dossier', limite: 20 });
  const gone = { type: 'dossier.abandonne', date: services.today(), motif: 'Autre essai' };
  for (const { id, statut } of lignes)
    if (statut !== 'abandonne') given(await services.record({ genre: 'dossier', id }, gone, act));
  const groupementId = genre
    ? given(await services.openGroupement({ nom: 'Groupement Exemple', genre }, act)).row.id
    : null;
  const { row } = given(await services.openDossier({ procedure, etablissement: site, groupementId }, act));
  return { dossier: row.id, groupement: groupementId ?? '' };
}

function viewOf({ etapes, statut, restant }: Read): View {
  return {
    etapes: etapes.map((libelle) => ({ libelle })),
    restant: { minimum: restant },
    dossier: { statut: statuts[statut] ?? statut },
  } as unknown as View;
}

/** The code of what is missing, by what the page says of it. */
function codeOf(libelle: string): string {
  return Object.values(conditions).find((condition) => condition.libelle === libelle)?.code ?? libelle;
}
