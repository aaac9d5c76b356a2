import { statuts } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { daysBetween } from '../../days.ts';
import { coteOf } from '../../desk/work/codes.ts';
import type { Attente } from '../../desk/work/line.ts';
import type { LigneTravail } from '../../desk/work/travail.ts';
import { attrs, type Html, html } from '../../web/html.ts';
import { type ListColumn, listColumns } from '../shell/cookies.ts';
import { pill } from '../ui/blocks.ts';
import { icon } from '../ui/icon.ts';
import { actionColumn, column, type TableColumn } from '../ui/table.ts';
import { absentUntil, longDay, plural, shortDay, spacedSiret } from '../ui/words.ts';
import { addressOf, type ListTab, lineId, type Requete } from './query.ts';

/** What lines are shown with. */
interface ColumnContext {
  query: Requete;
  tab: ListTab;
  today: string;
  /** Names of accounts, by id. */
  comptes: ReadonlyMap<string, string>;
  /** Until when those who are away are, by id. */
  absents: ReadonlyMap<string, string>;
  /** Whether lines may be chosen. */
  isChoosing: boolean;
  /** The columns that are hidden, unless the list is sorted by them. */
  hidden: ReadonlySet<string>;
}

/** The step of a certificate that is to be renewed. */
export const RENEWAL = 'renouvellement.du';
/** The region whose steps correct what the ANS has returned. */
const FORM = 'formulaire413';

/** What of all that a dossier awaits has it stand where it is seen: the step or the actor that is looked for, the side of the tab. */
export function relevant({ attentes }: LigneTravail, { query, tab }: Pick<ColumnContext, 'query' | 'tab'>) {
  const matches = (one: Attente) =>
    (query.etape === undefined || one.etape === query.etape) &&
    (query.acteur === undefined || one.acteur === query.acteur) &&
    isOf(tab, one);
  return attentes.find(matches) ?? attentes.find((one) => isOf(tab, one)) ?? attentes[0] ?? null;
}

function isOf(onglet: ListTab, { acteur, etape }: Attente): boolean {
  if (onglet === 'renouvellements') return etape === RENEWAL;
  if (onglet === 'retours') return etape.startsWith(`${FORM}.`);
  return (onglet !== 'etablissement' && onglet !== 'ans' && onglet !== 'editeur') || coteOf(acteur) === onglet;
}

/** The columns of the list. */
export function columnsOf(shown: ColumnContext): TableColumn<LigneTravail>[] {
  const { today, isChoosing, query } = shown;
  const sorted = (title: string, tri: NonNullable<Requete['tri']>) => ({ title, ...sortBy(query, tri) });
  const box: TableColumn<LigneTravail> = { title: 'Sélection', kind: 'case', cell: (ligne) => boxOf(ligne, query) };
  const others: Record<ListColumn, TableColumn<LigneTravail>> = {
    acteur: { ...sorted(listColumns.acteur, 'acteur'), cell: (ligne) => actorOf(relevant(ligne, shown)) },
    depuis: { ...sorted(listColumns.depuis, 'depuis'), cell: (ligne) => sinceOf(relevant(ligne, shown), today) },
    limite: { ...sorted(listColumns.limite, 'limite'), cell: (ligne) => dueOf(relevant(ligne, shown), today) },
    restant: { ...sorted(listColumns.restant, 'restant'), kind: 'nombre', cell: ({ restant }) => restant },
    affecte: column(listColumns.affecte, (ligne) => holderOf(ligne, shown)),
    apercu: actionColumn(listColumns.apercu, glance),
  };
  return [
    ...(isChoosing ? [box] : []),
    { ...sorted('Établissement', 'nom'), kind: 'titre', cell: nameOf },
    { ...sorted('Prochaine étape', 'etape'), cell: (ligne) => stepOf(ligne, relevant(ligne, shown)) },
    ...Object.entries(others).flatMap(([id, column]) => (shown.hidden.has(id) && query.tri !== id ? [] : [column])),
  ];
}

function sortBy(requete: Requete, tri: NonNullable<Requete['tri']>) {
  const isCurrent = (requete.tri ?? 'limite') === tri;
  const isUp = isCurrent && requete.ordre === undefined;
  const next = addressOf(requete, { tri: tri === 'limite' ? undefined : tri, ordre: isUp ? 'descendant' : undefined });
  const order = isUp ? 'ascending' : 'descending';
  return { sortHref: next, order: isCurrent ? order : undefined } as const;
}

