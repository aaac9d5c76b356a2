import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { fingerprint } from '../../diagrams/drawings.ts';
import { err, ok } from '../../engine/refusal.ts';
import { promiseMemo } from '../../memo.ts';
import { checklistPage } from '../checklist/page.ts';
import { checklistSheets } from '../checklist/sheets.ts';
import { get, type Operation } from '../operation.ts';
import { aPiece, sendPiece } from '../piece.ts';
import { DiagramParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

/** A page that styles itself, and does nothing else. */
const POLICY = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
};

const formats = {
  html: {
    type: 'text/html',
    charset: '; charset=utf-8',
    resume: 'Lire la liste à cocher d’une procédure',
    make: checklistPage,
  },
  pdf: {
    type: 'application/pdf',
    charset: '',
    resume: 'Imprimer la liste à cocher d’une procédure, en A4',
    make: checklistSheets,
  },
};

/** A checklist, made when it is first asked for. */
interface Made {
  body: string | Buffer;
  empreinte: string;
}
const lists = promiseMemo<Made>();

/** Every step of a procedure in order, to be printed and ticked. */
export function checklistOperations(): Operation[] {
  return (['html', 'pdf'] as const).map((format) =>
    get(`procedures.liste-${format}`, `/procedures/:id/liste.${format}`, {
      summary: formats[format].resume,
      reply: { type: formats[format].type, schema: Fichier, ...aPiece },
      query: DiagramParams,
      async answer(asked) {
        const { id } = asked.params;
        const procedure = findProcedure(id, asked.query.version);
        if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
        const { type, charset } = formats[format];
        const nom = `${procedure.id}.v${procedure.version}.liste.${format}`;
        const answer = sendPiece(asked, { nom, type: `${type}${charset}`, ...(await made(procedure, format)) });
        return ok({ ...answer, headers: { ...answer.headers, ...POLICY } });
      },
    }),
  );
}

function made(procedure: Procedure, format: keyof typeof formats): Promise<Made> {
  return lists(`${procedure.id}@${procedure.version}.${format}`, async () => {
    const body = await formats[format].make(procedure);
    return { body, empreinte: fingerprint(`${body}`) };
  });
}
