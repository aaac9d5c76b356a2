import { z } from 'zod';
import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { findFact } from '../../../machines/index.ts';
import { addDays } from '../../days.ts';
import { A_COTE, isToldBeside } from '../../engine/history/beside.ts';
import { FAIT_CORRIGE } from '../../engine/history/corrections.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirect, type Shown } from '../shell/shown.ts';
import { emptyState, pill, tabBar } from '../ui/blocks.ts';
import { actionForm, button, linkButton, postButton } from '../ui/button.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { pager } from '../ui/table.ts';
import { frenchNumber, longDay, moment, plural, shortDay, withQuery } from '../ui/words.ts';

/** A notification, as the service gives it. */
type Notification = Awaited<ReturnType<Services['notifications']['lister']>>[number];
/** Why one is told. */
type Sorte = Notification['sorte'];

/** The kinds, the most pressing first, with the label of their filter and how many dossiers are told of. */
const sortes: Readonly<Record<Sorte, { label: string; sign: IconName; many(dossiers: number): string }>> = {
  revocation: {
    label: 'Révocations',
    sign: 'verrou',
    many: (n) => plural(n, 'dossier à certificat révoqué', 'dossiers à certificat révoqué'),
  },
  retour: { label: 'Retours', sign: 'attention', many: (n) => plural(n, 'dossier retourné', 'dossiers retournés') },
  reponse: {
    label: 'Réponses de l’ANS',
    sign: 'envoyer',
    many: (n) => plural(n, 'réponse de l’ANS', 'réponses de l’ANS'),
  },
  delai: { label: 'Délais passés', sign: 'horloge', many: (n) => plural(n, 'délai passé', 'délais passés') },
  mention: {
    label: 'Mentions',
    sign: 'note',
    many: (n) => plural(n, 'mention'),
  },
  confiee: {
    label: 'Dossiers confiés',
    sign: 'plus',
    many: (n) => plural(n, 'dossier confié', 'dossiers confiés'),
  },
  prise: {
    label: 'Dossiers repris',
    sign: 'personne',
    many: (n) => plural(n, 'dossier repris', 'dossiers repris'),
  },
  mouvement: {
    label: 'Autres changements',
    sign: 'crayon',
    many: (n) => plural(n, 'autre dossier a bougé', 'autres dossiers ont bougé'),
  },
};

/** The kinds in their order. */
const sorteNames = Object.keys(sortes) as Sorte[];

const right = 'moi.lire';

/** Which notifications are shown, as the address says it: what it does not understand is not asked. */
const Requete = z.object({
  lues: z.enum(['oui']).optional().catch(undefined),
  sorte: z.enum(sorteNames).optional().catch(undefined),
  depuis: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
});
type Requete = z.output<typeof Requete>;

/** What came to somebody, read or not. */
export function notificationScreens(): Screen[] {
  return [
    get('/notifications', right, notificationsPage, { query: Requete }),
    post('/notifications/lues', right, readAll),
    post('/notifications/:numero', right, readOne),
  ];
}

/** Up to the last one that was shown: what has come since is still to be read. */
async function readAll({ services, identite, body }: Visit): Promise<Shown> {
  const jusqua = Number(body.get('jusqua') ?? 0);
  const done = await services.notifications.toutLire(identite.id, Number.isSafeInteger(jusqua) ? jusqua : 0);
  return redirect('/notifications', done === 0 ? 'Tout était déjà lu.' : 'Tout est marqué comme lu.');
}

async function readOne({ services, identite, body, params }: Visit): Promise<Shown> {
  const numero = Number(params['numero']);
  const found = Number.isSafeInteger(numero) ? await services.notifications.ouvrir(identite.id, numero) : null;
  if (!found)
    return redirect('/notifications', 'Cette notification n’est plus là : son dossier, lui, y est.', 'attention');
  return redirect(body.get('ouvrir') === 'oui' ? placeOf(found) : '/notifications');
}

const PER_PAGE = 50;

