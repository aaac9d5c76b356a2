import { expect, test } from 'vitest';
import { procedures } from '../../../machines/index.ts';
import { type Field, within } from '../../../src/console/forms/field.ts';
import { splitForm } from '../../../src/console/lot/fields.ts';

/** The names of the fields under one; a list is one field. */
function namesIn(field: Field, nom = ''): string[] {
  switch (field.kind) {
    case 'group':
      return Object.entries(field.fields).flatMap(([cle, inner]) => namesIn(inner, nom ? within(nom, cle) : cle));
    case 'question':
      return namesIn(field.group, nom);
    default:
      return [nom];
  }
}

test('what several sites say at once is nothing that is of one of them alone: a new field is looked at, here or in OWN', () => {
  const facts = Object.values(procedures).flatMap((procedure) => Object.values(procedure.facts));
  const said = facts.filter(({ derive }) => !derive).flatMap((fact) => namesIn(splitForm(fact).common.root));
  expect([...new Set(said)].sort()).toEqual([
    'canal',
    'date',
    'depuis',
    'editeur',
    'emetteur',
    'interlocuteur',
    'motif',
    'motifs',
    'moyen',
    'par',
    'partie2',
    'partie3.cachet',
    'partie3.date',
    'partie4.logiciels',
    'partie4.offreProAuthSignConf',
    'partie4.precisionUsage',
    'prerequisVerifies',
    'saisie.pieceJointe',
    'saisie.signature.date',
    'sites',
    'societe',
    'usage',
  ]);
});
