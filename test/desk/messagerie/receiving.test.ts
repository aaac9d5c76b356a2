import { hash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { encode } from 'uqr';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jointesOf } from '../../../src/desk/messagerie/jointes.ts';
import { codeOf } from '../../../src/documents/printed.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { createServices } from '../../../src/services.ts';
import { enPlace, given } from '../../http/people.ts';
import { act, createWorld, type World } from './world.ts';

let world: World;
let id: string;
beforeEach(async () => {
  world = await createWorld();
  id = await world.open('010000057');
});
afterEach(() => world.stop());

const cible = () => ({ genre: 'dossier', id }) as const;
const echanges = async () => given(await world.services.messagerie.echanges(cible()));
const messagerie = () => world.services.messagerie;

/** A mail as it travels. */
function mail(headers: Record<string, string>, body = 'Bonjour.'): Buffer {
  const usual = {
    From: 'Anne Petit <anne.petit@ch-exemple.fr>',
    To: 'bureau@igc.exemple.fr',
    Date: 'Tue, 06 Jan 2026 10:12:00 +0100',
    'Message-ID': '<m1@ch-exemple.fr>',
    Subject: 'Bonjour',
    'MIME-Version': '1.0',
  };
  const lines = Object.entries(Object.assign(usual, headers)).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, '', body].join('\r\n'));
}

async function bring(raw: Buffer, to: string[] = []): Promise<void> {
  await messagerie().recevoir(raw, { to });
  await messagerie().ranger();
}

