import { describe, expect, test } from 'vitest';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { exempleAutre, exemplePersonne } from '../../machines/formulaires/champs.ts';
import { exempleContactTechnique } from '../../machines/formulaires/contact-technique.ts';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { live, on, upTo, visa } from './dated-life.ts';
import { refusalOf, standing, tell } from './family.ts';

const durand = { nom: 'Durand', prenom: 'Alix' };
const partie4 = (personne: object) => ({
  ...exempleFormulaire413.partie4,
  administrateursTechniques: [{ ...exempleContactTechnique, ...personne }],
});
const [premier, second] = [idOf(exemplePersonne), idOf(durand)];
/** A second administrateur technique designated in August, and habilitated by a form of his own in September. */
const secondHabilite = [
  on('administrateurTechnique.designe', '2025-08-10', { personne: durand }),
  on('formulaire413.repris', '2025-08-10'),
  on('formulaire413.partie1Remplie', '2025-08-10'),
  on('formulaire413.partie4Remplie', '2025-08-10', { partie4: partie4(durand) }),
  visa('2025-08-10'),
  ...['signe', 'transmis', 'recu'].map((act) => on(`formulaire413.${act}`, '2025-08-11')),
  on('habilitation.accordee', '2025-09-01'),
];

describe('with several administrateurs techniques', () => {
  test.each(['first', 'last'])(
    'a form is not sent before whoever it names was designated, which was told %s',
    (place) => {
      const designe = on('administrateurTechnique.designe', '2025-07-15', { personne: durand });
      const form = [
        on('formulaire413.partie4Remplie', '2025-06-13', { partie4: partie4(durand) }),
        visa('2025-06-13'),
        on('formulaire413.signe', '2025-06-13'),
      ];
      const told = place === 'first' ? [designe, ...form] : [...form, designe];
      const nomme = tell(live(upTo('formulaire413.transmis')), 'dossier', ...told);
      expect(refusalOf(nomme, 'dossier', on('formulaire413.transmis', '2025-07-01'))).toMatchObject({
        code: 'date-anterieure',
        anterieur: { type: 'administrateurTechnique.designe', date: '2025-07-15' },
      });
      expect(standing(tell(nomme, 'dossier', on('formulaire413.transmis', '2025-07-15')), 'dossier')).toMatchObject({
        formulaire413: 'attenteReception',
      });
    },
  );

  test('an order is not given before anybody with a card was habilitated, though another form of before was granted', () => {
    const bloque = tell(
      live(upTo('certificat.demande')),
      'dossier',
      on('carteAdministrateur.bloquee', '2025-08-01'),
      ...secondHabilite,
    );
    expect(refusalOf(bloque, 'dossier', on('certificat.demande', '2025-08-20'))).toMatchObject({
      anterieur: { type: 'habilitation.accordee', date: '2025-09-01' },
    });
    expect(tell(bloque, 'dossier', on('certificat.demande', '2025-09-01')).certificats).toHaveLength(1);
  });

  test('an order that somebody could give then is told late, though he has left since', () => {
    const releve = tell(
      live(upTo('certificat.demande')),
      'dossier',
      ...secondHabilite,
      on('administrateurTechnique.parti', '2025-09-10', { administrateur: idOf(exemplePersonne) }),
    );
    expect(tell(releve, 'dossier', on('certificat.demande', '2025-08-20')).certificats).toHaveLength(1);
  });

  test('nor is it where who could give it lost his card before the other could, though that was told after', () => {
    const bloque = tell(
      live(upTo('certificat.demande')),
      'dossier',
      ...secondHabilite,
      on('carteAdministrateur.bloquee', '2025-08-01', { administrateur: premier }),
    );
    expect(refusalOf(bloque, 'dossier', on('certificat.demande', '2025-08-20'))).toMatchObject({
      anterieur: { type: 'habilitation.accordee', date: '2025-09-01' },
    });
  });

  test('nothing is told of one who is not in charge before he was designated, nor before the last thing told of him', () => {
    const deux = tell(live(upTo('certificat.demande')), 'dossier', ...secondHabilite);
    const bloquee = (date: string) => on('carteAdministrateur.bloquee', date, { administrateur: second });
    expect(refusalOf(deux, 'dossier', bloquee('2025-08-09'))).toMatchObject({
      code: 'date-anterieure',
      anterieur: { type: 'administrateurTechnique.designe', date: '2025-08-10' },
    });
    const bloque = tell(deux, 'dossier', bloquee('2025-10-02'));
    const debloquee = on('carteAdministrateur.debloquee', '2025-10-01', { administrateur: second });
    expect(refusalOf(bloque, 'dossier', debloquee)).toMatchObject({
      anterieur: { type: 'carteAdministrateur.bloquee', date: '2025-10-02' },
    });
  });

  test('what is told of one who is not in charge does not wait for what was told of the one who is', () => {
    const deux = tell(
      live(upTo('formulaire413.signe')),
      'dossier',
      on('administrateurTechnique.designe', '2025-06-10', { personne: durand }),
      on('carteAdministrateur.bloquee', '2025-07-01', { administrateur: premier }),
    );
    const bloquee = on('carteAdministrateur.bloquee', '2025-06-20', { administrateur: second });
    expect(standing(tell(deux, 'dossier', bloquee), 'dossier')).toMatchObject({ administrateurTechnique: 'bloque' });
  });

  test('somebody is designated before the one in charge left, or lost his card, which was told first', () => {
    const parti = tell(
      live(upTo('formulaire413.signe')),
      'dossier',
      on('administrateurTechnique.parti', '2025-08-01'),
      on('administrateurTechnique.designe', '2025-07-15', { personne: durand }),
    );
    expect(standing(parti, 'dossier')).toMatchObject({ administrateurTechnique: 'actif' });
    const bloque = tell(
      live(upTo('formulaire413.signe')),
      'dossier',
      on('carteAdministrateur.bloquee', '2025-08-01'),
      on('administrateurTechnique.designe', '2025-07-15', { personne: durand }),
    );
    expect(standing(bloque, 'dossier')).toMatchObject({ administrateurTechnique: 'actif' });
  });

  test('a withdrawal of before another was habilitated is told late: that one begins nothing', () => {
    const disponible = live(upTo('certificat.retire'));
    const deux = tell(disponible, 'dossier', ...secondHabilite);
    expect(standing(tell(deux, 'certificat-1', on('certificat.retire', '2025-07-10')), 'certificat-1')).toMatchObject({
      vie: 'retire',
    });
  });
});

