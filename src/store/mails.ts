import type { Lease } from './leases.ts';

/** Where a mail stands for one of its recipients: waiting, taken by a server, refused by one, or given up. */
export type EtatEnvoi = 'attente' | 'envoye' | 'refuse' | 'abandonne';

/** A mail and one of its recipients; instants are ISO. */
export interface Envoi {
  numero: number;
  /** The same for each recipient, and in the Message-ID. */
  id: string;
  adresse: string;
  etat: EtatEnvoi;
  /** How often it was tried. */
  tentatives: number;
  /** The next attempt, or the last. */
  prochaineLe: string;
  /** Whether that address refuses what is sent to it: nothing leaves until somebody says otherwise. */
  estRefusee: boolean;
}

/** One that is to be sent, with what it is sent from. */
export interface EnvoiDu extends Envoi {
  document: string;
  /** Where it comes back to. */
  retour: string;
}

/** One that did not arrive, of which no journal says so yet. */
export interface EnvoiEchoue extends Pick<Envoi, 'numero' | 'id' | 'adresse'> {
  etat: Extract<EtatEnvoi, 'refuse' | 'abandonne'>;
  /** The dossier that it is about, null for several. */
  dossierId: string | null;
  /** The last attempt, and what was answered then. */
  essai: number;
  reponse: string;
}

/** One conversation with a server about an envoi. */
export interface TentativeEnvoi {
  le: string;
  /** Null without an answer. */
  code: number | null;
  reponse: string;
}

/** What becomes of an envoi after an attempt; an address that is marked is sent nothing more. */
export type SuiteEnvoi = 'envoye' | 'abandonne' | 'refuse' | 'adresse-refusee' | { prochaineLe: string };

/** An address that refuses what is sent to it, since when, and the words of its server. */
export interface AdresseRefusee {
  adresse: string;
  depuis: string;
  dit: string;
}

/** Where a mail that came stands: kept, to be filed by somebody, filed, put aside, or put aside and forgotten. */
export type EtatRecu = 'arrive' | 'a-classer' | 'classe' | 'ecarte' | 'oublie';

/** A mail as it came. */
interface NouveauRecu {
  id: string;
  /** The same for a mail that is brought twice. */
  cle: string;
  document: string;
  enveloppe: readonly string[];
  recuLe: string;
}

/** A mail that came, and what became of it; what it says of itself is null until it is read, and once it is put aside. */
export interface CourrielArrive extends NouveauRecu {
  etat: EtatRecu;
  dossierId: string | null;
  /** Without angle brackets. */
  messageId: string | null;
  /** The address of who wrote. */
  de: string | null;
  objet: string | null;
  raison: string | null;
  pistes: string[];
}

/** A dossier, and what led to it. */
export interface Piste {
  id: string;
  by: string;
}

/** What is sent and received by mail, beside the lines of the journal that tell it. */
export interface MailStore {
  /** Brings to the queue what the journal tells and is not in it yet, oldest first; gives how many lines that was. */
  enfiler(): Promise<number>;
  /** Those that are due at an instant, the earliest first, but those to an address that is marked. */
  dus(le: string, limite: number): Promise<EnvoiDu[]>;
  /** When the next of those is due; null where nothing waits. */
  prochain(): Promise<string | null>;
  /** How many wait, whatever for. */
  enAttente(): Promise<number>;
  /** Keeps an attempt and what follows; where it was not sent, nothing once another node has the lease. */
  regler(numero: number, tentative: TentativeEnvoi, suite: SuiteEnvoi, bail: Lease): Promise<boolean>;
  /** Those that did not arrive and are to be told. */
  aDire(limite: number): Promise<EnvoiEchoue[]>;
  dit(numero: number): Promise<boolean>;
  /** That it did not arrive, though a server had taken it. */
  revenir(id: string, adresse: string, tentative: TentativeEnvoi, estDefinitif: boolean): Promise<boolean>;
  /** Each recipient of those mails. */
  envois(ids: readonly string[]): Promise<Envoi[]>;
  /** Newest first. */
  tentatives(numero: number): Promise<TentativeEnvoi[]>;
  /** Sent again at that instant, as if it never had been tried; false where it waits already or arrived. */
  reprendre(numero: number, le: string): Promise<boolean>;
  /** The lines at those ranks are erased, with what they brought: so is to whom they were sent, what was answered and who wrote, and what waits is given up. */
  effacer(rangs: readonly number[], documents: readonly string[]): Promise<void>;

  refusees(adresses: readonly string[]): Promise<AdresseRefusee[]>;
  /** What waits for it may leave again. */
  permettre(adresse: string): Promise<boolean>;

  /** The word by which a dossier is answered: that one unless it has one. */
  boite(dossierId: string, jeton: string): Promise<string>;
  /** By those words: each with the dossier that it leads to. */
  parJeton(jetons: readonly string[]): Promise<Piste[]>;
  /** By mails of ours about one dossier, by their ids. */
  parCourriel(ids: readonly string[]): Promise<Piste[]>;
  /** By mails that were filed, by their Message-IDs. */
  parMessage(ids: readonly string[]): Promise<Piste[]>;
  /** By an address that mails of theirs went to, or came from: so many at most. */
  parAdresse(adresse: string, limite: number): Promise<Piste[]>;

  /** Keeps a mail that came; false where it is known. */
  recevoir(recu: NouveauRecu): Promise<boolean>;
  /** In a state, oldest first. */
  recus(etat: EtatRecu, limite: number): Promise<CourrielArrive[]>;
  recu(id: string): Promise<CourrielArrive | null>;
  combien(etat: EtatRecu): Promise<number>;
  /** What is known of a mail once it is read, and what becomes of it; false unless it is in that state. */
  classer(
    id: string,
    de: EtatRecu,
    suite: Pick<CourrielArrive, 'etat' | 'dossierId' | 'messageId' | 'de' | 'objet' | 'raison' | 'pistes'>,
  ): Promise<boolean>;
}
