import type { Erreur } from '../../../result.ts';
import { type Html, html } from '../../../web/html.ts';
import { refus } from '../../parts/champ.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { adresse, pageSous } from '../parts/cadre.ts';
import { confirmation } from '../parts/confirmation.ts';
import { ouRefus, suite } from '../parts/refus.ts';
import { ofCompte } from './fiche.ts';
import { lienRemis } from './invitation.ts';
import type { Compte } from './liste.ts';

interface Geste {
  chemin: string;
  titre(compte: Compte): string;
  suites(compte: Compte): Html;
  libelle: string;
}

const fermeture: Geste = {
  chemin: 'fermeture',
  titre: ({ nom }) => `Fermer le compte de ${nom} ?`,
  libelle: 'Fermer le compte',
  suites: ({
    courriel,
  }) => html`<p>Ses sessions se ferment tout de suite, et plus personne ne se connecte par ${courriel}. Les liens faits par ce compte
ou pour lui ne servent plus. Ses actes restent au journal, à son nom, et le compte peut être rouvert.</p>`,
};
const deconnexion: Geste = {
  chemin: 'deconnexion',
  titre: ({ nom }) => `Déconnecter ${nom} partout ?`,
  libelle: 'Déconnecter partout',
  suites:
    () => html`<p>Toutes ses sessions se ferment tout de suite, sur tous ses postes : ce qui n’y est pas enregistré se perd. La personne peut se
reconnecter avec son mot de passe.</p>`,
};

/** Asks before an account is closed. */
export const demanderFermeture = (visit: Visit) => ofCompte(visit, (compte) => demande(fermeture, compte));
/** Asks before the sessions of an account end. */
export const demanderDeconnexion = (visit: Visit) => ofCompte(visit, (compte) => demande(deconnexion, compte));

/** Closes an account. */
export function fermer(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    suite(
      await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: false }),
      () => ailleurs(adresse('comptes', compte.id), `Le compte de ${compte.nom} est fermé.`),
      (erreurs) => demande(fermeture, compte, erreurs),
    ),
  );
}

/** Opens it again. */
export function rouvrir(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.updateCompte(visit.identite, compte.id, { actif: true }), () =>
      ailleurs(adresse('comptes', compte.id), `Le compte de ${compte.nom} est rouvert.`),
    ),
  );
}

/** Ends every session of an account. */
export function deconnecter(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.endSessions(visit.identite, compte.id), () =>
      ailleurs(adresse('comptes', compte.id), `${compte.nom} n’a plus aucune session ouverte.`),
    ),
  );
}

/** Makes a link to a new password, shown here and nowhere else. */
export function lienDeMotDePasse(visit: Visit): Promise<Shown> {
  return ofCompte(visit, async (compte) =>
    ouRefus(await visit.services.identites.resetPassword(visit.identite, compte.id), (lien) =>
      lienRemis(visit, {
        ...lien,
        titre: 'Lien de mot de passe prêt',
        usage: `changer le mot de passe de ${compte.nom}`,
      }),
    ),
  );
}

function demande({ chemin, titre, suites, libelle }: Geste, compte: Compte, erreurs: readonly Erreur[] = []): Shown {
  const retour = adresse('comptes', compte.id);
  return pageSous('comptes', {
    titre: titre(compte),
    statut: erreurs.length > 0 ? 409 : 200,
    fil: [{ libelle: compte.nom, vers: retour }],
    corps: html`${erreurs.map(({ message }) => refus(message))}
${confirmation({ suites: suites(compte), action: adresse('comptes', compte.id, chemin), libelle, retour })}`,
  });
}
