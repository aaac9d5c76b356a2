import { manques } from '../../../mail/received.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { may } from '../../administration/frame.ts';
import { get, post, type Screen, type Visit } from '../../shell/screen.ts';
import { redirect, type Shown } from '../../shell/shown.ts';
import { callout, emptyState, panel, pill, type Shade } from '../../ui/blocks.ts';
import { linkButton, postButton } from '../../ui/button.ts';
import { moment, plural } from '../../ui/words.ts';
import { type Content, caseTab, mayAct, underCase } from '../frame.ts';
import { type CaseRead, type Given, readCase, type Visitor } from '../read/case.ts';
import { goneMail, ofMail, readMail } from './letter.ts';
import { bringsBack, mayTell } from './tells.ts';

/** The mails of a dossier: sent, with how far they have come, and received. */
export function exchangeScreens(): Screen[] {
  const un = '/dossiers/:id/echanges/:rang';
  return [
    caseTab('dossier', 'echanges', 'courriels.lister', exchangesContent),
    get(un, 'courriels.lister', mailPage),
    get(`${un}/pieces/:numero`, 'courriels.lister', piece),
    get(`${un}/original`, 'courriels.lister', original),
    post(`${un}/renvoi`, 'courriels.envoyer', sendAgain),
  ];
}

type Echange = Given<ReturnType<Services['messagerie']['echanges']>>[number];
type Remise = Extract<Echange, { sorte: 'envoye' }>['remises'][number];
type OfMail = Visit<Readonly<Record<string, string>>, { id: string; rang: string }>;

async function exchangesContent(visit: Visitor, { cible }: CaseRead): Promise<Content> {
  const { services, identite } = visit;
  const found = await services.messagerie.echanges({ genre: 'dossier', id: cible.id });
  const all = found.ok ? found.value : [];
  const names = await services.identites.nommer(all.map(({ auteur }) => auteur));
  const mayWrite = may(identite, 'courriels.envoyer');
  const path = `/dossiers/${cible.id}`;
  const list =
    all.length === 0
      ? emptyState(
          'envoyer',
          'Aucun courriel',
          html`<p>Viennent ici les courriels envoyés d’ici et leurs réponses.</p>`,
        )
      : html`<ol class="echanges">${all.map((one) => html`<li id="courriel-${one.rang}" class="${one.sorte}">${lineOf(one, { path, names, mayWrite })}</li>`)}</ol>`;
  return {
    ...(mayWrite && { actions: linkButton('Écrire un courriel', `${path}/courriel`, 'principal', 'envoyer') }),
    body: panel('Échanges', list, { id: 'echanges' }),
  };
}

interface Around {
  path: string;
  names: (auteur: string) => string;
  mayWrite: boolean;
}

function lineOf(one: Echange, { path, names, mayWrite }: Around): Html {
  const link = (objet: string) => html`<a href="${path}/echanges/${one.rang}">${objet || 'Sans objet'}</a>`;
  const when = html`<span class="petit doux">${moment(one.le)}</span>`;
  if (one.sorte === 'efface')
    return html`<p>${when} <span class="doux">Courriel effacé : il n’en reste que l’empreinte.</span></p>`;
  if (one.sorte === 'refuse')
    return html`<p>${pill('faute', 'Non remis')} ${one.courriel.adresse} ${when}</p><p class="petit doux">${one.courriel.raison}</p>`;
  const pieces =
    one.courriel.pieces.length > 0 &&
    html`<p class="petit doux">${plural(one.courriel.pieces.length, 'pièce jointe', 'pièces jointes')} : ${one.courriel.pieces.join(', ')}</p>`;
  if (one.sorte === 'recu') {
    const { de, objet, automatique } = one.courriel;
    return html`<p>${pill('accent', 'Reçu')} ${link(objet)} ${when}${automatique && html` ${pill('neutre', 'Réponse automatique')}`}</p>
<p class="petit doux">De ${de ? [de.nom, de.adresse].filter(Boolean).join(', ') : 'inconnu'}</p>${pieces}`;
  }
  const { objet, automatique } = one.courriel;
  return html`<p>${pill('neutre', 'Envoyé')} ${link(objet)} ${when}${automatique && html` ${pill('neutre', 'Automatique')}`}</p>
<p class="petit doux">Par ${names(one.auteur)}</p>${pieces}
<ul class="remises">${one.remises.map((remise) => html`<li class="rang">${remiseOf(remise)}${mayWrite && isStopped(remise) && postButton('Renvoyer', `${path}/echanges/${one.rang}/renvoi`, { a: remise.adresse }, 'discret')}</li>`)}</ul>`;
}

const states: Readonly<Record<Remise['etat'], { shade: Shade; words: string }>> = {
  attente: { shade: 'attention', words: 'En attente' },
  envoye: { shade: 'bien', words: 'Remis au serveur' },
  refuse: { shade: 'faute', words: 'Refusé' },
  abandonne: { shade: 'faute', words: 'Abandonné' },
};

