import { findProcedure } from '../../../../machines/index.ts';
import { tellSource } from '../../../../machines/source.ts';
import { compteOf } from '../../../delays.ts';
import { type Html, html } from '../../../web/html.ts';
import { placeOf } from '../../../working-days.ts';
import type { Shown } from '../../shell/shown.ts';
import { callout, disclosure, panel, properties } from '../../ui/blocks.ts';
import { linkButton } from '../../ui/button.ts';
import { longDay, plural, timeUntil } from '../../ui/words.ts';
import { askFact, factPath, formTelling } from '../faits/form.ts';
import { type Content, type Moment, mayAct, nameOf } from '../frame.ts';
import { lastSeen } from '../news.ts';
import { designesOf, hasSeveral } from '../read/administrateurs.ts';
import { type Board, boardOf } from '../read/board.ts';
import {
  type CaseRead,
  type Cible,
  certificateName,
  cibleOf,
  pathOf,
  readCase,
  type Suite,
  toCertificate,
  type Visitor,
} from '../read/case.ts';
import { dossierRelances } from '../relances.ts';
import { otherFacts } from './fact.ts';
import { firstStep, otherStep, stepId } from './step.ts';

const ANYWHERE = { parcours: null, departement: null };
/** Every path knows the same facts. */
const PARCOURS = 'prive-mono-site';

/** The steps of a case: the next one first, then what else may be done, then the rest by region. */
export async function stepsContent(visit: Visitor, affaire: CaseRead, { vu, next }: Moment): Promise<Content> {
  const { procedure, suite } = affaire;
  if (!procedure || !suite) return { body: html`<p>Consultez le journal : il dit tout ce qui a été enregistré.</p>` };
  const certificats = await certificateNames(visit, suite);
  const places = await placesOf(visit, affaire, vu, { certificats, next });
  const board = boardOf(procedure, suite);
  const mail = `${pathOf(affaire.cible)}/courriel`;
  const relances =
    affaire.cible.genre === 'dossier' &&
    (await dossierRelances(visit.services, affaire.cible.id, mayAct(visit, affaire)));
  return {
    ...(affaire.cible.genre === 'dossier' && { actions: linkButton('Écrire un courriel', mail, 'second', 'envoyer') }),
    body: html`${relances}<div class="deux" id="etapes" data-partie>
<div class="pile">${board.prochaine ? firstStep(places, board.prochaine.etape, board.prochaine.acte) : nothingLeft(affaire)}
${regions(places, board)}
${otherFacts(places, affaire, board)}</div>
<div class="pile">${affaire.cible.genre === 'certificat' && aboutCertificate(affaire)}
${left(suite, affaire, places)}
${certificatesPart(suite, affaire, places)}
${alsoNow(board)}
${lapses(suite, places.today)}</div>
</div>`,
  };
}

/** What is next for a dossier, to be seen beside the list. */
export async function glance(visit: Visitor, id: string): Promise<Shown> {
  const read = await readCase(visit.services, { genre: 'dossier', id });
  if (!read.ok) return { refusal: read.error };
  const affaire = read.value;
  const { procedure, suite } = affaire;
  const places = await placesOf(visit, affaire, await lastSeen(visit.services, affaire.cible));
  const { prochaine = null } = procedure && suite ? boardOf(procedure, suite) : {};
  return {
    fragment: html`<p class="tete"><a href="/dossiers/${id}">${nameOf(affaire)}</a></p>
${prochaine ? firstStep(places, prochaine.etape, prochaine.acte) : nothingLeft(affaire)}`,
  };
}

/** What the certificates that are set out are called, by id. */
async function certificateNames({ services }: Visitor, { etapes, autresFaits }: Suite): Promise<Map<string, string>> {
  const receivers = autresFaits.map(({ vers }) => cibleOf(vers));
  const told = receivers.flatMap((cible) => (cible?.genre === 'certificat' ? cible.id : []));
  const ids = new Set([...etapes.flatMap(({ certificat }) => certificat ?? []), ...told]);
  const rows = await Promise.all([...ids].map((id) => services.find({ genre: 'certificat', id })));
  return new Map(rows.flatMap((row) => (row.ok ? [[row.value.id, certificateName(row.value.fiche)] as const] : [])));
}

/** What the acts of a page need to be drawn. */
export type ActContext = Awaited<ReturnType<typeof placesOf>>;

