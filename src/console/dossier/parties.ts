import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import type { CarteSuivie, Nommes } from '../../../machines/event.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import type { Nature, StepMeta } from '../../../machines/step.ts';
import { addDays, daysBetween } from '../../days.ts';
import { deadlines } from '../../engine/deadlines.ts';
import { readFiche } from '../../engine/fiche.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { leadersIn, namedBy } from '../../engine/history/named.ts';
import { leaves } from '../../engine/state-info.ts';
import { type Html, html } from '../../web/html.ts';
import { mayCorrect } from '../journal/journal.ts';
import { correctionPath } from '../journal/lines.ts';
import { emptyState, panel, pill, type Shade } from '../ui/blocks.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { fullName, longDay, timeUntil } from '../ui/words.ts';
import type { Content } from './frame.ts';
import { type Designe, designesOf } from './read/administrateurs.ts';
import { type CaseRead, type Etat, type Ligne, linesAfter, type Visitor } from './read/case.ts';

/** How long ahead the end of a card is shown as near: ours. */
const NEAR_DAYS = 60;

/** Who acts in a dossier, and until when their cards serve. */
export async function partiesContent(visit: Visitor, dossier: CaseRead): Promise<Content> {
  const [lines, dsi] = await Promise.all([linesAfter(visit.services, dossier.cible, 0), groupementDsi(visit, dossier)]);
  const own = lines.filter(({ certificat }) => certificat === null);
  const parties = partiesOf(dossier, standingLines(own), dsi);
  const delegated = await delegatedEditeurs(visit, dossier);
  if (parties.length === 0) return { body: emptyState('personne', 'Personne n’est encore connu') };
  const jour = visit.services.today();
  const correct = (rang: number | null) => {
    const ligne = own.find((line) => line.rang === rang);
    return ligne && mayCorrect(visit, { cible: dossier.cible, ligne })
      ? correctionPath(dossier.cible, ligne.rang)
      : null;
  };
  return {
    body: html`<div class="parties" id="parties" data-partie>${parties.map((partie) => card(partie, jour, correct))}</div>
${visit.identite.role !== 'editeur' && accessPanel(dossier.cible.id, delegated, visit.identite.role === 'superviseur')}
<p class="doux petit">Les noms sont ceux des dernières saisies ; les états et les dates de fin, ceux de la procédure.</p>`,
  };
}

const shades: Readonly<Record<Nature, { teinte: Shade; signe?: IconName }>> = {
  acquise: { teinte: 'bien', signe: 'coche' },
  obligatoire: { teinte: 'attention', signe: 'horloge' },
  attente: { teinte: 'attention', signe: 'sablier' },
  recommandee: { teinte: 'neutre' },
  facultative: { teinte: 'neutre' },
};

/** Somebody, with where the line that told of him is corrected. */
function card(partie: Partie, jour: string, correct: (rang: number | null) => string | null): Html {
  const { role, nom, details, etat, carte, finitLe, ligne } = partie;
  const correction = correct(ligne);
  return panel(
    role,
    html`<p class="nom">${icon('personne')}${nom ?? html`<span class="doux">Nom non connu</span>`}</p>
${details.map((detail) => html`<p class="petit doux">${detail}</p>`)}
${
  etat &&
  html`<p class="rang">${pill(shades[etat.nature].teinte, etat.libelle, shades[etat.nature].signe)}</p>
${etat.depuis && html`<p class="petit doux">Depuis le ${longDay(etat.depuis)}</p>`}`
}
${carte && cardLine(carte, finitLe, jour)}
${correction !== null && html`<div class="acte petit"><a href="${correction}" hx-get="${correction}" hx-target="closest .acte" hx-select=".a-placer">Corriger une erreur<span class="sr"> : ${role}${nom && `, ${nom}`}</span></a></div>`}`,
  );
}

/** A card serves on its last day: it lapses on the next one. */
function cardLine({ type, fin }: NonNullable<Partie['carte']>, finitLe: string | null, jour: string): Html {
  if (fin === null)
    return html`<p class="carte-tenue">${icon('carte')}<span>${type}, fin de validité inconnue</span></p>`;
  const rest = daysBetween(jour, finitLe ?? fin);
  const near =
    rest <= NEAR_DAYS
      ? pill(rest <= 0 ? 'faute' : 'attention', rest <= 0 ? 'Terminée' : 'Finit bientôt', 'horloge')
      : null;
  return html`<p class="carte-tenue">${icon('carte')}<span>${type}, valable jusqu’au ${longDay(fin)} <span class="doux">(${timeUntil(fin, jour)})</span></span> ${near}</p>`;
}

