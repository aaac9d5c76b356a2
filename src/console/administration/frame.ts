import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { Crumb, Page } from '../shell/shown.ts';
import { tabBar } from '../ui/blocks.ts';

/** The places of the administration, each with the operation whose right it takes. */
const places = {
  comptes: { label: 'Comptes', right: 'comptes.lister' },
  editeurs: { label: 'Éditeurs', right: 'editeurs.lister' },
  cles: { label: 'Clés d’API', right: 'cles.lister' },
  delegations: { label: 'Délégations', right: 'delegations.lister' },
  webhooks: { label: 'Webhooks', right: 'abonnements.lister' },
  reglages: { label: 'Réglages', right: 'reglages.lister' },
  courriels: { label: 'Modèles de courriel', right: 'modeles.lister' },
  personnes: { label: 'Personnes', right: 'comptes.modifier' },
  journal: { label: 'Journal', right: 'actes.lister' },
  acces: { label: 'Accès', right: 'acces.lister' },
} as const;
export type AdminPlace = keyof typeof places;

/** The address of a place of the administration, or of something under it. */
export function adminPath(lieu: AdminPlace, ...suite: readonly (string | number)[]): string {
  return ['/administration', lieu, ...suite.map((part) => encodeURIComponent(part))].join('/');
}

/** Whether the policy lets somebody do that. */
export function may(who: Pick<Identity, 'role'>, right: string): boolean {
  return droitDe(right, who) === 'tous';
}

/** The places that somebody may see. */
export function placesOf(identite: Pick<Identity, 'role'>): { lieu: AdminPlace; label: string; href: string }[] {
  return Object.entries(places)
    .filter(([, { right }]) => may(identite, right))
    .map(([lieu, { label }]) => ({ lieu: lieu as AdminPlace, label, href: adminPath(lieu as AdminPlace) }));
}

const home: Crumb = { label: 'Administration', href: '/administration' };

/** The first page of a place, under the tabs of the administration. */
export function placePage(
  { identite }: { identite: Identity },
  lieu: AdminPlace,
  { body, ...page }: Partial<Page> & { body: Html },
): Page {
  const tabs = placesOf(identite).map((one) => ({ ...one, isCurrent: one.lieu === lieu }));
  return {
    title: places[lieu].label,
    section: 'administration',
    trail: [home],
    ...page,
    body: html`${tabBar('Administration', tabs)}
${body}`,
  };
}

/** A page under a place: one of its things, or a form. */
export function innerPage(lieu: AdminPlace, { trail = [], ...page }: Omit<Page, 'section'>): Page {
  const above = [home, { label: places[lieu].label, href: adminPath(lieu) }, ...trail];
  return { ...page, section: 'administration', trail: above };
}

/** The case that somebody names by its id, the address of its page, its SIRET or its FINESS; null for none, or several. */
export async function findCase(services: Services, saisie: string) {
  const text = saisie.trim();
  const id = /(?:dossiers|groupements)\/([\w-]+)/.exec(text)?.[1] ?? text;
  for (const genre of ['dossier', 'groupement'] as const) {
    const found = await services.find({ genre, id });
    if (found.ok) return { genre, id, denomination: found.value.denomination };
  }
  const number = text.replaceAll(/\s/g, '').toUpperCase();
  const by = /^\d{14}$/.test(number) ? { siret: number } : { finess: number };
  const { lignes } = await services.list({ genre: 'dossier', ...by, limite: 2 });
  const [one] = lignes;
  return one && lignes.length === 1 ? { genre: 'dossier' as const, id: one.id, denomination: one.denomination } : null;
}
