import { z } from 'zod';
import type { Procedure } from '../../machines/procedure.ts';
import { fingerprint, regionNames } from '../diagrams/drawings.ts';
import type { Answer, Asked } from './operation.ts';
import { sendPiece } from './piece.ts';
import type { Problem } from './problem.ts';

/** An SVG opened alone may style itself, and nothing else. */
const POLICY = { 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" };

/** The part of a machine that is drawn, and the colours. */
export const ViewParams = z.strictObject({
  niveau: z.enum(['complet', 'apercu'], 'Indiquez un niveau : complet ou apercu.').default('complet'),
  region: z.string().max(60).optional(),
  theme: z.enum(['clair', 'sombre'], 'Indiquez un thème : clair ou sombre.').optional(),
});

/** A drawing under its name, or 304 to who holds it already. */
export function sendDrawing(asked: Asked, nom: string, corps: string): Answer {
  const answer = sendPiece(asked, { nom, type: 'image/svg+xml; charset=utf-8', corps, empreinte: fingerprint(corps) });
  return { ...answer, entetes: { ...answer.entetes, ...POLICY } };
}

/** Which regions may be asked for, when another was. */
export function unknownRegion(procedure: Procedure, region: string | undefined): Problem {
  const regions = regionNames(procedure);
  const detail = `« ${procedure.id} » n’a pas de région « ${region} » : demandez ${regions.join(', ')}.`;
  return { status: 404, code: 'region-inconnue', title: 'Région inconnue', detail, regions };
}
