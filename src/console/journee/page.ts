import type { PageTravail } from '../../desk/work/travail.ts';
import { type Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import type { Page } from '../shell/shown.ts';
import { callout, emptyState, progressBar, tabBar } from '../ui/blocks.ts';
import { actionForm, button, linkButton } from '../ui/button.ts';
import { type IconName, icon } from '../ui/icon.ts';
import { captionedTable, pager } from '../ui/table.ts';
import { absentUntil, frenchNumber, plural } from '../ui/words.ts';
import { AT_ONCE } from './bulk.ts';
import { type Choices, chips, type Display, displayPart, filterForm, viewsOf } from './filters.ts';
import { columnsOf, TAKING } from './lines.ts';
import {
  addressOf,
  isNarrowed,
  type ListTab,
  type ListVisit,
  lineId,
  queryOf,
  type Requete,
  tabLabels,
} from './query.ts';

interface Found extends Display {
  onglet: ListTab;
  travail: PageTravail;
  choices: Choices;
  /** Whom this person is to call back by today. */
  relances: Html | null;
  /** What others did on their dossiers since the day before. */
  hier: Html | null;
  /** Where mails that name no dossier are filed, while there are some. */
  toFile: Html | null;
}

/** The worklist: tabs, filters, what was found, and what may be done with it. */
export function journeePage(visit: ListVisit, found: Found): Page {
  const { query } = visit;
  const { travail, onglet } = found;
  const here = addressOf(query, { page: query.page });
  const [first] = travail.lignes;
  const isEmpty = travail.etat.pret && travail.comptes.nombres.tous === 0 && !isNarrowed(query);
  const actions = html`${found.toFile}<a class="bouton second petit" href="/calendrier">${icon('calendrier')}Calendrier</a>`;
  const page = { title: 'Ma journée', section: 'journee', isWide: true, actions } as const;
  if (isEmpty) return { ...page, body: firstSteps(visit) };
  return {
    ...page,
    ...(travail.etat.pret ? {} : { refreshAfter: 5 }),
    ...(first && { skipTo: { label: 'Aller au premier dossier', id: lineId(first.id) } }),
    body: html`<div id="journee" class="${found.densite}" data-adresse="${here}">${found.hier}${found.relances}${viewsOf(found.vues, query)}
<div class="outils">${filterForm(query, onglet, found.choices, visit.fragment === 'journee')}
${displayPart(visit, onglet, found)}</div>${chips(query, found.choices)}
${listOf(visit, found)}</div>`,
  };
}

function listOf(visit: ListVisit, found: Found): Html {
  const { query } = visit;
  const { travail, onglet } = found;
  const { nombres, plafonne } = travail.comptes;
  const tabs = (Object.keys(tabLabels) as ListTab[]).map((one) => ({
    label: tabLabels[one],
    href: addressOf(query, { onglet: one }),
    isCurrent: one === onglet,
    count: countText(nombres[one], plafonne),
    isAlert: (one === 'retard' || one === 'retours') && nombres[one] > 0,
  }));
  return html`<div id="liste">${tabBar('Ma journée', tabs)}
${stateOf(travail.etat)}
${travail.lignes.length === 0 ? nothing(query, onglet, nombres[onglet]) : html`${linesOf(visit, found)}`}</div>`;
}

function linesOf(visit: ListVisit, { travail, onglet, choices, hidden }: Found): Html {
  const { query, identite, services } = visit;
  const { page = 1, par = '50' } = query;
  const parPage = Number(par);
  const total = travail.comptes.nombres[onglet];
  const last = Math.max(1, Math.ceil(total / parPage));
  const isChoosing = visit.apart || identite.role === 'agent' || identite.role === 'superviseur';
  const absents = services.affectations.absents(services.today());
  const shown = { query, tab: onglet, today: services.today(), comptes: choices.noms, absents, isChoosing, hidden };
  const rows = captionedTable(captionOf(onglet, total, travail.comptes.plafonne), travail.lignes, columnsOf(shown));
  const from = (page - 1) * parPage + 1;
  const to = (one: number | undefined) => addressOf(query, { onglet, page: one });
  const state = `${frenchNumber(from)} à ${frenchNumber(from + travail.lignes.length - 1)} sur ${countText(total, travail.comptes.plafonne)}`;
  const around = pager({ page, last }, to, state, jumpsAround(page, last));
  const list = html`${rows}${around}`;
  return html`<div class="avec-apercu">${isChoosing ? choosable({ ...visit, query: { ...query, onglet } }, { list, total, isOnePage: last === 1, back: to(query.page) }, { ...choices, absents }) : html`<div class="travail">${list}</div>`}
<aside id="apercu" aria-label="Aperçu d’un dossier" aria-live="polite"></aside></div>`;
}

/** Lines that may be ticked, with what may be done with those that are, and to whom they may be given. */
function choosable(
  { query, identite }: ListVisit,
  { list, total, isOnePage, back }: { list: Html; total: number; isOnePage: boolean; back: string },
  { comptes, absents }: Choices & { absents: ReadonlyMap<string, string> },
): Html {
  const others = [...comptes].filter(([id]) => id !== identite.id);
  const ticking = (coche: Requete['coche']) => addressOf(query, { page: query.page, coche });
  const isWhole = query.coche === 'liste';
  const hidden = { retour: back, ...(isWhole && { liste: queryOf(query) }) };
  const whole =
    isWhole && callout('attention', html`<p>${wholeWords(total)} <a href="${back}">Choisir un à un</a></p>`);
  const bar = html`<div class="lot" role="group" aria-labelledby="lot-titre"><div class="lot-tete"><h2 id="lot-titre">Avec les dossiers cochés</h2>
<a class="bouton discret petit" href="${ticking('tout')}">${icon('coche')}Tout cocher sur cette page</a>${
    !isOnePage &&
    html`<a class="bouton discret petit" href="${ticking('liste')}">${icon('coche')}Choisir ${total > AT_ONCE ? `les ${AT_ONCE} premiers` : `les ${total}`} de la liste</a>`
  }</div>
<div class="champ"><label for="lot-compte">Affecter à</label><div class="lot-ligne"><select id="lot-compte" name="compte">
<option value="${identite.id}">Moi</option><option value="">Personne</option>${others.map(([id, nom]) => html`<option value="${id}">${[nom, absentUntil(absents.get(id))].filter(Boolean).join(', ')}</option>`)}</select>
${button('Affecter', 'second')}</div></div>
<div class="champ"><span class="libelle">Faire avancer ensemble</span><div class="lot-ligne"><button class="bouton second" formaction="/journee/lot">Choisir quoi noter…</button></div></div></div>`;
  return html`${actionForm(
    { action: '/journee/affectation', hidden, attributes: { class: 'travail', 'data-choix': true } },
    html`${whole}${list}
${bar}`,
  )}${actionForm({ action: '/journee/affectation', hidden: { retour: back, compte: identite.id }, attributes: { id: TAKING, hidden: true } }, html``)}`;
}

/** The pages that one may jump to: the first, the last, those around, and a tenth of the way. */
function jumpsAround(page: number, last: number): number[] {
  if (last === 1) return [];
  const far = Math.max(1, Math.round(last / 10));
  const wanted = [1, page - far, page - 1, page, page + 1, page + far, last];
  return [...new Set(wanted)].filter((one) => one >= 1 && one <= last).sort((a, b) => a - b);
}

function wholeWords(total: number): string {
  if (total > AT_ONCE)
    return `Les ${AT_ONCE} premiers dossiers de cette liste sont choisis : c’est le plus en une fois.`;
  return `Les ${total} dossiers de cette liste sont choisis, toutes ses pages comprises.`;
}

function captionOf(onglet: ListTab, total: number, plafonne: boolean): string {
  const many = plafonne ? `${frenchNumber(total)} dossiers ou plus` : plural(total, 'dossier');
  return `${tabLabels[onglet]} : ${many}`;
}

function countText(count: number, plafonne: boolean): string {
  return plafonne && count > 0 ? `${frenchNumber(count)} +` : frenchNumber(count);
}

/** Nothing when the list is whole. */
function stateOf(etat: PageTravail['etat']): Html | null {
  if (!etat.pret) {
    return callout(
      'info',
      html`<p>Il manque encore des dossiers : la page se recharge seule. Un dossier s’ouvre déjà par son adresse.</p>${progressBar(etat.faits, etat.total, 'Dossiers déjà dans la liste')}`,
      'Liste en cours de préparation',
    );
  }
  const behind = plural(etat.restent, 'ligne toute récente n’est', 'lignes toutes récentes ne sont');
  return etat.restent > 0
    ? callout('info', `${behind} pas encore dans la liste : rechargez la page dans un instant.`)
    : null;
}

/** What to do when a tab is empty, or its list ends before this page. */
function nothing(requete: Requete, onglet: ListTab, total: number): Html {
  if (total > 0)
    return emptyState(
      'bien',
      'Aucun dossier sur cette page',
      html`<p>La liste s’arrête avant.</p>${linkButton('Revenir au début de la liste', addressOf(requete, { onglet }))}`,
    );
  if (isNarrowed(requete)) {
    const elsewhere = linkButton('Chercher parmi tous les dossiers', addressOf(requete, { onglet: 'tous' }));
    return emptyState(
      'recherche',
      'Aucun dossier ne répond',
      html`<p>Retirez un filtre, ou cherchez ailleurs que dans « ${tabLabels[onglet]} ».</p>${onglet !== 'tous' && elsewhere}`,
    );
  }
  const { titre, texte, vers, aller } = empties[onglet];
  return emptyState('bien', titre, html`<p>${texte}</p>${linkButton(aller, vers)}`);
}

const free = { vers: '/?onglet=libres', aller: 'Voir les dossiers non affectés' };
const late = { vers: '/?onglet=retard', aller: 'Voir ce qui est en retard' };
const all = { vers: '/?onglet=tous', aller: 'Voir tous les dossiers' };
const empties: Record<ListTab, { titre: string; texte: string; vers: string; aller: string }> = {
  miennes: {
    titre: 'Rien ne vous attend',
    texte: 'Prenez en charge des dossiers que personne ne suit encore.',
    ...free,
  },
  libres: { titre: 'Tous les dossiers sont affectés', texte: 'Chaque dossier à suivre a quelqu’un pour lui.', ...late },
  etablissement: {
    titre: 'Aucun établissement n’est attendu',
    texte: 'La suite est du côté de l’ANS ou des éditeurs.',
    ...all,
  },
  ans: { titre: 'Rien n’attend l’ANS', texte: 'Aucune décision, carte ni habilitation n’est attendue d’elle.', ...all },
  editeur: { titre: 'Rien n’attend un éditeur', texte: 'Aucun éditeur n’a de partie 4 ni de carte à fournir.', ...all },
  retard: { titre: 'Aucun retard', texte: 'Tout ce qui est attendu l’est dans son délai habituel.', ...free },
  retours: {
    titre: 'Aucun formulaire à corriger',
    texte: 'Un dossier vient ici quand l’ANS retourne son formulaire 413, et en part une fois celui-ci renvoyé.',
    ...all,
  },
  renouvellements: {
    titre: 'Aucun certificat à renouveler',
    texte: 'Un certificat vient ici 60 jours avant sa fin.',
    ...all,
  },
  tous: { titre: 'Aucun dossier', texte: 'La liste se remplit à mesure que des dossiers s’ouvrent.', ...all },
};

/** One thing to do first. */
interface FirstStep {
  title: string;
  text: string;
  icon: IconName;
  link: Html;
}

/** What a console without any dossier says of itself: what it is for, what to do first, and where to try. */
function firstSteps({ identite: { role }, apart }: Pick<Visit, 'identite' | 'apart'>): Html {
  const agit = role === 'agent' || role === 'superviseur';
  const pas = [...(agit ? openings : []), ...(role === 'superviseur' ? [inviting] : [])];
  return html`<section class="premiers-pas" aria-labelledby="premiers-pas"><h2 id="premiers-pas">Bienvenue dans Parcours IGC</h2>
<p class="accueil">Ici se suivent les démarches des établissements qui demandent leurs certificats IGC-Santé pour le Dossier Pharmaceutique :
contrat, cartes, formulaires, habilitation, certificats. À tout moment, chaque dossier dit ce qui vient ensuite, qui doit agir et ce
qui manque. Aucun dossier n’est encore ouvert.</p>
${pas.length > 0 && html`<ol class="pas">${pas.map(cardOf)}</ol>`}
${apart ? null : trial}</section>`;
}

const openings: readonly FirstStep[] = [
  {
    title: 'Ouvrir un premier dossier',
    text: 'Le nom, les numéros et la commune de l’établissement ; trois questions choisissent le parcours.',
    icon: 'plus',
    link: linkButton('Ouvrir un dossier', '/dossiers/nouveau', 'principal'),
  },
  {
    title: 'Créer un groupement',
    text: 'Pour un GHT ou un groupe privé : ses sites s’importent d’un état des lieux, un tableau de la DSI.',
    icon: 'groupement',
    link: linkButton('Créer un groupement', '/groupements/nouveau'),
  },
];

const inviting: FirstStep = {
  title: 'Inviter un collègue',
  text: 'Un lien à usage unique lui ouvre son compte : agent, lecteur ou superviseur.',
  icon: 'personne',
  link: linkButton('Inviter un collègue', '/administration/comptes/inviter'),
};

const trial = html`<div class="essai">${icon('ecole')}<div><h3>Essayer sans rien risquer</h3>
<p>La démonstration ouvre, pour vous seul, une quinzaine de dossiers fictifs à tous les stades. Rien n’en sort, et un bouton l’efface.</p>
<form class="seul" method="post" action="/demonstration">${button('Essayer avec des données de démonstration', 'second')}</form></div></div>`;

function cardOf({ title, text, icon: signe, link }: FirstStep): Html {
  return html`<li class="carte-pas">${icon(signe)}<h3>${title}</h3><p>${text}</p>${link}</li>`;
}
