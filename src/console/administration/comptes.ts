import { Invitation } from '../../identity/comptes/liens.ts';
import { type Erreur, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { originOf } from '../../web/access/credentials.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choice, formOfFields, line } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { afterForm, get, type Page, post, type Screen, type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { pill, secretField } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { captionedTable, column, titleColumn } from '../ui/table.ts';
import { moment, plural, roleNames } from '../ui/words.ts';
import { adminPath, innerPage, placePage } from './frame.ts';

/** The accounts of persons. */
export function comptesScreens(): Screen[] {
  const [tous, inviting] = ['/administration/comptes', '/administration/comptes/inviter'] as const;
  return [
    get('administration.comptes', tous, { right: 'comptes.lister', answer: comptesPage }),
    get('administration.invitation', inviting, { right: 'comptes.inviter', answer: invitationPage }),
    post('administration.inviter', inviting, { right: 'comptes.inviter', answer: invite }),
  ];
}

/** An account as it is shown. */
export type Compte = Awaited<ReturnType<Services['identites']['comptes']>>[number];

/** The accounts of persons. */
async function comptesPage(visit: Visit): Promise<Shown> {
  const comptes = await visit.services.identites.comptes();
  const closed = comptes.filter(({ actif }) => !actif).length;
  return placePage(visit, 'comptes', {
    actions: linkButton('Inviter une personne', adminPath('comptes', 'inviter'), 'principal', 'plus'),
    body: html`<section class="panneau">${captionedTable(
      `${plural(comptes.length, 'compte')}${closed > 0 ? `, dont ${plural(closed, 'fermé')}` : ''}`,
      comptes,
      [
        titleColumn('Nom', ({ id, nom }) => html`<a href="${adminPath('comptes', id)}">${nom}</a>`),
        column('Courriel', ({ courriel }) => courriel),
        column('Rôle', ({ role }) => roleNames[role]),
        column('État', compteState),
        column('Dernière connexion', ({ connecteLe }) => (connecteLe ? moment(connecteLe) : 'Jamais')),
      ],
    )}</section>`,
  });
}

/** Whether an account may be used. */
export function compteState({ actif }: Compte): Html {
  return actif ? pill('bien', 'Actif') : pill('neutre', 'Fermé', 'verrou');
}

const { editeur: _, ...deCompte } = roleNames;
/** What a person may be. */
export const compteRoles = deCompte;

const form = formOfFields({
  courriel: line('Courriel', { type: 'email', help: 'Son compte portera cette adresse.' }),
  role: choice('Rôle', compteRoles, {
    help: 'Un agent fait avancer les dossiers, un superviseur administre aussi, un lecteur consulte.',
  }),
});

/** Whom to invite, as what. */
function invitationPage(): Shown {
  return inviting(blank(form));
}

/** Makes the link, which is shown here and nowhere else. */
async function invite(visit: Visit): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const made = await parseThen(Invitation, readTyped(form, typed), (invited) =>
    visit.services.identites.invite(visit.identite, invited),
  );
  return afterForm(
    made,
    (lien) =>
      handedLink(visit, { ...lien, titre: 'Invitation prête', usage: `ouvrir le compte de ${typed['courriel']}` }),
    (erreurs) => inviting(typed, erreurs),
    { 'courriel-pris': '/courriel' },
  );
}

/** A link that was just made, and how to hand it over. */
export function handedLink(
  { services, request }: Visit,
  { titre, usage, token, expireLe }: { titre: string; usage: string; token: string; expireLe: string },
): Page {
  return innerPage('comptes', {
    title: titre,
    status: 201,
    body: html`<section class="panneau">${secretField({
      label: 'Lien à transmettre',
      value: `${originOf(services, request)}/lien/${token}`,
      notice: html`<p>Ce lien sert une fois à ${usage}, jusqu’au ${moment(expireLe)}. Transmettez-le à la personne seule, par un canal sûr :
rien n’est envoyé d’ici. S’il se perd, faites-en un autre, qui remplace celui-ci.</p>`,
    })}
<div class="boutons">${linkButton('Revenir aux comptes', adminPath('comptes'))}</div></section>`,
  });
}

function inviting(typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return innerPage('comptes', {
    title: 'Inviter une personne',
    ...toCorrect(erreurs),
    body: html`<section class="panneau">${drawForm(form, typed, {
      action: adminPath('comptes', 'inviter'),
      defaultAction: 'inviter',
      erreurs,
      buttons: html`${button('Créer le lien d’invitation')}${linkButton('Annuler', adminPath('comptes'))}`,
    })}</section>`,
  });
}
