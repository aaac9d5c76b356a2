import { hash } from 'node:crypto';
import { copyFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { Anchor } from '../../src/store/seals.ts';
import { copyBase, makeOtherJournal, type SoundBase, writeMore } from './sound-base.ts';

/** What somebody who holds the file does to it. */
export interface Tampering {
  title: string;
  /** As SQL, or by hand on the file; gives what was told outside of its end. */
  by: string | ((file: string, base: SoundBase) => Promise<readonly Anchor[]>);
}

const MIDDLE = 3;
const LAST = '(SELECT max(rang) FROM journal)';
const FIELDS = 'instance, precedent, type, date, enregistre_le, auteur, saisie, empreinte, mac';
const another = "SELECT numero FROM instance WHERE numero <> 1 AND genre = 'dossier' LIMIT 1";

/** The classes, those that verification does not see yet at the end. */
export const tamperings: readonly Tampering[] = [
  seen('auteur d’une ligne changé', `UPDATE journal SET auteur = 'agent:7' WHERE rang = ${MIDDLE}`),
  seen('date d’une ligne changée', `UPDATE journal SET date = '2025-12-31' WHERE rang = ${MIDDLE}`),
  seen('saisie réécrite', `UPDATE journal SET saisie = '{}' WHERE rang = ${MIDDLE}`),
  seen(
    'saisie réécrite avec son empreinte',
    `UPDATE journal SET saisie = '{}', empreinte = '${hash('sha256', '{}')}' WHERE rang = ${MIDDLE}`,
  ),
  seen('ligne ôtée au milieu', `DELETE FROM journal WHERE rang = ${MIDDLE}`),
  seen('fin coupée, tête laissée', `DELETE FROM journal WHERE rang = ${LAST}`),
  seen(
    'fin coupée avec la tête',
    `DELETE FROM journal WHERE rang = ${LAST}; UPDATE tete SET rang = ${LAST}, mac = (SELECT mac FROM journal ORDER BY rang DESC LIMIT 1)`,
  ),
  seen('deux lignes interverties', swap(MIDDLE, MIDDLE + 1)),
  seen(
    'ligne ajoutée à la fin',
    `INSERT INTO journal SELECT ${LAST} + 1, ${FIELDS} FROM journal WHERE rang = ${MIDDLE}`,
  ),
  seen(
    'ligne insérée au milieu',
    `UPDATE journal SET rang = -rang WHERE rang > ${MIDDLE}; UPDATE journal SET rang = 1 - rang WHERE rang < 0;
     INSERT INTO journal SELECT ${MIDDLE + 1}, ${FIELDS} FROM journal WHERE rang = ${MIDDLE}; UPDATE tete SET rang = rang + 1`,
  ),
  seen('ligne donnée à un autre dossier', `UPDATE journal SET instance = (${another}) WHERE rang = 1`),
  seen('lignes échangées entre deux dossiers', swap(1, 3)),
  seen('ligne prise d’une autre base', takeFromAnother),
  seen(
    'état d’un autre dossier',
    `UPDATE instance SET etat = (SELECT etat FROM instance WHERE numero = (${another})) WHERE numero = 1`,
  ),
  seen('dossier effacé', 'PRAGMA foreign_keys = OFF; DELETE FROM instance WHERE numero = 1'),
  seen('dossier remis comme avant', putRowsBack),
  seen('journal refait et rescellé avec la clé (ancres)', remakeWithTheKey),
  seen('copie ancienne remise entière (ancres)', putOldCopyBack),
  seen('journal WAL ôté (ancres)', dropTheLog),
  seen(
    'vue d’un autre dossier',
    `UPDATE instance SET vue = (SELECT vue FROM instance WHERE numero = (${another})) WHERE numero = 1`,
  ),
  seen('annonce d’un dossier inventée', 'UPDATE instance SET annonce = annonce + 1 WHERE numero = 1'),
  seen('échéance repoussée', "UPDATE echeance SET le = '2099-12-31'"),
  seen('échéance effacée', 'DELETE FROM echeance'),
  seen('journal d’administration vidé', 'DELETE FROM acte_identite'),
  seen('ligne d’administration réécrite', "UPDATE acte_identite SET auteur = 'compte:personne' WHERE rang = 2"),
  seen('rôle d’un compte relevé', "UPDATE compte SET role = 'superviseur' WHERE role = 'agent'"),
  seen('clé rendue à la vie', 'UPDATE cle_api SET revoquee_le = NULL'),
  seen('portée d’une clé élargie', `UPDATE cle_api SET portees = '["lecture","faits"]' WHERE role = 'lecteur'`),
  seen('clé d’avant qui ouvre encore', "UPDATE cle_precedente SET jusqua = '2099-12-31'"),
  seen(
    'délégation ajoutée',
    `INSERT INTO delegation SELECT 'ajoutee', (${another}), genre, editeur_id, du, au, motif, accordee_le, accordee_par, NULL, NULL, acte, sceau
      FROM delegation LIMIT 1`,
  ),
];

/** Does it to the copy `file` of `base`. */
export async function tamper({ by, title }: Tampering, file: string, base: SoundBase): Promise<readonly Anchor[]> {
  if (typeof by !== 'string') return await by(file, base);
  const db = new Database(file);
  const triggers = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`);
  db.exec(by);
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck().get();
  db.close();
  if (changes === 0) throw new Error(`Nothing was changed: ${title}`);
  return base.ancres;
}

function seen(title: string, by: Tampering['by']): Tampering {
  return { title, by };
}

/** The places of two lines, all else as it was. */
function swap(one: number, other: number): string {
  return `UPDATE journal SET rang = -1 WHERE rang = ${one}; UPDATE journal SET rang = ${one} WHERE rang = ${other};
    UPDATE journal SET rang = ${other} WHERE rang = -1`;
}

async function takeFromAnother(file: string, base: SoundBase): Promise<readonly Anchor[]> {
  const other = join(dirname(file), 'autre', 'parcours.sqlite');
  await makeOtherJournal(other);
  const fields = 'type, date, enregistre_le, auteur, saisie, empreinte, mac';
  const by = `ATTACH '${other}' AS autre;
    UPDATE journal SET (${fields}) = (SELECT ${fields} FROM autre.journal WHERE rang = ${MIDDLE}) WHERE rang = ${MIDDLE}`;
  return await tamper(seen('', by), file, base);
}

function putRowsBack(file: string, base: SoundBase): Promise<readonly Anchor[]> {
  const by = `ATTACH '${base.ancienne}' AS ancienne; INSERT OR REPLACE INTO instance SELECT * FROM ancienne.instance WHERE numero = 1`;
  return tamper(seen('', by), file, base);
}

function putOldCopyBack(file: string, { ancienne, ancres }: SoundBase): Promise<readonly Anchor[]> {
  copyBase(ancienne, dirname(file));
  return Promise.resolve(ancres);
}

/** Other cases in a journal of the same key: every seal is right. */
async function remakeWithTheKey(file: string, { ancres }: SoundBase): Promise<readonly Anchor[]> {
  rmSync(file);
  await makeOtherJournal(file);
  return ancres;
}

/** The acts told last are in the log alone. */
async function dropTheLog(file: string, { ancienne, dossiers }: SoundBase): Promise<readonly Anchor[]> {
  const living = copyBase(ancienne, join(dirname(file), 'vivante'));
  return await writeMore(living, dossiers, () => copyFileSync(living, file));
}
