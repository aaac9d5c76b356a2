import { BlockList, isIPv4 } from 'node:net';

/** Whether an IP address is inside: loopback, a private network, that of a carrier (RFC 6598), ULA. */
export function isPrivate(address: string): boolean {
  return isIPv4(address) ? inside4.check(address, 'ipv4') : inside6.check(address, 'ipv6');
}

/** Whether nothing may ever be sent to an IP address: no public host has it, nor one inside that could be meant. */
export function isForbidden(address: string): boolean {
  if (isIPv4(address)) return never4.check(address, 'ipv4');
  if (never6.check(address, 'ipv6')) return true;
  return !routed6.check(address, 'ipv6') && !inside6.check(address, 'ipv6');
}

/** The lists of IPv6 hold no IPv4, since Node takes ::ffff:10.0.0.1 for an address of a list that holds 10.0.0.1. */
const inside4 = listOf('ipv4', ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']);
const inside6 = listOf('ipv6', ['::1/128', 'fc00::/7']);

/** The special-purpose registry of IANA, multicast, and the metadata services of hosting companies. */
const never4 = listOf('ipv4', [
  ...['0.0.0.0/8', '100.100.100.200/32', '168.63.129.16/32', '169.254.0.0/16', '192.0.0.0/24', '192.0.2.0/24'],
  ...['192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/3'],
]);
const never6 = listOf('ipv6', [
  ...['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20', 'fd00:ec2::254/128', 'fd20:ce::254/128'],
]);

/** The only IPv6 that is routed: it leaves out addresses that wrap an IPv4, link-local ones and multicast. */
const routed6 = listOf('ipv6', ['2000::/3']);

function listOf(family: 'ipv4' | 'ipv6', ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
}
