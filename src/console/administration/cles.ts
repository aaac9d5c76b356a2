import { findProcedure, procedures } from '../../../machines/index.ts';
import { cleDemandeeLe } from '../../identity/editeurs/cles.ts';
import { parseThen } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { check, checks, choice, dayField, formOfFields, line, longText, ticked } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import { type Page, redirect } from '../shell/shown.ts';
import { callout, emptyState, pill } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { actionColumn, captionedTable, column, titleColumn, twoLines } from '../ui/table.ts';
import { longDay, moment, plural, roleNames, shortDay, timeUntil } from '../ui/words.ts';
import { type Asking, type Confirming, confirmScreens, formScreens, onceFound, secretPage } from './asked.ts';
import { adminPath, placePage } from './frame.ts';

/** The keys by which programs come in. */
export function clesScreens(): Screen[] {
  return [
    get('/administration/cles', 'cles.lister', clesPage),
    ...formScreens('cles', 'nouvelle', creating),
    ...confirmScreens('cles', 'revocation', revoking),
  ];
}

/** A key as it is shown: never the key itself. */
type Cle = Awaited<ReturnType<Services['identites']['keys']>>[number];
type CleMade = Extract<Awaited<ReturnType<Services['identites']['createKey']>>, { ok: true }>['value'];

/** What each scope lets a key do. */
export const scopeNames = {
  lecture: 'Lire les dossiers',
  faits: 'Noter des faits',
  partie4: 'Remplir la partie 4 du formulaire 413',
  'administrateur-technique': 'Désigner son technicien',
  evenements: 'Lire le flux des événements',
  webhooks: 'S’abonner aux événements',
} as const;

/** The keys by which programs come in, those of an éditeur when one is asked for. */
async function clesPage(visit: Visit): Promise<Page> {
  const { identites, today } = visit.services;
  const editeurs = new Map((await identites.editeurs()).map(({ id, nom }) => [id, nom]));
  const asked = visit.query['editeur'];
  const cles = (await identites.keys(asked)).toReversed();
  const ending = await identites.aRenouveler(today());
  const sorted = [...cles].sort((a, b) => Number(isOver(a, today())) - Number(isOver(b, today())));
  return placePage(visit, 'cles', {
    isWide: true,
    actions: linkButton('Créer une clé', adminPath('cles', 'nouvelle'), 'principal', 'plus'),
    body: html`${ending.length > 0 && callout('attention', soon(ending, today()), 'À renouveler')}
<section class="panneau">${asked !== undefined && html`<p>Celles de ${editeurs.get(asked) ?? 'cet éditeur'}. <a href="${adminPath('cles')}">Voir toutes les clés</a></p>`}
${captionedTable(plural(cles.length, 'clé'), sorted, columns(editeurs, today()), none)}</section>`,
  });
}

const none = emptyState(
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
    titleColumn('Nom', ({ nom, prefixe }: Cle) => twoLines(nom, html`<code>${prefixe}…</code>`)),
    column('Rôle', ({ role, editeurId }: Cle) =>
      twoLines(roleNames[role], editeurId !== null && editeurs.get(editeurId)),
    ),
    column(
      'Peut',
      (cle: Cle) =>
        html`<ul class="portees">${cle.portees.map((portee) => html`<li>${scopeNames[portee as keyof typeof scopeNames] ?? portee}</li>`)}${limits(cle)}</ul>`,
    ),
    column('Dernier usage', ({ utiliseeLe }: Cle) => (utiliseeLe ? moment(utiliseeLe) : 'Jamais')),
    column('Fin', ({ expireLe }: Cle) => shortDay(expireLe)),
    column('État', (cle: Cle) => cleState(cle, today)),
    actionColumn('Révoquer', (cle: Cle) =>
      isOver(cle, today)
        ? null
        : html`<a href="${adminPath('cles', cle.id, 'revocation')}">Révoquer<span class="sr"> la clé ${cle.nom}</span></a>`,
    ),
  ] as const;
}

function limits({ procedures, dossiers, bacASable }: Cle): Html {
  return html`${bacASable && html`<li>Dans son bac à sable seulement</li>`}${procedures && html`<li>Sur ${plural(procedures.length, 'parcours', 'parcours')} seulement</li>`}${
    dossiers && html`<li>Sur ${plural(dossiers.length, 'dossier')} seulement</li>`
  }`;
}

