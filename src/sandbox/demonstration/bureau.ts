import type { Acteur } from '../../../machines/step.ts';
import type { Services } from '../../services.ts';
import type { Le } from './histoire.ts';

/** What the desk keeps beside the journal of a dossier: who has it, a note of so many days ago, what is to be done by a day. */
interface Suivi {
  dossier: string;
  note?: { ilYA: number; texte: string };
  relance?: { ilYA: number; dans: number; quoi: string; acteur: Acteur };
}

const suivis: readonly Suivi[] = [
  {
    dossier: 'Clinique du Lac',
    note: { ilYA: 6, texte: 'Vu avec la direction : la page 2 repart au cachet, le signataire revient jeudi.' },
    relance: { ilYA: 6, dans: 1, quoi: 'Demander la partie 3 signée et cachetée', acteur: 'etablissement' },
  },
  {
    dossier: 'Polyclinique des Alpilles',
    note: {
      ilYA: 9,
      texte: 'Carte perdue dans le train. L’opposition est faite, la nouvelle carte se commande par TOM.',
    },
  },
  {
    dossier: 'Centre de dialyse du Parc',
    relance: { ilYA: 20, dans: 0, quoi: 'Relancer l’ANS sur le contrat, sans réponse depuis deux mois', acteur: 'ans' },
  },
  {
    dossier: 'EHPAD public Les Terrasses',
    note: { ilYA: 40, texte: 'La directrice a changé : le contrat est à faire signer par la nouvelle.' },
    relance: { ilYA: 40, dans: 4, quoi: 'Rappeler pour le contrat de structure', acteur: 'representantLegal' },
  },
  { dossier: 'Centre hospitalier du Haut-Val' },
  { dossier: 'EHPAD Les Sources' },
];

/** What a desk is kept with. */
export interface Comptoir {
  services: Services;
  /** Whose dossiers they are. */
  compteId: string;
  le: Le;
  /** Makes it that day, so many days ago. */
  goTo(ilYA: number): void;
}

/** Gives some dossiers of the demonstration to an account, with notes and follow-ups of its own. */
export async function keepDesk({ services, compteId, le, goTo }: Comptoir): Promise<void> {
  const auteur = `compte:${compteId}`;
  const { lignes } = await services.list({ genre: 'dossier', limite: 100 });
  const taken: string[] = [];
  for (const { dossier, note, relance } of suivis) {
    const id = lignes.find(({ denomination }) => denomination === dossier)?.id ?? '';
    taken.push(id);
    if (note) {
      goTo(note.ilYA);
      await services.suivi.write(id, { texte: note.texte }, auteur);
    }
    if (relance) {
      const { ilYA, dans, ...asked } = relance;
      goTo(ilYA);
      await services.suivi.plan(id, { ...asked, pourLe: le(dans), compteId }, auteur);
    }
  }
  goTo(0);
  await services.travail.affecter(taken, compteId, auteur);
}
