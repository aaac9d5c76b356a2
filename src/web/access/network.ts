import { isIPv6 } from 'node:net';

/** Where an address comes from: an IPv4 address itself; of an IPv6 one its first 64 bits, of which a single line has them all. */
export function networkOf(ip = ''): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip) ?? [];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = '', tail] = ip.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

/** The network of an address, as it is told to persons: the first 24 bits of an IPv4 address, the first 64 of an IPv6. */
export function prefixOf(ip?: string): string {
  const network = networkOf(ip);
  return network.includes('.') ? `${network.replace(/\d+$/, '0')}/24` : `${network}::/64`;
}
