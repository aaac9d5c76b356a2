import { describe, expect, test } from 'vitest';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { exempleContactTechnique } from '../../machines/formulaires/contact-technique.ts';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Family } from '../../src/engine/decide.ts';
import { faits, JOUR, manqueOf, member, openDossier, standing, type Told, tell } from './family.ts';

const { envoye, habilite, installe, parties, prerequis } = faits;
const martin = { nom: 'Martin', prenom: 'Camille' };
const durand = { nom: 'Durand', prenom: 'Alix' };
const [idMartin, idDurand] = [idOf(martin), idOf(durand)];
const designe = (personne: object, plus: object = {}) => ({
  type: 'administrateurTechnique.designe',
  personne,
  ...plus,
});
const partie4 = (...nommes: object[]) => ({
  type: 'formulaire413.partie4Remplie',
  partie4: {
    ...exempleFormulaire413.partie4,
    administrateursTechniques: nommes.map((one) => ({ ...exempleContactTechnique, ...one })),
  },
});
const [partie1, partie3] = parties as [string, string, string];
const un = (family: Family, ...facts: Told[]) => tell(family, 'dossier', ...facts);
const asked = (family: Family) =>
  nextSteps(family, member(family, 'dossier'), JOUR)
    .etapes.filter(({ nature }) => nature === 'obligatoire' || nature === 'attente')
    .map(({ libelle }) => libelle);
const minimum = (family: Family) => nextSteps(family, member(family, 'dossier'), JOUR).restant.minimum;

const deux = un(openDossier(), ...prerequis, designe(durand));
const deuxHabilites = un(
  deux,
  partie1,
  partie3,
  partie4(martin, durand),
  'formulaire413.signe',
  ...envoye,
  'habilitation.accordee',
);
const commande = un(deuxHabilites, 'certificat.demande');

describe('several administrateurs techniques', () => {
  test('are designated one after the other, nobody twice, however he is spelt', () => {
    expect(member(deux, 'dossier').snapshot.context).toMatchObject({
      administrateurs: [{ id: idMartin }, { id: idDurand }],
    });
    expect(manqueOf(deux, 'dossier', designe({ nom: 'MARTIN', prenom: ' camille ' }))).toEqual([
      'administrateur-technique-nouveau',
    ]);
    expect(idOf({ nom: 'Lefèvre-Noël', prenom: 'Zoé' })).toBe(idOf({ nom: 'LEFEVRE NOEL', prenom: 'zoe' }));
  });

  test('are to be named anew when whoever a signed form names has lost his card, and each act brings the end one nearer', () => {
    const signe = un(openDossier(), ...prerequis, ...parties, 'formulaire413.signe');
    const seul = un(signe, 'carteAdministrateur.opposee', designe(durand));
    const [first] = nextSteps(seul, member(seul, 'dossier'), JOUR).restant.etapes;
    expect(first?.type).toBe('formulaire413.partie4Remplie');
    const acts = [partie4(durand), 'formulaire413.signe', ...envoye, 'habilitation.accordee'];
    const lefts = acts.map((_, rank) => minimum(un(seul, ...acts.slice(0, rank + 1))));
    expect(lefts).toEqual(acts.map((_, rank) => Number(minimum(seul)) - rank - 1));
  });

  test('are habilitated by the form that names them, all of them at once', () => {
    expect(member(deuxHabilites, 'dossier').snapshot.context).toMatchObject({ habilites: [idMartin, idDurand] });
  });

  test.each([
    'carteAdministrateur.bloquee',
    'carteAdministrateur.opposee',
    'carteAdministrateur.debloquee',
    'carteAdministrateur.demandee',
    'carteAdministrateur.emise',
    'carteAdministrateur.activee',
    'carteAdministrateur.renouvelee',
    'administrateurTechnique.parti',
  ])('must be told apart: %s says which', (type) => {
    expect(manqueOf(deux, 'dossier', type)).toEqual(['administrateur-technique-precise']);
    expect(manqueOf(deux, 'dossier', { type, administrateur: '00000000' })).toEqual([
      'administrateur-technique-precise',
    ]);
  });

  test('are asked of each what his own card lacks', () => {
    const bloquee = { type: 'carteAdministrateur.bloquee', administrateur: idDurand };
    const blocked = un(deux, bloquee);
    expect(manqueOf(blocked, 'dossier', bloquee)).toEqual(['carte-releve-active']);
    expect(manqueOf(deux, 'dossier', { type: 'carteAdministrateur.emise', administrateur: idMartin })).toEqual([
      'etape-attendue',
    ]);
  });
});

