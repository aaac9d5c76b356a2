import certificat from './certificat.v1.json' with { type: 'json' };
import groupement from './groupement.v1.json' with { type: 'json' };
import priveGroupe from './prive-groupe.v1.json' with { type: 'json' };
import priveMonoSite from './prive-mono-site.v1.json' with { type: 'json' };
import publicGht from './public-ght.v1.json' with { type: 'json' };

/** The generated table of remaining acts of every published procedure. */
export const distanceTables = [publicGht, priveMonoSite, priveGroupe, groupement, certificat];
