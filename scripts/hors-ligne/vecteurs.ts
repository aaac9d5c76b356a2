import { exempleEtablissement } from '../../machines/formulaires/etablissement.ts';
import { procedures } from '../../machines/index.ts';
import type { NextFact } from '../../src/engine/answers/next-steps.ts';
import type { Suite } from '../../src/engine/answers/view.ts';
import { pathOfGenre } from '../../src/engine/opening.ts';
import { numerosOf } from '../../src/sandbox/demonstration/fiction.ts';
import { createClient, type Service } from '../exemples/client.ts';
import { type DossierExporte, exportDossier } from '../exemples/export.ts';
import { type Chance, chanceFrom } from '../seed/fiction.ts';

/** A dossier somewhere on its way, and what the API answers of it on a day (YYYY-MM-DD), to the byte. */
export interface Vecteur {
  jour: string;
  exporte: DossierExporte;
  prochainesEtapes: string;
  plan: string;
}

const paths = procedures.filter(({ genre }) => genre === 'dossier').map(({ id }) => id);
/** How many facts are told at most, and how often the next is one that leads nearer to the end. */
const LONGEST = 24;
const STRAIGHT = 0.85;

/** Dossiers of each path in turn, half of those that may be in a groupement, each led somewhere by chance over HTTP; `jour` is that of the service. */
export async function* vecteurs(
  service: Service,
  { nombre, graine, jour }: { nombre: number; graine: number; jour: string },
): AsyncGenerator<Vecteur> {
  const client = createClient(service);
  const chance = chanceFrom(graine);
  const walker = new Walker(service, chance);
  for (let rank = 0; rank < nombre; rank++) {
    const lien = await walker.open(rank);
    await walker.wander(lien, chance.whole(LONGEST + 1));
    const exporte = await exportDossier(client, lien.split('/').at(-1) ?? '');
    if (exporte.etat !== 'oui') throw new Error(`${lien}: ${exporte.etat}`);
    const [prochainesEtapes, plan] = [await walker.ask(`${lien}/prochaines-etapes`), await walker.ask(`${lien}/plan`)];
    yield { jour, exporte: exporte.valeur, prochainesEtapes, plan };
  }
}

class Walker {
  readonly #service: Service;
  readonly #chance: Chance;

  constructor(service: Service, chance: Chance) {
    this.#service = service;
    this.#chance = chance;
  }

  /** What a « oui » says, as it is sent. */
  async ask(path: string, body?: object): Promise<string> {
    const { status, text } = await this.#send(path, body);
    if (status >= 400) throw new Error(`${path}: ${text}`);
    return text;
  }

  async #send(path: string, body?: object): Promise<{ status: number; text: string }> {
    const { url, cle } = this.#service;
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${cle}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  async open(rank: number): Promise<string> {
    const procedure = paths[rank % paths.length] ?? '';
    const genre = Object.entries(pathOfGenre).find(([, path]) => path === procedure)?.[0];
    const isIn = genre !== undefined && this.#chance.next() < 0.5;
    const groupementId = isIn
      ? idIn(await this.ask('/api/v1/groupements', { nom: `Groupement ${rank}`, genre }))
      : null;
    const etablissement = { ...exempleEtablissement, ...numerosOf(rank, exempleEtablissement.codePostal) };
    return `/api/v1/dossiers/${idIn(await this.ask('/api/v1/dossiers', { procedure, etablissement, groupementId }))}`;
  }

  async wander(lien: string, acts: number): Promise<void> {
    for (let told = 0; told < acts; told++) {
      const { etapes, autresFaits, restant } = JSON.parse(await this.ask(`${lien}/prochaines-etapes`)) as Suite;
      const taken = [...etapes.flatMap(({ faits }) => faits), ...autresFaits].filter(({ exemple }) => exemple !== null);
      const nearer = taken.filter(({ restantApres }) => restantApres === Number(restant.minimum) - 1);
      const among = nearer.length > 0 && this.#chance.next() < STRAIGHT ? nearer : taken;
      if (among.length > 0) await this.#tell(this.#chance.pick(among));
    }
  }

  /** An example may give an establishment the number of another, which is refused: it stays where it is. */
  async #tell({ vers, exemple }: NextFact): Promise<void> {
    const { status, text } = await this.#send(vers, exemple ?? {});
    if (status >= 400 && status !== 409) throw new Error(`${vers}: ${text}`);
  }
}

function idIn(text: string): string {
  return (JSON.parse(text) as { id: string }).id;
}
