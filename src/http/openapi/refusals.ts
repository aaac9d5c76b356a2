import { procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import { factForbidden, fieldForbidden } from '../../web/access/guard.ts';
import type { IdOperation } from '../../web/access/policy.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import { type AnyRefusal, type Problem, toProblem } from '../../web/problem.ts';
import { listInMaking } from '../awaited.ts';
import { keyNotTaken, refusesKey, wrongKey } from '../named-request.ts';
import type { Operation } from '../operation.ts';
import { unknownFormat } from '../operations/diagrams.ts';
import { nothingToCompare } from '../operations/drawings.ts';
import { tooMany } from '../operations/exports.ts';
import { backwards, noSandbox } from '../operations/sandbox.ts';

const LE = '2026-01-05T08:15:00.000Z';
const faible = { pointeur: '/motDePasse', message: 'Prenez au moins 12 caractères.' };
const lien: AnyRefusal[] = [{ code: 'lien-inconnu' }, { code: 'lien-utilise' }, { code: 'lien-perime', expireLe: LE }];
const nomPris: AnyRefusal = { code: 'editeur-existant', nom: 'Éditeur Exemple' };

const incorrigible: AnyRefusal[] = [
  { code: 'correction-impossible', raison: 'calendrier', rang: 12, libelle: 'Carte arrivée à sa date de fin' },
];
const dejaPris: AnyRefusal = { code: 'dossier-existant', id: '7b1e' };
const perime: AnyRefusal[] = [...incorrigible, { code: 'apercu-perime', retires: [14, 15] }];

/** The refusals that an operation alone may tell, by its id, each as it could be. */
const refusals: Readonly<Record<string, readonly AnyRefusal[]>> = {
  'session.ouvrir': [{ code: 'identifiants-refuses' }, { code: 'trop-de-tentatives', jusqua: LE }],
  'liens.lire': lien,
  'liens.utiliser': [...lien, { code: 'mot-de-passe-faible', erreurs: [faible] }],
  'moi.mot-de-passe': [{ code: 'identifiants-refuses' }, { code: 'mot-de-passe-faible', erreurs: [faible] }],
  'comptes.inviter': [{ code: 'courriel-pris', courriel: 'camille.martin@exemple.fr' }],
  'comptes.modifier': [{ code: 'dernier-superviseur' }],
  'editeurs.creer': [nomPris],
  'editeurs.renommer': [nomPris],
  'moi.cle': [{ code: 'introuvable', objet: 'cle', id: '3f0c' }],
  'cles.creer': [{ code: 'introuvable', objet: 'editeur', id: '3f0c' }],
  'delegations.accorder': [
    { code: 'introuvable', objet: 'editeur', id: '3f0c' },
    { code: 'delegation-existante', editeurId: '3f0c' },
  ],
  'reglages.poser': [{ code: 'introuvable', objet: 'reglage', id: 'delai' }],
  'reglages.retirer': [{ code: 'valeur-commencee', du: '2026-01-05' }],
  'groupements.detacher': [
    { code: 'saisie-invalide', erreurs: [{ pointeur: '', message: 'Ce dossier n’est pas un site de ce groupement.' }] },
    { code: 'dossier-en-quarantaine', id: '7b1e' },
  ],
  'modeles.creer': [{ code: 'modele-modifie', version: 2 }],
  'modeles.ecrire': [{ code: 'modele-modifie', version: 2 }],
  'modeles.retirer': [{ code: 'modele-modifie', version: 2 }],
  'evenements.lire': [{ code: 'curseur-inconnu' }],
  'dossiers.faits': [dejaPris],
  'dossiers.corriger': [...perime, dejaPris],
  'dossiers.correction-apercu': incorrigible,
  'groupements.corriger': perime,
  'groupements.correction-apercu': incorrigible,
  'certificats.corriger': perime,
  'certificats.correction-apercu': incorrigible,
  'abonnements.creer': [{ code: 'trop-d-abonnements', limite: 20 }],
} satisfies Partial<Record<IdOperation, readonly AnyRefusal[]>>;

const exemple = procedures[0] as Procedure;
const region = toProblem(unknownRegion(exemple, { region: 'ailleurs' }));
const bac = [noSandbox];

/** The same of those that are told as problems. */
const problems: Readonly<Record<string, readonly Problem[]>> = {
  'dossiers.lister': [listInMaking],
  'dossiers.exporter': [tooMany, listInMaking],
  'procedures.exporter': [unknownFormat('pdf')],
  'procedures.dessiner': [region, nothingToCompare],
  'procedures.mesurer': [region],
  'groupements.dessiner': [region],
  'dossiers.dessiner': [region],
  'certificats.dessiner': [region],
  'bac-a-sable.lire': bac,
  'bac-a-sable.vider': bac,
  'bac-a-sable.jouer': bac,
  'bac-a-sable.mettre-en-scene': bac,
  'bac-a-sable.horloge': [...bac, backwards('2027-03-01')],
} satisfies Partial<Record<IdOperation, readonly Problem[]>>;

/** The problems that an operation alone may answer. */
export function particularTo(operation: Pick<Operation, 'id' | 'right' | 'method' | 'seRejoue'>): Problem[] {
  const { id, seRejoue } = operation;
  const regle = politiqueAcces[id];
  const faits = typeof regle === 'object' ? regle.faitsEditeur : undefined;
  return [
    ...(refusals[id] ?? []).map(toProblem),
    ...(faits ? [factForbidden(Object.keys(faits)), ...Object.entries(faits).flatMap(fieldsOf)] : []),
    ...(seRejoue ? [wrongKey] : []),
    ...(refusesKey(operation) ? [keyNotTaken] : []),
    ...(problems[id] ?? []),
  ];
}

function fieldsOf([type, { saisie }]: [string, { saisie: Readonly<Record<string, string>> }]): Problem[] {
  return Object.keys(saisie).length > 0 ? [fieldForbidden(type, saisie)] : [];
}
