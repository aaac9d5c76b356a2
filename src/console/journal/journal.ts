import { acteurs } from '../../../machines/step.ts';
import { whyNotOwn } from '../../engine/history/corrections.ts';
import { auteurOf } from '../../identity/identity.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { type Content, caseTab } from '../dossier/frame.ts';
import { type CaseRead, pathOf } from '../dossier/read/case.ts';
import type { Screen, Visit } from '../shell/screen.ts';
import { disclosure, emptyState } from '../ui/blocks.ts';
import { button } from '../ui/button.ts';
import { checkbox, dayInput, lineInput, type Options, selectInput } from '../ui/field.ts';
import { pageOf, turnPages } from '../ui/table.ts';
import { plural, withQuery } from '../ui/words.ts';
import { drawLine, type Filtre, filtered, filterOf, type LigneLue, readJournal } from './lines.ts';

/** The journal of each kind of case. */
export function journalScreens(): Screen[] {
  return (['dossier', 'certificat', 'groupement'] as const).map((genre) =>
    caseTab(genre, 'journal', `${genre}s.journal`, journalContent),
  );
}

const PAGE = 50;
type Asking = Pick<Visit, 'services' | 'identite' | 'query'>;

/** The journal of a case, newest first, as it is asked to be shown. */
async function journalContent(visit: Asking, affaire: CaseRead): Promise<Content> {
  const lines = await readJournal(visit.services, affaire);
  const filtre = filterOf(visit.query);
  const kept = filtered(lines, filtre);
  const { shown, ...at } = pageOf(kept, visit.query['page'], PAGE);
  const place = `${pathOf(affaire.cible)}/journal`;
  const asked = { ...filtre, suites: filtre.suites && 'oui' };
  return {
    body: html`<div class="journal-page">${filterForm(place, filtre, lines)}
<div id="lignes" data-partie><p class="doux" role="status">${countOf(kept.length, lines, filtre)}</p>
${kept.length === 0 ? nothing(place) : listOf(shown, lines, visit)}
${turnPages(at, (page) => withQuery(place, { ...asked, page }))}</div></div>`,
  };
}

/** Whether somebody may correct a line: anybody’s, or their own while it is recent. */
export function mayCorrect(
  { identite, services }: Pick<Asking, 'identite' | 'services'>,
  { cible, ligne }: Pick<LigneLue, 'cible'> & { ligne: Pick<LigneLue['ligne'], 'auteur' | 'enregistreLe'> },
): boolean {
  const right = droitDe(`${cible.genre}s.corriger`, identite);
  const own = { auteur: auteurOf(identite), instant: services.now().toISOString() };
  return right === 'tous' || (right === 'siens' && whyNotOwn(ligne, own) === null);
}

function listOf(shown: readonly LigneLue[], all: readonly LigneLue[], visit: Asking): Html {
  const byRang = new Map(all.map((line) => [line.ligne.rang, line]));
  return html`<ol class="journal" reversed>${shown.map((line) => drawLine(line, byRang, mayCorrect(visit, line)))}</ol>`;
}

function countOf(kept: number, lines: readonly LigneLue[], { suites }: Filtre): string {
  const told = lines.filter(({ derive }) => suites || !derive).length;
  const all = plural(told, 'ligne', 'lignes', 'aucune ligne');
  return kept === told
    ? `${all}, la plus récente d’abord.`
    : `${plural(kept, 'ligne', 'lignes', 'aucune ligne')} sur ${told}.`;
}

function nothing(place: string): Html {
  return html`<div class="panneau">${emptyState('recherche', 'Aucune ligne ne convient', html`<p><a href="${place}">Montrer tout le journal</a></p>`)}</div>`;
}

/** What a journal may be narrowed to: only what its lines hold is offered. */
function filterForm(place: string, filtre: Filtre, lines: readonly LigneLue[]): Html {
  const { q, acteur, region, auteur, du, au, suites } = filtre;
  const isNarrowed = [acteur, region, auteur, du, au].some((value) => value !== '') || suites;
  const choose = (id: 'acteur' | 'region' | 'auteur', label: string, options: Options) =>
    selectInput({ id, label, options: [['', 'Tous'], ...options], chosen: filtre[id] });
  const more = html`<div class="grille-filtres">${choose('acteur', 'Acteur', actorsOf(lines))}
${choose('region', 'Partie du parcours', regionsOf(lines))}
${choose('auteur', 'Enregistré par', authorsOf(lines))}
${dayInput({ id: 'du', label: 'Survenu du', value: du })}${dayInput({ id: 'au', label: 'au', value: au })}
${checkbox({ id: 'suites', label: 'Montrer aussi ce qui découle d’autres lignes', checked: suites, classes: 'coche large' })}</div>`;
  return html`<form class="filtres-journal" method="get" action="${place}" role="search" aria-label="Dans le journal">
<div class="champ-court">${lineInput({ id: 'q', label: 'Rechercher dans le journal', value: q, attributes: { type: 'search', autocomplete: 'off' } })}
${button('Filtrer', 'second', { icon: 'recherche' })}
${(isNarrowed || q !== '') && html`<a href="${place}">Tout montrer</a>`}</div>
${disclosure('Plus de filtres', more, { isOpen: isNarrowed })}</form>`;
}

function actorsOf(lines: readonly LigneLue[]): Options {
  const present = new Set(lines.map(({ acteur }) => acteur));
  return Object.entries(acteurs).filter(([id]) => present.has(id as keyof typeof acteurs));
}

function regionsOf(lines: readonly LigneLue[]): Options {
  return [...new Set(lines.flatMap(({ regions }) => regions))].toSorted().map((libelle) => [libelle, libelle]);
}

function authorsOf(lines: readonly LigneLue[]): Options {
  const names = new Map(lines.map(({ ligne, auteur }) => [ligne.auteur, auteur]));
  return [...names].toSorted(([, one], [, other]) => one.localeCompare(other, 'fr'));
}
