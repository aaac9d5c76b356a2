/** What kind of machine a row runs. */
export type Genre = 'groupement' | 'dossier' | 'certificat';
