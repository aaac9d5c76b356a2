import type { Condition } from '../../machines/condition.ts';
import type { RemainingAct } from './answers/shortest-path.ts';

/** What is missing, who brings it, where it is written; `code` is stable. */
export type Manque = Omit<Condition, 'etiquette' | 'carte'>;

/** What is wrong in what was sent: an RFC 6901 pointer and what to do, in French. */
export interface Erreur {
  pointeur: string;
  message: string;
}

/** Every legitimate « non ». */
export type Refusal =
  | { code: 'saisie-invalide'; erreurs: Erreur[] }
  | { code: 'fait-refuse'; type: string; manque: Manque[]; deblocages: RemainingAct[][]; acceptes: string[] }
  | { code: 'introuvable'; objet: 'dossier' | 'groupement' | 'certificat' | 'procedure' | 'fait'; id: string }
  | { code: 'version-perimee'; version: number }
  | { code: 'dossier-existant'; id: string }
  | { code: 'dossier-en-quarantaine'; id: string };

export type Result<T, E = Refusal> = { ok: true; value: T } | { ok: false; error: E };

/** A « oui ». */
export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

/** A « non » that says why. */
export const err = <E>(error: E): Result<never, E> => ({ ok: false, error });
