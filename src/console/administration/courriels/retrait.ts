import { html } from '../../../web/html.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { ouRefus } from '../parts/refus.ts';
import { ofModele } from './modele.ts';

/** Asks before a canned mail is put out of use. */
export function demanderRetrait(visit: Visit): Promise<Shown> {
  return ofModele(visit, ({ id, nom, version }) =>
    pageSous('courriels', {
      titre: `Retirer « ${nom} » ?`,
      fil: [{ libelle: nom, vers: adresse('courriels', id) }],
      corps: confirmation({
        suites: html`<p>Il ne sera plus proposé depuis les dossiers. Ses versions restent dans l’historique.</p>`,
        action: adresse('courriels', id, 'retrait'),
        caches: { version: `${version}` },
        libelle: 'Retirer le modèle',
        retour: adresse('courriels', id),
      }),
    }),
  );
}

/** Puts it out of use. */
export function retirer(visit: Visit): Promise<Shown> {
  return ofModele(visit, async ({ id, nom }) => {
    const version = Number.parseInt(visit.body.get('version') ?? '', 10) || 0;
    return ouRefus(await visit.services.reglages.retirerModele(visit.identite, id, version), () =>
      ailleurs(adresse('courriels'), `« ${nom} » n’est plus proposé.`),
    );
  });
}