function isStopped({ etat, estRefusee }: Remise): boolean {
  return etat === 'refuse' || etat === 'abandonne' || (etat === 'attente' && estRefusee);
}

/** Where a mail stands for one recipient, in words, with how often it was tried. */
function remiseOf({ nom, adresse, etat, tentatives, prochaineLe, estRefusee, derniere }: Remise): Html {
  const { shade, words } = states[etat];
  const isPaused = etat === 'attente' && estRefusee;
  const tried = tentatives > 0 && `, ${plural(tentatives, 'essai')}`;
  const next = etat === 'attente' && !isPaused && tentatives > 0 && html`, prochain le ${moment(prochaineLe)}`;
  const said = etat !== 'envoye' && derniere && html`<span class="petit doux">${derniere.reponse}</span>`;
  return html`${pill(isPaused ? 'faute' : shade, isPaused ? 'En pause : l’adresse refuse' : words)} ${[nom, adresse].filter(Boolean).join(', ')}<span class="petit doux">${tried}${next}</span> ${said}`;
}

async function sendAgain({ services, params, body }: OfMail): Promise<Shown> {
  const cible = { genre: 'dossier', id: params.id } as const;
  const done = await services.messagerie.renvoyer(cible, Number(params.rang) || 0, body.get('a') ?? '');
  if (!done.ok) return { refusal: done.error };
  return redirect(`/dossiers/${params.id}/echanges`, 'Le courriel repart.');
}

const gone = goneMail('Ce dossier n’a pas ce courriel, ou il a été effacé : revenez à ses échanges.');

/** A mail as it was sent or came, and what it may tell of the dossier. */
async function mailPage(visit: OfMail): Promise<Shown> {
  const { services, params } = visit;
  const cible = { genre: 'dossier', id: params.id } as const;
  const [read, one] = await Promise.all([
    readCase(services, cible),
    services.messagerie.relire(cible, Number(params.rang) || 0),
  ]);
  if (!read.ok) return { refusal: read.error };
  if (!one.ok) return { refusal: ofMail(one.error, gone) };
  const affaire = read.value;
  const { mail, garde } = one.value;
  const path = `/dossiers/${params.id}/echanges`;
  const notes = html`${mail.manque !== null && callout('attention', manques[mail.manque])}
${mail.isAutomatic && callout('info', 'Ce courriel dit avoir été écrit par une machine.')}`;
  const isReceived = await isOfSomebody(services, params);
  return {
    title: mail.subject || 'Courriel sans objet',
    ...underCase(affaire, { label: 'Échanges', href: path }),
    actions: html`${isReceived && may(visit.identite, 'courriels.envoyer') && linkButton('Répondre', `/dossiers/${params.id}/courriel?repond=${params.rang}`, 'principal', 'envoyer')}${linkButton('Courriel d’origine', `${path}/${params.rang}/original`, 'discret', 'telecharger')}`,
    body: html`${isReceived && mayAct(visit, affaire) && (await bringsBack(services, cible, mail))}${isReceived && mayAct(visit, affaire) && mayTell(affaire, mail, Number(params.rang))}
<section class="panneau">${readMail(mail, ['Le', garde.deposeLe], notes)}
${mail.attachments.length > 0 && html`<ul class="pieces-jointes">${mail.attachments.map(({ name }, rank) => html`<li><a href="${path}/${params.rang}/pieces/${rank + 1}">${name}</a></li>`)}</ul>`}</section>`,
  };
}

async function isOfSomebody(services: Services, { id, rang }: OfMail['params']): Promise<boolean> {
  const found = await services.messagerie.echanges({ genre: 'dossier', id });
  return found.ok && found.value.some((one) => one.sorte === 'recu' && `${one.rang}` === rang);
}

async function piece({
  services,
  params,
}: Visit<Readonly<Record<string, string>>, { id: string; rang: string; numero: string }>): Promise<Shown> {
  const one = await services.messagerie.relire({ genre: 'dossier', id: params.id }, Number(params.rang) || 0);
  if (!one.ok) return { refusal: ofMail(one.error, gone) };
  const joined = one.value.mail.attachments[Number(params.numero) - 1];
  return joined ? asFile(Buffer.from(joined.bytes), joined.name) : { refusal: gone };
}

async function original({ services, params }: OfMail): Promise<Shown> {
  const one = await services.messagerie.relire({ genre: 'dossier', id: params.id }, Number(params.rang) || 0);
  return one.ok ? asFile(one.value.raw, one.value.garde.nom) : { refusal: ofMail(one.error, gone) };
}

/** Never run, nor taken for something else. */
function asFile(content: Buffer, filename: string): Shown {
  const headers = { 'Content-Security-Policy': "default-src 'none'; sandbox", 'X-Content-Type-Options': 'nosniff' };
  return { content, type: 'application/octet-stream', filename, headers };
}
