import type { Acteur } from '../../../machines/step.ts';
import { nameOfMark } from '../acteurs.ts';
import { type StyleName, styles } from '../layout/text/styles.ts';
import { clair, type Palette, sombre } from './palette.ts';

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
    '.pi{font:10px Arial,"Liberation Sans",Helvetica,"DejaVu Sans",sans-serif}',
    ...hands,
    '.pi .tc{font-style:italic}.pi .ti{text-anchor:middle}',
    '.pi path,.pi rect{stroke-linejoin:round}.pi .l path{fill:none;stroke-width:1.1;marker-end:url(#pi-f)}.pi .l .t{marker-end:none}',
    '.pi .d{stroke-dasharray:5 3}.pi .k{stroke-dasharray:1.5 3;stroke-linecap:round}',
    '.pi .v,.pi .f{stroke-dasharray:2 3}.pi .r{stroke-dasharray:7 3}.pi .o{stroke-width:1.8}.pi .q{stroke-width:3}',
    '.pi .estompe{opacity:.4}.pi .j{stroke-width:4.4;stroke-linecap:round}.pi .u{fill:none;stroke-width:1.3}',
  ].join('');
}

function colours(palette: Palette): string {
  const { fond, encre, discret, trait, panneau, phase, acquise, courant, passe, bloque, change, insigne, teintes } =
    palette;
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
    ['.courant>.s', `fill:${courant};stroke-width:3`],
    ['.courant>.a', `fill:${acquise}`],
    ['.passe>.s', `stroke:${passe};stroke-width:2`],
    ['.tm', `fill:${passe}`],
    ['.l .prise', `stroke:${passe};stroke-width:2.2`],
    ['.l .change', `stroke:${change};stroke-width:2.2`],
    ['.l .retire', `stroke:${bloque};stroke-width:1.8;stroke-dasharray:2 3`],
    ['.l .bloque', `stroke:${bloque};stroke-width:1.8`],
    ['.bs', `fill:${bloque}`],
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
