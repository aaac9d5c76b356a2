import { certificat } from '../../machines/certificat/procedure.ts';
import type { CertificatContext } from '../../machines/certificat/setup.ts';
import type { Meta } from '../../machines/step.ts';
import { readFiche } from '../engine/fiche.ts';
import { restoreEtat } from '../engine/instance.ts';
import type { ListeRevocation } from '../pki/crl.ts';
import type { EndingAsked, EndingRow, InventoryStore } from '../store/inventory.ts';

/** A certificate that ends, as it is told. */
interface Ending extends Omit<EndingRow, 'fiche' | 'etat'> {
  usage: string;
  beneficiaire: string;
  numeroSerie: string | null;
  /** The authority that issued it, null where nobody said it. */
  emetteur: string | null;
  /** How far it is: « Certificat installé », « Renouvellement commandé ». */
  vie: string;
  renouvellement: string;
  /** Whether it is to be renewed and nothing was ordered. */
  aRenouveler: boolean;
}

/** What is asked of what ends, but the day of today. */
export type EndingFilters = Omit<EndingAsked, 'jour'>;

/** How certificates are sorted, and which part of them is told. */
export type EndingPart = Parameters<InventoryStore['ending']>[1];

/** One that a list of revocations names, since that day (YYYY-MM-DD). */
interface Revoque extends Ending {
  revoqueLe: string;
}

/** No certificate ends later. */
export const EVER = '9998-12-31';

/** What ends when, by structure and éditeur. */
export function createInventory(inventaire: InventoryStore, today: () => string) {
  const on = (filtres: EndingFilters): EndingAsked => ({ ...filtres, jour: today() });
  const lire = async (filtres: EndingFilters, part: EndingPart) =>
    (await inventaire.ending(on(filtres), part)).map(tell);
  return {
    lire,
    /** Those that a list names and that are not over here, by structure, `limite` at most. */
    async revoques({ revoques }: Pick<ListeRevocation, 'revoques'>, limite: number): Promise<Revoque[]> {
      const numeros = JSON.stringify([...revoques.keys()]);
      const found = await lire({ avant: EVER, numeros }, { tri: 'structure', limite, decalage: 0 });
      return found.flatMap((one) => {
        const revoked = revoques.get(one.numeroSerie ?? '');
        return revoked ? [{ ...one, revoqueLe: revoked.le }] : [];
      });
    },
    compter: (filtres: EndingFilters) => inventaire.countEnding(on(filtres)),
    parEmetteur: (filtres: EndingFilters) => inventaire.endingByEmetteur(on(filtres)),
    parEditeur: (filtres: EndingFilters) => inventaire.endingByEditeur(on(filtres)),
  };
}

function tell({ fiche, etat, ...row }: EndingRow): Ending {
  const { usage = '', beneficiaire } = readFiche(fiche);
  const kept = restoreEtat(certificat, etat)?.snapshot;
  const { numeroSerie = null, emetteur = null } = (kept?.context ?? {}) as Partial<CertificatContext>;
  const at = (region: 'vie' | 'renouvellement') => `${kept?.value[region] ?? ''}`;
  return {
    ...row,
    usage,
    beneficiaire: beneficiaire ? `${beneficiaire.prenom} ${beneficiaire.nom}` : '',
    numeroSerie,
    emetteur,
    vie: wordsOf('vie', at('vie')),
    renouvellement: wordsOf('renouvellement', at('renouvellement')),
    aRenouveler: at('renouvellement') === 'du',
  };
}

function wordsOf(region: string, state: string): string {
  const { libelle = '' } = (certificat.machine.root.states[region]?.states[state]?.meta ?? {}) as Partial<Meta>;
  return libelle;
}
