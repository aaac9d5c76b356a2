/** What was typed in a form of a dossier and is not sent yet. */
export interface Draft {
  dossierId: string;
  formulaire: string;
  /** 1 at first, one more each time; never taken twice, even after a draft was given up. */
  version: number;
  /** JSON text of what was typed; null once sent or given up. */
  saisie: string | null;
  /** Who typed last. */
  auteur: string;
  /** ISO instant. */
  modifieLe: string;
}

/** The drafts of forms, one for each form of a dossier, whoever types. */
export interface DraftStore {
  find(dossierId: string, formulaire: string): Promise<Draft | null>;
  /** Those of a dossier that hold something. */
  of(dossierId: string): Promise<Draft[]>;
  /** Writes a draft durably, if the one kept has the version just below; false when somebody else was faster. */
  save(draft: Draft): Promise<boolean>;
}
