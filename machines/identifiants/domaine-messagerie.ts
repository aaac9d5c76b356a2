import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import '../francais.ts';

const LABELS = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/;

const MESSAGERIES_PUBLIQUES = `
  aliceadsl.fr aol.com bbox.fr club-internet.fr free.fr gmail.com gmx.com gmx.fr
  googlemail.com hotmail.com hotmail.fr icloud.com laposte.net live.com live.fr mac.com
  me.com msn.com neuf.fr numericable.fr orange.fr outlook.com outlook.fr proton.me
  protonmail.com sfr.fr wanadoo.fr yahoo.com yahoo.fr ymail.com
`
  .trim()
  .split(/\s+/);

/** §5 — a mail domain or sub-domain, in lower case and punycode; of an address, what follows its « @ ». */
export const DomaineMessagerie = z
  .string()
  .overwrite(toAscii)
  .regex(LABELS, 'Saisissez le domaine seul, tel qu’il suit le « @ » de vos adresses : ch-exemple.fr.')
  .meta({ title: 'Nom de domaine ou de sous-domaine de messagerie', examples: ['ch-exemple.fr'] });

/** A mailbox provider's domain proves no establishment. */
export function warnDomaineMessagerie(domaine: string, pointeur: string): Avertissement[] {
  if (!MESSAGERIES_PUBLIQUES.some((publique) => `.${domaine}`.endsWith(`.${publique}`))) return [];
  const message = `${domaine} est une messagerie grand public : indiquez le domaine propre à l’établissement.`;
  return [{ code: 'messagerie-publique', pointeur, message }];
}

/** Asks the URL parser only about what it cannot read as more than a domain. */
function toAscii(saisie: string): string {
  const domaine = saisie
    .trim()
    .toLowerCase()
    .replace(/^[^@]*@/, '');
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domaine)) return domaine;
  return URL.parse(`http://${domaine}`)?.hostname ?? '';
}
