import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { median } from './figures.ts';

const TIMES = 15;
/** The most that the first byte of a page may take, in milliseconds. */
const BUDGET = 100;
const motDePasse = 'sept cygnes au bord du lac';

const { values } = parseArgs({ options: { base: { type: 'string', default: 'data/semence.sqlite' } } });
const env = { ...process.env, PORT: '0', DATABASE_URL: `sqlite:${values.base}`, LIMITE_PAR_MINUTE: '1000000000' };
const child = spawn(process.execPath, [new URL('../../src/main.ts', import.meta.url).pathname], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await addressOf(createInterface(child.stdout));
child.stdout.resume();
try {
  await measureAll();
} finally {
  child.kill();
  await once(child, 'exit');
}

/** Each page, one after the other: how long its first byte takes, at the median and the first time. */
async function measureAll(): Promise<void> {
  const session = await login();
  const dossier = await firstLink('/?onglet=tous', /"(\/dossiers\/[\w-]{36})"/);
  const groupement = await firstLink('/groupements', /"(\/groupements\/[\w-]{36})"/);
  const pages = [
    ...[
      '/',
      '/?onglet=tous',
      '/?onglet=retard',
      '/?onglet=libres&tri=nom',
      '/recherche?q=clinique',
      '/dossiers/nouveau',
    ],
    ...[dossier, `${dossier}/journal`, `${dossier}/parties`, `${dossier}/documents`, `${dossier}/certificats`],
    ...[`${dossier}/diagramme`, `${dossier}/notes`, `${dossier}/formulaires/formulaire-413`],
    ...['/groupements', groupement, `${groupement}/plan`, `${groupement}/journal`, `${groupement}/etat-des-lieux`],
    ...['/procedures', '/procedures/public-ght', '/procedures/public-ght/etapes', '/procedures/public-ght/mesures'],
    ...[
      '/pilotage',
      '/administration',
      '/administration/comptes',
      '/administration/delegations',
      '/aide',
      '/glossaire',
    ],
  ];
  for (const page of pages) await report(page);

  async function firstLink(page: string, link: RegExp): Promise<string> {
    const text = await (await ask(page)).text();
    return link.exec(text)?.[1] ?? page;
  }

  function ask(path: string): Promise<Response> {
    return fetch(`${url}${path}`, { headers: { cookie: session, 'accept-encoding': 'gzip' }, redirect: 'manual' });
  }

  async function report(path: string): Promise<void> {
    const spent: number[] = [];
    let status = 0;
    for (let time = 0; time < TIMES; time++) {
      const start = performance.now();
      const response = await ask(path);
      spent.push(performance.now() - start);
      status = response.status;
      await response.arrayBuffer();
    }
    const [first = Number.NaN] = spent;
    const middle = median(spent);
    const name = path.replaceAll(/[\w-]{36}/g, '…');
    console.log(
      `${name} (${status}) : ${middle.toFixed(1)} ms, la première fois ${first.toFixed(0)} ms${middle > BUDGET ? ' — TROP LENT' : ''}`,
    );
  }
}

async function login(): Promise<string> {
  const response = await fetch(`${url}/connexion`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ courriel: 'superviseur@exemple.fr', motDePasse }),
    redirect: 'manual',
  });
  const session = response.headers.getSetCookie().find((one) => one.startsWith('__Host-session='));
  if (!session) throw new Error(`La base ${values.base} n’est pas celle de scripts/seed/main.ts : personne n’y entre.`);
  return session.split(';')[0] ?? '';
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const [address] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (address) return address;
  }
  throw new Error('The server stopped before it listened');
}
