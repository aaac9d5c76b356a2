import { ENTIER } from '../../../machines/event.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { refusalWords } from '../dossier/faits/form.ts';
import { applyAction } from '../forms/typed.ts';
import { parties } from '../formulaires/catalogue.ts';
import { noteReason } from '../formulaires/control.ts';
import { tidy } from '../formulaires/formulaire.ts';
import { followUps } from '../formulaires/sending.ts';
import type { Visit } from '../shell/screen.ts';
import { type Redirect, type Refused, redirect } from '../shell/shown.ts';
import { callout, panel, pill } from '../ui/blocks.ts';
import { actionForm, linkButton } from '../ui/button.ts';
import { column, table, titleColumn } from '../ui/table.ts';
import { plural, toFrenchDays } from '../ui/words.ts';
import { type AskedSite, actButtons, askedSites, meantForSeveral } from './acts.ts';
import { splitForm } from './fields.ts';
import { actContent, type LotContent, type Place, type Told, titleOf } from './page.ts';
import {
  agreed,
  type BulkAct,
  faultsOf,
  formOf,
  type Line,
  lineOf,
  type Row,
  rowsOf,
  rowsShown,
  type Said,
  saidIn,
  shownIn,
} from './rows.ts';

/** One act for several dossiers of a place: what each says, then what became of each. */
export async function tellSeveral(
  visit: Visit<unknown>,
  place: Place,
  type: string,
): Promise<LotContent | Redirect | Refused> {
  const { body, services } = visit;
  const fact = meantForSeveral(type);
  if (!fact) return { refusal: { code: 'introuvable', objet: 'fait', id: type } };
  const act = { type, fact, split: splitForm(fact) };
  const said = saidIn(body, act);
  if (said === null) {
    const { rows, left } = await rowsOf(visit, await askedIn(services, place, true), act);
    if (rows.some(({ refus }) => refus === null) || place.isNamed) return actContent({ place, act, rows, left, said });
    return redirect(place.retour.vers, `Aucun de ces ${place.mot}s n’attend cela en ce moment.`, 'attention');
  }
  const shown = shownIn(body);
  const dossiers = new Set(shown.values());
  const sites = (await place.sites(false)).filter(({ id }) => dossiers.has(id));
  const rows = await rowsShown(
    visit,
    await askedIn(services, { ...place, sites: async () => sites }, false),
    act,
    shown,
  );
  const told = { place, act, rows, left: 0, said };
  const changed = applyAction(act.split.common, said.common, body.get('action'));
  if (changed) return actContent({ ...told, said: { ...said, common: changed.typed } }, { focus: changed.nom });
  return record(visit, told);
}

/** What those of a place wait for; of its certificates alone where they are what it is about. */
export async function askedIn(services: Services, place: Place, isScoped: boolean): Promise<AskedSite[]> {
  const asked = await askedSites(services, await place.sites(isScoped));
  if (place.mot !== 'certificat') return asked;
  return asked.map((one) => ({ ...one, faits: one.faits.filter(({ cible }) => cible.genre === 'certificat') }));
}

/** Tells the act to each ticked row, unless something is to be corrected: then nothing is told. */
async function record(visit: Visit<unknown>, told: Told & { said: Said }): Promise<LotContent> {
  const { place, act, rows, said } = told;
  const { services } = visit;
  const ticked = rows.filter(({ key }) => said.versions.has(key));
  if (ticked.length === 0) return actContent(told, { notice: 'Cochez au moins une ligne.' });
  const same = agreed(rows.filter(({ refus }) => refus === null));
  const lines = ticked.map((row) => lineOf(act, said, row, same));
  const faults = faultsOf(act, said, lines);
  const seen = rows.map((row) => ({ ...row, red: lines.find((line) => line.row === row)?.red ?? row.red }));
  if (faults) return actContent({ ...told, rows: seen }, { faults });
  const results = await services.travail.enregistrer(
    lines.map(({ row: { key: id, cible }, input }) => {
      return { id, genre: cible.genre, version: said.versions.get(id) ?? 0, fait: input };
    }),
    auteurOf(visit.identite),
  );
  const done = new Set(results.filter(({ refus }) => refus === null).map(({ id }) => id));
  for (const line of lines) if (done.has(line.row.key)) await settle(visit, act, said, line);
  return resultContent({ ...told, results, asked: await askedIn(services, place, true) });
}

