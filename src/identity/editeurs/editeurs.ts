import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';
import { err, ok } from '../../result.ts';
import { byAgents, bySuperviseur, type Registre, toActe } from '../registre.ts';

/** An éditeur by its name. */
export const EditeurNomme = z.strictObject({ nom: texteLibre('Nom de l’éditeur', 100) });

/** Who publishes the software of establishments. */
export function createEditeurs({ store, clock }: Registre) {
  return {
    /** By name. */
    editeurs: store.editeurs,
    editeur: store.editeur,
    /** `{nom}`, that no other has. */
    createEditeur: bySuperviseur(async (par, { nom }: z.output<typeof EditeurNomme>) => {
      const now = clock();
      const editeur = { id: randomUUID(), nom, creeLe: now.toISOString() };
      const acte = toActe(par, now, { acte: 'editeur.cree', cible: editeur.id, detail: { nom } });
      const isNew = await store.addEditeur(editeur, acte);
      return isNew ? ok(editeur) : err({ code: 'editeur-existant', nom });
    }),
    /** `{nom}`, that no other has. */
    renameEditeur: bySuperviseur(async (par, id: string, { nom }: z.output<typeof EditeurNomme>) => {
      const editeur = await store.editeur(id);
      if (!editeur) return err({ code: 'introuvable', objet: 'editeur', id });
      const acte = toActe(par, clock(), { acte: 'editeur.renomme', cible: id, detail: { nom } });
      const isFree = await store.renameEditeur(id, nom, acte);
      return isFree ? ok({ ...editeur, nom }) : err({ code: 'editeur-existant', nom });
    }),
  };
}

const id = z.string().min(1).max(100).optional();

/** A delegation to grant. */
export const DelegationDemandee = z
  .strictObject({
    dossierId: id.meta({ title: 'Dossier' }),
    groupementId: id.meta({ title: 'Groupement' }),
    editeurId: z.string().min(1).max(100).meta({ title: 'Éditeur' }),
    du: IsoDate.meta({ title: 'Du' }),
    au: IsoDate.nullable().default(null).meta({ title: 'Au', description: 'Inclus ; sans fin s’il manque.' }),
    motif: texteLibre('Motif', 500),
  })
  .refine(({ dossierId, groupementId }) => (dossierId === undefined) !== (groupementId === undefined), {
    path: ['dossierId'],
    message: 'Indiquez un dossier ou un groupement, pas les deux.',
  })
  .refine(({ du, au }) => au === null || au >= du, {
    path: ['au'],
    message: 'La fin ne précède pas le début.',
    when: ({ issues }) => issues.length === 0,
  })
  .transform(({ dossierId, groupementId, ...others }) => ({
    ...others,
    genre: groupementId === undefined ? ('dossier' as const) : ('groupement' as const),
    instanceId: groupementId ?? dossierId ?? '',
  }));

/** What éditeurs may see of the establishments that they serve. */
export function createDelegations({ store, clock }: Registre) {
  return {
    /** `{dossierId or groupementId, editeurId, du, au, motif}`; a groupement brings its sites, now and to come. */
    delegate: byAgents(async (par, demande: z.output<typeof DelegationDemandee>) => {
      const { genre, instanceId, editeurId, du, au } = demande;
      if (!(await store.editeur(editeurId))) return err({ code: 'introuvable', objet: 'editeur', id: editeurId });
      const now = clock();
      const detail = { genre, instanceId, editeurId, du, au };
      const acte = toActe(par, now, { acte: 'delegation.accordee', cible: randomUUID(), detail });
      const granted = { accordeeLe: acte.le, accordeePar: acte.auteur, revoqueeLe: null, revoqueePar: null };
      const delegation = { id: acte.cible, ...demande, ...granted };
      const added = await store.addDelegation(delegation, acte);
      if (added === 'delegation-existante') return err({ code: added, editeurId });
      return added === 'fait' ? ok(delegation) : err({ code: added, objet: genre, id: instanceId });
    }),
    /** At once, whatever its days. */
    revokeDelegation: byAgents(async (par, delegationId: string) => {
      const acte = toActe(par, clock(), { acte: 'delegation.revoquee', cible: delegationId });
      const isRevoked = await store.revokeDelegation(delegationId, acte);
      return isRevoked ? ok(null) : err({ code: 'introuvable', objet: 'delegation', id: delegationId });
    }),
    delegation: store.delegation,
    /** Those that hold on `jour` (YYYY-MM-DD), oldest first. */
    delegatedTo: store.delegationsTo,
    /** Every one that ever covered a case, its groupement's among them, oldest first. */
    delegationsOf: store.delegationsOf,
    /** Whether the éditeur sees a groupement, a dossier or a certificat on `jour` (YYYY-MM-DD). */
    isDelegated: store.isDelegated,
  };
}
