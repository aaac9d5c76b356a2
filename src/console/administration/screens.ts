import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { callout } from '../ui/blocks.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { plural } from '../ui/words.ts';
import { accesScreens, type Resumes } from './acces.ts';
import { affectationScreens } from './affectation.ts';
import { clesScreens } from './cles.ts';
import { comptesScreens } from './comptes.ts';
import { courrielsScreens } from './courriels.ts';
import { delegationsScreens } from './delegations.ts';
import { editeurScreens } from './editeurs.ts';
import { type AdminPlace, adminPath, may, placesOf } from './frame.ts';
import { journalScreens } from './journal.ts';
import { personnesScreens } from './personnes.ts';
import { reglagesScreens } from './reglages.ts';
import { webhookScreens } from './webhook.ts';
import { isFailing, type WebhookRules, webhooksScreens } from './webhooks.ts';

/** Who comes in, what was lent to whom, what is sent, what the service is set to. */
export function administrationScreens(regles: WebhookRules, resumes: Resumes): Screen[] {
  return [
    get('/administration', 'reglages.lister', homePage),
    ...comptesScreens(),
    ...editeurScreens(),
    ...clesScreens(),
    ...delegationsScreens(),
    ...webhooksScreens(regles),
    ...webhookScreens(),
    ...reglagesScreens(),
    ...affectationScreens(),
    ...courrielsScreens(),
    ...personnesScreens(),
    ...journalScreens(),
    ...accesScreens(resumes),
  ];
}

const cards: Record<AdminPlace, { icone: IconName; quoi: string }> = {
  comptes: { icone: 'personne', quoi: 'Qui se connecte, et ce que chacun peut faire.' },
  editeurs: { icone: 'ecole', quoi: 'Les éditeurs de logiciels, et où leur écrire.' },
  cles: { icone: 'cle', quoi: 'Les programmes qui entrent par l’API.' },
  delegations: { icone: 'groupement', quoi: 'Les dossiers que chaque éditeur peut voir, et jusqu’à quand.' },
  webhooks: { icone: 'envoyer', quoi: 'Ce qui part vers d’autres programmes, et si cela arrive.' },
  reglages: { icone: 'reglages', quoi: 'Délais habituels, adresses et durées de conservation, avec leurs dates.' },
  courriels: { icone: 'note', quoi: 'Les relances toutes prêtes, remplies depuis un dossier.' },
  personnes: { icone: 'personne', quoi: 'Ce qui est gardé de quelqu’un : le lire, en donner copie, l’effacer.' },
  journal: { icone: 'horloge', quoi: 'Qui a changé quoi, et quand.' },
  acces: { icone: 'recherche', quoi: 'Qui a lu ou écrit quoi, et ce qui a été refusé.' },
};

async function homePage({ identite, services }: Visit): Promise<Page> {
  const alertes = may(identite, 'cles.lister') ? await alertsOf(services) : [];
  return {
    title: 'Administration',
    section: 'administration',
    body: html`${alertes.length > 0 && callout('attention', html`<ul>${alertes.map((une) => html`<li>${une}</li>`)}</ul>`, 'À regarder')}
<ul class="grille lieux">${placesOf(identite).map(
      ({ lieu, label, href }) =>
        html`<li><a href="${href}">${icon(cards[lieu].icone)}<span><strong>${label}</strong> <span class="doux">${cards[lieu].quoi}</span></span></a></li>`,
    )}</ul>`,
  };
}

/** What an administrator should see to. */
async function alertsOf({ identites, abonnements, reglages, today }: Services): Promise<Html[]> {
  const jour = today();
  const ending = await identites.aRenouveler(jour);
  const failing = (await abonnements.list()).filter(isFailing);
  const unset = (await reglages.reglages(jour)).filter(
    ({ cle, famille, valeur }) => famille === 'adresses' && valeur === null && !cle.startsWith('editeur.'),
  );
  const lines = [
    [ending.length, adminPath('cles'), `${plural(ending.length, 'clé')} à renouveler dans les 30 jours`],
    [failing.length, adminPath('webhooks'), `${plural(failing.length, 'abonnement')} dont les livraisons échouent`],
    [
      unset.length,
      `${adminPath('reglages')}#adresses`,
      `${plural(unset.length, 'adresse')} à renseigner pour les courriels`,
    ],
  ] as const;
  return lines.flatMap(([count, vers, texte]) => (count > 0 ? [html`<a href="${vers}">${texte}</a>`] : []));
}
