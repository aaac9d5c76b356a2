import { fieldsOf, filledPdf } from '../../acroform/acroform.ts';
import { learn } from '../../acroform/learn.ts';
import type { Carte, IllisiblePdf, Place, Valeurs } from '../../acroform/types.ts';
import { formWithFile } from '../../web/form.ts';
import { html } from '../../web/html.ts';
import { underCase } from '../dossier/frame.ts';
import { type Field, fieldAt, type GroupField, within } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { shownAt } from '../forms/read.ts';
import type { Typed } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, type Shown, toCorrect } from '../shell/shown.ts';
import { actionForm, button, linkButton } from '../ui/button.ts';
import { atField, fileInput, refusalNotice } from '../ui/field.ts';
import { type FilledForm, onForm } from './filled-form.ts';
import { isByHand } from './paper.ts';

const FILE = 'imprime';
const MOST_OCTETS = 10 * 1024 * 1024;
/** How many of a list a sheet of paper has room for. */
const OF_A_LIST = 4;

/** Somebody else’s own sheet for a form, a PDF that may be filled in, filled as the dossier fills ours; nothing of it is kept. */
export function officialScreens(path: '/dossiers/:id/formulaires/:formulaire'): Screen[] {
  const where = `${path}/imprime` as const;
  return [
    get(
      where,
      'dossiers.lire',
      onForm((_, travail) => askPage(travail, null)),
    ),
    post(where, 'dossiers.lire', onForm(fillIn), { body: formWithFile(FILE, { octets: MOST_OCTETS }) }),
  ];
}

const problems: Record<IllisiblePdf | 'sans-fichier', string> = {
  'sans-fichier': 'Choisissez d’abord un fichier.',
  'pdf-illisible': 'Ce fichier n’est pas un PDF, ou il est protégé ou abîmé : téléchargez-le à nouveau.',
  'pdf-sans-champ': 'Ce PDF n’a pas de champ à remplir : imprimez plutôt le nôtre, « À signer (PDF) ».',
  'pdf-occupe': 'Trop de fichiers attendent : recommencez dans une minute.',
};

async function fillIn(visit: Visit, travail: FilledForm): Promise<Shown> {
  const octets = visit.body.fichier?.octets;
  if (!octets) return askPage(travail, problems['sans-fichier']);
  const champs = await fieldsOf(octets);
  if (!champs.ok) return askPage(travail, problems[champs.error]);
  const { imprime, typed, affaire } = travail;
  const known = visit.services.imprimes.carte(imprime.id) ?? {};
  const carte = { ...learn(champs.value, placesOf(imprime.form)), ...known };
  const pdf = await filledPdf(octets, valuesOf(imprime.form, typed, carte));
  if (!pdf.ok) return askPage(travail, problems[pdf.error]);
  const filename = `${imprime.id}-${affaire.cible.id.slice(0, 8)}-rempli.pdf`;
  return { content: pdf.value, type: 'application/pdf', filename };
}

function askPage(travail: FilledForm, refused: string | null): Page {
  const { imprime, affaire } = travail;
  const field = {
    id: FILE,
    label: `${imprime.nom}, PDF à remplir`,
    accept: '.pdf',
    isRequired: true,
    help: 'Celui que l’ANS publie, 10 Mo au plus. Il est rempli d’après le dossier et rendu ; il n’est pas gardé. Relisez-le : les champs sont reconnus à leurs noms.',
  };
  return {
    title: `${imprime.nom} sur l’imprimé de l’ANS`,
    ...underCase(affaire, { label: imprime.nom, href: travail.path }),
    ...toCorrect(atField(FILE, refused)),
    body: html`${refused !== null && refusalNotice(refused)}<section class="panneau">${actionForm(
      { action: `${travail.path}/imprime`, attributes: { enctype: 'multipart/form-data' } },
      html`${fileInput(field)}
<div class="boutons">${button('Remplir', 'principal')}${linkButton('Annuler', travail.path, 'discret')}</div>`,
    )}</section>`,
  };
}

/** Every place of a form that a sheet may ask for; what is left to the hand is not. */
export function placesOf({ root }: Form): Place[] {
  return placesUnder(root, '', []);
}

function placesUnder(group: GroupField, nom: string, labels: readonly string[]): Place[] {
  return Object.entries(group.fields).flatMap(([cle, field]) => {
    const name = within(nom, cle);
    return isByHand(name) ? [] : placesIn(field, name, labels);
  });
}

function placesIn(field: Field, nom: string, labels: readonly string[]): Place[] {
  const deeper = [...labels, field.label];
  if (field.kind === 'group') return placesUnder(field, nom, deeper);
  if (field.kind === 'question') return placesUnder(field.group, nom, deeper);
  if (field.kind === 'list')
    return Array.from({ length: OF_A_LIST }, (_, rang) =>
      placesIn(field.element, within(nom, rang), [...deeper, `${rang + 1}`]),
    ).flat();
  const known = { place: nom, contexte: labels.join(' '), libelle: field.label };
  if (field.kind === 'check') return [{ ...known, genre: 'case', options: [] }];
  if (field.kind === 'choice') return [{ ...known, genre: 'choix', options: field.options }];
  return [{ ...known, genre: 'texte', options: [] }];
}

/** What each field of a sheet is filled with; what the dossier does not know is left as it is. */
function valuesOf(form: Form, typed: Typed, carte: Carte): Valeurs {
  const all = Object.entries(carte).map(([champ, spot]) => [champ, valueAt(form, typed, spot)] as const);
  return Object.fromEntries(all.filter((one): one is [string, string | boolean] => one[1] !== null));
}

function valueAt(form: Form, typed: Typed, spot: string): string | boolean | null {
  const [place = '', choice] = spot.split('=');
  if (choice !== undefined) return typed[place] === choice;
  if (fieldAt(form.root, place)?.kind === 'check') return typed[place] !== undefined;
  return shownAt(form, place, typed) || null;
}
