import { NoteEcrite, RelanceDemandee } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import { parse, parseThen } from '../../result.ts';
import { dossierPage } from '../dossier/frame.ts';
import { readTyped, typedOf } from '../forms/typed.ts';
import { ailleurs, get, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { noteForm, relanceForm } from './forms.ts';
import { type Sent, suiviContent } from './page.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;
const place = ({ params }: Visiting) => `/dossiers/${params['id']}/notes`;

/** Notes and follow-ups of a dossier. */
export function suiviScreens(): Screen[] {
  const path = '/dossiers/:id';
  const right = 'dossiers.faits';
  return [
    get('dossier.notes', `${path}/notes`, {
      right: 'dossiers.delegations',
      answer: (visit) => dossierPage(visit, 'notes', (dossier) => suiviContent(visit, dossier)),
    }),
    post('note.ecrire', `${path}/notes`, {
      right,
      answer: write,
    }),
    post('note.retirer', `${path}/notes/:note/retrait`, {
      right,
      answer: withdraw,
    }),
    post('relance.ajouter', `${path}/relances`, {
      right,
      answer: plan,
    }),
    post('relance.etat', `${path}/relances/:relance`, {
      right,
      answer: settle,
    }),
  ];
}

async function write(visit: Visiting): Promise<Shown> {
  const typed = typedOf(visit.body, noteForm);
  const input = { texte: typed['texte'] ?? '' };
  const note = parse(NoteEcrite, input);
  if (!note.ok) return again(visit, { formulaire: 'note', typed, erreurs: note.error.erreurs });
  await visit.services.suivi.write(visit.params['id'] ?? '', note.value, auteurOf(visit.identite));
  return ailleurs(`${place(visit)}#notes`, 'La note est gardée.');
}

async function withdraw(visit: Visiting): Promise<Shown> {
  const { id = '', note = '' } = visit.params;
  const isDone = await visit.services.suivi.withdraw(id, note, auteurOf(visit.identite));
  if (isDone) return ailleurs(`${place(visit)}#notes`, 'La note est retirée : elle reste, barrée.');
  return ailleurs(
    `${place(visit)}#notes`,
    'Cette note ne se retire pas : seul son auteur le peut, une fois.',
    'attention',
  );
}

async function plan(visit: Visiting): Promise<Shown> {
  const form = await relanceForm(visit.services);
  const typed = typedOf(visit.body, form);
  const input = { compteId: '', ...readTyped(form, typed) };
  const isKnown = (await visit.services.identites.compte(`${input.compteId}`)) !== null;
  const asked = { ...input, compteId: isKnown ? input.compteId : '' };
  const kept = await parseThen(RelanceDemandee, asked, (demande) =>
    visit.services.suivi.plan(visit.params['id'] ?? '', demande, auteurOf(visit.identite)),
  );
  if (kept.ok) return ailleurs(`${place(visit)}#relances`, 'La relance est notée.');
  return again(visit, { formulaire: 'relance', typed, erreurs: kept.error.erreurs });
}

async function settle(visit: Visiting): Promise<Shown> {
  const { id = '', relance = '' } = visit.params;
  const faite = visit.body.get('faite') === 'oui';
  const isDone = await visit.services.suivi.settle(id, relance, faite, auteurOf(visit.identite));
  const said = faite ? 'La relance est faite.' : 'La relance est à refaire.';
  return isDone
    ? ailleurs(`${place(visit)}#relances`, said)
    : ailleurs(`${place(visit)}#relances`, 'Rien n’a changé : un collègue venait de le faire.', 'attention');
}

/** The page as it was sent, with what is to be corrected. */
function again(visit: Visiting, sent: Sent): Promise<Shown> {
  return dossierPage(visit, 'notes', (dossier) => suiviContent(visit, dossier, sent));
}
