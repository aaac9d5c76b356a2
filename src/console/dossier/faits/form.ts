import { ENTIER, type Fact, PARTIES } from '../../../../machines/event.ts';
import { RECENSEMENT } from '../../../../machines/groupement/events.ts';
import { type FactType, findFact } from '../../../../machines/index.ts';
import type { Procedure } from '../../../../machines/procedure.ts';
import { memoOf } from '../../../memo.ts';
import { type Html, html } from '../../../web/html.ts';
import { type AnyRefusal, toProblem } from '../../../web/problem.ts';
import { drawForm } from '../../forms/draw.ts';
import type { ChoiceField } from '../../forms/field.ts';
import { type Form, formOf } from '../../forms/form.ts';
import { type Typed, write } from '../../forms/typed.ts';
import type { Visit } from '../../shell/screen.ts';
import { callout } from '../../ui/blocks.ts';
import { button, linkButton } from '../../ui/button.ts';
import { type Joinable, joinFields } from '../joined.ts';
import { factsAbout } from '../read/administrateurs.ts';
import { type CaseRead, type Cible, cibleOf, type Fait, factsIn, pathOf } from '../read/case.ts';
import { type Brought, FILE, fileField, WITHDRAWAL } from './depot.ts';

const formFor = memoOf((fact: Fact) => formOf(fact.schema, { except: ['type'], prefix: 'fait' }));

interface Nomme {
  id: string;
  nom: string;
}

