import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import type { CaseRead, Ligne } from '../dossier/read/case.ts';
import type { Saisie } from './catalogue.ts';

/** What a dossier already knows that forms ask for. */
interface Known {
  etablissement: Saisie;
  commune: string | undefined;
  representantLegal: Saisie | undefined;
  mandataire: Saisie | undefined;
  administrateur: Saisie | undefined;
  origine: string | undefined;
  editeur: string | undefined;
  parties: Saisie;
  cartes: { carteResponsable: Saisie | null; carteMandataire: Saisie | null; carteAdministrateur: Saisie | null };
  /** The state of each region. */
  regions: Readonly<Record<string, unknown>>;
}

const AVEC_CARTE = { carteResponsable: null, carteMandataire: null, carteAdministrateur: null };

/** What a form is filled with before anybody types: the card of the dossier, what its journal tells, the cards of its machine. */
export function prefill(id: FormulaireId, affaire: CaseRead, lines: readonly Ligne[], jour: string): Saisie {
  const known = knownOf(affaire, lines);
  return { ...filled[id](known), envoi: { date: jour } };
}

function knownOf({ fiche, etat }: CaseRead, lines: readonly Ligne[]): Known {
  const known: Known = {
    ...{ etablissement: fiche, commune: textOf(fiche['commune']), representantLegal: undefined, mandataire: undefined },
    ...{ administrateur: undefined, origine: undefined, editeur: undefined, parties: {} },
    cartes: { ...AVEC_CARTE, ...etat?.snapshot.context },
    regions: (etat?.snapshot.value ?? {}) as Known['regions'],
  };
  for (const { type, saisie } of lines) {
    const told = saisie === null ? {} : (JSON.parse(saisie) as Saisie);
    Object.assign(known, readers[type]?.(told, known));
  }
  return known;
}

const readers: Readonly<Record<string, (told: Saisie, known: Known) => Partial<Known>>> = {
  'contrat.transmis': (told) => representative(told),
  'formulaire101.transmis': (told) => representative(told),
  'representantLegal.remplace': ({ personne }) => ({ representantLegal: personne as Saisie | undefined }),
  'mandat.demande': ({ saisie }) => said('mandataire', inside(saisie, 'mandataire')),
  'carteMandataire.demandee': ({ saisie }) => said('mandataire', inside(saisie, 'porteur')),
  'mandat.termine': () => ({ mandataire: undefined }),
  'administrateurTechnique.designe': ({ personne, origine }) => ({
    administrateur: personne as Saisie,
    origine: textOf(origine),
  }),
  'administrateurTechnique.parti': (_told, { parties }) => ({
    ...{ administrateur: undefined, origine: undefined },
    parties: { ...parties, partie4: undefined },
  }),
  'editeur.contacte': ({ editeur }) => said('editeur', textOf(editeur)),
  'formulaire413.partie1Remplie': keepPart,
  'formulaire413.partie2Remplie': keepPart,
  'formulaire413.partie3Remplie': keepPart,
  'formulaire413.partie4Remplie': keepPart,
};

function keepPart(told: Saisie, { parties }: Known): Partial<Known> {
  return { parties: { ...parties, ...told } };
}

function representative({ saisie }: Saisie): Partial<Known> {
  return said('representantLegal', inside(saisie, 'representantLegal'));
}

/** Only what was told replaces what was. */
function said(name: keyof Known, value: unknown): Partial<Known> {
  return value === undefined ? {} : { [name]: value };
}

function inside(saisie: unknown, cle: string): unknown {
  return (saisie as Saisie | undefined)?.[cle];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const filled: Readonly<Record<FormulaireId, (known: Known) => Saisie>> = {
  'contrat-structure': contract,
  'formulaire-101': contract,
  'formulaire-301': (known) => {
    const isForAdministrateur = ['aEquiper', 'aRemplacer'].includes(`${known.regions['administrateurTechnique']}`);
    const role = isForAdministrateur ? 'administrateurTechnique' : 'mandataire';
    return {
      etablissement: known.etablissement,
      porteur: isForAdministrateur ? known.administrateur : known.mandataire,
      ...{ role, mandat: !isForAdministrateur, signataire: known.representantLegal, qualite: 'representantLegal' },
      signature: { lieu: known.commune },
    };
  },
  'formulaire-502': ({ etablissement, representantLegal, mandataire, cartes, commune }) => ({
    ...{ etablissement, representantLegal, mandataire, carte: cartes.carteMandataire, signature: { lieu: commune } },
  }),
  'formulaire-413': (known) => ({
    partie1: known.parties['partie1'] ?? known.etablissement,
    partie2: { texte: known.parties['partie2'] },
    partie3: known.parties['partie3'] ?? visa(known),
    partie4: known.parties['partie4'] ?? details(known),
  }),
};

function contract({ etablissement, representantLegal, commune }: Known): Saisie {
  return { etablissement, representantLegal, signature: { lieu: commune } };
}

/** The mandataire signs where there is one. */
function visa({ regions, mandataire, representantLegal, cartes }: Known): Saisie {
  const isMandated = regions['mandataire'] === 'actif';
  const carte = isMandated ? cartes.carteMandataire : cartes.carteResponsable;
  const signataire = isMandated ? mandataire : representantLegal;
  return { signataire, qualite: isMandated ? 'mandataire' : 'representantLegal', carte: carte ?? undefined };
}

function details({ editeur, administrateur, origine, cartes }: Known): Saisie {
  const rattachement = origine === 'employe' ? 'structure' : 'editeur';
  const typeCarte = cartes.carteAdministrateur?.['type'];
  return {
    logiciels: [{ type: 'DP', editeur }],
    administrateursTechniques: [administrateur ? { ...administrateur, typeCarte, rattachement } : {}],
  };
}
