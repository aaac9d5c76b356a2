import { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { texteLibre } from '../../../machines/formulaires/champs.ts';
import { CorrectionConfirmee, FAIT_CORRIGE, whyNotOwn } from '../../engine/history/corrections.ts';
import { auteurOf } from '../../identity/identity.ts';
import { memoOf } from '../../memo.ts';
import { type Erreur, err, ok, type Result, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { droitDe, isOwnOnly } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { among } from '../dossier/faits/form.ts';
import { lastSeen } from '../dossier/news.ts';
import { namesOfDesignes } from '../dossier/read/administrateurs.ts';
import { type CaseRead, type Cible, factIn, pathOf, readCase, type Visitor } from '../dossier/read/case.ts';
import { type Form, formOf } from '../forms/form.ts';
import { type Typed, write } from '../forms/typed.ts';
import { readJournal } from '../journal/lines.ts';
import { post, type Screen, type Visit } from '../shell/screen.ts';
import { type Refused, redirect, refusedBy, type Shown } from '../shell/shown.ts';
import { postButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { hour } from '../ui/words.ts';

/** A line that is to be corrected, as it says now, with the forms that it takes and the journal by rank. */
export type CorrectedLine = Exclude<Awaited<ReturnType<typeof findLine>>, Refused>;

/** Finds a line of a journal that a person may have told; the others say why they are not corrected. */
export async function findLine(services: Services, cible: Cible, rang: number) {
  const read = await readCase(services, cible);
  if (!read.ok) return refusedBy(read.error);
  const affaire = read.value;
  const lines = new Map((await readJournal(services, affaire)).map((line) => [line.ligne.rang, line]));
  const line = lines.get(rang);
  const unknown = { code: 'introuvable', objet: 'fait', id: `${rang}` } as const;
  if (!line || line.cible.id !== cible.id) return refusedBy(unknown);
  const { type, saisie, date } = line.ligne;
  const fact = factIn(line.procedure, type);
  if (!fact) {
    const seen = await services.previewCorrection(cible, { rang, remplacement: null });
    return refusedBy(seen.ok ? unknown : seen.error);
  }
  const known = correctionForms(fact);
  const designes = namesOfDesignes([...lines.values()].map(({ ligne }) => ligne));
  const forms = { ...known, remplacer: among(known.remplacer, designes, false) };
  const typed = write(forms.remplacer, { ...JSON.parse(saisie ?? '{}'), date });
  const mode: Mode = Object.keys(fact.champs).length > 0 ? 'remplacer' : 'retirer';
  return { cible, affaire, rang, line, libelle: line.libelle, forms, mode, typed, lines };
}

/** Who corrects a case of that kind, and whether their own lines alone. */
export function correctorOf({ identite }: Pick<Visit<unknown>, 'identite'>, { genre }: Pick<Cible, 'genre'>) {
  return { auteur: auteurOf(identite), ownOnly: isOwnOnly(`${genre}s.corriger`, identite) };
}

/** Why somebody who corrects only their own lines may not open this one; null when they may. */
export function whyNotTheirs(
  visit: Pick<Visit<unknown>, 'identite' | 'services'>,
  { cible, rang, libelle, line: { ligne } }: CorrectedLine,
): Refused | null {
  const { auteur, ownOnly } = correctorOf(visit, cible);
  const raison = ownOnly ? whyNotOwn(ligne, { auteur, instant: visit.services.now().toISOString() }) : null;
  return raison && { refusal: { code: 'correction-impossible', raison, rang, libelle } };
}

/** What may be done with a line: told otherwise, or taken away. */
export const modes = ['remplacer', 'retirer'] as const;
export type Mode = (typeof modes)[number];

const motifField = texteLibre('Motif de la correction', 500).meta({
  title: 'Motif de la correction',
  description: 'Gardé dans le journal, que lisent aussi les éditeurs du dossier : ni nom de patient, ni secret.',
});
const Motif = z.object({ motifCorrection: motifField });

/** The forms by which a fact is corrected: with its own fields, or with the reason alone. */
const correctionForms = memoOf(
  (fact: Fact): Readonly<Record<Mode, Form>> => ({
    remplacer: formOf((fact.schema as unknown as z.ZodObject).extend({ motifCorrection: motifField }), {
      except: ['type'],
      prefix: 'correction',
    }),
    retirer: formOf(Motif, { prefix: 'correction' }),
  }),
);

/** The reason, as it was typed. */
export function typedMotif(typed: Typed): Result<string, Erreur[]> {
  const parsed = Motif.safeParse({ motifCorrection: typed['motifCorrection'] ?? '' });
  return parsed.success ? ok(parsed.data.motifCorrection) : err(toErreurs(parsed.error));
}

/** How long one’s own last line is undone by a click. */
const MINUTES = 10;
const MOTIF = 'Annulé par qui venait de l’enregistrer';
/** The last lines that are looked at: an act writes few. */
const LOOKED_AT = 40;

/** Where one’s own last act is undone. */
export function undoScreens(): Screen[] {
  return (['dossier', 'certificat'] as const).map((genre) =>
    post(`/${genre}s/:id/annulation`, `${genre}s.corriger`, (visit) =>
      undo(visit, { genre, id: visit.params['id'] ?? '' }, Number(visit.body.get('rang'))),
    ),
  );
}

/** What one has just told of a case, with the way to undo it; null once ten minutes have passed, or something stands on it. */
export async function undoBar(visit: Visitor, affaire: CaseRead, vu: number): Promise<Html | null> {
  const line = affaire.suite === null ? null : await undoable(visit, affaire, vu);
  if (!line) return null;
  return html`<div class="encart info annuler">${icon('info')}<p>Vous avez enregistré « ${line.libelle} » à ${hour(line.enregistreLe)}.</p>
${postButton('Annuler', `${pathOf(affaire.cible)}/annulation`, { rang: `${line.rang}` })}</div>`;
}

/** One’s own last line, while the family of the case was told nothing after it. */
async function undoable(visit: Visitor, { cible, procedure }: CaseRead, vu: number) {
  const { services, identite } = visit;
  if (!['tous', 'siens'].includes(droitDe(`${cible.genre}s.corriger`, identite))) return null;
  const journal = await services.journal(cible, Math.max(0, vu - LOOKED_AT), LOOKED_AT);
  const [line, before] = journal.ok ? journal.value.toReversed() : [];
  const fact = line && factIn(procedure, line.type);
  if (!line || !fact || fact.derive || line.rang !== vu || line.corrigee) return null;
  const now = services.now();
  const isOwn = line.auteur === correctorOf(visit, cible).auteur;
  const age = now.getTime() - Date.parse(line.enregistreLe);
  const isInstead = before?.type === FAIT_CORRIGE && before.enregistreLe === line.enregistreLe;
  return isOwn && !isInstead && age <= MINUTES * 60_000 ? { ...line, libelle: fact.libelle } : null;
}

/** Withdraws it as a correction, when it takes no other line with it. */
async function undo(visit: Visitor, cible: Cible, rang: number): Promise<Shown> {
  const { services } = visit;
  const place = pathOf(cible);
  const read = await readCase(services, cible);
  if (!read.ok) return { refusal: read.error };
  const line = await undoable(visit, read.value, await lastSeen(services, cible));
  if (!line || line.rang !== rang)
    return redirect(
      `${place}/journal`,
      'Cela ne s’annule plus d’un clic : dix minutes ont passé, ou le dossier a changé. Corrigez la ligne dans le journal.',
      'attention',
    );
  const by = correctorOf(visit, cible);
  const seen = await services.previewCorrection(cible, { rang, remplacement: null }, by);
  if (!seen.ok) return { refusal: seen.error };
  const { version, retires } = seen.value;
  if (retires.length > 0) return redirect(`${place}/journal/${rang}/correction?mode=retirer`);
  const asked = CorrectionConfirmee.parse({ rang, remplacement: null, motif: MOTIF, version, retires: [] });
  const done = await services.correct(cible, asked, { ...by, version: null });
  if (!done.ok) return { refusal: done.error };
  return redirect(place, `« ${line.libelle} » est annulé. Le journal garde l’acte et son annulation.`);
}
