import { tellStatut } from '../../../machines/procedure.ts';
import { pathOfGenre } from '../../engine/opening.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import type { CaseRead, StoredRow } from '../dossier/read/case.ts';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { alert, callout, emptyState, panel } from '../ui/blocks.ts';
import { confirmForm, linkButton } from '../ui/button.ts';
import { searchBar } from '../ui/field.ts';
import { table } from '../ui/table.ts';
import { type Content, groupementPage, placeOf } from './frame.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

/** A dossier that may enter or leave. */
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
    get('groupement.mouvements', base, {
      right: 'groupements.rattacher',
      answer: (visit) => groupementPage(visit, 'sites', (groupement) => chooseContent(visit, groupement)),
    }),
    ...(['entree', 'sortie'] as const).flatMap((vers) => {
      const right = vers === 'entree' ? 'groupements.rattacher' : 'groupements.detacher';
      const path = `${base}/${vers}/:dossier` as const;
      return [
        get(`groupement.${vers}`, path, {
          right,
          answer: (visit) => groupementPage(visit, 'sites', (groupement) => ask(visit, groupement, vers)),
        }),
        post(`groupement.${vers}.faire`, path, {
          right,
          answer: (visit) => groupementPage(visit, 'sites', (groupement) => move(visit, groupement, vers)),
        }),
      ];
    }),
  ];
}

/** Which dossier to bring in, found by its name or number, and which site to let go. */
async function chooseContent({ services, query, identite }: Visiting, groupement: CaseRead): Promise<Content> {
  const q = (query['q'] ?? '').trim().slice(0, 200);
  const procedure = pathOfGenre[groupement.fiche['genre'] as keyof typeof pathOfGenre];
  const demande = { moi: identite.id, onglet: 'tous', tri: 'limite', descendant: false, page: 1, parPage: 20 } as const;
  const found = q === '' ? [] : (await services.travail.lire({ ...demande, filtres: { q, procedure } })).lignes;
  const free = found.filter(({ groupementId }) => groupementId === null);
  const { lignes: sites } = await services.list({ genre: 'dossier', parentId: groupement.cible.id, limite: 200 });
  const base = `${placeOf(groupement)}/mouvements`;
  return {
    title: 'Entrées et sorties',
    body: html`${panel('Faire entrer un dossier', html`${search(base, q)}${q !== '' && entering(base, free)}`)}
${panel(
  'Faire sortir un site',
  sites.length === 0
    ? html`<p class="doux">Ce groupement n’a pas de site.</p>`
    : dossiers('Les sites du groupement', sites, (site) => way(base, 'sortie', site)),
)}
<p class="boutons">${linkButton('Revenir aux sites', placeOf(groupement), 'second', 'retour')}</p>`,
  };
}

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

function entering(base: string, free: readonly Site[]): Html {
  if (free.length > 0) return dossiers('Les dossiers trouvés', free, (site) => way(base, 'entree', site));
  const why = 'Un dossier entre s’il suit le parcours de ce groupement et n’est pas déjà le site d’un autre.';
  return emptyState('recherche', 'Aucun dossier sans groupement ne répond', why);
}

function dossiers(legende: string, some: readonly Site[], action: (site: Site) => Html): Html {
  return table<Site>({
    caption: legende,
    isHidden: true,
    lines: some,
    columns: [
      {
        title: 'Dossier',
        kind: 'titre',
        cell: ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`,
      },
      { title: 'FINESS', cell: ({ finess, siret }) => finess ?? siret },
      { title: 'Statut', cell: ({ statut }) => tellStatut(statut) },
      { title: 'Mouvement', kind: 'action', cell: action },
    ],
  });
}

function way(base: string, vers: Way, { id, denomination }: Site): Html {
  const words = vers === 'entree' ? 'Faire entrer' : 'Faire sortir';
  return html`<a class="bouton second petit" href="${base}/${vers}/${id}">${words}<span class="sr"> ${denomination}</span></a>`;
}

/** Asks before it is done. */
async function ask(
  visit: Visiting,
  groupement: CaseRead,
  vers: Way,
  refus: string | null = null,
): Promise<Content | Shown> {
  const id = visit.params['dossier'] ?? '';
  const found = await visit.services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const { denomination } = found.value;
  const retour = `${placeOf(groupement)}/mouvements`;
  const { titre, suites, bouton } = ways[vers];
  return {
    title: titre(denomination),
    status: refus === null ? 200 : 409,
    hasFaults: refus !== null,
    body: html`${refus && alert(callout('faute', refus, 'Ce n’est pas possible'))}
${panel('Ce qui suivra', confirmForm({ consequences: html`<p>${suites}</p>`, action: `${retour}/${vers}/${id}`, label: bouton, back: retour }))}`,
  };
}

async function move(visit: Visiting, groupement: CaseRead, vers: Way): Promise<Content | Shown> {
  const { services, identite } = visit;
  const [groupementId, dossierId] = [groupement.cible.id, visit.params['dossier'] ?? ''];
  const act = { auteur: auteurOf(identite), version: null };
  const moved =
    vers === 'entree'
      ? await services.attachSite(groupementId, { dossierId }, act)
      : await services.detachSite({ groupementId, dossierId }, act);
  if (moved.ok) return redirect(placeOf(groupement), ways[vers].fait(moved.value.row.denomination));
  const { error } = moved;
  const why =
    error.code === 'saisie-invalide' ? error.erreurs.map(({ message }) => message).join(' ') : toProblem(error).detail;
  return ask(visit, groupement, vers, why);
}
