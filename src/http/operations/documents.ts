import { z } from 'zod';
import type { DocumentGarde } from '../../acts/documents.ts';
import { type NatureDocument, natures } from '../../documents/kinds.ts';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { documentBody } from '../../web/ingress.ts';
import { get, type Operation, post } from '../operation.ts';
import { receiptHeader } from '../representation.ts';
import { Fichier, Instant, Jour } from '../vocabulary.ts';

const texte = z.string();

/** A document as it is told: its bytes are asked for apart. */
const Document = z
  .strictObject({
    rang: z.int().meta({ description: 'La ligne du journal qui dit son dépôt : son numéro dans le dossier' }),
    nom: texte,
    nature: z.enum(Object.keys(natures) as [NatureDocument, ...NatureDocument[]]),
    octets: z.int(),
    document: texte.meta({ description: 'SHA-256, en hexadécimal, scellé avec la ligne' }),
    prouve: z.int().nullable().meta({ description: 'La ligne du journal qu’il prouve ; null : le dossier entier' }),
    imprimes: z
      .array(z.strictObject({ formulaire: texte, version: z.int(), empreinte: texte, pages: z.array(z.int()) }))
      .meta({ description: 'Les formulaires imprimés du dossier dont ses pages portent le code, avec leur version' }),
    date: Jour,
    deposeLe: Instant,
    auteur: texte,
  })
  .meta({ id: 'Document' });

const Depot = z.strictObject({
  nom: texte.max(300, 'Raccourcissez ce nom : 300 signes au plus.').default('document').meta({
    description: 'Le nom du fichier, tel qu’il est montré',
  }),
  prouve: z.coerce.number().int().min(1).optional().meta({ description: 'La ligne du journal qu’il prouve' }),
});

const Effacement = z.strictObject({
  motif: texte.trim().min(3, 'Dites pourquoi ce document est effacé.').max(500, '500 signes au plus.'),
});

const Numerisation = z.strictObject({ nom: Depot.shape.nom });

const Classement = z
  .strictObject({
    deposes: z.array(z.strictObject({ dossierId: texte, document: Document })),
    inconnus: z.int().meta({ description: 'Combien de dossiers nommés par ses codes ne sont pas ici' }),
  })
  .meta({ id: 'Classement' });

/** What is kept of a dossier besides what was told: signed forms, answers of the ANS, screenshots. */
export function documentOperations(): Operation[] {
  const path = '/dossiers/:id/documents' as const;
  const cibleOf = ({ id }: { id: string }) => ({ genre: 'dossier', id }) as const;
  return [
    get('documents.lister', path, {
      summary: 'Lister les documents d’un dossier, du plus ancien au plus récent',
      reply: { schema: z.strictObject({ documents: z.array(Document) }) },
      async answer({ services, params }) {
        const found = await services.documentsOf(cibleOf(params));
        return found.ok ? ok({ body: { documents: found.value } }) : found;
      },
    }),
    post('documents.deposer', path, {
      body: documentBody,
      query: Depot,
      summary: 'Déposer un document : ses octets, tels quels ; le même à nouveau n’ajoute rien',
      reply: { schema: Document, headers: ['Recu'] },
      async answer({ services, params, query: { nom, prouve = null }, body, identite }) {
        const act = { auteur: auteurOf(identite), version: null };
        const kept = await services.deposit(cibleOf(params), { octets: body, nom, prouve }, act);
        return kept.ok ? ok({ headers: receiptHeader(kept.value.recu), body: kept.value.garde }) : kept;
      },
    }),
    post('documents.numeriser', '/numerisations', {
      body: documentBody,
      query: Numerisation,
      summary:
        'Classer une numérisation : dans chaque dossier dont elle porte un formulaire imprimé d’ici, par les codes de ses pages',
      reply: { schema: Classement },
      async answer({ services, query: { nom }, body: octets, identite }) {
        const sorted = await services.depositScan({ octets, nom }, { auteur: auteurOf(identite), version: null });
        if (!sorted.ok) return sorted;
        const { deposes, inconnus } = sorted.value;
        const told = deposes.map(({ dossierId, garde }) => ({ dossierId, document: garde }));
        return ok({ body: { deposes: told, inconnus } });
      },
    }),
    get('documents.lire', `${path}/:rang`, {
      summary: 'Lire un document, tel qu’il a été déposé',
      reply: { type: 'application/octet-stream', schema: Fichier, headers: ['Content-Disposition'] },
      async answer({ services, params }) {
        const found = await services.readDocument(cibleOf(params), Number(params.rang));
        return found.ok ? ok({ ...asFile(found.value), body: found.value.contenu }) : found;
      },
    }),
    post('documents.effacer', `${path}/:rang/effacement`, {
      body: Effacement,
      summary: 'Effacer un document : son empreinte reste au journal',
      reply: { status: 204, schema: z.null(), headers: ['Recu'] },
      async answer({ services, params, body: { motif }, identite }) {
        const act = { auteur: auteurOf(identite), version: null };
        const rang = Number(params.rang);
        const erased = await services.eraseDocument(cibleOf(params), { rang, motif }, act);
        return erased.ok ? ok({ status: 204, headers: receiptHeader(erased.value.recu), body: null }) : erased;
      },
    }),
  ];
}

/** Never run, nor taken for something else: a file to be kept, under a name of ours. */
function asFile({ rang, nature }: DocumentGarde) {
  return {
    type: 'application/octet-stream',
    headers: {
      'Content-Disposition': `attachment; filename="document-${rang}.${natures[nature].fin}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    },
  };
}
