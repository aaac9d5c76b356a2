/** Where each page of the console is looked at, by the id of its screen; `:names` are what the world knows. */
const addresses: Readonly<Record<string, string | readonly string[]>> = {
  'journee.lire': ['/', '/?onglet=tous'],
  'journee.chercher': ['/recherche', '/recherche?q=clinique'],
  'ouverture.remplir': '/dossiers/nouveau',

  'demonstration.voir': '/demonstration',
  'aide.lire': '/aide',
  'aide.accessibilite': '/accessibilite',
  'aide.raccourcis': '/raccourcis',
  'moi.lire': '/moi',
  'notifications.lire': '/notifications',
  'calendrier.lire': '/calendrier',

  'dossier.etapes': ['/dossiers/:dossier', '/dossiers/:enService'],
  'dossier.parties': '/dossiers/:enService/parties',
  'dossier.documents': '/dossiers/:dossier/documents',
  'dossier.document': '/dossiers/:dossier/documents/:document',
  'dossier.certificats': '/dossiers/:enService/certificats',
  'dossier.diagramme': '/dossiers/:dossier/diagramme',
  'dossier.journal': '/dossiers/:dossier/journal',
  'dossier.correction': '/dossiers/:dossier/journal/:document/correction',
  'dossier.notes': '/dossiers/:dossier/notes',
  'dossier.delegations': '/dossiers/:dossier/delegations',
  'dossier.courriel': '/dossiers/:dossier/courriel',
  'dossier.commande': '/dossiers/:enService/commande',
  'dossier.fait': [
    '/dossiers/:dossier/faits/formulaire413.partie4Remplie',
    '/dossiers/:dossier/faits/formulaire413.signe',
  ],
  'formulaire.remplir': [
    '/dossiers/:dossier/formulaires/formulaire-413',
    '/dossiers/:nouveau/formulaires/formulaire-301',
  ],
  'formulaire.imprimer': '/dossiers/:dossier/formulaires/formulaire-413/impression',

  'certificat.etapes': '/certificats/:certificat',
  'certificat.diagramme': '/certificats/:certificat/diagramme',
  'certificat.journal': '/certificats/:certificat/journal',
  'certificat.correction': '/certificats/:certificat/journal/:ligneCertificat/correction',
  'certificat.fait': '/certificats/:certificat/faits/certificat.revoque',

  'groupements.liste': '/groupements',
  'groupement.nouveau': '/groupements/nouveau',
  'groupement.sites': ['/groupements/:groupement', '/groupements/:groupement?vue=detail&site=:site'],
  'groupement.a-signer': '/groupements/:groupement/a-signer',
  'groupement.plan': '/groupements/:groupement/plan',
  'groupement.journal': '/groupements/:groupement/journal',
  'groupement.correction': '/groupements/:groupement/journal/:ligneGroupement/correction',
  'groupement.etat-des-lieux': '/groupements/:groupement/etat-des-lieux',
  'groupement.mouvements': '/groupements/:groupement/mouvements?q=clinique',
  'groupement.entree': '/groupements/:groupement/mouvements/entree/:nouveau',
  'groupement.sortie': '/groupements/:groupement/mouvements/sortie/:site',
  'groupement.lot-acte': [
    '/groupements/:groupement/lot?acte=administrateurTechnique.designe',
    '/groupements/:groupement/lot?acte=formulaire413.partie4Remplie',
  ],
  'groupement.diagramme': '/groupements/:groupement/diagramme',
  'groupement.fait': '/groupements/:groupement/faits/etatDesLieux.recu',

  'procedures.liste': '/procedures',
  'procedures.glossaire': '/glossaire',
  'procedures.choix': '/procedures/choix',
  'procedure.apercu': '/procedures/public-ght',
  'procedure.etapes': '/procedures/public-ght/etapes',
  'procedure.etape': '/procedures/public-ght/etapes/contrat.aCompleter',
  'procedure.mesures': ['/procedures/public-ght/mesures', '/procedures/public-ght/mesures?mesure=duree'],
  'procedure.versions': '/procedures/public-ght/versions',

  pilotage: '/pilotage',

  administration: '/administration',
  'administration.comptes': '/administration/comptes',
  'administration.invitation': '/administration/comptes/inviter',
  'administration.compte': '/administration/comptes/:compte',
  'administration.compte.fermeture': '/administration/comptes/:compte/fermeture',
  'administration.compte.deconnexion': '/administration/comptes/:compte/deconnexion',
  'administration.editeurs': '/administration/editeurs',
  'administration.editeur': '/administration/editeurs/:editeur',
  'administration.cles': '/administration/cles',
  'administration.cles.nouvelle': '/administration/cles/nouvelle',
  'administration.cle.revocation': '/administration/cles/:cle/revocation',
  'administration.delegations': '/administration/delegations',
  'administration.delegations.nouvelle': '/administration/delegations/nouvelle',
  'administration.delegation.revocation': '/administration/delegations/:delegation/revocation',
  'administration.webhooks': '/administration/webhooks',
  'administration.webhooks.nouveau': '/administration/webhooks/nouveau',
  'administration.webhook': '/administration/webhooks/:webhook',
  'administration.webhook.secret': '/administration/webhooks/:webhook/secret',
  'administration.webhook.suppression': '/administration/webhooks/:webhook/suppression',
  'administration.reglages': '/administration/reglages',
  'administration.reglage': ['/administration/reglages/:reglage', '/administration/reglages/conservation.dossiers'],
  'administration.affectation': '/administration/affectation',
  'administration.courriels': '/administration/courriels',
  'administration.courriels.nouveau': '/administration/courriels/nouveau',
  'administration.courriel': '/administration/courriels/:courriel',
  'administration.courriel.retrait': '/administration/courriels/:courriel/retrait',
  'administration.personnes': '/administration/personnes',
  'administration.journal': '/administration/journal',
  'administration.acces': '/administration/acces',
};

/** What answers a GET with something else than a page: a picture, a file, a stream, a piece for htmx. */
export const notPages: readonly string[] = [
  ...['dossier.dessin', 'dossier.suivi', 'certificat.dessin', 'certificat.suivi', 'groupement.suivi'],
  ...['journee.exporter', 'ouverture.champ', 'ouverture.chercher', 'pilotage.csv', 'administration.acces-csv'],
  ...['groupement.export', 'groupement.modele', 'groupement.dessin'],
  ...['procedures.comparaison', 'procedure.dessin', 'procedure.mesures-svg', 'procedure.difference'],
];

/** The pages that are looked at. */
export const visited: readonly string[] = Object.keys(addresses);

/** The paths of a page, where what it shows is known. */
export function pathsOf(id: string, known: Readonly<Record<string, string>>): string[] {
  return [addresses[id] ?? []].flat().map((address) => address.replaceAll(/:(\w+)/g, (_, name) => known[name] ?? ''));
}
