import { findProcedure, procedures } from '../../../../machines/index.ts';
import { cleDemandeeLe } from '../../../identity/editeurs/cles.ts';
import { type Erreur, parseThen } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import type { Form } from '../../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { bouton, lienBouton } from '../../parts/boutons.ts';
import { jourLong } from '../../parts/dates.ts';
import type { Page } from '../../shell/page.ts';
import type { Shown, Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { choixDe, coche, coches, formulaire, jourDe, ligne, texte, ticked } from '../parts/champs.ts';
import { suite } from '../parts/refus.ts';
import { secret } from '../parts/secret.ts';
import { portees } from './liste.ts';

const paths = Object.fromEntries(
  [...new Set(procedures.filter(({ genre }) => genre === 'dossier').map(({ id }) => id))].map((id) => [
    id,
    findProcedure(id)?.titre ?? id,
  ]),
);

/** What a new key is to be. */
export async function creation(visit: Visit): Promise<Page> {
  const form = await formOf(visit);
  return page(form, blank(form));
}

/** Makes the key, which is shown here and nowhere else. */
export async function creer(visit: Visit): Promise<Shown> {
  const form = await formOf(visit);
  const typed = typedOf(visit.body, form);
  const made = await parseThen(
    cleDemandeeLe(visit.services.now().toISOString().slice(0, 10)),
    asked(readTyped(form, typed)),
    (demande) => visit.services.identites.createKey(visit.identite, demande),
  );
  return suite(
    made,
    ({ cle, fiche }) =>
      pageSous('cles', {
        titre: 'Clé créée',
        statut: 201,
        corps: html`<section class="panneau">${secret({
          libelle: `Clé « ${fiche.nom} »`,
          valeur: cle,
          avis: html`<p>Transmettez-la par un canal sûr à qui l’utilisera. Le service n’en garde que l’empreinte : si elle se perd, révoquez-la et créez-en une
autre. Elle prend fin le ${jourLong(fiche.expireLe)}.</p>`,
        })}
<div class="boutons">${lienBouton('Revenir aux clés', adresse('cles'))}</div></section>`,
      }),
    (erreurs) => page(form, typed, erreurs),
    { introuvable: '/editeurId' },
  );
}

function asked({ portees: scopes, procedures: limits, dossiers, ...read }: Record<string, unknown>): object {
  const [some, ids] = [ticked(limits), `${dossiers ?? ''}`.split(/[\s,;]+/).filter((id) => id !== '')];
  return {
    ...read,
    portees: ticked(scopes),
    procedures: some.length > 0 ? some : null,
    dossiers: ids.length > 0 ? ids : null,
  };
}

async function formOf({ services }: Visit): Promise<Form> {
  const editeurs = await services.identites.editeurs();
  return formulaire({
    nom: ligne('Nom', {
      aide: 'Ce à quoi elle sert, et où elle est installée.',
      exemple: 'Logiciel de soins, production',
    }),
    role: choixDe(
      'Rôle',
      { editeur: 'Éditeur', agent: 'Agent', lecteur: 'Lecteur' },
      {
        aide: 'Un éditeur ne voit que ce qui lui est délégué. Un agent voit et fait tout, un lecteur voit tout.',
      },
    ),
    editeurId: choixDe('Éditeur', Object.fromEntries(editeurs.map(({ id, nom }) => [id, nom])), {
      requis: false,
      largeur: 4,
      aide: 'Pour une clé d’éditeur, et elle seule.',
    }),
    portees: coches('Ce qu’elle peut faire', portees),
    expireLe: jourDe('Dernier jour', {
      requis: false,
      aide: 'Dans un an si vous ne dites rien, dans deux ans au plus.',
    }),
    bacASable: coche('Clé d’essai', 'Elle agit dans un bac à sable à elle, loin des vrais dossiers.'),
    procedures: coches('Limitée à ces parcours', paths, { aide: 'Aucun coché : tous.' }),
    dossiers: texte('Limitée à ces dossiers', {
      requis: false,
      aide: 'Leurs identifiants, un par ligne. Rien : tous.',
    }),
  });
}

function page(form: Form, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('cles', {
    titre: 'Créer une clé d’API',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<div class="cocher">${drawForm(form, typed, {
      action: adresse('cles', 'nouvelle'),
      parDefaut: 'creer',
      erreurs,
      boutons: html`${bouton('Créer la clé')}${lienBouton('Annuler', adresse('cles'))}`,
    })}</div>`,
  });
}
