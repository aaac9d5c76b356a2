import { describe, expect, test } from 'vitest';
import { certificatDemande } from '../../machines/certificat/demande.ts';
import { formulaires } from '../../machines/formulaires/index.ts';
import { warnOrder } from '../../src/engine/coherence.ts';
import type { Family } from '../../src/engine/decide.ts';
import { decisionOf, faits, member, openDossier, type Told, tell } from './family.ts';

const { partie1, partie3, partie4 } = formulaires['formulaire-413'].exemple;
const [contact] = partie4.administrateursTechniques;
const [commande] = certificatDemande.exemples;
const autre = { nom: 'Petit', prenom: 'Sacha' };
const cde = { type: 'CDE', fin: '2035-12-31' };

/** What a fact that is accepted warns of: each code with where. */
function doubts(family: Family, fact: Told): string[] {
  return decisionOf(family, 'dossier', fact).avertissements.map(({ code, pointeur }) => `${code} ${pointeur}`);
}

const ready = () => tell(openDossier(), 'dossier', ...faits.prerequis);
const ofRepresentant = (family: Family) =>
  tell(family, 'dossier', { type: 'representantLegal.remplace', personne: autre });

test('what says the same as the dossier warns of nothing', () => {
  const family = tell(openDossier(), 'dossier', 'contrat.transmis', 'contrat.signe', 'carteResponsable.trouvee');
  for (const fact of ['administrateurTechnique.designe', ...faits.parties])
    expect([fact, doubts(family, fact)]).toEqual([fact, []]);
});

describe('an establishment', () => {
  test('of other numbers, name or commune is told from that of the dossier', () => {
    const other = {
      ...partie1,
      siret: '35600000000048',
      denomination: 'Clinique du Lac',
      commune: 'Le Poizat-Lalleyriat',
    };
    expect(doubts(openDossier(), { type: 'formulaire413.partie1Remplie', partie1: other })).toEqual([
      'identifiants-incoherents /partie1/siret',
      'denomination-differente /partie1/denomination',
      'commune-differente /partie1/commune',
    ]);
  });

  test('is the same under other capitals and accents, and in every form', () => {
    const same = { ...partie1, denomination: 'CENTRE HOSPITALIER EXEMPLE', commune: 'NANTUA CEDEX' };
    expect(doubts(openDossier(), { type: 'formulaire413.partie1Remplie', partie1: same })).toEqual([]);
    const saisie = formulaires['contrat-structure'].exemple;
    const etablissement = { ...saisie.etablissement, denomination: 'Autre' };
    expect(doubts(openDossier(), { type: 'contrat.transmis', saisie: { ...saisie, etablissement } })).toEqual([
      'denomination-differente /saisie/etablissement/denomination',
    ]);
  });
});

describe('a signatory', () => {
  test('who is not the known representative is warned of, and nobody is while none is known', () => {
    const visa = { type: 'formulaire413.partie3Remplie', partie3: { ...partie3, signataire: autre } };
    expect(doubts(ready(), visa)).toEqual([]);
    const known = tell(openDossier(), 'dossier', 'contrat.transmis');
    expect(doubts(known, visa)).toEqual(['signataire-inattendu /partie3/signataire']);
    expect(doubts(ofRepresentant(known), visa)).toEqual([]);
  });

  test('of form 101 is the one of the contract', () => {
    const known = ofRepresentant(tell(openDossier(), 'dossier', 'contrat.transmis'));
    expect(doubts(known, 'formulaire101.transmis')).toEqual(['signataire-inattendu /saisie/representantLegal']);
  });

  test('shows the card that the dossier knows, or another end of it is told', () => {
    const visa = (carte: object) => ({ type: 'formulaire413.partie3Remplie', partie3: { ...partie3, carte } });
    expect(doubts(ready(), visa({ ...cde, fin: null }))).toEqual([]);
    expect(doubts(ready(), visa({ ...cde, fin: '2030-01-01' }))).toEqual(['carte-differente /partie3/carte']);
    expect(doubts(ready(), visa({ ...cde, type: 'CPS' }))).toEqual(['carte-differente /partie3/carte']);
  });

  test('who has lost his power since he signed is told at the sending, which is accepted', () => {
    const signed = tell(openDossier(), 'dossier', ...faits.signe);
    expect(doubts(signed, 'formulaire413.transmis')).toEqual([]);
    const lost = tell(signed, 'dossier', 'carteResponsable.opposee');
    expect(doubts(lost, 'formulaire413.transmis')).toEqual(['signataire-sans-pouvoir ']);
    const replaced = tell(ofRepresentant(signed), 'dossier', 'carteResponsable.trouvee');
    expect(doubts(replaced, 'formulaire413.transmis')).toEqual(['signataire-sans-pouvoir ']);
  });
});

