import { describe, expect, test } from 'vitest';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import type { Family } from '../../src/engine/decide.ts';
import {
  faits,
  JOUR,
  manqueOf,
  member,
  openDossier,
  openGroupement,
  openSite,
  standing,
  type Told,
  tell,
} from './family.ts';

const { envoye, habilite, installe, parties, prerequis, signe } = faits;
const nouveaux = { siret: '35600000000048', finess: '010000040' };
const motif = 'Pièce illisible';
const sans = (...facts: Told[]) => tell(openDossier(), 'dossier', ...facts);
const at = (family: Family) => standing(family, 'dossier');
const certificat = (family: Family) => standing(family, 'certificat-1');
const commande = sans(...habilite, 'certificat.demande');
const enService = tell(commande, 'certificat-1', ...installe);
const offered = (family: Family) =>
  nextSteps(family, member(family, 'dossier'), JOUR).etapes.flatMap(({ faits: told }) =>
    told.filter(({ accepte, sorte }) => accepte && sorte !== 'alea').map(({ type }) => type),
  );

describe('other identifiers', () => {
  const changed = tell(enService, 'dossier', { type: 'etablissement.identifiantModifie', ...nouveaux });

  test('send contract, card and mandate back to be looked for, and ask of each live certificate', () => {
    expect(at(changed)).toMatchObject({
      contrat: 'aVerifier',
      carteResponsable: 'aVerifier',
      mandataire: 'aucun',
      formulaire413: { redaction: { partie1: 'aRemplir', partie3: 'aRemplir', partie4: 'aRemplir' } },
      habilitation: 'aucune',
    });
    expect(certificat(changed)).toMatchObject({ vie: 'installe', alerte: 'aDecider', commande: 'fermee' });
    expect(offered(changed)).toEqual(
      expect.arrayContaining(['contrat.trouve', 'certificat.revoque', 'certificat.maintenu']),
    );
  });

  test('that are those of the dossier are refused', () => {
    expect(manqueOf(changed, 'dossier', { type: 'etablissement.identifiantModifie', ...nouveaux })).toEqual([
      'identifiant-nouveau',
    ]);
    const one = { type: 'etablissement.identifiantModifie', ...nouveaux, finess: null };
    expect(at(tell(changed, 'dossier', 'contrat.trouve', one))).toMatchObject({ contrat: 'aVerifier' });
  });

  test('are not another name: name and address change, and undo nothing', () => {
    const champs = { denomination: 'CENTRE HOSPITALIER NOUVEAU', codePostal: '59650', commune: 'VILLENEUVE D ASCQ' };
    const renamed = tell(enService, 'dossier', { type: 'etablissement.coordonneesModifiees', ...champs });
    expect([at(renamed), certificat(renamed)]).toEqual([at(enService), certificat(enService)]);
    expect(member(renamed, 'dossier').fiche).toMatchObject(champs);
  });
});

describe('a representative who is replaced', () => {
  test('leaves his signature good', () => {
    const sent = sans(...signe, 'representantLegal.remplace', 'formulaire413.transmis');
    expect(at(sent)).toMatchObject({ formulaire413: 'attenteReception', carteResponsable: 'aVerifier' });
  });

  test.each([
    ['one part filled', [parties[0] as string], ['aRemplir', 'remplie']],
    ['all parts filled', parties, ['remplie', 'remplie']],
  ])('before the signature, with %s, takes his visa alone', (_, filled, [partie4, partie1]) => {
    expect(at(sans(...prerequis, ...filled, 'representantLegal.remplace'))).toMatchObject({
      formulaire413: { redaction: { partie1, partie3: 'aRemplir', partie4 } },
    });
  });
});

