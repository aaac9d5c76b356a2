import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import type { FaitDit } from '../../../src/engine/parse-fact.ts';
import { formulaireRetourne } from '../../../src/sandbox/vies/formulaire-retourne.ts';
import { given } from '../../http/people.ts';
import { type Desk, hidden, openDesk, words } from './desk.ts';

const sacha = { nom: 'Petit', prenom: 'Sacha' };
const [camilleId, sachaId] = [idOf({ nom: 'Martin', prenom: 'Camille' }), idOf(sacha)];
const act = { auteur: 'compte:a', version: null };

let desk: Desk;
let alone: string;
let dossier: string;
beforeAll(async () => {
  desk = await openDesk();
  alone = (await desk.open(formulaireRetourne)).dossier;
  dossier = (await desk.open(formulaireRetourne)).dossier;
  const designation = { type: 'administrateurTechnique.designe', date: '2026-03-02', personne: sacha };
  await tell({ ...designation, origine: 'employe', carte: null });
});
afterAll(() => desk.server.stop());

const tell = async (fact: FaitDit) =>
  given(await desk.server.services.record({ genre: 'dossier', id: dossier }, fact, act));
const factPath = (id: string, type: string) => `/dossiers/${id}/faits/${type}`;

describe('where several administrateurs techniques are designated', () => {
  test('a fact asks for one of them by name, the one of whom it may be told; alone, he is not asked for', async () => {
    const lost = await desk.camille.get(factPath(dossier, 'carteAdministrateur.opposee'));
    expect(words(lost)).toContain('Administrateur technique Camille Martin Sacha Petit');
    expect(lost.text).toMatch(new RegExp(`name="administrateur" value="${camilleId}" checked`));
    const activated = await desk.camille.get(factPath(dossier, 'carteAdministrateur.activee'));
    expect(activated.text).toMatch(new RegExp(`name="administrateur" value="${sachaId}" checked`));
    expect(activated.text).not.toContain('Pas encore possible');
    const single = await desk.camille.get(factPath(alone, 'carteAdministrateur.opposee'));
    expect(single.text).not.toContain('name="administrateur"');
  });

  test('the other facts stand under the name of each, and one more may be designated', async () => {
    const { text } = await desk.camille.get(`/dossiers/${dossier}`);
    const titles = [...text.matchAll(/class="autres-faits"><h3>([^<]+)<\/h3>/g)].map(([, titre]) => titre);
    expect(titles.slice(-3)).toEqual([
      'Administrateur technique : Camille Martin',
      'Administrateur technique : Sacha Petit',
      'Autre administrateur technique',
    ]);
    const own = text.slice(text.indexOf('technique : Sacha Petit'), text.indexOf('Autre administrateur technique'));
    expect(own).toContain(
      `${factPath(dossier, 'carteAdministrateur.demandee')}?administrateur=${sachaId}`.slice(0, 12),
    );
    expect(own).toContain(`faits/administrateurTechnique.parti?administrateur=${sachaId}`);
    expect(own).not.toContain('habilitation.retiree');
  });

  test('what is told of one is told of nobody else, and the journal says his name', async () => {
    const path = factPath(dossier, 'carteAdministrateur.activee');
    const form = await desk.camille.get(path);
    const typed = {
      vu: hidden(form, 'vu'),
      date: '05/03/2026',
      administrateur: sachaId,
      'carte.type': 'CPE',
      'carte.fin': '31/12/2029',
    };
    expect((await desk.camille.post(path, typed)).status).toBe(303);
    expect(words(await desk.camille.get(`/dossiers/${dossier}/journal`))).toContain(
      'Administrateur technique Sacha Petit',
    );
    const told = words(await desk.camille.get(`/dossiers/${dossier}/parties`));
    expect(told).toContain('Camille Martin Employé de la structure Habilité par l’ANS');
    expect(told).toMatch(
      /Sacha Petit Employé de la structure Équipé d’une carte active CPE, valable jusqu’au 31 décembre 2029/,
    );
  });

  test('a further form 413 begins with what the former said, and names them all', async () => {
    await tell({ type: 'formulaire413.repris', date: '2026-03-06' });
    const { text } = await desk.camille.get(`/dossiers/${dossier}/formulaires/formulaire-413`);
    expect(text).toContain('name="partie4.administrateursTechniques.length" value="2"');
    expect(text).toMatch(/name="partie4\.administrateursTechniques\.1\.nom"[^>]*value="Petit"/);
    expect(text).toMatch(/name="partie4\.domaineMessagerie"[^>]*value="clinique-exemple\.fr"/);
    expect(text).toContain('>Enregistrer la partie 1<');
  });
});

describe('dates in disorder', () => {
  test('are told at the form, with both ways out, what was typed kept', async () => {
    const path = factPath(alone, 'habilitation.retiree');
    const form = await desk.camille.get(path);
    const told = await desk.camille.post(path, { vu: hidden(form, 'vu'), date: '05/01/2026', motif: 'Fin de mission' });
    expect(told.status).toBe(409);
    expect(words(told)).toContain(
      'Ceci, daté du 5 janvier 2026, s’appuie sur « Administrateur technique habilité par l’ANS », ' +
        'daté du 5 février 2026. L’une des deux dates est fausse',
    );
    expect(told.text).toMatch(/<a href="#f[\w-]+-date">corrigez la date saisie ici<\/a>/);
    expect(told.text).toMatch(new RegExp(`<a href="/dossiers/${alone}/journal/\\d+/correction">corrigez celle de «`));
    expect(told.text).toContain('>Fin de mission</textarea>');
  });
});
