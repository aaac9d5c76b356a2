import { hash, randomUUID } from 'node:crypto';
import type { Desk } from '../../acts/act.ts';
import { type Erasing, erase } from '../../acts/erase.ts';
import { fold } from '../../fold.ts';
import { auteurOf, type Identity, type IdentityRefusal } from '../../identity/identity.ts';
import { requireRole, toActe } from '../../identity/registre.ts';
import { imprint } from '../../identity/tokens.ts';
import { err, ok, type Result } from '../../result.ts';
import type { TexteEfface } from '../../store/persons.ts';
import type { Travail } from '../work/travail.ts';
import { type PersonneCherchee, type Reconnue, recognize } from './nom.ts';
import { type CasTenu, type Charge, search, type Tenu, type TexteTenu } from './recherche.ts';

/** What still holds a person, and where: null for an account. */
interface ChargeSituee extends Charge {
  cas: Pick<CasTenu, 'cible' | 'denomination'> | null;
}

/** What an erasure would do, before it is confirmed; nothing is erased while somebody is still in charge somewhere. */
export interface Apercu {
  tenu: Tenu;
  charges: ChargeSituee[];
  /** Of what was shown: another outcome is shown again first. */
  empreinte: string;
}

/** What an erasure did. */
export interface Bilan {
  cas: number;
  lignes: number;
  textes: number;
  comptes: number;
  /** What is still held: histories, and what was written meanwhile. */
  reste: Tenu;
  /** Whether the file was rewritten at once; otherwise it is at its next opening. */
  reecrit: boolean;
}

/** Why nothing was erased: somebody who may not asks, or what would be is not what was shown. */
type EffacementRefusal = IdentityRefusal | { code: 'a-revoir'; apercu: Apercu };

/** What an erasure of somebody would do; nothing is written. */
export async function preview(desk: Desk, cherchee: PersonneCherchee): Promise<Apercu> {
  const tenu = await search(desk, cherchee);
  const { cas, textes, comptes, tentatives } = tenu;
  const shown = [
    cas.map(({ cible, lignes, lieux }) => [cible.id, lieux, lignes.map(({ rang }) => rang)]),
    textes.map(({ lieu, cle, texte }) => [lieu, cle, texte]),
    comptes.map(({ id, actif }) => [id, actif]),
    tentatives,
  ];
  return { tenu, charges: chargesOf(tenu), empreinte: hash('sha256', JSON.stringify(shown)) };
}

/** Erases somebody as it was previewed; the journal of the administration keeps who did and how much, under an imprint of the name. */
export async function eraseSomebody(
  { desk, travail }: { desk: Desk; travail: Pick<Travail, 'rejoindre'> },
  par: Identity,
  { cherchee, empreinte }: { cherchee: PersonneCherchee; empreinte: string },
): Promise<Result<Bilan, EffacementRefusal>> {
  const allowed = requireRole(par, 'superviseur');
  if (!allowed.ok) return allowed;
  const apercu = await preview(desk, cherchee);
  const { tenu, charges } = apercu;
  if (charges.length > 0 || apercu.empreinte !== empreinte) return err({ code: 'a-revoir', apercu });
  const { store, clock } = desk;
  const known = recognize(cherchee);
  let lignes = 0;
  for (const { cible } of tenu.cas) {
    const done = await erase(desk, cible, erasingOf(known), auteurOf(par));
    if (done.ok) lignes += done.value;
  }
  const textes = await store.personnes.effacer(tenu.textes.map((one) => withoutThem(one, known)));
  for (const { id } of tenu.comptes)
    await store.identites.eraseCompte(id, toActe(par, clock(), { acte: 'compte.efface', cible: id }));
  for (const cle of tenu.tentatives) await store.identites.forgetTentatives(cle);
  const done = { cas: tenu.cas.length, lignes, textes, comptes: tenu.comptes.length };
  const cible = randomUUID();
  const detail = { empreinte: imprint(`${cible}:${toldName(cherchee)}`), ...done };
  await store.identites.note(toActe(par, clock(), { acte: 'personne.effacee', cible, detail }));
  await travail.rejoindre();
  const reecrit = await store.personnes.compacter();
  return ok({ ...done, reecrit, reste: await search(desk, cherchee) });
}

/** What is imprinted of somebody: the same for the same person, however typed. */
function toldName({ nom, prenom, courriel }: PersonneCherchee): string {
  return `${fold(`${prenom} ${nom}`)}:${courriel}`;
}

function erasingOf({ isIn, without, ids }: Reconnue): Erasing {
  return {
    type: 'personne.effacee',
    holds: (saisie) => isIn(saisie),
    without,
    isId: (text) => ids.includes(text),
  };
}

/** A follow-up that is to be done and a kept answer stay, without the name; all else goes. */
function withoutThem({ lieu, cle, texte }: TexteTenu, known: Reconnue): TexteEfface {
  if (lieu !== 'relance' && lieu !== 'reponse') return { lieu, cle, texte: null };
  const left = known.without(texte);
  return { lieu, cle, texte: known.isIn(left, lieu === 'relance') ? null : left };
}

function chargesOf({ cas, comptes }: Tenu): ChargeSituee[] {
  const inCases = cas.flatMap(({ charges, ...one }) => charges.map((charge) => ({ ...charge, cas: one })));
  const open = comptes.filter(({ actif }) => actif);
  const remede = 'Fermez d’abord ce compte ; si l’annuaire l’ouvre, retirez-y son rôle à cette personne.';
  return [...inCases, ...open.map(({ nom }) => ({ cas: null, quoi: `Compte ouvert : ${nom}`, remede }))];
}
