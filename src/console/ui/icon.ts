import { Html, html } from '../../web/html.ts';

/** Drawn on 24 × 24, by strokes. */
const strokes = {
  journee: '<path d="M4 6.5h16M4 12h10M4 17.5h7"/><path d="m16.5 16.5 2 2 3.5-4"/>',
  groupement:
    '<rect x="9" y="3" width="6" height="5" rx="1"/><rect x="3" y="16" width="6" height="5" rx="1"/><rect x="15" y="16" width="6" height="5" rx="1"/><path d="M12 8v4M6 16v-4h12v4"/>',
  procedure:
    '<circle cx="5.5" cy="6" r="2.5"/><circle cx="18.5" cy="18" r="2.5"/><path d="M8 6h7a3 3 0 0 1 0 6H9a3 3 0 0 0 0 6h7"/>',
  pilotage: '<path d="M4 20V4M4 20h16"/><path d="M8.5 16.5v-4M13 16.5V8M17.5 16.5v-6"/>',
  reglages: '<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/><circle cx="16" cy="7" r="2.6"/><circle cx="8" cy="17" r="2.6"/>',
  recherche: '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>',
  plus: '<path d="M12 5v14M5 12h14"/>',
  aide: '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.9"/><path d="M12 17v.01"/>',
  personne: '<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>',
  sortie: '<path d="M14 4H6v16h8"/><path d="M10.5 12H21m-3.5-3.5L21 12l-3.5 3.5"/>',
  info: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.01"/>',
  bien: '<circle cx="12" cy="12" r="9"/><path d="m8 12.3 2.8 2.8L16.3 9"/>',
  attention: '<path d="M12 3.5 2.5 20h19z"/><path d="M12 10v4.5M12 17.2v.01"/>',
  faute: '<circle cx="12" cy="12" r="9"/><path d="m8.8 8.8 6.4 6.4M15.2 8.8l-6.4 6.4"/>',
  coche: '<path d="m5 12.5 4.5 4.5L19.5 7"/>',
  croix: '<path d="m6 6 12 12M18 6 6 18"/>',
  cloche: '<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15z"/><path d="M10 20.5a2.2 2.2 0 0 0 4 0"/>',
  calendrier:
    '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 3v4M16 3v4M8 14h.01M12 14h.01M16 14h.01M8 17h.01M12 17h.01"/>',
  horloge: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5.2l3.4 2"/>',
  sablier: '<path d="M7 3h10M7 21h10M8 3c0 5 8 5 8 9s-8 4-8 9M16 3c0 5-8 5-8 9s8 4 8 9"/>',
  suite: '<path d="M4 12h15m-5.5-5.5L19 12l-5.5 5.5"/>',
  retour: '<path d="M20 12H5m5.5-5.5L5 12l5.5 5.5"/>',
  carte: '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="M3 10h18M7 15h4"/>',
  certificat: '<circle cx="12" cy="9.5" r="5.5"/><path d="m8.8 14.2-1.3 6.3 4.5-2.3 4.5 2.3-1.3-6.3"/>',
  document: '<path d="M6 3h8l4.5 4.5V21H6z"/><path d="M14 3v5h4.5M9 13h6.5M9 16.5h6.5"/>',
  crayon: '<path d="m4 20 1-4.5L16.5 4a2 2 0 0 1 3 3L8.5 19z"/><path d="m14.5 6 3.2 3.2"/>',
  note: '<path d="M4 4h16v11l-5 5H4z"/><path d="M20 15h-5v5M8 9h8M8 13h5"/>',
  telecharger: '<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M4 20h16"/>',
  envoyer: '<path d="M3.5 11.5 20.5 4l-6 16.5-3.5-6.5z"/><path d="m11 14 4-4.5"/>',
  filtre: '<path d="M3.5 5h17l-6.5 8v6l-4 1.5V13z"/>',
  drapeau: '<path d="M6 21V4h12l-2.5 4.5L18 13H6"/>',
  verrou: '<rect x="5" y="11" width="14" height="9.5" rx="1.5"/><path d="M8 11V8a4 4 0 0 1 8 0v3"/>',
  cle: '<circle cx="8" cy="15.5" r="4.2"/><path d="m11 12.5 8-8m-3.5 3.5 2.5 2.5"/>',
  oeil: '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>',
  ecole: '<path d="M2.5 9.5 12 5l9.5 4.5L12 14z"/><path d="M6.5 11.8V16c3 2.6 8 2.6 11 0v-4.2"/>',
} as const;

/** What an icon may be called. */
export type IconName = keyof typeof strokes;

/** A sign beside words, which say the same: screen readers skip it. */
export function icon(nom: IconName): Html {
  return html`<svg class="icone" viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">${new Html(strokes[nom])}</svg>`;
}
