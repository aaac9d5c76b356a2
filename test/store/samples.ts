import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { AUCUNE_ANNONCE, type Change, type Deadline, type JournalLine, type Row } from '../../src/store/store.ts';

/** A dossier at `version`, open, unlike its other versions. */
export function sampleRow(id: string, version: number, more: Partial<Row> = {}): Row {
  return {
    id,
    genre: 'dossier',
    parentId: null,
    procedure: 'public-ght',
    procedureVersion: 1,
    version,
    statut: 'ouvert',
    cle: null,
    denomination: `Centre hospitalier « ${id} »`,
    siret: null,
    finess: null,
    etat: JSON.stringify({ etat: version }),
    fiche: JSON.stringify({ fiche: version }),
    vue: JSON.stringify({ vue: version }),
    cohorte: null,
    urgence: null,
    beneficiaire: null,
    annonce: 0,
    annonces: AUCUNE_ANNONCE,
    ouvertLe: '2026-01-05T08:00:00.000Z',
    modifieLe: `2026-01-05T08:00:0${version % 10}.000Z`,
    ...more,
  };
}

/** A fact whose own field is `objet`. */
export function sampleLine(objet: string): JournalLine {
  const saisie = JSON.stringify({ objet });
  return {
    type: 'contrat.signe',
    date: '2026-01-05',
    enregistreLe: '2026-01-05T08:00:00.000Z',
    auteur: 'agent:42',
    saisie,
    empreinte: createHash('sha256').update(saisie).digest('hex'),
  };
}

/** A row at `version` by one fact, named after both. */
export function sampleChange(
  id: string,
  version: number,
  more: Partial<Row> = {},
  echeances: readonly Deadline[] | null = null,
): Change {
  return { row: sampleRow(id, version, more), journal: [sampleLine(`${id} ${version}`)], echeances };
}

/** What a commit that writes lines is told. */
export const WRITTEN = { ok: true, recu: expect.stringMatching(/^\d+:[0-9a-f]{64}(;\d+:[0-9a-f]{64})?:[\w-]{86}$/) };
