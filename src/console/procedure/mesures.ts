import { z } from 'zod';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { natures } from '../../../machines/step.ts';
import { chartOf } from '../../diagrams/chart.ts';
import { drawMeasures } from '../../diagrams/live/counts.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { Visit } from '../shell/screen.ts';
import type { Shown } from '../shell/shown.ts';
import { callout, disclosure, emptyState } from '../ui/blocks.ts';
import { dayInput, filterLine, selectInput } from '../ui/field.ts';
import { captionedTable, column, countColumn, titleColumn } from '../ui/table.ts';
import { frenchNumber, plural, toIsoDay } from '../ui/words.ts';
import { addressOf, framedDrawing, procedurePage } from './frame.ts';

type Measures = Awaited<ReturnType<Services['measures']>>;
type Avancement = Awaited<ReturnType<Services['avancementMesures']>>;

/** What is measured, and since when. */
export const MeasureQuery = z.object({
  mesure: z.enum(['effectif', 'duree']).default('effectif').catch('effectif'),
  niveau: z.enum(['recit', 'complet']).default('recit').catch('recit'),
  depuis: z.string().transform(toIsoDay).pipe(z.iso.date()).optional().catch(undefined),
});
type Asked = z.output<typeof MeasureQuery>;

/** Where cases stand or how long they stay, on the drawing of their procedure; or how far the count has come. */
export function measuresPage(visit: Visit<Asked>): Promise<Shown> {
  return procedurePage(visit, 'mesures', async (procedure) => {
    const avancement = await visit.services.avancementMesures();
    if (!avancement.pret) return { body: waitingNotice(avancement), refreshAfter: 2 };
    const measured = await visit.services.measures(procedure, visit.query.depuis ?? null);
    const { mesure, niveau, depuis } = visit.query;
    const source = `${addressOf(procedure)}/mesures.svg?mesure=${mesure}&niveau=${niveau}${depuis === undefined ? '' : `&depuis=${depuis}`}`;
    return {
      isWide: true,
      body: html`${choices(procedure, visit.query)}
${measured.effectifs.size + measured.etats.size === 0 ? emptyState('procedure', 'Aucun dossier ne suit encore cette procédure', 'La carte se remplira dès le premier.') : null}
${callout('info', mesure === 'effectif' ? 'Sur une étape, combien de dossiers y sont. Plus la teinte est forte, plus ils sont nombreux.' : 'Sur une étape, la médiane puis le 90e centile des séjours terminés : ce qui a été constaté, non un délai promis. Sous 5 séjours, rien n’est dit.')}
${framedDrawing(source, `${procedure.titre}, carte de chaleur ; les mêmes chiffres sont dans le tableau plus bas.`, { ample: niveau === 'complet' })}
${disclosure('Voir les chiffres', figures(procedure, measured), { isOpen: false, id: 'chiffres' })}`,
    };
  });
}

/** The same as a picture. */
export async function measuredPicture(visit: Visit<Asked>): Promise<Shown> {
  const { id = '' } = visit.params;
  const { mesure, niveau, depuis = null } = visit.query;
  const procedure = findProcedure(id);
  if (!procedure) return { refusal: { code: 'introuvable', objet: 'procedure', id } };
  const measured = await visit.services.measures(procedure, depuis);
  const drawn = await drawMeasures(procedure, measured, { mesure, niveau }, { depuis });
  return {
    content: drawn ?? '',
    type: 'image/svg+xml; charset=utf-8',
    headers: { 'Cache-Control': 'private, max-age=5' },
  };
}

/** What is shown while every case is read for the first time; the page comes back by itself. */
export function waitingNotice({ lus, total }: Avancement): Html {
  return html`<div class="attente" role="status">${emptyState(
    'sablier',
    'Calcul en cours',
    html`<p>Le journal de chaque dossier est relu une fois : ${frenchNumber(lus)} sur ${plural(total, 'cas', 'cas')}. Cette page se recharge d’elle-même ; le reste du service n’attend pas.</p>
<p><progress max="${Math.max(1, total)}" value="${lus}" aria-label="Dossiers relus"></progress></p>`,
  )}</div>`;
}

function choices(procedure: Procedure, { mesure, niveau, depuis }: Asked): Html {
  const options = [
    ['effectif', 'Combien de dossiers'],
    ['duree', 'Combien de temps'],
  ] as const;
  const levels = [
    ['recit', 'Le récit'],
    ['complet', 'Toutes les étapes'],
  ] as const;
  const optional = html`Depuis le <span class="facultatif">(facultatif)</span>`;
  return filterLine(
    addressOf(procedure, 'mesures'),
    html`
${selectInput({ id: 'mesure', label: 'Mesure', options, chosen: mesure })}
${selectInput({ id: 'niveau', label: 'Vue', options: levels, chosen: niveau })}
${dayInput({ id: 'depuis', label: optional, value: depuis })}
`,
  );
}

function figures(procedure: Procedure, { effectifs, etats }: Measures): Html {
  const lines = chartOf(procedure).etats.flatMap(({ id, acteur, libelle, nature }) => {
    const stay = etats.get(id) ?? { sejours: 0, mediane: null, centile90: null };
    const effectif = effectifs.get(id) ?? 0;
    if (acteur === null || effectif + stay.sejours === 0) return [];
    return [{ libelle, nature: nature ? natures[nature] : '', effectif, ...stay }];
  });
  const days = (value: number | null) => (value === null ? 'trop peu de cas' : `${frenchNumber(value)} j`);
  return captionedTable('Étapes où des dossiers sont, ou sont passés', lines, [
    titleColumn('Étape', ({ libelle }) => libelle),
    column('Nature', ({ nature }) => nature),
    countColumn('Y sont', ({ effectif }) => frenchNumber(effectif)),
    countColumn('Séjours terminés', ({ sejours }) => frenchNumber(sejours)),
    countColumn('Médiane', ({ mediane }) => days(mediane)),
    countColumn('90e centile', ({ centile90 }) => days(centile90)),
  ]);
}
