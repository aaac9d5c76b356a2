/** The looks of the console: nothing is fetched, both themes, readable on a phone. */
export const STYLE = `
:root { color-scheme: light dark; --fond: #f5f4ef; --carte: #fffefb; --encre: #1b1f24; --doux: #565d66; --trait: #dddbd3;
  --bord: #7d8088; --accent: #0b4f9e; --sur-accent: #fff; --survol: #083c79; --faute: #a3231b; --fond-faute: #fdf1ef; --bien: #1c6b43; }
@media (prefers-color-scheme: dark) {
  :root { --fond: #121518; --carte: #1a1e23; --encre: #e9e8e3; --doux: #abb0b7; --trait: #30363d; --bord: #868d96; --accent: #8fbcf5;
    --sur-accent: #0c1a2b; --survol: #b4d2f9; --faute: #ff9f93; --fond-faute: #2c1a19; --bien: #86d3a8; }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, 'Segoe UI', Roboto, sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; padding: clamp(1.25rem, 9vh, 6rem) 1.25rem 2rem;
  background: var(--fond); color: var(--encre); }
header, main, footer { width: 100%; max-width: 27rem; }
header { display: flex; align-items: center; gap: .6rem; margin-bottom: 1.1rem; font-weight: 600; letter-spacing: .01em; }
header svg { width: 2rem; height: 2rem; flex: none; color: var(--accent); }
main { padding: clamp(1.4rem, 6vw, 2.2rem); background: var(--carte); border: 1px solid var(--trait); border-radius: .9rem; }
footer { margin-top: 1.1rem; color: var(--doux); font-size: .9rem; }
h1 { margin: 0 0 .6rem; font-size: 1.55rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 0 0 .4rem; font-size: 1rem; }
p { margin: 0 0 1rem; } main > :last-child { margin-bottom: 0; }
.doux { color: var(--doux); }
a { color: var(--accent); text-underline-offset: .18em; } a:hover { color: var(--survol); }
form { margin: 1.4rem 0 0; }
.champ { margin-bottom: 1.15rem; }
label { display: block; margin-bottom: .3rem; font-weight: 600; }
.aide, .faute { margin: 0 0 .35rem; font-size: .9rem; } .aide { color: var(--doux); } .faute { color: var(--faute); font-weight: 600; }
input { width: 100%; min-height: 2.9rem; padding: .55rem .75rem; border: 1px solid var(--bord); border-radius: .5rem; background: var(--carte);
  color: inherit; font: inherit; }
input[readonly] { background: var(--fond); border-color: var(--trait); color: var(--doux); }
input[aria-invalid] { border: 2px solid var(--faute); }
button, .bouton { display: block; width: 100%; min-height: 2.9rem; padding: .6rem 1rem; border: 1px solid var(--accent); border-radius: .5rem;
  background: var(--accent); color: var(--sur-accent); font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; }
button:hover, .bouton:hover { background: var(--survol); border-color: var(--survol); color: var(--sur-accent); }
.second { background: transparent; color: var(--accent); } .second:hover { background: transparent; color: var(--survol); }
.ou { display: flex; align-items: center; gap: .8rem; margin: 1.2rem 0; color: var(--doux); font-size: .9rem; }
.ou::before, .ou::after { content: ''; flex: 1; border-top: 1px solid var(--trait); }
.fautes { margin: 1.2rem 0 0; padding: .9rem 1.1rem; border: 1px solid var(--faute); border-left-width: 5px; border-radius: .5rem; background: var(--fond-faute); }
.fautes ul { margin: 0; padding-left: 1.1rem; } .fautes a, .fautes h2 { color: var(--faute); } .fautes p { margin: 0; }
.fautes + .bouton { margin-top: 1.3rem; } form + p { margin-top: 1.4rem; }
.bien { display: flex; gap: .6rem; align-items: center; } .bien svg { width: 1.9rem; height: 1.9rem; flex: none; color: var(--bien); }
dl { display: grid; grid-template-columns: auto 1fr; gap: .3rem 1.1rem; margin: 0 0 1.4rem; } dt { color: var(--doux); } dd { margin: 0; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
@media (forced-colors: active) { button, .bouton { border: 2px solid; } }
`;
