import type { z } from 'zod';
import { politique, type Qualite } from '../../../../machines/decisions.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { type Erreur, toErreurs } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import { applyAction, readTyped, type Typed, typedOf, write } from '../../forms/typed.ts';
import { get, onceRead, post, type Screen, type Visit } from '../../shell/screen.ts';
import { type Page, type Refused, redirect, refusedBy, type Shown } from '../../shell/shown.ts';
import { alert, callout } from '../../ui/blocks.ts';
import { actionForm, linkButton } from '../../ui/button.ts';
import { plural } from '../../ui/words.ts';
import { whyNot } from '../etapes/fact.ts';
import { placesOf } from '../etapes/page.ts';
import { type Brought, broughtBy, FILE, fileField } from '../faits/depot.ts';
import { whyRefused } from '../faits/fait.ts';
import { ORDER, orderPath, refusalWords } from '../faits/form.ts';
import { underCase } from '../frame.ts';
import { comingFrom, lastSeen, newsAfter } from '../news.ts';
import { type CaseRead, readCase } from '../read/case.ts';
import { AND, blankOrder, Commande, drawOrder, form, type Ligne, withPasted } from './form.ts';

/** Where certificates of a dossier are ordered, one or many at once. */
export function orderScreens(): Screen[] {
  const path = '/dossiers/:id/commande' as const;
  const right = 'dossiers.faits' as const;
  const onOrder = onceRead(askedOf);
  return [get(path, right, onOrder(ask)), post(path, right, onOrder(order))];
}

type Asked = Exclude<Awaited<ReturnType<typeof askedOf>>, Refused>;

async function askedOf(visit: Visit) {
  const cible = cibleOf(visit);
  const read = await readCase(visit.services, cible);
  if (!read.ok) return refusedBy(read.error);
  return { affaire: read.value, ...(await comingFrom(visit, cible)) };
}

async function ask(visit: Visit, asked: Asked): Promise<Page> {
  const places = await placesOf(visit, asked.affaire, asked.seen);
  const refus = whyRefused({ affaire: asked.affaire, type: ORDER, places });
  const notice = refus && callout('faute', whyNot(places, refus), 'Pas encore possible');
  return page(asked, { typed: blankOrder(visit.services.today()), notice });
}

/** What is told above an order, and of its fields. */
interface OrderNotes {
  typed: Typed;
  status?: number;
  erreurs?: readonly Erreur[];
  focus?: string | null;
  notice?: Html | null;
}

function page({ affaire, back, seen }: Asked, { typed, status = 200, erreurs = [], focus, notice }: OrderNotes): Page {
  return {
    title: 'Commander des certificats',
    ...underCase(affaire),
    status,
    hasFaults: erreurs.length > 0,
    body: html`${notice}<div class="panneau">${drawOrder({
      action: orderPath(affaire.cible),
      seen,
      back,
      typed,
      erreurs,
      focus: focus ?? null,
      more: html`${linkButton('Vérifier une demande (CSR)', `/dossiers/${affaire.cible.id}/csr`, 'discret', 'document')}${linkButton('Annuler', back, 'discret')}`,
    })}</div>`,
  };
}

/** Orders what each line asks for: one result a line, and what could not be ordered stays to be corrected. */
async function order(visit: Visit, asked: Asked): Promise<Shown> {
  const { body } = visit;
  const typed = typedOf(body, form);
  const action = body.get('action');
  if (action === 'coller') return page(asked, { typed: withPasted(typed, body.get('collage') ?? '') });
  const changed = applyAction(form, typed, action);
  if (changed) return page(asked, { typed: changed.typed, focus: changed.nom });
  const parsed = Commande.safeParse(readTyped(form, typed));
  if (!parsed.success) return page(asked, { typed, status: 422, erreurs: toErreurs(parsed.error) });
  const news = await newsAfter(visit, asked.affaire.cible, asked.seen);
  if (news.lines.length > 0)
    return page({ ...asked, seen: news.seen }, { typed, status: 409, notice: movedSince(news.lines) });
  const { done, left } = await record(visit, asked.affaire, parsed.data);
  const said = `${plural(done.length, 'certificat commandé', 'certificats commandés')} : ${done.join(' ; ')}.`;
  if (left.length === 0) return redirect(asked.back, said);
  return page(
    { ...asked, seen: await lastSeen(visit.services, asked.affaire.cible) },
    {
      typed: write(form, { ...parsed.data, beneficiaires: left.map(({ ligne }) => ligne) }),
      status: 409,
      notice: done.length > 0 ? callout('bien', html`<p>${said}</p>`) : null,
      erreurs: left.map(({ why }, rang) => ({ pointeur: `/beneficiaires/${rang}`, message: why })),
    },
  );
}

