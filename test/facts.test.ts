import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { saisieOf } from '../machines/etablissement/saisie.ts';
import { fact } from '../machines/event.ts';
import { Personne } from '../machines/formulaires/champs.ts';
import { type FactType, findFact, isFact, procedures, sujets } from '../machines/index.ts';
import type { StepMeta } from '../machines/step.ts';
import { awaited } from '../src/engine/graph/awaited.ts';
import { descendants } from '../src/engine/graph/independence.ts';
import { fait } from '../src/sandbox/demonstration/histoire.ts';

const TOP = fileURLToPath(new URL('..', import.meta.url));
const types = new Set(procedures.flatMap(({ facts }) => Object.keys(facts)));
/** What states facts rather than reads them: fictional stories. */
const TELLERS = ['src/sandbox/demonstration/', 'src/sandbox/vies/'];

/** The facts that a file of `src` names for what it does with them alone: each line that goes is a gain, none is added for a new fact. */
const named = {
  /** Filled in by the file of a certificate. */
  'src/acts/reading/deposit.ts': ['certificat.retire'],
  'src/acts/record.ts': ['certificat.demande'],
  /** The same, at the console. */
  'src/console/dossier/faits/depot.ts': ['certificat.retire'],
  /** Ordered by a form of its own, several at once. */
  'src/console/dossier/faits/form.ts': ['certificat.demande'],
  'src/console/dossier/read/administrateurs.ts': ['administrateurTechnique.designe'],
  'src/console/formulaires/control.ts': ['etablissement.identifiantModifie'],
  'src/console/formulaires/page.ts': ['formulaire413.repris'],
  'src/console/formulaires/sending.ts': ['formulaire413.signe', 'formulaire413.transmis'],
  /** The state of that name. */
  'src/console/groupement/etat-des-lieux/etat-des-lieux.ts': ['etatDesLieux.recu'],
  'src/console/ouverture/form.ts': [
    'carteResponsable.absente',
    'carteResponsable.trouvee',
    'contrat.absent',
    'contrat.trouve',
  ],
  /** A kind of its own among what comes to an agent. */
  'src/desk/notifications/notifications.ts': ['formulaire413.retourne'],
  /** Whether the same was ordered before. */
  'src/engine/coherence.ts': ['certificat.demande'],
  /** The deadline by which certificates are found. */
  'src/store/sql/inventory.ts': ['certificat.expire'],
  /** Found by an index of its own. */
  'src/store/sql/reader.ts': ['formulaire413.partie4Remplie'],
  /** What éditeurs may tell. */
  'src/web/access/policy.ts': ['administrateurTechnique.designe', 'formulaire413.partie4Remplie'],
  'src/http/openapi/examples.ts': ['contrat.trouve', 'formulaire413.retourne', 'habilitation.accordee'],
  'src/http/openapi/outside.ts': ['contrat.signe'],
  'src/http/openapi/problems.ts': ['contrat.signe', 'formulaire413.signe', 'formulaire413.transmis'],
  'src/http/openapi/webhooks-guide.ts': ['formulaire413.retourne'],
} satisfies Record<string, FactType[]>;

