import { describe, expect, test } from 'vitest';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { unlocks } from '../../src/engine/answers/unlocks.ts';
import type { Family } from '../../src/engine/decide.ts';
import { stateInfo, takenFacts } from '../../src/engine/state-info.ts';
import { faits, JOUR, manqueOf, member, openDossier, submit, type Told, tell } from './family.ts';
import { seeded } from './random.ts';

const { envoye, habilite, parties, prerequis, signe } = faits;
const sans = (...facts: Told[]) => tell(openDossier(), 'dossier', ...facts);
const view = (family: Family) => nextSteps(family, member(family, 'dossier'), JOUR);
const step = (family: Family, id: string) => view(family).etapes.find((one) => one.id === id);
const planned = (family: Family) =>
  planOf(family, member(family, 'dossier'), JOUR)
    .vagues.flat()
    .map(({ type }) => type);
const visaDuMandataire = {
  type: 'formulaire413.partie3Remplie',
  partie3: { ...exempleFormulaire413.partie3, qualite: 'mandataire', carte: { type: 'CPE', fin: '2035-12-31' } },
};

describe('the shortest way', () => {
  test('of a clinic without contract nor card asks for both, and finds none of them', () => {
    const clinique = sans('contrat.absent', 'carteResponsable.absente');
    expect(planned(clinique)).toEqual(planned(openDossier()));
    expect(planned(clinique).toSorted()).toEqual(
      [
        ...[
          'contrat.transmis',
          'contrat.signe',
          'formulaire101.transmis',
          'carteResponsable.emise',
          'carteResponsable.activee',
        ],
        ...['administrateurTechnique.designe', ...parties, 'formulaire413.signe', ...envoye, 'habilitation.accordee'],
        ...['certificat.demande', 'certificat.disponible', 'certificat.retire', 'certificat.installe'],
      ].toSorted(),
    );
  });

  test('of an administrateur technique without a card equips him, and never sends him away', () => {
    const found = sans('contrat.trouve', 'carteResponsable.trouvee');
    const bare = tell(found, 'dossier', { type: 'administrateurTechnique.designe', carte: null });
    const equip = ['carteAdministrateur.demandee', 'carteAdministrateur.emise', 'carteAdministrateur.activee'];
    expect(planned(bare).filter((type) => type.includes('dministrateur'))).toEqual(equip);
    const nearest = view(bare)
      .etapes.flatMap(({ faits: told }) => told)
      .filter(({ accepte, restantApres }) => accepte && restantApres !== null);
    const least = Math.min(...nearest.map(({ restantApres }) => restantApres as number));
    expect(nearest.filter(({ restantApres }) => restantApres === least).map(({ sorte }) => sorte)).not.toContain(
      'alea',
    );
  });

  test.each<[string, Told[], string[]]>([
    ['blocked', ['carteResponsable.bloquee'], ['carteResponsable.debloquee']],
    [
      'lost',
      ['carteResponsable.opposee'],
      ['formulaire101.transmis', 'carteResponsable.emise', 'carteResponsable.activee'],
    ],
  ])('of a CDE that is %s cures it, and replaces nobody', (_, lapse, cure) => {
    const family = sans('carteResponsable.trouvee', ...lapse);
    expect(planned(family).filter((type) => /carteResponsable|101|representant/.test(type))).toEqual(cure);
    const { procedure, snapshot } = member(tell(family, 'dossier', 'contrat.trouve', ...parties), 'dossier');
    expect(
      unlocks(procedure, snapshot, 'formulaire413.signe').map((acts) => acts.map(({ type }) => type)),
    ).toContainEqual(cure);
  });

  test('never hopes for a refusal where a yes leads there too', () => {
    const setsTo = (type: string, ...told: string[]) => {
      const { procedure, snapshot } = member(tell(openDossier(), 'dossier', ...told), 'dossier');
      return unlocks(procedure, snapshot, type).map((acts) => acts.map((act) => act.type));
    };
    const again = setsTo('formulaire413.repris');
    expect(again.map((acts) => acts.at(-1))).toEqual(again.map(() => 'habilitation.accordee'));
    expect(again).not.toEqual([]);
    expect(setsTo('contrat.transmis', 'contrat.transmis')).toEqual([['contrat.refuse']]);
  });

  test.each(['prive-mono-site', 'public-ght'])('of %s is made of steps and answers, wherever it begins', (path) => {
    const random = seeded(29);
    for (let start = 0; start < 60; start++) {
      const family = wander(openDossier(path), 20 * random(), random);
      const { procedure, snapshot } = member(family, 'dossier');
      const { etapes, restant } = view(family);
      const advised = [
        ...planned(family),
        ...restant.etapes.map(({ type }) => type),
        ...etapes.flatMap(({ faits: told }) => told.flatMap(({ deblocages }) => deblocages.flat())),
      ];
      const kinds = new Set(advised.map((type) => procedure.facts[type]?.sorte ?? 'demarche'));
      expect(
        [...kinds].filter((sorte) => sorte === 'alea' || sorte === 'constat'),
        JSON.stringify(snapshot.value),
      ).toEqual([]);
    }
  });
});

