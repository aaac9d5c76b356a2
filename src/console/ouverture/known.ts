import { communesOf } from '../../../machines/identifiants/code-postal.ts';
import { Finess } from '../../../machines/identifiants/finess.ts';
import { Siret } from '../../../machines/identifiants/siret.ts';
import { tellStatut } from '../../../machines/procedure.ts';
import { dayOf } from '../../days.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { Extra } from '../forms/draw-field.ts';
import type { Typed } from '../forms/typed.ts';
import { callout } from '../ui/blocks.ts';
import { icon } from '../ui/icon.ts';
import { shortDay } from '../ui/words.ts';
import type { Choisissable } from './form.ts';

type Row = Awaited<ReturnType<Services['list']>>['lignes'][number];

const AT_MOST = 5;
const ALL = 500;

/** Where fields are checked as they are typed. */
export const CHECK = '/dossiers/nouveau/champ';
/** The fields of the establishment, under the names by which they are sent. */
export const champs = {
  siret: 'etablissement.siret',
  finess: 'etablissement.finess',
  codePostal: 'etablissement.codePostal',
  commune: 'etablissement.commune',
} as const;

/** The groupements under which a dossier may be opened. */
export async function groupementsOf(services: Services): Promise<Choisissable[]> {
  const { lignes } = await services.list({ genre: 'groupement', limite: ALL });
  return lignes.map(({ id, denomination, fiche }) => ({ id, nom: denomination, genre: JSON.parse(fiche).genre }));
}

/** What is added to the fields of the establishment: checks as they are typed, dossiers that are already open, communes. */
export async function extrasOf(services: Services, typed: Typed): Promise<Record<string, Extra>> {
  const codePostal = (typed[champs.codePostal] ?? '').replace(/\s/g, '');
  return {
    [champs.siret]: { attributes: check(champs.siret), below: await known(services, 'siret', typed[champs.siret]) },
    [champs.finess]: { attributes: check(champs.finess), below: await known(services, 'finess', typed[champs.finess]) },
    [champs.codePostal]: { attributes: check(champs.codePostal) },
    [champs.commune]: { attributes: html` list="communes"`, below: communes(codePostal) },
  };
}

function check(nom: string): Html {
  return html` hx-get="${CHECK}?champ=${nom}" hx-trigger="change" hx-include="[name^='etablissement.']" hx-target="#champ-${nom.replaceAll('.', '-')}-bloc" hx-swap="outerHTML"`;
}

function communes(codePostal: string): Html {
  const served = communesOf(codePostal);
  return html`<datalist id="communes">${served.map((nom) => html`<option value="${nom}"></option>`)}</datalist>`;
}

/** That an identifier is well formed, and the dossiers that bear it; null while it is not. */
async function known(services: Services, cle: 'siret' | 'finess', typed: string | undefined): Promise<Html | null> {
  const read = (cle === 'siret' ? Siret : Finess).safeParse(typed ?? '');
  if (!read.success) return null;
  const { lignes } = await services.list({ genre: 'dossier', [cle]: read.data, limite: AT_MOST });
  if (lignes.length === 0)
    return html`<p class="connu">${icon('coche')}Clé juste, aucun dossier ne le porte encore.</p>`;
  return html`<div class="deja">${callout(
    'attention',
    html`<ul>${lignes.map(line)}</ul>`,
    lignes.length === 1 ? 'Un dossier porte déjà ce numéro' : 'Des dossiers portent déjà ce numéro',
  )}</div>`;
}

function line({ id, denomination, statut, ouvertLe }: Row): Html {
  return html`<li><a href="/dossiers/${id}">${denomination}</a>, ${tellStatut(statut).toLowerCase()}, ouvert le ${shortDay(dayOf(new Date(ouvertLe)))}</li>`;
}
