import { dayOf } from '../../days.ts';
import { EditeurNomme } from '../../identity/editeurs/editeurs.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formOfFields, line } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { emptyState, panel } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { captionedTable, column, countColumn, titleColumn } from '../ui/table.ts';
import { plural, shortDay } from '../ui/words.ts';
import { onceFound } from './asked.ts';
import { adminPath, innerPage, may, placePage } from './frame.ts';

type Editeur = Awaited<ReturnType<Services['identites']['editeurs']>>[number];

const form = formOfFields({ nom: line('Nom de l’éditeur', { width: 6, example: 'Logiciels Hospitaliers Associés' }) });
const tous = '/administration/editeurs';
const un = `${tous}/:id`;
const taken = { 'editeur-existant': '/nom' };

/** Who publishes the software of establishments. */
export function editeurScreens(): Screen[] {
  return [
    get(tous, 'editeurs.lister', (visit) => drawList(visit, blank(form))),
    post(tous, 'editeurs.creer', add),
    get(
      un,
      'editeurs.renommer',
      ofEditeur((_, editeur) => drawEditeur(editeur, write(form, editeur))),
    ),
    post(un, 'editeurs.renommer', ofEditeur(renameEditeur)),
  ];
}

async function add(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const made = await parseThen(EditeurNomme, readTyped(form, typed), (nomme) =>
    visit.services.identites.createEditeur(visit.identite, nomme),
  );
  return afterForm(
    made,
    ({ nom }) => redirect(tous, `${nom} est ajouté : donnez-lui une clé, puis déléguez-lui des dossiers.`),
    (erreurs) => drawList(visit, typed, erreurs),
    taken,
  );
}

async function drawList(visit: Visit, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { identites, reglages, today } = visit.services;
  const editeurs = await identites.editeurs();
  const delegues = new Map(
    await Promise.all(editeurs.map(async ({ id }) => [id, (await identites.delegatedTo(id, today())).length] as const)),
  );
  const maySet = may(visit.identite, 'editeurs.creer');
  const columns = [
    titleColumn<Editeur>('Nom', ({ id, nom }) =>
      maySet ? html`<a href="${adminPath('editeurs', id)}">${nom}</a>` : nom,
    ),
    column<Editeur>(
      'Courriel',
      ({ id }) => reglages.adresseEditeur(id, today()) ?? html`<span class="doux">Non renseigné</span>`,
    ),
    countColumn<Editeur>(
      'Délégations en cours',
      ({ id }) =>
        html`<a href="${adminPath('delegations')}?editeur=${id}">${delegues.get(id) ?? 0}<span class="sr"> délégations en cours</span></a>`,
    ),
    column<Editeur>('Ajouté le', ({ creeLe }) => shortDay(dayOf(new Date(creeLe)))),
  ];
  return placePage(visit, 'editeurs', {
    ...toCorrect(erreurs),
    body: html`<section class="panneau">${captionedTable(plural(editeurs.length, 'éditeur'), editeurs, columns, none)}</section>
${
  maySet &&
  panel(
    'Ajouter un éditeur',
    drawForm(form, typed, { action: tous, defaultAction: 'ajouter', erreurs, buttons: button('Ajouter') }),
  )
}`,
  });
}

const none = emptyState(
  'groupement',
  'Aucun éditeur',
  'Ajoutez l’éditeur d’un logiciel pour lui donner une clé d’API et lui déléguer des dossiers.',
);

const ofEditeur = onceFound<Editeur>('editeur', ({ services }, id) => services.identites.editeur(id));

async function renameEditeur({ services, identite, body }: Visit, editeur: Editeur): Promise<Shown> {
  const typed = typedOf(body, form);
  const done = await parseThen(EditeurNomme, readTyped(form, typed), (nomme) =>
    services.identites.renameEditeur(identite, editeur.id, nomme),
  );
  return afterForm(
    done,
    ({ nom }) => redirect(tous, `L’éditeur s’appelle maintenant ${nom}.`),
    (erreurs) => drawEditeur(editeur, typed, erreurs),
    taken,
  );
}

function drawEditeur({ id, nom }: Editeur, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return innerPage('editeurs', {
    title: nom,
    ...toCorrect(erreurs),
    body: html`<div class="deux"><div class="pile">${panel(
      'Renommer',
      drawForm(form, typed, {
        action: adminPath('editeurs', id),
        defaultAction: 'renommer',
        erreurs,
        buttons: button('Enregistrer'),
      }),
    )}</div><div class="pile">${panel(
      'Ce qui lui est donné',
      html`<div class="pile">${linkButton('Son courriel', adminPath('reglages', `editeur.${id}`))}${linkButton('Ses délégations', `${adminPath('delegations')}?editeur=${id}`)}${linkButton('Ses clés d’API', `${adminPath('cles')}?editeur=${id}`)}</div>`,
    )}</div></div>`,
  });
}
