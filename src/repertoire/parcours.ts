import type { FicheEtablissement } from '../store/repertoire.ts';

/** What the register says of the way that an establishment follows; what it does not say is left out. */
export interface ParcoursSuggere {
  statut?: 'public' | 'prive';
  ght?: 'oui';
  sites?: 'un' | 'plusieurs';
  /** Whence, in French. */
  dApres: string[];
}

const EPS = /établissement public de santé/i;
/** SIRENE gives public bodies a number that begins with 1 or 2. */
const PUBLIC_SIREN = /^[12]/;

/** Read of its line and of the others of its legal entity (itself among them): one public establishment of health makes it public, and of a GHT. */
export function suggestParcours(fiche: FicheEtablissement, entite: readonly FicheEtablissement[]): ParcoursSuggere {
  const isEps = (one: FicheEtablissement) => EPS.test((one.statut ?? '').normalize('NFC').replace(/^E/, 'É'));
  if (isEps(fiche)) return { statut: 'public', ght: 'oui', dApres: ['établissement public de santé'] };
  if (entite.some(isEps))
    return { statut: 'public', ght: 'oui', dApres: ['son entité juridique est un établissement public de santé'] };
  const siret = fiche.siret ?? entite.find((one) => one.siret !== null)?.siret;
  if (!siret) return { dApres: [] };
  if (PUBLIC_SIREN.test(siret)) return { statut: 'public', dApres: ['son SIREN est celui d’un organisme public'] };
  const sirets = new Set(entite.flatMap((one) => one.siret ?? []));
  const isAlone = sirets.size <= 1;
  return {
    statut: 'prive',
    ...(fiche.finessEj !== null && { sites: isAlone ? ('un' as const) : ('plusieurs' as const) }),
    dApres: [
      'son SIREN est celui d’un organisme privé',
      isAlone ? 'seul SIRET de son entité juridique' : `${sirets.size} SIRET sous son entité juridique`,
    ],
  };
}
