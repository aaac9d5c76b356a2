import { type FactType, findFact, procedures } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { unknownRegion } from '../../acts/reading/picture.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { authenticationNeeded, foreign, sessionEnded } from '../../web/access/credentials.ts';
import { factForbidden, fieldForbidden, limitedKey, scopeMissing } from '../../web/access/guard.ts';
import { tooMany } from '../../web/access/limits.ts';
import { type IdOperation, politiqueAcces } from '../../web/access/policy.ts';
import { stopping } from '../../web/closing.ts';
import {
  certificate,
  documentBody,
  table,
  tooLarge,
  wrongCertificateType,
  wrongContentType,
  wrongJson,
  wrongTableType,
} from '../../web/ingress.ts';
import { type AnyRefusal, bug, outage, type Problem, problemBody, toProblem } from '../../web/problem.ts';
import { listInMaking } from '../awaited.ts';
import { notAllowed } from '../door.ts';
import { malformed } from '../failures.ts';
import { keyNotTaken, refusesKey, wrongKey } from '../named-request.ts';
import type { Operation } from '../operation.ts';
import { unknownFormat } from '../operations/diagrams.ts';
import { nothingToCompare } from '../operations/drawings.ts';
import { exportTooLong } from '../operations/exports.ts';
import { backwards, interrupted, noSandbox } from '../operations/sandbox.ts';
import { nothingToShare } from '../operations/sharing.ts';

const acte = acteOf('contrat.signe');
const antivirus = [{ code: 'document-infecte', virus: 'Eicar-Signature' }, { code: 'antivirus-muet' }] as const;
const envoi = acteOf('formulaire413.transmis');
const signature = acteOf('formulaire413.signe');

function acteOf(type: FactType) {
  const { libelle, acteur, source } = findFact(type);
  return { type, libelle, acteur, source };
}

/** One refusal of each code, as it could be. */
const refusals = {
  'saisie-invalide': { erreurs: [{ pointeur: '/date', message: 'Indiquez une date au format AAAA-MM-JJ.' }] },
  'fait-refuse': {
    type: signature.type,
    manque: [
      {
        code: 'contrat-actif',
        libelle: 'Il faut un contrat actif avec l’ANS.',
        acteur: 'representantLegal',
        source: '§4.1',
      },
    ],
    deblocages: [[acte]],
    acceptes: [acte.type],
  },
  'date-anterieure': {
    type: envoi.type,
    date: '2026-01-20',
    anterieur: { type: signature.type, libelle: signature.libelle, date: '2026-02-02' },
  },
  introuvable: { objet: 'dossier', id: '3f0c' },
  'version-perimee': { version: 12 },
  'cle-deja-utilisee': { cle: 'envoi-2026-0001' },
  'deja-repondu': {},
  'dossier-existant': { id: '7b1e' },
  'correction-impossible': { raison: 'calendrier', rang: 12, libelle: 'Carte du responsable arrivée à sa date de fin' },
  'apercu-perime': { retires: [14, 15] },
  'dossier-en-quarantaine': { id: '7b1e' },
} satisfies { [Code in Refusal['code']]: Omit<Extract<Refusal, { code: Code }>, 'code'> };

type Code = keyof typeof refusals;

const ofRefusal = (code: Code): Problem => toProblem({ code, ...refusals[code] } as Refusal);

/** What any operation may answer, whatever it does. */
export const always: readonly Problem[] = [tooMany(42), bug, outage, stopping, malformed, notAllowed(['GET', 'POST'])];

/** What any operation may answer that asks for an identity. */
export const guarded: readonly Problem[] = [
  ...[authenticationNeeded, toProblem({ code: 'cle-refusee', raison: 'inconnue' }), sessionEnded, foreign],
  ...[toProblem({ code: 'droit-insuffisant', roles: ['superviseur', 'agent'] }), scopeMissing('lecture'), limitedKey],
];

/** Every problem that an operation may answer, by status and code, each as it could be. */
export function problemsOf(operation: Operation): Map<number, Problem[]> {
  const isPublic = politiqueAcces[operation.id] === 'publique';
  const shared = [...(isPublic ? [] : guarded), ...always].filter(
    (problem) => problem !== foreign || operation.method !== 'get',
  );
  return Map.groupBy([...ownProblems(operation), ...shared], ({ status }) => status);
}

const decisionRefusals = (['fait-refuse', 'date-anterieure', 'dossier-en-quarantaine'] as const).map((code) =>
  ofRefusal(code),
);

/** The same without what all operations share. */
export function ownProblems(operation: Operation): Problem[] {
  const { path, query, body, seRejoue, method } = operation;
  const takesInput = body !== null || Object.keys(query.shape).length > 0;
  const writes = seRejoue && path.includes(':');
  const decides = writes || path.endsWith('/apercu');
  return [
    ...(takesInput ? [ofRefusal('saisie-invalide')] : []),
    ...(path.includes(':') ? [ofRefusal('introuvable')] : []),
    ...(body === null ? [] : badBodies(body)),
    ...(seRejoue ? [ofRefusal('cle-deja-utilisee')] : []),
    ...(decides ? decisionRefusals : []),
    ...(writes ? [ofRefusal('version-perimee')] : []),
    ...(seRejoue && !writes && method === 'post' ? [ofRefusal('dossier-existant')] : []),
    ...particularTo(operation),
  ];
}

function badBodies(body: NonNullable<Operation['body']>): Problem[] {
  if (body === table) return [wrongTableType, tooLarge];
  if (body === documentBody) return [toProblem({ code: 'document-trop-grand' })];
  if (body === certificate) return [wrongCertificateType, toProblem({ code: 'certificat-trop-grand' })];
  return [
    wrongJson('Le corps n’est pas du JSON : vérifiez guillemets, virgules et accolades.'),
    wrongContentType,
    tooLarge,
  ];
}