/** What came to somebody: what is to be read first, or all of it. */
async function notificationsPage({ services, identite, query }: Visit<Requete>): Promise<Page> {
  const { lues, sorte = null, depuis = null, page = 1 } = query;
  const { id: compteId } = identite;
  const asked = { compteId, aLire: lues === undefined, depuis };
  const [counts, unread, lines] = await Promise.all([
    services.notifications.compter(asked),
    services.notifications.compter({ compteId, aLire: true, depuis: null }),
    services.notifications.lister({ ...asked, sorte, limite: PER_PAGE, decalage: (page - 1) * PER_PAGE }),
  ]);
  const nommer = await services.identites.nommer(
    lines.flatMap(({ par, vers }) => (vers === null ? [par] : [par, `compte:${vers}`])),
  );
  const numbers = new Map(counts.map((one) => [one.sorte, one.nombre]));
  const total = sorte === null ? sum([...numbers.values()]) : (numbers.get(sorte) ?? 0);
  const toRead = sum(unread.map(({ nombre }) => nombre));
  const last = Math.max(0, ...lines.map(({ numero }) => numero));
  return {
    title: 'Notifications',
    section: 'notifications',
    actions: html`<a class="bouton second petit" href="/calendrier">${icon('calendrier')}Calendrier</a>${
      toRead > 0 &&
      page === 1 &&
      sorte === null &&
      postButton('Tout marquer comme lu', '/notifications/lues', { jusqua: `${last}` })
    }`,
    body: html`${tabBar('Notifications', [
      {
        label: 'À lire',
        href: addressOf(query, { lues: undefined }),
        isCurrent: !lues,
        count: toRead,
        isAlert: toRead > 0,
      },
      { label: 'Toutes', href: addressOf(query, { lues: 'oui' }), isCurrent: lues !== undefined },
    ])}
${filtersOf(query, numbers)}
${lines.length === 0 ? nothing(query, total) : html`<ul class="notifications">${lines.map((one) => lineOf(one, nommer, lues !== undefined))}</ul>`}
${total > PER_PAGE && lines.length > 0 && pagesOf(query, total, lines.length)}`,
  };
}

/** « Depuis hier : 1 dossier retourné, 2 délais passés », for the top of the worklist; null when nothing came. */
export async function sinceYesterday({ notifications, today }: Services, compteId: string): Promise<Html | null> {
  const { depuis, words } = dayBefore(today());
  const counts = await notifications.compter({ compteId, aLire: false, depuis });
  if (counts.length === 0) return null;
  const told = sorteNames.flatMap((sorte) => {
    const one = counts.find((count) => count.sorte === sorte);
    return one ? [sortes[sorte].many(one.dossiers)] : [];
  });
  return html`<p class="depuis-hier">${icon('cloche')}<span><strong>${words} :</strong> <a href="/notifications?lues=oui&depuis=${depuis}">${plural(sum(counts.map(({ nombre }) => nombre)), 'nouvelle')} de vos dossiers</a><span class="detail"> (${told.join(', ')})</span></span></p>`;
}

/** The working day before a day (YYYY-MM-DD): on Sundays and Mondays, Friday. */
function dayBefore(jour: string): { depuis: string; words: string } {
  const week = new Date(jour).getUTCDay();
  const days = week < 2 ? week + 2 : 1;
  return { depuis: addDays(jour, -days), words: days === 1 ? 'Depuis hier' : 'Depuis vendredi' };
}

function filtersOf(query: Requete, numbers: ReadonlyMap<Sorte, number>): Html | null {
  const { sorte, depuis } = query;
  const known = sorteNames.filter((one) => numbers.has(one) || one === sorte);
  if (known.length < 2 && !sorte && !depuis) return null;
  const chip = (label: string, to: Partial<Requete>, isCurrent: boolean) =>
    html`<li><a class="pastille ${isCurrent ? 'accent' : 'neutre'}" href="${addressOf(query, to)}"${isCurrent && html` aria-current="true"`}>${label}</a></li>`;
  return html`<nav aria-label="Sortes de notifications"><ul class="puces-sortes">${chip('Toutes les sortes', { sorte: undefined }, !sorte)}${known.map(
    (one) => chip(`${sortes[one].label} (${frenchNumber(numbers.get(one) ?? 0)})`, { sorte: one }, one === sorte),
  )}${depuis && chip(`Depuis le ${longDay(depuis)} : tout revoir`, { depuis: undefined }, false)}</ul></nav>`;
}

function lineOf(one: Notification, nommer: (auteur: string) => string, isMixed: boolean): Html {
  const { numero, sorte, denomination, le, lueLe } = one;
  const act = `/notifications/${numero}`;
  return html`<li id="notification-${numero}" class="${lueLe === null ? 'a-lire' : 'lue'} ${sorte}">${icon(sortes[sorte].sign)}
<div><p><a href="${placeOf(one)}">${denomination}</a> <span class="petit doux">${moment(le)}</span>${isMixed && lueLe === null && html` ${pill('accent', 'À lire')}`}</p>
<p>${sentence(one, nommer)}</p></div>
${lueLe === null && html`<div class="rang">${actionForm({ action: act, hidden: { ouvrir: 'oui' }, attributes: { class: 'seul' } }, html`${button('Ouvrir', 'second', { isSmall: true })}`)}${postButton('Marquer comme lu', act, {}, 'discret')}</div>`}</li>`;
}

