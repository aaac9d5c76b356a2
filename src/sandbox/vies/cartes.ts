import {
  carteDemandee,
  certificatCommande,
  certificatDisponible,
  certificatInstalle,
  certificatObtenu,
  designation,
  formulaireSigne,
  instruction,
  martin,
  nouvelleCarte,
  prerequis,
  refuse,
  retrait,
} from './common-steps.ts';
import { finished, monoSite } from './journey.ts';

const duMandataire = { qualite: 'mandataire', carte: { type: 'CPE', fin: '2035-12-31' } } as const;

/** Two orders before the card that serves: the ANS refuses one, the post loses the other. */
export const carteJamaisActivee = monoSite({
  title: 'Carte de l’administrateur technique refusée par l’ANS, puis perdue avant d’être activée',
  source: 'A27',
  steps: [
    ...prerequis('2026-01-05').slice(0, 2),
    {
      fact: designation('2026-01-06', martin, null),
      shows: ['Carte de l’administrateur technique à demander'],
    },
    carteDemandee('2026-01-06'),
    {
      fact: { type: 'carteAdministrateur.refusee', date: '2026-01-14', motif: 'Pièce illisible' },
      shows: ['Carte de l’administrateur technique à demander'],
    },
    ...nouvelleCarte('2026-01-15', '2026-01-26'),
    {
      fact: { type: 'carteAdministrateur.opposee', date: '2026-02-02', motif: 'Jamais arrivée' },
      shows: ['Carte de l’administrateur technique à remplacer'],
    },
    ...nouvelleCarte('2026-02-02', '2026-02-12', 'tom'),
    {
      fact: { type: 'carteAdministrateur.activee', date: '2026-02-16', carte: { type: 'CPA', fin: '2029-02-12' } },
      refused: ['carte-employe'],
    },
    { fact: { type: 'carteAdministrateur.activee', date: '2026-02-16', carte: { type: 'CPE', fin: '2029-02-12' } } },
    ...formulaireSigne('2026-02-17'),
    ...instruction('2026-02-17', '2026-02-27'),
    ...certificatObtenu('2026-03-02', '2026-03-04'),
  ],
});

/** The mandate is another thing than the card that makes it usable. */
export const mandataireSansNouvelleCarte = monoSite({
  title: 'Mandataire dont la nouvelle carte est refusée : le mandat reste, il signe avec la suivante',
  source: 'A27',
  steps: [
    ...prerequis('2026-01-05'),
    { fact: { type: 'mandat.trouve', date: '2026-01-05', carte: { type: 'CPE', fin: '2035-12-31' } } },
    {
      fact: { type: 'carteMandataire.opposee', date: '2026-01-08', motif: 'Vol' },
      shows: ['Carte du mandataire à remplacer'],
    },
    {
      fact: { type: 'carteMandataire.demandee', date: '2026-01-09', moyen: 'formulaire-301' },
      shows: ['Émission de la nouvelle carte du mandataire'],
    },
    {
      fact: { type: 'carteMandataire.refusee', date: '2026-01-20', motif: 'Photographie manquante' },
      shows: ['Carte du mandataire à remplacer'],
    },
    {
      fact: { type: 'carteMandataire.demandee', date: '2026-01-21', moyen: 'formulaire-301' },
      shows: ['Émission de la nouvelle carte du mandataire'],
    },
    {
      fact: { type: 'carteMandataire.emise', date: '2026-02-02' },
      shows: ['Carte du mandataire à recevoir et activer'],
    },
    ...formulaireSigne('2026-02-03', { visa: duMandataire }).slice(0, 3),
    { fact: { type: 'formulaire413.signe', date: '2026-02-03' }, refused: ['mandataire-actif'] },
    { fact: { type: 'carteMandataire.activee', date: '2026-02-05', carte: { type: 'CPE', fin: '2035-12-31' } } },
    ...formulaireSigne('2026-02-05').slice(3),
    ...instruction('2026-02-05', '2026-02-13'),
    ...certificatObtenu('2026-02-16', '2026-02-18'),
  ],
  ends: { ...finished, shows: ['Éditeur de logiciel à contacter'] },
});

/** A lost card suspends the withdrawal, which resumes in place once a new card is active. */
export const cartePerdue = monoSite({
  title: 'Administrateur technique qui perd sa carte entre la commande et le retrait, sans perdre son habilitation',
  source: '§4',
  steps: [
    ...prerequis('2026-04-01'),
    ...formulaireSigne('2026-04-02'),
    ...instruction('2026-04-02', '2026-04-13'),
    ...certificatCommande('2026-04-14'),
    {
      fact: { type: 'carteAdministrateur.opposee', date: '2026-04-15' },
      shows: ['Carte de l’administrateur technique à remplacer'],
    },
    certificatDisponible('2026-04-16'),
    ...refuse([retrait('2026-04-16')], 'administrateur-technique-habilite'),
    ...nouvelleCarte('2026-04-16', '2026-04-27'),
    { fact: { type: 'carteAdministrateur.activee', date: '2026-04-30', carte: { type: 'CPE', fin: '2029-04-27' } } },
    retrait('2026-04-30'),
    ...certificatInstalle('2026-05-04'),
  ],
});
