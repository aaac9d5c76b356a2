import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { choixDe, formulaire, jourDe, ligne } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { ouRefus, suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { pastille, vide } from '../ui/blocks.ts';
import { bouton, confirmation, lienBouton } from '../ui/button.ts';
import { type Colonne, double, table } from '../ui/table.ts';
import { combien, jour, toFrenchDays } from '../ui/words.ts';
import { trouver } from './find.ts';
import { adresse, pageDe, pageSous, peut } from './frame.ts';

/** What éditeurs may see. */
export function delegationsScreens(): Screen[] {
  const toutes = '/administration/delegations';
  const [adding, ending] = [`${toutes}/nouvelle`, `${toutes}/:id/revocation`] as const;
  const [grant, revoke] = ['delegations.accorder', 'delegations.revoquer'] as const;
  return [
    get('administration.delegations', toutes, { right: 'delegations.lister', answer: listeDesDelegations }),
    get('administration.delegations.nouvelle', adding, { right: grant, answer: accord }),
    post('administration.delegations.accorder', adding, { right: grant, answer: accorder }),
    get('administration.delegation.revocation', ending, { right: revoke, answer: demanderRevocation }),
    post('administration.delegation.revoquer', ending, { right: revoke, answer: revoquer }),
    get('dossier.delegations', '/dossiers/:id/delegations', {
      right: 'dossiers.delegations',
      answer: delegationsDuDossier,
    }),
  ];
}

const MONTREES = 200;

/** What is delegated today, to every éditeur or to one. */
async function listeDesDelegations(visit: Visit): Promise<Shown> {
  const { services, query, identite } = visit;
  const today = services.today();
  const editeurs = await services.identites.editeurs();
  const asked = editeurs.filter(
    ({ id }) => query['editeur'] === undefined || query['editeur'] === '' || id === query['editeur'],
  );
  const all = (await Promise.all(asked.map(({ id }) => services.identites.delegatedTo(id, today)))).flat();
  const shown = await nommees(services, all.slice(0, MONTREES));
  const mayGrant = peut(identite, 'delegations.accorder');
  const legende = `${combien(all.length, 'délégation', 'délégations', 'aucune délégation')} en cours${all.length > MONTREES ? `, les ${MONTREES} premières` : ''}`;
  return pageDe(visit, 'delegations', {
    actions: mayGrant ? lienBouton('Déléguer', adresse('delegations', 'nouvelle'), 'principal', 'plus') : null,
    corps: html`<section class="panneau"><form class="filtre" action="${adresse('delegations')}"><div class="champ"><label for="editeur">Éditeur</label>
<select id="editeur" name="editeur"><option value="">Tous</option>${editeurs.map(
      ({ id, nom }) => html`<option value="${id}"${query['editeur'] === id && html` selected`}>${nom}</option>`,
    )}</select></div>${bouton('Afficher', 'second')}</form>
${shown.length === 0 ? none : tableDes(shown, { legende, today, mayRevoke: mayGrant, de: 'editeur' })}</section>`,
  });
}

const none = vide(
  'groupement',
  'Aucune délégation en cours',
  'Une délégation montre à un éditeur un dossier, ou un groupement et tous ses sites, entre deux dates.',
);

/** Every delegation that ever covered a dossier, its groupement’s among them. */
async function delegationsDuDossier(visit: Visit): Promise<Shown> {
  const { services, identite } = visit;
  const id = visit.params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refus: found.error };
  const all = await nommees(services, (await services.identites.delegationsOf(id)).toReversed());
  const mayGrant = peut(identite, 'delegations.accorder');
  const { denomination } = found.value;
  const today = services.today();
  return {
    titre: `${denomination} · Délégations`,
    rubrique: 'journee',
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: denomination, vers: `/dossiers/${id}` },
    ],
    actions: mayGrant
      ? lienBouton('Déléguer ce dossier', `${adresse('delegations', 'nouvelle')}?sur=${id}`, 'principal', 'plus')
      : null,
    corps: html`<section class="panneau">${
      all.length === 0
        ? vide('groupement', 'Jamais délégué', 'Aucun éditeur ne voit ce dossier, ni n’en a vu le contenu.')
        : tableDes(all, { legende: combien(all.length, 'délégation'), today, mayRevoke: mayGrant, de: 'instance' })
    }</section>`,
  };
}

/** Days during which an éditeur sees a case. */
type Delegation = Awaited<ReturnType<Services['identites']['delegationsOf']>>[number];

/** A delegation with the names of what it is about. */
interface Nommee extends Delegation {
  editeur: string;
  denomination: string;
}

/** Delegations under the names of their éditeurs and cases. */
function nommees(services: Services, all: readonly Delegation[]): Promise<Nommee[]> {
  return Promise.all(
    all.map(async (one) => {
      const [editeur, found] = await Promise.all([
        services.identites.editeur(one.editeurId),
        services.find({ genre: one.genre, id: one.instanceId }),
      ]);
      return {
        ...one,
        editeur: editeur?.nom ?? 'Inconnu',
        denomination: found.ok ? found.value.denomination : one.instanceId,
      };
    }),
  );
}

/** Whether a delegation may still be revoked on that day, and how it stands. */
function etatDe({ revoqueeLe, du, au }: Delegation, today: string): Html {
  if (revoqueeLe !== null) return pastille('neutre', 'Révoquée', 'verrou');
  if (au !== null && au < today) return pastille('neutre', 'Finie');
  return du > today ? pastille('accent', 'À venir') : pastille('bien', 'En cours');
}

