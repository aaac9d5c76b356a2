import { z } from 'zod';
import type { Services } from '../../services.ts';
import type { Column } from '../../web/csv.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import { csvFile, type Page, type Shown } from '../shell/shown.ts';
import { emptyState } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { dayInput, filterLine, lineInput, selectInput } from '../ui/field.ts';
import { column, olderPages, table, titleColumn, twoLines } from '../ui/table.ts';
import { moment, toIsoDay, withQuery } from '../ui/words.ts';
import { adminPath, placePage } from './frame.ts';

type Log = NonNullable<Services['acces']>;
type AccesCompte = ReturnType<Log['find']>[number];
/** What is asked, in French, by the operation whose right it takes. */
export type Resumes = ReadonlyMap<string, string>;

const PER_PAGE = 100;
const AT_MOST = 50_000;

const text = z.string().default('');
const Filtre = z.object({ qui: text, objet: text, du: text, au: text, refuses: text, avant: text });
type Filtre = z.output<typeof Filtre>;

/** Who read or wrote what, apart from the journal. */
export function accesScreens(resumes: Resumes): Screen[] {
  const right = 'acces.lister';
  return [
    get('/administration/acces', right, (visit) => accesPage(visit, resumes), { query: Filtre }),
    get('/administration/acces.csv', right, (visit) => accesCsv(visit, resumes), { query: Filtre }),
  ];
}

async function accesPage(visit: Visit<Filtre>, resumes: Resumes): Promise<Page> {
  const { services, query } = visit;
  const found = services.acces?.find({ ...askedOf(query), limite: PER_PAGE + 1 }) ?? [];
  const shown = found.slice(0, PER_PAGE);
  const nommer = await namesOf(visit, shown);
  const { avant, ...kept } = query;
  const to = (more: { avant?: number | undefined }, file = '') =>
    withQuery(`${adminPath('acces')}${file}`, { ...kept, ...more });
  return placePage(visit, 'acces', {
    actions: linkButton('Exporter en CSV', to({}, '.csv'), 'second'),
    body: html`<section class="panneau"><p class="doux">Qui a lu ou écrit quoi, heure par heure. Gardé douze mois, à part du journal des dossiers.</p>
${await filterForm(visit)}
${table<AccesCompte>(
  'Les accès, du plus récent au plus ancien',
  shown,
  [
    titleColumn('Quand', ({ premierLe, dernierLe, fois }) =>
      twoLines(moment(dernierLe), fois > 1 && `${fois} fois depuis ${moment(premierLe)}`),
    ),
    column('Qui', ({ qui, reseau }) => twoLines(nommer(qui), reseau)),
    column('Quoi', ({ quoi }) => resumes.get(quoi) ?? quoi),
    column('Sur', ({ objet, quoi }) => objectOf(quoi, objet)),
    column('Réponse', ({ statut }) => (statut < 400 ? 'Oui' : `Refusé (${statut})`)),
  ],
  emptyState('recherche', 'Aucun accès ne convient'),
)}
${olderPages(avant === '' ? null : to({}), found.length > PER_PAGE ? to({ avant: shown.at(-1)?.numero }) : null)}</section>`,
  });
}

const columns = (nommer: (qui: string) => string, resumes: Resumes): Column<AccesCompte>[] => [
  { titre: 'Premier', valeur: ({ premierLe }) => premierLe },
  { titre: 'Dernier', valeur: ({ dernierLe }) => dernierLe },
  { titre: 'Fois', valeur: ({ fois }) => fois },
  { titre: 'Qui', valeur: ({ qui }) => nommer(qui) },
  { titre: 'Identifiant', valeur: ({ qui }) => qui },
  { titre: 'Quoi', valeur: ({ quoi }) => resumes.get(quoi) ?? quoi },
  { titre: 'Sur', valeur: ({ objet }) => objet },
  { titre: 'Statut', valeur: ({ statut }) => statut },
  { titre: 'Réseau', valeur: ({ reseau }) => reseau },
];

async function accesCsv(visit: Visit<Filtre>, resumes: Resumes): Promise<Shown> {
  const { services, query } = visit;
  const found = services.acces?.find({ ...askedOf(query), limite: AT_MOST }) ?? [];
  return csvFile(`acces-${services.today()}.csv`, columns(await namesOf(visit, found), resumes), found);
}

/** What is typed is read as it may be; what cannot be is left out. */
function askedOf({ qui, objet, du, au, refuses, avant }: Filtre) {
  const [from, to] = [du, au].map(toIsoDay);
  const id = /(?:dossiers|groupements|certificats)\/([\w-]+)/.exec(objet)?.[1] ?? objet.trim();
  return {
    qui: qui || undefined,
    objet: id || undefined,
    du: from || undefined,
    au: to || undefined,
    avant: /^\d{1,15}$/.test(avant) ? Number(avant) : undefined,
    refuses: refuses === 'oui',
  };
}

async function filterForm({ services, query: { qui, objet, du, au, refuses } }: Visit<Filtre>): Promise<Html> {
  const [comptes, cles] = [await services.identites.comptes(), await services.identites.keys()];
  const people = [
    ...comptes.map(({ id, nom }) => [`compte:${id}`, nom] as const),
    ...cles.map(({ id, nom }) => [`cle:${id}`, `Clé « ${nom} »`] as const),
    ['anonyme', 'Sans identité'] as const,
  ];
  const answers = [
    ['', 'Toutes'],
    ['oui', 'Les refus seuls'],
  ] as const;
  return filterLine(
    adminPath('acces'),
    html`${selectInput({ id: 'qui', label: 'Qui', options: [['', 'Tous'], ...people], chosen: qui })}
${lineInput({ id: 'objet', label: 'Dossier (numéro ou adresse)', value: objet })}
${dayInput({ id: 'du', label: 'Du', value: du })}${dayInput({ id: 'au', label: 'au', value: au })}
${selectInput({ id: 'refuses', label: 'Réponses', options: answers, chosen: refuses })}`,
  );
}

async function namesOf({ services }: Visit<Filtre>, found: readonly AccesCompte[]): Promise<(qui: string) => string> {
  const nommer = await services.identites.nommer(found.map(({ qui }) => qui).filter((qui) => qui !== 'anonyme'));
  return (qui) => (qui === 'anonyme' ? 'Sans identité' : nommer(qui));
}

function objectOf(quoi: string, objet: string | null): Html | string | null {
  const [genre = ''] = quoi.split('.');
  if (objet === null || !['dossiers', 'groupements', 'certificats'].includes(genre)) return objet;
  return html`<a href="/${genre}/${objet}">${objet.slice(0, 8)}</a>`;
}
