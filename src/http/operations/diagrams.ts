import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { compare } from '../../diagrams/comparison.ts';
import { formats } from '../../diagrams/exports/formats.ts';
import { published } from '../../diagrams/exports/published.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { Comparaison, Fichier } from '../answers/diagrams.ts';
import { type Operation, operation } from '../operation.ts';
import { sendPiece } from '../piece.ts';
import { DiagramParams, DifferenceParams } from '../query.ts';

/** A procedure as a file, in the format that the extension asks for, and what changes from one to another. */
export function diagramOperations(): Operation[] {
  return [
    operation({
      ...{ id: 'procedures.exporter', methode: 'get', chemin: '/procedures/:id/diagramme.:extension' },
      resume: 'Exporter le diagramme d’une procédure : .mmd, .dot, .scxml, .bpmn, .json',
      reponse: { type: 'application/octet-stream', schema: Fichier },
      requete: DiagramParams,
      answer(asked) {
        const { id = '', extension = '' } = asked.chemin;
        if (!isFormat(extension)) return err(unknownFormat(extension));
        const procedure = find(id, asked.requete.version);
        if (!procedure.ok) return procedure;
        const { texte, ...piece } = published(procedure.value, extension);
        return ok(sendPiece(asked, { ...piece, corps: texte }));
      },
    }),
    operation({
      ...{ id: 'procedures.comparer', methode: 'get', chemin: '/procedures/:id/difference' },
      resume: 'Comparer deux versions, ou deux procédures : ce qui change, et ce que l’une accepte et l’autre refuse',
      reponse: { schema: Comparaison },
      requete: DifferenceParams,
      answer({ chemin: { id = '' }, requete: { de, a } }) {
        const one = find(id, de);
        if (!one.ok) return one;
        const other = find(a.procedure ?? id, a.version);
        return other.ok ? ok({ corps: compare(one.value, other.value) }) : other;
      },
    }),
  ];
}

function find(id: string, version: number | undefined): Result<Procedure> {
  const procedure = findProcedure(id, version);
  if (procedure) return ok(procedure);
  return err({ code: 'introuvable', objet: 'procedure', id: version === undefined ? id : `${id}@${version}` });
}

function isFormat(extension: string): extension is keyof typeof formats {
  return Object.hasOwn(formats, extension);
}

function unknownFormat(extension: string) {
  const known = ['svg', ...Object.keys(formats)];
  return {
    ...{ status: 404, code: 'format-inconnu', title: 'Format inconnu' },
    detail: `Un diagramme ne se donne pas en « .${extension} » : demandez ${known.map((one) => `.${one}`).join(', ')}.`,
    formats: known,
  };
}
