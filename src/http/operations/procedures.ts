import { z } from 'zod';
import { glossaire } from '../../../machines/glossaire.ts';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { err, ok } from '../../engine/refusal.ts';
import { Glossaire, ProcedureLue, Procedures, SchemaJson } from '../answers/procedures.ts';
import { type Operation, operation } from '../operation.ts';

/** What each published procedure is, its facts, the schema of each, and the words they use. */
export function procedureOperations(): Operation[] {
  return [
    operation({
      id: 'procedures.lister',
      methode: 'get',
      chemin: '/procedures',
      resume: 'Lister les procédures',
      reponse: { schema: Procedures },
      answer: () => ok({ corps: { procedures: procedures.map(summary) } }),
    }),
    operation({
      id: 'procedures.lire',
      methode: 'get',
      chemin: '/procedures/:id',
      resume: 'Lire une procédure et ses faits',
      reponse: { schema: ProcedureLue },
      answer({ chemin: { id = '' } }) {
        const procedure = findProcedure(id);
        if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
        return ok({ corps: { ...summary(procedure), faits: factsOf(procedure) } });
      },
    }),
    operation({
      id: 'procedures.schema',
      methode: 'get',
      chemin: '/procedures/:id/faits/:type/schema',
      resume: 'Lire le schéma JSON d’un fait',
      reponse: { type: 'application/schema+json', schema: SchemaJson },
      answer({ chemin: { id = '', type = '' } }) {
        const facts = findProcedure(id)?.facts ?? {};
        const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
        if (!fact || fact.derive) return err({ code: 'introuvable', objet: 'fait', id: type });
        return ok({ type: 'application/schema+json; charset=utf-8', corps: toSchema(fact.schema) });
      },
    }),
    operation({
      id: 'glossaire.lire',
      methode: 'get',
      chemin: '/glossaire',
      resume: 'Lire le glossaire',
      reponse: { schema: Glossaire },
      answer: () => ok({ corps: { termes: glossaire } }),
    }),
  ];
}

function summary({ id, version, titre, source, genre }: Procedure) {
  return { id, version, titre, source, genre, lien: `/api/v1/procedures/${id}` };
}

function factsOf({ id, facts }: Procedure) {
  return Object.entries(facts)
    .filter(([, { derive }]) => !derive)
    .map(([type, { libelle, acteur, source, exemples }]) => ({
      type,
      libelle,
      acteur,
      acteurLibelle: acteurs[acteur],
      source,
      exemples,
      schema: `/api/v1/procedures/${id}/faits/${type}/schema`,
    }));
}

function toSchema(schema: z.ZodType) {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}
