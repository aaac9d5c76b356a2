import { hasLuhnKey } from '../../../machines/identifiants/luhn.ts';

/** A fictional establishment, the keys of its numbers right. */
export interface Site {
  denomination: string;
  siret: string;
  finess: string;
  codePostal: string;
  commune: string;
}

/** The numbers of the fictional establishment of that rank, below a million, in a département: their keys are right, nobody has them. */
export function numerosOf(rang: number, codePostal: string): Pick<Site, 'siret' | 'finess'> {
  const siren = withKey(`99${String(rang).padStart(6, '0')}`);
  return {
    siret: withKey(`${siren}0001`),
    finess: withKey(`${codePostal.slice(0, 2)}${String((900_000 + rang) % 1_000_000).padStart(6, '0')}`),
  };
}

/** Digits with the one that makes their key right. */
export function withKey(chiffres: string): string {
  return chiffres + [...'0123456789'].find((chiffre) => hasLuhnKey(chiffres + chiffre));
}
