import type { Courriel } from '../../../desk/reglages/courriels/courriel.ts';
import { destinataires, ModeleEcrit } from '../../../desk/reglages/courriels/saisie.ts';
import { variables } from '../../../desk/reglages/courriels/variables.ts';
import { type Erreur, parseThen, toErreurs } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import type { AnyRefusal } from '../../../web/problem.ts';
import { drawForm } from '../../forms/draw.ts';
import { blank, readTyped, type Typed, typedOf, write } from '../../forms/typed.ts';
import { panneau, pli, resume } from '../../parts/blocs.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { moment } from '../../parts/dates.ts';
import type { Page } from '../../shell/page.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous, peut } from '../parts/cadre.ts';
import { choixDe, formulaire, ligne, texte } from '../parts/champs.ts';
import { origineDe } from '../parts/origine.ts';
import { suite } from '../parts/refus.ts';
import { trouver } from '../parts/trouver.ts';
import { lettre } from './lettre.ts';
import type { Modele } from './liste.ts';

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
export function lire(visit: Visit): Promise<Shown> {
  return ofModele(visit, (modele) =>
    peut(visit.identite, 'modeles.ecrire')
      ? page(visit, { modele, typed: write(form, modele), version: `${modele.version}` })
      : readOnly(visit, modele),
  );
}

/** A new canned mail. */
export function nouveau(visit: Visit): Promise<Page> {
  return page(visit, { modele: null, typed: blank(form), version: '0' });
}

/** Writes a new mail, or shows it on a dossier. */
export function creer(visit: Visit): Promise<Shown> {
  return ecrire(visit, null);
}

/** Writes the next version of a mail, or shows it on a dossier. */
export function modifier(visit: Visit): Promise<Shown> {
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
export async function ofModele(visit: Visit, act: (modele: Modele) => Shown | Promise<Shown>): Promise<Shown> {
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
