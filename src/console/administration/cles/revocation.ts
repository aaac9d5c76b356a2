import { html } from '../../../web/html.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { ouRefus } from '../parts/refus.ts';

/** Asks before a key is revoked. */
export async function demanderRevocation({ services, params: { id = '' } }: Visit): Promise<Shown> {
  const cle = (await services.identites.keys()).find((one) => one.id === id && one.revoqueeLe === null);
  if (!cle) return { refus: { code: 'introuvable', objet: 'cle', id } };
  return pageSous('cles', {
    titre: `Révoquer la clé « ${cle.nom} » ?`,
    corps: confirmation({
      suites: html`<p>Le programme qui l’utilise (<code>${cle.prefixe}…</code>) est refusé tout de suite, et pour toujours. Une clé révoquée ne se rétablit
pas : créez la suivante d’abord, si ce programme doit continuer.</p>`,
      action: adresse('cles', id, 'revocation'),
      libelle: 'Révoquer la clé',
      retour: adresse('cles'),
    }),
  });
}

/** Revokes it. */
export async function revoquer({ services, identite, params: { id = '' } }: Visit): Promise<Shown> {
  return ouRefus(await services.identites.revokeKey(identite, id), () =>
    ailleurs(adresse('cles'), 'La clé est révoquée : elle n’ouvre plus rien.'),
  );
}
