import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { erase } from '../../../src/acts/erase.ts';
import { FamilyMemory } from '../../../src/acts/memory.ts';
import { CourrielEcrit } from '../../../src/desk/messagerie/envoi.ts';
import { given } from '../../http/people.ts';
import { ADRESSE, act, createWorld, ecrit, type World } from './world.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await createWorld();
  id = await world.open('010000057');
});
afterEach(() => world.stop());

const cible = () => ({ genre: 'dossier', id }) as const;
const echanges = async () => given(await world.services.messagerie.echanges(cible()));
const remise = async () => {
  const one = (await echanges()).find(({ sorte }) => sorte === 'envoye');
  return one?.sorte === 'envoye' ? one.remises[0] : undefined;
};

test('a mail leaves once, from the desk, with its own address to answer to, its words twice, its piece', async () => {
  const piece = { octets: Buffer.from('siret;nom\n1;2\n3;4\n'), nom: 'sites.csv', prouve: null };
  const { garde } = given(await world.services.deposit(cible(), piece, act));
  const { courriel } = given(await world.send(id, { pieces: [garde.rang] as never }));
  expect(await remise()).toMatchObject({ etat: 'attente', tentatives: 0 });
  expect(await world.courier.work()).toBe(null);
  expect(world.smtp.taken).toHaveLength(1);
  const [{ from, to, raw } = { from: '', to: [], raw: Buffer.alloc(0) }] = world.smtp.taken;
  const mail = await simpleParser(raw);
  expect(to).toEqual(['direction@ch-exemple.fr']);
  expect(from).toMatch(/^bureau\+[a-z\d]{16}@igc\.exemple\.fr$/);
  expect(mail.replyTo?.value).toEqual([{ address: from, name: 'Camille Roy' }]);
  expect(mail.from?.value).toEqual([{ address: ADRESSE, name: 'Camille Roy' }]);
  expect(mail.messageId).toBe(`<${courriel}@igc.exemple.fr>`);
  expect(mail.headers.has('auto-submitted')).toBe(false);
  expect(mail.text?.trim()).toBe(ecrit.corps);
  expect(mail.html).toContain(
    '<p>Le contrat &lt;à signer&gt; est joint.<br>Voir <a href="https://exemple.fr/contrat">',
  );
  expect(mail.attachments.map(({ filename, content }) => [filename, content.toString()])).toEqual([
    ['sites.csv', piece.octets.toString()],
  ]);
  expect(await remise()).toMatchObject({ etat: 'envoye', tentatives: 1, derniere: { code: 250 } });
  await world.courier.work();
  expect(world.smtp.taken).toHaveLength(1);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test('a dossier is answered at one address, whatever mail, and another dossier at another', async () => {
  const other = await world.open('010000065');
  for (const one of [id, id, other]) given(await world.send(one));
  await world.courier.work();
  const [first, second, third] = world.smtp.taken.map(({ from }) => from);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test('an address that refuses is marked: its dossier is told, nothing more leaves for it until somebody says so', async () => {
  world.smtp.behave({
    recipient: (address) => (address.startsWith('direction') ? { code: 550, said: '5.1.1 No such user' } : null),
  });
  given(await world.send(id, { a: ['direction@ch-exemple.fr', 'autre@ch-exemple.fr'] }));
  given(await world.send(id));
  await world.courier.work();
  expect(world.smtp.taken.map(({ to }) => to)).toEqual([['autre@ch-exemple.fr']]);
  const [told, paused, sent] = await echanges();
  expect(told).toMatchObject({
    sorte: 'refuse',
    auteur: 'messagerie',
    courriel: { adresse: 'direction@ch-exemple.fr', raison: '550 5.1.1 No such user' },
  });
  expect(paused).toMatchObject({ remises: [{ etat: 'attente', tentatives: 0, estRefusee: true }] });
  expect(sent).toMatchObject({
    remises: [{ etat: 'refuse', tentatives: 1, derniere: { code: 550 } }, { etat: 'envoye' }],
  });
  expect(await world.send(id)).toEqual({
    ok: false,
    error: { code: 'adresse-refusee', adresses: ['direction@ch-exemple.fr'] },
  });
  world.smtp.behave({});
  given(await world.send(id, { malgreRefus: true }));
  await world.courier.work();
  expect(world.smtp.taken).toHaveLength(3);
});

test('a mail that is not sent lets nothing leave again to an address that refuses', async () => {
  world.smtp.behave({ recipient: () => ({ code: 550, said: '5.1.1 No such user' }) });
  given(await world.send(id));
  await world.courier.work();
  expect(await world.send(id, { malgreRefus: true, pieces: [999] as never })).toMatchObject({ ok: false });
  expect(await world.store.courriels.refusees(ecrit.a)).toHaveLength(1);
});

test.each([
  ['554 5.7.1 <direction@ch-exemple.fr>: Relay access denied', 'attente'],
  ['554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.exemple.org', 'attente'],
  ['550 5.1.8 <bureau@igc.exemple.fr>: Sender address rejected: Domain not found', 'attente'],
  ['553 5.7.1 <bureau@igc.exemple.fr>: Sender address rejected: not owned by user', 'attente'],
  ['550 5.7.1 Message refused by policy', 'refuse'],
  ['552 5.2.2 Mailbox full', 'refuse'],
])('« %s » says nothing against the address to which it was to go', async (text, etat) => {
  world.smtp.behave({ recipient: () => ({ code: Number(text.slice(0, 3)), said: text.slice(4) }) });
  given(await world.send(id));
  await world.courier.work();
  expect(await remise()).toMatchObject({ etat, tentatives: 1, estRefusee: false, derniere: { reponse: text } });
});

test.each(['Requested action not taken: mailbox unavailable', '5.1.1 User unknown in relay recipient table'])(
  '« 550 %s » marks the address',
  async (said) => {
    world.smtp.behave({ recipient: () => ({ code: 550, said }) });
    given(await world.send(id));
    await world.courier.work();
    expect(await remise()).toMatchObject({ etat: 'refuse', estRefusee: true });
  },
);

test('a server that is not ready is tried again, later and later, with the same bytes; then the mail is given up, and told', async () => {
  world.smtp.behave({ message: () => ({ code: 451, said: '4.3.0 Try later' }) });
  given(await world.send(id));
  const waits: number[] = [];
  for (let next = await world.courier.work(); next; next = await world.courier.work()) {
    waits.push((next.getTime() - world.now.getTime()) / 1000);
    world.now = next;
  }
  expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
  expect(new Set(world.smtp.taken.map(({ raw }) => raw.toString('latin1'))).size).toBe(1);
  expect(world.smtp.taken).toHaveLength(10);
  expect(await remise()).toMatchObject({ etat: 'abandonne', tentatives: 10 });
  const [told] = await echanges();
  expect(told).toMatchObject({
    sorte: 'refuse',
    courriel: { raison: 'Abandonné après plusieurs essais : 451 4.3.0 Try later' },
  });
  world.smtp.behave({});
  const sent = (await echanges()).find(({ sorte }) => sorte === 'envoye');
  given(await world.services.messagerie.renvoyer(cible(), sent?.rang ?? 0, 'direction@ch-exemple.fr'));
  await world.courier.work();
  expect(await remise()).toMatchObject({ etat: 'envoye', tentatives: 1 });
});

test('an answer that is lost sends the same mail again, under the same Message-ID', async () => {
  let cut = 1;
  world.smtp.behave({ message: () => (cut-- > 0 ? 'coupe' : null) });
  const { courriel } = given(await world.send(id));
  const next = await world.courier.work();
  expect(await remise()).toMatchObject({ etat: 'attente', tentatives: 1, derniere: { code: null } });
  world.now = next ?? world.now;
  await world.courier.work();
  const [first, second] = world.smtp.taken.map(({ raw }) => raw.toString('latin1'));
  expect(first).toContain(`Message-ID: <${courriel}@`);
  expect(second).toBe(first);
  expect(await remise()).toMatchObject({ etat: 'envoye', tentatives: 2 });
});

test('of two nodes one sends', async () => {
  for (let rank = 0; rank < 12; rank++) given(await world.send(id, { a: [`n${rank}@ch-exemple.fr`] }));
  const other = world.another();
  await Promise.all([world.courier.work(), other.work(), world.courier.work(), other.work()]);
  expect(world.smtp.taken.map(({ to }) => to[0]).sort()).toEqual(
    Array.from({ length: 12 }, (_, rank) => `n${rank}@ch-exemple.fr`).sort(),
  );
});

test('one whose bytes cannot be had now does not send again what is still being answered', async () => {
  given(await world.send(id, { a: ['lent@ch-exemple.fr'] }));
  given(await world.send(id, { a: ['empeche@ch-exemple.fr'] }));
  await world.store.courriels.enfiler();
  const waiting = await world.store.courriels.dus(world.now.toISOString(), 4);
  const kept = waiting.find(({ adresse }) => adresse.startsWith('empeche'))?.document;
  const { get } = world.store.documents;
  world.store.documents.get = (empreinte) =>
    empreinte === kept ? Promise.reject(new Error('Le seau ne répond pas')) : get(empreinte);
  world.smtp.behave({ holdMs: 300 });
  await expect(world.courier.work()).rejects.toThrow('Le seau ne répond pas');
  world.store.documents.get = get;
  await world.courier.work();
  expect(world.smtp.taken.map(({ to }) => to[0]).sort()).toEqual(['empeche@ch-exemple.fr', 'lent@ch-exemple.fr']);
});

test('a request that is sent twice makes one mail', async () => {
  const demande = { cle: 'essai-unique', empreinte: 'e', tell: () => '{}' };
  const once = () =>
    world.services.messagerie.envoyer(id, ecrit, { signataire: 'Camille Roy', act: { ...act, demande } });
  const both = await Promise.all([once(), once()]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  await world.courier.work();
  expect(world.smtp.taken).toHaveLength(1);
});

test('a mail that is erased before it leaves does not leave, and to whom it went is forgotten', async () => {
  given(await world.send(id));
  await world.store.courriels.enfiler();
  const [one] = await echanges();
  given(await world.services.eraseDocument(cible(), { rang: one?.rang ?? 0, motif: 'Écrit par erreur' }, act));
  await world.courier.work();
  expect(world.smtp.taken).toEqual([]);
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['efface']);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test('a mail whose erasure a crash cut short does not leave, and what is left of it goes later', async () => {
  given(await world.send(id));
  await world.store.courriels.enfiler();
  const [one] = await echanges();
  const { courriels, documents } = world.store;
  const { effacer } = courriels;
  courriels.effacer = () => Promise.reject(new Error('crash'));
  const erased = world.services.eraseDocument(cible(), { rang: one?.rang ?? 0, motif: 'Écrit par erreur' }, act);
  await expect(erased).rejects.toThrow('crash');
  expect(await world.courier.work()).toBe(null);
  expect(world.smtp.taken).toEqual([]);
  courriels.effacer = effacer;
  const { document = '', courriel = '' } = one?.sorte === 'envoye' ? one.courriel : {};
  const left = async () => [
    await documents.has(document),
    (await courriels.envois([courriel]))[0]?.adresse.slice(0, 6),
  ];
  const before = await left();
  expect(before).toEqual([true, 'direct']);
  await world.services.finirEffacements();
  expect(await left()).toEqual(before);
  world.now = new Date(world.now.getTime() + 3_600_000);
  await world.services.finirEffacements();
  expect(await left()).toEqual([false, 'efface']);
  expect(await world.store.personnes.annonces('9999')).toEqual([]);
});

test('with a mail that is erased goes what its servers said, and that they refuse an address to which nothing else went', async () => {
  const said = '5.1.1 <direction@ch-exemple.fr> Anne Petit has left';
  world.smtp.behave({ recipient: () => ({ code: 550, said }) });
  given(await world.send(id));
  await world.courier.work();
  const { numero = 0 } = (await remise()) ?? {};
  const desk = { store: world.store, memory: new FamilyMemory(), clock: () => world.now };
  const everything = { documents: true, holds: () => false, without: (text: string) => text, isId: () => false };
  expect(await erase(desk, cible(), { type: 'conservation.echue', ...everything }, 'calendrier')).toEqual({
    ok: true,
    value: 2,
  });
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['efface', 'efface']);
  expect(await world.store.courriels.tentatives(numero)).toMatchObject([{ reponse: 'Réponse effacée' }]);
  expect(await world.store.courriels.refusees(['direction@ch-exemple.fr'])).toEqual([]);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test.each([
  ['a line break in an address', { a: 'a@b.fr\r\nBcc: x@y.fr' }],
  ['no address', { a: '' }],
  ['what is to be completed', { corps: 'Bonjour [à compléter : Son FINESS]' }],
])('%s is refused before anything is written', (_what, more) => {
  expect(CourrielEcrit.safeParse({ ...ecrit, ...more }).success).toBe(false);
});

test('a line break in an object is a space', () => {
  expect(CourrielEcrit.parse({ ...ecrit, objet: 'Bonjour\r\nBcc: x@y.fr' }).objet).toBe('Bonjour Bcc: x@y.fr');
});
