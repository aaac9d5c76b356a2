import { randomUUID } from 'node:crypto';
import { type FormulaireId, formulaires } from '../../../../machines/formulaires/index.ts';
import { type Acteur, acteurs } from '../../../../machines/step.ts';
import { CourrielEcrit, type PieceDessinee } from '../../../desk/messagerie/envoi.ts';
import { mailto } from '../../../desk/reglages/courriels/courriel.ts';
import { modeleDuRetour } from '../../../desk/reglages/courriels/fournis.ts';
import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import { NoteEcrite } from '../../../desk/suivi.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { type Erreur, err, ok, parse, parseThen, type Result } from '../../../result.ts';
import type { Services } from '../../../services.ts';
import { Champs } from '../../../web/form.ts';
import { type Html, html } from '../../../web/html.ts';
import { may } from '../../administration/frame.ts';
import { drawForm } from '../../forms/draw.ts';
import { check, checks, formOfFields, line, longText, ticked } from '../../forms/field.ts';
import type { Form } from '../../forms/form.ts';
import { readTyped, type Typed, typedOf, write } from '../../forms/typed.ts';
import { formName } from '../../formulaires/catalogue.ts';
import { filledForm } from '../../formulaires/filled-form.ts';
import { paperOf } from '../../formulaires/paper.ts';
import { afterForm } from '../../shell/refused.ts';
import { get, type Page, post, redirect, type Screen, type Shown, toCorrect, type Visit } from '../../shell/screen.ts';
import { underJournee } from '../../shell/trail.ts';
import { callout, disclosure, panel } from '../../ui/blocks.ts';
import { button, linkButton, postButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { longDay, withQuery } from '../../ui/words.ts';
import type { Given } from '../read/case.ts';
import { noteCalledBack } from '../relancer.ts';
import { type Filled, fillMail, letter, toComplete } from './letter.ts';

/** Where mails of a dossier are written. */
export function writingScreens(): Screen[] {
  const path = '/dossiers/:id/courriel';
  return [get(path, 'dossiers.courriel', writingPage), post(path, 'courriels.envoyer', sendOrNote)];
}

type Modele = ReturnType<Services['reglages']['modeles']>[number];
type StoredRow = Given<ReturnType<Services['find']>>;

/** The canned mails that may be written about a dossier, and the one that was chosen, filled. */
async function writingPage(visit: Visit): Promise<Shown> {
  const { services, params, query } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const modele = services.reglages.modeles().find((one) => one.id === query['modele']) ?? null;
  const filled = modele ? await fillMail(visit, id, modele, actorIn(query['pour'])) : null;
  if (filled && !filled.ok) return { refusal: filled.error };
  const content = filled?.value ?? null;
  if (services.messagerie.adresse === null) return openedPage(visit, found.value, modele, content);
  const answered = await answeredBy(visit, id);
  const isBegun = content !== null || answered !== null || query['modele'] === '';
  if (!isBegun) return around(visit, found.value, modele, panel('Choisissez un modèle', chooseWords));
  const { a = '', objet = '' } = answered ?? content ?? {};
  const corps = content?.corps ?? '';
  const form = await formFor(visit, id);
  const typed = write(form, { a, objet, corps });
  return sendingPage(visit, found.value, { modele, form, typed, filled: content });
}

const chooseWords = html`<p>Il se remplit de ce que dit le dossier. Vous le relisez et le corrigez, puis l’envoyez d’ici ;
<a href="?modele=">ou écrivez sans modèle</a>.</p>`;

function actorIn(text: string | undefined): Acteur | undefined {
  return text !== undefined && Object.hasOwn(acteurs, text) ? (text as Acteur) : undefined;
}

/** What an answer to a mail that came begins with; null where none is answered. */
async function answeredBy({ services, query }: Visit, id: string) {
  const rang = Number(query['repond'] ?? Number.NaN);
  const found = Number.isInteger(rang) ? await services.messagerie.echanges({ genre: 'dossier', id }) : null;
  const one = found?.ok ? found.value.find((echange) => echange.rang === rang) : undefined;
  if (one?.sorte !== 'recu') return null;
  const { de, objet } = one.courriel;
  return { a: de?.adresse ?? '', objet: /^re ?:/i.test(objet) ? objet : `Re : ${objet}` };
}

/** The canned mails beside whatever is written; those that answer a return of the ANS first. */
async function around(visit: Visit, row: StoredRow, modele: Modele | null, main: Html): Promise<Page> {
  const ici = `/dossiers/${row.id}/courriel`;
  const modeles = visit.services.reglages.modeles();
  const ofReturn = new Set(await reasonsOf(visit, row.id));
  const about = { repond: visit.query['repond'], etape: visit.query['etape'], pour: visit.query['pour'] };
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

/** Where nothing leaves from here: it opens in the program of whoever reads it. */
async function openedPage(visit: Visit, row: StoredRow, modele: Modele | null, filled: Filled | null): Promise<Page> {
  const { identite, query } = visit;
  const isNoted = query['ouvre'] === 'oui';
  const ici = `/dossiers/${row.id}/courriel`;
  const main =
    filled && modele
      ? panel(
          modele.nom,
          html`${letter(filled)}<div class="boutons">${openLink(filled)}${!isNoted && may(identite, 'courriels.envoyer') && postButton('Noter qu’il est parti', ici, { modele: modele.id })}${linkButton('Revenir au dossier', `/dossiers/${row.id}`, 'discret')}</div>`,
        )
      : panel(
          'Choisissez un modèle',
          html`<p>Il se remplit de ce que dit le dossier. Vous le relisez, puis l’ouvrez dans votre messagerie ou le copiez : rien ne
part d’ici.</p>`,
        );
  return { ...(await around(visit, row, modele, main)), opens: isNoted && filled ? mailto(filled) : null };
}

/** Opens the mail in the program of whoever reads it; nothing for a mail too long for that. */
function openLink(courriel: Filled): Html {
  const lien = mailto(courriel);
  return lien === null
    ? html`<p class="doux">Ce courriel est trop long pour s’ouvrir tout écrit dans une messagerie : copiez-le.</p>`
    : html`<a class="bouton principal" href="${lien}">${icon('envoyer')}Ouvrir dans ma messagerie</a>`;
}

/** So many documents may be ticked: the last ones. */
const DOCUMENTS = 30;

const papers = Object.fromEntries(
  (Object.keys(formulaires) as FormulaireId[]).map((id) => [id, `${formName(id) ?? id}, à signer (PDF)`]),
);

/** A mail to be sent from here, with what it may bring. */
async function formFor({ services }: Visit, id: string): Promise<Form> {
  const [carnet, found] = await Promise.all([
    services.messagerie.carnet(id),
    services.documentsOf({ genre: 'dossier', id }),
  ]);
  const known = carnet.map(({ role, nom, adresse }) => `${destinataires[role]}, ${nom} : ${adresse}`);
  const documents = (found.ok ? found.value : []).filter(({ nature }) => nature !== 'eml').slice(-DOCUMENTS);
  const names = Object.fromEntries(documents.toReversed().map(({ rang, nom }) => [`${rang}`, nom]));
  return formOfFields(
    {
      a: line('À', {
        help:
          known.length > 0
            ? `Connus de ce dossier — ${known.join(' ; ')}.`
            : 'Des adresses, séparées par des virgules.',
      }),
      objet: line('Objet'),
      corps: longText('Texte'),
      ...(documents.length > 0 && { pieces: checks('Documents du dossier à joindre', names, { isRequired: false }) }),
      formulaires: checks('Formulaires à joindre, tels que le dossier les remplit', papers, { isRequired: false }),
      malgreRefus: check('Écrire aussi aux adresses qui ont refusé un courriel'),
    },
    'courriel',
  );
}

/** A mail that is being written. */
interface Writing {
  modele: Modele | null;
  form: Form;
  typed: Typed;
  filled: Filled | null;
  erreurs?: readonly Erreur[];
}

async function sendingPage(
  visit: Visit,
  row: StoredRow,
  { modele, form, typed, filled, erreurs = [] }: Writing,
): Promise<Page> {
  const { services, body, query, identite } = visit;
  const kept = (name: string) => body.get(name) ?? query[name] ?? '';
  const [refused] = await services.messagerie.refusees((typed['a'] ?? '').split(/[\s,;]+/));
  const hidden = {
    modele: modele?.id ?? '',
    etape: kept('etape'),
    repond: kept('repond'),
    demande: body.get('demande') ?? randomUUID(),
  };
  const main = may(identite, 'courriels.envoyer')
    ? html`<section class="panneau rediger"><h2>${modele?.nom ?? 'Courriel'}</h2>${filled && toComplete(filled)}
${refused && callout('attention', `${refused.adresse} a refusé un courriel le ${longDay(refused.depuis.slice(0, 10))} : ${refused.dit}`, 'Adresse qui refuse')}
${drawForm(form, typed, {
  action: `/dossiers/${row.id}/courriel`,
  defaultAction: 'envoyer',
  erreurs,
  hidden,
  below: disclosure(
    'Comment il part',
    html`<p>De ${services.messagerie.adresse}, en votre nom. La réponse revient dans les échanges de ce dossier.</p>`,
  ),
  buttons: html`${button('Envoyer', 'principal', { name: 'action', value: 'envoyer', icon: 'envoyer' })}${linkButton('Annuler', `/dossiers/${row.id}`, 'discret')}`,
})}</section>`
    : panel(modele?.nom ?? 'Courriel', filled ? letter(filled) : html`<p>Vous pouvez lire, sans envoyer.</p>`);
  return { ...(await around(visit, row, modele, main)), ...toCorrect(erreurs) };
}

async function sendOrNote(visit: Visit): Promise<Shown> {
  return visit.services.messagerie.adresse === null ? await noteSent(visit) : await send(visit);
}

async function send(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const form = await formFor(visit, id);
  const typed = typedOf(body, form);
  const { pieces, formulaires: chosen, ...read } = readTyped(form, typed);
  const modele = services.reglages.modele(body.get('modele') ?? '');
  const sent = await parseThen(
    CourrielEcrit,
    { ...read, modele: modele?.id ?? null, pieces: ticked(pieces ?? {}), repond: body.get('repond') || null },
    async (ecrit) => {
      const dessinees = await drawn(visit, ticked(chosen ?? {}));
      if (!dessinees.ok) return dessinees;
      const act = { auteur: auteurOf(identite), version: null, demande: requestOf(body.get('demande')) };
      return await services.messagerie.envoyer(id, ecrit, {
        signataire: identite.nom,
        act,
        dessinees: dessinees.value,
      });
    },
  );
  if (!sent.ok && sent.error.code === 'deja-repondu')
    return redirect(`/dossiers/${id}/echanges`, 'Ce courriel est déjà parti.');
  return afterForm(
    sent,
    async () => {
      await noteCalledBack(visit, id, body.get('etape') ?? '');
      return redirect(`/dossiers/${id}/echanges`, 'Le courriel part.');
    },
    (erreurs) => sendingPage(visit, found.value, { modele, form, typed, filled: null, erreurs }),
    { 'adresse-refusee': '/malgreRefus', 'courriel-trop-grand': '/pieces' },
  );
}

/** A form that is sent twice sends one mail. */
function requestOf(cle: string | undefined) {
  return cle !== undefined && /^[\da-f-]{36}$/.test(cle) ? { cle, empreinte: cle, tell: () => '{}' } : undefined;
}

/** What is said to go with a mail goes with it, or it does not leave. */
async function drawn(visit: Visit, ids: readonly string[]): Promise<Result<PieceDessinee[], Refusal>> {
  const papersDrawn: PieceDessinee[] = [];
  for (const formulaire of ids) {
    const travail = await filledForm({ ...visit, params: { ...visit.params, formulaire }, body: new Champs() });
    const paper = 'refusal' in travail ? null : await paperOf(travail);
    if (!paper) {
      const message = `« ${formName(formulaire) ?? formulaire} » ne peut pas se dessiner en ce moment, et rien n’est parti : recommencez dans une minute, ou décochez-le.`;
      return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/formulaires', message }] });
    }
    papersDrawn.push({ nom: paper.nom, type: 'application/pdf', octets: paper.pdf });
  }
  return ok(papersDrawn);
}

/** Keeps as a note of the dossier that a mail has left, which this service cannot see. */
async function noteSent(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const modele = services.reglages.modele(body.get('modele') ?? '');
  if (!modele) return { refusal: { code: 'introuvable', objet: 'modele', id: body.get('modele') ?? '' } };
  const filled = await fillMail(visit, id, modele);
  if (!filled.ok) return { refusal: filled.error };
  const { a, objet } = filled.value;
  const texte = `Courriel envoyé le ${longDay(services.today())}${a === '' ? '' : ` à ${a}`} : « ${objet} » (modèle « ${modele.nom} »).`;
  const note = parse(NoteEcrite, { texte });
  if (!note.ok) return { refusal: note.error };
  await services.suivi.write(id, note.value, auteurOf(identite));
  return redirect(`/dossiers/${id}/notes`, 'L’envoi est noté.');
}
