import { statuts } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { daysBetween } from '../../days.ts';
import type { Attente } from '../../desk/work/awaited.ts';
import { coteOf } from '../../desk/work/codes.ts';
import type { LigneTravail } from '../../desk/work/travail.ts';
import { type Html, html } from '../../web/html.ts';
import { pastille } from '../ui/blocks.ts';
import type { Colonne } from '../ui/table.ts';
import { combien, jour, siretLisible } from '../ui/words.ts';
import { addressOf, type Onglet, type Requete } from './query.ts';

/** What lines are shown with. */
interface Shown {
  requete: Requete;
  onglet: Onglet;
  aujourdhui: string;
  /** Names of accounts, by id. */
  comptes: ReadonlyMap<string, string>;
  /** Whether lines may be chosen. */
  choix: boolean;
}

/** The step of a certificate that is to be renewed. */
export const RENEWAL = 'renouvellement.du';

/** What of all that a dossier awaits has it stand where it is seen: the step or the actor that is looked for, the side of the tab. */
export function relevant(
  { attentes }: LigneTravail,
  { requete, onglet }: Pick<Shown, 'requete' | 'onglet'>,
): Attente | null {
  const matches = (one: Attente) =>
    (requete.etape === undefined || one.etape === requete.etape) &&
    (requete.acteur === undefined || one.acteur === requete.acteur) &&
    isOf(onglet, one);
  return attentes.find(matches) ?? attentes.find((one) => isOf(onglet, one)) ?? attentes[0] ?? null;
}

function isOf(onglet: Onglet, { acteur, etape }: Attente): boolean {
  if (onglet === 'renouvellements') return etape === RENEWAL;
  return (onglet !== 'etablissement' && onglet !== 'ans' && onglet !== 'editeur') || coteOf(acteur) === onglet;
}

/** The columns of the list. */
export function columnsOf(shown: Shown): Colonne<LigneTravail>[] {
  const { aujourdhui, comptes, choix, requete } = shown;
  const sorted = (titre: string, tri: NonNullable<Requete['tri']>) => ({ titre, ...sortBy(requete, tri) });
  const box: Colonne<LigneTravail> = { titre: 'Sélection', role: 'case', cellule: (ligne) => boxOf(ligne, requete) };
  return [
    ...(choix ? [box] : []),
    { ...sorted('Établissement', 'nom'), role: 'titre', cellule: nameOf },
    { ...sorted('Prochaine étape', 'etape'), cellule: (ligne) => stepOf(ligne, relevant(ligne, shown)) },
    { ...sorted('Qui doit agir', 'acteur'), cellule: (ligne) => actorOf(relevant(ligne, shown)) },
    { ...sorted('Depuis', 'depuis'), cellule: (ligne) => sinceOf(relevant(ligne, shown), aujourdhui) },
    { ...sorted('Échéance', 'limite'), cellule: (ligne) => dueOf(relevant(ligne, shown), aujourdhui) },
    { ...sorted('Actes restants', 'restant'), role: 'nombre', cellule: ({ restant }) => restant },
    { titre: 'Affecté à', cellule: ({ affecteA }) => holderOf(affecteA, comptes) },
  ];
}

function sortBy(requete: Requete, tri: NonNullable<Requete['tri']>): Pick<Colonne<LigneTravail>, 'tri' | 'ordre'> {
  const isCurrent = (requete.tri ?? 'limite') === tri;
  const isUp = isCurrent && requete.ordre === undefined;
  const next = addressOf(requete, {
    tri: tri === 'limite' ? undefined : tri,
    ordre: isUp ? 'descendant' : undefined,
  });
  if (!isCurrent) return { tri: next };
  return { tri: next, ordre: isUp ? 'ascending' : 'descending' };
}

function boxOf({ id, version, denomination }: LigneTravail, { coche }: Requete): Html {
  return html`<input type="checkbox" name="dossier" value="${id}:${version}" aria-label="Choisir ${denomination}"${coche === 'tout' && html` checked`}>`;
}

/** How a dossier is called, in a list. */
function nameOf({ id, denomination, siret, finess, commune, departement, groupementNom }: LigneTravail): Html {
  const numbers = [finess && `FINESS ${finess}`, siret && `SIRET ${siretLisible(siret)}`].filter((one) => one !== null);
  const place = [commune && `${commune}${departement && ` (${departement})`}`, groupementNom]
    .filter(Boolean)
    .join(' · ');
  return html`<div class="l-nom"><a href="/dossiers/${id}">${denomination}</a><span class="l-sous l-numeros">${numbers.map((one) => html`<span>${one}</span> `)}</span>${place && html`<span class="l-sous">${place}</span>`}</div>`;
}

function stepOf({ statut, attentes }: LigneTravail, attente: Attente | null): Html {
  if (!attente) return html`<span class="doux">${statut === 'abandonne' ? statuts.abandonne : 'Rien à faire'}</span>`;
  const others = attentes.length - 1;
  return html`<div class="l-etape">${attente.libelle}${others > 0 && html`<span class="l-sous">et ${combien(others, 'autre étape', 'autres étapes')}</span>`}</div>`;
}

function actorOf(attente: Attente | null): string | null {
  return attente && acteurs[attente.acteur];
}

function sinceOf(attente: Attente | null, aujourdhui: string): Html | null {
  if (!attente) return null;
  const jours = Math.max(0, daysBetween(attente.depuis, aujourdhui));
  return html`<div class="l-quand">${jour(attente.depuis)}<span class="l-sous">${jours === 0 ? 'aujourd’hui' : combien(jours, 'jour')}</span></div>`;
}

function dueOf(attente: Attente | null, aujourdhui: string): Html | null {
  if (!attente) return null;
  const jours = daysBetween(aujourdhui, attente.limite);
  return html`<div class="l-quand">${jour(attente.limite)}${dueIn(jours)}</div>`;
}

/** In words, so that it is told without colours. */
function dueIn(jours: number): Html {
  if (jours < 0) return pastille('faute', `En retard de ${combien(-jours, 'jour')}`);
  if (jours === 0) return pastille('attention', 'Aujourd’hui');
  return html`<span class="l-sous">dans ${combien(jours, 'jour')}</span>`;
}

function holderOf(id: string | null, comptes: ReadonlyMap<string, string>): Html | string {
  if (id === null) return html`<span class="doux">Personne</span>`;
  return comptes.get(id) ?? 'Un compte fermé';
}
