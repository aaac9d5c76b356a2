import { z } from 'zod';
import { findProcedure } from '../../../machines/index.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import { french } from '../../days.ts';
import { drawMeasures } from '../../diagrams/live/counts.ts';
import { err, ok } from '../../engine/refusal.ts';
import type { Identity } from '../../identity/identity.ts';
import { sendDrawing, ViewParams } from '../drawing.ts';
import { get, type Operation } from '../operation.ts';
import { aPiece } from '../piece.ts';
import { DiagramParams } from '../query.ts';
import { Fichier } from '../vocabulary.ts';

const MeasureParams = ViewParams.extend({
  ...DiagramParams.shape,
  mesure: z
    .enum(['effectif', 'duree'], 'Indiquez une mesure : effectif ou duree.')
    .default('effectif')
    .meta({ description: 'Combien en sont où, ou combien de temps ils y restent' }),
  niveau: z.enum(['complet'], 'Les mesures se lisent sur la vue complète, ou sur une région.').default('complet').meta({
    description: 'Toujours entière ; « region » en prend une partie',
  }),
  depuis: z.iso
    .date('Indiquez un jour : 2026-01-31.')
    .optional()
    .meta({ description: 'Ce qui s’est passé depuis ce jour' }),
});

/** Where the cases of a procedure stand and how long they stay: `diagramme.svg` asked with a `mesure` leads here. */
export function measureOperation(): Operation {
  return get('procedures.mesurer', '/procedures/:id/mesures.svg', {
    query: MeasureParams,
    summary: 'Dessiner où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape',
    reply: { type: 'image/svg+xml', schema: Fichier, ...aPiece },
    async answer(asked) {
      const { id } = asked.params;
      const { version, depuis = null, region, niveau, theme, mesure } = asked.query;
      const procedure = findProcedure(id, version);
      if (!procedure) return err({ code: 'introuvable', objet: 'procedure', id });
      if (!maySeeAll(asked.identite, id))
        return err({ code: 'droit-insuffisant', roles: ['agent', 'superviseur', 'lecteur'] });
      const measured = await asked.services.measures(procedure, depuis);
      const since = depuis === null ? 'depuis toujours' : `depuis le ${french(depuis)}`;
      const sousTitre =
        mesure === 'effectif' ? `Effectifs actuels, passages ${since}` : `Durée des séjours terminés ${since}`;
      const view = { mesure, ...(region === undefined ? { niveau } : { region }) };
      const drawn = drawMeasures(procedure, measured, view, { sousTitre, theme });
      if (!drawn) return err(unknownRegion(procedure, { region }));
      return ok(sendDrawing(asked, `${id}.v${procedure.version}.${mesure}.svg`, await drawn));
    },
  });
}

/** A key that is limited to some cases is not told of all. */
function maySeeAll({ dossiers, procedures }: Identity, id: string): boolean {
  return dossiers === null && (procedures === null || procedures.includes(id));
}
