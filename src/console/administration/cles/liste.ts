import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { vide } from '../../parts/blocs.ts';
import { lienBouton } from '../../parts/boutons.ts';
import { dans, jour, moment } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import { combien, roles } from '../../parts/mots.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Page } from '../../shell/page.ts';
import type { Visit } from '../../shell/screen.ts';
import { adresse, pageDe } from '../parts/cadre.ts';
import { double } from '../parts/double.ts';

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
export async function listeDesCles(visit: Visit): Promise<Page> {
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