/** What was ordered, in words, and what was not, with why. */
interface Ordered {
  done: string[];
  left: { ligne: z.output<typeof Ligne>; why: string }[];
}

/** Each certificate is ordered of the dossier as the one before left it: of an order sent twice at once, the second orders nothing. */
async function record(
  { services, identite }: Visit,
  { cible, row }: CaseRead,
  { date, prerequisVerifies, beneficiaires }: z.output<typeof Commande>,
): Promise<Ordered> {
  const ordered: Ordered = { done: [], left: [] };
  let { version } = row;
  for (const ligne of beneficiaires) {
    const { pour, ...personne } = ligne;
    const [qualite = '', usages = ''] = pour.split(':');
    const beneficiaire = { ...personne, qualite, carte: politique.carteBeneficiaire[qualite as Qualite] };
    for (const usage of usages.split(AND)) {
      const input = { type: ORDER, date, beneficiaire, usage, offre: 'PRO', prerequisVerifies };
      const recorded = await services.record(cible, input, { auteur: auteurOf(identite), version });
      if (recorded.ok) {
        ordered.done.push(`${usage}, ${personne.prenom} ${personne.nom}`);
        ({ version } = recorded.value.row);
      } else ordered.left.push({ ligne: { ...ligne, pour: `${qualite}:${usage}` }, why: refusalWords(recorded.error) });
    }
  }
  return ordered;
}

function movedSince(lines: readonly { text: string; when: string }[]): Html {
  const notice = html`<p>Rien n’est encore commandé. Depuis que vous avez ouvert cette page :</p>
<ul>${lines.map(({ text, when }) => html`<li>${text}, ${when}</li>`)}</ul>`;
  return alert(callout('attention', notice, 'Le dossier a changé entre-temps'));
}

/** Where a request for a certificate (CSR) is looked at before it is sent. */
export function requestScreens(): Screen[] {
  const path = '/dossiers/:id/csr' as const;
  return [
    get(path, 'dossiers.csr', (visit) => answerRequest(visit, null)),
    post(path, 'dossiers.csr', async (visit) => answerRequest(visit, await broughtBy(visit, cibleOf(visit))), {
      file: FILE,
    }),
  ];
}

function cibleOf({ params }: Visit) {
  return { genre: 'dossier', id: params['id'] ?? '' } as const;
}

async function answerRequest(visit: Visit, brought: Brought | null): Promise<Shown> {
  const read = await readCase(visit.services, cibleOf(visit));
  return read.ok ? requestPage(read.value, brought) : { refusal: read.error };
}

const fileAsked = {
  id: FILE,
  label: 'Demande de certificat (CSR)',
  help: 'Le fichier .csr, .p10 ou .pem fait sur le poste qui garde la clé, 64 Kio au plus. Jamais la clé privée (.key, .p12, .pfx).',
  next: 'Envoyez la demande à l’ANS, puis enregistrez la commande.',
};

function requestPage(affaire: CaseRead, brought: Brought | null): Page {
  const { cible } = affaire;
  const isFault = brought !== null && brought.fault !== null;
  return {
    title: 'Vérifier une demande de certificat',
    ...underCase(affaire),
    status: isFault ? 422 : 200,
    hasFaults: isFault,
    body: html`<div class="panneau"><p>Taille de la clé, signature, titulaire, structure et domaine de messagerie sont confrontés à ce dossier. Rien n’est gardé.</p>
${actionForm(
  { action: `/dossiers/${cible.id}/csr`, attributes: { enctype: 'multipart/form-data', class: 'saisie' } },
  fileField(fileAsked, brought),
)}
<div class="boutons">${linkButton('Commander des certificats', orderPath(cible), 'second', 'plus')}</div></div>`,
  };
}
