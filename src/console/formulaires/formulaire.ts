import { tellSource } from '../../../machines/source.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, ok } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { datesOut } from '../dossier/faits/fait.ts';
import { refusalWords } from '../dossier/faits/form.ts';
import { bringAlong, joinTo, PIECES, wrongFile } from '../dossier/joined.ts';
import { hasSeveral } from '../dossier/read/administrateurs.ts';
import { takes } from '../dossier/read/case.ts';
import { idOf } from '../forms/draw-field.ts';
import { differences } from '../forms/read.ts';
import { applyAction, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Refused, redirect, redirectDoubting, type Shown } from '../shell/shown.ts';
import { alert, callout } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { refusalNotice } from '../ui/field.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { moment, plural } from '../ui/words.ts';
import { type FaitSaisi, faitOf, faitPartie, type Partie, parties } from './catalogue.ts';
import { askAnyway, examine, keepReason } from './control.ts';
import { type FilledForm, filledForm, isAsRecorded, onForm } from './filled-form.ts';
import { officialScreens } from './official.ts';
import { formPage, justKept, notKept, readiness, TOUTES, versionField } from './page.ts';
import { printingScreens } from './paper.ts';
import { type FollowUp, followUps, formOfFollowUp, SIGNER_ET_ENVOYER } from './sending.ts';

const path = '/dossiers/:id/formulaires/:formulaire';

/** The forms of a dossier: filled, kept, checked, recorded, printed. */
export function formulaireScreens(): Screen[] {
  return [
    get(
      path,
      'dossiers.lire',
      onForm((_, travail) => formPage(travail)),
    ),
    post(path, 'dossiers.faits', onForm(sendPosted)),
    post(`${path}/brouillon`, 'dossiers.faits', onForm(keepQuietly)),
    post(`${path}/suite`, 'dossiers.faits', onForm(sendSuite), { body: PIECES }),
    ...printingScreens(path),
    ...officialScreens(path),
  ];
}

/** Keeps what is being typed, unasked; tells the hour, or why it is not kept. */
async function keepQuietly(visit: Visit, travail: FilledForm): Promise<Shown> {
  const kept = await keepDraft(visit, travail);
  if (kept.ok) {
    const parts = [justKept(kept.value), versionField(kept.value.version, true), readiness(travail, true)];
    return { fragment: html`${parts}` };
  }
  if (kept.error.code === 'secret')
    return { fragment: notKept(kept.error.erreurs.map(({ message }) => message).join(' ')) };
  const { auteur } = kept.error.brouillon;
  const par = (await visit.services.identites.nommer([auteur]))(auteur);
  return {
    fragment: notKept(
      `${par} a changé ce formulaire depuis que vous l’avez ouvert. Enregistrez le brouillon pour comparer vos deux saisies : rien n’est perdu.`,
    ),
  };
}

/** What becomes of a form that was sent: its draft is kept first, whatever the button, so that nothing typed is lost. */
function sendPosted(visit: Visit, travail: FilledForm): Shown | Promise<Shown> {
  const action = visit.body.get('action') ?? 'brouillon';
  if (action === 'abandonner') return giveUp(visit, travail);
  const changed = applyAction(travail.imprime.form, travail.typed, action);
  if (changed) {
    const saisie = readTyped(travail.imprime.form, changed.typed);
    return keepThen(visit, { ...travail, typed: changed.typed, saisie }, (kept) =>
      formPage(kept, { focus: changed.nom }),
    );
  }
  return keepThen(visit, travail, (kept) => act(visit, kept, action));
}

async function giveUp(visit: Visit, travail: FilledForm): Promise<Shown> {
  await visit.services.brouillons.drop({ ...refOf(travail), auteur: auteurOf(visit.identite) });
  return redirect(travail.path, 'Brouillon abandonné : le formulaire est de nouveau prérempli d’après le dossier.');
}

function refOf({ affaire, imprime }: FilledForm) {
  return { dossierId: affaire.cible.id, formulaire: imprime.id };
}

/** Keeps the draft as it is typed now, unless somebody else kept another since it was drawn. */
async function keepDraft(visit: Visit, travail: FilledForm) {
  const version = Number(visit.body.get('version') ?? 0);
  const auteur = auteurOf(visit.identite);
  const kept = await visit.services.brouillons.keep({ ...refOf(travail), version, saisie: travail.typed, auteur });
  if (!kept.ok) return kept;
  return ok({ version: kept.value.version, par: visit.identite.nom, modifieLe: kept.value.modifieLe });
}

/** Keeps the draft, then goes on; of two agents, the second is shown both. */
async function keepThen(visit: Visit, travail: FilledForm, next: (kept: FilledForm) => Shown | Promise<Shown>) {
  const kept = await keepDraft(visit, travail);
  if (kept.ok) return next({ ...travail, garde: kept.value });
  if (kept.error.code === 'secret') return formPage(travail, { status: 422, erreurs: kept.error.erreurs });
  const { brouillon } = kept.error;
  const par = (await visit.services.identites.nommer([brouillon.auteur]))(brouillon.auteur);
  const refus = conflict(travail, { par, modifieLe: brouillon.modifieLe, typed: brouillon.saisie });
  return formPage(travail, { status: 409, refusal: refus, version: brouillon.version });
}

