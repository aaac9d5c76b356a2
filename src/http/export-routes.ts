import { Router } from 'express';
import { findProcedure } from '../../machines/index.ts';
import { formats } from '../diagrams/exports/formats.ts';
import { published } from '../diagrams/exports/published.ts';
import type { Refusal } from '../engine/refusal.ts';
import { allowOnly } from './method.ts';
import { sendProblem, toProblem } from './problem.ts';
import { DiagramParams, parseQuery } from './query.ts';
import { sendPiece } from './validator.ts';

/** A procedure as a file, in the format that the extension asks for. */
export function exportRoutes(): Router {
  const router = Router();
  router
    .route('/:id/diagramme.:extension')
    .get((request, response) => {
      const { id, extension } = request.params;
      const params = parseQuery(DiagramParams, request.query);
      if (!params.ok) return sendProblem(response, toProblem(params.error));
      if (!isFormat(extension)) return sendProblem(response, unknownFormat(extension));
      const { version } = params.value;
      const procedure = findProcedure(id, version);
      if (!procedure) return sendProblem(response, toProblem(unknownProcedure(id, version)));
      const { texte, ...piece } = published(procedure, extension);
      sendPiece(request, response, { ...piece, corps: texte });
    })
    .all(allowOnly('GET'));
  return router;
}

function unknownProcedure(id: string, version: number | undefined): Refusal {
  return { code: 'introuvable', objet: 'procedure', id: version === undefined ? id : `${id}@${version}` };
}

function isFormat(extension: string): extension is keyof typeof formats {
  return Object.hasOwn(formats, extension);
}

function unknownFormat(extension: string) {
  const known = ['svg', 'png', ...Object.keys(formats)];
  return {
    ...{ status: 404, code: 'format-inconnu', title: 'Format inconnu' },
    detail: `Un diagramme ne se donne pas en « .${extension} » : demandez ${known.map((one) => `.${one}`).join(', ')}.`,
    formats: known,
  };
}
