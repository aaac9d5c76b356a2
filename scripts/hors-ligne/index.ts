import { z } from 'zod';
import { qualites } from '../../machines/certificat/demande.ts';
import type { CertificatContext } from '../../machines/certificat/setup.ts';
import type { Administrateur } from '../../machines/etablissement/administrateurs.ts';
import type { DossierContext } from '../../machines/etablissement/context.ts';
import { motifsRetour } from '../../machines/etablissement/formulaire-413-facts.ts';
import { Partie4 } from '../../machines/formulaires/formulaire-413.ts';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { dayOf } from '../../src/days.ts';
import { RIEN_ANNONCE, RIEN_OUI } from '../../src/engine/announcements.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { keepView, readView } from '../../src/engine/answers/view.ts';
import { decide, type Family } from '../../src/engine/decide.ts';
import { readFiche } from '../../src/engine/fiche.ts';
import { etatIn, type Instance, restoreEtat } from '../../src/engine/instance.ts';
import { permittedNow } from '../../src/http/permitted.ts';
import { anonyme } from '../../src/identity/identity.ts';
import { type Erreur, err, ok, type Result, toErreurs } from '../../src/result.ts';
import type { Schemas } from '../exemples/api.ts';
import type { DossierExporte } from '../exemples/export.ts';

/** @public */
export type { DossierExporte } from '../exemples/export.ts';

/** Pour qui répondre. @public */
export interface Demande {
  /** Le jour de la question, AAAA-MM-JJ. */
  jour: string;
  /** Les portées de votre clé d’éditeur : la réponse dit alors ce que vous pouvez déclarer ; sans elles, celle d’un agent. */
  editeur?: readonly string[];
  /** Ce que vous avez dit en dernier en partie 4, sur quelque dossier que ce soit : l’exemple le reprend, comme celui du service. */
  dernierePartie4?: Schemas['FaitFormulaire413Partie4Remplie']['partie4'] | undefined;
}

/** Pourquoi il n’y a pas de réponse. @public */
export interface Probleme {
  code: 'export-invalide' | 'procedure-inconnue' | 'etat-inconnu';
  detail: string;
  /** Ce qui est à corriger : un pointeur JSON, et quoi faire. */
  erreurs: readonly { pointeur: string; message: string }[];
}

/** Une réponse ; `exacte` vaut false si le groupement manque : les actes de sa DSI sont alors adressés au dossier. */
export type Reponse<Valeur> = { etat: 'oui'; valeur: Valeur; exacte: boolean } | { etat: 'non'; probleme: Probleme };

const texte = z.string();
const objet = z.record(texte, z.unknown());
/** What of a case decides; whom it is about stands beside, in the words of its kind. */
const Affaire = z.looseObject({
  id: texte,
  procedure: texte,
  procedureVersion: z.int(),
  version: z.int(),
  ouvertLe: z.iso.datetime(),
  modifieLe: z.iso.datetime(),
  etats: objet,
  contexte: objet,
});
const Asked = z.object({
  exporte: z.object({
    dossier: Affaire.extend({ etablissement: objet, groupementId: texte.nullable() }),
    groupement: Affaire.nullable(),
    certificats: z.array(Affaire),
  }),
  demande: z.object({ jour: z.iso.date(), editeur: z.array(texte).optional(), dernierePartie4: Partie4.optional() }),
});

const date = z.iso.date().nullable();
const mot = texte.nullable();
const carte = z.object({ type: texte, fin: date }).nullable();
const personne = z.object({ nom: texte, prenom: texte });
const parties = z.object({ partie1: mot, partie3: mot, partie4: mot });
const identifiants = z.object({ siret: mot, finess: mot });
const administrateur = {
  id: texte,
  personne,
  origine: texte,
  carte,
  bloquee: z.boolean(),
  dernier: z.object({ type: texte, date: texte }),
  societe: mot,
} satisfies Record<keyof Administrateur, z.ZodType>;
const dossier = {
  identifiants,
  carteResponsable: carte,
  carteMandataire: carte,
  administrateurs: z.array(z.object(administrateur)),
  habilites: z.array(texte),
  nommes: z.array(texte),
  connus: z.object({ representantLegal: mot, mandataire: mot }),
  editeur: mot,
  signataire: mot,
  viseur: mot,
  declares: identifiants.nullable(),
  parties,
  signature: parties.nullable(),
  retour: z.object({ le: texte, motifs: z.array(z.object({ code: z.enum(Object.keys(motifsRetour)) })) }).nullable(),
} satisfies Record<keyof DossierContext, z.ZodType>;
const certificat = {
  demande: z.object({ usage: texte, beneficiaire: personne.extend({ qualite: z.enum(Object.keys(qualites)) }) }),
  numeroSerie: mot,
  emetteur: mot,
  debut: date,
  fin: date,
  premierJour: date,
  finCarteAdministrateur: date,
} satisfies Record<keyof CertificatContext, z.ZodType>;
/** What of a case conditions read. */
const contextes: Record<Procedure['genre'], z.ZodType> = {
  dossier: z.object(dossier),
  groupement: objet,
  certificat: z.object(certificat),
};

