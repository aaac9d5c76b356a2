import { z } from 'zod';
import { CaseEvent } from '../../outbox/cloud-event.ts';
import { Instant } from './vocabulary.ts';

const texte = z.string();

/** A page of the feed. */
export const Evenements = z.strictObject({
  evenements: z.array(CaseEvent.meta({ id: 'Evenement', description: 'Un CloudEvent 1.0' })),
  curseur: texte.meta({ description: 'À donner en « apres » la fois suivante' }),
});

export const Abonnement = z
  .strictObject({
    id: texte,
    editeurId: texte.nullable(),
    url: texte,
    description: texte,
    creeLe: Instant,
    evenements: z.union([z.literal('tous'), z.array(texte)]),
    pause: z.strictObject({ motif: z.enum(['demande', 'echecs', 'disparu']), le: Instant }).nullable(),
    echecs: z.strictObject({ nombre: z.int(), depuis: Instant, dernier: texte }).nullable(),
    avis: texte.nullable(),
    enAttente: z.int(),
    abandonnes: z.int(),
  })
  .meta({ id: 'Abonnement' });
export const Abonnements = z.strictObject({ abonnements: z.array(Abonnement) });
const Secret = texte.startsWith('whsec_').meta({ description: 'Donné une seule fois' });
export const AbonnementCree = z.strictObject({ abonnement: Abonnement, secret: Secret });
export const SecretNouveau = z.strictObject({ secret: Secret });

export const Tentatives = z.strictObject({
  tentatives: z.array(
    z
      .strictObject({
        rang: z.int(),
        le: Instant,
        statut: z.int().nullable(),
        dureeMs: z.number(),
        erreur: texte.nullable(),
      })
      .meta({ id: 'Tentative' }),
  ),
});
