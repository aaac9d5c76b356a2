import { idOf } from '../../../../machines/etablissement/administrateurs.ts';
import type { CarteSuivie, Nommes } from '../../../../machines/event.ts';
import type { Personne } from '../../../../machines/formulaires/champs.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import type { Nature, StepMeta } from '../../../../machines/step.ts';
import { addDays } from '../../../days.ts';
import { deadlines } from '../../../engine/deadlines.ts';
import { leaves } from '../../../engine/state-info.ts';
import { type Designe, designesOf } from './administrateurs.ts';
import type { CaseRead, Etat, Ligne } from './case.ts';
import { leadersIn, namedBy } from './lines.ts';

/** Somebody who acts in a case, with the card that they hold. */
export interface Partie {
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
export function partiesOf(
  { procedure, etat }: CaseRead,
  lines: readonly Ligne[],
  groupementDsi: string | null,
): Partie[] {
  if (!procedure || !etat) return [];
  const noms = namesFrom(lines);
  const of = (region: string) => standing(procedure, etat, region);
  const { carteResponsable, carteMandataire } = etat.snapshot.context as Cards;
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
interface Cards {
  carteResponsable: Card;
  carteMandataire: Card;
}

/** The one in charge stands where the machine does; the others, where their cards do (A18). */
function administrateursOf(
  designes: readonly Designe[],
  { contacts, administrateurs }: Noms,
  etat: Partie['etat'],
): Partie[] {
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
export function namesFrom(lines: readonly Ligne[]): Noms {
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

function fullName({ nom, prenom }: Personne): string {
  return `${prenom} ${nom}`;
}

function spaced(telephone: string): string {
  return /^0\d{9}$/.test(telephone) ? telephone.replace(/(\d\d)(?=\d)/g, '$1 ') : telephone;
}
