import { randomUUID } from 'node:crypto';
import type { Act, Desk } from '../../acts/act.ts';
import { type DocumentRefusal, examined, isAntivirusSilent } from '../../acts/documents.ts';
import { forgetDocuments } from '../../acts/letting-go.ts';
import { courrielOf, MESSAGERIE, tellMail } from '../../acts/mails.ts';
import { natureOf, natures } from '../../documents/kinds.ts';
import type { Recu } from '../../engine/history/mails.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { type Match, matchOf } from '../../mail/matching.ts';
import { ReaderBusy, readMail } from '../../mail/reading.ts';
import type { Bounce, Envelope, ReceivedMail } from '../../mail/received.ts';
import type { CourrielArrive } from '../../store/mails.ts';
import { bytesOf, keyOf, nowhere, type Opened, type Read, saidBy, whyLeft } from './arrived.ts';
import { findersOf } from './finders.ts';
import { jointesOf, keepJointes, namedOn } from './jointes.ts';

const AT_ONCE = 20;
/** What is told where a server gave no reason. */
const NOBODY = 'Adresse refusée';

/** What is kept cannot be had for now. */
class Unreachable extends Error {}

/** Why a mail is not read, or not filed. */
export type ReadingRefusal = DocumentRefusal | { code: 'lecture-occupee' };

/** What reception needs; `adresse` is that of the desk, null where it is not told. */
export interface ReceptionDesk {
  desk: Desk;
  adresse: string | null;
  /** Whether an address is of somebody who writes about any dossier: the ANS, an éditeur. */
  estDeTous(adresse: string): Promise<boolean>;
}