/** A reason is kept, and what was sent of a draft goes. */
async function settle(visit: Visit<unknown>, act: BulkAct, said: Said, { row, input, red }: Line): Promise<void> {
  const { fact, type } = act;
  const { travail, key } = row;
  if (!travail) return;
  const auteur = auteurOf(visit.identite);
  const raison = said.reasons.get(key) ?? '';
  const verbe = type === followUps.signer.type ? 'signé' : 'envoyé';
  if (red.length > 0) await noteReason(visit, travail, { verbe, raison, points: red });
  const isSent = fact.piece?.contenu === ENTIER && 'saisie' in input;
  if (isSent) await visit.services.brouillons.drop({ dossierId: key, formulaire: travail.imprime.id, auteur });
  const partie = parties.find((one) => one === fact.piece?.contenu);
  const now = partie && travail.garde.modifieLe !== null ? await formOf(visit, key, act) : null;
  if (partie && now) await tidy(visit, now, partie);
}

type Result = Awaited<ReturnType<Services['travail']['enregistrer']>>[number];

/** What became of an act, a line for each, and what the same wait for next. */
function resultContent({
  place,
  act,
  rows,
  results,
  asked,
}: Told & { results: readonly Result[]; asked: readonly AskedSite[] }): LotContent {
  const { mot, retour } = place;
  const became = new Map(results.map((one) => [one.id, one]));
  const lines = rows
    .flatMap((row) => {
      const result = became.get(row.key);
      return result ? [{ row, result }] : [];
    })
    .toSorted((a, b) => Number(a.result.refus === null) - Number(b.result.refus === null));
  const done = results.filter(({ refus }) => refus === null).length;
  const others = results.length - done;
  const told = `« ${act.fact.libelle} » : enregistré sur ${plural(done, mot, `${mot}s`, `aucun ${mot}`)}${others > 0 ? `, refusé sur ${plural(others, mot)}` : ''}.`;
  const buttons = actButtons(asked, mot);
  return {
    title: act.fact.libelle,
    body: html`${callout(others > 0 ? 'attention' : 'bien', told)}
<div class="pile suite-lot">${panel('Ligne par ligne', resultTable(lines, mot))}
${panel(
  'Ensuite',
  html`${
    buttons
      ? actionForm({ action: place.action }, html`${place.scope}${buttons}`)
      : html`<p class="doux">Plus rien n’est attendu de ces ${mot}s.</p>`
  }
<p class="boutons">${linkButton(retour.libelle, retour.vers, 'second', 'retour')}</p>`,
)}</div>`,
  };
}

interface Outcome {
  row: Row;
  result: Result;
}

function resultTable(lines: readonly Outcome[], mot: Place['mot']): Html {
  return table<Outcome>(`Résultat par ${mot}`, lines, [
    titleColumn(
      titleOf(mot),
      ({ row: { siteId, nom, sous } }) =>
        html`<a href="/dossiers/${siteId}">${nom}</a><div class="doux petit">${sous}</div>`,
    ),
    column('Résultat', ({ result }) => outcome(result, mot)),
  ]);
}

function outcome({ refus, avertissements }: Result, mot: string): Html {
  if (refus !== null) return html`${pill('faute', 'Refusé', 'croix')} ${whyOf(refus, mot)}`;
  if (avertissements.length === 0) return pill('bien', 'Enregistré', 'coche');
  return html`${pill('attention', 'Enregistré, à vérifier', 'attention')} ${toFrenchDays(avertissements.map(({ message }) => message).join(' '))}`;
}

function whyOf(refusal: AnyRefusal, mot: string): string {
  if (refusal.code === 'version-perimee')
    return `Quelqu’un d’autre a fait avancer ce ${mot} entre-temps : rien n’y a été enregistré.`;
  return refusalWords(refusal);
}
