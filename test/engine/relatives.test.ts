import { describe, expect, test } from 'vitest';
import type { Family } from '../../src/engine/decide.ts';
import {
  decisionOf,
  faits,
  manqueOf,
  member,
  openDossier,
  openGroupement,
  openSite,
  refusalOf,
  standing,
  type Told,
  tell,
} from './family.ts';

const { envoye, habilite, installe, parties } = faits;
const cde = { type: 'CDE', fin: '2035-12-31' };
const cpe = { type: 'CPE', fin: '2035-12-31' };

const empowered = tell(openDossier(), 'dossier', ...habilite);
const commande = tell(empowered, 'dossier', 'certificat.demande');
const enService = tell(commande, 'certificat-1', ...installe);

describe('a certificate', () => {
  test('once renewed leaves its place to a successor, when that one is installed', () => {
    const renewed = tell(enService, 'certificat-1', 'certificat.renouvele');
    const lives = (family: Family) =>
      family.certificats.map(({ id, parentId, fiche: { remplace }, snapshot: { value } }) => {
        return { id, parentId, remplace, vie: value['vie'] };
      });
    expect(lives(renewed)).toEqual([
      { id: 'certificat-1', parentId: 'dossier', remplace: null, vie: 'installe' },
      { id: 'certificat-2', parentId: 'dossier', remplace: 'certificat-1', vie: 'demande' },
    ]);
    expect(lives(tell(renewed, 'certificat-2', ...installe)).map(({ vie }) => vie)).toEqual([
      { clos: 'renouvele' },
      'installe',
    ]);
  });

  test('is ordered beside another, as many as there are people and usages', () => {
    const two = tell(enService, 'dossier', 'certificat.demande', { type: 'certificat.demande', usage: 'SIGN' });
    expect(two.certificats.map(({ id, fiche }) => [id, fiche['usage']])).toEqual([
      ['certificat-1', 'AUTH'],
      ['certificat-2', 'AUTH'],
      ['certificat-3', 'SIGN'],
    ]);
    expect(member(two, 'dossier').comptes).toEqual({ enCours: 2, enService: 1, abandonne: 0 });
  });

  test('whose beneficiary’s card is opposed is to be revoked, or kept', () => {
    const opposed = tell(enService, 'certificat-1', 'carteBeneficiaire.opposee');
    const becomes = (...facts: Told[]) => {
      const { vie, alerte } = standing(tell(opposed, 'certificat-1', ...facts), 'certificat-1');
      return [vie, alerte];
    };
    expect([becomes(), becomes('certificat.revoque'), becomes('certificat.maintenu')]).toEqual([
      ['installe', 'aDecider'],
      [{ clos: 'revoque' }, 'aDecider'],
      ['installe', 'aucune'],
    ]);
  });

  test('ordered with a UPN or an e-mail address is let through, with a warning', () => {
    const fact = { type: 'certificat.demande', upn: 'camille.martin', courriel: 'camille.martin@ch-exemple.fr' };
    expect(decisionOf(empowered, 'dossier', fact).avertissements).toEqual([
      { code: 'upn-inutile', pointeur: '/upn', message: 'Laissez l’UPN vide pour le DP.' },
      { code: 'courriel-inutile', pointeur: '/courriel', message: 'Laissez l’adresse vide pour le DP.' },
    ]);
  });

  test('in service stays so under the next administrateur technique', () => {
    const left = tell(enService, 'dossier', 'administrateurTechnique.parti', 'administrateurTechnique.designe');
    const again = tell(left, 'dossier', ...parties, 'formulaire413.signe', ...envoye, 'habilitation.accordee');
    expect(standing(again, 'dossier')).toMatchObject({ habilitation: 'accordee', certificats: 'enService' });
  });

  test('waits to be withdrawn while the administrateur technique’s card is blocked', () => {
    const available = tell(commande, 'certificat-1', 'certificat.disponible');
    const blocked = tell(available, 'dossier', 'carteAdministrateur.bloquee');
    expect(manqueOf(blocked, 'certificat-1', 'certificat.retire')).toEqual(['administrateur-technique-habilite']);
    const unblocked = tell(blocked, 'dossier', 'carteAdministrateur.debloquee');
    const withdrawn = tell(unblocked, 'certificat-1', 'certificat.retire');
    expect(standing(withdrawn, 'certificat-1')).toMatchObject({ administrateur: 'disponible', vie: 'retire' });
  });
});

