import { Readable } from 'node:stream';
import { explainSecret } from '../../../machines/formulaires/champs.ts';
import { findProcedure } from '../../../machines/index.ts';
import { tellStatut } from '../../../machines/procedure.ts';
import { acteurs } from '../../../machines/step.ts';
import { daysBetween } from '../../days.ts';
import type { LigneTravail } from '../../desk/work/travail.ts';
import { originOf } from '../../web/access/credentials.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Column, CSV_TYPE, csvHead, csvLines } from '../../web/csv.ts';
import { html } from '../../web/html.ts';
import { toFileLink } from '../classement.ts';
import { ownPropositions, ownRelances } from '../dossier/relances.ts';
import { sinceYesterday } from '../notifications/notifications.ts';
import { preferencesOf } from '../shell/cookies.ts';
import { get, localPath, post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { assign, recordMany } from './bulk.ts';
import { knownNames } from './filters.ts';
import { RENEWAL, relevant } from './lines.ts';
import { journeePage } from './page.ts';
import { search } from './palette.ts';
import { isNarrowed, type ListTab, type ListVisit, Requete, rememberList, toDemand } from './query.ts';

/** The worklist, and all that is done from it. */
export function journeeScreens(): Screen[] {
  const lire = 'dossiers.lister';
  const agir = 'dossiers.faits';
  return [
    get('/', lire, look, { query: Requete }),
    get(
      '/journee/export.csv',
      'dossiers.exporter',
      async (visit) => exportList(visit, visit.query.onglet ?? 'tous', (await knownNames(visit)).noms),
      { query: Requete },
    ),
    get('/recherche', lire, search),
    post('/journee/affectation', agir, assign),
    post('/journee/lot', agir, recordMany),
    post('/journee/vues', lire, saveView),
    post('/journee/vues/:vue/supprimer', lire, removeView),
  ];
}

/** One’s own dossiers first; all of them for whoever has none. */
async function look(visit: ListVisit): Promise<Shown> {
  const { services, query, identite, request } = visit;
  const first = query.onglet ?? (isNarrowed(query) ? 'tous' : 'miennes');
  const acts = visit.apart || droitDe('dossiers.faits', identite) === 'tous';
  const [asked, choices, vues, dues, proposed, hier, toFile] = await Promise.all([
    services.travail.lire(toDemand({ ...query, onglet: first }, identite)),
    knownNames(visit),
    services.travail.vues(identite.id),
    ownRelances(services, identite.id),
    acts ? ownPropositions(services, identite.id) : null,
    sinceYesterday(services, identite.id),
    acts ? toFileLink(services) : null,
  ]);
  const isElsewhere = query.onglet === undefined && asked.comptes.nombres[first] === 0;
  const onglet = isElsewhere ? 'tous' : first;
  const travail = isElsewhere ? await services.travail.lire(toDemand({ ...query, onglet }, identite)) : asked;
  const { densite, cachees } = preferencesOf(request, identite);
  const display = { vues, densite, hidden: new Set(cachees.split('.')) };
  const page = journeePage(visit, {
    ...display,
    onglet,
    travail,
    choices,
    relances: html`${dues}${proposed}`,
    hier,
    toFile,
  });
  return { ...page, cookies: rememberList({ ...query, onglet }, identite) };
}

async function saveView({ services, identite, body }: Visit): Promise<Shown> {
  const requete = new URLSearchParams(body.get('requete') ?? '').toString().slice(0, 2_000);
  const back = localPath(`/?${requete}`);
  const nom = (body.get('nom') ?? '').replace(/\s+/g, ' ').trim().slice(0, 60);
  const secret = explainSecret(nom);
  if (secret) return redirect(back, secret, 'attention');
  if (nom === '') return redirect(back, 'Donnez un nom à la vue pour l’enregistrer.', 'attention');
  const partagee = body.get('partagee') === 'oui';
  const kept = await services.travail.ajouterVue({ nom, requete, partagee, auteur: identite.id });
  if (!kept.ok) return redirect(back, `Une vue s’appelle déjà « ${nom} » : choisissez un autre nom.`, 'attention');
  return redirect(back, `La vue « ${nom} » est enregistrée${partagee ? ' pour tous' : ''}.`);
}

async function removeView({ services, identite, params }: Visit): Promise<Shown> {
  const removed = await services.travail.retirerVue(params['vue'] ?? '', identite.id, identite.role === 'superviseur');
  return removed.ok
    ? redirect('/', 'La vue est supprimée.')
    : redirect('/', 'Cette vue n’est plus là, ou n’est pas la vôtre.', 'attention');
}

/** Exactly what is seen, all its pages: the same filters, in the same order. */
function exportList(visit: ListVisit, onglet: ListTab, comptes: ReadonlyMap<string, string>): Shown {
  const { services, query, identite } = visit;
  const { page: _page, parPage: _parPage, ...demande } = toDemand({ ...query, onglet }, identite);
  const columns = columnsFor(visit, onglet, comptes);
  const lines = services.travail.parcourir(demande);
  return {
    content: Readable.from(tableOf(lines, columns)),
    type: CSV_TYPE,
    filename: `ma-journee-${onglet}-${services.today()}.csv`,
  };
}

async function* tableOf(lines: AsyncIterable<LigneTravail[]>, columns: readonly Column<LigneTravail>[]) {
  yield csvHead(columns);
  for await (const some of lines) if (some.length > 0) yield csvLines(columns, some);
}

function columnsFor(
  { services, query, request }: ListVisit,
  onglet: ListTab,
  comptes: ReadonlyMap<string, string>,
): Column<LigneTravail>[] {
  const aujourdhui = services.today();
  const of = (ligne: LigneTravail) => relevant(ligne, { query, tab: onglet });
  const lateness = (ligne: LigneTravail) => {
    const attente = of(ligne);
    return attente?.limite ? Math.max(0, daysBetween(attente.limite, aujourdhui)) : null;
  };
  const origin = originOf(services, request);
  return [
    { titre: 'Dénomination', valeur: ({ denomination }) => denomination },
    { titre: 'SIRET', valeur: ({ siret }) => siret },
    { titre: 'FINESS', valeur: ({ finess }) => finess },
    { titre: 'Commune', valeur: ({ commune }) => commune },
    { titre: 'Département', valeur: ({ departement }) => departement },
    { titre: 'Groupement', valeur: ({ groupementNom }) => groupementNom },
    { titre: 'Parcours', valeur: ({ procedure }) => findProcedure(procedure)?.titre ?? procedure },
    { titre: 'Statut', valeur: ({ statut }) => tellStatut(statut) },
    { titre: 'Prochaine étape', valeur: (ligne) => of(ligne)?.libelle ?? null },
    { titre: 'Qui doit agir', valeur: (ligne) => labelOf(of(ligne)?.acteur) },
    { titre: 'Depuis le', valeur: (ligne) => of(ligne)?.depuis ?? null },
    { titre: 'Échéance', valeur: (ligne) => of(ligne)?.limite ?? null },
    { titre: 'Jours de retard', valeur: lateness },
    { titre: 'Reste à faire', valeur: ({ restant }) => restant },
    {
      titre: 'À renouveler avant le',
      valeur: ({ attentes }) => attentes.find(({ etape }) => etape === RENEWAL)?.limite ?? null,
    },
    { titre: 'Affecté à', valeur: ({ affecteA }) => affecteA && (comptes.get(affecteA) ?? affecteA) },
    { titre: 'Lien', valeur: ({ id }) => `${origin}/dossiers/${id}` },
  ];
}

function labelOf(acteur: keyof typeof acteurs | undefined): string | null {
  return acteur === undefined ? null : acteurs[acteur];
}
