import { html } from '../../../http/html.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { ouRefus } from '../parts/refus.ts';
import { nommees } from './lignes.ts';

/** Asks before a delegation is revoked; `?sur=` is the case that it is on. */
export async function demanderRevocation({ services, requete, chemin: { id = '' } }: Visit): Promise<Shown> {
  const sur = requete['sur'] ?? '';
  const found = (await services.identites.delegationsOf(sur)).find((one) => one.id === id && one.revoqueeLe === null);
  if (!found) return { refus: { code: 'introuvable', objet: 'delegation', id } };
  const [{ editeur, denomination } = { editeur: '', denomination: '' }] = await nommees(services, [found]);
  return pageSous('delegations', {
    titre: 'Révoquer cette délégation ?',
    corps: confirmation({
      suites: html`<p><strong>${editeur}</strong> ne verra plus <strong>${denomination}</strong>${found.genre === 'groupement' && ' ni aucun de ses sites'}, tout de suite,
par ses écrans, son flux ou ses webhooks. Pour y revenir, il faudra déléguer à nouveau.</p>`,
      action: adresse('delegations', id, 'revocation'),
      ...{ libelle: 'Révoquer la délégation', retour: retourDe(found.genre, sur) },
      caches: { retour: retourDe(found.genre, sur) },
    }),
  });
}

/** Revokes it. */
export async function revoquer({ services, identite, champs, chemin: { id = '' } }: Visit): Promise<Shown> {
  const [retour = adresse('delegations')] = /^\/dossiers\/[\w-]+\/delegations$/.exec(champs.get('retour') ?? '') ?? [];
  return ouRefus(await services.identites.revokeDelegation(identite, id), () =>
    ailleurs(retour, 'La délégation est révoquée.'),
  );
}

function retourDe(genre: string, sur: string): string {
  return genre === 'dossier' ? `/dossiers/${sur}/delegations` : adresse('delegations');
}
