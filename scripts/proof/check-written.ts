import type { Outcome } from './check.ts';
import type { Clause, Formule } from './claim.ts';
import type { Ecrit } from './written.ts';

/** Checks a claim on what is written. */
export function checkClause(ecrit: Ecrit, claim: Clause): Outcome {
  const { cas, manquants } = readClause(ecrit, claim);
  const verdict = cas > 0 && manquants.length === 0 ? 'prouvé' : 'réfuté';
  return { verdict, cas, ...(manquants.length > 0 && { manquants }) };
}

function readClause(
  { transitions, initiaux, refus, valeurs }: Ecrit,
  claim: Clause,
): { cas: number; manquants: string[] } {
  switch (claim.forme) {
    case 'fige': {
      const { etat, par, leve, sortes } = claim;
      const [region] = etat.split('.');
      const others = transitions.filter(({ de }) => de.split('.')[0] !== region);
      const concerned = others.filter(({ derive, sorte }) => derive || (sortes?.includes(sorte) ?? true));
      const own = transitions.filter(
        ({ de, vers }) => de.split('.')[0] === region && (de === etat || vers.includes(etat)),
      );
      const faults = [
        ...concerned.filter(({ derive, si }) => (derive ? reads(si, region) : !denies(si, etat))),
        ...own.filter(({ de, fait }) => fait !== (de === etat ? leve : par)),
      ];
      const isWay = [par, leve].every((type) => type === null || own.some(({ fait }) => fait === type));
      return {
        cas: isWay && !initiaux.includes(etat) ? concerned.length + own.length : 0,
        manquants: faults.map(({ de, fait }) => `${de} ${fait}`),
      };
    }
    case 'demande': {
      const { faits, de: from, si: asked } = claim;
      const concerned = transitions.filter(({ de, fait }) => faits.includes(fait) && (from ?? de) === de);
      const lax = concerned.filter(
        ({ si }) => !conjuncts(si).some((part) => JSON.stringify(part) === JSON.stringify(asked)),
      );
      const isMet = faits.every((type) => concerned.some(({ fait }) => fait === type));
      return { cas: isMet ? concerned.length : 0, manquants: lax.map(({ de, fait }) => `${de} ${fait}`) };
    }
    case 'agit': {
      const { faits, action } = claim;
      const concerned = transitions.filter(({ fait }) => faits.includes(fait));
      const idle = concerned.filter(({ actions }) => !actions.includes(action));
      const isMet = faits.every((type) => concerned.some(({ fait }) => fait === type));
      return { cas: isMet ? concerned.length : 0, manquants: idle.map(({ de, fait }) => `${de} ${fait}`) };
    }
    case 'exige': {
      const asked = claim.faits.flatMap((type) => claim.champs.map((champ) => [type, champ] as const));
      const waived = asked.filter(([type, champ]) => !refus[type]?.includes(champ));
      return { cas: asked.length, manquants: waived.map(([type, champ]) => `${type} exige ${champ}`) };
    }
    case 'vaut': {
      const said = Object.entries(claim.valeurs);
      const wrong = said.filter(([path, value]) => JSON.stringify(valeurs[path]) !== JSON.stringify(value));
      return { cas: said.length, manquants: wrong.map(([path]) => `${path} vaut ${JSON.stringify(valeurs[path])}`) };
    }
  }
}

type Si = Ecrit['transitions'][number]['si'];

/** What must hold for a condition to, each apart. */
function conjuncts(si: Si): Formule[] {
  if (si === null) return [];
  return typeof si === 'object' && 'et' in si ? si.et.flatMap(conjuncts) : [si];
}

/** Whether a condition cannot hold in a state. */
function denies(si: Si, etat: string): boolean {
  if (si === null) return false;
  if (typeof si === 'string') return isState(si, etat) && !isWithin(si, etat);
  if ('non' in si) return typeof si.non === 'string' && si.non === etat;
  return 'et' in si
    ? si.et.some((part) => denies(part, etat))
    : si.ou.length > 0 && si.ou.every((part) => denies(part, etat));
}

function reads(si: Si, region = ''): boolean {
  if (si === null) return false;
  if (typeof si === 'string') return si.startsWith(`${region}.`);
  if ('non' in si) return reads(si.non, region);
  return ('et' in si ? si.et : si.ou).some((part) => reads(part, region));
}

function isState(si: string, etat: string): boolean {
  return si.split('.')[0] === etat.split('.')[0] && si.includes('.');
}

/** Whether one of two states holds the other. */
function isWithin(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}
