import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choixDe, formulaire, ligne } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { origineDe, suite } from '../shell/refused.ts';
import { get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { pastille, secret } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, moment, roles } from '../ui/words.ts';
import { adresse, pageDe, pageSous } from './frame.ts';

/** The accounts of persons. */
export function comptesScreens(): Screen[] {
  const [tous, inviting] = ['/administration/comptes', '/administration/comptes/inviter'] as const;
  return [
    get('administration.comptes', tous, { right: 'comptes.lister', answer: listeDesComptes }),
    get('administration.invitation', inviting, { right: 'comptes.inviter', answer: invitation }),
    post('administration.inviter', inviting, { right: 'comptes.inviter', answer: inviter }),
  ];
}

/** An account as it is shown. */
export type Compte = Awaited<ReturnType<Services['identites']['comptes']>>[number];

/** The accounts of persons. */
async function listeDesComptes(visit: Visit): Promise<Shown> {
  const comptes = await visit.services.identites.comptes();
  const closed = comptes.filter(({ actif }) => !actif).length;
  return pageDe(visit, 'comptes', {
    actions: lienBouton('Inviter une personne', adresse('comptes', 'inviter'), 'principal', 'plus'),
    corps: html`<section class="panneau">${table(
      {
        legende: `${combien(comptes.length, 'compte')}${closed > 0 ? `, dont ${combien(closed, 'fermé')}` : ''}`,
        colonnes: [
          {
            titre: 'Nom',
            role: 'titre',
            cellule: ({ id, nom }) => html`<a href="${adresse('comptes', id)}">${nom}</a>`,
          },
          { titre: 'Courriel', cellule: ({ courriel }) => courriel },
          { titre: 'Rôle', cellule: ({ role }) => roles[role] },
          { titre: 'État', cellule: etatDe },
          { titre: 'Dernière connexion', cellule: ({ connecteLe }) => (connecteLe ? moment(connecteLe) : 'Jamais') },
        ],
      },
      comptes,
    )}</section>`,
  });
}

/** Whether an account may be used. */
export function etatDe({ actif }: Compte): Html {
  return actif ? pastille('bien', 'Actif') : pastille('neutre', 'Fermé', 'verrou');
}

const { editeur: _, ...deCompte } = roles;
/** What a person may be. */
export const rolesDeCompte = deCompte;

const form = formulaire({
  courriel: ligne('Courriel', { type: 'email', aide: 'Son compte portera cette adresse.' }),
  role: choixDe('Rôle', rolesDeCompte, {
    aide: 'Un agent fait avancer les dossiers, un superviseur administre aussi, un lecteur consulte.',
  }),
});

/** Whom to invite, as what. */
function invitation(): Shown {
  return page(blank(form));
}

/** Makes the link, which is shown here and nowhere else. */
async function inviter(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const made = await visit.services.identites.invite(visit.identite, readTyped(form, typed));
  return suite(
    made,
    (lien) =>
      lienRemis(visit, { ...lien, titre: 'Invitation prête', usage: `ouvrir le compte de ${typed['courriel']}` }),
    (erreurs) => page(typed, erreurs),
    { 'courriel-pris': '/courriel' },
  );
}

/** A link that was just made, and how to hand it over. */
export function lienRemis(
  { request }: Visit,
  { titre, usage, token, expireLe }: { titre: string; usage: string; token: string; expireLe: string },
): Page {
  return pageSous('comptes', {
    titre,
    statut: 201,
    corps: html`<section class="panneau">${secret({
      libelle: 'Lien à transmettre',
      valeur: `${origineDe(request)}/lien/${token}`,
      avis: html`<p>Ce lien sert une fois à ${usage}, jusqu’au ${moment(expireLe)}. Transmettez-le à la personne seule, par un canal sûr :
rien n’est envoyé d’ici. S’il se perd, faites-en un autre, qui remplace celui-ci.</p>`,
    })}
<div class="boutons">${lienBouton('Revenir aux comptes', adresse('comptes'))}</div></section>`,
  });
}

function page(typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('comptes', {
    titre: 'Inviter une personne',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<section class="panneau">${drawForm(form, typed, {
      action: adresse('comptes', 'inviter'),
      parDefaut: 'inviter',
      erreurs,
      boutons: html`${bouton('Créer le lien d’invitation')}${lienBouton('Annuler', adresse('comptes'))}`,
    })}</section>`,
  });
}
