import { expect, test } from 'vitest';
import { faits, member, openDossier, openGroupement, openSite, tell } from './family.ts';

const { habilite, installe } = faits;
const on = (date: string, ...types: readonly string[]) => types.map((type) => ({ type, date }));

test('a dossier is in service since the day on which its first certificate was, not since it was told', () => {
  const ordered = tell(openDossier(), 'dossier', ...on('2026-01-12', ...habilite, 'certificat.demande'));
  const served = tell(ordered, 'certificat-1', ...on('2026-02-03', ...installe));
  const { depuis } = member(served, 'dossier');
  expect(depuis).toMatchObject({ 'habilitation.accordee': '2026-01-12', 'certificats.enService': '2026-02-03' });
});

test('a groupement is complete since the day on which its last site was', () => {
  const site = tell(openSite(openGroupement(), 'site'), 'groupement', { type: 'dsi.contactee', date: '2026-01-12' });
  const ordered = tell(site, 'site', ...on('2026-01-12', ...habilite, 'certificat.demande'));
  const served = tell(ordered, 'certificat-1', ...on('2026-02-03', ...installe));
  expect(member(served, 'groupement').depuis).toMatchObject({ 'avancement.complet': '2026-02-03' });
});
