import { z } from 'zod';
import { fingerprint } from '../../diagrams/drawings.ts';
import { ok } from '../../engine/refusal.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import { Fichier } from '../answers/diagrams.ts';
import { sendDrawing, ViewParams } from '../drawing.ts';
import { type Operation, operation } from '../operation.ts';
import { sendPiece } from '../piece.ts';

const le = z.iso.date('Indiquez un jour : 2026-01-31.').optional();
const LiveParams = ViewParams.extend({ le });
const svg = { type: 'image/svg+xml', schema: Fichier };

/** Cases on the picture of their machine. */
export function liveOperations(services: Services): Operation[] {
  return [
    ...(['dossier', 'certificat'] as const).flatMap((genre) => [picture(services, genre), text(services, genre)]),
    sites(services),
  ];
}

function picture(services: Services, genre: Genre): Operation {
  return operation({
    id: `${genre}s.dessiner`,
    methode: 'get',
    chemin: `/${genre}s/:id/diagramme.svg`,
    requete: LiveParams,
    resume: `Dessiner un ${genre} sur sa procédure, maintenant ou tel qu’il était un jour passé`,
    reponse: svg,
    async answer(asked) {
      const { id = '' } = asked.chemin;
      const drawn = await services.drawCase({ genre, id }, asked.requete.le ?? null, asked.requete);
      return drawn.ok ? ok(sendDrawing(asked, `${genre}-${id}.svg`, drawn.value)) : drawn;
    },
  });
}

function text(services: Services, genre: Genre): Operation {
  return operation({
    id: `${genre}s.decrire`,
    methode: 'get',
    chemin: `/${genre}s/:id/diagramme.txt`,
    requete: z.strictObject({ le }),
    resume: `Décrire en texte un ${genre} sur sa procédure : étapes en cours, passées, bloquées`,
    reponse: { type: 'text/plain', schema: Fichier },
    async answer(asked) {
      const { id = '' } = asked.chemin;
      const told = await services.tellCase({ genre, id }, asked.requete.le ?? null);
      if (!told.ok) return told;
      const piece = { nom: `${genre}-${id}.txt`, type: 'text/plain; charset=utf-8', corps: told.value };
      return ok(sendPiece(asked, { ...piece, empreinte: fingerprint(told.value) }));
    },
  });
}

function sites(services: Services): Operation {
  return operation({
    id: 'groupements.dessiner',
    methode: 'get',
    chemin: '/groupements/:id/diagramme.svg',
    requete: ViewParams,
    resume: 'Dessiner où en sont les sites d’un groupement, sur leur parcours',
    reponse: svg,
    async answer(asked) {
      const { id = '' } = asked.chemin;
      const drawn = await services.drawGroupement(id, asked.requete);
      return drawn.ok ? ok(sendDrawing(asked, `groupement-${id}.svg`, drawn.value)) : drawn;
    },
  });
}
