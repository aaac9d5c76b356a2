import { Readable } from 'node:stream';
import { factsFilling } from '../../../machines/etablissement/events.ts';
import { PARTIES, type Piece as PieceDe } from '../../../machines/event.ts';
import { type FormulaireId, formulaires } from '../../../machines/formulaires/index.ts';
import { findFact, findProcedure } from '../../../machines/index.ts';
import { correctedLines, standingLines } from '../../engine/history/corrections.ts';
import { checklistPage, POLICY } from '../../web/checklist/page.ts';
import { checklistSheets } from '../../web/checklist/sheets.ts';
import { type Html, html } from '../../web/html.ts';
import { drawRead } from '../forms/read.ts';
import { write } from '../forms/typed.ts';
import { formName } from '../formulaires/catalogue.ts';
import { get, type Screen } from '../shell/screen.ts';
import type { Page, Shown } from '../shell/shown.ts';
import { callout, emptyState, panel, pill, properties } from '../ui/blocks.ts';
import { actionColumn, column, table, titleColumn } from '../ui/table.ts';
import { longDay, moment, shortDay } from '../ui/words.ts';
import { factForm } from './faits/form.ts';
import { type Content, underCase } from './frame.ts';
import { isOfPiece } from './joined.ts';
import { piecesPanel } from './pieces.ts';
import { namesOfDesignes } from './read/administrateurs.ts';
import {
  type CaseRead,
  factIn,
  type Ligne,
  type LigneSituee,
  linesAfter,
  pathOf,
  readCase,
  type Visitor,
} from './read/case.ts';

/** The forms of a dossier: what was filled in, signed, sent and answered, and when. */
export async function documentsContent(visit: Visitor, affaire: CaseRead): Promise<Content> {
  const { services } = visit;
  const { cible, procedure } = affaire;
  const lines = await linesAfter(services, cible, 0);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const deposited = new Set(lines.filter(isOfPiece).map(({ rang }) => rang));
  const found = await services.documentsOf({ genre: 'dossier', id: cible.id });
  const own = found.ok ? found.value.filter(({ rang }) => deposited.has(rang)) : [];
  const pieces = piecesPanel(visit, affaire, { pieces: own, lines, names });
  const documents = documentsOf(lines);
  const list =
    procedure &&
    html`<p class="doux">Ce que demande le parcours, ce qui est fait coché, à imprimer : <a href="${pathOf(cible)}/liste.html">liste à cocher</a>
ou <a href="${pathOf(cible)}/liste.pdf">en PDF</a>.</p>`;
  if (documents.length === 0)
    return {
      body: html`<div class="pile">${pieces}</div><div class="panneau">${emptyState('document', 'Aucun formulaire rempli', html`<p>Les formulaires se remplissent depuis les étapes.</p>`)}</div>${list}`,
    };
  return {
    body: html`<div class="pile" id="documents" data-partie>${pieces}${documents.map((one) => formPanel(one, cible.id, names))}</div>
${list}`,
  };
}

type Document = ReturnType<typeof documentsOf>[number];

function formPanel({ titre, pieces }: Document, id: string, names: (auteur: string) => string): Html {
  const read = ({ rang, fait, estLisible }: Document['pieces'][number]) =>
    estLisible
      ? html`<a href="/dossiers/${id}/documents/${rang}">Relire<span class="sr"> : ${titre}, ${fait}</span></a>`
      : null;
  return panel(
    titre,
    table(`Suivi : ${titre}`, pieces, [
      titleColumn(
        'Fait',
        ({ fait, estCorrige }) => html`${fait}${estCorrige && html` ${pill('neutre', 'Corrigé depuis')}`}`,
      ),
      column('Le', ({ date }) => shortDay(date)),
      column('Enregistré', ({ auteur, enregistreLe }) => `${names(auteur)}, ${moment(enregistreLe)}`),
      actionColumn('Contenu', read),
    ]),
  );
}

/** What was typed in a form, read again as it was recorded. */
export function documentScreen(): Screen {
  return get('/dossiers/:id/documents/:rang', 'dossiers.journal', async ({ services, params }): Promise<Shown> => {
    const read = await readCase(services, { genre: 'dossier', id: params['id'] ?? '' });
    if (!read.ok) return { refusal: read.error };
    const lines = await linesAfter(services, read.value.cible, 0);
    const line = lines.find(({ rang }) => `${rang}` === params['rang']);
    if (!line) return { refusal: gone };
    const names = await services.identites.nommer([line.auteur]);
    return documentPage(read.value, line, { lines, qui: names(line.auteur) });
  });
}