/** A list that is taken whole says so above its lines, whose boxes say nothing of their own. */
function boxOf({ id, denomination }: LigneTravail, { coche }: Requete): Html {
  const own = { name: 'dossier', value: id, 'aria-label': `Choisir ${denomination}` };
  return html`<input type="checkbox"${attrs({ ...own, checked: coche !== undefined, disabled: coche === 'liste' })}>`;
}

function nameOf({ id, denomination, siret, finess, commune, departement, groupementNom }: LigneTravail): Html {
  const numbers = [finess && `FINESS ${finess}`, siret && `SIRET ${spacedSiret(siret)}`].filter((one) => one !== null);
  const whole = [denomination, ...numbers].join(' · ');
  const place = commune && `${commune}${departement && ` (${departement})`}`;
  return html`<div class="l-nom"><a href="/dossiers/${id}" id="${lineId(id)}" title="${whole}">${denomination}</a><span class="l-sous l-numeros">${numbers.map((one) => html`<span>${one}</span> `)}</span>${place && html`<span class="l-sous l-lieu">${place}</span>`}${groupementNom && html`<span class="l-sous l-groupe">${groupementNom}</span>`}</div>`;
}

function stepOf({ statut, attentes }: LigneTravail, attente: Attente | null): Html {
  if (!attente) return html`<span class="doux">${statut === 'abandonne' ? statuts.abandonne : 'Rien à faire'}</span>`;
  const others = attentes.length - 1;
  return html`<div class="l-etape" title="${attente.libelle}">${attente.libelle}${others > 0 && html`<span class="l-sous">et ${plural(others, 'autre étape', 'autres étapes')}</span>`}</div>`;
}

function actorOf(attente: Attente | null): Html | null {
  return attente && html`<div class="l-acteur">${acteurs[attente.acteur]}</div>`;
}

function sinceOf(attente: Attente | null, aujourdhui: string): Html | null {
  if (!attente) return null;
  const jours = Math.max(0, daysBetween(attente.depuis, aujourdhui));
  return html`<div class="l-quand l-depuis" title="depuis le ${longDay(attente.depuis)}">${shortDay(attente.depuis)}<span class="l-sous">${jours === 0 ? 'aujourd’hui' : plural(jours, 'jour')}</span></div>`;
}

function dueOf(attente: Attente | null, aujourdhui: string): Html | null {
  if (!attente) return null;
  const { limite } = attente;
  if (limite === null) return html`<div class="l-quand doux" title="Attend quelqu’un d’autre">suspendue</div>`;
  return html`<div class="l-quand l-limite" title="${longDay(limite)}">${shortDay(limite)}${dueIn(daysBetween(aujourdhui, limite))}</div>`;
}

/** In words, so that it is told without colours. */
function dueIn(jours: number): Html {
  if (jours < 0) return pill('faute', `${plural(-jours, 'jour')} de retard`);
  if (jours === 0) return pill('attention', 'Aujourd’hui');
  return html`<span class="l-sous">dans ${plural(jours, 'jour')}</span>`;
}

/** Nobody’s is taken by a click, through the form `prendre` that stands beside the list. */
function holderOf(ligne: LigneTravail, { comptes, absents, isChoosing }: ColumnContext): Html | string {
  const { affecteA, id, denomination } = ligne;
  if (affecteA !== null) {
    const nom = comptes.get(affecteA) ?? 'Un compte fermé';
    const away = absentUntil(absents.get(affecteA));
    return away === '' ? nom : html`<div>${nom}<span class="l-sous">${away}</span></div>`;
  }
  if (!isChoosing) return html`<span class="doux">Personne</span>`;
  const take = { form: TAKING, name: 'dossier', value: id, 'data-touche': 'a' };
  return html`<button class="lien"${attrs({ ...take, 'aria-label': `Prendre ${denomination}` })}>Prendre</button>`;
}

/** The id of the form by which one takes a dossier. */
export const TAKING = 'prendre';

/** What shows the next step of a dossier beside the list; its page, without script. */
function glance({ id, denomination }: LigneTravail): Html {
  const to = { href: `/dossiers/${id}`, 'hx-get': `/dossiers/${id}`, 'hx-target': '#apercu', 'data-touche': 'p' };
  return html`<a class="icone-seule"${attrs({ ...to, title: 'Aperçu', 'aria-label': `Aperçu de ${denomination}` })}>${icon('oeil')}</a>`;
}
