import { hasLuhnKey } from '../../../machines/identifiants/luhn.ts';

/** The numbers of the fictional establishment of that rank in a département: their keys are right, nobody has them. */
export function numerosOf(rang: number, codePostal: string): { siret: string; finess: string } {
  const siren = withKey(`99${String(rang).padStart(6, '0')}`);
  return {
    siret: withKey(`${siren}0001`),
    finess: withKey(`${codePostal.slice(0, 2)}9${String(rang).padStart(5, '0')}`),
  };
}

/** Digits with the one that makes their key right. */
export function withKey(chiffres: string): string {
  return chiffres + [...'0123456789'].find((chiffre) => hasLuhnKey(chiffres + chiffre));
}
