import { numero } from './numero.ts';

/** Five digits; how a commune stands to them is `desserteOf`'s question. */
export const CodePostal = numero(/^\d{5}$/, 'Saisissez les 5 chiffres du code postal, zéro initial compris.').meta({
  title: 'Code postal',
  examples: ['01130'],
});