function cleState(cle: Cle, today: string): Html {
  if (cle.revoqueeLe !== null) return pill('neutre', 'Révoquée', 'verrou');
  if (cle.expireLe < today) return pill('neutre', 'Finie');
  return pill('bien', 'Active');
}

function soon(ending: readonly { cle: Cle }[], today: string): Html {
  return html`<ul>${ending.map(
    ({ cle }) =>
      html`<li><strong>${cle.nom}</strong> prend fin ${timeUntil(cle.expireLe, today)}, le ${shortDay(cle.expireLe)}.</li>`,
  )}</ul><p>Son programme peut la renouveler lui-même par l’API. Sinon, créez la clé qui suit, transmettez-la, puis révoquez l’ancienne.</p>`;
}

const paths = Object.fromEntries(
  [...new Set(procedures.filter(({ genre }) => genre === 'dossier').map(({ id }) => id))].map((id) => [
    id,
    findProcedure(id)?.titre ?? id,
  ]),
);

const creating: Asking<CleMade> = {
  right: 'cles.creer',
  title: 'Créer une clé d’API',
  label: 'Créer la clé',
  isChecklist: true,
  form: formOf,
  make: ({ services, identite }, read) =>
    parseThen(cleDemandeeLe(services.now().toISOString().slice(0, 10)), asked(read), (demande) =>
      services.identites.createKey(identite, demande),
    ),
  done: ({ cle, fiche }) => {
    const secret = {
      label: `Clé « ${fiche.nom} »`,
      value: cle,
      notice: html`<p>Transmettez-la par un canal sûr à qui l’utilisera. Le service n’en garde que l’empreinte : si elle se perd, révoquez-la et créez-en une
autre. Elle prend fin le ${longDay(fiche.expireLe)}.</p>`,
    };
    return secretPage('cles', 'Clé créée', secret, linkButton('Revenir aux clés', adminPath('cles')));
  },
};

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
  return formOfFields({
    nom: line('Nom', {
      help: 'Ce à quoi elle sert, et où elle est installée.',
      example: 'Logiciel de soins, production',
    }),
    role: choice(
      'Rôle',
      { editeur: 'Éditeur', agent: 'Agent', lecteur: 'Lecteur' },
      { help: 'Un éditeur ne voit que ce qui lui est délégué. Un agent voit et fait tout, un lecteur voit tout.' },
    ),
    editeurId: choice('Éditeur', Object.fromEntries(editeurs.map(({ id, nom }) => [id, nom])), {
      isRequired: false,
      width: 4,
      help: 'Pour une clé d’éditeur, et elle seule.',
    }),
    portees: checks('Ce qu’elle peut faire', scopeNames),
    expireLe: dayField('Dernier jour', {
      isRequired: false,
      help: 'Dans un an si vous ne dites rien, dans deux ans au plus.',
    }),
    bacASable: check('Clé d’essai', 'Elle agit dans un bac à sable à elle, loin des vrais dossiers.'),
    procedures: checks('Limitée à ces parcours', paths, { help: 'Aucun coché : tous.' }),
    dossiers: longText('Limitée à ces dossiers', {
      isRequired: false,
      help: 'Leurs identifiants, un par ligne. Rien : tous.',
    }),
  });
}

const revoking: Confirming<Cle> = {
  right: 'cles.revoquer',
  found: onceFound('cle', async ({ services }, id) => {
    const cles = await services.identites.keys();
    return cles.find((one) => one.id === id && one.revoqueeLe === null) ?? null;
  }),
  ask: ({ nom, prefixe }) => ({
    title: `Révoquer la clé « ${nom} » ?`,
    consequences: html`<p>Le programme qui l’utilise (<code>${prefixe}…</code>) est refusé tout de suite, et pour toujours. Une clé révoquée ne se rétablit
pas : créez la suivante d’abord, si ce programme doit continuer.</p>`,
    label: 'Révoquer la clé',
    back: adminPath('cles'),
  }),
  act: ({ services, identite }, { id }) => services.identites.revokeKey(identite, id),
  done: () => redirect(adminPath('cles'), 'La clé est révoquée : elle n’ouvre plus rien.'),
};
