import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import { PARTIES } from '../../../machines/event.ts';
import type { Personne } from '../../../machines/formulaires/champs.ts';
import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import { DomaineMessagerie, warnDomaineMessagerie } from '../../../machines/identifiants/domaine-messagerie.ts';
import { findFact } from '../../../machines/index.ts';
import { FAIT_CORRIGE, standingLines } from '../../engine/history/corrections.ts';
import { leadersIn, namedBy } from '../../engine/history/named.ts';
import { Champs } from '../../web/form.ts';
import { formPath } from '../dossier/faits/form.ts';
import { mayAct } from '../dossier/frame.ts';
import { waitingIn } from '../dossier/joined.ts';
import { type Designe, designesOf } from '../dossier/read/administrateurs.ts';
import { type CaseRead, type Ligne, linesAfter, readCase } from '../dossier/read/case.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { onceRead, type Visit } from '../shell/screen.ts';
import { type Refused, refusedBy } from '../shell/shown.ts';
import {
  type Imprime,
  imprimeOf,
  isStanding,
  type Partie,
  parties,
  type Saisie,
  takes413,
  typeOfPart,
} from './catalogue.ts';

/** A draft, with who typed last. */
export interface DraftState {
  version: number;
  /** Null when nothing is kept: the form is as it is filled before anybody types. */
  par: string | null;
  modifieLe: string | null;
}

/** A form of a dossier on the desk: what it holds, and all that is needed to show it. */
export type FilledForm = Exclude<Awaited<ReturnType<typeof filledForm>>, Refused>;

/** Puts a form on the desk: as it was posted, else as its draft, else as the dossier fills it. */
export async function filledForm(visit: Visit) {
  const { id = '', formulaire = '' } = visit.params;
  const imprime = imprimeOf(formulaire);
  if (!imprime) return refusedBy(unknown);
  const read = await readCase(visit.services, { genre: 'dossier', id });
  if (!read.ok) return refusedBy(read.error);
  const affaire = read.value;
  const { etat, procedure } = affaire;
  const jour = visit.services.today();
  const lines = await linesAfter(visit.services, affaire.cible, 0);
  const own = standingLines(lines.filter(({ certificat }) => certificat === null));
  const draft = await visit.services.brouillons.find({ dossierId: id, formulaire });
  const estOuvert = etat === null || imprime.id !== 'formulaire-413' || takes413(affaire);
  const known = write(imprime.form, prefill(imprime.id, affaire, own, jour));
  const since = lines.filter(({ enregistreLe }) => enregistreLe > (draft?.modifieLe ?? ''));
  const kept = draft?.saisie ? caughtUp(draft.saisie, known, since) : null;
  const typed = (visit.body.get('version') === undefined ? null : typedOf(visit.body, imprime.form)) ?? kept ?? known;
  const name = draft?.saisie ? await visit.services.identites.nommer([draft.auteur]) : null;
  return {
    imprime,
    affaire,
    /** Where it is. */
    path: formPath(affaire.cible, imprime.id),
    typed,
    jour,
    /** Whether the dossier still takes it: form 413 is closed while the ANS has it. */
    estOuvert,
    agit: estOuvert && mayAct(visit, affaire),
    saisie: readTyped(imprime.form, typed),
    garde: {
      version: draft?.version ?? 0,
      par: draft && name ? name(draft.auteur) : null,
      modifieLe: draft?.saisie ? draft.modifieLe : null,
    },
    /** The parts of form 413 that were recorded, as they were: the day, and what was typed. */
    enregistrees: recordedParts(imprime, affaire, own),
    /** What may be joined to its sending. */
    joinable: { pieces: waitingIn(lines), formulaire: imprime.id as string },
    /** Why the ANS returned the form that is being corrected; null when it did not. */
    retour: (imprime.id === 'formulaire-413' && etat && procedure?.retour(etat.snapshot.context)) || null,
    /** The day on which form 413 was last sent. */
    transmisLe: own.findLast(({ type }) => findFact(type)?.piece?.contenu === PARTIES)?.date ?? null,
  };
}

/** Screens of a form of a dossier. */
export const onForm = onceRead(filledForm);

/** A form as it is kept, whatever is being typed at the screen where one is. */
export function keptForm(visit: Visit<unknown, unknown>, id: string, formulaire: string) {
  return filledForm({ ...visit, params: { id, formulaire }, query: {}, body: new Champs() });
}

/** What of a draft the journal may make false: cards that end, and names that are corrected. */
const CARTES = /(?:^partie3\.carte\.|\.typeCarte$)/;
const NOMS = /\.(?:nom|prenom)$/;