function accessPanel(id: string, noms: readonly string[], mayRead: boolean): Html {
  return panel(
    'Éditeurs qui voient ce dossier',
    noms.length > 0
      ? html`<ul>${noms.map((nom) => html`<li>${nom}</li>`)}</ul>`
      : html`<p class="doux">Aucun pour l’instant.</p>`,
    {
      actions: html`<a href="/dossiers/${id}/delegations">Voir les délégations</a>${mayRead && html` · <a href="/administration/acces?objet=${id}">Qui a lu ce dossier</a>`}`,
    },
  );
}

async function delegatedEditeurs({ services, identite }: Visitor, { row }: CaseRead): Promise<string[]> {
  if (identite.role === 'editeur') return [];
  const today = services.today();
  const delegations = await services.identites.delegationsOf(row.id);
  const held = delegations.filter(
    ({ du, au, revoqueeLe }) => revoqueeLe === null && du <= today && (au === null || au >= today),
  );
  return Promise.all(
    held.map(async ({ editeurId, au }) => {
      const editeur = await services.identites.editeur(editeurId);
      return `${editeur?.nom ?? 'Éditeur inconnu'}${au === null ? '' : `, jusqu’au ${longDay(au)}`}`;
    }),
  );
}

/** Whom the DSI of the groupement said they were, or whom the groupement was opened with. */
async function groupementDsi({ services }: Visitor, { row }: CaseRead): Promise<string | null> {
  if (row.parentId === null) return null;
  const groupement = { genre: 'groupement', id: row.parentId } as const;
  const found = await services.find(groupement);
  if (!found.ok) return null;
  const told = namesFrom(standingLines(await linesAfter(services, groupement, 0))).dsi;
  const { dsi } = readFiche(found.value.fiche);
  if (told !== null || !dsi) return told;
  return typeof dsi === 'string' ? dsi : [dsi.nom, dsi.courriel].filter(Boolean).join(', ');
}

/** Somebody who acts in a case, with the card that they hold. */
interface Partie {
  role: string;
  /** Null while nobody has told it. */
  nom: string | null;
  /** How to reach them, or what else is known: « Directrice », « DMP v4 ». */
  details: string[];
  /** Where they stand, in the machine’s words; null where the machine has no such region. */
  etat: { libelle: string; depuis: string | null; nature: Nature } | null;
  carte: { type: string; fin: string | null } | null;
  /** The day (YYYY-MM-DD) on which the card no longer serves; null when it has none. */
  finitLe: string | null;
  /** The line of the journal that last told who it is; null where none did. */
  ligne: number | null;
}

/** Who they were last said to be, by what each fact says. */
interface Noms {
  representant: { nom: string; details: string[]; ligne: number } | null;
  mandataire: { nom: string; ligne: number } | null;
  /** Where each administrateur technique was last told, by id. */
  administrateurs: Map<string, number>;
  /** Whom part 4 names last, by id, and how to reach them. */
  contacts: { id: string; nom: string; joindre: string }[];
  editeur: string | null;
  logiciels: string[];
  dsi: string | null;
}

/** Who acts in a dossier: names from what was told, states and cards from its machine. */
function partiesOf({ procedure, etat }: CaseRead, lines: readonly Ligne[], groupementDsi: string | null): Partie[] {
  if (!procedure || !etat) return [];
  const noms = namesFrom(lines);
  const of = (region: string) => standing(procedure, etat, region);
  const { carteResponsable, carteMandataire } = etat.snapshot.context as {
    carteResponsable: Card;
    carteMandataire: Card;
  };
  const administrateurs = administrateursOf(designesOf({ etat }), noms, of('administrateurTechnique'));
  const lapses = deadlines({ procedure, ...etat });
  const ends = (carte: CarteSuivie) => lapses.find(({ fait }) => procedure.facts[fait]?.carte === carte)?.le ?? null;
  const none = { carte: null, finitLe: null, ligne: null };
  return [
    {
      role: 'Représentant légal',
      nom: noms.representant?.nom ?? null,
      etat: of('carteResponsable'),
      details: noms.representant?.details ?? [],
      carte: carteResponsable,
      finitLe: ends('carteResponsable'),
      ligne: noms.representant?.ligne ?? null,
    },
    {
      role: 'Mandataire',
      nom: noms.mandataire?.nom ?? null,
      details: [],
      etat: of('mandataire'),
      carte: carteMandataire,
      finitLe: ends('carteMandataire'),
      ligne: noms.mandataire?.ligne ?? null,
    },
    ...administrateurs,
    { role: 'Éditeur de logiciel', nom: noms.editeur, details: noms.logiciels, etat: of('editeur'), ...none },
    { role: 'DSI du groupement', nom: noms.dsi ?? groupementDsi, details: [], etat: of('coordination'), ...none },
  ].filter(({ nom, etat: stands }) => nom !== null || stands !== null);
}

