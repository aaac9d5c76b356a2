import { tellSource } from '../../../../machines/source.ts';
import { valeurPosee } from '../../../desk/reglages/saisie.ts';
import type { Nommer } from '../../../identity/auteurs.ts';
import { type Erreur, parseThen } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import { toFrenchDays } from '../../forms/dates.ts';
import { drawForm } from '../../forms/draw.ts';
import type { Form } from '../../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { panneau, resume, vide } from '../../parts/blocs.ts';
import { bouton, boutonSeul } from '../../parts/boutons.ts';
import { jour, moment } from '../../parts/dates.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Page } from '../../shell/page.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous, peut } from '../parts/cadre.ts';
import { formulaire, jourDe, ligne } from '../parts/champs.ts';
import { double } from '../parts/double.ts';
import { ouRefus, suite } from '../parts/refus.ts';
import { enMots, type ReglageVu, valeurDe } from './liste.ts';

type Valeur = ReglageVu['histoire'][number];

const lignes = {
  jours: ligne('Jours', { inputmode: 'numeric', aide: 'De 1 à 365.' }),
  courriels: ligne('Courriels', { aide: 'Un ou plusieurs, séparés par des virgules.' }),
  web: ligne('Adresse de la page', { exemple: 'https://exemple.fr/page' }),
};
const forms = Object.fromEntries(Object.entries(lignes).map(([genre, valeur]) => [genre, formOf(valeur)]));

/** A setting: what rules, what was and what will be, and a form for whoever may set it. */
export function fiche(visit: Visit): Promise<Shown> {
  return ofReglage(visit, (reglage) => {
    const form = forms[reglage.genre] as Form;
    return page(visit, reglage, { ...blank(form), du: toFrenchDays(visit.services.today()) });
  });
}

/** Sets a value from a day on. */
export function poser(visit: Visit): Promise<Shown> {
  return ofReglage(visit, async (reglage) => {
    const form = forms[reglage.genre] as Form;
    const typed = typedOf(visit.body, form);
    const { valeur = '', ...read } = readTyped(form, typed);
    const done = await parseThen(valeurPosee(reglage.genre), { ...read, valeur, cle: reglage.cle }, (posee) =>
      visit.services.reglages.poser(visit.identite, posee),
    );
    return suite(
      done,
      ({ du }) => ailleurs(adresse('reglages', reglage.cle), `La valeur vaut à partir du ${toFrenchDays(du)}.`),
      (erreurs) => page(visit, reglage, typed, erreurs),
    );
  });
}

/** Gives up a value that has not begun. */
export async function retirer({ services, identite, body, params }: Visit): Promise<Shown> {
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
