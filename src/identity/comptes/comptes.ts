import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import type { Compte } from '../../store/identities.ts';
import type { Identity, IdentityRefusal } from '../identity.ts';
import { bySuperviseur, type Registre, toActe } from '../registre.ts';
import { MotDePasse, NomDeCompte, RoleDeCompte } from './fields.ts';
import { AILLEURS, checkPassword, type Venue } from './password-check.ts';
import { keepPassword } from './passwords.ts';
import { attemptsOf } from './tentatives.ts';

/** What may be changed of an account. */
export const Modification = z
  .strictObject({ nom: NomDeCompte, role: RoleDeCompte, actif: z.boolean('Répondez par oui ou par non.') })
  .partial();
/** A password of one’s own, changed. */
export const Changement = z.strictObject({ ancien: MotDePasse, motDePasse: MotDePasse });

/** The accounts of persons. */
export function createComptes(registre: Registre) {
  const { store, clock, passwords } = registre;
  return {
    /** By name. */
    comptes: store.comptes,
    compte: store.compte,
    /** Some of `{nom, role, actif}`; another role, or a closed account, ends the sessions at once. */
    updateCompte: bySuperviseur(async (par, id: string, champs: z.output<typeof Modification>) => {
      const told = Object.fromEntries(Object.entries(champs).filter(([, value]) => value !== undefined));
      const { nom: _, ...detail } = told;
      const updated = await store.updateCompte(
        id,
        told,
        toActe(par, clock(), { acte: 'compte.modifie', cible: id, detail }),
      );
      if (updated === 'dernier-superviseur') return err({ code: updated });
      const compte = await store.compte(id);
      return updated === 'fait' && compte ? ok(compte) : err({ code: 'introuvable', objet: 'compte', id });
    }),
    /** The attempts to come in to an account that have not succeeded since, the last first: of each place, and of all (`lieu` empty). */
    tentativesOf: ({ courriel }: Compte) => store.tentativesOf(attemptsOf(courriel)),
    /** `{ancien, motDePasse}` of whoever asks, from where they are; ends every session of theirs. */
    async changePassword(
      par: Identity,
      { ancien, motDePasse }: z.output<typeof Changement>,
      venue: Venue = AILLEURS,
    ): Promise<Result<null, IdentityRefusal>> {
      const compte = par.genre === 'compte' ? await store.compte(par.id) : null;
      if (!compte) return err({ code: 'introuvable', objet: 'compte', id: par.id });
      const checked = await checkPassword(registre, { courriel: compte.courriel, motDePasse: ancien }, venue);
      if (!checked.ok) return checked;
      const chosen = await keepPassword(passwords, motDePasse, compte);
      if (!chosen.ok) return chosen;
      const acte = toActe(par, clock(), { acte: 'motDePasse.change', cible: par.id });
      const passage = { ancien: checked.value.compte.motDePasse, nouveau: chosen.value };
      const isDone = await store.replaceMotDePasse(par.id, passage, acte);
      return isDone ? ok(null) : err({ code: 'identifiants-refuses' });
    },
  };
}
