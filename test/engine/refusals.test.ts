import { describe, expect, test } from 'vitest';
import { exempleFormulaire413 } from '../../machines/formulaires/formulaire-413.ts';
import type { Family } from '../../src/engine/decide.ts';
import * as engine from './family.ts';
import { faits, JOUR, manqueOf, openDossier, refusalOf, type Told, tell } from './family.ts';

const { envoye, habilite, parties, prerequis, retourne, signe } = faits;
const cpe = { type: 'CPE', fin: '2035-12-31' };
const visaDuMandataire = {
  type: 'formulaire413.partie3Remplie',
  partie3: { ...exempleFormulaire413.partie3, qualite: 'mandataire', carte: cpe },
};

const dossier = openDossier();
const dossierAfter = (...facts: Told[]) => tell(dossier, 'dossier', ...facts);
const standing = (family: Family) => engine.standing(family, 'dossier');

describe('form 413 is not signed', () => {
  const enFin = { type: 'carteResponsable.trouvee', carte: { type: 'CDE', fin: '2026-03-01' }, date: '2026-02-01' };

  test.each<[string, Told[], string[]]>([
    ['without an active contract', ['carteResponsable.trouvee', ...parties], ['contrat-actif']],
    ['by a representative without a card', ['contrat.trouve', ...parties], ['carte-responsable-active']],
    ['with a blocked card', [...prerequis, ...parties, 'carteResponsable.bloquee'], ['carte-responsable-active']],
    ['with a card past its end', ['contrat.trouve', enFin, ...parties], ['carte-responsable-en-cours']],
    ['by a mandataire nobody empowered', ['contrat.trouve', ...parties, visaDuMandataire], ['mandataire-actif']],
  ])('%s', (_, facts, manque) => {
    expect(manqueOf(dossierAfter(...facts), 'dossier', 'formulaire413.signe')).toEqual(manque);
  });

  test('by a mandataire without a mandate, until the mandate is given', () => {
    const visee = dossierAfter(...prerequis, ...parties, visaDuMandataire);
    expect(manqueOf(visee, 'dossier', 'formulaire413.signe')).toEqual(['mandataire-actif']);
    const mandated = tell(visee, 'dossier', 'mandat.trouve', 'formulaire413.signe');
    expect(standing(mandated)).toMatchObject({ demande: { formulaire413: 'aTransmettre' } });
  });
});

describe('form 413 is not sent', () => {
  const enFin = { type: 'carteAdministrateur.renouvelee', carte: { ...cpe, fin: '2026-03-01' }, date: '2026-02-01' };

  test.each<[string, Told, string[]]>([
    ['a blocked card', 'carteAdministrateur.bloquee', ['administrateur-technique-actif']],
    ['an opposed card', 'carteAdministrateur.opposee', ['administrateur-technique-actif']],
    ['a card past its end', enFin, ['carte-administrateur-en-cours']],
  ])('by an administrateur technique with %s', (_, lapse, manque) => {
    expect(manqueOf(dossierAfter(...signe, lapse), 'dossier', 'formulaire413.transmis')).toEqual(manque);
  });

  test('by a site of a GHT that has not approached its DSI', () => {
    const site = tell(openDossier('public-ght'), 'dossier', ...signe);
    expect(manqueOf(site, 'dossier', 'formulaire413.transmis')).toEqual(['dsi-contactee']);
  });
});

describe('form 413', () => {
  const vide = { formulaire413: { redaction: { partie1: 'aRemplir', partie3: 'aRemplir', partie4: 'aRemplir' } } };

  test('edited after its signature is to be signed again', () => {
    const edited = dossierAfter(...signe, 'formulaire413.partie4Remplie');
    expect(standing(edited)).toMatchObject({ demande: { formulaire413: 'aSigner' } });
    expect(manqueOf(edited, 'dossier', 'formulaire413.transmis')).toEqual(['etape-attendue']);
  });

  test('returned twice is accepted at its third version, with a new visa each time', () => {
    const once = dossierAfter(...signe, ...envoye, 'formulaire413.retourne');
    expect(manqueOf(once, 'dossier', 'formulaire413.signe')).toContain('etape-attendue');
    const thrice = dossierAfter(...signe, ...envoye, ...retourne, ...retourne, 'habilitation.accordee');
    expect(standing(thrice)).toMatchObject({ demande: { certificats: 'aCommander' } });
  });

  test('unsigned is void when the representative changes, and the mandate is to be confirmed', () => {
    expect(standing(dossierAfter(...prerequis, ...parties, 'mandat.trouve', 'representantLegal.remplace'))).toEqual({
      suivi: 'ouvert',
      editeur: 'aContacter',
      contrat: 'actif',
      carteResponsable: 'aVerifier',
      mandataire: 'aConfirmer',
      administrateurTechnique: 'actif',
      demande: vide,
    });
  });

  test('signed stays signed when the representative changes', () => {
    const changed = dossierAfter(...signe, 'representantLegal.remplace');
    expect(standing(changed)).toMatchObject({ demande: { formulaire413: 'aTransmettre' } });
  });

  test('is to be made again under another SIRET, with a new contract and a new form 101', () => {
    const identifiants = { siret: '35600000000048', finess: '010000040' };
    const changed = dossierAfter(...habilite, { type: 'etablissement.identifiantModifie', ...identifiants });
    expect(standing(changed)).toEqual({
      suivi: 'ouvert',
      editeur: 'aContacter',
      contrat: 'aCompleter',
      carteResponsable: 'aDemander',
      mandataire: 'aucun',
      administrateurTechnique: 'actif',
      demande: vide,
    });
    expect(engine.member(changed, 'dossier').fiche).toMatchObject(identifiants);
  });
});

