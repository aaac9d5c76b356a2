import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { findProcedure } from '../../../machines/index.ts';
import { dayOf } from '../../days.ts';
import { FAIT_CORRIGE } from '../../engine/history/corrections.ts';
import { EFFACEMENTS, isErasure } from '../../engine/history/erasures.ts';
import { auteurOf, type Identity } from '../../identity/identity.ts';
import type { Services } from '../../services.ts';
import { localPath, type Visit } from '../shell/screen.ts';
import { hour, longDay } from '../ui/words.ts';
import { type Cible, factIn, pathOf } from './read/case.ts';
import { certificateName, type LigneSituee, linesAfter } from './read/lines.ts';

/** What somebody did, as it is told to whoever did not see it. */
interface NewsLine {
  rang: number;
  /** « Claire Durand a enregistré « Contrat accepté par l’ANS » pour … ». */
  text: string;
  /** « à 10:04 », with the day when it is not today’s. */
  when: string;
  /** When it happened, YYYY-MM-DD. */
  date: string;
}

/** What happened since somebody looked. */
export interface News {
  lines: NewsLine[];
  /** The last line of the journal that they tell of. */
  seen: number;
}

/** Who asks for news, and on which day. */
interface Asking {
  services: Services;
  identite: Identity;
}

/** What happened in the family of a case after a rank of the journal; what merely follows from another fact is not told. */
export async function newsAfter({ services, identite }: Asking, cible: Cible, vu: number): Promise<News> {
  const family = await familyOf(services, cible);
  const lines = await linesAfter(services, family, vu);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const own = auteurOf(identite);
  const today = services.today();
  const lignes = lines.flatMap((line) => {
    const quoi = whatOf(line, family.genre);
    if (quoi === null) return [];
    const qui = line.auteur === own ? 'Vous avez' : `${names(line.auteur)} a`;
    const fait = line.type === FAIT_CORRIGE ? 'corrigé le journal' : `enregistré ${quoi}`;
    return [{ rang: line.rang, date: line.date, text: `${qui} ${fait}`, when: whenOf(line, today) }];
  });
  return { lines: lignes, seen: lines.at(-1)?.rang ?? vu };
}

/** The case whose page tells of a case: the dossier of a certificate. */
export async function familyOf(services: Services, cible: Cible): Promise<Cible> {
  if (cible.genre !== 'certificat') return cible;
  const found = await services.find(cible);
  const parent = found.ok ? found.value.parentId : null;
  return parent ? { genre: 'dossier', id: parent } : cible;
}

/** The last line of the journal of a case’s family; 0 when there is none. */
export async function lastSeen(services: Services, cible: Cible): Promise<number> {
  const { id } = await familyOf(services, cible);
  const moved = await services.moved(id, 0);
  return Math.max(0, ...moved.map(({ rang }) => rang));
}

/** Where one comes back to after an act, and the last line of the journal that whoever acts has seen. */
export async function comingFrom({ services, body, query }: Visit, cible: Cible) {
  const back = localPath(body.get('retour') ?? query['retour'] ?? pathOf(cible));
  const shown = Number(body.get('vu') ?? Number.NaN);
  const seen = Number.isInteger(shown) ? shown : await lastSeen(services, cible);
  return { back: back === '/' ? pathOf(cible) : back, seen };
}

/** What a line says, in quotes; null for what follows from another line. */
function whatOf({ type, certificat }: LigneSituee, genre: Cible['genre']): string | null {
  if (type === `${genre}.ouvert`) return `« Ouverture du ${genre} »`;
  if (Object.hasOwn(RATTACHEMENTS, type)) return `« ${RATTACHEMENTS[type]} »`;
  if (isErasure(type)) return `« ${EFFACEMENTS[type]} »`;
  const bearer = certificat ? 'certificat' : genre;
  const fact = factIn(findProcedure(bearer === 'dossier' ? 'prive-mono-site' : bearer), type);
  if (fact?.derive) return null;
  const whose = certificat ? ` (${certificateName(certificat.fiche)})` : '';
  return `« ${fact?.libelle ?? type} »${whose}`;
}

function whenOf({ enregistreLe }: LigneSituee, today: string): string {
  const jour = dayOf(new Date(enregistreLe));
  return jour === today ? `à ${hour(enregistreLe)}` : `le ${longDay(jour)} à ${hour(enregistreLe)}`;
}
