import * as oidc from 'openid-client';
import { z } from 'zod';
import { err, type Result } from '../result.ts';

/** Why a login by the directory did not go through; `cause` is for the log, and names no person. */
export type AnnuaireRefusal =
  /** It is out of order: later, it may go. */
  | { code: 'annuaire-indisponible'; cause: string }
  /** It will not go before an operator has done what `correction` says. */
  | { code: 'annuaire-mal-regle'; correction: string; cause: string }
  | { code: 'connexion-perdue'; cause: string }
  /** It says no, or what has come back is not what was asked. */
  | { code: 'connexion-refusee'; cause: string };

/** What an operator of either side has to correct. */
export class AnnuaireMalRegle extends Error {
  readonly correction: string;

  constructor(correction: string) {
    super(correction);
    this.correction = correction;
  }
}

/** What the directory refuses, or does not answer; a bug of ours goes on. */
export async function asked<T>(ask: () => Promise<Result<T, AnnuaireRefusal>>): Promise<Result<T, AnnuaireRefusal>> {
  try {
    return await ask();
  } catch (error) {
    const told = diagnose(error);
    if (told === null) throw error;
    return err({ ...told, cause: causeOf(error) });
  }
}

/** Whether the directory does not take us for the client that we say. */
export function isClientRefused(error: unknown): boolean {
  if (error instanceof oidc.WWWAuthenticateChallengeError) return true;
  return error instanceof oidc.ResponseBodyError && error.error === 'invalid_client';
}

/** The issuer that a directory says it is, when it is not the one that was asked. */
export function otherIssuer(error: unknown): string | null {
  return error instanceof oidc.ClientError ? (OtherIssuer.safeParse(error.cause).data?.body.issuer ?? null) : null;
}

const OtherIssuer = z.object({ attribute: z.literal('issuer'), body: z.object({ issuer: z.string() }) });

type Diagnosis =
  | { code: 'annuaire-indisponible' | 'connexion-refusee' }
  | { code: 'annuaire-mal-regle'; correction: string };

const outage = { code: 'annuaire-indisponible' } as const;
const refused = { code: 'connexion-refusee' } as const;
const toCorrect = (correction: string) => ({ code: 'annuaire-mal-regle', correction }) as const;

const wrongAddress = toCorrect('OIDC_EMETTEUR ne mène pas à un annuaire OpenID Connect : vérifiez cette adresse.');
const wrongClient = toCorrect('OIDC_CLIENT_ID et OIDC_CLIENT_SECRET ne sont pas ceux que l’annuaire connaît.');
const wrongRights = toCorrect(
  'dans l’annuaire, autorisez ce client au flux « authorization code » avec PKCE et aux portées openid, email et profile.',
);
const wrongToken = toCorrect(
  'l’annuaire ne signe pas pour ce client ou pour cet émetteur : vérifiez OIDC_EMETTEUR et OIDC_CLIENT_ID.',
);
const wrongClock = toCorrect('les horloges de l’annuaire et de ce service diffèrent : mettez-les à l’heure.');
const wrongCertificate = toCorrect(
  'le certificat de l’annuaire n’est pas reconnu : donnez celui de son autorité par NODE_EXTRA_CA_CERTS.',
);
const wrongAnnouncement = toCorrect(
  'l’annuaire annonce des adresses incomplètes, ou sans https : corrigez ce qu’il publie.',
);

function diagnose(error: unknown): Diagnosis | null {
  if (error instanceof AnnuaireMalRegle) return toCorrect(error.correction);
  if (error instanceof oidc.AuthorizationResponseError) return ofAnswer(error.error);
  if (isClientRefused(error)) return wrongClient;
  if (error instanceof oidc.ResponseBodyError) return error.status < 500 ? ofAnswer(error.error) : outage;
  if (error instanceof oidc.ClientError) return ofProtocol(error);
  return error instanceof TypeError && error.cause !== undefined ? ofLine(error.cause) : null;
}

/** What an error of OAuth means here. */
function ofAnswer(code: string): Diagnosis {
  if (code === 'server_error' || code === 'temporarily_unavailable') return outage;
  const isMisset = /^(?:unauthorized_client|unsupported_\w+|invalid_(?:scope|request|target))$/.test(code);
  return isMisset ? wrongRights : refused;
}

/** What an answer that the protocol does not allow means here. */
function ofProtocol(error: oidc.ClientError): Diagnosis {
  const issuer = otherIssuer(error);
  if (issuer !== null)
    return toCorrect(`OIDC_EMETTEUR doit valoir « ${issuer} » : c’est ainsi que l’annuaire se nomme.`);
  switch (error.code) {
    case 'OAUTH_TIMEOUT':
    case 'OAUTH_ABORT':
      return outage;
    case 'OAUTH_RESPONSE_IS_NOT_CONFORM':
    case 'OAUTH_RESPONSE_IS_NOT_JSON':
      return error.cause instanceof Response && error.cause.status < 500 ? wrongAddress : outage;
    case 'OAUTH_PARSE_ERROR':
      return wrongAddress;
    case 'OAUTH_HTTP_REQUEST_FORBIDDEN':
    case 'OAUTH_MISSING_SERVER_METADATA':
    case 'OAUTH_INVALID_SERVER_METADATA':
      return wrongAnnouncement;
    case 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED':
      return wrongClock;
    case 'OAUTH_JWT_CLAIM_COMPARISON_FAILED':
      return OfNonce.safeParse(error.cause).success ? refused : wrongToken;
    default:
      return refused;
  }
}

const OfNonce = z.object({ cause: z.object({ claim: z.literal('nonce') }) });

/** What a line that did not open means here. */
function ofLine(cause: unknown): Diagnosis {
  const code = Coded.safeParse(cause).data?.code ?? '';
  return /CERT|SELF_SIGNED|UNABLE_TO_/.test(code) ? wrongCertificate : outage;
}

const Coded = z.object({ code: z.string() });

/** What happened, in one line: the messages and codes alone, since what they stand on names persons. */
function causeOf(error: unknown): string {
  const words: string[] = [];
  for (let one: unknown = error; one instanceof Error; one = one.cause) words.push(wordsOf(one));
  return words.join(' : ').slice(0, 500);
}

function wordsOf(error: Error): string {
  const { data } = Told.safeParse(error);
  const status = error.cause instanceof Response ? `HTTP ${error.cause.status}` : undefined;
  const told = [data?.code, data?.error, data?.error_description, status].filter((word) => word !== undefined);
  return told.length > 0 ? `${error.message} (${told.join(', ')})` : error.message;
}

const Told = z.object({
  code: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
});
