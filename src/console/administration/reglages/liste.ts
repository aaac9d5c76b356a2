import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { toFrenchDays, toIsoDay } from '../../forms/dates.ts';
import { panneau } from '../../parts/blocs.ts';
import { bouton } from '../../parts/boutons.ts';
import { jour, jourLong } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import { combien } from '../../parts/mots.ts';
import { type Colonne, table } from '../../parts/table.ts';
import type { Page } from '../../shell/page.ts';
import type { Visit } from '../../shell/screen.ts';
import { adresse, pageDe } from '../parts/cadre.ts';

/** A setting as it is on a day. */
export type ReglageVu = Awaited<ReturnType<Services['reglages']['reglages']>>[number];

/** Every setting as it is today, or on another day. */
export async function listeDesReglages(visit: Visit): Promise<Page> {
  const { services, query } = visit;
  const today = services.today();
  const asked = toIsoDay(query['le'] ?? '');
  const le = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const all = await services.reglages.reglages(le);
  const of = (famille: ReglageVu['famille']) => all.filter((one) => one.famille === famille);
  return pageDe(visit, 'reglages', {
    corps: html`<form class="filtre" action="${adresse('reglages')}"><div class="champ"><label for="le">Tels qu’ils valent le</label>
<p class="aide" id="le-aide">Au format JJ/MM/AAAA ; un jour passé ou à venir.</p>
<input id="le" name="le" type="text" inputmode="numeric" value="${toFrenchDays(le)}" autocomplete="off" aria-describedby="le-aide"></div>${bouton('Afficher', 'second')}</form>
${le !== today && encart('info', html`<p>Vous voyez les réglages du ${jourLong(le)}. <a href="${adresse('reglages')}">Revenir à aujourd’hui</a></p>`)}
<div class="pile">${panneau(
      'Délais habituels',
      html`<p class="note">Le texte n’écrit aucune durée hormis les trois ans du certificat (A12). Ces délais sont les nôtres : ils disent ce qui est en retard et
ce qui risque d’expirer avant la fin. Ils ne promettent rien.</p>
${table({ legende: 'Délais habituels, par acteur', cachee: true, colonnes: columns('Acteur', le) }, of('delais'))}`,
      { id: 'delais' },
    )}
${panneau(
  'Adresses',
  html`<p class="note">Les adresses du texte sont anciennes (A15) : aucune ne vaut avant que vous la donniez. Elles servent aux modèles de courriel.</p>
${table({ legende: 'Adresses', cachee: true, colonnes: columns('Destinataire', le) }, of('adresses'))}`,
  { id: 'adresses' },
)}</div>`,
  });
}

function columns(titre: string, le: string): Colonne<ReglageVu>[] {
  return [
    {
      titre,
      role: 'titre',
      cellule: ({ cle, libelle }) => html`<a href="${adresse('reglages', cle)}">${libelle}</a>`,
    },
    { titre: 'Vaut', cellule: valeurDe },
    { titre: 'Depuis le', cellule: sinceOf },
    { titre: 'Ensuite', cellule: (one) => nextOf(one, le) },
  ];
}

/** What rules, in words. */
export function valeurDe({ genre, valeur, defaut }: Pick<ReglageVu, 'genre' | 'valeur' | 'defaut'>): Html | string {
  if (valeur === null) return html`<span class="doux">Non renseignée</span>`;
  return html`${enMots(genre, valeur)}${valeur === defaut && html` <span class="doux">(au départ)</span>`}`;
}

/** A value of that kind, in words. */
export function enMots(genre: ReglageVu['genre'], valeur: number | string): Html | string {
  if (genre === 'jours') return combien(Number(valeur), 'jour');
  return html`<span class="adresse">${genre === 'web' ? html`<a href="${valeur}" rel="noreferrer">${valeur}</a>` : valeur}</span>`;
}

function sinceOf({ histoire }: ReglageVu): Html | null {
  const ruling = histoire.find(({ etat }) => etat === 'en-vigueur');
  return ruling ? html`${jour(ruling.du)}${ruling.au !== null && html` jusqu’au ${jour(ruling.au)}`}` : null;
}

function nextOf({ histoire, genre }: ReglageVu, le: string): Html | null {
  const [next] = histoire
    .filter(({ etat, du }) => etat === 'a-venir' && du > le)
    .sort((a, b) => a.du.localeCompare(b.du));
  return next ? html`${enMots(genre, next.valeur)} à partir du ${jour(next.du)}` : null;
}
