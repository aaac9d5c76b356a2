import type { Page, Row } from '../store/store.ts';

/** A row as programs read it, as JSON text; `etat` is spliced in as it is kept. */
export function represent(row: Row, more: object = {}): string {
  return `${JSON.stringify(headOf(row, more)).slice(0, -1)},${row.etat.slice(1)}`;
}

/** The same, narrowed to some of its fields; its id is always told. */
export function representSome(row: Row, champs: ReadonlySet<string>, more: object = {}): string {
  const head = headOf(row, more);
  const isInHead = [...champs].every((name) => Object.hasOwn(head, name));
  const whole = isInHead ? head : { ...head, ...JSON.parse(row.etat) };
  return JSON.stringify(
    Object.fromEntries(Object.entries(whole).filter(([name]) => name === 'id' || champs.has(name))),
  );
}

function headOf(row: Row, more: object): object {
  const { id, genre, parentId, procedure, procedureVersion, version, statut, ouvertLe, modifieLe } = row;
  const lien = `/api/v1/${genre}s/${id}`;
  return {
    id,
    procedure,
    procedureVersion,
    version,
    statut,
    ouvertLe,
    modifieLe,
    ...about(row, parentId),
    liens: {
      soi: lien,
      faits: `${lien}/faits`,
      prochainesEtapes: `${lien}/prochaines-etapes`,
      journal: `${lien}/journal`,
    },
    ...more,
  };
}

/** Several rows, the cursor of the next page, and whatever more is told of them all; `one` tells one of them. */
export function representPage<R extends Row>(
  name: string,
  { lignes, suite }: Page<R>,
  more: object = {},
  one: (row: R) => string = (row) => represent(row),
): string {
  const told = JSON.stringify({ suite, ...more });
  return `{"${name}":[${lignes.map(one).join(',')}],${told.slice(1)}`;
}

/** A version as a strong validator. */
export function versionTag(version: number) {
  return { ETag: `"${version}"` };
}

/** Whether `If-None-Match` names what would be sent: by weak comparison, one of a list, or whatever it is (RFC 9110 §13.1.2). */
export function isHeld(header: string | undefined, tag: string): boolean {
  return tagsIn(header).some((one) => one === '*' || weak(one) === weak(tag));
}

const weak = (tag: string) => tag.replace(/^W\//, '');

const tagsIn = (header = '') => header.split(',').map((tag) => tag.trim());

/**
 * The version that `If-Match` asks for: null when it asks for none, 0 (that no row has) when it names none of ours; of several, that
 * which `current` gives, if it is one of them.
 */
export async function versionWanted(
  header: string | undefined,
  current: () => Promise<number>,
): Promise<number | null> {
  const tags = tagsIn(header);
  if (header === undefined || tags.includes('*')) return null;
  const versions = tags.map((tag) => Number(/^"(\d+)"$/.exec(tag)?.[1] ?? 0));
  if (versions.length === 1) return versions[0] ?? 0;
  const now = await current();
  return versions.includes(now) ? now : 0;
}

function about({ genre, fiche }: Row, parentId: string | null) {
  const known = JSON.parse(fiche);
  if (genre === 'dossier') return { etablissement: known, groupementId: parentId };
  return genre === 'certificat' ? { ...known, dossierId: parentId } : known;
}
