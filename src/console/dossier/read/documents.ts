import { formulaires } from '../../../../machines/formulaires/index.ts';
import { correctedLines, standingLines } from '../../../engine/history/corrections.ts';
import type { Ligne } from './case.ts';

/** Something that was filled in, signed, sent or answered, as the journal kept it. */
export interface Piece {
  rang: number;
  /** « remplie », « transmis à l’ANS par courriel ». */
  fait: string;
  date: string;
  enregistreLe: string;
  auteur: string;
  /** Whether what was typed is kept and may be read again. */
  estLisible: boolean;
  /** Whether a later correction withdrew or replaced it. */
  estCorrige: boolean;
}

/** The pieces of one form. */
export interface Pieces {
  id: string;
  titre: string;
  pieces: Piece[];
}

interface Known {
  formulaire: keyof typeof formulaires;
  fait: string;
  /** The field of what was typed; null when the fact says nothing of it. */
  champ: string | null;
}

const parts = { partie1: 'Partie 1', partie2: 'Partie 2', partie3: 'Partie 3 (visa et cachet)', partie4: 'Partie 4' };

/** What each fact says of a form. */
const known: Readonly<Record<string, Known>> = {
  'contrat.trouve': { formulaire: 'contrat-structure', fait: 'Contrat retrouvé', champ: null },
  'contrat.transmis': { formulaire: 'contrat-structure', fait: 'Complété, signé et transmis', champ: 'saisie' },
  'contrat.signe': { formulaire: 'contrat-structure', fait: 'Accepté par l’ANS', champ: null },
  'contrat.refuse': { formulaire: 'contrat-structure', fait: 'Refusé par l’ANS', champ: null },
  'contrat.termine': { formulaire: 'contrat-structure', fait: 'Terminé', champ: null },
  'formulaire101.transmis': { formulaire: 'formulaire-101', fait: 'Transmis à l’ANS', champ: 'saisie' },
  'formulaire101.refuse': { formulaire: 'formulaire-101', fait: 'Refusé par l’ANS', champ: null },
  'carteMandataire.demandee': { formulaire: 'formulaire-301', fait: 'Carte du mandataire demandée', champ: 'saisie' },
  'carteAdministrateur.demandee': {
    formulaire: 'formulaire-301',
    fait: 'Carte de l’administrateur technique demandée',
    champ: 'saisie',
  },
  'carteMandataire.refusee': { formulaire: 'formulaire-301', fait: 'Carte du mandataire refusée', champ: null },
  'carteAdministrateur.refusee': {
    formulaire: 'formulaire-301',
    fait: 'Carte de l’administrateur technique refusée',
    champ: null,
  },
  'mandat.demande': { formulaire: 'formulaire-502', fait: 'Mandat demandé', champ: 'saisie' },
  'mandat.enregistre': { formulaire: 'formulaire-502', fait: 'Mandat enregistré par l’ANS', champ: null },
  'mandat.refuse': { formulaire: 'formulaire-502', fait: 'Refusé par l’ANS', champ: null },
  'formulaire413.partie1Remplie': { formulaire: 'formulaire-413', fait: `${parts.partie1} remplie`, champ: 'partie1' },
  'formulaire413.partie2Remplie': { formulaire: 'formulaire-413', fait: `${parts.partie2} remplie`, champ: 'partie2' },
  'formulaire413.partie3Remplie': { formulaire: 'formulaire-413', fait: `${parts.partie3} remplie`, champ: 'partie3' },
  'formulaire413.partie4Remplie': { formulaire: 'formulaire-413', fait: `${parts.partie4} remplie`, champ: 'partie4' },
  'formulaire413.signe': { formulaire: 'formulaire-413', fait: 'Signé', champ: null },
  'formulaire413.transmis': { formulaire: 'formulaire-413', fait: 'Transmis à l’ANS', champ: null },
  'formulaire413.recu': { formulaire: 'formulaire-413', fait: 'Reçu par l’ANS', champ: null },
  'formulaire413.retourne': { formulaire: 'formulaire-413', fait: 'Retourné pour correction', champ: null },
  'formulaire413.rejete': { formulaire: 'formulaire-413', fait: 'Rejeté par l’ANS', champ: null },
  'formulaire413.repris': { formulaire: 'formulaire-413', fait: 'Nouvelle demande commencée', champ: null },
  'habilitation.accordee': { formulaire: 'formulaire-413', fait: 'Habilitation accordée', champ: null },
  'habilitation.retiree': { formulaire: 'formulaire-413', fait: 'Habilitation retirée', champ: null },
};

/** The forms of a dossier in the order of the procedure, each with what became of it, oldest first; none that nothing was said of. */
export function documentsOf(lines: readonly Ligne[]): Pieces[] {
  const corrected = correctedLines(lines);
  return Object.keys(formulaires).flatMap((id) => {
    const pieces = lines.flatMap((line) => (known[line.type]?.formulaire === id ? [pieceOf(line, corrected)] : []));
    return pieces.length > 0 ? [{ id, titre: nameOfForm(id as keyof typeof formulaires), pieces }] : [];
  });
}

/** What was typed of a form in a line, and how it is called; null when the line holds none. */
function contentOf({ type, saisie }: Ligne): { titre: string; champ: string; valeur: unknown } | null {
  const champ = known[type]?.champ;
  if (!champ || saisie === null) return null;
  const valeur = (JSON.parse(saisie) as Record<string, unknown>)[champ];
  return valeur === undefined ? null : { titre: known[type]?.fait ?? type, champ, valeur };
}

/** « Formulaire 413 : Demande de certificats logiciels »; null for a fact that is of no form. */
export function formOfLine({ type }: Ligne): string | null {
  const id = known[type]?.formulaire;
  return id === undefined ? null : nameOfForm(id);
}

/** At a sending of form 413, the last line that filled in each of its parts. */
export function partsSent(lines: readonly Ligne[], rang: number): Ligne[] {
  return Object.keys(parts).flatMap((partie) => {
    const filled = standingLines(lines).filter((line) => line.rang < rang && known[line.type]?.champ === partie);
    return filled.slice(-1);
  });
}

function nameOfForm(id: keyof typeof formulaires): string {
  const { titre, numero } = formulaires[id];
  return numero === null ? titre : `Formulaire ${numero} : ${titre}`;
}

function pieceOf(line: Ligne, corrected: ReadonlyMap<number, unknown>): Piece {
  const { rang, type, date, enregistreLe, auteur } = line;
  const isSending = type === 'formulaire413.transmis';
  return {
    rang,
    date,
    enregistreLe,
    auteur,
    fait: known[type]?.fait ?? type,
    estCorrige: corrected.has(rang),
    estLisible: isSending || contentOf(line) !== null,
  };
}
