import { z } from 'zod';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import { drawProcedure, drawStory, fingerprint } from '../../diagrams/drawings.ts';
import { drawMeasures } from '../../diagrams/live/counts.ts';
import { fadedFor } from '../../diagrams/recit/live.ts';
import { storyOf } from '../../diagrams/recit/story.ts';
import type { Drawing } from '../../diagrams/svg/drawing.ts';
import { err, ok } from '../../engine/refusal.ts';
import type { Identity, Role } from '../../identity/identity.ts';
import type { Genre } from '../../store/store.ts';
import type { Problem } from '../../web/problem.ts';
import { get, type Operation, type Request } from '../operation.ts';
import { aPiece, pour, region, sendDrawing, sendPiece, sendSheet, theme, ViewParams } from '../piece.ts';
import { DiagramParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

/** Which drawing is asked for: `region` alone draws that region in full. */
const DrawingParams = DiagramParams.extend({
  niveau: z
    .enum(['recit', 'complet', 'comparaison'], 'Indiquez un niveau : recit, complet ou comparaison.')
    .default('recit')
    .meta({ description: 'Racontée en une page, entière, ou tous les parcours en un récit' }),
  region,
  theme,
  pour,
});
type Params = z.output<typeof DrawingParams>;

/** A procedure as a drawing. */
export function drawingOperations(): Operation[] {
  return [
    get('procedures.dessiner', '/procedures/:id/diagramme.svg', {
      summary: 'Dessiner une procédure : racontée, entière, une région, ou tous les parcours en un récit',
      reply: { type: 'image/svg+xml', schema: Fichier, ...aPiece },
      compresse: true,
      query: DrawingParams,
      async answer(asked) {
        const { id } = asked.params;
        const { version, theme, pour, niveau, region } = asked.query;
        const procedure = findProcedure(id, version);
        if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
        const drawing = drawingAsked(procedure, asked.query);
        if (!drawing) return err(whyNone(procedure, asked.query));
        const told = niveau === 'comparaison' ? paths : [procedure];
        const etats = region === undefined && niveau !== 'complet' ? fadedFor(storyOf(told), pour) : undefined;
        const corps = (await drawing).draw({ theme, etats });
        const nom = `${nameOf(procedure, asked.query)}.svg`;
        return ok(sendDrawing(asked, nom, corps));
      },
    }),
  ];
}

/** What is drawn of a procedure; null where it has no such region, or is compared with nothing. */
export function drawingAsked(
  procedure: Procedure,
  { niveau, region }: Pick<Params, 'niveau' | 'region'>,
): Promise<Drawing> | null {
  if (region !== undefined) return drawProcedure(procedure, { region });
  if (niveau !== 'comparaison') return drawProcedure(procedure, { niveau });
  return procedure.genre === 'dossier' ? drawStory(paths) : null;
}

const paths = procedures.filter(
  ({ id, version, genre }) => genre === 'dossier' && findProcedure(id)?.version === version,
);

/** Why nothing is drawn. */
export function whyNone(procedure: Procedure, { region }: Pick<Params, 'region'>) {
  return region === undefined ? nothingToCompare : unknownRegion(procedure, { region });
}

/** What is told of a comparison where there is one procedure alone. */
export const nothingToCompare: Problem = {
  status: 404,
  code: 'niveau-sans-objet',
  title: 'Niveau sans objet',
  detail: 'Seuls les parcours d’un dossier se comparent : demandez le niveau recit ou complet.',
  niveaux: ['recit', 'complet'],
};

/** How the file of a drawing is called, without its end. */
export function nameOf({ id, version }: Procedure, { niveau, region }: Pick<Params, 'niveau' | 'region'>): string {
  if (region !== undefined) return `${id}.v${version}.${region}`;
  if (niveau === 'comparaison') return 'parcours.recit';
  return niveau === 'complet' ? `${id}.v${version}` : `${id}.v${version}.${niveau}`;
}

const le = z.iso
  .date('Indiquez un jour : 2026-01-31.')
  .optional()
  .meta({ description: 'Tel qu’il était ce jour-là : aujourd’hui, à défaut' });
const LiveParams = ViewParams.extend({ le });
const svg = { type: 'image/svg+xml', schema: Fichier, ...aPiece };
const pdf = { type: 'application/pdf', schema: Fichier, ...aPiece };
const PaperParams = ViewParams.pick({ niveau: true, pour: true });

/** Cases on the picture of their machine. */
export function liveOperations(): Operation[] {
  return [
    ...(['dossier', 'certificat'] as const).flatMap((genre) => [picture(genre), sheet(genre), text(genre)]),
    sites(),
    sitesSheet(),
  ];
}

function picture(genre: Genre): Operation {
  return get(`${genre}s.dessiner`, `/${genre}s/:id/diagramme.svg`, {
    query: LiveParams,
    summary: `Dessiner un ${genre} sur sa procédure, maintenant ou tel qu’il était un jour passé`,
    reply: svg,
    compresse: true,
    async answer(asked) {
      const { id } = asked.params;
      const drawn = await asked.services.drawCase({ genre, id }, asked.query.le ?? null, asked.query);
      return drawn.ok ? ok(sendDrawing(asked, `${genre}-${id}.svg`, drawn.value)) : drawn;
    },
  });
}

/** The same on paper, for who is not at a screen. */
function sheet(genre: Genre): Operation {
  return get(`${genre}s.imprimer`, `/${genre}s/:id/diagramme.pdf`, {
    query: PaperParams.extend({ le }),
    summary: `Imprimer un ${genre} sur sa procédure, maintenant ou tel qu’il était un jour passé : raconté (A4) ou entier (A3)`,
    reply: pdf,
    async answer(asked) {
      const { id } = asked.params;
      const { le: jour = null, niveau } = asked.query;
      const sheet = await asked.services.printCase({ genre, id }, jour, asked.query);
      return sheet.ok ? ok(await sendSheet(asked, `${genre}-${id}.pdf`, { ...sheet.value, niveau })) : sheet;
    },
  });
}

function text(genre: Genre): Operation {
  return get(`${genre}s.decrire`, `/${genre}s/:id/diagramme.txt`, {
    query: z.strictObject({ le }),
    summary: `Décrire en texte un ${genre} sur sa procédure : étapes en cours, passées, bloquées`,
    reply: { type: 'text/plain', schema: Fichier, ...aPiece },
    async answer(asked) {
      const { id } = asked.params;
      const told = await asked.services.tellCase({ genre, id }, asked.query.le ?? null);
      if (!told.ok) return told;
      const piece = { nom: `${genre}-${id}.txt`, type: 'text/plain; charset=utf-8', body: told.value };
      return ok(sendPiece(asked, { ...piece, empreinte: fingerprint(told.value) }));
    },
  });
}

function sites(): Operation {
  return get('groupements.dessiner', '/groupements/:id/diagramme.svg', {
    query: ViewParams,
    summary: 'Dessiner où en sont les sites d’un groupement, sur leur parcours',
    reply: svg,
    compresse: true,
    async answer(asked) {
      const { id } = asked.params;
      const drawn = await asked.services.drawGroupement(id, asked.query);
      return drawn.ok ? ok(sendDrawing(asked, `groupement-${id}.svg`, drawn.value)) : drawn;
    },
  });
}

function sitesSheet(): Operation {
  return get('groupements.imprimer', '/groupements/:id/diagramme.pdf', {
    query: PaperParams,
    summary: 'Imprimer où en sont les sites d’un groupement : sur le récit (A4) ou toutes les étapes (A3)',
    reply: pdf,
    async answer(asked) {
      const { id } = asked.params;
      const { niveau } = asked.query;
      const drawn = await asked.services.drawGroupement(id, { ...asked.query, theme: 'clair' });
      return drawn.ok ? ok(await sendSheet(asked, `groupement-${id}.pdf`, { svg: drawn.value, niveau })) : drawn;
    },
  });
}

const MeasureParams = ViewParams.extend({
  ...DiagramParams.shape,
  mesure: z
    .enum(['effectif', 'duree'], 'Indiquez une mesure : effectif ou duree.')
    .default('effectif')
    .meta({ description: 'Combien en sont où, ou combien de temps ils y restent' }),
  depuis: z.iso
    .date('Indiquez un jour : 2026-01-31.')
    .optional()
    .meta({ description: 'Ce qui s’est passé depuis ce jour' }),
});

/** Where the cases of a procedure stand and how long they stay, drawn and on paper: `diagramme.svg` asked with a `mesure` leads here. */
export function measureOperations(): Operation[] {
  const told = 'où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape';
  const nameOf = ({ id, version }: Procedure, mesure: string) => `${id}.v${version}.${mesure}`;
  return [
    get('procedures.mesurer', '/procedures/:id/mesures.svg', {
      query: MeasureParams,
      summary: `Dessiner ${told}`,
      reply: svg,
      compresse: true,
      async answer(asked) {
        const drawn = await measured(asked.params.id, asked);
        if (!drawn.ok) return drawn;
        const { procedure, svg: body } = drawn.value;
        return ok(sendDrawing(asked, `${nameOf(procedure, asked.query.mesure)}.svg`, body));
      },
    }),
    get('procedures.mesurer-pdf', '/procedures/:id/mesures.pdf', {
      right: 'procedures.mesurer',
      query: MeasureParams.omit({ theme: true, region: true }),
      summary: `Imprimer ${told} : sur le récit (A4) ou toutes les étapes (A3)`,
      reply: pdf,
      async answer(asked) {
        const query = { ...asked.query, theme: 'clair', region: undefined } as const;
        const drawn = await measured(asked.params.id, { ...asked, query });
        if (!drawn.ok) return drawn;
        const { niveau, mesure } = asked.query;
        const { procedure, svg: body } = drawn.value;
        return ok(await sendSheet(asked, `${nameOf(procedure, mesure)}.pdf`, { svg: body, niveau }));
      },
    }),
  ];
}

type MeasureAsked = Pick<Request<unknown, z.output<typeof MeasureParams>>, 'services' | 'identite' | 'query'>;

async function measured(id: string, { services, identite, query }: MeasureAsked) {
  const { version, depuis = null, region, niveau, theme, mesure } = query;
  const procedure = findProcedure(id, version);
  if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id } as const);
  if (!maySeeAll(identite, id)) return err({ code: 'droit-insuffisant', roles: READERS } as const);
  const view = { mesure, ...(region === undefined ? { niveau } : { region }) };
  const read = await services.measures(procedure, depuis);
  const drawn = await drawMeasures(procedure, read, view, { depuis, theme });
  return drawn ? ok({ procedure, svg: drawn }) : err(unknownRegion(procedure, { region }));
}

const READERS: readonly Role[] = ['agent', 'superviseur', 'lecteur'];

/** A key that is limited to some cases is not told of all. */
function maySeeAll({ dossiers, procedures }: Identity, id: string): boolean {
  return dossiers === null && (procedures === null || procedures.includes(id));
}