describe('an administrateur technique', () => {
  test('whose card is renewed stays empowered', () => {
    const renewed = dossierAfter(...habilite, 'carteAdministrateur.expiree', 'carteAdministrateur.renouvelee');
    expect(standing(renewed)).toMatchObject({
      administrateurTechnique: 'actif',
      demande: { certificats: 'aCommander' },
    });
  });

  test('who leaves is to be replaced, by another form 413', () => {
    expect(standing(dossierAfter(...habilite, 'administrateurTechnique.parti'))).toMatchObject({
      administrateurTechnique: 'aDesigner',
      demande: { formulaire413: { redaction: { partie1: 'remplie', partie3: 'aRemplir', partie4: 'aRemplir' } } },
    });
  });
});

describe('a certificate is not ordered', () => {
  const pour = (qualite: string, carte: string | null, autres = {}) => ({
    type: 'certificat.demande',
    beneficiaire: { nom: 'Martin', prenom: 'Camille', qualite, carte },
    ...autres,
  });

  test('before the habilitation', () => {
    expect(refusalOf(dossierAfter(...signe), 'dossier', 'certificat.demande')).toMatchObject({
      code: 'fait-refuse',
      type: 'certificat.demande',
      manque: [
        {
          code: 'etape-attendue',
          libelle: 'Ce fait s’enregistre à l’étape « Premier certificat à commander ».',
          acteur: 'administrateurTechnique',
          source: '§6',
        },
      ],
    });
  });

  test.each<[string, Told, string[]]>([
    ['for a doctor who would sign', pour('medecin', 'CPS', { usage: 'SIGN' }), ['usage-de-qualite']],
    ['for an agent who would sign', pour('agentAdmission', 'CPE', { usage: 'SIGN' }), ['usage-de-qualite']],
    ['for a pharmacist without a card', pour('pharmacien', null), ['carte-beneficiaire']],
    ['for a pharmacist with a CPE', pour('pharmacien', 'CPE'), ['carte-beneficiaire']],
    ['for an agent with a CPS', pour('agentAdmission', 'CPS'), ['carte-beneficiaire']],
    ['under the offer ORG', pour('pharmacien', 'CPS', { offre: 'ORG' }), ['offre-pro']],
    ['without a card reader', pour('pharmacien', 'CPS', { prerequisVerifies: false }), ['prerequis-plateforme']],
  ])('%s', (_, fact, manque) => {
    expect(manqueOf(dossierAfter(...habilite), 'dossier', fact)).toEqual(manque);
  });
});

describe('what is no fact of a dossier', () => {
  test.each<[string, Told, string, string]>([
    [
      'an event of XState',
      'xstate.done.state.certificats',
      '/type',
      '« xstate.done.state.certificats » n’est pas un fait de cette procédure : consultez la liste de ses faits.',
    ],
    [
      'a fact that follows from others',
      'certificats.enService',
      '/type',
      '« certificats.enService » découle d’un autre fait : il ne se déclare pas.',
    ],
    [
      'a fact of tomorrow',
      { type: 'contrat.trouve', date: '2026-03-03' },
      '/date',
      `Un fait est passé : le ${JOUR} au plus tard.`,
    ],
  ])('%s is refused as it is written', (_, fact, pointeur, message) => {
    expect(refusalOf(dossier, 'dossier', fact)).toEqual({ code: 'saisie-invalide', erreurs: [{ pointeur, message }] });
  });
});
