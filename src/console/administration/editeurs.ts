import { EditeurNomme } from '../../identity/editeurs/editeurs.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formulaire, ligne } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { panneau, vide } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, jour } from '../ui/words.ts';
import { adresse, pageDe, pageSous, peut } from './frame.ts';

type Editeur = Awaited<ReturnType<Services['identites']['editeurs']>>[number];

const form = formulaire({ nom: ligne('Nom de l’éditeur', { largeur: 6, exemple: 'Logiciels Hospitaliers Associés' }) });
const tous = '/administration/editeurs';
const un = `${tous}/:id`;
const taken = { 'editeur-existant': '/nom' };

/** Who publishes the software of establishments. */
export function editeurScreens(): Screen[] {
  return [
    get('administration.editeurs', tous, {
      right: 'editeurs.lister',
      answer: liste,
    }),
    post('administration.editeurs.ajouter', tous, {
      right: 'editeurs.creer',
      answer: ajouter,
    }),
    get('administration.editeur', un, {
      right: 'editeurs.renommer',
      answer: fiche,
    }),
    post('administration.editeur.renommer', un, {
      right: 'editeurs.renommer',
      answer: renommer,
    }),
  ];
}

function liste(visit: Visit): Promise<Page> {
  return page(visit, blank(form));
}

async function ajouter(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const made = await parseThen(EditeurNomme, readTyped(form, typed), (nomme) =>
    visit.services.identites.createEditeur(visit.identite, nomme),
  );
  return suite(
    made,
    ({ nom }) => ailleurs(tous, `${nom} est ajouté : donnez-lui une clé, puis déléguez-lui des dossiers.`),
    (erreurs) => page(visit, typed, erreurs),
    taken,
  );
}

async function page(visit: Visit, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { identites, reglages, today } = visit.services;
  const editeurs = await identites.editeurs();
  const delegues = new Map(
    await Promise.all(editeurs.map(async ({ id }) => [id, (await identites.delegatedTo(id, today())).length] as const)),
  );
  const maySet = peut(visit.identite, 'editeurs.creer');
  const shown =
    editeurs.length === 0
      ? vide(
          'groupement',
          'Aucun éditeur',
          'Ajoutez l’éditeur d’un logiciel pour lui donner une clé d’API et lui déléguer des dossiers.',
        )
      : table<Editeur>(
          {
            legende: combien(editeurs.length, 'éditeur'),
            colonnes: [
              { titre: 'Nom', role: 'titre', cellule: ({ id, nom }) => nameOf(id, nom, maySet) },
              {
                titre: 'Courriel',
                cellule: ({ id }) =>
                  reglages.adresseEditeur(id, today()) ?? html`<span class="doux">Non renseigné</span>`,
              },
              {
                titre: 'Délégations en cours',
                role: 'nombre',
                cellule: ({ id }) =>
                  html`<a href="${adresse('delegations')}?editeur=${id}">${delegues.get(id) ?? 0}<span class="sr"> délégations en cours</span></a>`,
              },
              { titre: 'Ajouté le', cellule: ({ creeLe }) => jour(creeLe.slice(0, 10)) },
            ],
          },
          editeurs,
        );
  return pageDe(visit, 'editeurs', {
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<section class="panneau">${shown}</section>
${
  maySet &&
  panneau(
    'Ajouter un éditeur',
    drawForm(form, typed, { action: tous, parDefaut: 'ajouter', erreurs, boutons: bouton('Ajouter') }),
  )
}`,
  });
}

function nameOf(id: string, nom: string, maySet: boolean): Html | string {
  return maySet ? html`<a href="${adresse('editeurs', id)}">${nom}</a>` : nom;
}

function fiche(visit: Visit): Promise<Shown> {
  return ofEditeur(visit, (editeur) => ficheDe(editeur, write(form, editeur)));
}

function renommer(visit: Visit): Promise<Shown> {
  return ofEditeur(visit, async (editeur) => {
    const typed = typedOf(visit.body, form);
    return suite(
      await parseThen(EditeurNomme, readTyped(form, typed), (nomme) =>
        visit.services.identites.renameEditeur(visit.identite, editeur.id, nomme),
      ),
      ({ nom }) => ailleurs(tous, `L’éditeur s’appelle maintenant ${nom}.`),
      (erreurs) => ficheDe(editeur, typed, erreurs),
      taken,
    );
  });
}

async function ofEditeur(visit: Visit, act: (editeur: Editeur) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const editeur = await visit.services.identites.editeur(id);
  return editeur ? act(editeur) : { refus: { code: 'introuvable', objet: 'editeur', id } };
}

function ficheDe({ id, nom }: Editeur, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('editeurs', {
    titre: nom,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<div class="deux"><div class="pile">${panneau(
      'Renommer',
      drawForm(form, typed, {
        action: adresse('editeurs', id),
        parDefaut: 'renommer',
        erreurs,
        boutons: bouton('Enregistrer'),
      }),
    )}</div><div class="pile">${panneau(
      'Ce qui lui est donné',
      html`<div class="pile">${lienBouton('Son courriel', adresse('reglages', `editeur.${id}`))}${lienBouton('Ses délégations', `${adresse('delegations')}?editeur=${id}`)}${lienBouton('Ses clés d’API', `${adresse('cles')}?editeur=${id}`)}</div>`,
    )}</div></div>`,
  });
}
