import { auteurOf } from '../../../identity/identity.ts';
import type { CaseRead } from '../../dossier/read/case.ts';
import { applyAction } from '../../forms/lists.ts';
import { noteReason } from '../../formulaires/anyway.ts';
import { followUps } from '../../formulaires/sending.ts';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../../shell/screen.ts';
import { type Content, groupementPage, type Matrix, type MatrixSite, placeOf } from '../frame.ts';
import { keptSites } from '../sites/filters.ts';
import { matrixOf } from '../sites/sites.ts';
import { askedSites, meantForSites } from './acts.ts';
import { splitForm } from './fields.ts';
import { actContent, type Scope, type Told } from './page.ts';
import { resultContent } from './result.ts';
import { type BulkAct, rowsOf } from './rows.ts';
import { agreed, faultsOf, type Line, lineOf, type Said, saidIn } from './said.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

/** One act for several sites: what each says, then what became of each. */
export function bulkScreens(): Screen[] {
  const path = '/groupements/:id/lot';
  return [
    post('groupement.lot', path, {
      right: 'groupements.faits',
      answer: (visit) => groupementPage(visit, 'sites', (groupement) => bulk(visit, groupement)),
    }),
    get('groupement.lot-acte', path, {
      right: 'groupements.faits',
      answer: (visit) => groupementPage(visit, 'sites', (groupement) => bulk(visit, groupement)),
    }),
  ];
}

async function bulk(visit: Visiting, groupement: CaseRead): Promise<Content | Shown> {
  const { body, query, services } = visit;
  const base = placeOf(groupement);
  const type = body.get('acte') ?? query['acte'];
  if (type === undefined) return redirect(base);
  const fact = meantForSites(type);
  if (!fact) return { refusal: { code: 'introuvable', objet: 'fait', id: type } };
  const found = await matrixOf(visit, groupement);
  if (!found.ok) return { refusal: found.error };
  const act = { type, fact, split: splitForm(fact) };
  const said = saidIn(body, act);
  const scope = scopeOf(body);
  if (said === null) {
    const asked = await askedSites(services, sitesIn(found.value, scope));
    const { rows, left } = await rowsOf(visit, asked, act);
    if (rows.some(({ refus }) => refus === null) || scope.sites.length > 0)
      return actContent({ base, act, rows, left, said, scope });
    return redirect(base, 'Aucun de ces sites n’attend cela en ce moment.', 'attention');
  }
  const shown = new Set(body.tous('ligne'));
  const asked = (await askedSites(services, found.value.sites)).filter(
    ({ site, faits }) => shown.has(site.id) || faits.some(({ cible }) => shown.has(cible.id)),
  );
  const { rows } = await rowsOf(visit, asked, act);
  const told = { base, act, rows: rows.filter(({ key }) => shown.has(key)), left: 0, said, scope };
  const changed = applyAction(act.split.common, said.common, body.get('action'));
  if (changed) return actContent({ ...told, said: { ...said, common: changed.typed } }, { focus: changed.nom });
  return record(visit, groupement, told);
}

/** The sites that were named, else those that the filter of the page keeps. */
function scopeOf(body: Visiting['body']): Scope {
  return { sites: body.tous('site'), filtre: body.get('filtre') ?? 'tous', q: body.get('q') ?? '' };
}

function sitesIn(matrix: Matrix, { sites, filtre, q }: Scope): MatrixSite[] {
  return sites.length > 0 ? matrix.sites.filter(({ id }) => sites.includes(id)) : keptSites(matrix, { filtre, q });
}

/** Tells the act to each ticked row, unless something is to be corrected: then nothing is told. */
async function record(visit: Visiting, groupement: CaseRead, told: Told & { said: Said }): Promise<Content | Shown> {
  const { act, rows, said } = told;
  const ticked = rows.filter(({ key }) => said.versions.has(key));
  if (ticked.length === 0) return actContent(told, { notice: 'Cochez au moins une ligne.' });
  const same = agreed(rows.filter(({ refus }) => refus === null));
  const lines = ticked.map((row) => lineOf(act, said, row, same));
  const faults = faultsOf(act, said, lines);
  const seen = rows.map((row) => ({ ...row, red: lines.find((line) => line.row === row)?.red ?? row.red }));
  if (faults) return actContent({ ...told, rows: seen }, { faults });
  const { travail } = visit.services;
  const results = await travail.enregistrer(
    lines.map(({ row: { key: id, cible }, input }) => {
      return { id, genre: cible.genre, version: said.versions.get(id) ?? 0, fait: input };
    }),
    auteurOf(visit.identite),
  );
  const done = new Set(results.filter(({ refus }) => refus === null).map(({ id }) => id));
  for (const line of lines) if (done.has(line.row.key)) await settle(visit, act, said, line);
  const after = await matrixOf(visit, groupement);
  const asked = after.ok ? await askedSites(visit.services, sitesIn(after.value, told.scope)) : [];
  return resultContent({ ...told, results, asked });
}

/** A reason is kept, and a draft that was sent goes. */
async function settle(visit: Visiting, { fact, type }: BulkAct, said: Said, { row, input, red }: Line): Promise<void> {
  const { travail, key } = row;
  if (!travail) return;
  const auteur = auteurOf(visit.identite);
  const raison = said.reasons.get(key) ?? '';
  const verbe = type === followUps.signer.type ? 'signé' : 'envoyé';
  if (red.length > 0) await noteReason(visit, travail, { verbe, raison, points: red });
  const isSent = fact.piece?.contenu === 'saisie' && 'saisie' in input;
  if (isSent) await visit.services.brouillons.drop({ dossierId: key, formulaire: travail.imprime.id, auteur });
}
