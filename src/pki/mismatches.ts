import { french } from '../days.ts';
import { fold } from '../fold.ts';
import { type Certificat, type ContenuCertificat, EMETTEUR } from './certificate.ts';
import { isIssuedUnder } from './chain.ts';
import type { Structure, Titulaire } from './name.ts';
import type { ContenuDemande } from './request.ts';

/** Whom and what a certificate was ordered for. */
export interface Attendu {
  /** Null where it is not known yet. */
  usage: 'AUTH' | 'SIGN' | null;
  beneficiaire: { nom: string; prenom: string } | null;
  structure: { denomination: string; siret: string | null; finess: string | null };
  /** The one that it is known by, once withdrawn. */
  numeroSerie: string | null;
}

/** How a certificate is judged. */
export interface Regles {
  /** The day, YYYY-MM-DD. */
  jour: string;
  /** The authorities that are trusted; none where nobody has said which, and chains are not verified. */
  autorites: readonly Certificat[];
  /** Whether authorities of test are taken: in a sandbox or a demonstration. */
  essai: boolean;
}

/** Every way in which a file is not what was ordered: its stable code. */
export type CodeEcart = keyof typeof ECARTS;

/** One way in which a file is not what was ordered; `bloquant` where it cannot be that certificate. */
export interface Ecart {
  code: CodeEcart;
  bloquant: boolean;
  message: string;
}

/** The codes, each with whether it stops. */
export const ECARTS = {
  'autre-personne': true,
  'nom-a-verifier': false,
  'autre-structure': true,
  'structure-a-verifier': false,
  'structure-absente': false,
  'autre-usage': true,
  'autre-emetteur': true,
  'emetteur-d-essai': true,
  'chaine-non-verifiee': true,
  'autre-numero': true,
  'certificat-termine': true,
  'pas-encore-valide': false,
  'cle-trop-courte': true,
  'signature-fausse': true,
  'signature-non-verifiee': false,
  'mot-de-passe-inutile': false,
  'upn-inutile': false,
  'courriel-inutile': false,
  'autre-domaine': true,
} as const satisfies Readonly<Record<string, boolean>>;

type Said = [code: CodeEcart, isSo: boolean, message: string];

/** A certificate held against what was ordered. */
export interface Examen {
  contenu: ContenuCertificat;
  /** Whether it leads to an authority that is trusted; null where nobody has said which are. */
  chaine: boolean | null;
  ecarts: Ecart[];
  /** How many other certificates of holders came with it. */
  autres: number;
}

/** Of the certificates of a file, that of a holder which is nearest to what was ordered; null where there are authorities alone. */
export function examine(certificats: readonly Certificat[], attendu: Attendu, regles: Regles): Examen | null {
  const holders = certificats.filter(({ isAutorite }) => !isAutorite);
  const [best] = holders
    .map((one) => ({ one, ecarts: mismatchesOf(one.contenu, attendu, regles) }))
    .sort((a, b) => stopping(a.ecarts) - stopping(b.ecarts));
  if (!best) return null;
  const chaine = isChained(best.one, certificats, regles);
  const unchained: Said = [
    'chaine-non-verifiee',
    chaine === false,
    'Aucune des autorités connues de ce service ne l’a signé : ne l’installez pas, et demandez à l’ANS d’où il vient.',
  ];
  return {
    contenu: best.one.contenu,
    chaine,
    ecarts: [...best.ecarts, ...told([unchained])],
    autres: holders.length - 1,
  };
}

function stopping(ecarts: readonly Ecart[]): number {
  return ecarts.filter(({ bloquant }) => bloquant).length;
}

/** A certificate of test is held against the authorities of test, where there are some. */
function isChained(
  certificat: Certificat,
  jointes: readonly Certificat[],
  { autorites, jour }: Regles,
): boolean | null {
  const { essai } = certificat.contenu;
  const known = autorites.filter(({ contenu }) => contenu.essai === essai);
  const isAsked = essai ? known.length > 0 : autorites.length > 0;
  return isAsked ? isIssuedUnder(known, certificat, jointes, jour) : null;
}

function mismatchesOf(contenu: ContenuCertificat, attendu: Attendu, { jour, essai }: Regles): Ecart[] {
  const { usage, debut, fin, numeroSerie } = contenu;
  const said = usage === null ? 'd’un usage inconnu' : `de l’usage ${usage}`;
  return told([
    ...personSaid(contenu.titulaire, attendu.beneficiaire, 'Le certificat'),
    ...structureSaid(contenu.structure, attendu.structure, 'Le certificat'),
    issuerSaid(contenu),
    [
      'autre-usage',
      attendu.usage !== null && usage !== attendu.usage,
      `Le certificat est ${said}, et la commande demande ${attendu.usage} : déposez l’autre fichier.`,
    ],
    [
      'emetteur-d-essai',
      contenu.essai && !essai,
      'C’est un certificat de test : il n’ouvre rien en production. Retirez celui de la plateforme réelle.',
    ],
    [
      'autre-numero',
      attendu.numeroSerie !== null && attendu.numeroSerie !== numeroSerie,
      `Son numéro de série, ${numeroSerie}, n’est pas celui qui est enregistré : ${attendu.numeroSerie}.`,
    ],
    ['certificat-termine', fin < jour, `Le certificat a pris fin le ${french(fin)} : commandez-en un nouveau.`],
    [
      'pas-encore-valide',
      debut > jour,
      `Le certificat ne vaut qu’à partir du ${french(debut)} : il ne s’installe pas avant.`,
    ],
    keySaid(contenu),
  ]);
}

