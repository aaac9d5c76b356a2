import { explainSecret } from '../../machines/formulaires/champs.ts';
import { type Erreur, err, ok, type Result } from '../result.ts';
import type { Draft, DraftStore } from '../store/desk.ts';

const HASTE_MS = 30_000;

/** A draft as it is shown: what was typed, by flat names. */
interface Brouillon extends Omit<Draft, 'saisie'> {
  saisie: Readonly<Record<string, string>> | null;
}

/** Of which form of which dossier. */
interface FormRef {
  dossierId: string;
  formulaire: string;
}

/** What one wants kept: `version` is the one that was read before typing, 0 for none. */
interface Typing extends FormRef {
  version: number;
  saisie: Readonly<Record<string, string>>;
  auteur: string;
}

/** Why a draft was not kept: somebody wrote since, here is what; or it holds what is never kept. */
type DraftRefusal = { code: 'brouillon-depasse'; brouillon: Brouillon } | { code: 'secret'; erreurs: Erreur[] };

/** The drafts over a store; no draft ever holds a social security number or a private key. */
export function createDrafts(store: DraftStore, clock: () => Date) {
  const find = async ({ dossierId, formulaire }: FormRef): Promise<Brouillon | null> => {
    const draft = await store.find(dossierId, formulaire);
    return draft && read(draft);
  };

  const keep = async ({ version, saisie, ...typing }: Typing): Promise<Result<Brouillon, DraftRefusal>> => {
    const erreurs = secretsOf(saisie);
    if (erreurs.length > 0) return err({ code: 'secret', erreurs });
    const kept = await find(typing);
    if (kept?.saisie && sameTyped(kept.saisie, saisie)) return ok(kept);
    const now = clock();
    const known = kept !== null && isOwnHaste(kept, typing.auteur, now) ? kept.version : version;
    const draft = { ...typing, version: known + 1, saisie: JSON.stringify(saisie), modifieLe: now.toISOString() };
    if ((kept?.version ?? 0) === known && (await store.save(draft))) return ok(read(draft));
    const brouillon = await find(typing);
    return brouillon ? err({ code: 'brouillon-depasse', brouillon }) : keep({ ...typing, version: 0, saisie });
  };

  const drop = async (ref: FormRef & { auteur: string }): Promise<void> => {
    const kept = await find(ref);
    if (!kept?.saisie) return;
    const draft = { ...ref, version: kept.version + 1, saisie: null, modifieLe: clock().toISOString() };
    if (!(await store.save(draft))) await drop(ref);
  };

  return {
    find,
    /** Those of a dossier that hold something. */
    of: async (dossierId: string) => (await store.of(dossierId)).map(read),
    /** Keeps what was typed, durably; what has not changed is not written again. */
    keep,
    /** Forgets what was typed, since it was sent or given up. */
    drop,
  };
}

/** A person who sends a form while it was just being kept for them would otherwise be told of themselves. */
function isOwnHaste({ auteur, modifieLe }: Brouillon, who: string, now: Date): boolean {
  return auteur === who && now.getTime() - Date.parse(modifieLe) < HASTE_MS;
}

function read({ saisie, ...draft }: Draft): Brouillon {
  return { ...draft, saisie: saisie === null ? null : JSON.parse(saisie) };
}

function sameTyped(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((nom) => one[nom] === other[nom]);
}

function secretsOf(saisie: Readonly<Record<string, string>>): Erreur[] {
  return Object.entries(saisie).flatMap(([nom, text]) => {
    const message = explainSecret(text);
    return message === null ? [] : [{ pointeur: `/${nom.replaceAll('.', '/')}`, message }];
  });
}
