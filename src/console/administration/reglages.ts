import { tellSource } from '../../../machines/source.ts';
import type { Nommer } from '../../identity/auteurs.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formulaire, jourDe, ligne } from '../forms/field.ts';
import type { Form } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import { ouRefus, suite } from '../shell/refused.ts';
import { ailleurs, get, type Page, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, panneau, pastille, resume, vide } from '../ui/blocks.ts';
import { bouton, boutonSeul } from '../ui/button.ts';
import { type Colonne, double, table } from '../ui/table.ts';
import { combien, jour, jourLong, moment, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { adresse, pageDe, pageSous, peut } from './frame.ts';

/** What the service is set to. */
export function reglagesScreens(): Screen[] {
  const tous = '/administration/reglages';
  const un = `${tous}/:cle` as const;
  return [
    get('administration.reglages', tous, { right: 'reglages.lister', answer: listeDesReglages }),
    get('administration.reglage', un, { right: 'reglages.lister', answer: fiche }),
    post('administration.reglage.poser', un, { right: 'reglages.poser', answer: poser }),
    post('administration.reglage.retirer', `${un}/retrait`, { right: 'reglages.retirer', answer: retirer }),
  ];
}

/** A setting as it is on a day. */
type ReglageVu = Awaited<ReturnType<Services['reglages']['reglages']>>[number];

/** Every setting as it is today, or on another day. */
async function listeDesReglages(visit: Visit): Promise<Page> {
  const { services, query } = visit;
  const today = services.today();
  const asked = toIsoDay(query['le'] ?? '');
  const le = /^\d{4}-\d{2}-\d{2}$/.test(asked) && !Number.isNaN(Date.parse(asked)) ? asked : today;
  const all = await services.reglages.reglages(le);
  const of = (famille: ReglageVu['famille']) => all.filter((one) => one.famille === famille);
  return pageDe(visit, 'reglages', {
    corps: html`<form class="filtre" action="${adresse('reglages')}"><div class="champ"><label for="le">Tels qu’ils valent le</label>
<p class="aide" id="le-aide">Au format JJ/MM/AAAA ; un jour passé ou à venir.</p>
<input id="le" name="le" type="text" inputmode="numeric" value="${toFrenchDays(le)}" autocomplete="off" aria-describedby="le-aide"></div>${bouton('Afficher', 'second')}</form>
${le !== today && encart('info', html`<p>Vous voyez les réglages du ${jourLong(le)}. <a href="${adresse('reglages')}">Revenir à aujourd’hui</a></p>`)}
<div class="pile">${panneau(
      'Délais habituels',
      html`<p class="note">Le texte n’écrit aucune durée hormis les trois ans du certificat (A12). Ces délais sont les nôtres : ils disent ce qui est en retard et
ce qui risque d’expirer avant la fin. Ils ne promettent rien.</p>
${table({ legende: 'Délais habituels, par acteur', cachee: true, colonnes: columns('Acteur', le) }, of('delais'))}`,
      { id: 'delais' },
    )}
${panneau(
  'Adresses',
  html`<p class="note">Les adresses du texte sont anciennes (A15) : aucune ne vaut avant que vous la donniez. Elles servent aux modèles de courriel.</p>
${table({ legende: 'Adresses', cachee: true, colonnes: columns('Destinataire', le) }, of('adresses'))}`,
  { id: 'adresses' },
)}</div>`,
  });
}

function columns(titre: string, le: string): Colonne<ReglageVu>[] {
  return [
    {
      titre,
      role: 'titre',
      cellule: ({ cle, libelle }) => html`<a href="${adresse('reglages', cle)}">${libelle}</a>`,
    },
    { titre: 'Vaut', cellule: valeurDe },
    { titre: 'Depuis le', cellule: sinceOf },
    { titre: 'Ensuite', cellule: (one) => nextOf(one, le) },
  ];
}

/** What rules, in words. */
function valeurDe({ genre, valeur, defaut }: Pick<ReglageVu, 'genre' | 'valeur' | 'defaut'>): Html | string {
  if (valeur === null) return html`<span class="doux">Non renseignée</span>`;
  return html`${enMots(genre, valeur)}${valeur === defaut && html` <span class="doux">(au départ)</span>`}`;
}

/** A value of that kind, in words. */
function enMots(genre: ReglageVu['genre'], valeur: number | string): Html | string {
  if (genre === 'jours') return combien(Number(valeur), 'jour');
  return html`<span class="adresse">${genre === 'web' ? html`<a href="${valeur}" rel="noreferrer">${valeur}</a>` : valeur}</span>`;
}

function sinceOf({ histoire }: ReglageVu): Html | null {
  const ruling = histoire.find(({ etat }) => etat === 'en-vigueur');
  return ruling ? html`${jour(ruling.du)}${ruling.au !== null && html` jusqu’au ${jour(ruling.au)}`}` : null;
}

function nextOf({ histoire, genre }: ReglageVu, le: string): Html | null {
  const [next] = histoire
    .filter(({ etat, du }) => etat === 'a-venir' && du > le)
    .sort((a, b) => a.du.localeCompare(b.du));
  return next ? html`${enMots(genre, next.valeur)} à partir du ${jour(next.du)}` : null;
}

type Valeur = ReglageVu['histoire'][number];

const lignes = {
  jours: ligne('Jours', { inputmode: 'numeric', aide: 'De 1 à 365.' }),
  courriels: ligne('Courriels', { aide: 'Un ou plusieurs, séparés par des virgules.' }),
  web: ligne('Adresse de la page', { exemple: 'https://exemple.fr/page' }),
};
const forms = Object.fromEntries(Object.entries(lignes).map(([genre, valeur]) => [genre, formOf(valeur)]));

/** A setting: what rules, what was and what will be, and a form for whoever may set it. */
function fiche(visit: Visit): Promise<Shown> {
  return ofReglage(visit, (reglage) => {
    const form = forms[reglage.genre] as Form;
    return page(visit, reglage, { ...blank(form), du: toFrenchDays(visit.services.today()) });
  });
}

/** Sets a value from a day on. */
function poser(visit: Visit): Promise<Shown> {
  return ofReglage(visit, async (reglage) => {
    const form = forms[reglage.genre] as Form;
    const typed = typedOf(visit.body, form);
    const { valeur = '', ...read } = readTyped(form, typed);
    const done = await visit.services.reglages.poser(visit.identite, { ...read, valeur, cle: reglage.cle });
    return suite(
      done,
      ({ du }) => ailleurs(adresse('reglages', reglage.cle), `La valeur vaut à partir du ${toFrenchDays(du)}.`),
      (erreurs) => page(visit, reglage, typed, erreurs),
    );
  });
}

/** Gives up a value that has not begun. */
async function retirer({ services, identite, body, params }: Visit): Promise<Shown> {
  const rang = Number.parseInt(body.get('rang') ?? '', 10) || 0;
  return ouRefus(await services.reglages.retirer(identite, rang), () =>
    ailleurs(adresse('reglages', params['cle'] ?? ''), 'La valeur prévue est retirée ; l’historique la garde.'),
  );
}

function formOf(valeur: ReturnType<typeof ligne>): Form {
  return formulaire({
    valeur,
    du: jourDe('À partir du', { largeur: 6 }),
    au: jourDe('Jusqu’au', { requis: false, largeur: 6, aide: 'Inclus ; rien : sans fin.' }),
    motif: ligne('Motif', { requis: false, aide: 'D’où vient ce changement : l’historique le garde.' }),
  });
}

async function ofReglage(visit: Visit, act: (reglage: ReglageVu) => Shown | Promise<Shown>): Promise<Shown> {
  const { services, params } = visit;
  const cle = params['cle'] ?? '';
  const found = await services.reglages.reglage(cle, services.today());
  return found ? act(found) : { refus: { code: 'introuvable', objet: 'reglage', id: cle } };
}

async function page(visit: Visit, reglage: ReglageVu, typed: Typed, erreurs: readonly Erreur[] = []): Promise<Page> {
  const { cle, famille, libelle, aide, genre, defaut, source, histoire } = reglage;
  const maySet = peut(visit.identite, 'reglages.poser');
  const nommer = await visit.services.identites.nommer(
    histoire.flatMap(({ posePar, retraitPar }) => [posePar, retraitPar ?? posePar]),
  );
  return pageSous('reglages', {
    titre: famille === 'delais' ? `Délai habituel : ${libelle}` : `Adresse : ${libelle}`,
    statut: erreurs.length > 0 ? 422 : 200,
    aCorriger: erreurs.length > 0,
    corps: html`<div class="${maySet ? 'deux' : 'pile'}"><div class="pile">${panneau(
      'Aujourd’hui',
      resume([
        ['Vaut', valeurDe(reglage)],
        ['Au départ', defaut === null ? 'Rien' : enMots(genre, defaut)],
        ['Procédure', tellSource(source)],
        ['À quoi cela sert', aide],
      ]),
    )}
${panneau('Historique', histoire.length === 0 ? vide('horloge', 'Rien n’a encore été réglé', 'La valeur de départ vaut.') : history(reglage, nommer, maySet))}</div>
${
  maySet &&
  html`<div class="pile">${panneau(
    'Donner une autre valeur',
    drawForm(forms[genre] as Form, typed, {
      action: adresse('reglages', cle),
      parDefaut: 'poser',
      erreurs,
      boutons: bouton('Enregistrer'),
    }),
  )}</div>`
}</div>`,
  });
}

const etats: Record<Valeur['etat'], () => Html> = {
  'en-vigueur': () => pastille('bien', 'En vigueur'),
  'a-venir': () => pastille('accent', 'À venir'),
  remplacee: () => pastille('neutre', 'Remplacée'),
  terminee: () => pastille('neutre', 'Terminée'),
  retiree: () => pastille('neutre', 'Retirée', 'croix'),
};

function history({ cle, genre, histoire }: ReglageVu, nommer: Nommer, maySet: boolean): Html {
  return table<Valeur>(
    {
      legende: 'Toutes les valeurs, la dernière donnée d’abord',
      cachee: true,
      colonnes: [
        { titre: 'Valeur', role: 'titre', cellule: ({ valeur }) => enMots(genre, valeur) },
        {
          titre: 'Dates',
          cellule: ({ du, au }) =>
            html`<div>À partir du ${jour(du)}${au !== null && html` jusqu’au ${jour(au)}`}</div>`,
        },
        {
          titre: 'Donnée par',
          cellule: ({ posePar, poseLe, motif }) => double(`${nommer(posePar)}, le ${moment(poseLe)}`, motif),
        },
        { titre: 'État', cellule: ({ etat }) => etats[etat]() },
        {
          titre: 'Retirer',
          role: 'action',
          cellule: ({ etat, rang }) =>
            maySet && etat === 'a-venir'
              ? boutonSeul('Retirer', adresse('reglages', cle, 'retrait'), { rang: `${rang}` })
              : null,
        },
      ],
    },
    histoire,
  );
}