function act(visit: Visit, travail: FilledForm, action: string): Shown | Promise<Shown> {
  if (action === 'envoyer') {
    const fait = faitOf(travail.imprime, travail.saisie, hasSeveral(travail.affaire));
    return fait ? send(visit, travail, fait) : redirect(travail.path);
  }
  if (action === TOUTES) return recordParts(visit, travail, readyParts(travail));
  const partie = parties.find((known) => known === action);
  if (partie) return recordParts(visit, travail, [partie]);
  return redirect(travail.path, 'Brouillon enregistré.');
}

/** Tells that a form was sent; its draft is no longer needed. */
async function send(visit: Visit, travail: FilledForm, fait: FaitSaisi): Promise<Shown> {
  const auteur = auteurOf(visit.identite);
  const held = { verbe: 'envoyé', action: travail.path };
  const asked = takes(travail.affaire, fait.type) ? askAnyway(visit, travail, held) : null;
  if (asked) return asked;
  const recorded = await visit.services.record(travail.affaire.cible, fait.input, { auteur, version: null });
  if (!recorded.ok) return refused(visit, travail, recorded.error, fait);
  await keepReason(visit, travail, held);
  const left = await joinTo(visit, travail.affaire.cible, fait.type);
  await visit.services.brouillons.drop({ ...refOf(travail), auteur });
  const done = `${travail.imprime.nom} : envoi enregistré.`;
  return redirectDoubting(`/dossiers/${travail.affaire.cible.id}`, done, [...recorded.value.avertissements, ...left]);
}

/** The parts of form 413 that are whole and not recorded as they are; the visa, which bears on the others, last. */
function readyParts(travail: FilledForm): Partie[] {
  const { erreurs } = examine(travail);
  const isWhole = (partie: Partie) => erreurs.every(({ pointeur }) => !`${pointeur}/`.startsWith(`/${partie}/`));
  const isWritten = (partie: Partie) => partie !== 'partie2' || Boolean(travail.typed['partie2.texte']?.trim());
  return (['partie1', 'partie2', 'partie4', 'partie3'] as const).filter(
    (partie) => isWhole(partie) && isWritten(partie) && !isAsRecorded(travail, partie),
  );
}

/** Tells parts of form 413; the draft goes on as what was recorded, and ends once nothing else is in it. One comes to what is next. */
async function recordParts(visit: Visit, travail: FilledForm, chosen: readonly Partie[]): Promise<Shown> {
  if (chosen.length === 0) return formPage(travail, { status: 422, erreurs: examine(travail).erreurs });
  const auteur = auteurOf(visit.identite);
  const doubts: { message: string }[] = [];
  let now = travail;
  for (const partie of chosen) {
    const fait = faitPartie(partie, now);
    const recorded = await visit.services.record(now.affaire.cible, fait.input, { auteur, version: null });
    if (!recorded.ok) return refused(visit, now, recorded.error, fait);
    doubts.push(...recorded.value.avertissements);
    const after = await filledForm(visit);
    if ('refusal' in after) return after;
    now = await tidy(visit, { ...after, typed: now.typed, saisie: now.saisie, garde: now.garde }, partie);
  }
  const left = parties.filter((partie) => partie !== 'partie2' && !now.enregistrees[partie]);
  const done = `${plural(chosen.length, 'partie enregistrée', 'parties enregistrées')}.`;
  const next =
    left.length > 0
      ? ` Reste à remplir : ${left.map((partie) => partie.replace('partie', 'partie ')).join(', ')}.`
      : '';
  return redirectDoubting(`${now.path}#${left[0] ? `champ-${left[0]}` : 'signature'}`, `${done}${next}`, doubts);
}

/** The draft without what was recorded of a part, dropped once all is recorded. */
export async function tidy(visit: Pick<Visit, 'services' | 'identite'>, now: FilledForm, partie: Partie) {
  const auteur = auteurOf(visit.identite);
  const others = Object.entries(now.typed).filter(([nom]) => !nom.startsWith(`${partie}.`));
  const saisie = { ...Object.fromEntries(others), ...now.enregistrees[partie]?.typed };
  const whole = { ...now, typed: saisie };
  const isDone = parties.every((one) => one === 'partie2' || isAsRecorded(whole, one));
  if (isDone) await visit.services.brouillons.drop({ ...refOf(now), auteur });
  const kept = isDone
    ? null
    : await visit.services.brouillons.keep({ ...refOf(now), version: now.garde.version, saisie, auteur });
  return kept?.ok ? { ...whole, garde: { ...now.garde, version: kept.value.version } } : whole;
}