describe('what is not known yet', () => {
  test('is a question, which asks who signs while nobody does', () => {
    const asked = Object.fromEntries(
      view(openDossier()).etapes.flatMap(({ id, question }) => (question ? [[id, question]] : [])),
    );
    expect(asked).toEqual({
      'contrat.aVerifier': 'La structure a-t-elle déjà un contrat avec l’ANS ?',
      'carteResponsable.aVerifier': 'Le représentant légal a-t-il déjà une carte CDE, ou CPS responsable, active ?',
      'mandataire.aucun': 'Un mandataire est-il déjà habilité, porteur d’une carte active ?',
      'formulaire413.redaction.partie3.aRemplir': 'Qui signe : le représentant légal, ou le mandataire ?',
    });
    expect(step(sans('contrat.absent'), 'contrat.aCompleter')).toMatchObject({ question: null });
  });

  test('every fact says of what kind it is', () => {
    const kinds = Object.fromEntries(
      (step(openDossier(), 'contrat.aVerifier')?.faits ?? []).map(({ type, sorte }) => [type, sorte]),
    );
    expect(kinds).toMatchObject({
      'contrat.trouve': 'constat',
      'contrat.absent': 'constat',
      'contrat.transmis': 'demarche',
    });
  });
});

describe('who acts', () => {
  test('signs: who part 3 names', () => {
    expect(step(sans(...prerequis, ...parties), 'formulaire413.aSigner')?.acteur).toBe('representantLegal');
    expect(step(sans(...prerequis, ...parties, visaDuMandataire), 'formulaire413.aSigner')?.acteur).toBe('mandataire');
  });

  test('orders the card of an administrateur technique: whoever may, the éditeur where it is a CPA', () => {
    const lost = (origine: string, type: string, ...facts: string[]) =>
      sans(
        'contrat.trouve',
        ...facts,
        { type: 'administrateurTechnique.designe', origine, carte: { type, fin: '2035-12-31' } },
        'carteAdministrateur.opposee',
      );
    expect(step(lost('employe', 'CPE', 'carteResponsable.trouvee'), 'administrateurTechnique.aRemplacer')?.acteur).toBe(
      'representantLegal',
    );
    expect(step(lost('employe', 'CPE', 'mandat.trouve'), 'administrateurTechnique.aRemplacer')?.acteur).toBe(
      'mandataire',
    );
    expect(step(lost('technicien', 'CPA'), 'administrateurTechnique.attenteCpa')?.acteur).toBe('editeur');
  });

  test('only an empowered person orders it, under a contract', () => {
    const bare = { type: 'administrateurTechnique.designe', carte: null };
    expect(manqueOf(sans('carteResponsable.trouvee', bare), 'dossier', 'carteAdministrateur.demandee')).toEqual([
      'contrat-actif',
    ]);
    expect(manqueOf(sans('contrat.trouve', bare), 'dossier', 'carteAdministrateur.demandee')).toEqual([
      'carte-responsable-active',
    ]);
    const delegated = sans('contrat.trouve', 'mandat.trouve', bare);
    expect(
      step(tell(delegated, 'dossier', 'carteAdministrateur.demandee'), 'administrateurTechnique.attenteCarte'),
    ).toBeDefined();
  });

  test('after a return, whoever fills the parts that its reasons touch, each told his own', () => {
    const motifs = [{ code: 'domaine-messagerie-manquant', precision: 'Vide' }, { code: 'identifiants-incoherents' }];
    const returned = sans(...signe, ...envoye, { type: 'formulaire413.retourne', motifs });
    const domaine = {
      code: 'domaine-messagerie-manquant',
      libelle: 'Domaine de messagerie manquant',
      precision: 'Vide',
      partie: 4,
      champ: '/partie4/domaineMessagerie',
    };
    const numeros = {
      code: 'identifiants-incoherents',
      libelle: 'Identifiants incohérents',
      precision: null,
      partie: 1,
      champ: '/partie1/siret',
    };
    const owed = view(returned).etapes.filter(
      ({ formulaire, nature }) => formulaire === 'formulaire-413' && nature === 'obligatoire',
    );
    expect(owed.map(({ id, acteur, retour }) => [id.split('.')[2], acteur, retour])).toEqual([
      ['partie1', 'etablissement', { le: JOUR, motifs: [numeros] }],
      ['partie3', 'representantLegal', { le: JOUR, motifs: [domaine, numeros] }],
      ['partie4', 'editeur', { le: JOUR, motifs: [domaine] }],
    ]);
    const sentAgain = tell(returned, 'dossier', ...parties, 'formulaire413.signe', 'formulaire413.transmis');
    expect(
      view(sentAgain)
        .etapes.map(({ retour }) => retour)
        .filter(Boolean),
    ).toEqual([]);
  });

  test('after a return of the visa alone, who signs, and nobody else', () => {
    const motifs = [{ code: 'cachet-ou-signature-manquant' }];
    const returned = sans(...signe, ...envoye, { type: 'formulaire413.retourne', motifs });
    expect(planned(returned).slice(0, 4)).toEqual(['formulaire413.partie3Remplie', 'formulaire413.signe', ...envoye]);
  });

  test('revokes a certificate: its administrateur technique, the representative, the mandataire, or ANS', () => {
    const ordered = tell(sans(...habilite, 'certificat.demande'), 'certificat-1', ...faits.installe);
    for (const par of ['administrateurTechnique', 'representantLegal', 'mandataire', 'ans'])
      expect(
        submit(ordered, 'certificat-1', { type: 'certificat.revoque', date: JOUR, motif: 'perte-ou-vol', par }).ok,
      ).toBe(true);
  });
});

function wander(from: Family, acts: number, random: () => number): Family {
  let family = from;
  for (let act = 0; act < Math.floor(acts); act++) {
    const { procedure, snapshot } = member(family, 'dossier');
    const bodies = takenFacts(stateInfo(procedure, snapshot)).flatMap(({ type, variantes }) =>
      variantes.map(({ exemple }) => ({ ...exemple, type, date: JOUR })),
    );
    const answer = submit(family, 'dossier', bodies[Math.floor(random() * bodies.length)]);
    if (answer.ok) family = answer.value.family;
  }
  return family;
}
