import { politique } from '../../../machines/decisions.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { type Acteur, acteurs, type Nature, natures, type Phase, phases } from '../../../machines/step.ts';
import { type Box, emptyBox, type Picture, type Point, type Rect, type Text } from '../layout/geometry.ts';
import { INSIGNE } from '../layout/ladder/card.ts';
import { Column, pour, widthOf, wrap } from '../layout/text/lines.ts';
import { inSentence } from '../layout/words.ts';
import { type Couloir, couloirs, lanesOf } from './lanes.ts';
import { beside, DEPART, HEAD, linesOf, type Place, type Plan, planOf, roomIn, TAG, tagOf, WIDTH } from './places.ts';
import { BARRE, routesOf } from './routes.ts';
import { isSigned, lettersOf, type Moment, momentsOf, type Story, storyOf } from './story.ts';
import { notesOf, rangeOf, tellStory } from './told.ts';

const MARGIN = 18;
const CHEVRON = 28;

/** Procedures as they are told in two minutes: who does what from left to right, with which form, and where one waits for the ANS. */
export function storyPicture(procedures: readonly Procedure[]): Picture {
  const story = storyOf(procedures);
  const moments = momentsOf(story);
  const [first] = procedures as [Procedure];
  const depart = moments.some(({ phase }) => phase === 'prevenir') ? departOf(procedures) : null;
  const heads = new Map(couloirs.map((couloir) => [couloir, headOf(couloir, moments)]));
  const least = (couloir: Couloir) => Math.ceil(heads.get(couloir)?.bottom ?? 0) + 8;
  const around = { depart: depart && Math.ceil(depart.bottom) + 7, least };
  const width = planOf(story, 0, around).width;
  const titre = procedures.length > 1 ? 'Obtenir un certificat IGC-Santé PRO' : first.titre;
  const under = new Column({ x: MARGIN, y: MARGIN + 24 });
  under.add(pour(subtitleOf(procedures), 'etape', width - 2 * MARGIN));
  const chevrons = Math.ceil(under.bottom) + 8;
  const plan = planOf(story, chevrons + CHEVRON + 8, around);
  const { arrows, barre } = routesOf(story, plan);
  const legend = legendOf(story, { x: MARGIN, y: plan.height + 12, width: width - 2 * MARGIN });
  const notes = notesBeside(story, plan, procedures);
  return {
    titre,
    description: tellStory(procedures, story),
    width,
    height: plan.height + legend.height + 20,
    boxes: [
      ...[...plan.lanes].map(([couloir, lane]) =>
        laneBox(couloir, { ...lane, width }, heads.get(couloir)?.texts ?? []),
      ),
      ...[...plan.phases].map(([phase, column], rank) => chevron(phase, { ...column, y: chevrons }, rank + 1)),
      ...(barre ? [emptyBox(BARRE, 'barre', barre)] : []),
      ...(depart ? [departBox(depart, plan)] : []),
      ...story.suites.flatMap(({ parties }) => (parties ? framed(parties, plan) : [])),
      ...moments.map((moment) => momentBox(moment, plan, story)),
      ...tags(story, plan),
      ...legend.boxes,
    ],
    arrows,
    initials: [],
    texts: [{ x: MARGIN, y: MARGIN + 16, text: titre, style: 'titre' }, ...under.texts, ...notes, ...legend.texts],
    sousTitre: { x: MARGIN, y: MARGIN + 16, width: 0, height: 14 },
  };
}

function subtitleOf(procedures: readonly Procedure[]): string {
  const named = procedures.map((one) => `${one.id}, version ${one.version}, ${tellSource(one.source)}`).join(' · ');
  return `Qui fait quoi, dans quel ordre, avec quel formulaire, et où l’on attend : le chemin sans incident (les autres sont dans la vue complète) · ${named}`;
}

/** Which procedures one starts in. */
function departOf(procedures: readonly Procedure[]): Column {
  const column = new Column({ x: 10, y: 6 });
  column.add([{ text: 'Départ', style: 'phase' }]);
  for (const one of procedures) {
    const letter = procedures.length > 1 ? `${lettersOf([one.id], procedures)} : ` : '';
    column.space(3);
    column.add(wrap(`${letter}${one.titre}`, 'etape', WIDTH - 14));
  }
  return column;
}

