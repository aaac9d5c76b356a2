import type { Certificat } from './certificate.ts';
import { attempt } from './signature.ts';

/** How many authorities a chain may go by: IGC-Santé has two. */
const LONGEST = 5;

/** Whether a certificate was issued, that day (YYYY-MM-DD), under one of the authorities `connues`, by way of those that came in its file. */
export function isIssuedUnder(
  connues: readonly Certificat[],
  certificat: Certificat,
  jointes: readonly Certificat[],
  jour: string,
): boolean {
  const known = new Set(connues);
  const issuers = [...connues, ...jointes].filter((one) => one.isAutorite && isInDate(one, jour));
  const seen = new Set<Certificat>();

  const climbs = (from: Certificat, below: number): boolean =>
    below < LONGEST &&
    issuers.some((issuer) => {
      if (seen.has(issuer) || below > (issuer.pathLength ?? LONGEST) || !hasSigned(issuer, from)) return false;
      seen.add(issuer);
      return known.has(issuer) || climbs(issuer, below + 1);
    });
  return climbs(certificat, 0);
}

/** Whether a certificate holds on a day, both ends included. */
function isInDate({ contenu: { debut, fin } }: Certificat, jour: string): boolean {
  return debut <= jour && jour <= fin;
}

function hasSigned({ x509: issuer }: Certificat, { x509 }: Certificat): boolean {
  return attempt(() => x509.checkIssued(issuer) && x509.verify(issuer.publicKey)) ?? false;
}
