import { z } from 'zod';
import { glossaire } from '../../../machines/glossaire.ts';
import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { err, ok } from '../../engine/refusal.ts';
import { get, type Operation } from '../operation.ts';
import { ActeurId, Lien, ProcedureId, TypeDeFait } from '../vocabulary.ts';

const texte = z.string();
const resume = {
  id: ProcedureId,
  version: z.int(),
  titre: texte,
  source: texte,
  genre: z.enum(['dossier', 'groupement', 'certificat']),
  lien: Lien,
};
const FaitDeclare = z
  .strictObject({
    type: TypeDeFait,
    libelle: texte,
    acteur: ActeurId,
    acteurLibelle: texte,
    source: texte,
    exemples: z.array(z.record(texte, z.unknown())),
    schema: Lien,
  })
  .meta({ id: 'FaitDeclare' });

/** What is told of procedures. */
const Procedures = z.strictObject({
  procedures: z.array(z.strictObject(resume).meta({ id: 'ResumeProcedure' })),
});
const ProcedureLue = z.strictObject({ ...resume, faits: z.array(FaitDeclare) }).meta({ id: 'Procedure' });
const SchemaJson = z.record(texte, z.unknown()).meta({ id: 'SchemaJson', description: 'Un schéma JSON' });
const Glossaire = z.strictObject({
  termes: z.array(z.strictObject({ terme: texte, definition: texte, source: texte }).meta({ id: 'Terme' })),
});

/** What each published procedure is, its facts, the schema of each, and the words they use. */
export function procedureOperations(): Operation[] {
  return [
    get('procedures.lister', '/procedures', {
      summary: 'Lister les procédures',
      reply: { schema: Procedures },
      answer: () => ok({ body: { procedures: procedures.map(summary) } }),
    }),
    get('procedures.lire', '/procedures/:id', {
      compresse: true,
      summary: 'Lire une procédure et ses faits',
      reply: { schema: ProcedureLue },
      answer({ params: { id } }) {
        const procedure = findProcedure(id);
        if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
        return ok({ body: { ...summary(procedure), faits: factsOf(procedure) } });
      },
    }),
    get('procedures.schema', '/procedures/:id/faits/:type/schema', {
      summary: 'Lire le schéma JSON d’un fait',
      reply: { type: 'application/schema+json', schema: SchemaJson },
      answer({ params: { id, type } }) {
        const facts = findProcedure(id)?.facts ?? {};
        const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
        if (!fact || fact.derive) return err({ code: 'introuvable', objet: 'fait', id: type });
        return ok({ type: 'application/schema+json; charset=utf-8', body: toSchema(fact.schema) });
      },
    }),
    get('glossaire.lire', '/glossaire', {
      compresse: true,
      summary: 'Lire le glossaire',
      reply: { schema: Glossaire },
      answer: () => ok({ body: { termes: glossaire } }),
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
