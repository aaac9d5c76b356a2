import { AbsenceDemandee } from '../../desk/reglages/affectations.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { afterForm, orRefused } from '../shell/refused.ts';
import { type Page, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { emptyState, panel } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { dayInput, faultSummary, faultsAt, selectInput } from '../ui/field.ts';
import { table } from '../ui/table.ts';
import { shortDay, toIsoDay } from '../ui/words.ts';
import type { Typing } from './affectation.ts';
import { may } from './frame.ts';

type Absence = ReturnType<Services['affectations']['absences']>[number];

const LIEU = '/administration/affectation';

/** Where absences are told; `page` draws the form again with what is to be corrected. */
export function absenceScreens(page: (visit: Visit, typing: Typing) => Promise<Page>): Screen[] {
  const right = 'dossiers.faits';
  return [
    post('administration.absence', `${LIEU}/absences`, { right, answer: (visit) => tell(visit, page) }),
    post('administration.absence.fin', `${LIEU}/absences/fin`, { right, answer: end }),
  ];
}

/** Who is away or will be; one’s own are told by oneself, anybody’s by a superviseur. */
export async function absencesPanel({ services, identite }: Visit, typing: Typing | null): Promise<Html> {
  const today = services.today();
  const all = services.affectations.absences(today);
  const comptes = (await services.identites.comptes()).filter(({ actif, role }) => actif && role !== 'lecteur');
  const names = new Map(comptes.map(({ id, nom }) => [id, nom]));
  const mayTell = (id: string) => may(identite, 'reglages.poser') || (identite.role === 'agent' && identite.id === id);
  const choices = comptes.filter(({ id }) => mayTell(id)).map(({ id, nom }) => [id, nom] as const);
  const columns = [
    { title: 'Qui', kind: 'titre' as const, cell: ({ compteId }: Absence) => names.get(compteId) ?? 'Un compte fermé' },
    { title: 'Du', cell: ({ du }: Absence) => shortDay(du) },
    { title: 'Au', cell: ({ au }: Absence) => shortDay(au) },
    {
      title: 'Finir',
      kind: 'action' as const,
      cell: (one: Absence) =>
        mayTell(one.compteId)
          ? postButton(one.du <= today ? 'Est de retour' : 'Annuler', `${LIEU}/absences/fin`, {
              ...one,
            })
          : null,
    },
  ];
  return panel(
    'Absences',
    html`<p class="note">Aucune règle ne donne de dossier à qui est absent, et ses dossiers disent jusqu’à quand. La raison ne se note pas.</p>
${all.length === 0 ? emptyState('horloge', 'Personne n’est absent') : table({ caption: 'Absences, en cours et à venir', isHidden: true, lines: all, columns })}
${choices.length > 0 && absenceForm(choices, typing)}`,
    { id: 'absences' },
  );
}

function absenceForm(choices: readonly (readonly [string, string])[], typing: Typing | null): Html {
  const { typed = {}, erreurs = [] } = typing ?? {};
  const faults = (id: string) => faultsAt(erreurs, id).slice(0, 1);
  const [only, ...others] = choices;
  const options = others.length === 0 ? choices : [['', 'Choisir…'] as const, ...choices];
  const days = [
    { id: 'du', label: 'Du' },
    { id: 'au', label: 'Au (inclus)' },
  ];
  return html`<h3>Noter une absence</h3>
${faultSummary([{ id: 'absent', label: 'Qui' }, ...days], erreurs)}
${actionForm(
  { action: `${LIEU}/absences`, attributes: { class: 'filtre-ligne', novalidate: true } },
  html`${selectInput({ id: 'absent', label: 'Qui', options, chosen: typed['absent'] ?? (others.length === 0 ? only?.[0] : ''), faults: faults('absent') })}
${days.map(({ id, label }) => dayInput({ id, label, value: typed[id], faults: faults(id) }))}${button('Noter l’absence', 'second')}`,
)}`;
}

async function tell(visit: Visit, page: Parameters<typeof absenceScreens>[0]): Promise<Shown> {
  const { body, services, identite } = visit;
  const absent = body.get('absent') ?? '';
  const [du = '', au = ''] = ['du', 'au'].map((nom) => toIsoDay(body.get(nom) ?? ''));
  const done = await parseThen(AbsenceDemandee, { compteId: absent, du, au }, (absence) =>
    services.affectations.poserAbsence(identite, absence),
  );
  return afterForm(
    done,
    () => redirect(LIEU, 'L’absence est notée.'),
    (erreurs) => {
      const told = erreurs.map((one) => (one.pointeur === '/compteId' ? { ...one, pointeur: '/absent' } : one));
      return page(visit, { form: 'absence', typed: { absent, du, au }, erreurs: told });
    },
  );
}

async function end({ body, services, identite }: Visit): Promise<Shown> {
  const asked = { compteId: body.get('compteId'), du: body.get('du'), au: body.get('au') };
  const done = await parseThen(AbsenceDemandee, asked, (absence) =>
    services.affectations.finirAbsence(identite, absence),
  );
  return orRefused(done, () => redirect(LIEU, 'Cette absence ne compte plus.'));
}
