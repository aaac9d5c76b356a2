import { idOf } from '../../../../machines/etablissement/administrateurs.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import type { Nature, StepMeta } from '../../../../machines/step.ts';
import { addDays, deadlines } from '../../../engine/deadlines.ts';
import { leaves } from '../../../engine/state-info.ts';
import { type Designe, designesOf } from './administrateurs.ts';
import type { CaseRead, Etat, Ligne } from './case.ts';

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
}

interface Nom {
  nom: string;
  prenom: string;
}
type Champs = Readonly<Record<string, unknown>>;

/** Who they were last said to be, by what each fact says. */
interface Noms {
  representant: { nom: string; details: string[] } | null;
  mandataire: string | null;
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
  const administrateurs = administrateursOf(designesOf({ etat }, lines), noms, of('administrateurTechnique'));
  const ends = (fait: string) => deadlines({ procedure, ...etat }).find((one) => one.fait === fait)?.le ?? null;
  const none = { carte: null, finitLe: null };
  return [
    {
      role: 'Représentant légal',
      nom: noms.representant?.nom ?? null,
      etat: of('carteResponsable'),
      details: noms.representant?.details ?? [],
      carte: carteResponsable,
      finitLe: ends('carteResponsable.expiree'),
    },
    {
      role: 'Mandataire',
      nom: noms.mandataire,
      details: [],
      etat: of('mandataire'),
      carte: carteMandataire,
      finitLe: ends('carteMandataire.expiree'),
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
function administrateursOf(designes: readonly Designe[], { contacts }: Noms, etat: Partie['etat']): Partie[] {
  const role = 'Administrateur technique';
  const strangers = contacts
    .filter(({ id }) => designes.every((one) => one.id !== id))
    .map(({ nom, joindre }) => `Nommé en partie 4 : ${nom}, ${joindre}`);
  if (designes.length === 0) return [{ role, nom: null, details: strangers, etat, carte: null, finitLe: null }];
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
  const noms: Noms = {
    representant: null,
    mandataire: null,
    contacts: [],
    editeur: null,
    logiciels: [],
    dsi: null,
  };
  for (const { type, saisie } of lines) {
    const read = readers[type];
    if (read) Object.assign(noms, read(saisie === null ? {} : (JSON.parse(saisie) as Champs)));
  }
  return noms;
}

const readers: Readonly<Record<string, (champs: Champs) => Partial<Noms>>> = {
  'contrat.transmis': (champs) => representativeOf(formOf(champs)['representantLegal']),
  'formulaire101.transmis': (champs) => representativeOf(formOf(champs)['representantLegal']),
  'representantLegal.remplace': ({ personne }) => ({
    representant: fullName(personne) === null ? null : { nom: fullName(personne) ?? '', details: [] },
  }),
  'mandat.demande': (champs) => told('mandataire', fullName(formOf(champs)['mandataire'])),
  'carteMandataire.demandee': (champs) => told('mandataire', fullName(formOf(champs)['porteur'])),
  'mandat.termine': () => ({ mandataire: null }),
  'mandat.refuse': () => ({ mandataire: null }),
  'formulaire413.repris': () => ({ contacts: [] }),
  'formulaire413.partie3Remplie': ({ partie3 }) => signatoryOf(partie3 as Champs | undefined),
  'formulaire413.partie4Remplie': ({ partie4 }) => detailsOf(partie4 as Champs | undefined),
  'editeur.contacte': ({ editeur }) => told('editeur', textOf(editeur)),
  'dsi.contactee': ({ interlocuteur }) => told('dsi', textOf(interlocuteur)),
};

function signatoryOf({ qualite, signataire }: Champs = {}): Partial<Noms> {
  const nom = fullName(signataire);
  if (nom === null) return {};
  return qualite === 'mandataire' ? { mandataire: nom } : { representant: { nom, details: [] } };
}

function detailsOf({ logiciels = [], administrateursTechniques = [] }: Champs = {}): Partial<Noms> {
  const some = logiciels as { type: string; editeur: string; solution: string; version: string }[];
  const contacts = administrateursTechniques as (Nom & { courriel: string; telephone: string })[];
  return {
    ...told('editeur', some[0]?.editeur ?? null),
    logiciels: some.map(({ solution, version }) => `${solution}, version ${version}`),
    contacts: contacts.map(({ nom, prenom, courriel, telephone }) => ({
      id: idOf({ nom, prenom }),
      nom: `${prenom} ${nom}`,
      joindre: `${courriel}, ${spaced(telephone)}`,
    })),
  };
}

function representativeOf(saisie: unknown): Partial<Noms> {
  const nom = fullName(saisie);
  if (nom === null) return {};
  const { fonction, courriel, telephone } = saisie as Champs;
  const details = [textOf(fonction), textOf(courriel), textOf(telephone) && spaced(textOf(telephone) ?? '')];
  return { representant: { nom, details: details.flatMap((one) => one ?? []) } };
}

function formOf({ saisie }: Champs): Champs {
  return (saisie ?? {}) as Champs;
}

function fullName(person: unknown): string | null {
  const { nom, prenom } = (person ?? {}) as Partial<Nom>;
  return nom ? `${prenom ?? ''} ${nom}`.trim() : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Only what was told replaces what was. */
function told(name: keyof Noms, value: string | null): Partial<Noms> {
  return value === null ? {} : { [name]: value };
}

function spaced(telephone: string): string {
  return /^0\d{9}$/.test(telephone) ? telephone.replace(/(\d\d)(?=\d)/g, '$1 ') : telephone;
}
