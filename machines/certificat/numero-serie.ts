import { z } from 'zod';
import '../francais.ts';

/** A serial number in hexadecimal, in one spelling: capitals, whole bytes, no separator nor leading zero byte. */
export const NumeroSerie = z
  .string()
  .overwrite((saisie) => {
    const digits = saisie
      .replace(/^\s*0x/i, '')
      .replace(/[\s:.-]/g, '')
      .toUpperCase();
    const even = digits.length % 2 === 1 ? `0${digits}` : digits;
    return even.replace(/^(00)+(?=.)/, '');
  })
  .regex(/^([\dA-F]{2}){1,20}$/, 'Saisissez le numéro de série en hexadécimal, tel que le certificat le porte.')
  .meta({ title: 'Numéro de série', examples: ['0A1B2C3D'] });
