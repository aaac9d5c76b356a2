import { z } from 'zod';
import { choix, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import { acteurs } from '../../../machines/step.ts';
import { addDays } from '../../days.ts';
import { NoteEcrite, RelanceDemandee } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, parse, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { type Form, formOf } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { disclosure, emptyState, panel, pill } from '../ui/blocks.ts';
import { button, linkButton, postButton } from '../ui/button.ts';
import { moment, plural } from '../ui/words.ts';
import { type Content, casePage, caseTab, mayAct } from './frame.ts';
import { type CaseRead, pathOf, type Visitor } from './read/case.ts';
import { acteur, chips, dueDay, postponeButtons, rappelScreens } from './relances.ts';

/** The part of the page where it was done, or where it was not. */
function backTo({ params }: Visit, part: SentForm['part'], said: string, isDone = true): Shown {
  return redirect(`/dossiers/${params['id']}/notes#${part}`, said, isDone ? 'bien' : 'attention');
}

/** Notes and follow-ups of a dossier. */
export function suiviScreens(): Screen[] {
  const path = '/dossiers/:id';
  const right = 'dossiers.faits';
  return [
    caseTab('dossier', 'notes', 'dossiers.delegations', (visit, dossier) => suiviContent(visit, dossier)),
    post(`${path}/notes`, right, writeNote),
    post(`${path}/notes/:note/retrait`, right, withdraw),
    post(`${path}/relances`, right, plan),
    ...rappelScreens(),
    post(`${path}/relances/:relance`, right, settle),
  ];
}

async function writeNote(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, noteForm([]));
  const note = parse(NoteEcrite, { texte: typed['texte'] ?? '' });
  if (!note.ok) return again(visit, { part: 'notes', typed, erreurs: note.error.erreurs });
  const named = await visit.services.suivi.write(visit.params['id'] ?? '', note.value, auteurOf(visit.identite));
  return backTo(visit, 'notes', keptWords(named), named.inconnus.length === 0);
}

/** Who is told of a note, and who is not because nobody alone is called so. */
function keptWords({ comptes, inconnus }: Awaited<ReturnType<Services['suivi']['write']>>): string {
  const told = comptes.length > 0 ? ` Sont prévenus : ${comptes.map(({ nom }) => nom).join(', ')}.` : '';
  const missed = inconnus.map((nom) => `« @${nom} » n’est ici personne, ou plusieurs : écrivez @ et le nom entier.`);
  return [`La note est gardée.${told}`, ...missed].join(' ');
}

async function withdraw(visit: Visit): Promise<Shown> {
  const { id = '', note = '' } = visit.params;
  const isDone = await visit.services.suivi.withdraw(id, note, auteurOf(visit.identite));
  if (isDone) return backTo(visit, 'notes', 'La note est retirée : elle reste, barrée.');
  return backTo(visit, 'notes', 'Cette note ne se retire pas : seul son auteur le peut, une fois.', false);
}

async function plan(visit: Visit): Promise<Shown> {
  const form = await relanceForm(visit.services);
  const typed = typedOf(visit.body, form);
  const input = { compteId: '', ...readTyped(form, typed) };
  const isKnown = (await visit.services.identites.compte(`${input.compteId}`)) !== null;
  const ahead = /^dans-(\d{1,3})$/.exec(visit.body.get('action') ?? '')?.[1];
  const day = ahead && { pourLe: addDays(visit.services.today(), Number(ahead)) };
  const asked = { ...input, ...day, compteId: isKnown ? input.compteId : '' };
  const kept = await parseThen(RelanceDemandee, asked, (demande) =>
    visit.services.suivi.plan(visit.params['id'] ?? '', demande, auteurOf(visit.identite)),
  );
  if (kept.ok) return backTo(visit, 'relances', 'La relance est notée.');
  return again(visit, { part: 'relances', typed, erreurs: kept.error.erreurs });
}

async function settle(visit: Visit): Promise<Shown> {
  const { id = '', relance = '' } = visit.params;
  const faite = visit.body.get('faite') === 'oui';
  const isDone = await visit.services.suivi.settle(id, relance, faite, auteurOf(visit.identite));
  if (!isDone) return backTo(visit, 'relances', 'Rien n’a changé : un collègue venait de le faire.', false);
  return backTo(visit, 'relances', faite ? 'La relance est faite.' : 'La relance est à refaire.');
}

