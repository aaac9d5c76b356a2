import { createKey } from '../as-sent.ts';
import { enPlace, given } from '../http/people.ts';
import type { TestServer } from '../server.ts';

export const etablissement = {
  denomination: 'USLD CH DE NANTUA',
  siret: '26011021800062',
  finess: '010786259',
  codePostal: '01130',
  commune: 'NANTUA',
};

/** What was answered to a program that bears a key. */
interface Answer {
  status: number;
  code: string;
  body: Record<string, unknown>;
}

/** A program that bears a new key. */
export interface Program {
  id: string;
  ask(methode: string, chemin: string, corps?: object | string): Promise<Answer>;
  /** Opens a dossier; gives its id. */
  open(): Promise<string>;
}

/** A key of the sandbox, or, by default of `bacASable`, of the real dossiers. */
export async function programOf({ services: { identites }, fetch }: TestServer, asked: object = {}): Promise<Program> {
  const wanted = { nom: 'Essai', role: 'lecteur', portees: ['lecture'], ...asked };
  const { cle, fiche } = given(await createKey(identites, enPlace, wanted));
  const ask = async (method: string, chemin: string, corps?: object | string): Promise<Answer> => {
    const text = `${corps}`.startsWith('-----BEGIN') ? 'application/pkix-cert' : 'text/csv';
    const type = typeof corps === 'string' ? text : 'application/json';
    const headers = { Authorization: `Bearer ${cle}`, ...(corps && { 'Content-Type': type }) };
    const response = await fetch(`/api/v1${chemin}`, {
      method,
      headers,
      ...(corps && { body: typeof corps === 'string' ? corps : JSON.stringify(corps) }),
    });
    const told = await response.text();
    const body = /json/.test(response.headers.get('content-type') ?? '') ? JSON.parse(told) : {};
    return { status: response.status, code: response.status < 400 ? '' : body.code, body };
  };
  return {
    id: fiche.id,
    ask,
    async open() {
      const opened = await ask('POST', '/dossiers', { procedure: 'prive-mono-site', etablissement });
      if (opened.status !== 201) throw new Error(JSON.stringify(opened));
      return opened.body['id'] as string;
    },
  };
}
