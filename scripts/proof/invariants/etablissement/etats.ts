import type { Formule } from '../../claim.ts';

/** §4.1 — under what a legal representative may delegate. */
export const delegation: Formule = { et: ['contrat.actif', 'carteResponsable.active'] };

/** A28 — under what the card of an administrateur technique is ordered. */
export const commandeDeCarte: Formule = {
  et: ['contrat.actif', { ou: ['carteResponsable.active', 'mandataire.actif'] }],
};

/** §5 — a form 413 of which no part stands. */
export const vierge: Formule = { et: [1, 3, 4].map((rang) => `formulaire413.redaction.partie${rang}.aRemplir`) };

/** §5 — a form 413 of which part 1 alone stands. */
export const partie1Seule: Formule = {
  et: [
    'formulaire413.redaction.partie1.remplie',
    'formulaire413.redaction.partie3.aRemplir',
    'formulaire413.redaction.partie4.aRemplir',
  ],
};

/** §6 — a dossier where a certificate can be ordered. */
export const complet: Formule = {
  et: ['habilitation.accordee', 'contrat.actif', 'isAdministrateurHabilite', 'isHabiliteInDate'],
};