/** The signature or the sending of form 413, with the pieces that prove it. */
async function sendSuite(posted: Visit, travail: FilledForm): Promise<Shown> {
  const wrong = await wrongFile(posted);
  if (wrong !== null) return formPage(travail, { status: 422, refusal: refusalNotice(wrong) });
  const visit = { ...posted, body: await bringAlong(posted, travail.affaire.cible) };
  const action = visit.body.get('action');
  const suite: FollowUp = action === 'transmettre' ? 'transmettre' : 'signer';
  const form = formOfFollowUp(suite);
  const typed = typedOf(visit.body, form);
  const held = { verbe: suite === 'signer' ? 'signé' : 'envoyé', action: `${travail.path}/suite` };
  const asked = takes(travail.affaire, followUps[suite].type) ? askAnyway(visit, travail, held) : null;
  if (asked) return asked;
  const act = { auteur: auteurOf(visit.identite), version: null };
  const told = readTyped(form, typed);
  const input = { ...told, type: followUps[suite].type };
  const recorded = await visit.services.record(travail.affaire.cible, input, act);
  if (recorded.ok) {
    await keepReason(visit, travail, held);
    await joinTo(visit, travail.affaire.cible, input.type);
  }
  if (recorded.ok && action === SIGNER_ET_ENVOYER) return sendSigned(visit, travail, told['date']);
  if (recorded.ok && suite === 'signer') return redirect(`${travail.path}#envoi`, 'Signature enregistrée.');
  if (recorded.ok)
    return redirect(
      `/dossiers/${travail.affaire.cible.id}`,
      'Envoi du formulaire 413 enregistré : à l’ANS de répondre.',
    );
  const { error } = recorded;
  if (error.code === 'saisie-invalide')
    return formPage(travail, { status: 422, sent: { suite, typed, erreurs: error.erreurs } });
  return refused(visit, travail, error, { toForm: (pointeur) => pointeur, jour: idOf(form, 'date') });
}

/** The sending that follows a signature at once. */
async function sendSigned({ services, identite }: Visit, travail: FilledForm, date: unknown): Promise<Shown> {
  const act = { auteur: auteurOf(identite), version: null };
  const { cible } = travail.affaire;
  const sent = await services.record(cible, { type: followUps.transmettre.type, date, canal: 'EMAIL' }, act);
  if (sent.ok) return redirect(`/dossiers/${cible.id}`, 'Signature et envoi enregistrés : à l’ANS de répondre.');
  return redirect(
    `${travail.path}#envoi`,
    `Signature enregistrée, envoi non : ${refusalWords(sent.error)}`,
    'attention',
  );
}

/** Why a fact was not taken, beside its fields or above the form; the draft is kept. */
async function refused(
  { services }: Visit,
  travail: FilledForm,
  error: Refusal,
  { toForm, jour }: Pick<FaitSaisi, 'toForm' | 'jour'>,
): Promise<Shown | Refused> {
  if (error.code === 'date-anterieure')
    return formPage(travail, { status: 409, refusal: await datesOut(services, travail.affaire, error, jour) });
  if (error.code === 'saisie-invalide') {
    const erreurs: Erreur[] = error.erreurs.map(({ pointeur, message }) => ({ pointeur: toForm(pointeur), message }));
    return formPage(travail, { status: 422, erreurs });
  }
  if (error.code !== 'fait-refuse') return { refusal: error };
  const missing = error.manque.map(
    ({ libelle, source }) => html`<li>${libelle} <span class="doux">${tellSource(source)}</span></li>`,
  );
  const ways = error.deblocages[0]?.map(({ libelle }) => libelle) ?? [];
  const corps = callout(
    'faute',
    html`${missing.length > 0 ? html`<ul>${missing}</ul>` : html`<p>Le dossier n’attend pas ce formulaire en ce moment.</p>`}
${ways.length > 0 && html`<p>Le plus court : ${ways.join(', puis ')}.</p>`}
<p>Votre saisie est gardée dans le brouillon.</p>`,
    'Pas encore possible',
  );
  return formPage(travail, { status: 409, refusal: alert(corps) });
}

/** Somebody else’s draft, kept since this one was read. */
interface OtherDraft {
  par: string;
  modifieLe: string;
  typed: Typed | null;
}

/** What two agents typed differently, before anything of either is lost. */
function conflict(travail: FilledForm, { par, modifieLe, typed }: OtherDraft): Html {
  const lines = typed === null ? [] : differences(travail.imprime.form, travail.typed, typed);
  const compared = captionedTable('Ce qui diffère', lines, [
    titleColumn('Champ', ({ champ }) => champ),
    column('Votre saisie', ({ un }) => un || '—'),
    column(`Saisie de ${par}`, ({ autre }) => autre || '—'),
  ]);
  const body = html`<p>${par} a ${typed === null ? 'envoyé ou abandonné' : 'modifié'} ce formulaire le ${moment(modifieLe)}, pendant que vous le remplissiez. Votre
saisie est ci-dessous, elle n’est pas encore enregistrée.</p>
${lines.length > 0 && compared}
<p>Enregistrez de nouveau pour garder votre saisie à la place de la sienne, ou reprenez la sienne.</p>
<p class="rang">${linkButton(`Reprendre la saisie de ${par}`, travail.path, 'second')}</p>`;
  return alert(callout('attention', body, 'Deux saisies différentes'));
}
