import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { fingerprint } from '../../diagrams/drawings.ts';
import { err, ok } from '../../engine/refusal.ts';
import { promiseMemo } from '../../memo.ts';
import { checklistPage, POLICY } from '../../web/checklist/page.ts';
import { checklistSheets } from '../../web/checklist/sheets.ts';
import { get, type Operation } from '../operation.ts';
import { aPiece, sendPiece } from '../piece.ts';
import { DiagramParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

const formats = {
  html: {
    type: 'text/html',
    charset: '; charset=utf-8',
    resume: 'Lire la liste à cocher',
    make: checklistPage,
  },
  pdf: {
    type: 'application/pdf',
    charset: '',
    resume: 'Imprimer la liste à cocher, en A4,',
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
  return (['html', 'pdf'] as const).flatMap((format) => [ofProcedure(format), ofDossier(format)]);
}

function ofProcedure(format: keyof typeof formats): Operation {
  return get(`procedures.liste-${format}`, `/procedures/:id/liste.${format}`, {
    summary: `${formats[format].resume} d’une procédure`,
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
  });
}

/** That of a dossier: what is behind is ticked, with its day. */
function ofDossier(format: keyof typeof formats): Operation {
  const { type, charset, resume, make } = formats[format];
  return get(`dossiers.liste-${format}`, `/dossiers/:id/liste.${format}`, {
    summary: `${resume} d’un dossier : ce qui est fait est coché, avec son jour`,
    reply: { type, schema: Fichier, ...aPiece },
    async answer(asked) {
      const { id } = asked.params;
      const ticked = await asked.services.tickedOf({ genre: 'dossier', id });
      if (!ticked.ok) return ticked;
      const { nom, jour, procedure, faits } = ticked.value;
      const empreinte = fingerprint(JSON.stringify([format, nom, jour, ...faits]));
      const piece = { nom: `dossier-${id}.liste.${format}`, type: `${type}${charset}`, empreinte };
      const held = sendPiece(asked, { ...piece, body: '' });
      const answer =
        held.status === 304 ? held : sendPiece(asked, { ...piece, body: await make(procedure, ticked.value) });
      return ok({ ...answer, headers: { ...answer.headers, ...POLICY } });
    },
  });
}

function made(procedure: Procedure, format: keyof typeof formats): Promise<Made> {
  return lists(`${procedure.id}@${procedure.version}.${format}`, async () => {
    const body = await formats[format].make(procedure);
    return { body, empreinte: fingerprint(`${body}`) };
  });
}
