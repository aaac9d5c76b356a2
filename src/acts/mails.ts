import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { cleanName, MOST_OCTETS } from '../documents/kinds.ts';
import type { Correspondant, Envoye, Recu, Refuse } from '../engine/history/mails.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import { compose } from '../mail/compose.ts';
import type { KeptAnswer } from '../store/store.ts';
import { type Act, aroundOf, type Desk, type Recorded, settle } from './act.ts';
import { tellBeside } from './beside.ts';
import type { Cible } from './family.ts';
import { forgetDocuments } from './letting-go.ts';
import { toChanges } from './rows.ts';

/** The author of what is told of mails when nobody told it. */
export const MESSAGERIE = 'messagerie';

/** A mail that is about to be sent. */
export interface Courrier extends Pick<Envoye, 'a' | 'objet' | 'modele' | 'automatique'> {
  de: Correspondant;
  /** Where it is answered, and comes back to. */
  retour: string;
  corps: string;
  /** The Message-ID that it answers; null for none. */
  repond: string | null;
  pieces: readonly { nom: string; type: string; octets: Buffer }[];
}

/** Why a mail is not sent. */
export type MailRefusal = Refusal | { code: 'courriel-trop-grand' };

/** A mail that is sent, by its id, and its dossier as it then is. */
export interface Sent extends Pick<Recorded, 'row' | 'recu'> {
  courriel: string;
}

/**
 * Keeps a mail, then tells the journal of its case that it is sent: that line is what the courier sends, so it leaves if it is told, and only then.
 * Under the name of its request it is told once.
 */
export async function sendMail(
  desk: Desk,
  cible: Cible,
  courrier: Courrier,
  act: Act,
): Promise<Result<Sent, MailRefusal>> {
  const written = await write(desk, courrier, { ensemble: false });
  if (!written.ok) return written;
  const told = await settle(desk, act, (around) =>
    tellBeside(desk, cible, { type: 'courriel.envoye', champs: written.value, act, around }),
  );
  if (!told.ok) {
    await forgetDocuments(desk, [written.value.document]);
    return told;
  }
  const { row, recu } = told.value;
  return ok({ courriel: written.value.courriel, row, recu });
}

/** How often several dossiers are told again when somebody else was faster. */
const ATTEMPTS = 20;

/**
 * The same about several dossiers, in one commit, with what is kept of it under a key: false where that mail was sent already, by another node or
 * before a crash.
 */
export async function sendTogether(
  desk: Desk,
  dossiers: readonly string[],
  courrier: Courrier,
  { auteur, cle, reponse }: Pick<KeptAnswer, 'auteur' | 'cle' | 'reponse'>,
): Promise<boolean> {
  const written = await write(desk, courrier, { ensemble: dossiers.length > 1 });
  if (!written.ok) return false;
  const act = { auteur, version: null };
  for (let attempt = 1; ; attempt++) {
    const around = aroundOf(desk.clock());
    const considered = await Promise.all(
      dossiers.map((id) =>
        tellBeside(desk, { genre: 'dossier', id }, { type: 'courriel.envoye', champs: written.value, act, around }),
      ),
    );
    const decided = considered.flatMap((one) => (one.ok ? one.value.decision : []));
    const changes = decided.flatMap((decision) => toChanges(decision, { auteur, ...around }));
    if (changes.length === 0) break;
    const lu = decided.some(({ before }) => before.lu !== null)
      ? decided.flatMap(({ before }) => before.lu ?? [])
      : null;
    const answer: KeptAnswer = { auteur, cle, empreinte: cle, reponse, le: around.instant };
    const result = await desk.store.commit(changes, answer, lu);
    for (const { before } of decided) desk.memory.forget(before);
    if (result.ok) return true;
    if (result.raison === 'deja-repondu') break;
    if (attempt === ATTEMPTS) throw new Error(`${dossiers.length} dossiers were never still in ${ATTEMPTS} attempts`);
  }
  await forgetDocuments(desk, [written.value.document]);
  return false;
}

