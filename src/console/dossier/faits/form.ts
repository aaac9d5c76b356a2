import { ENTIER, type Fact, PARTIES } from '../../../../machines/event.ts';
import { RECENSEMENT } from '../../../../machines/groupement/events.ts';
import { findFact } from '../../../../machines/index.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import type { ChoiceField } from '../../forms/field.ts';
import { type Form, formOf } from '../../forms/form.ts';
import { type Cible, cibleOf, type Fait, pathOf } from '../read/case.ts';

const forms = new WeakMap<Fact, Form>();

/** An administrateur technique by his id, as one reads him. */
interface Nomme {
  id: string;
  nom: string;
}

/** The form of a fact: its day, then its own fields. Made once; `designes` are those among whom it says whom it is about. */
export function factForm(fact: Fact, designes: readonly Nomme[] = []): Form {
  const known = forms.get(fact) ?? formOf(fact.schema, { except: ['type'], prefix: 'fait' });
  forms.set(fact, known);
  return among(known, designes);
}

/** Whom a fact is about is chosen by name among several, and not asked for otherwise (A18). */
export function among(form: Form, designes: readonly Nomme[], requis = true): Form {
  const { root } = form;
  const asked = root.fields['administrateur'];
  if (!asked) return form;
  const chosen: ChoiceField = {
    kind: 'choice',
    label: asked.label,
    help: null,
    isRequired: requis,
    empty: undefined,
    width: 6,
    none: null,
    initial: '',
    options: designes.map(({ id, nom }) => ({ value: id, label: nom })),
  };
  const champs = Object.entries(root.fields).flatMap(([cle, champ]) => {
    if (champ !== asked) return [[cle, champ] as const];
    return designes.length > 1 ? [[cle, chosen] as const] : [];
  });
  return { ...form, root: { ...root, fields: Object.fromEntries(champs) } };
}

/** Where the form of a fact is: `/dossiers/<id>/faits/contrat.signe`. */
export function factPath(cible: Cible, type: string): string {
  return `${pathOf(cible)}/faits/${type}`;
}

/** Where a form of the procedure is filled in for a dossier. */
export function formPath(cible: Cible, formulaire: string): string {
  return `${pathOf(cible)}/formulaires/${formulaire}`;
}

/** The form whose filling tells a fact: its page, and whether the fact may also be told without it. */
export function formTelling(cible: Cible, type: string): { href: string; sansFormulaire: boolean } | null {
  if (cible.genre === 'groupement' && type === RECENSEMENT)
    return { href: `${pathOf(cible)}/etat-des-lieux`, sansFormulaire: false };
  const { formulaire, contenu = PARTIES } = (cible.genre === 'dossier' && findFact(type)?.piece) || {};
  if (formulaire === undefined || contenu === PARTIES) return null;
  const vers = formPath(cible, formulaire);
  const isWhole = contenu === ENTIER;
  return { href: isWhole ? vers : `${vers}#champ-${contenu}`, sansFormulaire: isWhole };
}

/** Whether a fact asks for nothing but its day; `asksWhom` where it must say which administrateur technique it is about. */
export function isDateOnly({ facts }: Procedure, type: string, asksWhom: boolean): boolean {
  const { champs } = facts[type] ?? { champs: null };
  return champs !== null && Object.keys(champs).every((cle) => cle === 'administrateur' && !asksWhom);
}

/** Which case a fact is told to, read from the path of the API that takes it; `here` when it says nothing else. */
export function receiverOf({ vers }: Pick<Fait, 'vers'>, here: Cible): Cible {
  return cibleOf(vers) ?? here;
}