/** Ce que rendrait `GET dossiers/<id>/prochaines-etapes`, à l’octet près une fois écrit par `JSON.stringify`. @public */
export async function prochainesEtapes(
  exporte: DossierExporte,
  demande: Demande,
): Promise<Reponse<Schemas['ProchainesEtapesDossier']>> {
  const read = readAsked(exporte, demande);
  if (!read.ok) return { etat: 'non', probleme: read.error };
  const { family, dossier, ecritLe, exacte } = read.value;
  const { jour, editeur, dernierePartie4: partie4 } = read.value.demande;
  // As the service does: what is like no other dossier is told when the case is written, and its examples bear that day.
  const text = readView(keepView(family, dossier, ecritLe), jour)?.text ?? '';
  const identite = editeur
    ? ({ ...anonyme, genre: 'cle', role: 'editeur', editeurId: 'vous', portees: editeur } as const)
    : ({ ...anonyme, role: 'agent' } as const);
  const services = {
    lastPart4: () => Promise.resolve(partie4 ? JSON.stringify({ partie4 }) : null),
    simulate(_cible: unknown, { faits: [fait] }: { faits: object[] }) {
      const decision = decide(family, dossier.id, fait, { jour, instant: `${jour}T00:00:00Z`, newId: () => 'nouveau' });
      return Promise.resolve(ok({ refus: decision.ok ? null : decision.error }));
    },
  };
  const told = await permittedNow({ services, identite }, { genre: 'dossier', id: dossier.id }, text);
  return { etat: 'oui', valeur: JSON.parse(told), exacte };
}

/** Ce que rendrait `GET dossiers/<id>/plan`, de même. @public */
export function plan(exporte: DossierExporte, demande: Demande): Reponse<{ plan: Schemas['Plan'] }> {
  const read = readAsked(exporte, demande);
  if (!read.ok) return { etat: 'non', probleme: read.error };
  const { family, dossier, exacte, demande: asked } = read.value;
  const told = JSON.stringify({ plan: planOf(family, dossier, asked.jour) });
  return { etat: 'oui', valeur: JSON.parse(told), exacte };
}

/** Le jour en France métropolitaine (AAAA-MM-JJ), qui est celui du service. @public */
export function jourEnFrance(instant: Date): string {
  return dayOf(instant);
}

interface Read {
  family: Family;
  dossier: Instance;
  /** The day on which the dossier was written last. */
  ecritLe: string;
  exacte: boolean;
  demande: z.output<typeof Asked>['demande'];
}

function readAsked(...[exporte, demande]: unknown[]): Result<Read, Probleme> {
  const parsed = Asked.safeParse({ exporte, demande });
  if (!parsed.success) return err(problem('export-invalide', toErreurs(parsed.error)));
  const { dossier, groupement, certificats } = parsed.data.exporte;
  const own = toInstance(dossier, 'dossier', { parentId: dossier.groupementId, fiche: dossier.etablissement });
  if (!own.ok) return own;
  const above = groupement && toInstance(groupement, 'groupement', { parentId: null, fiche: groupement });
  if (above && !above.ok) return above;
  const under: Instance[] = [];
  for (const one of certificats) {
    const read = toInstance(one, 'certificat', { parentId: dossier.id, fiche: one });
    if (!read.ok) return read;
    under.push(read.value);
  }
  return ok({
    family: { groupement: above?.value ?? null, dossiers: [own.value], certificats: under },
    dossier: own.value,
    ecritLe: dayOf(new Date(dossier.modifieLe)),
    exacte: groupement !== null || dossier.groupementId === null,
    demande: parsed.data.demande,
  });
}

function toInstance(
  affaire: z.output<typeof Affaire>,
  genre: Procedure['genre'],
  { parentId, fiche }: { parentId: string | null; fiche: object },
): Result<Instance, Probleme> {
  const { id, version, ouvertLe } = affaire;
  const procedure = findProcedure(affaire.procedure, affaire.procedureVersion);
  if (procedure?.genre !== genre) return err(problem('procedure-inconnue'));
  const etat = restoreEtat(procedure, etatIn(affaire));
  if (!etat || !contextes[genre].safeParse(affaire.contexte).success) return err(problem('etat-inconnu'));
  const announced = { annonces: RIEN_ANNONCE, entendu: 0, ouies: RIEN_OUI };
  const whole = { ...etat, ...announced, fiche: readFiche(JSON.stringify(fiche)) };
  return ok({ id, version, ouvertLe, parentId, procedure, ...whole });
}

const details = {
  'export-invalide': 'Ce n’est pas un dossier tel que l’API le rend, ou la demande est à corriger : voyez les erreurs.',
  'procedure-inconnue': 'Ce paquet ne connaît pas cette version de la procédure : prenez celui de votre service.',
  'etat-inconnu':
    'Cet état n’est pas de sa procédure : exportez le dossier de nouveau, puis prenez le paquet de votre service.',
} as const satisfies Record<Probleme['code'], string>;

function problem(code: Probleme['code'], erreurs: Erreur[] = []): Probleme {
  return { code, detail: details[code], erreurs };
}