describe('a card', () => {
  test.each<[string, Told[], string, string]>([
    [
      'the representative’s',
      ['formulaire101.transmis', 'carteResponsable.emise', 'carteResponsable.opposee'],
      'carteResponsable',
      'aRemplacer',
    ],
    [
      'the mandataire’s',
      [...prerequis.slice(0, 2), 'carteMandataire.demandee', 'carteMandataire.emise', 'carteMandataire.opposee'],
      'mandataire',
      'carteARemplacer',
    ],
    [
      'the administrateur technique’s',
      [
        ...prerequis.slice(0, 2),
        { type: 'administrateurTechnique.designe', carte: null },
        ...['carteAdministrateur.demandee', 'carteAdministrateur.emise', 'carteAdministrateur.opposee'],
      ],
      'administrateurTechnique',
      'aRemplacer',
    ],
  ])('lost before it was activated is to be replaced: %s', (_, facts, region, state) => {
    expect(at(sans(...facts))).toMatchObject({ [region]: state });
  });

  test('ordered by a 301 that ANS refuses is to be asked for again', () => {
    const ordered = sans(
      ...prerequis.slice(0, 2),
      { type: 'administrateurTechnique.designe', carte: null },
      'carteAdministrateur.demandee',
    );
    const refused = tell(ordered, 'dossier', { type: 'carteAdministrateur.refusee', motif });
    expect(at(refused)).toMatchObject({ administrateurTechnique: 'aEquiper' });
    expect(offered(refused)).toContain('carteAdministrateur.demandee');
  });

  test('of a mandataire, refused a replacement, leaves the mandate', () => {
    const lost = sans(...prerequis, 'mandat.trouve', 'carteMandataire.opposee', 'carteMandataire.demandee');
    expect(at(lost)).toMatchObject({ mandataire: 'attenteRemplacement' });
    expect(at(tell(lost, 'dossier', { type: 'carteMandataire.refusee', motif }))).toMatchObject({
      mandataire: 'carteARemplacer',
    });
  });
});

describe('a certificate', () => {
  test.each(['demande', 'disponible'])(
    'whose order is cancelled while it is %s leaves nothing to do but another',
    (vie) => {
      const reached = vie === 'demande' ? commande : tell(commande, 'certificat-1', 'certificat.disponible');
      const cancelled = tell(reached, 'certificat-1', 'certificat.annule');
      expect(certificat(cancelled)).toMatchObject({ vie: { clos: 'annule' } });
      expect([member(cancelled, 'dossier').comptes, at(cancelled)['certificats']]).toEqual([
        { enCours: 0, enService: 0, abandonne: 0 },
        'aucun',
      ]);
      expect(offered(cancelled)).toContain('certificat.demande');
    },
  );

  test.each(installe.map((_, rank) => [['ordered', 'available', 'withdrawn'][rank], installe.slice(0, rank)]))(
    'that is %s when the card of its beneficiary is opposed waits for a decision',
    (_, told) => {
      const opposed = tell(commande, 'certificat-1', ...(told as string[]), 'carteBeneficiaire.opposee');
      expect(certificat(opposed)).toMatchObject({ alerte: 'aDecider' });
      const next = installe.slice((told as string[]).length).find((type) => type !== 'certificat.disponible');
      const waiting =
        (told as string[]).length === 0 ? tell(opposed, 'certificat-1', 'certificat.disponible') : opposed;
      expect(manqueOf(waiting, 'certificat-1', next ?? '')).toEqual(['sans-alerte']);
      const kept = tell(waiting, 'certificat-1', 'certificat.maintenu', next ?? '');
      expect(certificat(kept)).toMatchObject({ alerte: 'aucune' });
    },
  );

  test('of a beneficiary who changes profession asks whether it is to be revoked', () => {
    expect(
      manqueOf(enService, 'certificat-1', { type: 'beneficiaire.qualiteModifiee', qualite: 'pharmacien' }),
    ).toEqual(['qualite-nouvelle']);
    const changed = tell(enService, 'certificat-1', {
      type: 'beneficiaire.qualiteModifiee',
      qualite: 'agentAdmission',
    });
    expect(certificat(changed)).toMatchObject({ vie: 'installe', alerte: 'aDecider' });
  });

  test('that is kept after a change of profession is renewed under the card of the new one', () => {
    const kept = tell(
      enService,
      'certificat-1',
      { type: 'beneficiaire.qualiteModifiee', qualite: 'agentAdmission' },
      'certificat.maintenu',
    );
    const changed = { type: 'beneficiaire.qualiteModifiee', qualite: 'agentAdmission' };
    expect(manqueOf(kept, 'certificat-1', changed)).toEqual(['qualite-nouvelle']);
    expect(manqueOf(kept, 'certificat-1', { type: 'certificat.renouvele', carte: 'CPS' })).toEqual([
      'carte-beneficiaire',
    ]);
    const renewed = tell(kept, 'certificat-1', { type: 'certificat.renouvele', carte: 'CPE' });
    expect(member(renewed, 'certificat-2').snapshot.context).toMatchObject({
      demande: { beneficiaire: { qualite: 'agentAdmission' } },
    });
    const back = tell(kept, 'certificat-1', { type: 'beneficiaire.qualiteModifiee', qualite: 'pharmacien' });
    expect(certificat(back)).toMatchObject({ alerte: 'aDecider' });
  });

  test('in service says since when by its own fact', () => {
    const ordered = sans(...habilite.map((type) => ({ type, date: '2026-02-02' })), {
      type: 'certificat.demande',
      date: '2026-02-02',
    });
    const dated = tell(ordered, 'certificat-1', ...installe.map((type, rank) => ({ type, date: `2026-02-1${rank}` })));
    expect(member(dated, 'certificat-1').depuis['vie.installe']).toBe('2026-02-12');
    expect(member(dated, 'dossier').depuis['certificats.enService']).toBe('2026-02-12');
  });
});

