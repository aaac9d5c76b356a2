/** A form that the service printed, as the code on each of its pages says. */
export interface FormulaireImprime {
  formulaire: string;
  /** The id of its dossier. */
  dossier: string;
  /** The version of the dossier on the day it was printed. */
  version: number;
  /** The first 16 hexadecimal digits of the SHA-256 of what is printed. */
  empreinte: string;
}

/** The same, and the pages of a scan on which it was read, from 1. */
export interface FormulaireLu extends FormulaireImprime {
  pages: number[];
}

const CODE =
  /^PIG1:(?<formulaire>[a-z0-9-]{1,40}):(?<dossier>[\w-]{1,60}):(?<version>\d{1,9}):(?<empreinte>[0-9a-f]{16})$/;

/** What the code of a page says. */
export function codeOf({ formulaire, dossier, version, empreinte }: FormulaireImprime): string {
  return ['PIG1', formulaire, dossier, version, empreinte].join(':');
}

/** The forms that the codes of a scan name, in the order of its pages; what is no code of ours is nothing. */
export function printedForms(codes: readonly { page: number; texte: string }[]): FormulaireLu[] {
  const found = new Map<string, FormulaireLu>();
  for (const { page, texte } of codes) {
    const known = found.get(texte);
    const read = known ?? readCode(texte);
    if (read) found.set(texte, { ...read, pages: [...(known?.pages ?? []), page] });
  }
  return [...found.values()];
}

function readCode(texte: string): FormulaireImprime | null {
  const { formulaire, dossier, version, empreinte } = CODE.exec(texte)?.groups ?? {};
  if (!formulaire || !dossier || !empreinte) return null;
  return { formulaire, dossier, version: Number(version), empreinte };
}
