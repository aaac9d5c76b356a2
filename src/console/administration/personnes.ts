import { type PersonneCherchee as Cherchee, PersonneCherchee } from '../../desk/personnes/nom.ts';
import { type Erreur, parse } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formOfFields, line } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, type Shown, toCorrect } from '../shell/shown.ts';
import { callout, emptyState, panel } from '../ui/blocks.ts';
import { actionForm, button, confirmForm, hiddenFields, linkButton } from '../ui/button.ts';
import { column, table, titleColumn, twoLines } from '../ui/table.ts';
import { moment, plural, roleNames, shortDay } from '../ui/words.ts';
import { adminPath, innerPage, placePage } from './frame.ts';

/** What is held of a person, its copy, and its erasure. Names are posted: an address would keep them. */
export function personnesScreens(): Screen[] {
  const lieu = '/administration/personnes';
  const right = 'comptes.modifier';
  return [
    get(lieu, right, (visit) => searchPage(visit, blank(form))),
    post(lieu, right, (visit) => ofPerson(visit, heldPage)),
    post(`${lieu}/copie`, right, (visit) => ofPerson(visit, copy)),
    post(`${lieu}/apercu`, right, (visit) => ofPerson(visit, previewPage)),
    post(`${lieu}/effacement`, right, (visit) => ofPerson(visit, erase)),
  ];
}

type Apercu = Awaited<ReturnType<Services['personnes']['apercu']>>;

const form = formOfFields({
  nom: line('Nom', { isRequired: false, width: 6 }),
  prenom: line('Prénom', { isRequired: false, width: 6 }),
  courriel: line('Courriel', {
    type: 'email',
    isRequired: false,
    help: 'Seul, ou avec le nom : ce qui porte l’un ou l’autre est trouvé.',
  }),
});

function searchPage(visit: Visit, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return placePage(visit, 'personnes', {
    ...toCorrect(erreurs),
    body: html`<section class="panneau"><p class="note">Tout ce que le service garde est relu, ligne par ligne : comptez quelques secondes pour cent mille dossiers.
Les majuscules, les accents et l’ordre du nom et du prénom ne comptent pas.</p>
${drawForm(form, typed, {
  action: adminPath('personnes'),
  defaultAction: 'chercher',
  erreurs,
  buttons: button('Chercher ce qui est gardé'),
})}</section>`,
  });
}

/** Whom a form names, then what is shown of them. */
function ofPerson(visit: Visit, show: (visit: Visit, cherchee: Cherchee) => Promise<Shown>): Promise<Shown> | Shown {
  const typed = typedOf(visit.body, form);
  const read = parse(PersonneCherchee, readTyped(form, typed));
  return read.ok ? show(visit, read.value) : searchPage(visit, typed, read.error.erreurs);
}

async function heldPage({ services }: Visit, cherchee: Cherchee): Promise<Shown> {
  const { tenu } = await services.personnes.apercu(cherchee);
  const isHeld = tenu.cas.length + tenu.textes.length + tenu.comptes.length + tenu.histoires.length > 0;
  return innerPage('personnes', {
    title: `Ce qui est gardé : ${calledOf(cherchee)}`,
    body: html`<div class="pile">${
      isHeld
        ? html`${heldPanels(tenu)}
${panel(
  'Et maintenant',
  html`<div class="boutons">${sending('copie', cherchee, button('Télécharger une copie', 'second', { icon: 'telecharger' }))}
${sending('apercu', cherchee, button('Voir ce qu’effacer ferait', 'danger'))}</div>`,
)}`
        : emptyState(
            'recherche',
            'Rien n’est gardé de cette personne',
            'Vérifiez le nom et le prénom, ou cherchez par le courriel.',
          )
    }
<p>${linkButton('Chercher quelqu’un d’autre', adminPath('personnes'))}</p></div>`,
  });
}

async function copy({ services }: Visit, cherchee: Cherchee): Promise<Shown> {
  const { tenu } = await services.personnes.apercu(cherchee);
  return {
    content: JSON.stringify(exportOf(tenu, services.now().toISOString()), null, 2),
    type: 'application/json; charset=utf-8',
    filename: `donnees-personnelles-${services.today()}.json`,
  };
}

async function previewPage({ services }: Visit, cherchee: Cherchee): Promise<Shown> {
  return drawPreview(await services.personnes.apercu(cherchee), cherchee);
}

async function erase({ services, identite, body }: Visit, cherchee: Cherchee): Promise<Shown> {
  const done = await services.personnes.effacer(identite, { cherchee, empreinte: body.get('empreinte') ?? '' });
  if (done.ok) return donePage(done.value, services.today());
  return done.error.code === 'a-revoir' ? drawPreview(done.error.apercu, cherchee, true) : { refusal: done.error };
}

