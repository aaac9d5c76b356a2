import type { Courriel } from '../../desk/reglages/courriels/courriel.ts';
import { destinataires, ModeleEcrit } from '../../desk/reglages/courriels/saisie.ts';
import { variables } from '../../desk/reglages/courriels/variables.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { drawForm } from '../forms/draw.ts';
import { choixDe, formulaire, ligne, texte } from '../forms/field.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { origineDe, ouRefus, suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { panneau, pli, resume, vide } from '../ui/blocks.ts';
import { bouton, confirmation, lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, moment } from '../ui/words.ts';
import { lettre } from './courriel-dossier.ts';
import { trouver } from './find.ts';
import { adresse, pageDe, pageSous, peut } from './frame.ts';

/** Canned mails: written here, filled from a dossier. */
export function courrielsScreens(): Screen[] {
  const tous = '/administration/courriels';
  const [adding, un] = [`${tous}/nouveau`, `${tous}/:id`] as const;
  const leaving = `${un}/retrait` as const;
  return [
    get('administration.courriels', tous, { right: 'modeles.lister', answer: listeDesModeles }),
    get('administration.courriels.nouveau', adding, { right: 'modeles.creer', answer: nouveau }),
    post('administration.courriels.creer', adding, { right: 'modeles.creer', answer: creer }),
    get('administration.courriel', un, { right: 'modeles.lister', answer: lire }),
    post('administration.courriel.modifier', un, { right: 'modeles.ecrire', answer: modifier }),
    get('administration.courriel.retrait', leaving, { right: 'modeles.retirer', answer: demanderRetrait }),
    post('administration.courriel.retirer', leaving, { right: 'modeles.retirer', answer: retirer }),
  ];
}

/** A canned mail. */
type Modele = ReturnType<Services['reglages']['modeles']>[number];

/** The canned mails in use. */
function listeDesModeles(visit: Visit): Page {
  const modeles = visit.services.reglages.modeles();
  return pageDe(visit, 'courriels', {
    actions: peut(visit.identite, 'modeles.creer')
      ? lienBouton('Écrire un modèle', adresse('courriels', 'nouveau'), 'principal', 'plus')
      : null,
    corps: html`<section class="panneau"><p class="note">Un modèle se remplit depuis un dossier, par le lien « Écrire un courriel ». Rien n’est envoyé d’ici :
le texte se copie, ou s’ouvre dans votre messagerie.</p>
${
  modeles.length === 0
    ? vide('envoyer', 'Aucun modèle')
    : table<Modele>(
        {
          legende: combien(modeles.length, 'modèle'),
          colonnes: [
            {
              titre: 'Nom',
              role: 'titre',
              cellule: ({ id, nom }) => html`<a href="${adresse('courriels', id)}">${nom}</a>`,
            },
            { titre: 'Destinataire', cellule: ({ destinataire }) => destinataires[destinataire] },
            { titre: 'Version', role: 'nombre', cellule: ({ version }) => (version === 0 ? 'Fournie' : version) },
            { titre: 'Écrite le', cellule: ({ ecritLe }) => (ecritLe ? moment(ecritLe) : null) },
          ],
        },
        modeles,
      )
}</section>`,
  });
}

const form = formulaire({
  nom: ligne('Nom du modèle', { largeur: 4 }),
  destinataire: choixDe('Destinataire', destinataires, {
    largeur: 4,
    aide: 'Son adresse est celle des réglages ; « Autre » se saisit à l’envoi.',
  }),
  objet: ligne('Objet'),
  corps: texte('Corps', { aide: 'Ce qui est entre accolades est remplacé : {denomination}, {siret}…' }),
  sur: ligne('Dossier pour l’aperçu', {
    requis: false,
    aide: 'Son SIRET, son FINESS, son identifiant ou l’adresse de sa page.',
  }),
});

/** A form being written, of a mail that is there or of a new one. */
interface Ecriture {
  /** Null for a new mail. */
  modele: Modele | null;
  typed: Typed;
  version: string;
  erreurs?: readonly Erreur[];
  apercu?: Courriel;
}

/** A canned mail, to be read, and written by whoever may. */
function lire(visit: Visit): Promise<Shown> {
  return ofModele(visit, (modele) =>
    peut(visit.identite, 'modeles.ecrire')
      ? page(visit, { modele, typed: write(form, modele), version: `${modele.version}` })
      : readOnly(visit, modele),
  );
}

/** A new canned mail. */
function nouveau(visit: Visit): Promise<Page> {
  return page(visit, { modele: null, typed: blank(form), version: '0' });
}

/** Writes a new mail, or shows it on a dossier. */
function creer(visit: Visit): Promise<Shown> {
  return ecrire(visit, null);
}

/** Writes the next version of a mail, or shows it on a dossier. */
function modifier(visit: Visit): Promise<Shown> {
  return ofModele(visit, (modele) => ecrire(visit, modele));
}

async function ecrire(visit: Visit, modele: Modele | null): Promise<Shown> {
  const typed = typedOf(visit.body, form);
  const version = visit.body.get('version') ?? '0';
  const { sur, ...saisie } = readTyped(form, typed);
  const ecriture = { modele, typed, version };
  if (visit.body.get('action') === 'apercu') return preview(visit, ecriture, saisie);
  const done = await parseThen(ModeleEcrit, { ...saisie, version }, (ecrit) =>
    visit.services.reglages.ecrireModele(visit.identite, modele?.id ?? null, ecrit),
  );
  return suite(
    done,
    ({ nom, version: written }) => ailleurs(adresse('courriels'), `« ${nom} » est écrit : version ${written}.`),
    (erreurs) => page(visit, { ...ecriture, erreurs }),
  );
}