/** A draft, with what became false since it was kept as the dossier knows it now. */
export function caughtUp(draft: Typed, known: Typed, since: readonly Pick<Ligne, 'type'>[]): Typed {
  const isOutdated = (nom: string) =>
    (CARTES.test(nom) && since.some(({ type }) => findFact(type)?.carte != null)) ||
    (NOMS.test(nom) && since.some(({ type }) => type === FAIT_CORRIGE));
  const now = Object.entries(known).filter(([nom]) => nom in draft && isOutdated(nom));
  return { ...draft, ...Object.fromEntries(now) };
}

function recordedParts({ form }: Imprime, affaire: CaseRead, lines: readonly Ligne[]) {
  const found = parties.flatMap((partie) => {
    const line = lines.findLast(({ type }) => type === typeOfPart(partie));
    if (!line?.saisie || !isStanding(affaire, partie)) return [];
    const told = JSON.parse(line.saisie) as Saisie;
    const value = partie === 'partie2' ? { texte: told[partie] } : told[partie];
    const typed = partOf(write(form, { [partie]: value }), partie);
    return [[partie, { date: line.date, typed }] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Partie, (typeof found)[number][1]>>;
}

/** What is typed in one part of form 413. */
function partOf(typed: Typed, partie: Partie): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([nom]) => nom.startsWith(`${partie}.`)));
}

/** Whether what is typed in a part is what was recorded of it. */
export function isAsRecorded({ typed, enregistrees }: FilledForm, partie: Partie): boolean {
  const recorded = enregistrees[partie]?.typed;
  const now = partOf(typed, partie);
  const names = Object.keys(now);
  return (
    recorded !== undefined &&
    names.length === Object.keys(recorded).length &&
    names.every((nom) => now[nom]?.trim() === recorded[nom])
  );
}

const unknown = {
  status: 404,
  code: 'introuvable',
  title: 'Formulaire inconnu',
  detail: 'La procédure ne connaît pas ce formulaire : revenez au dossier.',
};

const AVEC_CARTE = { carteResponsable: null, carteMandataire: null };

/** What a form is filled with before anybody types: the card of the dossier, what its journal tells, the cards of its machine. */
function prefill(id: FormulaireId, affaire: CaseRead, lines: readonly Ligne[], jour: string): Saisie {
  const known = knownOf(affaire, lines, jour);
  return { ...filled[id](known), envoi: { date: jour }, remplissage: { date: jour } };
}

/** What a dossier already knows that forms ask for. */
type Known = ReturnType<typeof knownOf>;

/** What the journal tells, line after line. */
interface ToldSoFar {
  representantLegal?: Saisie | undefined;
  mandataire?: Saisie | undefined;
  editeur?: string | undefined;
  parties: Saisie;
}

function knownOf(affaire: CaseRead, lines: readonly Ligne[], jour: string) {
  const { fiche, etat } = affaire;
  const told: ToldSoFar = { parties: {} };
  for (const line of lines) keep(told, line);
  return {
    ...told,
    jour,
    etablissement: { ...fiche, sansFiness: (fiche.finess ?? null) === null },
    commune: fiche.commune,
    administrateurs: designesOf(affaire),
    cartes: { ...AVEC_CARTE, ...etat?.snapshot.context } as Record<keyof typeof AVEC_CARTE, Saisie | null>,
    regions: (etat?.snapshot.value ?? {}) as Saisie,
    isRecorded: (partie: Partie) => !takes413(affaire) || isStanding(affaire, partie),
  };
}

/** Only what was told replaces what was; who signs says who leads, and whom the ANS refused, the same form proposes again. */
function keep(told: ToldSoFar, line: Ligne): void {
  const { acteur, piece } = findFact(line.type) ?? {};
  const { editeur, signataire } = namedBy(line);
  const { representantLegal, mandataire } = leadersIn(line);
  told.representantLegal = knownSince(told.representantLegal, representantLegal);
  if (acteur !== 'ans') told.mandataire = knownSince(told.mandataire, mandataire);
  if (signataire === null) told.parties = { ...told.parties, partie3: undefined };
  told.editeur = editeur ?? told.editeur;
  const partie = parties.find((one) => one === piece?.contenu);
  if (partie && line.saisie !== null) told.parties = { ...told.parties, ...JSON.parse(line.saisie) };
}

