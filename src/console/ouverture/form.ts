import { z } from 'zod';
import { decisions } from '../../../machines/decisions.ts';
import {
  Courriel,
  choix,
  IsoDate,
  Telephone,
  texteLibre,
  typeCarteParmi,
} from '../../../machines/formulaires/champs.ts';
import { Etablissement, exempleEtablissement } from '../../../machines/formulaires/etablissement.ts';
import { type FactType, findProcedure } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';
import type { Erreur } from '../../result.ts';
import { type Form, formOf } from '../forms/form.ts';

/** A groupement under which a dossier may be opened. */
export interface Choisissable {
  id: string;
  nom: string;
  genre: string;
}

const Parcours = z
  .strictObject({
    statut: choix('L’établissement est-il public ou privé ?', { public: 'Public', prive: 'Privé' }),
    ght: choix('Est-il membre d’un GHT ?', { oui: 'Oui', non: 'Non' }).meta({
      description: 'Pour un établissement public.',
    }),
    sites: choix('Est-il sur un seul site, ou dans un groupe ?', {
      un: 'Un seul site géographique',
      plusieurs: 'Plusieurs sites, organisés en groupe',
    }).meta({ description: 'Pour un établissement privé.' }),
  })
  .meta({ title: 'Le parcours' });

const Contrat = z
  .strictObject({
    etat: choix('Un contrat avec l’ANS existe-t-il ?', {
      inconnu: 'À vérifier plus tard',
      trouve: 'Oui, il existe',
      absent: 'Non, aucun',
    }).default('inconnu'),
    numero: texteLibre('Numéro du contrat', 50).optional(),
  })
  .meta({ title: 'Le contrat' });

const CarteConnue = z
  .strictObject({
    etat: choix('Le représentant légal a-t-il une carte active ?', {
      inconnue: 'À vérifier plus tard',
      active: 'Oui : CDE, ou CPS responsable',
      absente: 'Non',
    }).default('inconnue'),
    type: typeCarteParmi(['CDE', 'CPS']),
    fin: IsoDate.nullable().meta({ title: 'Fin de validité', description: 'La date imprimée sur la carte.' }),
  })
  .meta({ title: 'La carte du représentant légal' });

/** The form that opens a dossier, with the groupements that may be chosen. */
export function openingForm(groupements: readonly Choisissable[]): Form {
  return formOf(
    z.object({
      etablissement: Etablissement,
      parcours: Parcours,
      groupement: groupementOf(groupements),
      contrat: Contrat,
      carte: CarteConnue,
    }),
  );
}

function groupementOf(groupements: readonly Choisissable[]) {
  const noms = Object.fromEntries(groupements.map(({ id, nom }) => [id, nom]));
  const known: Record<string, string> = groupements.length > 0 ? { existant: 'Oui, le choisir' } : {};
  const choices = { ...known, nouveau: 'Non, le créer', aucun: 'Ouvrir sans groupement' };
  return z
    .strictObject({
      choix: choix('Le GHT ou le groupe est-il déjà connu du service ?', choices),
      id: choix('Groupement', { ...noms }),
      nom: texteLibre('Nom du groupement'),
      dsi: texteLibre('Contact de la DSI').optional().meta({ title: 'Nom du contact à la DSI' }),
      courriel: Courriel.optional().meta({ title: 'Courriel de la DSI', examples: [] }),
      telephone: Telephone.optional().meta({ title: 'Téléphone de la DSI', examples: [] }),
    })
    .meta({ title: 'Le groupement' });
}

/** What the form holds once read. */
export interface Saisie {
  etablissement?: {
    siret?: string;
    finess?: string | null;
    sansFiness?: boolean;
    codePostal?: string;
    commune?: string;
  };
  parcours?: { statut?: string; ght?: string; sites?: string };
  groupement?: { choix?: string; id?: string; nom?: string; dsi?: string; courriel?: string; telephone?: string };
  contrat?: { etat?: string; numero?: string };
  carte?: { etat?: string; type?: string; fin?: string | null };
}

/** What is asked of the service for what was typed. */
export type Demande = NonNullable<ReturnType<typeof demandeOf>['demande']>;

