import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Courriel } from '../../../machines/formulaires/champs.ts';
import { err, ok, parse, type Result } from '../../result.ts';
import type { Compte, Lien } from '../../store/identities.ts';
import { type Identity, type IdentityRefusal, identityOf } from '../identity.ts';
import { bySuperviseur, type Registre, type TypeActe, toActe } from '../registre.ts';
import { drawToken, imprint, isToken } from '../tokens.ts';
import { MotDePasse, NomDeCompte, RoleDeCompte } from './fields.ts';
import { keepPassword } from './passwords.ts';
import { attemptsOf } from './tentatives.ts';

const HEURE_MS = 3_600_000;

const liens: Record<Lien['objet'], { duree: number; acte: TypeActe }> = {
  'premier-compte': { duree: 24 * HEURE_MS, acte: 'premierLien.remis' },
  invitation: { duree: 7 * 24 * HEURE_MS, acte: 'invitation.remise' },
  'mot-de-passe': { duree: 24 * HEURE_MS, acte: 'reinitialisation.remise' },
};

/** Who is invited, as what. */
export const Invitation = z.strictObject({ courriel: Courriel, role: RoleDeCompte });

/** A link that was just made; its token is told once. */
interface LienRemis {
  token: string;
  compteId: string;
  expireLe: string;
}

/** Accounts that open, and passwords that come back, by a link used once. */
export function createLiens(registre: Registre) {
  const { store } = registre;
  return {
    /** The token that opens the first account, for 24 hours, in place of the one before; null once there is an account. */
    async firstLink(): Promise<string | null> {
      if (await store.hasComptes()) return null;
      const first = { objet: 'premier-compte', compteId: randomUUID(), courriel: null, role: 'superviseur' } as const;
      return (await make(registre, null, first)).token;
    },
    /** `{courriel, role}` for a token that opens that account, for 7 days. */
    invite: bySuperviseur(async (par, { courriel, role }: z.output<typeof Invitation>) => {
      if (await store.compteOf(courriel)) return err({ code: 'courriel-pris', courriel });
      return ok(await make(registre, par, { objet: 'invitation', compteId: randomUUID(), courriel, role }));
    }),
    /** The token that changes the password of an account, for 24 hours. */
    resetPassword: bySuperviseur(async (par, compteId: string) => {
      const compte = await store.compte(compteId);
      if (!compte) return err({ code: 'introuvable', objet: 'compte', id: compteId });
      const { courriel } = compte;
      if ((await store.compteOf(courriel))?.motDePasse === null) return err({ code: 'compte-externe' });
      return ok(await make(registre, par, { objet: 'mot-de-passe', compteId, courriel, role: null }));
    }),
    /** What a token is for; it is not used by that. */
    async readLink(token: string): Promise<Result<Pick<Lien, 'objet' | 'courriel' | 'expireLe'>, IdentityRefusal>> {
      const found = await findLink(registre, token);
      if (!found.ok) return found;
      const { objet, courriel, expireLe } = found.value;
      return ok({ objet, courriel, expireLe });
    },
    /**
     * Uses a token. `{courriel, nom, motDePasse}` opens the first account, a superviseur's; `{nom, motDePasse}` the one that was
     * invited; `{motDePasse}` changes a password and ends the sessions. Gives the account, which has yet to log in.
     */
    useLink: (token: string, saisie: SaisieDeLien) => useLink(registre, token, saisie),
  };
}

async function make(
  { store, clock }: Registre,
  par: Identity | null,
  lien: Pick<Lien, 'objet' | 'compteId' | 'courriel' | 'role'>,
): Promise<LienRemis> {
  const { objet, compteId, role } = lien;
  const { duree, acte } = liens[objet];
  const now = clock();
  const dates = { creeLe: now.toISOString(), expireLe: new Date(now.getTime() + duree).toISOString() };
  const token = drawToken();
  await store.addLien(
    { ...lien, ...dates, empreinte: imprint(token), creePar: par?.id ?? null, utiliseLe: null },
    toActe(par ?? 'demarrage', now, { acte, cible: compteId, detail: role ? { role } : {} }),
  );
  return { token, compteId, expireLe: dates.expireLe };
}

/** What is typed at a link: which of it is asked follows from the link. */
interface SaisieDeLien {
  motDePasse: string;
  nom?: string | undefined;
  courriel?: string | undefined;
}

const NouveauMotDePasse = z.strictObject({ motDePasse: MotDePasse });
const CompteInvite = NouveauMotDePasse.extend({ nom: NomDeCompte });
const PremierCompte = CompteInvite.extend({ courriel: Courriel });
const invitedAs = (courriel: string) => CompteInvite.transform((compte) => ({ ...compte, courriel }));

/** The link of a token, if it may still be used. */
async function findLink({ store, clock }: Registre, token: string): Promise<Result<Lien, IdentityRefusal>> {
  const lien = isToken(token) ? await store.lien(imprint(token)) : null;
  if (!lien) return err({ code: 'lien-inconnu' });
  if (lien.utiliseLe !== null) return err({ code: 'lien-utilise' });
  const isOver = clock().toISOString() >= lien.expireLe;
  return isOver ? err({ code: 'lien-perime', expireLe: lien.expireLe }) : ok(lien);
}

/** Does what the link of a token was made for. */
async function useLink(
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

/** The secret links by which a calendar program reads the days of an account, without a session. */
export function createAgendas({ store, clock }: Registre) {
  return {
    /** Since when an account has a link; null for none. */
    agendaSince: async (compteId: string): Promise<string | null> => (await store.agendaOf(compteId))?.creeLe ?? null,
    /** The token of a new link of one’s own, told once; the one before opens nothing any more. */
    async giveAgenda(par: Identity): Promise<string> {
      const token = drawToken();
      const now = clock();
      await store.putAgenda(
        { empreinte: imprint(token), compteId: par.id, creeLe: now.toISOString() },
        toActe(par, now, { acte: 'agenda.remis', cible: par.id }),
      );
      return token;
    },
    /** Ends one’s own link; false when there was none. */
    endAgenda: (par: Identity) =>
      store.removeAgenda(par.id, toActe(par, clock(), { acte: 'agenda.retire', cible: par.id })),
    /** Whose days a token opens, while the account is open. */
    async readAgenda(token: string): Promise<Result<Identity, IdentityRefusal>> {
      const lien = isToken(token) ? await store.agenda(imprint(token)) : null;
      const compte = lien && (await store.compte(lien.compteId));
      return compte?.actif ? ok(identityOf(compte)) : err({ code: 'lien-inconnu' });
    },
  };
}
