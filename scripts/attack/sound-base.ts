import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { definitions } from '../../src/definitions.ts';
import { FaitDit } from '../../src/engine/parse-fact.ts';
import { CleDemandee } from '../../src/identity/editeurs/cles.ts';
import type { Result } from '../../src/result.ts';
import { createServices, type Services } from '../../src/services.ts';
import { type Anchor, anchorsIn } from '../../src/store/seals.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { openingOf } from '../bench/dossiers.ts';
import { surPlace } from '../key/local-key.ts';
import { advance } from '../seed/advance.ts';
import type { Chance } from '../seed/fiction.ts';

const act = { auteur: 'attaque', version: null };
const motDePasse = 'sept cygnes au bord du lac';
const DOSSIERS = 3;
const known = definitions();

/** A base on which everything stands: cases, accounts, keys, an éditeur to whom one case is lent. */
export interface SoundBase {
  file: string;
  /** As it was some acts before. */
  ancienne: string;
  /** The end of its journal, as it is told outside. */
  ancres: Anchor[];
  dossiers: string[];
  groupement: string;
  /** What lets in an agent's program. */
  agent: string;
  superviseur: { courriel: string; motDePasse: string };
  editeurId: string;
}

/** Makes one in `folder`. */
export async function makeSoundBase(folder: string): Promise<SoundBase> {
  const file = join(mkdtempSync(join(folder, 'saine-')), 'parcours.sqlite');
  const store = openSqliteStore({ file, copieAPart: false, definitions: known });
  const services = createServices(store);
  const dossiers: string[] = [];
  for (let rank = 0; rank < DOSSIERS; rank++) dossiers.push(await openCase(services, rank));
  const groupement = given(await services.openGroupement({ nom: 'GHT Exemple', genre: 'ght' }, act)).row.id;
  const people = await letPeopleIn(services, dossiers);
  await store.close();
  const ancienne = copyBase(file, join(folder, 'ancienne'));
  const ancres = await writeMore(file, dossiers);
  return { file, ancienne, ancres, dossiers, groupement, ...people };
}

/**
 * Tells one act more to each case, and gives the end of the journal; `before` is given the base while its log is not copied into it.
 */
export async function writeMore(
  file: string,
  dossiers: readonly string[],
  before: () => void = () => {},
): Promise<Anchor[]> {
  const store = openSqliteStore({ file, copieAPart: false, definitions: known });
  const services = createServices(store);
  const fait = FaitDit.parse({ type: 'contrat.trouve', date: '2026-01-06', numero: 'C-1' });
  for (const id of dossiers) given(await services.record({ genre: 'dossier', id }, fait, act));
  const end = await store.signedEnd();
  before();
  await store.close();
  return anchorsIn(end);
}

/** Opens a public case, and others until one comes to a certificate in service; gives both. */
export async function openMore(file: string, chance: Chance): Promise<string[]> {
  const store = openSqliteStore({ file, copieAPart: false, definitions: known });
  const services = createServices(store);
  const statut = async (id: string) => given(await services.find({ genre: 'dossier', id })).statut;
  const site = given(await services.openDossier({ ...openingOf(DOSSIERS), procedure: 'public-ght' }, act)).row.id;
  for (let rank = DOSSIERS + 1; ; rank++) {
    const id = await openCase(services, rank);
    while ((await statut(id)) === 'enCours' && (await advance(services, chance, id)));
    if ((await statut(id)) !== 'enService') continue;
    await store.close();
    return [site, id];
  }
}

/**
 * A base of other cases, more of them than in a sound one, under the key that stands beside `file` or one of its own; `before` as above.
 */
export async function makeOtherJournal(file: string, before: () => void = () => {}): Promise<void> {
  const store = openSqliteStore({ file, copieAPart: false, definitions: known, nouvelle: true });
  const services = createServices(store);
  for (let rank = 0; rank < 2 * DOSSIERS; rank++) await openCase(services, DOSSIERS + rank);
  before();
  await store.close();
}

/** Copies all that a base is made of beside the file itself; gives the copy. */
export function copyBase(file: string, to: string): string {
  mkdirSync(to, { recursive: true });
  cpSync(dirname(file), to, { recursive: true });
  return join(to, 'parcours.sqlite');
}

/** A case whose card ends one day. */
async function openCase(services: Services, rank: number): Promise<string> {
  const { row } = given(await services.openDossier(openingOf(rank), act));
  const carte = { type: 'CDE', fin: `20${28 + rank}-06-30` };
  const fait = FaitDit.parse({ type: 'carteResponsable.trouvee', date: '2026-01-05', carte });
  given(await services.record({ genre: 'dossier', id: row.id }, fait, act));
  return row.id;
}

async function letPeopleIn(
  { identites }: Services,
  [lent = '']: readonly string[],
): Promise<Pick<SoundBase, 'agent' | 'superviseur' | 'editeurId'>> {
  const courriel = 'superviseur@exemple.fr';
  given(await identites.useLink((await identites.firstLink()) ?? '', { courriel, nom: 'Dominique Roy', motDePasse }));
  const { token } = given(await identites.invite(surPlace, { courriel: 'agent@exemple.fr', role: 'agent' }));
  given(await identites.useLink(token, { nom: 'Camille Agent', motDePasse }));
  const { id: editeurId } = given(await identites.createEditeur(surPlace, { nom: 'Éditeur Exemple' }));
  const lending = {
    genre: 'dossier',
    instanceId: lent,
    editeurId,
    du: '2026-01-01',
    au: null,
    motif: 'Contrat',
  } as const;
  given(await identites.delegate(surPlace, lending));
  const key = async (asked: object) =>
    given(await identites.createKey(surPlace, CleDemandee.parse({ nom: 'Essai', ...asked })));
  const first = await key({ role: 'agent', portees: ['lecture', 'faits', 'evenements', 'webhooks'] });
  const agent = given(await identites.rollKey((await identites.authenticateKey(first.cle)) ?? surPlace, first.cle));
  await key({ role: 'editeur', editeurId, portees: ['lecture', 'partie4', 'evenements', 'webhooks'] });
  const lost = await key({ role: 'lecteur', portees: ['lecture'] });
  given(await identites.revokeKey(surPlace, lost.fiche.id));
  given(await identites.login({ courriel, motDePasse }));
  return { agent: agent.cle, superviseur: { courriel, motDePasse }, editeurId };
}

function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
