import { join } from 'node:path';
import { bilanVide, fichesOf } from '../../src/repertoire/importation.ts';
import { buildRepertoire } from '../../src/store/sqlite/repertoire/build.ts';
import { fileOfRepertoire } from '../../src/store/sqlite/repertoire/repertoire.ts';

/** One establishment as the register would write it; its numbers have right keys, and are nobody’s. */
interface Sample {
  finess: string;
  finessEj: string;
  siret: string;
  rs: string;
  rslongue: string;
  acheminement: string;
  categorie: string;
  statut: string;
}

/** A clinic alone, a hospital and its EHPAD, two clinics of one company, a health centre whose SIRET is not said. */
export const samples = {
  clinique: {
    ...numbers('019999010', '019999028', '80999001300017'),
    ...named('CLINIQUE ST JOSEPH', 'CLINIQUE SAINT-JOSEPH DES ÉRABLES', '01130 NANTUA'),
    ...kind('Etablissement de soins chirurgicaux', 'Non concerné'),
  },
  hopital: {
    ...numbers('019999036', '019999044', '26999001600017'),
    ...named('CH DES SAPINS', 'CENTRE HOSPITALIER  DES SAPINS', '01117 OYONNAX CEDEX'),
    ...kind('Centre Hospitalier (C.H.)', 'Etablissement public de santé'),
  },
  ehpad: {
    ...numbers('019999051', '019999044', '26999001600025'),
    ...named('EHPAD "LES GLYCINES', '', '01130 NANTUA'),
    ...kind('Etablissement d’hébergement pour personnes âgées dépendantes', ''),
  },
  val: {
    ...numbers('019999069', '019999077', '80999002100010'),
    ...named('CLINIQUE DU VAL', '', '69003 LYON'),
    ...kind('Etablissement de soins chirurgicaux', 'Non concerné'),
  },
  mont: {
    ...numbers('019999085', '019999077', '80999002100028'),
    ...named('CLINIQUE DU MONT', '', '69003 LYON'),
    ...kind('Etablissement de soins chirurgicaux', 'Non concerné'),
  },
  centre: {
    ...numbers('019999093', '019999101', ''),
    ...named('CENTRE DE SANTE DES ORMES', '', '59650 VILLENEUVE D ASCQ'),
    ...kind('Centre de Santé', ''),
  },
} satisfies Record<string, Sample>;

const all: readonly Sample[] = Object.values(samples);

/** The samples as the public extract is downloaded: no headings, no quotes. */
export function publicCsv(fiches: readonly Partial<Sample>[] = all): string {
  const lines = fiches.map((fiche) => {
    const { finess = '', finessEj = '', siret = '', rs = '', rslongue = '' } = fiche;
    const { acheminement = '', categorie = '', statut = '' } = fiche;
    const before = [finess, finessEj, rs, rslongue, '', '', '1', 'R', 'DES ESSAIS', '', '', '1', '01', 'AIN'];
    return ['structureet', ...before, acheminement, '', '', '1', categorie, '', '', siret, '', '', '', '', statut]
      .concat(['2020-01-01', '', '', ''])
      .join(';');
  });
  return `finess;etalab;111;2026-05-12\n${lines.join('\n')}\n`;
}

/** The same in the register’s own exchange format, and one that has closed. */
export function xml(): string {
  const field = (name: string, text: string) =>
    text === '' ? `<${name} xsi:nil="true"/>` : `<${name}>${text}</${name}>`;
  const fiches = all.map(({ finess, finessEj, siret, rs, rslongue, acheminement, categorie, statut }) =>
    [
      field('nofinesset', finess),
      field('nofinessej', finessEj),
      field('rs', rs),
      field('rslongue', rslongue),
      field('libcommune', acheminement.slice(6).replace(' CEDEX', '')),
      field('codepostal', acheminement.slice(0, 5)),
      field('ligneacheminement', acheminement),
      field('libcategetab', categorie),
      field('siret', siret),
      field('libsph', statut),
      field('typefermeture', ''),
    ].join('\n    '),
  );
  const closed = '<nofinesset>019999119</nofinesset><rs>[Fermé] CLINIQUE</rs><typefermeture>DEF</typefermeture>';
  const told = [...fiches, closed].map((one) => `  <structureet>\n    ${one}\n  </structureet>`);
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<fluxfiness xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">';
  return `${head}\n${told.join('\n')}\n</fluxfiness>\n`;
}

/** The same as an office tool writes it again. */
export function namedCsv(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = all.map(({ finess, finessEj, siret, rs, rslongue, acheminement, categorie, statut }) =>
    [
      ...[rslongue || rs, siret, finess, finessEj, acheminement.slice(0, 5), acheminement.slice(6)],
      ...[categorie, statut],
    ]
      .map(quoted)
      .join(';'),
  );
  return `\uFEFFdenomination;siret;finess;finess_ej;code_postal;commune;categorie;statut\r\n${lines.join('\r\n')}\r\n`;
}

/** Gives a server the samples as its directory. */
export async function importSamples(folder: string): Promise<void> {
  const file = fileOfRepertoire(join(folder, 'parcours.sqlite'));
  await buildRepertoire(file, fichesOf(Buffer.from(publicCsv()), bilanVide()), '2026-05-12T08:00:00.000Z');
}

function numbers(finess: string, finessEj: string, siret: string) {
  return { finess, finessEj, siret };
}

function named(rs: string, rslongue: string, acheminement: string) {
  return { rs, rslongue, acheminement };
}

function kind(categorie: string, statut: string) {
  return { categorie, statut };
}
