import { durees } from '../../desk/reglages/catalogue.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { panel } from '../ui/blocks.ts';
import { column, type TableColumn, table, titleColumn } from '../ui/table.ts';
import { plural } from '../ui/words.ts';

type Kind = keyof typeof durees;
const kinds = Object.keys(durees) as Kind[];
const NONE = { dossiers: null, notes: null, comptes: null };

/** How long what names persons is kept, and what would be erased today. */
export async function keepingPanel<Reglage extends { cle: string }>(
  services: Services,
  { lines, columns }: { lines: readonly Reglage[]; columns: readonly TableColumn<Reglage>[] },
): Promise<Html> {
  const due = await services.personnes.echus(services.reglages.conservation(services.today()));
  return panel(
    'Données personnelles',
    html`<p class="note">Rien n’est effacé avant que vous donniez une durée : ce qui l’est ne revient pas. L’effacement a lieu chaque jour ; le journal de
l’administration dit combien. Ce que chacun peut en lire est à la page <a href="/confidentialite">Données personnelles</a>.</p>
${table('Durées de conservation, et qui répond des données', lines, [...columns, column('Tomberait aujourd’hui', ({ cle }) => dueWords(kindOf(cle), due))])}`,
    { id: 'conservation' },
  );
}

const TRIED = [6, 12, 24, 36, 60];

/** What would be erased today of one kind, were it kept so long. */
export async function forecastPanel({ personnes }: Services, cle: string): Promise<Html | null> {
  const kind = kindOf(cle);
  if (kind === null) return null;
  const counted = await Promise.all(
    TRIED.map(async (mois) => ({ mois, due: await personnes.echus({ ...NONE, [kind]: mois }) })),
  );
  return panel(
    'Ce qui tomberait aujourd’hui',
    table('Ce qui tomberait aujourd’hui, selon la durée', counted, [
      titleColumn('Si la durée était de', ({ mois }) => `${mois} mois`),
      column('Seraient effacés', ({ due }) => dueWords(kind, due)),
    ]),
  );
}

function kindOf(cle: string): Kind | null {
  return kinds.find((kind) => durees[kind] === cle) ?? null;
}

function dueWords(kind: Kind | null, due: Readonly<Record<Kind, number>>): string | null {
  if (kind === null) return null;
  return plural(due[kind], { dossiers: 'dossier', notes: 'texte', comptes: 'compte' }[kind]);
}