/** Reads what was typed as one opening; null with what must be answered first. */
export function demandeOf(saisie: Saisie, jour: string) {
  const { etablissement, parcours = {}, contrat = {}, carte = {} } = saisie;
  const voie = voieOf(parcours);
  const erreurs = [...missingAnswers(parcours), ...missingGroupement(voie, saisie), ...missingCard(carte)];
  erreurs.unshift(...establishmentFaults(etablissement));
  if (!voie || erreurs.length > 0) return { demande: null, erreurs };
  const { choix: choice, id } = voie.genre === null ? {} : (saisie.groupement ?? {});
  const told = (type: FactType, champs: object = {}) => ({ type, date: jour, ...champs });
  const faits = [
    ...(contrat.etat === 'trouve' ? [told('contrat.trouve', { numero: contrat.numero })] : []),
    ...(contrat.etat === 'absent' ? [told('contrat.absent')] : []),
    ...(carte.etat === 'active'
      ? [told('carteResponsable.trouvee', { carte: { type: carte.type, fin: carte.fin ?? null } })]
      : []),
    ...(carte.etat === 'absente' ? [told('carteResponsable.absente')] : []),
  ];
  const dossier = { procedure: voie.procedure, etablissement, groupementId: choice === 'existant' ? id : null };
  return {
    demande: { voie, groupement: choice === 'nouveau' ? newGroupement(voie, saisie) : null, dossier, faits },
    erreurs: [],
  };
}

function newGroupement({ genre }: Voie, { groupement = {} }: Saisie) {
  const { nom, dsi, courriel, telephone } = groupement;
  return { nom: nom ?? '', genre, dsi: dsi === undefined ? null : { nom: dsi, courriel, telephone } };
}

/** That a FINESS is missing is told at once, whatever else is wrong. */
function establishmentFaults(etablissement: Saisie['etablissement'] = {}): Erreur[] {
  const { finess = null, sansFiness = false } = etablissement;
  const issuesOf = (value: unknown) => {
    const checked = Etablissement.safeParse(value);
    return checked.success ? [] : checked.error.issues;
  };
  const all = issuesOf(etablissement);
  const declared = issuesOf({ ...exempleEtablissement, finess, sansFiness });
  const others = declared.filter(({ path }) => !all.some((one) => one.path[0] === path[0]));
  return [...all, ...others].map(({ path, message }) => ({ pointeur: `/etablissement/${path.join('/')}`, message }));
}

const A_REPONDRE = 'Répondez pour choisir le parcours.';

function missingAnswers({ statut, ght, sites }: NonNullable<Saisie['parcours']>): Erreur[] {
  if (statut === undefined) return [{ pointeur: '/parcours/statut', message: A_REPONDRE }];
  if (statut === 'public') return ght === undefined ? [{ pointeur: '/parcours/ght', message: A_REPONDRE }] : [];
  return sites === undefined ? [{ pointeur: '/parcours/sites', message: A_REPONDRE }] : [];
}

function missingGroupement(voie: Voie | null, { groupement = {} }: Saisie): Erreur[] {
  if (!voie || voie.genre === null) return [];
  const { choix: choice, id, nom, dsi, courriel, telephone } = groupement;
  if (choice === undefined)
    return [
      { pointeur: '/groupement/choix', message: 'Choisissez le groupement, créez-le, ou remettez-le à plus tard.' },
    ];
  if (choice === 'existant')
    return id === undefined ? [{ pointeur: '/groupement/id', message: 'Choisissez le groupement.' }] : [];
  if (choice !== 'nouveau') return [];
  const isAlone = dsi === undefined && (courriel ?? telephone) !== undefined;
  return [
    ...(nom === undefined ? [{ pointeur: '/groupement/nom', message: 'À renseigner.' }] : []),
    ...reachFaults({ courriel, telephone }),
    ...(isAlone
      ? [{ pointeur: '/groupement/dsi', message: 'Nommez le contact à qui appartient cette adresse ou ce numéro.' }]
      : []),
  ];
}

