import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { panel } from '../ui/blocks.ts';
import { table } from '../ui/table.ts';
import { absentUntil, frenchNumber } from '../ui/words.ts';

/** What somebody has to follow. */
interface Load {
  nom: string;
  /** As the worklist is asked for it. */
  affecte: string;
  dossiers: number;
  enRetard: number;
}

/** Who follows how many dossiers, and how many are late, which it leads to; agents who have none are there too. */
export async function chargePanel({ travail, identites, affectations, today }: Services): Promise<Html> {
  const [charges, comptes] = await Promise.all([travail.charges(), identites.comptes()]);
  const absents = affectations.absents(today());
  const loadOf = (compteId: string | null) => charges.find((one) => one.compteId === compteId);
  const held = comptes.filter(({ id, actif, role }) => loadOf(id) || (actif && role === 'agent'));
  const lines = held.map(({ id, nom, actif }) => toLoad(actif ? nom : `${nom} (compte fermé)`, id, loadOf(id)));
  lines.sort((a, b) => b.dossiers - a.dossiers || a.nom.localeCompare(b.nom, 'fr'));
  const all = [...lines, toLoad('Personne', 'personne', loadOf(null))];
  return panel(
    'Qui suit quoi',
    html`<p class="explique">Dossiers qui attendent quelque chose aujourd’hui, tous parcours confondus, selon qui les suit. <a href="/administration/affectation">Règles d’affectation et absences</a></p>
${table<Load>({
  caption: 'Dossiers à suivre, par personne',
  isHidden: true,
  lines: all,
  columns: [
    { title: 'Personne', kind: 'titre', cell: (load) => holderOf(load, absents) },
    { title: 'Dossiers à suivre', kind: 'nombre', cell: ({ dossiers }) => frenchNumber(dossiers) },
    { title: 'En retard', kind: 'nombre', cell: lateOf },
  ],
})}`,
    { id: 'charge' },
  );
}

function toLoad(nom: string, affecte: string, charge: Pick<Load, 'dossiers' | 'enRetard'> | undefined): Load {
  return { nom, affecte, dossiers: charge?.dossiers ?? 0, enRetard: charge?.enRetard ?? 0 };
}

function holderOf({ nom, affecte }: Load, absents: ReadonlyMap<string, string>): Html {
  const away = absentUntil(absents.get(affecte));
  return html`${listLink(nom, 'tous', affecte)}${away !== '' && html` <span class="doux">${away}</span>`}`;
}

function lateOf({ affecte, enRetard }: Load): Html | string {
  return enRetard === 0 ? '0' : listLink(frenchNumber(enRetard), 'retard', affecte);
}

function listLink(text: string, onglet: 'tous' | 'retard', affecte: string): Html {
  return html`<a href="/?${new URLSearchParams({ onglet, affecte }).toString()}">${text}</a>`;
}
