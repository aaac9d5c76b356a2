import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type People, peopleOf } from '../../http/people.ts';
import { startServer, type TestServer } from '../../server.ts';
import { formats, numbersOf, tableOf } from '../../survey/files.ts';
import { groupementOf } from '../../survey/groupement.ts';
import { deskOf, hiddenOf, rowsOf, told } from './desk.ts';

const JOUR = '2026-06-01';
const martin = { nom: 'Martin', prenom: 'Camille' };
type Desk = ReturnType<typeof deskOf>;
let server: TestServer;
let people: People;
let read: Desk['read'];
let post: Desk['post'];
let tell: Desk['tell'];
let versionOf: Desk['versionOf'];
beforeAll(async () => {
  server = await startServer(JOUR);
  people = await peopleOf(server.services);
  ({ read, post, tell, versionOf } = deskOf(server, people, JOUR));
});
afterAll(() => server.stop());

describe('the list of groupements', () => {
  test('explains itself while there is none, to whoever may create one', async () => {
    expect((await read('/groupements')).text).toContain('Créer un groupement');
    expect((await read('/groupements', 'lecteur')).text).not.toContain('Créer un groupement');
  });

  test('shows what was created, and finds it by its name without accents', async () => {
    const wrong = await post('/groupements/nouveau', { nom: '', genre: 'ght', 'dsi.reponse': 'inconnu' });
    expect([wrong.status, wrong.text.includes('href="#groupement-nom"')]).toEqual([422, true]);
    const created = await post('/groupements/nouveau', {
      nom: 'GHT de la Thiérache',
      genre: 'ght',
      'dsi.reponse': 'oui',
      'dsi.nom': 'DSI',
      'dsi.courriel': 'dsi@exemple.fr',
      'dsi.telephone': '',
    });
    expect([created.status, created.location]).toEqual([303, expect.stringMatching(/^\/groupements\/[\w-]{36}$/)]);
    const page = (await read(created.location)).text;
    expect(page).toContain('mailto:dsi@exemple.fr');
    expect(page).toContain('Aucun site dans ce groupement');
    expect((await read('/groupements?q=thierache')).text).toContain('GHT de la Thiérache');
    expect((await read('/groupements?q=ailleurs')).text).toContain('Aucun groupement ne répond');
  });
});