function reachFaults(typed: { courriel: string | undefined; telephone: string | undefined }): Erreur[] {
  return Object.entries({ courriel: Courriel, telephone: Telephone }).flatMap(([cle, schema]) => {
    const checked = schema.optional().safeParse(typed[cle as keyof typeof typed]);
    return checked.success ? [] : [{ pointeur: `/groupement/${cle}`, message: checked.error.issues[0]?.message ?? '' }];
  });
}

function missingCard({ etat, type }: NonNullable<Saisie['carte']>): Erreur[] {
  if (etat !== 'active' || type !== undefined) return [];
  return [{ pointeur: '/carte/type', message: 'Choisissez la carte qui a été présentée.' }];
}

/** A pointer of a refusal of the service as one of the form. */
export function toForm(pointeur: string, faits: Demande['faits']): string {
  const [, rang = ''] = /^\/faits\/(\d+)/.exec(pointeur) ?? [];
  const rest = pointeur.replace(/^\/faits\/\d+/, '');
  if (rang !== '')
    return faits[Number(rang)]?.type.startsWith('contrat.')
      ? `/contrat${rest}`
      : `/carte${rest.replace(/^\/carte/, '')}`;
  if (pointeur === '/procedure' || pointeur.startsWith('/dossier/groupementId')) return '/groupement/id';
  return pointeur.replace(/^\/dossier/, '');
}

/** What three questions say of an establishment. */
interface Answers {
  statut?: string;
  ght?: string;
  sites?: string;
}

/** A way to the path that an establishment follows, and why. */
export interface Voie {
  id: 'public-ght' | 'public-hors-ght' | 'prive-un-site' | 'prive-groupe';
  procedure: string;
  /** The kind of the groupement that it has; null for none. */
  genre: 'ght' | 'groupe-prive' | null;
  /** The answers that lead here. */
  si: Answers;
  pourquoi: readonly string[];
}

/** Every combination of answers, each with the path that it chooses. */
export const voies: readonly Voie[] = [
  {
    id: 'public-ght',
    procedure: 'public-ght',
    genre: 'ght',
    si: { statut: 'public', ght: 'oui' },
    pourquoi: [
      'Un établissement public membre d’un GHT approche la DSI de son GHT : l’accusé de réception est obligatoire.',
      'Chaque site a son propre contrat et son propre dossier. L’état des lieux par la DSI et le contact avec l’éditeur sont conseillés, sans bloquer.',
    ],
  },
  {
    id: 'public-hors-ght',
    procedure: 'prive-mono-site',
    genre: null,
    si: { statut: 'public', ght: 'non' },
    pourquoi: [
      'Le texte nomme les EHPAD publics hors GHT au §4.2 sans dire leurs étapes.',
      `Décision A14 de ce service : ${decisions.A14.decision.toLowerCase()} Il n’y a pas de DSI de GHT à approcher.`,
    ],
  },
  {
    id: 'prive-un-site',
    procedure: 'prive-mono-site',
    genre: null,
    si: { statut: 'prive', sites: 'un' },
    pourquoi: [
      'Un établissement privé sur un seul site géographique avance seul : contrat, carte du représentant légal, administrateur technique, formulaire 413.',
      'Contacter l’éditeur de logiciel est conseillé, sans bloquer.',
    ],
  },
  {
    id: 'prive-groupe',
    procedure: 'prive-groupe',
    genre: 'groupe-prive',
    si: { statut: 'prive', sites: 'plusieurs' },
    pourquoi: [
      'Un établissement d’un groupe privé approche la DSI de son groupe : l’accusé de réception est obligatoire.',
      'Chaque site a son propre contrat et son propre dossier, réunis sous le groupe.',
    ],
  },
];

/** The way that answers choose; null while they do not suffice. */
export function voieOf({ statut, ght, sites }: Answers): Voie | null {
  const found = voies.find(
    ({ si }) =>
      si.statut === statut &&
      (si.ght === undefined || si.ght === ght) &&
      (si.sites === undefined || si.sites === sites),
  );
  return found ?? null;
}

/** What the path of a way is called, and where it is written. */
export function pathTitle({ procedure }: Voie): string {
  const found = findProcedure(procedure);
  return found ? `${found.titre} (${tellSource(found.source)})` : procedure;
}
