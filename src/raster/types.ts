/** What can be looked at. */
const TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'image/tiff'] as const;
export type RasterType = (typeof TYPES)[number];

/** Whether a file of that type has pages to look at. */
export function isRasterType(type: string): type is RasterType {
  return (TYPES as readonly string[]).includes(type);
}

/** Why a file cannot be looked at, and what to do: the code is stable. */
export const illisibles = {
  'fichier-chiffre': 'Ce fichier est protégé par un mot de passe : enregistrez-le sans protection, puis redéposez-le.',
  'fichier-abime': 'Ce fichier est abîmé ou n’est pas ce qu’il dit être : numérisez ou exportez-le à nouveau.',
  'fichier-trop-grand': 'Cette image est trop grande pour être lue : numérisez-la en 150 à 300 points par pouce.',
  'lecture-trop-longue': 'La lecture de ce fichier prend trop de temps : numérisez-le à nouveau, en moins de pages.',
  'lecture-occupee': 'Trop de fichiers attendent d’être lus : recommencez dans une minute.',
  'fichier-sans-image': 'Ce type de fichier n’a pas de page à regarder : PDF, PNG, JPEG et TIFF en ont.',
} as const;
export type IllisibleCode = keyof typeof illisibles;
