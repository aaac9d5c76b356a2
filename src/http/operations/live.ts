import { z } from 'zod';
import { fingerprint } from '../../diagrams/drawings.ts';
import { ok } from '../../engine/refusal.ts';
import type { Genre } from '../../store/genre.ts';
import { sendDrawing, ViewParams } from '../drawing.ts';
import { get, type Operation } from '../operation.ts';
import { aPiece, sendPiece } from '../piece.ts';
import { Fichier } from '../vocabulary.ts';

const le = z.iso
  .date('Indiquez un jour : 2026-01-31.')
  .optional()
  .meta({ description: 'Tel qu’il était ce jour-là : aujourd’hui, à défaut' });
const LiveParams = ViewParams.extend({ le });
const svg = { type: 'image/svg+xml', schema: Fichier, ...aPiece };

/** Cases on the picture of their machine. */
export function liveOperations(): Operation[] {
  return [...(['dossier', 'certificat'] as const).flatMap((genre) => [picture(genre), text(genre)]), sites()];
}

function picture(genre: Genre): Operation {
  return get(`${genre}s.dessiner`, `/${genre}s/:id/diagramme.svg`, {
    query: LiveParams,
    summary: `Dessiner un ${genre} sur sa procédure, maintenant ou tel qu’il était un jour passé`,
    reply: svg,
    async answer(asked) {
      const { id } = asked.params;
      const drawn = await asked.services.drawCase({ genre, id }, asked.query.le ?? null, asked.query);
      return drawn.ok ? ok(sendDrawing(asked, `${genre}-${id}.svg`, drawn.value)) : drawn;
    },
  });
}

function text(genre: Genre): Operation {
  return get(`${genre}s.decrire`, `/${genre}s/:id/diagramme.txt`, {
    query: z.strictObject({ le }),
    summary: `Décrire en texte un ${genre} sur sa procédure : étapes en cours, passées, bloquées`,
    reply: { type: 'text/plain', schema: Fichier, ...aPiece },
    async answer(asked) {
      const { id } = asked.params;
      const told = await asked.services.tellCase({ genre, id }, asked.query.le ?? null);
      if (!told.ok) return told;
      const piece = { nom: `${genre}-${id}.txt`, type: 'text/plain; charset=utf-8', body: told.value };
      return ok(sendPiece(asked, { ...piece, empreinte: fingerprint(told.value) }));
    },
  });
}

function sites(): Operation {
  return get('groupements.dessiner', '/groupements/:id/diagramme.svg', {
    query: ViewParams,
    summary: 'Dessiner où en sont les sites d’un groupement, sur leur parcours',
    reply: svg,
    async answer(asked) {
      const { id } = asked.params;
      const drawn = await asked.services.drawGroupement(id, asked.query);
      return drawn.ok ? ok(sendDrawing(asked, `groupement-${id}.svg`, drawn.value)) : drawn;
    },
  });
}
