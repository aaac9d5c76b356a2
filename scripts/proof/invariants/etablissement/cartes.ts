import type { Formule, Invariant } from '../../claim.ts';
import { TROP_TARD } from '../../variants.ts';
import { fait, tropTard } from '../motif.ts';
import { commandeDeCarte, delegation } from './etats.ts';

/** A holder: the states of the card's life, the prefix of its facts, and who may ask for it under what. */
interface Porteur {
  du: string;
  region: string;
  carte: string;
  /** Where the ANS makes it. */
  attendue: string[];
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
    attendue: ['attenteEmission'],
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
    attendue: ['attenteCarte', 'attenteRemplacement'],
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
    attendue: ['attenteCarte'],
    active: 'actif',
    bloquee: 'bloque',
    aRemplacer: 'aRemplacer',
    demande: 'carteAdministrateur.demandee',
    sous: [commandeDeCarte],
  },
];

/** §4, §4.1 — the life of a card is the same whoever holds it; that of a technician is awaited of the éditeur once lost. */
export const cartes: Invariant[] = porteurs.flatMap(({ du, region, carte, attendue, demande, sous, ...etats }) => {
  const [active, bloquee, aRemplacer] = [etats.active, etats.bloquee, etats.aRemplacer].map(
    (etat) => `${region}.${etat}`,
  ) as [string, string, string];
  const perdue: Formule =
    region === 'administrateurTechnique' ? { ou: [aRemplacer, `${region}.attenteCpa`] } : aRemplacer;
  return [
    {
      id: `${carte}-expiree`,
      enonce: `Une carte ${du} arrivée à sa date de fin, active ou bloquée, est à remplacer ; elle n’y arrive pas avant.`,
      source: 'A22',
      proposition: {
        forme: 'chaque',
        fait: fait(`${carte}.expiree`),
        depuis: { ou: [active, bloquee] },
        vers: perdue,
        saisies: [{ date: TROP_TARD }],
      },
    },
    {
      id: `${carte}-opposee`,
      enonce: `Une carte ${du} perdue ou mise en opposition est à remplacer, active, bloquée ou pas encore activée.`,
      source: 'A27',
      proposition: {
        forme: 'conduit',
        si: { ou: [active, bloquee, `${region}.aActiver`] },
        fait: fait(`${carte}.opposee`),
        vers: perdue,
      },
    },
    {
      id: `${carte}-bloquee`,
      enonce: `Une carte ${du} bloquée n’est plus active.`,
      source: 'A27',
      proposition: { forme: 'conduit', si: active, fait: fait(`${carte}.bloquee`), vers: bloquee },
    },
    {
      id: `${carte}-debloquee`,
      enonce: `Une carte ${du} débloquée est active à nouveau.`,
      source: 'A27',
      proposition: { forme: 'chaque', fait: fait(`${carte}.debloquee`), depuis: bloquee, vers: active },
    },
    {
      id: `${carte}-a-debloquer`,
      enonce: `Une carte ${du} bloquée se débloque.`,
      source: 'A27',
      proposition: { forme: 'conduit', si: bloquee, fait: fait(`${carte}.debloquee`), vers: active },
    },
    {
      id: `${carte}-finie`,
      enonce: `Une carte ${du} arrivée à sa date de fin ne se débloque plus.`,
      source: 'A21',
      proposition: { forme: 'jamais', fait: tropTard(`${carte}.debloquee`) },
    },
    {
      id: `${carte}-renouvelee`,
      enonce: `Une nouvelle carte ${du} vaut l’ancienne, active, bloquée ou perdue.`,
      source: 'A21',
      proposition: {
        forme: 'conduit',
        si: { ou: [active, bloquee, aRemplacer] },
        fait: fait(`${carte}.renouvelee`),
        vers: active,
      },
    },
    {
      id: `${carte}-renouvelee-sert`,
      enonce: `Une carte ${du} renouvelée est active.`,
      source: 'A21',
      proposition: { forme: 'chaque', fait: fait(`${carte}.renouvelee`), vers: active },
    },
    {
      id: `${carte}-activee`,
      enonce: `Une carte ${du} reçue et activée est active.`,
      source: '§4.1',
      proposition: { forme: 'conduit', si: `${region}.aActiver`, fait: fait(`${carte}.activee`), vers: active },
    },
    {
      id: `${carte}-redemandee`,
      enonce: `Une carte ${du} perdue peut être demandée à nouveau.`,
      source: '§4.1',
      proposition: {
        forme: 'conduit',
        si: { et: [aRemplacer, ...sous] },
        fait: fait(demande),
        vers: { non: aRemplacer },
      },
    },
    {
      id: `${carte}-attendue`,
      enonce: `Une carte ${du} demandée est attendue.`,
      source: '§4.1',
      proposition: {
        forme: 'chaque',
        fait: fait(demande),
        vers: { ou: attendue.map((etat) => `${region}.${etat}`) },
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
      id: `${carte}-arrive`,
      enonce: `Une carte ${du} attendue est émise, et à activer.`,
      source: '§4.1',
      proposition: {
        forme: 'conduit',
        si: { ou: attendue.map((etat) => `${region}.${etat}`) },
        fait: fait(`${carte}.emise`),
        vers: `${region}.aActiver`,
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
