import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import type { AnnuaireOptions } from './annuaire/annuaire.ts';
import { annuaireOf, reglagesAnnuaire } from './annuaire/settings.ts';
import type { Base } from './store/open.ts';

const limite = (most: number) =>
  z.coerce.number().int().min(1).max(1_000_000_000).default(most).describe('un nombre de demandes, de 1 à 1000000000');

const Env = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('un port, de 0 à 65535'),
  HOST: z.string().min(1).default('127.0.0.1').describe('une adresse où écouter'),
  DATABASE_URL: z
    .string()
    .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)/)
    .default('sqlite:data/parcours.sqlite')
    .describe('sqlite: suivi du chemin du fichier, ou postgres://compte:mot-de-passe@serveur/base'),
  SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/)
    .default('parcours')
    .describe('le nom d’un schéma de PostgreSQL, en minuscules'),
  FICHIERS: z.string().min(1).default('data/parcours').describe('le début du chemin des fichiers que le service tient'),
  CLE_JOURNAL: z
    .string()
    .regex(/^[0-9a-f]{64}$/i)
    .optional()
    .describe('une clé de 64 chiffres hexadécimaux'),
  PROXYS: z
    .string()
    .refine((text) => text.split(',').every(isNetwork))
    .default('loopback')
    .describe(
      'les adresses des relais dont croire « X-Forwarded-For », séparées par des virgules : loopback, uniquelocal, 10.0.0.5, 10.0.0.0/8',
    ),
  WEBHOOKS_PRIVES: z.enum(['oui', 'non']).default('non').describe('oui ou non'),
  LIMITE_PAR_MINUTE: limite(6000),
  LIMITE_ANONYME_PAR_MINUTE: limite(60),
  ...reglagesAnnuaire,
  METRIQUES_JETON: z
    .string()
    .regex(/^[\x21-\x7e]{32,}$/)
    .optional()
    .describe('un jeton de 32 caractères au moins, sans espace ni accent'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('l’adresse http(s) d’un collecteur OpenTelemetry'),
  ANCRES: z.string().min(1).optional().describe('un fichier où écrire la fin du journal, hors du disque de la base'),
  DOCUMENTS: z
    .string()
    .regex(/^(?:file:.+|s3:\/\/[\w.-]+(?:\/[\w./-]*)?(?:\?(?:region|endpoint)=.+)?)$/)
    .optional()
    .describe(
      'file: suivi d’un dossier, ou s3://seau/prefixe, suivi de ?region=… ou de ?endpoint=https://serveur s’il n’est pas d’Amazon',
    ),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, hostname: z.regexes.hostname })
    .optional()
    .describe('smtp:// ou smtps://, puis compte:mot-de-passe@ s’il en faut un, le serveur et son port'),
  COURRIEL_DE: z
    .email()
    .max(120)
    .regex(/^[\w.-]{1,40}@/)
    .toLowerCase()
    .optional()
    .describe(
      'l’adresse du bureau, sans « + » : on y répond par bureau+jeton@domaine, que votre serveur doit y remettre',
    ),
  AC_IGC: z.string().min(1).optional().describe('un fichier des certificats d’autorité (PEM ou P7B) qui font foi'),
  CRL_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('l’adresse http(s) où l’IGC-Santé publie la liste de révocation (CRL) des certificats de personnes'),
  LMTP_ECOUTE: z
    .string()
    .regex(/^(?:[\w.-]+|\[[\da-f:.]+\]):\d{1,5}$/i)
    .optional()
    .describe('l’adresse et le port où le serveur de messagerie remet les courriels par LMTP : 127.0.0.1:2400'),
  IMAP_URL: z
    .url({ protocol: /^imaps?$/ })
    .refine((text) => new URL(text).username !== '')
    .optional()
    .describe('la boîte à relever : imaps://compte:mot-de-passe@serveur/INBOX'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('fatal, error, warn, info, debug ou silent'),
});

