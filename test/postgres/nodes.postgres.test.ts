import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import { ask } from '../../scripts/postgres/pair.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../src/services.ts';
import type { Store } from '../../src/store/store.ts';
import { given } from '../http/people.ts';
import { sampleChange } from '../store/samples.ts';
import { withPostgres } from './engine.ts';
import { newPostgresStore, newSchema } from './store.ts';

const JOUR = '2026-03-02';
const clock = () => new Date(`${JOUR}T09:00:00Z`);
const by = { auteur: 'essai', version: null };
let stores: Store[] = [];
let one: Services;
let other: Services;

withPostgres('two nodes of one base', () => {
  beforeEach(async () => {
    const schema = newSchema();
    stores = [await newPostgresStore({ schema }), await newPostgresStore({ schema })];
    [one, other] = stores.map((store) => createServices(store, clock)) as [Services, Services];
  });
  afterEach(() => Promise.all(stores.map((store) => store.close())));

  test('that start at once on a new base make it once', async () => {
    const schema = newSchema();
    const started = await Promise.all([1, 2, 3].map(() => newPostgresStore({ schema })));
    expect(await Promise.all(started.map((store) => store.verify()))).toEqual(Array(3).fill({ ok: true, lignes: 0 }));
    await Promise.all(started.map((store) => store.close()));
  });

  test('refuse a base that a later program has written', async () => {
    const schema = newSchema();
    await (await newPostgresStore({ schema })).close();
    await ask(inject('postgres') ?? '', `INSERT INTO ${schema}.version_schema VALUES (99)`);
    const refusal = /^La base est en version 99, ce programme s’arrête à la \d+ : installez le programme à jour\.$/;
    await expect(newPostgresStore({ schema })).rejects.toThrow(refusal);
  });

  test('find out what changed of a dossier, or of its certificates, since it was read', async () => {
    const [first, second] = stores as [Store, Store];
    await first.commit([sampleChange('d', 1), sampleChange('c', 1, { genre: 'certificat', parentId: 'd' })]);
    const lu = (await first.near('d'))?.lu ?? [];
    expect(await first.stillSo(lu)).toBe(true);
    await second.commit([sampleChange('c', 2, { genre: 'certificat', parentId: 'd' })]);
    expect(await first.stillSo(lu)).toBe(false);
    expect(await first.commit([sampleChange('d', 2)], undefined, lu)).toMatchObject({ ok: false, id: 'd' });
    const again = (await first.family('d'))?.lu;
    const written = await first.commit([sampleChange('d', 2)], undefined, again);
    expect(written).toEqual({ ok: true, recu: expect.any(String), lu: (await second.near('c'))?.lu });
  });

  test('take once what is told to both at the same instant', async () => {
    const opened = given(await one.openDossier({ procedure: 'prive-mono-site', etablissement: site }, by));
    const cible = { genre: 'dossier', id: opened.row.id } as const;
    const facts = [
      'contrat.absent',
      'contrat.transmis',
      'contrat.signe',
      'carteResponsable.absente',
      'editeur.contacte',
    ];
    for (const type of facts) {
      const [exemple] = findProcedure('prive-mono-site')?.facts[type]?.exemples ?? [];
      const fait = { ...exemple, type, date: JOUR };
      const told = await Promise.all([one, other].map((desk) => desk.record(cible, fait, by)));
      expect(told.map(({ ok }) => ok).sort()).toEqual([false, true]);
    }
    expect(await stores[1]?.journal(cible.id, 0, 100)).toHaveLength(1 + facts.length);
    expect(await stores[1]?.verify()).toEqual({ ok: true, lignes: 1 + facts.length });
  });

  test('hear each other: of what is committed, and of settings', async () => {
    const heard = new Promise<void>((resolve) => stores[1]?.onCommit(resolve));
    given(await one.openDossier({ procedure: 'prive-mono-site', etablissement: site }, by));
    await heard;
    const valeur = {
      cle: 'delai:contrat',
      valeur: '12',
      du: JOUR,
      au: null,
      motif: 'Essai',
      poseLe: JOUR,
      posePar: 'essai',
    };
    const acte = { le: JOUR, auteur: 'essai', acte: 'reglage.pose', cible: 'delai:contrat', detail: '{}' } as const;
    await stores[0]?.reglages.addValeur(valeur, acte);
    await vi.waitUntil(() => stores[1]?.reglages.valeurs().length === 1, 5_000);
  });
});
