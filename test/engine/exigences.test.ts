import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { planOf } from '../../src/engine/answers/plan.ts';
import { isOfToday, keepView, readView, sharedView } from '../../src/engine/answers/view.ts';
import { asksForWhatIsTaken, exigences, paths, takesTheMost } from './exigences-walks.ts';
import { JOUR, member, openDossier, faits as stages, tell } from './family.ts';

const carte = (fin: string) => ({ type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin } });

describe('a step', () => {
  test('asks for one of several facts, or serves one case alone', () => {
    expect(exigences(openDossier())).toMatchObject({
      'contrat.aVerifier': { degre: 'obligatoire', parmi: ['contrat.trouve', 'contrat.transmis'] },
      'editeur.aContacter': { degre: 'recommandee', parmi: [] },
      'mandataire.aucun': {
        degre: 'conditionnelle',
        parmi: [],
        seulementSi: [
          { fait: 'carteAdministrateur.demandee', quand: 'mandataire actif' },
          { fait: 'formulaire413.signe', quand: 'le mandataire signe' },
        ],
      },
    });
  });

  test('is obligatory until somebody turns out to spare it: the card of the representative, once a mandataire may sign', () => {
    expect(exigences(openDossier())['carteResponsable.aVerifier']).toMatchObject({
      nature: 'obligatoire',
      degre: 'obligatoire',
      parmi: ['carteResponsable.trouvee', 'formulaire101.transmis'],
    });
    const mandated = tell(openDossier(), 'dossier', 'contrat.trouve', 'mandat.trouve');
    expect(exigences(mandated)['carteResponsable.aVerifier']).toMatchObject({
      nature: 'facultative',
      degre: 'conditionnelle',
      seulementSi: expect.arrayContaining([{ fait: 'formulaire413.signe', quand: 'le représentant légal signe' }]),
    });
  });

  test('that waits for the ANS asks for its yes alone', () => {
    const sent = tell(openDossier(), 'dossier', 'contrat.absent', 'contrat.transmis');
    expect(exigences(sent)['contrat.attenteDecision']).toMatchObject({
      degre: 'obligatoire',
      parmi: ['contrat.signe'],
    });
  });

  test('is asked for no more once it has served', () => {
    const sent = tell(openDossier(), 'dossier', ...stages.signe, ...stages.envoye, 'carteResponsable.opposee');
    expect(exigences(sent)['carteResponsable.aRemplacer']?.degre).toBe('conditionnelle');
  });

  test('of a certificate is asked for as much while its dossier keeps it: what is missing is asked there', () => {
    const ordered = tell(openDossier(), 'dossier', ...stages.habilite, 'certificat.demande');
    const kept = tell(ordered, 'dossier', 'carteAdministrateur.bloquee');
    const asked = (family: typeof ordered) =>
      nextSteps(family, member(family, 'certificat-1'), JOUR).etapes.map(({ id, nature, exigence }) => [
        id,
        nature,
        exigence,
      ]);
    expect(asked(kept)).toEqual(asked(ordered));
    expect(asked(kept)[0]?.[2]).toMatchObject({ degre: 'obligatoire', seulementSi: [] });
  });

  test('of an abandoned dossier is asked for to take it up again', () => {
    const abandoned = tell(openDossier(), 'dossier', 'dossier.abandonne');
    expect(exigences(abandoned)['suivi.abandonne']).toMatchObject({ degre: 'obligatoire', parmi: ['dossier.rouvert'] });
  });
});

test.each(paths)('%s: from 2 places, every way to the end takes what is said to be asked for', (path) => {
  asksForWhatIsTaken(path, { seed: 31, fois: 2 });
});

test.each(paths)(
  '%s: from 2 places, the most acts without a return are taken by whoever always leaves the most',
  (path) => {
    takesTheMost(path, { seed: 37, fois: 2 });
  },
);

describe('a card that ends', () => {
  const soon = tell(openDossier(), 'dossier', carte('2026-03-20'));
  const announced = [
    {
      fait: 'carteResponsable.expiree',
      libelle: 'Carte du responsable arrivée à sa date de fin',
      acteur: 'representantLegal',
      le: '2026-03-21',
      actesEnPlus: 3,
    },
  ];

  test('before what is left is done is announced', () => {
    expect(nextSteps(soon, member(soon, 'dossier'), JOUR).peremptions).toEqual(announced);
    expect(planOf(soon, member(soon, 'dossier'), JOUR).peremptions).toEqual(announced);
  });

  test('later is announced when the day draws near, though nothing was written since', () => {
    const later = tell(openDossier(), 'dossier', carte('2027-03-20'));
    const kept = keepView(later, member(later, 'dossier'), JOUR);
    const shown = (jour: string) => readView(kept, jour)?.suite.peremptions;
    expect(shown(JOUR)).toEqual([]);
    expect(shown('2027-03-01')).toEqual([{ ...announced[0], le: '2027-03-21' }]);
  });

  test('is announced no more once it has served', () => {
    const signed = tell(soon, 'dossier', ...stages.signe.filter((type) => type !== 'carteResponsable.trouvee'));
    expect(nextSteps(signed, member(signed, 'dossier'), JOUR).peremptions).toEqual([]);
  });
});

test('a view that was kept without whom it is about is made anew', () => {
  const family = tell(openDossier(), 'dossier', carte('2035-12-31'));
  const { valeurs, ...kept } = JSON.parse(keepView(family, member(family, 'dossier'), JOUR));
  const { etablissement, ...before } = valeurs;
  expect(JSON.parse(etablissement)).toMatchObject({ sansFiness: expect.any(Boolean) });
  const read = [valeurs, before].map((known) => readView(JSON.stringify({ ...kept, valeurs: known }), JOUR) !== null);
  expect(read).toEqual([true, false]);
});

test.each(['a model', 'whole'])('a view that an earlier program kept (%s) is made anew', (kind) => {
  const acts = kind === 'whole' ? [...stages.habilite, 'certificat.demande'] : stages.habilite;
  const family = tell(openDossier(), 'dossier', ...acts);
  const kept = keepView(family, member(family, 'dossier'), JOUR);
  const { edition: _edition, ...before } = JSON.parse(kept);
  const earlier = JSON.stringify(before);
  expect([readView(kept, JOUR) !== null, readView(earlier, JOUR), sharedView(earlier)]).toEqual([true, null, null]);
  expect([isOfToday(kept), isOfToday(earlier), sharedView(kept) !== null]).toEqual([true, false, kind !== 'whole']);
});

test('a plan says which cards its acts ask for, and which are active', () => {
  const family = tell(openDossier(), 'dossier', carte('2035-12-31'));
  expect(
    planOf(family, member(family, 'dossier'), JOUR).cartes.map(({ code, pour, active }) => [code, pour, active]),
  ).toEqual([
    ['carte-responsable-active', ['formulaire413.signe'], true],
    ['administrateur-technique-actif', ['formulaire413.transmis', 'certificat.demande'], false],
    ['carte-beneficiaire', ['certificat.demande'], null],
  ]);
});
