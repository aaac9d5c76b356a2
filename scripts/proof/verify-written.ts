import type { Finding } from './certificate.ts';
import type { Clause, Formule } from './claim.ts';
import { textOf, type Verdict, verdict } from './verify-words.ts';
import type { Ecrit } from './written.ts';

/** Reads what is written for a clause, and counts what denies it. */
export function agreesWritten({ proposition, verdict: said, temoin }: Finding, ecrit: Ecrit): boolean {
  const { cas, holds } = judgeWritten(proposition as Clause, ecrit);
  return cas === temoin.cas && holds === (said === 'prouvé');
}

function judgeWritten(claim: Clause, { transitions, initiaux, refus, valeurs }: Ecrit): Verdict {
  switch (claim.forme) {
    case 'exige': {
      const waived = claim.faits.map(
        (type) => claim.champs.filter((champ) => !(refus[type] ?? []).includes(champ)).length,
      );
      return verdict(
        claim.faits.length * claim.champs.length,
        waived.reduce((sum, few) => sum + few, 0),
      );
    }
    case 'vaut': {
      const names = Object.keys(claim.valeurs);
      return verdict(
        names.length,
        names.filter((name) => textOf(claim.valeurs[name]) !== textOf(valeurs[name])).length,
      );
    }
    case 'demande': {
      const heard = transitions.filter(
        ({ fait, de }) => claim.faits.includes(fait) && [undefined, de].includes(claim.de),
      );
      const isDeaf = claim.faits.some((type) => heard.every(({ fait }) => fait !== type));
      return verdict(isDeaf ? 0 : heard.length, heard.filter(({ si }) => !asks(si, textOf(claim.si))).length);
    }
    case 'agit': {
      const doing = claim.faits.map((type) => transitions.filter(({ fait }) => fait === type));
      const all = doing.flat();
      const done = all.filter(({ actions }) => new Set(actions).has(claim.action));
      return verdict(doing.some(({ length }) => length === 0) ? 0 : all.length, all.length - done.length);
    }
    case 'fige':
      return judgeFreeze(claim, transitions, initiaux);
  }
}

function judgeFreeze(
  { etat, par, leve, sortes }: Extract<Clause, { forme: 'fige' }>,
  transitions: Ecrit['transitions'],
  initiaux: readonly string[],
): Verdict {
  const region = etat.slice(0, etat.indexOf('.'));
  const isOwn = (path: string) => path === region || path.startsWith(`${region}.`);
  const moves = transitions.filter(({ de }) => isOwn(de));
  const [entering, leaving] = [moves.filter(({ vers }) => vers.includes(etat)), moves.filter(({ de }) => de === etat)];
  const followed = transitions.filter(({ de, derive }) => !isOwn(de) && derive);
  const told = transitions.filter(
    ({ de, derive, sorte }) => !isOwn(de) && !derive && sortes?.includes(sorte) !== false,
  );
  const crossed = new Set([...entering, ...leaving]);
  const faults = [
    ...entering.filter(({ de, fait }) => de !== etat && fait !== par),
    ...leaving.filter(({ fait }) => fait !== leve),
    ...followed.filter(({ si }) => conditions(si).some(isOwn)),
    ...told.filter(({ si }) => mayHold(si, etat)),
  ];
  const isWay = entering.some(({ fait }) => fait === par) && (leve === null || leaving.length > 0);
  return verdict(isWay && !initiaux.includes(etat) ? crossed.size + followed.length + told.length : 0, faults.length);
}

/** Whether a condition may hold in a state: unless it names another of its region, or denies it. */
function mayHold(si: Formule | null, etat: string): boolean {
  if (si === null) return true;
  if (typeof si === 'string') {
    const [one, other] = [si.split('.'), etat.split('.')];
    const isSameRegion = one.length > 1 && one[0] === other[0];
    return !isSameRegion || one.every((key, rank) => other[rank] === undefined || other[rank] === key);
  }
  if ('non' in si) return si.non !== etat;
  return 'et' in si
    ? !si.et.some((part) => !mayHold(part, etat))
    : si.ou.length === 0 || si.ou.some((part) => mayHold(part, etat));
}

/** Whether a condition holds only if another does, by their texts: it is that one, or asks it with others. */
function asks(si: Formule | null, text: string): boolean {
  if (si === null) return false;
  return textOf(si) === text || (typeof si === 'object' && 'et' in si && si.et.some((part) => asks(part, text)));
}

function conditions(si: Formule | null): string[] {
  return si === null ? [] : formulaWords(si);
}

export function formulaWords(formule: Formule): string[] {
  if (typeof formule === 'string') return [formule];
  if ('non' in formule) return formulaWords(formule.non);
  return [...('et' in formule ? formule.et : formule.ou)].flatMap(formulaWords);
}