function nothing(query: Requete, total: number): Html {
  const { lues, sorte, depuis } = query;
  if (total > 0)
    return emptyState(
      'cloche',
      'Aucune notification sur cette page',
      linkButton('Revenir aux plus récentes', addressOf(query, {})),
    );
  if (sorte || depuis)
    return emptyState(
      'cloche',
      'Rien de cette sorte',
      linkButton('Voir toutes les notifications', '/notifications?lues=oui'),
    );
  return emptyState(
    'cloche',
    lues ? 'Aucune notification' : 'Tout est lu',
    html`<p>Viennent ici : ce que d’autres font sur vos dossiers, les réponses et retours de l’ANS, les délais passés, les notes où l’on
vous cite et les dossiers qui changent de main. Elles sont gardées 90 jours.</p>${linkButton('Revenir à ma journée', '/')}`,
  );
}

function pagesOf(query: Requete, total: number, shown: number): Html {
  const { page = 1 } = query;
  const from = (page - 1) * PER_PAGE;
  const state = `${frenchNumber(from + 1)} à ${frenchNumber(from + shown)} sur ${frenchNumber(total)}`;
  return pager({ page, last: Math.ceil(total / PER_PAGE) }, (one) => addressOf(query, { page: one }), state);
}

/** The page with something changed; another page of it only where one asks for it. */
function addressOf(query: Requete, to: Partial<Requete>): string {
  const { page: _, ...kept } = query;
  return withQuery('/notifications', { ...kept, ...to });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** What happened, in a sentence; persons are called as `nommer` says, `moi` is who reads. */
function sentence(one: Notification, nommer: (auteur: string) => string): Html | string {
  const qui = nommer(one.par);
  const told: Readonly<Record<Sorte, () => Html | string>> = {
    revocation: () =>
      html`L’IGC-Santé a révoqué un certificat le ${shortDay(one.jour ?? '')} : notez-le, il ne sert plus`,
    retour: () => `L’ANS a retourné le formulaire 413 (noté par ${qui})`,
    reponse: () => `Réponse de l’ANS : ${fact(one)} (notée par ${qui})`,
    delai: () => html`Délai passé le ${shortDay(one.jour ?? '')}${one.attendu ? ` : ${one.attendu}` : ''}`,
    mention: () => `${qui} vous cite dans une note`,
    confiee: () => `${qui} vous a confié ce dossier`,
    prise: () => takenWords(one, qui, nommer),
    mouvement: () => `${qui} a ${one.type === FAIT_CORRIGE ? 'corrigé le journal' : `noté ${fact(one)}`}${before(one)}`,
  };
  return told[one.sorte]();
}

/** Where it leads. */
function placeOf({ sorte, dossierId, type }: Pick<Notification, 'sorte' | 'dossierId' | 'type'>): string {
  const isMail = type?.startsWith('courriel.') ?? false;
  const tabs: Partial<Record<Sorte, string>> = {
    revocation: '/certificats',
    mention: '/notes#notes',
    mouvement: isMail ? '/echanges' : '/journal',
  };
  return `/dossiers/${dossierId}${tabs[sorte] ?? ''}`;
}

function takenWords({ vers, par }: Notification, qui: string, nommer: (auteur: string) => string): string {
  if (vers === null) return `${qui} vous a retiré ce dossier : plus personne ne le suit`;
  return par === `compte:${vers}`
    ? `${qui} a pris ce dossier, qui était à vous`
    : `${qui} a confié ce dossier, qui était à vous, à ${nommer(`compte:${vers}`)}`;
}

function fact({ type, estCertificat }: Notification): string {
  const beside = type !== null && isToldBeside(type) ? A_COTE[type].libelle : null;
  const known =
    type === null ? null : (findFact(type)?.libelle ?? beside ?? RATTACHEMENTS[type as keyof typeof RATTACHEMENTS]);
  return `« ${known ?? type} »${estCertificat ? ' pour un certificat' : ''}`;
}

function before({ nombre }: Notification): string {
  return nombre === 1 ? '' : `, après ${plural(nombre - 1, 'autre changement', 'autres changements')}`;
}