/** The page as it was sent, with what is to be corrected. */
function again(visit: Visit, sent: SentForm): Promise<Shown> {
  return casePage(visit, 'dossier', 'notes', (dossier) => suiviContent(visit, dossier, sent));
}

type Suivi = Visitor['services']['suivi'];
type Note = Awaited<ReturnType<Suivi['notes']>>[number];
type Relance = Awaited<ReturnType<Suivi['relances']>>[number];

/** A form that was sent and must be corrected. */
interface SentForm {
  part: 'notes' | 'relances';
  typed: Typed;
  erreurs: readonly Erreur[];
}

/** Who looks, at what, on which day, and how authors are called. */
interface Looking {
  auteur: string;
  compteId: string;
  agit: boolean;
  place: string;
  aujourdhui: string;
  nommer(auteur: string): string;
}

/** The notes and follow-ups of a case, and where one writes more. */
async function suiviContent(visit: Visitor, affaire: CaseRead, sent: SentForm | null = null): Promise<Content> {
  const { services, identite } = visit;
  const { id } = affaire.cible;
  const [notes, relances] = await Promise.all([services.suivi.notes(id), services.suivi.relances(id)]);
  const looking: Looking = {
    auteur: auteurOf(identite),
    compteId: identite.id,
    agit: mayWrite(visit, affaire),
    place: pathOf(affaire.cible),
    aujourdhui: services.today(),
    nommer: await services.identites.nommer(peopleOf(notes, relances)),
  };
  const due = relances.filter(({ faiteLe }) => faiteLe === null);
  const done = relances.filter(({ faiteLe }) => faiteLe !== null);
  const mail = looking.agit
    ? linkButton('Écrire un courriel', `${looking.place}/courriel`, 'discret', 'envoyer')
    : null;
  const form = looking.agit ? await relanceFormOf(visit, looking, sent) : null;
  const colleagues = looking.agit ? (await services.suivi.nommables()).filter((one) => one.id !== identite.id) : [];
  const names = colleagues.map(({ nom }) => nom);
  return {
    status: sent ? 422 : 200,
    hasFaults: sent !== null,
    body: html`<div class="deux-colonnes">${panel('Relances', html`${toDo(due, looking)}${form}${past(done, looking)}`, { id: 'relances', actions: mail })}
${panel('Notes internes', html`${looking.agit && noteFormOf(looking, names, sent)}${written(notes, looking)}`, { id: 'notes' })}</div>`,
  };
}

/** Notes are also for a case that takes no fact any more. */
function mayWrite(visit: Visitor, affaire: CaseRead): boolean {
  return mayAct(visit, affaire) || ['agent', 'superviseur'].includes(visit.identite.role);
}

function peopleOf(notes: readonly Note[], relances: readonly Relance[]): string[] {
  const done = relances.flatMap(({ compteId, creeePar, faitePar }) => [`compte:${compteId}`, creeePar, faitePar ?? []]);
  return [...notes.map(({ auteur }) => auteur), ...done.flat()];
}

function toDo(relances: readonly Relance[], looking: Looking): Html {
  if (relances.length === 0) return emptyState('horloge', 'Aucune relance à faire');
  return html`<ul class="liste-notes">${relances.map((one) => dueLine(one, looking))}</ul>`;
}

function dueLine(one: Relance, { place, agit, nommer, aujourdhui, compteId }: Looking): Html {
  const who = one.compteId === compteId ? 'vous' : nommer(`compte:${one.compteId}`);
  return html`<li id="relance-${one.id}" class="a-faire"><div><p class="quoi">${one.quoi}</p>
<p class="petit">${dueDay(one, aujourdhui)}</p>
<p class="petit doux">Relancer : ${acteur(one)} · à faire par ${who}</p></div>
${agit && html`<div class="rang">${postButton('C’est fait', `${place}/relances/${one.id}`, { faite: 'oui' })}${postponeButtons(place, one, `${place}/notes`)}</div>`}</li>`;
}

