import type {
  AgendaStore,
  Editeur,
  EditeurStore,
  IdentityStore,
  Lien,
  LienAgenda,
  LienStore,
} from '../../identities.ts';
import { columns } from '../columns.ts';
import { all, asked, cell, type Engine, one, run, type Works, written } from '../work.ts';
import type { Actes } from './actes.ts';
import { cleTable } from './cles.ts';
import { type Comptes, compteTable } from './comptes.ts';
import { delegationTable } from './delegations.ts';
import { externeTable } from './externes.ts';
import { sessionTable } from './sessions.ts';

/** The identities kept beside the cases; `tell` is called once a delegation changes or the end of a key is told. */
export function identityStore(engine: Engine, actes: Actes, tell: () => void): Omit<IdentityStore, 'onCles'> {
  const comptes = compteTable(engine, actes);
  return {
    ...comptes.port,
    ...lienTable(engine, actes, comptes),
    ...agendaTable(engine, actes),
    ...sessionTable(engine, actes, comptes),
    ...externeTable(engine, actes, comptes),
    ...cleTable(engine, actes, tell),
    ...editeurTable(engine, actes),
    ...delegationTable(engine, actes, tell),
    ...asked(engine, { actes: actes.actes, lastActes: actes.lastActes } satisfies Partial<Works<IdentityStore>>),
    ...written(engine, { note: (acte) => actes.add(acte) } satisfies Partial<Works<IdentityStore>>),
  };
}

const EDITEUR = columns<Editeur>('id', 'nom', 'creeLe');

const editeur = one<[string], Editeur>(`SELECT ${EDITEUR.shown} FROM editeur WHERE id = ?`);
const editeurs = all<[], Editeur>(`SELECT ${EDITEUR.shown} FROM editeur ORDER BY nom`);
const insertEditeur = run<[Editeur]>(`INSERT INTO editeur ${EDITEUR.written} ON CONFLICT DO NOTHING`);
const rename = run<[{ id: string; nom: string }]>(`
  UPDATE editeur SET nom = @nom WHERE id = @id AND NOT EXISTS (SELECT 1 FROM editeur WHERE nom = @nom AND id <> @id)`);

/** The éditeurs, no two of the same name. */
function editeurTable(engine: Engine, actes: Actes): EditeurStore {
  return {
    ...asked(engine, { editeur, editeurs } satisfies Partial<Works<EditeurStore>>),
    ...written(engine, {
      *addEditeur(opened, acte) {
        const isNew = (yield* insertEditeur(opened)) > 0;
        if (isNew) yield* actes.add(acte);
        return isNew;
      },
      *renameEditeur(id, nom, acte) {
        const isFree = (yield* rename({ id, nom })) > 0;
        if (isFree) yield* actes.add(acte);
        return isFree;
      },
    } satisfies Partial<Works<EditeurStore>>),
  };
}

const AGENDA = columns<LienAgenda>('empreinte', 'compteId', 'creeLe');

const findAgenda = one<[string], LienAgenda>(`SELECT ${AGENDA.shown} FROM lien_agenda WHERE empreinte = ?`);
const agendaOf = one<[string], LienAgenda>(`SELECT ${AGENDA.shown} FROM lien_agenda WHERE compte_id = ?`);
const put = run<[LienAgenda]>(`
  INSERT INTO lien_agenda ${AGENDA.written} ON CONFLICT (compte_id) DO UPDATE SET ${AGENDA.renewed}`);
const remove = run<[string]>('DELETE FROM lien_agenda WHERE compte_id = ?');

/** The links by which calendars read, one an account. */
function agendaTable(engine: Engine, actes: Actes): AgendaStore {
  return {
    ...asked(engine, {
      *agenda(empreinte) {
        return (yield* actes.holds('lien_agenda', empreinte)) ? yield* findAgenda(empreinte) : null;
      },
      agendaOf,
    } satisfies Partial<Works<AgendaStore>>),
    ...written(engine, {
      *putAgenda(lien, acte) {
        yield* put(lien);
        yield* actes.add(acte, ['lien_agenda', lien.empreinte]);
      },
      *removeAgenda(compteId, acte) {
        const isThere = (yield* remove(compteId)) > 0;
        if (isThere) yield* actes.add(acte);
        return isThere;
      },
    } satisfies Partial<Works<AgendaStore>>),
  };
}

const LIEN = columns<Lien>(
  ...(['empreinte', 'objet', 'compteId', 'courriel', 'role', 'creeLe', 'creePar', 'expireLe', 'utiliseLe'] as const),
);

const findLien = one<[string], Lien>(`SELECT ${LIEN.shown} FROM lien_unique WHERE empreinte = ?`);
const voidSame = run<[Lien]>(`
  DELETE FROM lien_unique
  WHERE utilise_le IS NULL AND objet = @objet AND courriel IS NOT DISTINCT FROM @courriel`);
const insertLien = run<[Lien]>(`INSERT INTO lien_unique ${LIEN.written}`);
const use = run<[string, string]>('UPDATE lien_unique SET utilise_le = ? WHERE empreinte = ? AND utilise_le IS NULL');
const isFirst = cell<[string], number>(`
  SELECT objet <> 'premier-compte' OR NOT EXISTS (SELECT 1 FROM compte) FROM lien_unique WHERE empreinte = ?`);
const isTaken = cell<[string], number>('SELECT 1 FROM compte WHERE courriel = ?');
const setMotDePasse = run<[string, string]>('UPDATE compte SET mot_de_passe = ? WHERE id = ?');
const forgetTentatives = run<[string]>('DELETE FROM tentative WHERE compte = ?');

/** The links that are used once; each use is one transaction with what it does. */
function lienTable(engine: Engine, actes: Actes, comptes: Comptes): LienStore {
  return {
    ...asked(engine, {
      *lien(empreinte) {
        return (yield* actes.holds('lien_unique', empreinte)) ? yield* findLien(empreinte) : null;
      },
    } satisfies Partial<Works<LienStore>>),
    ...written(engine, {
      *addLien(lien, acte) {
        yield* voidSame(lien);
        yield* insertLien(lien);
        yield* actes.add(acte, ['lien_unique', lien.empreinte]);
      },
      *openCompte(empreinte, compte, acte) {
        if (!(yield* isFirst(empreinte))) return 'lien-utilise';
        if (yield* isTaken(compte.courriel)) return 'courriel-pris';
        if ((yield* use(acte.le, empreinte)) === 0) return 'lien-utilise';
        yield* comptes.insert(compte);
        yield* actes.add(acte, ['compte', compte.id], ['lien_unique', empreinte]);
        return 'fait';
      },
      *resetMotDePasse(empreinte, { id, motDePasse, tentatives }, acte) {
        if (!(yield* actes.holds('compte', id)) || (yield* use(acte.le, empreinte)) === 0) return false;
        yield* setMotDePasse(motDePasse, id);
        yield* comptes.endSessions(id);
        yield* forgetTentatives(tentatives);
        yield* actes.add(acte, ['compte', id], ['lien_unique', empreinte]);
        return true;
      },
    } satisfies Partial<Works<LienStore>>),
  };
}
