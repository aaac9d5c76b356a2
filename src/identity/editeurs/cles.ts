import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { choix, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import { addDays, daysBetween } from '../../days.ts';
import { err, ok, type Result } from '../../result.ts';
import type { CleApi } from '../../store/identities.ts';
import type { Identity, IdentityRefusal } from '../identity.ts';
import { bySuperviseur, type Registre, toActe } from '../registre.ts';
import { drawKey, imprint, isWholeKey } from '../tokens.ts';

/** What a key may be limited to. */
const Portee = choix('Portée', {
  lecture: 'Lire',
  faits: 'Déclarer des faits',
  partie4: 'Remplir la partie 4 du formulaire 413',
  'administrateur-technique': 'Désigner son technicien administrateur technique',
  evenements: 'Lire le flux des événements',
  webhooks: 'S’abonner aux événements',
});
/** Every scope that a key may have. */
export const portees: readonly string[] = Portee.options;
const Role = choix('Rôle', { agent: 'Agent', editeur: 'Éditeur', lecteur: 'Lecteur' });

const identifiants = (title: string) =>
  z
    .array(z.string().regex(/^[\w@.-]{1,100}$/, 'Indiquez un identifiant.'))
    .min(1)
    .max(1000)
    .transform((ids) => [...new Set(ids)])
    .nullable()
    .default(null)
    .meta({ title });

/** What a key is to be; it ends within two years, after one unless said. */
export const CleDemandee = z
  .strictObject({
    nom: texteLibre('Nom', 100),
    role: Role,
    editeurId: z.string().nullable().default(null).meta({ title: 'Éditeur' }),
    portees: z
      .array(Portee)
      .min(1)
      .transform((portees) => [...new Set(portees)]),
    procedures: identifiants('Procédures'),
    dossiers: identifiants('Dossiers'),
    bacASable: z.boolean('Répondez par oui ou par non.').default(false),
    expireLe: IsoDate.optional().meta({ description: 'Dans un an s’il manque, dans deux ans au plus tard' }),
  })
  .refine(({ role, editeurId }) => (role === 'editeur') === (editeurId !== null), {
    path: ['editeurId'],
    message: 'Indiquez l’éditeur d’une clé d’éditeur, et d’elle seule.',
  });

/** The same asked on `jour`. */
export function cleDemandeeLe(jour: string) {
  const expireLe = IsoDate.refine((date) => isLastDay(jour, date), {
    message: wrongLastDay(jour),
    when: ({ issues }) => issues.length === 0,
  });
  return CleDemandee.safeExtend({ expireLe: expireLe.optional() });
}

function isLastDay(jour: string, date: string): boolean {
  return jour < date && date <= yearsAfter(jour, 2);
}

function wrongLastDay(jour: string): string {
  return `Choisissez une date après le ${jour}, le ${yearsAfter(jour, 2)} au plus tard.`;
}

const MINUTE_MS = 60_000;

/** A key that will soon end; `avis` is the same each time that the same is said. */
interface Renouvellement {
  avis: string;
  cle: CleApi;
  /** Days until its last one. */
  reste: number;
}

/** How many keys are recognised without being read again: 20 µs a request. */
const KEPT = 1_000;

/** Keys by which programs come in. */
export function createCles(registre: Registre) {
  const { store, clock } = registre;
  const seen = new Map<string, Held & { readAt: number }>();
  store.onCles(() => seen.clear());
  return {
    /** `{nom, role, editeurId, portees, procedures, dossiers, bacASable, expireLe}`; the key itself is told once. */
    createKey: bySuperviseur(async (par, demande: z.output<typeof CleDemandee>) => {
      const now = clock();
      const jour = now.toISOString().slice(0, 10);
      const { editeurId, role, portees, bacASable, expireLe = yearsAfter(jour, 1) } = demande;
      if (!isLastDay(jour, expireLe))
        return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/expireLe', message: wrongLastDay(jour) }] });
      if (editeurId !== null && !(await store.editeur(editeurId)))
        return err({ code: 'introuvable', objet: 'editeur', id: editeurId });
      const { cle, prefixe } = drawKey(bacASable);
      const id = randomUUID();
      const fiche = {
        ...demande,
        expireLe,
        id,
        prefixe,
        creeLe: now.toISOString(),
        utiliseeLe: null,
        revoqueeLe: null,
      };
      const detail = { prefixe, role, editeurId, portees, expireLe };
      await store.addCle(
        { ...fiche, empreinte: imprint(cle) },
        toActe(par, now, { acte: 'cle.creee', cible: id, detail }),
      );
      return ok({ cle, fiche });
    }),
    /** Oldest first, those of one éditeur if said. */
    async keys(editeurId?: string): Promise<CleApi[]> {
      const all = await store.cles();
      return editeurId === undefined ? all : all.filter((cle) => cle.editeurId === editeurId);
    },
    /** Another secret for the key that `bearer` opens, as long as it was given for, told once; the one before opens it too for a day. */
    async rollKey(par: Identity, bearer: string): Promise<Result<Rolled, IdentityRefusal>> {
      const rolled = await roll(registre, par, bearer);
      seen.clear();
      return rolled;
    },
    /** Tells, once each, the ends that `aRenouveler` announces on `jour`. */
    async tellEnds(jour: string): Promise<void> {
      const le = clock().toISOString();
      for (const { avis, cle } of await aRenouveler(jour))
        await store.tellFin({ cle: cle.id, avis, date: cle.expireLe, le });
    },
    revokeKey: bySuperviseur(async (par, id: string) => {
      const isRevoked = await store.revokeCle(id, toActe(par, clock(), { acte: 'cle.revoquee', cible: id }));
      seen.clear();
      return isRevoked ? ok(null) : err({ code: 'introuvable', objet: 'cle', id });
    }),
    /** Who holds that key; null unless it was given, is not revoked and has not ended (at midnight UTC after its last day). */
    async authenticateKey(bearer: string, now: Date = clock()): Promise<Identity | null> {
      const known = seen.get(bearer);
      const isFresh = known !== undefined && Math.abs(now.getTime() - known.readAt) < MINUTE_MS;
      const found = isFresh ? known : await read(bearer, now);
      return found && !whyRefused(found, now) ? toIdentity(found, now) : null;
    },
    /** Why a key is refused; null if it is not. */
    async explainKey(bearer: string, now: Date = clock()): Promise<IdentityRefusal | null> {
      if (!isWholeKey(bearer)) return { code: 'cle-refusee', raison: 'mal-copiee' };
      const found = await held(registre, bearer);
      const raison = found ? whyRefused(found, now) : 'inconnue';
      return raison && { code: 'cle-refusee', raison };
    },
    /** The keys that end within 30 days of `jour` (YYYY-MM-DD), said once from the 30th and once more from the 7th. */
    aRenouveler,
  };

  async function aRenouveler(jour: string): Promise<Renouvellement[]> {
    const living = (await store.cles()).filter((cle) => cle.revoqueeLe === null);
    return living.flatMap((cle) => noticesOf(cle, jour));
  }

  async function read(bearer: string, now: Date): Promise<Held | null> {
    const found = isWholeKey(bearer) ? await held(registre, bearer) : null;
    if (!found || whyRefused(found, now)) return null;
    const { cle } = found;
    const used = cle.utiliseeLe;
    if (used === null || now.getTime() - Date.parse(used) >= MINUTE_MS) await store.useCle(cle.id, now.toISOString());
    if (seen.size >= KEPT) seen.clear();
    seen.set(bearer, { ...found, readAt: now.getTime() });
    return found;
  }
}

/** A key with another secret; the one by which it was asked for opens it too until an instant. */
interface Rolled {
  cle: string;
  fiche: CleApi;
  ancienneJusqua: string;
}

/** A key, by what opens it: what was rolled opens it until an instant, null for what opens it now. */
interface Held {
  cle: CleApi;
  jusqua: string | null;
}

async function held({ store }: Registre, bearer: string): Promise<Held | null> {
  const cle = await store.cle(imprint(bearer));
  return cle ? { cle, jusqua: null } : await store.clePrecedente(imprint(bearer));
}

const DAY_MS = 86_400_000;

async function roll(registre: Registre, par: Identity, bearer: string): Promise<Result<Rolled, IdentityRefusal>> {
  const { store, clock } = registre;
  const now = clock();
  const found = par.genre === 'cle' ? await held(registre, bearer) : null;
  const unknown = err({ code: 'introuvable', objet: 'cle', id: par.id } as const);
  if (found?.cle.id !== par.id || whyRefused(found, now)) return unknown;
  const { cle: before } = found;
  const { cle, prefixe } = drawKey(before.bacASable);
  const [creeLe, jusqua] = [now.toISOString(), new Date(now.getTime() + DAY_MS).toISOString()];
  const given = daysBetween(before.creeLe.slice(0, 10), before.expireLe);
  const dated = { prefixe, creeLe, expireLe: addDays(creeLe.slice(0, 10), given) };
  const acte = toActe(par, now, {
    acte: 'cle.renouvelee',
    cible: par.id,
    detail: { prefixe, expireLe: dated.expireLe },
  });
  const isRolled = await store.rollCle(par.id, { ...dated, empreinte: imprint(cle), jusqua }, acte);
  return isRolled ? ok({ cle, fiche: { ...before, ...dated }, ancienneJusqua: found.jusqua ?? jusqua }) : unknown;
}

function whyRefused({ cle, jusqua }: Held, now: Date): 'revoquee' | 'expiree' | 'renouvelee' | null {
  const { revoqueeLe, expireLe } = cle;
  if (revoqueeLe !== null) return 'revoquee';
  if (jusqua !== null && now.toISOString() >= jusqua) return 'renouvelee';
  return now.toISOString().slice(0, 10) > expireLe ? 'expiree' : null;
}

function noticesOf(cle: CleApi, jour: string): Renouvellement[] {
  const reste = daysBetween(jour, cle.expireLe);
  const palier = [7, 30].find((days) => reste <= days);
  return reste < 0 || palier === undefined ? [] : [{ avis: `${cle.id}:${cle.expireLe}:${palier}`, cle, reste }];
}

function toIdentity({ cle, jusqua }: Held, now: Date): Identity {
  const { id, nom, role, editeurId, portees, procedures, dossiers, bacASable } = cle;
  const expireLe = jusqua?.slice(0, 10) ?? cle.expireLe;
  const joursRestants = daysBetween(now.toISOString().slice(0, 10), expireLe);
  return { id, genre: 'cle', nom, role, editeurId, portees, procedures, dossiers, bacASable, expireLe, joursRestants };
}

function yearsAfter(jour: string, years: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
