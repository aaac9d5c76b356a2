import { findProcedure } from '../../../../machines/index.ts';
import { type Html, html } from '../../../web/html.ts';
import { button, hiddenField } from '../../ui/button.ts';
import { selectInput } from '../../ui/field.ts';
import type { MatrixSite } from '../frame.ts';
import type { SitesQuery } from './filters.ts';

/** What may be recorded for the sites that are ticked, or for all those shown by the filter. */
export function bulkBar(kept: readonly MatrixSite[], { filtre, q }: SitesQuery): Html | null {
  const actes = commonActs(kept);
  if (actes.length === 0) return null;
  return html`<fieldset class="lot-sites"><legend>Un même acte pour plusieurs sites</legend>
${hiddenField('filtre', filtre)}${hiddenField('q', q)}
<div class="champ-court">${selectInput({ id: 'acte', label: 'Acte', options: actes.map(({ type, libelle, sites }) => [type, `${libelle} (${sites} ${sites > 1 ? 'sites' : 'site'})`]) })}
${button('Vérifier pour les sites cochés', 'second', { name: 'portee', value: 'coches' })}
${button(`Vérifier pour les ${kept.length} sites listés`, 'discret', { name: 'portee', value: 'listes' })}</div>
<p class="aide">Rien ne s’enregistre encore : vous verrez d’abord ce que chaque site accepte.</p></fieldset>`;
}

/** An act that may be told to several sites at once: it needs its day alone. */
interface CommonAct {
  type: string;
  libelle: string;
  /** How many of the sites take it now. */
  sites: number;
}

/** The acts that some of the sites take now, those that serve most first. */
function commonActs(sites: readonly MatrixSite[]): CommonAct[] {
  const counts = new Map<string, number>();
  for (const { faits } of sites) for (const type of faits) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts]
    .flatMap(([type, count]) => {
      const libelle = libelleOf(type);
      return libelle === null ? [] : [{ type, libelle, sites: count }];
    })
    .toSorted((a, b) => b.sites - a.sites || a.libelle.localeCompare(b.libelle, 'fr'));
}

/** What an act is called, if its day is all that it needs; null for the others. */
export function libelleOf(type: string): string | null {
  const facts = findProcedure('public-ght')?.facts ?? {};
  const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
  if (!fact || fact.derive || fact.parSite) return null;
  return fact.schema.safeParse({ type, date: '2026-01-01' }).success ? fact.libelle : null;
}