function documentPage(
  affaire: CaseRead,
  line: LigneSituee,
  { lines, qui }: { lines: readonly LigneSituee[]; qui: string },
): Page {
  const { id } = affaire.cible;
  const parts = partsSent(lines, line);
  const piece = pieceIn(line);
  return {
    title: factOf(line)?.libelle ?? line.type,
    ...underCase(affaire, { label: 'Documents', href: `/dossiers/${id}/documents` }),
    body: html`<div class="panneau">${properties([
      ['Formulaire', piece && nameOfForm(piece.formulaire)],
      ['Fait le', longDay(line.date)],
      ['Enregistré par', `${qui}, le ${moment(line.enregistreLe)}`],
    ])}</div>
${[line, ...parts].map((one) => content(one, lines))}`,
  };
}

function content(line: Ligne, lines: readonly Ligne[]): Html {
  const fact = factOf(line);
  const titre = fact?.libelle;
  if (line.saisie === null)
    return callout(
      'info',
      'Cette saisie a été effacée : il n’en reste que l’empreinte, qui prouve que le journal est entier.',
      titre,
    );
  if (!fact || Object.keys(fact.champs).length === 0) return html``;
  const form = factForm(fact, namesOfDesignes(lines));
  return html`<section class="panneau relecture"><h2>${titre}</h2>${drawRead(form, write(form, { date: line.date, ...JSON.parse(line.saisie) }))}</section>`;
}

function factOf({ type }: Ligne) {
  return factIn(findProcedure('prive-mono-site'), type);
}

const gone = {
  status: 404,
  code: 'introuvable',
  title: 'Document introuvable',
  detail: 'Le journal de ce dossier n’a pas cette ligne : revenez aux documents du dossier.',
};

/** The forms of a dossier in the order of the procedure, each with what became of it, oldest first; none that nothing was said of. */
function documentsOf(lines: readonly Ligne[]) {
  const corrected = correctedLines(lines);
  const told = lines.flatMap((line) => {
    const piece = pieceIn(line);
    return piece ? [{ line, piece }] : [];
  });
  const byForm = Map.groupBy(told, ({ piece }) => piece.formulaire);
  return (Object.keys(formulaires) as FormulaireId[]).flatMap((id) => {
    const some = byForm.get(id) ?? [];
    if (some.length === 0) return [];
    return [{ titre: nameOfForm(id), pieces: some.map(({ line, piece }) => pieceOf(line, piece, corrected)) }];
  });
}

function pieceIn({ type }: Ligne): PieceDe | null {
  return findFact(type)?.piece ?? null;
}

/** At the sending of a form that is told part by part, the last line that filled in each; none at another line. */
function partsSent(lines: readonly Ligne[], sent: Ligne): Ligne[] {
  const piece = pieceIn(sent);
  if (piece?.contenu !== PARTIES) return [];
  const before = standingLines(lines).filter(({ rang }) => rang < sent.rang);
  return factsFilling(piece.formulaire).flatMap(({ type }) => before.filter((line) => line.type === type).slice(-1));
}

/** « Formulaire 413 : Demande de certificats logiciels ». */
function nameOfForm(id: FormulaireId): string {
  return [...new Set([formName(id), formulaires[id].titre])].join(' : ');
}

function pieceOf(line: Ligne, { libelle, contenu }: PieceDe, corrected: ReadonlyMap<number, unknown>) {
  const { rang, date, enregistreLe, auteur, saisie } = line;
  return {
    rang,
    date,
    enregistreLe,
    auteur,
    fait: libelle,
    estCorrige: corrected.has(rang),
    estLisible: contenu === PARTIES || (contenu !== undefined && saisie !== null && contenu in JSON.parse(saisie)),
  };
}

/** What a dossier has done and has still to do, as a list to print for the establishment. */
export function checklistScreens(): Screen[] {
  return [
    get('/dossiers/:id/liste.html', 'dossiers.liste-html', async ({ services, params: { id } }): Promise<Shown> => {
      const ticked = await services.tickedOf({ genre: 'dossier', id });
      if (!ticked.ok) return { refusal: ticked.error };
      const content = checklistPage(ticked.value.procedure, ticked.value);
      return { content, type: 'text/html; charset=utf-8', headers: POLICY };
    }),
    get('/dossiers/:id/liste.pdf', 'dossiers.liste-pdf', async ({ services, params: { id } }): Promise<Shown> => {
      const ticked = await services.tickedOf({ genre: 'dossier', id });
      if (!ticked.ok) return { refusal: ticked.error };
      const content = Readable.from([await checklistSheets(ticked.value.procedure, ticked.value)]);
      return { content, type: 'application/pdf', filename: `liste-${id}.pdf` };
    }),
  ];
}
