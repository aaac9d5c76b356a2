import { formulaires } from '../../../machines/formulaires/index.ts';
import {
  certificatCommande,
  certificatInstalle,
  certificatRetire,
  formulaireRecu,
  formulaireSigne,
  habilitation,
  prerequis,
} from './common-steps.ts';
import type { Journey } from './journey.ts';

const { partie3, partie4 } = formulaires['formulaire-413'].exemple;
const visa = 'Partie 3 à remplir : visa et cachet';

/** A visa serves one version: each return asks for another, and for another signature. */
export const formulaireRetourne: Journey = {
  title: 'Formulaire 413 retourné deux fois : chaque version est visée et signée à nouveau',
  source: '§5',
  procedure: 'prive-mono-site',
  steps: [
    ...prerequis('2026-01-12'),
    ...formulaireSigne('2026-01-13'),
    ...formulaireRecu('2026-01-14'),
    {
      fact: { type: 'formulaire413.retourne', date: '2026-01-20', motifs: [{ code: 'domaine-messagerie-manquant' }] },
      shows: [visa, 'Partie 4 à remplir : détails de la demande'],
    },
    {
      fact: { type: 'formulaire413.signe', date: '2026-01-20' },
      refused: ['etape-attendue'],
    },
    {
      fact: {
        type: 'formulaire413.partie4Remplie',
        date: '2026-01-21',
        partie4: { ...partie4, domaineMessagerie: 'clinique-exemple.fr' },
      },
    },
    {
      fact: { type: 'formulaire413.partie3Remplie', date: '2026-01-21', partie3: { ...partie3, date: '2026-01-21' } },
      shows: ['Formulaire 413 à signer'],
    },
    { fact: { type: 'formulaire413.signe', date: '2026-01-21' }, shows: ['Formulaire 413 à transmettre à l’ANS'] },
    ...formulaireRecu('2026-01-22'),
    {
      fact: { type: 'formulaire413.retourne', date: '2026-01-28', motifs: [{ code: 'cachet-ou-signature-manquant' }] },
      shows: [visa],
    },
    {
      fact: { type: 'formulaire413.partie3Remplie', date: '2026-01-29', partie3: { ...partie3, date: '2026-01-29' } },
      shows: ['Formulaire 413 à signer'],
    },
    { fact: { type: 'formulaire413.signe', date: '2026-01-29' }, shows: ['Formulaire 413 à transmettre à l’ANS'] },
    ...formulaireRecu('2026-01-29'),
    ...habilitation('2026-02-05'),
    ...certificatCommande('2026-02-06'),
    ...certificatRetire('2026-02-09'),
    ...certificatInstalle('2026-02-09'),
  ],
  ends: {
    statut: 'enService',
    restant: 0,
    shows: ['Éditeur de logiciel à contacter', 'Mandataire, si le représentant légal délègue'],
  },
};
