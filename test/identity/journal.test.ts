import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createKey, delegate, invite } from '../as-sent.ts';
import { sampleRow } from '../store/samples.ts';
import { MOT_DE_PASSE, openDesk, taken } from './desk.ts';

/** One of everything that may be done to identities, with the secrets that were told on the way. */
async function doEverything() {
  const desk = openDesk();
  const { identities, store } = desk;
  const first = (await identities.firstLink()) ?? '';
  const saisie = { courriel: 'chef@ch-exemple.fr', nom: 'Chef', motDePasse: MOT_DE_PASSE };
  taken(await identities.useLink(first, saisie));
  const { token, identity: chef } = await desk.login('chef@ch-exemple.fr');
  const invitation = taken(await invite(identities, chef, { courriel: 'agent@ch-exemple.fr', role: 'agent' }));
  const { id: agentId } = taken(
    await identities.useLink(invitation.token, { nom: 'Agent', motDePasse: 'mot de l’agent' }),
  );
  await identities.login({ courriel: 'agent@ch-exemple.fr', motDePasse: 'mot qui échoue' });
  await identities.login({ courriel: 'mot-tape@trop.fr', motDePasse: 'mot qui échoue' });
  const reset = taken(await identities.resetPassword(chef, agentId));
  taken(await identities.useLink(reset.token, { motDePasse: 'mot remis à neuf' }));
  taken(await identities.updateCompte(chef, agentId, { nom: 'Agente', role: 'lecteur' }));
  taken(await identities.endSessions(chef, agentId));
  const { id: editeurId } = taken(await identities.createEditeur(chef, { nom: 'SIH' }));
  taken(await identities.renameEditeur(chef, editeurId, { nom: 'SIH Santé' }));
  const key = taken(
    await createKey(identities, chef, { nom: 'Clé', role: 'editeur', editeurId, portees: ['lecture'] }),
  );
  await identities.authenticateKey(key.cle);
  await store.commit([{ row: sampleRow('d', 1), journal: [], echeances: null }]);
  const lent = { dossierId: 'd', editeurId, du: '2026-01-05', motif: 'Contrat' };
  const delegation = taken(await delegate(identities, chef, lent));
  taken(await identities.revokeDelegation(chef, delegation.id));
  taken(await identities.revokeKey(chef, key.fiche.id));
  taken(await identities.changePassword(chef, { ancien: MOT_DE_PASSE, motDePasse: 'mot du chef, plus tard' }));
  const last = taken(await identities.login({ courriel: saisie.courriel, motDePasse: 'mot du chef, plus tard' }));
  const tokens = [first, token, invitation.token, reset.token, key.cle, key.cle.slice(13), last.token];
  const passwords = [MOT_DE_PASSE, 'mot de l’agent', 'mot qui échoue', 'mot remis à neuf', 'mot du chef, plus tard'];
  return { ...desk, chef, agentId, editeurId, key, delegation, secrets: [...tokens, ...passwords, 'mot-tape'] };
}

test('no table holds a secret that was told, nor what was typed in place of an e-mail', async () => {
  const { file, secrets } = await doEverything();
  const db = new Database(file, { readonly: true });
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  const texts = tables.flatMap((table) => db.prepare(`SELECT * FROM ${table}`).raw().all().flat().map(String));
  db.close();
  expect(texts.filter((text) => text.startsWith('$scrypt$'))).toHaveLength(2);
  expect(secrets.filter((secret) => texts.some((text) => text.includes(secret)))).toEqual([]);
});

test('the journal tells who did what to whom', async () => {
  const { identities, chef, agentId, editeurId, key, delegation, clock } = await doEverything();
  const [par, agent] = [`compte:${chef.id}`, `compte:${agentId}`];
  const { id: cle, prefixe, expireLe } = key.fiche;
  const period = { genre: 'dossier', instanceId: 'd', editeurId, du: '2026-01-05', au: null };
  const lines = [
    ['demarrage', 'premierLien.remis', chef.id, { role: 'superviseur' }],
    [par, 'compte.ouvert', chef.id, { role: 'superviseur' }],
    [par, 'invitation.remise', agentId, { role: 'agent' }],
    [agent, 'compte.ouvert', agentId, { role: 'agent' }],
    [par, 'reinitialisation.remise', agentId, {}],
    [agent, 'motDePasse.reinitialise', agentId, {}],
    [par, 'compte.modifie', agentId, { role: 'lecteur' }],
    [par, 'sessions.closes', agentId, {}],
    [par, 'editeur.cree', editeurId, { nom: 'SIH' }],
    [par, 'editeur.renomme', editeurId, { nom: 'SIH Santé' }],
    [par, 'cle.creee', cle, { prefixe, role: 'editeur', editeurId, portees: ['lecture'], expireLe }],
    [par, 'delegation.accordee', delegation.id, period],
    [par, 'delegation.revoquee', delegation.id, {}],
    [par, 'cle.revoquee', cle, {}],
    [par, 'motDePasse.change', chef.id, {}],
  ] as const;
  const le = clock.now.toISOString();
  expect(await identities.actes(0, 100)).toEqual(
    lines.map(([auteur, acte, cible, detail], i) => ({
      rang: i + 1,
      le,
      auteur,
      acte,
      cible,
      detail: JSON.stringify(detail),
    })),
  );
});
