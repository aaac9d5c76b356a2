import { politique } from '../decisions.ts';
import { SANS_DATE } from '../event.ts';
import { about, inState, lasts, notInState } from '../guard.ts';
import { concerned, idOf, isActif, lastDay, nommes, operationnels, successor } from './administrateurs.ts';
import type { CarteActive, DossierContext } from './context.ts';
import type { DossierEvent } from './events.ts';
import { partiesOf } from './formulaire-413-facts.ts';

interface Args {
  context: DossierContext;
  event: DossierEvent;
}

/** Each guard is one sentence of the procedure; `conditions.ts` says it in French. */
export const guards = {
  isOuvert: inState({ suivi: 'ouvert' }),
  isSuivi: notInState({ suivi: 'abandonne' }),
  hasContratActif: inState({ contrat: 'actif' }),
  hasCarteResponsableActive: inState({ carteResponsable: 'active' }),
  hasMandataireActif: inState({ mandataire: 'actif' }),
  hasAdministrateurActif: inState({ administrateurTechnique: 'actif' }),
  hasDsiContactee: inState({ coordination: 'contactee' }),
  isEnInstruction: inState({ formulaire413: 'enInstruction' }),

  signsAsRepresentantLegal: ({ context }: Args) => context.signataire === 'representantLegal',
  signsAsMandataire: ({ context }: Args) => context.signataire === 'mandataire',
  isCarteResponsableInDate: ({ context, event }: Args) => isInDate(context.carteResponsable, event.date),
  isCarteMandataireInDate: ({ context, event }: Args) => isInDate(context.carteMandataire, event.date),
  isCarteResponsableEchue: ({ context, event }: Args) => isPast(context.carteResponsable, event.date),
  isCarteMandataireEchue: ({ context, event }: Args) => isPast(context.carteMandataire, event.date),
  isSignatureCourante: ({ context: { signature, parties } }: Args) =>
    signature !== null &&
    signature.partie1 === parties.partie1 &&
    signature.partie3 === parties.partie3 &&
    signature.partie4 === parties.partie4,
  isIdentifiantNouveau: ({ context: { identifiants }, event }: Args) =>
    event.type === 'etablissement.identifiantModifie' &&
    (event.siret !== identifiants.siret || event.finess !== identifiants.finess),

  isNouvelAdministrateur: about(
    ({ context, event }: Args) =>
      event.type === 'administrateurTechnique.designe' &&
      context.administrateurs.every(({ id }) => id !== idOf(event.personne)),
    { dernier: () => null, estAutre: true },
  ),
  isTitulaire: about(({ context, event }: Args) => concerned(context, event) === 0, { dernier, estAutre: false }),
  isReleve: about(({ context, event }: Args) => concerned(context, event) > 0, { dernier, estAutre: true }),
  isSansTitulaireActif: ({ context }: Args) => !context.administrateurs.some(isActif),
  hasReleveActive: ({ context, event }: Args) => {
    const next = successor(context, event);
    return next !== undefined && isActif(next);
  },
  hasReleveBloquee: ({ context, event }: Args) => successor(context, event)?.bloquee === true,
  hasReleveEmployee: ({ context, event }: Args) => successor(context, event)?.origine === 'employe',
  hasReleveTechnicienne: ({ context, event }: Args) => successor(context, event)?.origine === 'technicien',
  isEmploye: ({ context, event }: Args) => origineOf(context, event) === 'employe',
  isTechnicien: ({ context, event }: Args) => origineOf(context, event) === 'technicien',
  isSansCarte: ({ event }: Args) => 'carte' in event && event.carte === null,
  isCarteEmploye: ({ event }: Args) => politique.cartesEmploye.includes(cardOf(event)?.type ?? ''),
  isCarteTechnicien: ({ event }: Args) => politique.cartesTechnicien.includes(cardOf(event)?.type ?? ''),
  isCarteRecueInDate: ({ event }: Args) => isInDate(cardOf(event), event.date),
  isCarteDuSignataire: ({ event }: Args) =>
    event.type === 'formulaire413.partie3Remplie' &&
    politique.cartesSignataire[event.partie3.qualite].includes(event.partie3.carte.type),
  isCarteReleveActive: ({ context, event }: Args) => isActifAt(context, concerned(context, event)),
  isCarteReleveBloquee: ({ context, event }: Args) =>
    context.administrateurs[concerned(context, event)]?.bloquee === true,
  isCarteReleveConnue: ({ context, event }: Args) =>
    (context.administrateurs[concerned(context, event)]?.carte ?? null) !== null,
  isCarteAdministrateurInDate: ({ context, event }: Args) =>
    isInDate(context.administrateurs[concerned(context, event)]?.carte ?? null, event.date),
  isCarteAdministrateurEchue: ({ context, event }: Args) =>
    isPast(context.administrateurs[concerned(context, event)]?.carte ?? null, event.date),

  isAdministrateurNomme: lasts(nommes),
  isNommeInDate: ({ context, event }: Args) => isDayBefore(event.date, lastDay(nommes(context))),
  isAdministrateurHabilite: lasts(operationnels),
  isHabiliteInDate: ({ context, event }: Args) => isDayBefore(event.date, lastDay(operationnels(context))),
  isDernierNomme: ({ context, event }: Args) => isLastAmong(context, event, context.nommes),
  isDernierHabilite: ({ context, event }: Args) => isLastAmong(context, event, context.habilites),
  isHabilite: ({ context, event }: Args) =>
    context.habilites.includes(context.administrateurs[concerned(context, event)]?.id ?? ''),

  isRetourPartie1: ({ event }: Args) => concernsPartie(event, 1),
  isRetourPartie4: ({ event }: Args) => concernsPartie(event, 4),

  isOffrePro: ({ event }: Args) => event.type === 'certificat.demande' && politique.offres.includes(event.offre),
  isUsageDeQualite: ({ event }: Args) =>
    event.type === 'certificat.demande' &&
    politique.usagesBeneficiaire[event.beneficiaire.qualite].includes(event.usage),
  hasBeneficiaireCarte: ({ event }: Args) =>
    event.type === 'certificat.demande' &&
    politique.carteBeneficiaire[event.beneficiaire.qualite] === event.beneficiaire.carte,
  hasPrerequisPlateforme: ({ event }: Args) => event.type === 'certificat.demande' && event.prerequisVerifies,
};

