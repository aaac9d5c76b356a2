import { z } from 'zod';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { natures } from '../../../machines/step.ts';
import { frenchDay } from '../../diagrams/live/days.ts';
import { keptChart } from '../../diagrams/live/live.ts';
import { drawMeasures } from '../../diagrams/live/measured.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { Shown, Visit } from '../shell/screen.ts';
import { encart, pli, vide } from '../ui/blocks.ts';
import { table } from '../ui/table.ts';
import { combien, nombre, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { dessin } from './drawing.ts';
import { addressOf, procedurePage } from './frame.ts';

type Measures = Awaited<ReturnType<Services['measures']>>;
type Avancement = Awaited<ReturnType<Services['avancementMesures']>>;

/** What is measured, and since when. */
export const Mesure = z.object({
  mesure: z.enum(['effectif', 'duree']).default('effectif').catch('effectif'),
  depuis: z.string().transform(toIsoDay).pipe(z.iso.date()).optional().catch(undefined),
});
type Asked = z.output<typeof Mesure>;

/** Where cases stand or how long they stay, on the drawing of their procedure; or how far the count has come. */
export function mesures(visit: Visit<Asked>): Promise<Shown> {
  return procedurePage(visit, 'mesures', async (procedure) => {
    const avancement = await visit.services.avancementMesures();
    if (!avancement.pret) return { corps: attente(avancement), revient: 2 };
    const measured = await visit.services.measures(procedure, visit.query.depuis ?? null);
    const { mesure, depuis } = visit.query;
    const source = `${addressOf(procedure)}/mesures.svg?mesure=${mesure}${depuis === undefined ? '' : `&depuis=${depuis}`}`;
    return {
      large: true,
      corps: html`${choices(procedure, visit.query)}
${measured.effectifs.size + measured.etats.size === 0 ? vide('procedure', 'Aucun dossier ne suit encore cette procédure', 'La carte se remplira dès le premier.') : null}
${encart('info', mesure === 'effectif' ? 'Sur une étape, combien de dossiers y sont ; sur une flèche, combien de fois elle a été prise. Plus la teinte est forte, plus ils sont nombreux.' : 'Sur une étape, la médiane puis le 90e centile des séjours terminés : ce qui a été constaté, non un délai promis. Sous 5 séjours, rien n’est dit.')}
${dessin(source, `${procedure.titre}, carte de chaleur ; les mêmes chiffres sont dans le tableau plus bas.`, { ample: true })}
${pli('Voir les chiffres', figures(procedure, measured), { ouvert: false, id: 'chiffres' })}`,
    };
  });
}

/** The same as a picture. */
export async function measuredPicture(visit: Visit<Asked>): Promise<Shown> {
  const { id = '' } = visit.params;
  const { mesure, depuis = null } = visit.query;
  const procedure = findProcedure(id);
  if (!procedure) return { refus: { code: 'introuvable', objet: 'procedure', id } };
  const measured = await visit.services.measures(procedure, depuis);
  const since = depuis === null ? 'depuis toujours' : `depuis le ${frenchDay(depuis)}`;
  const sousTitre =
    mesure === 'effectif' ? `Effectifs actuels, passages ${since}` : `Durée des séjours terminés ${since}`;
  const drawn = await drawMeasures(procedure, measured, { mesure, niveau: 'complet' }, { sousTitre });
  return {
    envoi: drawn ?? '',
    type: 'image/svg+xml; charset=utf-8',
    entetes: { 'Cache-Control': 'private, max-age=5' },
  };
}

/** What is shown while every case is read for the first time; the page comes back by itself. */
export function attente({ lus, total }: Avancement): Html {
  return html`<div class="attente" role="status">${vide(
    'sablier',
    'Calcul en cours',
    html`<p>Le journal de chaque dossier est relu une fois : ${nombre(lus)} sur ${combien(total, 'cas', 'cas')}. Cette page se recharge d’elle-même ; le reste du service n’attend pas.</p>
<p><progress max="${Math.max(1, total)}" value="${lus}" aria-label="Dossiers relus"></progress></p>`,
  )}</div>`;
}

function choices(procedure: Procedure, { mesure, depuis }: Asked): Html {
  const option = (id: Asked['mesure'], libelle: string) =>
    html`<option value="${id}"${mesure === id && html` selected`}>${libelle}</option>`;
  return html`<form class="filtre-ligne" method="get" action="${addressOf(procedure, 'mesures')}">
<div class="champ"><label for="mesure">Mesure</label><select id="mesure" name="mesure">${option('effectif', 'Combien de dossiers')}${option('duree', 'Combien de temps')}</select></div>
<div class="champ"><label for="depuis">Depuis le <span class="facultatif">(facultatif)</span></label><input class="court" id="depuis" name="depuis" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA" value="${depuis && toFrenchDays(depuis)}"></div>
<button class="bouton second petit">Afficher</button></form>`;
}

interface Figure {
  libelle: string;
  nature: string;
  effectif: number;
  sejours: number;
  mediane: number | null;
  centile90: number | null;
}

function figures(procedure: Procedure, { effectifs, etats }: Measures): Html {
  const lines = keptChart(procedure).etats.flatMap(({ id, acteur, libelle, nature }): Figure[] => {
    const stay = etats.get(id) ?? { sejours: 0, mediane: null, centile90: null };
    const effectif = effectifs.get(id) ?? 0;
    if (acteur === null || effectif + stay.sejours === 0) return [];
    return [{ libelle, nature: nature ? natures[nature] : '', effectif, ...stay }];
  });
  const days = (value: number | null) => (value === null ? 'trop peu de cas' : `${nombre(value)} j`);
  return table<Figure>(
    {
      legende: 'Étapes où des dossiers sont, ou sont passés',
      colonnes: [
        { titre: 'Étape', role: 'titre', cellule: ({ libelle }) => libelle },
        { titre: 'Nature', cellule: ({ nature }) => nature },
        { titre: 'Y sont', role: 'nombre', cellule: ({ effectif }) => nombre(effectif) },
        { titre: 'Séjours terminés', role: 'nombre', cellule: ({ sejours }) => nombre(sejours) },
        { titre: 'Médiane', role: 'nombre', cellule: ({ mediane }) => days(mediane) },
        { titre: '90e centile', role: 'nombre', cellule: ({ centile90 }) => days(centile90) },
      ],
    },
    lines,
  );
}