/** What of a request is not as it must be before it is sent; `attendus` are the mail domains of the dossier. */
export function requestMismatches(demande: ContenuDemande, attendu: Attendu, attendus: readonly string[]): Ecart[] {
  const { titulaire, structure, courriels, upn, signature, motDePasse } = demande;
  const domaines = courriels.map((one) => one.split('@').at(-1)?.toLowerCase() ?? '');
  const foreign = domaines.filter((one) => !attendus.some((known) => `.${one}`.endsWith(`.${known}`)));
  const isNamed = titulaire.nom !== null || titulaire.prenom !== null;
  return told([
    ...personSaid(titulaire, isNamed ? attendu.beneficiaire : null, 'La demande'),
    ...(structure ? structureSaid(structure, attendu.structure, 'La demande') : []),
    keySaid(demande),
    [
      'signature-fausse',
      signature === 'fausse',
      'La demande n’est pas signée par la clé qu’elle contient : refaites-la sur le poste où est la clé.',
    ],
    [
      'signature-non-verifiee',
      signature === 'inconnue',
      'La signature de la demande n’est pas de celles qui se vérifient ici : signez en SHA-256.',
    ],
    [
      'mot-de-passe-inutile',
      motDePasse,
      'La demande contient un mot de passe (« challenge password »), que chacun peut lire : refaites-la sans.',
    ],
    ['upn-inutile', upn.length > 0, 'Laissez l’UPN vide pour le DP.'],
    ['courriel-inutile', courriels.length > 0, 'Laissez l’adresse de messagerie vide pour le DP.'],
    [
      'autre-domaine',
      foreign.length > 0 && attendus.length > 0,
      `Le domaine ${foreign.join(', ')} n’est pas celui du formulaire 413, ${attendus.join(', ')} : corrigez l’adresse.`,
    ],
  ]);
}

function told(said: readonly Said[]): Ecart[] {
  return said.filter(([, isSo]) => isSo).map(([code, , message]) => ({ code, bloquant: ECARTS[code], message }));
}

/** Names are compared without case, accents nor order: a name of use beside a name of birth is for a person to settle. */
function personSaid({ nom, prenom }: Titulaire, awaited: Attendu['beneficiaire'], what: string): Said[] {
  if (!awaited) return [];
  const shown = [prenom, nom].filter(Boolean).join(' ');
  const [own, theirs] = [`${prenom ?? ''} ${nom ?? ''}`, `${awaited.prenom} ${awaited.nom}`].map(wordsOf);
  const common = [...(own ?? [])].filter((word) => theirs?.has(word)).length;
  const isSame = common === theirs?.size && common === own?.size;
  const message = `${what} ${shown === '' ? 'ne nomme personne' : `nomme ${shown}`}, et la commande nomme ${awaited.prenom} ${awaited.nom}`;
  return [
    ['autre-personne', common === 0, `${message} : déposez le sien, ou corrigez la commande.`],
    ['nom-a-verifier', common > 0 && !isSame, `${message} : vérifiez que c’est la même personne.`],
  ];
}

/** What two strangers may share. */
const PARTICLES = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l']);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    fold(text)
      .split(' ')
      .filter((word) => word !== '' && !PARTICLES.has(word)),
  );
}

/** A legal entity and its sites share a SIREN, or a name: that is for a person to settle. */
function structureSaid(own: Structure | null, awaited: Attendu['structure'], what: string): Said[] {
  if (!own) return [['structure-absente', true, `${what} ne nomme aucune structure : vérifiez qu’il est bien d’ici.`]];
  const { siret, finess } = awaited;
  const differs = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  const isOther =
    differs(own.finess, finess) || differs(own.siret, siret) || differs(own.siren, siret?.slice(0, 9) ?? null);
  const isNear =
    (own.siren !== null && own.siren === siret?.slice(0, 9)) ||
    (own.denomination !== null && fold(own.denomination) === fold(awaited.denomination));
  const number = own.finess ?? own.siret ?? own.siren ?? 'sans numéro';
  const message = `${what} nomme la structure « ${own.denomination ?? 'sans nom'} » (${number}), et le dossier « ${awaited.denomination} » (${finess ?? siret})`;
  return [
    ['autre-structure', isOther && !isNear, `${message} : déposez celui de cet établissement.`],
    ['structure-a-verifier', isOther && isNear, `${message} : vérifiez que l’ANS l’a bien délivré pour lui.`],
  ];
}

function issuerSaid({ emetteur, offre }: ContenuCertificat): Said {
  const isOrg = offre === 'ORG' ? ', qui délivre à des organisations' : '';
  const message = `Le certificat vient de « ${emetteur} »${isOrg}, et le DP attend « ${EMETTEUR} » : déposez celui qui a été commandé.`;
  return ['autre-emetteur', emetteur.replace(/^TEST /, '') !== EMETTEUR, message];
}

const SHORTEST = 2048;

function keySaid({ cle: { algorithme, bits } }: Pick<ContenuCertificat, 'cle'>): Said {
  const said = bits === null ? algorithme : `RSA de ${bits} bits`;
  const isShort = bits !== null ? bits < SHORTEST : !/^(?:prime256v1|secp384r1|secp521r1|ed25519)$/.test(algorithme);
  return [
    'cle-trop-courte',
    isShort,
    `La clé est trop faible (${said}) : faites-en une RSA de ${SHORTEST} bits au moins.`,
  ];
}
