import { z } from 'zod';
import { Courriel } from '../../../machines/formulaires/champs.ts';
import { err, ok, parse, type Result } from '../../result.ts';
import type { Compte, Lien } from '../../store/identities.ts';
import type { IdentityRefusal } from '../refusal.ts';
import { type Registre, toActe } from '../registre.ts';
import { MotDePasse, NomDeCompte } from './fields.ts';
import { identityOf } from './identity-of.ts';
import { keepPassword } from './new-password.ts';
import { attemptsOf } from './tentatives.ts';
import { imprint, isToken } from './tokens.ts';

/** What is typed at a link: which of it is asked follows from the link. */
export interface SaisieDeLien {
  motDePasse: string;
  nom?: string | undefined;
  courriel?: string | undefined;
}

const NouveauMotDePasse = z.strictObject({ motDePasse: MotDePasse });
const CompteInvite = NouveauMotDePasse.extend({ nom: NomDeCompte });
const PremierCompte = CompteInvite.extend({ courriel: Courriel });
const invitedAs = (courriel: string) => CompteInvite.transform((compte) => ({ ...compte, courriel }));

/** The link of a token, if it may still be used. */
export async function findLink({ store, clock }: Registre, token: string): Promise<Result<Lien, IdentityRefusal>> {
  const lien = isToken(token) ? await store.lien(imprint(token)) : null;
  if (!lien) return err({ code: 'lien-inconnu' });
  if (lien.utiliseLe !== null) return err({ code: 'lien-utilise' });
  const isOver = clock().toISOString() >= lien.expireLe;
  return isOver ? err({ code: 'lien-perime', expireLe: lien.expireLe }) : ok(lien);
}

/** Does what the link of a token was made for. */
export async function useLink(
  registre: Registre,
  token: string,
  saisie: SaisieDeLien,
): Promise<Result<Compte, IdentityRefusal>> {
  const found = await findLink(registre, token);
  if (!found.ok) return found;
  const { courriel, role } = found.value;
  if (role === null) return resetPassword(registre, found.value, saisie);
  const told = courriel === null ? parse(PremierCompte, saisie) : parse(invitedAs(courriel), saisie);
  return told.ok ? openCompte(registre, found.value, { ...told.value, role }) : told;
}

async function openCompte(
  { store, clock, passwords }: Registre,
  { empreinte, compteId: id }: Lien,
  { motDePasse: clair, ...told }: Pick<Compte, 'courriel' | 'nom' | 'role'> & { motDePasse: string },
): Promise<Result<Compte, IdentityRefusal>> {
  const kept = await keepPassword(passwords, clair, told);
  if (!kept.ok) return kept;
  const now = clock();
  const compte: Compte = { id, ...told, actif: true, creeLe: now.toISOString(), connecteLe: null };
  const acte = toActe(identityOf(compte), now, { acte: 'compte.ouvert', cible: id, detail: { role: told.role } });
  const opened = await store.openCompte(empreinte, { ...compte, motDePasse: kept.value }, acte);
  if (opened === 'courriel-pris') return err({ code: opened, courriel: told.courriel });
  return opened === 'fait' ? ok(compte) : err({ code: opened });
}

async function resetPassword(
  { store, clock, passwords }: Registre,
  { empreinte, compteId }: Lien,
  saisie: SaisieDeLien,
): Promise<Result<Compte, IdentityRefusal>> {
  const parsed = parse(NouveauMotDePasse, saisie);
  if (!parsed.ok) return parsed;
  const compte = await store.compte(compteId);
  if (!compte) return err({ code: 'lien-inconnu' });
  const kept = await keepPassword(passwords, parsed.value.motDePasse, compte);
  if (!kept.ok) return kept;
  const acte = toActe(identityOf(compte), clock(), { acte: 'motDePasse.reinitialise', cible: compteId });
  const change = { id: compteId, motDePasse: kept.value, tentatives: attemptsOf(compte.courriel) };
  const isReset = await store.resetMotDePasse(empreinte, change, acte);
  return isReset ? ok(compte) : err({ code: 'lien-utilise' });
}
