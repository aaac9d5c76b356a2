import type { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { descendants } from '../../engine/graph/independence.ts';
import { isToldBeside } from '../../engine/history/beside.ts';
import { CALENDRIER, FAIT_CORRIGE, readCorrection } from '../../engine/history/corrections.ts';
import { libelleOf } from '../../engine/history/uncorrectable.ts';
import { DossierOuvert, GroupementOuvert } from '../../engine/opening.ts';
import { plain } from '../../fold.ts';
import type { Nommer } from '../../identity/identities.ts';
import { memoOf } from '../../memo.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { among } from '../dossier/faits/form.ts';
import { namesOfDesignes } from '../dossier/read/administrateurs.ts';
import {
  type CaseRead,
  type Cible,
  certificateName,
  factIn,
  type LigneSituee,
  linesAfter,
  pathOf,
} from '../dossier/read/case.ts';
import { type Form, formOf } from '../forms/form.ts';
import { drawRead } from '../forms/read.ts';
import { write } from '../forms/typed.ts';
import { disclosure, pill } from '../ui/blocks.ts';
import { moment, shortDay, toIsoDay } from '../ui/words.ts';

/** The whole journal of a case and of its certificates, newest first. */
export async function readJournal(services: Services, { cible, procedure }: CaseRead) {
  const lines = await linesAfter(services, cible, 0);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const certificat = findProcedure('certificat');
  return lines.map((line) => toRead(line, cible, line.certificat ? certificat : procedure, names)).toReversed();
}

/**
 * A line of the journal as it is told to persons: who brought the fact, null for an opening or a correction; the regions of the machine that
 * hear of it, by their French names; the certificate that it is of, null for the case itself; whether it follows from another fact.
 */
export type LigneLue = ReturnType<typeof toRead>;

function toRead(ligne: LigneSituee, here: Cible, procedure: Procedure | null, names: Nommer) {
  const { type, certificat, auteur } = ligne;
  const fact = factIn(procedure, type);
  const cible: Cible = certificat ? { genre: 'certificat', id: certificat.id } : here;
  return {
    ligne,
    cible,
    procedure,
    acteur: fact?.acteur ?? null,
    derive: fact?.derive ?? false,
    libelle: procedure ? libelleOf(procedure, type) : type,
    regions: certificat ? ['Certificats'] : ((procedure && hearersOf(procedure).get(type)) ?? []),
    auteur: names(auteur),
    sujet: certificat ? certificateName(certificat.fiche) : null,
  };
}

const hearersOf = memoOf(({ machine }: Procedure): ReadonlyMap<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const region of Object.values(machine.root.states)) {
    const { libelle } = region.meta as { libelle: string };
    const types = new Set([region, ...descendants(region)].flatMap((node) => [...node.transitions.keys()]));
    for (const type of types) found.set(type, [...(found.get(type) ?? []), libelle]);
  }
  return found;
});

/** What a journal is asked to show; days are YYYY-MM-DD, empty for no bound. */
export function filterOf(requete: Readonly<Record<string, string>>) {
  const text = (nom: string) => (requete[nom] ?? '').slice(0, 200);
  const day = (nom: string) => {
    const iso = toIsoDay(text(nom));
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? iso : '';
  };
  return {
    q: text('q').trim(),
    acteur: text('acteur'),
    region: text('region'),
    auteur: text('auteur'),
    du: day('du'),
    au: day('au'),
    suites: text('suites') === 'oui',
  };
}

export type Filtre = ReturnType<typeof filterOf>;

/** The lines that a filter keeps. */
export function filtered(lines: readonly LigneLue[], filtre: Filtre): LigneLue[] {
  const words = plain(filtre.q).split(/\s+/).filter(Boolean);
  return lines.filter(
    (line) =>
      (filtre.suites || !line.derive) &&
      (filtre.du === '' || line.ligne.date >= filtre.du) &&
      (filtre.au === '' || line.ligne.date <= filtre.au) &&
      isOf(line, filtre) &&
      words.every((word) => plain(textOf(line)).includes(word)),
  );
}

function isOf({ acteur, regions, ligne }: LigneLue, filtre: Filtre): boolean {
  if (filtre.acteur !== '' && acteur !== filtre.acteur) return false;
  if (filtre.auteur !== '' && ligne.auteur !== filtre.auteur) return false;
  return filtre.region === '' || regions.includes(filtre.region);
}

function textOf({ ligne, libelle, auteur, acteur, sujet }: LigneLue): string {
  return [libelle, auteur, acteur && acteurs[acteur], sujet, ligne.saisie].filter(Boolean).join(' ');
}

/** Where a line of a journal is corrected. */
export function correctionPath(cible: Cible, rang: number): string {
  return `${pathOf(cible)}/journal/${rang}/correction`;
}

