import type { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { Courriel, choix, exemplePersonne, Personne, Telephone, TypeCarte } from './champs.ts';

/** §4, §5 — how to reach an administrateur technique, whose staff they are and which card they hold. */
export const ContactTechnique = Personne.extend({
  courriel: Courriel.meta({ title: 'Courriel', description: 'De préférence une boîte partagée.' }),
  telephone: Telephone,
  typeCarte: TypeCarte,
  rattachement: choix('Rattachement', {
    structure: 'Structure',
    dsiGroupe: 'DSI du groupe ou du GHT',
    editeur: 'Éditeur',
    integrateur: 'Intégrateur',
  }),
}).meta({ title: 'Administrateur technique' });
export type ContactTechnique = z.output<typeof ContactTechnique>;

/** §4 — a third party's technician holds a CPA and nobody else does; the group's DSI and personal mailboxes are doubtful. */
export function warnContactTechnique(contact: ContactTechnique, pointeur: string): Avertissement[] {
  const { courriel, nom, rattachement, typeCarte } = contact;
  const warnings: Avertissement[] = [];
  const warn = (code: string, champ: keyof ContactTechnique, message: string) =>
    warnings.push({ code, pointeur: `${pointeur}/${champ}`, message });

  if (isTiers(rattachement) !== (typeCarte === 'CPA')) {
    warn('carte-inattendue', 'typeCarte', 'Vérifiez la carte : CPA pour un tiers, CPS ou CPE pour le personnel.');
  }
  if (rattachement === 'dsiGroupe') {
    warn('dsi-du-groupe', 'rattachement', 'Vérifiez que cette personne détient une carte au sein de la structure.');
  }
  if (isNominative(courriel, nom)) {
    warn('boite-nominative', 'courriel', 'Préférez une boîte partagée : elle survit au départ de son titulaire.');
  }
  return warnings;
}

/** The fictional administrateur technique of every example. */
export const exempleContactTechnique: ContactTechnique = {
  ...exemplePersonne,
  courriel: 'informatique@ch-exemple.fr',
  telephone: '0474000000',
  typeCarte: 'CPE',
  rattachement: 'structure',
};

function isTiers(rattachement: ContactTechnique['rattachement']): boolean {
  return rattachement === 'editeur' || rattachement === 'integrateur';
}

/** `camille.martin@`, `cmartin@` and `martin@` are Martin's own. */
function isNominative(courriel: string, nom: string): boolean {
  const name = nom
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  const boite = courriel.slice(0, courriel.indexOf('@'));
  return name !== '' && boite.split(/[._-]/).some((part) => part.endsWith(name));
}
