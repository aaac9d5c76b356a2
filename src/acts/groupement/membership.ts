import { z } from 'zod';
import { type Family, type Move, move } from '../../engine/decide.ts';
import type { Instance } from '../../engine/instance.ts';
import { seal } from '../../engine/parse-fact.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import { type Act, type Considered, type Desk, type Recorded, settle } from '../act.ts';
import { findCase, findGroupement, onWhatIsKept } from '../family.ts';
import { sitesOf } from '../rows.ts';

/** Which dossier enters a groupement. */
export const SiteRattache = z.strictObject({ dossierId: z.string().max(64) });
type SiteRattache = z.output<typeof SiteRattache>;

/** A27 — a dossier enters a groupement with its history: both journals say so, in one commit. */
export function attachSite(
  desk: Desk,
  groupementId: string,
  { dossierId }: SiteRattache,
  act: Act,
): Promise<Result<Recorded>> {
  return settle(desk, act, (around) =>
    onWhatIsKept(desk, dossierId, async () => {
      const groupement = await findGroupement(desk, groupementId);
      if (!groupement.ok) return groupement;
      const found = await findCase(desk, { genre: 'dossier', id: dossierId });
      if (!found.ok) return found;
      const { cible, family } = found.value;
      const wrong = whyNot(cible, groupement.value);
      if (wrong) return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/dossierId', message: wrong }] });
      return ok(moved({ ...family, groupement: groupement.value }, cible, { vers: groupementId, around }));
    }),
  );
}

/** A27 — a dossier leaves its groupement with its history, and goes on alone. */
export function detachSite(
  desk: Desk,
  { groupementId, dossierId }: { groupementId: string; dossierId: string },
  act: Act,
): Promise<Result<Recorded>> {
  return settle(desk, act, (around) =>
    onWhatIsKept(desk, dossierId, async () => {
      const groupement = await findGroupement(desk, groupementId);
      if (!groupement.ok) return groupement;
      const found = await findCase(desk, { genre: 'dossier', id: dossierId });
      if (!found.ok && found.error.code !== 'introuvable') return found;
      if (found.ok && found.value.cible.parentId === groupementId)
        return ok(moved(found.value.family, found.value.cible, { vers: null, around }));
      const message = 'Ce dossier n’est pas un site de ce groupement.';
      return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '', message }] });
    }),
  );
}

/** In French; null when a dossier may enter a groupement. */
function whyNot({ parentId, procedure }: Instance, groupement: Instance): string | null {
  if (parentId === groupement.id) return 'Ce dossier est déjà un site de ce groupement.';
  if (parentId !== null) return 'Ce dossier est déjà un site d’un autre groupement : faites-l’en d’abord sortir.';
  const expected = sitesOf(groupement.fiche).procedure;
  if (procedure === expected) return null;
  return `Les sites de ce groupement suivent la procédure « ${expected.id} » : ce dossier suit « ${procedure.id} ».`;
}

function moved(family: Family, dossier: Instance, { vers, around }: Move): Considered {
  const sens = vers === null ? 'quitte' : 'rejoint';
  const groupementId = vers ?? (dossier.parentId as string);
  const date = around.jour;
  const lines = [
    { id: dossier.id, ...seal({ type: `groupement.${sens}`, date, groupementId } as never) },
    { id: groupementId, ...seal({ type: `site.${sens}`, date, dossierId: dossier.id } as never) },
  ];
  const decision = move(family, dossier, { vers, around });
  return { cible: dossier.id, decision: { ...decision, taken: [...lines, ...decision.taken], avertissements: [] } };
}
