import { html } from '../../../web/html.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { ouRefus } from '../parts/refus.ts';
import { type Delegation, nommees } from './lignes.ts';

/** Asks before a delegation is revoked. */
export async function demanderRevocation({ services, params: { id = '' } }: Visit): Promise<Shown> {
  const found = await services.identites.delegation(id);
  if (!found || found.revoqueeLe !== null) return { refus: { code: 'introuvable', objet: 'delegation', id } };
  const [{ editeur, denomination } = { editeur: '', denomination: '' }] = await nommees(services, [found]);
  return pageSous('delegations', {
    titre: 'Révoquer cette délégation ?',
    corps: confirmation({
      suites: html`<p><strong>${editeur}</strong> ne verra plus <strong>${denomination}</strong>${found.genre === 'groupement' && ' ni aucun de ses sites'}, tout de suite,
par ses écrans, son flux ou ses webhooks. Pour y revenir, il faudra déléguer à nouveau.</p>`,
      action: adresse('delegations', id, 'revocation'),
      libelle: 'Révoquer la délégation',
      retour: retourDe(found),
    }),
  });
}

/** Revokes it. */
export async function revoquer({ services, identite, params: { id = '' } }: Visit): Promise<Shown> {
  const found = await services.identites.delegation(id);
  return ouRefus(await services.identites.revokeDelegation(identite, id), () =>
    ailleurs(found ? retourDe(found) : adresse('delegations'), 'La délégation est révoquée.'),
  );
}

function retourDe({ genre, instanceId }: Delegation): string {
  return genre === 'dossier' ? `/dossiers/${instanceId}/delegations` : adresse('delegations');
}
