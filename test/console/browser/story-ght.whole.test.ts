import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NO_BROWSER } from '../../browser.ts';
import { given } from '../../http/people.ts';
import { numbersOf, tableOf } from '../../survey/files.ts';
import { counted } from './count.ts';
import { createWorld, type World } from './world.ts';

/** What the DSI knows of its sites: Belley has neither contract nor card, the others have both. */
const sites = [
  ['CH de Nantua', '01130', 'Nantua', 'Blanc', 'Anne', 'Petit', 'Marc'],
  ['CH d’Oyonnax', '01100', 'Oyonnax', 'Faure', 'Luc', 'Roy', 'Eva'],
  ['CH de Bourg', '01000', 'Bourg-en-Bresse', 'Girard', 'Zoé', 'Noël', 'Tom'],
  ['CH d’Ambérieu', '01500', 'Ambérieu-en-Bugey', 'Perrin', 'Paul', 'Lucas', 'Iris'],
  ['CH de Belley', '01300', 'Belley', 'Morel', 'Inès', 'Garnier', 'Hugo'],
  ['CH de Gex', '01170', 'Gex', 'Simon', 'Jean', 'Lopez', 'Nina'],
  ['EHPAD de Meximieux', '01800', 'Meximieux', 'Laurent', 'Léa', 'Henry', 'Yves'],
] as const;
const headings = 'FINESS;SIRET;Raison sociale;CP;Ville;Contrat ANS;CDE;Fin de validité de la CDE'.split(';');
const FIN = '31/12/2029';

let world: World | null = null;
let folder = '';
beforeAll(async () => {
  world = await createWorld({ demonstration: false });
  folder = await mkdtemp(join(tmpdir(), 'ght-'));
}, 60_000);
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true });
});
beforeEach(({ skip }) => {
  if (!world) skip(NO_BROWSER);
});

