import type { FaitDit } from '../../engine/parse-fact.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import type { Genre, ListQuery } from '../../store/store.ts';
import type { Endpoint, Place } from '../endpoint.ts';
import type { AnyRefusal, Problem } from '../problem.ts';
import { action, holdsLimits, politiqueAcces, rolesOf } from './policy.ts';

const genres: Readonly<Record<string, Genre>> = {
  dossiers: 'dossier',
  groupements: 'groupement',
  certificats: 'certificat',
};

/** Why somebody may not ask that, by the policy; a case that one may not see is not found. Null when they may. */
export async function whyShut(
  place: Pick<Place, 'services' | 'identite' | 'plein'>,
  endpoint: Pick<Endpoint, 'right' | 'path' | 'method' | 'sansEffet'>,
  id: string,
): Promise<AnyRefusal | Problem | null> {
  const refusal = whyNever(place, endpoint);
  const genre = genreOf(endpoint);
  if (refusal || genre === undefined) return refusal;
  const isReached = await reaches(place.services, place.identite, genre, id);
  return isReached ? null : { code: 'introuvable', objet: genre, id };
}

/** Why somebody may not ask that of any case, by the policy; null when they may of some. */
export function whyNever(
  { identite, plein = false }: Pick<Place, 'identite' | 'plein'>,
  { right, path, method, sansEffet = false }: Pick<Endpoint, 'right' | 'path' | 'method' | 'sansEffet'>,
): AnyRefusal | Problem | null {
  if (plein && method === 'post' && !sansEffet && right !== 'bac-a-sable.jouer') return sandboxFull;
  const refusal = whyNot(right, identite);
  if (refusal) return refusal;
  const isBeyond = isLimited(identite) && politiqueAcces[right] !== 'publique';
  return isBeyond && !holdsLimits(right, genreOf({ right, path }) !== undefined) ? limitedKey : null;
}

function genreOf({ right, path }: Pick<Endpoint, 'right' | 'path'>): Genre | undefined {
  return path.includes('/:id') ? genres[right.split('.')[0] ?? ''] : undefined;
}

/** Why an éditeur may not tell a fact, which it has sent; null when it may, or when another does. */
export function whyNotFact(right: string, { role, portees }: Identity, fait: FaitDit): Problem | null {
  const regle = politiqueAcces[right];
  if (role !== 'editeur' || regle === undefined || regle === 'publique' || !regle.faitsEditeur) return null;
  const [, permis] = Object.entries(regle.faitsEditeur).find(([known]) => known === fait.type) ?? [];
  if (!permis) return factForbidden(Object.keys(regle.faitsEditeur));
  const wrong = Object.entries(permis.saisie).filter(([name, value]) => fait[name] !== value);
  if (wrong.length > 0) return fieldForbidden(fait.type, Object.fromEntries(wrong));
  return portees.includes(permis.portee) ? null : scopeMissing(permis.portee);
}

/** The fields, as they must be, of a fact that somebody may tell to a case; null when they may not tell it. */
export function permittedFields(
  right: string,
  identite: Identity,
  type: string,
): Readonly<Record<string, string>> | null {
  const regle = politiqueAcces[right];
  const own = typeof regle === 'object' && identite.role === 'editeur' ? regle.faitsEditeur : undefined;
  const [, permis] = Object.entries(own ?? {}).find(([known]) => known === type) ?? [];
  const saisie = permis?.saisie ?? {};
  return (whyNot(right, identite) ?? whyNotFact(right, identite, { ...saisie, type })) ? null : saisie;
}

function whyNot(right: string, identite: Identity): AnyRefusal | Problem | null {
  const regle = politiqueAcces[right];
  if (regle === 'publique') return null;
  const droit = regle?.[identite.role] ?? 'non';
  if (!regle || droit === 'non') return { code: 'droit-insuffisant', roles: regle ? rolesOf(regle) : [] };
  const isScoped = identite.genre === 'cle' && !(identite.role === 'editeur' && regle.faitsEditeur);
  const portee = droit === 'siens' ? action.portee : regle.portee;
  return isScoped && portee !== null && !identite.portees.includes(portee) ? scopeMissing(portee) : null;
}

const sandboxFull: Problem = {
  status: 409,
  code: 'bac-a-sable-plein',
  title: 'Bac à sable plein',
  detail: 'Ce bac à sable ne prend plus rien : videz-le par DELETE /api/v1/bac-a-sable, puis recommencez.',
};
/** What is told of a key that is limited to some procedures or dossiers. */
export const limitedKey: Problem = {
  status: 403,
  code: 'cle-limitee',
  title: 'Clé limitée',
  detail:
    'Cette clé est limitée à des dossiers ou à des procédures, et ceci les dépasse : demandez une clé sans limite, ou faites-le faire par qui en a une.',
};

/** What is told of a key without a scope. */
export function scopeMissing(portee: string): Problem {
  return {
    status: 403,
    code: 'portee-insuffisante',
    title: 'Portée insuffisante',
    portee,
    detail: `Cette clé n’a pas la portée « ${portee} » : demandez-en une qui l’ait.`,
  };
}

/** What is told of an éditeur whose fact is for it to tell, but for some fields: `attendu` says what they must be. */
export function fieldForbidden(type: string, attendu: Readonly<Record<string, string>>): Problem {
  const fields = Object.entries(attendu);
  return {
    status: 403,
    code: 'fait-non-permis',
    title: 'Fait non permis',
    permis: [type],
    attendu,
    erreurs: fields.map(([name, value]) => ({ pointeur: `/${name}`, message: `Indiquez « ${value} ».` })),
    detail: `Un éditeur ne déclare « ${type} » qu’avec ${fields.map(([name, value]) => `« ${name} » : « ${value} »`).join(', ')}.`,
  };
}

/** What is told of an éditeur whose fact is not for it to tell. */
export function factForbidden(permis: string[]): Problem {
  return {
    status: 403,
    code: 'fait-non-permis',
    title: 'Fait non permis',
    permis,
    detail:
      'Un éditeur remplit la partie 4 du formulaire 413 et désigne son technicien administrateur technique, rien d’autre.',
  };
}

/** A list query among what an identity may see on the day `jour` (YYYY-MM-DD): filtered by the store, never after. */
export function within({ role, editeurId, dossiers, procedures }: Identity, jour: string, query: ListQuery): ListQuery {
  return {
    ...query,
    ...(role === 'editeur' && { delegueA: { editeurId: editeurId ?? '', jour } }),
    ...(dossiers && { parmiDossiers: JSON.stringify(dossiers) }),
    ...(procedures && { parmiProcedures: JSON.stringify(procedures) }),
  };
}

/** Whether a key is limited to some procedures or dossiers. */
function isLimited({ dossiers, procedures }: Identity): boolean {
  return dossiers !== null || procedures !== null;
}

/** Whether a key may open a case of a procedure: limited to dossiers, it opens none. */
export function mayOpen({ dossiers, procedures }: Identity, procedure: string): boolean {
  return dossiers === null && (procedures === null || procedures.includes(procedure));
}

/** Whether an identity may see a case. */
export async function reaches(services: Services, identite: Identity, genre: Genre, id: string): Promise<boolean> {
  if (identite.role !== 'editeur' && !isLimited(identite)) return true;
  const page = await services.list(within(identite, services.today(), { genre, id, limite: 1 }));
  return page.lignes.length > 0;
}
