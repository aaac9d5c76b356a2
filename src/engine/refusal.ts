import type { Condition } from '../../machines/condition.ts';
import type { Erreur, Result as ResultOf } from '../result.ts';
import type { Ground } from './chronology.ts';
import type { RemainingAct } from './remaining-act.ts';

export { err, ok } from '../result.ts';

/** What is missing, who brings it, where it is written; `code` is stable. */
export type Manque = Pick<Condition, 'code' | 'libelle' | 'acteur' | 'source'>;

/** Every legitimate « non ». */
export type Refusal =
  | { code: 'saisie-invalide'; erreurs: Erreur[] }
  | { code: 'fait-refuse'; type: string; manque: Manque[]; deblocages: RemainingAct[][]; acceptes: string[] }
  | { code: 'date-anterieure'; type: string; date: string; anterieur: Ground }
  | {
      code: 'introuvable';
      objet: 'dossier' | 'groupement' | 'certificat' | 'procedure' | 'fait' | 'courriel';
      id: string;
    }
  | { code: 'version-perimee'; version: number }
  | { code: 'cle-deja-utilisee'; cle: string }
  | { code: 'deja-repondu' }
  /** `id` is null for whoever may not see it. */
  | { code: 'dossier-existant'; id: string | null }
  | { code: 'correction-impossible'; raison: RaisonIncorrigible; rang: number; libelle: string }
  | { code: 'apercu-perime'; retires: number[] }
  | { code: 'dossier-en-quarantaine'; id: string };

export type Result<T, E = Refusal> = ResultOf<T, E>;

/** Why a line cannot be corrected. */
export type RaisonIncorrigible =
  | 'ouverture'
  | 'correction'
  | 'rattachement'
  | 'document'
  | 'courriel'
  | 'deja-corrigee'
  | 'calendrier'
  | 'derivee'
  | 'effets-sortis'
  | 'd-autrui'
  | 'ancienne'
  | 'historique-incomplet';