/** One line of the journal: what happened, when, who told it, what was typed, and what corrected it. */
export function drawLine(line: LigneLue, others: ReadonlyMap<number, LigneLue>, mayCorrect: boolean): Html {
  const { ligne, libelle, sujet, derive, acteur } = line;
  const { rang, date, enregistreLe, corrigee } = ligne;
  const isCorrection = ligne.type === FAIT_CORRIGE;
  const titre = corrigee ? html`<s>${libelle}</s>` : libelle;
  return html`<li class="ligne-journal${corrigee && ' corrigee'}${derive && ' suite'}" id="ligne-${rang}" value="${rang}">
<p class="le">${shortDay(date)}</p>
<div class="dit"><p class="fait">${titre}${sujet && html` <span class="doux">pour <a href="${pathOf(line.cible)}">${sujet}</a></span>`} ${badge(line)}</p>
<p class="petit doux">${acteur && html`${acteurs[acteur]} · `}${derive ? 'découle d’une autre ligne' : `enregistré par ${line.auteur}`}, le ${moment(enregistreLe)} · ligne ${rang}</p>
${isCorrection ? correctionPart(line, others) : contentOf(line, others)}
${corrigee && fate(line)}${instead(line, others)}</div>
${mayCorrect && isOpenTo(line) && html`<p class="agir"><a class="bouton discret petit" href="${correctionPath(line.cible, rang)}">Corriger<span class="sr"> : ${libelle}, ligne ${rang}</span></a></p>`}</li>
`;
}

function isOpenTo({ ligne, derive }: LigneLue): boolean {
  const isFact =
    ligne.type !== FAIT_CORRIGE && !/^(?:(?:dossier|groupement)\.ouvert|\w+\.(?:rejoint|quitte))$/.test(ligne.type);
  const isBeside = isToldBeside(ligne.type);
  return isFact && !isBeside && !derive && ligne.corrigee === null && ligne.auteur !== CALENDRIER;
}

const sorts = { retire: 'Retirée', remplace: 'Remplacée', entraine: 'Retirée avec une autre' } as const;

function badge({ ligne: { corrigee, type } }: LigneLue): Html | null {
  if (corrigee) return pill('attention', sorts[corrigee.sort], 'crayon');
  return type === FAIT_CORRIGE ? pill('accent', 'Correction', 'crayon') : null;
}

/** Why a line no longer stands. */
function fate({ ligne: { corrigee } }: LigneLue): Html | null {
  if (!corrigee) return null;
  const { par, motif, remplacant } = corrigee;
  return html`<p class="sort"><strong>Motif :</strong> ${motif}. <a href="#ligne-${par}">Correction, ligne ${par}</a>${
    remplacant !== null && html` · <a href="#ligne-${remplacant}">ce qui vaut désormais, ligne ${remplacant}</a>`
  }</p>`;
}

/** Of what stands instead of another line. */
function instead({ ligne: { rang } }: LigneLue, others: ReadonlyMap<number, LigneLue>): Html | null {
  const replaced = [...others.values()].find(({ ligne }) => ligne.corrigee?.remplacant === rang);
  if (!replaced) return null;
  return html`<p class="petit">Vaut à la place de <a href="#ligne-${replaced.ligne.rang}">la ligne ${replaced.ligne.rang}</a>.</p>`;
}

/** What a correction did. */
function correctionPart(line: LigneLue, others: ReadonlyMap<number, LigneLue>): Html {
  const correction = line.ligne.type === FAIT_CORRIGE ? readCorrection(line.ligne) : null;
  if (!correction) return html`<p class="petit doux">Le contenu a été effacé.</p>`;
  const { rang, motif, remplace, retires } = correction;
  const link = (one: number) =>
    html`<a href="#ligne-${one}">« ${others.get(one)?.libelle ?? 'ligne'} », ligne ${one}</a>`;
  return html`<p>${remplace ? 'Remplace' : 'Retire'} ${link(rang)}.</p>
${retires.length > 0 && html`<p>Avec elle, ce qui ne tenait plus :</p><ul>${retires.map((one) => html`<li>${link(one)}</li>`)}</ul>`}
<p><strong>Motif :</strong> ${motif}</p>`;
}

/** More values than that are folded. */
const SHOWN = 5;
const formOfFact = memoOf((fact: Fact) => formOf(fact.schema, { except: ['type', 'date'], prefix: 'lu' }));
const openings: Readonly<Record<string, Form>> = {
  'dossier.ouvert': formOf(DossierOuvert.shape.etablissement.def.out as z.ZodObject, { prefix: 'ouverture' }),
  'groupement.ouvert': formOf(GroupementOuvert.omit({ dsi: true }), { prefix: 'ouverture' }),
};

/** What was typed with a line, with the labels of its form; null when it says nothing more. */
function contentOf({ ligne: { type, saisie }, procedure }: LigneLue, others: ReadonlyMap<number, LigneLue>) {
  if (saisie === null) return html`<p class="petit doux">Le contenu a été effacé.</p>`;
  const fact = factIn(procedure, type);
  const form = fact && !fact.derive ? formFor(fact, others) : openings[type];
  const value: unknown = JSON.parse(saisie);
  const size = leavesOf(value);
  if (!form || size === 0) return null;
  const read = drawRead(form, write(form, value));
  return size > SHOWN ? disclosure('Ce qui a été saisi', read) : html`<div class="saisi">${read}</div>`;
}

function formFor(fact: Fact, others: ReadonlyMap<number, LigneLue>): Form {
  if (!Object.hasOwn(fact.champs, 'administrateur')) return formOfFact(fact);
  return among(formOfFact(fact), namesOfDesignes([...others.values()].map(({ ligne }) => ligne)));
}

function leavesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + leavesOf(part), 0);
}
