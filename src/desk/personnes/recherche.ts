import { setImmediate } from 'node:timers/promises';
import type { DossierContext } from '../../../machines/etablissement/context.ts';
import type { Desk } from '../../acts/act.ts';
import { toInstance } from '../../acts/rows.ts';
import { libelleOf } from '../../engine/history/uncorrectable.ts';
import type { Instance } from '../../engine/instance.ts';
import { attemptsOf } from '../../identity/comptes/tentatives.ts';
import type { Compte } from '../../store/identities.ts';
import type { EffacableLieu, TexteGarde, Tranche } from '../../store/persons.ts';
import type { RecordedLine, StoredRow } from '../../store/store.ts';
import { type PersonneCherchee, type Reconnue, recognize } from './nom.ts';

/** A line of a journal that names the person, and in which capacities. */
interface LigneTenue {
  rang: number;
  date: string;
  libelle: string;
  roles: string[];
  /** What it says of the person. */
  extraits: unknown[];
}

/** Why a person cannot be erased yet, and what is to be done first. */
export interface Charge {
  quoi: string;
  remede: string;
}

/** A dossier with its certificates, or a groupement, where the person is or was named. */
export interface CasTenu {
  cible: { genre: 'dossier' | 'groupement'; id: string };
  denomination: string;
  statut: string;
  lignes: LigneTenue[];
  charges: Charge[];
  /** The cases of it, by their ids, whose fiche or state names the person. */
  lieux: string[];
}

/** A text of the desk that names the person, and may go. */
export interface TexteTenu extends TexteGarde {
  lieu: EffacableLieu;
}

/** All that is held of a person. */
export interface Tenu {
  cherchee: PersonneCherchee;
  cas: CasTenu[];
  textes: TexteTenu[];
  /** Texts of histories, of which nothing is taken out. */
  histoires: TexteGarde[];
  comptes: Compte[];
  /** The imprints of e-mails under which attempts to log in are kept. */
  tentatives: string[];
}

/** Finds all that is held of somebody, reading every line: 1 s for a million of them, others working meanwhile. */
export async function search(desk: Desk, cherchee: PersonneCherchee): Promise<Tenu> {
  const { store } = desk;
  const known = recognize(cherchee);
  const { personnes, identites } = store;
  const lines = await walked((apres) => personnes.lignes(known.motifs, apres));
  const rows = await walked((apres) => personnes.instances(known.motifs, apres));
  const naming = lines.filter(({ saisie }) => saisie !== null && known.isIn(saisie));
  const standing = rows.filter(({ etat, fiche }) => known.isIn(etat) || known.isIn(fiche));
  const cas = await casesOf(desk, known, { naming, standing });
  const within = new Set(cas.flatMap(({ cible, lieux }) => [cible.id, ...lieux]));
  const textes = (await personnes.textes(known.motifs)).filter(({ texte, instanceId }) =>
    known.isIn(texte, instanceId !== null && within.has(instanceId)),
  );
  const comptes = (await identites.comptes()).filter(
    ({ nom, courriel }) => known.isIn(nom) || courriel === cherchee.courriel,
  );
  const courriels = new Set([cherchee.courriel, ...comptes.map(({ courriel }) => courriel)].filter(Boolean));
  const tentatives = await Promise.all(
    [...courriels].map(attemptsOf).map(async (cle) => ((await identites.tentativesOf(cle)).length > 0 ? [cle] : [])),
  );
  return {
    cherchee,
    cas,
    textes: textes.filter(isTenu),
    histoires: textes.filter((one) => !isTenu(one)),
    comptes,
    tentatives: tentatives.flat(),
  };
}

const EFFACABLES: ReadonlySet<string> = new Set<EffacableLieu>([
  'note',
  'relance',
  'brouillon',
  'reponse',
  'vue',
  'lien',
  'courriel',
  'adresse',
]);

function isTenu(one: TexteGarde): one is TexteTenu {
  return EFFACABLES.has(one.lieu);
}

async function walked<T>(read: (apres: number) => Promise<Tranche<T>>): Promise<T[]> {
  const all: T[] = [];
  for (let apres: number | null = 0; apres !== null; ) {
    const { trouves, suite }: Tranche<T> = await read(apres);
    all.push(...trouves);
    apres = suite;
    await setImmediate();
  }
  return all;
}

interface Found {
  naming: readonly RecordedLine[];
  standing: readonly StoredRow[];
}

