import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { panel } from '../ui/blocks.ts';
import { column, table, titleColumn, twoLines } from '../ui/table.ts';
import { moment, plural, roleNames, shortDay } from '../ui/words.ts';

/** All that is held of a person. */
type Tenu = Awaited<ReturnType<Services['personnes']['apercu']>>['tenu'];

/** What is held of a person, kind by kind. */
export function heldPanels({ cas, textes, histoires, comptes, tentatives }: Tenu): Html {
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
export function exportOf({ cherchee, cas, textes, histoires, comptes, tentatives }: Tenu, le: string): object {
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
