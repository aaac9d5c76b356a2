import { describe, expect, test } from 'vitest';
import { openDesk, words } from './desk.ts';

const desk = openDesk();
const tous = '/administration/reglages';

describe('a setting', () => {
  test('takes a value from a day on, which the service reads that day', async () => {
    const done = await desk.post(`${tous}/delai.ans`, { valeur: '30', du: '01/04/2026', au: '', motif: 'Été' });
    const page = words(await desk.after(done));
    expect(page).toMatch(
      /La valeur vaut à partir du 01\/04\/2026\..*Vaut 15 jours.*30 jours À partir du 1er avr. 2026 Superviseur, le 10 mars 2026.*Été À venir/,
    );
    const { reglages } = desk.server.services;
    expect(['2026-03-31', '2026-04-01'].map((jour) => reglages.delais(jour)['ans']?.usuel)).toEqual([15, 30]);
    expect(words(await desk.get(tous))).toContain('30 jours à partir du 1er avr. 2026');
    expect(words(await desk.get(`${tous}?le=01/05/2026`))).toMatch(
      /Vous voyez les réglages du 1er mai 2026.*ANS 30 jours 1er avr. 2026/,
    );
  });

  test('of delays is chosen for a step on a path, counted in working days, and gives way again when it is emptied', async () => {
    const chosen = await desk.get(`${tous}?quoi=etape.contrat.attenteDecision&parcours=public-ght`);
    const place = '/administration/reglages/delai.etape.contrat.attenteDecision%40public-ght';
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, place]);
    const set = { valeur: '10', limite: '15', unite: 'ouvrés', du: '10/03/2026' };
    const page = words(await desk.after(await desk.post(place, set)));
    expect(page).toMatch(/Vaut 10 jours ouvrés, en retard après 15 Ici, cela fait 10 jours ouvrés, en retard après 15/);
    expect(words(await desk.get('/procedures/public-ght/etapes/contrat.attenteDecision'))).toContain(
      'Délai habituel 10 jours ouvrés, en retard après 15',
    );
    const alone = await desk.post(place, { valeur: '', limite: '12', unite: 'calendaires', du: '10/03/2026' });
    expect(words(await desk.after(alone))).toContain('Vaut 12 jours Ici');
    const emptied = await desk.post(place, { valeur: '', limite: '', unite: 'calendaires', du: '10/03/2026' });
    expect(words(await desk.after(emptied))).toContain('Vaut Le délai plus large Ici, cela fait 15 jours');
    const wrong = await desk.post(place, { valeur: '10', limite: '5', unite: 'ouvrés', du: '10/03/2026' });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('id="champ-limite-faute">La limite ne')]);
  });

  test('keeps what is typed when it is wrong, and says what to do beside each line', async () => {
    const shown = await desk.post(`${tous}/delai.dsi`, { valeur: '0', du: '32/01/2026', motif: 'Essai' });
    expect(shown.status).toBe(422);
    expect(shown.text).toContain('id="champ-valeur-faute">Saisissez un jour au moins.');
    expect(shown.text).toContain('id="champ-du-faute"');
    expect(shown.text).toContain('value="32/01/2026"');
  });

  test('gives up a value that has not begun, which the history keeps', async () => {
    await desk.after(
      await desk.post(`${tous}/ans.portail`, { valeur: 'https://igc.esante.gouv.fr', du: '01/06/2026' }),
    );
    const found = await desk.server.services.reglages.reglage('ans.portail', '2026-06-01');
    expect(found?.valeur).toBe('https://igc.esante.gouv.fr');
    const done = await desk.post(`${tous}/ans.portail/retrait`, { rang: `${found?.histoire[0]?.rang}` });
    expect(words(await desk.after(done))).toMatch(
      /La valeur prévue est retirée.*https:\/\/igc\.esante\.gouv\.fr.*Retirée/,
    );
    expect(desk.server.services.reglages.adresse('ans.portail', '2026-06-01')).toBeNull();
  });

  test('that begins today is not given up', async () => {
    await desk.after(await desk.post(`${tous}/ans.cartes`, { valeur: 'cartes@esante.fr', du: '10/03/2026' }));
    const found = await desk.server.services.reglages.reglage('ans.cartes', '2026-03-10');
    const refused = await desk.post(`${tous}/ans.cartes/retrait`, { rang: `${found?.histoire[0]?.rang}` });
    expect([refused.status, words(refused)]).toEqual([409, expect.stringContaining('Cette valeur a commencé')]);
  });

  test('that does not exist is a page that says so', async () => {
    expect((await desk.get(`${tous}/delai.personne`)).status).toBe(404);
  });
});

describe('over HTTP', () => {
  test('settings are read on a day, set by a superviseur, and a key sets none', async () => {
    const headers = { ...desk.people.superviseur, 'Content-Type': 'application/json' };
    const put = { cle: 'delai.editeur', valeur: 9, du: '2026-03-01' };
    const posed = await desk.server.post('/api/v1/reglages', put, headers);
    expect([posed.status, posed.body]).toEqual([201, expect.objectContaining({ valeur: 9, etat: 'en-vigueur' })]);
    const { body } = await desk.server.get<{ le: string; reglages: { cle: string; valeur: unknown }[] }>(
      '/api/v1/reglages?le=2026-02-28',
    );
    expect(body.reglages.find(({ cle }) => cle === 'delai.editeur')?.valeur).toBe(7);
    expect((await desk.server.post('/api/v1/reglages', put)).status).toBe(403);
  });

  test('a canned mail is filled for a dossier', async () => {
    const path = `/api/v1/dossiers/${desk.dossier}/courriel?modele=relance-representant`;
    const { status, body } = await desk.server.get<{ objet: string }>(path);
    expect([status, body.objet]).toEqual([
      200,
      'Certificats logiciels de Clinique du Lac : ce qui est attendu de vous',
    ]);
    expect((await desk.server.get(path.replace('relance-representant', 'rien'))).status).toBe(404);
    const { body: list } = await desk.server.get<{ modeles: unknown[] }>('/api/v1/modeles-de-courriel');
    expect(list.modeles).toHaveLength(18);
  });
});