describe('an abandoned dossier', () => {
  const abandoned = tell(enService, 'dossier', 'dossier.abandonne');

  test('refuses all but its reopening', () => {
    expect(refusalOf(abandoned, 'dossier', 'certificat.demande')).toEqual({
      code: 'fait-refuse',
      type: 'certificat.demande',
      manque: [
        {
          code: 'dossier-ouvert',
          libelle: 'Le dossier est abandonné ou l’établissement fermé : rien de nouveau n’y commence.',
          acteur: 'etablissement',
          source: 'A27',
        },
      ],
      deblocages: [[{ type: 'dossier.rouvert', libelle: 'Dossier rouvert', acteur: 'etablissement', source: 'A27' }]],
      acceptes: ['dossier.rouvert'],
    });
  });

  test('reopened is as it was', () => {
    const { value, context } = member(tell(abandoned, 'dossier', 'dossier.rouvert'), 'dossier').snapshot;
    expect({ value, context }).toEqual({
      value: standing(enService, 'dossier'),
      context: member(enService, 'dossier').snapshot.context,
    });
  });

  test('reopened knows what has become of its certificates', () => {
    const revoked = tell(abandoned, 'certificat-1', 'certificat.revoque');
    expect(standing(tell(revoked, 'dossier', 'dossier.rouvert'), 'dossier')).toMatchObject({
      habilitation: 'accordee',
      certificats: 'aucun',
    });
  });
});

describe('a groupement', () => {
  const nord = { siret: '26011021800047', finess: '010000057' };
  const sud = { siret: '26011021800054', finess: '010000040' };
  const two = openSite(openSite(openGroupement(), 'nord', nord), 'sud', sud);
  const contacted = tell(two, 'groupement', 'dsi.contactee');
  const avancementOf = (family: Family) => standing(family, 'groupement')['avancement'];
  const serve = (family: Family, id: string) => {
    const ordered = tell(family, id, ...habilite, 'certificat.demande');
    return tell(ordered, ordered.certificats.at(-1)?.id ?? '', ...installe);
  };

  test('tells its DSI’s answer to its sites, and to those that open later', () => {
    const three = openSite(contacted, 'est', { siret: '26011021800062', finess: '010786259' });
    const coordinations = three.dossiers.map(({ id }) => [id, standing(three, id)['coordination']]);
    expect(coordinations).toEqual([
      ['nord', 'contactee'],
      ['sud', 'contactee'],
      ['est', 'contactee'],
    ]);
  });

  test('spreads its survey over the sites that it names', () => {
    const sites = [{ ...nord, contrat: 'actif', carteResponsable: cde, mandataire: cpe }];
    const surveyed = tell(two, 'groupement', { type: 'etatDesLieux.recu', sites });
    expect(standing(surveyed, 'nord')).toMatchObject({
      etatDesLieux: 'recu',
      contrat: 'actif',
      carteResponsable: 'active',
      mandataire: 'actif',
    });
    expect(standing(surveyed, 'sud')).toMatchObject({
      etatDesLieux: 'recu',
      contrat: 'aVerifier',
      carteResponsable: 'aVerifier',
      mandataire: 'aucun',
    });
  });

  test('is complete once every site is in service, until one of them loses its certificates', () => {
    const one = serve(contacted, 'nord');
    const both = serve(one, 'sud');
    const lost = tell(both, 'certificat-1', 'certificat.revoque');
    expect([two, one, both, lost].map(avancementOf)).toEqual(['enCours', 'enCours', 'complet', 'enCours']);
  });

  test('no longer waits for a site that is abandoned', () => {
    const one = tell(serve(contacted, 'nord'), 'sud', 'dossier.abandonne');
    expect([one, tell(one, 'sud', 'dossier.rouvert')].map(avancementOf)).toEqual(['complet', 'enCours']);
  });
});
