import type { Identity } from '../../identity/identity.ts';
import { politiqueAcces } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import type { Lien, Page } from '../shell/screen.ts';
import { onglets } from '../ui/tabs.ts';

/** The places of the administration, each with the operation whose right it takes. */
const lieux = {
  comptes: { libelle: 'Comptes', droit: 'comptes.lister' },
  editeurs: { libelle: 'Éditeurs', droit: 'editeurs.lister' },
  cles: { libelle: 'Clés d’API', droit: 'cles.lister' },
  delegations: { libelle: 'Délégations', droit: 'delegations.lister' },
  webhooks: { libelle: 'Webhooks', droit: 'abonnements.lister' },
  reglages: { libelle: 'Délais et adresses', droit: 'reglages.lister' },
  courriels: { libelle: 'Modèles de courriel', droit: 'modeles.lister' },
  journal: { libelle: 'Journal', droit: 'actes.lister' },
} as const;
export type Lieu = keyof typeof lieux;

/** The address of a place of the administration, or of something under it. */
export function adresse(lieu: Lieu, ...suite: readonly (string | number)[]): string {
  return ['/administration', lieu, ...suite.map((part) => encodeURIComponent(part))].join('/');
}

/** Whether the policy lets somebody do that. */
export function peut({ role }: Pick<Identity, 'role'>, droit: string): boolean {
  const regle = politiqueAcces[droit];
  return typeof regle === 'object' && regle[role] === 'tous';
}

/** The places that somebody may see. */
export function lieuxDe(identite: Pick<Identity, 'role'>): { lieu: Lieu; libelle: string; vers: string }[] {
  return Object.entries(lieux)
    .filter(([, { droit }]) => peut(identite, droit))
    .map(([lieu, { libelle }]) => ({ lieu: lieu as Lieu, libelle, vers: adresse(lieu as Lieu) }));
}

const accueil: Lien = { libelle: 'Administration', vers: '/administration' };

/** The first page of a place, under the tabs of the administration. */
export function pageDe(
  { identite }: { identite: Identity },
  lieu: Lieu,
  { corps, ...page }: Partial<Page> & { corps: Html },
): Page {
  const tabs = lieuxDe(identite).map((one) => ({ ...one, courant: one.lieu === lieu }));
  return {
    titre: lieux[lieu].libelle,
    rubrique: 'administration',
    fil: [accueil],
    ...page,
    corps: html`${onglets('Administration', tabs)}
${corps}`,
  };
}

/** A page under a place: one of its things, or a form. */
export function pageSous(lieu: Lieu, { fil = [], ...page }: Omit<Page, 'rubrique'>): Page {
  const above = [accueil, { libelle: lieux[lieu].libelle, vers: adresse(lieu) }, ...fil];
  return { ...page, rubrique: 'administration', fil: above };
}
