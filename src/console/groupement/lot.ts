import { auteurOf } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { type AnyRefusal, toProblem } from '../../web/problem.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, pill } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
import { dayInput } from '../ui/field.ts';
import { table } from '../ui/table.ts';
import { plural, toIsoDay } from '../ui/words.ts';
import { type Content, groupementPage, type MatrixSite, placeOf } from './frame.ts';
import { libelleOf } from './sites/acts.ts';
import { keptSites } from './sites/filters.ts';
import { matrixOf } from './sites/sites.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

/** How many acts are written together: they share one transaction. */
const TOGETHER = 20;

/** One act for several sites: what each says, then what became of each. */
export function bulkScreens(): Screen[] {
  return [
    post('groupement.lot', '/groupements/:id/lot', {
      right: 'groupements.faits',
      answer: (visit) => groupementPage(visit, 'sites', (groupement) => bulk(visit, groupement)),
    }),
    get('groupement.lot-vide', '/groupements/:id/lot', {
      right: 'groupements.faits',
      answer: ({ params }) => redirect(`/groupements/${params['id'] ?? ''}`),
    }),
  ];
}

async function bulk(visit: Visiting, groupement: CaseRead): Promise<Content | Shown> {
  const { body, services } = visit;
  const type = body.get('acte') ?? '';
  const libelle = libelleOf(type);
  if (libelle === null) return { refusal: { code: 'introuvable', objet: 'fait', id: type } };
  const found = await matrixOf(visit, groupement);
  if (!found.ok) return { refusal: found.error };
  const { sites } = found.value;
  const date = toIsoDay(body.get('date') ?? services.today());
  const lot = { base: placeOf(groupement), acte: { type, libelle }, date, fault: null };
  if (body.get('portee') === 'enregistrer') return record(visit, lot, sites);
  const chosen = new Set(body.tous('site'));
  const filter = { filtre: body.get('filtre') ?? 'tous', q: body.get('q') ?? '' };
  const wanted =
    body.get('portee') === 'listes' ? keptSites(found.value, filter) : sites.filter(({ id }) => chosen.has(id));
  if (wanted.length === 0) return redirect(lot.base, 'Cochez d’abord un ou plusieurs sites.', 'attention');
  return previewContent({ ...lot, lines: await foresee(visit, lot, wanted) });
}

type Draft = Omit<BulkAct, 'lines'>;

/** What each site says; only those that refuse are asked why. */
async function foresee(
  { services }: Visiting,
  { acte, date }: Draft,
  sites: readonly MatrixSite[],
): Promise<BulkLine[]> {
  const lignes: BulkLine[] = [];
  for (const { id, denomination, version, faits } of sites) {
    const known = { id, denomination, version };
    if (faits.includes(acte.type)) {
      lignes.push({ ...known, refus: null });
      continue;
    }
    const foreseen = await services.simulate({ genre: 'dossier', id }, { faits: [{ type: acte.type, date }] });
    if (!foreseen.ok) lignes.push({ ...known, refus: toProblem(foreseen.error).detail });
    else lignes.push({ ...known, refus: foreseen.value.refus && whyOf(foreseen.value.refus.refus) });
  }
  return lignes;
}

/** Tells the act to each site, unless it has moved since it was shown. */
async function record(visit: Visiting, lot: Draft, sites: readonly MatrixSite[]): Promise<Content> {
  const { body, services, identite } = visit;
  const versions = body.tous('version');
  const chosen = new Map(body.tous('site').map((id, rank) => [id, Number(versions[rank])]));
  const wanted = sites.filter(({ id }) => chosen.has(id));
  const faute = dayFault(lot.date, services.lastDay());
  if (faute !== null) return previewContent({ ...lot, fault: faute, lines: await foresee(visit, lot, wanted) });
  const lignes: BulkLine[] = [];
  for (let from = 0; from < wanted.length; from += TOGETHER) {
    const some = wanted.slice(from, from + TOGETHER).map(async ({ id, denomination }): Promise<BulkLine> => {
      const version = chosen.get(id) ?? 0;
      const act = { auteur: auteurOf(identite), version };
      const recorded = await services.record({ genre: 'dossier', id }, { type: lot.acte.type, date: lot.date }, act);
      return { id, denomination, version, refus: recorded.ok ? null : whyOf(recorded.error) };
    });
    lignes.push(...(await Promise.all(some)));
  }
  return resultContent({ ...lot, lines: lignes });
}

