import type { Fact } from '../../../../machines/event.ts';
import type { ChoiceField } from '../../forms/field.ts';
import { type Form, formOf } from '../../forms/form.ts';

const forms = new WeakMap<Fact, Form>();

/** An administrateur technique by his id, as one reads him. */
interface Nomme {
  id: string;
  nom: string;
}

/** The form of a fact: its day, then its own fields. Made once; `designes` are those among whom it says whom it is about. */
export function factForm(fact: Fact, designes: readonly Nomme[] = []): Form {
  const known = forms.get(fact) ?? formOf(fact.schema, { sauf: ['type'], prefixe: 'fait' });
  forms.set(fact, known);
  return among(known, designes);
}

/** Whom a fact is about is chosen by name among several, and not asked for otherwise (A18). */
export function among(form: Form, designes: readonly Nomme[], requis = true): Form {
  const { racine } = form;
  const asked = racine.champs['administrateur'];
  if (!asked) return form;
  const chosen: ChoiceField = {
    genre: 'choix',
    titre: asked.titre,
    aide: null,
    requis,
    vide: undefined,
    largeur: 6,
    aucun: null,
    defaut: '',
    options: designes.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
  };
  const champs = Object.entries(racine.champs).flatMap(([cle, champ]) => {
    if (champ !== asked) return [[cle, champ] as const];
    return designes.length > 1 ? [[cle, chosen] as const] : [];
  });
  return { ...form, racine: { ...racine, champs: Object.fromEntries(champs) } };
}
