import { parseArgs } from 'node:util';
import { definitions } from '../../src/definitions.ts';
import { createServices } from '../../src/services.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { chanceFrom } from './fiction.ts';
import { fill } from './fill.ts';
import { populate } from './people.ts';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'data/semence.sqlite' },
    dossiers: { type: 'string', default: '100000' },
    histoires: { type: 'string', default: '300' },
  },
});
const [dossiers = 0, histoires = 0] = [values.dossiers, values.histoires].map(Number);
for (const [option, count] of Object.entries({ dossiers, histoires }))
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${option} est un nombre.`);

const start = performance.now();
const tell = (text: string) => console.log(`${Math.round((performance.now() - start) / 1000)} s : ${text}`);
const store = openSqliteStore({ file: values.base, definitions: definitions() });
const chance = chanceFrom(20261124);
const ids = await fill(store, { dossiers, histoires, tell }, chance);
const services = createServices(store);
const { comptes, motDePasse } = await populate(services, ids, chance);
tell(`comptes ${comptes.join(', ')} ; mot de passe « ${motDePasse} »`);
while (!(await services.travail.lire(whole(comptes))).etat.pret)
  await new Promise((resolve) => setTimeout(resolve, 200));
tell(`la liste de travail est prête dans ${values.base}`);
while (!(await services.avancementMesures()).aJour);
tell('les chiffres du pilotage sont prêts');
await store.close();

function whole([moi = '']: readonly string[]) {
  return { moi, onglet: 'tous', filtres: {}, tri: 'limite', descendant: false, page: 1, parPage: 1 } as const;
}
