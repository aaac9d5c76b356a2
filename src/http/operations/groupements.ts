import { z } from 'zod';
import { Etablissement } from '../../../machines/formulaires/etablissement.ts';
import type { Recorded } from '../../acts/act.ts';
import { SiteRattache } from '../../acts/groupement/membership.ts';
import type { SurveyOutcome } from '../../acts/groupement/survey.ts';
import { ok, type Result } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { encodages } from '../../survey/encoding.ts';
import { separateurs } from '../../survey/headings.ts';
import { within } from '../../web/access/guard.ts';
import { CSV_TYPE, matrixCsv } from '../../web/csv.ts';
import { table } from '../../web/ingress.ts';
import { affaires } from '../case-schemas.ts';
import { named } from '../named-request.ts';
import { type Answer, del, get, type Operation, post, type Request } from '../operation.ts';
import { receiptHeader, recordedHeaders, represent } from '../representation.ts';
import { versionAsked } from '../told-to.ts';
import { ActeurId, Fichier, Jour, ProcedureId, Statut, TypeDeFait } from '../vocabulary.ts';

const texte = z.string();

const Cellule = z
  .strictObject({
    etat: z.enum(['fait', 'aFaire', 'bloque', 'attente', 'recommande', 'facultatif', 'aVenir']),
    etape: texte.nullable().meta({ description: 'L’étape en cours' }),
    libelle: texte,
    acteur: ActeurId.nullable(),
    depuis: Jour.nullable().meta({ description: 'null là où rien n’est commencé, ou déjà passé' }),
    raison: texte.nullable().meta({ description: 'Ce qu’attend une étape bloquée' }),
  })
  .meta({ id: 'CelluleDeMatrice' });

const SiteNomme = z.strictObject({ id: texte, denomination: texte }).meta({ id: 'SiteNomme' });

/** The sites of a groupement against what each must have. */
const Matrice = z.strictObject({
  groupement: z.strictObject({ id: texte, nom: texte, genre: z.enum(['ght', 'groupe-prive']), statut: Statut }),
  procedure: ProcedureId,
  bilan: z
    .strictObject({
      enCours: z.int(),
      enService: z.int(),
      abandonnes: z.array(SiteNomme),
      clos: z.array(SiteNomme),
    })
    .meta({
      description:
        'Les sites par statut ; ceux qui sont abandonnés ou fermés ne retardent pas le groupement, et sont nommés à part',
    }),
  colonnes: z.array(z.strictObject({ id: texte, libelle: texte, source: texte })),
  sites: z.array(
    z
      .strictObject({
        id: texte,
        denomination: texte,
        siret: texte.nullable(),
        finess: texte.nullable(),
        statut: Statut,
        codePostal: texte,
        commune: texte,
        version: z.int(),
        etape: texte.nullable(),
        acteur: texte.nullable(),
        restant: z.int().nullable(),
        faits: z
          .array(TypeDeFait)
          .meta({ description: 'Les faits que ses étapes attendent et qu’il accepte maintenant' }),
        cellules: z.record(texte, Cellule).meta({ description: 'Par colonne' }),
      })
      .meta({ id: 'SiteDeMatrice' }),
  ),
});

const Remarque = z.strictObject({ colonne: texte.nullable(), message: texte });
const Fait = z.strictObject({ type: TypeDeFait, libelle: texte });

const Ligne = z
  .strictObject({
    ligne: z.int().meta({ description: 'Où elle commence dans le fichier, à partir de 1' }),
    statut: z.enum(['acceptee', 'corrigee', 'refusee']),
    denomination: texte,
    observations: texte.meta({ description: 'Ce qui est écrit à côté, gardé en note du dossier' }),
    corrections: z.array(Remarque),
    refus: z.array(Remarque).meta({ description: 'Pourquoi elle est refusée, et que faire' }),
    ouverture: Etablissement.nullable().meta({ description: 'Le site à ouvrir, s’il n’a pas encore de dossier' }),
    dossierId: texte.nullable(),
    enregistre: z.array(Fait),
    sansEffet: z.array(Fait.extend({ raison: texte })),
  })
  .meta({ id: 'LigneEtatDesLieux' });

/** What the état des lieux of a DSI does, line by line. */
const EtatDesLieux = z.strictObject({
  apercu: z.boolean().meta({ description: 'Si rien n’a été écrit' }),
  encodage: z.enum(Object.keys(encodages) as [string, ...string[]]),
  separateur: z.enum(Object.keys(separateurs) as [string, ...string[]]),
  entete: z.int().meta({ description: '0 : une extraction de FINESS, qui n’en a pas' }),
  colonnes: z.array(texte),
  ignorees: z.array(texte).meta({ description: 'Les colonnes qui n’ont pas été lues' }),
  remarques: z.array(texte).meta({ description: 'D’un classeur : les feuilles lues et non lues' }),
  lignes: z.array(Ligne),
  empreinte: texte.meta({ description: 'À rendre en « empreinte » pour n’enregistrer que ce qui a été vu' }),
});

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