async function casesOf({ store }: Desk, known: Reconnue, { naming, standing }: Found): Promise<CasTenu[]> {
  const rows = new Map(standing.map((row) => [row.id, row]));
  const rowOf = async (id: string | null) => {
    const row = id === null ? null : (rows.get(id) ?? (await store.row(id)));
    if (row) rows.set(row.id, row);
    return row;
  };
  const cases = new Map<string, CasTenu>();
  const caseOf = async (id: string): Promise<CasTenu | null> => {
    const row = await rowOf(id);
    const root = row?.genre === 'certificat' ? await rowOf(row.parentId) : row;
    if (!root || root.genre === 'certificat') return null;
    const { genre, denomination, statut } = root;
    const made = cases.get(root.id) ?? {
      cible: { genre, id: root.id },
      denomination,
      statut,
      lignes: [],
      charges: [],
      lieux: [],
    };
    cases.set(root.id, made);
    return made;
  };
  for (const line of naming)
    (await caseOf(line.instanceId))?.lignes.push(heldLine(rows.get(line.instanceId), line, known));
  for (const row of standing) {
    const held = await caseOf(row.id);
    held?.lieux.push(row.id);
    held?.charges.push(...chargesOf(row, known));
  }
  for (const held of cases.values()) {
    const row = held.lieux.includes(held.cible.id) ? null : rows.get(held.cible.id);
    if (row) held.charges.push(...chargesOf(row, known));
  }
  return [...cases.values()];
}

function heldLine(row: StoredRow | undefined, line: RecordedLine, known: Reconnue): LigneTenue {
  const { rang, date, type } = line;
  const mentions = known.mentionsIn(line.saisie ?? '');
  const procedure = row && toInstance(row)?.procedure;
  const roles = mentions.map(({ champ }) => roleNames.get(champ) ?? 'Nommé dans un texte');
  return {
    rang,
    date,
    roles: [...new Set(roles)],
    extraits: mentions.map(({ extrait }) => extrait),
    libelle: procedure ? libelleOf(procedure, type) : type,
  };
}

/** What a person is, by the field under which a fact names them. */
const roleNames: ReadonlyMap<string, string> = new Map([
  ['representantLegal', 'Représentant légal'],
  ['mandataire', 'Mandataire'],
  ['saisie', 'Nommé dans un formulaire'],
  ['partie3', 'Signataire du formulaire 413'],
  ['partie4', 'Contact technique du formulaire 413'],
  ['parties', 'Nommé dans le formulaire 413'],
  ['signataire', 'Signataire'],
  ['porteur', 'Porteur de carte'],
  ['personne', 'Désigné'],
  ['beneficiaire', 'Bénéficiaire de certificat'],
  ['interlocuteur', 'Interlocuteur de la DSI'],
  ['dsi', 'Contact de la DSI'],
]);

/** What a person still does in an open case. */
function chargesOf(row: StoredRow, known: Reconnue): Charge[] {
  const instance = toInstance(row);
  if (!instance) {
    return [
      { quoi: 'Enregistrement en quarantaine', remede: 'Prévenez l’exploitant : il se lit, mais ne s’écrit plus.' },
    ];
  }
  if (row.statut === 'clos' || row.statut === 'abandonne') return [];
  if (row.genre === 'certificat') return certificateCharges(instance, known);
  return row.genre === 'dossier' ? dossierCharges(instance, known) : [];
}

function certificateCharges({ fiche: { usage, beneficiaire } }: Instance, known: Reconnue): Charge[] {
  if (!beneficiaire || !known.isIn(JSON.stringify({ beneficiaire }))) return [];
  const remede = 'Notez la révocation ou l’annulation du certificat, ou attendez sa fin.';
  return [{ quoi: `Bénéficiaire d’un certificat ${usage ?? ''} en cours`, remede }];
}

function dossierCharges({ snapshot }: Instance, known: Reconnue): Charge[] {
  const { administrateurs, connus } = snapshot.context as DossierContext;
  const close = 'ou abandonnez le dossier.';
  const isThem = (id: string | null) => id !== null && known.ids.includes(id);
  const all = [
    [
      administrateurs.some(({ id, personne }) => isThem(id) || known.isIn(JSON.stringify({ personne }))),
      'Administrateur technique',
      `Notez son départ, ${close}`,
    ],
    [isThem(connus.representantLegal), 'Représentant légal', `Notez son remplacement, ${close}`],
    [isThem(connus.mandataire), 'Mandataire', `Notez la fin de son mandat, ${close}`],
  ] as const;
  return all.flatMap(([holds, quoi, remede]) => (holds ? [{ quoi, remede }] : []));
}
