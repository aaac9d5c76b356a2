/** The looks of the documentation page: nothing is fetched, both themes, readable on a phone and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --fond: #f5f4ef; --carte: #fffefb; --encre: #1b1f24; --doux: #565d66; --trait: #dddbd3; --accent: #0b4f9e;
  --pose: #f0efe8; --ecrit: #7a3e00; --efface: #a3231b; }
@media (prefers-color-scheme: dark) {
  :root { --fond: #121518; --carte: #1a1e23; --encre: #e9e8e3; --doux: #abb0b7; --trait: #30363d; --accent: #8fbcf5; --pose: #22272d;
    --ecrit: #f0b56d; --efface: #ff9f93; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: clamp(1.25rem, 5vw, 3rem) clamp(1rem, 4vw, 2rem); max-width: 76rem; background: var(--fond); color: var(--encre); }
a { color: var(--accent); text-underline-offset: .18em; }
:is(a, summary, pre):focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: .2rem; }
.evitement { position: absolute; left: -100vw; } .evitement:focus { position: static; }
header { max-width: 46rem; } header p { margin: .6rem 0; }
h1 { margin: 0 0 .6rem; font-size: clamp(1.6rem, 5vw, 2.1rem); line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 0 0 .9rem; font-size: 1.35rem; letter-spacing: -.01em; } h3 { margin: 0; font-size: 1.05rem; line-height: 1.35; text-wrap: balance; }
nav ul { display: flex; flex-wrap: wrap; gap: .45rem .9rem; margin: 1.5rem 0; padding: 0; list-style: none; } nav span { color: var(--doux); font-size: .85rem; }
section { margin-bottom: 3rem; } #debut > p { max-width: 46rem; }
article, #debut > details { margin: .9rem 0; padding: 1.1rem 1.3rem; background: var(--carte); border: 1px solid var(--trait); border-radius: .7rem; }
.adresse { display: flex; gap: .65rem; align-items: baseline; margin: .5rem 0; } .adresse code { overflow-wrap: anywhere; }
.methode { flex: none; font: 700 .78rem/1 ui-monospace, monospace; letter-spacing: .04em; color: var(--accent); }
:is(.post, .put, .patch) { color: var(--ecrit); } .delete { color: var(--efface); }
.acces, .demande { margin: .3rem 0 .5rem; color: var(--doux); font-size: .92rem; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, monospace; font-size: .9em; }
pre { overflow: auto; max-height: 24rem; margin: .4rem 0 .8rem; padding: .85rem 1rem; background: var(--pose); border-radius: .45rem; line-height: 1.45; }
details { margin: .25rem 0; } summary { width: fit-content; cursor: pointer; color: var(--accent); } #debut > details { margin-top: 1.2rem; }
.exemples { margin: .3rem 0 .6rem .3rem; padding-left: .9rem; border-left: 2px solid var(--trait); } .exemples p { margin: .5rem 0 .2rem; }
table { margin-top: .4rem; border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { padding: .4rem .9rem .4rem 0; border-bottom: 1px solid var(--trait); text-align: left; vertical-align: top; } tr:last-child td { border: 0; }
td:first-child { font-variant-numeric: tabular-nums; } td code { white-space: nowrap; }
@media (min-width: 62rem) {
  body { display: grid; grid-template-columns: 14rem minmax(0, 1fr); column-gap: 3rem; } header, .evitement { grid-column: 1 / -1; }
  nav { position: sticky; top: 1.5rem; align-self: start; max-height: calc(100vh - 3rem); overflow: auto; }
  nav ul { flex-direction: column; gap: .3rem; margin: 2rem 0; } main { margin-top: 2rem; } nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
}
@media (max-width: 36rem) {
  thead { position: absolute; left: -100vw; } tr { display: block; padding: .45rem 0; border-bottom: 1px solid var(--trait); }
  td { display: inline; padding: 0 .5rem 0 0; border: 0; } td:last-child { display: block; } td code { white-space: normal; }
}
@media print { body { display: block; } .evitement, nav { display: none; } article { break-inside: avoid; } }
`;