describe('a contract that ends', () => {
  const ended = tell(tell(commande, 'dossier', 'mandat.trouve'), 'dossier', 'contrat.termine');

  test('takes the mandate with it, closes the orders, and leaves the habilitation and what is ordered', () => {
    expect(at(ended)).toMatchObject({ contrat: 'aCompleter', mandataire: 'aucun', habilitation: 'accordee' });
    expect(manqueOf(ended, 'dossier', 'certificat.demande')).toEqual(['contrat-actif']);
    expect(certificat(tell(ended, 'certificat-1', ...installe))).toMatchObject({ vie: 'installe', commande: 'fermee' });
  });

  test('is another one when it is signed anew', () => {
    const again = tell(ended, 'dossier', 'contrat.transmis', 'contrat.signe', 'certificat.demande');
    expect(again.certificats.map(({ id }) => id)).toEqual(['certificat-1', 'certificat-2']);
  });
});

describe('an habilitation that ANS withdraws', () => {
  test('stops what asks for it, and asks for another form', () => {
    const withdrawn = tell(tell(commande, 'certificat-1', 'certificat.disponible'), 'dossier', 'habilitation.retiree');
    expect(at(withdrawn)).toMatchObject({
      habilitation: 'aucune',
      formulaire413: { redaction: { partie1: 'remplie', partie3: 'aRemplir', partie4: 'aRemplir' } },
    });
    expect(manqueOf(withdrawn, 'certificat-1', 'certificat.retire')).toEqual(['administrateur-technique-habilite']);
  });
});

describe('a form 413', () => {
  test('returned without a receipt is written again', () => {
    const returned = sans(...signe, 'formulaire413.transmis', 'formulaire413.retourne');
    expect(at(returned)).toMatchObject({
      formulaire413: { redaction: { partie1: 'remplie', partie3: 'aRemplir', partie4: 'remplie' } },
    });
  });
});

describe('an establishment that closes', () => {
  test('ends what is begun, begins nothing, and asks to revoke', () => {
    const closed = tell(sans(...signe, ...envoye, 'formulaire413.retourne'), 'dossier', 'etablissement.ferme');
    expect(manqueOf(closed, 'dossier', 'contrat.transmis')).toContain('etape-attendue');
    expect(offered(closed)).toEqual([]);
    const instructed = tell(sans(...signe, ...envoye), 'dossier', 'etablissement.ferme');
    expect(offered(instructed)).toEqual(['habilitation.accordee', 'formulaire413.retourne', 'formulaire413.rejete']);
    const alerted = tell(enService, 'dossier', 'etablissement.ferme');
    expect([certificat(alerted)['alerte'], offered(alerted)]).toEqual([
      'aDecider',
      ['certificat.maintenu', 'certificat.revoque'],
    ]);
    expect(member(tell(alerted, 'certificat-1', 'certificat.revoque'), 'dossier').comptes).toEqual({
      enCours: 0,
      enService: 0,
      abandonne: 0,
    });
  });
});

describe('a groupement', () => {
  test('is complete when every site that is not abandoned is in service, and not when all are abandoned', () => {
    const sites = ['010000057', '010000040', '590782553'];
    const three = sites.reduce(
      (family, finess, rank) => openSite(family, `site-${rank}`, { finess }),
      openGroupement(),
    );
    const avancement = (family: Family) => standing(family, 'groupement')['avancement'];
    const contacted = tell(three, 'groupement', 'dsi.contactee');
    const served = tell(tell(contacted, 'site-0', ...habilite, 'certificat.demande'), 'certificat-1', ...installe);
    const one = tell(served, 'site-1', 'dossier.abandonne');
    const both = tell(one, 'site-2', 'dossier.abandonne');
    expect([served, one, both].map(avancement)).toEqual(['enCours', 'enCours', 'complet']);
    const none = ['site-0', 'site-1', 'site-2'].reduce(
      (family, id) => tell(family, id, 'dossier.abandonne'),
      contacted,
    );
    expect(avancement(none)).toBe('sansSite');
  });
});
