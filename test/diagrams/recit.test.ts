import { describe, expect, test } from 'vitest';
import { politique } from '../../machines/decisions.ts';
import { procedures } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { addDays } from '../../src/days.ts';
import { chartOf } from '../../src/diagrams/chart.ts';
import type { Arrow, Box, Picture, Point } from '../../src/diagrams/layout/geometry.ts';
import { styles } from '../../src/diagrams/layout/text/lines.ts';
import { storyPicture } from '../../src/diagrams/recit/picture.ts';
import { momentsOf, storyOf } from '../../src/diagrams/recit/story.ts';
import { drawingOf } from '../../src/diagrams/svg/drawing.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { journeys } from '../../src/sandbox/vies/index.ts';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { given } from '../http/people.ts';
import { startServer } from '../server.ts';

const paths = procedures.filter(({ genre }) => genre === 'dossier');
const find = (id: string) => procedures.find((one) => one.id === id) as Procedure;
const three = storyPicture(paths);
const words = (box: Box | undefined) =>
  (box?.texts ?? [])
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('\u00a0', ' ');
const boxOf = (picture: Picture, id: string) => picture.boxes.find((box) => box.id === id);
const arrows = (picture: Picture, de: string) => picture.arrows.filter((arrow) => arrow.de === de);

describe('what a reader asks in two minutes is in the story of the three paths alone', () => {
  test('where do I start?', () => {
    expect(words(boxOf(three, 'recit:depart'))).toMatch(/^Départ A : Établissement public membre d’un GHT B : .* C : /);
    expect(arrows(three, 'recit:depart').map(({ vers }) => vers)).toEqual([
      'coordination.aContacter',
      'editeur.aContacter',
    ]);
  });
  test('who signs, and what must be there before?', () => {
    const sign = boxOf(three, 'formulaire413.aSigner');
    expect(sign?.insignes.map(({ acteur }) => acteur)).toEqual(['representantLegal', 'mandataire']);
    expect(words(sign)).toBe('Signer si : contrat actif, carte du responsable active ou mandataire actif');
  });
  test('what if there is no contract?', () => {
    const [yes, no] = arrows(three, 'contrat.aVerifier');
    expect([yes, no].map((arrow) => arrow?.label?.texts.map(({ text }) => text).join(' '))).toEqual(['oui', 'non']);
    expect([yes?.vers, words(boxOf(three, no?.vers ?? ''))]).toEqual(['contrat.actif', 'Contrat']);
    expect(arrows(three, no?.vers ?? '').map(({ vers }) => vers)).toEqual(['contrat.attenteDecision']);
    expect(arrows(three, 'contrat.attenteDecision').map(({ vers }) => vers)).toEqual(['contrat.actif']);
  });
  test('which forms?', () => {
    const tags = three.boxes.filter(({ genre, id }) => genre === 'fiche' && !id.startsWith('legende'));
    expect(new Set(tags.map(words))).toEqual(new Set(['Contrat', '101', '301 · 502', '301', '413']));
  });
  test('where does one wait, and how long?', () => {
    const waits = three.boxes.filter(({ nature, id }) => nature === 'attente' && !id.startsWith('legende'));
    const lanes = Map.groupBy(waits, ({ parent }) => parent);
    expect([...lanes].map(([lane, some]) => [lane, some.length])).toEqual([
      ['recit:ans', 6],
      ['recit:editeur', 1],
    ]);
    expect(words(boxOf(three, 'recit:ans'))).toBe(`ANS on attend : ${politique.delaisJours.ans} j d’usage par acte`);
  });
  test('what differs for a GHT, and how long does it last?', () => {
    const beside = three.texts
      .map(({ text }) => text)
      .join(' ')
      .replaceAll('\u00a0', ' ');
    expect(beside).toContain('Au plus court, quand tout reste à obtenir : 17 à 18 actes, et environ 101 jours');
    expect(beside).toContain(
      'Seulement pour « Établissement public membre d’un GHT » et « Établissement d’un groupe privé » : prévenir la DSI ; état des lieux des contrats.',
    );
    expect(words(boxOf(three, 'formulaire413.aTransmettre'))).toContain('DSI contactée (A, C)');
  });
});

