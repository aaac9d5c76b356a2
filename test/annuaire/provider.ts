import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider';

/** How a directory is made, where it is not as most are. */
export interface Shape {
  /** The end of the issuer: `/realms/chu/`; none unless told. */
  path?: string;
  /** How the client of this service is to show its secret. */
  auth?: 'client_secret_basic' | 'client_secret_post';
  /** The only ways that it announces; all that it knows unless told. */
  announced?: ('client_secret_basic' | 'client_secret_post')[];
  /** What it says of a person, beside `sub`. */
  claims?(sub: string): Record<string, unknown>;
  /** What a profile is answered with, which is then none. */
  profileStatus?: number;
  /** Whether the ID token says it, and not the profile alone. */
  inIdToken?: boolean;
  /** The same in the access token alone, which then opens no profile. */
  accessClaims?(sub: string): Record<string, unknown>;
}

/** A directory that knows whoever types a name, with the roles that are set for them. */
export interface Directory {
  emetteur: string;
  roles: Map<string, unknown>;
  /** The e-mails that do not follow from what one types. */
  emails: Map<string, string>;
  /** What a person who types `login` comes back with, from where a service sent them. */
  logIn(adresse: string, login: string): Promise<string>;
  stop(): Promise<void>;
}

/** The real oidc-provider on this machine, with its own development pages, for the service at `urlPublique`. */
export async function startDirectory(
  urlPublique: string,
  client: { id: string; secret: string },
  shape: Shape = {},
): Promise<Directory> {
  const server: Server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { path = '', auth = 'client_secret_post' } = shape;
  const emetteur = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const roles = new Map<string, unknown>();
  const emails = new Map<string, string>();
  const ofPerson = (sub: string): Record<string, unknown> =>
    shape.claims?.(sub) ?? {
      name: `Personne ${sub}`,
      email: emails.get(sub) ?? `${sub}@exemple.fr`,
      acces: { roles: roles.get(sub) },
    };
  const provider = new Provider(emetteur, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        token_endpoint_auth_method: auth,
        redirect_uris: [`${urlPublique}/connexion/oidc/retour`],
        post_logout_redirect_uris: [`${urlPublique}/connexion`],
      },
    ],
    ...(shape.announced && { clientAuthMethods: shape.announced }),
    claims: { openid: ['sub'], email: ['email'], profile: Object.keys(ofPerson('')) },
    conformIdTokenClaims: !shape.inIdToken && shape.accessClaims === undefined,
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: (): AccountClaims => ({ ...ofPerson(sub), sub }) }),
    ...(shape.accessClaims && withAccessClaims(shape.accessClaims)),
  });
  const answer = provider.callback();
  const prefix = path.replace(/\/$/, '');
  server.on('request', (request, response) => {
    Object.assign(request, { originalUrl: request.url, url: request.url?.replace(prefix, '') });
    if (shape.profileStatus && request.url === '/me') response.writeHead(shape.profileStatus).end();
    else answer(request, response);
  });

  return {
    emetteur,
    roles,
    emails,
    logIn: (adresse, login) => walk(adresse, login, urlPublique),
    async stop() {
      server.close().closeAllConnections();
      await once(server, 'close').catch(() => null);
    },
  };
}

/** An access token that can be read, which oidc-provider makes for a resource server, beside its profile. */
function withAccessClaims(claims: (sub: string) => Record<string, unknown>): Partial<Configuration> {
  const resource = 'urn:parcours';
  const info = { scope: 'openid', audience: resource, accessTokenFormat: 'jwt' } as const;
  return {
    features: {
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => info,
      },
    },
    extraTokenClaims: (_context, token) => ('accountId' in token ? claims(String(token.accountId)) : {}),
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