/** A problem as an example of the document. */
export function problemExample(problem: Problem) {
  return { summary: problem.title, value: problemBody(problem) };
}

const LE = '2026-01-05T08:15:00.000Z';
const faible = { pointeur: '/motDePasse', message: 'Prenez au moins 12 caractères.' };
const lien: AnyRefusal[] = [{ code: 'lien-inconnu' }, { code: 'lien-utilise' }, { code: 'lien-perime', expireLe: LE }];
const courrielPris: AnyRefusal = { code: 'courriel-pris', courriel: 'camille.martin@exemple.fr' };
const nomPris: AnyRefusal = { code: 'editeur-existant', nom: 'Éditeur Exemple' };

const incorrigible: AnyRefusal[] = [
  { code: 'correction-impossible', raison: 'calendrier', rang: 12, libelle: 'Carte arrivée à sa date de fin' },
];
const dejaPris: AnyRefusal = { code: 'dossier-existant', id: '7b1e' };
const quarantaine: AnyRefusal = { code: 'dossier-en-quarantaine', id: '7b1e' };
const perime: AnyRefusal[] = [...incorrigible, { code: 'apercu-perime', retires: [14, 15] }];

const illisibles: AnyRefusal[] = [
  { code: 'cle-privee' },
  { code: 'certificat-illisible' },
  { code: 'certificats-trop-nombreux' },
  { code: 'dossier-en-quarantaine', id: '7b1e' },
];

/** The refusals that an operation alone may tell, by its id, each as it could be. */
const particular: Readonly<Record<string, readonly AnyRefusal[]>> = {
  'session.ouvrir': [{ code: 'identifiants-refuses' }, { code: 'trop-de-tentatives', jusqua: LE }],
  'liens.lire': lien,
  'liens.utiliser': [...lien, courrielPris, { code: 'mot-de-passe-faible', erreurs: [faible] }],
  'moi.mot-de-passe': [{ code: 'identifiants-refuses' }, { code: 'mot-de-passe-faible', erreurs: [faible] }],
  'comptes.inviter': [courrielPris],
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
  'certificats.fichier': [...illisibles, { code: 'sans-titulaire' }],
  'documents.deposer': [{ code: 'document-refuse', admis: ['PDF'] }, ...antivirus, quarantaine],
  'documents.numeriser': [
    { code: 'document-refuse', admis: ['PDF'] },
    { code: 'numerisation-sans-code' },
    ...antivirus,
    quarantaine,
  ],
  'receptions.deposer': [{ code: 'document-refuse', admis: ['Courriel'] }],
  'documents.lire': [{ code: 'document-introuvable', rang: 12 }],
  'documents.effacer': [{ code: 'document-introuvable', rang: 12 }, quarantaine],
  'courriels.envoyer': [
    { code: 'sans-messagerie' },
    { code: 'adresse-refusee', adresses: ['direction@ch-exemple.fr'] },
    { code: 'courriel-trop-grand' },
    { code: 'document-introuvable', rang: 12 },
    quarantaine,
  ],
  'receptions.classer': [
    { code: 'introuvable', objet: 'courriel', id: '3f0c' },
    { code: 'lecture-occupee' },
    quarantaine,
  ],
  'receptions.ecarter': [{ code: 'introuvable', objet: 'courriel', id: '3f0c' }],
  'dossiers.csr': [...illisibles, { code: 'csr-attendu' }],
  'abonnements.creer': [{ code: 'trop-d-abonnements', limite: 20 }],
} satisfies Partial<Record<IdOperation, readonly AnyRefusal[]>>;

const exemple = procedures[0] as Procedure;
const region = toProblem(unknownRegion(exemple, { region: 'ailleurs' }));
const bac = [noSandbox];

/** The same of those that are told as problems. */
const problems: Readonly<Record<string, readonly Problem[]>> = {
  'dossiers.lister': [listInMaking],
  'dossiers.exporter': [exportTooLong, listInMaking],
  'procedures.exporter': [unknownFormat('docx'), region],
  'procedures.dessiner': [region, nothingToCompare],
  'procedures.mesurer': [region],
  'groupements.dessiner': [region],
  'dossiers.dessiner': [region],
  'dossiers.partager': [nothingToShare],
  'certificats.dessiner': [region],
  'bac-a-sable.lire': bac,
  'bac-a-sable.vider': bac,
  'bac-a-sable.jouer': bac,
  'bac-a-sable.mettre-en-scene': [...bac, interrupted({ dossier: '7b1e', type: signature.type, refus: 'fait-refuse' })],
  'bac-a-sable.horloge': [...bac, backwards('2027-03-01')],
} satisfies Partial<Record<IdOperation, readonly Problem[]>>;

/** The problems that an operation alone may answer. */
function particularTo(operation: Pick<Operation, 'id' | 'right' | 'method' | 'seRejoue'>): Problem[] {
  const { id, seRejoue } = operation;
  const regle = politiqueAcces[id];
  const faits = typeof regle === 'object' ? regle.faitsEditeur : undefined;
  return [
    ...(particular[id] ?? []).map(toProblem),
    ...(faits ? [factForbidden(Object.keys(faits)), ...Object.entries(faits).flatMap(fieldsOf)] : []),
    ...(seRejoue ? [wrongKey] : []),
    ...(refusesKey(operation) ? [keyNotTaken] : []),
    ...(problems[id] ?? []),
  ];
}

function fieldsOf([type, { saisie }]: [string, { saisie: Readonly<Record<string, string>> }]): Problem[] {
  return Object.keys(saisie).length > 0 ? [fieldForbidden(type, saisie)] : [];
}
