/** Words of servers for an address that is nobody’s, where they give no status that says so. */
const NOBODY =
  /(?:user|recipient|mailbox|address|destinataire|adresse)[^.\n]{0,40}(?:unknown|not found|does not exist|doesn't exist|n['’]existe pas|inconnue?|invalid|disabled|rejected)|(?:unknown|no such|invalid) (?:user|recipient|mailbox|address)|utilisateur inconnu/i;
/** Words of those that take nothing from whoever sends, to whom ever. */
const SENDER =
  /relay|relais|relayage|client host|client was not|helo|sender (?:address|domain)|authenti|(?:black|block) ?list|\b5\.1\.[78]\b/i;

/** Whether the address itself is at fault (RFC 3463): a full mailbox, a size, a policy or a network are not. */
export function isOfAddress(status: string | null, said: string): boolean {
  const code = status?.slice(2) ?? '';
  if (status?.startsWith('4')) return false;
  if (/^1\.(?:[0-6]|10)$/.test(code) || ['2.1', '4.1', '4.4', '4.310'].includes(code)) return true;
  return (code === '' || code.startsWith('0.') || code === '7.1') && NOBODY.test(said) && !isOfSender(said);
}

/** Whether it is said of whoever sends: a server may wait for a recipient before it says so. */
export function isOfSender(said: string): boolean {
  return SENDER.test(said);
}
