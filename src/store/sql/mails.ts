import { z } from 'zod';
import type {
  AdresseRefusee,
  CourrielArrive,
  Envoi,
  EnvoiDu,
  EnvoiEchoue,
  EtatEnvoi,
  MailStore,
  Piste,
  SuiteEnvoi,
  TentativeEnvoi,
} from '../mails.ts';
import { stillHeld } from './leases.ts';
import { all, asked, cell, type Engine, isDone, one, run, type Work, type Works, written } from './work.ts';

/** What the store knows of a line that tells a mail. */
const Told = z.object({
  courriel: z.string(),
  document: z.string(),
  retour: z.string(),
  a: z.array(z.object({ adresse: z.string() })),
  ensemble: z.boolean(),
});

const LINES_AT_ONCE = 100;
const MARKED = 'EXISTS (SELECT 1 FROM adresse_refusee AS r WHERE r.adresse = c.adresse)';
/** That may leave: its line was not erased, though a crash may have left it here. */
const LEAVES = `c.etat = 'attente' AND NOT ${MARKED}
  AND EXISTS (SELECT 1 FROM journal AS l WHERE l.rang = c.rang AND l.saisie IS NOT NULL)`;
const ENVOI = `c.numero, c.id, c.adresse, c.etat, c.tentatives, c.prochaine_le AS prochaineLe,
  CASE WHEN ${MARKED} THEN 1 ELSE 0 END AS estRefusee`;

type Shown<Kept extends Envoi> = Omit<Kept, 'estRefusee'> & { estRefusee: 0 | 1 };

const lines = all<[number], { rang: number; instance: number; saisie: string; le: string }>(`
  SELECT rang, instance, saisie, enregistre_le AS le FROM journal
  WHERE type = 'courriel.envoye' AND saisie IS NOT NULL AND rang > (SELECT coalesce(max(rang), 0) FROM courriel)
  ORDER BY rang LIMIT ?`);
/** One mail may be told by lines of several cases: the last of them is kept. */
const wait = run<[object]>(`
  INSERT INTO courriel (id, adresse, rang, instance, document, retour, etat, tentatives, prochaine_le, dit)
  VALUES (@id, @adresse, @rang, @instance, @document, @retour, 'attente', 0, @le, 0)
  ON CONFLICT (id, adresse) DO UPDATE SET rang = excluded.rang`);
const due = all<[string, number], Shown<EnvoiDu>>(`
  SELECT ${ENVOI}, c.document, c.retour FROM courriel AS c
  WHERE ${LEAVES} AND c.prochaine_le <= ? ORDER BY c.prochaine_le, c.numero LIMIT ?`);
const next = cell<[], string>(`SELECT min(c.prochaine_le) FROM courriel AS c WHERE ${LEAVES}`);
const pending = cell<[], number>("SELECT count(*) FROM courriel WHERE etat = 'attente'");
const note = run<[TentativeEnvoi & { numero: number }]>(`
  INSERT INTO tentative_courriel (courriel, le, code, reponse) VALUES (@numero, @le, @code, @reponse)`);
const become = run<[object]>(`
  UPDATE courriel SET etat = @etat, tentatives = tentatives + 1, prochaine_le = @prochaineLe
  WHERE numero = @numero AND etat IN ('attente', @aussi)`);
const mark = run<[{ numero: number; le: string; reponse: string }]>(`
  INSERT INTO adresse_refusee (adresse, depuis, dit) SELECT adresse, @le, @reponse FROM courriel WHERE numero = @numero
  ON CONFLICT DO NOTHING`);
const unmark = run<[string]>('DELETE FROM adresse_refusee WHERE adresse = ?');
const failed = all<[number], EnvoiEchoue>(`
  SELECT c.numero, c.id, c.adresse, c.etat, i.id AS dossierId, t.numero AS essai, t.reponse
  FROM courriel AS c LEFT JOIN instance AS i ON i.numero = c.instance
    JOIN tentative_courriel AS t ON t.numero = (SELECT max(numero) FROM tentative_courriel WHERE courriel = c.numero)
  WHERE c.etat IN ('refuse', 'abandonne') AND c.dit = 0 ORDER BY c.numero LIMIT ?`);
const told = run<[number]>('UPDATE courriel SET dit = 1 WHERE numero = ? AND dit = 0');
const numeroOf = cell<[string, string], number>('SELECT numero FROM courriel WHERE id = ? AND adresse = ?');
const envois = all<[string], Shown<Envoi>>(`
  SELECT ${ENVOI} FROM json_each(?) AS j JOIN courriel AS c ON c.id = j.value ORDER BY c.numero`);
