/** Somebody who writes, as the mail says: nobody vouches for it. */
export interface Correspondent {
  name: string;
  /** In lower case. */
  address: string;
}

/** What a server said of one recipient whom it could not reach, or not yet. */
export interface BouncedRecipient {
  /** In lower case. */
  address: string;
  /** An enhanced status (RFC 3463), as 5.1.1; null where none was told. */
  status: string | null;
  /** Whether the address is not to be written to any more; a delay, a full mailbox or a busy server is not. */
  isPermanent: boolean;
  /** The words of the server, 500 signs at most. */
  said: string;
}

/** A notification that a mail was not delivered (RFC 3464). */
export interface Bounce {
  recipients: BouncedRecipient[];
  /** The Message-ID of the mail that did not arrive, without its angle brackets. */
  originalMessageId: string | null;
}

/** What of a mail is not in what was read of it: its bytes hold it still. */
export const manques = {
  'courriel-trop-grand': 'Ce courriel dépasse 25 Mo : seuls ses en-têtes ont été lus.',
  'lecture-trop-longue': 'Ce courriel n’a pas pu être lu dans le temps prévu : seuls ses en-têtes l’ont été.',
  'courriel-abime': 'Ce courriel est abîmé : seuls ses en-têtes ont été lus.',
  'parties-trop-nombreuses':
    'Ce courriel est fait de trop de parties, ou trop imbriquées : seuls ses en-têtes ont été lus.',
  'texte-incomplet': 'Le texte de ce courriel est trop long ou mal fait : le reste est dans le courriel d’origine.',
} as const;
export type Manque = keyof typeof manques;

/** A file that a mail brings; its name is clean, and never empty. */
export interface Attachment {
  name: string;
  bytes: Uint8Array;
  /** It is shown in the text, as the logo of a signature is, or a screenshot. */
  isInText: boolean;
}

/** A mail as it was read; Message-IDs are without their angle brackets, addresses in lower case. */
export interface ReceivedMail {
  messageId: string | null;
  inReplyTo: string | null;
  /** From the oldest. */
  references: string[];
  from: Correspondent | null;
  /** All recipients that the headers name. */
  to: string[];
  /** When it says that it was written (ISO), whatever that is worth. */
  date: string | null;
  subject: string;
  /** Plain, from the HTML where there is no other; quotes and signatures are kept. */
  text: string;
  /** What stands after + in any recipient of the envelope or of the headers, each once, case kept. */
  tokens: string[];
  /** A machine wrote or relays it: absence, acknowledgement of receipt, notification, list. */
  isAutomatic: boolean;
  /** What tells so, in French; null when a person wrote it. */
  automaticSign: string | null;
  bounce: Bounce | null;
  attachments: Attachment[];
  /** Why something of it is not here; null when all is. */
  manque: Manque | null;
}

/** To whom a mail was handed over; empty where that is not known. */
export interface Envelope {
  to: readonly string[];
}

/** Takes a mail as its bytes; once it resolves, the mail is durably kept, and whoever brought it may forget it. Rejects when it is to be brought again. */
export type Receive = (raw: Buffer, envelope: Envelope) => Promise<void>;
