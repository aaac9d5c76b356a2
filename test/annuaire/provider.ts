import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A directory that knows whoever types a name, with the roles that are set for them. */
export interface Directory {
  emetteur: string;
  roles: Map<string, unknown>;
  /** What a person who types `login` comes back with, from where a service sent them. */
  logIn(adresse: string, login: string): Promise<string>;
  stop(): Promise<void>;
}

/** The real oidc-provider on this machine, with its own development pages, for the service at `urlPublique`. */
export async function startDirectory(urlPublique: string, client: { id: string; secret: string }): Promise<Directory> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const emetteur = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const roles = new Map<string, unknown>();
  const provider = new Provider(emetteur, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: [`${urlPublique}/connexion/oidc/retour`],
        post_logout_redirect_uris: [`${urlPublique}/connexion`],
      },
    ],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'acces'] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: `Personne ${sub}`,
        acces: { roles: roles.get(sub) },
        ...(sub !== 'sans-courriel' && { email: `${sub}@exemple.fr` }),
      }),
    }),
  });
  server.on('request', provider.callback());

  return {
    emetteur,
    roles,
    logIn: (adresse, login) => walk(adresse, login, urlPublique),
    async stop() {
      server.close().closeAllConnections();
      await once(server, 'close').catch(() => null);
    },
  };
}

/** Follows the directory as a browser does: its redirections, its cookies, and its two forms, until it sends back. */
async function walk(from: string, login: string, urlPublique: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = from;
  let form: URLSearchParams | null = null;
  for (let steps = 0; steps < 20; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const init: RequestInit = { redirect: 'manual', headers: { cookie }, ...(form && { method: 'POST', body: form }) };
    const response = await fetch(url, init);
    for (const one of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location?.startsWith(urlPublique)) return location;
    const page = await response.text();
    form = location ? null : formOf(page, login);
    url = new URL(location ?? (/action="([^"]+)"/.exec(page)?.[1] as string), url).href;
  }
  throw new Error('The directory never sends back');
}

function formOf(page: string, login: string): URLSearchParams {
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
  if (!prompt) throw new Error(`No form in ${page.slice(0, 2000)}`);
  return new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'n’importe lequel' }) });
}
