import type { Remarque } from '../../../survey/line.ts';
import { type Html, html } from '../../../web/html.ts';
import { combien } from '../../parts/mots.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { OutcomeLine, SurveyOutcome } from '../lu.ts';

const etats = {
  refusee: { titre: 'Lignes refusées', id: 'refusees' },
  corrigee: { titre: 'Lignes corrigées', id: 'corrigees' },
  acceptee: { titre: 'Lignes acceptées', id: 'acceptees' },
} as const;
type Statut = OutcomeLine['statut'];

/** How what the lines do is told: what will be, or what was. */
export interface Temps {
  fait: boolean;
  /** Whether unknown sites are opened. */
  ouvrir: boolean;
}

/** How many lines of each kind there are, each a link to them. */
export function summaryOf({ lignes }: SurveyOutcome): Html {
  return html`<ul class="bilan">${(Object.keys(etats) as Statut[]).map((statut) => {
    const count = lignes.filter((ligne) => ligne.statut === statut).length;
    const words = {
      refusee: ['refusée', 'refusées'],
      corrigee: ['corrigée', 'corrigées'],
      acceptee: ['acceptée', 'acceptées'],
    }[statut];
    const told = `${combien(count, `ligne ${words[0]}`, `lignes ${words[1]}`, `aucune ligne ${words[0]}`)}`;
    return html`<li class="${statut}">${count > 0 ? html`<a href="#${etats[statut].id}">${told}</a>` : told}</li>`;
  })}</ul>`;
}

/** Every line, those that ask for something first. */
export function linesOf(outcome: SurveyOutcome, temps: Temps): Html {
  return html`${(Object.keys(etats) as Statut[]).map((statut) => {
    const lignes = outcome.lignes.filter((ligne) => ligne.statut === statut);
    if (lignes.length === 0) return null;
    const { titre, id } = etats[statut];
    return html`<section class="panneau lignes" id="${id}"><h2>${titre}</h2>${table<OutcomeLine>(
      {
        legende: titre,
        cachee: true,
        colonnes: [
          { titre: 'Ligne', role: 'nombre', cellule: ({ ligne }) => ligne },
          { titre: 'Site', role: 'titre', cellule: nameOf },
          ...(statut === 'acceptee'
            ? []
            : [{ titre: statut === 'refusee' ? 'Pourquoi, et que faire' : 'Ce qui a été corrigé', cellule: remarks }]),
          ...(statut === 'refusee'
            ? []
            : [
                {
                  titre: temps.fait ? 'Ce qui est enregistré' : 'Ce qui sera enregistré',
                  cellule: (ligne: OutcomeLine) => effects(ligne, temps),
                },
              ]),
        ],
      },
      lignes,
    )}</section>`;
  })}`;
}

function nameOf({ denomination, dossierId }: OutcomeLine): Html {
  const name = denomination || 'Site sans nom';
  return dossierId === null ? html`${name}` : html`<a href="/dossiers/${dossierId}">${name}</a>`;
}

function remarks({ refus, corrections }: OutcomeLine): Html {
  const told: readonly Remarque[] = refus.length > 0 ? refus : corrections;
  return html`<ul class="remarques">${told.map(
    ({ colonne, message }) =>
      html`<li>${colonne !== null && html`<span class="colonne">${colonne}</span> : `}${message}</li>`,
  )}</ul>`;
}

function effects({ enregistre, sansEffet, ouverture, dossierId }: OutcomeLine, { fait, ouvrir }: Temps): Html {
  if (ouverture && !ouvrir)
    return html`<span class="doux">Rien : ce site n’a pas encore de dossier, et les ouvertures ne sont pas demandées.</span>`;
  const opening = ouverture !== null && (fait ? dossierId !== null : true);
  const nothing = !opening && enregistre.length === 0 && sansEffet.length === 0;
  return html`<ul class="remarques">${opening && html`<li>${pastille('accent', fait ? 'Dossier ouvert' : 'Dossier à ouvrir', 'plus')}</li>`}
${enregistre.map(({ libelle }) => html`<li>${libelle}</li>`)}
${sansEffet.map(({ libelle, raison }) => html`<li class="doux">Sans effet : ${libelle}. ${raison}</li>`)}
${nothing && html`<li class="doux">Rien : cette ligne ne dit rien de nouveau.</li>`}</ul>`;
}
