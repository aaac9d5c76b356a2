import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMailCourier, type MailCourier } from '../../../src/mail/courier.ts';
import { openLmtp } from '../../../src/mail/doors/lmtp.ts';
import { smtpTransport } from '../../../src/mail/transport.ts';
import { leaseholder } from '../../../src/outbox/lease.ts';
import { openPages } from '../../../src/raster/pages.ts';
import { NO_BROWSER } from '../../browser.ts';
import { type Smtp, startSmtp } from '../../desk/messagerie/smtp.ts';
import { derOf, holder } from '../../pki/igc.ts';
import { importSamples, samples } from '../../repertoire/sample.ts';
import { cardThenAdministrateur, fill413 } from './clinic-steps.ts';
import { counted } from './count.ts';
import { createWorld, type World } from './world.ts';

const ADRESSE = 'bureau@igc.exemple.fr';
const DIRECTRICE = 'a.garnier@tilleuls.fr';
const ANS = 'habilitations@ans.exemple.fr';
const { clinique } = samples;

let world: World | null = null;
let smtp: Smtp;
let courier: MailCourier;
let lmtp: Awaited<ReturnType<typeof openLmtp>>;
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  if (!world) return;
  await importSamples(world.server.folder);
  const { store, services } = world.server;
  const { messagerie } = services;
  smtp = await startSmtp();
  courier = createMailCourier({
    store,
    clock: services.now,
    random: () => 0,
    bail: leaseholder(store.baux),
    transport: smtpTransport(smtp.url),
    tellFailures: messagerie.direLesEchecs,
  });
  const receive = async (raw: Buffer, envelope: { to: readonly string[] }) => {
    await messagerie.recevoir(raw, envelope);
    await messagerie.ranger();
  };
  lmtp = await openLmtp({ host: '127.0.0.1', port: 0 }, receive, (error) => {
    throw error;
  });
}, 60_000);
afterAll(async () => {
  await courier?.close();
  await lmtp?.close();
  await smtp?.stop();
  await world?.stop();
});
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

/** The mail server of the place hands over what somebody sends. */
async function arrive(mail: Parameters<ReturnType<typeof createTransport>['sendMail']>[0]): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: lmtp.port, lmtp: true, ignoreTLS: true });
  await transport.sendMail(mail);
  transport.close();
}

/** The last mail that left, as whoever receives it reads it. */
async function lastMail() {
  await courier.work();
  const taken = smtp.taken.at(-1);
  const mail = await simpleParser(taken?.raw ?? '');
  return { to: taken?.to ?? [], boite: taken?.from ?? '', mail };
}

/** A form that was printed, signed, and laid askew on a scanner. */
async function signed(pdf: Buffer): Promise<Buffer> {
  const opened = await openPages(pdf, 'application/pdf');
  if (!opened.ok) throw new Error(opened.error);
  const { width, height, data } = await opened.value.grey(0, 200);
  opened.value.close();
  return sharp(data, { raw: { width, height, channels: 1 } })
    .rotate(1.5, { background: '#fff' })
    .jpeg()
    .toBuffer();
}

/**
 * §4.1 to §6 — a clinic writes; its contract leaves by mail, comes back signed and is known by its code; form 413 is signed on paper, returned by
 * the ANS in a mail that says why, corrected, granted; the certificate sets its own dates.
 */
