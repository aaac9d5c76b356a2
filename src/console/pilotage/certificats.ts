import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { addDays } from '../../days.ts';
import { EVER } from '../../desk/inventory.ts';
import type { Revocations } from '../../revocations/in-force.ts';
import type { Services } from '../../services.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { emptyState, panel, pill } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { filterLine, lineInput, selectInput } from '../ui/field.ts';
import { column, countColumn, table, titleColumn, turnPages, twoLines } from '../ui/table.ts';
import { frenchNumber, longDay, plural, shortDay, timeUntil, withQuery } from '../ui/words.ts';
import { revocationScreens } from './revocations.ts';

/** How far ahead one looks, in months of 30.4 days; « tout » for all that hold. */
const horizons = { 2: '2 mois', 6: '6 mois', 12: '12 mois', 36: '36 mois', tout: 'Tous' } as const;

const Requete = z.object({
  structure: z.string().trim().max(100).optional().catch(undefined),
  editeur: z.string().max(100).optional().catch(undefined),
  emetteur: z.string().trim().max(200).optional().catch(undefined),
  groupement: z.uuid().optional().catch(undefined),
  horizon: z.enum(['2', '6', '12', '36', 'tout']).default('6').catch('6'),
  tri: z.enum(['fin', 'structure']).default('fin').catch('fin'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
type Requete = z.output<typeof Requete>;

const PATH = '/pilotage/certificats';
const TITLE = 'Certificats par date de fin';
const PER_PAGE = 50;

/** Which certificates end when, of which structure, followed by which éditeur. */
export function inventoryScreens(): Screen[] {
  const right = 'procedures.mesurer';
  return [
    get(PATH, right, inventoryPage, { query: Requete }),
    get(`${PATH}.csv`, right, inventoryCsv, { query: Requete }),
    ...revocationScreens(),
  ];
}

type Filters = Parameters<Services['inventaire']['lire']>[0];
type Ending = Awaited<ReturnType<Services['inventaire']['lire']>>[number];

function filtersOf({ structure, editeur, emetteur, groupement, horizon }: Requete, today: string): Filters {
  const avant = horizon === 'tout' ? EVER : addDays(today, Math.round(Number(horizon) * 30.44));
  return {
    avant,
    structure: structure || undefined,
    editeurId: editeur || undefined,
    emetteur: emetteur || undefined,
    groupement,
  };
}

async function inventoryPage({ query, services }: Visit<Requete>): Promise<Page> {
  const today = services.today();
  const filters = filtersOf(query, today);
  const { inventaire, identites } = services;
  const total = await inventaire.compter(filters);
  const last = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(query.page, last);
  const part = { tri: query.tri, limite: PER_PAGE, decalage: (page - 1) * PER_PAGE };
  const [lines, counts, issued, editeurs] = await Promise.all([
    inventaire.lire(filters, part),
    inventaire.parEditeur(filters),
    inventaire.parEmetteur(filters),
    identites.editeurs(),
  ]);
  const { page: _page, ...asked } = query;
  const revocations = services.revocations?.enVigueur() ?? null;
  const list = html`${table(TITLE, lines, columnsOf(asked, { today, revocations }))}
${turnPages({ page, last }, (one) => withQuery(PATH, { ...asked, page: one }), `, ${plural(total, 'certificat')}`)}`;
  return {
    title: TITLE,
    section: 'pilotage',
    trail: [{ label: 'Pilotage', href: '/pilotage' }],
    isWide: true,
    subtitle: html`<span>Certificats retirés et en cours de validité, selon leur dernier jour. ${listWords(revocations)}</span>`,
    actions: html`${linkButton('Révocations', `${PATH}/revocations`)}${linkButton('Exporter (CSV)', withQuery(`${PATH}.csv`, asked), 'second', 'telecharger')}`,
    body: html`${filterBar(query, editeurs)}
${total === 0 ? html`<div class="panneau">${emptyState('certificat', 'Aucun certificat ne finit dans ces limites')}</div>` : html`<div class="pile">${byEditeur(counts, asked, today)}${byEmetteur(issued, asked, today)}${panel(plural(total, 'certificat'), list)}</div>`}`,
  };
}

function listWords(revocations: EnVigueur): string {
  if (!revocations) return 'Aucune liste de révocation n’est en vigueur ici.';
  const { du, prochaine, isPerimee } = revocations;
  const held = `Liste de révocation du ${longDay(du)}`;
  return isPerimee ? `${held}, périmée depuis le ${longDay(prochaine)}.` : `${held}.`;
}

function filterBar(query: Requete, editeurs: readonly { id: string; nom: string }[]): Html {
  const { structure, editeur, emetteur, horizon, tri, groupement } = query;
  const ahead = Object.entries(horizons).sort(([a], [b]) => (Number(a) || 99) - (Number(b) || 99));
  return filterLine(
    PATH,
    html`
${lineInput({ id: 'structure', label: 'Structure', value: structure, attributes: { placeholder: 'Nom, SIRET, FINESS', autocomplete: 'off' } })}
${selectInput({ id: 'editeur', label: 'Éditeur', options: [['', 'Tous'], ...editeurs.map(({ id, nom }) => [id, nom] as const)], chosen: editeur })}
${selectInput({ id: 'horizon', label: 'Finit dans', options: ahead, chosen: horizon })}
${emetteur && html`${lineInput({ id: 'emetteur', label: 'Autorité', value: emetteur, attributes: { autocomplete: 'off' } })}`}
<input type="hidden" name="tri" value="${tri}">${groupement && html`<input type="hidden" name="groupement" value="${groupement}">`}
`,
  );
}

type Counted = Awaited<ReturnType<Services['inventaire']['parEditeur']>>[number];

function byEditeur(counts: readonly Counted[], asked: Omit<Requete, 'page'>, today: string): Html {
  return panel(
    'Par éditeur',
    table('Certificats qui finissent, par éditeur', counts, [
      titleColumn('Éditeur', ({ id, nom }) =>
        id === null ? 'Sans éditeur' : html`<a href="${withQuery(PATH, { ...asked, editeur: id })}">${nom}</a>`,
      ),
      countColumn('Certificats', ({ certificats }) => frenchNumber(certificats)),
      countColumn('Structures', ({ structures }) => frenchNumber(structures)),
      column('Première fin', ({ premier }) => untilWords(premier, today)),
    ]),
  );
}

type Issued = Awaited<ReturnType<Services['inventaire']['parEmetteur']>>[number];

/** Nothing is shown before an authority is known. */
function byEmetteur(issued: readonly Issued[], asked: Omit<Requete, 'page'>, today: string): Html | false {
  if (issued.every(({ emetteur }) => emetteur === null)) return false;
  return panel(
    'Par autorité',
    table('Certificats qui finissent, par autorité', issued, [
      titleColumn('Autorité', ({ emetteur }) =>
        emetteur === null ? 'Non dite' : html`<a href="${withQuery(PATH, { ...asked, emetteur })}">${emetteur}</a>`,
      ),
      countColumn('Certificats', ({ certificats }) => frenchNumber(certificats)),
      column('Première fin', ({ premier }) => untilWords(premier, today)),
    ]),
  );
}

function untilWords(day: string, today: string): Html {
  return html`${shortDay(day)} <span class="doux">${timeUntil(day, today)}</span>`;
}

type EnVigueur = ReturnType<Revocations['enVigueur']>;

function columnsOf(asked: Omit<Requete, 'page'>, { today, revocations }: { today: string; revocations: EnVigueur }) {
  const isRevoked = ({ numeroSerie }: Ending) => revocations?.revoques.has(numeroSerie ?? '') === true;
  const sorted = (tri: Requete['tri']) => ({
    sortHref: withQuery(PATH, { ...asked, tri }),
    order: asked.tri === tri ? ('ascending' as const) : undefined,
  });
  return [
    {
      ...titleColumn<Ending>('Structure', ({ dossierId, denomination, finess, siret, groupementNom }) =>
        twoLines(
          html`<a href="/dossiers/${dossierId}/certificats">${denomination}</a>`,
          [finess ?? siret, groupementNom].filter(Boolean).join(' · '),
        ),
      ),
      ...sorted('structure'),
    },
    column<Ending>('Certificat', ({ id, usage, beneficiaire, numeroSerie, emetteur }) =>
      twoLines(
        html`<a href="/certificats/${id}">${usage}, ${beneficiaire}</a>`,
        [numeroSerie, emetteur].filter(Boolean).join(' · '),
      ),
    ),
    { ...column<Ending>('Finit le', ({ fin }) => untilWords(fin, today)), ...sorted('fin') },
    column<Ending>('Renouvellement', (line) => {
      if (isRevoked(line)) return html`<a href="${PATH}/revocations">${pill('faute', 'Révoqué par l’autorité')}</a>`;
      return line.aRenouveler ? pill('attention', 'À renouveler') : line.renouvellement;
    }),
    column<Ending>('Éditeur', ({ editeurs }) => editeurs),
  ];
}

const csvColumns: readonly Column<Ending>[] = [
  { titre: 'Structure', valeur: ({ denomination }) => denomination },
  { titre: 'SIRET', valeur: ({ siret }) => siret },
  { titre: 'FINESS', valeur: ({ finess }) => finess },
  { titre: 'Groupement', valeur: ({ groupementNom }) => groupementNom },
  { titre: 'Éditeur', valeur: ({ editeurs }) => editeurs },
  { titre: 'Bénéficiaire', valeur: ({ beneficiaire }) => beneficiaire },
  { titre: 'Usage', valeur: ({ usage }) => usage },
  { titre: 'Numéro de série', valeur: ({ numeroSerie }) => numeroSerie },
  { titre: 'Autorité', valeur: ({ emetteur }) => emetteur },
  { titre: 'Fin', valeur: ({ fin }) => fin },
  { titre: 'État', valeur: ({ vie }) => vie },
  { titre: 'Renouvellement', valeur: ({ renouvellement }) => renouvellement },
  { titre: 'Identifiant', valeur: ({ id }) => id },
];

function inventoryCsv({ query, services }: Visit<Requete>): Shown {
  const today = services.today();
  const content = Readable.from(linesOf(services, filtersOf(query, today), query.tri));
  return { content, type: CSV_TYPE, filename: `certificats-${today}.csv` };
}

const BATCH = 500;
const MOST = 50_000;

/** A part at a time: others are answered in between. */
async function* linesOf({ inventaire }: Services, filters: Filters, tri: Requete['tri']) {
  yield csvHead(csvColumns);
  for (let decalage = 0; decalage < MOST; decalage += BATCH) {
    const lines = await inventaire.lire(filters, { tri, limite: BATCH, decalage });
    yield csvLines(csvColumns, lines);
    if (lines.length < BATCH) return;
    await setImmediate();
  }
}
