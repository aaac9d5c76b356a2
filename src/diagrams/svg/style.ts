import type { Acteur } from '../../../machines/step.ts';
import { type StyleName, styles } from '../layout/text/lines.ts';

/** The class of each hand; the commonest has none. A page without doctype takes capitals for small letters. */
export const textClasses: Record<StyleName, string> = {
  titre: 'tt',
  sousTitre: 'ts',
  panneau: 'tp',
  phase: 'th',
  etape: 'te',
  detail: 'td',
  fait: '',
  condition: 'tc',
  insigne: 'ti',
  fiche: 'tf',
};

/** Light, or dark where the reader’s system is, unless a theme is chosen; on paper always light. */
export function stylesheet(theme?: 'clair' | 'sombre'): string {
  const dark = theme === 'sombre' ? '@media screen' : '@media screen and (prefers-color-scheme:dark)';
  return `${shapes()}${colours(clair)}${theme === 'clair' ? '' : `${dark}{${colours(sombre)}}`}`;
}

function shapes(): string {
  const hands = (Object.keys(styles) as StyleName[])
    .filter((name) => textClasses[name] !== '')
    .map((name) => {
      const { size, gras } = styles[name];
      return `.pi .${textClasses[name]}{font-size:${size}px${gras ? ';font-weight:700' : ''}}`;
    });
  return [
    '.pi{font-family:Arial,"Liberation Sans",Helvetica,"DejaVu Sans",sans-serif;font-size:10px}',
    ...hands,
    '.pi .tc{font-style:italic}.pi .ti{text-anchor:middle}',
    '.pi path,.pi rect{stroke-linejoin:round}.pi .l path{fill:none;stroke-width:1.1;marker-end:url(#pi-f)}.pi .l .t{marker-end:none}.pi .l .m{stroke-width:2}',
    '.pi .d{stroke-dasharray:5 3}.pi .k{stroke-dasharray:1.5 3;stroke-linecap:round}',
    '.pi .v,.pi .f{stroke-dasharray:2 3}.pi .r{stroke-dasharray:7 3}.pi .o{stroke-width:1.8}',
    '.pi .x{stroke-dasharray:1 2;stroke-width:1.8}.pi .co{stroke-width:1}.pi .rt{stroke-dasharray:6 4}',
    '.pi .estompe{opacity:.4}.pi .j{stroke-width:4.4;stroke-linecap:round}.pi .u{fill:none;stroke-width:1.3}',
  ].join('');
}

function colours(palette: Palette): string {
  const {
    fond,
    encre,
    discret,
    trait,
    panneau,
    phase,
    acquise,
    fiche,
    courant,
    passe,
    bloque,
    change,
    insigne,
    teintes,
  } = palette;
  const rules: [selectors: string, declarations: string][] = [
    ['text', `fill:${encre}`],
    ['.td,.tc', `fill:${discret}`],
    ['.bg', `fill:${fond}`],
    ['.l path,.j,.u', `stroke:${trait}`],
    ['.z,marker', `fill:${trait}`],
    ['defs text', `fill:${insigne}`],
    ['use', `fill:${insigne};color:${encre}`],
    ['.pn', `fill:${panneau};stroke:${trait}`],
    ['.h,.v', `fill:${phase};stroke:${trait}`],
    ['.e,.n', `fill:${fond};stroke:${encre}`],
    ['.a', `fill:${acquise};stroke:${trait}`],
    ['.x', `fill:${fond};stroke:${bloque}`],
    ['.w', `fill:${phase};stroke:${trait}`],
    ['.co', `fill:${panneau};stroke:${phase}`],
    ['.ja', `fill:${phase}`],
    ['.fi', `fill:${fiche};stroke:${encre}`],
    ['.ba', `fill:${encre}`],
    ['.l .rt', `stroke:${bloque}`],
    ['.courant>.s', `fill:${courant};stroke-width:3`],
    ['.courant>.a', `fill:${acquise}`],
    ['.passe>.s', `stroke:${passe};stroke-width:2`],
    ['.tm', `fill:${passe}`],
    ['.l .prise', `stroke:${passe};stroke-width:2.2`],
    ['.l .change', `stroke:${change};stroke-width:2.2`],
    ['.l .retire', `stroke:${bloque};stroke-width:1.8;stroke-dasharray:2 3`],
    ['.l .bloque', `stroke:${bloque};stroke-width:1.8`],
    ['.bs', `fill:${bloque}`],
    ['.p-fait rect,.b-fait', `fill:${passe}`],
    ['.p-ici rect,.b-ici', `fill:${change}`],
    ['.p-retard rect', `fill:${bloque}`],
    ['.p-fait use', `color:${insigne}`],
    ['.b-venir', `fill:${fond};stroke:${trait}`],
    ['.cp', `fill:${encre};stroke:${fond}`],
    ...teintes.map((teinte, rank): [string, string] => [`.c${rank + 1}>.s`, `fill:${teinte}`]),
    ['.ct .td,.ct .tc,.ct .tm', `fill:${encre}`],
    ['.ti', `fill:${insigne}`],
    ...Object.entries(palette.acteurs).map(([acteur, colour]): [string, string] => [
      `[href="#${nameOfMark(acteur as Acteur)}"]`,
      `color:${colour}`,
    ]),
  ];
  const within = (selectors: string) => selectors.split(',').map((one) => `.pi ${one}`);
  return rules.map(([selectors, declarations]) => `${within(selectors)}{${declarations}}`).join('');
}

/** What stands for each actor beside its colour, on paper and to who sees no colour. */
export const sigles: Record<Acteur, string> = {
  representantLegal: 'RL',
  mandataire: 'MA',
  administrateurTechnique: 'AT',
  etablissement: 'ET',
  dsi: 'DSI',
  editeur: 'ÉD',
  beneficiaire: 'BÉ',
  ans: 'ANS',
};

/** The name that a drawing defines an actor’s mark under: ASCII, as addresses ask. */
export function nameOfMark(acteur: Acteur): string {
  return `pi-${sigles[acteur].normalize('NFD').replaceAll(/[^A-Z]/g, '')}`;
}

/** The colours of a theme; texts keep a contrast of 4.5 at least on what they stand on. */
export interface Palette {
  fond: string;
  encre: string;
  discret: string;
  trait: string;
  panneau: string;
  phase: string;
  acquise: string;
  fiche: string;
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
  fiche: '#ffe08a',
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
  fiche: '#5a4a12',
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
