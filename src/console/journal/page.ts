import { politiqueAcces } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { pathOf } from '../dossier/read/case.ts';
import { toIsoDay } from '../forms/dates.ts';
import { pages, vide } from '../parts/blocs.ts';
import { combien } from '../parts/mots.ts';
import type { Visit } from '../shell/screen.ts';
import { filterForm } from './filters.ts';
import { drawLine } from './line.ts';
import { type Filtre, filtered, type LigneLue, readJournal } from './lines.ts';

const PAGE = 50;
type Asking = Pick<Visit<Readonly<Record<string, string>>>, 'services' | 'identite' | 'query'>;

/** The journal of a case, newest first, as it is asked to be shown. */
export async function journalContent(visit: Asking, affaire: CaseRead): Promise<{ corps: Html }> {
  const lines = await readJournal(visit.services, affaire);
  const filtre = filterOf(visit.query);
  const kept = filtered(lines, filtre);
  const last = Math.max(1, Math.ceil(kept.length / PAGE));
  const page = Math.min(Math.max(1, Math.trunc(Number(visit.query['page'])) || 1), last);
  const shown = kept.slice((page - 1) * PAGE, page * PAGE);
  const place = `${pathOf(affaire.cible)}/journal`;
  return {
    corps: html`<div class="journal-page">${filterForm(place, filtre, lines)}
<div id="lignes" data-partie><p class="doux" role="status">${countOf(kept.length, lines, filtre)}</p>
${kept.length === 0 ? nothing(place) : listOf(shown, lines, visit)}
${last > 1 && pages(pagesOf(place, filtre, page, last))}</div></div>`,
  };
}

/** Whether somebody may correct a case of that kind. */
function mayCorrect({ identite }: Pick<Asking, 'identite'>, genre: string): boolean {
  const regle = politiqueAcces[`${genre}s.corriger`];
  return typeof regle === 'object' && regle[identite.role] === 'tous';
}

function filterOf(requete: Readonly<Record<string, string>>): Filtre {
  const text = (nom: string) => (requete[nom] ?? '').slice(0, 200);
  const day = (nom: string) => {
    const iso = toIsoDay(text(nom));
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : '';
  };
  const suites = text('suites') === 'oui';
  return {
    q: text('q').trim(),
    acteur: text('acteur'),
    region: text('region'),
    auteur: text('auteur'),
    du: day('du'),
    au: day('au'),
    suites,
  };
}

function listOf(shown: readonly LigneLue[], all: readonly LigneLue[], visit: Asking): Html {
  const byRang = new Map(all.map((line) => [line.ligne.rang, line]));
  return html`<ol class="journal" reversed>${shown.map((line) => drawLine(line, byRang, mayCorrect(visit, line.cible.genre)))}</ol>`;
}

function countOf(kept: number, lines: readonly LigneLue[], { suites }: Filtre): string {
  const told = lines.filter(({ derive }) => suites || !derive).length;
  const all = combien(told, 'ligne', 'lignes', 'aucune ligne');
  return kept === told
    ? `${all}, la plus récente d’abord.`
    : `${combien(kept, 'ligne', 'lignes', 'aucune ligne')} sur ${told}.`;
}

function nothing(place: string): Html {
  return html`<div class="panneau">${vide('recherche', 'Aucune ligne ne convient', html`<p><a href="${place}">Montrer tout le journal</a></p>`)}</div>`;
}

function pagesOf(place: string, filtre: Filtre, page: number, last: number) {
  const given = Object.entries({ ...filtre, suites: filtre.suites ? 'oui' : '' }).filter(([, value]) => value !== '');
  const to = (rang: number) =>
    `${place}?${new URLSearchParams([...(given as [string, string][]), ['page', `${rang}`]])}`;
  return {
    precedente: page > 1 ? to(page - 1) : null,
    suivante: page < last ? to(page + 1) : null,
    etat: `Page ${page} sur ${last}`,
  };
}