const tentatives = all<[number], TentativeEnvoi>(
  'SELECT le, code, reponse FROM tentative_courriel WHERE courriel = ? ORDER BY numero DESC',
);
const again = run<[string, number]>(`
  UPDATE courriel SET etat = 'attente', tentatives = 0, prochaine_le = ?, dit = 0
  WHERE numero = ? AND etat IN ('refuse', 'abandonne')`);
/** Of the mails of those lines. */
const THEIRS = 'rang IN (SELECT CAST(j.value AS BIGINT) FROM json_each(@rangs) AS j)';
const forgetRefusals = run<[{ rangs: string }]>(`
  DELETE FROM adresse_refusee WHERE adresse IN (SELECT adresse FROM courriel WHERE ${THEIRS})
    AND NOT EXISTS (SELECT 1 FROM courriel AS c WHERE c.adresse = adresse_refusee.adresse AND NOT ${THEIRS})`);
const eraseAnswers = run<[{ rangs: string }]>(`
  UPDATE tentative_courriel SET reponse = 'Réponse effacée' WHERE courriel IN (SELECT numero FROM courriel WHERE ${THEIRS})`);
const erase = run<[{ rangs: string }]>(`
  UPDATE courriel SET adresse = 'efface-' || numero, etat = CASE etat WHEN 'attente' THEN 'abandonne' ELSE etat END, dit = 1
  WHERE ${THEIRS}`);
const eraseReceived = run<[string]>(`
  UPDATE courriel_recu SET de = NULL, objet = NULL, message_id = NULL
  WHERE etat = 'classe' AND document IN (SELECT value FROM json_each(?) AS j)`);
const marked = all<[string], AdresseRefusee>(`
  SELECT adresse, depuis, dit FROM adresse_refusee WHERE adresse IN (SELECT value FROM json_each(?) AS j)`);
const addBox = run<[string, string]>(`
  INSERT INTO boite (jeton, instance) SELECT ?, numero FROM instance WHERE id = ? ON CONFLICT DO NOTHING`);
const boxOf = cell<[string], string>(
  'SELECT jeton FROM boite WHERE instance = (SELECT numero FROM instance WHERE id = ?)',
);
const leading = (from: string) =>
  all<[string], Piste>(`SELECT DISTINCT i.id, j.value AS "by" FROM json_each(?) AS j ${from}`);
const byBox = leading('JOIN boite AS b ON b.jeton = j.value JOIN instance AS i ON i.numero = b.instance');
const byMail = leading('JOIN courriel AS c ON c.id = j.value JOIN instance AS i ON i.numero = c.instance');
const byMessage = leading(
  'JOIN courriel_recu AS c ON c.message_id = j.value JOIN instance AS i ON i.numero = c.instance',
);
const byAddress = all<[{ adresse: string; limite: number }], Piste>(`
  SELECT DISTINCT i.id, @adresse AS "by" FROM (
    SELECT instance FROM courriel WHERE adresse = @adresse UNION SELECT instance FROM courriel_recu WHERE de = @adresse
  ) AS c JOIN instance AS i ON i.numero = c.instance ORDER BY i.id LIMIT @limite`);

const RECU = `
  SELECT c.id, c.cle, c.document, c.enveloppe, c.recu_le AS recuLe, c.etat, i.id AS dossierId, c.message_id AS messageId, c.de, c.objet, c.raison, c.pistes
  FROM courriel_recu AS c LEFT JOIN instance AS i ON i.numero = c.instance`;
type RecuRow = Omit<CourrielArrive, 'enveloppe' | 'pistes'> & { enveloppe: string; pistes: string };
const receive = run<[object]>(`
  INSERT INTO courriel_recu (id, cle, document, enveloppe, recu_le, etat, pistes)
  VALUES (@id, @cle, @document, @enveloppe, @recuLe, 'arrive', '[]') ON CONFLICT DO NOTHING`);
const received = all<[string, number], RecuRow>(`${RECU} WHERE c.etat = ? ORDER BY c.numero LIMIT ?`);
const oneReceived = one<[string], RecuRow>(`${RECU} WHERE c.id = ?`);
const count = cell<[string], number>('SELECT count(*) FROM courriel_recu WHERE etat = ?');
const file = run<[object]>(`
  UPDATE courriel_recu SET etat = @etat, instance = (SELECT numero FROM instance WHERE id = @dossierId),
    message_id = @messageId, de = @de, objet = @objet,
    raison = @raison, pistes = @pistes
  WHERE id = @id AND etat = @avant`);