function past(relances: readonly Relance[], { place, agit, nommer }: Looking): Html | null {
  if (relances.length === 0) return null;
  const lines = relances.map(
    (
      one,
    ) => html`<li><p>${one.quoi}</p><div class="rang pied-note petit"><span class="doux">${acteur(one)} · fait le ${moment(one.faiteLe ?? '')} par ${nommer(one.faitePar ?? '')}</span>
${agit && postButton('À refaire', `${place}/relances/${one.id}`, { faite: 'non' }, 'discret')}</div></li>`,
  );
  return html`<div class="passe">${disclosure(plural(relances.length, 'relance faite', 'relances faites'), html`<ul class="liste-notes">${lines}</ul>`)}</div>`;
}

async function relanceFormOf({ services }: Visitor, { place, compteId }: Looking, sent: SentForm | null) {
  const own = sent?.part === 'relances' ? sent : null;
  const form = await relanceForm(services);
  const drawn = drawForm(form, own?.typed ?? write(form, { compteId }), {
    action: `${place}/relances`,
    defaultAction: 'ajouter',
    erreurs: own?.erreurs ?? [],
    buttons: html`${button('Ajouter la relance', 'second', { name: 'action', value: 'ajouter', icon: 'plus' })}${chips.map(({ label, jours }) => button(label, 'discret', { name: 'action', value: `dans-${jours}`, isSmall: true }))}`,
  });
  return html`<div class="nouvelle">${disclosure('Nouvelle relance', drawn, { isOpen: own !== null, id: 'nouvelle-relance' })}</div>`;
}

function noteFormOf({ place }: Looking, names: readonly string[], sent: SentForm | null): Html {
  const own = sent?.part === 'notes' ? sent : null;
  const form = noteForm(names);
  return drawForm(form, own?.typed ?? blank(form), {
    action: `${place}/notes`,
    defaultAction: 'ecrire',
    erreurs: own?.erreurs ?? [],
    buttons: button('Ajouter la note', 'second', { name: 'action', value: 'ecrire', icon: 'note' }),
  });
}

function written(notes: readonly Note[], looking: Looking): Html {
  if (notes.length === 0)
    return emptyState(
      'note',
      'Aucune note',
      'Notez ici ce que le journal ne dit pas : un appel, une consigne, une absence.',
    );
  return html`<ul class="liste-notes">${notes.map((note) => noteLine(note, looking))}</ul>`;
}

function noteLine({ id, texte, auteur, ecriteLe, retireeLe }: Note, { auteur: own, place, agit, nommer }: Looking) {
  const isOwn = agit && auteur === own && retireeLe === null;
  const text = retireeLe === null ? texte : html`<s>${texte}</s>`;
  return html`<li${retireeLe !== null && html` class="retiree"`} id="note-${id}"><p class="texte">${text}</p>
<div class="rang pied-note petit"><span class="doux">${nommer(auteur)}, le ${moment(ecriteLe)}</span>
${retireeLe !== null && pill('neutre', `Retirée le ${moment(retireeLe)}`)}
${isOwn && postButton('Retirer', `${place}/notes/${id}/retrait`, {}, 'discret')}</div></li>`;
}

/** So many names at most are proposed. */
const PROPOSED = 8;

function noteForm(names: readonly string[]): Form {
  const shown = names.slice(0, PROPOSED).map((nom) => `@${nom}`);
  const warn = `Pour prévenir quelqu’un, écrivez @ et son nom : ${shown.join(', ')}${names.length > PROPOSED ? '…' : ''}.`;
  const who = 'Pour vos collègues : les éditeurs ne la voient jamais. Ni nom de patient, ni mot de passe.';
  const description = names.length > 0 ? `${who} ${warn}` : who;
  return formOf(z.object({ texte: z.string().max(4_000).meta({ title: 'Nouvelle note', description }) }), {
    prefix: 'note',
  });
}

async function relanceForm({ suivi }: Services): Promise<Form> {
  const noms = Object.fromEntries((await suivi.nommables()).map(({ id, nom }) => [id, nom]));
  return formOf(
    z.object({
      pourLe: IsoDate.meta({ title: 'Pour le' }),
      acteur: choix('Qui relancer', acteurs),
      quoi: texteLibre('À faire', 300).meta({ title: 'À faire' }),
      compteId: choix('Qui s’en charge', noms),
    }),
    { prefix: 'relance' },
  );
}
