import { randomUUID } from 'node:crypto';
import { Courriel } from '../../../machines/formulaires/champs.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { IdentityRefusal } from '../refusal.ts';
import { type Registre, toActe } from '../registre.ts';
import { NomDeCompte } from './fields.ts';
import { identityOf } from './identity-of.ts';
import { drawToken, imprint } from './tokens.ts';

/** Whom another directory vouches for. */
export interface PersonneExterne {
  emetteur: string;
  /** Unique and stable at `emetteur`. */
  sujet: string;
  courriel: string | null;
  nom: string | null;
  /** Null when nothing that it says is a role here. */
  role: Compte['role'] | null;
  /** What it wants back when the session ends. */
  jetonId: string;
}

/**
 * Opens a session, and the account at the first time, for whom another directory vouches; the role is what it says today. An account
 * is found by who vouches and for whom, never by its e-mail.
 */
export async function loginExternal(
  { store, clock }: Registre,
  personne: PersonneExterne,
  former?: string,
): Promise<Result<{ token: string; compte: Compte }, IdentityRefusal>> {
  const { emetteur, sujet, role, jetonId } = personne;
  if (role === null) return err({ code: 'sans-role' });
  const courriel = Courriel.safeParse(personne.courriel);
  if (!courriel.success) return err({ code: 'sans-courriel' });
  const nom = NomDeCompte.safeParse(personne.nom);
  for (;;) {
    const le = clock().toISOString();
    const known = await store.compteExterne(emetteur, sujet);
    const compte: Compte = {
      ...(known ?? { id: randomUUID(), actif: true, creeLe: le }),
      courriel: courriel.data,
      nom: nom.success ? nom.data : courriel.data,
      role,
      connecteLe: le,
    };
    const token = drawToken();
    const session = { empreinte: imprint(token), compteId: compte.id, ouverteLe: le, vueLe: le, jetonId };
    const opening = { session, externe: { emetteur, sujet }, compte, remplace: former ? imprint(former) : null };
    const opened = await store.openExternalSession(opening, acteOf(known, compte, emetteur, clock()));
    if (opened === 'fait') return ok({ token, compte });
    if (opened === 'courriel-pris') return err({ code: opened, courriel: compte.courriel });
    if (opened === 'compte-ferme') return err({ code: opened });
  }
}

function acteOf(known: Compte | null, compte: Compte, emetteur: string, le: Date) {
  const { id: cible, role } = compte;
  if (known?.role === role) return null;
  const done = known
    ? { acte: 'compte.modifie' as const, detail: { role } }
    : { acte: 'compte.ouvert' as const, detail: { role, emetteur } };
  return toActe(identityOf(compte), le, { ...done, cible });
}