/** What is sent and received by mail. */
export function createMails(engine: Engine): MailStore {
  const isHeld = stillHeld(engine.dialect);
  return {
    /** Looked at first: whoever writes holds back acts. */
    enfiler: async () => ((await engine.ask(lines(1))).length === 0 ? 0 : await engine.write(enqueue)),
    ...asked(engine, {
      *dus(le, limite) {
        return (yield* due(le, limite)).map(toEnvoi);
      },
      prochain: next,
      *enAttente() {
        return (yield* pending()) ?? 0;
      },
      aDire: failed,
      dit: (numero) => isDone(told(numero)),
      *envois(ids) {
        return (yield* envois(JSON.stringify(ids))).map(toEnvoi);
      },
      tentatives,
      reprendre: (numero, le) => isDone(again(le, numero)),
      *effacer(lignes, documents) {
        const rangs = JSON.stringify(lignes);
        for (const step of [forgetRefusals, eraseAnswers, erase]) yield* step({ rangs });
        yield* eraseReceived(JSON.stringify(documents));
      },
      refusees: (adresses) => marked(JSON.stringify(adresses)),
      permettre: (adresse) => isDone(unmark(adresse)),
      parJeton: (jetons) => byBox(JSON.stringify(jetons)),
      parCourriel: (ids) => byMail(JSON.stringify(ids)),
      parMessage: (ids) => byMessage(JSON.stringify(ids)),
      parAdresse: (adresse, limite) => byAddress({ adresse, limite }),
      recevoir: (recu) => isDone(receive({ ...recu, enveloppe: JSON.stringify(recu.enveloppe) })),
      *recus(etat, limite) {
        return (yield* received(etat, limite)).map(toRecu);
      },
      *recu(id) {
        const found = yield* oneReceived(id);
        return found && toRecu(found);
      },
      *combien(etat) {
        return (yield* count(etat)) ?? 0;
      },
      classer: (id, avant, suite) => isDone(file({ ...suite, pistes: JSON.stringify(suite.pistes), id, avant })),
    } satisfies Partial<Works<MailStore>>),
    ...written(engine, {
      *regler(numero, tentative, suite, bail) {
        if (suite !== 'envoye' && !(yield* isHeld(bail))) return false;
        const after =
          typeof suite === 'object' ? { etat: 'attente', ...suite } : { etat: ETATS[suite], prochaineLe: tentative.le };
        if (!(yield* isDone(become({ numero, ...after, aussi: 'attente' })))) return false;
        yield* note({ ...tentative, numero });
        if (suite === 'adresse-refusee') yield* mark({ numero, ...tentative });
        return true;
      },
      *revenir(id, adresse, tentative, estDefinitif) {
        const numero = yield* numeroOf(id, adresse);
        if (numero === null) return false;
        yield* note({ ...tentative, numero });
        if (!estDefinitif) return true;
        yield* become({ numero, etat: 'refuse', prochaineLe: tentative.le, aussi: 'envoye' });
        yield* told(numero);
        yield* mark({ numero, ...tentative });
        return true;
      },
      *boite(dossierId, jeton) {
        yield* addBox(jeton, dossierId);
        return (yield* boxOf(dossierId)) ?? jeton;
      },
    } satisfies Partial<Works<MailStore>>),
  };
}

/** Brings to the queue what is told after its last line. */
function* enqueue(): Work<number> {
  const found = yield* lines(LINES_AT_ONCE);
  for (const { rang, instance, saisie, le } of found) {
    const { courriel: id, document, retour, a, ensemble } = Told.parse(JSON.parse(saisie));
    const of = { id, rang, instance: ensemble ? null : instance, document, retour, le };
    for (const { adresse } of a) yield* wait({ ...of, adresse });
  }
  return found.length;
}

const ETATS = {
  envoye: 'envoye',
  refuse: 'refuse',
  'adresse-refusee': 'refuse',
  abandonne: 'abandonne',
} as const satisfies Record<Exclude<SuiteEnvoi, object>, EtatEnvoi>;

function toEnvoi<Kept extends Envoi>({ estRefusee, ...shown }: Shown<Kept>): Kept {
  return { ...shown, estRefusee: estRefusee === 1 } as unknown as Kept;
}

function toRecu({ enveloppe, pistes, ...shown }: RecuRow): CourrielArrive {
  return { ...shown, enveloppe: JSON.parse(enveloppe), pistes: JSON.parse(pistes) };
}
