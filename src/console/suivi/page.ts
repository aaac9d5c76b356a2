import { acteurs } from '../../../machines/step.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { type Contenu, mayAct } from '../dossier/frame.ts';
import { type CaseRead, pathOf } from '../dossier/read/case.ts';
import type { Visitor } from '../dossier/visitor.ts';
import { drawForm } from '../forms/draw.ts';
import { blank, type Typed, write } from '../forms/typed.ts';
import { panneau, pli, vide } from '../parts/blocs.ts';
import { bouton, boutonSeul, lienBouton } from '../parts/boutons.ts';
import { dans, jour, moment } from '../parts/dates.ts';
import { combien } from '../parts/mots.ts';
import { pastille } from '../parts/pastille.ts';
import { noteForm, relanceForm } from './forms.ts';

type Suivi = Visitor['services']['suivi'];
type Note = Awaited<ReturnType<Suivi['notes']>>[number];
/** A follow-up of a case. */
export type Relance = Awaited<ReturnType<Suivi['relances']>>[number];

/** A form that was sent and must be corrected. */
export interface Sent {
  formulaire: 'note' | 'relance';
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
export async function suiviContent(visit: Visitor, affaire: CaseRead, sent: Sent | null = null): Promise<Contenu> {
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
    ? lienBouton('Écrire un courriel', `${looking.place}/courriel`, 'discret', 'envoyer')
    : null;
  const form = looking.agit ? await relanceFormOf(visit, looking, sent) : null;
  return {
    statut: sent ? 422 : 200,
    aCorriger: sent !== null,
    corps: html`<div class="deux-colonnes">${panneau('Relances', html`${toDo(due, looking)}${form}${past(done, looking)}`, { id: 'relances', actions: mail })}
${panneau('Notes internes', html`${looking.agit && noteFormOf(looking, sent)}${written(notes, looking)}`, { id: 'notes' })}</div>`,
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
  if (relances.length === 0) return vide('horloge', 'Aucune relance à faire');
  return html`<ul class="liste-notes">${relances.map((one) => dueLine(one, looking))}</ul>`;
}

function dueLine(one: Relance, { place, agit, nommer, aujourdhui, compteId }: Looking): Html {
  const who = one.compteId === compteId ? 'vous' : nommer(`compte:${one.compteId}`);
  return html`<li id="relance-${one.id}" class="a-faire"><div><p class="quoi">${one.quoi}</p>
<p class="petit">${dueDay(one, aujourdhui)}</p>
<p class="petit doux">Relancer : ${acteur(one)} · à faire par ${who}</p></div>
${agit && boutonSeul('C’est fait', `${place}/relances/${one.id}`, { faite: 'oui' })}</li>`;
}

/** The day of a follow-up, which stands out once it has come. */
export function dueDay({ pourLe }: Pick<Relance, 'pourLe'>, aujourdhui: string): Html {
  const when = dans(pourLe, aujourdhui);
  if (pourLe > aujourdhui) return html`${jour(pourLe)} <span class="doux">(${when})</span>`;
  return html`${jour(pourLe)} ${pastille(pourLe < aujourdhui ? 'faute' : 'attention', when, 'horloge')}`;
}

/** Whom a follow-up is to call. */
export function acteur({ acteur: id }: Pick<Relance, 'acteur'>): string {
  return acteurs[id as keyof typeof acteurs] ?? id;
}

function past(relances: readonly Relance[], { place, agit, nommer }: Looking): Html | null {
  if (relances.length === 0) return null;
  const lines = relances.map(
    (
      one,
    ) => html`<li><p>${one.quoi}</p><div class="pied-note petit"><span class="doux">${acteur(one)} · fait le ${moment(one.faiteLe ?? '')} par ${nommer(one.faitePar ?? '')}</span>
${agit && boutonSeul('À refaire', `${place}/relances/${one.id}`, { faite: 'non' }, 'discret')}</div></li>`,
  );
  return html`<div class="passe">${pli(combien(relances.length, 'relance faite', 'relances faites'), html`<ul class="liste-notes">${lines}</ul>`)}</div>`;
}

async function relanceFormOf({ services }: Visitor, { place, compteId }: Looking, sent: Sent | null): Promise<Html> {
  const own = sent?.formulaire === 'relance' ? sent : null;
  const form = await relanceForm(services);
  const drawn = drawForm(form, own?.typed ?? write(form, { compteId }), {
    action: `${place}/relances`,
    parDefaut: 'ajouter',
    erreurs: own?.erreurs ?? [],
    boutons: bouton('Ajouter la relance', 'second', { nom: 'action', valeur: 'ajouter', signe: 'plus' }),
  });
  return html`<div class="nouvelle">${pli('Nouvelle relance', drawn, { ouvert: own !== null, id: 'nouvelle-relance' })}</div>`;
}

function noteFormOf({ place }: Looking, sent: Sent | null): Html {
  const own = sent?.formulaire === 'note' ? sent : null;
  return drawForm(noteForm, own?.typed ?? blank(noteForm), {
    action: `${place}/notes`,
    parDefaut: 'ecrire',
    erreurs: own?.erreurs ?? [],
    boutons: bouton('Ajouter la note', 'second', { nom: 'action', valeur: 'ecrire', signe: 'note' }),
  });
}

function written(notes: readonly Note[], looking: Looking): Html {
  if (notes.length === 0)
    return vide('note', 'Aucune note', 'Notez ici ce que le journal ne dit pas : un appel, une consigne, une absence.');
  return html`<ul class="liste-notes">${notes.map((note) => noteLine(note, looking))}</ul>`;
}

function noteLine(
  { id, texte, auteur, ecriteLe, retireeLe }: Note,
  { auteur: own, place, agit, nommer }: Looking,
): Html {
  const isOwn = agit && auteur === own && retireeLe === null;
  const text = retireeLe === null ? texte : html`<s>${texte}</s>`;
  return html`<li${retireeLe !== null && html` class="retiree"`} id="note-${id}"><p class="texte">${text}</p>
<div class="pied-note petit"><span class="doux">${nommer(auteur)}, le ${moment(ecriteLe)}</span>
${retireeLe !== null && pastille('neutre', `Retirée le ${moment(retireeLe)}`)}
${isOwn && boutonSeul('Retirer', `${place}/notes/${id}/retrait`, {}, 'discret')}</div></li>`;
}
