import type { ActeIdentite, CleApi, Compte, Delegation, Lien } from '../../src/store/identities.ts';

const LE = '2026-01-05T08:00:00.000Z';

/** An active agent, whose password is kept as `scrypt de <id>`. */
export function sampleCompte(id: string, more: Partial<Compte> = {}): Compte & { motDePasse: string } {
  const courriel = `${id}@ch-exemple.fr`;
  const compte: Compte = { id, courriel, nom: `Nom ${id}`, role: 'agent', actif: true, creeLe: LE, connecteLe: null };
  return { ...compte, ...more, motDePasse: `scrypt de ${id}` };
}

/** An invitation to `compteId`, kept under `empreinte`. */
export function sampleLien(empreinte: string, compteId: string, more: Partial<Lien> = {}): Lien {
  const dates = { creeLe: LE, creePar: null, expireLe: '2026-01-06T08:00:00.000Z', utiliseLe: null };
  return {
    empreinte,
    objet: 'invitation',
    compteId,
    courriel: `${compteId}@ch-exemple.fr`,
    role: 'agent',
    ...dates,
    ...more,
  };
}

/** An act about `cible`. */
export function sampleActe(acte: string, cible: string): ActeIdentite {
  return { le: LE, auteur: 'compte:chef', acte, cible, detail: '{}' };
}

/** A key without limit, for reading. */
export function sampleCle(id: string, more: Partial<CleApi> = {}): CleApi & { empreinte: string } {
  return {
    id,
    empreinte: `empreinte de ${id}`,
    prefixe: `pig_${id}`,
    nom: `Clé ${id}`,
    role: 'lecteur',
    editeurId: null,
    portees: ['lecture'],
    procedures: null,
    dossiers: null,
    bacASable: false,
    creeLe: LE,
    expireLe: '2027-01-05',
    utiliseeLe: null,
    revoqueeLe: null,
    ...more,
  };
}

/** A dossier lent without end to the éditeur `e` from 2026-02-01. */
export function sampleDelegation(id: string, instanceId: string, more: Partial<Delegation> = {}): Delegation {
  return {
    id,
    genre: 'dossier',
    instanceId,
    editeurId: 'e',
    du: '2026-02-01',
    au: null,
    motif: 'Contrat de service',
    accordeeLe: LE,
    accordeePar: 'compte:agent',
    revoqueeLe: null,
    revoqueePar: null,
    ...more,
  };
}