describe('one who leaves', () => {
  const left = (who: string) => un(commande, { type: 'administrateurTechnique.parti', administrateur: who });

  test.each([
    ['in charge', idMartin],
    ['second', idDurand],
  ])('though he was %s, stops nothing while another is habilitated: nothing is asked', (_, who) => {
    expect(standing(left(who), 'dossier')).toMatchObject({
      administrateurTechnique: 'actif',
      formulaire413: 'accorde',
      habilitation: 'accordee',
    });
    expect([asked(left(who)), minimum(left(who))]).toEqual([
      ['Mise à disposition du certificat (AUTH, Camille Martin)'],
      3,
    ]);
    expect(standing(tell(left(who), 'certificat-1', ...installe), 'certificat-1')).toMatchObject({ vie: 'installe' });
  });

  test('is replaced by the other in what was signed, as long as part 4 names him', () => {
    const signed = un(deux, partie1, partie3, partie4(martin, durand), 'formulaire413.signe');
    const one = un(signed, { type: 'administrateurTechnique.parti', administrateur: idMartin });
    expect(standing(un(one, 'formulaire413.transmis'), 'dossier')).toMatchObject({ formulaire413: 'attenteReception' });
    const none = un(one, 'administrateurTechnique.parti');
    expect(standing(none, 'dossier')).toMatchObject({
      administrateurTechnique: 'aDesigner',
      formulaire413: { redaction: { partie1: 'remplie', partie3: 'aRemplir', partie4: 'aRemplir' } },
    });
  });

  test('was the last one: the habilitation goes with him', () => {
    const none = un(left(idMartin), 'administrateurTechnique.parti');
    expect(standing(none, 'dossier')).toMatchObject({ administrateurTechnique: 'aDesigner', habilitation: 'aucune' });
  });

  test('or whose card is lost, is relayed by another whose card serves, and takes over again with a new one', () => {
    const lost = un(commande, { type: 'carteAdministrateur.opposee', administrateur: idMartin });
    expect(standing(lost, 'dossier')).toMatchObject({ administrateurTechnique: 'actif' });
    expect(standing(lost, 'certificat-1')).toMatchObject({ administrateur: 'disponible' });
    const both = un(lost, { type: 'carteAdministrateur.bloquee', administrateur: idDurand });
    expect(standing(both, 'certificat-1')).toMatchObject({ administrateur: 'indisponible' });
    const again = un(both, { type: 'carteAdministrateur.renouvelee', administrateur: idMartin });
    expect(standing(again, 'dossier')).toMatchObject({ administrateurTechnique: 'actif', habilitation: 'accordee' });
    expect(standing(again, 'certificat-1')).toMatchObject({ administrateur: 'disponible' });
  });
});

describe('a further form 413', () => {
  const enService = tell(un(openDossier(), ...habilite, 'certificat.demande'), 'certificat-1', ...installe);
  const repris = un(
    enService,
    designe(durand),
    'formulaire413.repris',
    partie1,
    partie3,
    partie4(durand),
    'formulaire413.signe',
    ...envoye,
  );

  test('voids no habilitation while it is written, sent or refused', () => {
    for (const family of [repris, un(repris, { type: 'formulaire413.rejete', motif: 'Doublon' })]) {
      expect(standing(family, 'dossier')).toMatchObject({ habilitation: 'accordee' });
      expect(standing(un(family, 'certificat.demande'), 'certificat-2')).toMatchObject({ vie: 'demande' });
      expect(minimum(family)).toBe(0);
    }
  });

  test('adds the one whom it names to those who are habilitated', () => {
    expect(member(un(repris, 'habilitation.accordee'), 'dossier').snapshot.context).toMatchObject({
      habilites: [idMartin, idDurand],
    });
  });

  test('refused leaves a new one to designate unable to order alone', () => {
    const refused = un(repris, { type: 'formulaire413.rejete', motif: 'Doublon' });
    const alone = un(refused, { type: 'administrateurTechnique.parti', administrateur: idMartin });
    expect(standing(alone, 'dossier')).toMatchObject({ administrateurTechnique: 'actif', habilitation: 'aucune' });
    expect(standing(alone, 'certificat-1')).toMatchObject({ administrateur: 'indisponible' });
    expect(manqueOf(alone, 'certificat-1', 'certificat.renouvele')).toEqual(['administrateur-technique-habilite']);
  });
});

describe('an administrateur technique whom ANS never habilitated', () => {
  const available = tell(un(openDossier(), ...habilite, 'certificat.demande'), 'certificat-1', 'certificat.disponible');
  const other = un(available, 'administrateurTechnique.parti', designe(durand));

  test('withdraws nothing, though his card serves', () => {
    expect(standing(other, 'dossier')).toMatchObject({ administrateurTechnique: 'actif', habilitation: 'aucune' });
    expect(manqueOf(other, 'certificat-1', 'certificat.retire')).toEqual(['administrateur-technique-habilite']);
  });

  test('installs nothing', () => {
    const withdrawn = tell(available, 'certificat-1', 'certificat.retire');
    const left = un(withdrawn, 'administrateurTechnique.parti', designe(durand));
    expect(manqueOf(left, 'certificat-1', 'certificat.installe')).toEqual(['administrateur-technique-habilite']);
  });

  test('does both once another form habilitates him', () => {
    const again = un(other, partie4(durand), partie3, 'formulaire413.signe', ...envoye, 'habilitation.accordee');
    expect(
      standing(tell(again, 'certificat-1', 'certificat.retire', 'certificat.installe'), 'certificat-1'),
    ).toMatchObject({
      vie: 'installe',
    });
  });
});

test('once one is designated, another one is proposed under another name, and the proposal is taken as it is', () => {
  const alone = un(openDossier(), ...prerequis);
  const proposal = nextSteps(alone, member(alone, 'dossier'), JOUR).autresFaits.find(
    ({ type }) => type === 'administrateurTechnique.designe',
  );
  expect(proposal).toMatchObject({
    accepte: true,
    restantApres: minimum(alone),
    exemple: { personne: durand, carte: null },
  });
  expect(member(un(alone, proposal?.exemple as Told), 'dossier').snapshot.context.administrateurs).toHaveLength(2);
});