export type GuardName = keyof typeof guards;

/** The last fact told of the one whom a fact is about. */
function dernier({ context, event }: Args) {
  return context.administrateurs[concerned(context, event)]?.dernier ?? null;
}

/** A card that nobody holds has not lapsed: that it is missing is for another guard to say. */
function isInDate(carte: Pick<CarteActive, 'fin'> | null, date: string): boolean {
  return carte === null || isDayBefore(date, carte.fin);
}

function isDayBefore(date: string, fin: string | null): boolean {
  return fin === null || date <= fin;
}

/** A22 — a card whose end is not known may be told to have ended on any day. */
function isPast(carte: Pick<CarteActive, 'fin'> | null, date: string): boolean {
  return date !== SANS_DATE && carte !== null && (carte.fin === null || date > carte.fin);
}

/** The card that a fact bears, in a form or not. */
function cardOf(event: DossierEvent): CarteActive | null {
  const { carte, partie3, saisie } = event as {
    carte?: CarteActive | null;
    partie3?: { carte: CarteActive };
    saisie?: { carte?: CarteActive };
  };
  return carte ?? partie3?.carte ?? saisie?.carte ?? null;
}

function origineOf(context: DossierContext, event: DossierEvent): string | undefined {
  if (event.type === 'administrateurTechnique.designe') return event.origine;
  return context.administrateurs[concerned(context, event)]?.origine;
}

function isActifAt({ administrateurs }: DossierContext, rank: number): boolean {
  const one = administrateurs[rank];
  return one !== undefined && isActif(one);
}

/** Whether the one whom a fact is about is of those, and nobody else in the dossier is. */
function isLastAmong(context: DossierContext, event: DossierEvent, ids: readonly string[]): boolean {
  const rank = concerned(context, event);
  const among = context.administrateurs.filter(({ id }) => ids.includes(id));
  return among.length === 1 && among[0] === context.administrateurs[rank];
}

function concernsPartie(event: DossierEvent, partie: 1 | 4): boolean {
  return event.type === 'formulaire413.retourne' && partiesOf(event.motifs).includes(partie);
}
