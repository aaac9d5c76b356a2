import type { LookupAddress } from 'node:dns';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guardedLookup, refuseUrl } from '../../src/outbox/address-guard.ts';
import { createSender } from '../../src/outbox/sender.ts';
import { type Receiver, startReceiver } from './receiver.ts';

const open = { autoriserAdressesPrivees: true };
const closed = { autoriserAdressesPrivees: false };

const publicAddresses = [
  '1.1.1.1',
  '93.184.216.34',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700:4700::1111',
  '2a01:e0a::1',
];
const privateAddresses = [
  ...['127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1'],
  ...['::1', 'fc00::1', 'fd12:3456:789a::1'],
];
const forbiddenAddresses = [
  ...['0.0.0.0', '169.254.169.254', '100.100.100.200', '168.63.129.16', '192.0.0.192', '224.0.0.1', '239.255.255.250'],
  ...[
    '255.255.255.255',
    '198.18.0.1',
    '192.0.2.1',
    '203.0.113.5',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
  ],
  ...['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::7f00:1'],
  ...[
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:0:1::1',
    '2001:db8::1',
    '100::1',
    'fd00:ec2::254',
    'fd00:ec2::254%eth0',
    '5f00::1',
    '4000::1',
  ],
];

/** What a connection to a name would be made to, or why there is none. */
function lookUp(addresses: readonly string[], rules = closed): Promise<LookupAddress[] | string> {
  const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return new Promise((tell) => {
    guardedLookup(rules, resolve)('exemple.fr', { all: true }, (error, found) =>
      tell(error ? error.message : (found as LookupAddress[])),
    );
  });
}

describe('a name', () => {
  test.each(publicAddresses)('that leads to %s may be reached there', async (address) => {
    expect(await lookUp([address])).toEqual([expect.objectContaining({ address })]);
  });

  test.each(privateAddresses)('that leads to %s is reached only if it is allowed', async (address) => {
    expect(await lookUp([address])).toBe('Cette adresse est privée : indiquez une adresse publique.');
    expect(await lookUp([address], open)).toEqual([expect.objectContaining({ address })]);
  });

  test.each(forbiddenAddresses)('that leads to %s is never reached', async (address) => {
    expect(await lookUp([address])).toBe('Cette adresse ne peut recevoir d’événements.');
    expect(await lookUp([address], open)).toBe('Cette adresse ne peut recevoir d’événements.');
  });

  test('that leads to two addresses is refused for the worse', async () => {
    expect(await lookUp(['1.1.1.1', '10.0.0.1'])).toBe('Cette adresse est privée : indiquez une adresse publique.');
    expect(await lookUp([])).toBe('Ce nom ne mène à aucune adresse.');
  });
});

describe('an address', () => {
  test.each([
    ['https://exemple.fr/evenements', null, null],
    ['https://exemple.fr:8443/', null, null],
    ['https://1.1.1.1/', null, null],
    ['http://exemple.fr/', 'https://', null],
    ['https://exemple.fr:22/', 'port', null],
    ['http://localhost:3000/', 'https://', null],
    ['https://127.0.0.1/', 'privée', null],
    ['https://0x7f.1/', 'privée', null],
    ['https://2130706433/', 'privée', null],
    ['https://[::1]/', 'privée', null],
    ['https://[fd00::1]/', 'privée', null],
    ['https://169.254.169.254/latest/meta-data', 'recevoir', 'recevoir'],
    ['https://[::ffff:127.0.0.1]/', 'recevoir', 'recevoir'],
    ['https://camille:secret@exemple.fr/', 'mot de passe', 'mot de passe'],
    ['https://exemple.fr/#ici', '#', '#'],
    ['ftp://exemple.fr/', 'https://', 'https://'],
    ['file:///etc/passwd', 'https://', 'https://'],
    ['exemple.fr', 'complète', 'complète'],
    ['', 'complète', 'complète'],
  ])('%s', (url, refusedWith, refusedWhenOpen) => {
    const about = (word: string | null) => (word === null ? null : expect.stringContaining(word));
    expect(refuseUrl(url, closed)).toEqual(about(refusedWith));
    expect(refuseUrl(url, open)).toEqual(about(refusedWhenOpen));
  });
});

describe('what is sent', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await startReceiver();
  });
  afterEach(() => receiver.stop());

  test('never reaches a private address, by its digits or by a name', async () => {
    const sender = createSender({ ...closed, resolve: async () => [{ address: '127.0.0.1', family: 4 }] });
    const { port } = new URL(receiver.url);
    for (const url of [receiver.url, `https://127.0.0.1:${port}/`, 'https://exemple.fr/'])
      expect(await sender.send(url, {}, '{"id":"1"}')).toMatchObject({ statut: null, attendreMs: null });
    for (const url of ['https://127.0.0.1/', 'https://exemple.fr/'])
      expect(await sender.send(url, {}, '')).toEqual({
        statut: null,
        dureeMs: 0,
        erreur: 'Adresse refusée',
        attendreMs: null,
      });
    sender.close();
    expect(receiver.asked).toEqual([]);
  });

  test('goes to the very address that was checked, whatever the name says next', async () => {
    const answers = ['127.0.0.1', '169.254.169.254'];
    const asked: string[] = [];
    const resolve = (name: string) => {
      asked.push(name);
      return Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]);
    };
    const sender = createSender({ ...open, resolve });
    const url = receiver.url.replace('127.0.0.1', 'exemple.fr');
    expect(await sender.send(url, {}, '{"id":"1"}')).toMatchObject({ statut: 204, erreur: null });
    expect(asked).toEqual(['exemple.fr']);
    expect(receiver.asked.map(({ headers }) => headers.host)).toEqual([new URL(url).host]);
    sender.close();
  });

  test('is 64 kB at most', async () => {
    const sender = createSender(open);
    await expect(sender.send(receiver.url, {}, 'é'.repeat(40_000))).rejects.toThrow('more than 65536 bytes');
    sender.close();
  });
});
