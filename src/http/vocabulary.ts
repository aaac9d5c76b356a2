import { z } from 'zod';
import { formulaires } from '../../machines/formulaires/index.ts';
import { procedures } from '../../machines/index.ts';
import { statuts } from '../../machines/procedure.ts';
import { acteurs } from '../../machines/step.ts';
import { descendants } from '../engine/graph/independence.ts';
import { pathOf } from '../engine/state-info.ts';
import { DOMAINE, eventFacts } from '../outbox/cloud-event.ts';

const texte = z.string();

/** One of those words, typed as any text: what is read from the store is checked where it is told. */
function named(id: string, description: string, words: Iterable<string>) {
  const known = new Set(words);
  return texte
    .refine((text) => known.has(text), 'Ce mot n’est pas de ceux que le document énumère.')
    .meta({ id, description, override: { type: 'string', enum: [...known] } });
}

export const Statut = named('Statut', 'Où en est un dossier, un groupement ou un certificat', Object.keys(statuts));
export const ProcedureId = named(
  'ProcedureId',
  'Une procédure',
  procedures.map(({ id }) => id),
);
export const FormulaireId = named('FormulaireId', 'Un formulaire de la procédure', Object.keys(formulaires));
export const TypeDeFait = named(
  'TypeDeFait',
  'Ce qu’un fait dit qu’il s’est passé',
  procedures.flatMap(({ facts }) => Object.keys(facts)),
);
/** What a line of a journal, or an event, tells. */
export const TypeDeLigne = named('TypeDeLigne', 'Un fait, ou ce qui ouvre, déplace, corrige, efface', eventFacts);
export const TypeEvenement = named(
  'TypeEvenement',
  `Ce qu’un événement dit : « ${DOMAINE} », puis le fait`,
  eventFacts.map((fact) => `${DOMAINE}${fact}`),
);
export const EtapeId = named(
  'EtapeId',
  'Une étape : le chemin de son état',
  procedures.flatMap(({ machine }) =>
    descendants(machine.root)
      .filter(({ states }) => Object.keys(states).length === 0)
      .map(pathOf),
  ),
);
const CodeDeManque = named('CodeDeManque', 'Ce qui manque, pour les programmes', [
  ...procedures.flatMap(({ conditions }) => Object.values(conditions).map(({ code }) => code)),
  'etape-attendue',
]);
/** Every code of a refusal: the document fills it from what the operations declare. */
export const CodeDeRefus = texte.meta({ id: 'CodeDeRefus', description: 'Stable, pour les programmes' });
/** A day, YYYY-MM-DD. */
export const Jour = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ description: 'Jour, AAAA-MM-JJ', format: 'date' });
export const Instant = z.string().meta({ description: 'Instant ISO 8601', format: 'date-time' });
export const ActeurId = z.enum(Object.keys(acteurs) as [keyof typeof acteurs]);
/** A path under this server. */
export const Lien = z.string().startsWith('/api/v1/');

const quoi = {
  libelle: texte,
  acteur: ActeurId,
  source: texte.meta({ description: 'Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27)' }),
};
export const Acte = z.strictObject({ type: TypeDeFait, ...quoi }).meta({ id: 'Acte', description: 'Un acte à faire' });
/** The same with how many times it is to be done: once for each certificate that awaits it. */
export const ActeCompte = Acte.extend({ nombre: z.int().min(1) }).meta({
  id: 'ActeCompte',
  description: 'Un acte à faire, et combien de fois : une par certificat qui l’attend',
});
export const Manque = z
  .strictObject({ code: CodeDeManque, ...quoi })
  .meta({ id: 'Manque', description: 'Ce qui manque, qui l’apporte, où c’est écrit' });
export const Avertissement = z
  .strictObject({ code: texte, pointeur: texte, message: texte })
  .meta({ id: 'Avertissement', description: 'Ce qui mérite un second regard, sans rien bloquer' });
const Erreur = z
  .strictObject({ pointeur: texte, message: texte })
  .meta({ id: 'Erreur', description: 'Ce qui ne va pas dans ce qui a été envoyé, par un pointeur RFC 6901' });

/** RFC 9457. */
export const Probleme = z
  .looseObject({
    type: texte,
    status: z.int(),
    code: CodeDeRefus,
    title: texte,
    detail: texte,
    erreurs: z.array(Erreur).optional(),
    manque: z.array(Manque).optional(),
    deblocages: z.array(z.array(Acte)).optional(),
    acceptes: z.array(TypeDeFait).optional(),
  })
  .meta({ id: 'Probleme', description: 'Un refus, ou une panne (RFC 9457)' });

export const Rien = z.null().meta({ description: 'Rien' });
/** A drawing, a table, or a machine in another format. */
export const Fichier = z
  .unknown()
  .meta({ description: 'Le fichier, dans le format que dit l’extension', override: { type: 'string' } });
