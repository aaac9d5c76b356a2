import { tellStatut } from '../../../machines/procedure.ts';
import type { Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { type CaseRead, readCase } from '../dossier/read/case.ts';
import { GROUPEMENTS, type Page, type Shown, type Visit } from '../shell/screen.ts';
import { callout, pill, tabBar } from '../ui/blocks.ts';

/** Whoever is at a screen of a groupement. */
export type GroupementVisitor = Pick<Visit<unknown>, 'services' | 'identite' | 'params' | 'request' | 'apart' | 'gone'>;

const tabLabels = {
  sites: 'Sites',
  plan: 'Plan',
  'etat-des-lieux': 'État des lieux',
  diagramme: 'Diagramme',
  journal: 'Journal',
} as const;
type GroupementTab = keyof typeof tabLabels;

export const genreNames: Readonly<Record<string, string>> = { ght: 'GHT', 'groupe-prive': 'Groupe privé' };

/** What a tab shows under the header of its groupement. */
export interface Content extends Pick<Page, 'actions' | 'status' | 'hasFaults'> {
  body: Html;
  title?: string;
}

/** A tab of the groupement `/groupements/:id` under its header. */
export async function groupementPage(
  visit: GroupementVisitor,
  onglet: GroupementTab,
  show: (groupement: CaseRead) => Promise<Content | Shown> | Content | Shown,
): Promise<Shown> {
  const read = await readCase(visit.services, { genre: 'groupement', id: visit.params['id'] ?? '' });
  if (!read.ok) return { refusal: read.error };
  const groupement = read.value;
  const shown = await show(groupement);
  if (!('body' in shown)) return shown;
  const nom = groupement.row.denomination;
  const titre = shown.title ?? (onglet === 'sites' ? null : tabLabels[onglet]);
  return {
    ...shown,
    isWide: true,
    title: titre === null ? nom : `${nom} · ${titre}`,
    section: 'groupements',
    trail: [GROUPEMENTS],
    subtitle: head(groupement),
    body: html`${tabs(groupement, onglet)}
${groupement.suite === null && quarantine(groupement)}
${shown.body}`,
  };
}

/** Where a groupement is in the console. */
export function placeOf({ cible }: Pick<CaseRead, 'cible'>): string {
  return `/groupements/${cible.id}`;
}

/** Whether somebody may record facts on a groupement and its sites. */
export function mayAct({ identite, apart }: { identite: Identity; apart: boolean }): boolean {
  return apart || droitDe('groupements.faits', identite) === 'tous';
}

function head({ row, fiche, suite }: CaseRead): Html {
  return html`<ul class="identite"><li>${
    suite === null
      ? pill('faute', 'En quarantaine', 'verrou')
      : pill(row.statut === 'enService' ? 'bien' : 'accent', tellStatut(row.statut))
  }</li>
<li>${genreNames[`${fiche.genre}`] ?? 'Groupement'}</li>
${contact(fiche.dsi)}</ul>`;
}

/** A contact is a text, or a name with how to reach it. */
function contact(dsi: CaseRead['fiche']['dsi']): Html | null {
  if (typeof dsi === 'string') return html`<li><span class="doux">DSI</span> ${dsi}</li>`;
  if (!dsi) return null;
  const { nom, courriel, telephone } = dsi;
  return html`<li><span class="doux">DSI</span> ${nom}${courriel && html`, <a href="mailto:${courriel}">${courriel}</a>`}${telephone && html`, ${telephone}`}</li>`;
}

function tabs({ cible }: CaseRead, onglet: GroupementTab): Html {
  const place = placeOf({ cible });
  return tabBar(
    'Le groupement',
    Object.entries(tabLabels).map(([id, libelle]) => ({
      label: libelle,
      isCurrent: id === onglet,
      href: id === 'sites' ? place : `${place}/${id}`,
    })),
  );
}

function quarantine({ row }: CaseRead): Html {
  const texte = `Ce qui est gardé de ce groupement, ou de l’un de ses sites, n’est plus ce qui a été écrit : il se lit, mais plus rien ne s’y enregistre. Prévenez l’exploitant en lui donnant cet identifiant : ${row.id}.`;
  return callout('faute', texte, 'Groupement en quarantaine');
}

/** The value of a « oui ». */
type Given<T> = Extract<Awaited<T>, { ok: true }> extends { value: infer V } ? V : never;

type MatrixRead = Given<ReturnType<Services['matrice']>>;
/** A site against what it must have. */
export type MatrixSite = MatrixRead['sites'][number] & {
  /** Its steps that last longer than they usually do. */
  retards: ReadonlySet<string>;
};
/** The sites of a groupement against what each must have. */
export interface Matrix extends Omit<MatrixRead, 'sites'> {
  sites: MatrixSite[];
}
/** What a DSI's table does, line by line. */
export type SurveyOutcome = Given<ReturnType<Services['foreseeSurvey']>>;
/** One of its lines. */
export type OutcomeLine = SurveyOutcome['lignes'][number];
/** A table, and what to make of it. */
export type SurveyInput = Parameters<Services['foreseeSurvey']>[1];
