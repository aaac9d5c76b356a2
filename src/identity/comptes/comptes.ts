import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { Identity } from '../identity.ts';
import type { IdentityRefusal } from '../refusal.ts';
import { type Registre, requireRole, toActe } from '../registre.ts';
import { MotDePasse, NomDeCompte, RoleDeCompte } from './fields.ts';
import { keepPassword } from './new-password.ts';
import { takeAttempt } from './tentatives.ts';

/** What may be changed of an account. */
export const Modification = z
  .strictObject({ nom: NomDeCompte, role: RoleDeCompte, actif: z.boolean('Répondez par oui ou par non.') })
  .partial();
/** A password of one’s own, changed. */
export const Changement = z.strictObject({ ancien: MotDePasse, motDePasse: MotDePasse });

/** The accounts of persons. */
export interface Comptes {
  /** By name. */
  comptes(): Promise<Compte[]>;
  compte(id: string): Promise<Compte | null>;
  /** Some of `{nom, role, actif}`; another role, or a closed account, ends the sessions at once. */
  updateCompte(
    par: Identity,
    compteId: string,
    champs: z.output<typeof Modification>,
  ): Promise<Result<Compte, IdentityRefusal>>;
  /** `{ancien, motDePasse}` of whoever asks; ends every session of theirs. */
  changePassword(par: Identity, change: z.output<typeof Changement>): Promise<Result<null, IdentityRefusal>>;
}

/** The accounts of `registre`. */
export function createComptes(registre: Registre): Comptes {
  const { store } = registre;
  return {
    comptes: () => store.comptes(),
    compte: (id) => store.compte(id),
    updateCompte: (par, compteId, champs) => update(registre, par, compteId, champs),
    changePassword: (par, change) => changePassword(registre, par, change),
  };
}

async function update(
  { store, clock }: Registre,
  par: Identity,
  id: string,
  champs: z.output<typeof Modification>,
): Promise<Result<Compte, IdentityRefusal>> {
  const allowed = requireRole(par, 'superviseur');
  if (!allowed.ok) return allowed;
  const told = Object.fromEntries(Object.entries(champs).filter(([, value]) => value !== undefined));
  const { nom: _, ...detail } = told;
  const updated = await store.updateCompte(
    id,
    told,
    toActe(par, clock(), { acte: 'compte.modifie', cible: id, detail }),
  );
  if (updated === 'dernier-superviseur') return err({ code: updated });
  const compte = await store.compte(id);
  return updated === 'fait' && compte ? ok(compte) : err({ code: 'introuvable', objet: 'compte', id });
}

async function changePassword(
  registre: Registre,
  par: Identity,
  { ancien, motDePasse }: z.output<typeof Changement>,
): Promise<Result<null, IdentityRefusal>> {
  const { store, clock, passwords } = registre;
  const compte = par.genre === 'compte' ? await store.compte(par.id) : null;
  if (!compte) return err({ code: 'introuvable', objet: 'compte', id: par.id });
  const attempt = await takeAttempt(registre, compte.courriel);
  if (!attempt.ok) return attempt;
  const kept = (await store.compteOf(compte.courriel))?.motDePasse ?? null;
  const isRight = await passwords.verify(ancien, kept);
  if (!isRight || kept === null) return err({ code: 'identifiants-refuses' });
  const chosen = await keepPassword(passwords, motDePasse, compte.courriel);
  if (!chosen.ok) return chosen;
  const acte = toActe(par, clock(), { acte: 'motDePasse.change', cible: par.id });
  const isDone = await store.replaceMotDePasse(par.id, { ancien: kept, nouveau: chosen.value }, acte);
  return isDone ? ok(null) : err({ code: 'identifiants-refuses' });
}
