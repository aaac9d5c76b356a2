import { z } from 'zod';
import { CourrielEcrit } from '../../desk/messagerie/envoi.ts';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { named } from '../named-request.ts';
import { get, type Operation, post } from '../operation.ts';
import { receiptHeader } from '../representation.ts';
import { Instant } from '../vocabulary.ts';

const texte = z.string();
const correspondant = z.strictObject({ nom: texte, adresse: texte });

const Remise = z
  .strictObject({
    nom: texte,
    adresse: texte,
    etat: z.enum(['attente', 'envoye', 'refuse', 'abandonne']).meta({
      description: '« envoye » : un serveur l’a pris, ce qui ne dit pas qu’il est lu',
    }),
    tentatives: z.int(),
    enPause: z
      .boolean()
      .meta({ description: 'Si cette adresse refuse : rien n’y part avant que quelqu’un le demande' }),
    reponse: texte.nullable().meta({ description: 'Ce que le serveur a répondu en dernier' }),
  })
  .meta({ id: 'RemiseDeCourriel' });

/** A mail of a dossier; its bytes are a document, at the same rank. */
const Courriel = z
  .strictObject({
    rang: z
      .int()
      .meta({ description: 'La ligne du journal qui le dit ; le courriel entier est le document de ce rang' }),
    sorte: z.enum(['envoye', 'recu', 'refuse', 'efface']),
    le: Instant,
    auteur: texte,
    de: correspondant.nullable(),
    a: z.array(Remise),
    objet: texte.nullable(),
    pieces: z.array(texte),
    automatique: z.boolean().meta({ description: 'Si personne ne l’a écrit' }),
    raison: texte.nullable().meta({ description: 'Pourquoi il n’a pas été remis' }),
  })
  .meta({ id: 'CourrielDeDossier' });

/** The mails of a dossier: listed, sent. */
export function mailOperations(): Operation[] {
  const path = '/dossiers/:id/courriels' as const;
  return [
    get('courriels.lister', path, {
      summary: 'Lister les courriels d’un dossier, envoyés et reçus, du plus récent au plus ancien',
      reply: { schema: z.strictObject({ courriels: z.array(Courriel) }) },
      async answer({ services, params }) {
        const found = await services.messagerie.echanges({ genre: 'dossier', id: params.id });
        return found.ok ? ok({ body: { courriels: found.value.map(toBody) } }) : found;
      },
    }),
    post('courriels.envoyer', path, {
      body: CourrielEcrit,
      seRejoue: true,
      summary: 'Envoyer un courriel au sujet d’un dossier : il part dès que le journal le dit, une fois au moins',
      reply: { status: 202, schema: z.strictObject({ version: z.int() }), headers: ['Recu'] },
      async answer({ services, params, body, identite, demande }) {
        const answer = ({ row }: { row: { version: number } }) => ({ status: 202, body: { version: row.version } });
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, answer) };
        const sent = await services.messagerie.envoyer(params.id, body, { signataire: identite.nom, act });
        if (!sent.ok) return sent;
        return ok({ ...answer(sent.value), headers: receiptHeader(sent.value.recu) });
      },
    }),
  ];
}

type Echange = Extract<Awaited<ReturnType<Services['messagerie']['echanges']>>, { ok: true }>['value'][number];

const nothing = { de: null, a: [], objet: null, pieces: [], automatique: false, raison: null };

function toBody(one: Echange): z.input<typeof Courriel> {
  const { rang, sorte, le, auteur } = one;
  const known = { ...nothing, rang, sorte, le, auteur };
  if (one.sorte === 'recu') {
    const { de, objet, pieces, automatique } = one.courriel;
    return { ...known, de, objet, pieces, automatique };
  }
  if (one.sorte === 'refuse') return { ...known, raison: `${one.courriel.adresse} : ${one.courriel.raison}` };
  if (one.sorte === 'efface') return known;
  const { objet, pieces, automatique } = one.courriel;
  const a = one.remises.map(({ nom, adresse, etat, tentatives, estRefusee: enPause, derniere }) => ({
    nom,
    adresse,
    etat,
    tentatives,
    enPause,
    reponse: derniere?.reponse ?? null,
  }));
  return { ...known, objet, pieces, automatique, a };
}
