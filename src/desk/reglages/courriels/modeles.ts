import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Identity, IdentityRefusal } from '../../../identity/identity.ts';
import { bySuperviseur, toActe } from '../../../identity/registre.ts';
import { err, ok, type Result } from '../../../result.ts';
import type { ReglageStore, VersionModele } from '../../../store/reglages.ts';
import type { ReglageRefusal } from '../valeurs.ts';
import { modelesFournis } from './fournis.ts';
import type { Destinataire, ModeleEcrit } from './saisie.ts';

/** A canned mail at its last version: 0 as it came with the service, by whoever wrote it afterwards. */
interface Modele extends Omit<VersionModele, 'destinataire' | 'ecritLe' | 'ecritPar'> {
  destinataire: Destinataire;
  ecritLe: string | null;
  ecritPar: string | null;
}

type Ecrit = Promise<Result<Modele, IdentityRefusal | ReglageRefusal>>;

/** The canned mails kept in a store. */
export function createModeles(desk: { store: { reglages: ReglageStore }; clock(): Date }) {
  const kept = desk.store.reglages;
  const versionsModele = (id: string): Modele[] => [
    ...(kept.modeles().filter((one) => one.id === id) as Modele[]).reverse(),
    ...modelesFournis.filter((one) => one.id === id).map(asGiven),
  ];
  const modele = (id: string) => versionsModele(id)[0] ?? null;

  return {
    /** In use or not; null for an unknown one. */
    modele,
    /** Newest first. */
    versionsModele,
    /** Those in use, by name. */
    modeles(): Modele[] {
      const ids = new Set([...modelesFournis, ...kept.modeles()].map(({ id }) => id));
      return [...ids]
        .flatMap((id) => modele(id) ?? [])
        .filter(({ retire }) => !retire)
        .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
    },
    /** `{nom, destinataire, objet, corps, version}` by a superviseur: the next version of `id`, or a new mail when it is null. */
    ecrireModele: bySuperviseur(async (par, id: string | null, ecrit: z.output<typeof ModeleEcrit>): Ecrit => {
      if (id !== null && !modele(id)) return unknown(id);
      return await write(par, { ...ecrit, id: id ?? randomUUID(), retire: false });
    }),
    /** Out of use, by a superviseur who has read `version`. */
    retirerModele: bySuperviseur(async (par, id: string, version: number): Ecrit => {
      const last = modele(id);
      return last ? await write(par, { ...last, version, retire: true }) : unknown(id);
    }),
  };

  /** `read.version` is the one that was read. */
  async function write(par: Identity, read: Omit<VersionModele, 'ecritLe' | 'ecritPar'>): Ecrit {
    const last = modele(read.id)?.version ?? 0;
    if (read.version !== last) return err({ code: 'modele-modifie', version: last });
    const { id, nom, retire } = read;
    const version = last + 1;
    const act = retire ? 'modele.retire' : 'modele.ecrit';
    const acte = toActe(par, desk.clock(), { acte: act, cible: id, detail: { nom, version } });
    const next = { ...read, version, ecritLe: acte.le, ecritPar: acte.auteur };
    return (await kept.addModele(next, acte)) ? ok(next as Modele) : err({ code: 'modele-modifie', version });
  }
}

function unknown(id: string) {
  return err({ code: 'introuvable', objet: 'modele', id } as const);
}

function asGiven(given: (typeof modelesFournis)[number]): Modele {
  return { ...given, version: 0, retire: false, ecritLe: null, ecritPar: null };
}
