import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { texteLibre } from '../../../machines/formulaires/champs.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Editeur } from '../../store/identities.ts';
import type { Identity } from '../identity.ts';
import type { IdentityRefusal } from '../refusal.ts';
import { type Registre, requireRole, toActe } from '../registre.ts';

/** An éditeur by its name. */
export const EditeurNomme = z.strictObject({ nom: texteLibre('Nom de l’éditeur', 100) });

/** Who publishes the software of establishments. */
export interface Editeurs {
  /** By name. */
  editeurs(): Promise<Editeur[]>;
  editeur(id: string): Promise<Editeur | null>;
  /** `{nom}`, that no other has. */
  createEditeur(par: Identity, nomme: z.output<typeof EditeurNomme>): Promise<Result<Editeur, IdentityRefusal>>;
  /** `{nom}`, that no other has. */
  renameEditeur(
    par: Identity,
    id: string,
    nomme: z.output<typeof EditeurNomme>,
  ): Promise<Result<Editeur, IdentityRefusal>>;
}

/** The éditeurs of `registre`. */
export function createEditeurs({ store, clock }: Registre): Editeurs {
  return {
    editeurs: () => store.editeurs(),
    editeur: (id) => store.editeur(id),
    async createEditeur(par, { nom }) {
      const allowed = requireRole(par, 'superviseur');
      if (!allowed.ok) return allowed;
      const now = clock();
      const editeur = { id: randomUUID(), nom, creeLe: now.toISOString() };
      const acte = toActe(par, now, { acte: 'editeur.cree', cible: editeur.id, detail: { nom } });
      const isNew = await store.addEditeur(editeur, acte);
      return isNew ? ok(editeur) : err({ code: 'editeur-existant', nom });
    },
    async renameEditeur(par, id, { nom }) {
      const allowed = requireRole(par, 'superviseur');
      if (!allowed.ok) return allowed;
      const editeur = await store.editeur(id);
      if (!editeur) return err({ code: 'introuvable', objet: 'editeur', id });
      const acte = toActe(par, clock(), { acte: 'editeur.renomme', cible: id, detail: { nom } });
      const isFree = await store.renameEditeur(id, nom, acte);
      return isFree ? ok({ ...editeur, nom }) : err({ code: 'editeur-existant', nom });
    },
  };
}
