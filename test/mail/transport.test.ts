import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { compose } from '../../src/mail/compose.ts';
import { smtpTransport } from '../../src/mail/transport.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function serverOf(options: SMTPServerOptions): Promise<string> {
  const server = new SMTPServer({ logger: false, ...options });
  server.on('error', () => {});
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  stops.push(() => server.close());
  return `127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

async function send(url: string, to = 'anne@exemple.fr') {
  const transport = smtpTransport(url);
  stops.push(() => transport.close());
  return await transport.send({
    from: 'bureau@exemple.fr',
    to,
    raw: Buffer.from('Subject: Bonjour\r\n\r\nBonjour.\r\n'),
  });
}

const refused = (responseCode: number, said: string) => Object.assign(new Error(said), { responseCode });
const open = { authOptional: true, disabledCommands: ['STARTTLS'] };

test('a password is given as the address says it; a wrong one is no fault of the recipient', async () => {
  const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
    username === 'desk@igc' && password === 'sept:cygnes/' ? done(null, { user: 'desk' }) : done(refused(535, 'Non'));
  const at = await serverOf({ disabledCommands: ['STARTTLS'], onAuth });
  const asked = (password: string) => `smtp://${encodeURIComponent('desk@igc')}:${encodeURIComponent(password)}@${at}`;
  expect(await send(asked('sept:cygnes/'))).toMatchObject({ sort: 'envoye', code: 250 });
  expect(await send(asked('autre'))).toMatchObject({ sort: 'plus-tard', code: 535 });
});

test('a certificate that no known authority signed lets nothing pass', async () => {
  const taken: string[] = [];
  const onRcptTo: SMTPServerOptions['onRcptTo'] = ({ address }, _session, done) => {
    taken.push(address);
    done();
  };
  const at = await serverOf({ secure: true, authOptional: true, onRcptTo });
  expect(await send(`smtps://${at}`)).toMatchObject({ sort: 'plus-tard', code: null });
  expect(taken).toEqual([]);
});

test.each([
  [550, '5.1.1 Inconnu', 'adresse-refusee'],
  [552, '5.2.2 Boîte pleine', 'refuse'],
  [451, '4.7.1 Plus tard', 'plus-tard'],
  [421, '4.3.2 Fermé', 'plus-tard'],
])('a recipient refused by %d %s is « %s »', async (code, said, sort) => {
  const at = await serverOf({ ...open, onRcptTo: (_address, _session, done) => done(refused(code, said)) });
  expect(await send(`smtp://${at}`)).toMatchObject({ sort, code });
});

test('a message that is refused for good says nothing against its recipient; nor does a sender', async () => {
  const ofMessage = await serverOf({
    ...open,
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => done(refused(554, '5.7.1 Indésirable')));
    },
  });
  expect(await send(`smtp://${ofMessage}`)).toMatchObject({ sort: 'refuse', code: 554 });
  const ofSender = await serverOf({ ...open, onMailFrom: (_address, _session, done) => done(refused(550, 'Non')) });
  expect(await send(`smtp://${ofSender}`)).toMatchObject({ sort: 'plus-tard', code: 550 });
});

test('a server that is not there is tried again', async () => {
  expect(await send('smtp://127.0.0.1:9')).toMatchObject({ sort: 'plus-tard', code: null });
});

test('a head with a line break is never written', async () => {
  const party = { name: 'Bureau', address: 'bureau@exemple.fr' };
  const mail = {
    messageId: 'a@exemple.fr',
    from: party,
    to: [party],
    replyTo: party,
    text: 'Bonjour.',
    attachments: [],
  };
  const more = { date: new Date(0), isAutomatic: false };
  await expect(compose({ ...mail, ...more, subject: 'Bonjour\r\nBcc: x@exemple.fr' })).rejects.toThrow('line break');
  const named = { ...party, name: 'Bureau\nBcc: x@exemple.fr' };
  await expect(compose({ ...mail, ...more, subject: 'Bonjour', to: [named] })).rejects.toThrow('line break');
});