/** Every setting of the service, from the environment. */
export interface Config {
  port: number;
  host: string;
  base: Base;
  /** The beginning of the path of what is kept in files of this machine. */
  fichiers: string;
  /** Hexadecimal; the store makes its own beside the database when it is absent. */
  cleJournal: string | null;
  /** Whether webhooks may reach this machine and private networks. */
  webhooksPrives: boolean;
  /** How many requests a minute an identity may send, and an address that has not said who it is. */
  limites: { parIdentite: number; parAdresse: number };
  /** The proxies that are believed about who asks. */
  proxys: string[];
  /** The address of the service for browsers; null when it is where it listens. */
  urlPublique: string | null;
  /** The establishment’s own directory. */
  annuaire: AnnuaireOptions | null;
  /** Whether persons may come in by a password of this service. */
  comptesLocaux: boolean;
  /** The file to which the end of the journal is told, each minute that it has moved; null for the log alone. */
  ancres: string | null;
  /** What a scraper of metrics bears; null lets this very machine read them, and nobody else. */
  jetonMetriques: string | null;
  /** Where requests are told one by one, by OTLP; null for nowhere. */
  traces: string | null;
  /** Where documents are kept, as it was written; null for beside the base. */
  documents: string | null;
  /** How mails leave, and from which address; null where none does. */
  messagerie: { smtp: string; adresse: string } | null;
  /** The file of the authorities under which certificates are to be issued; null where chains are not verified. */
  autorites: string | null;
  /** Where the list of revocations is asked for each day; null where it is brought by hand alone. */
  crl: string | null;
  /** Where mail is received: an address to listen on by LMTP, and a mailbox that is watched; null for neither. */
  reception: { lmtp: { host: string; port: number } | null; imap: string | null };
  logLevel: string;
}

/** Reads the environment; a wrong value throws a sentence that names it and says what to write. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const parsed = Env.safeParse(env);
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map(({ path }) => explain(String(path[0]), env)).join('\n'));
  const { PORT, HOST, DATABASE_URL, SCHEMA, FICHIERS, CLE_JOURNAL, WEBHOOKS_PRIVES, LOG_LEVEL } = parsed.data;
  const { OTEL_EXPORTER_OTLP_ENDPOINT } = parsed.data;
  const { annuaire, manque } = annuaireOf(parsed.data);
  if (manque.length > 0)
    throw new ConfigError(manque.map((name) => `${name} manque : indiquez ${describe(name)}.`).join('\n'));
  const base = baseOf(DATABASE_URL, SCHEMA);
  return {
    port: PORT,
    host: HOST,
    base,
    fichiers: 'sqlite' in base ? base.sqlite : FICHIERS,
    cleJournal: CLE_JOURNAL ?? null,
    webhooksPrives: WEBHOOKS_PRIVES === 'oui',
    limites: { parIdentite: parsed.data.LIMITE_PAR_MINUTE, parAdresse: parsed.data.LIMITE_ANONYME_PAR_MINUTE },
    proxys: parsed.data.PROXYS.split(','),
    annuaire,
    urlPublique: parsed.data.URL_PUBLIQUE ?? null,
    comptesLocaux: parsed.data.COMPTES_LOCAUX === 'oui',
    ancres: parsed.data.ANCRES ?? null,
    jetonMetriques: parsed.data.METRIQUES_JETON ?? null,
    traces: OTEL_EXPORTER_OTLP_ENDPOINT ? `${OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/$/, '')}/v1/traces` : null,
    documents: parsed.data.DOCUMENTS ?? null,
    messagerie: messagerieOf(parsed.data),
    autorites: parsed.data.AC_IGC ?? null,
    crl: parsed.data.CRL_URL ?? null,
    reception: { lmtp: listened(parsed.data.LMTP_ECOUTE), imap: parsed.data.IMAP_URL ?? null },
    logLevel: LOG_LEVEL,
  };
}

/** How mails leave: both settings or neither. */
function messagerieOf({ SMTP_URL: smtp, COURRIEL_DE: adresse }: z.output<typeof Env>): Config['messagerie'] {
  if (smtp !== undefined && adresse !== undefined) return { smtp, adresse };
  if (smtp === adresse) return null;
  const lacks = smtp === undefined ? 'SMTP_URL' : 'COURRIEL_DE';
  throw new ConfigError(`${lacks} manque : indiquez ${describe(lacks)}.`);
}

/** Where a base is. */
function baseOf(url: string, schema: string): Base {
  const file = /^sqlite:(.+)/.exec(url)?.[1];
  return file === undefined ? { postgres: url, schema } : { sqlite: file };
}

function listened(text: string | undefined): { host: string; port: number } | null {
  if (text === undefined) return null;
  const { hostname, port } = new URL(`lmtp://${text}`);
  return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) };
}

/** What Express takes as a proxy: a name for some networks, an address, or a range. */
function isNetwork(text: string): boolean {
  return ['loopback', 'linklocal', 'uniquelocal'].includes(text) || ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

/** The service cannot start with these settings. */
export class ConfigError extends Error {}

function explain(name: string, env: NodeJS.ProcessEnv): string {
  const value = env[name]?.replace(/:[^:@/]*@/, ':…@');
  return `${name} ne peut pas valoir « ${value} » : indiquez ${describe(name)}.`;
}

function describe(name: string): string | undefined {
  return Env.shape[name as keyof typeof Env.shape].description;
}
