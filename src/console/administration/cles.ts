import { findProcedure, procedures } from '../../../machines/index.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choixDe, coche, coches, formulaire, jourDe, ligne, texte, ticked } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { ouRefus, suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, pastille, secret, vide } from '../ui/blocks.ts';
import { bouton, confirmation, lienBouton } from '../ui/button.ts';
import { double, table } from '../ui/table.ts';
import { combien, dans, jour, jourLong, moment, roles } from '../ui/words.ts';
import { adresse, pageDe, pageSous } from './frame.ts';

/** The keys by which programs come in. */
export function clesScreens(): Screen[] {
  const toutes = '/administration/cles';
  const [adding, ending] = [`${toutes}/nouvelle`, `${toutes}/:id/revocation`] as const;
  return [
    get('administration.cles', toutes, { right: 'cles.lister', answer: listeDesCles }),
    get('administration.cles.nouvelle', adding, { right: 'cles.creer', answer: creation }),
    post('administration.cles.creer', adding, { right: 'cles.creer', answer: creer }),
    get('administration.cle.revocation', ending, { right: 'cles.revoquer', answer: demanderRevocation }),
    post('administration.cle.revoquer', ending, { right: 'cles.revoquer', answer: revoquer }),
  ];
}

/** A key as it is shown: never the key itself. */
type Cle = Awaited<ReturnType<Services['identites']['keys']>>[number];

/** What each scope lets a key do. */
export const portees = {
  lecture: 'Lire les dossiers',
  faits: 'Noter des faits',
  partie4: 'Remplir la partie 4 du formulaire 413',
  'administrateur-technique': 'Désigner son technicien',
  evenements: 'Lire le flux des événements',
  webhooks: 'S’abonner aux événements',
} as const;

/** The keys by which programs come in, those of an éditeur when one is asked for. */
async function listeDesCles(visit: Visit): Promise<Page> {
  const { identites, today } = visit.services;
  const editeurs = new Map((await identites.editeurs()).map(({ id, nom }) => [id, nom]));
  const asked = visit.query['editeur'];
  const cles = (await identites.keys(asked)).toReversed();
  const ending = await identites.aRenouveler(today());
  const sorted = [...cles].sort((a, b) => Number(isOver(a, today())) - Number(isOver(b, today())));
  return pageDe(visit, 'cles', {
    large: true,
    actions: lienBouton('Créer une clé', adresse('cles', 'nouvelle'), 'principal', 'plus'),
    corps: html`${ending.length > 0 && encart('attention', soon(ending, today()), 'À renouveler')}
<section class="panneau">${asked !== undefined && html`<p>Celles de ${editeurs.get(asked) ?? 'cet éditeur'}. <a href="${adresse('cles')}">Voir toutes les clés</a></p>`}
${sorted.length === 0 ? none : table({ legende: combien(cles.length, 'clé', 'clés', 'aucune clé'), colonnes: columns(editeurs, today()) }, sorted)}</section>`,
  });
}

const none = vide(
  'cle',
  'Aucune clé d’API',
  'Une clé laisse entrer un programme : celui d’un éditeur, ou l’un des vôtres. Créez-en une pour chaque usage.',
);

/** Whether a key opens nothing any more on that day. */
function isOver({ revoqueeLe, expireLe }: Cle, today: string): boolean {
  return revoqueeLe !== null || expireLe < today;
}

function columns(editeurs: ReadonlyMap<string, string>, today: string) {
  return [
    {
      titre: 'Nom',
      role: 'titre',
      cellule: ({ nom, prefixe }: Cle) => double(nom, html`<code>${prefixe}…</code>`),
    },
    {
      titre: 'Rôle',
      cellule: ({ role, editeurId }: Cle) => double(roles[role], editeurId !== null && editeurs.get(editeurId)),
    },
    {
      titre: 'Peut',
      cellule: (cle: Cle) =>
        html`<ul class="portees">${cle.portees.map((portee) => html`<li>${portees[portee as keyof typeof portees] ?? portee}</li>`)}${limits(cle)}</ul>`,
    },
    {
      titre: 'Dernier usage',
      cellule: ({ utiliseeLe }: Cle) => (utiliseeLe ? moment(utiliseeLe) : 'Jamais'),
    },
    { titre: 'Fin', cellule: ({ expireLe }: Cle) => jour(expireLe) },
    { titre: 'État', cellule: (cle: Cle) => etatDe(cle, today) },
    {
      titre: 'Révoquer',
      role: 'action',
      cellule: (cle: Cle) =>
        isOver(cle, today)
          ? null
          : html`<a href="${adresse('cles', cle.id, 'revocation')}">Révoquer<span class="sr"> la clé ${cle.nom}</span></a>`,
    },
  ] as const;
}

function limits({ procedures, dossiers, bacASable }: Cle): Html {
  return html`${bacASable && html`<li>Dans son bac à sable seulement</li>`}${procedures && html`<li>Sur ${combien(procedures.length, 'parcours', 'parcours')} seulement</li>`}${
    dossiers && html`<li>Sur ${combien(dossiers.length, 'dossier')} seulement</li>`
  }`;
}

function etatDe(cle: Cle, today: string): Html {
  if (cle.revoqueeLe !== null) return pastille('neutre', 'Révoquée', 'verrou');
  if (cle.expireLe < today) return pastille('neutre', 'Finie');
  return pastille('bien', 'Active');
}

function soon(ending: readonly { cle: Cle; reste: number }[], today: string): Html {
  return html`<ul>${ending.map(
    ({ cle }) =>
      html`<li><strong>${cle.nom}</strong> prend fin ${dans(cle.expireLe, today)}, le ${jour(cle.expireLe)}.</li>`,
  )}</ul><p>Créez la clé qui suit, transmettez-la, puis révoquez l’ancienne.</p>`;
}

const paths = Object.fromEntries(
  [...new Set(procedures.filter(({ genre }) => genre === 'dossier').map(({ id }) => id))].map((id) => [
    id,
    findProcedure(id)?.titre ?? id,
  ]),
);

/** What a new key is to be. */
async function creation(visit: Visit): Promise<Page> {
  const form = await formOf(visit);
  return page(form, blank(form));
}

/** Makes the key, which is shown here and nowhere else. */
async function creer(visit: Visit): Promise<Shown> {
  const form = await formOf(visit);
  const typed = typedOf(visit.body, form);
  const made = await visit.services.identites.createKey(visit.identite, asked(readTyped(form, typed)));
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

/** Asks before a key is revoked. */
async function demanderRevocation({ services, params: { id = '' } }: Visit): Promise<Shown> {
  const cle = (await services.identites.keys()).find((one) => one.id === id && one.revoqueeLe === null);
  if (!cle) return { refus: { code: 'introuvable', objet: 'cle', id } };
  return pageSous('cles', {
    titre: `Révoquer la clé « ${cle.nom} » ?`,
    corps: confirmation({
      suites: html`<p>Le programme qui l’utilise (<code>${cle.prefixe}…</code>) est refusé tout de suite, et pour toujours. Une clé révoquée ne se rétablit
pas : créez la suivante d’abord, si ce programme doit continuer.</p>`,
      action: adresse('cles', id, 'revocation'),
      libelle: 'Révoquer la clé',
      retour: adresse('cles'),
    }),
  });
}

/** Revokes it. */
async function revoquer({ services, identite, params: { id = '' } }: Visit): Promise<Shown> {
  return ouRefus(await services.identites.revokeKey(identite, id), () =>
    ailleurs(adresse('cles'), 'La clé est révoquée : elle n’ouvre plus rien.'),
  );
}
