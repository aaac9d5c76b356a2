import { z } from 'zod';
import { Finess } from '../../machines/identifiants/finess.ts';
import { Siret } from '../../machines/identifiants/siret.ts';
import { procedures } from '../../machines/index.ts';
import { type Statut, statuts } from '../../machines/procedure.ts';
import { etapesConnues } from '../desk/work/codes.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import type { Identity } from '../identity/identity.ts';
import type { Services } from '../services.ts';
import type { Genre, ListQuery } from '../store/store.ts';
import { within } from '../web/access/guard.ts';
import { ActeurId } from './vocabulary.ts';

/** How many at most, from 1 to 200. */
export const limite = z.coerce
  .number('Indiquez une limite de 1 à 200.')
  .int('Indiquez une limite de 1 à 200.')
  .min(1, 'Indiquez une limite de 1 à 200.')
  .max(200, 'Indiquez une limite de 1 à 200.')
  .default(50)
  .meta({ description: 'Combien au plus, de 1 à 200' });
const texte = z.string().max(200).optional();

const statut = z
  .enum(Object.keys(statuts) as [Statut, ...Statut[]])
  .meta({ description: 'Ceux qui en sont là' })
  .optional();
const procedure = z
  .enum([...new Set(procedures.map(({ id }) => id))] as [string, ...string[]])
  .meta({ description: 'Ceux qui la suivent' })
  .optional();
/** Where the page before has ended. */
const suite = texte.meta({ description: 'Le « suite » de la page précédente' });
const fait = z.enum(
  [...new Set(procedures.flatMap(({ facts }) => Object.keys(facts)))].sort() as [string, ...string[]],
);
const jour = z.iso.date('Indiquez un jour : 2026-01-31.');

/** What a list may be asked. */
export const ListParams = z.strictObject({
  limite,
  apres: suite,
  siret: Siret.meta({ description: 'Ceux de ce SIRET' }).optional(),
  finess: Finess.meta({ description: 'Ceux de ce FINESS géographique' }).optional(),
  procedure,
  statut,
  groupement: texte.meta({ description: 'Ceux de ce groupement, par son identifiant' }),
  dossier: texte.meta({ description: 'Ceux de ce dossier, par son identifiant' }),
  editeur: texte.meta({ description: 'Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande' }),
  total: z.enum(['oui'], 'Indiquez « oui ».').optional().meta({ description: 'Compter aussi, jusqu’à 1 000' }),
  modifiesDepuis: z.iso
    .datetime({ offset: true, error: 'Indiquez un instant : 2026-01-31T08:00:00Z.' })
    .transform((instant) => new Date(instant).toISOString())
    .meta({ description: 'Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis' })
    .optional(),
});

/** What is awaited of the dossiers of a list. */
const awaitedParams = {
  attend: ActeurId.meta({ description: 'Ceux qui attendent quelque chose de lui' }).optional(),
  etape: z
    .enum(etapesConnues.map(({ id }) => id) as [string, ...string[]])
    .meta({ description: 'Ceux où elle est attendue ; avec « attend », de lui' })
    .optional(),
  fait: fait
    .meta({ description: 'Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats' })
    .optional(),
  echeanceAvant: jour
    .meta({
      description: 'Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même',
    })
    .optional(),
  retourneDepuis: jour
    .meta({ description: 'Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre' })
    .optional(),
};

/** What a list of dossiers may be asked; `champs` says which of their fields are told. */
export function dossierListParams(champs: readonly [string, ...string[]]) {
  const champ = z.enum(champs);
  return ListParams.extend({
    ...awaitedParams,
    champs: z
      .string()
      .max(500)
      .transform((text) => text.split(','))
      .pipe(z.array(champ))
      .transform((names) => new Set<string>(names))
      .meta({
        description: `Les champs à donner, séparés par des virgules : ${champs.join(', ')}`,
        override: { type: 'string' },
      })
      .optional(),
  });
}

/** What an export may be asked: a list, whole. */
export const ExportParams = ListParams.extend(awaitedParams).omit({
  limite: true,
  apres: true,
  total: true,
  dossier: true,
});

/** What the list of a groupement's dossiers, or of a dossier's certificates, may be asked. */
export const UnderParams = ListParams.pick({ limite: true, apres: true, statut: true });

/** What a journal may be asked: lines after a rank. */
export const JournalParams = z.strictObject({
  limite,
  apres: z.coerce.number('Indiquez le rang de la dernière ligne lue.').int().min(0).default(0).meta({
    description: 'Le rang de la dernière ligne lue',
  }),
});

const version = z.coerce
  .number('Indiquez le numéro d’une version.')
  .int('Indiquez le numéro d’une version.')
  .meta({ description: 'La version de la procédure : la dernière, à défaut' })
  .optional();

/** Which version of a procedure is drawn: the last one unless told. */
export const DiagramParams = z.strictObject({ version });

const reference = z
  .string('Indiquez une version (2) ou une procédure (public-ght@1).')
  .regex(/^(?:\d{1,6}|[a-z][a-z-]{0,60}(?:@\d{1,6})?)$/, 'Indiquez une version (2) ou une procédure (public-ght@1).')
  .transform((text) => {
    const [name = '', number] = text.split('@');
    if (/^\d/.test(name)) return { procedure: null, version: Number(name) };
    return { procedure: name, version: number === undefined ? undefined : Number(number) };
  })
  .meta({ description: 'Une autre version (2), ou une autre procédure (public-ght@1)', override: { type: 'string' } });

