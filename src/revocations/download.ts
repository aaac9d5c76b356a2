import { type ClientRequest, request as http, type IncomingMessage } from 'node:http';
import { request as https } from 'node:https';
import { AddressRefused, type AddressRules, guardedLookup, refuseUrl } from '../outbox/address-guard.ts';

/** As many bytes as a list may weigh, and how long it may take in all, in milliseconds. */
const MOST_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 60_000;

export interface DownloadRules extends AddressRules {
  mostBytes?: number;
  timeoutMs?: number;
}

/**
 * What is at an address, by http or https since a list bears its own signature: from an address that webhooks might reach, without following
 * any redirect. Throws a French sentence.
 */
export async function download(url: string, rules: DownloadRules): Promise<Buffer> {
  const { mostBytes = MOST_BYTES, timeoutMs = TIMEOUT_MS } = rules;
  const refusal = refuseUrl(url.replace(/^http:/, 'https:'), rules);
  if (refusal) throw new AddressRefused(refusal);
  const request = (url.startsWith('https:') ? https : http)(url, { lookup: guardedLookup(rules), agent: false });
  const late = setTimeout(
    () => request.destroy(new Error(`La liste n’est pas venue en ${timeoutMs / 1_000} secondes.`)),
    timeoutMs,
  );
  try {
    return await bytesOf(await answered(request), mostBytes);
  } finally {
    clearTimeout(late);
    request.destroy();
  }
}

function answered(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve).on('error', reject).end();
  });
}

async function bytesOf(response: IncomingMessage, most: number): Promise<Buffer> {
  if (response.statusCode !== 200) throw new Error(`Le serveur répond ${response.statusCode} au lieu de la liste.`);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > most) throw new Error(`La liste pèse plus de ${most} octets.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
