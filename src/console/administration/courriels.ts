import type { Courriel } from '../../desk/reglages/courriels/courriel.ts';
import { destinataires, ModeleEcrit, variables } from '../../desk/reglages/courriels/saisie.ts';
import { type Erreur, parseThen, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { fillMail, letter } from '../dossier/courriels/letter.ts';
import { drawForm } from '../forms/draw.ts';
import { choice, formOfFields, line, longText } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { afterForm, type Page, redirect, type Shown, toCorrect } from '../shell/shown.ts';
import { disclosure, emptyState, panel, properties } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { captionedTable, column, countColumn, titleColumn } from '../ui/table.ts';
import { moment, plural } from '../ui/words.ts';
import { type Confirming, confirmScreens, onceFound } from './asked.ts';
import { adminPath, findCase, innerPage, may, placePage } from './frame.ts';

/** Canned mails: written here, filled from a dossier. */
export function courrielsScreens(): Screen[] {
  const tous = '/administration/courriels';
  const [adding, un] = [`${tous}/nouveau`, `${tous}/:id`] as const;
  const [right, writing] = ['modeles.creer', 'modeles.ecrire'] as const;
  const answer = (visit: Visit) => drawModele(visit, { modele: null, typed: blank(form), version: '0' });
  return [
    get(tous, 'modeles.lister', modelesPage),
    get(adding, right, answer),
    post(adding, right, (visit) => writeModele(visit, null)),
    get(
      un,
      'modeles.lister',
      ofModele((visit, modele) =>
        may(visit.identite, 'modeles.ecrire')
          ? drawModele(visit, { modele, typed: write(form, modele), version: `${modele.version}` })
          : readOnly(visit, modele),
      ),
    ),
    post(un, writing, ofModele(writeModele)),
    ...confirmScreens('courriels', 'retrait', withdrawing),
  ];
}

type Modele = ReturnType<Services['reglages']['modeles']>[number];

function modelesPage(visit: Visit): Page {
  const modeles = visit.services.reglages.modeles();
  return placePage(visit, 'courriels', {
    actions: may(visit.identite, 'modeles.creer')
      ? linkButton('Écrire un modèle', adminPath('courriels', 'nouveau'), 'principal', 'plus')
      : null,
    body: html`<section class="panneau"><p class="note">Un modèle se remplit depuis un dossier, par le lien « Écrire un courriel » : il se relit, se corrige, puis part
${visit.services.messagerie.adresse === null ? 'par votre messagerie, où il s’ouvre' : 'd’ici'}.</p>
${captionedTable<Modele>(
  plural(modeles.length, 'modèle'),
  modeles,
  [
    titleColumn('Nom', ({ id, nom }) => html`<a href="${adminPath('courriels', id)}">${nom}</a>`),
    column('Destinataire', ({ destinataire }) => destinataires[destinataire]),
    countColumn('Version', ({ version }) => (version === 0 ? 'Fournie' : version)),
    column('Écrite le', ({ ecritLe }) => (ecritLe ? moment(ecritLe) : null)),
  ],
  emptyState('envoyer', 'Aucun modèle'),
)}</section>`,
  });
}

const form = formOfFields({
  nom: line('Nom du modèle', { width: 4 }),
  destinataire: choice('Destinataire', destinataires, {
    width: 4,
    help: 'Son adresse est celle des réglages ; « Autre » se saisit à l’envoi.',
  }),
  objet: line('Objet'),
  corps: longText('Corps', { help: 'Ce qui est entre accolades est remplacé : {denomination}, {siret}…' }),
  sur: line('Dossier pour l’aperçu', {
    isRequired: false,
    help: 'Son SIRET, son FINESS, son identifiant ou l’adresse de sa page.',
  }),
});

/** A form being written, of a mail that is there or of a new one. */
interface Writing {
  /** Null for a new mail. */
  modele: Modele | null;
  typed: Typed;
  version: string;
  erreurs?: readonly Erreur[];
  preview?: Courriel;
}

const ofModele = onceFound<Modele>('modele', ({ services }, id) => {
  const modele = services.reglages.modele(id);
  return modele && !modele.retire ? modele : null;
});

/** Writes a mail, a new one or the next version of one, or shows it on a dossier. */
async function writeModele(visit: Visit, modele: Modele | null): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const version = visit.body.get('version') ?? '0';
  const { sur, ...saisie } = readTyped(form, typed);
  const ecriture = { modele, typed, version };
  if (visit.body.get('action') === 'apercu') return previewPage(visit, ecriture, saisie);
  const done = await parseThen(ModeleEcrit, { ...saisie, version }, (ecrit) =>
    visit.services.reglages.ecrireModele(visit.identite, modele?.id ?? null, ecrit),
  );
  return afterForm(
    done,
    ({ nom, version: written }) => redirect(adminPath('courriels'), `« ${nom} » est écrit : version ${written}.`),
    (erreurs) => drawModele(visit, { ...ecriture, erreurs }),
  );
}

