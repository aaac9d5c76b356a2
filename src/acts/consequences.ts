import { dayOf } from '../days.ts';
import { isSameView } from '../engine/answers/view.ts';
import { deadlines } from '../engine/deadlines.ts';
import { members } from '../engine/decide.ts';
import type { Consequences, Deadline } from '../store/store.ts';
import { toFamily, toRow } from './rows.ts';

/** What a row keeps beside what is sealed, made again: the first of a family that says otherwise. A family out of its seal is told elsewhere. */
export const strayIn: Consequences = (stored, deadlinesOf) => {
  const family = toFamily(stored);
  if (!family.ok) return null;
  const { cible, certificats } = stored;
  for (const row of [cible, ...(cible.genre === 'dossier' ? certificats : [])]) {
    const instance = members(family.value).find(({ id }) => id === row.id);
    if (!instance) continue;
    const now = toRow(family.value, instance, {
      auteur: '',
      jour: dayOf(new Date(row.modifieLe)),
      instant: row.modifieLe,
    });
    if (!isSameView(row.vue, now.vue)) return { id: row.id, raison: 'sa vue n’est pas celle de son état' };
    if (textOf(deadlinesOf(row.id)) !== textOf(deadlines(instance)))
      return { id: row.id, raison: 'ses échéances ne sont pas celles de son état' };
    if ([row.cohorte, row.urgence, row.beneficiaire].join() !== [now.cohorte, now.urgence, now.beneficiaire].join())
      return { id: row.id, raison: 'ce sous quoi elle est comptée ne suit pas de son état' };
  }
  return null;
};

const textOf = (all: readonly Deadline[]) =>
  all
    .map(({ fait, le }) => `${le} ${fait}`)
    .sort()
    .join();