describe.each([
  ...procedures.map((one): [string, Procedure[]] => [one.id, [one]]),
  ['parcours', paths] as [string, Procedure[]],
])('the story of %s', (_name, told) => {
  const picture = storyPicture(told);
  test('crosses no line with another, and prints on A4 at 6 pt', () => {
    expect(crossings(picture)).toEqual([]);
    const sizes = [...picture.texts, ...picture.boxes.flatMap(({ texts }) => texts)].map(
      ({ style }) => styles[style].size,
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect((Math.min(...sizes) / picture.width) * (297 / 25.4) * 72).toBeGreaterThanOrEqual(6);
  });
  test('has each step that is obligatory until something goes wrong', () => {
    const seen = new Set(momentsOf(storyOf(told)).flatMap(({ etats }) => etats));
    const missed = told.flatMap((one) => asked(one).filter((id) => !seen.has(id)));
    expect(missed).toEqual([]);
  });
  test('is told in words too, without a picture', () => {
    const moments = momentsOf(storyOf(told));
    expect(moments.filter(({ lignes }) => !lignes.every((ligne) => picture.description.includes(ligne)))).toEqual([]);
  });
});

test('what tells obligatory, recommended, optional, acquired, waited for and sent back apart needs no colour', () => {
  const svg = drawingOf(three).draw();
  const rules = (name: string) =>
    [...svg.matchAll(new RegExp(`\\.pi \\.${name}\\{([^}]*)\\}`, 'g'))].map(([, one]) => one).join();
  expect(rules('o')).toContain('stroke-width');
  expect(new Set(['r', 'f', 'rt'].map((name) => /stroke-dasharray:[\d ]+/.exec(rules(name))?.[0])).size).toBe(3);
  const signs = three.boxes.flatMap(({ signes, nature }) => signes.map(({ signe }) => [nature, signe].join()));
  expect(new Set(signs)).toEqual(new Set(['acquise,acquis', 'attente,attente']));
});

describe('the story of a case', () => {
  test('says in its title what is awaited, dates what is done, and counts the days of what is not', async () => {
    const { titre, marque } = await told({ ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, 6) });
    expect(titre).toBe(`${site.denomination} : administrateur technique à désigner, et 3 autres étapes`);
    expect(marque('contrat.aVerifier')).toContain('p-fait');
    expect(marque('contrat.attenteDecision')).toMatch(/p-retard.*en retard : \d+ j/);
    expect(marque('formulaire413.aSigner')).toBe('');
  });

  test.each(journeys)('that has ended asks nothing: $title', async (journey) => {
    const { titre } = await told(journey);
    expect(titre).toMatch(/ : (?:en service, rien d’obligatoire n’est attendu|établissement fermé)$/);
  });
});

test('the story of a groupement counts who is where, without what is optional, and names them', async () => {
  const own = await startServer(today);
  const groupement = given(await own.services.openGroupement({ nom: 'GHT du Val', genre: 'ght' }, act)).row.id;
  for (const [rank, finess] of ['010000057', '010000040', '590782553'].entries()) {
    const etablissement = { ...site, denomination: `Hôpital ${rank}`, finess };
    const { id } = given(
      await own.services.openDossier({ procedure: 'public-ght', etablissement, groupementId: groupement }, act),
    ).row;
    for (const fact of rank === 0
      ? [{ type: 'contrat.trouve' }, { type: 'dsi.contactee' }]
      : [{ type: 'contrat.absent' }])
      given(await own.services.record({ genre: 'dossier', id }, { ...fact, date: addDays(today, -60 * rank) }, act));
  }
  const svg = await (await own.fetch(`/api/v1/groupements/${groupement}/diagramme.svg`)).text();
  await own.stop();
  expect(svg).toContain('<title id="pi-t">GHT du Val · 3 sites</title>');
  expect(svg).toContain('Contrat avec l’ANS ? : 2 sur 3 (Hôpital 1, Hôpital 2), en retard : Hôpital 1, Hôpital 2.');
  expect(svg).toContain('>2, dont 2 en retard</text>');
  expect(svg).toContain('Prévenir la DSI : 2 sur 3 (Hôpital 1, Hôpital 2).');
  expect(svg).toContain('Prévenir : 1 site l’a fait, 2 en sont là ; sur 3.');
  expect(svg).toContain('S’équiper, en parallèle : aucun site ne l’a fait, 3 en sont là ; sur 3.');
});

