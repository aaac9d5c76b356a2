import { formulaires } from '../../../machines/formulaires/index.ts';
import {
  aRemplir,
  certificatObtenu,
  formulaireRecu,
  formulaireSigne,
  instruction,
  prerequis,
  viseEtSigne,
} from './common-steps.ts';
import { monoSite } from './journey.ts';

const { partie4 } = formulaires['formulaire-413'].exemple;

/** A visa serves one version: each return asks for another, and for another signature. */
export const formulaireRetourne = monoSite({
  title: 'Formulaire 413 retourné deux fois : chaque version est visée et signée à nouveau',
  source: '§5',
  steps: [
    ...prerequis('2026-01-12'),
    ...formulaireSigne('2026-01-13'),
    ...formulaireRecu('2026-01-14'),
    {
      fact: { type: 'formulaire413.retourne', date: '2026-01-20', motifs: [{ code: 'domaine-messagerie-manquant' }] },
      shows: [aRemplir.partie3, aRemplir.partie4],
    },
    { fact: { type: 'formulaire413.signe', date: '2026-01-20' }, refused: ['etape-attendue'] },
    {
      fact: {
        type: 'formulaire413.partie4Remplie',
        date: '2026-01-21',
        partie4: { ...partie4, domaineMessagerie: 'clinique-exemple.fr' },
      },
    },
    ...viseEtSigne('2026-01-21'),
    ...formulaireRecu('2026-01-22'),
    {
      fact: { type: 'formulaire413.retourne', date: '2026-01-28', motifs: [{ code: 'cachet-ou-signature-manquant' }] },
      shows: [aRemplir.partie3],
    },
    ...viseEtSigne('2026-01-29'),
    ...instruction('2026-01-29', '2026-02-05'),
    ...certificatObtenu('2026-02-06', '2026-02-09'),
  ],
});