function departBox({ texts }: Column, plan: Plan): Box {
  const { x, y, width, height } = plan.places.get(DEPART) as Place;
  const moved = texts.map((text) => ({ ...text, x: text.x + x, y: text.y + y }));
  return { ...emptyBox(DEPART, 'cadre', { x, y, width, height }), parent: 'recit:etablissement', texts: moved };
}

/** What is told beside: how little and how long it takes, and what is only of some procedures. */
function notesBeside(story: Story, plan: Plan, procedures: readonly Procedure[]): Text[] {
  const [from, lane] = [plan.phases.get('commander'), plan.lanes.get('etablissement')];
  if (!from || !lane) return [];
  const column = new Column({ x: from.x + 8, y: lane.y + 14 });
  const width = plan.width - column.left - 2 * MARGIN;
  column.add([{ text: 'À savoir', style: 'panneau' }]);
  for (const note of notesOf(story, procedures)) {
    column.space(5);
    column.add(pour(note, 'etape', width));
  }
  return column.texts;
}

/** What is at the left of a lane: whose it is, who acts there, and how long an act of theirs usually takes. */
function headOf(couloir: Couloir, moments: readonly Moment[]): Column {
  const { titre, acteurs: all } = lanesOf[couloir];
  const column = new Column({ x: MARGIN + 4, y: 8 });
  column.add(wrap(titre, 'panneau', HEAD - 8));
  const present = new Set(moments.filter((moment) => moment.couloir === couloir).flatMap((moment) => moment.acteurs));
  const here = all.filter((one) => present.has(one));
  const others = here.filter((one) => acteurs[one] !== titre);
  column.space(3);
  if (others.length > 1) column.add(wrap(others.map((one) => inSentence(acteurs[one])).join(', '), 'etape', HEAD - 8));
  const days = rangeOf((here.length > 0 ? here : all).map((one) => politique.delaisJours[one]));
  column.add(wrap(`${couloir === 'ans' ? 'on attend : ' : ''}${days} j d’usage par acte`, 'etape', HEAD - 8));
  return column;
}

function laneBox(couloir: Couloir, { y, height, width }: Omit<Rect, 'x'>, texts: readonly Text[]): Box {
  const rect = { x: MARGIN - 8, y, width: width - 2 * MARGIN + 16, height };
  return { ...emptyBox(`recit:${couloir}`, 'couloir', rect), texts: texts.map((text) => ({ ...text, y: text.y + y })) };
}

function chevron(phase: Phase, { x, y, width }: Omit<Rect, 'height'>, rank: number): Box {
  const text: Text = { x: x + 16, y: y + 19, text: `${rank} ${phases[phase]}`, style: 'panneau' };
  return { ...emptyBox(`recit:${phase}`, 'jalon', { x, y, width, height: CHEVRON }), texts: [text] };
}

/** The frame of a form that is filled in parts, and its tag. */
function framed({ cadre, titre, formulaires }: NonNullable<Story['suites'][number]['parties']>, plan: Plan): Box[] {
  const { x, y, width, height, couloir } = plan.places.get(cadre) as Place;
  const text = tagOf(formulaires);
  const tag = { x: x + 8, y: y + 10, width: Math.ceil(widthOf(text, 'fiche')) + 16, height: TAG };
  const column = new Column({ x: tag.x + tag.width + 6, y: y + 6 });
  column.add(wrap(titre, 'phase', width - tag.width - 22));
  return [
    { ...emptyBox(cadre, 'cadre', { x, y, width, height }), parent: `recit:${couloir}`, texts: column.texts },
    { ...tagBox(`${cadre}:fiche`, text, tag), parent: cadre },
  ];
}

function tagBox(id: string, text: string, rect: Rect): Box {
  return { ...emptyBox(id, 'fiche', rect), texts: [{ x: rect.x + 8, y: rect.y + 13, text, style: 'fiche' }] };
}

