import { z } from 'zod';
import { RATTACHEMENTS } from '../../machines/groupement/rattachements.ts';
import { findProcedure, procedures } from '../../machines/index.ts';
import { A_COTE } from '../engine/history/beside.ts';
import type { EventLine } from '../store/events.ts';

/** What the type of an event begins with, before its fact. */
export const DOMAINE = 'fr.parcours-igc.';

/** What opens a case, moves it or corrects its journal is no fact of its machine. */
const besides: Record<string, string> = {
  'dossier.ouvert': 'Dossier ouvert',
  'groupement.ouvert': 'Groupement ouvert',
  'fait.corrige': 'Erreur corrigée : relisez le journal',
  ...Object.fromEntries(Object.entries(A_COTE).map(([type, { libelle }]) => [type, libelle])),
  'personne.effacee': 'Données d’une personne effacées : relisez le journal',
  'conservation.echue': 'Données des personnes effacées : relisez le journal',
  'cle.finProche': 'Clé d’API bientôt à sa fin : renouvelez-la',
  'delegation.accordee': 'Dossier ou groupement délégué à un éditeur',
  'delegation.terminee': 'Délégation terminée : cet éditeur n’y a plus accès',
  ...RATTACHEMENTS,
};

/** Every fact that an event may tell. */
export const eventFacts: readonly string[] = [
  ...new Set([...Object.keys(besides), ...procedures.flatMap(({ facts }) => Object.keys(facts))]),
].sort();

/** The fact that a type of event names, in either spelling. */
export function factOfType(type: string): string {
  return type.startsWith(DOMAINE) ? type.slice(DOMAINE.length) : type;
}

const Envelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().meta({ description: 'La place de l’événement dans le flux : unique, croissante.' }),
  source: z.string().meta({ description: 'Ce qui a changé.' }),
  type: z.string().startsWith(DOMAINE),
  time: z.iso.datetime().meta({ description: 'Quand le fait a été enregistré.' }),
  datacontenttype: z.literal('application/json'),
  bacasable: z.literal(true).optional().meta({ description: 'D’un bac à sable : rien de réel n’est arrivé.' }),
});

/** A fact as it leaves: where it happened and what it is, without its own fields, which may name people. */
export const CaseEvent = Envelope.extend({
  subject: z.string().meta({ description: 'Le dossier, ou le groupement : ses événements arrivent dans l’ordre.' }),
  data: z.strictObject({
    genre: z.enum(['dossier', 'groupement', 'certificat']),
    id: z.string(),
    dossierId: z.string().nullable(),
    groupementId: z.string().nullable().meta({ description: 'Celui du dossier ; nul pour un certificat.' }),
    procedure: z.string(),
    fait: z.string(),
    libelle: z.string(),
    date: z.iso.date(),
    editeurId: z.string().optional().meta({ description: 'Celui d’une délégation, à qui seul elle est dite.' }),
    liens: z.strictObject({ soi: z.string(), prochainesEtapes: z.string(), journal: z.string() }),
  }),
});
export type CaseEvent = z.output<typeof CaseEvent>;

/** A key that will soon end, told 30 and 7 days before to the éditeur whose it is, and to whoever sees everything. */
export const KeyEvent = Envelope.extend({
  type: z.literal(`${DOMAINE}cle.finProche`),
  subject: z.string(),
  data: z.strictObject({
    genre: z.literal('cle'),
    id: z.string(),
    fait: z.literal('cle.finProche'),
    libelle: z.string(),
    date: z.iso.date().meta({ description: 'Son dernier jour' }),
    editeurId: z.string().nullable(),
    liens: z.strictObject({ soi: z.string(), renouvellement: z.string() }),
  }),
});
export type KeyEvent = z.output<typeof KeyEvent>;

/** What a receiver is sent first, to show that it listens. */
export const VerificationEvent = Envelope.extend({ data: z.strictObject({ abonnementId: z.string() }) });
export type VerificationEvent = z.output<typeof VerificationEvent>;

/** A line of the journal, or a delegation, as a CloudEvent, marked when it is of a sandbox; the same line always gives the same event. */
export function toCloudEvent(line: EventLine, essai = false): CaseEvent | KeyEvent {
  const { genre, instanceId: id, parentId, procedure, type: fait, date } = line;
  if (genre === 'cle') return toKeyEvent(line, essai);
  const soi = `/api/v1/${genre}s/${id}`;
  return {
    ...envelopeOf(line, soi, essai),
    type: `${DOMAINE}${fait}`,
    data: {
      genre,
      id,
      ...relatives(line, parentId),
      procedure,
      fait,
      libelle: besides[fait] ?? findProcedure(procedure, line.procedureVersion)?.facts[fait]?.libelle ?? fait,
      date,
      ...(typeof line.editeurId === 'string' && { editeurId: line.editeurId }),
      liens: { soi, prochainesEtapes: `${soi}/prochaines-etapes`, journal: `${soi}/journal` },
    },
  };
}

function toKeyEvent(line: EventLine, essai: boolean): KeyEvent {
  const { instanceId: id, date, editeurId = null } = line;
  const liens = { soi: '/api/v1/moi', renouvellement: '/api/v1/moi/cle/renouvellement' };
  const libelle = besides['cle.finProche'] ?? '';
  const data = { genre: 'cle', id, fait: 'cle.finProche', libelle, date, editeurId, liens } as const;
  return { ...envelopeOf(line, liens.soi, essai), type: `${DOMAINE}cle.finProche`, data };
}

function envelopeOf(line: EventLine, source: string, essai: boolean) {
  return {
    specversion: '1.0',
    id: String(line.rang),
    source,
    subject: subjectOf(line),
    time: line.enregistreLe,
    datacontenttype: 'application/json',
    ...markOf(essai),
  } as const;
}

/** What keeps the order of events: the dossier, of its certificates too, the groupement, or the key. */
export function subjectOf({ genre, instanceId, parentId }: EventLine): string {
  return genre === 'certificat' ? (parentId ?? instanceId) : instanceId;
}

/** The first event of a subscription. */
export function verificationEvent(abonnementId: string, time: string, essai = false): VerificationEvent {
  return {
    specversion: '1.0',
    id: `verification-${abonnementId}`,
    source: `/api/v1/abonnements/${abonnementId}`,
    type: `${DOMAINE}abonnement.verifie`,
    time,
    datacontenttype: 'application/json',
    ...markOf(essai),
    data: { abonnementId },
  };
}

function markOf(essai: boolean) {
  return essai && ({ bacasable: true } as const);
}

function relatives({ genre, instanceId }: EventLine, parentId: string | null) {
  if (genre === 'dossier') return { dossierId: instanceId, groupementId: parentId };
  return genre === 'certificat'
    ? { dossierId: parentId, groupementId: null }
    : { dossierId: null, groupementId: instanceId };
}
