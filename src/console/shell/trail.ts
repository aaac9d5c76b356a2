import type { Page } from './screen.ts';

/** The parts of the console, as its navigation shows them. */
export type Section =
  | 'journee'
  | 'groupements'
  | 'procedures'
  | 'pilotage'
  | 'administration'
  | 'notifications'
  | 'aide'
  | 'moi';

/** A step of the way to a page. */
export interface Crumb {
  label: string;
  href: string;
}

/** What leads to most pages. */
export const JOURNEE: Crumb = { label: 'Ma journée', href: '/' };

/** What leads to those of groupements. */
export const GROUPEMENTS: Crumb = { label: 'Groupements', href: '/groupements' };

/** Where a page below the worklist stands, and what leads to it. */
export function underJournee(...below: readonly Crumb[]): Pick<Page, 'section' | 'trail'> {
  return { section: 'journee', trail: [JOURNEE, ...below] };
}
