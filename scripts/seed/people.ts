import { anonyme } from '../../src/identity/identity.ts';
import type { Result } from '../../src/result.ts';
import type { Services } from '../../src/services.ts';
import type { Chance } from './fiction.ts';
import type { Filled } from './fill.ts';

const motDePasse = 'sept cygnes au bord du lac';
const par = { ...anonyme, id: 'semence', role: 'superviseur' } as const;
const agents = ['camille', 'karim', 'jeanne', 'hugo'];
const editeurs = ['Pharmasoft', 'Officine Logiciels', 'MédiLog', 'Passerelle DP Services'];
const TOGETHER = 2_000;

/** Opens accounts whose agents have taken half of the dossiers, and lends some to éditeurs. */
export async function populate(services: Services, filled: Filled, chance: Chance) {
  const { identites, travail } = services;
  const comptes: string[] = [];
  const first = { courriel: 'superviseur@exemple.fr', nom: 'Dominique Roy', motDePasse };
  given(await identites.useLink((await identites.firstLink()) ?? '', first));
  for (const name of agents) {
    const courriel = `${name}@exemple.fr`;
    const { token } = given(await identites.invite(par, { courriel, role: 'agent' }));
    given(await identites.useLink(token, { nom: `${name[0]?.toUpperCase()}${name.slice(1)} Agent`, motDePasse }));
    comptes.push(courriel);
  }
  const ids = (await identites.comptes()).map(({ id }) => id);
  const taken = filled.dossiers.filter(() => chance.next() < 0.5);
  for (let from = 0; from < taken.length; from += TOGETHER) {
    await travail.affecter(taken.slice(from, from + TOGETHER), chance.pick(ids), 'semence');
  }
  await lend(services, filled, chance);
  return { comptes: [first.courriel, ...comptes], motDePasse };
}

async function lend({ identites, today }: Services, { dossiers, groupements }: Filled, chance: Chance): Promise<void> {
  const lent = { du: '2024-01-01', au: null, motif: 'Semence' };
  const made = await Promise.all(editeurs.map((nom) => identites.createEditeur(par, { nom })));
  const known = made.map((one) => given(one).id);
  const some = (all: readonly string[], most: number) => all.filter(() => chance.next() < most / all.length);
  for (const instanceId of some(dossiers, Math.min(2_000, dossiers.length / 10)))
    given(
      await identites.delegate(par, {
        ...lent,
        genre: 'dossier',
        instanceId,
        du: today(),
        editeurId: chance.pick(known),
      }),
    );
  for (const instanceId of some(groupements, Math.min(300, groupements.length / 5)))
    given(await identites.delegate(par, { ...lent, genre: 'groupement', instanceId, editeurId: chance.pick(known) }));
}

function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
