import type { Nature } from '../../../machines/step.ts';
import { daysBetween } from '../../days.ts';
import { standingLines } from '../../engine/history/corrections.ts';
import { type Html, html } from '../../web/html.ts';
import { mayCorrect } from '../journal/journal.ts';
import { correctionPath } from '../journal/line.ts';
import { emptyState, panel, pill, type Shade } from '../ui/blocks.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { longDay, timeUntil } from '../ui/words.ts';
import type { Content } from './frame.ts';
import type { CaseRead, Visitor } from './read/case.ts';
import { linesAfter } from './read/lines.ts';
import { namesFrom, type Partie, partiesOf } from './read/parties.ts';

/** How long ahead the end of a card is shown as near: ours. */
const NEAR_DAYS = 60;

/** Who acts in a dossier, and until when their cards serve. */
export async function partiesContent(visit: Visitor, dossier: CaseRead): Promise<Content> {
  const [lines, dsi] = await Promise.all([linesAfter(visit.services, dossier.cible, 0), groupementDsi(visit, dossier)]);
  const own = lines.filter(({ certificat }) => certificat === null);
  const parties = partiesOf(dossier, standingLines(own), dsi);
  const delegated = await delegatedEditeurs(visit, dossier);
  if (parties.length === 0) return { body: emptyState('personne', 'Personne n’est encore connu') };
  const jour = visit.services.today();
  const correct = (rang: number | null) => {
    const ligne = own.find((line) => line.rang === rang);
    return ligne && mayCorrect(visit, { cible: dossier.cible, ligne })
      ? correctionPath(dossier.cible, ligne.rang)
      : null;
  };
  return {
    body: html`<div class="parties" id="parties" data-partie>${parties.map((partie) => card(partie, jour, correct))}</div>
${visit.identite.role !== 'editeur' && accessPanel(dossier.cible.id, delegated, visit.identite.role === 'superviseur')}
<p class="doux petit">Les noms sont ceux des dernières saisies ; les états et les dates de fin, ceux de la procédure.</p>`,
  };
}

const shades: Readonly<Record<Nature, { teinte: Shade; signe?: IconName }>> = {
  acquise: { teinte: 'bien', signe: 'coche' },
  obligatoire: { teinte: 'attention', signe: 'horloge' },
  attente: { teinte: 'attention', signe: 'sablier' },
  recommandee: { teinte: 'neutre' },
  facultative: { teinte: 'neutre' },
};

/** Somebody, with where the line that told of him is corrected. */
function card(partie: Partie, jour: string, correct: (rang: number | null) => string | null): Html {
  const { role, nom, details, etat, carte, finitLe, ligne } = partie;
  const correction = correct(ligne);
  return panel(
    role,
    html`<p class="nom">${icon('personne')}${nom ?? html`<span class="doux">Nom non connu</span>`}</p>
${details.map((detail) => html`<p class="petit doux">${detail}</p>`)}
${
  etat &&
  html`<p class="rang">${pill(shades[etat.nature].teinte, etat.libelle, shades[etat.nature].signe)}</p>
${etat.depuis && html`<p class="petit doux">Depuis le ${longDay(etat.depuis)}</p>`}`
}
${carte && cardLine(carte, finitLe, jour)}
${correction !== null && html`<div class="acte petit"><a href="${correction}" hx-get="${correction}" hx-target="closest .acte" hx-select=".a-placer">Corriger une erreur<span class="sr"> : ${role}${nom && `, ${nom}`}</span></a></div>`}`,
  );
}

/** A card serves on its last day: it lapses on the next one. */
function cardLine({ type, fin }: NonNullable<Partie['carte']>, finitLe: string | null, jour: string): Html {
  if (fin === null)
    return html`<p class="carte-tenue">${icon('carte')}<span>${type}, fin de validité inconnue</span></p>`;
  const rest = daysBetween(jour, finitLe ?? fin);
  const near =
    rest <= NEAR_DAYS
      ? pill(rest <= 0 ? 'faute' : 'attention', rest <= 0 ? 'Terminée' : 'Finit bientôt', 'horloge')
      : null;
  return html`<p class="carte-tenue">${icon('carte')}<span>${type}, valable jusqu’au ${longDay(fin)} <span class="doux">(${timeUntil(fin, jour)})</span></span> ${near}</p>`;
}

function accessPanel(id: string, noms: readonly string[], mayRead: boolean): Html {
  return panel(
    'Éditeurs qui voient ce dossier',
    noms.length > 0
      ? html`<ul>${noms.map((nom) => html`<li>${nom}</li>`)}</ul>`
      : html`<p class="doux">Aucun pour l’instant.</p>`,
    {
      actions: html`<a href="/dossiers/${id}/delegations">Voir les délégations</a>${mayRead && html` · <a href="/administration/acces?objet=${id}">Qui a lu ce dossier</a>`}`,
    },
  );
}

async function delegatedEditeurs({ services, identite }: Visitor, { row }: CaseRead): Promise<string[]> {
  if (identite.role === 'editeur') return [];
  const today = services.today();
  const delegations = await services.identites.delegationsOf(row.id);
  const held = delegations.filter(
    ({ du, au, revoqueeLe }) => revoqueeLe === null && du <= today && (au === null || au >= today),
  );
  return Promise.all(
    held.map(async ({ editeurId, au }) => {
      const editeur = await services.identites.editeur(editeurId);
      return `${editeur?.nom ?? 'Éditeur inconnu'}${au === null ? '' : `, jusqu’au ${longDay(au)}`}`;
    }),
  );
}

/** Whom the DSI of the groupement said they were, or whom the groupement was opened with. */
async function groupementDsi({ services }: Visitor, { row }: CaseRead): Promise<string | null> {
  if (row.parentId === null) return null;
  const groupement = { genre: 'groupement', id: row.parentId } as const;
  const found = await services.find(groupement);
  if (!found.ok) return null;
  const told = namesFrom(standingLines(await linesAfter(services, groupement, 0))).dsi;
  const { dsi } = JSON.parse(found.value.fiche) as { dsi?: string | { nom: string; courriel?: string } | null };
  if (told !== null || !dsi) return told;
  return typeof dsi === 'string' ? dsi : [dsi.nom, dsi.courriel].filter(Boolean).join(', ');
}
