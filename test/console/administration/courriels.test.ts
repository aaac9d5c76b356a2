import { describe, expect, test } from 'vitest';
import { openDesk, words } from './desk.ts';

const desk = openDesk();
const tous = '/administration/courriels';
const ecrit = {
  action: 'ecrire',
  version: '0',
  nom: 'Relance courte',
  destinataire: 'ans',
  objet: 'Où en est {denomination} ?',
  corps: 'Bonjour,\r\n{etape}, depuis le {depuis}.\r\n{signataire}',
};

describe('a canned mail', () => {
  test('is written, then written again, each version kept', async () => {
    expect(words(await desk.after(await desk.post(`${tous}/nouveau`, ecrit)))).toContain(
      '« Relance courte » est écrit : version 1.',
    );
    const { id } = desk.server.services.reglages.modeles().find(({ nom }) => nom === 'Relance courte') ?? { id: '' };
    await desk.after(await desk.post(`${tous}/${id}`, { ...ecrit, version: '1', objet: 'Et {denomination} ?' }));
    const versions = desk.server.services.reglages.versionsModele(id);
    expect(versions.map(({ version, objet }) => ({ version, objet }))).toEqual([
      { version: 2, objet: 'Et {denomination} ?' },
      { version: 1, objet: 'Où en est {denomination} ?' },
    ]);
    const stale = await desk.post(`${tous}/${id}`, { ...ecrit, version: '1' });
    expect([stale.status, words(stale)]).toEqual([422, expect.stringContaining('Ce modèle en est à la version 2')]);
  });

  test('with a variable that does not exist is refused, with the list of those that do', async () => {
    const shown = await desk.post(`${tous}/nouveau`, { ...ecrit, corps: 'Le {patient} et {siret' });
    expect(shown.status).toBe(422);
    expect(words(shown)).toContain('{patient} n’existe pas : prenez parmi {denomination}, {siret}, {finess}');
    expect(shown.text).toContain('id="champ-corps-faute"');
  });

  test('with a brace alone is refused', async () => {
    const shown = await desk.post(`${tous}/nouveau`, { ...ecrit, objet: 'Bonjour {siret' });
    expect(words(shown)).toContain('Une accolade est seule : écrivez {nom}');
  });

  test('is seen on a real dossier before it is kept', async () => {
    const shown = await desk.post(`${tous}/nouveau`, { ...ecrit, action: 'apercu', sur: '590782553' });
    expect([shown.status, words(shown)]).toEqual([200, expect.stringContaining('Où en est Clinique du Lac ?')]);
    expect(shown.text).toContain('depuis le 10 mars 2026.\nSuperviseur</div>');
    const nowhere = await desk.post(`${tous}/nouveau`, { ...ecrit, action: 'apercu' });
    expect([nowhere.status, nowhere.text]).toEqual([422, expect.stringContaining('id="champ-sur-faute"')]);
  });

  test('is put out of use after a question', async () => {
    const path = `${tous}/carte-bientot-expiree/retrait`;
    expect(words(await desk.get(path))).toContain('Retirer « Carte bientôt expirée » ?');
    await desk.after(await desk.post(path, { version: '0' }));
    expect(words(await desk.get(tous))).not.toContain('Carte bientôt expirée');
    expect((await desk.get(path)).status).toBe(404);
  });
});

describe('from a dossier', () => {
  test('a mail is filled, opens in a mail program, and says what has to be completed', async () => {
    await desk.after(
      await desk.post('/administration/reglages/ans.courriel', { valeur: 'igc@esante.fr', du: '01/01/2026' }),
    );
    const ici = `/dossiers/${desk.dossier}/courriel`;
    const choice = await desk.get(ici, 'lecteur');
    expect(words(choice)).toMatch(/Relance de l’ANS : habilitation ANS/);
    const shown = await desk.get(`${ici}?modele=relance-habilitation`, 'agent');
    expect(words(shown)).toMatch(
      /À compléter à la main .*: le courriel de votre service\. À igc@esante\.fr Objet Demande d’habilitation de Clinique du Lac, SIRET 47678033300037/,
    );
    const mailto = /href="(mailto:[^"]+)"/.exec(shown.text)?.[1]?.replaceAll('&#38;', '&') ?? '';
    expect(mailto).toMatch(/^mailto:igc@esante\.fr\?subject=/);
    const body = new URLSearchParams(mailto.split('?')[1]).get('body');
    expect(body).toContain('(SIRET 47678033300037, FINESS 590782553)');
    expect(body).toContain('\r\n\r\nBien cordialement,\r\nagent\r\n');
  });

  test('a mail that has left is kept as a note, by whoever may act', async () => {
    const ici = `/dossiers/${desk.dossier}/courriel`;
    expect((await desk.get(`${ici}?modele=relance-habilitation`, 'lecteur')).text).not.toContain(
      'Noter qu’il est parti',
    );
    const done = await desk.post(ici, { modele: 'relance-representant' }, 'agent');
    expect(words(await desk.after(done, 'agent'))).toContain(
      'Courriel envoyé le 10 mars 2026 : « Certificats logiciels de Clinique du Lac : ce qui est attendu de vous »',
    );
    expect((await desk.post(ici, { modele: 'rien' }, 'agent')).status).toBe(404);
  });

  test('a mail to the éditeur takes the address of the one to whom the dossier is delegated', async () => {
    const { services } = desk.server;
    const { editeurId } = desk.people;
    await desk.after(
      await desk.post(`/administration/reglages/editeur.${editeurId}`, { valeur: 'aide@editeur.fr', du: '01/01/2026' }),
    );
    const path = `/dossiers/${desk.dossier}/courriel?modele=relance-editeur`;
    expect(words(await desk.get(path))).toContain('À À saisir');
    await desk.after(
      await desk.post('/administration/delegations/nouvelle', {
        sur: desk.dossier,
        editeurId,
        du: '10/03/2026',
        motif: 'Essai',
      }),
    );
    expect(words(await desk.get(path))).toContain('À aide@editeur.fr');
    expect(services.reglages.adresseEditeur(editeurId, '2026-03-10')).toBe('aide@editeur.fr');
  });
});
