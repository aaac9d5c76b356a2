import {
  alerte,
  aRemplir,
  certificatCommande,
  certificatObtenu,
  enService,
  formulaireRecu,
  formulaireSigne,
  habilite,
  refuse,
} from './common-steps.ts';
import { monoSite } from './journey.ts';

const nouveaux = { siret: '35600000000048', finess: '010000057' };

/** Nothing is ordered without a contract; the habilitation stands. */
export const contratTermine = monoSite({
  title: 'Contrat terminé avant la première commande : un nouveau contrat la rend possible',
  source: 'A27',
  steps: [
    ...habilite('2026-01-05'),
    {
      fact: { type: 'contrat.termine', date: '2026-01-19', motif: 'Échéance' },
      shows: ['Contrat de structure à compléter'],
    },
    ...refuse(certificatCommande('2026-01-20'), 'contrat-actif'),
    { fact: { type: 'contrat.transmis', date: '2026-01-20' }, shows: ['Décision de l’ANS sur le contrat'] },
    { fact: { type: 'contrat.signe', date: '2026-02-03', numero: 'C-2026-0107' } },
    ...certificatObtenu('2026-02-03', '2026-02-06'),
  ],
});

/** A23 — the entity that one joins may have its contract and its card: they are looked for, not asked again. */
export const fusion = monoSite({
  title: 'Fusion : le nouveau SIRET a déjà un contrat, et chaque certificat pose la question de sa révocation',
  source: 'A23',
  steps: [
    ...enService('2026-01-05'),
    {
      fact: { type: 'etablissement.identifiantModifie', date: '2026-03-02', ...nouveaux },
      shows: [
        'Contrat avec l’ANS à vérifier',
        'Carte CDE ou CPS responsable à vérifier',
        ...Object.values(aRemplir),
        alerte,
      ],
    },
    { fact: { type: 'certificat.maintenu', date: '2026-03-03', motif: 'Même pharmacie' }, on: 'certificat' },
    { fact: { type: 'contrat.trouve', date: '2026-03-03', numero: 'C-2019-0001', depuis: '2019-06-01' } },
    {
      fact: {
        type: 'carteResponsable.trouvee',
        date: '2026-03-03',
        carte: { type: 'CDE', fin: '2035-12-31' },
        depuis: '2024-01-15',
      },
    },
    ...formulaireSigne('2026-03-04', { identifiants: nouveaux }),
    ...formulaireRecu('2026-03-04'),
    { fact: { type: 'habilitation.accordee', date: '2026-03-13' } },
  ],
});

/** What is begun ends, nothing new starts, and what is in service is to be revoked. */
export const etablissementFerme = monoSite({
  title: 'Établissement qui ferme : une commande en cours est annulée, le certificat en service révoqué',
  source: 'A27',
  steps: [
    ...enService('2026-01-05'),
    ...certificatCommande('2026-02-02'),
    {
      fact: { type: 'etablissement.ferme', date: '2026-02-09', motif: 'Cessation d’activité' },
      shows: [alerte, alerte],
    },
    ...refuse(certificatCommande('2026-02-10'), 'dossier-ouvert'),
    { fact: { type: 'certificat.annule', date: '2026-02-10', motif: 'autre' }, on: 'certificat' },
    { fact: { type: 'certificat.revoque', date: '2026-02-10', motif: 'fin-activite' }, on: 'premierCertificat' },
  ],
  ends: { statut: 'clos', restant: 0, shows: [] },
});
