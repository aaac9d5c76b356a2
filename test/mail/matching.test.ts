import { describe, expect, test } from 'vitest';
import { type DossierFinders, matchOf, numbersOf } from '../../src/mail/matching.ts';

const SIRET = '47678033300037';
const AUTRE_SIRET = '26011021800047';
const FINESS = '590782553';
const ID = '0b7d6e2a-4f0c-4a51-9b0e-0123456789ab';

/** What leads to which dossiers. */
const known: Record<string, string[]> = {
  jeton1: ['A'],
  'envoi.1@chu.example': ['A'],
  'envoi.2@chu.example': ['B'],
  'partage@chu.example': ['A', 'B'],
  [SIRET]: ['B'],
  [AUTRE_SIRET]: ['C'],
  [FINESS]: ['B', 'D'],
  [ID]: ['C'],
  'seule@clinique.example': ['D'],
  'editeur@editeur.example': ['A', 'B', 'D'],
  'ans@ans.example': Array.from({ length: 200 }, (_, rank) => `d${rank}`),
};

const find = async (clues: readonly string[]) => clues.flatMap((by) => (known[by] ?? []).map((id) => ({ id, by })));
const finders: DossierFinders = {
  byToken: find,
  byMessageId: find,
  byReference: find,
  bySiret: find,
  byFiness: find,
  bySender: async (address, most) => (await find([address])).slice(0, most + 1),
};

function match(clues: Partial<Parameters<typeof matchOf>[0]>) {
  const none = { tokens: [], inReplyTo: null, references: [], bounce: null, subject: '', text: '', from: null };
  return matchOf(Object.assign(none, clues), finders);
}
const sender = (address: string) => ({ name: '', address });

describe('the dossier of a mail', () => {
  test('is told by its token, whatever else it says', async () => {
    const clues = { tokens: ['autre', 'jeton1'], inReplyTo: 'envoi.2@chu.example', subject: SIRET };
    expect(await match(clues)).toEqual({ certain: 'A', why: 'Il est écrit à l’adresse propre à ce dossier.' });
  });

  test('is that of the mail that it answers, or that came back', async () => {
    const why = 'Il répond à un courriel de ce dossier.';
    expect(await match({ inReplyTo: 'envoi.2@chu.example' })).toEqual({ certain: 'B', why });
    expect(await match({ references: ['inconnu@x', 'envoi.1@chu.example'] })).toEqual({ certain: 'A', why });
    const bounce = { recipients: [], originalMessageId: 'envoi.2@chu.example' };
    expect(await match({ bounce })).toEqual({ certain: 'B', why });
  });

  test('is told by the number of its object, before those of a signature', async () => {
    const text = `Cordialement, la DSI — SIRET ${AUTRE_SIRET}`;
    expect(await match({ subject: `413 du 476 780 333 00037`, text })).toEqual({
      certain: 'B',
      why: `Son objet porte le SIRET ${SIRET}.`,
    });
  });

  test('is told by its reference in a link', async () => {
    const text = `Voir https://igc.chu.example/dossiers/${ID.toUpperCase()}?onglet=suivi`;
    expect(await match({ text })).toEqual({ certain: 'C', why: `Son texte porte la référence ${ID}.` });
  });

  test('is that of whoever is known in one alone', async () => {
    const why = 'seule@clinique.example n’est connu que dans ce dossier.';
    expect(await match({ from: sender('seule@clinique.example') })).toEqual({ certain: 'D', why });
  });

  test('is chosen by a person among several, which what follows narrows', async () => {
    const why = `Son texte porte le FINESS ${FINESS}.`;
    const candidates = [
      { id: 'B', why },
      { id: 'D', why },
    ];
    expect(await match({ text: `FINESS : ${FINESS}` })).toEqual({ candidates });
    expect(await match({ text: `FINESS : ${FINESS}`, from: sender('ans@ans.example') })).toEqual({ candidates });
    expect(await match({ text: `FINESS : ${FINESS}`, from: sender('seule@clinique.example') })).toMatchObject({
      certain: 'D',
    });
    expect(await match({ inReplyTo: 'partage@chu.example', text: SIRET })).toMatchObject({ certain: 'B' });
  });

  test('is not guessed from whoever writes in many, nor from nothing', async () => {
    expect(await match({ from: sender('ans@ans.example') })).toEqual({ candidates: [] });
    expect(await match({ text: 'Bonjour' })).toEqual({ candidates: [] });
    expect(await match({ from: sender('editeur@editeur.example') })).toMatchObject({
      candidates: [{ id: 'A' }, { id: 'B' }, { id: 'D' }],
    });
  });
});

describe('a number', () => {
  test.each([
    [SIRET, [SIRET], []],
    ['SIRET : 476 780 333 00037.', [SIRET], []],
    ['476\u00a0780\u00a0333\u00a000037', [SIRET], []],
    ['47678033300038', [], []],
    [`x${SIRET}1`, [], []],
    ['FINESS 59 078 255 3', [], [FINESS]],
    ['2A0000014 et 2a0000014', [], ['2A0000014']],
    ['Tél. 05 90 78 25 53', [], []],
    ['+33590782553', [], []],
    ['590782554', [], []],
  ])('of « %s » is found when its key holds', (text, sirets, finess) => {
    expect(numbersOf(text)).toEqual({ references: [], sirets, finess });
  });

  test('said after « réf. » is a reference', () => {
    expect(numbersOf('Votre réf. : DOS-2026-12, Référence : abc_123').references).toEqual(['dos-2026-12', 'abc_123']);
  });

  test('is looked for in no more time than the text is long', () => {
    const begun = performance.now();
    for (const piece of ['1 ', '1', 'réf. ', '0b7d6e2a-', '2A', '1\u00a0.'])
      numbersOf(piece.repeat(200_000 / piece.length));
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
