import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Procedure } from '../../../machines/procedure.ts';
import { formats } from './formats.ts';

/** A file that a procedure is published as; `empreinte` tells two texts apart. */
export interface Published {
  nom: string;
  type: string;
  texte: string;
  empreinte: string;
}

const FOLDER = new URL('../../../machines/diagrams/', import.meta.url);
const known = new Map<string, Published>();

/** The committed text of a procedure in a format, read once; what writes it takes up to a second. */
export function published({ id, version }: Procedure, extension: keyof typeof formats): Published {
  const { suffixe, type } = formats[extension];
  const nom = `${id}.v${version}.${suffixe}`;
  const found = known.get(nom) ?? read(nom, type);
  known.set(nom, found);
  return found;
}

function read(nom: string, type: string): Published {
  const texte = readFileSync(new URL(nom, FOLDER), 'utf8');
  return { nom, type, texte, empreinte: createHash('sha256').update(texte).digest('hex').slice(0, 32) };
}
