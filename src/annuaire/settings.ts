import { z } from 'zod';
import type { AnnuaireOptions } from './annuaire.ts';
import { parseRoles } from './personne.ts';

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const safeUrl = z.string().refine(isSafe);

/** How the directory is set, in the environment. */
export const reglagesAnnuaire = {
  URL_PUBLIQUE: safeUrl
    .transform((url) => new URL(url))
    .refine(({ pathname, search, hash }) => pathname === '/' && search === '' && hash === '')
    .transform(({ origin }) => origin)
    .optional()
    .describe('l’adresse où les navigateurs atteignent le service, en https : https://parcours.exemple.fr'),
  OIDC_EMETTEUR: safeUrl.optional().describe('l’adresse de l’annuaire, en https'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('l’identifiant donné par l’annuaire'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('le secret donné par l’annuaire'),
  OIDC_ROLE_CLAIM: z
    .string()
    .regex(/^[^.]+(?:\.[^.]+)*$/)
    .default('roles')
    .describe('où l’annuaire dit les rôles : realm_access.roles, ou https://chu.fr/roles'),
  OIDC_ROLES: z
    .string()
    .refine((text) => parseRoles(text) !== null)
    .optional()
    .describe('le nom de chaque rôle dans l’annuaire : superviseur=chefs,agent=agents,lecteur=autres'),
  COMPTES_LOCAUX: z.enum(['oui', 'non']).default('oui').describe('oui ou non'),
};

type Reglages = z.output<z.ZodObject<typeof reglagesAnnuaire>>;

/** The directory that is set, null for none; `manque` names what is set in part only. */
export function annuaireOf(set: Reglages): { annuaire: AnnuaireOptions | null; manque: string[] } {
  const { OIDC_EMETTEUR, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES, URL_PUBLIQUE } = set;
  const needed = { OIDC_EMETTEUR, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_ROLES, URL_PUBLIQUE };
  const names = Object.keys(needed) as (keyof typeof needed)[];
  const isWanted = names.some((name) => name.startsWith('OIDC_') && set[name]) || set.COMPTES_LOCAUX === 'non';
  const manque = isWanted ? names.filter((name) => set[name] === undefined) : [];
  if (!isWanted || manque.length > 0) return { annuaire: null, manque };
  const annuaire = {
    emetteur: `${OIDC_EMETTEUR}`,
    clientId: `${OIDC_CLIENT_ID}`,
    clientSecret: `${OIDC_CLIENT_SECRET}`,
    roleClaim: set.OIDC_ROLE_CLAIM,
    roles: parseRoles(`${OIDC_ROLES}`) ?? {},
    urlPublique: `${URL_PUBLIQUE}`,
  };
  return { annuaire, manque };
}

/** Over https, unless it is this very machine. */
function isSafe(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && LOCAL.test(url.hostname));
}