test('a clinic goes from its first mail to an installed certificate, and nothing leaves the desk but what is signed', async () => {
  if (!world) return;
  const { server } = world;
  const visitor = await world.open('agent', { viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  const person = counted(page);
  const next = page.locator('#prochaine');
  const field = (name: string) => next.locator(`[name="${name}"]`);
  const press = (name: string | RegExp) => person.click(page.getByRole('button', { name }).last());
  const follow = (name: string | RegExp) => person.click(page.getByRole('link', { name }).first());
  const save = () => person.click(next.getByRole('button', { name: 'Enregistrer', exact: true }));
  const tell = (libelle: string) => person.click(next.getByRole('button', { name: libelle }));
  const arrived = (titre: string) => page.locator('#titre-prochaine', { hasText: titre }).waitFor();

  /** Writes to the directrice, a form of ours joined, and gives what she receives. */
  const sendForm = async (dossier: string, formulaire: string) => {
    await person.goto(`${server.url}/dossiers/${dossier}/courriel?modele=`);
    await person.fill('[name="a"]', DIRECTRICE);
    await person.fill('[name="objet"]', 'Un formulaire à signer');
    await person.fill('[name="corps"]', 'Bonjour, signez et renvoyez ce formulaire.');
    await person.check(`[name="formulaires.${formulaire}"]`);
    await press('Envoyer');
    await page.getByText('Le courriel part.').waitFor();
    const left = await lastMail();
    expect([left.to, left.mail.attachments.length]).toEqual([[DIRECTRICE], 1]);
    return { boite: left.boite, pdf: left.mail.attachments[0]?.content ?? Buffer.alloc(0) };
  };

  /** It comes back as a scan. */
  const comesBack = async ({ boite, pdf }: { boite: string; pdf: Buffer }, subject: string) => {
    const scan = { filename: 'scan.jpg', content: await signed(pdf) };
    await arrive({ from: DIRECTRICE, to: boite, subject, text: 'Signé, ci-joint.', attachments: [scan] });
  };

  await arrive({
    from: DIRECTRICE,
    to: ADRESSE,
    subject: 'Accès au Dossier Pharmaceutique',
    text: `Bonjour, nous voulons y accéder. Notre SIRET : ${clinique.siret}.`,
  });
  await person.goto(`${server.url}/`);
  await follow(/^À classer/);
  await follow('Accès au Dossier Pharmaceutique');
  await person.goto(`${server.url}/dossiers/nouveau`);
  await person.fill('#recherche-etablissement', clinique.siret);
  await person.click('.propositions a');
  await page.locator('.rempli').waitFor();
  await person.check('[name="contrat.etat"][value="absent"]');
  await person.check('[name="carte.etat"][value="absente"]');
  await person.click(page.getByRole('button', { name: 'Ouvrir le dossier' }).last());
  await arrived('Contrat de structure à compléter');
  const dossier = new URL(page.url()).pathname.split('/')[2] ?? '';
  await person.goto(`${server.url}/courriels`);
  await follow('Accès au Dossier Pharmaceutique');
  await person.fill('#dossier', clinique.siret);
  await page.keyboard.press('Enter');
  await press(/^Classer dans/);
  await page.getByText('Le courriel est classé').waitFor();

  const contract = `${server.url}/dossiers/${dossier}/formulaires/contrat-structure`;
  await person.goto(contract);
  await person.fill('[name="representantLegal.nom"]', 'Garnier');
  await person.fill('[name="representantLegal.prenom"]', 'Alice');
  await person.fill('[name="representantLegal.fonction"]', 'Directrice');
  await person.fill('[name="representantLegal.courriel"]', DIRECTRICE);
  await press('Enregistrer le brouillon');
  await comesBack(await sendForm(dossier, 'contrat-structure'), 'Re: Contrat');
  await person.goto(`${server.url}/dossiers/${dossier}/echanges`);
  await follow('Re: Contrat');
  await follow('Ouvrir le formulaire');
  expect(await page.getByLabel('scan.jpg').isChecked()).toBe(true);
  await press('Enregistrer l’envoi');
  await person.fill(field('numero'), '2026-4471');
  await save();

  await arrived('Carte du responsable à demander par le formulaire 101');
  await person.click(next.getByRole('link', { name: /^Formulaire 101/ }).last());
  await person.check('[name="pieceJointe"][value="acte-de-nomination"]');
  await press('Enregistrer l’envoi');
  await cardThenAdministrateur({ person, page, next });
  await fill413({ person, page, next });
  const box = await sendForm(dossier, 'formulaire-413');
  await comesBack(box, 'Re: Formulaire 413');
  await person.goto(`${server.url}/dossiers/${dossier}/echanges`);
  await follow('Re: Formulaire 413');
  await follow('Ouvrir le formulaire');
  expect(await page.locator('#signature').getByLabel('scan.jpg').isChecked()).toBe(true);
  await person.click(page.getByRole('button', { name: 'Signé, et envoyé par courriel' }));
  await arrived('Accusé de réception du formulaire 413');

  await tell('Formulaire 413 reçu par l’ANS');
  await arrive({
    from: ANS,
    to: box.boite,
    subject: 'Votre demande de certificats',
    text: 'Bonjour,\n\nNous vous retournons le formulaire 413 : le nom de domaine de messagerie est manquant en partie 4. Merci de le corriger.\n\nL’ANS',
  });
  await person.goto(`${server.url}/dossiers/${dossier}/echanges`);
  await follow('Votre demande de certificats');
  await follow('Formulaire 413 retourné pour correction');
  expect(await page.locator('[name="motifs.0.code"]').inputValue()).toBe('domaine-messagerie-manquant');
  await person.click(page.getByRole('button', { name: 'Enregistrer', exact: true }));
  await person.goto(`${server.url}/dossiers/${dossier}`);
  await follow(/^Corriger en partie 4/);
  await person.fill('[name="partie4.domaineMessagerie"]', '@tilleuls.fr');
  await person.check('[name="partie3.cachet"]');
  await press('Enregistrer les parties remplies');
  await person.click(page.getByRole('button', { name: 'Signé, et envoyé par courriel' }));
  await arrived('Accusé de réception du formulaire 413');
  await tell('Formulaire 413 reçu par l’ANS');
  await tell('Administrateur technique habilité par l’ANS');

  await person.fill(field('beneficiaires.0.nom'), 'Leroy');
  await person.fill(field('beneficiaires.0.prenom'), 'Zoé');
  await person.choose(field('beneficiaires.0.pour'), 'pharmacien:AUTH');
  await person.check(field('prerequisVerifies'));
  await person.click(next.getByRole('button', { name: 'Commander' }));
  await tell('Certificat mis à disposition');
  await arrived('Certificat à retirer');
  const [debut, fin] = [
    server.services.today(),
    `${Number(server.services.today().slice(0, 4)) + 3}${server.services.today().slice(4)}`,
  ];
  const structure = [{ O: [clinique.rslongue] }, { OU: [`3${clinique.siret}`] }];
  const certificate = derOf(await holder({ nom: 'LEROY', prenom: 'ZOÉ', structure, debut, fin }));
  const file = join(server.folder, 'leroy.cer');
  await writeFile(file, certificate);
  await person.choose(next.locator('input[type="file"]'), file);
  await person.click(page.getByRole('button', { name: 'Lire le fichier' }));
  expect(await page.locator('[name="fin"]').inputValue()).toBe(fin.split('-').toReversed().join('/'));
  await person.click(page.getByRole('button', { name: 'Enregistrer', exact: true }));
  await person.goto(`${server.url}/dossiers/${dossier}`);
  await tell('Certificat installé');
  await page.locator('.sous-titre .pastille', { hasText: 'En service' }).waitFor();

  const kept = await server.services.documentsOf({ genre: 'dossier', id: dossier });
  const proving = kept.ok ? kept.value.filter(({ prouve, nature }) => prouve !== null && nature === 'jpeg') : [];
  expect(proving.map(({ imprimes }) => imprimes[0]?.formulaire)).toEqual(['contrat-structure', 'formulaire-413']);
  expect(await server.store.verify({})).toMatchObject({ ok: true });
  const { loads, clicks, keys } = person.cost();
  console.info(`${loads} pages, ${clicks} clicks, ${keys} keys`);
  expect(loads).toBeLessThanOrEqual(50);
  expect(clicks).toBeLessThanOrEqual(54);
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
}, 240_000);
