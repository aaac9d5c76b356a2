import type { Fact } from '../../../machines/event.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs } from '../../../machines/step.ts';
import type { BulkResult } from '../../desk/work/bulk.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { factForm } from '../dossier/faits/fact-form.ts';
import { drawForm } from '../forms/draw.ts';
import type { Typed } from '../forms/typed.ts';
import { bouton, lienBouton } from '../parts/boutons.ts';
import { encart } from '../parts/encart.ts';
import { combien } from '../parts/mots.ts';
import { pastille } from '../parts/pastille.ts';
import { table } from '../parts/table.ts';
import type { Page } from '../shell/page.ts';
import { type Foreseen, STALE } from './bulk-lines.ts';

/** A fact that is being told to several dossiers. */
export interface Bulk {
  type: string;
  fact: Fact;
  retour: string;
  dossiers: readonly Foreseen[];
}

const fil = (retour: string) => [{ libelle: 'Ma journée', vers: retour }];

/** Asks once for the fields of the fact, above the dossiers that it is for. */
export function bulkPage(
  { type, fact, retour, dossiers }: Bulk,
  typed: Typed,
  { erreurs = [], focus = null }: { erreurs?: readonly Erreur[]; focus?: string | null } = {},
): Page {
  const refused = dossiers.filter(({ refus }) => refus !== null).length;
  return {
    titre: fact.libelle,
    rubrique: 'journee',
    fil: fil(retour),
    sousTitre: html`<ul class="identite"><li>${combien(dossiers.length, 'dossier')}</li><li>${acteurs[fact.acteur]}</li><li>${tellSource(fact.source)}</li></ul>`,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`${refused > 0 && encart('attention', warning(refused, dossiers.length))}
<div class="panneau">${drawForm(factForm(fact), typed, {
      action: '/journee/lot',
      parDefaut: 'enregistrer',
      caches: { fait: type, retour },
      entete: html`${dossiers.map(({ id, version }) => html`<input type="hidden" name="dossier" value="${id}:${version}">`)}`,
      erreurs,
      focus,
      boutons: html`${bouton(`Enregistrer sur ${combien(dossiers.length, 'dossier')}`, 'principal', { nom: 'action', valeur: 'enregistrer', signe: 'coche' })}
${lienBouton('Annuler', retour, 'discret')}`,
    })}</div>
<section class="panneau">${table(
      {
        legende: 'Dossiers choisis',
        colonnes: [
          {
            titre: 'Établissement',
            role: 'titre',
            cellule: ({ id, denomination }: Foreseen) => link(id, denomination),
          },
          {
            titre: 'Avant d’enregistrer',
            cellule: ({ refus }) =>
              refus === null
                ? pastille('bien', 'Prêt', 'coche')
                : html`<div class="l-issue">${pastille('attention', 'Refuserait', 'attention')} ${refus}</div>`,
          },
        ],
      },
      dossiers,
    )}</section>`,
  };
}

function warning(refused: number, all: number): string {
  if (refused === all) return 'Aucun de ces dossiers ne prendrait cet acte : la raison est dans la liste.';
  const verb = refused === 1 ? 'refuserait' : 'refuseraient';
  return `${combien(refused, 'dossier')} ${verb} cet acte : la raison est dans la liste. Les autres l’auront.`;
}

/** What became of each dossier: done, refused and why, or changed by somebody else. */
export function resultPage(
  fact: Fact,
  results: readonly BulkResult[],
  dossiers: readonly Foreseen[],
  retour: string,
): Page {
  const names = new Map(dossiers.map(({ id, denomination }) => [id, denomination]));
  const done = results.filter(({ refus }) => refus === null).length;
  const left = results.length - done;
  return {
    titre: fact.libelle,
    rubrique: 'journee',
    fil: fil(retour),
    actions: lienBouton('Revenir à la liste', retour, 'principal', 'retour'),
    corps: html`${encart(left === 0 ? 'bien' : 'attention', `Enregistré sur ${combien(done, 'dossier', 'dossiers', 'aucun dossier')}${left > 0 ? `, pas sur ${combien(left, 'autre')}` : ''}.`)}
<section class="panneau">${table(
      {
        legende: 'Résultat, dossier par dossier',
        colonnes: [
          { titre: 'Établissement', role: 'titre', cellule: ({ id }: BulkResult) => link(id, names.get(id) ?? id) },
          { titre: 'Résultat', cellule: outcome },
        ],
      },
      results,
    )}</section>`,
  };
}

function outcome({ refus }: BulkResult): Html {
  if (refus === null) return pastille('bien', 'Enregistré', 'coche');
  if (refus.code === 'version-perimee')
    return html`<div class="l-issue">${pastille('attention', 'Périmé', 'horloge')} ${STALE}</div>`;
  const why =
    refus.code === 'fait-refuse' ? refus.manque.map(({ libelle }) => libelle).join(' ') : toProblem(refus).detail;
  return html`<div class="l-issue">${pastille('faute', 'Refusé', 'croix')} ${why || 'Ce n’est pas le moment de cet acte.'}</div>`;
}

function link(id: string, name: string): Html {
  return html`<a href="/dossiers/${id}">${name}</a>`;
}
