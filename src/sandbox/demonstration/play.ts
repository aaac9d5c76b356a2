import type { Acteur } from '../../../machines/step.ts';
import { DAY_MS } from '../../days.ts';
import type { Services } from '../../services.ts';
import { createServices } from '../../services.ts';
import type { Store } from '../../store/store.ts';
import { etablissements } from './etablissements.ts';
import { groupements } from './groupements.ts';
import type { Le } from './histoire.ts';
import { type Acte, actsOfGroupement, actsOfSites, type Regie } from './scenario.ts';

/** Plays the demonstration into an empty store, day after day up to `now`, as if the account had done it; a refusal is a fault of the data. */
export async function playDemonstration(store: Store, compteId: string, now: Date): Promise<void> {
  let instant = now;
  const services = createServices(store, () => instant);
  const le = daysFrom(now);
  const goTo = (ilYA: number) => {
    instant = ilYA === 0 ? now : morning(now, ilYA);
  };
  const actes = allActs({ services, act: { auteur: `compte:${compteId}`, version: null }, le });
  const days = Map.groupBy(actes, ({ ilYA }) => ilYA);
  for (const ilYA of [...days.keys()].sort((a, b) => b - a)) {
    goTo(ilYA);
    await services.recordDueFacts();
    const familles = Map.groupBy(days.get(ilYA) ?? [], ({ famille }) => famille);
    await Promise.all([...familles.values()].map(inTurn));
  }
  await keepDesk({ services, compteId, le, goTo });
}

function allActs(regie: Regie): Acte[] {
  let rang = 1;
  const all = groupements.flatMap((groupement) => {
    const acts = actsOfGroupement(regie, groupement, rang);
    rang += groupement.sites.length;
    return acts;
  });
  return [...all, ...actsOfSites(regie, etablissements, rang)];
}

async function inTurn(actes: readonly Acte[]): Promise<void> {
  for (const { tell } of actes) await tell();
}

/** When the desk works: nine in Paris, in winter. */
const HEURE_MS = 8 * 3_600_000;

/** That morning, so many days before `now`; on a weekend, the Friday before. */
function morning(now: Date, ilYA: number): Date {
  const midnight = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const day = new Date(midnight - ilYA * DAY_MS + HEURE_MS);
  const weekday = day.getUTCDay();
  const back = weekday === 0 ? 2 : Number(weekday === 6);
  return new Date(day.getTime() - back * DAY_MS);
}

/** Days told from `now`. */
function daysFrom(now: Date): Le {
  return (jours) => morning(now, -jours).toISOString().slice(0, 10);
}

/** What the desk keeps beside a journal: who has the dossier, a note of so many days ago, what is to be done. */
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
interface Comptoir {
  services: Services;
  /** Whose dossiers they are. */
  compteId: string;
  le: Le;
  /** Makes it that day, so many days ago. */
  goTo(ilYA: number): void;
}

/** Gives some dossiers of the demonstration to an account, with notes and follow-ups of its own. */
async function keepDesk({ services, compteId, le, goTo }: Comptoir): Promise<void> {
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
