import { Etablissement } from '../../../machines/formulaires/etablissement.ts';
import { communesOf } from '../../../machines/identifiants/code-postal.ts';
import { OuvertureEntiere } from '../../engine/opening.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, parseThen } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm, drawOne } from '../forms/draw.ts';
import type { Extra } from '../forms/draw-field.ts';
import type { Form } from '../forms/form.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, type Page, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { alert, callout } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { icon } from '../ui/icon.ts';
import { type Demande, demandeOf, openingForm, type Saisie, toForm } from './form.ts';
import { CHECK, champs, extrasOf, groupementsOf } from './known.ts';
import { pathTitle, type Voie, voies } from './path.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

/** Where a dossier is opened; they stand before `/dossiers/:id`, which would take them for a dossier. */
export function ouvertureScreens(): Screen[] {
  return [
    get('ouverture.remplir', '/dossiers/nouveau', {
      right: 'dossiers.ouvrir',
      async answer(visit) {
        const form = openingForm(await groupementsOf(visit.services));
        const typed = write(form, asked(visit.query));
        return openingPage({ form, typed, extras: await extrasOf(visit.services, typed) });
      },
    }),
    post('ouverture.ouvrir', '/dossiers/nouveau', { right: 'dossiers.ouvrir', answer: openPosted }),
    get('ouverture.champ', CHECK, { right: 'dossiers.ouvrir', answer: checkField }),
  ];
}

/** What a link may fill in: a SIRET, a FINESS, a groupement. */
function asked({ siret, finess, groupement, genre }: Visiting['query']): object {
  const isPrivate = genre === 'groupe-prive';
  const parcours = isPrivate ? { statut: 'prive', sites: 'plusieurs' } : { statut: 'public', ght: 'oui' };
  return {
    etablissement: { siret, finess },
    ...(groupement && { parcours, groupement: { choix: 'existant', id: groupement } }),
  };
}

async function openPosted(visit: Visiting): Promise<Shown> {
  const { services } = visit;
  const form = openingForm(await groupementsOf(services));
  const typed = typedOf(visit.body, form);
  const again = async (said: Pick<Ouverture, 'erreurs' | 'refus'>) =>
    openingPage({ form, typed, extras: await extrasOf(services, typed), ...said });
  const { demande, erreurs } = demandeOf(readTyped(form, typed) as Saisie, services.today());
  if (!demande) return again({ erreurs });
  const { groupement, dossier, faits } = demande;
  const opened = await parseThen(OuvertureEntiere, { groupement, dossier, faits }, (ouverture) =>
    services.openWhole(ouverture, { auteur: auteurOf(visit.identite), version: null }),
  );
  if (!opened.ok) return again(explain(opened.error, demande));
  const { row, avertissements } = opened.value;
  await services.travail.affecter([row.id], visit.identite.id, auteurOf(visit.identite));
  const doubts = avertissements.map(({ message }) => message).join(' ');
  const done = 'Dossier ouvert.';
  return doubts === ''
    ? redirect(`/dossiers/${row.id}`, done)
    : redirect(`/dossiers/${row.id}`, `${done} À vérifier : ${doubts}`, 'attention');
}

/** Why nothing was opened, beside the fields that it is about. */
function explain(error: Refusal, { faits }: Demande): Pick<Ouverture, 'erreurs' | 'refus'> {
  const told = (corps: Html, titre: string) => ({ refus: callout('faute', corps, titre) });
  switch (error.code) {
    case 'saisie-invalide':
      return { erreurs: error.erreurs.map((one): Erreur => ({ ...one, pointeur: toForm(one.pointeur, faits) })) };
    case 'fait-refuse': {
      const message = error.manque.map(({ libelle }) => libelle).join(' ');
      return { erreurs: [{ pointeur: error.type.startsWith('contrat.') ? '/contrat/etat' : '/carte/fin', message }] };
    }
    case 'dossier-existant':
      return told(
        html`<p>Un dossier est déjà ouvert pour cet établissement : <a href="/dossiers/${error.id}">poursuivez-le</a>. Rien n’a été enregistré ici.</p>`,
        'Dossier déjà ouvert',
      );
    default:
      return told(
        html`<p>Le groupement choisi n’est plus là, ou ne peut plus recevoir de site : choisissez-en un autre. Rien n’a été enregistré.</p>`,
        'Groupement indisponible',
      );
  }
}

