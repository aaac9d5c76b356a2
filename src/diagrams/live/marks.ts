import type { Etat } from '../chart.ts';
import { isBelow } from '../layout/ladder/rows.ts';
import type { Marks, StateMark, TransitionMark } from '../svg/drawing.ts';
import { liveSamples } from '../svg/samples.ts';
import { frenchDay } from './days.ts';
import { type LiveCase, type Standing, transitionsOf, whyBlocked } from './standing.ts';
import { inSentences, stayOf } from './text.ts';

/** What a picture of its machine shows of a case; in an overview, states that hold others are marked too. */
export function liveMarks(live: LiveCase, isOverview: boolean): Marks {
  const { chart } = live;
  const marks = chart.etats.flatMap((etat): [string, StateMark][] => {
    const standing = live.etapes.get(etat.id);
    const mark = standing ? stepMark(etat, standing) : frameMark(live, etat, isOverview);
    return mark ? [[etat.id, mark]] : [];
  });
  return {
    etats: new Map(marks),
    transitions: transitionMarks(live),
    description: inSentences(live),
    legende: liveSamples,
  };
}

function stepMark({ libelle }: Etat, { aspect, entree, sortie }: Standing): StateMark | null {
  if (aspect === 'aVenir') return null;
  if (aspect === 'estompe' || entree === null) return { aspect: 'estompe' };
  return { aspect, texte: frenchDay(entree), infobulle: `${libelle} : ${stayOf({ entree, sortie })}` };
}

/** A state that holds others: out of reach with all its steps; in an overview, current or passed with some. */
function frameMark({ etapes, chart }: LiveCase, { id }: Etat, isOverview: boolean): StateMark | null {
  const inside = [...etapes].filter(([step]) => isBelow(step, id));
  if (inside.every(([, { aspect }]) => aspect === 'estompe')) return { aspect: 'estompe' };
  if (!isOverview) return null;
  const isAsked = (step: string) => chart.etats.find((etat) => etat.id === step)?.nature !== 'acquise';
  if (inside.some(([step, { aspect }]) => aspect === 'courant' && isAsked(step))) return { aspect: 'courant' };
  return inside.some(([, { aspect }]) => aspect === 'courant' || aspect === 'passe') ? { aspect: 'passe' } : null;
}

function transitionMarks(live: LiveCase): Map<string, TransitionMark> {
  const { chart, etapes, histoire, bloques } = live;
  const isOut = (id: string) => etapes.get(id)?.aspect === 'estompe';
  const dimmed = chart.transitions.filter(({ de, vers }) => isOut(de) || isOut(vers));
  const marks = new Map<string, TransitionMark>(dimmed.map(({ id }) => [id, { aspect: 'estompe' }]));
  for (const { transition } of histoire.franchies) marks.set(transition, { aspect: 'prise' });
  for (const blocked of bloques) {
    for (const id of transitionsOf(chart, blocked)) marks.set(id, { ...marks.get(id), raison: whyBlocked(blocked) });
  }
  return marks;
}