/** Delegations, with a way to revoke those that hold or will, for whoever may. */
function tableDes(
  lignes: readonly Nommee[],
  { legende, today, mayRevoke, de }: { legende: string; today: string; mayRevoke: boolean; de: 'editeur' | 'instance' },
): Html {
  const living = ({ revoqueeLe, au }: Nommee) => revoqueeLe === null && (au === null || au >= today);
  const sur: Colonne<Nommee> = {
    titre: 'Sur',
    role: 'titre',
    cellule: ({ genre, instanceId, denomination }) =>
      double(
        html`<a href="/${genre}s/${instanceId}">${denomination}</a>`,
        genre === 'groupement' && 'Groupement et tous ses sites',
      ),
  };
  const editeur: Colonne<Nommee> = { titre: 'Éditeur', role: 'titre', cellule: (one) => one.editeur };
  const colonnes: Colonne<Nommee>[] = [
    ...(de === 'editeur'
      ? [sur, { ...editeur, role: undefined } as never]
      : [editeur, { ...sur, role: undefined } as never]),
    { titre: 'Du', cellule: ({ du }) => jour(du) },
    { titre: 'Au', cellule: ({ au }) => (au === null ? 'Sans fin' : jour(au)) },
    { titre: 'Motif', cellule: ({ motif }) => motif },
    { titre: 'État', cellule: (one) => etatDe(one, today) },
    {
      titre: 'Révoquer',
      role: 'action',
      cellule: (one) =>
        mayRevoke && living(one)
          ? html`<a href="${adresse('delegations', one.id, 'revocation')}">Révoquer<span class="sr"> : ${one.editeur}, ${one.denomination}</span></a>`
          : null,
    },
  ];
  return table({ legende, colonnes }, lignes);
}

/** What to delegate, to whom, between which days; `?sur=` is a case that is already chosen. */
async function accord(visit: Visit): Promise<Page> {
  const form = await formOf(visit.services);
  return page(form, { ...blank(form), sur: visit.query['sur'] ?? '', du: toFrenchDays(visit.services.today()) });
}

/** Delegates it. */
async function accorder(visit: Visit): Promise<Shown> {
  const { services, identite } = visit;
  const form = await formOf(services);
  const typed = typedOf(visit.body, form);
  const { sur, ...read } = readTyped(form, typed) as Record<string, string>;
  const found = await trouver(services, `${sur ?? ''}`);
  if (!found) return page(form, typed, [unknown]);
  const done = await services.identites.delegate(identite, { ...read, [`${found.genre}Id`]: found.id });
  return suite(
    done,
    ({ instanceId, genre }) =>
      ailleurs(
        genre === 'dossier' ? `/dossiers/${instanceId}/delegations` : adresse('delegations'),
        `${found.denomination} est délégué.`,
      ),
    (erreurs) => page(form, typed, erreurs),
    { 'delegation-existante': '/editeurId' },
  );
}

const unknown: Erreur = {
  pointeur: '/sur',
  message: 'Aucun dossier ni groupement n’est celui-là, ou plusieurs le sont : donnez son identifiant.',
};

async function formOf({ identites }: Services): Promise<Form> {
  const editeurs = await identites.editeurs();
  return formulaire({
    sur: ligne('Dossier ou groupement', {
      aide: 'Son SIRET, son FINESS, son identifiant, ou l’adresse de sa page. Un groupement apporte tous ses sites, présents et à venir.',
    }),
    editeurId: choixDe('Éditeur', Object.fromEntries(editeurs.map(({ id, nom }) => [id, nom])), {
      aide: 'Il verra le dossier, remplira la partie 4 du formulaire 413 et désignera son technicien, rien d’autre.',
    }),
    du: jourDe('Du'),
    au: jourDe('Au', { requis: false, aide: 'Inclus ; rien : sans fin.' }),
    motif: ligne('Motif', { exemple: 'Contrat de maintenance signé le 3 novembre' }),
  });
}

function page(form: Form, typed: Typed, erreurs: readonly Erreur[] = []): Page {
  return pageSous('delegations', {
    titre: 'Déléguer à un éditeur',
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<section class="panneau">${drawForm(form, typed, {
      action: adresse('delegations', 'nouvelle'),
      parDefaut: 'accorder',
      erreurs,
      boutons: html`${bouton('Déléguer')}${lienBouton('Annuler', adresse('delegations'))}`,
    })}</section>`,
  });
}

/** Asks before a delegation is revoked. */
async function demanderRevocation({ services, params: { id = '' } }: Visit): Promise<Shown> {
  const found = await services.identites.delegation(id);
  if (!found || found.revoqueeLe !== null) return { refus: { code: 'introuvable', objet: 'delegation', id } };
  const [{ editeur, denomination } = { editeur: '', denomination: '' }] = await nommees(services, [found]);
  return pageSous('delegations', {
    titre: 'Révoquer cette délégation ?',
    corps: confirmation({
      suites: html`<p><strong>${editeur}</strong> ne verra plus <strong>${denomination}</strong>${found.genre === 'groupement' && ' ni aucun de ses sites'}, tout de suite,
par ses écrans, son flux ou ses webhooks. Pour y revenir, il faudra déléguer à nouveau.</p>`,
      action: adresse('delegations', id, 'revocation'),
      libelle: 'Révoquer la délégation',
      retour: retourDe(found),
    }),
  });
}

/** Revokes it. */
async function revoquer({ services, identite, params: { id = '' } }: Visit): Promise<Shown> {
  const found = await services.identites.delegation(id);
  return ouRefus(await services.identites.revokeDelegation(identite, id), () =>
    ailleurs(found ? retourDe(found) : adresse('delegations'), 'La délégation est révoquée.'),
  );
}

function retourDe({ genre, instanceId }: Delegation): string {
  return genre === 'dossier' ? `/dossiers/${instanceId}/delegations` : adresse('delegations');
}
