import { promises as dns, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Where webhooks may go. */
export interface AddressRules {
  /** Lets them reach loopback and private networks, by http too and on any port; metadata services never. */
  autoriserAdressesPrivees: boolean;
}

/** A receiver that no request may reach; the message says in French why. */
export class AddressRefused extends Error {}

type Address = ReturnType<typeof ipaddr.parse>;

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const PORTS = ['', '443', '8443'];

/** What is inside: loopback, a private network, that of a carrier (RFC 6598), ULA. */
const INSIDE = ['loopback', 'private', 'carrierGradeNat', 'uniqueLocal'];
/** The metadata services of hosting companies, which their ranges do not tell. */
const METADATA = ['100.100.100.200', '168.63.129.16', 'fd00:ec2::254', 'fd20:ce::254'].map((one) =>
  ipaddr.parse(one).toByteArray().join(),
);
/** The only IPv6 that is routed. */
const ROUTED = ipaddr.IPv6.parseCIDR('2000::/3');

/** Why `url` can be no receiver, whatever its name leads to; null when it may be one. */
export function refuseUrl(url: string, { autoriserAdressesPrivees }: AddressRules): string | null {
  if (!URL.canParse(url)) return 'Saisissez une adresse complète : https://exemple.fr/evenements.';
  const { protocol, username, password, port, hostname, hash } = new URL(url);
  const protocols = autoriserAdressesPrivees ? ['https:', 'http:'] : ['https:'];
  if (!protocols.includes(protocol)) return 'L’adresse doit commencer par https://.';
  if (username !== '' || password !== '')
    return 'Retirez le nom et le mot de passe de l’adresse : la signature suffit.';
  if (hash !== '') return 'Retirez la partie de l’adresse qui suit #.';
  if (!autoriserAdressesPrivees && !PORTS.includes(port)) return 'Le port doit être 443 ou 8443.';
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? null : refuseAddress(literal, { autoriserAdressesPrivees });
}

/** A name is resolved once, here: the connection is made to the very addresses that were checked, and to none if one is refused. */
export function guardedLookup(rules: AddressRules, resolve: Resolve = resolveAll): LookupFunction {
  return (hostname, options, callback) => {
    const fail = (error: Error) => callback(error, '', 0);
    const check = (addresses: LookupAddress[]) => {
      const [first] = addresses;
      if (!first) return fail(new AddressRefused('Ce nom ne mène à aucune adresse.'));
      const refusal = addresses.map(({ address }) => refuseAddress(address, rules)).find((reason) => reason !== null);
      if (refusal) return fail(new AddressRefused(refusal));
      if (options.all) return callback(null, addresses);
      return callback(null, first.address, first.family);
    };
    resolve(hostname).then(check, fail);
  };
}

function refuseAddress(address: string, { autoriserAdressesPrivees }: AddressRules): string | null {
  const parsed = ipaddr.parse(address);
  const isInside = INSIDE.includes(parsed.range());
  if (isMetadata(parsed) || !(isInside || isPublic(parsed))) return 'Cette adresse ne peut recevoir d’événements.';
  if (!autoriserAdressesPrivees && isInside) return 'Cette adresse est privée : indiquez une adresse publique.';
  return null;
}

function isMetadata(address: Address): boolean {
  return METADATA.includes(address.toByteArray().join());
}

/** Whether a host of the internet may have it: neither special-purpose (IANA), nor multicast, nor wrapping an IPv4. */
function isPublic(address: Address): boolean {
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(ROUTED));
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return dns.lookup(hostname, { all: true });
}
