import { hash } from 'node:crypto';
import { idOf } from '../../machines/etablissement/administrateurs.ts';
import { addDays } from '../../src/days.ts';
import type { Change } from '../../src/store/store.ts';
import { CAST } from './advance.ts';
import { type Chance, groupNameOf, personOf, siteOf } from './fiction.ts';
import type { Story } from './stories.ts';

/** A day, but the one that never comes. */
const DATES = String.raw`(?!9999)\d{4}-\d{2}-\d{2}`;
/** How the machine names each of the cast, quoted. */
const IDS = CAST.map((one) => quoted(idOf(one)));
const PERSON = [String.raw`X(?:nom|prenom)\dx`, ...IDS].join('|');
const LATEST_SHIFT = 20;

/** A story cut where its particulars stand, so that it is told again of others at the speed of joining texts. */
export interface Mould {
  sites: number;
  tell(firstRank: number, chance: Chance): { changes: Change[]; ids: string[]; groupementId: string | null };
}

/** Cuts a story. */
export function mouldOf({ sites, changes }: Story): Mould {
  const groupement = changes.find(({ row }) => row.genre === 'groupement')?.row ?? null;
  const tokens = [
    ...changes.map(({ row }) => row.id),
    ...sites.flatMap(({ site }) => [site.siret, site.finess, quoted(site.denomination), placeOf(site)]),
    ...(groupement ? [quoted(groupement.denomination)] : []),
  ];
  const pattern = new RegExp(`(${[...tokens.map(literal), DATES, PERSON].join('|')})`);
  const kept = JSON.stringify(changes.map(asNew));
  const parts = kept.split(pattern);
  return {
    sites: sites.length,
    tell(firstRank, chance) {
      const values = valuesFor(firstRank, chance);
      const text = parts.map((part, at) => (at % 2 === 0 ? part : values(part))).join('');
      const told = (JSON.parse(text) as Unfolded[]).map(folded);
      const ids = told.filter(({ row }) => row.genre === 'dossier').map(({ row }) => row.id);
      return { changes: told, ids, groupementId: groupement && (told[0]?.row.id ?? null) };
    },
  };

  function valuesFor(firstRank: number, chance: Chance): (token: string) => string {
    const shift = -chance.whole(LATEST_SHIFT);
    const known = new Map<string, string>(changes.map(({ row }) => [row.id, chance.uuid()]));
    sites.forEach(({ site }, at) => {
      const other = siteOf(firstRank + at, chance);
      known.set(site.siret, other.siret).set(site.finess, other.finess);
      known.set(quoted(site.denomination), quoted(other.denomination)).set(placeOf(site), placeOf(other));
    });
    if (groupement) {
      const { genre } = JSON.parse(groupement.fiche) as { genre: string };
      known.set(quoted(groupement.denomination), quoted(groupNameOf(genre, firstRank, chance)));
    }
    return (token) => known.get(token) ?? made(token, shift, chance, known);
  }
}

function made(token: string, shift: number, chance: Chance, known: Map<string, string>): string {
  if (/^\d/.test(token)) {
    const moved = addDays(token, shift);
    known.set(token, moved);
    return moved;
  }
  const { nom, prenom } = personOf(chance);
  const rank = IDS.includes(token) ? IDS.indexOf(token) : Number(token.at(-2));
  known.set(`Xnom${rank}x`, nom).set(`Xprenom${rank}x`, prenom);
  known.set(IDS[rank] ?? '', quoted(idOf({ nom, prenom })));
  return known.get(token) ?? token;
}

/** Its JSON texts as values, so that no token is escaped twice. */
type Unfolded = Omit<Change, 'row' | 'journal'> & {
  row: Omit<Change['row'], 'fiche' | 'etat' | 'vue'> & { fiche: unknown; etat: unknown; vue: Kept };
  journal: (Omit<Change['journal'][number], 'saisie'> & { saisie: unknown })[];
};
interface Kept {
  valeurs?: { version: string };
  texte?: unknown;
}

function asNew({ row, journal, echeances }: Change): Unfolded {
  const vue = JSON.parse(row.vue) as Kept;
  if (vue.valeurs) vue.valeurs.version = '1';
  if (typeof vue.texte === 'string')
    vue.texte = JSON.parse(vue.texte.replace(`"version":${row.version}`, '"version":1'));
  return {
    row: { ...row, version: 1, fiche: JSON.parse(row.fiche), etat: JSON.parse(row.etat), vue },
    journal: journal.map((line) => ({ ...line, saisie: JSON.parse(line.saisie) })),
    echeances,
  };
}

function folded({ row, journal, echeances }: Unfolded): Change {
  const vue = row.vue.texte === undefined ? row.vue : { ...row.vue, texte: JSON.stringify(row.vue.texte) };
  return {
    row: { ...row, fiche: JSON.stringify(row.fiche), etat: JSON.stringify(row.etat), vue: JSON.stringify(vue) },
    journal: journal.map((line) => {
      const saisie = JSON.stringify(line.saisie);
      return { ...line, saisie, empreinte: hash('sha256', saisie) };
    }),
    echeances,
  };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function placeOf({ codePostal, commune }: { codePostal: string; commune: string }): string {
  return `"codePostal":${quoted(codePostal)},"commune":${quoted(commune)}`;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
