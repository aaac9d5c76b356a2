import { CorrectionConfirmee, CorrectionEssayee } from '../../engine/history/corrections.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { parse } from '../../result.ts';
import { type Cible, pathOf } from '../dossier/read/case.ts';
import { applyAction, readTyped, typedOf } from '../forms/typed.ts';
import { mayCorrect } from '../journal/journal.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { plural } from '../ui/words.ts';
import { elsewhere } from './elsewhere.ts';
import {
  type CorrectedLine,
  correctorOf,
  findLine,
  type Mode,
  modes,
  typedMotif,
  undoScreens,
  whyNotTheirs,
} from './line.ts';
import { askPage, type Proposal, previewPage } from './page.ts';

type Genre = Cible['genre'];

/** Where a mistake is corrected: what is asked, what it would change, and its confirmation. */
export function correctionScreens(): Screen[] {
  const screens = (['dossier', 'groupement', 'certificat'] as const).flatMap((genre) => {
    const path = `/${genre}s/:id/journal/:rang/correction` as const;
    const right = `${genre}s.corriger` as const;
    return [
      get(path, right, (visit) =>
        withLine(visit, genre, (sought) => askPage(sought, modeOf(visit.query['mode'], sought))),
      ),
      post(path, right, (visit) => withLine(visit, genre, (sought) => answerTo(visit, sought))),
    ];
  });
  return [...screens, ...undoScreens()];
}

async function withLine(visit: Visit, genre: Genre, show: (sought: CorrectedLine) => Promise<Shown> | Shown) {
  const { id = '', rang = '' } = visit.params;
  const sought = await findLine(visit.services, { genre, id }, Number(rang));
  if ('refusal' in sought) return sought;
  return whyNotTheirs(visit, sought) ?? show(sought);
}

/** A fact that says nothing but its day is most often told by mistake. */
function modeOf(asked: string | undefined, { mode }: CorrectedLine): Mode {
  return modes.find((one) => one === asked) ?? mode;
}

function answerTo(visit: Visit, sought: CorrectedLine): Promise<Shown> | Shown {
  const { body } = visit;
  const mode = modeOf(body.get('mode'), sought);
  const form = sought.forms[mode];
  const typed = typedOf(body, form);
  const action = body.get('action');
  const changed = applyAction(form, typed, action);
  if (changed || action === 'revenir')
    return askPage(sought, mode, { typed: changed?.typed ?? typed, focus: changed?.nom ?? null });
  const motif = typedMotif(typed);
  if (!motif.ok) return askPage(sought, mode, { typed, erreurs: motif.error, status: 422 });
  const { motifCorrection: _motif, ...saisie } = readTyped(form, typed);
  const remplacement = mode === 'retirer' ? null : { date: '', ...saisie };
  const proposal: Proposal = {
    mode,
    typed,
    motif: motif.value,
    remplacement,
    avec: avecOf(visit, sought, remplacement),
  };
  return action === 'confirmer' ? confirm(visit, sought, proposal) : preview(visit, sought, proposal);
}

/** The other lines that say the same mistake: those that surely do are chosen until somebody unticks them. */
function avecOf(visit: Visit, sought: CorrectedLine, remplacement: Proposal['remplacement']): Proposal['avec'] {
  const { body } = visit;
  const kept = body.get('action') === 'apercu' ? null : new Set(body.tous('avec').map(Number));
  const same = elsewhere(sought, remplacement).filter(({ source }) => mayCorrect(visit, { ...sought, ligne: source }));
  return same.map((one) => ({ ...one, isChosen: kept?.has(one.rang) ?? one.isSure }));
}

/** What is corrected with the line. */
function chosen({ avec }: Proposal): { rang: number; remplacement: object }[] {
  return avec.filter(({ isChosen }) => isChosen).map(({ rang, remplacement }) => ({ rang, remplacement }));
}

/** What it would change, or why it cannot be. */
async function preview(visit: Visit, sought: CorrectedLine, proposal: Proposal, alerte: string | null = null) {
  const asked = parse(CorrectionEssayee, {
    rang: sought.rang,
    remplacement: proposal.remplacement,
    avec: chosen(proposal),
  });
  const seen = asked.ok
    ? await visit.services.previewCorrection(sought.cible, asked.value, correctorOf(visit, sought.cible))
    : asked;
  if (seen.ok) return previewPage(sought, proposal, seen.value, alerte);
  return refused(sought, proposal, seen.error);
}

/** The form again, with why not. */
function refused(sought: CorrectedLine, { mode, typed }: Proposal, error: Refusal): Shown {
  if (error.code === 'saisie-invalide')
    return askPage(sought, mode, { typed, erreurs: own(error.erreurs), status: 422 });
  return askPage(sought, mode, { typed, refusal: error, status: 409 });
}

/** Writes it as it was shown; what has changed since is shown first. */
async function confirm(visit: Visit, sought: CorrectedLine, proposal: Proposal): Promise<Shown> {
  const { body, services } = visit;
  const { motif, remplacement } = proposal;
  const confirmed = parse(CorrectionConfirmee, {
    rang: sought.rang,
    motif,
    remplacement,
    avec: chosen(proposal),
    version: Number(body.get('version')),
    retires: body.tous('retire').map(Number),
  });
  const act = { ...correctorOf(visit, sought.cible), version: null };
  if (!confirmed.ok) return refused(sought, proposal, confirmed.error);
  const done = await services.correct(sought.cible, confirmed.value, act);
  if (done.ok) {
    const many = chosen(proposal).length;
    const aussi = many > 0 ? `, ainsi que ${plural(many, 'autre ligne', 'autres lignes')}` : '';
    return redirect(
      `${pathOf(sought.cible)}/journal`,
      `« ${sought.libelle} » est corrigé${aussi}${withOthers(confirmed.value.retires.length)}. Le journal garde l’ancien et le nouveau.`,
    );
  }
  const { code } = done.error;
  if (code === 'version-perimee' || code === 'apercu-perime')
    return preview(
      visit,
      sought,
      proposal,
      `Le ${sought.cible.genre} a changé depuis cet aperçu : rien n’est encore corrigé. Relisez-le, puis confirmez.`,
    );
  return refused(sought, proposal, done.error);
}

function withOthers(retires: number): string {
  if (retires === 0) return '';
  return retires === 1 ? ', avec une ligne qui ne tenait plus' : `, avec ${retires} lignes qui ne tenaient plus`;
}

/** Pointers as the form knows its fields. */
function own<Erreur extends { pointeur: string }>(erreurs: readonly Erreur[]): Erreur[] {
  return erreurs.map((one) => ({ ...one, pointeur: one.pointeur.replace(/^\/remplacement/, '') }));
}