function drawPreview({ tenu, charges, empreinte }: Apercu, cherchee: Cherchee, isStale = false): Page {
  const lignes = tenu.cas.reduce((sum, one) => sum + one.lignes.length, 0);
  const goes = [
    `le contenu de ${plural(lignes, 'ligne')} du journal, dans ${plural(tenu.cas.length, 'dossier ou groupement', 'dossiers ou groupements')} : chaque journal dira que des données ont été effacées, sans le nom`,
    `le nom dans ces dossiers et leurs certificats, où se lira « Personne effacée », et dans la recherche`,
    ...[
      plural(
        tenu.textes.length,
        'texte du guichet',
        'textes du guichet (notes, relances, brouillons, vues, liens, réponses gardées)',
        '',
      ),
      plural(tenu.comptes.length, 'compte fermé', 'comptes fermés', ''),
      plural(tenu.tentatives.length, 'suite de tentatives de connexion', 'suites de tentatives de connexion', ''),
    ].filter(Boolean),
  ];
  return innerPage('personnes', {
    title: `Effacer : ${calledOf(cherchee)}`,
    status: isStale ? 409 : 200,
    body: html`<div class="pile">${isStale && callout('attention', 'Ce qui est gardé a changé depuis l’aperçu : relisez-le, puis confirmez.')}
${charges.length > 0 && chargesPanel(charges)}
${panel('Ce qui serait effacé', html`<ul>${goes.map((one) => html`<li>${one}</li>`)}</ul>`)}
${panel('Ce qui resterait, et pourquoi', staysPart(tenu.histoires.length))}
${
  charges.length === 0 &&
  confirmForm({
    consequences: html`<p>Ce qui est effacé ne revient pas, et ce qui l’était des lignes effacées ne se corrige plus. Le journal de l’administration gardera qui l’a fait, quand et
combien, jamais le nom.</p>`,
    action: adminPath('personnes', 'effacement'),
    label: 'Effacer cette personne',
    back: adminPath('personnes'),
    hidden: { ...cherchee, empreinte },
  })
}</div>`,
  });
}

function chargesPanel(charges: Apercu['charges']): Html {
  return panel(
    'À faire d’abord',
    html`${callout('attention', 'Cette personne est encore en charge : rien ne peut être effacé avant ce qui suit.')}
${table('Ce qui retient cette personne', charges, [
  titleColumn('Où', ({ cas }) => cas && html`<a href="/${cas.cible.genre}s/${cas.cible.id}">${cas.denomination}</a>`),
  column('Ce qu’elle y est', ({ quoi }) => quoi),
  column('Ce qu’il faut faire', ({ remede }) => remede),
])}`,
  );
}

function staysPart(histoires: number): Html {
  return html`<ul><li>Les lignes du journal elles-mêmes, leur date et leur empreinte : sans elles, l’enchaînement ne prouverait plus rien.</li>
<li>Les sauvegardes et les copies déjà faites, jusqu’à leur remplacement : restaurer l’une d’elles demande d’effacer à nouveau.</li>
<li>Le nom d’un établissement ou d’un groupement, même s’il est celui de la personne.</li>
<li>Ce qui est déjà parti vers l’ANS, l’établissement ou un éditeur.</li>
${
  histoires > 0 &&
  html`<li>${plural(histoires, 'texte d’une histoire', 'textes d’histoires')} qui ne perd rien (réglages, modèles de courriel, délégations, clés, actes de l’administration) : donnez-leur une
valeur nouvelle pour qu’ils ne servent plus.</li>`
}</ul>`;
}

type Bilan = Extract<Awaited<ReturnType<Services['personnes']['effacer']>>, { ok: true }>['value'];

function donePage({ cas, lignes, textes, comptes, reecrit, reste }: Bilan, jour: string): Page {
  const left = reste.cas.length + reste.textes.length + reste.comptes.length + reste.histoires.length;
  return innerPage('personnes', {
    title: 'Données effacées',
    body: html`<div class="pile">${callout(
      'bien',
      html`<p>${plural(lignes, 'ligne')} du journal dans ${plural(cas, 'dossier')}, ${plural(textes, 'texte du guichet', 'textes du guichet')}, ${plural(comptes, 'compte')}, le ${shortDay(jour)}.
${reecrit ? 'Le fichier de la base a été réécrit.' : 'Le fichier de la base est grand : il sera réécrit au prochain démarrage du service, d’ici là ses espaces libres peuvent en porter des traces.'}</p>`,
    )}
${left > 0 ? heldPanels(reste) : html`<p>Le service ne garde plus rien sous ce nom.</p>`}
<p>${linkButton('Revenir à la recherche', adminPath('personnes'))}</p></div>`,
  });
}