describe('the sites of a groupement', () => {
  let base: string;
  let sites: string[];
  beforeAll(async () => {
    const opened = await groupementOf(server.services, [1, 2, 3]);
    base = `/groupements/${opened.groupement}`;
    sites = opened.sites;
    await tell(sites[0], 'contrat.trouve');
    await tell(sites[1], 'contrat.absent');
    await tell(sites[1], 'contrat.transmis');
    await tell(sites[2], 'dossier.abandonne', { motif: 'Renonce' });
  });

  test('say in words how far each is, and lead to the step', async () => {
    const { text } = await read(base);
    expect(cellsOf(text, 'Site 1')).toEqual([
      ...['À faire', 'Recommandé', 'Recommandé', 'Fait', 'À faire', 'Facultatif', 'À faire', 'À faire', 'À venir'],
      'À venir',
    ]);
    expect(cellsOf(text, 'Site 2')[3]).toBe('Attend l’ANS');
    expect(text).toContain(`/dossiers/${sites[1]}#etape-contrat-attenteDecision`);
    expect(text).toContain('Dossier abandonné');
    expect(text).toContain('1 sur 2');
  });

  test('may be narrowed by what they lack, whom they wait for, and their name', async () => {
    const shown = async (query: string) =>
      [...(await read(`${base}?${query}`)).text.matchAll(/class="site">.*?>(Site \d)</g)].map(([, name]) => name);
    expect(await shown('')).toEqual(['Site 1', 'Site 2', 'Site 3']);
    expect(await shown('filtre=reste:contrat')).toEqual(['Site 2']);
    expect(await shown('filtre=attend-ans')).toEqual(['Site 2']);
    expect(await shown('filtre=abandonnes')).toEqual(['Site 3']);
    expect(await shown(`q=${numbersOf(1).finess}`)).toEqual(['Site 1']);
    expect(await shown('filtre=inconnu&page=99')).toEqual(['Site 1', 'Site 2', 'Site 3']);
    expect(await shown('q=personne')).toEqual([]);
  });

  test('are summed up, those that are not waited for named apart', async () => {
    const [part = ''] = /<section class="panneau avancement".*?<\/section>/s.exec((await read(base)).text) ?? [];
    expect(part).toContain('2 sites en cours, aucun en service');
    expect(part).toMatch(/Abandonnés, à part<\/dt><dd>1 site : <a href="\/dossiers\/[\w-]+">Site 3<\/a>/);
    expect(part).not.toContain('Établissements fermés');
  });

  test('leave and come back with their history, each time once it is confirmed', async () => {
    const { groupement, sites: own } = await groupementOf(server.services, [31]);
    const [place, site] = [`/groupements/${groupement}`, own[0] ?? ''];
    expect((await read(place)).text).toContain(`href="${place}/mouvements"`);
    expect((await read(`${place}/mouvements`)).text).toContain(`href="${place}/mouvements/sortie/${site}"`);
    const asked = await read(`${place}/mouvements/sortie/${site}`);
    expect(asked.text).toContain('Faire sortir « Site 31 » ?');
    const gone = await post(`${place}/mouvements/sortie/${site}`, {});
    expect([gone.status, gone.location]).toEqual([303, place]);
    expect((await read(place)).text).toContain('Aucun site dans ce groupement');
    const again = await post(`${place}/mouvements/sortie/${site}`, {});
    expect([again.status, again.text.includes('n’est pas un site de ce groupement')]).toEqual([409, true]);

    expect((await read(`${place}/mouvements?q=personne`)).text).toContain('Aucun dossier sans groupement ne répond');
    const found = await read(`${place}/mouvements?q=${numbersOf(31).finess}`);
    expect(found.text).toContain(`href="${place}/mouvements/entree/${site}"`);
    expect((await post(`${place}/mouvements/entree/${site}`, {})).location).toBe(place);
    expect((await read(place)).text).toContain('Site 31');
    expect((await read(`/dossiers/${site}/journal`)).text).toContain('groupement');
    expect((await read(`${place}/mouvements`, 'lecteur')).status).toBe(403);
  });

  test('go out as a table', async () => {
    const { text, headers } = await read(`${base}/sites.csv`);
    expect(headers.get('content-disposition')).toContain(`sites-${JOUR}.csv`);
    expect(text.split('\r\n')[1]).toContain('"Site 1";"');
  });

  test('are shown to a lecteur, who may record nothing', async () => {
    const { text } = await read(base, 'lecteur');
    expect(text).toContain('Site 1');
    expect(/<form method="post" action="\/groupements/.test(text)).toBe(false);
    expect((await post(`${base}/lot`, { acte: 'editeur.contacte' }, 'lecteur')).status).toBe(403);
    expect((await deposit(base, { texte: 'FINESS' }, 'lecteur')).status).toBe(403);
  });

  test.each(['plan', 'etat-des-lieux', 'diagramme', 'journal'])('have their tab « %s »', async (tab) => {
    const { status, text } = await read(`${base}/${tab}`);
    expect([status, text.includes(`href="${base}/${tab}" aria-current="page"`)]).toEqual([200, true]);
  });

  test('are drawn on their path', async () => {
    const { text, headers } = await read(`${base}/diagramme.svg?niveau=complet`);
    expect([headers.get('content-type'), text.includes('3 sites')]).toEqual(['image/svg+xml; charset=utf-8', true]);
  });

  test('take one act at once, each with its own answer, once', async () => {
    expect((await read(`${base}/lot`)).location).toBe(base);
    expect((await post(`${base}/lot`, { acte: 'dossier.abandonne' })).status).toBe(404);
    const { text } = await read(base);
    expect(text).toContain('value="administrateurTechnique.designe"');
    const seen = await post(`${base}/lot`, { acte: 'editeur.contacte', filtre: 'tous', q: '' });
    expect(rowsOf(seen.text)).toEqual(['Site 1', 'Site 2']);
    const fields = hiddenOf(seen.text);
    const act: [string, string] = ['action', 'enregistrer'];
    const untold = await post(`${base}/lot`, [...fields.filter(([name]) => name !== 'pris'), act]);
    expect(untold.text).toContain('Cochez au moins une ligne.');
    const wrong = await post(`${base}/lot`, [...fields, ['date', '31/02/2026'], act]);
    expect([wrong.status, wrong.text.includes('Saisissez une date du calendrier')]).toEqual([422, true]);
    await tell(sites[0], 'administrateurTechnique.designe', { personne: martin, origine: 'employe', carte: null });
    const done = await post(`${base}/lot`, [...fields, ['date', '31/05/2026'], act]);
    expect(done.text).toContain('enregistré sur 1 site, refusé sur 1 site.');
    expect(done.text).toContain('Quelqu’un d’autre a fait avancer ce site entre-temps');
    const again = await post(`${base}/lot`, [...fields, ['date', '31/05/2026'], act]);
    expect(again.text).toContain('enregistré sur aucun site, refusé sur 2 sites.');
  });
});

describe('a site of the matrix', () => {
  test('opens its panel: what is awaited of whom, and what may be done now', async () => {
    const { groupement, sites } = await groupementOf(server.services, [61]);
    const base = `/groupements/${groupement}`;
    expect((await read(base)).text).toContain(`href="?site=${sites[0]}#panneau-site"`);
    const { text } = await read(`${base}?site=${sites[0]}`);
    const [panel = ''] = /<section class="panneau panneau-site".*?<\/section>/s.exec(text) ?? [];
    expect(panel).toContain('Contrat avec l’ANS à vérifier');
    expect(panel).toContain(`/dossiers/${sites[0]}/faits/contrat.trouve?retour=`);
    expect((await read(`${base}?site=${sites[0]}`, 'lecteur')).text).not.toContain('/faits/contrat.trouve');
    expect((await read(`${base}?site=inconnu`)).text).not.toContain('id="panneau-site"');
  });

  test('is late once a step lasts longer than it usually does', async () => {
    const { groupement, sites } = await groupementOf(server.services, [62, 63]);
    const base = `/groupements/${groupement}`;
    const [late = ''] = sites;
    await tell(late, 'contrat.absent', { date: '2025-06-01' });
    await tell(late, 'contrat.transmis', { date: '2025-06-02' });
    const { text } = await read(`${base}?filtre=en-retard`);
    expect(cellsOf(text, 'Site 62')[3]).toBe('Attend l’ANS, en retard');
    expect(text).not.toContain('>Site 63<');
  });

  test('is on the list to sign, with who signs as far as it is known', async () => {
    const { groupement, sites } = await groupementOf(server.services, [64]);
    await tell(sites[0], 'contrat.absent');
    const { text } = await read(`/groupements/${groupement}/a-signer`);
    expect(text).toContain(`/dossiers/${sites[0]}/formulaires/contrat-structure/impression`);
    expect(text).toContain(`/dossiers/${sites[0]}/formulaires/formulaire-413/impression`);
    expect(text).toContain('nom à compléter');
  });
});

describe('the état des lieux', () => {
  test('is seen line by line before it is recorded, from a file of an office tool', async () => {
    const { groupement, sites } = await groupementOf(server.services, [11, 12]);
    const base = `/groupements/${groupement}`;
    const table = tableOf([
      ['FINESS', 'SIRET', 'Raison sociale', 'CP', 'Ville', 'Contrat', 'Avancement'],
      [numbersOf(11).finess, '', 'Hôpital', '', '', 'oui', ''],
      [numbersOf(12).finess.slice(1), '', '', '', '', 'non', ''],
      [numbersOf(13).finess, numbersOf(13).siret, 'Clinique été', '01130', 'Nantua', 'oui', ''],
      [numbersOf(14).finess, '4,76E+13', '', '', '', 'oui', ''],
    ]);
    const seen = await deposit(base, { tableau: formats['Windows-1252']?.(table), date: '20/05/2026', ouvrir: 'oui' });
    expect([seen.status, countsOf(seen.text)]).toEqual([
      200,
      ['1 ligne refusée', '1 ligne à relire', '2 lignes acceptées'],
    ]);
    expect(seen.text).toContain('Clinique été');
    expect(seen.text).toContain('Excel a arrondi ce numéro');
    expect(seen.text).toContain(`zéro initial perdu par le tableur, rétabli : ${numbersOf(12).finess}`);
    expect(seen.text).toContain('Colonnes qui n’ont pas été lues : Avancement.');
    expect(await versionOf(sites[0])).toBe(1);

    const confirm = {
      texte: textOf(seen.text),
      empreinte: printOf(seen.text),
      date: '20/05/2026',
      ouvrir: 'oui',
      action: 'enregistrer',
    };
    const done = await deposit(base, confirm);
    expect(done.text).toContain(
      'L’état des lieux est enregistré. 1 dossier ouvert, 3 réponses enregistrées sur 3 sites.',
    );
    expect(await versionOf(sites[0])).toBe(2);
    const page = (await read(base)).text;
    expect(cellsOf(page, 'Clinique été')[3]).toBe('Fait');
    expect((await read(`${base}/journal`)).text).toContain('État des lieux des contrats reçu de la DSI');

    const again = await deposit(base, confirm);
    expect([again.status, again.text.includes('Rien n’a été enregistré')]).toEqual([409, true]);
    expect(await versionOf(sites[0])).toBe(2);
  });

  test('is put right cell by cell, and shown again before it is recorded', async () => {
    const { groupement } = await groupementOf(server.services, [41]);
    const base = `/groupements/${groupement}`;
    const texte = tableOf([
      ['FINESS', 'Contrat ANS (O/N)'],
      [numbersOf(41).finess, 'en cours'],
      [numbersOf(42).finess, 'O'],
    ]);
    const seen = await deposit(base, { texte, ouvrir: 'oui' });
    expect(seen.text).toContain('aria-describedby="cellule-2-contrat-faute"');
    expect(seen.text).toContain('name="cellule.3.commune"');
    const fields = {
      'cellule.2.contrat': 'oui',
      'cellule.3.denomination': 'CH de Gex',
      'cellule.3.siret': numbersOf(42).siret,
      'cellule.3.codePostal': '01170',
      'cellule.3.commune': 'Gex',
    };
    const sent = { texte: textOf(seen.text), empreinte: printOf(seen.text), ouvrir: 'oui', ...fields };
    const again = await deposit(base, { ...sent, action: 'enregistrer' });
    expect(countsOf(again.text)).toEqual(['aucune ligne refusée', 'aucune ligne à relire', '2 lignes acceptées']);
    expect(again.text).not.toContain('Rien n’a été enregistré');
    const confirm = { texte: textOf(again.text), empreinte: printOf(again.text), ouvrir: 'oui', action: 'enregistrer' };
    expect((await deposit(base, confirm)).text).toContain('1 dossier ouvert, 2 réponses enregistrées sur 2 sites.');
  });

  test('that cannot be read is told why, and what was pasted stays', async () => {
    const { groupement } = await groupementOf(server.services, []);
    const wrong = await deposit(`/groupements/${groupement}`, { texte: 'bonjour <b>', ouvrir: 'oui' });
    expect([wrong.status, wrong.text.includes('bonjour &#60;b&#62;')]).toEqual([422, true]);
    expect(wrong.text).toContain('Aucune ligne d’en-tête ne nomme les colonnes');
    const late = await deposit(`/groupements/${groupement}`, { texte: 'FINESS\n1', date: '02/06/2026' });
    expect([late.status, late.text.includes('indiquez aujourd’hui au plus tard')]).toEqual([422, true]);
  });

  test('comes back accepted whole in the model that was sent', async () => {
    const { groupement } = await groupementOf(server.services, [21, 22]);
    const { text } = await read(`/groupements/${groupement}/etat-des-lieux/modele.csv`);
    const filled = text.replaceAll(/(Nantua";)"";"";"";""/g, '$1"oui";"";"";"CDE 31/12/2028"');
    const seen = await deposit(`/groupements/${groupement}`, { tableau: Buffer.from(filled), ouvrir: 'oui' });
    expect(countsOf(seen.text)).toEqual(['aucune ligne refusée', 'aucune ligne à relire', '2 lignes acceptées']);
    expect(seen.text).toContain('4 réponses seront enregistrées sur 2 sites');
  });

  test('of 300 new sites goes from a file to the page of sites', async () => {
    const { groupement } = await groupementOf(server.services, []);
    const base = `/groupements/${groupement}`;
    const rows = Array.from({ length: 300 }, (_, rank) => [
      numbersOf(2_000 + rank).finess,
      numbersOf(2_000 + rank).siret,
      `Site ${rank + 1}`,
      '01130',
      'Nantua',
      rank % 3 ? 'oui' : 'non',
    ]);
    const table = tableOf([['FINESS', 'SIRET', 'Site', 'CP', 'Ville', 'Contrat'], ...rows], '\t');
    const seen = await deposit(base, { tableau: formats['UTF-16, little end first']?.(table), ouvrir: 'oui' });
    expect(seen.text).toContain('300 dossiers seront ouverts et 300 réponses seront enregistrées sur 300 sites');
    const done = await deposit(base, {
      texte: textOf(seen.text),
      empreinte: printOf(seen.text),
      ouvrir: 'oui',
      action: 'enregistrer',
    });
    expect(done.text).toContain('300 dossiers ouverts, 300 réponses enregistrées sur 300 sites.');
    const page = (await read(`${base}?filtre=reste:contrat`)).text;
    expect(page).toContain('200 sur 300');
    expect(page).toContain('Page 1 sur 3 · 100 sites');
    expect(Buffer.byteLength(page)).toBeLessThan(100_000);
  });
});

/** As a browser sends a form with a file. */
async function deposit(
  base: string,
  fields: Record<string, string | Uint8Array | undefined>,
  role: 'agent' | 'lecteur' = 'agent',
) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    body.append(
      name,
      typeof value === 'string' ? value : new Blob([Buffer.from(value ?? [])]),
      ...(typeof value === 'string' ? [] : (['etat.csv'] as never[])),
    );
  return told(await fetch(`${server.url}${base}/etat-des-lieux`, { method: 'POST', headers: people[role], body }));
}

/** The words of the cells of a site, in the order of the columns. */
function cellsOf(page: string, site: string): string[] {
  const row = page.split('<tr>').find((one) => one.includes(`>${site}</a>`)) ?? '';
  return [...row.matchAll(/<td class="(?!suite)[^"]*"><a [^>]*>(?:<svg.*?<\/svg>)?<span>([^<]*)<\/span><\/a>/g)].map(
    ([, word]) => word ?? '',
  );
}

function countsOf(page: string): string[] {
  const [list = ''] = /<ul class="bilan">.*?<\/ul>/s.exec(page) ?? [];
  return [...list.matchAll(/<li[^>]*>(?:<a[^>]*>)?([^<]*)</g)].map(([, words]) => (words ?? '').trim());
}

function textOf(page: string): string {
  const [, text = ''] = /<textarea id="texte"[^>]*>\n(.*?)<\/textarea>/s.exec(page) ?? [];
  return text.replaceAll(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}

function printOf(page: string): string {
  return /name="empreinte" value="(\w+)"/.exec(page)?.[1] ?? '';
}
