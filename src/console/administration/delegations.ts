import { DelegationDemandee } from '../../identity/editeurs/editeurs.ts';
import { type Erreur, err, ok, parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { choice, dayField, formOfFields, line } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown, underJournee } from '../shell/shown.ts';
import { emptyState, pill } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { filterLine, type Options, selectInput } from '../ui/field.ts';
import { actionColumn, captionedTable, column, type TableColumn, twoLines } from '../ui/table.ts';
import { plural, shortDay, toFrenchDays } from '../ui/words.ts';
import { type Asking, type Confirming, confirmScreens, formScreens, onceFound } from './asked.ts';
import { adminPath, findCase, may, placePage } from './frame.ts';

/** What éditeurs may see. */
export function delegationsScreens(): Screen[] {
  const toutes = '/administration/delegations';
  return [
    get(toutes, 'delegations.lister', delegationsPage),
    ...formScreens('delegations', 'nouvelle', granting),
    ...confirmScreens('delegations', 'revocation', revoking),
    get('/dossiers/:id/delegations', 'dossiers.delegations', ofDossierPage),
  ];
}

const SHOWN = 200;

/** What is delegated today, to every éditeur or to one. */
async function delegationsPage(visit: Visit): Promise<Shown> {
  const { services, query, identite } = visit;
  const today = services.today();
  const editeurs = await services.identites.editeurs();
  const asked = editeurs.filter(
    ({ id }) => query['editeur'] === undefined || query['editeur'] === '' || id === query['editeur'],
  );
  const all = (await Promise.all(asked.map(({ id }) => services.identites.delegatedTo(id, today)))).flat();
  const shown = await named(services, all.slice(0, SHOWN));
  const mayGrant = may(identite, 'delegations.accorder');
  const legende = `${plural(all.length, 'délégation', 'délégations', 'aucune délégation')} en cours${all.length > SHOWN ? `, les ${SHOWN} premières` : ''}`;
  const options: Options = [['', 'Tous'], ...editeurs.map(({ id, nom }) => [id, nom] as const)];
  return placePage(visit, 'delegations', {
    actions: mayGrant ? linkButton('Déléguer', adminPath('delegations', 'nouvelle'), 'principal', 'plus') : null,
    body: html`<section class="panneau">${filterLine(adminPath('delegations'), selectInput({ id: 'editeur', label: 'Éditeur', options, chosen: query['editeur'] }))}
${delegationsTable(shown, { legende, today, mayRevoke: mayGrant, de: 'editeur', none })}</section>`,
  });
}

const none = emptyState(
  'groupement',
  'Aucune délégation en cours',
  'Une délégation montre à un éditeur un dossier, ou un groupement et tous ses sites, entre deux dates.',
);

const never = emptyState('groupement', 'Jamais délégué', 'Aucun éditeur ne voit ce dossier, ni n’en a vu le contenu.');

/** Every delegation that ever covered a dossier, its groupement’s among them. */
async function ofDossierPage(visit: Visit): Promise<Shown> {
  const { services, identite } = visit;
  const id = visit.params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const all = await named(services, (await services.identites.delegationsOf(id)).toReversed());
  const mayGrant = may(identite, 'delegations.accorder');
  const { denomination } = found.value;
  const today = services.today();
  const legende = plural(all.length, 'délégation');
  return {
    title: `${denomination} · Délégations`,
    ...underJournee({ label: denomination, href: `/dossiers/${id}` }),
    actions: mayGrant
      ? linkButton('Déléguer ce dossier', `${adminPath('delegations', 'nouvelle')}?sur=${id}`, 'principal', 'plus')
      : null,
    body: html`<section class="panneau">${delegationsTable(all, { legende, today, mayRevoke: mayGrant, de: 'instance', none: never })}</section>`,
  };
}

type Delegation = Awaited<ReturnType<Services['identites']['delegationsOf']>>[number];

interface NamedDelegation extends Delegation {
  editeur: string;
  denomination: string;
}

