import { z } from 'zod';
import type { Recorded } from '../../acts/act.ts';
import { SiteRattache } from '../../acts/groupement/membership.ts';
import type { SurveyOutcome } from '../../acts/groupement/survey.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { within } from '../../web/access/reach.ts';
import { CSV_TYPE } from '../../web/csv.ts';
import { matrixCsv } from '../../web/matrix-csv.ts';
import { deplace } from '../answers/cases.ts';
import { Fichier } from '../answers/diagrams.ts';
import { EtatDesLieux, Matrice } from '../answers/groupements.ts';
import { named } from '../named-request.ts';
import { type Answer, type Asked, type Operation, operation } from '../operation.ts';
import { represent, versionTag, versionWanted } from '../representation.ts';

const ouiNon = z.enum(['oui', 'non'], 'Indiquez « oui » ou « non ».').default('non');
const SurveyParams = z.strictObject({
  apercu: ouiNon.meta({ description: 'Lire sans rien enregistrer' }),
  ouvrir: ouiNon.meta({ description: 'Ouvrir aussi les sites qui n’ont pas encore de dossier' }),
  date: z.iso.date('Indiquez un jour : 2026-01-31.').optional().meta({ description: 'Celle de l’état des lieux' }),
  empreinte: z
    .string()
    .max(64)
    .optional()
    .meta({ description: 'Celle d’un aperçu : 412 si l’effet n’est plus le même' }),
});

/** What concerns all the sites of a groupement at once. */
export function groupementOperations(services: Services): Operation[] {
  return [
    operation({
      id: 'groupements.matrice',
      methode: 'get',
      chemin: '/groupements/:id/matrice',
      resume: 'Lire où en est chaque site d’un groupement, prérequis par prérequis',
      reponse: { schema: Matrice },
      async answer(asked) {
        const found = await matrixFor(services, asked);
        if (!found.ok) return found;
        const { procedure, bilan, colonnes, sites, ...groupement } = found.value;
        return ok({ corps: { groupement, procedure, bilan, colonnes, sites } });
      },
    }),
    operation({
      id: 'groupements.matrice-csv',
      methode: 'get',
      chemin: '/groupements/:id/matrice.csv',
      resume: 'Exporter en CSV où en est chaque site d’un groupement',
      reponse: { type: 'text/csv', schema: Fichier },
      async answer(asked) {
        const found = await matrixFor(services, asked);
        if (!found.ok) return found;
        const entetes = { 'Content-Disposition': `attachment; filename="sites-${services.today()}.csv"` };
        return ok({ type: CSV_TYPE, entetes, corps: matrixCsv(found.value) });
      },
    }),
    operation({
      id: 'groupements.etat-des-lieux',
      methode: 'post',
      chemin: '/groupements/:id/etat-des-lieux',
      corps: z.string(),
      typeCorps: 'text/csv',
      requete: SurveyParams,
      seRejoue: true,
      resume: 'Recevoir l’état des lieux d’une DSI : un tableau, une ligne par site',
      reponse: { schema: EtatDesLieux },
      async answer({ chemin: { id = '' }, requete, corps, entete, identite, demande }) {
        const { apercu, ouvrir, date = null, empreinte = null } = requete;
        const octets = Buffer.from(corps as string, 'latin1');
        const input = { octets, ouvrir: ouvrir === 'oui', date, empreinte };
        if (apercu === 'oui') return answered(await services.foreseeSurvey(id, input), true);
        let outcome: SurveyOutcome | null = null;
        const act = {
          auteur: auteurOf(identite),
          version: versionWanted(entete('if-match')),
          demande: named(demande, () => tell(outcome as unknown as SurveyOutcome, false)),
        };
        const seen = (settled: SurveyOutcome) => {
          outcome = settled;
        };
        const recorded = await services.recordSurvey(id, { ...input, seen }, act);
        return answered(recorded.ok ? ok(recorded.value.outcome) : recorded, false);
      },
    }),
    operation({
      id: 'groupements.rattacher',
      methode: 'post',
      chemin: '/groupements/:id/sites',
      corps: SiteRattache,
      seRejoue: true,
      resume: 'Faire entrer un dossier dans un groupement, avec son historique',
      reponse: { schema: deplace },
      async answer({ chemin: { id = '' }, corps, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, moved) };
        const recorded = await services.attachSite(id, corps, act);
        return recorded.ok ? ok(moved(recorded.value)) : recorded;
      },
    }),
    operation({
      id: 'groupements.detacher',
      methode: 'delete',
      chemin: '/groupements/:id/sites/:dossierId',
      resume: 'Faire sortir un dossier de son groupement, avec son historique',
      reponse: { schema: deplace },
      async answer({ chemin: { id = '', dossierId = '' }, identite }) {
        const site = { groupementId: id, dossierId };
        const recorded = await services.detachSite(site, { auteur: auteurOf(identite), version: null });
        return recorded.ok ? ok(moved(recorded.value)) : recorded;
      },
    }),
  ];
}

/** The dossier as it stands where it has gone. */
function moved({ row }: Recorded): Answer {
  return { entetes: versionTag(row.version), corps: `{"dossier":${represent(row)}}` };
}

function matrixFor(services: Services, { chemin: { id = '' }, identite }: Asked) {
  return services.matrice(id, within(identite, services.today(), { genre: 'dossier', limite: 1 }));
}

function answered(outcome: Result<SurveyOutcome>, apercu: boolean) {
  return outcome.ok ? ok(tell(outcome.value, apercu)) : outcome;
}

function tell(outcome: SurveyOutcome, apercu: boolean): Answer {
  return { corps: { apercu, ...outcome } };
}