/** A dossier that has changed groupement. */
const Deplace = z.strictObject({ dossier: affaires.dossier });

/** What concerns all the sites of a groupement at once. */
export function groupementOperations(): Operation[] {
  return [
    get('groupements.matrice', '/groupements/:id/matrice', {
      compresse: true,
      summary: 'Lire où en est chaque site d’un groupement, prérequis par prérequis',
      reply: { schema: Matrice },
      async answer(asked) {
        const found = await matrixFor(asked);
        if (!found.ok) return found;
        const { procedure, bilan, colonnes, sites, ...groupement } = found.value;
        return ok({ body: { groupement, procedure, bilan, colonnes, sites } });
      },
    }),
    get('groupements.matrice-csv', '/groupements/:id/matrice.csv', {
      summary: 'Exporter en CSV où en est chaque site d’un groupement',
      reply: { type: 'text/csv', schema: Fichier, headers: ['Content-Disposition'] },
      async answer(asked) {
        const found = await matrixFor(asked);
        if (!found.ok) return found;
        const headers = { 'Content-Disposition': `attachment; filename="sites-${asked.services.today()}.csv"` };
        return ok({ type: CSV_TYPE, headers, body: matrixCsv(found.value) });
      },
    }),
    post('groupements.etat-des-lieux', '/groupements/:id/etat-des-lieux', {
      body: table,
      query: SurveyParams,
      seRejoue: true,
      summary: 'Recevoir l’état des lieux d’une DSI : un tableau (CSV, .xlsx ou .ods), une ligne par site',
      reply: { schema: EtatDesLieux, headers: ['Recu'] },
      async answer({ services, params: { id }, query, body, request, identite, demande }) {
        const { apercu, ouvrir, date = null, empreinte = null } = query;
        const octets = Buffer.from(body, 'latin1');
        const input = { octets, ouvrir: ouvrir === 'oui', date, empreinte };
        if (apercu === 'oui') return foreseen(await services.foreseeSurvey(id, input));
        let outcome: SurveyOutcome | null = null;
        const act = {
          auteur: auteurOf(identite),
          version: await versionAsked(services, { genre: 'groupement', id }, request),
          demande: named(demande, () => tell(outcome as unknown as SurveyOutcome, false)),
        };
        const seen = (settled: SurveyOutcome) => {
          outcome = settled;
        };
        const recorded = await services.recordSurvey(id, { ...input, seen }, act);
        if (!recorded.ok) return recorded;
        const { outcome: settled, recorded: written } = recorded.value;
        return ok({ ...tell(settled, false), headers: receiptHeader(written.recu) });
      },
    }),
    post('groupements.rattacher', '/groupements/:id/sites', {
      body: SiteRattache,
      seRejoue: true,
      summary: 'Faire entrer un dossier dans un groupement, avec son historique',
      reply: { schema: Deplace, headers: ['ETag', 'Recu'] },
      async answer({ services, params: { id }, body, identite, demande }) {
        const act = { auteur: auteurOf(identite), version: null, demande: named(demande, moved) };
        const recorded = await services.attachSite(id, body, act);
        return recorded.ok ? ok(moved(recorded.value)) : recorded;
      },
    }),
    del('groupements.detacher', '/groupements/:id/sites/:dossierId', {
      summary: 'Faire sortir un dossier de son groupement, avec son historique',
      reply: { schema: Deplace, headers: ['ETag', 'Recu'] },
      async answer({ services, params: { id, dossierId }, identite }) {
        const site = { groupementId: id, dossierId };
        const recorded = await services.detachSite(site, { auteur: auteurOf(identite), version: null });
        return recorded.ok ? ok(moved(recorded.value)) : recorded;
      },
    }),
  ];
}

/** The dossier as it stands where it has gone. */
function moved(recorded: Recorded): Answer {
  return { headers: recordedHeaders(recorded), body: `{"dossier":${represent(recorded.row)}}` };
}

function matrixFor({ services, params: { id }, identite }: Request<{ id: string }>) {
  return services.matrice(id, within(identite, services.today(), { genre: 'dossier', limite: 1 }));
}

function foreseen(outcome: Result<SurveyOutcome>) {
  return outcome.ok ? ok(tell(outcome.value, true)) : outcome;
}

function tell(outcome: SurveyOutcome, apercu: boolean): Answer {
  return { body: { apercu, ...outcome } };
}
