import type { Invariant, Motif, Proposition } from '../claim.ts';
import { horsDe } from '../invariants/motif.ts';
import { equipiers } from './scenes.ts';

type Conduit = Extract<Proposition, { forme: 'conduit' }>;
type Equipier = keyof typeof equipiers;

/** Of two administrateurs techniques, the other one. */
export const other = { at1: 'at2', at2: 'at1' } as const;

/** Facts that are told of one of them by his id. */
export const of = (name: Equipier, ...faits: string[]): Motif => ({
  faits,
  saisie: { administrateur: equipiers[name] },
});

/** A18 — what is taken wherever that holds, and where it leads. */
export const accepted = (id: string, enonce: string, conduit: Omit<Conduit, 'forme'>): Invariant => ({
  id,
  enonce,
  source: 'A18',
  proposition: { forme: 'conduit', ...conduit },
});

/** What is taken of the card or the habilitation of one of them though the other can act. */
export function cardsOfOthers(name: Equipier): Invariant[] {
  const beside = { et: [name, horsDe(`${name}.titulaire`)] };
  const both = { et: [`${name}.titulaire`, `${name}.actif`, `${other[name]}.actif`] };
  const givesWay = [name, horsDe(`${name}.actif`), `${other[name]}.titulaire`];
  return [
    ...(['activee', 'renouvelee'] as const).map((act) =>
      accepted(`carte-${act}-${name}`, 'La carte d’un autre que le responsable se reçoit et se renouvelle aussi.', {
        si: beside,
        fait: of(name, `carteAdministrateur.${act}`),
        vers: `${name}.actif`,
      }),
    ),
    accepted(`carte-bloquee-${name}`, 'La carte d’un autre que le responsable se bloque aussi.', {
      si: { et: [...beside.et, `${name}.actif`] },
      fait: of(name, 'carteAdministrateur.bloquee'),
      vers: `${name}.bloque`,
    }),
    accepted(`carte-debloquee-${name}`, 'La carte d’un autre que le responsable se débloque aussi.', {
      si: { et: [...beside.et, `${name}.bloque`] },
      fait: of(name, 'carteAdministrateur.debloquee'),
      vers: `${name}.actif`,
    }),
    ...(['bloquee', 'opposee'] as const).map((act) =>
      accepted(`releve-apres-${act}-${name}`, 'Qui perd l’usage de sa carte laisse la place à un autre qui en a une.', {
        si: both,
        fait: of(name, `carteAdministrateur.${act}`),
        vers: { et: givesWay },
      }),
    ),
    accepted(`retrait-d-un-seul-${name}`, 'L’ANS retire l’habilitation de l’un sans toucher à celle de l’autre.', {
      si: { et: ['habilitation.accordee', `${name}.habilite`, `${other[name]}.habilite`] },
      fait: of(name, 'habilitation.retiree'),
      vers: { et: [horsDe(`${name}.habilite`), `${other[name]}.habilite`] },
    }),
  ];
}
