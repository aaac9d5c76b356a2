import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import {
  alerte,
  aRemplir,
  certificatCommande,
  certificatDisponible,
  certificatInstalle,
  certificatObtenu,
  delivrance,
  enService,
  formulaireRecu,
  formulaireSigne,
  habilite,
  instruction,
  martin,
  prerequis,
  refuse,
  retrait,
  viseEtSigne,
} from './common-steps.ts';
import { monoSite, site } from './journey.ts';

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

const bernard = { nom: 'Bernard', prenom: 'Lou' };
/** The ids of Martin and Bernard in a dossier. */
const ids = { martin: idOf(martin), bernard: idOf(bernard) };
const deBernard = {
  type: 'administrateurTechnique.designe',
  personne: bernard,
  origine: 'employe',
  carte: { type: 'CPS', fin: '2035-12-31' },
} as const;

/** One who leaves stops nothing while another is habilitated. */
export const releve = monoSite({
  title: 'Deux administrateurs techniques nommés : l’un part entre la commande et le retrait, l’autre continue',
  source: 'A18',
  steps: [
    ...prerequis('2026-01-05'),
    { fact: { ...deBernard, date: '2026-01-05' } },
    { fact: { ...deBernard, date: '2026-01-06' }, refused: ['administrateur-technique-nouveau'] },
    ...formulaireSigne('2026-01-06', { autres: [bernard] }),
    ...instruction('2026-01-07', '2026-01-15'),
    ...certificatCommande('2026-01-16'),
    {
      fact: { type: 'administrateurTechnique.parti', date: '2026-01-19' },
      refused: ['administrateur-technique-precise'],
    },
    { fact: { type: 'administrateurTechnique.parti', date: '2026-01-19', administrateur: ids.martin } },
    ...delivrance('2026-01-20'),
  ],
});

/** A further form habilitates one more, and voids nothing. */
export const formulaireDePlus = monoSite({
  title: 'Second administrateur technique habilité par un formulaire 413 de plus, qui n’arrête rien',
  source: 'A18',
  steps: [
    ...enService('2026-01-05'),
    { fact: { ...deBernard, date: '2026-02-02' } },
    {
      fact: { type: 'formulaire413.repris', date: '2026-02-02' },
      shows: Object.values(aRemplir),
    },
    ...certificatCommande('2026-02-03'),
    ...formulaireSigne('2026-02-03', { contact: bernard }),
    ...formulaireRecu('2026-02-03'),
    certificatDisponible('2026-02-06'),
    retrait('2026-02-06'),
    { fact: { type: 'habilitation.accordee', date: '2026-02-12' } },
    { fact: { type: 'habilitation.retiree', date: '2026-02-13', administrateur: ids.martin } },
    ...certificatInstalle('2026-02-16'),
  ],
});

/** Nobody is habilitated any more: another form is asked for, on what still stands of the first. */
export const habilitationRetiree = monoSite({
  title: 'Habilitation retirée par l’ANS avant la première commande : un autre formulaire 413 la rend',
  source: 'A27',
  steps: [
    ...habilite('2026-01-05'),
    {
      fact: { type: 'habilitation.retiree', date: '2026-01-19', motif: 'Contrôle' },
      shows: [aRemplir.partie3, aRemplir.partie4],
    },
    ...refuse(certificatCommande('2026-01-20'), 'etape-attendue'),
    ...formulaireSigne('2026-01-21').slice(0, 1),
    ...viseEtSigne('2026-01-21'),
    ...instruction('2026-01-21', '2026-01-30'),
    ...certificatObtenu('2026-02-02', '2026-02-04'),
  ],
});

/** The ANS returns a form that it never said to have received: the parts that its reasons touch are to be filled again. */
export const retourSansRecu = monoSite({
  title: 'Formulaire 413 retourné sans accusé de réception, pour deux de ses parties',
  source: 'A27',
  steps: [
    ...prerequis('2026-01-05'),
    ...formulaireSigne('2026-01-06'),
    ...formulaireRecu('2026-01-06').slice(0, 1),
    {
      fact: {
        type: 'formulaire413.retourne',
        date: '2026-01-16',
        motifs: [
          { code: 'identifiants-incoherents' },
          { code: 'domaine-messagerie-manquant', precision: 'Domaine absent' },
        ],
      },
      shows: Object.values(aRemplir),
    },
    { fact: { type: 'formulaire413.partie1Remplie', date: '2026-01-15', partie1: site }, refused: ['date-anterieure'] },
    ...formulaireSigne('2026-01-19'),
    ...instruction('2026-01-19', '2026-01-28'),
    ...certificatObtenu('2026-01-29', '2026-02-02'),
  ],
});
