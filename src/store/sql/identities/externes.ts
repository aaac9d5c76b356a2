import type { Compte, Externe, ExterneStore, Liaison, Session } from '../../identities.ts';
import { columns } from '../columns.ts';
import { asked, cell, type Engine, one, run, type Work, type Works, written } from '../work.ts';
import type { Actes } from './actes.ts';
import type { Comptes } from './comptes.ts';

type Port = Works<ExterneStore>;

const LIAISON = columns<Liaison>('emetteur', 'sujet', 'nom', 'demandeLe');

const vouched = cell<[string, string], string>('SELECT compte_id FROM compte_externe WHERE emetteur = ? AND sujet = ?');
const holder = cell<[string], string>('SELECT id FROM compte WHERE courriel = ?');
const into = 'INSERT INTO compte_externe (emetteur, sujet, compte_id) VALUES (@emetteur, @sujet, @compteId)';
const vouch = run<[Externe & { compteId: string }]>(into);
const vouchAnew = run<[Externe & { compteId: string }]>(
  `${into} ON CONFLICT (compte_id) DO UPDATE SET emetteur = excluded.emetteur, sujet = excluded.sujet`,
);
const update = run<[Compte]>(
  'UPDATE compte SET courriel = @courriel, nom = @nom, role = @role, connecte_le = @connecteLe WHERE id = @id',
);
const endReplaced = run<[string | null]>('DELETE FROM session WHERE empreinte = ?');
const insertSession = run<[Session & { jetonId: string }]>(`
  INSERT INTO session (empreinte, compte_id, ouverte_le, vue_le, jeton_id)
  VALUES (@empreinte, @compteId, @ouverteLe, @vueLe, @jetonId)`);
const tokenOf = cell<[string], string | null>('SELECT jeton_id FROM session WHERE empreinte = ?');
const vouchesFor = one<[string], Externe>('SELECT emetteur, sujet FROM compte_externe WHERE compte_id = ?');
const asks = one<[string], Liaison>(`SELECT ${LIAISON.shown} FROM compte_a_relier WHERE compte_id = ?`);
const ask = run<[Liaison & { compteId: string }]>(`
  INSERT INTO compte_a_relier (compte_id, ${LIAISON.names}) VALUES (@compteId, ${LIAISON.values})
  ON CONFLICT (compte_id) DO UPDATE SET ${LIAISON.renewed}`);
const isLast = cell<[string], number>(`
  WITH superviseur AS (SELECT id FROM compte WHERE role = 'superviseur' AND actif = 1 AND mot_de_passe <> '')
  SELECT count(*) = 1 AND ? IN (SELECT id FROM superviseur) FROM superviseur`);
const linking = [
  'DELETE FROM compte_a_relier WHERE compte_id = ?',
  "UPDATE compte SET mot_de_passe = '' WHERE id = ?",
  'DELETE FROM session WHERE compte_id = ?',
  "DELETE FROM lien_unique WHERE utilise_le IS NULL AND objet = 'mot-de-passe' AND compte_id = ?",
].map((sql) => run<[string]>(sql));

/** The accounts that another directory vouches for, their sessions, and those that ask to be linked. */
export function externeTable(engine: Engine, actes: Actes, comptes: Comptes): ExterneStore {
  function* compteExterne(emetteur: string, sujet: string): Work<Compte | null> {
    const id = yield* vouched(emetteur, sujet);
    return id !== null && (yield* actes.holds('compte_externe', id)) ? yield* comptes.compte(id) : null;
  }

  return {
    ...asked(engine, {
      compteExterne,
      idToken: tokenOf,
      externeOf: vouchesFor,
      *askLiaison(compteId, liaison) {
        yield* ask({ ...liaison, compteId });
      },
      liaison: asks,
    } satisfies Partial<Port>),
    ...written(engine, {
      *openExternalSession({ session, externe, compte, remplace }, acte) {
        const known = yield* compteExterne(externe.emetteur, externe.sujet);
        const refusal = yield* whyNot(known, compte);
        if (refusal) return refusal;
        if (known) yield* update(compte);
        else {
          yield* comptes.insert({ ...compte, actif: true, motDePasse: '' });
          yield* vouch({ ...externe, compteId: compte.id });
          yield* actes.seal('compte_externe', compte.id);
        }
        if (known && known.role !== compte.role) {
          yield* comptes.endSessions(compte.id);
          yield* comptes.voidMade(compte.id);
        }
        yield* endReplaced(remplace);
        yield* insertSession(session);
        yield* actes.seal('session', session.empreinte);
        yield* actes.seal('compte', compte.id);
        if (acte) yield* actes.add(acte);
        return 'fait';
      },
      *link(compteId, sujet, acte) {
        const liaison = yield* asks(compteId);
        if (liaison?.sujet !== sujet || (yield* vouched(liaison.emetteur, sujet)) !== null) return 'introuvable';
        if (!(yield* actes.holds('compte', compteId))) return 'introuvable';
        if (yield* isLast(compteId)) return 'dernier-superviseur';
        yield* vouchAnew({ ...liaison, compteId });
        for (const step of linking) yield* step(compteId);
        yield* actes.add(acte, ['compte_externe', compteId], ['compte', compteId]);
        return 'fait';
      },
    } satisfies Partial<Port>),
  };
}

function* whyNot(known: Compte | null, { id, courriel }: Compte) {
  if (known && known.id !== id) return 'depasse';
  if (known && !known.actif) return 'compte-ferme';
  return ((yield* holder(courriel)) ?? id) === id ? null : 'courriel-pris';
}
