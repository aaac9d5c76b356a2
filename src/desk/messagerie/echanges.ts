import type { Desk } from '../../acts/act.ts';
import { isThere } from '../../acts/beside.ts';
import type { Cible } from '../../acts/family.ts';
import { journalOf } from '../../acts/opening/opening-day.ts';
import { A_COTE, isToldBeside } from '../../engine/history/beside.ts';
import { type Envoye, type Recu, type Refuse, readEnvoye, readRecu, readRefuse } from '../../engine/history/mails.ts';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import type { Envoi, TentativeEnvoi } from '../../store/mails.ts';

/** What every line about a mail says. */
interface Ligne {
  /** That of the line in the journal. */
  rang: number;
  /** ISO instant. */
  le: string;
  auteur: string;
}

/** How far a mail has come for one of its recipients, and what was answered last; no answer before the first attempt. */
interface Remise extends Envoi {
  nom: string;
  derniere: TentativeEnvoi | null;
}

/** A mail of a dossier: sent, with how far it has come; received; that one did not arrive; or what is left of one that was erased. */
export type Echange =
  | (Ligne & { sorte: 'envoye'; courriel: Envoye; remises: Remise[] })
  | (Ligne & { sorte: 'recu'; courriel: Recu })
  | (Ligne & { sorte: 'refuse'; courriel: Refuse })
  | (Ligne & { sorte: 'efface' });

/** The mails of a dossier, newest first. */
export async function echangesDe(desk: Desk, cible: Cible): Promise<Result<Echange[]>> {
  const known = await isThere(desk, cible);
  if (!known.ok) return known;
  const lines = (await journalOf(desk.store, cible.id)).filter(
    ({ type }) => isToldBeside(type) && A_COTE[type].sorte === 'courriel',
  );
  const ids = lines.flatMap((line) => readEnvoye(line)?.courriel ?? []);
  const envois = Map.groupBy(await desk.store.courriels.envois(ids), ({ id }) => id);
  const each = await Promise.all(
    lines.map(async (line): Promise<Echange> => {
      const { rang, enregistreLe: le, auteur } = line;
      const envoye = readEnvoye(line);
      if (envoye) {
        const remises = await remisesOf(desk, envoye, envois.get(envoye.courriel) ?? []);
        return { sorte: 'envoye', rang, le, auteur, courriel: envoye, remises };
      }
      const recu = readRecu(line);
      if (recu) return { sorte: 'recu', rang, le, auteur, courriel: recu };
      const refuse = readRefuse(line);
      return refuse ? { sorte: 'refuse', rang, le, auteur, courriel: refuse } : { sorte: 'efface', rang, le, auteur };
    }),
  );
  return ok(each.toReversed());
}

/** What the courier has not seen yet waits as well. */
async function remisesOf({ store }: Desk, { courriel, a }: Envoye, envois: readonly Envoi[]): Promise<Remise[]> {
  return await Promise.all(
    a.map(async ({ nom, adresse }) => {
      const envoi = envois.find((one) => one.adresse === adresse);
      if (!envoi) return { ...unseen, id: courriel, nom, adresse, derniere: null };
      const [derniere = null] = envoi.tentatives === 0 ? [] : await store.courriels.tentatives(envoi.numero);
      return { ...envoi, nom, derniere };
    }),
  );
}

const unseen = { numero: 0, etat: 'attente', tentatives: 0, prochaineLe: '', estRefusee: false } as const;

/** Sends a mail of a dossier again to one who did not get it, though its address refused; a refusal where it waits or arrived. */
export async function renvoyer(desk: Desk, cible: Cible, rang: number, adresse: string): Promise<Result<null>> {
  const found = await echangesDe(desk, cible);
  if (!found.ok) return found;
  const unknown: Refusal = { code: 'introuvable', objet: 'courriel', id: `${rang}` };
  const echange = found.value.find((one) => one.rang === rang);
  const remise = echange?.sorte === 'envoye' && echange.remises.find((one) => one.adresse === adresse);
  if (!remise || remise.numero === 0) return err(unknown);
  await desk.store.courriels.permettre(adresse);
  await desk.store.courriels.reprendre(remise.numero, desk.clock().toISOString());
  return ok(null);
}