async function previewPage(visit: Visit, ecriture: Writing, saisie: Record<string, unknown>): Promise<Shown> {
  const parsed = ModeleEcrit.safeParse(saisie);
  if (!parsed.success) return drawModele(visit, { ...ecriture, erreurs: toErreurs(parsed.error) });
  const found = await findCase(visit.services, ecriture.typed['sur'] ?? '');
  if (found?.genre !== 'dossier') return drawModele(visit, { ...ecriture, erreurs: [noDossier] });
  const filled = await fillMail(visit, found.id, parsed.data);
  return filled.ok ? drawModele(visit, { ...ecriture, preview: filled.value }) : { refusal: filled.error };
}

const noDossier: Erreur = { pointeur: '/sur', message: 'Indiquez un dossier, pour voir le modèle rempli.' };

async function drawModele(visit: Visit, { modele, typed, version, erreurs = [], preview }: Writing): Promise<Page> {
  const action = modele ? adminPath('courriels', modele.id) : adminPath('courriels', 'nouveau');
  return innerPage('courriels', {
    title: modele?.nom ?? 'Écrire un modèle',
    ...toCorrect(erreurs),
    body: html`<div class="deux"><div class="pile">${preview && panel('Aperçu', letter(preview), { id: 'apercu' })}
<section class="panneau rediger">${drawForm(form, typed, {
      action,
      defaultAction: 'ecrire',
      erreurs,
      hidden: { version },
      buttons: html`${button('Enregistrer', 'principal', { name: 'action', value: 'ecrire' })}${button('Aperçu', 'second', { name: 'action', value: 'apercu' })}${linkButton('Annuler', adminPath('courriels'), 'discret')}`,
    })}</section></div>
<div class="pile">${panel('Ce qui se remplit', variablesList)}
${modele && (await versionsPanel(visit, modele))}
${modele && panel('Retirer', html`<p>Le modèle ne sera plus proposé ; ses versions restent.</p><div class="boutons">${linkButton('Retirer le modèle…', adminPath('courriels', modele.id, 'retrait'), 'danger')}</div>`)}</div></div>`,
  });
}

async function readOnly(visit: Visit, modele: Modele): Promise<Page> {
  const { nom, destinataire, objet, corps } = modele;
  return innerPage('courriels', {
    title: nom,
    body: html`<div class="deux"><div class="pile">${panel(
      'Le modèle',
      html`${properties([
        ['Destinataire', destinataires[destinataire]],
        ['Objet', objet],
      ])}<div class="lettre">${corps}</div>`,
    )}</div><div class="pile">${panel('Ce qui se remplit', variablesList)}${await versionsPanel(visit, modele)}</div></div>`,
  });
}

const variablesList = html`<dl class="variables">${Object.entries(variables).map(
  ([nom, quoi]) => html`<div><dt><code>{${nom}}</code></dt><dd>${quoi}</dd></div>`,
)}</dl>`;

async function versionsPanel({ services }: Visit, { id }: Modele): Promise<Html> {
  const versions = services.reglages.versionsModele(id);
  const nommer = await services.identites.nommer(versions.flatMap(({ ecritPar }) => ecritPar ?? []));
  return panel(
    'Versions',
    html`${versions.map(({ version, objet, corps, ecritLe, ecritPar, retire }) =>
      disclosure(
        `${version === 0 ? 'Fournie avec le service' : `Version ${version}`}${retire ? ', retirée' : ''}`,
        html`${ecritLe !== null && ecritPar !== null && html`<p class="doux">${nommer(ecritPar)}, le ${moment(ecritLe)}</p>`}
<p><strong>${objet}</strong></p><div class="lettre">${corps}</div>`,
      ),
    )}`,
  );
}

const withdrawing: Confirming<Modele, Modele> = {
  right: 'modeles.retirer',
  found: ofModele,
  ask: ({ id, nom, version }) => ({
    title: `Retirer « ${nom} » ?`,
    trail: [{ label: nom, href: adminPath('courriels', id) }],
    consequences: html`<p>Il ne sera plus proposé depuis les dossiers. Ses versions restent dans l’historique.</p>`,
    hidden: { version: `${version}` },
    label: 'Retirer le modèle',
    back: adminPath('courriels', id),
  }),
  act: ({ services, identite, body }, { id }) =>
    services.reglages.retirerModele(identite, id, Number.parseInt(body.get('version') ?? '', 10) || 0),
  done: ({ nom }) => redirect(adminPath('courriels'), `« ${nom} » n’est plus proposé.`),
};
