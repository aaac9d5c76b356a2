import { tellStatut } from '../../../machines/procedure.ts';
import { pathOfGenre } from '../../engine/opening.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { refusalWords } from '../dossier/faits/form.ts';
import { type Content, casePage } from '../dossier/frame.ts';
import { type CaseRead, pathOf, type StoredRow } from '../dossier/read/case.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { alert, callout, emptyState, panel } from '../ui/blocks.ts';
import { confirmForm, linkButton } from '../ui/button.ts';
import { searchBar } from '../ui/field.ts';
import { actionColumn, column, table, titleColumn } from '../ui/table.ts';

type Site = Pick<StoredRow, 'id' | 'denomination' | 'siret' | 'finess' | 'statut'>;

/** The two ways: what each is called, and what follows from it. */
const ways = {
  entree: {
    titre: (site: string) => `Faire entrer « ${site} » ?`,
    bouton: 'Faire entrer ce dossier',
    fait: (site: string) => `« ${site} » est entré dans le groupement, avec son historique.`,
    suites:
      'Le dossier devient un site de ce groupement avec tout son historique : ce que la DSI a déjà fait une fois pour tous lui est appris, et il compte dans l’avancement. Les deux journaux le diront ; il pourra en sortir.',
  },
  sortie: {
    titre: (site: string) => `Faire sortir « ${site} » ?`,
    bouton: 'Faire sortir ce site',
    fait: (site: string) => `« ${site} » est sorti du groupement, avec son historique.`,
    suites:
      'Le dossier continue seul, avec tout son historique : ce que la DSI fera désormais pour tous ses sites ne l’atteindra plus, et il ne compte plus dans l’avancement. Les deux journaux le diront ; il pourra y rentrer.',
  },
} as const;
type Way = keyof typeof ways;

/** A27 — sites that enter or leave a groupement with their history. */
export function movingScreens(): Screen[] {
  const base = '/groupements/:id/mouvements';
  return [
    get(base, 'groupements.rattacher', (visit) =>
      casePage(visit, 'groupement', 'sites', (groupement) => chooseContent(visit, groupement)),
    ),
    ...(['entree', 'sortie'] as const).flatMap((vers) => {
      const right = vers === 'entree' ? 'groupements.rattacher' : 'groupements.detacher';
      const path = `${base}/${vers}/:dossier` as const;
      return [
        get(path, right, (visit) =>
          casePage(visit, 'groupement', 'sites', (groupement) => ask(visit, groupement, vers)),
        ),
        post(path, right, (visit) =>
          casePage(visit, 'groupement', 'sites', (groupement) => move(visit, groupement, vers)),
        ),
      ];
    }),
  ];
}

/** Which dossier to bring in, among those without a groupement, and which site to let go. */
async function chooseContent(visit: Visit, groupement: CaseRead): Promise<Content> {
  const q = (visit.query['q'] ?? '').trim().slice(0, 200);
  const found = await candidates(visit, groupement, q);
  const { lignes: sites } = await visit.services.list({
    genre: 'dossier',
    parentId: groupement.cible.id,
    limite: MOST,
  });
  const base = `${pathOf(groupement.cible)}/mouvements`;
  return {
    title: 'Entrées et sorties',
    body: html`${panel('Faire entrer un dossier', html`${search(base, q)}${entering(base, q, found)}`)}
${panel(
  'Faire sortir un site',
  sites.length === 0
    ? html`<p class="doux">Ce groupement n’a pas de site.</p>`
    : dossiers('Les sites du groupement', sites, (site) => way(base, 'sortie', site)),
)}
<p class="boutons">${linkButton('Revenir aux sites', pathOf(groupement.cible), 'second', 'retour')}</p>`,
  };
}

/** §4.2 — the most that a groupement has. */
const MOST = 300;
const SHOWN = 20;

