import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { modeleDe, propositionsOf } from '../../../src/desk/work/propositions.ts';
import { renouvellementRefuse } from '../../../src/sandbox/vies/certificats.ts';
import { cliniqueMonoSite } from '../../../src/sandbox/vies/clinique-mono-site.ts';
import { playOn } from '../../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { DossierARelancer, RelanceSituee } from '../../../src/store/desk.ts';
import type { Store } from '../../../src/store/store.ts';
import { given } from '../../http/people.ts';
import { newStore } from '../../store/new-base.ts';

const late = (acteur: string, jour: string, codePostal = '59000'): DossierARelancer => ({
  dossierId: 'd',
  denomination: 'Clinique',
  fiche: JSON.stringify({ codePostal }),
  sorte: 'retard',
  objet: acteur === 'ans' ? 'contrat.attenteDecision' : 'contrat.aCompleter',
  acteur,
  jour,
});
const ends = (objet: string, jour: string): DossierARelancer => ({
  ...late('', jour),
  sorte: 'fin',
  objet,
  acteur: null,
});
const called = (acteur: string, day: string | null, quoi = 'Relancer : Contrat'): RelanceSituee => ({
  id: 'r',
  pourLe: '2026-01-01',
  quoi,
  acteur,
  compteId: 'a',
  creeeLe: '',
  creeePar: 'compte:a',
  faiteLe: day && `${day}T12:00:00Z`,
  faitePar: day && 'compte:a',
  instanceId: 'd',
  genre: 'dossier',
  denomination: 'Clinique',
});
const stages = (one: DossierARelancer, jours: readonly string[], relances: RelanceSituee[] = []) =>
  jours.map((jour) => propositionsOf([one], relances, jour).map(({ palier }) => palier)[0] ?? null);

describe('who is late', () => {
  test('is proposed at each threshold, then to be taken up by somebody', () => {
    const days = ['2026-01-22', '2026-01-23', '2026-01-29', '2026-02-06', '2026-02-13'];
    expect(stages(late('ans', '2026-01-22'), days)).toEqual([null, 1, 7, 15, 15]);
    const [last] = propositionsOf([late('ans', '2026-01-22')], [called('ans', '2026-02-06')], '2026-02-13');
    expect(last).toMatchObject({ aReprendre: true, texte: 'Reprendre : Décision de l’ANS sur le contrat' });
  });

  test('is proposed once for each of them, and left alone for a week', () => {
    const one = late('ans', '2026-01-22');
    const days = ['2026-01-30', '2026-02-05', '2026-02-06', '2026-02-13'];
    expect(stages(one, days, [called('ans', '2026-01-29')])).toEqual([null, null, 15, 22]);
    expect(stages(one, days.slice(2), [called('ans', '2026-02-03')])).toEqual([null, 22]);
    expect(stages(one, ['2026-02-13', '2026-06-01'], [called('ans', '2026-02-13')])).toEqual([null, null]);
  });

  test('is not proposed while a call is planned; a call of somebody else, or for a renewal, is none', () => {
    const one = late('ans', '2026-01-22');
    expect(stages(one, ['2026-02-06'], [called('ans', null)])).toEqual([null]);
    expect(stages(one, ['2026-02-06'], [called('editeur', '2026-02-06')])).toEqual([15]);
    expect(stages(one, ['2026-02-06'], [called('ans', '2026-02-06', 'Renouveler : Carte')])).toEqual([15]);
  });

  test('is never called on a day on which they do not work, where they are', () => {
    // Threshold on Friday 3 April 2026, which is Good Friday: a holiday in Colmar; the ANS is in Paris.
    const days = ['2026-04-03', '2026-04-04', '2026-04-06', '2026-04-07'];
    expect(stages(late('representantLegal', '2026-03-27', '68000'), days)).toEqual([null, null, null, 7]);
    expect(stages(late('representantLegal', '2026-03-27', '59000'), days)).toEqual([7, null, null, 7]);
    expect(stages(late('ans', '2026-03-27', '68000'), days)).toEqual([7, null, null, 7]);
  });

  test('several steps of one are one call', () => {
    const both = [
      late('ans', '2026-01-22'),
      { ...late('ans', '2026-01-23'), objet: 'carteResponsable.attenteEmission' },
    ];
    expect(propositionsOf(both, [], '2026-02-06')).toHaveLength(1);
  });
});

