import type { Acteur } from '../../../machines/step.ts';

/** The colours of a theme; texts keep a contrast of 4.5 at least on what they stand on. */
export interface Palette {
  fond: string;
  encre: string;
  discret: string;
  trait: string;
  panneau: string;
  phase: string;
  acquise: string;
  courant: string;
  passe: string;
  bloque: string;
  change: string;
  insigne: string;
  /** Of a measure, from the least to the most. */
  teintes: readonly string[];
  acteurs: Record<Acteur, string>;
}

export const clair: Palette = {
  fond: '#fff',
  encre: '#16191d',
  discret: '#4a5159',
  trait: '#3f464e',
  panneau: '#f4f5f7',
  phase: '#e9ecef',
  acquise: '#e6efe6',
  courant: '#fff3c4',
  passe: '#2f6b2f',
  bloque: '#b3261e',
  change: '#8a5a00',
  insigne: '#fff',
  teintes: ['#fff4e5', '#ffe0b8', '#fdc48a', '#f9a35c', '#ee8438'],
  acteurs: {
    representantLegal: '#7a1f5c',
    mandataire: '#a3423c',
    administrateurTechnique: '#0b5394',
    etablissement: '#2b5d34',
    dsi: '#5b4a9c',
    editeur: '#8a4b08',
    beneficiaire: '#00666b',
    ans: '#30363d',
  },
};

export const sombre: Palette = {
  fond: '#14171a',
  encre: '#eef0f2',
  discret: '#b4bbc3',
  trait: '#9aa3ad',
  panneau: '#1c2025',
  phase: '#262b31',
  acquise: '#20301f',
  courant: '#4a3d0a',
  passe: '#8fd18f',
  bloque: '#ff8a80',
  change: '#f0c04a',
  insigne: '#14171a',
  teintes: ['#2a2119', '#42301f', '#5d3f20', '#794e20', '#965d1e'],
  acteurs: {
    representantLegal: '#e79ccb',
    mandataire: '#f0a39e',
    administrateurTechnique: '#86bdf2',
    etablissement: '#93d09e',
    dsi: '#bfb2f5',
    editeur: '#e9b272',
    beneficiaire: '#74d0d4',
    ans: '#d5dae0',
  },
};
