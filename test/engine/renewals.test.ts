import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Family } from '../../src/engine/decide.ts';
import { faits, JOUR, manqueOf, member, openDossier, standing, type Told, tell } from './family.ts';

const { habilite, installe } = faits;
const retire = { type: 'certificat.retire', debut: '2023-04-10', fin: '2026-04-10' };
const refuse = { type: 'certificat.refuse', motif: 'Demande incomplète' };
const commande = tell(openDossier(), 'dossier', ...habilite, 'certificat.demande');
/** In service for three years less a month, so that its notice has come. */
const enService = tell(commande, 'certificat-1', 'certificat.disponible', retire, 'certificat.installe');
const du = tell(enService, 'certificat-1', 'certificat.renouvellementDu');
const renouvele = tell(du, 'certificat-1', 'certificat.renouvele');
const old = (family: Family) => standing(family, 'certificat-1');
const minimum = (family: Family) => nextSteps(family, member(family, 'dossier'), JOUR).restant.minimum;

describe('a renewal is an order', () => {
  test.each<[string, Told[], string[]]>([
    ['after the contract was lost', ['contrat.termine'], ['commande-ouverte']],
    ['in an abandoned dossier', ['dossier.abandonne'], ['commande-ouverte']],
    ['of an establishment that has closed', ['etablissement.ferme'], ['sans-alerte', 'commande-ouverte']],
    ['without an administrateur technique', ['administrateurTechnique.parti'], ['administrateur-technique-habilite']],
    ['without habilitation', ['habilitation.retiree'], ['administrateur-technique-habilite']],
    ['with a blocked card', ['carteAdministrateur.bloquee'], ['administrateur-technique-habilite']],
  ])('refused %s', (_, facts, manque) => {
    expect(manqueOf(tell(du, 'dossier', ...facts), 'certificat-1', 'certificat.renouvele')).toEqual(manque);
  });

  test('refused to who shows another card than his profession asks for', () => {
    expect(manqueOf(du, 'certificat-1', { type: 'certificat.renouvele', carte: 'CPE' })).toEqual([
      'carte-beneficiaire',
    ]);
    expect(manqueOf(du, 'certificat-1', { type: 'certificat.renouvele', carte: null })).toEqual(['carte-beneficiaire']);
  });

  test('refused after the printed end, though nobody told the expiry', () => {
    const le = (type: string, champs: object = {}) => ({ ...champs, type, date: '2026-02-02' });
    const ordered = tell(openDossier(), 'dossier', ...[...habilite, 'certificat.demande'].map((type) => le(type)));
    const retired = le('certificat.retire', { debut: '2023-03-01', fin: '2026-03-01' });
    const late = tell(ordered, 'certificat-1', le('certificat.disponible'), retired, le('certificat.installe'));
    expect(manqueOf(late, 'certificat-1', 'certificat.renouvele')).toEqual(['certificat-valide']);
  });

  test('taken again once the contract is', () => {
    const again = tell(du, 'dossier', 'contrat.termine', 'contrat.transmis', 'contrat.signe');
    expect(old(tell(again, 'certificat-1', 'certificat.renouvele'))).toMatchObject({ renouvellement: 'commande' });
  });
});

describe('the certificate that is being renewed', () => {
  test('serves until its successor is installed, and counts as in service', () => {
    expect(old(renouvele)).toMatchObject({ vie: 'installe', renouvellement: 'commande' });
    expect(member(renouvele, 'dossier').comptes).toEqual({ enCours: 1, enService: 1, abandonne: 0 });
    const done = tell(renouvele, 'certificat-2', ...installe);
    expect(old(done)).toMatchObject({ vie: { clos: 'renouvele' } });
    expect(member(done, 'dossier').comptes).toEqual({ enCours: 0, enService: 1, abandonne: 0 });
  });

  test.each<[string, Told]>([
    ['refused', refuse],
    ['cancelled', { type: 'certificat.annule', motif: 'erreur' }],
    ['revoked before its installation', { type: 'certificat.revoque', motif: 'remplacement' }],
  ])('comes back as it was when its successor is %s', (_, fact) => {
    const available = 'motif' in (fact as object) && fact !== refuse ? ['certificat.disponible'] : [];
    const back = tell(renouvele, 'certificat-2', ...available, fact);
    expect(old(back)).toEqual(old(du));
    expect(member(back, 'dossier').comptes).toEqual(member(du, 'dossier').comptes);
    expect(old(tell(back, 'certificat-1', 'certificat.renouvele'))).toMatchObject({ renouvellement: 'commande' });
  });

  test('comes back as it was before its notice, when it was renewed early', () => {
    const early = tell(enService, 'certificat-1', 'certificat.renouvele');
    expect(old(early)).toMatchObject({ renouvellement: 'anticipe' });
    expect(old(tell(early, 'certificat-2', refuse))).toEqual(old(enService));
    const noticed = tell(early, 'certificat-1', 'certificat.renouvellementDu');
    expect(old(tell(noticed, 'certificat-2', refuse))).toEqual(old(du));
  });

  test('stolen meanwhile is revoked, and its successor goes on', () => {
    const stolen = tell(renouvele, 'certificat-1', { type: 'certificat.revoque', motif: 'perte-ou-vol', par: 'ans' });
    expect(old(stolen)).toMatchObject({ vie: { clos: 'revoque' } });
    const done = tell(stolen, 'certificat-2', ...installe);
    expect([old(done)['vie'], standing(done, 'certificat-2')['vie']]).toEqual([{ clos: 'revoque' }, 'installe']);
  });

  test('is renewed once at a time', () => {
    expect(manqueOf(renouvele, 'certificat-1', 'certificat.renouvele')).toEqual(['etape-attendue']);
  });

  test('leaves acts to do that are those of its successor alone', () => {
    expect([du, renouvele, tell(renouvele, 'certificat-2', refuse)].map(minimum)).toEqual([0, 3, 0]);
  });
});
