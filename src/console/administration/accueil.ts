import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Page, type Screen, type Visit } from '../shell/screen.ts';
import { encart } from '../ui/blocks.ts';
import { icone, type NomIcone } from '../ui/icon.ts';
import { combien } from '../ui/words.ts';
import { adresse, type Lieu, lieuxDe, peut } from './frame.ts';

const cartes: Record<Lieu, { icone: NomIcone; quoi: string }> = {
  comptes: { icone: 'personne', quoi: 'Qui se connecte, et ce que chacun peut faire.' },
  editeurs: { icone: 'ecole', quoi: 'Les éditeurs de logiciels, et où leur écrire.' },
  cles: { icone: 'cle', quoi: 'Les programmes qui entrent par l’API.' },
  delegations: { icone: 'groupement', quoi: 'Les dossiers que chaque éditeur peut voir, et jusqu’à quand.' },
  webhooks: { icone: 'envoyer', quoi: 'Ce qui part vers d’autres programmes, et si cela arrive.' },
  reglages: { icone: 'reglages', quoi: 'Délais habituels et adresses, avec leurs dates.' },
  courriels: { icone: 'note', quoi: 'Les relances toutes prêtes, remplies depuis un dossier.' },
  journal: { icone: 'horloge', quoi: 'Qui a changé quoi, et quand.' },
};

/** The first page of the administration. */
export function accueilScreens(): Screen[] {
  return [
    get('administration', '/administration', {
      right: 'reglages.lister',
      answer: accueil,
    }),
  ];
}

async function accueil({ identite, services }: Visit): Promise<Page> {
  const alertes = peut(identite, 'cles.lister') ? await alertesDe(services) : [];
  return {
    titre: 'Administration',
    rubrique: 'administration',
    corps: html`${alertes.length > 0 && encart('attention', html`<ul>${alertes.map((une) => html`<li>${une}</li>`)}</ul>`, 'À regarder')}
<ul class="grille lieux">${lieuxDe(identite).map(
      ({ lieu, libelle, vers }) =>
        html`<li><a href="${vers}">${icone(cartes[lieu].icone)}<span><strong>${libelle}</strong> <span class="doux">${cartes[lieu].quoi}</span></span></a></li>`,
    )}</ul>`,
  };
}

/** What an administrator should see to. */
async function alertesDe({ identites, abonnements, reglages, today }: Services): Promise<Html[]> {
  const jour = today();
  const ending = await identites.aRenouveler(jour);
  const failing = (await abonnements.list()).filter(({ avis, pause }) => avis !== null && pause?.motif !== 'demande');
  const unset = (await reglages.reglages(jour)).filter(
    ({ cle, valeur }) => valeur === null && !cle.startsWith('editeur.'),
  );
  const lines = [
    [ending.length, adresse('cles'), `${combien(ending.length, 'clé')} à renouveler dans les 30 jours`],
    [failing.length, adresse('webhooks'), `${combien(failing.length, 'abonnement')} dont les livraisons échouent`],
    [
      unset.length,
      `${adresse('reglages')}#adresses`,
      `${combien(unset.length, 'adresse')} à renseigner pour les courriels`,
    ],
  ] as const;
  return lines.flatMap(([count, vers, texte]) => (count > 0 ? [html`<a href="${vers}">${texte}</a>`] : []));
}
