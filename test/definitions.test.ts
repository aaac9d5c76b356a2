import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { procedures } from '../machines/index.ts';
import { applyEdit, type Edit, edits } from '../scripts/prove/edits.ts';
import { definitions, imprintOf } from '../src/definitions.ts';

const textOf = (path: string) => readFileSync(new URL(`../machines/${path}`, import.meta.url), 'utf8');
const imprints = (edit: Edit | null) => {
  const read = (path: string) => (path === edit?.fichier ? applyEdit(edit, textOf(path)) : textOf(path));
  return procedures.map((procedure) => imprintOf(procedure, read));
};
const asTheyAre = imprints(null);

describe('a definition', () => {
  test.each(edits)('is another one: $nom', (edit) => {
    expect(imprints(edit)).not.toEqual(asTheyAre);
  });

  test.each<Edit>([
    {
      nom: 'un libellé',
      fichier: 'etablissement/regions/contrat.ts',
      avant: "'Contrat avec l’ANS à vérifier'",
      apres: "'Contrat avec l’ANS, à vérifier'",
    },
    {
      nom: 'un commentaire',
      fichier: 'etablissement/guards.ts',
      avant: '/** Each guard is one sentence of the procedure',
      apres: '/** Each guard is a sentence of the procedure',
    },
    {
      nom: 'la mise en page',
      fichier: 'etablissement/regions/contrat.ts',
      avant: "meta: { libelle: 'Contrat actif',",
      apres: "meta: {\n  libelle: 'Contrat actif',",
    },
    {
      nom: 'un avertissement',
      fichier: 'etablissement/coherence.ts',
      avant: "code: 'carte-differente'",
      apres: "code: 'autre-carte'",
    },
  ])('stays what it is: $nom', (edit) => {
    expect(imprints(edit)).toEqual(asTheyAre);
  });

  test('of one path is not that of another', () => {
    const edit: Edit = { nom: '', fichier: 'prive-groupe/machine.ts', avant: "'§4.3.2'", apres: "'§4.2'" };
    const text = textOf(edit.fichier);
    const read = (path: string) => (path === edit.fichier ? text.replaceAll(edit.avant, edit.apres) : textOf(path));
    const changed = procedures.filter((procedure, rank) => imprintOf(procedure, read) !== asTheyAre[rank]);
    expect(changed.map(({ id }) => id)).toEqual(['prive-groupe']);
  });
});

test.each([
  ['how days are counted is', "=== 'demarche'", "=== 'alea'", true],
  ['what is said of it is not', 'What relatives tell begins nothing', 'Relatives begin nothing', false],
])('a base is read under another definition where %s another one', (_what, avant, apres, isOther) => {
  const read = (path: string) =>
    path.endsWith('engine/since.ts') ? applyEdit({ nom: '', fichier: path, avant, apres }, textOf(path)) : textOf(path);
  const same = definitions(read).filter(({ empreinte }, rank) => empreinte === definitions()[rank]?.empreinte);
  expect(same).toHaveLength(isOther ? 0 : procedures.length);
});
