import { type Html, html } from '../../../web/html.ts';
import { marque } from '../../demonstration/side.ts';
import { toFrenchDays } from '../../forms/dates.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { encart } from '../../parts/encart.ts';
import { combien } from '../../parts/mots.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Contenu } from '../cadre.ts';

/** One site of a bulk act: what it says, or said. */
export interface LigneDeLot {
  id: string;
  denomination: string;
  version: number;
  /** Null when it takes the act, or took it. */
  refus: string | null;
}

/** An act for several sites. */
export interface Lot {
  base: string;
  acte: { type: string; libelle: string };
  /** As it was typed. */
  date: string;
  faute: string | null;
  lignes: readonly LigneDeLot[];
}

/** What each site would say to an act, before it is recorded. */
export function previewContent(lot: Lot): Contenu {
  const { base, acte, date, faute, lignes } = lot;
  const takers = lignes.filter(({ refus }) => refus === null);
  const others = lignes.length - takers.length;
  return {
    titre: acte.libelle,
    statut: faute === null ? 200 : 422,
    aCorriger: faute !== null,
    corps: html`<form method="post" action="${base}/lot" class="panneau lot-page">${marque()}
<h2>${combien(takers.length, 'site l’accepte', 'sites l’acceptent', 'Aucun site ne l’accepte')}${others > 0 && `, ${combien(others, 'le refuse', 'le refusent')}`}</h2>
<input type="hidden" name="acte" value="${acte.type}">
${takers.map(({ id, version }) => html`<input type="hidden" name="site" value="${id}"><input type="hidden" name="version" value="${version}">`)}
${
  takers.length > 0 &&
  html`<div class="champ"><label for="date">Date de l’acte, pour chacun de ces sites</label>
${faute && html`<p class="faute" id="date-faute">${faute}</p>`}
<input class="court" id="date" name="date" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA" value="${toFrenchDays(date)}"${faute && html` aria-invalid="true" aria-describedby="date-faute" autofocus`}></div>`
}
<div class="boutons">${takers.length > 0 && bouton(`Enregistrer pour ${combien(takers.length, 'site')}`, 'principal', { nom: 'portee', valeur: 'enregistrer', signe: 'coche' })}
${lienBouton(takers.length > 0 ? 'Annuler' : 'Revenir aux sites', base, takers.length > 0 ? 'discret' : 'second')}</div></form>
${linesTable('Ce que dit chaque site', lignes, { oui: 'L’accepte', non: 'Le refuse' })}`,
  };
}

/** What became of an act, site by site. */
export function resultContent({ base, acte, lignes }: Lot): Contenu {
  const done = lignes.filter(({ refus }) => refus === null).length;
  const others = lignes.length - done;
  const told = `« ${acte.libelle} » est enregistré sur ${combien(done, 'site')}${others > 0 ? `, refusé sur ${combien(others, 'site')}` : ''}.`;
  return {
    titre: acte.libelle,
    corps: html`${encart(others > 0 ? 'attention' : 'bien', told)}
${linesTable('Résultat par site', lignes, { oui: 'Enregistré', non: 'Refusé' })}
<p class="boutons">${lienBouton('Revenir aux sites', base, 'principal', 'retour')}</p>`,
  };
}

function linesTable(legende: string, lignes: readonly LigneDeLot[], mots: { oui: string; non: string }): Html {
  const sorted = lignes.toSorted((a, b) => Number(a.refus === null) - Number(b.refus === null));
  return html`<section class="panneau lignes"><h2>${legende}</h2>${table<LigneDeLot>(
    {
      legende,
      cachee: true,
      colonnes: [
        {
          titre: 'Site',
          role: 'titre',
          cellule: ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`,
        },
        {
          titre: 'Résultat',
          cellule: ({ refus }) =>
            refus === null ? pastille('bien', mots.oui, 'coche') : pastille('faute', mots.non, 'croix'),
        },
        { titre: 'Pourquoi', cellule: ({ refus }) => refus },
      ],
    },
    sorted,
  )}</section>`;
}