function dayFault(date: string, today: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    return 'Saisissez un jour du calendrier : JJ/MM/AAAA.';
  return date > today ? 'Un acte est passé : indiquez aujourd’hui au plus tard.' : null;
}

function whyOf(refusal: AnyRefusal): string {
  if (refusal.code === 'version-perimee')
    return 'Quelqu’un d’autre a fait avancer ce site entre-temps : rien n’y a été enregistré.';
  if (refusal.code === 'fait-refuse')
    return refusal.manque.map(({ libelle }) => libelle).join(' ') || toProblem(refusal).detail;
  return refusal.code === 'saisie-invalide'
    ? refusal.erreurs.map(({ message }) => message).join(' ')
    : toProblem(refusal).detail;
}

/** One site of a bulk act: what it says, or said. */
interface BulkLine {
  id: string;
  denomination: string;
  version: number;
  /** Null when it takes the act, or took it. */
  refus: string | null;
}

/** An act for several sites. */
interface BulkAct {
  base: string;
  acte: { type: string; libelle: string };
  /** As it was typed. */
  date: string;
  fault: string | null;
  lines: readonly BulkLine[];
}

/** What each site would say to an act, before it is recorded. */
function previewContent(lot: BulkAct): Content {
  const { base, acte, date, fault, lines } = lot;
  const takers = lines.filter(({ refus }) => refus === null);
  const others = lines.length - takers.length;
  return {
    title: acte.libelle,
    status: fault === null ? 200 : 422,
    hasFaults: fault !== null,
    body: html`${actionForm(
      { action: `${base}/lot`, hidden: { acte: acte.type }, attributes: { class: 'panneau lot-page' } },
      html`<h2>${plural(takers.length, 'site l’accepte', 'sites l’acceptent', 'Aucun site ne l’accepte')}${others > 0 && `, ${plural(others, 'le refuse', 'le refusent')}`}</h2>
${takers.map(({ id, version }) => [hiddenField('site', id), hiddenField('version', version)])}
${takers.length > 0 && dayInput({ id: 'date', label: 'Date de l’acte, pour chacun de ces sites', value: date, faults: fault === null ? [] : [fault], attributes: { autofocus: fault !== null } })}
<div class="boutons">${takers.length > 0 && button(`Enregistrer pour ${plural(takers.length, 'site')}`, 'principal', { name: 'portee', value: 'enregistrer', icon: 'coche' })}
${linkButton(takers.length > 0 ? 'Annuler' : 'Revenir aux sites', base, takers.length > 0 ? 'discret' : 'second')}</div>`,
    )}
${linesTable('Ce que dit chaque site', lines, { oui: 'L’accepte', non: 'Le refuse' })}`,
  };
}

/** What became of an act, site by site. */
function resultContent({ base, acte, lines }: BulkAct): Content {
  const done = lines.filter(({ refus }) => refus === null).length;
  const others = lines.length - done;
  const told = `« ${acte.libelle} » est enregistré sur ${plural(done, 'site')}${others > 0 ? `, refusé sur ${plural(others, 'site')}` : ''}.`;
  return {
    title: acte.libelle,
    body: html`${callout(others > 0 ? 'attention' : 'bien', told)}
${linesTable('Résultat par site', lines, { oui: 'Enregistré', non: 'Refusé' })}
<p class="boutons">${linkButton('Revenir aux sites', base, 'principal', 'retour')}</p>`,
  };
}

function linesTable(legende: string, lignes: readonly BulkLine[], mots: { oui: string; non: string }): Html {
  const sorted = lignes.toSorted((a, b) => Number(a.refus === null) - Number(b.refus === null));
  return html`<section class="panneau lignes"><h2>${legende}</h2>${table<BulkLine>({
    caption: legende,
    isHidden: true,
    lines: sorted,
    columns: [
      {
        title: 'Site',
        kind: 'titre',
        cell: ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`,
      },
      {
        title: 'Résultat',
        cell: ({ refus }) => (refus === null ? pill('bien', mots.oui, 'coche') : pill('faute', mots.non, 'croix')),
      },
      { title: 'Pourquoi', cell: ({ refus }) => refus },
    ],
  })}</section>`;
}