describe('what the ANS would return is told again', () => {
  test('of the numbers of part 1 when it is signed and when it is sent, until they are those of the dossier', () => {
    const other = { type: 'formulaire413.partie1Remplie', partie1: { ...partie1, siret: '35600000000048' } };
    const wrong = tell(ready(), 'dossier', ...faits.parties, other);
    expect(doubts(wrong, 'formulaire413.signe')).toEqual(['identifiants-incoherents ']);
    const signed = tell(wrong, 'dossier', 'formulaire413.signe');
    expect(doubts(signed, 'formulaire413.transmis')).toEqual(['identifiants-incoherents ']);
    const right = tell(signed, 'dossier', 'formulaire413.partie1Remplie');
    expect(doubts(right, 'formulaire413.signe')).toEqual([]);
  });

  test('of a form that is signed while nobody whom it names has a card that serves', () => {
    const filled = tell(ready(), 'dossier', ...faits.parties);
    expect(doubts(filled, 'formulaire413.signe')).toEqual([]);
    const lost = tell(filled, 'dossier', 'carteAdministrateur.opposee');
    expect(doubts(lost, 'formulaire413.signe')).toEqual(['administrateur-technique-sans-carte ']);
  });
});

describe('an administrateur technique', () => {
  const part4 = (change: object, logiciels = partie4.logiciels): Told => ({
    type: 'formulaire413.partie4Remplie',
    partie4: { ...partie4, logiciels, administrateursTechniques: [{ ...contact, ...change }] },
  });

  test('of part 4 who is not designated, or designated otherwise, is warned of', () => {
    expect(doubts(ready(), part4({}))).toEqual([]);
    const place = '/partie4/administrateursTechniques/0';
    expect(doubts(ready(), part4({ nom: 'Durand' }))).toEqual([`administrateur-technique-non-designe ${place}`]);
    expect(doubts(ready(), part4({ typeCarte: 'CPS' }))).toEqual([`carte-differente ${place}/typeCarte`]);
    expect(doubts(ready(), part4({ rattachement: 'integrateur' }))).toEqual([
      `carte-inattendue ${place}/typeCarte`,
      `rattachement-different ${place}/rattachement`,
    ]);
  });

  test('designated after part 4 is warned of when it names others', () => {
    const named = tell(openDossier(), 'dossier', 'formulaire413.partie4Remplie');
    expect(doubts(named, 'administrateurTechnique.designe')).toEqual([]);
    expect(doubts(named, { type: 'administrateurTechnique.designe', personne: autre })).toEqual([
      'administrateur-technique-non-nomme /personne',
    ]);
  });

  test('who is not of the éditeur named is warned of, at his designation and in part 4', () => {
    const carte = { type: 'CPA', fin: '2035-12-31' };
    const technicien = {
      type: 'administrateurTechnique.designe',
      origine: 'technicien',
      carte,
      societe: 'Éditeur Exemple',
    };
    const asked = tell(openDossier(), 'dossier', 'editeur.contacte');
    expect(doubts(asked, technicien)).toEqual([]);
    expect(doubts(asked, { ...technicien, societe: 'Autre SA' })).toEqual(['technicien-autre-editeur /societe']);
    const designated = tell(asked, 'dossier', technicien);
    const his = { typeCarte: 'CPA', rattachement: 'editeur' };
    expect(doubts(designated, part4(his))).toEqual([]);
    const [logiciel] = partie4.logiciels;
    expect(doubts(designated, part4(his, [{ ...(logiciel as object), editeur: 'Autre SA' } as never]))).toEqual([
      'technicien-autre-editeur /partie4/administrateursTechniques/0/rattachement',
    ]);
  });

  test('whose card is ordered is one of those designated', () => {
    const [designe] = faits.prerequis.slice(-1);
    const family = tell(openDossier(), 'dossier', 'contrat.trouve', 'carteResponsable.trouvee', {
      type: designe as string,
      carte: null,
    });
    const saisie = { ...formulaires['formulaire-301'].exemple, role: 'administrateurTechnique', mandat: false };
    const ordered = { type: 'carteAdministrateur.demandee', moyen: 'formulaire-301', saisie };
    expect(doubts(family, ordered)).toEqual([]);
    expect(doubts(family, { ...ordered, saisie: { ...saisie, porteur: autre } })).toEqual([
      'administrateur-technique-non-designe /saisie/porteur',
    ]);
  });
});

describe('an order', () => {
  const family = tell(openDossier(), 'dossier', ...faits.habilite, 'certificat.demande');
  const known = [member(family, 'certificat-1')];
  const { beneficiaire } = commande;

  test('of what the same person already has is warned of', () => {
    expect(warnOrder(commande, known).map(({ code }) => code)).toEqual(['certificat-en-double']);
    expect(warnOrder({ ...commande, usage: 'SIGN' }, known)).toEqual([]);
    const refused = tell(family, 'certificat-1', 'certificat.refuse');
    expect(warnOrder(commande, [member(refused, 'certificat-1')])).toEqual([]);
  });

  test('under another profession is warned of', () => {
    const other = { ...commande, usage: 'SIGN', beneficiaire: { ...beneficiaire, qualite: 'medecin' } };
    expect(warnOrder(other, known)).toEqual([
      {
        code: 'beneficiaire-deux-qualites',
        pointeur: '/beneficiaire/qualite',
        message:
          'Cette personne a déjà un certificat comme pharmacien : corrigez la qualité, ou déclarez qu’elle en a changé.',
      },
    ]);
  });
});