/** Who somebody is once a line has named him: the same, with what was known of him, or another. */
function knownSince(before: Saisie | undefined, named: Personne | null | undefined): Saisie | undefined {
  if (named === undefined) return before;
  if (named === null) return undefined;
  const isSame = before?.['nom'] === named.nom && before['prenom'] === named.prenom;
  return isSame ? { ...before, ...named } : { ...named };
}

const filled: Readonly<Record<FormulaireId, (known: Known) => Saisie>> = {
  'contrat-structure': contract,
  'formulaire-101': contract,
  'formulaire-301': (known) => {
    const waiting = withoutCard(known);
    const role = waiting ? 'administrateurTechnique' : 'mandataire';
    return {
      etablissement: known.etablissement,
      porteur: waiting ? waiting.personne : known.mandataire,
      role,
      mandat: !waiting,
      signataire: known.representantLegal,
      qualite: 'representantLegal',
      signature: { lieu: known.commune, date: known.jour },
    };
  },
  'formulaire-502': ({ etablissement, representantLegal, mandataire, cartes, commune, jour }) => ({
    etablissement,
    representantLegal,
    mandataire,
    carte: cartes.carteMandataire,
    signature: { lieu: commune, date: jour },
  }),
  'formulaire-413': (known) => ({
    partie1: partie1(known),
    partie2: { texte: known.parties['partie2'] },
    partie3: partie3(known),
    partie4: partie4(known),
  }),
};

function contract({ etablissement, representantLegal, commune, jour }: Known): Saisie {
  return { etablissement, representantLegal, signature: { lieu: commune, date: jour } };
}

/** The administrateur technique for whom a card is to be ordered: the one in charge, else another unless the mandataire waits for his. */
function withoutCard({ regions, administrateurs }: Known): Designe | undefined {
  const [first, ...others] = administrateurs;
  if (['aEquiper', 'aRemplacer'].includes(`${regions['administrateurTechnique']}`)) return first;
  if (regions['mandataire'] === 'carteARemplacer') return undefined;
  return others.find(({ carte, origine }) => carte === null && origine === 'employe');
}

/** New numbers, a new name or address are those to write. */
function partie1({ parties, etablissement, isRecorded }: Known): Saisie {
  const told = parties['partie1'] as Saisie | undefined;
  return told && isRecorded('partie1') ? told : { ...told, ...etablissement };
}

/** A visa serves one version: the next one asks for its own day and stamp. */
function partie3(known: Known): Saisie {
  const told = known.parties['partie3'] as Saisie | undefined;
  if (told && known.isRecorded('partie3')) return told;
  const anew = visa(known);
  return told?.['qualite'] === anew['qualite'] ? { ...anew, signataire: told?.['signataire'] } : anew;
}

/** The mandataire signs where there is one. */
function visa({ regions, mandataire, representantLegal, cartes, jour }: Known): Saisie {
  const isMandated = regions['mandataire'] === 'actif';
  const carte = isMandated ? cartes.carteMandataire : cartes.carteResponsable;
  const signataire = isMandated ? mandataire : representantLegal;
  return {
    signataire,
    qualite: isMandated ? 'mandataire' : 'representantLegal',
    carte: carte ?? undefined,
    date: jour,
  };
}

/** What a former request said, with those who are designated now. */
function partie4(known: Known): Saisie {
  const { parties, editeur, representantLegal, isRecorded } = known;
  const told = parties['partie4'] as Saisie | undefined;
  if (told && isRecorded('partie4')) return told;
  const start = told ?? {
    logiciels: [{ type: 'DP', editeur }],
    offreProAuthSignConf: true,
    domaineMessagerie: domainOf(representantLegal),
  };
  return { ...start, administrateursTechniques: contacts(known, told) };
}

/** The domain of an address of the establishment; none of a public mailbox. */
function domainOf(personne: Saisie | undefined): string | undefined {
  const read = DomaineMessagerie.safeParse(personne?.['courriel'] ?? '');
  return read.success && warnDomaineMessagerie(read.data, '').length === 0 ? read.data : undefined;
}

/** Each of those who are designated, as part 4 names him: as it already did, if it did. */
function contacts({ administrateurs }: Known, told: Saisie | undefined): Saisie[] {
  const named = (told?.['administrateursTechniques'] ?? []) as { nom: string; prenom: string }[];
  const found = administrateurs.flatMap(({ id, personne, carte, origine }) => {
    const rattachement = origine === 'employe' ? 'structure' : 'editeur';
    const known = named.find((one) => idOf(one) === id) ?? personne;
    return known ? [{ rattachement, ...known, ...(carte && { typeCarte: carte.type }) }] : [];
  });
  return found.length > 0 ? found : [{}];
}
