/** The pages that name nothing: each is looked at where it is. */
const plain = [
  '/dossiers/nouveau',
  '/demonstration',
  '/aide',
  '/accessibilite',
  '/raccourcis',
  '/moi',
  '/notifications',
  '/courriels',
  '/numerisations',
  '/groupements',
  '/groupements/nouveau',
  '/procedures',
  '/glossaire',
  '/procedures/choix',
  '/pilotage',
  '/pilotage/certificats',
  '/pilotage/certificats/revocations',
  '/administration',
  '/administration/comptes',
  '/administration/comptes/inviter',
  '/administration/editeurs',
  '/administration/cles',
  '/administration/cles/nouvelle',
  '/administration/delegations',
  '/administration/delegations/nouvelle',
  '/administration/webhooks',
  '/administration/webhooks/nouveau',
  '/administration/reglages',
  '/administration/affectation',
  '/administration/courriels',
  '/administration/courriels/nouveau',
  '/administration/personnes',
  '/administration/journal',
  '/administration/acces',
];

/** Where each of the others is looked at, by the path of its screen; `:names` are what the world knows. */
const addresses: Readonly<Record<string, string | readonly string[]>> = {
  '/': ['/', '/?onglet=tous'],
  '/recherche': ['/recherche', '/recherche?q=clinique'],

  '/dossiers/:id': ['/dossiers/:dossier', '/dossiers/:enService'],
  '/dossiers/:id/parties': '/dossiers/:enService/parties',
  '/dossiers/:id/documents': '/dossiers/:dossier/documents',
  '/dossiers/:id/documents/:rang': '/dossiers/:dossier/documents/:document',
  '/dossiers/:id/certificats': '/dossiers/:enService/certificats',
  '/dossiers/:id/diagramme': ['/dossiers/:dossier/diagramme', '/dossiers/:dossier/diagramme?niveau=complet'],
  '/dossiers/:id/pieces/:rang': '/dossiers/:dossier/pieces/:piece',
  '/dossiers/:id/pieces/:rang/effacement': '/dossiers/:dossier/pieces/:piece/effacement',
  '/recit/:jeton': '/recit/:recit',
  '/dossiers/:id/journal': '/dossiers/:dossier/journal',
  '/dossiers/:id/journal/:rang/correction': '/dossiers/:dossier/journal/:document/correction',
  '/dossiers/:id/notes': '/dossiers/:dossier/notes',
  '/dossiers/:id/delegations': '/dossiers/:dossier/delegations',
  '/dossiers/:id/courriel': [
    '/dossiers/:dossier/courriel',
    '/dossiers/:dossier/courriel?modele=relance-attendue',
    '/dossiers/:dossier/courriel?repond=:courrielRecu',
  ],
  '/dossiers/:id/echanges': '/dossiers/:dossier/echanges',
  '/dossiers/:id/echanges/:rang': '/dossiers/:dossier/echanges/:courrielRecu',
  '/courriels/:id': ['/courriels/:aClasser', '/courriels/:aClasser?q=clinique'],
  '/dossiers/:id/commande': '/dossiers/:enService/commande',
  '/dossiers/:id/csr': '/dossiers/:enService/csr',
  '/dossiers/:id/faits/:type': [
    '/dossiers/:dossier/faits/formulaire413.partie4Remplie',
    '/dossiers/:dossier/faits/formulaire413.signe',
  ],
  '/dossiers/:id/formulaires/:formulaire': [
    '/dossiers/:dossier/formulaires/formulaire-413',
    '/dossiers/:nouveau/formulaires/formulaire-301',
  ],
  '/dossiers/:id/formulaires/:formulaire/imprime': '/dossiers/:dossier/formulaires/formulaire-413/imprime',
  '/dossiers/:id/formulaires/:formulaire/impression': '/dossiers/:dossier/formulaires/formulaire-413/impression',

  '/certificats/:id': '/certificats/:certificat',
  '/certificats/:id/diagramme': '/certificats/:certificat/diagramme',
  '/certificats/:id/journal': '/certificats/:certificat/journal',
  '/certificats/:id/journal/:rang/correction': '/certificats/:certificat/journal/:ligneCertificat/correction',
  '/certificats/:id/faits/:type': [
    '/certificats/:certificat/faits/certificat.revoque',
    '/certificats/:certificat/faits/certificat.retire',
  ],

  '/calendrier': ['/calendrier', '/calendrier?groupement=:groupement'],

  '/groupements/:id': ['/groupements/:groupement', '/groupements/:groupement?vue=detail&site=:site'],
  '/groupements/:id/a-signer': '/groupements/:groupement/a-signer',
  '/groupements/:id/plan': '/groupements/:groupement/plan',
  '/groupements/:id/journal': '/groupements/:groupement/journal',
  '/groupements/:id/journal/:rang/correction': '/groupements/:groupement/journal/:ligneGroupement/correction',
  '/groupements/:id/etat-des-lieux': '/groupements/:groupement/etat-des-lieux',
  '/groupements/:id/mouvements': '/groupements/:groupement/mouvements?q=clinique',
  '/groupements/:id/mouvements/entree/:dossier': '/groupements/:groupement/mouvements/entree/:nouveau',
  '/groupements/:id/mouvements/sortie/:dossier': '/groupements/:groupement/mouvements/sortie/:site',
  '/groupements/:id/lot': [
    '/groupements/:groupement/lot?acte=administrateurTechnique.designe',
    '/groupements/:groupement/lot?acte=formulaire413.partie4Remplie',
  ],
  '/groupements/:id/diagramme': '/groupements/:groupement/diagramme',
  '/groupements/:id/faits/:type': '/groupements/:groupement/faits/etatDesLieux.recu',

  '/procedures/:id': ['/procedures/public-ght', '/procedures/public-ght?vue=complet&etape=contrat.actif'],
  '/procedures/:id/etapes': '/procedures/public-ght/etapes',
  '/procedures/:id/etapes/:etape': '/procedures/public-ght/etapes/contrat.aCompleter',
  '/procedures/:id/mesures': ['/procedures/public-ght/mesures', '/procedures/public-ght/mesures?mesure=duree'],
  '/procedures/:id/versions': '/procedures/public-ght/versions',

  '/administration/comptes/:id': '/administration/comptes/:compte',
  '/administration/comptes/:id/fermeture': '/administration/comptes/:compte/fermeture',
  '/administration/comptes/:id/deconnexion': '/administration/comptes/:compte/deconnexion',
  '/administration/editeurs/:id': '/administration/editeurs/:editeur',
  '/administration/cles/:id/revocation': '/administration/cles/:cle/revocation',
  '/administration/delegations/:id/revocation': '/administration/delegations/:delegation/revocation',
  '/administration/webhooks/:id': '/administration/webhooks/:webhook',
  '/administration/webhooks/:id/secret': '/administration/webhooks/:webhook/secret',
  '/administration/webhooks/:id/suppression': '/administration/webhooks/:webhook/suppression',
  '/administration/reglages/:cle': [
    '/administration/reglages/:reglage',
    '/administration/reglages/conservation.dossiers',
    '/administration/reglages/delai.etape.contrat.attenteDecision@public-ght',
  ],
  '/administration/courriels/:id': '/administration/courriels/:courriel',
  '/administration/courriels/:id/retrait': '/administration/courriels/:courriel/retrait',
};

/** Whether a path answers with something else than a page: a picture, a file, a stream, a piece for htmx. */
export function isNoPage(path: string): boolean {
  return /\.(?:svg|csv|pdf)$|\/liste\.html$|\/(?:contenu|vignette|original)$|\/echanges\/:rang\/pieces\/|\/suivi$|^\/dossiers\/nouveau\/(?:champ|etablissements)$/.test(
    path,
  );
}

/** The pages that are looked at. */
export const visited: readonly string[] = [...plain, ...Object.keys(addresses)];

/** The paths of a page, where what it shows is known. */
export function pathsOf(screen: string, known: Readonly<Record<string, string>>): string[] {
  const found = [addresses[screen] ?? screen].flat();
  return found.map((address) => address.replaceAll(/:(\w+)/g, (_, name) => known[name] ?? ''));
}
