import MailComposer from 'nodemailer/lib/mail-composer';

/** Somebody who writes or is written to. */
interface Party {
  /** Empty where it is not known. */
  name: string;
  address: string;
}

/** A mail to be written as bytes. */
export interface OutgoingMail {
  /** Without its angle brackets. */
  messageId: string;
  from: Party;
  to: readonly Party[];
  /** Where it is answered. */
  replyTo: Party;
  subject: string;
  /** Plain; the HTML beside it says the same. */
  text: string;
  date: Date;
  /** Whether nobody wrote it (RFC 3834). */
  isAutomatic: boolean;
  /** The Message-ID that it answers, without its angle brackets. */
  inReplyTo?: string | null;
  attachments: readonly { name: string; type: string; bytes: Buffer }[];
}

/** The bytes of a mail, as they leave and are kept: the same at each attempt. */
export async function compose(mail: OutgoingMail): Promise<Buffer> {
  const { messageId, from, to, replyTo, subject, text, date, isAutomatic, inReplyTo = null, attachments } = mail;
  const parties = [from, replyTo, ...to];
  const heads = [messageId, subject, inReplyTo ?? '', ...parties.flatMap(({ name, address }) => [name, address])];
  if (heads.some((head) => /[\r\n\0]/.test(head))) throw new Error('A header of a mail holds a line break');
  return await new MailComposer({
    messageId: `<${messageId}>`,
    from,
    to: to.map(({ name, address }) => ({ name, address })),
    replyTo,
    subject,
    text,
    html: htmlOf(text),
    date,
    headers: isAutomatic ? { 'Auto-Submitted': 'auto-generated' } : {},
    ...(inReplyTo !== null && { inReplyTo: `<${inReplyTo}>`, references: `<${inReplyTo}>` }),
    attachments: attachments.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: bytes })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  })
    .compile()
    .build();
}

/** The same words, paragraph by paragraph; an address of the web is a link. */
function htmlOf(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((one) => `<p>${linked(escaped(one)).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"></head><body>${paragraphs.join('\n')}</body></html>`;
}

function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

function linked(text: string): string {
  return text.replaceAll(/https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`);
}
