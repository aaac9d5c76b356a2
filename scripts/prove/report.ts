import type { Procedure } from '../../machines/procedure.ts';
import { tellSource } from '../../machines/source.ts';
import type { Certificate, Finding } from '../proof/certificate.ts';
import type { Proof } from './worker.ts';

const count = (number: number) => number.toLocaleString('fr-FR').replaceAll(/\s/g, ' ');

/** What is reported on: its title, and how its facts are called. */
export type Reported = Pick<Procedure, 'id' | 'version' | 'titre' | 'facts'>;

/** The proofs of a procedure as a table in French: one line per invariant, and the way to break those that do not hold. */
export function reportOf(procedure: Reported, { certificate, objections, secondes }: Proof): string {
  const { etats, transitions, produit, invariants } = certificate;
  return [
    `${procedure.titre} (${procedure.id}@${procedure.version})`,
    `${count(etats)} états, ${count(transitions)} transitions, en ${secondes.toFixed(1)} s${product(produit)}`,
    ...invariants.flatMap((finding) => [lineOf(finding), ...breachOf(procedure, finding)]),
    ...invariants.flatMap(theoremOf(procedure)),
    ...objections.map((id) => `  ✗ la relecture indépendante ne retrouve pas : ${id}`),
    '',
  ].join('\n');
}

function product({ regions, etats, transitions }: Certificate['produit']): string {
  if (regions.length === 0) return '';
  return `\navec ce qui est à part (${regions.join(', ')}) : ${count(etats)} états, ${count(transitions)} transitions`;
}

function lineOf({ id, enonce, source, verdict, temoin }: Finding): string {
  return `  ${verdict.padEnd(8)} ${tellSource(source).padEnd(16)} ${enonce}  [${id}, ${count(temoin.cas)} cas]`;
}

function breachOf({ facts }: Reported, { temoin: { contreExemple, manquants = [] } }: Finding): string[] {
  const missing = manquants.map((name) => `           jamais : ${name}`);
  if (!contreExemple) return missing;
  const told = contreExemple.faits.map(
    (type, rank) => `           ${rank + 1}. ${facts[type]?.libelle ?? type} (${type})`,
  );
  return [...missing, ...told, `           état : ${contreExemple.etat.join(', ')}`];
}

function theoremOf({ facts }: Reported) {
  const name = (type: string) => facts[type]?.libelle ?? type;
  return ({ temoin: { alternatives } }: Finding): string[] => {
    if (!alternatives) return [];
    const { coupes, chemins } = alternatives;
    return [
      '  Sur tout parcours :',
      ...coupes.map((coupe) => `    - ${coupe.map(name).join(', ou ')}`),
      `  Ensembles minimaux de faits qui suffisent : ${chemins.length}.`,
    ];
  };
}