describe('of two who may sign for the structure', () => {
  const sansCarte = tell(
    live(upTo('administrateurTechnique.designe')),
    'dossier',
    on('mandat.trouve', '2025-06-12'),
    on('administrateurTechnique.designe', '2025-06-12', { personne: exempleAutre, carte: null }),
  );
  const bloqueUntil = (carte: 'carteResponsable' | 'carteMandataire', day: string) => [
    on(`${carte}.bloquee`, '2025-06-20'),
    on(`${carte}.debloquee`, day),
  ];
  const demandee = (date: string) => on('carteAdministrateur.demandee', date);

  test.each(['carteResponsable', 'carteMandataire'] as const)(
    'the other one asked for the card while the holder of %s could not',
    (carte) => {
      const bloque = tell(sansCarte, 'dossier', ...bloqueUntil(carte, '2025-08-01'));
      expect(standing(tell(bloque, 'dossier', demandee('2025-07-01')), 'dossier')).toMatchObject({
        administrateurTechnique: 'attenteCarte',
      });
    },
  );

  test('nobody asked for it while neither could', () => {
    const neither = tell(
      sansCarte,
      'dossier',
      ...bloqueUntil('carteResponsable', '2025-09-01'),
      ...bloqueUntil('carteMandataire', '2025-08-01'),
    );
    expect(refusalOf(neither, 'dossier', demandee('2025-07-01'))).toMatchObject({
      anterieur: { type: 'carteMandataire.debloquee', date: '2025-08-01' },
    });
  });
});