/** Those that may enter, and those that were searched for and may not, each with why. */
async function candidates({ services, identite }: Visit, groupement: CaseRead, q: string) {
  const { genre } = groupement.fiche;
  const procedure = genre && pathOfGenre[genre];
  const demande = { moi: identite.id, onglet: 'tous', tri: 'limite', descendant: false, page: 1 } as const;
  const found = async (filtres: Filtres) =>
    (await services.travail.lire({ ...demande, parPage: SHOWN, filtres: { ...filtres, ...(q !== '' && { q }) } }))
      .lignes;
  const free = await found({ procedure, sansGroupement: true });
  const isOther = (site: { id: string; groupementId: string | null }) =>
    site.groupementId !== groupement.cible.id && free.every(({ id }) => id !== site.id);
  const others = q === '' ? [] : (await found({})).filter(isOther);
  return {
    free,
    others: others.map((site) => ({ site, why: site.groupementId === null ? OTHER_PATH : OTHER_GROUP })),
  };
}

type Filtres = Parameters<Visit['services']['travail']['lire']>[0]['filtres'];

const OTHER_PATH = 'suit un autre parcours que les sites de ce groupement';
const OTHER_GROUP = 'est déjà le site d’un autre groupement : faites-l’en d’abord sortir';

function search(action: string, q: string): Html {
  return searchBar({
    action,
    q,
    region: 'Parmi les dossiers sans groupement',
    id: 'dossier-cherche',
    label: 'Chercher un dossier sans groupement',
    placeholder: 'Nom, FINESS ou SIRET',
  });
}

function entering(base: string, q: string, { free, others }: Awaited<ReturnType<typeof candidates>>): Html | null {
  const refused =
    others.length > 0 &&
    html`<ul class="doux">${others.map(({ site, why }) => html`<li><a href="/dossiers/${site.id}">${site.denomination}</a> ${why}.</li>`)}</ul>`;
  if (free.length > 0)
    return html`${dossiers('Les dossiers qui peuvent entrer', free, (site) => way(base, 'entree', site))}${refused}`;
  if (refused) return refused;
  if (q === '') return html`<p class="doux">Aucun dossier sans groupement ne suit le parcours de celui-ci.</p>`;
  return emptyState(
    'recherche',
    'Aucun dossier sans groupement ne répond',
    'Cherchez par son nom, son FINESS ou son SIRET.',
  );
}

function dossiers(legende: string, some: readonly Site[], action: (site: Site) => Html): Html {
  return table<Site>(legende, some, [
    titleColumn('Dossier', ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`),
    column('FINESS', ({ finess, siret }) => finess ?? siret),
    column('Statut', ({ statut }) => tellStatut(statut)),
    actionColumn('Mouvement', action),
  ]);
}

function way(base: string, vers: Way, { id, denomination }: Site): Html {
  const words = vers === 'entree' ? 'Faire entrer' : 'Faire sortir';
  return html`<a class="bouton second petit" href="${base}/${vers}/${id}">${words}<span class="sr"> ${denomination}</span></a>`;
}

async function ask(visit: Visit, groupement: CaseRead, vers: Way, refus: string | null = null) {
  const id = visit.params['dossier'] ?? '';
  const found = await visit.services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const { denomination } = found.value;
  const retour = `${pathOf(groupement.cible)}/mouvements`;
  const { titre, suites, bouton } = ways[vers];
  return {
    title: titre(denomination),
    status: refus === null ? 200 : 409,
    hasFaults: refus !== null,
    body: html`${refus && alert(callout('faute', refus, 'Ce n’est pas possible'))}
${panel('Ce qui suivra', confirmForm({ consequences: html`<p>${suites}</p>`, action: `${retour}/${vers}/${id}`, label: bouton, back: retour }))}`,
  };
}

async function move(visit: Visit, groupement: CaseRead, vers: Way): Promise<Content | Shown> {
  const { services, identite } = visit;
  const [groupementId, dossierId] = [groupement.cible.id, visit.params['dossier'] ?? ''];
  const act = { auteur: auteurOf(identite), version: null };
  const moved =
    vers === 'entree'
      ? await services.attachSite(groupementId, { dossierId }, act)
      : await services.detachSite({ groupementId, dossierId }, act);
  if (moved.ok) return redirect(pathOf(groupement.cible), ways[vers].fait(moved.value.row.denomination));
  return ask(visit, groupement, vers, refusalWords(moved.error));
}