/** One field of the establishment, checked as it is typed; a postal code brings its commune. */
async function checkField(visit: Visiting): Promise<Shown> {
  const { services, query } = visit;
  const form = openingForm([]);
  const sent = typedOf({ get: (nom) => query[nom] }, form);
  const nom = Object.values(champs).find((known) => known === query['champ']) ?? champs.siret;
  const typed = withCommune(sent, nom);
  const told = { erreurs: faultsOf(readTyped(form, typed) as Saisie, nom), extras: await extrasOf(services, typed) };
  const block = drawOne(form, typed, nom, told);
  const commune = nom === champs.codePostal ? drawOne(form, typed, champs.commune, told) : null;
  return {
    fragment: html`${block}${commune && html`<div hx-swap-oob="outerHTML:#champ-etablissement-commune-bloc">${commune}</div>`}`,
  };
}

function withCommune(typed: Typed, nom: string): Typed {
  const served = communesOf((typed[champs.codePostal] ?? '').replace(/\s/g, ''));
  const isBlank = (typed[champs.commune] ?? '').trim() === '';
  const [only] = served;
  return nom === champs.codePostal && isBlank && served.length === 1 && only
    ? { ...typed, [champs.commune]: only }
    : typed;
}

/** What is wrong with one field, which may still be empty. */
function faultsOf({ etablissement = {} }: Saisie, nom: string): Erreur[] {
  const cle = nom.slice(nom.indexOf('.') + 1);
  const { [cle as 'siret']: value } = etablissement;
  if (!value) return [];
  const checked = Etablissement.safeParse(etablissement);
  const issues = checked.success ? [] : checked.error.issues;
  return issues
    .filter(({ path }) => path[0] === cle)
    .map(({ message }) => ({ pointeur: `/etablissement/${cle}`, message }));
}

/** What is shown of an opening: what was typed, and what is wrong with it. */
interface Ouverture {
  form: Form;
  typed: Typed;
  extras: Readonly<Record<string, Extra>>;
  erreurs?: readonly Erreur[];
  /** Why it was not opened, when it is no field’s fault. */
  refus?: Html | null;
}

/** The one form by which a dossier is opened. */
function openingPage({ form, typed, extras, erreurs = [], refus = null }: Ouverture): Page {
  const isRefused = erreurs.length > 0 || refus !== null;
  return {
    title: 'Ouvrir un dossier',
    section: 'journee',
    trail: [{ label: 'Ma journée', href: '/' }],
    status: isRefused ? 422 : 200,
    hasFaults: isRefused,
    body: html`${refus && alert(refus, 'refus-ouverture')}
<div class="ouverture">${drawForm(form, typed, {
      action: '/dossiers/nouveau',
      defaultAction: 'ouvrir',
      erreurs,
      extras,
      head: html`<p class="doux consigne">Un dossier par site. Rien n’est enregistré avant « Ouvrir le dossier », puis tout l’est d’un coup.</p>`,
      footers: { parcours: html`<div class="voies" aria-live="polite">${voies.map(explainPath)}</div>` },
      buttons: html`${button('Ouvrir le dossier', 'principal', { name: 'action', value: 'ouvrir', icon: 'plus' })}
${linkButton('Annuler', '/', 'discret')}`,
    })}</div>`,
  };
}

/** Shown by the style sheet alone, when its answers are chosen; all of them where it cannot. */
function explainPath(voie: Voie): Html {
  return html`<div class="voie ${voie.id}">${icon('procedure')}<div><p class="titre">${pathTitle(voie)}</p>
${voie.pourquoi.map((texte) => html`<p>${texte}</p>`)}
<p><a href="/procedures/${voie.procedure}">Voir les étapes de ce parcours</a></p></div></div>`;
}