test('an answer to the address of a dossier is filed there, and whoever wrote is told what it answers', async () => {
  const { courriel } = given(await world.send(id));
  await world.courier.work();
  const boite = world.smtp.taken[0]?.from ?? '';
  await bring(mail({ 'In-Reply-To': `<${courriel}@igc.exemple.fr>`, Subject: 'Re: Contrat' }), [boite]);
  const [recu] = await echanges();
  expect(recu).toMatchObject({
    sorte: 'recu',
    auteur: 'messagerie',
    courriel: {
      de: { nom: 'Anne Petit', adresse: 'anne.petit@ch-exemple.fr' },
      objet: 'Re: Contrat',
      repond: courriel,
    },
  });
  const read = given(await messagerie().relire(cible(), recu?.rang ?? 0));
  expect([read.mail.text, read.garde.nature]).toEqual(['Bonjour.', 'eml']);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test('the same mail brought twice, by other servers, is one', async () => {
  const raw = mail({ Subject: `SIRET ${site.siret}` });
  await bring(raw);
  await bring(Buffer.concat([Buffer.from('Received: from b by c\r\n'), raw]));
  await bring(mail({ Subject: `SIRET ${site.siret}` }, 'Autre chose.'));
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu', 'recu']);
});

test('one that names no dossier waits, is filed by a click, and is not lost when it is brought again', async () => {
  const raw = mail({});
  await bring(raw);
  await bring(raw);
  const [one, ...others] = await messagerie().aClasser(10);
  expect([one, others]).toMatchObject([{ de: 'anne.petit@ch-exemple.fr', raison: 'Rien n’y nomme un dossier.' }, []]);
  expect(await world.store.tientDocument(one?.document ?? '')).toBe(true);
  given(await messagerie().classer(one?.id ?? '', id, act));
  expect(await messagerie().combienAClasser()).toBe(0);
  expect((await echanges())[0]).toMatchObject({ sorte: 'recu', auteur: act.auteur });
  expect(await messagerie().classer(one?.id ?? '', id, act)).toMatchObject({ ok: false });
  await bring(mail({ 'Message-ID': '<m2@ch-exemple.fr>', 'In-Reply-To': '<m1@ch-exemple.fr>' }));
  expect((await echanges()).filter(({ sorte }) => sorte === 'recu')).toHaveLength(2);
});

test('one that is put aside is forgotten, bytes included', async () => {
  await bring(mail({}));
  const [one] = await messagerie().aClasser(10);
  expect(await messagerie().ecarter(one?.id ?? '')).toBe(true);
  expect(await world.store.documents.has(one?.document ?? '')).toBe(false);
  expect(await messagerie().aClasser(10)).toEqual([]);
});

test('what comes back marks the address, tells the dossier, and stops what was to leave for it', async () => {
  const { courriel } = given(await world.send(id));
  await world.courier.work();
  const boite = world.smtp.taken[0]?.from ?? '';
  const report = [
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Votre message n’a pas été remis.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.ch-exemple.fr',
    '',
    'Final-Recipient: rfc822; direction@ch-exemple.fr',
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 Utilisateur inconnu',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: <${courriel}@igc.exemple.fr>`,
    '--b--',
    '',
  ].join('\r\n');
  const headers = {
    From: 'MAILER-DAEMON@ch-exemple.fr',
    Subject: 'Undelivered Mail Returned to Sender',
    'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b',
  };
  await bring(mail(headers, report), [boite]);
  const [told, sent] = await echanges();
  expect(told).toMatchObject({
    sorte: 'refuse',
    auteur: 'messagerie',
    courriel: { courriel, adresse: 'direction@ch-exemple.fr' },
  });
  expect(sent).toMatchObject({ remises: [{ etat: 'refuse', estRefusee: true, tentatives: 2 }] });
  expect(await world.send(id)).toMatchObject({ ok: false, error: { code: 'adresse-refusee' } });
  await world.courier.work();
  expect((await echanges()).filter(({ sorte }) => sorte === 'refuse')).toHaveLength(1);
});

test('whoever writes about one dossier alone is known by his address; the ANS, about all, is not', async () => {
  const superviseur = { ...enPlace, role: 'superviseur' } as const;
  const posee = { cle: 'ans.courriel', valeur: 'igc@esante.fr', du: '2026-01-01', au: null, motif: '' };
  given(await world.services.reglages.poser(superviseur, posee));
  for (const one of ['anne@ailleurs.fr', 'camille@esante.fr']) {
    await bring(mail({ From: one, Subject: `SIRET ${site.siret}`, 'Message-ID': `<1${one}>` }));
    await bring(mail({ From: one, Subject: 'Merci', 'Message-ID': `<2${one}>` }));
  }
  expect((await echanges()).map((one) => one.sorte === 'recu' && one.courriel.objet)).toEqual([
    `SIRET ${site.siret}`,
    'Merci',
    `SIRET ${site.siret}`,
  ]);
  expect((await messagerie().aClasser(10)).map(({ de }) => de)).toEqual(['camille@esante.fr']);
});

test('whoever has a dossier is told of a mail that comes, and of one that did not arrive', async () => {
  await world.services.travail.affecter([id], 'camille', 'compte:essai');
  world.now = new Date(world.now.getTime() + 60_000);
  await bring(mail({ Subject: `SIRET ${site.siret}` }));
  const told = { sorte: 'mouvement', par: 'messagerie', dossierId: id };
  const query = { compteId: 'camille', aLire: true, sorte: null, depuis: null, limite: 10, decalage: 0 };
  expect((await world.services.notifications.lister(query))[0]).toMatchObject({
    ...told,
    type: 'courriel.recu',
  });
  world.smtp.behave({ recipient: () => ({ code: 550, said: '5.1.1 Inconnu' }) });
  given(await world.send(id));
  await world.courier.work();
  expect((await world.services.notifications.lister(query))[0]).toMatchObject({ type: 'courriel.refuse' });
});

test('one that cannot be read is left to somebody, and holds back no other', async () => {
  await messagerie().recevoir(Buffer.from('pas un courriel'), { to: [] });
  await bring(mail({ Subject: `SIRET ${site.siret}` }));
  expect(await messagerie().combienAClasser()).toBe(1);
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
});

/** A page that bears the code of a form of a dossier, as an image. */
function page(dossier: string): Promise<Buffer> {
  const text = codeOf({ formulaire: 'formulaire-413', dossier, version: 3, empreinte: '0123456789abcdef' });
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const pixels = Buffer.from(data.flatMap((row) => row.map((isDark) => (isDark ? 0 : 255))));
  return sharp(pixels, { raw: { width: size, height: size, channels: 1 } })
    .resize(size * 8, size * 8, { kernel: 'nearest' })
    .png()
    .toBuffer();
}

/** A mail with a file joined. */
function joined(headers: Record<string, string>, name: string, bytes: Buffer): Buffer {
  const parts = [
    ['Content-Type: text/plain', '', 'Bonjour.'],
    [
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
      '',
      bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
    ],
  ].map((lines) => ['--limite', ...lines].join('\r\n'));
  const type = { 'Content-Type': 'multipart/mixed; boundary=limite' };
  return mail({ ...headers, ...type }, [...parts, '--limite--', ''].join('\r\n'));
}

const pieces = async (dossier: string) =>
  given(await world.services.documentsOf({ genre: 'dossier', id: dossier })).filter(({ nature }) => nature !== 'eml');

test('a signed form that comes back from somebody unknown is filed by the code of its page, and kept as a piece', async () => {
  const scan = await page(id);
  await bring(joined({ Subject: 'Scan' }, 'scan.png', scan));
  expect(await messagerie().combienAClasser()).toBe(0);
  expect((await echanges())[0]).toMatchObject({ sorte: 'recu', courriel: { pieces: ['scan.png'] } });
  expect(await pieces(id)).toMatchObject([
    {
      nom: 'scan.png',
      document: hash('sha256', scan),
      auteur: 'messagerie',
      imprimes: [{ formulaire: 'formulaire-413', version: 3, pages: [1] }],
    },
  ]);
  expect(await world.store.verify()).toMatchObject({ ok: true });
});

test('what a person files brings its pieces along; what a machine joins is kept in its mail alone', async () => {
  const table = Buffer.from('nom;siret\nA;1\n');
  await bring(joined({}, 'sites.csv', table));
  const [one] = await messagerie().aClasser(10);
  given(await messagerie().classer(one?.id ?? '', id, act));
  expect(await pieces(id)).toMatchObject([{ nom: 'sites.csv', auteur: act.auteur }]);
  const other = Buffer.from('nom;siret\nB;2\n');
  const sent = {
    'Message-ID': '<auto@ch-exemple.fr>',
    'Auto-Submitted': 'auto-replied',
    Subject: `SIRET ${site.siret}`,
  };
  await bring(joined(sent, 'absence.csv', other));
  expect((await echanges()).filter(({ sorte }) => sorte === 'recu')).toHaveLength(2);
  expect(await pieces(id)).toHaveLength(1);
});

test('what two nodes file at once is filed once, its pieces too', async () => {
  const other = createServices(world.store, () => world.now);
  const raw = joined({ Subject: `SIRET ${site.siret}` }, 'sites.csv', Buffer.from('nom;siret\nA;1\n'));
  await messagerie().recevoir(raw, { to: [] });
  const { put } = world.store.documents;
  const both = Promise.withResolvers<void>();
  let here = 0;
  world.store.documents.put = async (bytes) => {
    here += 1;
    if (here === 2) both.resolve();
    await Promise.race([both.promise, setTimeout(2_000)]);
    return await put(bytes);
  };
  await Promise.all([messagerie().ranger(), other.messagerie.ranger()]);
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
  expect(await pieces(id)).toHaveLength(1);
});

test('what two agents file at once in two dossiers is of one, and the other agent is told', async () => {
  const second = await world.open('010000065');
  await bring(joined({}, 'sites.csv', Buffer.from('nom;siret\nA;1\n')));
  const [one] = await messagerie().aClasser(10);
  const both = await Promise.all(
    [id, second].map((dossier) => messagerie().classer(one?.id ?? '', dossier, { auteur: `compte:${dossier}` })),
  );
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect([...(await pieces(id)), ...(await pieces(second))]).toHaveLength(1);
  const where = both[0]?.ok ? id : second;
  expect(await pieces(where)).toHaveLength(1);
  expect(await world.store.courriels.recu(one?.id ?? '')).toMatchObject({ etat: 'classe', dossierId: where });
});

test('while what is kept cannot be read, what came waits', async () => {
  const { get } = world.store.documents;
  world.store.documents.get = () => Promise.reject(new Error('Le seau ne répond pas'));
  await messagerie().recevoir(mail({ Subject: `SIRET ${site.siret}` }), { to: [] });
  await expect(messagerie().ranger()).rejects.toThrow('ne se lisent pas');
  expect(await messagerie().combienAClasser()).toBe(0);
  world.store.documents.get = get;
  await messagerie().ranger();
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
});

test('the logo of a signature is no piece', async () => {
  const logo = await page('logo');
  const raw = joined({ Subject: `SIRET ${site.siret}` }, 'logo.png', logo).toString('latin1');
  const inText = raw
    .replace('multipart/mixed', 'multipart/related')
    .replace(
      'Content-Type: text/plain\r\n\r\nBonjour.',
      'Content-Type: text/html\r\n\r\n<p>Bonjour.</p><img src="cid:logo">',
    )
    .replace('Content-Disposition: attachment;', 'Content-ID: <logo>\r\nContent-Disposition: inline;');
  await bring(Buffer.from(inText, 'latin1'));
  expect((await echanges())[0]).toMatchObject({ sorte: 'recu', courriel: { pieces: ['logo.png'] } });
  expect(await pieces(id)).toEqual([]);
});

test('codes are looked for as long as there is time; what is joined is kept all the same', async () => {
  const attachments = [{ name: 'scan.png', bytes: await page(id), isInText: false }];
  expect(await jointesOf({ attachments, isAutomatic: false }, 0)).toMatchObject([{ nom: 'scan.png', vu: { lus: [] } }]);
});

test('25 MB of short lines are told apart from others without holding anybody up', async () => {
  const lines = Buffer.alloc(25 * 1024 * 1024, 'a\n');
  await messagerie().recevoir(lines, { to: [] });
  const before = process.cpuUsage();
  await messagerie().recevoir(lines, { to: [] });
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  expect(await world.store.courriels.recus('arrive', 10)).toHaveLength(1);
});

/** A world with an antivirus that answers so. */
async function withAntivirus(says: (octets: Buffer) => 'sain' | 'muet'): Promise<void> {
  await world.stop();
  world = await createWorld({
    antivirus: (octets) => {
      const etat = says(octets);
      return Promise.resolve(etat === 'muet' ? { etat, raison: 'Personne' } : { etat });
    },
  });
  id = await world.open('010000057');
}

test('one that an antivirus alone of all cannot look into is left to somebody, and holds back no other', async () => {
  await withAntivirus((octets) => (octets.includes('trop-gros') ? 'muet' : 'sain'));
  for (let rank = 0; rank < 21; rank++)
    await messagerie().recevoir(mail({ 'Message-ID': `<${rank}@x.fr>` }, 'trop-gros'), { to: [] });
  await bring(mail({ Subject: `SIRET ${site.siret}` }));
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
  expect(await messagerie().combienAClasser()).toBe(21);
});

test('an antivirus that falls silent between a mail and its piece loses none', async () => {
  let isSilent = false;
  await withAntivirus((octets) => {
    if (!octets.includes('boundary')) return isSilent ? 'muet' : 'sain';
    isSilent = !isSilent;
    return 'sain';
  });
  await bring(joined({ Subject: `SIRET ${site.siret}` }, 'sites.csv', Buffer.from('nom;siret\nA;1\n')));
  expect(await pieces(id)).toEqual([]);
  await messagerie().ranger();
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
  expect(await pieces(id)).toHaveLength(1);
});

test('what an antivirus knows is filed nowhere, by nobody; while it is silent, what came waits', async () => {
  await world.stop();
  let said: 'sain' | 'muet' = 'muet';
  world = await createWorld({
    antivirus: (octets) => {
      if (said === 'muet') return Promise.resolve({ etat: 'muet', raison: 'Personne' });
      return Promise.resolve(octets.includes('connu-mauvais') ? { etat: 'infecte', virus: 'Essai' } : { etat: 'sain' });
    },
  });
  id = await world.open('010000057');
  const named = { Subject: `SIRET ${site.siret}` };
  await bring(mail(named, 'connu-mauvais'));
  await bring(mail({ ...named, 'Message-ID': '<m3@ch-exemple.fr>' }, 'Sain.'));
  expect([await messagerie().combienAClasser(), await echanges()]).toEqual([0, []]);
  said = 'sain';
  await messagerie().ranger();
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
  const [one] = await messagerie().aClasser(10);
  expect(one?.raison).toBe('L’antivirus y a reconnu « Essai » : écartez-le.');
  const refused = { ok: false, error: { code: 'document-infecte', virus: 'Essai' } };
  expect(await messagerie().classer(one?.id ?? '', id, act)).toEqual(refused);
});

test('what is no mail is not taken for one; what somebody brings is filed at once', async () => {
  const table = Buffer.from('nom;siret\nA;1\n');
  expect(await messagerie().deposer(table)).toEqual({
    ok: false,
    error: { code: 'document-refuse', admis: ['Courriel'] },
  });
  expect(await messagerie().combienAClasser()).toBe(0);
  given(await messagerie().deposer(mail({ Subject: `SIRET ${site.siret}` })));
  expect((await echanges()).map(({ sorte }) => sorte)).toEqual(['recu']);
});
