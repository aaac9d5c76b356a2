import type { Refusal } from '../../../engine/refusal.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { jourLong } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import { type CaseRead, type Cible, pathOf } from '../read/case.ts';
import { linesAfter } from '../read/lines.ts';
import { familyOf } from '../read/told.ts';

/** A fact dated before what it stands on. */
export type DateAnterieure = Extract<Refusal, { code: 'date-anterieure' }>;

/** Both ways out of dates in disorder: the day that was typed, `champ`, or that of the other fact, where its line is corrected. */
export async function datesOut(
  services: Services,
  { cible }: Pick<CaseRead, 'cible'>,
  { date, anterieur }: DateAnterieure,
  champ: string,
): Promise<Html> {
  const place = await lineOf(services, cible, anterieur);
  return html`<div role="alert" tabindex="-1" autofocus>${encart(
    'faute',
    html`<p>Ce fait, daté du ${jourLong(date)}, s’appuie sur « ${anterieur.libelle} », daté du ${jourLong(anterieur.date)}. L’une des deux dates est fausse :</p>
<ul><li><a href="#${champ}">corrigez la date saisie ici</a></li>
<li>ou <a href="${place}">corrigez celle de « ${anterieur.libelle} »</a>, puis revenez.</li></ul>`,
    'Dates dans le désordre',
  )}</div>`;
}

/** Where the line that tells a fact is corrected; the journal where it is not found. */
async function lineOf(services: Services, cible: Cible, { type, date }: DateAnterieure['anterieur']): Promise<string> {
  const family = await familyOf(services, cible);
  const lines = await linesAfter(services, family, 0);
  const line = lines.findLast((one) => one.type === type && one.date === date);
  if (!line) return `${pathOf(family)}/journal`;
  const bearer: Cible = line.certificat ? { genre: 'certificat', id: line.certificat.id } : family;
  return `${pathOf(bearer)}/journal/${line.rang}/correction`;
}
