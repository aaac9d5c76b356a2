import { z } from 'zod';
import { dayOf } from '../days.ts';
import { keepText, readText } from './folders.ts';

const HEURE_MS = 3_600_000;
const Kept = z.object({ avanceMs: z.number() });

/** A clock that runs like another, and may be moved forward by days. */
export interface SandboxClock {
  now(): Date;
  /** Moves to the same hour of the day `le` (YYYY-MM-DD), durably; false when that day is past. */
  moveTo(le: string): boolean;
}

/** The clock kept in `file`, ahead of `clock`; on time when there is no file. */
export function openSandboxClock(file: string, clock: () => Date): SandboxClock {
  let avance = readAdvance(file);
  const now = () => new Date(clock().getTime() + avance);

  return {
    now,
    moveTo(le) {
      const today = dayOf(now());
      if (le <= today) return le === today;
      const shift = avance + daysBetween(now(), le);
      keepText(file, JSON.stringify({ avanceMs: shift }));
      avance = shift;
      return true;
    },
  };
}

/** The milliseconds from `now` to that day; an hour more or less where summer time begins or ends in between, near midnight. */
function daysBetween(now: Date, le: string): number {
  const days = Date.parse(le) - Date.parse(dayOf(now));
  const shifts = [days, days - HEURE_MS, days + HEURE_MS];
  return shifts.find((shift) => dayOf(new Date(now.getTime() + shift)) === le) ?? days;
}

function readAdvance(file: string): number {
  const text = readText(file);
  return text === null ? 0 : Kept.parse(JSON.parse(text)).avanceMs;
}
