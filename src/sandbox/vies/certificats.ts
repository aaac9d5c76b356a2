import { certificatCommande, certificatInstalle, certificatRetire, enService, habilite } from './common-steps.ts';
import { finished, type Journey } from './journey.ts';

/** The beneficiary leaves before the delivery: what was ordered for him is not withdrawn. */
export const commandeAnnulee: Journey = {
  title: 'Commande annulée, le bénéficiaire étant parti : une autre la remplace',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...habilite('2026-01-05'),
    ...certificatCommande('2026-01-12'),
    {
      fact: { type: 'certificat.disponible', date: '2026-01-16' },
      on: 'certificat',
      shows: ['Certificat à retirer (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.annule', date: '2026-01-19', motif: 'beneficiaire-parti' },
      on: 'certificat',
      shows: ['Premier certificat à commander'],
    },
    { fact: { type: 'certificat.retire', date: '2026-01-19' }, on: 'certificat', refused: ['etape-attendue'] },
    ...certificatCommande('2026-01-20'),
    ...certificatRetire('2026-01-23'),
    ...certificatInstalle('2026-01-23'),
  ],
  ends: finished,
};

/** A card may be lost at any time from the order on: one decides before going further. */
export const carteOpposeeAvantDelivrance: Journey = {
  title: 'Carte du bénéficiaire mise en opposition avant la délivrance : le certificat attend une décision',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...habilite('2026-01-05'),
    ...certificatCommande('2026-01-12'),
    {
      fact: { type: 'carteBeneficiaire.opposee', date: '2026-01-13' },
      on: 'certificat',
      shows: ['Révoquer, annuler ou maintenir le certificat ? (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.disponible', date: '2026-01-16' },
      on: 'certificat',
      shows: ['Certificat à retirer (AUTH, Alix Durand)'],
    },
    { fact: { type: 'certificat.retire', date: '2026-01-16' }, on: 'certificat', refused: ['sans-alerte'] },
    { fact: { type: 'certificat.maintenu', date: '2026-01-26', motif: 'Nouvelle carte active' }, on: 'certificat' },
    {
      fact: { type: 'certificat.retire', date: '2026-01-26' },
      on: 'certificat',
      shows: ['Certificat à installer (AUTH, Alix Durand)'],
    },
    ...certificatInstalle('2026-01-26'),
  ],
  ends: finished,
};

/** A20 — the old certificate serves until its successor does, whatever becomes of the first one. */
export const renouvellementRefuse: Journey = {
  title: 'Renouvellement refusé puis accordé : l’ancien certificat sert jusqu’à l’installation du nouveau',
  source: 'A20',
  procedure: 'prive-mono-site',
  steps: [
    ...enService('2023-05-02'),
    {
      fact: { type: 'certificat.renouvellementDu', date: '2026-03-16' },
      on: 'certificat',
      shows: ['Certificat à renouveler (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.renouvele', date: '2026-03-18', carte: 'CPE' },
      on: 'certificat',
      refused: ['carte-beneficiaire'],
    },
    {
      fact: { type: 'certificat.renouvele', date: '2026-03-18', carte: 'CPS' },
      on: 'certificat',
      shows: ['Mise à disposition du certificat (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.refuse', date: '2026-03-25', motif: 'Demande incomplète' },
      on: 'certificat',
      shows: ['Certificat à renouveler (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.renouvele', date: '2026-03-26', carte: 'CPS' },
      on: 'premierCertificat',
      shows: ['Mise à disposition du certificat (AUTH, Alix Durand)'],
    },
    ...certificatRetire('2026-04-02'),
    ...certificatInstalle('2026-04-02'),
    {
      fact: { type: 'certificat.revoque', date: '2026-04-03', motif: 'remplacement' },
      on: 'premierCertificat',
      refused: ['etape-attendue'],
    },
  ],
  ends: finished,
};

/** A20 — a theft does not wait for the successor. */
export const volPendantRenouvellement: Journey = {
  title: 'Certificat volé pendant son renouvellement : il est révoqué sans attendre son remplaçant',
  source: 'A20',
  procedure: 'prive-mono-site',
  steps: [
    ...enService('2023-05-02'),
    {
      fact: { type: 'certificat.renouvellementDu', date: '2026-03-16' },
      on: 'certificat',
      shows: ['Certificat à renouveler (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.renouvele', date: '2026-03-18', carte: 'CPS' },
      on: 'certificat',
      shows: ['Mise à disposition du certificat (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.revoque', date: '2026-03-20', motif: 'perte-ou-vol', par: 'representantLegal' },
      on: 'premierCertificat',
    },
    ...certificatRetire('2026-03-27'),
    ...certificatInstalle('2026-03-27'),
  ],
  ends: finished,
};

/** A certificate says what its holder is: another profession asks whether to revoke it. */
export const beneficiaireQuiChange: Journey = {
  title: 'Bénéficiaire qui change de profession : son certificat est révoqué, un autre est commandé',
  source: 'A27',
  procedure: 'prive-mono-site',
  steps: [
    ...enService('2026-01-05'),
    {
      fact: { type: 'beneficiaire.qualiteModifiee', date: '2026-02-02', qualite: 'pharmacien' },
      on: 'certificat',
      refused: ['qualite-nouvelle'],
    },
    {
      fact: { type: 'beneficiaire.qualiteModifiee', date: '2026-02-02', qualite: 'agentAdmission' },
      on: 'certificat',
      shows: ['Révoquer, annuler ou maintenir le certificat ? (AUTH, Alix Durand)'],
    },
    {
      fact: { type: 'certificat.revoque', date: '2026-02-03', motif: 'donnee-modifiee' },
      on: 'certificat',
      shows: ['Premier certificat à commander'],
    },
    ...certificatCommande('2026-02-03', { qualite: 'agentAdmission', carte: 'CPE' }),
    ...certificatRetire('2026-02-06'),
    ...certificatInstalle('2026-02-06'),
  ],
  ends: finished,
};
