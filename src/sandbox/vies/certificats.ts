import {
  alerte,
  certificatCommande,
  certificatDisponible,
  certificatInstalle,
  certificatObtenu,
  delivrance,
  enService,
  formulaireSigne,
  habilite,
  instruction,
  prerequis,
  refuse,
  renouvele,
  renouvellementDu,
  retrait,
} from './common-steps.ts';
import { monoSite } from './journey.ts';

/** The beneficiary leaves before the delivery: what was ordered for him is not withdrawn. */
export const commandeAnnulee = monoSite({
  title: 'Commande annulée, le bénéficiaire étant parti : une autre la remplace',
  source: 'A27',
  steps: [
    ...habilite('2026-01-05'),
    ...certificatCommande('2026-01-12'),
    certificatDisponible('2026-01-16'),
    {
      fact: { type: 'certificat.annule', date: '2026-01-19', motif: 'beneficiaire-parti' },
      on: 'certificat',
      shows: ['Premier certificat à commander'],
    },
    ...refuse([retrait('2026-01-19')], 'etape-attendue'),
    ...certificatObtenu('2026-01-20', '2026-01-23'),
  ],
});

/** A card may be lost at any time from the order on: one decides before going further. */
export const carteOpposeeAvantDelivrance = monoSite({
  title: 'Carte du bénéficiaire mise en opposition avant la délivrance : le certificat attend une décision',
  source: 'A27',
  steps: [
    ...habilite('2026-01-05'),
    ...certificatCommande('2026-01-12'),
    {
      fact: { type: 'carteBeneficiaire.opposee', date: '2026-01-13' },
      on: 'certificat',
      shows: [alerte],
    },
    certificatDisponible('2026-01-16'),
    ...refuse([retrait('2026-01-16')], 'sans-alerte'),
    { fact: { type: 'certificat.maintenu', date: '2026-01-26', motif: 'Nouvelle carte active' }, on: 'certificat' },
    retrait('2026-01-26'),
    ...certificatInstalle('2026-01-26'),
  ],
});

/** A20 — the old certificate serves until its successor does, whatever becomes of the first one. */
export const renouvellementRefuse = monoSite({
  title: 'Renouvellement refusé puis accordé : l’ancien certificat sert jusqu’à l’installation du nouveau',
  source: 'A20',
  steps: [
    ...enService('2023-05-02'),
    renouvellementDu('2026-03-16'),
    {
      fact: { type: 'certificat.renouvele', date: '2026-03-18', carte: 'CPE' },
      on: 'certificat',
      refused: ['carte-beneficiaire'],
    },
    renouvele('2026-03-18'),
    {
      fact: { type: 'certificat.refuse', date: '2026-03-25', motif: 'Demande incomplète' },
      on: 'certificat',
      shows: ['Certificat à renouveler (AUTH, Alix Durand)'],
    },
    renouvele('2026-03-26', 'premierCertificat'),
    ...delivrance('2026-04-02'),
    {
      fact: { type: 'certificat.revoque', date: '2026-04-03', motif: 'remplacement' },
      on: 'premierCertificat',
      refused: ['etape-attendue'],
    },
  ],
});

/** A20 — a theft does not wait for the successor. */
export const volPendantRenouvellement = monoSite({
  title: 'Certificat volé pendant son renouvellement : il est révoqué sans attendre son remplaçant',
  source: 'A20',
  steps: [
    ...enService('2023-05-02'),
    renouvellementDu('2026-03-16'),
    renouvele('2026-03-18'),
    {
      fact: { type: 'certificat.revoque', date: '2026-03-20', motif: 'perte-ou-vol', par: 'representantLegal' },
      on: 'premierCertificat',
    },
    ...delivrance('2026-03-27'),
  ],
});

/** A certificate says what its holder is: another profession asks whether to revoke it. */
export const beneficiaireQuiChange = monoSite({
  title: 'Bénéficiaire qui change de profession : son certificat est révoqué, un autre est commandé',
  source: 'A27',
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
      shows: [alerte],
    },
    {
      fact: { type: 'certificat.revoque', date: '2026-02-03', motif: 'donnee-modifiee' },
      on: 'certificat',
      shows: ['Premier certificat à commander'],
    },
    ...certificatCommande('2026-02-03', { qualite: 'agentAdmission', carte: 'CPE' }),
    ...delivrance('2026-02-06'),
  ],
});

/** A renewal orders a successor, which is withdrawn and installed in its turn. */
export const renouvellement = monoSite({
  title: 'Certificat de trois ans renouvelé pendant son préavis de 60 jours',
  source: '§7',
  steps: [
    ...prerequis('2023-05-02'),
    ...formulaireSigne('2023-05-03'),
    ...instruction('2023-05-03', '2023-05-10'),
    ...certificatObtenu('2023-05-11', '2023-05-15'),
    renouvellementDu('2026-03-16'),
    renouvele('2026-04-02'),
    ...delivrance('2026-04-07', '2026-04-08'),
  ],
});
