import { z } from 'zod';
import type { Fact } from '../../../machines/event.ts';
import { texteLibre } from '../../../machines/formulaires/champs.ts';
import { whyNotOwn } from '../../engine/history/corrections.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, err, ok, type Result, toErreurs } from '../../result.ts';
import type { Services } from '../../services.ts';
import { isOwnOnly } from '../../web/access/policy.ts';
import { among } from '../dossier/faits/form.ts';
import { namesOfDesignes } from '../dossier/read/administrateurs.ts';
import { type Cible, factIn, readCase } from '../dossier/read/case.ts';
import { type Form, formOf } from '../forms/form.ts';
import { type Typed, write } from '../forms/typed.ts';
import { readJournal } from '../journal/lines.ts';
import { type Refused, refusedBy, type Visit } from '../shell/screen.ts';

/** A line that is to be corrected: the forms that it takes and what is asked first, what it says now, and every line of the journal, by rank. */
export type CorrectedLine = Exclude<Awaited<ReturnType<typeof findLine>>, Refused>;

/** Finds a line of a journal that a person may have told; the others say why they are not corrected. */
export async function findLine(services: Services, cible: Cible, rang: number) {
  const read = await readCase(services, cible);
  if (!read.ok) return refusedBy(read.error);
  const affaire = read.value;
  const lines = new Map((await readJournal(services, affaire)).map((line) => [line.ligne.rang, line]));
  const line = lines.get(rang);
  const unknown = { code: 'introuvable', objet: 'fait', id: `${rang}` } as const;
  if (!line || line.cible.id !== cible.id) return refusedBy(unknown);
  const { type, saisie, date } = line.ligne;
  const fact = factIn(line.procedure, type);
  if (!fact) {
    const seen = await services.previewCorrection(cible, { rang, remplacement: null });
    return refusedBy(seen.ok ? unknown : seen.error);
  }
  const known = correctionForms(fact);
  const designes = namesOfDesignes([...lines.values()].map(({ ligne }) => ligne));
  const forms = { ...known, remplacer: among(known.remplacer, designes, false) };
  const typed = write(forms.remplacer, { ...JSON.parse(saisie ?? '{}'), date });
  const mode: Mode = Object.keys(fact.champs).length > 0 ? 'remplacer' : 'retirer';
  return { cible, affaire, rang, line, libelle: line.libelle, forms, mode, typed, lines };
}

/** Who corrects a case of that kind, and whether their own lines alone. */
export function correctorOf({ identite }: Pick<Visit<unknown>, 'identite'>, { genre }: Pick<Cible, 'genre'>) {
  return { auteur: auteurOf(identite), ownOnly: isOwnOnly(`${genre}s.corriger`, identite) };
}

/** Why somebody who corrects only their own lines may not open this one; null when they may. */
export function whyNotTheirs(
  visit: Pick<Visit<unknown>, 'identite' | 'services'>,
  { cible, rang, libelle, line: { ligne } }: CorrectedLine,
): Refused | null {
  const { auteur, ownOnly } = correctorOf(visit, cible);
  const raison = ownOnly ? whyNotOwn(ligne, { auteur, instant: visit.services.now().toISOString() }) : null;
  return raison && { refusal: { code: 'correction-impossible', raison, rang, libelle } };
}

/** What may be done with a line: told otherwise, or taken away. */
export const modes = ['remplacer', 'retirer'] as const;
export type Mode = (typeof modes)[number];

const motifField = texteLibre('Motif de la correction', 500).meta({
  title: 'Motif de la correction',
  description: 'Gardé dans le journal, que lisent aussi les éditeurs du dossier : ni nom de patient, ni secret.',
});
const Motif = z.object({ motifCorrection: motifField });

const known = new WeakMap<Fact, Readonly<Record<Mode, Form>>>();

/** The forms by which a fact is corrected: with its own fields, or with the reason alone. */
function correctionForms(fact: Fact): Readonly<Record<Mode, Form>> {
  const forms = known.get(fact) ?? {
    remplacer: formOf((fact.schema as unknown as z.ZodObject).extend({ motifCorrection: motifField }), {
      except: ['type'],
      prefix: 'correction',
    }),
    retirer: formOf(Motif, { prefix: 'correction' }),
  };
  known.set(fact, forms);
  return forms;
}

/** The reason, as it was typed. */
export function typedMotif(typed: Typed): Result<string, Erreur[]> {
  const parsed = Motif.safeParse({ motifCorrection: typed['motifCorrection'] ?? '' });
  return parsed.success ? ok(parsed.data.motifCorrection) : err(toErreurs(parsed.error));
}
