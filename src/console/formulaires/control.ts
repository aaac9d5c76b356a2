import type { Avertissement } from '../../../machines/avertissement.ts';
import type { CodeRetour } from '../../../machines/etablissement/formulaire-413-facts.ts';
import { formulaires } from '../../../machines/formulaires/index.ts';
import type { FactType } from '../../../machines/index.ts';
import { NoteEcrite } from '../../desk/suivi.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import { html } from '../../web/html.ts';
import { factPath } from '../dossier/faits/form.ts';
import { underCase } from '../dossier/frame.ts';
import { factsIn } from '../dossier/read/case.ts';
import { readTyped } from '../forms/typed.ts';
import type { Visit } from '../shell/screen.ts';
import { type Shown, toCorrect } from '../shell/shown.ts';
import { callout } from '../ui/blocks.ts';
import { actionForm, button, hiddenField, linkButton } from '../ui/button.ts';
import { lineInput } from '../ui/field.ts';
import { plural } from '../ui/words.ts';
import { faitOf, faitPartie, parties, type Saisie } from './catalogue.ts';
import type { FilledForm } from './filled-form.ts';
import { bad, doubt, type Examen, field, good, type Point, returns413 } from './returns.ts';

/** What of it the ANS returns a form for. */
const IDENTIFIANTS = 'identifiants-incoherents' satisfies CodeRetour;
/** What is told of numbers that have changed. */
const CHANGEMENT = 'etablissement.identifiantModifie' satisfies FactType;

/** What of a form must be corrected, and what deserves a second look, by pointers of the form. */
export function examine({ imprime: { id }, saisie }: Pick<Examen, 'imprime' | 'saisie'>) {
  const { envoi: _envoi, remplissage: _remplissage, ...own } = saisie;
  const isInParts = id === 'formulaire-413';
  const { schema, avertir } = formulaires[id];
  const parsed = schema.safeParse(isInParts ? inParts(own) : own);
  if (!parsed.success) return { erreurs: toErreurs(parsed.error).map(toForm), avertissements: [] };
  return { erreurs: [], avertissements: avertir(parsed.data as never) };
}

function inParts({ partie2, ...others }: Saisie): Saisie {
  const { texte } = (partie2 ?? {}) as { texte?: string };
  return texte === undefined ? others : { ...others, partie2: texte };
}

function toForm({ pointeur, message }: Erreur): Erreur {
  return { pointeur: pointeur === '/partie2' ? '/partie2/texte' : pointeur, message };
}

/** « Prêt à envoyer ? »: all that a form would be returned for, each with what to do. */
export function control(examen: Examen): Point[] {
  const { erreurs, avertissements } = examine(examen);
  const own = examen.imprime.id === 'formulaire-413' ? returns413(examen) : [accepted(examen)];
  const filled: Point =
    erreurs.length === 0
      ? good('Tout est rempli')
      : bad(
          'Tout est rempli',
          `${plural(erreurs.length, 'champ')} à compléter ou à corriger.`,
          field(examen.imprime, nomOf(erreurs[0]?.pointeur ?? '/')),
        );
  return [filled, ...confronted(examen), ...own, ...avertissements.map((one) => doubtOf(examen, one))];
}

function doubtOf({ imprime }: Examen, { pointeur, message }: Avertissement): Point {
  return doubt('À vérifier', message, field(imprime, nomOf(pointeur)));
}

/** Whether the machine takes the sending now. */
function accepted(examen: Examen): Point {
  const { affaire, saisie, imprime } = examen;
  const titre = 'La procédure en est là';
  const type = faitOf(imprime, saisie, false)?.type;
  const faits = factsIn(affaire).filter((fait) => fait.type === type);
  if (faits.some(({ accepte }) => accepte)) return good(titre);
  const missing = faits.flatMap(({ manque }) => manque.map(({ libelle }) => libelle));
  const texte =
    missing.length > 0 ? [...new Set(missing)].join(' ') : 'Le dossier n’attend pas ce formulaire en ce moment.';
  return bad(titre, texte, { libelle: 'Voir le dossier', vers: `/dossiers/${affaire.cible.id}` });
}

/** The form against its dossier, as the facts that it tells are: red for the numbers that the ANS returns it for. */
function confronted(examen: Examen): Point[] {
  const titre = 'Identifiants du dossier';
  const told = apart(examen);
  const wrong = told.find(({ code }) => code === IDENTIFIANTS);
  const lien = { libelle: 'Déclarer un changement', vers: factPath(examen.affaire.cible, CHANGEMENT) };
  return [
    wrong ? bad(titre, wrong.message, lien) : good(titre),
    ...told.filter(({ code }) => code !== IDENTIFIANTS).map((one) => doubtOf(examen, one)),
  ];
}

/** What the form says otherwise than its dossier, part by part as each is whole. */
function apart({ imprime, affaire: { etat, procedure, fiche }, saisie, jour }: Examen): Avertissement[] {
  if (!etat || !procedure) return [];
  const { value, context } = etat.snapshot;
  const faits =
    imprime.id === 'formulaire-413'
      ? parties.map((partie) => faitPartie(partie, { saisie: { partie2: {}, ...saisie }, imprime }))
      : [faitOf(imprime, saisie, false)];
  return faits.flatMap((fait) => {
    if (!fait) return [];
    const said = procedure.facts[fait.type]?.schema.safeParse({ ...fait.input, date: jour });
    if (!said?.success) return [];
    const told = procedure.confronter({ value, context, fiche }, said.data);
    return told.map((one) => ({ ...one, pointeur: fait.toForm(one.pointeur) }));
  });
}

const nomOf = (pointeur: string) => pointeur.slice(1).replaceAll('/', '.');

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
  const back = travail.path;
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