function momentBox(moment: Moment, plan: Plan, story: Story): Box {
  const { x, y, width, height, couloir } = plan.places.get(moment.id) as Place;
  const column = new Column({ x: x + 8 + beside(moment), y: 0 });
  const isQuestion = story.prerequis.some(({ question }) => question === moment);
  column.add(linesOf(moment, roomIn(moment, width), isQuestion));
  const top = y + Math.round((height - column.bottom) / 2);
  const frame = story.suites.find(({ parties }) => parties?.moments.includes(moment))?.parties?.cadre;
  const isInside = frame !== undefined && plan.places.get(frame)?.couloir === couloir;
  return {
    ...emptyBox(moment.id, moment.nature === 'acquise' ? 'pilule' : 'etape', { x, y, width, height }),
    parent: isInside ? frame : `recit:${couloir}`,
    texts: column.texts.map((text) => ({ ...text, y: text.y + top })),
    insignes: isSigned(moment) ? [] : marks(moment.acteurs, { x: x + 5, y, height }),
    signes: isSigned(moment) ? [signOf(moment.nature, { x: x + 8, y: y + Math.round(height / 2) - 6 })] : [],
    nature: moment.nature,
  };
}

function signOf(nature: Nature, at: Point): Box['signes'][number] {
  return { signe: nature === 'acquise' ? 'acquis' : 'attente', ...at };
}

/** One above the other, in the middle of the height. */
function marks(who: readonly Acteur[], { x, y, height }: Point & { height: number }): Box['insignes'] {
  const room = who.length * (INSIGNE.height + 2) - 2;
  return who.map((acteur, rank) => ({
    acteur,
    x,
    y: y + Math.round((height - room) / 2) + rank * (INSIGNE.height + 2),
  }));
}

function tags({ prerequis }: Story, plan: Plan): Box[] {
  return prerequis.flatMap(({ question, voies }) =>
    voies.flatMap(({ formulaires }) => {
      const place = formulaires.length > 0 && plan.places.get(`${question.id}:fiche`);
      if (!place) return [];
      const { x, y, width, height, couloir } = place;
      const tag = tagBox(`${question.id}:fiche`, tagOf(formulaires), { x, y, width, height });
      return [{ ...tag, parent: `recit:${couloir}` }];
    }),
  );
}

const samples: Record<Nature, string> = {
  obligatoire: 'obligatoire',
  recommandee: 'recommandé',
  facultative: 'facultatif',
  attente: 'on attend',
  acquise: 'acquis',
};

/** The marks, in rows. */
function legendOf(
  story: Story,
  { x, y, width }: Point & { width: number },
): { boxes: Box[]; texts: Text[]; height: number } {
  const [boxes, texts]: [Box[], Text[]] = [[], []];
  let [left, top] = [x, y];
  const add = (id: string, words: string, size: { width: number; box: (at: Point) => Box }) => {
    const room = size.width + 6 + Math.ceil(widthOf(words, 'etape')) + 14;
    if (left > x && left + room > x + width) [left, top] = [x, top + 22];
    boxes.push({ ...size.box({ x: left, y: top }), id: `legende:${id}` });
    texts.push({ x: left + size.width + 6, y: top + 11, text: words, style: 'etape' });
    left += room;
  };
  const moments = momentsOf(story);
  for (const nature of Object.keys(natures) as Nature[]) {
    if (!moments.some((one) => one.nature === nature)) continue;
    add(nature, samples[nature], { width: 34, box: (at) => sampleOf(nature, at) });
  }
  if (story.prerequis.length > 0) {
    add('fiche', 'formulaire', {
      width: 36,
      box: (at) => tagBox('', '101', { ...at, width: 36, height: TAG }),
    });
  }
  const present = new Set(moments.flatMap((one) => (isSigned(one) ? [] : one.acteurs)));
  for (const acteur of (Object.keys(acteurs) as Acteur[]).filter((one) => present.has(one))) {
    add(acteur, inSentence(acteurs[acteur]), {
      width: INSIGNE.width,
      box: (at) => ({ ...emptyBox('', 'libre', { ...at, ...INSIGNE }), insignes: [{ acteur, ...at }] }),
    });
  }
  return { boxes, texts, height: top + 22 - y };
}

function sampleOf(nature: Nature, at: Point): Box {
  const genre = nature === 'acquise' ? 'pilule' : 'etape';
  const signes = isSigned({ nature }) ? [signOf(nature, { x: at.x + 11, y: at.y + 2 })] : [];
  return { ...emptyBox('', genre, { ...at, width: 34, height: 15 }), nature, signes };
}