/** The form of a fact: its day, then its own fields. Made once; `designes` are those among whom it says whom it is about. */
export function factForm(fact: Fact, designes: readonly Nomme[] = []): Form {
  return among(formFor(fact), designes);
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

/** A fact that a case is asked to take, as its form holds it. */
export interface AskedFact {
  cible: Cible;
  type: string;
  fact: Fact;
  form: Form;
  typed: Typed;
}

/** Of whom, where there are several, and on which day. */
interface Asking {
  designes: readonly Nomme[];
  today: string;
  /** The administrateur technique whom one asked for. */
  administrateur?: string | undefined;
}

/** A fact before anybody types: today, and of whom, where there are several, it may be told. No two have the same ids on a page. */
export function askFact(affaire: CaseRead, told: Omit<AskedFact, 'form' | 'typed'>, asking: Asking): AskedFact {
  const { cible, type, fact } = told;
  const { designes, today, administrateur } = asking;
  const able = designes.filter(({ id }) => factsAbout(affaire, id, today).includes(type));
  const asked = designes.find(({ id }) => id === administrateur) ?? able[0] ?? designes[0];
  const form = { ...factForm(fact, designes), prefix: `f${cible.id.slice(0, 8)}-${type.replaceAll('.', '-')}` };
  const known = { date: today, ...(asked && { administrateur: asked.id }) };
  return { ...told, form, typed: write(form, known) };
}

/** How the form of a fact is sent, and what is told beside it. */
export interface FactSending extends Partial<Pick<Parameters<typeof drawForm>[2], 'erreurs' | 'focus'>> {
  /** The last line of the journal that whoever tells it has seen. */
  seen: number;
  /** Where one comes back to once it is recorded. */
  back: string;
  /** What the button says; « Enregistrer » unless said. */
  label?: string;
  /** What stands beside the button. */
  more?: Html | null;
  /** What was brought to fill it in. */
  brought?: Brought | null;
  /** What may be joined to it. */
  joinable?: Joinable | null;
  /** The line of the mail that tells it. */
  courriel?: number | null;
}

/** The form in which a fact is told. */
export function drawFact({ cible, type, fact, form, typed }: AskedFact, sending: FactSending): Html {
  const {
    seen,
    back,
    erreurs = [],
    focus = null,
    label = 'Enregistrer',
    more,
    brought = null,
    courriel = null,
    joinable,
  } = sending;
  const isUndoing = fact.sorte === 'alea';
  return drawForm(form, typed, {
    action: factPath(cible, type),
    defaultAction: 'enregistrer',
    hidden: { vu: `${seen}`, retour: back, ...(courriel !== null && { courriel: `${courriel}` }) },
    erreurs,
    focus,
    ...(joinable && { attributes: { enctype: 'multipart/form-data' }, below: joinFields(joinable, form.prefix) }),
    ...(type === WITHDRAWAL && {
      attributes: { enctype: 'multipart/form-data' },
      head: fileField({ id: `${form.prefix}-${FILE}`, ...certificateAsked }, brought),
    }),
    buttons: html`${button(label, isUndoing ? 'danger' : 'principal', { name: 'action', value: 'enregistrer', icon: 'coche' })}
${more ?? linkButton('Annuler', back, 'discret')}`,
  });
}

const certificateAsked = {
  label: 'Certificat remis par l’ANS (facultatif)',
  help: 'Il remplit le numéro, les dates et l’autorité, et n’est pas gardé : .cer, .crt, .pem ou .p7b, 64 Kio au plus. Jamais la clé privée (.key, .p12, .pfx).',
  next: 'Le numéro et les dates sont remplis d’après le fichier : relisez, puis enregistrez.',
};

/** Where the form of a fact is: `/dossiers/<id>/faits/contrat.signe`. */
export function factPath(cible: Cible, type: string): string {
  return `${pathOf(cible)}/faits/${type}`;
}

/** Where a form of the procedure is filled in for a dossier. */
export function formPath(cible: Cible, formulaire: string): string {
  return `${pathOf(cible)}/formulaires/${formulaire}`;
}

/** The fact that orders one certificate. */
export const ORDER = 'certificat.demande' satisfies FactType;

/** Where the certificates of a dossier are ordered. */
export function orderPath(cible: Cible): string {
  return `${pathOf(cible)}/commande`;
}

/** The form whose filling tells a fact: its page, and whether the fact may also be told without it. */
export function formTelling(cible: Cible, type: string): { href: string; sansFormulaire: boolean } | null {
  if (cible.genre === 'groupement' && type === RECENSEMENT)
    return { href: `${pathOf(cible)}/etat-des-lieux`, sansFormulaire: false };
  if (cible.genre === 'dossier' && type === ORDER) return { href: orderPath(cible), sansFormulaire: false };
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

/** Why a fact was not taken, in a line: what is missing, or what is wrong with what was typed. */
export function refusalWords(refusal: AnyRefusal): string {
  if (refusal.code === 'fait-refuse')
    return refusal.manque.map(({ libelle }) => libelle).join(' ') || toProblem(refusal).detail;
  return refusal.code === 'saisie-invalide'
    ? refusal.erreurs.map(({ message }) => message).join(' ')
    : toProblem(refusal).detail;
}

/** An accident that may be told of a case, on the day `today` (YYYY-MM-DD). */
interface Accident {
  affaire: CaseRead;
  type: string;
  fact: Fact;
  today: string;
}

/** What an accident would make of a case: the steps that it leaves, those that come back, and how many acts are then left. */
export async function fallsOf(
  { services }: Pick<Visit, 'services'>,
  { affaire, type, fact, today }: Accident,
): Promise<Html | null> {
  const { suite, cible } = affaire;
  if (fact.sorte !== 'alea' || !suite) return null;
  const known = factsIn(affaire).find((one) => one.type === type);
  const fait = { ...(known?.exemple ?? fact.exemples[0]), type, date: today };
  const foreseen = await services.simulate(cible, { faits: [fait] });
  if (!foreseen.ok || foreseen.value.refus !== null) return null;
  const { etapes, restant } = foreseen.value.prochainesEtapes;
  const [now, then] = [suite.etapes, etapes].map((all) => new Set(all.map(({ libelle }) => libelle)));
  const lost = [...(now ?? [])].filter((libelle) => !then?.has(libelle));
  const back = [...(then ?? [])].filter((libelle) => !now?.has(libelle));
  const [before, after] = [suite.restant.minimum, restant.minimum];
  return callout(
    'attention',
    html`${lost.length > 0 && html`<p>Ne sera plus en cours : ${lost.join(', ')}.</p>`}
${back.length > 0 && html`<p>Sera à faire : ${back.join(', ')}.</p>`}
${lost.length + back.length === 0 && html`<p>Aucune étape ne change.</p>`}
<p>${after === null ? 'Le dossier n’ira plus à son terme.' : `Il restera ${after} à faire au moins${before === null ? '' : `, contre ${before} aujourd’hui`}.`}</p>
<p>Une erreur de saisie ne se dit pas ainsi : corrigez sa ligne depuis le journal.</p>`,
    'Ce que cela défait',
  );
}
