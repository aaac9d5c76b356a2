import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDemonstrations, type Demonstrations } from '../../../src/sandbox/demonstration/demonstrations.ts';
import { createSandboxes } from '../../../src/sandbox/sandboxes.ts';
import type { Services } from '../../../src/services.ts';
import { isPostgres } from '../../postgres/engine.ts';
import { placesOf } from '../places.ts';

let folder: string;
let opened: Demonstrations[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demonstration-'));
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.close()));
  rmSync(folder, { recursive: true });
});

describe('the demonstration', () => {
  test.each(['2026-11-24', '2027-03-01', '2028-02-29', '2027-01-02'])('is played whole on %s', async (jour) => {
    const demonstrations = on(jour);
    await demonstrations.enter('camille');
    expect(await demonstrations.use('camille', tally)).toEqual({
      'dossiers abandonne': 1,
      'dossiers enCours': 13,
      'dossiers enService': 4,
      groupements: 2,
      certificats: 11,
    });
  });

  test('shows what every list is for: cases of long ago, cards that lapsed, certificates to renew', async () => {
    const demonstrations = on('2026-11-24');
    await demonstrations.enter('camille');
    const told = await demonstrations.use('camille', async (services) => {
      const { evenements } = await everything(services);
      return Map.groupBy(evenements, (type) => type);
    });
    const counted = ['carteAdministrateur.expiree', 'carteAdministrateur.opposee', 'formulaire413.retourne'];
    expect(counted.map((type) => told.get(type)?.length)).toEqual([1, 1, 2]);
    expect(told.get('certificat.renouvellementDu')?.length).toBe(2);
  });

  test('gives dossiers to whoever enters, with notes and what is to be done today', async () => {
    const demonstrations = on('2026-11-24');
    await demonstrations.enter('camille');
    const told = await demonstrations.use('camille', async ({ suivi, travail }) => ({
      dues: (await suivi.relancesDues('camille', '2026-11-28')).lignes.map(({ quoi, pourLe }) => `${pourLe} ${quoi}`),
      miennes: (await travail.compter({ moi: 'camille', filtres: {} })).nombres.miennes,
    }));
    expect(told).toEqual({
      dues: [
        '2026-11-24 Relancer l’ANS sur le contrat, sans réponse depuis deux mois',
        '2026-11-25 Demander la partie 3 signée et cachetée',
        '2026-11-27 Rappeler pour le contrat de structure',
      ],
      miennes: 6,
    });
  });
});

describe('an account', () => {
  test('is in one demonstration, however often it enters, until it leaves', async () => {
    const demonstrations = on('2026-11-24');
    await Promise.all([demonstrations.enter('camille'), demonstrations.enter('camille')]);
    await demonstrations.enter('camille');
    expect([await demonstrations.has('camille'), await demonstrations.has('alix')]).toEqual([true, false]);
    if (!isPostgres) expect(readdirSync(folder).length).toBe(1);
    await demonstrations.leave('camille');
    expect(await demonstrations.has('camille')).toBe(false);
    await demonstrations.close();
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(isPostgres)('finds it again after a restart, and a half made one is made anew', async () => {
    const first = on('2026-11-24');
    await first.enter('camille');
    await first.close();
    rmSync(join(folder, readdirSync(folder)[0] ?? '', 'pret'));
    const second = on('2026-11-24');
    expect(await second.has('camille')).toBe(false);
    await second.enter('camille');
    await second.close();
    const third = on('2026-11-24');
    expect(await third.has('camille')).toBe(true);
    expect(await third.use('camille', tally)).toMatchObject({ groupements: 2 });
  });

  test.skipIf(isPostgres)('does not find again what it had left', async () => {
    const first = on('2026-11-24');
    await first.enter('camille');
    await first.close();
    writeFileSync(join(folder, readdirSync(folder)[0] ?? '', 'oublie'), '');
    expect(await on('2026-11-24').has('camille')).toBe(false);
  });

  test.skipIf(isPostgres)('leaves one whose base is damaged, which opens no more, and may enter another', async () => {
    const first = on('2026-11-24');
    await first.enter('camille');
    await first.close();
    writeFileSync(join(folder, readdirSync(folder)[0] ?? '', 'base.sqlite'), 'rien qui vaille');
    const second = on('2026-11-24');
    await expect(second.use('camille', tally)).rejects.toThrow();
    await second.leave('camille');
    expect([await second.has('camille'), readdirSync(folder)]).toEqual([false, []]);
    await second.enter('camille');
    expect(await second.use('camille', tally)).toMatchObject({ groupements: 2 });
  });
});

test.skipIf(isPostgres)('a key empties a sandbox that is damaged, and has a new one', async () => {
  const at = () => {
    const clock = () => new Date('2026-11-24T12:00:00Z');
    return createSandboxes({ places: placesOf(folder), clock });
  };
  const first = at();
  await first.use('cle', async () => {});
  await first.close();
  writeFileSync(join(folder, readdirSync(folder)[0] ?? '', 'base.sqlite'), 'rien qui vaille');
  const second = at();
  await expect(second.use('cle', tally)).rejects.toThrow();
  await second.forget('cle');
  expect(readdirSync(folder)).toEqual([]);
  expect(await second.use('cle', tally)).toEqual({ groupements: 0, certificats: 0 });
  await second.close();
});

function on(jour: string): Demonstrations {
  const one = createDemonstrations({ places: placesOf(folder), clock: () => new Date(`${jour}T12:00:00Z`) });
  opened.push(one);
  return one;
}

async function tally(services: Services): Promise<Record<string, number>> {
  const of = async (genre: 'dossier' | 'groupement' | 'certificat') =>
    (await services.list({ genre, limite: 100 })).lignes;
  const statuts = Map.groupBy(await of('dossier'), ({ statut }) => `dossiers ${statut}`);
  return {
    ...Object.fromEntries([...statuts].map(([statut, rows]) => [statut, rows.length])),
    groupements: (await of('groupement')).length,
    certificats: (await of('certificat')).length,
  };
}

/** The types of all that was told. */
async function everything(services: Services): Promise<{ evenements: string[] }> {
  const types: string[] = [];
  for (const genre of ['dossier', 'certificat'] as const)
    for (const { id } of (await services.list({ genre, limite: 100 })).lignes) {
      const journal = await services.journal({ genre, id }, 0, 500);
      if (journal.ok) types.push(...journal.value.map(({ type }) => type));
    }
  return { evenements: types };
}
