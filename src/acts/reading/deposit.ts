import { z } from 'zod';
import type { certificatFacts } from '../../../machines/certificat/events.ts';
import type { CertificatContext } from '../../../machines/certificat/setup.ts';
import { dayOf } from '../../days.ts';
import { type Fiche, readFiche } from '../../engine/fiche.ts';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import { type FichierRefuse, readFile } from '../../pki/file.ts';
import {
  type Attendu,
  type Ecart,
  type Examen,
  examine,
  type Regles,
  requestMismatches,
} from '../../pki/mismatches.ts';
import type { ContenuDemande } from '../../pki/request.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../act.ts';
import { type Cible, findCase } from '../family.ts';
import { factsOf } from '../opening/opening-day.ts';
import { view } from './view.ts';

const RETRAIT = 'certificat.retire' satisfies keyof typeof certificatFacts;

/** That fact as a certificate fills it in. */
interface FaitRetrait {
  type: typeof RETRAIT;
  date: string;
  numeroSerie: string;
  debut: string;
  fin: string;
  emetteur: string;
}

/** What was found in a file that was brought for a case; nothing is kept of it. */
export type Deposit =
  | (Examen & { genre: 'certificat'; fait: FaitRetrait | null })
  | { genre: 'csr'; contenu: ContenuDemande; ecarts: Ecart[] };

/** Why a file that was brought is not looked at further. */
export type DepositRefusal = FichierRefuse | { code: 'sans-titulaire' } | { code: 'csr-attendu' };

/** Reads a file for a certificate that was ordered, or a request for one that a dossier is to order; it is wiped. */
export async function readDeposit(
  desk: Desk,
  cible: Cible,
  octets: Buffer,
  asked: Omit<Regles, 'jour'>,
): Promise<Result<Deposit, Refusal | DepositRefusal>> {
  const read = readFile(octets);
  octets.fill(0);
  if (!read.ok) return read;
  const awaited = await awaitedBy(desk, cible);
  if (!awaited.ok) return awaited;
  if ('demande' in read.value) {
    const { demande } = read.value;
    const ecarts = requestMismatches(demande, awaited.value, await mailDomains(desk.store, awaited.value.dossierId));
    return ok({ genre: 'csr', contenu: demande, ecarts });
  }
  if (cible.genre !== 'certificat') return err({ code: 'csr-attendu' });
  const rules = { ...asked, jour: dayOf(desk.clock()) };
  const examen = examine(read.value.certificats, awaited.value, rules);
  if (!examen) return err({ code: 'sans-titulaire' });
  return ok({ genre: 'certificat', ...examen, fait: await factOf(desk, cible, examen) });
}

/** What is awaited of a certificate, by its order and its dossier. */
async function awaitedBy(desk: Desk, cible: Cible): Promise<Result<Attendu & { dossierId: string }>> {
  const found = await findCase(desk, cible);
  if (!found.ok) return found;
  const { id, parentId, fiche, snapshot } = found.value.cible;
  if (cible.genre === 'dossier')
    return ok({ ...structureOf(fiche), usage: null, beneficiaire: null, numeroSerie: null, dossierId: id });
  const dossierId = parentId ?? id;
  const dossier = await desk.store.row(dossierId);
  const { usage = null, beneficiaire = null } = fiche;
  const { numeroSerie } = snapshot.context as CertificatContext;
  return ok({ ...structureOf(readFiche(dossier?.fiche ?? '{}')), usage, beneficiaire, numeroSerie, dossierId });
}

function structureOf({ denomination = '', siret = null, finess = null }: Fiche): Pick<Attendu, 'structure'> {
  return { structure: { denomination, siret, finess } };
}

const Partie4Dite = z.looseObject({ partie4: z.looseObject({ domaineMessagerie: z.string() }) });

/** The mail domain that part 4 of form 413 declares, as it last stands. */
async function mailDomains(store: Store, dossierId: string): Promise<string[]> {
  const lines = await factsOf(store, dossierId);
  const said = lines.flatMap(
    ({ saisie }) => Partie4Dite.safeParse(saisie === null ? null : JSON.parse(saisie)).data ?? [],
  );
  return said.slice(-1).map(({ partie4 }) => partie4.domaineMessagerie);
}

/** Null where the certificate does not await it now, or where what stands in the way says that it is another. */
async function factOf(desk: Desk, cible: Cible, { contenu, ecarts }: Examen): Promise<FaitRetrait | null> {
  if (ecarts.some(({ bloquant }) => bloquant)) return null;
  const seen = await view(desk, cible);
  const facts = seen.ok ? seen.value.vue.suite.etapes.flatMap(({ faits }) => faits) : [];
  const exemple = facts.find(({ type, accepte }) => type === RETRAIT && accepte)?.exemple;
  const { numeroSerie, debut, fin, emetteur } = contenu;
  return exemple ? { type: RETRAIT, date: exemple.date, numeroSerie, debut, fin, emetteur } : null;
}
