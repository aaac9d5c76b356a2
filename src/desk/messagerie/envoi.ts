import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { Courriel, texteLibre } from '../../../machines/formulaires/champs.ts';
import type { Act, Desk } from '../../acts/act.ts';
import { readDocument } from '../../acts/documents.ts';
import { type Courrier, type MailRefusal, messageIdOf, type Sent, sendMail, sendTogether } from '../../acts/mails.ts';
import { dayOf } from '../../days.ts';
import { natures } from '../../documents/kinds.ts';
import { type Correspondant, readEnvoye, readRecu } from '../../engine/history/mails.ts';
import { err, type Result } from '../../result.ts';
import type { IdentityStore } from '../../store/identities.ts';
import { longText } from '../long-text.ts';
import type { Reglages } from '../reglages/reglages.ts';
import { type Contact, carnetOf } from './carnet.ts';

/** So many recipients, and pieces, of one mail. */
const RECIPIENTS = 10;
const PIECES = 10;

const Adresses = z
  .array(Courriel)
  .min(1, 'Saisissez l’adresse du destinataire.')
  .max(RECIPIENTS, `Saisissez ${RECIPIENTS} adresses au plus.`);

/** Addresses as they are typed, or one by one. */
const Destinataires = z.union([z.string(), z.array(z.string())]).transform((typed, context) => {
  const texts = typeof typed === 'string' ? typed.split(/[\s,;]+/) : typed;
  const read = Adresses.safeParse(texts.filter((text) => text !== ''));
  for (const { message } of read.error?.issues ?? []) context.addIssue(message);
  return [...new Set(read.data ?? [])];
});

/** A mail to send, as somebody wrote it. */
export const CourrielEcrit = z.strictObject({
  a: Destinataires.meta({ title: 'Destinataires', description: 'Des adresses, séparées par des virgules' }),
  objet: texteLibre('Objet', 200),
  corps: longText(20_000, {
    empty: 'Écrivez le courriel.',
    long: 'Un courriel fait 20 000 caractères au plus.',
  })
    .refine((text) => !text.includes('[à compléter :'), 'Complétez ce qui est entre crochets, ou retirez-le.')
    .meta({ title: 'Texte' }),
  modele: z.string().max(100).nullable().default(null).meta({ title: 'Le modèle dont il vient' }),
  pieces: z
    .array(z.coerce.number().int().min(1))
    .max(PIECES, `Joignez ${PIECES} pièces au plus.`)
    .default([])
    .meta({ title: 'Les documents du dossier à joindre, par leur rang' }),
  repond: z.coerce
    .number()
    .int()
    .min(1)
    .nullable()
    .default(null)
    .meta({ title: 'La ligne du courriel auquel il répond' }),
  malgreRefus: z.boolean().default(false).meta({ title: 'Écrire aussi aux adresses qui ont refusé' }),
});
export type CourrielEcrit = z.output<typeof CourrielEcrit>;

/** A piece that is no document of the dossier: a form drawn from it. */
export type PieceDessinee = Courrier['pieces'][number];

/** Why a mail is not sent. */
export type EnvoiRefusal =
  | MailRefusal
  | { code: 'sans-messagerie' }
  | { code: 'adresse-refusee'; adresses: string[] }
  | { code: 'document-introuvable'; rang: number };

/** What sending needs: `adresse` is that of the desk, null where nothing leaves from here. */
export interface EnvoiDesk {
  desk: Desk;
  reglages: Reglages;
  identites: IdentityStore;
  adresse: string | null;
}

/** Sends a mail about a dossier, in the name of `signataire`; addresses that refused are written to by whoever says so, and then again by anybody. */
export async function envoyer(
  { desk, reglages, identites, adresse }: EnvoiDesk,
  dossierId: string,
  ecrit: CourrielEcrit,
  { signataire, act, dessinees = [] }: { signataire: string; act: Act; dessinees?: readonly PieceDessinee[] },
): Promise<Result<Sent, EnvoiRefusal>> {
  const cible = { genre: 'dossier', id: dossierId } as const;
  const row = await desk.store.row(dossierId);
  if (row?.genre !== 'dossier') return err({ code: 'introuvable', objet: 'dossier', id: dossierId });
  if (adresse === null) return err({ code: 'sans-messagerie' });
  const refused = await desk.store.courriels.refusees(ecrit.a);
  if (refused.length > 0 && !ecrit.malgreRefus)
    return err({ code: 'adresse-refusee', adresses: refused.map((one) => one.adresse) });
  const pieces: Courrier['pieces'][number][] = [...dessinees];
  for (const rang of ecrit.pieces) {
    const found = await readDocument(desk, cible, rang);
    if (!found.ok) return err({ code: 'document-introuvable', rang });
    const { nom, nature, contenu } = found.value;
    pieces.push({ nom, type: natures[nature].type, octets: contenu });
  }
  const answered = ecrit.repond === null ? null : await messageIdAt(desk, dossierId, ecrit.repond, adresse);
  const carnet = await carnetOf({ store: desk.store, reglages, identites }, row, dayOf(desk.clock()));
  const courrier = {
    de: { nom: signataire, adresse },
    retour: await boiteDe(desk, dossierId, adresse),
    a: ecrit.a.map((one) => named(one, carnet)),
    objet: ecrit.objet,
    corps: ecrit.corps,
    modele: ecrit.modele,
    automatique: false,
    repond: answered,
    pieces,
  };
  const sent = await sendMail(desk, cible, courrier, act);
  if (sent.ok) for (const one of refused) await desk.store.courriels.permettre(one.adresse);
  return sent;
}

function named(adresse: string, carnet: readonly Contact[]): Correspondant {
  const known = carnet.find((one) => one.adresse === adresse);
  return { nom: known?.nom ?? '', adresse };
}

/** The Message-ID of the mail that a line tells; null where it tells none. */
async function messageIdAt({ store }: Desk, dossierId: string, rang: number, adresse: string): Promise<string | null> {
  const [line] = await store.journal(dossierId, rang - 1, 1);
  if (line?.rang !== rang) return null;
  const sent = readEnvoye(line);
  return sent ? messageIdOf(sent.courriel, adresse) : (readRecu(line)?.messageId ?? null);
}

/** Letters and digits that are not taken for one another; 80 bits. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** Where a dossier is answered: the same address for all its mails, which nobody guesses. */
async function boiteDe({ store }: Pick<Desk, 'store'>, dossierId: string, adresse: string): Promise<string> {
  const fresh = [...randomBytes(16)].map((byte) => SIGNS[byte % SIGNS.length]).join('');
  const jeton = await store.courriels.boite(dossierId, fresh);
  const at = adresse.lastIndexOf('@');
  return `${adresse.slice(0, at)}+${jeton}${adresse.slice(at)}`;
}

/** One mail of nobody about several dossiers, once for each `cle`; it comes back to the desk. */
export async function envoyerEnsemble(
  { desk, adresse }: Pick<EnvoiDesk, 'desk' | 'adresse'>,
  dossiers: readonly string[],
  courrier: Pick<Courrier, 'a' | 'objet' | 'corps' | 'modele'> & { signataire: string },
  once: { auteur: string; cle: string; reponse: string },
): Promise<boolean> {
  if (adresse === null) return false;
  const [only, ...others] = dossiers;
  if (only === undefined) return false;
  const { signataire, ...said } = courrier;
  const retour = others.length === 0 ? await boiteDe(desk, only, adresse) : adresse;
  const whole = { ...said, de: { nom: signataire, adresse }, retour, automatique: true, repond: null, pieces: [] };
  return await sendTogether(desk, dossiers, whole, once);
}