async function told(journey: (typeof journeys)[number]) {
  const own = await startServer(today);
  const { dossier } = await playOn(own.services, journey);
  const svg = await (await own.fetch(`/api/v1/dossiers/${dossier}/diagramme.svg`)).text();
  await own.stop();
  const picture = storyPicture([find(journey.procedure)]);
  const [, titre = ''] = /<title id="pi-t">(.*?)<\/title>/.exec(svg) ?? [];
  /** What stands over the upper border of a box. */
  const marque = (id: string) => {
    const { x, y, width } = (boxOf(picture, id) as Box).rect;
    const pills = [...svg.matchAll(/<g class="p-[^"]*"><rect x="(\d+)" y="(\d+)" width="(\d+)".*?<\/g>/g)];
    return (
      pills.find(
        ([, left, top, room]) => Number(top) === y - 11 && Number(left) + Number(room) === x + width + 4,
      )?.[0] ?? ''
    );
  };
  return { titre, marque };
}

/** The steps that are obligatory or waited for, to which a case comes by démarches and réponses that refuse nothing. */
function asked(procedure: Procedure): string[] {
  const { etats, transitions } = chartOf(procedure);
  const leads = ({ fait }: { fait: string | null }) => {
    const fact = procedure.facts[fait ?? ''];
    return fact === undefined || (fact.sorte !== 'alea' && fact.refus === null && !fact.derive);
  };
  const isPaused = (id: string) => id.split('.')[0] === procedure.pause?.region;
  const met = new Set(etats.filter(({ initial, acteur }) => initial && acteur !== null).map(({ id }) => id));
  for (const id of met) {
    const around = [id, ...etats.filter((etat) => id.startsWith(`${etat.id}.`)).map((etat) => etat.id)];
    const from = transitions.filter((one) => around.includes(one.de) && !one.sansCible && leads(one));
    for (const { vers } of from) {
      const entered = etats.filter(
        (etat) => (etat.id === vers || (etat.id.startsWith(`${vers}.`) && etat.initial)) && etat.acteur !== null,
      );
      if (etats.find((etat) => etat.id === id)?.nature !== 'acquise') for (const etat of entered) met.add(etat.id);
    }
  }
  const wanted = etats.filter(({ id, nature }) => met.has(id) && (nature === 'obligatoire' || nature === 'attente'));
  return wanted.map(({ id }) => id).filter((id) => !isPaused(id));
}

/** Lines of different arrows that cross. */
function crossings({ arrows: all }: Picture): string[] {
  const segments = all.flatMap((arrow) =>
    arrow.points.slice(1).map((to, rank) => ({ from: arrow.points[rank] as Point, to, arrow })),
  );
  return segments.flatMap((one, rank) =>
    segments
      .slice(rank + 1)
      .filter((other) => other.arrow !== one.arrow && isCrossed(one, other))
      .map((other) => `${one.arrow.id} × ${other.arrow.id}`),
  );
}

function isCrossed(a: { from: Point; to: Point; arrow: Arrow }, b: { from: Point; to: Point; arrow: Arrow }): boolean {
  const isLevel = ({ from, to }: { from: Point; to: Point }) => from.y === to.y;
  if (isLevel(a) === isLevel(b)) return false;
  const [level, upright] = isLevel(a) ? [a, b] : [b, a];
  const [left, right] = [Math.min(level.from.x, level.to.x), Math.max(level.from.x, level.to.x)];
  const [top, bottom] = [Math.min(upright.from.y, upright.to.y), Math.max(upright.from.y, upright.to.y)];
  return upright.from.x > left && upright.from.x < right && level.from.y > top && level.from.y < bottom;
}

const act = { auteur: 'essai', version: null };
