import type { Delivery, Subscription } from '../store/webhooks.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Before each new attempt, in milliseconds: 75 hours in all. */
export const DELAYS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Delays grow by up to a tenth, so that receivers who fell together are not asked together. */
const JITTER = 0.1;

/** Less than the delays of one event add up to: a receiver that takes nothing is paused before it loses any, in milliseconds. */
export const PAUSED_AFTER = 3 * DAY;

/** Failures in a row after which a receiver is asked for one thing at a time, between rests. */
const AILING_AFTER = 5;
const RESTS = [5 * SECOND, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];

/** The longest that a receiver may ask to be left alone, in milliseconds. */
export const LONGEST_SILENCE = DAY;

/** How long to wait after `attempts` of one event, in milliseconds; null when that was the last. */
export function delayAfter(attempts: number, random: () => number): number | null {
  const delay = DELAYS[attempts - 1];
  return delay === undefined ? null : Math.round(delay * (1 + JITTER * random()));
}

/** Whether a receiver failed too often in a row to be asked for several things at once. */
export function isAiling({ echecs }: Pick<Subscription, 'echecs'>): boolean {
  return (echecs?.nombre ?? 0) >= AILING_AFTER;
}

/** The instant before which a receiver that ails, or has asked for it, is left alone; 0 for none. */
export function restUntil({ echecs, attendJusqua }: Subscription): number {
  const asked = attendJusqua === null ? 0 : Date.parse(attendJusqua);
  const rests = (echecs?.nombre ?? 0) - AILING_AFTER;
  if (!echecs || rests < 0) return asked;
  return Math.max(asked, Date.parse(echecs.dernier) + (RESTS[rests] ?? HOUR));
}

/** The instant (ms) of the next attempt, `head` being what is due first; null when nothing waits. */
export function nextAttempt(subscription: Subscription, head: Delivery | undefined): number | null {
  return head ? Math.max(restUntil(subscription), Date.parse(head.prochaineLe)) : null;
}

/** Whether a receiver that fails once more at `now` has taken nothing for three days. */
export function isGivenUp({ echecs }: Subscription, now: Date): boolean {
  return echecs !== null && now.getTime() - Date.parse(echecs.depuis) >= PAUSED_AFTER;
}
