import { type Der, oidOf, textOf, within } from './der.ts';

/** What a name says, by the letters under which it is known; those that come several times in their order. */
export type Name = Readonly<Record<keyof typeof ATTRIBUTES, readonly string[]>>;

const ATTRIBUTES = {
  cn: '2.5.4.3',
  sn: '2.5.4.4',
  gn: '2.5.4.42',
  title: '2.5.4.12',
  o: '2.5.4.10',
  ou: '2.5.4.11',
  email: '1.2.840.113549.1.9.1',
} as const;

/** Reads a distinguished name; an IGC-Santé holder is one part of it with several values (GN + CN + SN). */
export function readName(name: Der | undefined): Name {
  const pairs = within(name).flatMap(within).map(within);
  const said = (oid: string) => pairs.filter(([type]) => oidOf(type) === oid).map(([, value]) => textOf(value));
  const { cn, sn, gn, title, o, ou, email } = ATTRIBUTES;
  return { cn: said(cn), sn: said(sn), gn: said(gn), title: said(title), o: said(o), ou: said(ou), email: said(email) };
}

/** A structure as IGC-Santé names it: « 1 » before a FINESS, « 2 » before a SIREN, « 3 » before a SIRET. */
export interface Structure {
  denomination: string | null;
  finess: string | null;
  siret: string | null;
  siren: string | null;
}

/** Whom a name is of. */
export interface Titulaire {
  nom: string | null;
  prenom: string | null;
  titre: string | null;
  /** The national number as it is written: « 899700012345 », « 3010000057/0012 ». */
  identifiant: string | null;
  rpps: string | null;
}

/** The structure that a name says, by its OU, or by the number of its holder among the staff of one; null for none. */
export function structureIn({ o, ou, cn }: Name): Structure | null {
  const find = (...patterns: [from: readonly string[], pattern: RegExp][]) =>
    patterns.flatMap(([from, pattern]) => from.flatMap((one) => pattern.exec(one)?.[1] ?? []))[0] ?? null;
  const finess = find([ou, /^1(\d[\dA-Z]\d{7})$/], [cn, /^3(\d[\dA-Z]\d{7})\//]);
  const siret = find([ou, /^(?:3|0002 )(\d{14})$/], [cn, /^5(\d{14})\//]);
  const siren = siret?.slice(0, 9) ?? find([ou, /^(?:2|0002 )(\d{9})$/], [cn, /^4(\d{9})\//]);
  const denomination = o[0] ?? null;
  if (denomination === null && finess === null && siren === null) return null;
  return { denomination, finess, siret, siren };
}

/** Whom a name is of. */
export function titulaireIn({ cn, sn, gn, title }: Name): Titulaire {
  const identifiant = cn[0] ?? null;
  return {
    nom: sn[0] ?? null,
    prenom: gn[0] ?? null,
    titre: title[0] ?? null,
    identifiant,
    rpps: /^8(\d{11})$/.exec(identifiant ?? '')?.[1] ?? null,
  };
}
