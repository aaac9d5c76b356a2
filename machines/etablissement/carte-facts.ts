import type { z } from 'zod';
import { fact } from '../event.ts';
import { Carte, texteLibre, typeCarteParmi } from '../formulaires/champs.ts';
import type { Section } from '../source.ts';
import type { Acteur } from '../step.ts';

type Type = z.output<typeof Carte>['type'];
type Types = readonly [Type, ...Type[]];

/** A card of one of `types`, as printed. */
export const carteParmi = <const T extends Types>(types: T) =>
  Carte.extend({ type: typeCarteParmi(types) }).meta({ title: 'Carte' });

/** What happens to a holder's card once it is ordered; `du` is the holder after « carte », `validite` where it must be in date. */
export function carteFacts<const T extends Types>(du: string, acteur: Acteur, types: T, validite: Section) {
  const champs = { carte: carteParmi(types) };
  const exemples = [{ carte: { type: types[0] as T[number], fin: '2035-12-31' } }] as const;
  const motif = { motif: texteLibre('Motif', 500).optional() };
  return {
    emise: fact({ libelle: `Carte ${du} émise`, acteur: 'ans', source: 'A21' }),
    activee: fact({ libelle: `Carte ${du} reçue et activée`, acteur, source: '§4.1', champs, exemples }),
    bloquee: fact({ libelle: `Carte ${du} bloquée`, acteur, source: 'A27' }),
    debloquee: fact({ libelle: `Carte ${du} débloquée`, acteur, source: 'A27' }),
    expiree: fact({ libelle: `Carte ${du} arrivée à sa date de fin`, acteur, source: validite }),
    opposee: fact({ libelle: `Carte ${du} mise en opposition`, acteur, source: 'A27', champs: motif, exemples: [{}] }),
    renouvelee: fact({ libelle: `Nouvelle carte ${du} active`, acteur, source: 'A21', champs, exemples }),
  };
}
