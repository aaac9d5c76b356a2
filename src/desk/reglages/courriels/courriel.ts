import { tellSource } from '../../../../machines/source.ts';
import { type Acteur, acteurs } from '../../../../machines/step.ts';
import { daysBetween } from '../../../days.ts';
import { type Contenus, type Destinataire, fill, missingIn, variables } from './saisie.ts';

/** A mail ready to be read over and sent by a person. */
export interface Courriel {
  /** Addresses separated by commas; empty where none is set. */
  a: string;
  objet: string;
  corps: string;
  /** What has to be completed by hand, in French. */
  aCompleter: string[];
}

/** What of a canned mail is filled. */
interface Texte {
  destinataire: Destinataire;
  objet: string;
  corps: string;
}

/** The mail that `texte` becomes for a dossier; `a` are the addresses of its recipient on that day. */
export function courrielDe(texte: Texte, dossier: DossierLu, envoi: Envoi & { a: string | null }): Courriel {
  const contenus = contenusDe(dossier, envoi, texte.destinataire);
  const missing = missingIn(`${texte.objet}\n${texte.corps}`, contenus);
  return {
    a: envoi.a ?? '',
    objet: fill(texte.objet, contenus),
    corps: fill(texte.corps, contenus),
    aCompleter: missing.map((name) => variables[name]),
  };
}

/** What a mail program opens, already written; null for more than the 2,000 characters that all of them take. */
export function mailto({ a, objet, corps }: Pick<Courriel, 'a' | 'objet' | 'corps'>): string | null {
  const to = a
    .split(', ')
    .filter((one) => one !== '')
    .map((one) => encodeURIComponent(one).replaceAll('%40', '@'))
    .join(',');
  const link = `mailto:${to}?subject=${encodeURIComponent(objet)}&body=${encodeURIComponent(corps.replaceAll('\n', '\r\n'))}`;
  return link.length <= 2_000 ? link : null;
}

/** What is read of a dossier to fill a mail; days are YYYY-MM-DD. */
export interface DossierLu {
  id: string;
  denomination: string;
  siret: string | null;
  finess: string | null;
  commune: string | null;
  /** The title of its path. */
  procedure: string;
  etapes: readonly EtapeLue[];
  /** Its live certificates summed up; null where there are none. */
  certificats: { etapes: readonly { nombre: number }[]; urgents: readonly { libelle: string }[] } | null;
  /** The acts that the shortest way asks for, in order. */
  actes: readonly { type: string }[];
  peremptions: readonly { libelle: string; le: string }[];
  /** Why the ANS returned form 413, one by one; none where it did not. */
  motifs: readonly string[];
}

/** A step of what is next. */
interface EtapeLue {
  libelle: string;
  acteur: Acteur;
  nature: string;
  source: string;
  depuis: string;
  /** Null while it waits for somebody else. */
  possibleDepuis: string | null;
  faits: readonly { type: string }[];
}

/** Whoever writes, on which day, and the addresses of that day. */
interface Envoi {
  jour: string;
  lien: string;
  signataire: string;
  adresses: { service: string | null; ans: string | null; portail: string | null };
}

const JOUR = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const relances: Partial<Record<Destinataire, Acteur>> = { ans: 'ans', cartes: 'ans', editeur: 'editeur' };

/** What each variable holds for a dossier, in a mail to `destinataire`: the step is one of theirs where they owe one. */
function contenusDe(dossier: DossierLu, envoi: Envoi, destinataire: Destinataire): Contenus {
  const { denomination, siret, finess, commune, procedure, id: reference, etapes } = dossier;
  const step = stepFor(dossier, relances[destinataire]);
  const { jour, lien, signataire, adresses } = envoi;
  return {
    denomination,
    siret,
    finess,
    commune,
    procedure,
    reference,
    lien,
    signataire,
    ...adresses,
    etape: step?.libelle ?? null,
    acteur: step ? acteurs[step.acteur] : null,
    source: step ? tellSource(step.source) : null,
    depuis: step ? said(sinceOf(step)) : null,
    jours: step ? `${Math.max(0, daysBetween(sinceOf(step), jour))}` : null,
    date: said(jour),
    manque: lines(etapes.filter(({ nature }) => nature === 'obligatoire').map(asked)),
    echeances: lines(dossier.peremptions.map(({ libelle, le }) => `${libelle}, le ${said(le)}`)),
    certificats: lines(certificatesOf(dossier)),
    retour: lines(dossier.motifs),
  };
}

function stepFor({ etapes, actes }: DossierLu, acteur: Acteur | undefined): EtapeLue | undefined {
  const next = actes[0]?.type;
  const theirs = etapes.filter((etape) => etape.acteur === acteur);
  const first = theirs.find(({ possibleDepuis }) => possibleDepuis !== null) ?? theirs[0];
  return first ?? etapes.find(({ faits }) => faits.some(({ type }) => type === next)) ?? etapes[0];
}

/** The most urgent, and how many others there are of which something is awaited. */
function certificatesOf({ certificats }: DossierLu): string[] {
  if (!certificats) return [];
  const named = certificats.urgents.map(({ libelle }) => libelle);
  const others = certificats.etapes.reduce((sum, { nombre }) => sum + nombre, 0) - named.length;
  return others > 0 ? [...named, `et ${others} autres`] : named;
}

/** Since when they could do it. */
function sinceOf({ depuis, possibleDepuis }: EtapeLue): string {
  return possibleDepuis ?? depuis;
}

function asked(etape: EtapeLue): string {
  return `${etape.libelle} (${acteurs[etape.acteur]}, depuis le ${said(sinceOf(etape))})`;
}

function lines(all: readonly string[]): string | null {
  return all.length === 0 ? null : all.map((one) => `– ${one}`).join('\n');
}

function said(jour: string): string {
  return JOUR.format(new Date(jour));
}
