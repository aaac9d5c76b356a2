import { z } from 'zod';
import { texteLibre } from '../../machines/formulaires/champs.ts';
import { type AddressRules, refuseUrl } from './address-guard.ts';
import { eventFacts, factOfType } from './cloud-event.ts';

const asFact = (type: unknown) => (typeof type === 'string' ? factOfType(type) : type);

/** What is sent to make a subscription, where webhooks may go by `rules`. */
export function subscriptionRequest(rules: AddressRules) {
  return z.strictObject(fieldsOf(rules));
}
export type SubscriptionRequest = z.output<ReturnType<typeof subscriptionRequest>>;

/** What of a subscription may be changed, one field at least: what is not said stays. */
export function subscriptionChange(rules: AddressRules) {
  const { url, evenements, description } = fieldsOf(rules);
  return z
    .strictObject({ url, evenements: evenements.unwrap(), description: description.unwrap() })
    .partial()
    .refine((change) => Object.keys(change).length > 0, 'Indiquez ce qui change : url, evenements ou description.');
}
export type SubscriptionChange = z.output<ReturnType<typeof subscriptionChange>>;

function fieldsOf(rules: AddressRules) {
  return {
    url: z
      .string()
      .max(2_000)
      .superRefine((url, context) => {
        const message = refuseUrl(url, rules);
        if (message) context.addIssue({ code: 'custom', message });
      })
      .meta({ title: 'Adresse qui recevra les événements', examples: ['https://exemple.fr/evenements'] }),
    evenements: z
      .union(
        [
          z.literal('tous'),
          z
            .array(z.preprocess(asFact, z.enum(eventFacts)))
            .min(1)
            .max(200),
        ],
        'Choisissez « tous », ou une liste de faits.',
      )
      .default('tous')
      .meta({ title: 'Faits attendus : « tous », ou leurs types' }),
    description: texteLibre('Description').default('').meta({ title: 'Description' }),
  };
}

/** What is sent to have events delivered again: one by its id, or all those recorded since an instant. */
export const RedeliveryRequest = z.union(
  [
    z.strictObject({ evenement: z.string().regex(/^[1-9]\d{0,14}$/) }),
    z.strictObject({ depuis: z.iso.datetime({ offset: true }) }),
  ],
  'Indiquez « evenement », l’identifiant d’un événement, ou « depuis », une date et une heure.',
);
export type RedeliveryRequest = z.output<typeof RedeliveryRequest>;
