import type { Refusal } from '../../../engine/refusal.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { amendTable } from '../../../survey/amend.ts';
import { grouped } from '../../../survey/cells/identifiers.ts';
import { decodeTable } from '../../../survey/encoding.ts';
import { type Colonne, colonnes } from '../../../survey/spellings.ts';
import type { Column } from '../../../web/csv.ts';
import { refusalWords } from '../../dossier/faits/form.ts';
import { type Content, casePage, caseTab, mayAct } from '../../dossier/frame.ts';
import { type CaseRead, pathOf } from '../../dossier/read/case.ts';
import { get, post, type Screen, type Visit } from '../../shell/screen.ts';
import { csvFile, type Shown } from '../../shell/shown.ts';
import { toFrenchDays, toIsoDay } from '../../ui/words.ts';
import { matrixOf } from '../sites/sites.ts';
import type { MatrixSite } from '../sites/table.ts';
import {
  amendmentsIn,
  type Deposit,
  depositContent,
  previewContent,
  resultContent,
  type SurveyInput,
} from './pages.ts';

/** Where the état des lieux of a DSI is asked for, brought, looked at and recorded. */
export function surveyScreens(): Screen[] {
  const path = '/groupements/:id/etat-des-lieux';
  return [
    caseTab('groupement', 'etat-des-lieux', 'groupements.lire', (visit, groupement) => {
      const date = visit.services.today();
      const depot = { base: baseOf(groupement), text: '', date, opens: true, fault: null, dayFault: null };
      return { body: depositContent(depot, receivedOn(groupement), mayAct(visit, groupement)) };
    }),
    post(
      path,
      'groupements.etat-des-lieux',
      (visit) => casePage(visit, 'groupement', 'etat-des-lieux', (groupement) => deposit(visit, groupement)),
      { file: 'tableau' },
    ),
    get(`${path}/modele.csv`, 'groupements.matrice', (visit) =>
      casePage(visit, 'groupement', 'etat-des-lieux', async (groupement) => {
        const found = await matrixOf(visit, groupement);
        if (!found.ok) return { refusal: found.error };
        const followed = found.value.sites.filter(({ statut }) => statut !== 'abandonne');
        return csvFile('etat-des-lieux.csv', modelColumns, followed);
      }),
    ),
  ];
}

function baseOf(groupement: CaseRead): string {
  return `${pathOf(groupement.cible)}/etat-des-lieux`;
}

/** When the last one came; null when none did. */
function receivedOn({ etat }: CaseRead): string | null {
  const since = etat?.depuis['etatDesLieux.recu'];
  return since === undefined ? null : toFrenchDays(since);
}

/** The table as bytes and as text, before which a file counts; whether cells were corrected since it was shown. */
function broughtBy({ body }: Visit) {
  const { fichier } = body;
  const typed = body.get('texte') ?? '';
  const texte = amendTable(typed, amendmentsIn(body));
  if (!fichier) return { octets: Buffer.from(texte), texte, isAmended: texte !== typed };
  const decoded = decodeTable(fichier.octets);
  return { octets: fichier.octets, texte: decoded.ok ? decoded.value.texte : texte, isAmended: false };
}

/** A table that is being brought to a groupement. */
interface Bringing {
  visit: Visit;
  groupement: CaseRead;
  depot: Deposit;
  input: SurveyInput;
}

async function deposit(visit: Visit, groupement: CaseRead): Promise<Content | Shown> {
  const { body, services } = visit;
  const { octets, texte, isAmended } = broughtBy(visit);
  const date = toIsoDay(body.get('date') ?? '') || services.today();
  const ouvrir = body.get('ouvrir') === 'oui';
  const fauteDate = dayFault(date, services.lastDay());
  const depot: Deposit = {
    base: baseOf(groupement),
    text: texte,
    date,
    opens: ouvrir,
    fault: null,
    dayFault: fauteDate,
  };
  if (fauteDate !== null) return again(groupement, depot);
  const input = { octets, ouvrir, date, empreinte: body.get('empreinte') ?? null };
  const isConfirmed = body.get('action') === 'enregistrer' && input.empreinte !== null && !isAmended;
  const bringing = { visit, groupement, depot, input };
  return await (isConfirmed ? record(bringing) : preview(bringing, false));
}

function again(groupement: CaseRead, depot: Deposit): Content {
  return { status: 422, hasFaults: true, body: depositContent(depot, receivedOn(groupement), true) };
}

async function preview({ visit, groupement, depot, input }: Bringing, perime: boolean): Promise<Content | Shown> {
  const seen = await visit.services.foreseeSurvey(groupement.cible.id, { ...input, empreinte: null });
  if (!seen.ok) return refused(groupement, depot, seen.error);
  const corps = previewContent(seen.value, depot, perime);
  return { status: perime ? 409 : 200, title: 'Aperçu de l’état des lieux', body: corps };
}

/** Records what was seen; when it would do something else now, that is shown first. */
async function record(bringing: Bringing): Promise<Content | Shown> {
  const { visit, groupement, depot, input } = bringing;
  const act = { auteur: auteurOf(visit.identite), version: null };
  const recorded = await visit.services.recordSurvey(groupement.cible.id, input, act);
  if (recorded.ok) return { title: 'État des lieux enregistré', body: resultContent(recorded.value.outcome, depot) };
  if (recorded.error.code === 'version-perimee') return preview(bringing, true);
  return refused(groupement, depot, recorded.error);
}

function refused(groupement: CaseRead, depot: Deposit, error: Refusal): Content | Shown {
  if (error.code !== 'saisie-invalide') return { refusal: error };
  return again(groupement, { ...depot, fault: refusalWords(error) });
}

function dayFault(date: string, today: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    return 'Saisissez un jour du calendrier : JJ/MM/AAAA.';
  return date > today ? 'Un état des lieux est déjà fait : indiquez aujourd’hui au plus tard.' : null;
}

const known: Readonly<Partial<Record<Colonne, (site: MatrixSite) => string>>> = {
  denomination: ({ denomination }) => denomination,
  siret: ({ siret }) => grouped(siret ?? ''),
  finess: ({ finess }) => (finess === null ? 'aucun' : grouped(finess)),
  codePostal: ({ codePostal }) => codePostal,
  commune: ({ commune }) => commune,
  contrat: ({ cellules }) => (cellules['contrat']?.etat === 'fait' ? 'oui' : ''),
};

/** The table to send to a DSI, with what is already known of its sites; numbers in groups, which no spreadsheet rounds. */
const modelColumns = (Object.entries(colonnes) as [Colonne, string][]).map(
  ([colonne, titre]): Column<MatrixSite> => ({ titre, valeur: (site) => known[colonne]?.(site) ?? '' }),
);
