import { randomUUID } from 'node:crypto';
import { Courriel } from '../../../machines/formulaires/champs.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Compte, Externe, Liaison } from '../../store/identities.ts';
import { type IdentityRefusal, identityOf } from '../identity.ts';
import { bySuperviseur, type Registre, toActe } from '../registre.ts';
import { drawToken, imprint } from '../tokens.ts';
import { NomDeCompte } from './fields.ts';
import { recordEchec } from './tentatives.ts';

const LONGUEUR_MAX = 254;

/** Whom another directory vouches for. */
export interface PersonneExterne {
  emetteur: string;
  /** Unique and stable at `emetteur`. */
  sujet: string;
  /** What may be its e-mail, the likeliest first. */
  adresses: readonly string[];
  /** What it is known by there, which its account bears when none of them is one. */
  identifiant: string;
  nom: string | null;
  /** Null when nothing that it says is a role here. */
  role: Compte['role'] | null;
  /** The names of roles and groups that it says. */
  rolesLus: readonly string[];
  /** What it wants back when the session ends. */
  jetonId: string;
}

/** Accounts that another directory vouches for. */
export function createExternes({ store, clock }: Registre) {
  return {
    /** Who vouches for an account, and who asks to be linked to it. */
    async liaisonOf(compteId: string): Promise<{ externe: Externe | null; demande: Liaison | null }> {
      return { externe: await store.externeOf(compteId), demande: await store.liaison(compteId) };
    },
    /** Links an account to who asks for it, if that is still `sujet`: the directory alone vouches for it from now on. */
    linkCompte: bySuperviseur(async (par, compteId: string, sujet: string) => {
      const { emetteur } = (await store.liaison(compteId)) ?? {};
      const acte = toActe(par, clock(), { acte: 'compte.relie', cible: compteId, detail: { emetteur } });
      const linked = await store.link(compteId, sujet, acte);
      if (linked === 'fait') return ok(null);
      return err(linked === 'introuvable' ? { code: linked, objet: 'compte', id: compteId } : { code: linked });
    }),
  };
}

/**
 * Opens a session, and the account at the first time, for whom another directory vouches; the role is what it says today. An account
 * is found by who vouches and for whom, never by its e-mail: one that is already borne here is refused, until a superviseur links the two.
 */
export async function loginExternal(
  registre: Registre,
  personne: PersonneExterne,
  former?: string,
): Promise<Result<{ token: string; compte: Compte }, IdentityRefusal>> {
  const opened = await openExternal(registre, personne, former);
  if (opened.ok) return opened;
  const { code } = opened.error;
  const cause =
    code === 'sans-role' ? `Rôles lus : ${personne.rolesLus.slice(0, 20).join(', ') || 'aucun'}` : personne.emetteur;
  const compteId = (await registre.store.compteExterne(personne.emetteur, personne.sujet))?.id ?? null;
  await recordEchec(registre, { moyen: 'annuaire', code, compteId, cause });
  return opened;
}

async function openExternal(
  { store, clock }: Registre,
  personne: PersonneExterne,
  former?: string,
): Promise<Result<{ token: string; compte: Compte }, IdentityRefusal>> {
  const { emetteur, sujet, jetonId, role } = personne;
  if (role === null) return err({ code: 'sans-role' });
  const adresse = personne.adresses.map((one) => Courriel.safeParse(one).data).find((one) => one !== undefined);
  const courriel = adresse ?? personne.identifiant.toLowerCase().slice(0, LONGUEUR_MAX);
  const nom = NomDeCompte.safeParse(personne.nom).data ?? courriel;
  for (;;) {
    const le = clock().toISOString();
    const known = await store.compteExterne(emetteur, sujet);
    const holder = await store.compteOf(courriel);
    if (!known && holder) {
      await store.askLiaison(holder.id, { emetteur, sujet, nom, demandeLe: le });
      return err({ code: 'compte-a-relier', courriel });
    }
    const before = known ?? { id: randomUUID(), actif: true, creeLe: le };
    const compte: Compte = { ...before, courriel: courrielOf(courriel, known, holder), nom, role, connecteLe: le };
    const token = drawToken();
    const session = { empreinte: imprint(token), compteId: compte.id, ouverteLe: le, vueLe: le, jetonId };
    const opening = { session, externe: { emetteur, sujet }, compte, remplace: former ? imprint(former) : null };
    const opened = await store.openExternalSession(opening, acteOf(known, compte, emetteur, clock()));
    if (opened === 'fait') return ok({ token, compte });
    if (opened === 'compte-ferme') return err({ code: opened });
  }
}

/** The e-mail that is told now, unless another account bears it: then the one that was told before. */
function courrielOf(told: string, known: Compte | null, holder: Compte | null): string {
  return known && holder && holder.id !== known.id ? known.courriel : told;
}

function acteOf(known: Compte | null, compte: Compte, emetteur: string, le: Date) {
  const { id: cible, role } = compte;
  if (known?.role === role) return null;
  const done = known
    ? { acte: 'compte.modifie' as const, detail: { role } }
    : { acte: 'compte.ouvert' as const, detail: { role, emetteur } };
  return toActe(identityOf(compte), le, { ...done, cible });
}
