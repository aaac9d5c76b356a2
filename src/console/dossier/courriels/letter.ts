import { modeleDuRetour } from '../../../desk/reglages/courriels/fournis.ts';
import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import type { ReceivedMail } from '../../../mail/received.ts';
import type { Services } from '../../../services.ts';
import { originOf } from '../../../web/access/credentials.ts';
import { type Html, html } from '../../../web/html.ts';
import type { AnyRefusal, Problem } from '../../../web/problem.ts';
import type { Visit } from '../../shell/screen.ts';
import { type Page, underJournee } from '../../shell/shown.ts';
import { callout, panel, properties } from '../../ui/blocks.ts';
import { moment, withQuery } from '../../ui/words.ts';
import type { Given } from '../read/case.ts';

type Demande = Parameters<Services['courriel']>[0];
/** A canned mail as a dossier fills it. */
export type Filled = Extract<Awaited<ReturnType<Services['courriel']>>, { ok: true }>['value'];

/** A canned mail as a dossier fills it, signed by whoever asks. */
export function fillMail(
  { services, identite, request }: Pick<Visit, 'services' | 'identite' | 'request'>,
  dossierId: string,
  modele: Demande['modele'],
  pour?: Demande['pour'],
) {
  const lien = `${originOf(services, request)}/dossiers/${dossierId}`;
  return services.courriel({ dossierId, modele, pour, signataire: identite.nom, lien });
}

/** What has to be completed by hand. */
export function toComplete({ aCompleter }: Pick<Filled, 'aCompleter'>): Html | null {
  if (aCompleter.length === 0) return null;
  return callout(
    'attention',
    html`<p>Le dossier ou les réglages ne le disent pas : ${aCompleter.join(', ').toLowerCase()}.</p>`,
    'À compléter à la main',
  );
}

/** A mail as it would be read, with what has to be completed by hand. */
export function letter(courriel: Filled): Html {
  const { a, objet, corps } = courriel;
  return html`${toComplete(courriel)}
${properties([
  ['À', a === '' ? html`<span class="doux">À saisir</span>` : a],
  ['Objet', objet],
])}
<div class="lettre">${corps}</div>`;
}

/** A canned mail that is in use. */
export type Modele = ReturnType<Services['reglages']['modeles']>[number];
/** The dossier that is written about. */
export type StoredRow = Given<ReturnType<Services['find']>>;

/** The canned mails beside whatever is written; those that answer a return of the ANS first. */
export async function around(visit: Visit, row: StoredRow, modele: Modele | null, main: Html): Promise<Page> {
  const ici = `/dossiers/${row.id}/courriel`;
  const modeles = visit.services.reglages.modeles();
  const about = { repond: visit.query['repond'], etape: visit.query['etape'], pour: visit.query['pour'] };
  const ofReturn = new Set(await reasonsOf(visit, row.id));
  const shown = (some: readonly Modele[]) =>
    html`<ul class="modeles">${some.map(
      (
        one,
      ) => html`<li><a href="${withQuery(ici, { modele: one.id, ...about })}"${one.id === modele?.id && html` aria-current="true"`}>${one.nom}</a>
<span class="doux">${destinataires[one.destinataire]}</span></li>`,
    )}</ul>`;
  const first = modeles.filter((one) => ofReturn.has(one.id));
  const rest = modeles.filter((one) => !ofReturn.has(one.id));
  return {
    title: `${row.denomination} · Écrire un courriel`,
    ...underJournee({ label: row.denomination, href: `/dossiers/${row.id}` }),
    body: html`<div class="deux"><div class="pile">${main}</div><div class="pile">${first.length > 0 && panel('Pour ce retour de l’ANS', shown(first))}${panel('Les modèles', shown(rest))}</div></div>`,
  };
}

async function reasonsOf({ services }: Visit, id: string): Promise<string[]> {
  const seen = await services.view({ genre: 'dossier', id });
  const motifs = seen.ok ? seen.value.vue.suite.etapes.flatMap(({ retour }) => retour?.motifs ?? []) : [];
  return motifs.map(({ code }) => modeleDuRetour(code));
}

/** A mail that came or left, as it is read: between whom, when, what is to be known of it first, and its text. */
export function readMail({ from, to, text }: Mail, when: readonly [string, string], notes: Html | null = null): Html {
  const [label, instant] = when;
  return html`${properties([
    ['De', from && [from.name, from.address].filter(Boolean).join(', ')],
    ['À', to.join(', ')],
    [label, moment(instant)],
  ])}
${notes}
<div class="lettre">${text}</div>`;
}

type Mail = Pick<ReceivedMail, 'from' | 'to' | 'text'>;

/** That a mail is not there any more, and why. */
export function goneMail(detail: string): Problem {
  return { status: 404, code: 'introuvable', title: 'Courriel introuvable', detail };
}

/** A refusal, in words of a mail where it is one that is missing. */
export function ofMail(refusal: AnyRefusal, gone: Problem): AnyRefusal | Problem {
  return refusal.code === 'introuvable' && refusal.objet === 'courriel' ? gone : refusal;
}
