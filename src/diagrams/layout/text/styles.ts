/** The hands that texts are written in: size in units of the sheet, of which an A3 page holds 1984 at most, so that 10 prints at 6 pt. */
export const styles = {
  titre: { size: 24, gras: true },
  sousTitre: { size: 13, gras: false },
  panneau: { size: 13, gras: true },
  phase: { size: 11, gras: true },
  etape: { size: 11, gras: false },
  detail: { size: 10, gras: false },
  fait: { size: 10, gras: false },
  condition: { size: 10, gras: false },
  insigne: { size: 10, gras: true },
} as const;
export type StyleName = keyof typeof styles;

/** From one baseline to the next, in sizes of the font. */
export const LEADING = 1.2;