test('a GHT of seven goes from its table to seven installed certificates', async () => {
  if (!world) return;
  const permissions = ['clipboard-read', 'clipboard-write'];
  const visitor = await world.open('agent', { permissions, viewport: { width: 1440, height: 900 } });
  const { page } = visitor;
  const { services } = world.server;
  const person = counted(page);
  const press = (name: string | RegExp) => person.click(page.getByRole('button', { name }).first());
  const follow = (name: string | RegExp) => person.click(page.getByRole('link', { name }).first());
  const cell = (column: string, site = 'tous les sites') => page.getByLabel(`${column}, ${site}`, { exact: true });

  /** Tells an act to all the sites that wait for it. */
  const tell = async (act: RegExp, on: number, fill = async () => {}) => {
    const folded = page.locator('details:not([open])').filter({ has: page.getByText(act) });
    if ((await folded.count()) > 0) await person.click(folded.locator('summary'));
    await person.click(page.locator('.actes-lot').getByRole('button', { name: act }));
    await fill();
    await press('Enregistrer les lignes cochées');
    await page.getByText(`enregistré sur ${on} site${on > 1 ? 's' : ''}.`).waitFor();
  };
  type Site = (typeof sites)[number];
  /** In the order of the DSI, which is not that of the page: each line goes to the site that it names. */
  const paste = async (where: Locator, some: readonly Site[], columns: (site: Site) => string[]) => {
    const lines = some.toReversed().map((site) => [site[0], ...columns(site)].join('\t'));
    await person.paste(where, lines.join('\n'));
  };

  await person.goto(`${world.server.url}/groupements/nouveau`);
  await person.fill('[name="nom"]', 'GHT Ain');
  await person.check('[name="genre"][value="ght"]');
  await press(/^Créer/);
  await follow('Déposer un tableau');
  const lines = sites.map(([nom, cp, ville], rank) => {
    const { finess, siret } = numbersOf(rank + 50);
    return [finess, siret, nom, cp, ville, ...(nom === 'CH de Belley' ? ['non', 'non', ''] : ['oui', 'CDE', FIN])];
  });
  await writeFile(join(folder, 'sites.csv'), tableOf([headings, ...lines]));
  await person.choose('input[type=file]', join(folder, 'sites.csv'));
  await press(/^Vérifier/);
  await press(/^Enregistrer/);
  await follow('Voir les sites');

  await follow(/^DSI contactée/);
  await press(/^Enregistrer/);
  await tell(/^Éditeur de logiciel contacté/, 7, () => person.fill('[name="editeur"]', 'Maincare'));
  await tell(/^Contrat de structure/, 1);
  await tell(/^Formulaire 101 transmis/, 1);
  await tell(/^Mandat demandé/, 1, async () => {
    await person.fill(cell('Mandataire, Nom', 'CH de Gex'), 'Roche');
    await person.fill(cell('Mandataire, Prénom', 'CH de Gex'), 'Ida');
    await person.choose(cell('Type de carte', 'CH de Gex'), 'CPE');
    await person.fill(cell('Fin de validité', 'CH de Gex'), FIN);
    await person.fill(cell('Représentant légal, Nom', 'CH de Gex'), 'Simon');
    await person.fill(cell('Représentant légal, Prénom', 'CH de Gex'), 'Jean');
  });
  await tell(/^Mandat enregistré/, 1, async () => {
    await person.choose(cell('Type de carte', 'CH de Gex'), 'CPE');
    await person.fill(cell('Fin de validité', 'CH de Gex'), FIN);
  });
  await tell(/^Administrateur technique désigné/, 7, async () => {
    await person.fill(cell('Nom'), 'Roux');
    await person.fill(cell('Prénom'), 'Lou');
    await person.choose(cell('Origine'), 'technicien');
    await person.fill(cell('Nom', 'CH de Bourg'), 'Vidal');
    await person.fill(cell('Prénom', 'CH de Bourg'), 'Max');
    await person.choose(cell('Origine', 'CH de Bourg'), 'employe');
  });
  await tell(/^Carte de l’administrateur technique demandée/, 1, async () => {
    await person.fill(cell('Signataire, Nom', 'CH de Bourg'), 'Girard');
    await person.fill(cell('Signataire, Prénom', 'CH de Bourg'), 'Zoé');
  });
  await tell(/^Carte de l’administrateur technique émise/, 1);
  await tell(/^Carte de l’administrateur technique reçue/, 7, async () => {
    await person.fill(cell('Fin de validité'), FIN);
  });
  await tell(/^Contrat accepté/, 1, () => person.fill(cell('Numéro du contrat', 'CH de Belley'), 'C-2026-41'));
  await tell(/^Carte du responsable émise/, 1);
  await tell(/^Carte du responsable reçue/, 1, () => person.fill(cell('Fin de validité', 'CH de Belley'), FIN));

  await tell(/^Partie 1/, 7);
  await tell(/^Partie 4/, 7, async () => {
    await person.fill('[name="partie4.logiciels.0.solution"]', 'M-Pharma');
    await person.fill('[name="partie4.logiciels.0.version"]', '9.2');
    await person.choose('[name="partie4.logiciels.0.type"]', 'DP');
    await person.check('[name="partie4.offreProAuthSignConf"]');
    await person.fill(cell('Nom de domaine ou de sous-domaine de messagerie'), 'ght-ain.fr');
    await person.fill(cell('Courriel'), 'aide@maincare.fr');
    await person.fill(cell('Téléphone'), '0474000000');
  });
  await tell(/^Partie 3/, 7, async () => {
    const signataires = sites.filter(([nom]) => nom !== 'CH de Gex');
    await paste(cell('Nom', 'CH de Nantua'), signataires, ([, , , nom, prenom]) => [nom, prenom]);
    await person.check('[name="partie3.cachet"]');
  });
  await tell(/^Formulaire 413 signé/, 7);
  await tell(/^Formulaire 413 transmis/, 7);
  await tell(/^Formulaire 413 reçu/, 7);
  await tell(/habilité par l’ANS/, 7);

  await tell(/^Certificat commandé/, 7, async () => {
    await paste(cell('Nom', 'CH de Nantua'), sites, (site) => [site[5], site[6], 'Pharmacien', 'CPS']);
    await person.check('[name="prerequisVerifies"]');
  });
  await tell(/^Certificat mis à disposition/, 7);
  await tell(/^Certificat retiré/, 7);
  await tell(/^Certificat installé/, 7);
  await follow('Revenir aux sites');
  expect(await page.locator('.avancement').innerText()).toContain('Groupement complet');

  const cost = person.cost();
  expect([cost.loads <= 60, cost.clicks <= 130, cost.keys <= 200, cost]).toEqual([true, true, true, cost]);

  const { lignes: certificats } = await services.list({ genre: 'certificat', limite: 20 });
  expect(certificats.map(({ statut }) => statut)).toEqual(Array(7).fill('enService'));
  const { lignes: dossiers } = await services.list({ genre: 'dossier', limite: 20 });
  const told = await Promise.all(
    dossiers.map(async ({ id, denomination, siret }) => {
      const journal = given(await services.journal({ genre: 'dossier', id }, 0, 100));
      const saisie = (type: string) => JSON.parse(journal.find((line) => line.type === type)?.saisie ?? '{}');
      const { partie1 } = saisie('formulaire413.partie1Remplie');
      const { partie3 } = saisie('formulaire413.partie3Remplie');
      return [
        denomination,
        partie1.denomination,
        partie1.siret === siret,
        `${partie3.signataire.prenom} ${partie3.signataire.nom}`,
      ];
    }),
  );
  expect(told.toSorted()).toEqual(
    sites
      .map(([nom, , , signataire, prenom]) => {
        return [nom, nom, true, nom === 'CH de Gex' ? 'Ida Roche' : `${prenom} ${signataire}`];
      })
      .toSorted(),
  );
  expect(visitor.unsaid).toEqual([]);
  await visitor.close();
}, 240_000);