describe('what ends', () => {
  const card = ends('carteResponsable.expiree', '2026-12-01');
  const FIN = 'Renouveler : Carte du responsable arrivée à sa date de fin';

  test('is proposed 90, 60, 30 and 7 days before its last day, each once', () => {
    const days = ['2026-08-31', '2026-09-01', '2026-10-01', '2026-11-02', '2026-11-23', '2026-12-01'];
    expect(stages(card, days)).toEqual([null, 90, 60, 30, 7, null]);
    expect(stages(card, days.slice(1), [called('representantLegal', '2026-10-01', FIN)])).toEqual([
      null,
      null,
      30,
      7,
      null,
    ]);
    expect(propositionsOf([card], [], '2026-09-01')[0]).toMatchObject({ jour: '2026-11-30', texte: FIN });
  });

  test('of a certificate is for whoever orders it', () => {
    expect(propositionsOf([ends('certificat.expire', '2026-12-01')], [], '2026-09-02')[0]).toMatchObject({
      acteur: 'administrateurTechnique',
    });
  });
});

test.each([
  ['retard', 'contrat.attenteDecision', 'ans', 'relance-ans'],
  ['retard', 'formulaire413.enInstruction', 'ans', 'relance-habilitation'],
  ['retard', 'formulaire413.redaction.partie4.aRemplir', 'editeur', 'relance-editeur'],
  ['retard', 'administrateurTechnique.attenteCpa', 'editeur', 'relance-attendue'],
  ['retard', 'contrat.aCompleter', 'representantLegal', 'relance-representant'],
  ['retard', 'etatDesLieux.attendu', 'dsi', 'relance-attendue'],
  ['fin', 'certificat.expire', 'administrateurTechnique', 'renouvellement-certificat'],
  ['fin', 'carteMandataire.expiree', 'mandataire', 'carte-bientot-expiree'],
] as const)('a %s, %s, is told to %s by « %s »', (sorte, objet, acteur, modele) => {
  expect(modeleDe({ sorte, objet, acteur })).toBe(modele);
});

describe('of the dossiers of an account', () => {
  let store: Store;
  let services: Services;
  let now: string;
  let dossier: string;
  beforeEach(async () => {
    store = await newStore();
    services = createServices(store, () => new Date(`${now}T12:00:00Z`));
    now = '2026-01-28';
    dossier = await play(2);
  });
  afterEach(() => store.close());

  const play = async (steps: number, finess?: string) => {
    const begun = { ...cliniqueMonoSite, steps: cliniqueMonoSite.steps.slice(0, steps) };
    const { dossier: id } = await playOn(services, begun, { finess });
    await services.travail.affecter([id], 'moi', 'compte:moi');
    return id;
  };
  const told = async (de: { compteId: string } | { dossierId: string }) => {
    while (!(await services.travail.rattraper()).pret) await new Promise((resolve) => setImmediate(resolve));
    return (await services.travail.propositions(de)).map(({ sorte, objet, palier }) => [sorte, objet, palier]);
  };

  test('what is late for a week is proposed, until it is noted; of others, nothing', async () => {
    expect(await told({ compteId: 'moi' })).toEqual([]);
    expect(await told({ dossierId: dossier })).toEqual([['retard', 'contrat.attenteDecision', 1]]);
    now = '2026-01-29';
    expect(await told({ compteId: 'moi' })).toEqual([['retard', 'contrat.attenteDecision', 7]]);
    expect(await told({ compteId: 'autre' })).toEqual([]);
    const asked = { pourLe: now, quoi: 'Relancer', acteur: 'ans', compteId: 'moi' } as const;
    const { id } = given(await services.suivi.plan(dossier, asked, 'compte:moi'));
    expect(await told({ compteId: 'moi' })).toEqual([]);
    await services.suivi.settle(dossier, id, true, 'compte:moi');
    expect(await told({ compteId: 'moi' })).toEqual([]);
    now = '2026-02-06';
    expect(await told({ compteId: 'moi' })).toEqual([['retard', 'contrat.attenteDecision', 15]]);
  });

  test('the end of a certificate is proposed until its successor is ordered', async () => {
    now = '2026-03-26';
    const until = renouvellementRefuse.steps.findLastIndex(({ fact }) => fact.type === 'certificat.renouvele');
    const playTo = async (steps: number, finess: string) =>
      (
        await playOn(
          services,
          { ...renouvellementRefuse, steps: renouvellementRefuse.steps.slice(0, steps) },
          { finess },
        )
      ).dossier;
    const [before, after] = [await playTo(until, '010000206'), await playTo(until + 1, '010000214')];
    const ending = async (id: string) =>
      (await told({ dossierId: id })).filter(([, objet]) => objet === 'certificat.expire');
    expect(await ending(before)).toEqual([['fin', 'certificat.expire', 60]]);
    expect(await ending(after)).toEqual([]);
  });
});
