import { z } from 'zod';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import { compare } from '../../diagrams/comparison.ts';
import { fingerprint } from '../../diagrams/drawings.ts';
import { drawDifference } from '../../diagrams/drawn-difference.ts';
import { formats, published, publishedRegion } from '../../diagrams/exports/formats.ts';
import { imageOf, largeurs, svgOf } from '../../diagrams/images.ts';
import { storySheet } from '../../diagrams/story-sheet.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { type Answer, type Answered, get, type Operation, type Request } from '../operation.ts';
import { aPiece, region, sendDrawing, sendPiece, sendSheet } from '../piece.ts';
import { DiagramParams, DifferenceParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';
import { drawingAsked, drawingOperations, nameOf, whyNone } from './drawings.ts';

const ecarts = z.strictObject({
  ajoutes: z.array(z.looseObject({ id: z.string() })),
  retires: z.array(z.looseObject({ id: z.string() })),
  modifies: z.array(z.looseObject({ changements: z.array(z.looseObject({ champ: z.string() })) })),
});

/** What changes from one procedure to another. */
const Comparaison = z
  .looseObject({ identiques: z.boolean(), etats: ecarts, transitions: ecarts })
  .meta({ id: 'Comparaison' });

const LARGEUR = `Choisissez une largeur, en pixels, parmi : ${largeurs.join(', ')}.`;
const ExportParams = DiagramParams.extend({
  largeur: z.coerce
    .number(LARGEUR)
    .pipe(z.literal(largeurs, LARGEUR))
    .default(1984)
    .meta({ description: 'D’une image .png, en pixels' }),
  region: region.meta({ description: 'En .mmd, .dot ou .pdf : une seule région, par son identifiant' }),
  niveau: z
    .enum(['recit', 'complet', 'comparaison'], 'Indiquez un niveau : recit, complet ou comparaison.')
    .default('recit')
    .meta({
      description:
        'D’une image .png ou d’une feuille .pdf : le récit en A4, la machine entière en A3 ; en .pdf, tous les parcours en un récit',
    }),
});
const CompareParams = DifferenceParams.extend({
  format: z.enum(['json', 'svg', 'pdf'], 'Choisissez parmi : json, svg, pdf.').default('json').meta({
    description: 'En données, dessinée, ou sur papier',
  }),
});

/** What the extensions give beside an image. */
const exported = {
  'application/pdf': Fichier,
  ...Object.fromEntries(Object.values(formats).map(({ type }) => [type.split(';')[0], Fichier])),
};

/** A procedure as a file, in the format that the extension asks for, and what changes from one to another. */
export function diagramOperations(): Operation[] {
  return [
    ...drawingOperations(),
    get('procedures.exporter', '/procedures/:id/diagramme.:extension', {
      summary: 'Exporter le diagramme d’une procédure : .mmd, .dot, .scxml, .bpmn, .xstate.json, .json, .png, .pdf',
      reply: { type: 'image/png', schema: Fichier, aussi: exported, ...aPiece },
      query: ExportParams,
      async answer(asked) {
        const { id, extension } = asked.params;
        const { version } = asked.query;
        if (!isDrawn(extension) && !isFormat(extension)) return err(unknownFormat(extension));
        const procedure = find(id, version);
        if (!procedure.ok) return procedure;
        const part = extension === 'pdf' ? await partOnPaper(asked, procedure.value, asked.query) : null;
        if (part) return part;
        if (isDrawn(extension)) return ok(await sendDrawn(asked, procedure.value, { ...asked.query, extension }));
        const { region } = asked.query;
        const file =
          region === undefined
            ? published(procedure.value, extension)
            : await publishedRegion(procedure.value, extension, region);
        if (file === null) return err(unknownRegion(procedure.value, { region }));
        const { texte, ...piece } = file;
        return ok(sendPiece(asked, { ...piece, body: texte }));
      },
    }),
    get('procedures.comparer', '/procedures/:id/difference', {
      summary: 'Comparer deux versions, ou deux procédures : ce qui change, et ce que l’une accepte et l’autre refuse',
      reply: { schema: Comparaison, aussi: { 'image/svg+xml': Fichier, 'application/pdf': Fichier }, ...aPiece },
      query: CompareParams,
      async answer(asked) {
        const { id } = asked.params;
        const { de, a, format } = asked.query;
        const one = find(id, de);
        if (!one.ok) return one;
        const other = find(a.procedure ?? id, a.version);
        if (!other.ok) return other;
        if (format === 'json') return ok({ body: compare(one.value, other.value) });
        const body = await drawDifference(one.value, other.value);
        const nom = `${one.value.id}.v${one.value.version}-${other.value.id}.v${other.value.version}.${format}`;
        if (format === 'pdf') return ok(await sendSheet(asked, nom, { svg: body, niveau: 'complet' }));
        return ok(sendDrawing(asked, nom, body));
      },
    }),
  ];
}

/** One region, or all paths as one story, on paper; null where neither is asked. */
async function partOnPaper(
  asked: Pick<Request, 'request'>,
  procedure: Procedure,
  { region: part, niveau }: z.output<typeof ExportParams>,
): Promise<Answered | null> {
  if (part === undefined && niveau !== 'comparaison') return null;
  const drawing = await drawingAsked(procedure, { region: part, niveau });
  if (!drawing) return err(whyNone(procedure, { region: part }));
  const nom = `${nameOf(procedure, { region: part, niveau })}.pdf`;
  return ok(await sendSheet(asked, nom, { svg: drawing.draw({ theme: 'clair' }), niveau: 'recit' }));
}

const drawn = {
  png: { type: 'image/png', make: imageOf },
  pdf: { type: 'application/pdf', make: storySheet },
} as const;

type Drawn = z.output<typeof ExportParams> & { extension: keyof typeof drawn };

/** Who holds it already costs no drawing. */
async function sendDrawn({ request }: Pick<Request, 'request'>, procedure: Procedure, asked: Drawn): Promise<Answer> {
  const { largeur, extension } = asked;
  const niveau = asked.niveau === 'complet' ? 'complet' : 'recit';
  const { type, make } = drawn[extension];
  const empreinte = fingerprint(`${extension} ${largeur} ${await svgOf(procedure, niveau)}`);
  const level = niveau === 'recit' ? '.recit' : '';
  const piece = { nom: `${procedure.id}.v${procedure.version}${level}.${extension}`, type, empreinte };
  const held = sendPiece({ request }, { ...piece, body: '' });
  return held.status === 304
    ? held
    : sendPiece({ request }, { ...piece, body: await make(procedure, niveau, largeur) });
}

function isDrawn(extension: string): extension is keyof typeof drawn {
  return Object.hasOwn(drawn, extension);
}

function find(id: string, version: number | undefined): Result<Procedure> {
  const procedure = findProcedure(id, version);
  if (procedure) return ok(procedure);
  return err({ code: 'introuvable', objet: 'procedure', id: version === undefined ? id : `${id}@${version}` });
}

function isFormat(extension: string): extension is keyof typeof formats {
  return Object.hasOwn(formats, extension);
}

/** What is told of a format that no machine is given in. */
export function unknownFormat(extension: string) {
  const known = ['svg', ...Object.keys(drawn), ...Object.keys(formats)];
  return {
    status: 404,
    code: 'format-inconnu',
    title: 'Format inconnu',
    detail: `Un diagramme ne se donne pas en « .${extension} » : demandez ${known.map((one) => `.${one}`).join(', ')}.`,
    formats: known,
  };
}