async function preview(visit: Visit, ecriture: Ecriture, saisie: Record<string, unknown>): Promise<Shown> {
  const parsed = ModeleEcrit.safeParse(saisie);
  if (!parsed.success) return page(visit, { ...ecriture, erreurs: toErreurs(parsed.error) });
  const found = await trouver(visit.services, ecriture.typed['sur'] ?? '');
  if (found?.genre !== 'dossier') return page(visit, { ...ecriture, erreurs: [noDossier] });
  const filled = await visit.services.courriel({
    dossierId: found.id,
    modele: parsed.data,
    signataire: visit.identite.nom,
    lien: `${origineDe(visit.request)}/dossiers/${found.id}`,
  });
  return filled.ok ? page(visit, { ...ecriture, apercu: filled.value }) : { refus: filled.error as AnyRefusal };
}

const noDossier: Erreur = { pointeur: '/sur', message: 'Indiquez un dossier, pour voir le modèle rempli.' };

/** Acts about one canned mail, which is found first. */
async function ofModele(visit: Visit, act: (modele: Modele) => Shown | Promise<Shown>): Promise<Shown> {
  const id = visit.params['id'] ?? '';
  const modele = visit.services.reglages.modele(id);
  return modele && !modele.retire ? await act(modele) : { refus: { code: 'introuvable', objet: 'modele', id } };
}

async function page(visit: Visit, { modele, typed, version, erreurs = [], apercu }: Ecriture): Promise<Page> {
  const action = modele ? adresse('courriels', modele.id) : adresse('courriels', 'nouveau');
  return pageSous('courriels', {
    titre: modele?.nom ?? 'Écrire un modèle',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<div class="deux"><div class="pile">${apercu && panneau('Aperçu', lettre(apercu), { id: 'apercu' })}
<section class="panneau rediger">${drawForm(form, typed, {
      action,
      parDefaut: 'ecrire',
      erreurs,
      caches: { version },
      boutons: html`${bouton('Enregistrer', 'principal', { nom: 'action', valeur: 'ecrire' })}${bouton('Aperçu', 'second', { nom: 'action', valeur: 'apercu' })}${lienBouton('Annuler', adresse('courriels'), 'discret')}`,
    })}</section></div>
<div class="pile">${panneau('Ce qui se remplit', listeDesVariables)}
${modele && (await versionsDe(visit, modele))}
${modele && panneau('Retirer', html`<p>Le modèle ne sera plus proposé ; ses versions restent.</p><div class="boutons">${lienBouton('Retirer le modèle…', adresse('courriels', modele.id, 'retrait'), 'danger')}</div>`)}</div></div>`,
  });
}

async function readOnly(visit: Visit, modele: Modele): Promise<Page> {
  const { nom, destinataire, objet, corps } = modele;
  return pageSous('courriels', {
    titre: nom,
    corps: html`<div class="deux"><div class="pile">${panneau(
      'Le modèle',
      html`${resume([
        ['Destinataire', destinataires[destinataire]],
        ['Objet', objet],
      ])}<div class="lettre">${corps}</div>`,
    )}</div><div class="pile">${panneau('Ce qui se remplit', listeDesVariables)}${await versionsDe(visit, modele)}</div></div>`,
  });
}

const listeDesVariables = html`<dl class="variables">${Object.entries(variables).map(
  ([nom, quoi]) => html`<div><dt><code>{${nom}}</code></dt><dd>${quoi}</dd></div>`,
)}</dl>`;

async function versionsDe({ services }: Visit, { id }: Modele): Promise<Html> {
  const versions = services.reglages.versionsModele(id);
  const nommer = await services.identites.nommer(versions.flatMap(({ ecritPar }) => ecritPar ?? []));
  return panneau(
    'Versions',
    html`${versions.map(({ version, objet, corps, ecritLe, ecritPar, retire }) =>
      pli(
        `${version === 0 ? 'Fournie avec le service' : `Version ${version}`}${retire ? ', retirée' : ''}`,
        html`${ecritLe !== null && ecritPar !== null && html`<p class="doux">${nommer(ecritPar)}, le ${moment(ecritLe)}</p>`}
<p><strong>${objet}</strong></p><div class="lettre">${corps}</div>`,
      ),
    )}`,
  );
}

/** Asks before a canned mail is put out of use. */
function demanderRetrait(visit: Visit): Promise<Shown> {
  return ofModele(visit, ({ id, nom, version }) =>
    pageSous('courriels', {
      titre: `Retirer « ${nom} » ?`,
      fil: [{ libelle: nom, vers: adresse('courriels', id) }],
      corps: confirmation({
        suites: html`<p>Il ne sera plus proposé depuis les dossiers. Ses versions restent dans l’historique.</p>`,
        action: adresse('courriels', id, 'retrait'),
        caches: { version: `${version}` },
        libelle: 'Retirer le modèle',
        retour: adresse('courriels', id),
      }),
    }),
  );
}

/** Puts it out of use. */
function retirer(visit: Visit): Promise<Shown> {
  return ofModele(visit, async ({ id, nom }) => {
    const version = Number.parseInt(visit.body.get('version') ?? '', 10) || 0;
    return ouRefus(await visit.services.reglages.retirerModele(visit.identite, id, version), () =>
      ailleurs(adresse('courriels'), `« ${nom} » n’est plus proposé.`),
    );
  });
}
