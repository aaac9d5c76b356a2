import { z } from 'zod';
import { idOf as administrateurOf } from '../../../machines/etablissement/administrateurs.ts';
import { factsFilling } from '../../../machines/etablissement/events.ts';
import { ENTIER } from '../../../machines/event.ts';
import { IsoDate } from '../../../machines/formulaires/champs.ts';
import { Partie1, Partie2, Partie3, Partie4 } from '../../../machines/formulaires/formulaire-413.ts';
import { type FormulaireId, formulaires } from '../../../machines/formulaires/index.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { idOf } from '../forms/draw-field.ts';
import { formOf } from '../forms/form.ts';

/** What a form holds once it is read, before anything is checked. */
export type Saisie = Readonly<Record<string, unknown>>;

const Envoi = z
  .strictObject({ date: IsoDate.meta({ title: 'Envoyé le' }) })
  .meta({ title: 'Envoi à l’ANS', description: 'Une fois le formulaire signé et envoyé.' });

/** The parts of form 413 are told one by one, often after the day on which they were filled in. */
const Remplissage = z
  .strictObject({ date: IsoDate.meta({ title: 'Remplie le' }) })
  .meta({ title: 'Jour de remplissage', description: 'Celui de la partie que vous enregistrez.' });

const EnParties = z.object({
  remplissage: Remplissage,
  partie1: Partie1,
  partie2: z.strictObject({ texte: Partie2.optional() }).meta({ title: 'Partie 2 — Sans objet connu' }),
  partie3: Partie3,
  partie4: Partie4,
});

/** « Formulaire 413 », « Contrat de structure »; null for no form of the procedure. */
export function formName(id: string | null): string | null {
  if (id === null || !Object.hasOwn(formulaires, id)) return null;
  const { numero, titre } = formulaires[id as FormulaireId];
  return numero === null ? titre : `Formulaire ${numero}`;
}

/** Every form by id, as agents fill it. */
const imprimes = Object.fromEntries(
  Object.entries(formulaires).map(([id, { titre, source, schema }]) => {
    const nom = formName(id) ?? id;
    const all = id === 'formulaire-413' ? EnParties : z.object({ ...schema.shape, envoi: Envoi });
    const lecture = formOf(all, { except: ['remplissage'] });
    const intitule = nom === titre ? nom : `${nom} — ${titre}`;
    return [id, { id: id as FormulaireId, nom, intitule, source, form: formOf(all), lecture }];
  }),
);

/** A form of the procedure as agents fill it, and as it is read and printed. */
export type Imprime = NonNullable<ReturnType<typeof imprimeOf>>;

/** The form of that id; null for none. */
export function imprimeOf(id: string) {
  return Object.hasOwn(imprimes, id) ? (imprimes[id] ?? null) : null;
}

/**
 * The fact that sending a form tells; none for form 413, which is told part by part. Where there are several administrateurs techniques,
 * `asksWhom`, a card is ordered for the one whom the form names.
 */
export function faitOf({ id, form }: Imprime, { envoi, ...saisie }: Saisie, asksWhom: boolean): FaitSaisi | null {
  const sendings = factsFilling(id).filter(({ piece }) => piece.contenu === ENTIER);
  const sending = sendings.find(({ piece }) => piece.role === saisie['role']) ?? sendings.at(-1);
  if (!sending) return null;
  const { type, champs } = sending;
  const { date } = (envoi ?? {}) as { date?: string };
  const administrateur = asksWhom && 'administrateur' in champs ? bearerOf(saisie) : undefined;
  const whose = administrateur === undefined ? {} : { administrateur };
  const how = 'moyen' in champs ? { moyen: id } : {};
  return {
    type,
    input: { type, date, ...whose, ...how, saisie },
    jour: idOf(form, 'envoi.date'),
    toForm: (pointeur) => (pointeur === '/date' ? '/envoi/date' : pointeur.replace(/^\/saisie/, '')),
  };
}

/** Whom form 301 orders a card for, by his id among the administrateurs techniques. */
function bearerOf({ porteur }: Saisie): string | undefined {
  const { nom, prenom } = (porteur ?? {}) as { nom?: string; prenom?: string };
  return nom === undefined || prenom === undefined ? undefined : administrateurOf({ nom, prenom });
}

/** The parts of form 413, each of which is told by a fact of its own. */
export const parties = ['partie1', 'partie2', 'partie3', 'partie4'] as const;
export type Partie = (typeof parties)[number];

/** The fact that tells a part of form 413. */
export function typeOfPart(partie: Partie): string {
  const found = factsFilling('formulaire-413').find(({ piece }) => piece.contenu === partie);
  if (!found) throw new Error(`No fact tells ${partie} of form 413`);
  return found.type;
}

/** A fact that a form tells, a pointer of it as one of the form, and the id of the field that says its day. */
export type FaitSaisi = ReturnType<typeof faitPartie>;

/** The fact that tells one part of form 413, on the day that the form says. */
export function faitPartie(partie: Partie, { saisie, imprime: { form } }: { saisie: Saisie; imprime: Imprime }) {
  const { date } = (saisie['remplissage'] ?? {}) as { date?: string };
  const type = typeOfPart(partie);
  const value = saisie[partie] as { texte?: string };
  const told = partie === 'partie2' ? value.texte : value;
  const places: Readonly<Record<string, string>> = { '/partie2': '/partie2/texte', '/date': '/remplissage/date' };
  const toForm = (pointeur: string) => places[pointeur] ?? pointeur;
  return { type, input: { type, date, [partie]: told }, toForm, jour: idOf(form, 'remplissage.date') };
}

/** Where form 413 stands: its state in the machine, « redaction » while its parts are filled in; null outside of it. */
export function stageOf({ etat }: Pick<CaseRead, 'etat'>): string | null {
  const place = placeOf(etat);
  return typeof place === 'object' ? 'redaction' : (place ?? null);
}

/** Whether a dossier takes form 413 now: it is closed once it is sent, until it is returned or begun again. */
export function takes413(affaire: Pick<CaseRead, 'etat'>): boolean {
  return ['redaction', 'aSigner', 'aTransmettre'].includes(stageOf(affaire) ?? '');
}

/** Whether what was recorded of a part still stands: a return, or who left, may have it filled in again. */
export function isStanding({ etat }: Pick<CaseRead, 'etat'>, partie: Partie): boolean {
  if (partie === 'partie2') return true;
  const place = placeOf(etat);
  const { parties = {} } = (etat?.snapshot.context ?? {}) as { parties?: Readonly<Record<string, string | null>> };
  return typeof place === 'object' ? place.redaction[partie] === 'remplie' : Boolean(parties[partie]);
}

function placeOf(etat: CaseRead['etat']) {
  const { formulaire413 } = (etat?.snapshot.value ?? {}) as {
    formulaire413?: string | { redaction: Readonly<Record<string, string>> };
  };
  return formulaire413;
}
