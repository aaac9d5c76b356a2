import { type ListeRevocation, readCrl } from '../../pki/crl.ts';
import { droitDe } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { toProblem } from '../../web/problem.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, toCorrect } from '../shell/shown.ts';
import { alert, callout, panel, properties } from '../ui/blocks.ts';
import { actionForm, button } from '../ui/button.ts';
import { atField, faultSummary, faultsAt, fileInput } from '../ui/field.ts';
import { actionColumn, column, table, titleColumn } from '../ui/table.ts';
import { frenchNumber, longDay, plural, shortDay } from '../ui/words.ts';

const PATH = '/pilotage/certificats/revocations';
const FILE = 'liste';
/** More would be no day’s work. */
const MOST = 200;

/**
 * Where the list of revocations in force is held against the certificates that are followed here, and another is brought: it takes its place
 * once believed, but in a demonstration, where nothing of it is kept.
 */
export function revocationScreens(): Screen[] {
  const right = 'procedures.mesurer';
  return [get(PATH, right, current), post(PATH, right, bring, { file: FILE })];
}

async function current(visit: Visit): Promise<Page> {
  const list = visit.services.revocations?.enVigueur();
  return page(null, list ? await against(list, visit, false) : null);
}

async function bring(visit: Visit): Promise<Page> {
  const { body, services, apart } = visit;
  if (!body.fichier) return page('Choisissez d’abord un fichier.', null);
  const { octets } = body.fichier;
  const rules = { autorites: services.autorites, jour: services.today(), essai: apart };
  const kept = apart || !services.revocations ? readCrl(octets, rules) : services.revocations.proposer(octets);
  if (!kept.ok) return page(toProblem(kept.error).detail, null);
  if (!apart) await services.signalerRevoques(kept.value);
  return page(null, await against(kept.value, visit, true));
}

async function against(list: ListeRevocation, { services, identite, apart }: Visit, isAnswer: boolean): Promise<Html> {
  const lines = await services.inventaire.revoques(list, MOST);
  const acts = apart || droitDe('certificats.faits', identite) === 'tous';
  return found(list, lines, { acts, today: services.today(), isAnswer });
}

const asked = {
  id: FILE,
  label: 'Liste de révocation (CRL)',
  help: 'Le fichier .crl que l’IGC-Santé publie, 2 Mio au plus. Sa signature et sa date sont vérifiées ; la liste reste en vigueur jusqu’à la suivante.',
};

function page(fault: string | null, result: Html | null): Page {
  const erreurs = atField(FILE, fault);
  const reading = button('Lire la liste', 'second', { icon: 'document', isSmall: true });
  return {
    title: 'Révocations',
    section: 'pilotage',
    trail: [
      { label: 'Pilotage', href: '/pilotage' },
      { label: 'Certificats par date de fin', href: '/pilotage/certificats' },
    ],
    ...toCorrect(erreurs),
    body: html`<div class="pile"><div class="panneau">${actionForm(
      { action: PATH, attributes: { enctype: 'multipart/form-data', class: 'saisie' } },
      html`${faultSummary([asked], erreurs)}
${fileInput({ ...asked, faults: faultsAt(erreurs, FILE), accept: '.crl,.pem', button: reading })}`,
    )}</div>${result}</div>`,
  };
}

type Ending = Awaited<ReturnType<Visit['services']['inventaire']['lire']>>[number];

function found(
  list: ListeRevocation,
  lines: readonly Ending[],
  { acts, today, isAnswer }: { acts: boolean; today: string; isAnswer: boolean },
): Html {
  const { emetteur, du, prochaine, partielle, revoques } = list;
  const verdict =
    lines.length === 0
      ? callout('bien', 'Aucun certificat suivi ici n’est dans cette liste.')
      : callout(
          'faute',
          `${plural(lines.length, 'certificat suivi ici est révoqué', 'certificats suivis ici sont révoqués')} : enregistrez chaque révocation.`,
        );
  const stale = callout(
    'attention',
    `Cette liste est périmée, la suivante était attendue le ${longDay(prochaine)} : déposez la dernière, ou demandez à l’exploitant de vérifier CRL_URL.`,
  );
  const said = html`${prochaine < today && stale}${verdict}`;
  return html`${isAnswer ? alert(said, 'pile') : html`<div class="pile">${said}</div>`}
${panel(
  'La liste',
  properties([
    ['Autorité', emetteur],
    ['Faite le', longDay(du)],
    ['La suivante', longDay(prochaine)],
    ['Révocations', `${frenchNumber(revoques.size)}${partielle ? ', depuis la liste complète' : ''}`],
  ]),
)}
${lines.length > 0 && panel('Certificats révoqués', revokedTable(list, lines, acts))}`;
}

function revokedTable({ revoques }: ListeRevocation, lines: readonly Ending[], acts: boolean): Html {
  const of = ({ numeroSerie }: Ending) => revoques.get(numeroSerie ?? '');
  return table('Certificats révoqués', lines, [
    titleColumn(
      'Structure',
      ({ dossierId, denomination }) => html`<a href="/dossiers/${dossierId}/certificats">${denomination}</a>`,
    ),
    column('Certificat', ({ usage, beneficiaire, numeroSerie }) => `${usage}, ${beneficiaire} (${numeroSerie})`),
    column('Révoqué le', (line) => shortDay(of(line)?.le ?? '')),
    column('Motif', (line) => reasons[of(line)?.motif ?? 0] ?? 'Non dit'),
    ...(acts
      ? [
          actionColumn<Ending>(
            'Enregistrer',
            ({ id, usage, beneficiaire }) =>
              html`<a href="/certificats/${id}/faits/certificat.revoque">Enregistrer la révocation<span class="sr"> : ${usage}, ${beneficiaire}</span></a>`,
          ),
        ]
      : []),
  ]);
}

/** RFC 5280, §5.3.1. */
const reasons: Readonly<Record<number, string>> = {
  1: 'Clé compromise',
  2: 'Autorité compromise',
  3: 'Donnée modifiée',
  4: 'Remplacement',
  5: 'Fin d’activité',
  6: 'Suspension',
  9: 'Droit retiré',
  10: 'Attribut compromis',
};
