import { readFile } from 'node:fs/promises';
import { Option, program } from 'commander';
import { formulaires } from '../machines/formulaires/index.ts';
import { fieldsOf } from '../src/acroform/acroform.ts';
import { learn } from '../src/acroform/learn.ts';
import type { Carte } from '../src/acroform/types.ts';
import { readConfig } from '../src/config.ts';
import { imprimeOf } from '../src/console/formulaires/catalogue.ts';
import { placesOf } from '../src/console/formulaires/official.ts';
import { createImprimes } from '../src/desk/reglages/imprimes.ts';
import { openStore } from '../src/store/open.ts';
import { surPlace } from './key/local-key.ts';

interface Asked {
  formulaire: string;
  carte: boolean;
  champ: string[];
}

program
  .description(
    'Reconnaît les champs d’un PDF à remplir de l’ANS, et les montre ; la console remplit ensuite ce PDF d’après un dossier. Avec --carte, retient ce qui est reconnu dans les réglages, le service arrêté.',
  )
  .argument('<fichier>', 'le PDF à remplir')
  .addOption(
    new Option('--formulaire <id>', 'le formulaire que c’est')
      .choices(Object.keys(formulaires))
      .default('formulaire-413'),
  )
  .option('--carte', 'retient quel champ est lequel', false)
  .option(
    '--champ <nom=place...>',
    'ce qui est mal reconnu : « siret_2=partie1.siret », ou « siret_2= » pour aucun',
    [],
  )
  .action(async (fichier: string, { formulaire, carte, champ }: Asked) => {
    const champs = await fieldsOf(await readFile(fichier));
    if (!champs.ok) throw new Error(`${fichier} n’est pas un PDF à remplir (${champs.error}).`);
    const imprime = imprimeOf(formulaire);
    if (!imprime) throw new Error(`« ${formulaire} » est inconnu.`);
    const places = placesOf(imprime.form);
    const known = new Set(
      places.flatMap(({ place, options }) => [place, ...options.map(({ value }) => `${place}=${value}`)]),
    );
    const learnt = { ...learn(champs.value, places), ...corrections(champ, known) };
    for (const { nom } of champs.value) console.log(`${nom}\t${learnt[nom] || '(aucun)'}`);
    const count = Object.values(learnt).filter((place) => place !== '').length;
    console.log(`${count} champs reconnus sur ${champs.value.length}.`);
    if (!carte) return;
    const { base, cleJournal } = readConfig(process.env);
    const store = await openStore(base, { cle: cleJournal });
    try {
      await createImprimes({ store, clock: () => new Date() }).retenir(surPlace, formulaire, learnt);
      console.log('Retenu dans les réglages.');
    } finally {
      await store.close();
    }
  });

await program.parseAsync().catch((error: unknown) => {
  process.exitCode = 1;
  console.error(error instanceof Error ? error.message : error);
});

/** What somebody says of fields, over what was recognized. */
function corrections(said: readonly string[], known: ReadonlySet<string>): Carte {
  const pairs = said.map((one) => {
    const at = one.indexOf('=');
    const [nom, place] = [one.slice(0, at), one.slice(at + 1)];
    if (at < 1) throw new Error(`« ${one} » ne se lit pas : écrivez nom=place.`);
    if (place !== '' && !known.has(place))
      throw new Error(`« ${place} » n’est pas un champ de ce formulaire : ${[...known].join(', ')}.`);
    return [nom, place] as const;
  });
  return Object.fromEntries(pairs);
}
