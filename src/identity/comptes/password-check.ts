import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { IdentityRefusal } from '../refusal.ts';
import type { Registre } from '../registre.ts';
import { deviceIn } from './appareils.ts';
import { recordEchec } from './echecs.ts';
import { type Essai, takeAttempt } from './tentatives.ts';

/** Where somebody is who types a password. */
export interface Venue {
  /** The network of their address. */
  reseau: string;
  /** What their browser keeps of whoever has come in by it. */
  appareils?: string | undefined;
  /** The session that their browser holds. */
  session?: string | undefined;
}

/** Where nothing is known of it: all such attempts count as one place. */
export const AILLEURS: Venue = { reseau: 'inconnu' };

/** Whose password it was. */
interface Verifie {
  compte: Compte & { motDePasse: string };
  cles: Essai['cles'];
}

/** The account that has this e-mail and this password; the attempt is counted first, and told if it fails. */
export async function checkPassword(
  registre: Registre,
  { courriel, motDePasse }: { courriel: string; motDePasse: string },
  { reseau, appareils }: Venue,
): Promise<Result<Verifie, IdentityRefusal>> {
  const { store, passwords, clock } = registre;
  const found = await store.compteOf(courriel);
  const titulaire = found?.motDePasse ? { ...found, motDePasse: found.motDePasse } : null;
  const appareil = titulaire && deviceIn(appareils, titulaire, clock());
  const lieu = appareil ? `appareil:${appareil}` : reseau;
  const attempt = await takeAttempt(registre, courriel, { lieu, isKnown: appareil !== null });
  const isRight = attempt.ok && (await passwords.verify(motDePasse, titulaire?.motDePasse ?? null));
  if (attempt.ok && isRight && titulaire) return ok({ compte: titulaire, cles: attempt.value.cles });
  const refusal: IdentityRefusal = attempt.ok ? { code: 'identifiants-refuses' } : attempt.error;
  const echec = {
    moyen: 'mot-de-passe',
    code: refusal.code,
    compteId: found?.id ?? null,
    cause: `Depuis ${lieu}`,
  } as const;
  await recordEchec(registre, echec, attempt.ok ? { ...attempt.value, lieu } : undefined);
  return err(refusal);
}