/** Mails that come: kept first, filed to their dossier, or left to somebody. */
export function createReception({ desk, adresse, estDeTous }: ReceptionDesk) {
  const { store, clock } = desk;
  const { courriels } = store;
  const finders = findersOf(desk, adresse, estDeTous);
  let filing: Promise<void> | null = null;
  let again = false;

  return {
    recevoir,
    ranger,
    /** Keeps a mail that somebody brings, and files what it can; what of another's fails then is no fault of theirs. A refusal where it is no mail. */
    async deposer(raw: Buffer): Promise<Result<null, DocumentRefusal>> {
      if ((await natureOf(raw)) !== 'eml') return err({ code: 'document-refuse', admis: [natures.eml.libelle] });
      await recevoir(raw, { to: [] });
      await ranger().catch(() => {});
      return ok(null);
    },
    /** What waits for somebody to say its dossier, oldest first. */
    aClasser: (limite: number) => courriels.recus('a-classer', limite),
    combienAClasser: () => courriels.combien('a-classer'),
    /** One that waits for somebody, read. */
    lire: waiting,
    /** Files one to a dossier, as somebody says. */
    async classer(
      id: string,
      dossierId: string,
      { auteur }: Pick<Act, 'auteur'>,
    ): Promise<Result<null, ReadingRefusal>> {
      const found = await waiting(id);
      if (!found.ok) return found;
      const { arrive, ...read } = found.value;
      const jointes = await jointesOf(read.mail);
      const filed = await fileTo(arrive, { ...read, jointes }, { dossierId, auteur });
      if (!filed.ok) return filed;
      return filed.value === dossierId ? ok(null) : err({ code: 'introuvable', objet: 'courriel', id });
    },
    /** Puts one aside: it is forgotten, and would be told apart if it came again. */
    async ecarter(id: string): Promise<boolean> {
      const aside = await courriels.classer(id, 'a-classer', { ...nowhere, etat: 'ecarte' });
      if (aside) await forgetAside();
      return aside;
    },
  };

  /** Keeps a mail as its bytes, each once however often it is brought; it is filed a little later, whatever happens in between. */
  async function recevoir(raw: Buffer, { to }: Envelope): Promise<void> {
    const document = await store.documents.put(raw);
    const recu = { id: randomUUID(), cle: keyOf(raw), document, enveloppe: to, recuLe: clock().toISOString() };
    if (await courriels.recevoir(recu)) return;
    await forgetDocuments(desk, [document]);
  }

  /** Files what came and is not filed yet, and forgets what was put aside: asked after a reception, and now and then. */
  function ranger(): Promise<void> {
    again = true;
    filing ??= fileAll().finally(() => {
      filing = null;
    });
    return filing;
  }

  async function waiting(id: string): Promise<Result<Opened & { arrive: CourrielArrive }, ReadingRefusal>> {
    const arrive = await courriels.recu(id);
    const raw = arrive && (await store.documents.get(arrive.document));
    if (!arrive || !raw || arrive.etat !== 'a-classer') return err({ code: 'introuvable', objet: 'courriel', id });
    const clean = await examined(desk, raw);
    if (!clean.ok) return clean;
    const opened = await readOrBusy(raw, arrive.enveloppe);
    if (!opened.ok) return opened;
    return ok({ arrive, mail: opened.value, octets: raw.length });
  }

  async function fileAll(): Promise<void> {
    const failures: unknown[] = [];
    while (again) {
      again = false;
      for (const one of await courriels.recus('arrive', AT_ONCE)) {
        const isFiled = await fileOne(one).catch((error: unknown) => {
          failures.push(error);
          return leaveUnread(one, error);
        });
        if (!isFiled) break;
        again = true;
      }
    }
    await forgetAside();
    if (failures.length > 0) throw failures[0];
  }

  /** One that breaks what files it holds back no other; an outage is of the base, and all are tried again. */
  async function leaveUnread({ id }: CourrielArrive, error: unknown): Promise<boolean> {
    if (error instanceof Unreachable || (error instanceof Error && error.name === 'StoreOutage')) return false;
    const raison = 'Il n’a pas pu être lu.';
    return await courriels.classer(id, 'arrive', { ...nowhere, etat: 'a-classer', raison });
  }

  /** False where it is to be tried again later, as all others then are. */
  async function fileOne(arrive: CourrielArrive): Promise<boolean> {
    const raw = await bytesKept(arrive);
    if (raw === null) return await courriels.classer(arrive.id, 'arrive', { ...nowhere, etat: 'oublie' });
    const clean = await examined(desk, raw);
    if (!clean.ok) return await leaveUnexamined(arrive, clean.error);
    const opened = await readOrBusy(raw, arrive.enveloppe);
    if (!opened.ok) return false;
    const mail = opened.value;
    const read = { mail, octets: raw.length, jointes: await jointesOf(mail) };
    if (mail.bounce) return await fileBounce(arrive, read, mail.bounce);
    const match = await matchOf({ ...mail, printed: namedOn(read.jointes) }, finders);
    if (!('certain' in match)) return await leave(arrive, mail, match);
    const filed = await fileTo(arrive, read, { dossierId: match.certain, auteur: MESSAGERIE });
    if (filed.ok) return true;
    return filed.error.code === 'antivirus-muet' ? false : await leave(arrive, mail, match);
  }

  /** Where they cannot be had, nothing is wrong with the mail. */
  async function bytesKept({ document }: CourrielArrive): Promise<Buffer | null> {
    try {
      return await store.documents.get(document);
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'DocumentAltered') throw cause;
      throw new Unreachable('Les courriels gardés ne se lisent pas pour le moment.', { cause });
    }
  }

  /** Nobody opens it by mistake; while nobody can look into any, it waits; where it is the only one, it holds back no other. */
  async function leaveUnexamined({ id }: CourrielArrive, refusal: DocumentRefusal): Promise<boolean> {
    const isInfected = refusal.code === 'document-infecte';
    if (!isInfected && (await isAntivirusSilent(desk))) return false;
    const raison = isInfected
      ? `L’antivirus y a reconnu « ${refusal.virus} » : écartez-le.`
      : 'L’antivirus répond, mais ne peut pas l’examiner (trop grand pour lui ?) : prévenez l’exploitant.';
    return await courriels.classer(id, 'arrive', { ...nowhere, etat: 'a-classer', raison });
  }

  /** Tells the dossier of the mail that came back whom it did not reach; a delay is a mail as others are. */
  async function fileBounce(arrive: CourrielArrive, read: Read, bounce: Bounce): Promise<boolean> {
    const { mail } = read;
    const own = ownOf(bounce.originalMessageId);
    if (own !== null) await markLost(own, bounce);
    const match = await matchOf(mail, finders);
    if (!('certain' in match)) return await leave(arrive, mail, match);
    const dossierId = match.certain;
    const lost = bounce.recipients.filter(({ isPermanent }) => isPermanent && own !== null);
    if (lost.length === 0) {
      const filed = await fileTo(arrive, read, { dossierId, auteur: MESSAGERIE });
      return filed.ok || (await leave(arrive, mail, match));
    }
    for (const { address, said } of lost) {
      const champs = { ...bytesOf(arrive, read), courriel: own ?? '', adresse: address, raison: said || NOBODY };
      const once = { auteur: MESSAGERIE, cle: `retour:${arrive.id}:${address}` };
      const told = await tellMail(desk, { genre: 'dossier', id: dossierId }, { type: 'courriel.refuse', champs }, once);
      if (!told.ok) return await leave(arrive, mail, match);
    }
    return await filedTo(arrive, mail, dossierId);
  }

  async function markLost(own: string, { recipients }: Bounce): Promise<void> {
    for (const { address, isPermanent, status, said } of recipients) {
      const reponse = [status, said].filter(Boolean).join(' ') || 'Non remis';
      const tentative = { le: clock().toISOString(), code: null, reponse };
      await courriels.revenir(own, address, tentative, isPermanent);
    }
  }

  /** Our mail that a Message-ID names; null for another's. */
  function ownOf(messageId: string | null): string | null {
    return messageId === null || adresse === null ? null : courrielOf(messageId, adresse);
  }

  /** One whose dossier is not known, or takes nothing, waits for somebody. */
  async function leave({ id }: CourrielArrive, mail: ReceivedMail, match: Match): Promise<boolean> {
    const { pistes, raison } = whyLeft(match);
    return await courriels.classer(id, 'arrive', {
      ...saidBy(mail),
      etat: 'a-classer',
      dossierId: null,
      raison,
      pistes,
    });
  }

  /** Gives the dossier where it is filed: another one, where somebody else was faster. */
  async function fileTo(
    arrive: CourrielArrive,
    read: Read,
    { dossierId, auteur }: { dossierId: string; auteur: string },
  ): Promise<Result<string, DocumentRefusal>> {
    const { mail } = read;
    const answered = [mail.inReplyTo, ...mail.references.toReversed()].flatMap((one) => ownOf(one) ?? []);
    const champs: Recu = {
      ...bytesOf(arrive, read),
      recu: arrive.id,
      de: mail.from && { nom: mail.from.name, adresse: mail.from.address },
      objet: mail.subject,
      messageId: mail.messageId,
      repond: answered[0] ?? null,
      automatique: mail.isAutomatic,
      pieces: mail.attachments.map(({ name }) => name),
    };
    const cible = { genre: 'dossier', id: dossierId } as const;
    const told = await tellMail(desk, cible, { type: 'courriel.recu', champs }, { auteur, cle: `recu:${arrive.id}` });
    if (!told.ok) return told;
    const filed = { courriel: arrive.id, dossierId: told.value, jointes: read.jointes };
    const kept = await keepJointes(desk, filed, { auteur });
    if (!kept.ok) return kept;
    await filedTo(arrive, mail, told.value);
    return told;
  }

  async function filedTo({ id, etat }: CourrielArrive, mail: ReceivedMail, dossierId: string): Promise<boolean> {
    return await courriels.classer(id, etat, { ...saidBy(mail), etat: 'classe', dossierId, raison: null, pistes: [] });
  }

  async function forgetAside(): Promise<void> {
    for (const { id, document } of await courriels.recus('ecarte', AT_ONCE)) {
      await forgetDocuments(desk, [document]);
      await courriels.classer(id, 'ecarte', { ...nowhere, etat: 'oublie' });
    }
  }
}

/** What is done with mails that come. */
export type Reception = ReturnType<typeof createReception>;

/** Reads a mail, unless too many are being read. */
export async function readOrBusy(raw: Buffer, to: readonly string[]): Promise<Result<ReceivedMail, ReadingRefusal>> {
  try {
    return ok(await readMail(raw, { to }));
  } catch (error) {
    if (error instanceof ReaderBusy) return err({ code: 'lecture-occupee' });
    throw error;
  }
}
