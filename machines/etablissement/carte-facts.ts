import { z } from 'zod';
import { fact } from '../event.ts';
import { Carte, texteLibre, typeCarteParmi } from '../formulaires/champs.ts';

type Type = z.output<typeof Carte>['type'];
type Types = readonly [Type, ...Type[]];

/** A card of one of `types`, as printed. */
export const carteParmi = <const T extends Types>(types: T) =>
  Carte.extend({ type: typeCarteParmi(types) }).meta({ title: 'Carte' });

/** Of several administrateurs techniques, the one whom a fact is about, by his id (A18). */
export const designant = {
  administrateur: z
    .string()
    .regex(/^[\da-f]{8}$/, 'Choisissez l’administrateur technique parmi ceux du dossier.')
    .optional()
    .meta({ title: 'Administrateur technique', description: 'À préciser quand plusieurs sont désignés.' }),
};

const cartes = {
  representantLegal: 'carteResponsable',
  mandataire: 'carteMandataire',
  administrateurTechnique: 'carteAdministrateur',
} as const;

/** What happens to a holder's card once it is ordered (§4, §4.1); `du` is the holder after « carte », `plus` what each fact says beside. */
export function carteFacts<const T extends Types, P extends z.ZodRawShape>(
  du: string,
  acteur: keyof typeof cartes,
  types: T,
  plus: P,
) {
  const suivie = cartes[acteur];
  const carte = { ...plus, carte: carteParmi(types) };
  const motif = { ...plus, motif: texteLibre('Motif', 500).optional() };
  const exemples = [{ carte: { type: types[0], fin: '2035-12-31' } }] as never;
  const vide = [{}] as never;
  return {
    emise: fact({
      libelle: `Carte ${du} émise`,
      acteur: 'ans',
      sorte: 'reponse',
      carte: suivie,
      source: 'A11',
      champs: plus,
      exemples: vide,
    }),
    activee: fact({
      libelle: `Carte ${du} reçue et activée`,
      acteur,
      sorte: 'demarche',
      carte: suivie,
      source: '§4.1',
      champs: carte,
      exemples,
    }),
    bloquee: fact({
      libelle: `Carte ${du} bloquée`,
      acteur,
      sorte: 'alea',
      carte: suivie,
      source: 'A27',
      champs: plus,
      exemples: vide,
    }),
    debloquee: fact({
      libelle: `Carte ${du} débloquée`,
      acteur,
      sorte: 'demarche',
      carte: suivie,
      source: 'A27',
      champs: plus,
      exemples: vide,
    }),
    expiree: fact({
      libelle: `Carte ${du} arrivée à sa date de fin`,
      acteur,
      sorte: 'alea',
      carte: suivie,
      source: 'A22',
      champs: plus,
      exemples: vide,
    }),
    opposee: fact({
      libelle: `Carte ${du} perdue ou mise en opposition`,
      acteur,
      sorte: 'alea',
      carte: suivie,
      source: 'A27',
      champs: motif,
      exemples: vide,
    }),
    renouvelee: fact({
      libelle: `Nouvelle carte ${du} déjà active`,
      acteur,
      sorte: 'constat',
      carte: suivie,
      source: 'A21',
      champs: carte,
      exemples,
    }),
  };
}
