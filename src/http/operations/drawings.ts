import { z } from 'zod';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import { drawComparison, drawProcedure } from '../../diagrams/drawings.ts';
import type { Drawing } from '../../diagrams/svg/drawing.ts';
import { err, ok } from '../../engine/refusal.ts';
import type { Problem } from '../../web/problem.ts';
import { region, sendDrawing, theme } from '../drawing.ts';
import { get, type Operation } from '../operation.ts';
import { aPiece } from '../piece.ts';
import { DiagramParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

/** Which drawing is asked for: `region` alone draws that region in full. */
const DrawingParams = DiagramParams.extend({
  niveau: z
    .enum(['complet', 'apercu', 'comparaison'], 'Indiquez un niveau : complet, apercu ou comparaison.')
    .default('complet')
    .meta({ description: 'Entière, en aperçu, ou les parcours comparés' }),
  region,
  theme,
});
type Params = z.output<typeof DrawingParams>;

/** A procedure as a drawing. */
export function drawingOperations(): Operation[] {
  return [
    get('procedures.dessiner', '/procedures/:id/diagramme.svg', {
      summary: 'Dessiner une procédure : entière, en aperçu, une région, ou les parcours comparés',
      reply: { type: 'image/svg+xml', schema: Fichier, ...aPiece },
      query: DrawingParams,
      async answer(asked) {
        const { id } = asked.params;
        const { version, theme } = asked.query;
        const procedure = findProcedure(id, version);
        if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
        const drawing = drawingAsked(procedure, asked.query);
        if (!drawing) return err(whyNone(procedure, asked.query));
        const corps = (await drawing).draw(theme && { theme });
        const nom = `${nameOf(procedure, asked.query)}.svg`;
        return ok(sendDrawing(asked, nom, corps));
      },
    }),
  ];
}

function drawingAsked(procedure: Procedure, { niveau, region }: Params): Promise<Drawing> | null {
  if (region !== undefined) return drawProcedure(procedure, { region });
  if (niveau !== 'comparaison') return drawProcedure(procedure, { niveau });
  return procedure.genre === 'dossier' ? drawComparison(paths) : null;
}

const paths = procedures.filter(
  ({ id, version, genre }) => genre === 'dossier' && findProcedure(id)?.version === version,
);

function whyNone(procedure: Procedure, { region }: Params) {
  return region === undefined ? nothingToCompare : unknownRegion(procedure, { region });
}

/** What is told of a comparison where there is one procedure alone. */
export const nothingToCompare: Problem = {
  status: 404,
  code: 'niveau-sans-objet',
  title: 'Niveau sans objet',
  detail: 'Seuls les parcours d’un dossier se comparent : demandez le niveau complet ou apercu.',
  niveaux: ['complet', 'apercu'],
};

function nameOf({ id, version }: Procedure, { niveau, region }: Params): string {
  if (region !== undefined) return `${id}.v${version}.${region}`;
  if (niveau === 'comparaison') return 'parcours-compares';
  return niveau === 'complet' ? `${id}.v${version}` : `${id}.v${version}.${niveau}`;
}
