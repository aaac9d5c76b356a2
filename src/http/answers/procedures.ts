import { z } from 'zod';
import { ActeurId, Lien } from './vocabulary.ts';

const texte = z.string();
const resume = {
  id: texte,
  version: z.int(),
  titre: texte,
  source: texte,
  genre: z.enum(['dossier', 'groupement', 'certificat']),
  lien: Lien,
};
const FaitDeclare = z
  .strictObject({
    type: texte,
    libelle: texte,
    acteur: ActeurId,
    acteurLibelle: texte,
    source: texte,
    exemples: z.array(z.record(texte, z.unknown())),
    schema: Lien,
  })
  .meta({ id: 'FaitDeclare' });

/** What is told of procedures. */
export const Procedures = z.strictObject({
  procedures: z.array(z.strictObject(resume).meta({ id: 'ResumeProcedure' })),
});
export const ProcedureLue = z.strictObject({ ...resume, faits: z.array(FaitDeclare) }).meta({ id: 'Procedure' });
export const SchemaJson = z.record(texte, z.unknown()).meta({ id: 'SchemaJson', description: 'Un schéma JSON' });
export const Glossaire = z.strictObject({
  termes: z.array(z.strictObject({ terme: texte, definition: texte, source: texte }).meta({ id: 'Terme' })),
});
