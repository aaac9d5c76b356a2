import { acteurs } from '../../../machines/step.ts';
import { type Html, html } from '../../web/html.ts';
import { toFrenchDays } from '../forms/dates.ts';
import { pli } from '../parts/blocs.ts';
import { bouton } from '../parts/boutons.ts';
import type { Filtre, LigneLue } from './lines.ts';

type Options = readonly (readonly [valeur: string, libelle: string])[];

/** What a journal may be narrowed to: only what its lines hold is offered. */
export function filterForm(place: string, filtre: Filtre, lines: readonly LigneLue[]): Html {
  const { q, acteur, region, auteur, du, au, suites } = filtre;
  const isNarrowed = [acteur, region, auteur, du, au].some((value) => value !== '') || suites;
  const days = html`${day('du', 'Survenu du', du)}${day('au', 'au', au)}`;
  const more = html`<div class="filtres">${choice('acteur', 'Acteur', acteur, actorsOf(lines))}
${choice('region', 'Partie du parcours', region, regionsOf(lines))}
${choice('auteur', 'Enregistré par', auteur, authorsOf(lines))}
${days}
<div class="coche large"><input type="checkbox" id="suites" name="suites" value="oui"${suites && html` checked`}>
<label for="suites">Montrer aussi ce qui découle d’autres faits</label></div></div>`;
  return html`<form class="filtres-journal" method="get" action="${place}" role="search" aria-label="Dans le journal">
<div class="champ-court"><div class="champ"><label for="q">Rechercher dans le journal</label>
<input id="q" name="q" type="search" value="${q}" autocomplete="off"></div>
${bouton('Filtrer', 'second', { signe: 'recherche' })}
${(isNarrowed || q !== '') && html`<a href="${place}">Tout montrer</a>`}</div>
${pli('Plus de filtres', more, { ouvert: isNarrowed })}</form>`;
}

function choice(nom: string, libelle: string, valeur: string, options: Options): Html {
  return html`<div class="champ"><label for="${nom}">${libelle}</label><select id="${nom}" name="${nom}">
<option value="">Tous</option>${options.map(
    ([code, texte]) => html`<option value="${code}"${code === valeur && html` selected`}>${texte}</option>`,
  )}</select></div>`;
}

function day(nom: string, libelle: string, valeur: string): Html {
  return html`<div class="champ"><label for="${nom}">${libelle}</label>
<input id="${nom}" name="${nom}" class="court" inputmode="numeric" placeholder="JJ/MM/AAAA" value="${toFrenchDays(valeur)}" autocomplete="off"></div>`;
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
