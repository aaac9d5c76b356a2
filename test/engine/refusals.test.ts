import { describe, expect, test } from 'vitest';
import { exempleContactTechnique } from '../../machines/formulaires/contact-technique.ts';
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

const { partie4 } = exempleFormulaire413;
const deDurand = {
  type: 'formulaire413.partie4Remplie',
  partie4: { ...partie4, administrateursTechniques: [{ ...exempleContactTechnique, nom: 'Durand', prenom: 'Alix' }] },
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
    expect(standing(mandated)).toMatchObject({ formulaire413: 'aTransmettre' });
  });
});

describe('form 413 is not sent', () => {
  const lost = ['administrateur-technique-actif', 'administrateur-technique-nomme'];

  test.each([
    ['a blocked card', 'carteAdministrateur.bloquee'],
    ['an opposed card', 'carteAdministrateur.opposee'],
  ])('for an administrateur technique with %s', (_, lapse) => {
    expect(manqueOf(dossierAfter(...signe, lapse), 'dossier', 'formulaire413.transmis')).toEqual(lost);
  });

  test('for an administrateur technique with a card past its end', () => {
    const enFin = { type: 'administrateurTechnique.designe', carte: { ...cpe, fin: '2026-03-01' }, date: '2026-02-01' };
    const signed = dossierAfter(...prerequis.slice(0, 2), enFin, ...parties, 'formulaire413.signe');
    expect(manqueOf(signed, 'dossier', 'formulaire413.transmis')).toEqual(['carte-administrateur-en-cours']);
  });

  test('for an administrateur technique whom part 4 does not name, until he is designated', () => {
    const named = dossierAfter(...prerequis, ...parties, deDurand, 'formulaire413.signe');
    expect(manqueOf(named, 'dossier', 'formulaire413.transmis')).toEqual(['administrateur-technique-nomme']);
    const durand = { type: 'administrateurTechnique.designe', personne: { nom: 'DURAND', prenom: 'alix' } };
    expect(standing(tell(named, 'dossier', durand, 'formulaire413.transmis'))).toMatchObject({
      formulaire413: 'attenteReception',
    });
  });

  test('by a site of a GHT that has not approached its DSI', () => {
    const site = tell(openDossier('public-ght'), 'dossier', ...signe);
    expect(manqueOf(site, 'dossier', 'formulaire413.transmis')).toEqual(['dsi-contactee']);
  });
});

describe('form 413', () => {
  const aRemplir = (...parties: string[]) => ({
    redaction: Object.fromEntries(
      ['partie1', 'partie3', 'partie4'].map((partie) => [partie, parties.includes(partie) ? 'aRemplir' : 'remplie']),
    ),
  });

  test('edited after its signature is to be signed again', () => {
    const edited = dossierAfter(...signe, 'formulaire413.partie4Remplie');
    expect(standing(edited)).toMatchObject({ formulaire413: 'aSigner' });
    expect(manqueOf(edited, 'dossier', 'formulaire413.transmis')).toEqual(['etape-attendue']);
  });

  test('returned twice is accepted at its third version, with a new visa each time', () => {
    const once = dossierAfter(...signe, ...envoye, 'formulaire413.retourne');
    expect(manqueOf(once, 'dossier', 'formulaire413.signe')).toContain('etape-attendue');
    const thrice = dossierAfter(...signe, ...envoye, ...retourne, ...retourne, 'habilitation.accordee');
    expect(standing(thrice)).toMatchObject({ formulaire413: 'accorde', habilitation: 'accordee' });
  });

  test('unsigned loses its visa alone when the representative changes, and the mandate is to be confirmed', () => {
    expect(standing(dossierAfter(...prerequis, ...parties, 'mandat.trouve', 'representantLegal.remplace'))).toEqual({
      suivi: 'ouvert',
      editeur: 'aContacter',
      contrat: 'actif',
      carteResponsable: 'aVerifier',
      mandataire: 'aConfirmer',
      administrateurTechnique: 'actif',
      formulaire413: aRemplir('partie3'),
      habilitation: 'aucune',
      certificats: 'aucun',
    });
  });

  test('signed stays signed when the representative changes', () => {
    const changed = dossierAfter(...signe, 'representantLegal.remplace');
    expect(standing(changed)).toMatchObject({ formulaire413: 'aTransmettre' });
  });

  test('is to be made again under another SIRET, with a contract and a card to look for first', () => {
    const identifiants = { siret: '35600000000048', finess: '010000040' };
    const changed = dossierAfter(...habilite, { type: 'etablissement.identifiantModifie', ...identifiants });
    expect(standing(changed)).toEqual({
      suivi: 'ouvert',
      editeur: 'aContacter',
      contrat: 'aVerifier',
      carteResponsable: 'aVerifier',
      mandataire: 'aucun',
      administrateurTechnique: 'actif',
      formulaire413: aRemplir('partie1', 'partie3', 'partie4'),
      habilitation: 'aucune',
      certificats: 'aucun',
    });
    expect(engine.member(changed, 'dossier').fiche).toMatchObject(identifiants);
  });
});

describe('an administrateur technique', () => {
  test('whose card is renewed stays empowered', () => {
    const lost = dossierAfter(...habilite, 'carteAdministrateur.opposee');
    expect(standing(lost)).toMatchObject({ administrateurTechnique: 'aRemplacer', habilitation: 'accordee' });
    const renewed = tell(lost, 'dossier', 'carteAdministrateur.renouvelee');
    expect(standing(renewed)).toMatchObject({ administrateurTechnique: 'actif', habilitation: 'accordee' });
    expect(manqueOf(lost, 'dossier', 'certificat.demande')).toEqual([
      'administrateur-technique-actif',
      'administrateur-technique-habilite',
    ]);
  });

  test('who leaves is to be replaced, by another form 413', () => {
    expect(standing(dossierAfter(...habilite, 'administrateurTechnique.parti'))).toMatchObject({
      administrateurTechnique: 'aDesigner',
      formulaire413: { redaction: { partie1: 'remplie', partie3: 'aRemplir', partie4: 'aRemplir' } },
      habilitation: 'aucune',
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
          libelle: 'Cela se note à l’étape « Premier certificat à commander ».',
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