/** The bytes of a mail, kept; what its line says. */
async function write(
  desk: Desk,
  { de, retour, a, objet, corps, modele, automatique, repond, pieces }: Courrier,
  { ensemble }: { ensemble: boolean },
): Promise<Result<Envoye, MailRefusal>> {
  const courriel = randomUUID();
  const toParty = ({ nom, adresse }: Correspondant) => ({ name: nom, address: adresse });
  const bytes = await compose({
    messageId: messageIdOf(courriel, de.adresse),
    from: toParty(de),
    to: a.map(toParty),
    replyTo: toParty({ nom: de.nom, adresse: retour }),
    subject: objet,
    text: corps,
    date: desk.clock(),
    isAutomatic: automatique,
    inReplyTo: repond,
    attachments: pieces.map(({ nom, type, octets }) => ({ name: nom, type, bytes: octets })),
  });
  if (bytes.length > MOST_OCTETS) return err({ code: 'courriel-trop-grand' });
  const document = await desk.store.documents.put(bytes);
  return ok({
    document,
    nom: cleanName(`${objet}.eml`),
    nature: 'eml',
    octets: bytes.length,
    prouve: null,
    imprimes: [],
    courriel,
    retour,
    a: [...a],
    objet,
    modele,
    automatique,
    ensemble,
    pieces: pieces.map(({ nom }) => nom),
  });
}

/** The Message-ID of a mail of ours, without its angle brackets: the same at each attempt. */
export function messageIdOf(courriel: string, de: string): string {
  return `${courriel}@${de.slice(de.lastIndexOf('@') + 1)}`;
}

/** Our mail that a Message-ID names; null for another's. */
export function courrielOf(messageId: string, de: string): string | null {
  const [id = '', domain] = messageId.split('@');
  return domain === de.slice(de.lastIndexOf('@') + 1) && /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)
    ? id
    : null;
}

/** What is kept of a mail that was told: in which dossier. */
const ToldIn = z.object({ dossier: z.string() });

/** Tells the journal of a case that a mail came, or did not arrive, once for each `cle` whoever files it; gives the id of the case where it is told. */
export async function tellMail(
  desk: Desk,
  cible: Cible,
  said: { type: 'courriel.recu'; champs: Recu } | { type: 'courriel.refuse'; champs: Refuse },
  { auteur, cle }: { auteur: string; cle: string },
): Promise<Result<string>> {
  const tell = () => JSON.stringify({ dossier: cible.id } satisfies z.output<typeof ToldIn>);
  const act: Act = { auteur, version: null, demande: { auteur: MESSAGERIE, cle, empreinte: cle, tell } };
  const told = await settle(desk, act, (around) => tellBeside(desk, cible, { ...said, act, around }));
  if (told.ok) return ok(cible.id);
  if (told.error.code !== 'deja-repondu') return told;
  const kept = await desk.store.answerTo(MESSAGERIE, cle);
  return ok(kept ? ToldIn.parse(JSON.parse(kept.reponse)).dossier : cible.id);
}

const FAILURES_AT_ONCE = 100;

/** Tells the journal of each mail that did not arrive, which wakes whoever has the dossier. */
export async function tellFailures(desk: Desk): Promise<void> {
  const { courriels } = desk.store;
  for (const { numero, id, adresse, dossierId, etat, reponse, essai } of await courriels.aDire(FAILURES_AT_ONCE)) {
    const raison = etat === 'refuse' ? reponse : `Abandonné après plusieurs essais : ${reponse}`;
    const champs = { courriel: id, adresse, raison };
    const once = { auteur: MESSAGERIE, cle: `non-remis:${essai}` };
    if (dossierId !== null)
      await tellMail(desk, { genre: 'dossier', id: dossierId }, { type: 'courriel.refuse', champs }, once);
    await courriels.dit(numero);
  }
}
