import { type Html, html } from '../../web/html.ts';

/** How to do what is done on the page at an address, folded; nothing where there is nothing to say. */
export function howTo(adresse: string): Html | null {
  const [path = ''] = adresse.split('?');
  const aide = helps.find((one) => one.path.test(path));
  if (!aide) return null;
  return html`<details class="pli aide-page"><summary>Comment faire ?</summary>
<div><ol>${aide.steps.map((pas) => html`<li>${pas}</li>`)}</ol><p><a href="/aide#${aide.id}">Toute l’aide : ${aide.title}</a></p></div></details>`;
}

/** What helps on a page: where it is, what one does there, in the order one does it. */
interface PageHelp {
  /** The id of its part of the help page. */
  id: string;
  path: RegExp;
  title: string;
  steps: readonly string[];
}

const ID = '[\\w-]+';
const at = (chemin: string) => new RegExp(`^${chemin.replaceAll(':id', ID)}$`);

/** The help of each main page; the first whose path fits is shown. */
export const helps: readonly PageHelp[] = [
  {
    id: 'journee',
    path: at('/'),
    title: 'Ma journée',
    steps: [
      'Commencez par « En retard », puis « À moi » : chaque ligne dit l’étape du dossier, qui doit agir et depuis quand.',
      'Prenez dans « Non affectés » les dossiers que personne ne suit : cochez-les, puis affectez-les.',
      '« Chez l’établissement », « Chez l’ANS » et « Chez l’éditeur » disent qui l’on attend : relancez celui qui tarde.',
      'Filtrez et triez, puis gardez la vue sous un nom : vos collègues la trouvent aussi.',
    ],
  },
  {
    id: 'notifications',
    path: at('/notifications'),
    title: 'Notifications',
    steps: [
      'La cloche compte ce que d’autres ont fait sur vos dossiers et que vous n’avez pas lu : « Ouvrir » y mène et le marque comme lu.',
      'Les retours, les réponses de l’ANS, les révocations et les délais passés ont chacun leur ligne ; le reste tient en une ligne par dossier.',
      'Dans une note, @ et un nom préviennent un collègue.',
    ],
  },
  {
    id: 'calendrier',
    path: at('/calendrier'),
    title: 'Calendrier',
    steps: [
      'Il montre les fins de cartes et de certificats de vos dossiers, leurs délais habituels et vos relances.',
      'Votre propre agenda lit ces jours par un lien secret : créez-le en bas de la page, retirez-le quand vous voulez.',
    ],
  },
  {
    id: 'ouvrir',
    path: at('/dossiers/nouveau'),
    title: 'Ouvrir un dossier',
    steps: [
      'Saisissez le SIRET ou le FINESS : leur clé est contrôlée, et un dossier déjà ouvert pour ce site vous est montré.',
      'Répondez aux trois questions : elles choisissent le parcours et disent pourquoi.',
      'Contrat ou carte déjà connus ? Dites-le : les étapes correspondantes ne seront pas demandées.',
    ],
  },
  {
    id: 'fait',
    path: at('/(?:dossiers|certificats|groupements)/:id/faits/[\\w.]+'),
    title: 'Noter ce qui s’est passé',
    steps: [
      'La date est celle où cela a eu lieu, pas celle où vous l’apprenez.',
      'Une date d’avant ce qui devait l’être d’abord est refusée : corrigez-la, ou corrigez l’autre au journal.',
      'Si c’est refusé, la page dit ce qui manque et le plus court chemin pour le lever ; rien de ce que vous avez saisi n’est perdu.',
      'Si un collègue a agi entre-temps, la page vous le montre d’abord : relisez, puis enregistrez.',
    ],
  },
  {
    id: 'formulaire',
    path: at('/dossiers/:id/formulaires(?:/.*)?'),
    title: 'Remplir un formulaire',
    steps: [
      'Le brouillon est gardé : vous pouvez vous arrêter et reprendre, ou laisser la suite à un collègue.',
      'Les erreurs sont résumées en haut, chacune avec un lien vers son champ.',
      '« Prêt à envoyer ? » liste ce pour quoi l’ANS retournerait le formulaire.',
    ],
  },
  {
    id: 'dossier',
    path: at('/dossiers/:id(?:/.*)?'),
    title: 'Un dossier',
    steps: [
      'L’étape suivante est en haut : qui doit agir, depuis quand, quel formulaire, ce qui manque.',
      'Une question dit ce qu’il faut savoir : notez la réponse. Un bouton principal note la démarche attendue ; le reste est rangé par thème, dessous.',
      'Les onglets montrent les parties et leurs cartes, les documents, les courriels échangés, les certificats, le journal, les notes et relances, le diagramme.',
      'Une erreur de saisie se corrige depuis le journal, avec un motif : vous, vos propres lignes pendant 7 jours ; un superviseur, toutes. « Annuler » retire ce que vous venez de noter, pendant 10 minutes.',
    ],
  },
  {
    id: 'certificat',
    path: at('/certificats/:id(?:/.*)?'),
    title: 'Un certificat',
    steps: [
      'Un certificat est commandé, mis à disposition, retiré, installé ; il vaut trois ans.',
      'Au retrait, déposez le fichier remis par l’ANS : le numéro et les dates s’y lisent, et ce qui n’est pas conforme à la commande est dit. Jamais la clé privée.',
      'Soixante jours avant sa fin, il devient à renouveler : renouvelez-le tant qu’il est actif, ensuite il en faut un nouveau. Il reste en service jusqu’à l’installation de son remplaçant.',
      'En cas de perte, de vol ou de départ, révoquez-le sans attendre.',
    ],
  },
  {
    id: 'etat-des-lieux',
    path: at('/groupements/:id/etat-des-lieux(?:/.*)?'),
    title: 'Importer un état des lieux',
    steps: [
      'Demandez à la DSI un tableau (Excel, LibreOffice ou CSV) : une ligne par site, avec ce qu’elle sait du contrat, de la carte du responsable et du mandataire.',
      'L’aperçu dit ligne par ligne ce qui est accepté, corrigé ou refusé, et pourquoi ; rien n’est écrit avant votre accord.',
      'Encodages et séparateurs des outils bureautiques français sont reconnus.',
    ],
  },
  {
    id: 'groupement',
    path: at('/groupements(?:/.*)?'),
    title: 'Un groupement',
    steps: [
      'Un GHT ou un groupe privé réunit ses sites : la matrice montre, site par site, ce qui est acquis et ce qui manque.',
      'Ce que la DSI fait se note une fois pour tous les sites ; ce que plusieurs sites attendent se note d’un coup, avec un résultat par ligne.',
      'Le groupement est achevé quand tous ses sites, hors dossiers abandonnés, sont en service.',
    ],
  },
  {
    id: 'procedures',
    path: at('/(?:procedures|glossaire)(?:/.*)?'),
    title: 'La procédure',
    steps: [
      'Trois parcours mènent aux certificats : public en GHT, privé sur un seul site, privé en groupe.',
      'Chaque étape renvoie au paragraphe (§) du texte de la procédure d’où elle vient ; ce que le texte ne dit pas est marqué « hors texte », avec le numéro de notre choix.',
      'La carte de chaleur colore le diagramme par le nombre de dossiers, ou par leur durée, à chaque étape.',
    ],
  },
  {
    id: 'pilotage',
    path: at('/pilotage(?:/.*)?'),
    title: 'Pilotage',
    steps: [
      'Les durées sont des constats, jamais des promesses : une médiane dit le milieu, le 90e centile dit les plus longs.',
      'Chaque graphique a son tableau, dessous.',
      'Les certificats par date de fin annoncent les renouvellements des mois qui viennent : leur page dit lesquels, de quelle structure, suivis par quel éditeur, et les confronte à une liste de révocation.',
    ],
  },
  {
    id: 'personnes',
    path: at('/administration/personnes(?:/.*)?'),
    title: 'Personnes',
    steps: [
      'Assurez-vous de l’identité de qui demande avant de lui remettre une copie : elle ne dit que ce qui le concerne.',
      'Effacer demande que plus personne ne compte sur elle : l’aperçu dit quoi faire d’abord, et ce qui resterait.',
      'Ce qui est effacé ne revient pas. Une simple erreur de nom se corrige dans le journal du dossier.',
    ],
  },
  {
    id: 'administration',
    path: at('/administration(?:/.*)?'),
    title: 'Administration',
    steps: [
      'Invitez par un lien à usage unique ; un compte fermé garde ses actes au journal.',
      'Une clé d’API n’est montrée qu’une fois : transmettez-la par un canal sûr, renouvelez-la avant sa fin.',
      'Une délégation donne à un éditeur la vue d’un dossier, rien de plus que la partie 4 et son technicien.',
    ],
  },
];