function sending(vers: string, cherchee: Cherchee, what: Html): Html {
  return actionForm(
    { action: adminPath('personnes', vers), attributes: { class: 'seul' } },
    html`${hiddenFields(cherchee)}${what}`,
  );
}

function calledOf({ nom, prenom, courriel }: Cherchee): string {
  return `${prenom} ${nom}`.trim() || courriel;
}

/** All that is held of a person. */
type Tenu = Awaited<ReturnType<Services['personnes']['apercu']>>['tenu'];

/** What is held of a person, kind by kind. */
function heldPanels({ cas, textes, histoires, comptes, tentatives }: Tenu): Html {
  return html`${cas.length > 0 && panel('Dossiers', casesTable(cas))}
${textes.length > 0 && panel('Textes du guichet', textsTable(textes, 'Notes, relances, brouillons, vues, liens et réponses gardées'))}
${comptes.length > 0 && panel('Comptes', accountsTable(comptes))}
${tentatives.length > 0 && panel('Connexions', html`<p>${plural(tentatives.length, 'suite')} de tentatives de connexion, oubliée au bout de deux jours.</p>`)}
${histoires.length > 0 && panel('Histoires qui ne perdent rien', textsTable(histoires, 'Réglages, modèles, délégations, clés et actes'))}`;
}

function casesTable(cas: Tenu['cas']): Html {
  const lines = cas.flatMap(({ lignes, ...one }) =>
    (lignes.length > 0 ? lignes : [null]).map((ligne) => ({ ...one, ligne })),
  );
  return table('Les lignes qui nomment cette personne', lines, [
    titleColumn(
      'Dossier',
      ({ cible, denomination }) => html`<a href="/${cible.genre}s/${cible.id}">${denomination}</a>`,
    ),
    column('Le', ({ ligne }) => ligne && shortDay(ligne.date)),
    column('Fait', ({ ligne }) => (ligne ? twoLines(ligne.libelle, `ligne ${ligne.rang}`) : 'État du dossier')),
    column('À quel titre', ({ ligne }) => ligne?.roles.join(', ') ?? null),
  ]);
}

const placeNames: Record<Tenu['histoires'][number]['lieu'], string> = {
  note: 'Note interne',
  relance: 'Relance',
  brouillon: 'Brouillon',
  reponse: 'Réponse gardée',
  vue: 'Vue enregistrée',
  lien: 'Lien d’entrée',
  courriel: 'Courriel reçu',
  adresse: 'Adresse qui a refusé',
  acte: 'Acte de l’administration',
  reglage: 'Réglage',
  modele: 'Modèle de courriel',
  delegation: 'Motif de délégation',
  editeur: 'Éditeur',
  cle: 'Nom de clé',
  abonnement: 'Webhook',
};

const SHOWN = 160;

function textsTable(textes: Tenu['histoires'], caption: string): Html {
  return table(caption, textes, [
    titleColumn('Quoi', ({ lieu }) => placeNames[lieu]),
    column('Écrit le', ({ le }) => le && moment(le)),
    column('Texte', ({ texte }) => (texte.length > SHOWN ? `${texte.slice(0, SHOWN)}…` : texte)),
  ]);
}

function accountsTable(comptes: Tenu['comptes']): Html {
  return table('Les comptes de cette personne', comptes, [
    titleColumn('Nom', ({ id, nom }) => html`<a href="/administration/comptes/${id}">${nom}</a>`),
    column('Courriel', ({ courriel }) => courriel),
    column('Rôle', ({ role }) => roleNames[role]),
    column('État', ({ actif }) => (actif ? 'Ouvert' : 'Fermé')),
  ]);
}

/** What is held of a person as it is handed over: what is said of them, and of nobody else. */
function exportOf({ cherchee, cas, textes, histoires, comptes, tentatives }: Tenu, le: string): object {
  return {
    etabliLe: le,
    personne: cherchee,
    dossiers: cas.map(({ cible, denomination, statut, lignes }) => ({
      ...cible,
      denomination,
      statut,
      faits: lignes.map(({ rang, date, libelle, roles, extraits }) => ({
        ligne: rang,
        date,
        fait: libelle,
        aTitreDe: roles,
        contenu: extraits,
      })),
    })),
    textes: [...textes, ...histoires].map(({ lieu, le: ecritLe, texte, instanceId }) => ({
      quoi: placeNames[lieu],
      ecritLe,
      dossier: instanceId,
      texte,
    })),
    comptes: comptes.map(({ nom, courriel, role, actif, creeLe, connecteLe }) => ({
      nom,
      courriel,
      role,
      actif,
      creeLe,
      connecteLe,
    })),
    tentativesDeConnexion: tentatives.length,
  };
}