type Card = Partie['carte'];
/** The one in charge stands where the machine does; the others, where their cards do (A18). */
function administrateursOf(designes: readonly Designe[], { contacts, administrateurs }: Noms, etat: Partie['etat']) {
  const role = 'Administrateur technique';
  const strangers = contacts
    .filter(({ id }) => designes.every((one) => one.id !== id))
    .map(({ nom, joindre }) => `Nommé en partie 4 : ${nom}, ${joindre}`);
  if (designes.length === 0)
    return [{ role, nom: null, details: strangers, etat, carte: null, finitLe: null, ligne: null }];
  return designes.map(({ id, nom, carte, estHabilite, ...one }, rang) => ({
    role,
    nom,
    carte,
    etat: rang === 0 ? etat : standingOf({ carte, ...one }),
    details: [
      one.origine === 'employe' ? 'Employé de la structure' : 'Technicien d’un tiers',
      ...(estHabilite ? ['Habilité par l’ANS'] : []),
      ...contacts.filter((contact) => contact.id === id).map(({ joindre }) => joindre),
      ...(rang === 0 ? strangers : []),
    ],
    finitLe: carte?.fin ? addDays(carte.fin, 1) : null,
    ligne: administrateurs.get(id) ?? null,
  }));
}

function standingOf(one: Pick<Designe, 'carte' | 'bloquee'>): Partie['etat'] {
  if (one.carte === null) return { libelle: 'Sans carte active', depuis: null, nature: 'facultative' };
  if (one.bloquee) return { libelle: 'Carte à débloquer', depuis: null, nature: 'facultative' };
  return { libelle: 'Équipé d’une carte active', depuis: null, nature: 'acquise' };
}

function standing(procedure: Procedure, { snapshot, depuis }: Etat, region: string): Partie['etat'] {
  if (!procedure.machine.root.states[region]) return null;
  const leaf = leaves(snapshot).find(({ path }) => path.startsWith(`${region}.`));
  if (!leaf) return null;
  const { libelle, nature } = leaf.node.meta as StepMeta;
  return { libelle, depuis: depuis[leaf.path] ?? '', nature };
}

/** Reads the names that facts have told, the last one of each. */
function namesFrom(lines: readonly Ligne[]): Noms {
  const administrateurs = new Map<string, number>();
  const persons = { representant: null, mandataire: null, administrateurs, contacts: [] };
  const noms: Noms = { ...persons, editeur: null, logiciels: [], dsi: null };
  for (const line of lines) {
    nameLeaders(noms, line);
    const { logiciels, contacts, editeur, dsi, administrateur } = namedBy(line);
    if (administrateur) administrateurs.set(idOf(administrateur), line.rang);
    if (logiciels) noms.logiciels = logiciels.map(({ solution, version }) => `${solution}, version ${version}`);
    if (contacts) noms.contacts = contacts.map(reached);
    noms.editeur = editeur ?? logiciels?.[0]?.editeur ?? noms.editeur;
    noms.dsi = dsi ?? noms.dsi;
  }
  return noms;
}

function nameLeaders(noms: Noms, line: Ligne): void {
  const { representantLegal, mandataire } = leadersIn(line);
  const ligne = line.rang;
  if (representantLegal !== undefined)
    noms.representant = representantLegal && { ...representative(representantLegal), ligne };
  if (mandataire !== undefined) noms.mandataire = mandataire && { nom: fullName(mandataire), ligne };
}

function representative(person: NonNullable<Nommes['representantLegal']>) {
  const { fonction, courriel, telephone } = person;
  const details = [fonction, courriel, telephone && spaced(telephone)];
  return { nom: fullName(person), details: details.flatMap((one) => one ?? []) };
}

function reached(contact: NonNullable<Nommes['contacts']>[number]): Noms['contacts'][number] {
  const { courriel, telephone } = contact;
  return { id: idOf(contact), nom: fullName(contact), joindre: `${courriel}, ${spaced(telephone)}` };
}

function spaced(telephone: string): string {
  return /^0\d{9}$/.test(telephone) ? telephone.replace(/(\d\d)(?=\d)/g, '$1 ') : telephone;
}
