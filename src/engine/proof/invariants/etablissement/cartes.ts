import type { Formule, Invariant } from '../../claim.ts';
import { fait, ouvert } from '../motif.ts';
import { delegation } from './etats.ts';

/** A holder: the states of the card's life, the prefix of its facts, and who may ask for it under what. */
interface Porteur {
  du: string;
  region: string;
  carte: string;
  active: string;
  bloquee: string;
  aRemplacer: string;
  demande: string;
  sous: Formule[];
}

const porteurs: Porteur[] = [
  {
    du: 'du responsable',
    region: 'carteResponsable',
    carte: 'carteResponsable',
    active: 'active',
    bloquee: 'bloquee',
    aRemplacer: 'aRemplacer',
    demande: 'formulaire101.transmis',
    sous: [],
  },
  {
    du: 'du mandataire',
    region: 'mandataire',
    carte: 'carteMandataire',
    active: 'actif',
    bloquee: 'bloque',
    aRemplacer: 'carteARemplacer',
    demande: 'carteMandataire.demandee',
    sous: [delegation],
  },
  {
    du: 'de l’administrateur technique',
    region: 'administrateurTechnique',
    carte: 'carteAdministrateur',
    active: 'actif',
    bloquee: 'bloque',
    aRemplacer: 'aRemplacer',
    demande: 'carteAdministrateur.demandee',
    sous: [],
  },
];

/** §4, §4.1 — the life of a card is the same whoever holds it. */
export const cartes: Invariant[] = porteurs.flatMap(({ du, region, carte, demande, sous, ...etats }) => {
  const [active, bloquee, aRemplacer] = [etats.active, etats.bloquee, etats.aRemplacer].map(
    (etat) => `${region}.${etat}`,
  ) as [string, string, string];
  return [
    {
      id: `${carte}-expiree`,
      enonce: `Une carte ${du} expirée est à remplacer, active ou bloquée.`,
      source: '§4',
      proposition: {
        forme: 'conduit',
        si: ouvert({ ou: [active, bloquee] }),
        fait: fait(`${carte}.expiree`),
        vers: aRemplacer,
      },
    },
    {
      id: `${carte}-opposee`,
      enonce: `Une carte ${du} mise en opposition est à remplacer, active ou bloquée.`,
      source: '§4',
      proposition: {
        forme: 'conduit',
        si: ouvert({ ou: [active, bloquee] }),
        fait: fait(`${carte}.opposee`),
        vers: aRemplacer,
      },
    },
    {
      id: `${carte}-bloquee`,
      enonce: `Une carte ${du} bloquée n’est plus active.`,
      source: '§4',
      proposition: { forme: 'conduit', si: ouvert(active), fait: fait(`${carte}.bloquee`), vers: bloquee },
    },
    {
      id: `${carte}-debloquee`,
      enonce: `Une carte ${du} débloquée est active à nouveau.`,
      source: '§4',
      proposition: { forme: 'conduit', si: ouvert(bloquee), fait: fait(`${carte}.debloquee`), vers: active },
    },
    {
      id: `${carte}-renouvelee`,
      enonce: `Une nouvelle carte ${du} vaut l’ancienne, active, bloquée ou perdue.`,
      source: '§4',
      proposition: {
        forme: 'conduit',
        si: ouvert({ ou: [active, bloquee, aRemplacer] }),
        fait: fait(`${carte}.renouvelee`),
        vers: active,
      },
    },
    {
      id: `${carte}-activee`,
      enonce: `Une carte ${du} reçue et activée est active.`,
      source: '§4.1',
      proposition: { forme: 'conduit', si: ouvert(`${region}.aActiver`), fait: fait(`${carte}.activee`), vers: active },
    },
    {
      id: `${carte}-redemandee`,
      enonce: `Une carte ${du} perdue peut être demandée à nouveau.`,
      source: '§4.1',
      proposition: {
        forme: 'conduit',
        si: ouvert(aRemplacer, ...sous),
        fait: fait(demande),
        vers: { non: aRemplacer },
      },
    },
    {
      id: `${carte}-emise`,
      enonce: `Une carte ${du} n’est émise qu’après avoir été demandée.`,
      source: '§4.1',
      proposition: {
        forme: 'passe',
        but: { fait: fait(`${carte}.emise`) },
        par: fait(demande),
        apres: fait(`${carte}.expiree`, `${carte}.opposee`),
      },
    },
    {
      id: `${carte}-a-activer`,
      enonce: `Une carte ${du} n’est à activer qu’émise.`,
      source: '§4.1',
      proposition: {
        forme: 'passe',
        but: { etat: `${region}.aActiver` },
        par: fait(`${carte}.emise`),
        apres: fait(demande),
      },
    },
  ] satisfies Invariant[];
});
