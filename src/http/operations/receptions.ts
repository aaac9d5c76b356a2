import { z } from 'zod';
import { ok } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { documentBody } from '../../web/ingress.ts';
import { del, get, type Operation, post } from '../operation.ts';
import { Instant, Rien } from '../vocabulary.ts';

const texte = z.string();
/** So many are told at once: what is filed makes room. */
const TOLD = 200;

const Reception = z
  .strictObject({
    id: texte,
    recuLe: Instant,
    de: texte.nullable(),
    objet: texte.nullable(),
    raison: texte.nullable().meta({ description: 'Pourquoi il ne se range pas seul' }),
    pistes: z.array(texte).meta({ description: 'Les dossiers dont il peut être, le plus probable d’abord' }),
  })
  .meta({ id: 'CourrielAClasser' });

const Classement = z.strictObject({ dossierId: texte.min(1).max(100) });

/** Mails that came: brought as bytes, filed where nothing in them names a dossier. */
export function receptionOperations(): Operation[] {
  const path = '/receptions' as const;
  return [
    get('receptions.lister', path, {
      summary: 'Lister les courriels reçus qui ne nomment aucun dossier, du plus ancien au plus récent',
      reply: { schema: z.strictObject({ courriels: z.array(Reception) }) },
      async answer({ services }) {
        const all = await services.messagerie.aClasser(TOLD);
        const courriels = all.map(({ id, recuLe, de, objet, raison, pistes }) => ({
          id,
          recuLe,
          de,
          objet,
          raison,
          pistes,
        }));
        return ok({ body: { courriels } });
      },
    }),
    post('receptions.deposer', path, {
      body: documentBody,
      summary: 'Déposer un courriel reçu : ses octets, tels quels ; le même à nouveau n’ajoute rien',
      reply: { status: 204, schema: Rien },
      async answer({ services, body }) {
        const kept = await services.messagerie.deposer(body);
        return kept.ok ? ok({ status: 204, body: null }) : kept;
      },
    }),
    post('receptions.classer', `${path}/:id/classement`, {
      body: Classement,
      summary: 'Classer un courriel reçu dans un dossier',
      reply: { status: 204, schema: Rien },
      async answer({ services, params: { id }, body: { dossierId }, identite }) {
        const filed = await services.messagerie.classer(id, dossierId, { auteur: auteurOf(identite) });
        return filed.ok ? ok({ status: 204, body: null }) : filed;
      },
    }),
    del('receptions.ecarter', `${path}/:id`, {
      summary: 'Écarter un courriel qui n’est d’aucun dossier : il est oublié',
      reply: { status: 204, schema: Rien },
      async answer({ services, params: { id } }) {
        const aside = await services.messagerie.ecarter(id);
        return aside ? ok({ status: 204, body: null }) : unknown(id);
      },
    }),
  ];
}

function unknown(id: string) {
  return { ok: false, error: { code: 'introuvable', objet: 'courriel', id } } as const;
}
