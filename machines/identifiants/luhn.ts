/** Whether the last digit of `chiffres` is the Luhn key of those before it. */
export function hasLuhnKey(chiffres: string): boolean {
  const somme = [...chiffres].reverse().reduce((total, chiffre, rang) => {
    const poids = Number(chiffre) * (1 + (rang % 2));
    return total + (poids > 9 ? poids - 9 : poids);
  }, 0);
  return somme % 10 === 0;
}
