import { z } from 'zod';
import { tellSource } from '../../../machines/source.ts';
import type { CaseHistory } from '../../acts/reading/history.ts';
import { fingerprint } from '../../diagrams/drawings.ts';
import { drawSites } from '../../diagrams/live/counts.ts';
import { frenchDay } from '../../diagrams/live/days.ts';
import { drawLive, tellLive } from '../../diagrams/live/live.ts';
import { err, ok } from '../../engine/refusal.ts';
import type { Services } from '../../services.ts';
import type { Genre } from '../../store/genre.ts';
import { Fichier } from '../answers/diagrams.ts';
import { sendDrawing, unknownRegion, ViewParams } from '../drawing.ts';
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
      const { le = null, region, niveau, theme } = asked.requete;
      const found = await services.history({ genre, id }, le);
      if (!found.ok) return found;
      const { procedure } = found.value.instance;
      const sousTitre = [nameOf(found.value), ...stateOf(found.value, le)].join(' · ');
      const view = region === undefined ? { niveau } : { region };
      const drawn = drawLive(procedure, found.value.histoire, view, { sousTitre, theme });
      if (!drawn) return err(unknownRegion(procedure, region));
      return ok(sendDrawing(asked, `${genre}-${id}.svg`, await drawn));
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
      const { le = null } = asked.requete;
      const found = await services.history({ genre, id }, le);
      if (!found.ok) return found;
      const { procedure } = found.value.instance;
      const heading = [
        nameOf(found.value),
        `${procedure.titre}, ${tellSource(procedure.source)}`,
        ...stateOf(found.value, le),
      ];
      const corps = tellLive(procedure, found.value.histoire, heading);
      const piece = { nom: `${genre}-${id}.txt`, type: 'text/plain; charset=utf-8', empreinte: fingerprint(corps) };
      return ok(sendPiece(asked, { ...piece, corps }));
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
      const { region, niveau, theme } = asked.requete;
      const found = await services.siteStates(id);
      if (!found.ok) return found;
      const { nom, procedure, autreVersion, ...states } = found.value;
      const others = autreVersion > 0 ? [`${autreVersion} autres suivent une version précédente`] : [];
      const sousTitre = [
        nom,
        states.sites.length > 1 ? `${states.sites.length} sites` : `${states.sites.length} site`,
        ...others,
      ].join(' · ');
      const drawn = drawSites(procedure, states.sites, region === undefined ? { niveau } : { region }, {
        sousTitre,
        theme,
      });
      if (!drawn) return err(unknownRegion(procedure, region));
      return ok(sendDrawing(asked, `groupement-${id}.svg`, await drawn));
    },
  });
}

function nameOf({ instance: { id, fiche } }: CaseHistory): string {
  const { denomination, usage, beneficiaire } = fiche as Record<string, unknown>;
  const { prenom, nom } = (beneficiaire ?? {}) as Record<string, string>;
  if (denomination) return `${denomination}`;
  return beneficiaire ? `Certificat ${usage}, ${prenom} ${nom}` : id;
}

/** When it is seen, and what its journal cannot tell any more. */
function stateOf(
  { instance, histoire: { effaces, ecartes }, dernier, diverge }: CaseHistory,
  le: string | null,
): string[] {
  const when =
    le === null
      ? `version ${instance.version}, dernier fait le ${frenchDay(dernier)}`
      : `tel qu’il était le ${frenchDay(le)}`;
  const erased = `${effaces} saisies effacées : l’historique est rejoué d’après des exemples`;
  const led = 'l’historique ne mène plus à l’état enregistré, qui est montré';
  const left = `${ecartes} faits antérieurs, enregistrés après d’autres, ne peuvent être rejoués seuls`;
  return [when, ...(effaces > 0 ? [erased] : []), ...(diverge ? [led] : []), ...(ecartes > 0 ? [left] : [])];
}
