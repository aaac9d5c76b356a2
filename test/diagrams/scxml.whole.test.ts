import { test } from 'vitest';
import { procedures } from '../../machines/index.ts';
import { expectSameMoves } from './scxml-walks.ts';

test.each(procedures.filter(({ genre }) => genre === 'dossier'))(
  'the SCXML of $id goes where the machine goes, fact after fact, played by another interpreter',
  expectSameMoves,
);
