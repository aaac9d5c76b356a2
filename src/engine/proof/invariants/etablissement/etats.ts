import type { Formule } from '../../claim.ts';

/** §4.1 — under what a legal representative may delegate. */
export const delegation: Formule = { et: ['contrat.actif', 'carteResponsable.active'] };

/** §5 — a form 413 of which no part stands. */
export const vierge: Formule = {
  et: [1, 3, 4].map((rang) => `demande.formulaire413.redaction.partie${rang}.aRemplir`),
};

/** §6 — an open dossier that has nothing obligatory left but its certificates. */
export const complet: Formule = {
  et: ['suivi.ouvert', { ou: ['demande.certificats.enCours', 'demande.certificats.enService'] }],
};
