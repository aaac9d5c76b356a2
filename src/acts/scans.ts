import { err, ok, type Result } from '../engine/refusal.ts';
import type { Act, Desk } from './act.ts';
import { admitted, type Deposited, type DocumentRefusal, deposit, formsOn, type Vu } from './documents.ts';

/** Where a scan went: a document of each dossier that its codes name, and how many of them name none that is here. */
export interface Classement {
  deposes: ({ dossierId: string } & Deposited)[];
  inconnus: number;
}

/** Keeps a scan in each dossier of which it bears a form, by the codes of its pages; one that bears none is refused. */
export async function depositScan(
  desk: Desk,
  { octets, nom }: { octets: Buffer; nom: string },
  act: Act,
): Promise<Result<Classement, DocumentRefusal>> {
  const kind = await admitted(desk, octets);
  if (!kind.ok) return kind;
  const lus = await formsOn(octets, kind.value);
  const vu: Vu = { nature: kind.value, lus };
  if (lus.length === 0) return err({ code: 'numerisation-sans-code' });
  const classement: Classement = { deposes: [], inconnus: 0 };
  for (const dossierId of new Set(lus.map(({ dossier }) => dossier))) {
    const kept = await deposit(desk, { genre: 'dossier', id: dossierId }, { octets, nom, prouve: null, vu }, act);
    if (kept.ok) classement.deposes.push({ dossierId, ...kept.value });
    else if (kept.error.code === 'introuvable') classement.inconnus += 1;
    else return kept;
  }
  return ok(classement);
}
