import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import type { Personne } from '../../../machines/formulaires/champs.ts';
import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import { DomaineMessagerie, warnDomaineMessagerie } from '../../../machines/identifiants/domaine-messagerie.ts';
import { findFact } from '../../../machines/index.ts';
import { type Designe, designesOf } from '../dossier/read/administrateurs.ts';
import { type CaseRead, type Ligne, leadersIn, namedBy } from '../dossier/read/case.ts';
import { isStanding, type Partie, parties, type Saisie, takes413 } from './catalogue.ts';

const AVEC_CARTE = { carteResponsable: null, carteMandataire: null };

/** What a form is filled with before anybody types: the card of the dossier, what its journal tells, the cards of its machine. */
export function prefill(id: FormulaireId, affaire: CaseRead, lines: readonly Ligne[], jour: string): Saisie {
  const known = knownOf(affaire, lines, jour);
  return { ...filled[id](known), envoi: { date: jour }, remplissage: { date: jour } };
}

/** What a dossier already knows that forms ask for; whether a part of form 413 is as it was recorded, or was sent so. */
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