/** What is compared: `de`, a version, the last one unless told; `a`, another, or another procedure. */
export const DifferenceParams = z.strictObject({ de: version, a: reference });

/** A delay of at most 30 seconds, as `20s`, in milliseconds. */
export const Attente = z
  .string()
  .regex(/^([0-9]|[12][0-9]|30)s$/, 'Indiquez de 0s à 30s.')
  .transform((text) => Number.parseInt(text, 10) * 1000)
  .meta({ description: 'De 0s à 30s', examples: ['30s'] });

/** Next steps at once, or once the case is beyond a version. */
export const WaitParams = z.strictObject({
  depuisVersion: z.coerce.number().int().min(0).optional().meta({
    description: 'La version déjà lue : la réponse attend qu’il y en ait une autre, le temps que dit « attendre »',
  }),
  attendre: Attente.optional(),
});

/** What a list is asked, as the query string says it. */
type Asked = Omit<z.output<typeof ListParams>, 'total'> &
  Omit<z.output<typeof ExportParams>, keyof z.output<typeof ListParams>>;

/** Who asks for a list, of which kind, on which day (YYYY-MM-DD). */
interface Asking {
  identite: Identity;
  genre: Genre;
  jour: string;
}

/** A list query from its parameters; `editeur` is an éditeur’s own or, of whoever sees everything, any. */
export function listQuery(
  { identite, genre, jour }: Asking,
  { editeur, groupement, dossier, modifiesDepuis: modifieDepuis, ...asked }: Asked,
): Result<ListQuery, Refusal> {
  const editeurId = editeur === 'moi' ? identite.editeurId : editeur;
  const isOther = identite.role === 'editeur' && editeurId !== undefined && editeurId !== identite.editeurId;
  if (isOther || editeurId === null)
    return err({ code: 'saisie-invalide', erreurs: [isOther ? othersEditeur : noEditeur] });
  const { attend: acteur, etape, echeanceAvant, ...filters } = asked;
  const isAwaited = acteur !== undefined || etape !== undefined || echeanceAvant !== undefined;
  const attendu = isAwaited ? { acteur, etape, echeanceAvant } : undefined;
  const parentId = genre === 'certificat' ? dossier : groupement;
  const delegueA = editeurId === undefined ? undefined : { editeurId, jour };
  return ok(within(identite, jour, { ...filters, genre, parentId, modifieDepuis, delegueA, attendu }));
}

const othersEditeur = {
  pointeur: '/editeur',
  message: 'Vous ne voyez que ce qui vous est délégué : indiquez « moi ».',
};
const noEditeur = {
  pointeur: '/editeur',
  message: 'Vous n’êtes pas un éditeur : indiquez l’identifiant de l’un d’eux.',
};

/** Why what a list is asked under, after or of whom is not there: without it, nothing would answer. Null when all is known. */
export async function whyUnknown(
  { find, identites }: Pick<Services, 'find' | 'identites'>,
  genre: Genre,
  asked: Partial<Pick<Asked, 'apres' | 'groupement' | 'dossier' | 'editeur'>>,
): Promise<Extract<Refusal, { code: 'saisie-invalide' }> | null> {
  const isThere = async (kind: Genre, id: string) => (await find({ genre: kind, id })).ok;
  const { apres, groupement, dossier, editeur } = asked;
  const wrong = [
    apres !== undefined && !(await isThere(genre, apres)) && unknown.apres,
    groupement !== undefined && !(await isThere('groupement', groupement)) && unknown.groupement,
    dossier !== undefined && !(await isThere('dossier', dossier)) && unknown.dossier,
  ];
  const erreurs = wrong.filter((one) => one !== false);
  if (erreurs.length > 0) return { code: 'saisie-invalide', erreurs };
  return editeur === 'moi' ? null : whyUnknownEditeur({ identites }, editeur);
}

/** Why an éditeur is none of those known; null when it is one, or none is asked for. */
export async function whyUnknownEditeur(
  { identites }: Pick<Services, 'identites'>,
  editeur: string | undefined,
): Promise<Extract<Refusal, { code: 'saisie-invalide' }> | null> {
  if (editeur === undefined || (await identites.editeur(editeur)) !== null) return null;
  return { code: 'saisie-invalide', erreurs: [unknown.editeur] };
}

/** What is told of a cursor after which nothing was ever given. */
export function unknownCursor(name: string): Extract<Refusal, { code: 'saisie-invalide' }> {
  return { code: 'saisie-invalide', erreurs: [{ ...unknown.apres, pointeur: `/${name}` }] };
}

const unknown = {
  apres: { pointeur: '/apres', message: 'Ce curseur n’est pas d’ici : reprenez « suite » tel quel.' },
  groupement: { pointeur: '/groupement', message: 'Aucun groupement ne porte cet identifiant.' },
  dossier: { pointeur: '/dossier', message: 'Aucun dossier ne porte cet identifiant.' },
  editeur: {
    pointeur: '/editeur',
    message: 'Aucun éditeur ne porte cet identifiant : GET /api/v1/editeurs les donne.',
  },
};
