import { CorrectionConfirmee, FAIT_CORRIGE } from '../../engine/history/corrections.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { lastSeen } from '../dossier/news.ts';
import { type CaseRead, type Cible, factIn, pathOf, readCase, type Visitor } from '../dossier/read/case.ts';
import { post, redirect, type Screen, type Shown } from '../shell/screen.ts';
import { postButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { hour } from '../ui/words.ts';
import { correctorOf } from './line.ts';

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
