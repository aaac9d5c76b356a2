import type { z } from 'zod';
import type { Recorded } from '../acts/act.ts';
import type { Identity } from '../identity/identity.ts';
import type { Page, Row } from '../store/store.ts';
import { tagsIn } from '../web/ingress.ts';
import type { Retenu } from './case-schemas.ts';
import { type Answer, BREF } from './operation.ts';
import { permitted } from './permitted.ts';

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

/** What an act has made of a case, as it is sent to who has done it. */
export function recordedAnswer(recorded: Recorded, identite: Identity): Answer {
  const { row, vue, avertissements } = recorded;
  const told = JSON.stringify(avertissements);
  return {
    headers: recordedHeaders(recorded),
    body: `{"${row.genre}":${represent(row)},"avertissements":${told},"prochainesEtapes":${permitted(identite, vue.text)}}`,
  };
}

/** The same in few words (RFC 7240). */
export function minimalAnswer(recorded: Recorded): Answer {
  const headers = { ...recordedHeaders(recorded), 'Preference-Applied': 'return=minimal' };
  return { type: BREF, headers, body: JSON.stringify(briefOf(recorded)) };
}

/** Where a case stands after an act, in few words. */
function briefOf({ row, vue, avertissements }: Recorded): z.output<typeof Retenu> {
  const { id, version, statut } = row;
  const codes = [...new Set(avertissements.map(({ code }) => code))];
  return { id, version, statut, restant: vue.suite.restant.minimum, avertissements: codes };
}

/** The version of a case that has just been written, and the receipt of what was. */
export function recordedHeaders({ row, recu }: Recorded): Record<string, string> {
  return { ...versionTag(row.version), ...receiptHeader(recu) };
}

/** The receipt of an act as a header, in ASCII; none where nothing was written. */
export function receiptHeader(recu: string | null): Record<string, string> {
  return recu === null ? {} : { Recu: recu };
}