/** Delegations under the names of their éditeurs and cases. */
function named(services: Services, all: readonly Delegation[]): Promise<NamedDelegation[]> {
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
function delegationState({ revoqueeLe, du, au }: Delegation, today: string): Html {
  if (revoqueeLe !== null) return pill('neutre', 'Révoquée', 'verrou');
  if (au !== null && au < today) return pill('neutre', 'Finie');
  return du > today ? pill('accent', 'À venir') : pill('bien', 'En cours');
}

/** How delegations are listed: those of éditeurs, or those of a case. */
interface Listing {
  legende: string;
  today: string;
  mayRevoke: boolean;
  de: 'editeur' | 'instance';
  none: Html;
}

/** Delegations, with a way to revoke those that hold or will, for whoever may. */
function delegationsTable(
  lignes: readonly NamedDelegation[],
  { legende, today, mayRevoke, de, none: nothing }: Listing,
): Html {
  const living = ({ revoqueeLe, au }: NamedDelegation) => revoqueeLe === null && (au === null || au >= today);
  const sur: TableColumn<NamedDelegation> = column('Sur', ({ genre, instanceId, denomination }) =>
    twoLines(
      html`<a href="/${genre}s/${instanceId}">${denomination}</a>`,
      genre === 'groupement' && 'Groupement et tous ses sites',
    ),
  );
  const editeur: TableColumn<NamedDelegation> = column('Éditeur', (one) => one.editeur);
  const [first, second] = de === 'editeur' ? [sur, editeur] : [editeur, sur];
  const colonnes: TableColumn<NamedDelegation>[] = [
    { ...first, kind: 'titre' },
    second,
    column('Du', ({ du }) => shortDay(du)),
    column('Au', ({ au }) => (au === null ? 'Sans fin' : shortDay(au))),
    column('Motif', ({ motif }) => motif),
    column('État', (one) => delegationState(one, today)),
    actionColumn('Révoquer', (one) =>
      mayRevoke && living(one)
        ? html`<a href="${adminPath('delegations', one.id, 'revocation')}">Révoquer<span class="sr"> : ${one.editeur}, ${one.denomination}</span></a>`
        : null,
    ),
  ];
  return captionedTable(legende, lignes, colonnes, nothing);
}

/** `?sur=` is a case that is already chosen. */
const granting: Asking<Pick<Delegation, 'instanceId' | 'genre'> & { denomination: string }> = {
  right: 'delegations.accorder',
  title: 'Déléguer à un éditeur',
  label: 'Déléguer',
  form: ({ services }) => formOf(services),
  initial: ({ services, query }) => ({ sur: query['sur'] ?? '', du: toFrenchDays(services.today()) }),
  async make({ services, identite }, { sur, ...read }) {
    const found = await findCase(services, `${sur ?? ''}`);
    if (!found) return err({ code: 'saisie-invalide', erreurs: [unknown] });
    const { genre, id, denomination } = found;
    const done = await parseThen(DelegationDemandee, { ...read, [`${genre}Id`]: id }, (demande) =>
      services.identites.delegate(identite, demande),
    );
    return done.ok ? ok({ ...done.value, denomination }) : done;
  },
  done: ({ denomination, ...made }) => redirect(backFrom(made), `${denomination} est délégué.`),
  places: { 'delegation-existante': '/editeurId' },
};

const unknown: Erreur = {
  pointeur: '/sur',
  message: 'Aucun dossier ni groupement n’est celui-là, ou plusieurs le sont : donnez son identifiant.',
};

async function formOf({ identites }: Services): Promise<Form> {
  const editeurs = await identites.editeurs();
  return formOfFields({
    sur: line('Dossier ou groupement', {
      help: 'Son SIRET, son FINESS, son identifiant, ou l’adresse de sa page. Un groupement apporte tous ses sites, présents et à venir.',
    }),
    editeurId: choice('Éditeur', Object.fromEntries(editeurs.map(({ id, nom }) => [id, nom])), {
      help: 'Il verra le dossier, remplira la partie 4 du formulaire 413 et désignera son technicien, rien d’autre.',
    }),
    du: dayField('Du'),
    au: dayField('Au', { isRequired: false, help: 'Inclus ; rien : sans fin.' }),
    motif: line('Motif', { example: 'Contrat de maintenance signé le 3 novembre' }),
  });
}

const revoking: Confirming<Delegation> = {
  right: 'delegations.revoquer',
  found: onceFound('delegation', async ({ services }, id) => {
    const found = await services.identites.delegation(id);
    return found?.revoqueeLe === null ? found : null;
  }),
  async ask(found, { services }) {
    const [{ editeur, denomination } = { editeur: '', denomination: '' }] = await named(services, [found]);
    return {
      title: 'Révoquer cette délégation ?',
      consequences: html`<p><strong>${editeur}</strong> ne verra plus <strong>${denomination}</strong>${found.genre === 'groupement' && ' ni aucun de ses sites'}, tout de suite,
par ses écrans, son flux ou ses webhooks. Pour y revenir, il faudra déléguer à nouveau.</p>`,
      label: 'Révoquer la délégation',
      back: backFrom(found),
    };
  },
  act: ({ services, identite }, { id }) => services.identites.revokeDelegation(identite, id),
  done: (found) => redirect(backFrom(found), 'La délégation est révoquée.'),
};

function backFrom({ genre, instanceId }: Pick<Delegation, 'genre' | 'instanceId'>): string {
  return genre === 'dossier' ? `/dossiers/${instanceId}/delegations` : adminPath('delegations');
}
