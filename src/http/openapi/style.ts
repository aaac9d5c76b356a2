/** The looks of the documentation page: nothing is fetched, both themes, readable on a phone and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --fond: #fdfdfb; --encre: #1b1f24; --doux: #565d66; --trait: #d8d9d4; --accent: #0b4f9e; --pose: #f2f2ec; }
@media (prefers-color-scheme: dark) {
  :root { --fond: #15181c; --encre: #e9e8e3; --doux: #a9adb3; --trait: #3a3f46; --accent: #8fbcf5; --pose: #1f2328; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: var(--fond); color: var(--encre); font: 1rem/1.55 system-ui, sans-serif; }
a { color: var(--accent); } a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.evitement { position: absolute; left: -100vw; } .evitement:focus { position: static; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; } h2 { margin: 2.5rem 0 .5rem; border-bottom: 2px solid var(--trait); } h3 { margin: 0; font-size: 1.1rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; list-style: none; }
article { margin: 1rem 0; padding: 1rem 1.2rem; border: 1px solid var(--trait); border-radius: .5rem; }
.adresse { margin: .4rem 0; overflow-wrap: anywhere; } .methode { font-weight: 700; letter-spacing: .03em; color: var(--accent); }
.acces { margin: .2rem 0 .6rem; color: var(--doux); font-size: .92rem; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
pre { overflow: auto; max-height: 24rem; padding: .8rem; background: var(--pose); border-radius: .4rem; }
details { margin: .3rem 0; } summary { cursor: pointer; color: var(--accent); }
table { border-collapse: collapse; width: 100%; font-size: .92rem; } th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--trait); text-align: left; vertical-align: top; }
@media print { details { display: block; } .evitement, nav { display: none; } }
`;