/** What certificates are called, by id, and the dossier that comes next in the list that one came from. */
interface Beside {
  certificats?: ReadonlyMap<string, string>;
  next?: string | null;
}

/** What acts need to be drawn on a page of `affaire`, as of the line `vu` of the journal. */
export async function placesOf(
  visit: Visitor,
  affaire: CaseRead,
  vu: number,
  { certificats = new Map(), next = null }: Beside = {},
) {
  const { cible, procedure, suite } = affaire;
  const jour = visit.services.today();
  const dossier = await dossierOf(visit, affaire);
  const forAll = toldToAll(affaire);
  const designes = hasSeveral(affaire) ? designesOf(affaire) : [];
  const procedureOf = ({ genre }: Cible) =>
    genre === cible.genre ? procedure : findProcedure(genre === 'dossier' ? PARCOURS : genre);
  return {
    cible,
    seen: vu,
    mayAct: mayAct(visit, affaire),
    today: jour,
    back: pathOf(cible),
    /** How its days are counted by the delays in force. */
    compte: compteOf(visit.services.reglages.delais(jour), dossier?.lieu ?? ANYWHERE),
    /** How many acts are left at least; null when nothing leads to the end. */
    minimum: suite?.restant.minimum ?? null,
    certificats,
    dossier,
    /** The administrateurs techniques, the one in charge first, where there are several; none otherwise. */
    designes,
    next,
    /** What runs a case of the family. */
    procedureOf,
    /** A fact of a case with its form, filled with what is known; null where the case takes no such fact. */
    ask: (to: Cible, type: string) => {
      const fact = procedureOf(to)?.facts[type];
      return fact ? askFact(affaire, { cible: to, type, fact }, { designes, today: jour }) : null;
    },
    /** The address of the form of a fact of a case; of one administrateur technique among several, by his id. */
    formOf: (to: Cible, type: string, administrateur?: string) => {
      const receiver = to.id === cible.id ? (forAll.get(type) ?? to) : to;
      const telling = formTelling(receiver, type);
      if (telling) return telling.href;
      const query = [
        ...(administrateur === undefined ? [] : [`administrateur=${administrateur}`]),
        ...(receiver.id === cible.id ? [] : [`retour=${pathOf(cible)}`]),
      ];
      return `${factPath(receiver, type)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
    },
  };
}

/** The dossier that a case is of, with its shortest way: what stops a certificate may be settled there. */
async function dossierOf({ services }: Visitor, { cible, row, suite, fiche }: CaseRead) {
  if (cible.genre === 'dossier') return seenBy({ cible, row, suite, fiche });
  if (cible.genre !== 'certificat' || row.parentId === null) return null;
  const parent = await readCase(services, { genre: 'dossier', id: row.parentId });
  return parent.ok ? seenBy(parent.value) : null;
}

function seenBy({ cible, row, suite, fiche }: Pick<CaseRead, 'cible' | 'row' | 'suite' | 'fiche'>) {
  const lieu = { parcours: row.procedure, departement: placeOf(fiche) };
  return { cible, chemin: suite?.restant.etapes ?? [], lieu };
}

/** The acts that a groupement is told once for all its sites, by type. */
function toldToAll({ suite }: CaseRead): Map<string, Cible> {
  const faits = suite?.etapes.flatMap(({ faits: own }) => own) ?? [];
  return new Map(
    faits.flatMap(({ type, vers }) => {
      const receiver = cibleOf(vers);
      return receiver?.genre === 'groupement' ? [[type, receiver] as const] : [];
    }),
  );
}

function regions(places: ActContext, { regions: all, prochaine }: Board): Html | null {
  if (all.length === 0) return null;
  return panel(
    prochaine ? 'Les autres étapes' : 'Les étapes',
    html`${all.map(
      ({ titre, etapes, certificat }) => html`<div class="region"><h3 class="titre-region">${
        certificat ? html`<a href="/certificats/${certificat}">${titre}</a>` : titre
      }</h3>
<ul class="etapes">${etapes.map((etape) => otherStep(places, etape))}</ul></div>`,
    )}`,
    { id: 'autres-etapes' },
  );
}

function aboutCertificate(affaire: CaseRead): Html {
  const { usage, beneficiaire, qualite, etat, depuis, fin, remplace } = toCertificate(affaire);
  return panel(
    'Le certificat',
    properties([
      ['Bénéficiaire', `${beneficiaire}, ${qualite.toLowerCase()}`],
      ['Usage', usage],
      ['État', `${etat}, depuis le ${longDay(depuis)}`],
      ['Valable jusqu’au', fin && longDay(fin)],
      ['Remplace', remplace && html`<a href="/certificats/${remplace}">le certificat précédent</a>`],
    ]),
  );
}

function left({ restant }: Suite, { cible, procedure }: CaseRead, { dossier }: ActContext): Html {
  const { minimum, jours, etapes } = restant;
  const list = cible.genre === 'dossier' && procedure;
  const corps =
    minimum === null
      ? noWay(cible, dossier)
      : html`<p class="grand">${minimum === 0 ? 'Plus rien' : minimum} ${minimum > 0 && html`<span class="doux">au moins</span>`}</p>
${jours > 0 && html`<p class="doux">Environ ${plural(jours, 'jour')} aux délais usuels, qui n’engagent personne.</p>`}
${etapes.length > 0 && disclosure('Le plus court chemin', html`<ol class="chemin">${etapes.map(({ libelle, source, nombre }) => html`<li>${libelle}${nombre > 1 && ` (${nombre} fois)`} <span class="doux">${tellSource(source)}</span></li>`)}</ol>`, { id: 'chemin' })}`;
  return panel(
    'Reste à faire',
    html`${corps}
${list && html`<p class="boutons">${linkButton('Liste à cocher', `${pathOf(cible)}/liste.html`, 'second', 'document')}</p>`}`,
  );
}

/** The certificates of a dossier summed up, where there are more than are set out. */
function certificatesPart({ certificats, etapes }: Suite, { cible }: CaseRead, { today }: ActContext): Html | null {
  const shown = new Set(etapes.map(({ certificat }) => certificat));
  const others = (certificats?.urgents ?? []).filter(({ id }) => !shown.has(id));
  if (!certificats || certificats.nombre < 2) return null;
  return panel(
    'Certificats',
    html`<ul>${certificats.etats.map(({ libelle, nombre }) => html`<li>${libelle} : ${nombre}</li>`)}</ul>
${
  others.length > 0 &&
  html`<h3>Les plus pressés ensuite</h3><ul class="aussi">${others.map(
    ({ id, libelle, limite }) =>
      html`<li><a href="/certificats/${id}">${libelle}</a> <span class="doux">${limite === null ? 'délai suspendu' : timeUntil(limite, today)}</span></li>`,
  )}</ul>`
}
<p class="boutons">${linkButton(`Voir les ${certificats.nombre} certificats`, `${pathOf(cible)}/certificats`, 'second')}</p>`,
  );
}

/** A certificate whose administrateur technique cannot act waits for what its dossier lacks. */
function noWay({ genre }: Cible, dossier: ActContext['dossier']): Html {
  if (genre !== 'certificat' || dossier === null) return html`<p>Rien ne mène plus à la fin depuis cet état.</p>`;
  return html`<p>En suspens : ce qui manque se règle sur <a href="${pathOf(dossier.cible)}">le dossier</a>.</p>`;
}

function alsoNow({ aussi }: Board): Html | null {
  if (aussi.length === 0) return null;
  return panel(
    'Possible dès maintenant',
    html`<p class="doux petit">Sans attendre la prochaine étape :</p>
<ul class="aussi">${aussi.map(
      ({ etape }) =>
        html`<li><a href="#${stepId(etape)}">${etape.libelle}</a> <span class="doux">${etape.acteurLibelle}</span></li>`,
    )}</ul>`,
  );
}

function lapses({ peremptions }: Suite, jour: string): Html | null {
  if (peremptions.length === 0) return null;
  return callout(
    'attention',
    html`<ul class="peremptions">${peremptions.map(
      ({ libelle, le, actesEnPlus }) =>
        html`<li>${libelle} : ${longDay(le)} (${timeUntil(le, jour)}), soit ${actesEnPlus} à faire de plus</li>`,
    )}</ul>`,
    'Prendra fin avant la fin du parcours',
  );
}

function nothingLeft({ row, cible }: CaseRead): Html {
  const isDone = row.statut === 'enService' || row.statut === 'clos';
  return html`<section class="panneau premiere" id="prochaine"><p class="surtitre">Prochaine étape</p>
<h2 id="titre-prochaine" tabindex="-1">${isDone ? 'Tout ce qui est demandé est fait' : 'Rien n’est attendu pour l’instant'}</h2>
${cible.genre === 'dossier' && html`<p class="doux">Les échéances des cartes et des certificats continuent d’être suivies.</p>`}</section>`;
}