describe('a fact', () => {
  test('is added without a word in src, which names few of them', () => {
    const found = filesUnder('src').flatMap((path) => {
      const told = TELLERS.some((folder) => path.startsWith(folder)) ? [] : typesIn(path);
      return told.length > 0 ? [[path, told] as const] : [];
    });
    expect(Object.fromEntries(found)).toEqual(named);
  });

  test('is about something that menus name', () => {
    expect([...types].filter((type) => !Object.hasOwn(sujets, type.split('.')[0] ?? ''))).toEqual([]);
  });

  test('that is a piece of a form says so in words, and carries it in a field of its own', () => {
    const pieces = [...types].flatMap((type) => {
      const { piece, champs } = findFact(type) ?? {};
      return piece ? [{ type, ...piece, champs }] : [];
    });
    expect(pieces.filter(({ libelle }) => !/^\p{Lu}/u.test(libelle))).toEqual([]);
    const carried = pieces.filter(({ contenu = 'parties' }) => contenu !== 'parties');
    expect(carried.filter(({ contenu, champs }) => !Object.hasOwn(champs ?? {}, contenu ?? ''))).toEqual([]);
    expect(Object.groupBy(carried, ({ formulaire }) => formulaire)).toMatchObject({
      'contrat-structure': [{ type: 'contrat.transmis' }],
      'formulaire-101': [{ type: 'formulaire101.transmis' }],
      'formulaire-301': [{ role: 'mandataire' }, { role: 'administrateurTechnique' }],
      'formulaire-502': [{ type: 'mandat.demande' }],
      'formulaire-413': [
        { contenu: 'partie1' },
        { contenu: 'partie2' },
        { contenu: 'partie3' },
        { contenu: 'partie4' },
      ],
    });
  });

  test('names whole persons in each of its examples, and says who is nobody any more', () => {
    const said = [...types].flatMap((type) => {
      const { exemples = [], nommer } = findFact(type) ?? {};
      return exemples.map((exemple) => nommer?.(exemple) ?? {});
    });
    const named = said.flatMap(({ representantLegal, mandataire, administrateur, signataire, contacts = [] }) =>
      [representantLegal, mandataire, administrateur, signataire?.signataire, ...contacts].filter((one) => one != null),
    );
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter(({ nom, prenom }) => !Personne.safeParse({ nom, prenom }).success)).toEqual([]);
    expect(findFact('mandat.termine').nommer({})).toEqual({ mandataire: null });
    expect(findFact('representantLegal.remplace').nommer({})).toEqual({ representantLegal: null, signataire: null });
  });
});

test('a step names a form that one of the facts which it awaits is a piece of', () => {
  const wrong = procedures.flatMap(({ id, machine, facts }) =>
    descendants(machine.root).flatMap((node) => {
      const { formulaire } = node.meta as StepMeta;
      const pieces = awaited(node).map((type) => facts[type]?.piece?.formulaire);
      return formulaire === undefined || pieces.includes(formulaire) ? [] : [`${id} ${node.path.join('.')}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('a misspelt fact does not compile, nor a misspelt word of its declaration; nothing knows it', () => {
  const told = { type: 'contrat.transmis' };
  const declared = { libelle: '', acteur: 'ans', sorte: 'reponse', source: '§4.1' } as const;
  const champs = { saisie: saisieOf('formulaire-101') };
  // @ts-expect-error: contrat.transmis
  fait(1, 'contrat.transmi');
  // @ts-expect-error: contrat.transmis
  expect(isFact(told, 'contrat.transmi')).toBe(false);
  // @ts-expect-error: contrat.transmis
  const table = { 'contrat.transmi': 'Envoyé' } satisfies Partial<Record<FactType, string>>;
  expect(Object.keys(table).filter((type) => findFact(type) !== null)).toEqual([]);
  // @ts-expect-error: formulaire-101
  fact({ ...declared, champs, piece: { formulaire: 'formulaire-110', libelle: '' } });
  // @ts-expect-error: saisie
  fact({ ...declared, champs, piece: { formulaire: 'formulaire-101', libelle: '', contenu: 'saise' } });
  // @ts-expect-error: representantLegal, of the form
  fact({ ...declared, champs, nommer: ({ saisie }) => ({ representantLegal: saisie?.representantLegl }) });
  // @ts-expect-error: mandataire
  fact({ ...declared, nommer: () => ({ mandatair: null }) });
  // @ts-expect-error: transmis
  fact({ ...declared, jalon: 'transmi' });
});

function typesIn(path: string): string[] {
  const literals = textOf(path).matchAll(/(['"`])([a-zA-Z\d]+\.[a-zA-Z\d]+)\1/g);
  return [...new Set([...literals].map(([, , text]) => text ?? ''))].filter((text) => types.has(text)).sort();
}

function textOf(path: string): string {
  return readFileSync(posix.join(TOP, path), 'utf8');
}

function filesUnder(folder: string): string[] {
  const all = readdirSync(posix.join(TOP, folder), { recursive: true, encoding: 'utf8' });
  return all
    .filter((path) => path.endsWith('.ts'))
    .map((path) => posix.join(folder, path))
    .sort();
}
