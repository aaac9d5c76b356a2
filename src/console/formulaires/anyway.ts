import { NoteEcrite } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import type { Erreur } from '../../result.ts';
import { html } from '../../web/html.ts';
import { underCase } from '../dossier/frame.ts';
import { readTyped } from '../forms/typed.ts';
import { type Shown, toCorrect, type Visit } from '../shell/screen.ts';
import { callout } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
import { lineInput } from '../ui/field.ts';
import { plural } from '../ui/words.ts';
import { control } from './control.ts';
import type { FilledForm } from './filled-form.ts';
import { formPath } from './page.ts';
import type { Point } from './returns.ts';

/** The field in which one says why what the checklist holds back goes all the same. */
const RAISON = 'malgre';

/** What of « Prêt à envoyer ? » is red in what was recorded: of form 413 its parts, not the draft. */
export function redPoints({ imprime, affaire, typed, enregistrees, jour }: FilledForm): Point[] {
  const recorded = Object.assign({}, typed, ...Object.values(enregistrees).map((partie) => partie.typed));
  const saisie = readTyped(imprime.form, recorded);
  return control({ imprime, affaire, saisie, jour }).filter(
    ({ etat, link }) => etat === 'faute' && link?.vers !== SIGNATURE,
  );
}

/** Asked before what the ANS would return is signed or sent: null when nothing is red, or when it was said why it goes. */
export function askAnyway(visit: Visit, travail: FilledForm, { verbe, action }: Held): Shown | null {
  const points = redPoints(travail);
  const raison = visit.body.get(RAISON);
  if (points.length === 0) return null;
  if (raison === undefined) return anywayPage(visit, travail, { verbe, action, points, erreurs: [] });
  const message = reasonFault(raison);
  if (message === null) return null;
  return anywayPage(visit, travail, { verbe, action, points, erreurs: [{ pointeur: `/${RAISON}`, message }] });
}

/** Keeps why something went all the same, as a note on the dossier. */
export async function keepReason(visit: Visit, travail: FilledForm, { verbe }: Pick<Held, 'verbe'>): Promise<void> {
  const raison = visit.body.get(RAISON)?.trim();
  const points = redPoints(travail);
  if (raison && points.length > 0) await noteReason(visit, travail, { verbe, raison, points });
}

/** The same for what was held back by `points`. */
export async function noteReason(
  { services, identite }: Pick<Visit, 'services' | 'identite'>,
  { imprime, affaire }: Pick<FilledForm, 'imprime' | 'affaire'>,
  { verbe, raison, points }: { verbe: string; raison: string; points: readonly Point[] },
): Promise<void> {
  const said = points.map(({ title, text }) => `– ${title} : ${text}`).join('\n');
  const texte = `${imprime.nom} : ${verbe} malgré\n${said}\nRaison : ${raison}`.slice(0, 4_000);
  await services.suivi.write(affaire.cible.id, { texte }, auteurOf(identite));
}

/** What is wrong with a reason; null when it says enough. */
export function reasonFault(raison: string): string | null {
  if (raison.trim() === '') return SAY_WHY;
  const read = NoteEcrite.safeParse({ texte: raison });
  if (!read.success) return read.error.issues[0]?.message ?? SAY_WHY;
  return read.data.texte.length >= SHORTEST ? null : SAY_WHY;
}

const SAY_WHY = 'Dites pourquoi en quelques mots.';
const SHORTEST = 5;
/** What the signature itself settles: the procedure refuses to send without it. */
const SIGNATURE = '#signature';

interface Held {
  /** What is about to be done: « signé », « envoyé ». */
  verbe: string;
  /** Where the form is posted. */
  action: string;
}

function anywayPage(
  { body }: Visit,
  travail: FilledForm,
  { verbe, action, points, erreurs }: Held & { points: readonly Point[]; erreurs: readonly Erreur[] },
): Shown {
  const { imprime, affaire } = travail;
  const fields = body.noms().filter((nom) => nom !== RAISON);
  const kept = fields.flatMap((nom) => body.tous(nom).map((value) => hiddenField(nom, value)));
  const back = formPath(travail);
  return {
    title: `${imprime.nom} : ${verbe} quand même ?`,
    ...underCase(affaire, { label: imprime.nom, href: back }),
    ...toCorrect(erreurs),
    body: html`${callout(
      'attention',
      html`<p>${plural(points.length, 'point')} à régler : l’ANS le retournerait sans doute. Rien n’est encore enregistré.</p>
<ul>${points.map(({ title, text, link }) => html`<li><strong>${title}</strong>. ${text} ${link && html`<a href="${link.vers.startsWith('#') ? `${back}${link.vers}` : link.vers}">${link.libelle}</a>`}</li>`)}</ul>`,
    )}
<p class="boutons">${linkButton('Revenir corriger', back, 'principal', 'retour')}</p>
${actionForm(
  { action, attributes: { class: 'panneau malgre' } },
  html`<h2>Continuer malgré cela</h2>${kept}
${lineInput({ id: RAISON, label: 'Pourquoi', value: body.get(RAISON), help: 'Gardé dans les notes du dossier, avec les points ci-dessus.', faults: erreurs.map(({ message }) => message), attributes: { required: true, maxlength: 500 } })}
${button(`Enregistrer comme ${verbe} quand même`, 'danger')}`,
)}`,
  };
}
