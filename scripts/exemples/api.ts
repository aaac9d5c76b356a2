// Produit par « npm run generate » d’après le document OpenAPI : ne pas modifier à la main.
export interface paths {
    "/dossiers/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exporter des dossiers en CSV
         * @description Exporter des dossiers en CSV. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.exporter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/faits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enregistrer un fait sur un dossier
         * @description Enregistrer un fait sur un dossier. Rôles : superviseur, agent, éditeur. Portée d’une clé : « faits ».
         */
        post: operations["dossiers.faits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/prochaines-etapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander les prochaines étapes d’un dossier
         * @description Demander les prochaines étapes d’un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.prochaines-etapes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un dossier
         * @description Lire un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le journal d’un dossier
         * @description Lire le journal d’un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/faits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enregistrer un fait sur un groupement
         * @description Enregistrer un fait sur un groupement. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["groupements.faits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/prochaines-etapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander les prochaines étapes d’un groupement
         * @description Demander les prochaines étapes d’un groupement. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.prochaines-etapes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un groupement
         * @description Lire un groupement. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le journal d’un groupement
         * @description Lire le journal d’un groupement. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/faits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enregistrer un fait sur un certificat
         * @description Enregistrer un fait sur un certificat. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["certificats.faits"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/prochaines-etapes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander les prochaines étapes d’un certificat
         * @description Demander les prochaines étapes d’un certificat. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.prochaines-etapes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un certificat
         * @description Lire un certificat. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le journal d’un certificat
         * @description Lire le journal d’un certificat. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.journal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/faits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enregistrer des faits sur plusieurs dossiers, un résultat par ligne
         * @description Enregistrer des faits sur plusieurs dossiers, un résultat par ligne. Rôles : superviseur, agent, éditeur. Portée d’une clé : « faits ».
         */
        post: operations["faits.enregistrer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/corrections/apercu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Voir ce que changerait une correction du journal d’un dossier
         * @description Voir ce que changerait une correction du journal d’un dossier. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["dossiers.correction-apercu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corriger une erreur du journal d’un dossier
         * @description Corriger une erreur du journal d’un dossier. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["dossiers.corriger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/corrections/apercu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Voir ce que changerait une correction du journal d’un groupement
         * @description Voir ce que changerait une correction du journal d’un groupement. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["groupements.correction-apercu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corriger une erreur du journal d’un groupement
         * @description Corriger une erreur du journal d’un groupement. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["groupements.corriger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/corrections/apercu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Voir ce que changerait une correction du journal d’un certificat
         * @description Voir ce que changerait une correction du journal d’un certificat. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["certificats.correction-apercu"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/corrections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Corriger une erreur du journal d’un certificat
         * @description Corriger une erreur du journal d’un certificat. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["certificats.corriger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chercher des dossiers, et ce qu’ils attendent de qui
         * @description Chercher des dossiers, et ce qu’ils attendent de qui. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.lister"];
        put?: never;
        /**
         * Ouvrir un dossier
         * @description Ouvrir un dossier. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["dossiers.ouvrir"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chercher des groupements
         * @description Chercher des groupements. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.lister"];
        put?: never;
        /**
         * Ouvrir un groupement
         * @description Ouvrir un groupement. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["groupements.ouvrir"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chercher des certificats
         * @description Chercher des certificats. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.lister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les dossiers d’un groupement
         * @description Lister les dossiers d’un groupement. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.dossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/certificats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les certificats d’un dossier
         * @description Lister les certificats d’un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.certificats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/matrice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire où en est chaque site d’un groupement, prérequis par prérequis
         * @description Lire où en est chaque site d’un groupement, prérequis par prérequis. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.matrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/matrice.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exporter en CSV où en est chaque site d’un groupement
         * @description Exporter en CSV où en est chaque site d’un groupement. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.matrice-csv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/etat-des-lieux": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recevoir l’état des lieux d’une DSI : un tableau (CSV, .xlsx ou .ods), une ligne par site
         * @description Recevoir l’état des lieux d’une DSI : un tableau (CSV, .xlsx ou .ods), une ligne par site. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["groupements.etat-des-lieux"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Faire entrer un dossier dans un groupement, avec son historique
         * @description Faire entrer un dossier dans un groupement, avec son historique. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["groupements.rattacher"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/sites/{dossierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Faire sortir un dossier de son groupement, avec son historique
         * @description Faire sortir un dossier de son groupement, avec son historique. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        delete: operations["groupements.detacher"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander le plan le plus court d’un dossier
         * @description Demander le plan le plus court d’un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander le plan le plus court de tous les sites d’un groupement
         * @description Demander le plan le plus court de tous les sites d’un groupement. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.plan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/simulation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simuler des faits sur un dossier
         * @description Simuler des faits sur un dossier. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["dossiers.simulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Demander un plan sans dossier, d’après des faits connus
         * @description Demander un plan sans dossier, d’après des faits connus. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["procedures.plan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/conformite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vérifier qu’un historique suit une procédure
         * @description Vérifier qu’un historique suit une procédure. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["procedures.conformite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/fichier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lire un certificat délivré, ou sa demande (CSR), et le confronter à la commande
         * @description Lire un certificat délivré, ou sa demande (CSR), et le confronter à la commande. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["certificats.fichier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/csr": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Vérifier une demande de certificat (CSR) avant de l’envoyer
         * @description Vérifier une demande de certificat (CSR) avant de l’envoyer. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["dossiers.csr"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les documents d’un dossier, du plus ancien au plus récent
         * @description Lister les documents d’un dossier, du plus ancien au plus récent. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["documents.lister"];
        put?: never;
        /**
         * Déposer un document : ses octets, tels quels ; le même à nouveau n’ajoute rien
         * @description Déposer un document : ses octets, tels quels ; le même à nouveau n’ajoute rien. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["documents.deposer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/numerisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Classer une numérisation : dans chaque dossier dont elle porte un formulaire imprimé d’ici, par les codes de ses pages
         * @description Classer une numérisation : dans chaque dossier dont elle porte un formulaire imprimé d’ici, par les codes de ses pages. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["documents.numeriser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/documents/{rang}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un document, tel qu’il a été déposé
         * @description Lire un document, tel qu’il a été déposé. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["documents.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/documents/{rang}/effacement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Effacer un document : son empreinte reste au journal
         * @description Effacer un document : son empreinte reste au journal. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["documents.effacer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/courriels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les courriels d’un dossier, envoyés et reçus, du plus récent au plus ancien
         * @description Lister les courriels d’un dossier, envoyés et reçus, du plus récent au plus ancien. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["courriels.lister"];
        put?: never;
        /**
         * Envoyer un courriel au sujet d’un dossier : il part dès que le journal le dit, une fois au moins
         * @description Envoyer un courriel au sujet d’un dossier : il part dès que le journal le dit, une fois au moins. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["courriels.envoyer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les courriels reçus qui ne nomment aucun dossier, du plus ancien au plus récent
         * @description Lister les courriels reçus qui ne nomment aucun dossier, du plus ancien au plus récent. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        get: operations["receptions.lister"];
        put?: never;
        /**
         * Déposer un courriel reçu : ses octets, tels quels ; le même à nouveau n’ajoute rien
         * @description Déposer un courriel reçu : ses octets, tels quels ; le même à nouveau n’ajoute rien. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["receptions.deposer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receptions/{id}/classement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Classer un courriel reçu dans un dossier
         * @description Classer un courriel reçu dans un dossier. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["receptions.classer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Écarter un courriel qui n’est d’aucun dossier : il est oublié
         * @description Écarter un courriel qui n’est d’aucun dossier : il est oublié. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        delete: operations["receptions.ecarter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/diagramme.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dessiner un dossier sur sa procédure, maintenant ou tel qu’il était un jour passé
         * @description Dessiner un dossier sur sa procédure, maintenant ou tel qu’il était un jour passé. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.dessiner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/diagramme.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer un dossier sur sa procédure, maintenant ou tel qu’il était un jour passé : raconté (A4) ou entier (A3)
         * @description Imprimer un dossier sur sa procédure, maintenant ou tel qu’il était un jour passé : raconté (A4) ou entier (A3). Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.imprimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/diagramme.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Décrire en texte un dossier sur sa procédure : étapes en cours, passées, bloquées
         * @description Décrire en texte un dossier sur sa procédure : étapes en cours, passées, bloquées. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.decrire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/diagramme.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dessiner un certificat sur sa procédure, maintenant ou tel qu’il était un jour passé
         * @description Dessiner un certificat sur sa procédure, maintenant ou tel qu’il était un jour passé. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.dessiner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/diagramme.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer un certificat sur sa procédure, maintenant ou tel qu’il était un jour passé : raconté (A4) ou entier (A3)
         * @description Imprimer un certificat sur sa procédure, maintenant ou tel qu’il était un jour passé : raconté (A4) ou entier (A3). Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.imprimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/certificats/{id}/diagramme.txt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Décrire en texte un certificat sur sa procédure : étapes en cours, passées, bloquées
         * @description Décrire en texte un certificat sur sa procédure : étapes en cours, passées, bloquées. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["certificats.decrire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/diagramme.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dessiner où en sont les sites d’un groupement, sur leur parcours
         * @description Dessiner où en sont les sites d’un groupement, sur leur parcours. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.dessiner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/groupements/{id}/diagramme.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer où en sont les sites d’un groupement : sur le récit (A4) ou toutes les étapes (A3)
         * @description Imprimer où en sont les sites d’un groupement : sur le récit (A4) ou toutes les étapes (A3). Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["groupements.imprimer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/partage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Faire un lien qui montre le récit d’un dossier à qui n’a pas de compte, jusqu’à son dernier jour
         * @description Faire un lien qui montre le récit d’un dossier à qui n’a pas de compte, jusqu’à son dernier jour. Rôles : superviseur, agent. Portée d’une clé : « faits ».
         */
        post: operations["dossiers.partager"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/mesures.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dessiner où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape
         * @description Dessiner où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["procedures.mesurer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/mesures.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape : sur le récit (A4) ou toutes les étapes (A3)
         * @description Imprimer où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape : sur le récit (A4) ou toutes les étapes (A3). Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["procedures.mesurer-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/etablissements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Chercher un établissement dans le répertoire FINESS
         * @description Chercher un établissement dans le répertoire FINESS. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["etablissements.chercher"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les procédures
         * @description Lister les procédures. Sans clé.
         */
        get: operations["procedures.lister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire une procédure et ses faits
         * @description Lire une procédure et ses faits. Sans clé.
         */
        get: operations["procedures.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/faits/{type}/schema": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le schéma JSON d’un fait
         * @description Lire le schéma JSON d’un fait. Sans clé.
         */
        get: operations["procedures.schema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/glossaire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le glossaire
         * @description Lire le glossaire. Sans clé.
         */
        get: operations["glossaire.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/evenements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire le flux des événements, dans l’ordre et sans trou
         * @description Lire le flux des événements, dans l’ordre et sans trou. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « evenements ».
         */
        get: operations["evenements.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ses abonnements
         * @description Lister ses abonnements. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        get: operations["abonnements.lister"];
        put?: never;
        /**
         * S’abonner : le secret qui signe n’est donné qu’une fois
         * @description S’abonner : le secret qui signe n’est donné qu’une fois. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        post: operations["abonnements.creer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire un abonnement
         * @description Lire un abonnement. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        get: operations["abonnements.lire"];
        put?: never;
        post?: never;
        /**
         * Se désabonner
         * @description Se désabonner. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        delete: operations["abonnements.supprimer"];
        options?: never;
        head?: never;
        /**
         * Changer l’adresse, les faits ou la description d’un abonnement, sans perdre ce qui attend
         * @description Changer l’adresse, les faits ou la description d’un abonnement, sans perdre ce qui attend. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        patch: operations["abonnements.modifier"];
        trace?: never;
    };
    "/abonnements/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changer de secret : l’ancien signe aussi pendant 24 heures
         * @description Changer de secret : l’ancien signe aussi pendant 24 heures. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        post: operations["abonnements.secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mettre un abonnement en pause
         * @description Mettre un abonnement en pause. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        post: operations["abonnements.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements/{id}/reprise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reprendre un abonnement
         * @description Reprendre un abonnement. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        post: operations["abonnements.reprise"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements/{id}/relivraison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Livrer de nouveau un événement, ou tout depuis un instant
         * @description Livrer de nouveau un événement, ou tout depuis un instant. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        post: operations["abonnements.relivraison"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/abonnements/{id}/tentatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les dernières tentatives de livraison
         * @description Lire les dernières tentatives de livraison. Rôles : superviseur, éditeur. Portée d’une clé : « webhooks ».
         */
        get: operations["abonnements.tentatives"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bac-a-sable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire l’horloge de son bac à sable
         * @description Lire l’horloge de son bac à sable. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["bac-a-sable.lire"];
        put?: never;
        post?: never;
        /**
         * Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui
         * @description Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        delete: operations["bac-a-sable.vider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bac-a-sable/horloge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Avancer l’horloge de son bac à sable : les échéances de l’intervalle sont enregistrées
         * @description Avancer l’horloge de son bac à sable : les échéances de l’intervalle sont enregistrées. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        put: operations["bac-a-sable.horloge"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bac-a-sable/acteur": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Jouer quelqu’un d’autre dans son bac à sable, jusqu’à nouvel ordre
         * @description Jouer quelqu’un d’autre dans son bac à sable, jusqu’à nouvel ordre. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["bac-a-sable.jouer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bac-a-sable/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les scénarios d’un bac à sable
         * @description Lire les scénarios d’un bac à sable. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["bac-a-sable.scenarios"];
        put?: never;
        /**
         * Mettre un dossier d’essai à une étape de sa vie, délégué à l’éditeur que joue la clé
         * @description Mettre un dossier d’essai à une étape de sa vie, délégué à l’éditeur que joue la clé. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["bac-a-sable.mettre-en-scene"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Se connecter
         * @description Se connecter. Sans clé.
         */
        post: operations["session.ouvrir"];
        /**
         * Se déconnecter : Location dit où l’être aussi de l’annuaire
         * @description Se déconnecter : Location dit où l’être aussi de l’annuaire. Sans clé.
         */
        delete: operations["session.fermer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire qui je suis
         * @description Lire qui je suis. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : aucune n’est demandée.
         */
        get: operations["moi.lire"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moi/cle/renouvellement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Renouveler sa clé : la nouvelle n’est donnée qu’une fois, l’ancienne vaut encore 24 heures
         * @description Renouveler sa clé : la nouvelle n’est donnée qu’une fois, l’ancienne vaut encore 24 heures. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : aucune n’est demandée.
         */
        post: operations["moi.cle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moi/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce qui m’est délégué aujourd’hui, à moi éditeur
         * @description Lire ce qui m’est délégué aujourd’hui, à moi éditeur. Rôles : éditeur. Portée d’une clé : « lecture ».
         */
        get: operations["moi.delegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/moi/mot-de-passe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changer son mot de passe : met fin à toutes ses sessions
         * @description Changer son mot de passe : met fin à toutes ses sessions. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        post: operations["moi.mot-de-passe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/liens/lecture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lire à quoi sert un lien, sans l’utiliser
         * @description Lire à quoi sert un lien, sans l’utiliser. Sans clé.
         */
        post: operations["liens.lire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/liens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ouvrir son compte, ou changer son mot de passe, par un lien
         * @description Ouvrir son compte, ou changer son mot de passe, par un lien. Sans clé.
         */
        post: operations["liens.utiliser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comptes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les comptes
         * @description Lister les comptes. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        get: operations["comptes.lister"];
        put?: never;
        /**
         * Inviter une personne : donne le jeton d’un lien à usage unique
         * @description Inviter une personne : donne le jeton d’un lien à usage unique. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["comptes.inviter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comptes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Modifier un compte, ou le fermer
         * @description Modifier un compte, ou le fermer. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        patch: operations["comptes.modifier"];
        trace?: never;
    };
    "/comptes/{id}/reinitialisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Donner un lien qui change le mot de passe d’un compte
         * @description Donner un lien qui change le mot de passe d’un compte. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["comptes.reinitialiser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/comptes/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Mettre fin à toutes les sessions d’un compte
         * @description Mettre fin à toutes les sessions d’un compte. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        delete: operations["comptes.deconnecter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/actes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce qui a été fait aux comptes, clés, délégations, webhooks et réglages
         * @description Lire ce qui a été fait aux comptes, clés, délégations, webhooks et réglages. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        get: operations["actes.lister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire qui a lu ou écrit quoi, heure par heure, du plus récent au plus ancien
         * @description Lire qui a lu ou écrit quoi, heure par heure, du plus récent au plus ancien. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        get: operations["acces.lister"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editeurs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les éditeurs
         * @description Lister les éditeurs. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["editeurs.lister"];
        put?: never;
        /**
         * Ajouter un éditeur
         * @description Ajouter un éditeur. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["editeurs.creer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/editeurs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Renommer un éditeur
         * @description Renommer un éditeur. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        patch: operations["editeurs.renommer"];
        trace?: never;
    };
    "/cles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les clés d’API
         * @description Lister les clés d’API. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        get: operations["cles.lister"];
        put?: never;
        /**
         * Créer une clé d’API : elle n’est donnée qu’une fois
         * @description Créer une clé d’API : elle n’est donnée qu’une fois. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["cles.creer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cles/a-renouveler": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les clés qui prennent fin dans les 30 jours
         * @description Lire les clés qui prennent fin dans les 30 jours. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        get: operations["cles.a-renouveler"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Révoquer une clé d’API
         * @description Révoquer une clé d’API. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        delete: operations["cles.revoquer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister ce qui est délégué aujourd’hui à un éditeur
         * @description Lister ce qui est délégué aujourd’hui à un éditeur. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["delegations.lister"];
        put?: never;
        /**
         * Déléguer un dossier, ou un groupement, à un éditeur
         * @description Déléguer un dossier, ou un groupement, à un éditeur. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        post: operations["delegations.accorder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Révoquer une délégation
         * @description Révoquer une délégation. Rôles : superviseur, agent. Portée d’une clé : « administration ».
         */
        delete: operations["delegations.revoquer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les délégations d’un dossier, passées et présentes
         * @description Lister les délégations d’un dossier, passées et présentes. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.delegations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reglages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire les réglages qui valent aujourd’hui, ou un autre jour
         * @description Lire les réglages qui valent aujourd’hui, ou un autre jour. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["reglages.lister"];
        put?: never;
        /**
         * Donner une valeur à un réglage, à partir d’un jour
         * @description Donner une valeur à un réglage, à partir d’un jour. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["reglages.poser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reglages/valeurs/{rang}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Retirer une valeur qui n’a pas commencé
         * @description Retirer une valeur qui n’a pas commencé. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        delete: operations["reglages.retirer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/modeles-de-courriel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lister les modèles de courriel
         * @description Lister les modèles de courriel. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["modeles.lister"];
        put?: never;
        /**
         * Ajouter un modèle de courriel
         * @description Ajouter un modèle de courriel. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        post: operations["modeles.creer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/modeles-de-courriel/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Écrire une nouvelle version d’un modèle de courriel
         * @description Écrire une nouvelle version d’un modèle de courriel. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        put: operations["modeles.ecrire"];
        post?: never;
        /**
         * Retirer un modèle de courriel, dont on a lu cette version
         * @description Retirer un modèle de courriel, dont on a lu cette version. Rôles : superviseur. Portée d’une clé : « administration ».
         */
        delete: operations["modeles.retirer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/courriel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Remplir un modèle de courriel pour un dossier, sans rien envoyer
         * @description Remplir un modèle de courriel pour un dossier, sans rien envoyer. Rôles : superviseur, agent, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.courriel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/diagramme.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dessiner une procédure : racontée, entière, une région, ou tous les parcours en un récit
         * @description Dessiner une procédure : racontée, entière, une région, ou tous les parcours en un récit. Sans clé.
         */
        get: operations["procedures.dessiner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/diagramme.{extension}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exporter le diagramme d’une procédure : .mmd, .dot, .scxml, .bpmn, .xstate.json, .json, .png, .pdf
         * @description Exporter le diagramme d’une procédure : .mmd, .dot, .scxml, .bpmn, .xstate.json, .json, .png, .pdf. Sans clé.
         */
        get: operations["procedures.exporter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comparer deux versions, ou deux procédures : ce qui change, et ce que l’une accepte et l’autre refuse
         * @description Comparer deux versions, ou deux procédures : ce qui change, et ce que l’une accepte et l’autre refuse. Sans clé.
         */
        get: operations["procedures.comparer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/liste.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire la liste à cocher d’une procédure
         * @description Lire la liste à cocher d’une procédure. Sans clé.
         */
        get: operations["procedures.liste-html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/liste.html": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire la liste à cocher d’un dossier : ce qui est fait est coché, avec son jour
         * @description Lire la liste à cocher d’un dossier : ce qui est fait est coché, avec son jour. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.liste-html"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/procedures/{id}/liste.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer la liste à cocher, en A4, d’une procédure
         * @description Imprimer la liste à cocher, en A4, d’une procédure. Sans clé.
         */
        get: operations["procedures.liste-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dossiers/{id}/liste.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imprimer la liste à cocher, en A4, d’un dossier : ce qui est fait est coché, avec son jour
         * @description Imprimer la liste à cocher, en A4, d’un dossier : ce qui est fait est coché, avec son jour. Rôles : superviseur, agent, éditeur, lecteur. Portée d’une clé : « lecture ».
         */
        get: operations["dossiers.liste-pdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander si le service répond
         * @description Demander si le service répond. Sans clé.
         */
        get: operations["sondes.sante"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Demander si ce qui est acquitté peut être gardé : écrit sur le disque
         * @description Demander si ce qui est acquitté peut être gardé : écrit sur le disque. Sans clé.
         */
        get: operations["sondes.pret"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lire ce que compte le service, pour Prometheus
         * @description Lire ce que compte le service, pour Prometheus : rien de personnel. Sous le jeton METRIQUES_JETON de l’exploitant (« Authorization: Bearer ») ; sans jeton réglé, depuis la machine du service seule. À tout autre, 404.
         */
        get: operations["sondes.metriques"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    evenement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recevoir ce qui s’est passé, au moins une fois et dans l’ordre d’un dossier
         * @description Recevoir ce qui s’est passé, au moins une fois et dans l’ordre d’un dossier. Vérifiez la signature avant de lire le corps, et répondez en moins de 15 secondes.
         */
        post: operations["webhooks.evenement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    verification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recevoir le premier message d’un abonnement, qui montre que l’adresse écoute
         * @description Recevoir le premier message d’un abonnement, qui montre que l’adresse écoute. Vérifiez la signature avant de lire le corps, et répondez en moins de 15 secondes.
         */
        post: operations["webhooks.verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description Un fait : « type » dit lequel */
        FaitDossier: components["schemas"]["FaitDossierAbandonne"] | components["schemas"]["FaitDossierRouvert"] | components["schemas"]["FaitDsiContactee"] | components["schemas"]["FaitEtatDesLieuxRecu"] | components["schemas"]["FaitEditeurContacte"] | components["schemas"]["FaitContratTrouve"] | components["schemas"]["FaitContratAbsent"] | components["schemas"]["FaitContratTransmis"] | components["schemas"]["FaitContratSigne"] | components["schemas"]["FaitContratTermine"] | components["schemas"]["FaitContratRefuse"] | components["schemas"]["FaitCarteResponsableTrouvee"] | components["schemas"]["FaitCarteResponsableAbsente"] | components["schemas"]["FaitFormulaire101Transmis"] | components["schemas"]["FaitFormulaire101Refuse"] | components["schemas"]["FaitCarteResponsableEmise"] | components["schemas"]["FaitCarteResponsableActivee"] | components["schemas"]["FaitCarteResponsableBloquee"] | components["schemas"]["FaitCarteResponsableDebloquee"] | components["schemas"]["FaitCarteResponsableExpiree"] | components["schemas"]["FaitCarteResponsableOpposee"] | components["schemas"]["FaitCarteResponsableRenouvelee"] | components["schemas"]["FaitMandatTrouve"] | components["schemas"]["FaitMandatDemande"] | components["schemas"]["FaitMandatEnregistre"] | components["schemas"]["FaitMandatRefuse"] | components["schemas"]["FaitMandatConfirme"] | components["schemas"]["FaitMandatTermine"] | components["schemas"]["FaitCarteMandataireDemandee"] | components["schemas"]["FaitCarteMandataireRefusee"] | components["schemas"]["FaitCarteMandataireEmise"] | components["schemas"]["FaitCarteMandataireActivee"] | components["schemas"]["FaitCarteMandataireBloquee"] | components["schemas"]["FaitCarteMandataireDebloquee"] | components["schemas"]["FaitCarteMandataireExpiree"] | components["schemas"]["FaitCarteMandataireOpposee"] | components["schemas"]["FaitCarteMandataireRenouvelee"] | components["schemas"]["FaitAdministrateurTechniqueDesigne"] | components["schemas"]["FaitCarteAdministrateurDemandee"] | components["schemas"]["FaitCarteAdministrateurRefusee"] | components["schemas"]["FaitCarteAdministrateurEmise"] | components["schemas"]["FaitCarteAdministrateurActivee"] | components["schemas"]["FaitCarteAdministrateurBloquee"] | components["schemas"]["FaitCarteAdministrateurDebloquee"] | components["schemas"]["FaitCarteAdministrateurExpiree"] | components["schemas"]["FaitCarteAdministrateurOpposee"] | components["schemas"]["FaitCarteAdministrateurRenouvelee"] | components["schemas"]["FaitAdministrateurTechniqueParti"] | components["schemas"]["FaitRepresentantLegalRemplace"] | components["schemas"]["FaitEtablissementIdentifiantModifie"] | components["schemas"]["FaitEtablissementCoordonneesModifiees"] | components["schemas"]["FaitEtablissementFerme"] | components["schemas"]["FaitFormulaire413Partie1Remplie"] | components["schemas"]["FaitFormulaire413Partie2Remplie"] | components["schemas"]["FaitFormulaire413Partie3Remplie"] | components["schemas"]["FaitFormulaire413Partie4Remplie"] | components["schemas"]["FaitFormulaire413Signe"] | components["schemas"]["FaitFormulaire413Transmis"] | components["schemas"]["FaitFormulaire413Recu"] | components["schemas"]["FaitFormulaire413Retourne"] | components["schemas"]["FaitFormulaire413Rejete"] | components["schemas"]["FaitFormulaire413Repris"] | components["schemas"]["FaitHabilitationAccordee"] | components["schemas"]["FaitHabilitationRetiree"] | components["schemas"]["FaitCertificatDemande"];
        /** @description Un fait : « type » dit lequel */
        FaitGroupement: components["schemas"]["FaitGroupementDsiContactee"] | components["schemas"]["FaitGroupementEtatDesLieuxRecu"];
        /** @description Un fait : « type » dit lequel */
        FaitCertificat: components["schemas"]["FaitCertificatDisponible"] | components["schemas"]["FaitCertificatRefuse"] | components["schemas"]["FaitCertificatAnnule"] | components["schemas"]["FaitCertificatRetire"] | components["schemas"]["FaitCertificatInstalle"] | components["schemas"]["FaitCertificatRenouvellementDu"] | components["schemas"]["FaitCertificatRenouvele"] | components["schemas"]["FaitCertificatExpire"] | components["schemas"]["FaitCertificatRevoque"] | components["schemas"]["FaitCertificatMaintenu"] | components["schemas"]["FaitCarteBeneficiaireOpposee"] | components["schemas"]["FaitBeneficiaireQualiteModifiee"];
        FaitsDits: {
            faits: {
                /** @description L’identifiant du dossier */
                dossier: string;
                fait: components["schemas"]["FaitDossier"];
                /** @description La version attendue, comme If-Match */
                version?: number;
                /** @description Comme Idempotency-Key : renvoyée, la ligne reçoit la même réponse pendant 7 jours */
                cle?: string;
            }[];
        };
        /** @description Un CloudEvent 1.0 */
        Evenement: {
            /** @constant */
            specversion: "1.0";
            /** @description La place de l’événement dans le flux : unique, croissante. */
            id: string;
            /** @description Ce qui a changé. */
            source: string;
            type: components["schemas"]["TypeEvenement"];
            /**
             * Format: date-time
             * @description Quand le fait a été enregistré.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /**
             * @description D’un bac à sable : rien de réel n’est arrivé.
             * @constant
             */
            bacasable?: true;
            /** @description Le dossier, ou le groupement : ses événements arrivent dans l’ordre. */
            subject: string;
            data: {
                /** @enum {string} */
                genre: "dossier" | "groupement" | "certificat";
                id: string;
                dossierId: string | null;
                /** @description Celui du dossier ; nul pour un certificat. */
                groupementId: string | null;
                procedure: components["schemas"]["ProcedureId"];
                fait: components["schemas"]["TypeDeLigne"];
                libelle: string;
                /** Format: date */
                date: string;
                /** @description Celui d’une délégation, à qui seul elle est dite. */
                editeurId?: string;
                liens: {
                    soi: string;
                    prochainesEtapes: string;
                    journal: string;
                };
            };
        };
        /**
         * @description Ce qu’un événement dit : « fr.parcours-igc. », puis le fait
         * @enum {string}
         */
        TypeEvenement: "fr.parcours-igc.administrateurTechnique.designe" | "fr.parcours-igc.administrateurTechnique.disponible" | "fr.parcours-igc.administrateurTechnique.indisponible" | "fr.parcours-igc.administrateurTechnique.parti" | "fr.parcours-igc.beneficiaire.qualiteModifiee" | "fr.parcours-igc.carteAdministrateur.activee" | "fr.parcours-igc.carteAdministrateur.bloquee" | "fr.parcours-igc.carteAdministrateur.debloquee" | "fr.parcours-igc.carteAdministrateur.demandee" | "fr.parcours-igc.carteAdministrateur.emise" | "fr.parcours-igc.carteAdministrateur.expiree" | "fr.parcours-igc.carteAdministrateur.opposee" | "fr.parcours-igc.carteAdministrateur.refusee" | "fr.parcours-igc.carteAdministrateur.renouvelee" | "fr.parcours-igc.carteBeneficiaire.opposee" | "fr.parcours-igc.carteMandataire.activee" | "fr.parcours-igc.carteMandataire.bloquee" | "fr.parcours-igc.carteMandataire.debloquee" | "fr.parcours-igc.carteMandataire.demandee" | "fr.parcours-igc.carteMandataire.emise" | "fr.parcours-igc.carteMandataire.expiree" | "fr.parcours-igc.carteMandataire.opposee" | "fr.parcours-igc.carteMandataire.refusee" | "fr.parcours-igc.carteMandataire.renouvelee" | "fr.parcours-igc.carteResponsable.absente" | "fr.parcours-igc.carteResponsable.activee" | "fr.parcours-igc.carteResponsable.bloquee" | "fr.parcours-igc.carteResponsable.debloquee" | "fr.parcours-igc.carteResponsable.emise" | "fr.parcours-igc.carteResponsable.expiree" | "fr.parcours-igc.carteResponsable.opposee" | "fr.parcours-igc.carteResponsable.renouvelee" | "fr.parcours-igc.carteResponsable.trouvee" | "fr.parcours-igc.certificat.annule" | "fr.parcours-igc.certificat.demande" | "fr.parcours-igc.certificat.disponible" | "fr.parcours-igc.certificat.expire" | "fr.parcours-igc.certificat.installe" | "fr.parcours-igc.certificat.maintenu" | "fr.parcours-igc.certificat.refuse" | "fr.parcours-igc.certificat.renouvele" | "fr.parcours-igc.certificat.renouvellementDu" | "fr.parcours-igc.certificat.retire" | "fr.parcours-igc.certificat.revoque" | "fr.parcours-igc.certificats.aucun" | "fr.parcours-igc.certificats.enCours" | "fr.parcours-igc.certificats.enService" | "fr.parcours-igc.cle.finProche" | "fr.parcours-igc.commande.fermee" | "fr.parcours-igc.commande.ouverte" | "fr.parcours-igc.conservation.echue" | "fr.parcours-igc.contrat.absent" | "fr.parcours-igc.contrat.refuse" | "fr.parcours-igc.contrat.signe" | "fr.parcours-igc.contrat.termine" | "fr.parcours-igc.contrat.transmis" | "fr.parcours-igc.contrat.trouve" | "fr.parcours-igc.courriel.envoye" | "fr.parcours-igc.courriel.recu" | "fr.parcours-igc.courriel.refuse" | "fr.parcours-igc.delegation.accordee" | "fr.parcours-igc.delegation.terminee" | "fr.parcours-igc.document.depose" | "fr.parcours-igc.document.efface" | "fr.parcours-igc.dossier.abandonne" | "fr.parcours-igc.dossier.ouvert" | "fr.parcours-igc.dossier.rouvert" | "fr.parcours-igc.dsi.contactee" | "fr.parcours-igc.editeur.contacte" | "fr.parcours-igc.etablissement.coordonneesModifiees" | "fr.parcours-igc.etablissement.ferme" | "fr.parcours-igc.etablissement.identifiantModifie" | "fr.parcours-igc.etatDesLieux.recu" | "fr.parcours-igc.fait.corrige" | "fr.parcours-igc.formulaire101.refuse" | "fr.parcours-igc.formulaire101.transmis" | "fr.parcours-igc.formulaire413.partie1Remplie" | "fr.parcours-igc.formulaire413.partie2Remplie" | "fr.parcours-igc.formulaire413.partie3Remplie" | "fr.parcours-igc.formulaire413.partie4Remplie" | "fr.parcours-igc.formulaire413.recu" | "fr.parcours-igc.formulaire413.rejete" | "fr.parcours-igc.formulaire413.repris" | "fr.parcours-igc.formulaire413.retourne" | "fr.parcours-igc.formulaire413.signe" | "fr.parcours-igc.formulaire413.transmis" | "fr.parcours-igc.groupement.ouvert" | "fr.parcours-igc.groupement.quitte" | "fr.parcours-igc.groupement.rejoint" | "fr.parcours-igc.habilitation.accordee" | "fr.parcours-igc.habilitation.retiree" | "fr.parcours-igc.mandat.confirme" | "fr.parcours-igc.mandat.demande" | "fr.parcours-igc.mandat.enregistre" | "fr.parcours-igc.mandat.refuse" | "fr.parcours-igc.mandat.termine" | "fr.parcours-igc.mandat.trouve" | "fr.parcours-igc.personne.effacee" | "fr.parcours-igc.representantLegal.remplace" | "fr.parcours-igc.site.ouvert" | "fr.parcours-igc.site.quitte" | "fr.parcours-igc.site.rejoint" | "fr.parcours-igc.sites.aucun" | "fr.parcours-igc.sites.enCours" | "fr.parcours-igc.sites.enService" | "fr.parcours-igc.successeur.clos" | "fr.parcours-igc.successeur.installe";
        /**
         * @description Une procédure
         * @enum {string}
         */
        ProcedureId: "public-ght" | "prive-mono-site" | "prive-groupe" | "groupement" | "certificat";
        /**
         * @description Un fait, ou ce qui ouvre, déplace, corrige, efface
         * @enum {string}
         */
        TypeDeLigne: "administrateurTechnique.designe" | "administrateurTechnique.disponible" | "administrateurTechnique.indisponible" | "administrateurTechnique.parti" | "beneficiaire.qualiteModifiee" | "carteAdministrateur.activee" | "carteAdministrateur.bloquee" | "carteAdministrateur.debloquee" | "carteAdministrateur.demandee" | "carteAdministrateur.emise" | "carteAdministrateur.expiree" | "carteAdministrateur.opposee" | "carteAdministrateur.refusee" | "carteAdministrateur.renouvelee" | "carteBeneficiaire.opposee" | "carteMandataire.activee" | "carteMandataire.bloquee" | "carteMandataire.debloquee" | "carteMandataire.demandee" | "carteMandataire.emise" | "carteMandataire.expiree" | "carteMandataire.opposee" | "carteMandataire.refusee" | "carteMandataire.renouvelee" | "carteResponsable.absente" | "carteResponsable.activee" | "carteResponsable.bloquee" | "carteResponsable.debloquee" | "carteResponsable.emise" | "carteResponsable.expiree" | "carteResponsable.opposee" | "carteResponsable.renouvelee" | "carteResponsable.trouvee" | "certificat.annule" | "certificat.demande" | "certificat.disponible" | "certificat.expire" | "certificat.installe" | "certificat.maintenu" | "certificat.refuse" | "certificat.renouvele" | "certificat.renouvellementDu" | "certificat.retire" | "certificat.revoque" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "cle.finProche" | "commande.fermee" | "commande.ouverte" | "conservation.echue" | "contrat.absent" | "contrat.refuse" | "contrat.signe" | "contrat.termine" | "contrat.transmis" | "contrat.trouve" | "courriel.envoye" | "courriel.recu" | "courriel.refuse" | "delegation.accordee" | "delegation.terminee" | "document.depose" | "document.efface" | "dossier.abandonne" | "dossier.ouvert" | "dossier.rouvert" | "dsi.contactee" | "editeur.contacte" | "etablissement.coordonneesModifiees" | "etablissement.ferme" | "etablissement.identifiantModifie" | "etatDesLieux.recu" | "fait.corrige" | "formulaire101.refuse" | "formulaire101.transmis" | "formulaire413.partie1Remplie" | "formulaire413.partie2Remplie" | "formulaire413.partie3Remplie" | "formulaire413.partie4Remplie" | "formulaire413.recu" | "formulaire413.rejete" | "formulaire413.repris" | "formulaire413.retourne" | "formulaire413.signe" | "formulaire413.transmis" | "groupement.ouvert" | "groupement.quitte" | "groupement.rejoint" | "habilitation.accordee" | "habilitation.retiree" | "mandat.confirme" | "mandat.demande" | "mandat.enregistre" | "mandat.refuse" | "mandat.termine" | "mandat.trouve" | "personne.effacee" | "representantLegal.remplace" | "site.ouvert" | "site.quitte" | "site.rejoint" | "sites.aucun" | "sites.enCours" | "sites.enService" | "successeur.clos" | "successeur.installe";
        FinDeCle: {
            /** @constant */
            specversion: "1.0";
            /** @description La place de l’événement dans le flux : unique, croissante. */
            id: string;
            /** @description Ce qui a changé. */
            source: string;
            /** @constant */
            type: "fr.parcours-igc.cle.finProche";
            /**
             * Format: date-time
             * @description Quand le fait a été enregistré.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /**
             * @description D’un bac à sable : rien de réel n’est arrivé.
             * @constant
             */
            bacasable?: true;
            subject: string;
            data: {
                /** @constant */
                genre: "cle";
                id: string;
                /** @constant */
                fait: "cle.finProche";
                libelle: string;
                /**
                 * Format: date
                 * @description Son dernier jour
                 */
                date: string;
                editeurId: string | null;
                liens: {
                    soi: string;
                    renouvellement: string;
                };
            };
        };
        EvenementDeVerification: {
            /** @constant */
            specversion: "1.0";
            /** @description La place de l’événement dans le flux : unique, croissante. */
            id: string;
            /** @description Ce qui a changé. */
            source: string;
            /** Format: starts_with */
            type: string;
            /**
             * Format: date-time
             * @description Quand le fait a été enregistré.
             */
            time: string;
            /** @constant */
            datacontenttype: "application/json";
            /**
             * @description D’un bac à sable : rien de réel n’est arrivé.
             * @constant
             */
            bacasable?: true;
            data: {
                abonnementId: string;
            };
        };
        /** @description Un refus, ou une panne (RFC 9457) */
        Probleme: {
            type: string;
            status: number;
            code: components["schemas"]["CodeDeRefus"];
            title: string;
            detail: string;
            erreurs?: components["schemas"]["Erreur"][];
            manque?: components["schemas"]["Manque"][];
            deblocages?: components["schemas"]["Acte"][][];
            acceptes?: components["schemas"]["TypeDeFait"][];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description Stable, pour les programmes
         * @enum {string}
         */
        CodeDeRefus: "adresse-refusee" | "antivirus-muet" | "apercu-perime" | "arret-en-cours" | "authentification-requise" | "certificat-illisible" | "certificat-trop-grand" | "certificats-trop-nombreux" | "cle-deja-utilisee" | "cle-idempotence-invalide" | "cle-idempotence-non-admise" | "cle-limitee" | "cle-privee" | "cle-refusee" | "corps-trop-grand" | "correction-impossible" | "courriel-pris" | "courriel-trop-grand" | "csr-attendu" | "curseur-inconnu" | "date-anterieure" | "delegation-existante" | "demande-mal-formee" | "dernier-superviseur" | "document-infecte" | "document-introuvable" | "document-refuse" | "document-trop-grand" | "dossier-en-quarantaine" | "dossier-existant" | "droit-insuffisant" | "editeur-existant" | "erreur-interne" | "export-trop-grand" | "fait-non-permis" | "fait-refuse" | "format-inconnu" | "horloge-en-arriere" | "hors-bac-a-sable" | "identifiants-refuses" | "introuvable" | "json-invalide" | "lecture-occupee" | "lien-inconnu" | "lien-perime" | "lien-utilise" | "liste-en-preparation" | "methode-non-admise" | "modele-modifie" | "mot-de-passe-faible" | "niveau-sans-objet" | "numerisation-sans-code" | "origine-refusee" | "portee-insuffisante" | "region-inconnue" | "rien-a-partager" | "saisie-invalide" | "sans-messagerie" | "sans-titulaire" | "scenario-interrompu" | "session-terminee" | "stockage-indisponible" | "trop-d-abonnements" | "trop-de-demandes" | "trop-de-tentatives" | "type-de-contenu" | "valeur-commencee" | "version-perimee";
        /** @description Ce qui ne va pas dans ce qui a été envoyé, par un pointeur RFC 6901 */
        Erreur: {
            pointeur: string;
            message: string;
        };
        /** @description Ce qui manque, qui l’apporte, où c’est écrit */
        Manque: {
            code: components["schemas"]["CodeDeManque"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
            source: string;
        };
        /**
         * @description Ce qui manque, pour les programmes
         * @enum {string}
         */
        CodeDeManque: "administrateur-technique-nouveau" | "administrateur-technique-precise" | "autre-administrateur-technique" | "sans-administrateur-technique-actif" | "releve-active" | "releve-bloquee" | "releve-employee" | "releve-technicienne" | "carte-releve-active" | "carte-releve-bloquee" | "carte-releve-connue" | "administrateur-technique-nomme" | "carte-administrateur-en-cours" | "administrateur-technique-habilite" | "carte-habilite-en-cours" | "dernier-nomme" | "dernier-habilite" | "habilite" | "dossier-ouvert" | "dossier-suivi" | "formulaire-en-instruction" | "contrat-actif" | "carte-responsable-active" | "mandataire-actif" | "administrateur-technique-actif" | "dsi-contactee" | "signataire-representant-legal" | "signataire-mandataire" | "carte-responsable-en-cours" | "carte-mandataire-en-cours" | "carte-responsable-echue" | "carte-mandataire-echue" | "carte-administrateur-non-echue" | "carte-administrateur-echue" | "identifiant-nouveau" | "retour-partie-1" | "retour-partie-4" | "carte-du-signataire" | "signature-courante" | "origine-employe" | "origine-technicien" | "sans-carte" | "carte-employe" | "carte-technicien" | "carte-recue-en-cours" | "offre-pro" | "usage-de-qualite" | "carte-beneficiaire" | "prerequis-plateforme" | "commande-ouverte" | "certificat-installe" | "sans-alerte" | "certificat-vivant" | "certificat-valide" | "certificat-deja-valide" | "certificat-echu" | "preavis-atteint" | "qualite-nouvelle" | "etape-attendue";
        /** @description Un acte à faire */
        Acte: {
            type: components["schemas"]["TypeDeFait"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
            source: string;
        };
        /**
         * @description Ce qu’un fait dit qu’il s’est passé
         * @enum {string}
         */
        TypeDeFait: "dossier.abandonne" | "dossier.rouvert" | "dsi.contactee" | "etatDesLieux.recu" | "editeur.contacte" | "contrat.trouve" | "contrat.absent" | "contrat.transmis" | "contrat.signe" | "contrat.termine" | "contrat.refuse" | "carteResponsable.trouvee" | "carteResponsable.absente" | "formulaire101.transmis" | "formulaire101.refuse" | "carteResponsable.emise" | "carteResponsable.activee" | "carteResponsable.bloquee" | "carteResponsable.debloquee" | "carteResponsable.expiree" | "carteResponsable.opposee" | "carteResponsable.renouvelee" | "mandat.trouve" | "mandat.demande" | "mandat.enregistre" | "mandat.refuse" | "mandat.confirme" | "mandat.termine" | "carteMandataire.demandee" | "carteMandataire.refusee" | "carteMandataire.emise" | "carteMandataire.activee" | "carteMandataire.bloquee" | "carteMandataire.debloquee" | "carteMandataire.expiree" | "carteMandataire.opposee" | "carteMandataire.renouvelee" | "administrateurTechnique.designe" | "carteAdministrateur.demandee" | "carteAdministrateur.refusee" | "carteAdministrateur.emise" | "carteAdministrateur.activee" | "carteAdministrateur.bloquee" | "carteAdministrateur.debloquee" | "carteAdministrateur.expiree" | "carteAdministrateur.opposee" | "carteAdministrateur.renouvelee" | "administrateurTechnique.parti" | "representantLegal.remplace" | "etablissement.identifiantModifie" | "etablissement.coordonneesModifiees" | "etablissement.ferme" | "formulaire413.partie1Remplie" | "formulaire413.partie2Remplie" | "formulaire413.partie3Remplie" | "formulaire413.partie4Remplie" | "formulaire413.signe" | "formulaire413.transmis" | "formulaire413.recu" | "formulaire413.retourne" | "formulaire413.rejete" | "formulaire413.repris" | "habilitation.accordee" | "habilitation.retiree" | "certificat.demande" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "site.ouvert" | "sites.aucun" | "sites.enCours" | "sites.enService" | "certificat.disponible" | "certificat.refuse" | "certificat.annule" | "certificat.retire" | "certificat.installe" | "certificat.renouvellementDu" | "certificat.renouvele" | "certificat.expire" | "certificat.revoque" | "certificat.maintenu" | "carteBeneficiaire.opposee" | "beneficiaire.qualiteModifiee" | "administrateurTechnique.disponible" | "administrateurTechnique.indisponible" | "commande.ouverte" | "commande.fermee" | "successeur.installe" | "successeur.clos";
        Dossier: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsDossier"];
            etablissement: components["schemas"]["EtablissementDuDossier"];
            groupementId: string | null;
        };
        /**
         * @description Où en est un dossier, un groupement ou un certificat
         * @enum {string}
         */
        Statut: "enCours" | "enService" | "abandonne" | "clos";
        Borne: {
            type: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            date: string;
        };
        Duree: {
            depuis: components["schemas"]["Borne"] | null;
            qui: {
                id: string;
                depuis: components["schemas"]["Borne"] | null;
            }[];
        };
        EtatsDossier: {
            /** @enum {string} */
            suivi: "ouvert" | "abandonne" | "ferme";
            /** @enum {string} */
            coordination?: "aContacter" | "contactee";
            /** @enum {string} */
            etatDesLieux?: "attendu" | "recu";
            /** @enum {string} */
            editeur: "aContacter" | "contacte";
            /** @enum {string} */
            contrat: "aVerifier" | "aCompleter" | "attenteDecision" | "actif";
            /** @enum {string} */
            carteResponsable: "aVerifier" | "aDemander" | "aRemplacer" | "attenteEmission" | "aActiver" | "active" | "bloquee";
            /** @enum {string} */
            mandataire: "aucun" | "attenteCarte" | "attenteRemplacement" | "aActiver" | "attenteMandat" | "actif" | "bloque" | "carteARemplacer" | "aConfirmer";
            /** @enum {string} */
            administrateurTechnique: "aDesigner" | "aEquiper" | "aRemplacer" | "attenteCarte" | "aActiver" | "attenteCpa" | "actif" | "bloque";
            formulaire413: ("aSigner" | "aTransmettre" | "attenteReception" | "enInstruction" | "rejetee" | "accorde") | {
                redaction: {
                    /** @enum {string} */
                    partie1: "aRemplir" | "remplie";
                    /** @enum {string} */
                    partie3: "aRemplir" | "remplie";
                    /** @enum {string} */
                    partie4: "aRemplir" | "remplie";
                };
            };
            /** @enum {string} */
            habilitation: "aucune" | "accordee";
            /** @enum {string} */
            certificats: "aucun" | "enCours" | "enService";
        };
        EtablissementDuDossier: {
            denomination: string;
            siret: string;
            finess: string | null;
            sansFiness: boolean;
            codePostal: string;
            commune: string;
        };
        /** @description Ce qui mérite un second regard, sans rien bloquer */
        Avertissement: {
            code: string;
            pointeur: string;
            message: string;
        };
        ProchainesEtapesDossier: {
            dossier: {
                id: string;
                version: number;
                statut: components["schemas"]["Statut"];
            };
            /** @description Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
            etapes: components["schemas"]["Etape"][];
            autresFaits: components["schemas"]["FaitPossible"][];
            /** @description null là où il n’y en a pas */
            certificats: components["schemas"]["CertificatsResumes"] | null;
            restant: {
                /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
                minimum: number | null;
                jours: number;
                /** @description Les actes d’un chemin le plus court, et combien de fois : une par certificat */
                etapes: {
                    type: components["schemas"]["TypeDeFait"];
                    nombre: number;
                }[];
            };
            peremptions: components["schemas"]["Peremption"][];
        };
        Etape: {
            id: components["schemas"]["EtapeId"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            acteurLibelle: string;
            /** @enum {string} */
            nature: "obligatoire" | "recommandee" | "facultative" | "attente" | "acquise";
            /** @description Ce qu’il faut savoir tant que rien n’est connu */
            question: string | null;
            formulaire: components["schemas"]["FormulaireId"] | null;
            source: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            depuis: string;
            /** @description Depuis quand un acte qui fait avancer y est possible : le délai court de là ; null tant qu’il n’y en a pas */
            possibleDepuis: string | null;
            certificat: string | null;
            exigence: components["schemas"]["Exigence"];
            /** @description Pourquoi l’ANS a retourné le formulaire, pour cette étape */
            retour: components["schemas"]["Retour"] | null;
            faits: components["schemas"]["FaitPossible"][];
        };
        /**
         * @description Une étape : le chemin de son état
         * @enum {string}
         */
        EtapeId: "suivi.ouvert" | "suivi.abandonne" | "suivi.ferme" | "coordination.aContacter" | "coordination.contactee" | "etatDesLieux.attendu" | "etatDesLieux.recu" | "editeur.aContacter" | "editeur.contacte" | "contrat.aVerifier" | "contrat.aCompleter" | "contrat.attenteDecision" | "contrat.actif" | "carteResponsable.aVerifier" | "carteResponsable.aDemander" | "carteResponsable.aRemplacer" | "carteResponsable.attenteEmission" | "carteResponsable.aActiver" | "carteResponsable.active" | "carteResponsable.bloquee" | "mandataire.aucun" | "mandataire.attenteCarte" | "mandataire.attenteRemplacement" | "mandataire.aActiver" | "mandataire.attenteMandat" | "mandataire.actif" | "mandataire.bloque" | "mandataire.carteARemplacer" | "mandataire.aConfirmer" | "administrateurTechnique.aDesigner" | "administrateurTechnique.aEquiper" | "administrateurTechnique.aRemplacer" | "administrateurTechnique.attenteCarte" | "administrateurTechnique.aActiver" | "administrateurTechnique.attenteCpa" | "administrateurTechnique.actif" | "administrateurTechnique.bloque" | "formulaire413.redaction.partie1.aRemplir" | "formulaire413.redaction.partie1.remplie" | "formulaire413.redaction.partie3.aRemplir" | "formulaire413.redaction.partie3.remplie" | "formulaire413.redaction.partie4.aRemplir" | "formulaire413.redaction.partie4.remplie" | "formulaire413.aSigner" | "formulaire413.aTransmettre" | "formulaire413.attenteReception" | "formulaire413.enInstruction" | "formulaire413.rejetee" | "formulaire413.accorde" | "habilitation.aucune" | "habilitation.accordee" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "avancement.sansSite" | "avancement.enCours" | "avancement.complet" | "administrateur.disponible" | "administrateur.indisponible" | "commande.ouverte" | "commande.fermee" | "vie.demande" | "vie.disponible" | "vie.retire" | "vie.installe" | "vie.clos.refuse" | "vie.clos.annule" | "vie.clos.renouvele" | "vie.clos.expire" | "vie.clos.revoque" | "renouvellement.aVenir" | "renouvellement.du" | "renouvellement.anticipe" | "renouvellement.commande" | "alerte.aucune" | "alerte.aDecider";
        /**
         * @description Un formulaire de la procédure
         * @enum {string}
         */
        FormulaireId: "contrat-structure" | "formulaire-101" | "formulaire-301" | "formulaire-413" | "formulaire-502";
        /** @description Jusqu’où une étape est demandée */
        Exigence: {
            /** @enum {string} */
            degre: "obligatoire" | "conditionnelle" | "recommandee" | "facultative";
            /** @description Les faits dont l’un, quel qu’il soit, est nécessaire */
            parmi: components["schemas"]["TypeDeFait"][];
            seulementSi: {
                fait: components["schemas"]["TypeDeFait"];
                quand: string | null;
            }[];
        };
        Retour: {
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            le: string;
            motifs: {
                code: string;
                libelle: string;
                precision: string | null;
                partie: 1 | 3 | 4;
                /** @description Le champ du formulaire 413 en cause, en pointeur JSON */
                champ: string | null;
            }[];
        };
        FaitPossible: {
            type: components["schemas"]["TypeDeFait"];
            libelle: string;
            /**
             * Format: starts_with
             * @description Où l’envoyer, par POST
             */
            vers: string;
            /**
             * @description demarche et reponse font les plans ; un constat répond à une question ; un aléa ne se propose jamais
             * @enum {string}
             */
            sorte: "demarche" | "reponse" | "constat" | "alea";
            accepte: boolean;
            /** @description Si vous pouvez le déclarer ; n’est donné qu’aux éditeurs et aux lecteurs, les autres le peuvent */
            permis?: boolean;
            manque: components["schemas"]["Manque"][];
            /** @description Les plus petits ensembles d’actes, par leur type, après lesquels il serait accepté */
            deblocages: components["schemas"]["TypeDeFait"][][];
            /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
            restantApres: number | null;
            /** @description Un corps que vous pouvez envoyer tel quel ; null tant que le fait est refusé, ou n’est pas à vous */
            exemple: ({
                type: components["schemas"]["TypeDeFait"];
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                date: string;
            } & {
                [key: string]: unknown;
            }) | null;
        };
        /** @description Les certificats en vie d’un dossier, par état et par étape */
        CertificatsResumes: {
            nombre: number;
            etats: {
                id: components["schemas"]["EtapeId"];
                libelle: string;
                nombre: number;
            }[];
            etapes: {
                id: components["schemas"]["EtapeId"];
                libelle: string;
                /** @enum {string} */
                acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
                acteurLibelle: string;
                /** @enum {string} */
                nature: "obligatoire" | "recommandee" | "facultative" | "attente" | "acquise";
                nombre: number;
                /** @description Si un fait qui la termine serait accepté */
                accepte: boolean;
                /** @description Le plus pressé de ceux qui l’attendent, dont parle la suite */
                certificat: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                depuis: string;
                /** @description Depuis quand un acte qui fait avancer y est possible : le délai court de là ; null tant qu’il n’y en a pas */
                possibleDepuis: string | null;
                /** @description Son dernier jour, s’il est à renouveler */
                fin: string | null;
            }[];
            /** @description Dix au plus, le plus pressé d’abord */
            urgents: {
                id: string;
                etape: components["schemas"]["EtapeId"];
                libelle: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                depuis: string;
                /** @description Par les délais d’usage, qui sont les nôtres ; null tant qu’elle attend quelqu’un d’autre */
                limite: string | null;
            }[];
            /**
             * Format: starts_with
             * @description Où les lire tous, page par page
             */
            liste: string;
        };
        /** @description Ce qui servira encore et prendra fin avant */
        Peremption: {
            fait: components["schemas"]["TypeDeFait"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            le: string;
            actesEnPlus: number;
        };
        /** @description Ce que rend « Prefer: return=minimal » */
        Retenu: {
            id: string;
            version: number;
            statut: components["schemas"]["Statut"];
            /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
            restant: number | null;
            /** @description Leurs codes */
            avertissements: string[];
        };
        LigneDeJournal: {
            rang: number;
            type: components["schemas"]["TypeDeLigne"];
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            date: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            enregistreLe: string;
            auteur: string;
            /** @description SHA-256 de la saisie */
            empreinte: string;
            /** @description null une fois effacée */
            saisie: {
                [key: string]: unknown;
            } | null;
            /** @description null tant qu’elle tient */
            corrigee: components["schemas"]["Corrigee"] | null;
        };
        Corrigee: {
            /** @description Le rang de la correction */
            par: number;
            /**
             * @description Retirée pour elle-même, remplacée, ou entraînée par la correction d’une autre
             * @enum {string}
             */
            sort: "retire" | "remplace" | "entraine";
            /** @description Le rang de la ligne qui la remplace */
            remplacant: number | null;
        };
        Groupement: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsGroupement"];
            nom: string;
            /** @enum {string} */
            genre: "ght" | "groupe-prive";
            dsi?: unknown;
        };
        EtatsGroupement: {
            /** @enum {string} */
            coordination: "aContacter" | "contactee";
            /** @enum {string} */
            etatDesLieux: "attendu" | "recu";
            /** @enum {string} */
            avancement: "sansSite" | "enCours" | "complet";
        };
        ProchainesEtapesGroupement: {
            groupement: {
                id: string;
                version: number;
                statut: components["schemas"]["Statut"];
            };
            /** @description Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
            etapes: components["schemas"]["Etape"][];
            autresFaits: components["schemas"]["FaitPossible"][];
            /** @description null là où il n’y en a pas */
            certificats: components["schemas"]["CertificatsResumes"] | null;
            restant: {
                /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
                minimum: number | null;
                jours: number;
                /** @description Les actes d’un chemin le plus court, et combien de fois : une par certificat */
                etapes: {
                    type: components["schemas"]["TypeDeFait"];
                    nombre: number;
                }[];
            };
            peremptions: components["schemas"]["Peremption"][];
        };
        Certificat: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsCertificat"];
            dossierId: string | null;
            /** @enum {string} */
            usage: "AUTH" | "SIGN";
            beneficiaire: components["schemas"]["Beneficiaire"];
            remplace: string | null;
            /** @description Jusqu’à quand, à la commande, servait la carte de l’administrateur technique */
            finCarteAdministrateur: string | null;
        };
        EtatsCertificat: {
            /** @enum {string} */
            administrateur: "disponible" | "indisponible";
            /** @enum {string} */
            commande: "ouverte" | "fermee";
            vie: ("demande" | "disponible" | "retire" | "installe") | {
                /** @enum {string} */
                clos: "refuse" | "annule" | "renouvele" | "expire" | "revoque";
            };
            /** @enum {string} */
            renouvellement: "aVenir" | "du" | "anticipe" | "commande";
            /** @enum {string} */
            alerte: "aucune" | "aDecider";
        };
        Beneficiaire: {
            nom: string;
            prenom: string;
        } & {
            [key: string]: unknown;
        };
        ProchainesEtapesCertificat: {
            certificat: {
                id: string;
                version: number;
                statut: components["schemas"]["Statut"];
            };
            /** @description Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
            etapes: components["schemas"]["Etape"][];
            autresFaits: components["schemas"]["FaitPossible"][];
            /** @description null là où il n’y en a pas */
            certificats: components["schemas"]["CertificatsResumes"] | null;
            restant: {
                /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
                minimum: number | null;
                jours: number;
                /** @description Les actes d’un chemin le plus court, et combien de fois : une par certificat */
                etapes: {
                    type: components["schemas"]["TypeDeFait"];
                    nombre: number;
                }[];
            };
            peremptions: components["schemas"]["Peremption"][];
        };
        LigneFaite: {
            dossier: string;
            /** @description Comme celui de POST dossiers/{id}/faits */
            status: number;
            /** @description Si la ligne avait déjà été envoyée sous cette clé */
            rejoue: boolean;
            resultat: components["schemas"]["Retenu"] | null;
            probleme: components["schemas"]["Probleme"] | null;
        };
        LigneCorrigee: {
            rang: number;
            type: components["schemas"]["TypeDeLigne"];
            libelle: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            date: string;
        };
        /** @description Une ligne qui ne tiendrait plus */
        LigneRetiree: {
            rang: number;
            type: components["schemas"]["TypeDeLigne"];
            libelle: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            date: string;
            auteur: string;
            /** @description Si elle découlait d’un autre fait */
            derive: boolean;
            /**
             * @description « refuse » : le fait ne serait plus accepté ; « echeance » : sa date ne viendrait plus ; « date » : il serait daté avant « anterieur »
             * @enum {string}
             */
            cause: "refuse" | "echeance" | "date";
            manque: components["schemas"]["Manque"][];
            /** @description Le fait dont celui-ci dépend et qui viendrait après lui */
            anterieur: {
                type: components["schemas"]["TypeDeLigne"];
                libelle: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                date: string;
            } | null;
        };
        /** @description Les étapes qui ne seraient plus en cours, et celles qui le seraient : leurs libellés */
        EtatsChanges: {
            quittes: string[];
            atteints: string[];
        };
        DossierListe: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsDossier"];
            etablissement: components["schemas"]["EtablissementDuDossier"];
            groupementId: string | null;
            /** @description Ce que le dossier attend, le plus pressé d’abord ; null tant que la liste se prépare */
            aFaire: components["schemas"]["AFaire"][] | null;
            /** @description Quand l’ANS a retourné le formulaire 413, tant qu’il est à reprendre */
            retourneLe: string | null;
        };
        AFaire: {
            etape: components["schemas"]["EtapeId"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /** @description Les faits qui y seraient acceptés maintenant */
            faits: components["schemas"]["TypeDeFait"][];
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            depuis: string;
            /** @description Par les délais d’usage, qui sont les nôtres ; null tant que l’étape attend quelqu’un d’autre */
            echeance: string | null;
        };
        /** @description Sur toutes les pages ; n’est donné que si on le demande */
        Total: {
            nombre: number;
            /** @description S’il y en a davantage */
            plafonne: boolean;
        };
        /** @description Les champs que « champs » nomme, et l’identifiant */
        DossierReduit: {
            id: string;
            procedure?: components["schemas"]["ProcedureId"];
            procedureVersion?: number;
            version?: number;
            statut?: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe?: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe?: string;
            liens?: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte?: {
                [key: string]: unknown;
            };
            depuis?: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes?: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees?: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants?: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats?: components["schemas"]["EtatsDossier"];
            etablissement?: components["schemas"]["EtablissementDuDossier"];
            groupementId?: string | null;
            /** @description Ce que le dossier attend, le plus pressé d’abord ; null tant que la liste se prépare */
            aFaire?: components["schemas"]["AFaire"][] | null;
            /** @description Quand l’ANS a retourné le formulaire 413, tant qu’il est à reprendre */
            retourneLe?: string | null;
        };
        DossierOuvert: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsDossier"];
            etablissement: components["schemas"]["EtablissementDuDossier"];
            groupementId: string | null;
            avertissements: components["schemas"]["Avertissement"][];
        };
        GroupementOuvert: {
            id: string;
            procedure: components["schemas"]["ProcedureId"];
            procedureVersion: number;
            version: number;
            statut: components["schemas"]["Statut"];
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ouvertLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            modifieLe: string;
            liens: {
                /** Format: starts_with */
                soi: string;
                /** Format: starts_with */
                faits: string;
                /** Format: starts_with */
                prochainesEtapes: string;
                /** Format: starts_with */
                journal: string;
            };
            /** @description Ce que les conditions lisent */
            contexte: {
                [key: string]: unknown;
            };
            depuis: {
                [key: string]: string;
            };
            /** @description Le fait qui a amené chaque état : rien de ce qui s’y appuie ne vient avant */
            bornes: {
                [key: string]: components["schemas"]["Borne"];
            };
            /** @description Depuis quand, et par qui, chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
            durees: {
                [key: string]: components["schemas"]["Duree"];
            };
            /** @description Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
            enfants: {
                enCours: number;
                enService: number;
                abandonne: number;
            };
            /** @description L’état courant de chaque région */
            etats: components["schemas"]["EtatsGroupement"];
            nom: string;
            /** @enum {string} */
            genre: "ght" | "groupe-prive";
            dsi?: unknown;
            avertissements: components["schemas"]["Avertissement"][];
        };
        SiteNomme: {
            id: string;
            denomination: string;
        };
        SiteDeMatrice: {
            id: string;
            denomination: string;
            siret: string | null;
            finess: string | null;
            statut: components["schemas"]["Statut"];
            codePostal: string;
            commune: string;
            version: number;
            etape: string | null;
            acteur: string | null;
            restant: number | null;
            /** @description Les faits que ses étapes attendent et qu’il accepte maintenant */
            faits: components["schemas"]["TypeDeFait"][];
            /** @description Par colonne */
            cellules: {
                [key: string]: components["schemas"]["CelluleDeMatrice"];
            };
        };
        CelluleDeMatrice: {
            /** @enum {string} */
            etat: "fait" | "aFaire" | "bloque" | "attente" | "recommande" | "facultatif" | "aVenir";
            /** @description L’étape en cours */
            etape: string | null;
            libelle: string;
            acteur: ("representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans") | null;
            /** @description null là où rien n’est commencé, ou déjà passé */
            depuis: string | null;
            /** @description Ce qu’attend une étape bloquée */
            raison: string | null;
        };
        LigneEtatDesLieux: {
            /** @description Où elle commence dans le fichier, à partir de 1 */
            ligne: number;
            /** @enum {string} */
            statut: "acceptee" | "corrigee" | "refusee";
            denomination: string;
            /** @description Ce qui est écrit à côté, gardé en note du dossier */
            observations: string;
            corrections: {
                colonne: string | null;
                message: string;
            }[];
            /** @description Pourquoi elle est refusée, et que faire */
            refus: {
                colonne: string | null;
                message: string;
            }[];
            /** @description Le site à ouvrir, s’il n’a pas encore de dossier */
            ouverture: {
                /**
                 * Dénomination
                 * @description La raison sociale.
                 */
                denomination: string;
                /**
                 * N° SIRET
                 * @example 26011021800047
                 */
                siret: string;
                /**
                 * N° FINESS géographique
                 * @description Celui du site, non celui de l’entité juridique.
                 * @default null
                 */
                finess: string | null;
                /**
                 * La structure n’a pas de N° FINESS
                 * @default false
                 */
                sansFiness: boolean;
                /**
                 * Code postal
                 * @example 01130
                 */
                codePostal: string;
                /** Commune */
                commune: string;
            } | null;
            dossierId: string | null;
            enregistre: {
                type: components["schemas"]["TypeDeFait"];
                libelle: string;
            }[];
            sansEffet: {
                type: components["schemas"]["TypeDeFait"];
                libelle: string;
                raison: string;
            }[];
        };
        Plan: {
            minimum: number | null;
            maximumSansRetour: number | null;
            /** @description Durée de la plus longue chaîne par les délais d’usage, qui sont les nôtres et ne promettent rien */
            jours: number;
            /** @description Ce qui se fait en même temps, puis ce que cela permet */
            vagues: components["schemas"]["ActePrevu"][][];
            acteurs: {
                /** @enum {string} */
                acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
                libelle: string;
                actes: number;
            }[];
            formulaires: components["schemas"]["FormulaireId"][];
            cartes: components["schemas"]["CarteDemandee"][];
            peremptions: components["schemas"]["Peremption"][];
        };
        ActePrevu: {
            type: components["schemas"]["TypeDeFait"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
            source: string;
            nombre: number;
            etape: string | null;
            formulaire: components["schemas"]["FormulaireId"] | null;
        };
        CarteDemandee: {
            code: string;
            carte: string;
            /** @enum {string} */
            porteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            porteurLibelle: string;
            pour: string[];
            active: boolean | null;
        };
        PlanGroupement: {
            minimum: number | null;
            /** @description Le même si chaque site agissait seul */
            separement: number | null;
            actesCommuns: {
                type: components["schemas"]["TypeDeFait"];
                libelle: string;
                /** @enum {string} */
                acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
                /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
                source: string;
                epargne: number;
            }[];
            actes: {
                type: components["schemas"]["TypeDeFait"];
                libelle: string;
                /** @enum {string} */
                acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
                /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
                source: string;
                nombre: number;
                sites: string[];
            }[];
            partages: {
                fait: components["schemas"]["TypeDeFait"];
                sites: string[];
                conseil: string;
                source: string;
            }[];
            sites: {
                id: string;
                denomination: string;
                minimum: number | null;
                manque: components["schemas"]["ActeCompte"][];
            }[];
        };
        /** @description Un acte à faire, et combien de fois : une par certificat qui l’attend */
        ActeCompte: {
            type: components["schemas"]["TypeDeFait"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            /** @description Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
            source: string;
            nombre: number;
        };
        Prevision: {
            acceptes: number;
            refus: {
                /** @description À partir de 0 */
                rang: number;
                probleme: {
                    type?: string;
                    status: number;
                    code: components["schemas"]["CodeDeRefus"];
                    title: string;
                    detail: string;
                    erreurs?: components["schemas"]["Erreur"][];
                    manque?: components["schemas"]["Manque"][];
                    deblocages?: components["schemas"]["Acte"][][];
                    acceptes?: components["schemas"]["TypeDeFait"][];
                } & {
                    [key: string]: unknown;
                };
            } | null;
            /** @description Ce qu’il faudrait vérifier des faits acceptés ; « /faits/0/… » est le premier */
            avertissements: components["schemas"]["Avertissement"][];
            dossier: {
                id: string;
                version: number;
                statut: components["schemas"]["Statut"];
            };
            prochainesEtapes: components["schemas"]["Etapes"];
            plan: components["schemas"]["Plan"];
        };
        Etapes: {
            /** @description Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
            etapes: components["schemas"]["Etape"][];
            autresFaits: components["schemas"]["FaitPossible"][];
            /** @description null là où il n’y en a pas */
            certificats: components["schemas"]["CertificatsResumes"] | null;
            restant: {
                /** @description Le plus petit nombre d’actes restants ; null si rien n’y mène */
                minimum: number | null;
                jours: number;
                /** @description Les actes d’un chemin le plus court, et combien de fois : une par certificat */
                etapes: {
                    type: components["schemas"]["TypeDeFait"];
                    nombre: number;
                }[];
            };
            peremptions: components["schemas"]["Peremption"][];
        };
        Conformite: {
            conforme: boolean;
            refus: {
                /** @description À partir de 0 */
                rang: number;
                probleme: {
                    type?: string;
                    status: number;
                    code: components["schemas"]["CodeDeRefus"];
                    title: string;
                    detail: string;
                    erreurs?: components["schemas"]["Erreur"][];
                    manque?: components["schemas"]["Manque"][];
                    deblocages?: components["schemas"]["Acte"][][];
                    acceptes?: components["schemas"]["TypeDeFait"][];
                } & {
                    [key: string]: unknown;
                };
            } | null;
            reparation: {
                ajoute: boolean;
                fait: {
                    type: components["schemas"]["TypeDeFait"];
                } & {
                    [key: string]: unknown;
                };
            }[] | null;
        };
        CertificatLu: {
            /** @constant */
            genre: "certificat";
            contenu: {
                usage: ("AUTH" | "SIGN" | "CONF") | null;
                offre: ("PRO" | "ORG") | null;
                titulaire: components["schemas"]["TitulaireDeCertificat"];
                structure: components["schemas"]["StructureDeCertificat"] | null;
                emetteur: string;
                /** @description S’il vient d’une autorité de test */
                essai: boolean;
                politiques: string[];
                numeroSerie: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                debut: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                fin: string;
                cle: components["schemas"]["ClePublique"];
                /** @description SHA-256, en hexadécimal */
                empreinte: string;
            };
            /** @description S’il mène à une autorité connue ; null là où aucune n’est réglée (AC_IGC) */
            chaine: boolean | null;
            /** @description Les autres certificats de titulaire du même fichier */
            autres: number;
            /** @description En quoi le fichier n’est pas ce qui a été commandé */
            ecarts: components["schemas"]["Ecart"][];
            /** @description À envoyer tel quel à « vers » ; null si un écart est bloquant, ou s’il n’est pas attendu */
            fait: {
                type: components["schemas"]["TypeDeFait"];
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                date: string;
                numeroSerie: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                debut: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                fin: string;
                emetteur: string;
            } | null;
            /** Format: starts_with */
            vers: string;
        };
        TitulaireDeCertificat: {
            nom: string | null;
            prenom: string | null;
            titre: string | null;
            identifiant: string | null;
            rpps: string | null;
        };
        StructureDeCertificat: {
            denomination: string | null;
            finess: string | null;
            siret: string | null;
            siren: string | null;
        };
        ClePublique: {
            algorithme: string;
            /** @description D’une clé RSA */
            bits: number | null;
        };
        Ecart: {
            /** @enum {string} */
            code: "autre-personne" | "nom-a-verifier" | "autre-structure" | "structure-a-verifier" | "structure-absente" | "autre-usage" | "autre-emetteur" | "emetteur-d-essai" | "chaine-non-verifiee" | "autre-numero" | "certificat-termine" | "pas-encore-valide" | "cle-trop-courte" | "signature-fausse" | "signature-non-verifiee" | "mot-de-passe-inutile" | "upn-inutile" | "courriel-inutile" | "autre-domaine";
            /** @description Si ce ne peut pas être ce qui a été commandé */
            bloquant: boolean;
            message: string;
        };
        CsrLu: {
            /** @constant */
            genre: "csr";
            contenu: {
                titulaire: components["schemas"]["TitulaireDeCertificat"];
                structure: components["schemas"]["StructureDeCertificat"] | null;
                courriels: string[];
                upn: string[];
                cle: components["schemas"]["ClePublique"];
                /** @enum {string} */
                signature: "valide" | "fausse" | "inconnue";
                /** @description S’il porte un « challenge password » */
                motDePasse: boolean;
            };
            /** @description En quoi le fichier n’est pas ce qui a été commandé */
            ecarts: components["schemas"]["Ecart"][];
        };
        Document: {
            /** @description La ligne du journal qui dit son dépôt : son numéro dans le dossier */
            rang: number;
            nom: string;
            /** @enum {string} */
            nature: "pdf" | "png" | "jpeg" | "tiff" | "docx" | "odt" | "eml" | "csv";
            octets: number;
            /** @description SHA-256, en hexadécimal, scellé avec la ligne */
            document: string;
            /** @description La ligne du journal qu’il prouve ; null : le dossier entier */
            prouve: number | null;
            /** @description Les formulaires imprimés du dossier dont ses pages portent le code, avec leur version */
            imprimes: {
                formulaire: string;
                version: number;
                empreinte: string;
                pages: number[];
            }[];
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            date: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            deposeLe: string;
            auteur: string;
        };
        Classement: {
            deposes: {
                dossierId: string;
                document: components["schemas"]["Document"];
            }[];
            /** @description Combien de dossiers nommés par ses codes ne sont pas ici */
            inconnus: number;
        };
        CourrielDeDossier: {
            /** @description La ligne du journal qui le dit ; le courriel entier est le document de ce rang */
            rang: number;
            /** @enum {string} */
            sorte: "envoye" | "recu" | "refuse" | "efface";
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            le: string;
            auteur: string;
            de: {
                nom: string;
                adresse: string;
            } | null;
            a: components["schemas"]["RemiseDeCourriel"][];
            objet: string | null;
            pieces: string[];
            /** @description Si personne ne l’a écrit */
            automatique: boolean;
            /** @description Pourquoi il n’a pas été remis */
            raison: string | null;
        };
        RemiseDeCourriel: {
            nom: string;
            adresse: string;
            /**
             * @description « envoye » : un serveur l’a pris, ce qui ne dit pas qu’il est lu
             * @enum {string}
             */
            etat: "attente" | "envoye" | "refuse" | "abandonne";
            tentatives: number;
            /** @description Si cette adresse refuse : rien n’y part avant que quelqu’un le demande */
            enPause: boolean;
            /** @description Ce que le serveur a répondu en dernier */
            reponse: string | null;
        };
        CourrielAClasser: {
            id: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            recuLe: string;
            de: string | null;
            objet: string | null;
            /** @description Pourquoi il ne se range pas seul */
            raison: string | null;
            /** @description Les dossiers dont il peut être, le plus probable d’abord */
            pistes: string[];
        };
        PartageDeRecit: {
            /** Format: uri */
            lien: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            fin: string;
        };
        EtablissementDuRepertoire: {
            /** @description Celui du site */
            finess: string;
            /** @description Celui de l’entité juridique */
            finessEj: string | null;
            siret: string | null;
            denomination: string;
            codePostal: string;
            commune: string;
            categorie: string | null;
            /** @description Sa participation au service public hospitalier */
            statut: string | null;
        };
        ResumeProcedure: {
            id: components["schemas"]["ProcedureId"];
            version: number;
            titre: string;
            source: string;
            /** @enum {string} */
            genre: "dossier" | "groupement" | "certificat";
            /** Format: starts_with */
            lien: string;
        };
        Procedure: {
            id: components["schemas"]["ProcedureId"];
            version: number;
            titre: string;
            source: string;
            /** @enum {string} */
            genre: "dossier" | "groupement" | "certificat";
            /** Format: starts_with */
            lien: string;
            faits: components["schemas"]["FaitDeclare"][];
        };
        FaitDeclare: {
            type: components["schemas"]["TypeDeFait"];
            libelle: string;
            /** @enum {string} */
            acteur: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
            acteurLibelle: string;
            source: string;
            exemples: {
                [key: string]: unknown;
            }[];
            /** Format: starts_with */
            schema: string;
        };
        /** @description Un schéma JSON */
        SchemaJson: {
            [key: string]: unknown;
        };
        Terme: {
            terme: string;
            definition: string;
            source: string;
        };
        Abonnement: {
            id: string;
            editeurId: string | null;
            url: string;
            description: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            creeLe: string;
            evenements: "tous" | components["schemas"]["TypeDeLigne"][];
            pause: {
                /** @enum {string} */
                motif: "demande" | "echecs" | "disparu";
                /**
                 * Format: date-time
                 * @description Instant ISO 8601
                 */
                le: string;
            } | null;
            echecs: {
                nombre: number;
                /**
                 * Format: date-time
                 * @description Instant ISO 8601
                 */
                depuis: string;
                dernier: string;
            } | null;
            /** @description Le destinataire a demandé d’attendre (Retry-After) */
            attendJusqua: string | null;
            /** @description Ce qu’il faut savoir : pause, échecs, adresse en double */
            avis: string | null;
            enAttente: number;
            abandonnes: number;
        };
        Tentative: {
            rang: number;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            le: string;
            statut: number | null;
            dureeMs: number;
            erreur: string | null;
        };
        Scenario: {
            /** @enum {string} */
            etape: "clinique-mono-site" | "hopital-ght" | "groupe-prive" | "formulaire-retourne" | "carte-perdue" | "renouvellement" | "carte-jamais-activee" | "mandataire-sans-nouvelle-carte" | "commande-annulee" | "carte-opposee-avant-delivrance" | "renouvellement-refuse" | "vol-pendant-renouvellement" | "beneficiaire-qui-change" | "releve" | "formulaire-de-plus" | "habilitation-retiree" | "retour-sans-recu" | "contrat-termine" | "fusion" | "etablissement-ferme";
            titre: string;
            source: string;
            procedure: string;
            /** @description Dans l’ordre où ils sont joués */
            faits: string[];
        };
        MisEnScene: {
            /** @enum {string} */
            etape: "clinique-mono-site" | "hopital-ght" | "groupe-prive" | "formulaire-retourne" | "carte-perdue" | "renouvellement" | "carte-jamais-activee" | "mandataire-sans-nouvelle-carte" | "commande-annulee" | "carte-opposee-avant-delivrance" | "renouvellement-refuse" | "vol-pendant-renouvellement" | "beneficiaire-qui-change" | "releve" | "formulaire-de-plus" | "habilitation-retiree" | "retour-sans-recu" | "contrat-termine" | "fusion" | "etablissement-ferme";
            faits: number;
            dossier: string;
            groupement: string | null;
            /** @description Le dernier commandé */
            certificat: string | null;
            /** @description L’éditeur que joue la clé, à qui le dossier est délégué */
            delegueA: string | null;
            liens: {
                soi: string;
                prochainesEtapes: string;
            };
        };
        Compte: {
            id: string;
            courriel: string;
            nom: string;
            /** @enum {string} */
            role: "agent" | "superviseur" | "lecteur";
            actif: boolean;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            creeLe: string;
            connecteLe: string | null;
        };
        Moi: {
            id: string;
            /** @enum {string} */
            genre: "compte" | "cle";
            nom: string;
            /** @enum {string} */
            role: "agent" | "superviseur" | "editeur" | "lecteur";
            editeurId: string | null;
            portees: string[];
            /** @description null : sans limite */
            procedures: string[] | null;
            /** @description null : sans limite */
            dossiers: string[] | null;
            bacASable: boolean;
            /** @description Le dernier jour de la clé, ou de celle qui est déjà remplacée */
            expireLe: string | null;
            joursRestants: number | null;
            /** @description Ce qu’il faut faire de la clé, dès 30 jours avant sa fin */
            avis: string | null;
        };
        /** @description La clé n’est donnée qu’une fois */
        CleRenouvelee: {
            cle: string;
            fiche: {
                id: string;
                prefixe: string;
                nom: string;
                /** @enum {string} */
                role: "agent" | "editeur" | "lecteur";
                editeurId: string | null;
                portees: string[];
                /** @description null : sans limite */
                procedures: string[] | null;
                /** @description null : sans limite */
                dossiers: string[] | null;
                bacASable: boolean;
                /**
                 * Format: date-time
                 * @description Instant ISO 8601
                 */
                creeLe: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                expireLe: string;
                utiliseeLe: string | null;
                revoqueeLe: string | null;
            };
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            ancienneJusqua: string;
        };
        MaDelegation: {
            id: string;
            /** @enum {string} */
            genre: "dossier" | "groupement";
            /** @description L’identifiant du dossier, ou du groupement et de ses sites */
            objet: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            du: string;
            /** @description Le dernier jour ; null sans fin */
            au: string | null;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            accordeeLe: string;
            /** Format: starts_with */
            lien: string;
        };
        LienLu: {
            /** @enum {string} */
            objet: "premier-compte" | "invitation" | "mot-de-passe";
            courriel: string | null;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            expireLe: string;
        };
        /** @description Le jeton n’est donné qu’une fois */
        LienRemis: {
            jeton: string;
            compteId: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            expireLe: string;
        };
        ActeIdentite: {
            rang: number;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            le: string;
            auteur: string;
            acte: string;
            cible: string;
            detail: unknown;
        };
        Acces: {
            numero: number;
            qui: string;
            /** @description L’opération dont il a fallu le droit */
            quoi: string;
            objet: string | null;
            /** @description De la réponse HTTP */
            statut: number;
            reseau: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            premierLe: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            dernierLe: string;
            fois: number;
        };
        Editeur: {
            id: string;
            nom: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            creeLe: string;
        };
        CleApi: {
            id: string;
            prefixe: string;
            nom: string;
            /** @enum {string} */
            role: "agent" | "editeur" | "lecteur";
            editeurId: string | null;
            portees: string[];
            /** @description null : sans limite */
            procedures: string[] | null;
            /** @description null : sans limite */
            dossiers: string[] | null;
            bacASable: boolean;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            creeLe: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            expireLe: string;
            utiliseeLe: string | null;
            revoqueeLe: string | null;
        };
        /** @description La clé n’est donnée qu’une fois */
        CleCreee: {
            cle: string;
            fiche: {
                id: string;
                prefixe: string;
                nom: string;
                /** @enum {string} */
                role: "agent" | "editeur" | "lecteur";
                editeurId: string | null;
                portees: string[];
                /** @description null : sans limite */
                procedures: string[] | null;
                /** @description null : sans limite */
                dossiers: string[] | null;
                bacASable: boolean;
                /**
                 * Format: date-time
                 * @description Instant ISO 8601
                 */
                creeLe: string;
                /**
                 * Format: date
                 * @description Jour, AAAA-MM-JJ
                 */
                expireLe: string;
                utiliseeLe: string | null;
                revoqueeLe: string | null;
            };
        };
        Delegation: {
            id: string;
            /** @enum {string} */
            genre: "dossier" | "groupement";
            instanceId: string;
            editeurId: string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            du: string;
            au: string | null;
            motif: string;
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            accordeeLe: string;
            accordeePar: string;
            revoqueeLe: string | null;
            revoqueePar: string | null;
        };
        Reglage: {
            cle: string;
            /** @enum {string} */
            famille: "delais" | "adresses" | "courriels" | "conservation";
            libelle: string;
            aide: string;
            /** @description null hors du texte */
            source: string | null;
            /** @enum {string} */
            genre: "jours" | "mois" | "courriels" | "web" | "texte" | "choix";
            defaut: number | string | null;
            /** @description Celle qui vaut ce jour-là ; null si aucune */
            valeur: number | string | null;
            histoire: components["schemas"]["ValeurDatee"][];
        };
        /** @description Une valeur d’un réglage et ses dates */
        ValeurDatee: {
            rang: number;
            cle: string;
            valeur: number | string;
            /**
             * Format: date
             * @description Jour, AAAA-MM-JJ
             */
            du: string;
            au: string | null;
            motif: string;
            /** @enum {string} */
            etat: "en-vigueur" | "a-venir" | "remplacee" | "terminee" | "retiree";
            /**
             * Format: date-time
             * @description Instant ISO 8601
             */
            poseLe: string;
            posePar: string;
            retraitLe: string | null;
            retraitPar: string | null;
        };
        ModeleDeCourriel: {
            id: string;
            nom: string;
            objet: string;
            corps: string;
            /** @enum {string} */
            destinataire: "ans" | "cartes" | "editeur" | "representantLegal" | "mandataire" | "administrateurTechnique" | "dsi" | "autre";
            /** @description 0 tel que fourni */
            version: number;
            retire: boolean;
            ecritLe: string | null;
            ecritPar: string | null;
        };
        /** @description Un courriel rempli, qui n’est pas envoyé */
        Courriel: {
            /** @description Adresses séparées par des virgules */
            a: string;
            objet: string;
            corps: string;
            aCompleter: string[];
        };
        Comparaison: {
            identiques: boolean;
            etats: {
                ajoutes: ({
                    id: string;
                } & {
                    [key: string]: unknown;
                })[];
                retires: ({
                    id: string;
                } & {
                    [key: string]: unknown;
                })[];
                modifies: ({
                    changements: ({
                        champ: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                })[];
            };
            transitions: {
                ajoutes: ({
                    id: string;
                } & {
                    [key: string]: unknown;
                })[];
                retires: ({
                    id: string;
                } & {
                    [key: string]: unknown;
                })[];
                modifies: ({
                    changements: ({
                        champ: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                })[];
            };
        } & {
            [key: string]: unknown;
        };
        /** Certificat mis à disposition */
        FaitCertificatDisponible: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.disponible";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Certificat refusé par l’ANS */
        FaitCertificatRefuse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.refuse";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Commande du certificat annulée */
        FaitCertificatAnnule: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.annule";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Motif de l’annulation
             * @enum {string}
             */
            motif: "beneficiaire-parti" | "erreur" | "autre";
        };
        /** Certificat retiré par l’administrateur technique */
        FaitCertificatRetire: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.retire";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Numéro de série
             * @example 0A1B2C3D
             */
            numeroSerie?: string;
            /**
             * Valide à partir du
             * Format: date
             */
            debut?: string;
            /**
             * Valide jusqu’au
             * Format: date
             * @description À défaut, trois ans après le retrait.
             */
            fin?: string;
            /** Autorité qui l’a délivré */
            emetteur?: string;
        };
        /** Certificat installé */
        FaitCertificatInstalle: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.installe";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Préavis de renouvellement atteint */
        FaitCertificatRenouvellementDu: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.renouvellementDu";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Renouvellement commandé : un nouveau certificat remplacera celui-ci */
        FaitCertificatRenouvele: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.renouvele";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Carte du bénéficiaire */
            carte: components["schemas"]["TypeDeCarte3"] | null;
        };
        /** Certificat arrivé à sa date de fin */
        FaitCertificatExpire: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.expire";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Certificat révoqué */
        FaitCertificatRevoque: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.revoque";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Motif de révocation
             * @enum {string}
             */
            motif: "perte-ou-vol" | "fin-activite" | "donnee-modifiee" | "remplacement" | "decision-autorite" | "office-ans";
            /**
             * Demandée par
             * @default administrateurTechnique
             * @enum {string}
             */
            par?: "administrateurTechnique" | "representantLegal" | "mandataire" | "ans";
        };
        /** Certificat maintenu malgré l’alerte */
        FaitCertificatMaintenu: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.maintenu";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Carte du bénéficiaire perdue ou mise en opposition */
        FaitCarteBeneficiaireOpposee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteBeneficiaire.opposee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Le bénéficiaire a changé de qualité */
        FaitBeneficiaireQualiteModifiee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "beneficiaire.qualiteModifiee";
            /**
             * Date
             * Format: date
             */
            date: string;
            qualite: components["schemas"]["QualiteDuBeneficiaire"];
        };
        /** DSI contactée, qui en accuse réception */
        FaitGroupementDsiContactee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dsi.contactee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Interlocuteur */
            interlocuteur?: string;
        };
        /** État des lieux des contrats reçu de la DSI */
        FaitGroupementEtatDesLieuxRecu: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "etatDesLieux.recu";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Sites */
            sites: {
                /**
                 * N° SIRET
                 * @example 26011021800047
                 */
                siret: string;
                finess: string | null;
                /**
                 * Contrat
                 * @enum {string}
                 */
                contrat?: "actif" | "absent";
                /** Numéro du contrat */
                numeroContrat?: string;
                /**
                 * Contrat actif depuis le
                 * Format: date
                 */
                contratDepuis?: string;
                carteResponsable?: components["schemas"]["Carte"] | null;
                mandataire?: components["schemas"]["Carte2"] | null;
            }[];
        };
        /** Dossier abandonné */
        FaitDossierAbandonne: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dossier.abandonne";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Dossier rouvert */
        FaitDossierRouvert: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dossier.rouvert";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** DSI contactée, qui en accuse réception */
        FaitDsiContactee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "dsi.contactee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Interlocuteur */
            interlocuteur?: string;
        };
        /** État des lieux des contrats reçu de la DSI */
        FaitEtatDesLieuxRecu: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "etatDesLieux.recu";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Éditeur de logiciel contacté */
        FaitEditeurContacte: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "editeur.contacte";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Éditeur */
            editeur?: string;
        };
        /** Contrat avec l’ANS retrouvé */
        FaitContratTrouve: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.trouve";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Numéro du contrat */
            numero?: string;
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Aucun contrat avec l’ANS */
        FaitContratAbsent: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.absent";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Contrat de structure complété, signé et transmis */
        FaitContratTransmis: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.transmis";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Contrat de structure */
            saisie?: {
                etablissement: components["schemas"]["Etablissement"];
                representantLegal: components["schemas"]["RepresentantLegal"];
                signature: components["schemas"]["Signature"];
            };
        };
        /** Contrat accepté par l’ANS */
        FaitContratSigne: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.signe";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Numéro du contrat */
            numero: string;
        };
        /** Contrat avec l’ANS terminé */
        FaitContratTermine: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.termine";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif?: string;
        };
        /** Contrat refusé par l’ANS */
        FaitContratRefuse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "contrat.refuse";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Carte du responsable déjà active (CDE ou CPS responsable) */
        FaitCarteResponsableTrouvee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.trouvee";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte"];
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Le responsable n’a pas de carte active */
        FaitCarteResponsableAbsente: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.absente";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Formulaire 101 transmis à l’ANS */
        FaitFormulaire101Transmis: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire101.transmis";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Attribution de la carte du représentant légal */
            saisie?: {
                etablissement: components["schemas"]["Etablissement"];
                representantLegal: components["schemas"]["RepresentantLegal"];
                /**
                 * Pièce jointe
                 * @enum {string}
                 */
                pieceJointe: "acte-de-nomination" | "delegation-de-pouvoir";
                signature: components["schemas"]["Signature"];
            };
        };
        /** Formulaire 101 refusé par l’ANS */
        FaitFormulaire101Refuse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire101.refuse";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Carte du responsable émise */
        FaitCarteResponsableEmise: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.emise";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du responsable reçue et activée */
        FaitCarteResponsableActivee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.activee";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte"];
        };
        /** Carte du responsable bloquée */
        FaitCarteResponsableBloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.bloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du responsable débloquée */
        FaitCarteResponsableDebloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.debloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du responsable arrivée à sa date de fin */
        FaitCarteResponsableExpiree: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.expiree";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du responsable perdue ou mise en opposition */
        FaitCarteResponsableOpposee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.opposee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif?: string;
        };
        /** Nouvelle carte du responsable déjà active */
        FaitCarteResponsableRenouvelee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteResponsable.renouvelee";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte"];
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Mandataire déjà habilité, carte active */
        FaitMandatTrouve: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.trouve";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte2"];
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Mandat demandé pour un porteur de carte (formulaire 502 ou TOM) */
        FaitMandatDemande: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.demande";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Moyen
             * @enum {string}
             */
            moyen: "formulaire-502" | "tom";
            /** Habilitation d’un mandataire déjà porteur d’une carte */
            saisie?: {
                etablissement: components["schemas"]["Etablissement"];
                /** Représentant légal */
                representantLegal: {
                    /** Nom */
                    nom: string;
                    /** Prénom */
                    prenom: string;
                };
                /** Mandataire */
                mandataire: {
                    /** Nom */
                    nom: string;
                    /** Prénom */
                    prenom: string;
                    /**
                     * N° RPPS
                     * @example 10003456786
                     */
                    rpps?: string;
                };
                /** Carte du mandataire */
                carte: {
                    type: components["schemas"]["TypeDeCarte2"];
                    /** Numéro de la carte */
                    numero?: string;
                    /**
                     * Fin de validité
                     * @description La date imprimée sur la carte.
                     */
                    fin: string | null;
                };
                signature: components["schemas"]["Signature"];
            };
        };
        /** Mandat enregistré par l’ANS */
        FaitMandatEnregistre: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.enregistre";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte2"];
        };
        /** Désignation du mandataire refusée par l’ANS */
        FaitMandatRefuse: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.refuse";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Mandat confirmé par le nouveau représentant légal */
        FaitMandatConfirme: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.confirme";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte2"];
        };
        /** Mandat terminé */
        FaitMandatTermine: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "mandat.termine";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du mandataire demandée (formulaire 301 « mandat » ou TOM) */
        FaitCarteMandataireDemandee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.demandee";
            /**
             * Date
             * Format: date
             */
            date: string;
            moyen: components["schemas"]["Moyen"];
            saisie?: components["schemas"]["CarteDePersonnelDeStructure"];
        };
        /** Nouvelle carte du mandataire refusée par l’ANS */
        FaitCarteMandataireRefusee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.refusee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Carte du mandataire émise */
        FaitCarteMandataireEmise: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.emise";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du mandataire reçue et activée */
        FaitCarteMandataireActivee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.activee";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte2"];
        };
        /** Carte du mandataire bloquée */
        FaitCarteMandataireBloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.bloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du mandataire débloquée */
        FaitCarteMandataireDebloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.debloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du mandataire arrivée à sa date de fin */
        FaitCarteMandataireExpiree: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.expiree";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Carte du mandataire perdue ou mise en opposition */
        FaitCarteMandataireOpposee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.opposee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif?: string;
        };
        /** Nouvelle carte du mandataire déjà active */
        FaitCarteMandataireRenouvelee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteMandataire.renouvelee";
            /**
             * Date
             * Format: date
             */
            date: string;
            carte: components["schemas"]["Carte2"];
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Administrateur technique désigné */
        FaitAdministrateurTechniqueDesigne: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "administrateurTechnique.designe";
            /**
             * Date
             * Format: date
             */
            date: string;
            personne: components["schemas"]["Personne"];
            /**
             * Origine
             * @enum {string}
             */
            origine: "employe" | "technicien";
            carte: {
                type: components["schemas"]["TypeDeCarte3"];
                /** Numéro de la carte */
                numero?: string;
                /**
                 * Fin de validité
                 * @description La date imprimée sur la carte.
                 */
                fin: string | null;
            } | null;
            /**
             * Éditeur ou intégrateur
             * @description Pour un technicien : qui l’emploie.
             */
            societe?: string;
        };
        /** Carte de l’administrateur technique demandée (formulaire 301 ou TOM) */
        FaitCarteAdministrateurDemandee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.demandee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            moyen: components["schemas"]["Moyen"];
            saisie?: components["schemas"]["CarteDePersonnelDeStructure"];
        };
        /** Carte de l’administrateur technique refusée par l’ANS */
        FaitCarteAdministrateurRefusee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.refusee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            /** Motif */
            motif: string;
        };
        /** Carte de l’administrateur technique émise */
        FaitCarteAdministrateurEmise: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.emise";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
        };
        /** Carte de l’administrateur technique reçue et activée */
        FaitCarteAdministrateurActivee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.activee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            carte: components["schemas"]["Carte2"];
        };
        /** Carte de l’administrateur technique bloquée */
        FaitCarteAdministrateurBloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.bloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
        };
        /** Carte de l’administrateur technique débloquée */
        FaitCarteAdministrateurDebloquee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.debloquee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
        };
        /** Carte de l’administrateur technique arrivée à sa date de fin */
        FaitCarteAdministrateurExpiree: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.expiree";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
        };
        /** Carte de l’administrateur technique perdue ou mise en opposition */
        FaitCarteAdministrateurOpposee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.opposee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            /** Motif */
            motif?: string;
        };
        /** Nouvelle carte de l’administrateur technique déjà active */
        FaitCarteAdministrateurRenouvelee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "carteAdministrateur.renouvelee";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            carte: components["schemas"]["Carte2"];
            /**
             * Depuis le
             * Format: date
             * @description Si vous le savez : le jour depuis lequel il en est ainsi.
             */
            depuis?: string;
        };
        /** Administrateur technique parti */
        FaitAdministrateurTechniqueParti: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "administrateurTechnique.parti";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
        };
        /** Représentant légal remplacé */
        FaitRepresentantLegalRemplace: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "representantLegal.remplace";
            /**
             * Date
             * Format: date
             */
            date: string;
            personne?: components["schemas"]["Personne"];
        };
        /** SIRET ou FINESS modifié */
        FaitEtablissementIdentifiantModifie: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "etablissement.identifiantModifie";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * N° SIRET
             * @example 26011021800047
             */
            siret: string;
            finess: string | null;
        };
        /** Dénomination ou adresse de l’établissement modifiée */
        FaitEtablissementCoordonneesModifiees: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "etablissement.coordonneesModifiees";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Dénomination
             * @description La raison sociale.
             */
            denomination: string;
            /**
             * Code postal
             * @example 01130
             */
            codePostal: string;
            /** Commune */
            commune: string;
        };
        /** Établissement fermé */
        FaitEtablissementFerme: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "etablissement.ferme";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif?: string;
        };
        /** Partie 1 du formulaire 413 remplie */
        FaitFormulaire413Partie1Remplie: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.partie1Remplie";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Partie 1 — Identification de la structure bénéficiaire */
            partie1: {
                /**
                 * Dénomination
                 * @description La raison sociale.
                 */
                denomination: string;
                /**
                 * N° SIRET
                 * @example 26011021800047
                 */
                siret: string;
                /**
                 * N° FINESS géographique
                 * @description Celui du site, non celui de l’entité juridique.
                 * @default null
                 */
                finess?: string | null;
                /**
                 * La structure n’a pas de N° FINESS
                 * @default false
                 */
                sansFiness?: boolean;
                /**
                 * Code postal
                 * @example 01130
                 */
                codePostal: string;
                /** Commune */
                commune: string;
            };
        };
        /** Partie 2 du formulaire 413 remplie */
        FaitFormulaire413Partie2Remplie: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.partie2Remplie";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Partie 2
             * @description La procédure ne la décrit pas : laissez-la vide, sauf si l’ANS vous la demande.
             */
            partie2: string;
        };
        /** Partie 3 du formulaire 413 remplie (visa et cachet) */
        FaitFormulaire413Partie3Remplie: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.partie3Remplie";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Partie 3 — Visa et cachet */
            partie3: {
                signataire: components["schemas"]["Signataire"];
                qualite: components["schemas"]["QualiteDuSignataire"];
                /** Carte du signataire */
                carte: {
                    type: components["schemas"]["TypeDeCarte3"];
                    /** Numéro de la carte */
                    numero?: string;
                    /**
                     * Fin de validité
                     * @description La date imprimée sur la carte.
                     */
                    fin: string | null;
                };
                /**
                 * Date du visa
                 * Format: date
                 */
                date: string;
                /**
                 * Cachet de la structure apposé
                 * @constant
                 */
                cachet: true;
            };
        };
        /** Partie 4 du formulaire 413 remplie */
        FaitFormulaire413Partie4Remplie: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.partie4Remplie";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Partie 4 — Détails de la demande de certificat logiciel */
            partie4: {
                /**
                 * Précisions sur l’usage des certificats et sur votre projet
                 * @default accès au DP en authentification avec un certificat de personne physique
                 */
                precisionUsage?: string;
                /** Logiciels */
                logiciels: {
                    /**
                     * Type
                     * @enum {string}
                     */
                    type: "DP" | "PROXY";
                    /** Éditeur */
                    editeur: string;
                    /** Solution */
                    solution: string;
                    /** Version déployée */
                    version: string;
                }[];
                /**
                 * Offre certificat logiciel PRO (personne physique), usage AUTH, SIGN, CONF
                 * @constant
                 */
                offreProAuthSignConf: true;
                /**
                 * Nom de domaine ou de sous-domaine de messagerie
                 * @example ch-exemple.fr
                 */
                domaineMessagerie: string;
                /** Administrateurs techniques */
                administrateursTechniques: {
                    /** Nom */
                    nom: string;
                    /** Prénom */
                    prenom: string;
                    /**
                     * Courriel
                     * Format: email
                     * @description De préférence une boîte partagée.
                     * @example camille.martin@ch-exemple.fr
                     */
                    courriel: string;
                    /**
                     * Téléphone
                     * @example 0474000000
                     */
                    telephone: string;
                    typeCarte: components["schemas"]["TypeDeCarte3"];
                    /**
                     * Rattachement
                     * @enum {string}
                     */
                    rattachement: "structure" | "dsiGroupe" | "editeur" | "integrateur";
                }[];
            };
        };
        /** Formulaire 413 signé */
        FaitFormulaire413Signe: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.signe";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Formulaire 413 transmis à l’ANS */
        FaitFormulaire413Transmis: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.transmis";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Canal
             * @enum {string}
             */
            canal: "EMAIL" | "PORTAIL";
            /**
             * Expéditeur
             * @default structure
             * @enum {string}
             */
            par?: "structure" | "administrateurTechnique";
        };
        /** Formulaire 413 reçu par l’ANS */
        FaitFormulaire413Recu: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.recu";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Formulaire 413 retourné pour correction */
        FaitFormulaire413Retourne: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.retourne";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motifs du retour */
            motifs: {
                /**
                 * Motif
                 * @enum {string}
                 */
                code: "signataire-non-habilite" | "carte-signataire-non-valide" | "contrat-absent" | "cachet-ou-signature-manquant" | "identifiants-incoherents" | "domaine-messagerie-manquant" | "administrateur-technique-sans-carte" | "offre-non-cochee" | "illisible" | "autre";
                /**
                 * Précision
                 * @description Pour un autre motif : ce que l’ANS demande.
                 */
                precision?: string;
            }[];
        };
        /** Demande rejetée par l’ANS */
        FaitFormulaire413Rejete: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.rejete";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Motif */
            motif: string;
        };
        /** Nouvelle demande commencée */
        FaitFormulaire413Repris: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "formulaire413.repris";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Administrateur technique habilité par l’ANS */
        FaitHabilitationAccordee: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "habilitation.accordee";
            /**
             * Date
             * Format: date
             */
            date: string;
        };
        /** Habilitation retirée par l’ANS */
        FaitHabilitationRetiree: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "habilitation.retiree";
            /**
             * Date
             * Format: date
             */
            date: string;
            /**
             * Administrateur technique
             * @description À préciser quand plusieurs sont désignés.
             */
            administrateur?: string;
            /** Motif */
            motif?: string;
        };
        /** Certificat commandé pour un bénéficiaire */
        FaitCertificatDemande: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "certificat.demande";
            /**
             * Date
             * Format: date
             */
            date: string;
            /** Bénéficiaire */
            beneficiaire: {
                /** Nom */
                nom: string;
                /** Prénom */
                prenom: string;
                qualite: components["schemas"]["QualiteDuBeneficiaire"];
                /** Carte du bénéficiaire */
                carte: components["schemas"]["TypeDeCarte3"] | null;
            };
            /**
             * Usage
             * @enum {string}
             */
            usage: "AUTH" | "SIGN";
            /**
             * Offre
             * @default PRO
             * @enum {string}
             */
            offre?: "PRO" | "ORG";
            /** Lecteur de carte et accès à la plateforme vérifiés */
            prerequisVerifies: boolean;
            /** Nom principal d’utilisateur (UPN) */
            upn?: string;
            /**
             * Courriel
             * Format: email
             * @example camille.martin@ch-exemple.fr
             */
            courriel?: string;
        };
        /**
         * Moyen
         * @enum {string}
         */
        Moyen: "formulaire-301" | "tom";
        /**
         * Type de carte
         * @enum {string}
         */
        TypeDeCarte: "CDE" | "CPS";
        /**
         * Qualité du signataire
         * @enum {string}
         */
        QualiteDuSignataire: "representantLegal" | "mandataire";
        /**
         * Rôle du porteur
         * @enum {string}
         */
        RoleDuPorteur: "administrateurTechnique" | "mandataire";
        /**
         * Type de carte
         * @enum {string}
         */
        TypeDeCarte2: "CPE" | "CPS" | "CPA";
        /**
         * Qualité du bénéficiaire
         * @enum {string}
         */
        QualiteDuBeneficiaire: "pharmacien" | "medecin" | "agentAdmission";
        /** Personne */
        Personne: {
            /** Nom */
            nom: string;
            /** Prénom */
            prenom: string;
        };
        /** Signataire */
        Signataire: {
            /** Nom */
            nom: string;
            /** Prénom */
            prenom: string;
        };
        /**
         * Type de carte
         * @enum {string}
         */
        TypeDeCarte3: "CPS" | "CPF" | "CPE" | "CPA" | "CDE";
        /** Porteur de la carte */
        PorteurDeLaCarte: {
            /** Nom */
            nom: string;
            /** Prénom */
            prenom: string;
            /**
             * N° RPPS
             * @example 10003456786
             */
            rpps?: string;
        };
        /** Signature */
        Signature: {
            /** Fait à */
            lieu: string;
            /**
             * Le
             * Format: date
             */
            date: string;
        };
        /** Carte */
        Carte: {
            type: components["schemas"]["TypeDeCarte"];
            /** Numéro de la carte */
            numero?: string;
            /**
             * Fin de validité
             * @description La date imprimée sur la carte.
             */
            fin: string | null;
        };
        /** Carte */
        Carte2: {
            type: components["schemas"]["TypeDeCarte2"];
            /** Numéro de la carte */
            numero?: string;
            /**
             * Fin de validité
             * @description La date imprimée sur la carte.
             */
            fin: string | null;
        };
        /** Représentant légal */
        RepresentantLegal: {
            /** Nom */
            nom: string;
            /** Prénom */
            prenom: string;
            /** Fonction */
            fonction: string;
            /**
             * Courriel
             * Format: email
             * @example camille.martin@ch-exemple.fr
             */
            courriel: string;
            /**
             * Téléphone
             * @example 0474000000
             */
            telephone?: string;
        };
        /** Établissement */
        Etablissement: {
            /**
             * Dénomination
             * @description La raison sociale.
             */
            denomination: string;
            /**
             * N° SIRET
             * @example 26011021800047
             */
            siret: string;
            /**
             * N° FINESS géographique
             * @description Celui du site, non celui de l’entité juridique.
             * @default null
             */
            finess?: string | null;
            /**
             * La structure n’a pas de N° FINESS
             * @default false
             */
            sansFiness?: boolean;
            /**
             * Code postal
             * @example 01130
             */
            codePostal: string;
            /** Commune */
            commune: string;
        };
        /** Carte de personnel de structure */
        CarteDePersonnelDeStructure: {
            etablissement: components["schemas"]["Etablissement"];
            porteur: components["schemas"]["PorteurDeLaCarte"];
            role: components["schemas"]["RoleDuPorteur"];
            /**
             * Mandat
             * @description À cocher pour désigner un mandataire.
             */
            mandat: boolean;
            signataire: components["schemas"]["Signataire"];
            qualite: components["schemas"]["QualiteDuSignataire"];
            signature: components["schemas"]["Signature"];
        };
    };
    responses: {
        /** @description Demande mal formée */
        Refus400DemandeMalFormee: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Authentification requise ; Clé refusée ; Session terminée */
        Refus401SessionTermineeCleRefusee: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "authentification-requise" | "cle-refusee" | "session-terminee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Droit insuffisant ; Portée insuffisante ; Clé limitée */
        Refus403CleLimiteePorteeInsuffisante: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "droit-insuffisant" | "portee-insuffisante" | "cle-limitee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Méthode non admise */
        Refus405MethodeNonAdmise: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "methode-non-admise";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Export trop grand */
        Refus422ExportTropGrandSaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "export-trop-grand";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Trop de demandes */
        Refus429TropDeDemandes: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "trop-de-demandes";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Erreur interne */
        Refus500ErreurInterne: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "erreur-interne";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Liste en préparation ; Enregistrement indisponible ; Service en cours d’arrêt */
        Refus503ArretEnCoursStockageIndisponible: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "liste-en-preparation" | "stockage-indisponible" | "arret-en-cours";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description JSON invalide ; Clé d’idempotence invalide ; Demande mal formée */
        Refus400DemandeMalFormeeCleIdempotenceInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "json-invalide" | "cle-idempotence-invalide" | "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait non permis ; Origine refusée ; Droit insuffisant ; Portée insuffisante ; Clé limitée */
        Refus403CleLimiteePorteeInsuffisante2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-non-permis" | "origine-refusee" | "droit-insuffisant" | "portee-insuffisante" | "cle-limitee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable */
        Refus404Introuvable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre ; Dossier déjà ouvert */
        Refus409DossierExistantDateAnterieure: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure" | "dossier-existant";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Version périmée */
        Refus412VersionPerimee: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "version-perimee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Corps trop grand */
        Refus413CorpsTropGrand: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "corps-trop-grand";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Type de contenu non admis */
        Refus415TypeDeContenu: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "type-de-contenu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Clé d’idempotence déjà utilisée */
        Refus422CleDejaUtiliseeSaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "cle-deja-utilisee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Dossier en quarantaine */
        Refus423DossierEnQuarantaine: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "dossier-en-quarantaine";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Enregistrement indisponible ; Service en cours d’arrêt */
        Refus503ArretEnCoursStockageIndisponible2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "stockage-indisponible" | "arret-en-cours";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Vous avez déjà cette version */
        Inchange: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                ETag: components["headers"]["ETag"];
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description Introuvable */
        Refus404Introuvable2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide */
        Refus422SaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Origine refusée ; Droit insuffisant ; Portée insuffisante ; Clé limitée */
        Refus403CleLimiteePorteeInsuffisante3: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "origine-refusee" | "droit-insuffisant" | "portee-insuffisante" | "cle-limitee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre */
        Refus409DateAnterieureFaitRefuse: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Dossier déjà ouvert */
        Refus409DossierExistant: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "dossier-existant";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description JSON invalide ; Clé d’idempotence non admise ici ; Demande mal formée */
        Refus400DemandeMalFormeeCleIdempotenceNonAdmise: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "json-invalide" | "cle-idempotence-non-admise" | "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Origine refusée ; Droit insuffisant ; Portée insuffisante ; Clé limitée */
        Refus403CleLimiteePorteeInsuffisante4: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "origine-refusee" | "droit-insuffisant" | "portee-insuffisante" | "cle-limitee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre ; Correction impossible */
        Refus409CorrectionImpossibleDateAnterieure: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure" | "correction-impossible";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Dossier en quarantaine */
        Refus423DossierEnQuarantaine2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "dossier-en-quarantaine";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre ; Correction impossible ; Aperçu périmé ; Dossier déjà ouvert */
        Refus409DossierExistantApercuPerime: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure" | "correction-impossible" | "apercu-perime" | "dossier-existant";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre ; Correction impossible ; Aperçu périmé */
        Refus409ApercuPerimeCorrectionImpossible: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure" | "correction-impossible" | "apercu-perime";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Clé d’idempotence invalide ; Demande mal formée */
        Refus400DemandeMalFormeeCleIdempotenceInvalide2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "cle-idempotence-invalide" | "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Type de contenu non admis */
        Refus415TypeDeContenu2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "type-de-contenu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide */
        Refus422SaisieInvalide2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Clé d’idempotence non admise ici ; Demande mal formée */
        Refus400DemandeMalFormeeCleIdempotenceNonAdmise2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "cle-idempotence-non-admise" | "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fichier trop grand */
        Refus413CertificatTropGrand: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "certificat-trop-grand";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Type de contenu non admis */
        Refus415TypeDeContenu3: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "type-de-contenu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Clé privée refusée ; Certificat illisible ; Trop de certificats ; Aucun certificat de titulaire */
        Refus422SansTitulaireCertificatsTropNombreux: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "cle-privee" | "certificat-illisible" | "certificats-trop-nombreux" | "sans-titulaire";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Clé privée refusée ; Certificat illisible ; Trop de certificats ; Demande de certificat attendue */
        Refus422CsrAttenduCertificatsTropNombreux: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "cle-privee" | "certificat-illisible" | "certificats-trop-nombreux" | "csr-attendu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Document trop grand */
        Refus413DocumentTropGrand: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "document-trop-grand";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Document refusé ; Virus trouvé */
        Refus422DocumentInfecteDocumentRefuse: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "document-refuse" | "document-infecte";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Antivirus injoignable ; Enregistrement indisponible ; Service en cours d’arrêt */
        Refus503ArretEnCoursStockageIndisponible3: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "antivirus-muet" | "stockage-indisponible" | "arret-en-cours";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Document refusé ; Aucun formulaire reconnu ; Virus trouvé */
        Refus422DocumentInfecteNumerisationSansCode: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "document-refuse" | "numerisation-sans-code" | "document-infecte";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable ; Document introuvable */
        Refus404DocumentIntrouvableIntrouvable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable" | "document-introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable ; Document introuvable */
        Refus404DocumentIntrouvableIntrouvable2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable" | "document-introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Fait refusé ; Dates dans le désordre ; Aucune messagerie ; Adresse qui refuse */
        Refus409AdresseRefuseeSansMessagerie: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "fait-refuse" | "date-anterieure" | "sans-messagerie" | "adresse-refusee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Corps trop grand ; Courriel trop grand */
        Refus413CourrielTropGrandCorpsTropGrand: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "corps-trop-grand" | "courriel-trop-grand";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Document refusé */
        Refus422DocumentRefuse2SaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "document-refuse";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Lecture occupée ; Enregistrement indisponible ; Service en cours d’arrêt */
        Refus503ArretEnCoursStockageIndisponible4: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "lecture-occupee" | "stockage-indisponible" | "arret-en-cours";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable ; Région inconnue */
        Refus404RegionInconnueIntrouvable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable" | "region-inconnue";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Rien à montrer */
        Refus409RienAPartager: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "rien-a-partager";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Curseur inconnu */
        Refus422CurseurInconnuSaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "curseur-inconnu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Trop d’abonnements */
        Refus409TropDAbonnements: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "trop-d-abonnements";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description JSON invalide ; Demande mal formée */
        Refus400DemandeMalFormeeJsonInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "json-invalide" | "demande-mal-formee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Hors du bac à sable */
        Refus409HorsBacASable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "hors-bac-a-sable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Hors du bac à sable ; Horloge en arrière */
        Refus409HorlogeEnArriereHorsBacASable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "hors-bac-a-sable" | "horloge-en-arriere";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Hors du bac à sable ; Scénario interrompu */
        Refus409ScenarioInterrompuHorsBacASable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "hors-bac-a-sable" | "scenario-interrompu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Identifiants refusés */
        Refus401IdentifiantsRefuses: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "identifiants-refuses";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Trop de tentatives ; Trop de demandes */
        Refus429TropDeDemandesTropDeTentatives: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "trop-de-tentatives" | "trop-de-demandes";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable */
        Refus404Introuvable22: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Identifiants refusés ; Authentification requise ; Clé refusée ; Session terminée */
        Refus401SessionTermineeCleRefusee2: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "identifiants-refuses" | "authentification-requise" | "cle-refusee" | "session-terminee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Saisie invalide ; Mot de passe trop faible */
        Refus422MotDePasseFaibleSaisieInvalide: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "saisie-invalide" | "mot-de-passe-faible";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Lien inconnu */
        Refus404LienInconnu: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "lien-inconnu";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Lien déjà utilisé */
        Refus409LienUtilise: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "lien-utilise";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Lien périmé */
        Refus410LienPerime: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "lien-perime";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Lien déjà utilisé ; Courriel déjà pris */
        Refus409CourrielPrisLienUtilise: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "lien-utilise" | "courriel-pris";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Courriel déjà pris */
        Refus409CourrielPris: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "courriel-pris";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Dernier superviseur */
        Refus409DernierSuperviseur: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "dernier-superviseur";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Éditeur déjà connu */
        Refus409EditeurExistant: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "editeur-existant";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable */
        Refus404Introuvable3: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Délégation déjà accordée */
        Refus409DelegationExistante: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "delegation-existante";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable */
        Refus404Introuvable4: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Valeur déjà en cours */
        Refus409ValeurCommencee: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "valeur-commencee";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Modèle modifié entre-temps */
        Refus412ModeleModifie: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "modele-modifie";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable ; Région inconnue ; Niveau sans objet */
        Refus404NiveauSansObjetRegionInconnue: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable" | "region-inconnue" | "niveau-sans-objet";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Introuvable ; Format inconnu ; Région inconnue */
        Refus404RegionInconnueFormatInconnu: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Cle-Fin": components["headers"]["Cle-Fin"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"] & ({
                    /** @enum {string} */
                    code: "introuvable" | "format-inconnu" | "region-inconnue";
                } & {
                    [key: string]: unknown;
                });
            };
        };
        /** @description Le service ne peut pas garder ce qu’il acquitterait, ou s’arrête */
        Refus503StockageIndisponible: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
        /** @description Ce n’est pas l’exploitant qui demande */
        Refus404: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Probleme"];
            };
        };
    };
    parameters: {
        /** @description Ceux de ce SIRET */
        QuerySiret: string;
        /** @description Ceux de ce FINESS géographique */
        QueryFiness: string;
        /** @description Ceux qui la suivent */
        QueryProcedure: "public-ght" | "prive-mono-site" | "prive-groupe" | "groupement" | "certificat";
        /** @description Ceux qui en sont là */
        QueryStatut: "enCours" | "enService" | "abandonne" | "clos";
        /** @description Ceux de ce groupement, par son identifiant */
        QueryGroupement: string;
        /** @description Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
        QueryEditeur: string;
        /** @description Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis */
        QueryModifiesDepuis: string;
        /** @description Ceux qui attendent quelque chose de lui */
        QueryAttend: "representantLegal" | "mandataire" | "administrateurTechnique" | "etablissement" | "dsi" | "editeur" | "beneficiaire" | "ans";
        /** @description Ceux où elle est attendue ; avec « attend », de lui */
        QueryEtape: "suivi.abandonne" | "coordination.aContacter" | "etatDesLieux.attendu" | "editeur.aContacter" | "contrat.aVerifier" | "contrat.aCompleter" | "contrat.attenteDecision" | "carteResponsable.aVerifier" | "carteResponsable.aDemander" | "carteResponsable.aRemplacer" | "carteResponsable.attenteEmission" | "carteResponsable.aActiver" | "carteResponsable.bloquee" | "mandataire.aucun" | "mandataire.attenteCarte" | "mandataire.attenteRemplacement" | "mandataire.aActiver" | "mandataire.attenteMandat" | "mandataire.bloque" | "mandataire.carteARemplacer" | "mandataire.aConfirmer" | "administrateurTechnique.aDesigner" | "administrateurTechnique.aEquiper" | "administrateurTechnique.aRemplacer" | "administrateurTechnique.attenteCarte" | "administrateurTechnique.aActiver" | "administrateurTechnique.attenteCpa" | "administrateurTechnique.bloque" | "formulaire413.redaction.partie1.aRemplir" | "formulaire413.redaction.partie3.aRemplir" | "formulaire413.redaction.partie4.aRemplir" | "formulaire413.aSigner" | "formulaire413.aTransmettre" | "formulaire413.attenteReception" | "formulaire413.enInstruction" | "formulaire413.rejetee" | "habilitation.accordee" | "vie.demande" | "vie.disponible" | "vie.retire" | "renouvellement.du" | "alerte.aDecider";
        /** @description Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats */
        QueryFait: "administrateurTechnique.designe" | "administrateurTechnique.disponible" | "administrateurTechnique.indisponible" | "administrateurTechnique.parti" | "beneficiaire.qualiteModifiee" | "carteAdministrateur.activee" | "carteAdministrateur.bloquee" | "carteAdministrateur.debloquee" | "carteAdministrateur.demandee" | "carteAdministrateur.emise" | "carteAdministrateur.expiree" | "carteAdministrateur.opposee" | "carteAdministrateur.refusee" | "carteAdministrateur.renouvelee" | "carteBeneficiaire.opposee" | "carteMandataire.activee" | "carteMandataire.bloquee" | "carteMandataire.debloquee" | "carteMandataire.demandee" | "carteMandataire.emise" | "carteMandataire.expiree" | "carteMandataire.opposee" | "carteMandataire.refusee" | "carteMandataire.renouvelee" | "carteResponsable.absente" | "carteResponsable.activee" | "carteResponsable.bloquee" | "carteResponsable.debloquee" | "carteResponsable.emise" | "carteResponsable.expiree" | "carteResponsable.opposee" | "carteResponsable.renouvelee" | "carteResponsable.trouvee" | "certificat.annule" | "certificat.demande" | "certificat.disponible" | "certificat.expire" | "certificat.installe" | "certificat.maintenu" | "certificat.refuse" | "certificat.renouvele" | "certificat.renouvellementDu" | "certificat.retire" | "certificat.revoque" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "commande.fermee" | "commande.ouverte" | "contrat.absent" | "contrat.refuse" | "contrat.signe" | "contrat.termine" | "contrat.transmis" | "contrat.trouve" | "dossier.abandonne" | "dossier.rouvert" | "dsi.contactee" | "editeur.contacte" | "etablissement.coordonneesModifiees" | "etablissement.ferme" | "etablissement.identifiantModifie" | "etatDesLieux.recu" | "formulaire101.refuse" | "formulaire101.transmis" | "formulaire413.partie1Remplie" | "formulaire413.partie2Remplie" | "formulaire413.partie3Remplie" | "formulaire413.partie4Remplie" | "formulaire413.recu" | "formulaire413.rejete" | "formulaire413.repris" | "formulaire413.retourne" | "formulaire413.signe" | "formulaire413.transmis" | "habilitation.accordee" | "habilitation.retiree" | "mandat.confirme" | "mandat.demande" | "mandat.enregistre" | "mandat.refuse" | "mandat.termine" | "mandat.trouve" | "representantLegal.remplace" | "site.ouvert" | "sites.aucun" | "sites.enCours" | "sites.enService" | "successeur.clos" | "successeur.installe";
        /** @description Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même */
        QueryEcheanceAvant: string;
        /** @description Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre */
        QueryRetourneDepuis: string;
        /** @description Dossiers : l’identifiant */
        PathId: string;
        /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
        HeaderIdempotencyKey: string;
        /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
        HeaderIfMatch: string;
        /** @description « return=minimal » : une réponse de 300 octets au plus */
        HeaderPrefer: string;
        /** @description La version déjà lue : la réponse attend qu’il y en ait une autre, le temps que dit « attendre » */
        QueryDepuisVersion: number;
        /** @description De 0s à 30s */
        QueryAttendre: string;
        /** @description La version que vous avez déjà : 304 si c’est encore elle */
        HeaderIfNoneMatch: string;
        /** @description Combien au plus, de 1 à 200 */
        QueryLimite: number;
        /** @description Le rang de la dernière ligne lue */
        QueryApres: number;
        /** @description Groupements : l’identifiant */
        PathId2: string;
        /** @description Certificats : l’identifiant */
        PathId3: string;
        /** @description Le « suite » de la page précédente */
        QueryApres2: string;
        /** @description Ceux de ce dossier, par son identifiant */
        QueryDossier: string;
        /** @description Compter aussi, jusqu’à 1 000 */
        QueryTotal: "oui";
        /** @description Les champs à donner, séparés par des virgules : id, procedure, procedureVersion, version, statut, ouvertLe, modifieLe, liens, contexte, depuis, bornes, durees, enfants, etats, etablissement, groupementId, aFaire, retourneLe */
        QueryChamps: string;
        /** @description Lire sans rien enregistrer */
        QueryApercu: "oui" | "non";
        /** @description Ouvrir aussi les sites qui n’ont pas encore de dossier */
        QueryOuvrir: "oui" | "non";
        /** @description Celle de l’état des lieux */
        QueryDate: string;
        /** @description Celle d’un aperçu : 412 si l’effet n’est plus le même */
        QueryEmpreinte: string;
        /** @description Le dossier, par son identifiant */
        PathDossierId: string;
        /** @description Procédures : l’identifiant */
        PathId4: string;
        /** @description Documents d’un dossier : l’identifiant */
        PathId5: string;
        /** @description Le nom du fichier, tel qu’il est montré */
        QueryNom: string;
        /** @description La ligne du journal qu’il prouve */
        QueryProuve: number;
        /** @description Le rang de la valeur, que donnent les réglages, ou de la ligne du journal */
        PathRang: string;
        /** @description Courriels d’un dossier : l’identifiant */
        PathId6: string;
        /** @description Courriels reçus, à classer : l’identifiant */
        PathId7: string;
        /** @description Raconté en une page, ou entier */
        QueryNiveau: "recit" | "complet";
        /** @description Une seule région, par son identifiant */
        QueryRegion: string;
        /** @description Les couleurs : celles du lecteur, à défaut */
        QueryTheme: "clair" | "sombre";
        /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
        QueryPour: "etablissement" | "administrateur-technique" | "editeur" | "dsi";
        /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
        QueryLe: string;
        /** @description La version de la procédure : la dernière, à défaut */
        QueryVersion: number;
        /** @description Combien en sont où, ou combien de temps ils y restent */
        QueryMesure: "effectif" | "duree";
        /** @description Ce qui s’est passé depuis ce jour */
        QueryDepuis: string;
        /** @description Des mots du nom ou de la commune, dans n’importe quel ordre, ou un numéro ou son début */
        QueryRecherche: string;
        /** @description Combien au plus, de 1 à 50 */
        QueryLimite2: number;
        /** @description Le type du fait : contrat.signe */
        PathType: string;
        /** @description Le « curseur » de la réponse précédente : du début, à défaut */
        QueryApres3: string;
        /** @description Des types d’événements, séparés par des virgules : « contrat.signe » ou « fr.parcours-igc.contrat.signe » */
        QueryTypes: string;
        /** @description Abonnements (webhooks) : l’identifiant */
        PathId8: string;
        /** @description Celles d’un seul événement */
        QueryEvenement: number;
        /** @description Comptes : l’identifiant */
        PathId9: string;
        /** @description Le « suite » de la page précédente */
        QueryAvant: number;
        /** @description Comme le journal nomme un auteur : « compte:… », « cle:… », ou « anonyme » */
        QueryQui: string;
        /** @description L’identifiant d’un dossier, d’un groupement, d’un certificat */
        QueryObjet: string;
        /** @description Jour, AAAA-MM-JJ */
        QueryDu: string;
        /** @description Jour, AAAA-MM-JJ */
        QueryAu: string;
        /** @description Seulement ce qui a été refusé */
        QueryRefuses: string;
        /** @description Éditeurs : l’identifiant */
        PathId10: string;
        /** @description Un éditeur, par son identifiant */
        QueryEditeur2: string;
        /** @description Clés d’API : l’identifiant */
        PathId11: string;
        /** @description Un éditeur, par son identifiant */
        QueryEditeur3: string;
        /** @description Délégations : l’identifiant */
        PathId12: string;
        /** @description Ceux de ce jour-là : aujourd’hui, à défaut */
        QueryLe2: string;
        /** @description Modèles de courriel : l’identifiant */
        PathId13: string;
        /** @description La version lue */
        QueryVersion2: number;
        /** @description Un modèle, par son identifiant */
        QueryModele: string;
        /** @description Racontée en une page, entière, ou tous les parcours en un récit */
        QueryNiveau2: "recit" | "complet" | "comparaison";
        /** @description Le format : png, pdf, mmd, dot, scxml, bpmn, xstate.json ou json */
        PathExtension: string;
        /** @description D’une image .png, en pixels */
        QueryLargeur: number;
        /** @description En .mmd, .dot ou .pdf : une seule région, par son identifiant */
        QueryRegion2: string;
        /** @description D’une image .png ou d’une feuille .pdf : le récit en A4, la machine entière en A3 ; en .pdf, tous les parcours en un récit */
        QueryNiveau3: "recit" | "complet" | "comparaison";
        /** @description La version de la procédure : la dernière, à défaut */
        QueryDe: number;
        /** @description Une autre version (2), ou une autre procédure (public-ght@1) */
        QueryA: string;
        /** @description En données, dessinée, ou sur papier */
        QueryFormat: "json" | "svg" | "pdf";
        /** @description L’identifiant de l’événement : le même à chaque tentative, pour n’agir qu’une fois */
        HeaderWebhookId: string;
        /** @description Quand cette tentative est partie, en secondes depuis 1970 : refusez au-delà de 5 minutes */
        HeaderWebhookTimestamp: string;
        /** @description HMAC-SHA256, en base64, de « id.timestamp.corps » par le secret de l’abonnement ; plusieurs, séparées par une espace, quand le secret vient de changer */
        HeaderWebhookSignature: string;
        /** @description La fin signée du journal : gardée, elle prouve qu’il n’a pas été réécrit */
        HeaderAncre: string;
    };
    requestBodies: never;
    headers: {
        /** @description Sous lequel la demande se retrouve au journal technique ; celui de la demande, s’il en porte un */
        "X-Request-Id": string;
        /**
         * @description Combien de demandes (q) par fenêtre, en secondes (w)
         * @example "identite";q=6000;w=60
         */
        "RateLimit-Policy": string;
        /**
         * @description Combien il en reste (r), et dans combien de secondes toutes sont rendues (t)
         * @example "identite";r=5999;t=42
         */
        RateLimit: string;
        /**
         * @description Dans combien de secondes revenir
         * @example 42
         */
        "Retry-After": number;
        /**
         * @description Le dernier jour de la clé, dès 30 jours avant
         * @example 2026-01-31
         */
        "Cle-Fin": string;
        /**
         * @description Comment dire qui l’on est (RFC 6750)
         * @example Bearer realm="parcours-igc"
         */
        "WWW-Authenticate": string;
        /**
         * @description Les méthodes que prend cette adresse
         * @example GET, POST
         */
        Allow: string;
        /**
         * @description La version de ce qui est rendu : à redire en If-Match, ou en If-None-Match
         * @example "12"
         */
        ETag: string;
        /**
         * @description L’adresse de ce qui vient d’être ouvert
         * @example /api/v1/dossiers/7b1e
         */
        Location: string;
        /** @description Le reçu signé de l’acte : il prouve des années après qu’il a été enregistré */
        Recu: string;
        /** @description Que cette réponse est celle d’une demande déjà faite sous la même clé */
        "Idempotent-Replayed": "true";
        /** @description La préférence qui a été suivie */
        "Preference-Applied": "return=minimal";
        /** @description Le nom du fichier */
        "Content-Disposition": string;
        /** @description Le cookie de la session */
        "Set-Cookie": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "dossiers.exporter": {
        parameters: {
            query?: {
                /** @description Ceux de ce SIRET */
                siret?: components["parameters"]["QuerySiret"];
                /** @description Ceux de ce FINESS géographique */
                finess?: components["parameters"]["QueryFiness"];
                /** @description Ceux qui la suivent */
                procedure?: components["parameters"]["QueryProcedure"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
                /** @description Ceux de ce groupement, par son identifiant */
                groupement?: components["parameters"]["QueryGroupement"];
                /** @description Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
                editeur?: components["parameters"]["QueryEditeur"];
                /** @description Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis */
                modifiesDepuis?: components["parameters"]["QueryModifiesDepuis"];
                /** @description Ceux qui attendent quelque chose de lui */
                attend?: components["parameters"]["QueryAttend"];
                /** @description Ceux où elle est attendue ; avec « attend », de lui */
                etape?: components["parameters"]["QueryEtape"];
                /** @description Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats */
                fait?: components["parameters"]["QueryFait"];
                /** @description Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même */
                echeanceAvant?: components["parameters"]["QueryEcheanceAvant"];
                /** @description Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre */
                retourneDepuis?: components["parameters"]["QueryRetourneDepuis"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422ExportTropGrandSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible"];
        };
    };
    "dossiers.faits": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
                /** @description « return=minimal » : une réponse de 300 octets au plus */
                Prefer?: components["parameters"]["HeaderPrefer"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaitDossier"];
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossier: components["schemas"]["Dossier"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesDossier"];
                    };
                    "application/vnd.parcours-igc.bref+json": components["schemas"]["Retenu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante2"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DossierExistantDateAnterieure"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.prochaines-etapes": {
        parameters: {
            query?: {
                /** @description La version déjà lue : la réponse attend qu’il y en ait une autre, le temps que dit « attendre » */
                depuisVersion?: components["parameters"]["QueryDepuisVersion"];
                /** @description De 0s à 30s */
                attendre?: components["parameters"]["QueryAttendre"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProchainesEtapesDossier"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.lire": {
        parameters: {
            query?: never;
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.journal": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le rang de la dernière ligne lue */
                apres?: components["parameters"]["QueryApres"];
            };
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faits: components["schemas"]["LigneDeJournal"][];
                        suite: number | null;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.faits": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
                /** @description « return=minimal » : une réponse de 300 octets au plus */
                Prefer?: components["parameters"]["HeaderPrefer"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaitGroupement"];
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groupement: components["schemas"]["Groupement"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesGroupement"];
                    };
                    "application/vnd.parcours-igc.bref+json": components["schemas"]["Retenu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DateAnterieureFaitRefuse"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.prochaines-etapes": {
        parameters: {
            query?: {
                /** @description La version déjà lue : la réponse attend qu’il y en ait une autre, le temps que dit « attendre » */
                depuisVersion?: components["parameters"]["QueryDepuisVersion"];
                /** @description De 0s à 30s */
                attendre?: components["parameters"]["QueryAttendre"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProchainesEtapesGroupement"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.lire": {
        parameters: {
            query?: never;
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Groupement"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.journal": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le rang de la dernière ligne lue */
                apres?: components["parameters"]["QueryApres"];
            };
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faits: components["schemas"]["LigneDeJournal"][];
                        suite: number | null;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.faits": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
                /** @description « return=minimal » : une réponse de 300 octets au plus */
                Prefer?: components["parameters"]["HeaderPrefer"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaitCertificat"];
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    "Preference-Applied": components["headers"]["Preference-Applied"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certificat: components["schemas"]["Certificat"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesCertificat"];
                    };
                    "application/vnd.parcours-igc.bref+json": components["schemas"]["Retenu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DateAnterieureFaitRefuse"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.prochaines-etapes": {
        parameters: {
            query?: {
                /** @description La version déjà lue : la réponse attend qu’il y en ait une autre, le temps que dit « attendre » */
                depuisVersion?: components["parameters"]["QueryDepuisVersion"];
                /** @description De 0s à 30s */
                attendre?: components["parameters"]["QueryAttendre"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProchainesEtapesCertificat"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.lire": {
        parameters: {
            query?: never;
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Certificat"];
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.journal": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le rang de la dernière ligne lue */
                apres?: components["parameters"]["QueryApres"];
            };
            header?: never;
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        faits: components["schemas"]["LigneDeJournal"][];
                        suite: number | null;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "faits.enregistrer": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FaitsDits"];
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        retenus: number;
                        refuses: number;
                        lignes: components["schemas"]["LigneFaite"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DossierExistant"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.correction-apercu": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description À renvoyer à la confirmation */
                        version: number;
                        ligne: components["schemas"]["LigneCorrigee"];
                        /** @description Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
                        retires: components["schemas"]["LigneRetiree"][];
                        etats: components["schemas"]["EtatsChanges"];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesDossier"];
                        avertissements: components["schemas"]["Avertissement"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409CorrectionImpossibleDateAnterieure"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.corriger": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                    /** Motif de la correction */
                    motif: string;
                    version: number;
                    retires: number[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossier: components["schemas"]["Dossier"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesDossier"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DossierExistantApercuPerime"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.correction-apercu": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description À renvoyer à la confirmation */
                        version: number;
                        ligne: components["schemas"]["LigneCorrigee"];
                        /** @description Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
                        retires: components["schemas"]["LigneRetiree"][];
                        etats: components["schemas"]["EtatsChanges"];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesGroupement"];
                        avertissements: components["schemas"]["Avertissement"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409CorrectionImpossibleDateAnterieure"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.corriger": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                    /** Motif de la correction */
                    motif: string;
                    version: number;
                    retires: number[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groupement: components["schemas"]["Groupement"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesGroupement"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409ApercuPerimeCorrectionImpossible"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.correction-apercu": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description À renvoyer à la confirmation */
                        version: number;
                        ligne: components["schemas"]["LigneCorrigee"];
                        /** @description Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
                        retires: components["schemas"]["LigneRetiree"][];
                        etats: components["schemas"]["EtatsChanges"];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesCertificat"];
                        avertissements: components["schemas"]["Avertissement"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409CorrectionImpossibleDateAnterieure"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.corriger": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rang: number;
                    /** @default null */
                    remplacement?: ({
                        date: string;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    /** @description Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
                    avec?: {
                        rang: number;
                        /** @default null */
                        remplacement?: ({
                            date: string;
                        } & {
                            [key: string]: unknown;
                        }) | null;
                    }[];
                    /** Motif de la correction */
                    motif: string;
                    version: number;
                    retires: number[];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certificat: components["schemas"]["Certificat"];
                        avertissements: components["schemas"]["Avertissement"][];
                        prochainesEtapes: components["schemas"]["ProchainesEtapesCertificat"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409ApercuPerimeCorrectionImpossible"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.lister": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                apres?: components["parameters"]["QueryApres2"];
                /** @description Ceux de ce SIRET */
                siret?: components["parameters"]["QuerySiret"];
                /** @description Ceux de ce FINESS géographique */
                finess?: components["parameters"]["QueryFiness"];
                /** @description Ceux qui la suivent */
                procedure?: components["parameters"]["QueryProcedure"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
                /** @description Ceux de ce groupement, par son identifiant */
                groupement?: components["parameters"]["QueryGroupement"];
                /** @description Ceux de ce dossier, par son identifiant */
                dossier?: components["parameters"]["QueryDossier"];
                /** @description Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
                editeur?: components["parameters"]["QueryEditeur"];
                /** @description Compter aussi, jusqu’à 1 000 */
                total?: components["parameters"]["QueryTotal"];
                /** @description Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis */
                modifiesDepuis?: components["parameters"]["QueryModifiesDepuis"];
                /** @description Ceux qui attendent quelque chose de lui */
                attend?: components["parameters"]["QueryAttend"];
                /** @description Ceux où elle est attendue ; avec « attend », de lui */
                etape?: components["parameters"]["QueryEtape"];
                /** @description Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats */
                fait?: components["parameters"]["QueryFait"];
                /** @description Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même */
                echeanceAvant?: components["parameters"]["QueryEcheanceAvant"];
                /** @description Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre */
                retourneDepuis?: components["parameters"]["QueryRetourneDepuis"];
                /** @description Les champs à donner, séparés par des virgules : id, procedure, procedureVersion, version, statut, ouvertLe, modifieLe, liens, contexte, depuis, bornes, durees, enfants, etats, etablissement, groupementId, aFaire, retourneLe */
                champs?: components["parameters"]["QueryChamps"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossiers: components["schemas"]["DossierListe"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                    "application/vnd.parcours-igc.bref+json": {
                        dossiers: components["schemas"]["DossierReduit"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible"];
        };
    };
    "dossiers.ouvrir": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    procedure: "public-ght" | "prive-mono-site" | "prive-groupe";
                    /** Établissement */
                    etablissement: {
                        /**
                         * Dénomination
                         * @description La raison sociale.
                         */
                        denomination: string;
                        /**
                         * N° SIRET
                         * @example 26011021800047
                         */
                        siret: string;
                        /**
                         * N° FINESS géographique
                         * @description Celui du site, non celui de l’entité juridique.
                         * @default null
                         */
                        finess?: string | null;
                        /**
                         * La structure n’a pas de N° FINESS
                         * @default false
                         */
                        sansFiness?: boolean;
                        /**
                         * Code postal
                         * @example 01130
                         */
                        codePostal: string;
                        /** Commune */
                        commune: string;
                    };
                    groupementId?: string | null;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierOuvert"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DossierExistant"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.lister": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                apres?: components["parameters"]["QueryApres2"];
                /** @description Ceux de ce SIRET */
                siret?: components["parameters"]["QuerySiret"];
                /** @description Ceux de ce FINESS géographique */
                finess?: components["parameters"]["QueryFiness"];
                /** @description Ceux qui la suivent */
                procedure?: components["parameters"]["QueryProcedure"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
                /** @description Ceux de ce groupement, par son identifiant */
                groupement?: components["parameters"]["QueryGroupement"];
                /** @description Ceux de ce dossier, par son identifiant */
                dossier?: components["parameters"]["QueryDossier"];
                /** @description Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
                editeur?: components["parameters"]["QueryEditeur"];
                /** @description Compter aussi, jusqu’à 1 000 */
                total?: components["parameters"]["QueryTotal"];
                /** @description Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis */
                modifiesDepuis?: components["parameters"]["QueryModifiesDepuis"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groupements: components["schemas"]["Groupement"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.ouvrir": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom du groupement */
                    nom: string;
                    /**
                     * Genre : GHT ou groupe privé
                     * @enum {string}
                     */
                    genre: "ght" | "groupe-prive";
                    /** DSI */
                    dsi?: (string | {
                        /** Nom */
                        nom: string;
                        /**
                         * Courriel
                         * Format: email
                         * @example camille.martin@ch-exemple.fr
                         */
                        courriel?: string;
                        /**
                         * Téléphone
                         * @example 0474000000
                         */
                        telephone?: string;
                    }) | null;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GroupementOuvert"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DossierExistant"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.lister": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                apres?: components["parameters"]["QueryApres2"];
                /** @description Ceux de ce SIRET */
                siret?: components["parameters"]["QuerySiret"];
                /** @description Ceux de ce FINESS géographique */
                finess?: components["parameters"]["QueryFiness"];
                /** @description Ceux qui la suivent */
                procedure?: components["parameters"]["QueryProcedure"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
                /** @description Ceux de ce groupement, par son identifiant */
                groupement?: components["parameters"]["QueryGroupement"];
                /** @description Ceux de ce dossier, par son identifiant */
                dossier?: components["parameters"]["QueryDossier"];
                /** @description Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
                editeur?: components["parameters"]["QueryEditeur"];
                /** @description Compter aussi, jusqu’à 1 000 */
                total?: components["parameters"]["QueryTotal"];
                /** @description Ceux qui ont changé depuis cet instant, ou qui vous ont été délégués depuis */
                modifiesDepuis?: components["parameters"]["QueryModifiesDepuis"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certificats: components["schemas"]["Certificat"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.dossiers": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                apres?: components["parameters"]["QueryApres2"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
            };
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossiers: components["schemas"]["Dossier"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.certificats": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                apres?: components["parameters"]["QueryApres2"];
                /** @description Ceux qui en sont là */
                statut?: components["parameters"]["QueryStatut"];
            };
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        certificats: components["schemas"]["Certificat"][];
                        /** @description À donner en « apres » pour la page suivante ; null à la dernière */
                        suite: string | null;
                        total?: components["schemas"]["Total"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.matrice": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        groupement: {
                            id: string;
                            nom: string;
                            /** @enum {string} */
                            genre: "ght" | "groupe-prive";
                            statut: components["schemas"]["Statut"];
                        };
                        procedure: components["schemas"]["ProcedureId"];
                        /** @description Les sites par statut ; ceux qui sont abandonnés ou fermés ne retardent pas le groupement, et sont nommés à part */
                        bilan: {
                            enCours: number;
                            enService: number;
                            abandonnes: components["schemas"]["SiteNomme"][];
                            clos: components["schemas"]["SiteNomme"][];
                        };
                        colonnes: {
                            id: string;
                            libelle: string;
                            source: string;
                        }[];
                        sites: components["schemas"]["SiteDeMatrice"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.matrice-csv": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.etat-des-lieux": {
        parameters: {
            query?: {
                /** @description Lire sans rien enregistrer */
                apercu?: components["parameters"]["QueryApercu"];
                /** @description Ouvrir aussi les sites qui n’ont pas encore de dossier */
                ouvrir?: components["parameters"]["QueryOuvrir"];
                /** @description Celle de l’état des lieux */
                date?: components["parameters"]["QueryDate"];
                /** @description Celle d’un aperçu : 412 si l’effet n’est plus le même */
                empreinte?: components["parameters"]["QueryEmpreinte"];
            };
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Si rien n’a été écrit */
                        apercu: boolean;
                        /** @enum {string} */
                        encodage: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "macintosh" | "xlsx" | "ods";
                        /** @enum {string} */
                        separateur: ";" | "," | "\t" | "|";
                        /** @description 0 : une extraction de FINESS, qui n’en a pas */
                        entete: number;
                        colonnes: string[];
                        /** @description Les colonnes qui n’ont pas été lues */
                        ignorees: string[];
                        /** @description D’un classeur : les feuilles lues et non lues */
                        remarques: string[];
                        lignes: components["schemas"]["LigneEtatDesLieux"][];
                        /** @description À rendre en « empreinte » pour n’enregistrer que ce qui a été vu */
                        empreinte: string;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DateAnterieureFaitRefuse"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu2"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.rattacher": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dossierId: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossier: components["schemas"]["Dossier"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404Introuvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DateAnterieureFaitRefuse"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.detacher": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
                /** @description Le dossier, par son identifiant */
                dossierId: components["parameters"]["PathDossierId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        dossier: components["schemas"]["Dossier"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide2"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["Plan"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        plan: components["schemas"]["PlanGroupement"];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.simulation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    faits: components["schemas"]["FaitDossier"][];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prevision"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.plan": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    faits: components["schemas"]["FaitDossier"][];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prevision"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.conformite": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    faits: components["schemas"]["FaitDossier"][];
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conformite"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.fichier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pkix-cert": string;
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificatLu"] | components["schemas"]["CsrLu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CertificatTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu3"];
            422: components["responses"]["Refus422SansTitulaireCertificatsTropNombreux"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.csr": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/pkix-cert": string;
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CsrLu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CertificatTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu3"];
            422: components["responses"]["Refus422CsrAttenduCertificatsTropNombreux"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "documents.lister": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Documents d’un dossier : l’identifiant */
                id: components["parameters"]["PathId5"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        documents: components["schemas"]["Document"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "documents.deposer": {
        parameters: {
            query?: {
                /** @description Le nom du fichier, tel qu’il est montré */
                nom?: components["parameters"]["QueryNom"];
                /** @description La ligne du journal qu’il prouve */
                prouve?: components["parameters"]["QueryProuve"];
            };
            header?: never;
            path: {
                /** @description Documents d’un dossier : l’identifiant */
                id: components["parameters"]["PathId5"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Document"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413DocumentTropGrand"];
            422: components["responses"]["Refus422DocumentInfecteDocumentRefuse"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible3"];
        };
    };
    "documents.numeriser": {
        parameters: {
            query?: {
                /** @description Le nom du fichier, tel qu’il est montré */
                nom?: components["parameters"]["QueryNom"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Classement"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413DocumentTropGrand"];
            422: components["responses"]["Refus422DocumentInfecteNumerisationSansCode"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible3"];
        };
    };
    "documents.lire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Documents d’un dossier : l’identifiant */
                id: components["parameters"]["PathId5"];
                /** @description Le rang de la valeur, que donnent les réglages, ou de la ligne du journal */
                rang: components["parameters"]["PathRang"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404DocumentIntrouvableIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "documents.effacer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Documents d’un dossier : l’identifiant */
                id: components["parameters"]["PathId5"];
                /** @description Le rang de la valeur, que donnent les réglages, ou de la ligne du journal */
                rang: components["parameters"]["PathRang"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    motif: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404DocumentIntrouvableIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "courriels.lister": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Courriels d’un dossier : l’identifiant */
                id: components["parameters"]["PathId6"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        courriels: components["schemas"]["CourrielDeDossier"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "courriels.envoyer": {
        parameters: {
            query?: never;
            header?: {
                /** @description La même clé et la même demande reçoivent la même réponse pendant 7 jours */
                "Idempotency-Key"?: components["parameters"]["HeaderIdempotencyKey"];
                /** @description La version attendue, telle que l’ETag la donne : 412 si ce n’est plus elle */
                "If-Match"?: components["parameters"]["HeaderIfMatch"];
            };
            path: {
                /** @description Courriels d’un dossier : l’identifiant */
                id: components["parameters"]["PathId6"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Destinataires
                     * @description Des adresses, séparées par des virgules
                     */
                    a: string | string[];
                    /** Objet */
                    objet: string;
                    /** Texte */
                    corps: string;
                    /**
                     * Le modèle dont il vient
                     * @default null
                     */
                    modele?: string | null;
                    /**
                     * Les documents du dossier à joindre, par leur rang
                     * @default []
                     */
                    pieces?: number[];
                    /**
                     * La ligne du courriel auquel il répond
                     * @default null
                     */
                    repond?: number | null;
                    /**
                     * Écrire aussi aux adresses qui ont refusé
                     * @default false
                     */
                    malgreRefus?: boolean;
                };
            };
        };
        responses: {
            /** @description Oui */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Idempotent-Replayed": components["headers"]["Idempotent-Replayed"];
                    Recu: components["headers"]["Recu"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante3"];
            404: components["responses"]["Refus404DocumentIntrouvableIntrouvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409AdresseRefuseeSansMessagerie"];
            412: components["responses"]["Refus412VersionPerimee"];
            413: components["responses"]["Refus413CourrielTropGrandCorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422CleDejaUtiliseeSaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "receptions.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        courriels: components["schemas"]["CourrielAClasser"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "receptions.deposer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": string;
            };
        };
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413DocumentTropGrand"];
            422: components["responses"]["Refus422DocumentRefuse2SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "receptions.classer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Courriels reçus, à classer : l’identifiant */
                id: components["parameters"]["PathId7"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    dossierId: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            423: components["responses"]["Refus423DossierEnQuarantaine2"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible4"];
        };
    };
    "receptions.ecarter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Courriels reçus, à classer : l’identifiant */
                id: components["parameters"]["PathId7"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.dessiner": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion"];
                /** @description Les couleurs : celles du lecteur, à défaut */
                theme?: components["parameters"]["QueryTheme"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404RegionInconnueIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.imprimer": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.decrire": {
        parameters: {
            query?: {
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.dessiner": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion"];
                /** @description Les couleurs : celles du lecteur, à défaut */
                theme?: components["parameters"]["QueryTheme"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404RegionInconnueIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.imprimer": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "certificats.decrire": {
        parameters: {
            query?: {
                /** @description Tel qu’il était ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Certificats : l’identifiant */
                id: components["parameters"]["PathId3"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.dessiner": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion"];
                /** @description Les couleurs : celles du lecteur, à défaut */
                theme?: components["parameters"]["QueryTheme"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404RegionInconnueIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "groupements.imprimer": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Groupements : l’identifiant */
                id: components["parameters"]["PathId2"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.partager": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Combien de jours le lien vaut
                     * @default 30
                     */
                    jours?: number;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartageDeRecit"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409RienAPartager"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.mesurer": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion"];
                /** @description Les couleurs : celles du lecteur, à défaut */
                theme?: components["parameters"]["QueryTheme"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
                /** @description Combien en sont où, ou combien de temps ils y restent */
                mesure?: components["parameters"]["QueryMesure"];
                /** @description Ce qui s’est passé depuis ce jour */
                depuis?: components["parameters"]["QueryDepuis"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404RegionInconnueIntrouvable"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.mesurer-pdf": {
        parameters: {
            query?: {
                /** @description Raconté en une page, ou entier */
                niveau?: components["parameters"]["QueryNiveau"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
                /** @description Combien en sont où, ou combien de temps ils y restent */
                mesure?: components["parameters"]["QueryMesure"];
                /** @description Ce qui s’est passé depuis ce jour */
                depuis?: components["parameters"]["QueryDepuis"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "etablissements.chercher": {
        parameters: {
            query: {
                /** @description Des mots du nom ou de la commune, dans n’importe quel ordre, ou un numéro ou son début */
                recherche: components["parameters"]["QueryRecherche"];
                /** @description Combien au plus, de 1 à 50 */
                limite?: components["parameters"]["QueryLimite2"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description null tant qu’aucune extraction FINESS n’a été importée : rien ne se trouve alors */
                        repertoire: {
                            nombre: number;
                            /** Format: date-time */
                            importeLe: string;
                        } | null;
                        etablissements: components["schemas"]["EtablissementDuRepertoire"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        procedures: components["schemas"]["ResumeProcedure"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.lire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Procedure"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.schema": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
                /** @description Le type du fait : contrat.signe */
                type: components["parameters"]["PathType"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/schema+json": components["schemas"]["SchemaJson"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "glossaire.lire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        termes: components["schemas"]["Terme"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "evenements.lire": {
        parameters: {
            query?: {
                /** @description Le « curseur » de la réponse précédente : du début, à défaut */
                apres?: components["parameters"]["QueryApres3"];
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description De 0s à 30s */
                attendre?: components["parameters"]["QueryAttendre"];
                /** @description Des types d’événements, séparés par des virgules : « contrat.signe » ou « fr.parcours-igc.contrat.signe » */
                types?: components["parameters"]["QueryTypes"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        evenements: (components["schemas"]["Evenement"] | components["schemas"]["FinDeCle"])[];
                        /** @description À donner en « apres » la fois suivante */
                        curseur: string;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422CurseurInconnuSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abonnements: components["schemas"]["Abonnement"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.creer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Adresse qui recevra les événements
                     * @example https://exemple.fr/evenements
                     */
                    url: string;
                    /** Faits attendus : « tous », ou leurs types */
                    evenements?: "tous" | ("administrateurTechnique.designe" | "administrateurTechnique.disponible" | "administrateurTechnique.indisponible" | "administrateurTechnique.parti" | "beneficiaire.qualiteModifiee" | "carteAdministrateur.activee" | "carteAdministrateur.bloquee" | "carteAdministrateur.debloquee" | "carteAdministrateur.demandee" | "carteAdministrateur.emise" | "carteAdministrateur.expiree" | "carteAdministrateur.opposee" | "carteAdministrateur.refusee" | "carteAdministrateur.renouvelee" | "carteBeneficiaire.opposee" | "carteMandataire.activee" | "carteMandataire.bloquee" | "carteMandataire.debloquee" | "carteMandataire.demandee" | "carteMandataire.emise" | "carteMandataire.expiree" | "carteMandataire.opposee" | "carteMandataire.refusee" | "carteMandataire.renouvelee" | "carteResponsable.absente" | "carteResponsable.activee" | "carteResponsable.bloquee" | "carteResponsable.debloquee" | "carteResponsable.emise" | "carteResponsable.expiree" | "carteResponsable.opposee" | "carteResponsable.renouvelee" | "carteResponsable.trouvee" | "certificat.annule" | "certificat.demande" | "certificat.disponible" | "certificat.expire" | "certificat.installe" | "certificat.maintenu" | "certificat.refuse" | "certificat.renouvele" | "certificat.renouvellementDu" | "certificat.retire" | "certificat.revoque" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "cle.finProche" | "commande.fermee" | "commande.ouverte" | "conservation.echue" | "contrat.absent" | "contrat.refuse" | "contrat.signe" | "contrat.termine" | "contrat.transmis" | "contrat.trouve" | "courriel.envoye" | "courriel.recu" | "courriel.refuse" | "delegation.accordee" | "delegation.terminee" | "document.depose" | "document.efface" | "dossier.abandonne" | "dossier.ouvert" | "dossier.rouvert" | "dsi.contactee" | "editeur.contacte" | "etablissement.coordonneesModifiees" | "etablissement.ferme" | "etablissement.identifiantModifie" | "etatDesLieux.recu" | "fait.corrige" | "formulaire101.refuse" | "formulaire101.transmis" | "formulaire413.partie1Remplie" | "formulaire413.partie2Remplie" | "formulaire413.partie3Remplie" | "formulaire413.partie4Remplie" | "formulaire413.recu" | "formulaire413.rejete" | "formulaire413.repris" | "formulaire413.retourne" | "formulaire413.signe" | "formulaire413.transmis" | "groupement.ouvert" | "groupement.quitte" | "groupement.rejoint" | "habilitation.accordee" | "habilitation.retiree" | "mandat.confirme" | "mandat.demande" | "mandat.enregistre" | "mandat.refuse" | "mandat.termine" | "mandat.trouve" | "personne.effacee" | "representantLegal.remplace" | "site.ouvert" | "site.quitte" | "site.rejoint" | "sites.aucun" | "sites.enCours" | "sites.enService" | "successeur.clos" | "successeur.installe")[];
                    /** Description */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        abonnement: components["schemas"]["Abonnement"];
                        /**
                         * Format: starts_with
                         * @description Donné une seule fois
                         */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409TropDAbonnements"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.lire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Abonnement"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.supprimer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.modifier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Adresse qui recevra les événements
                     * @example https://exemple.fr/evenements
                     */
                    url?: string;
                    evenements?: "tous" | ("administrateurTechnique.designe" | "administrateurTechnique.disponible" | "administrateurTechnique.indisponible" | "administrateurTechnique.parti" | "beneficiaire.qualiteModifiee" | "carteAdministrateur.activee" | "carteAdministrateur.bloquee" | "carteAdministrateur.debloquee" | "carteAdministrateur.demandee" | "carteAdministrateur.emise" | "carteAdministrateur.expiree" | "carteAdministrateur.opposee" | "carteAdministrateur.refusee" | "carteAdministrateur.renouvelee" | "carteBeneficiaire.opposee" | "carteMandataire.activee" | "carteMandataire.bloquee" | "carteMandataire.debloquee" | "carteMandataire.demandee" | "carteMandataire.emise" | "carteMandataire.expiree" | "carteMandataire.opposee" | "carteMandataire.refusee" | "carteMandataire.renouvelee" | "carteResponsable.absente" | "carteResponsable.activee" | "carteResponsable.bloquee" | "carteResponsable.debloquee" | "carteResponsable.emise" | "carteResponsable.expiree" | "carteResponsable.opposee" | "carteResponsable.renouvelee" | "carteResponsable.trouvee" | "certificat.annule" | "certificat.demande" | "certificat.disponible" | "certificat.expire" | "certificat.installe" | "certificat.maintenu" | "certificat.refuse" | "certificat.renouvele" | "certificat.renouvellementDu" | "certificat.retire" | "certificat.revoque" | "certificats.aucun" | "certificats.enCours" | "certificats.enService" | "cle.finProche" | "commande.fermee" | "commande.ouverte" | "conservation.echue" | "contrat.absent" | "contrat.refuse" | "contrat.signe" | "contrat.termine" | "contrat.transmis" | "contrat.trouve" | "courriel.envoye" | "courriel.recu" | "courriel.refuse" | "delegation.accordee" | "delegation.terminee" | "document.depose" | "document.efface" | "dossier.abandonne" | "dossier.ouvert" | "dossier.rouvert" | "dsi.contactee" | "editeur.contacte" | "etablissement.coordonneesModifiees" | "etablissement.ferme" | "etablissement.identifiantModifie" | "etatDesLieux.recu" | "fait.corrige" | "formulaire101.refuse" | "formulaire101.transmis" | "formulaire413.partie1Remplie" | "formulaire413.partie2Remplie" | "formulaire413.partie3Remplie" | "formulaire413.partie4Remplie" | "formulaire413.recu" | "formulaire413.rejete" | "formulaire413.repris" | "formulaire413.retourne" | "formulaire413.signe" | "formulaire413.transmis" | "groupement.ouvert" | "groupement.quitte" | "groupement.rejoint" | "habilitation.accordee" | "habilitation.retiree" | "mandat.confirme" | "mandat.demande" | "mandat.enregistre" | "mandat.refuse" | "mandat.termine" | "mandat.trouve" | "personne.effacee" | "representantLegal.remplace" | "site.ouvert" | "site.quitte" | "site.rejoint" | "sites.aucun" | "sites.enCours" | "sites.enService" | "successeur.clos" | "successeur.installe")[];
                    /** Description */
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Abonnement"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeJsonInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: starts_with
                         * @description Donné une seule fois
                         */
                        secret: string;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.reprise": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.relivraison": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    evenement: string;
                } | {
                    /** Format: date-time */
                    depuis: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "abonnements.tentatives": {
        parameters: {
            query?: {
                /** @description Celles d’un seul événement */
                evenement?: components["parameters"]["QueryEvenement"];
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
            };
            header?: never;
            path: {
                /** @description Abonnements (webhooks) : l’identifiant */
                id: components["parameters"]["PathId8"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tentatives: components["schemas"]["Tentative"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.lire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Jour, AAAA-MM-JJ
                         */
                        aujourdhui: string;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409HorsBacASable"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.vider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409HorsBacASable"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.horloge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Date
                     * Format: date
                     */
                    le: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Jour, AAAA-MM-JJ
                         */
                        aujourdhui: string;
                        /** @description Combien ont été enregistrées */
                        echeances: number;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeJsonInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409HorlogeEnArriereHorsBacASable"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.jouer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Qui la clé joue dans son bac à sable ; une clé d’éditeur joue d’abord le sien
                     * @enum {string}
                     */
                    role: "agent" | "editeur" | "lecteur";
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Qui la clé joue dans son bac à sable ; une clé d’éditeur joue d’abord le sien
                         * @enum {string}
                         */
                        role: "agent" | "editeur" | "lecteur";
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409HorsBacASable"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        scenarios: components["schemas"]["Scenario"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "bac-a-sable.mettre-en-scene": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Où mettre un dossier : GET /bac-a-sable/scenarios dit ce que chacune raconte
                     * @enum {string}
                     */
                    etape: "clinique-mono-site" | "hopital-ght" | "groupe-prive" | "formulaire-retourne" | "carte-perdue" | "renouvellement" | "carte-jamais-activee" | "mandataire-sans-nouvelle-carte" | "commande-annulee" | "carte-opposee-avant-delivrance" | "renouvellement-refuse" | "vol-pendant-renouvellement" | "beneficiaire-qui-change" | "releve" | "formulaire-de-plus" | "habilitation-retiree" | "retour-sans-recu" | "contrat-termine" | "fusion" | "etablissement-ferme";
                    /** @description Combien de ses faits jouer ; tous s’il manque */
                    faits?: number;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MisEnScene"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409ScenarioInterrompuHorsBacASable"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "session.ouvrir": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Courriel
                     * Format: email
                     * @example camille.martin@ch-exemple.fr
                     */
                    courriel: string;
                    /** Mot de passe */
                    motDePasse: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compte"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401IdentifiantsRefuses"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandesTropDeTentatives"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "session.fermer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    "Set-Cookie": components["headers"]["Set-Cookie"];
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "moi.lire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Moi"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "moi.cle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CleRenouvelee"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable22"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "moi.delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delegations: components["schemas"]["MaDelegation"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "moi.mot-de-passe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Mot de passe */
                    ancien: string;
                    /** Mot de passe */
                    motDePasse: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee2"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422MotDePasseFaibleSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "liens.lire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    jeton: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienLu"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            404: components["responses"]["Refus404LienInconnu"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409LienUtilise"];
            410: components["responses"]["Refus410LienPerime"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "liens.utiliser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    jeton: string;
                    motDePasse: string;
                    nom?: string;
                    courriel?: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compte"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            404: components["responses"]["Refus404LienInconnu"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409CourrielPrisLienUtilise"];
            410: components["responses"]["Refus410LienPerime"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422MotDePasseFaibleSaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "comptes.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        comptes: components["schemas"]["Compte"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "comptes.inviter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Courriel
                     * Format: email
                     * @example camille.martin@ch-exemple.fr
                     */
                    courriel: string;
                    /**
                     * Rôle
                     * @enum {string}
                     */
                    role: "agent" | "superviseur" | "lecteur";
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienRemis"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409CourrielPris"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "comptes.modifier": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Comptes : l’identifiant */
                id: components["parameters"]["PathId9"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom */
                    nom?: string;
                    /**
                     * Rôle
                     * @enum {string}
                     */
                    role?: "agent" | "superviseur" | "lecteur";
                    actif?: boolean;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compte"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeJsonInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DernierSuperviseur"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "comptes.reinitialiser": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Comptes : l’identifiant */
                id: components["parameters"]["PathId9"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LienRemis"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise2"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "comptes.deconnecter": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Comptes : l’identifiant */
                id: components["parameters"]["PathId9"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "actes.lister": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le rang de la dernière ligne lue */
                apres?: components["parameters"]["QueryApres"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actes: components["schemas"]["ActeIdentite"][];
                        suite: number | null;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "acces.lister": {
        parameters: {
            query?: {
                /** @description Combien au plus, de 1 à 200 */
                limite?: components["parameters"]["QueryLimite"];
                /** @description Le « suite » de la page précédente */
                avant?: components["parameters"]["QueryAvant"];
                /** @description Comme le journal nomme un auteur : « compte:… », « cle:… », ou « anonyme » */
                qui?: components["parameters"]["QueryQui"];
                /** @description L’identifiant d’un dossier, d’un groupement, d’un certificat */
                objet?: components["parameters"]["QueryObjet"];
                /** @description Jour, AAAA-MM-JJ */
                du?: components["parameters"]["QueryDu"];
                /** @description Jour, AAAA-MM-JJ */
                au?: components["parameters"]["QueryAu"];
                /** @description Seulement ce qui a été refusé */
                refuses?: components["parameters"]["QueryRefuses"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        acces: components["schemas"]["Acces"][];
                        suite: number | null;
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "editeurs.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        editeurs: components["schemas"]["Editeur"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "editeurs.creer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom de l’éditeur */
                    nom: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editeur"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409EditeurExistant"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "editeurs.renommer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Éditeurs : l’identifiant */
                id: components["parameters"]["PathId10"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom de l’éditeur */
                    nom: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Editeur"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeJsonInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409EditeurExistant"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "cles.lister": {
        parameters: {
            query?: {
                /** @description Un éditeur, par son identifiant */
                editeur?: components["parameters"]["QueryEditeur2"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cles: components["schemas"]["CleApi"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "cles.creer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom */
                    nom: string;
                    /**
                     * Rôle
                     * @enum {string}
                     */
                    role: "agent" | "editeur" | "lecteur";
                    /**
                     * Éditeur
                     * @default null
                     */
                    editeurId?: string | null;
                    portees: ("lecture" | "faits" | "partie4" | "administrateur-technique" | "evenements" | "webhooks")[];
                    /** Procédures */
                    procedures?: string[] | null;
                    /** Dossiers */
                    dossiers?: string[] | null;
                    /** @default false */
                    bacASable?: boolean;
                    /**
                     * Date
                     * Format: date
                     * @description Dans un an s’il manque, dans deux ans au plus tard
                     */
                    expireLe?: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CleCreee"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable3"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "cles.a-renouveler": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cles: {
                            /** @description Le même tant que l’avis est le même : au 30e, puis au 7e jour */
                            avis: string;
                            /** @description Jours restants */
                            jours: number;
                            cle: {
                                id: string;
                                prefixe: string;
                                nom: string;
                                /** @enum {string} */
                                role: "agent" | "editeur" | "lecteur";
                                editeurId: string | null;
                                portees: string[];
                                /** @description null : sans limite */
                                procedures: string[] | null;
                                /** @description null : sans limite */
                                dossiers: string[] | null;
                                bacASable: boolean;
                                /**
                                 * Format: date-time
                                 * @description Instant ISO 8601
                                 */
                                creeLe: string;
                                /**
                                 * Format: date
                                 * @description Jour, AAAA-MM-JJ
                                 */
                                expireLe: string;
                                utiliseeLe: string | null;
                                revoqueeLe: string | null;
                            };
                        }[];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "cles.revoquer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Clés d’API : l’identifiant */
                id: components["parameters"]["PathId11"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "delegations.lister": {
        parameters: {
            query: {
                /** @description Un éditeur, par son identifiant */
                editeur: components["parameters"]["QueryEditeur3"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delegations: components["schemas"]["Delegation"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "delegations.accorder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Dossier */
                    dossierId?: string;
                    /** Groupement */
                    groupementId?: string;
                    /** Éditeur */
                    editeurId: string;
                    /**
                     * Du
                     * Format: date
                     */
                    du: string;
                    /**
                     * Au
                     * @description Inclus ; sans fin s’il manque.
                     * @default null
                     */
                    au?: string | null;
                    /** Motif */
                    motif: string;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delegation"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable3"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409DelegationExistante"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "delegations.revoquer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Délégations : l’identifiant */
                id: components["parameters"]["PathId12"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.delegations": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        delegations: components["schemas"]["Delegation"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "reglages.lister": {
        parameters: {
            query?: {
                /** @description Ceux de ce jour-là : aujourd’hui, à défaut */
                le?: components["parameters"]["QueryLe2"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date
                         * @description Jour, AAAA-MM-JJ
                         */
                        le: string;
                        reglages: components["schemas"]["Reglage"][];
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "reglages.poser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Réglage
                     * @description Un délai se règle par acteur (`delai.ans`), par étape (`delai.etape.contrat.attenteDecision`), et sur un parcours (`delai.ans@public-ght`).
                     */
                    cle: string;
                    /**
                     * Valeur
                     * @description D’un délai : un nombre de jours calendaires, ou « 10 jours ouvrés, limite 15 » ; « plus large » rend la main au délai moins précis.
                     */
                    valeur: number | string;
                    /**
                     * À partir du
                     * Format: date
                     */
                    du: string;
                    /**
                     * Jusqu’au
                     * @description Inclus ; sans fin s’il manque.
                     * @default null
                     */
                    au?: string | null;
                    /** Motif */
                    motif?: string | "";
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValeurDatee"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "reglages.retirer": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Le rang de la valeur, que donnent les réglages, ou de la ligne du journal */
                rang: components["parameters"]["PathRang"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            409: components["responses"]["Refus409ValeurCommencee"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "modeles.lister": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        modeles: components["schemas"]["ModeleDeCourriel"][];
                        /** @description Ce qui peut être écrit entre accolades */
                        variables: {
                            [key: string]: string;
                        };
                    };
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "modeles.creer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom */
                    nom: string;
                    /**
                     * Destinataire
                     * @enum {string}
                     */
                    destinataire: "ans" | "cartes" | "editeur" | "representantLegal" | "mandataire" | "administrateurTechnique" | "dsi" | "autre";
                    /** Objet */
                    objet: string;
                    /** Corps */
                    corps: string;
                    /**
                     * Version lue
                     * @default 0
                     */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Oui */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeleDeCourriel"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeCleIdempotenceNonAdmise"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            412: components["responses"]["Refus412ModeleModifie"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "modeles.ecrire": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Modèles de courriel : l’identifiant */
                id: components["parameters"]["PathId13"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Nom */
                    nom: string;
                    /**
                     * Destinataire
                     * @enum {string}
                     */
                    destinataire: "ans" | "cartes" | "editeur" | "representantLegal" | "mandataire" | "administrateurTechnique" | "dsi" | "autre";
                    /** Objet */
                    objet: string;
                    /** Corps */
                    corps: string;
                    /**
                     * Version lue
                     * @default 0
                     */
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModeleDeCourriel"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormeeJsonInvalide"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            412: components["responses"]["Refus412ModeleModifie"];
            413: components["responses"]["Refus413CorpsTropGrand"];
            415: components["responses"]["Refus415TypeDeContenu"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "modeles.retirer": {
        parameters: {
            query: {
                /** @description La version lue */
                version: components["parameters"]["QueryVersion2"];
            };
            header?: never;
            path: {
                /** @description Modèles de courriel : l’identifiant */
                id: components["parameters"]["PathId13"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante4"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            412: components["responses"]["Refus412ModeleModifie"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.courriel": {
        parameters: {
            query: {
                /** @description Un modèle, par son identifiant */
                modele: components["parameters"]["QueryModele"];
            };
            header?: never;
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Courriel"];
                };
            };
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.dessiner": {
        parameters: {
            query?: {
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
                /** @description Racontée en une page, entière, ou tous les parcours en un récit */
                niveau?: components["parameters"]["QueryNiveau2"];
                /** @description Une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion"];
                /** @description Les couleurs : celles du lecteur, à défaut */
                theme?: components["parameters"]["QueryTheme"];
                /** @description Pour qui : du récit, ce qui n’est pas à lui est estompé */
                pour?: components["parameters"]["QueryPour"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/svg+xml": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404NiveauSansObjetRegionInconnue"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.exporter": {
        parameters: {
            query?: {
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
                /** @description D’une image .png, en pixels */
                largeur?: components["parameters"]["QueryLargeur"];
                /** @description En .mmd, .dot ou .pdf : une seule région, par son identifiant */
                region?: components["parameters"]["QueryRegion2"];
                /** @description D’une image .png ou d’une feuille .pdf : le récit en A4, la machine entière en A3 ; en .pdf, tous les parcours en un récit */
                niveau?: components["parameters"]["QueryNiveau3"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
                /** @description Le format : png, pdf, mmd, dot, scxml, bpmn, xstate.json ou json */
                extension: components["parameters"]["PathExtension"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "application/pdf": string;
                    "text/vnd.mermaid": string;
                    "text/vnd.graphviz": string;
                    "application/scxml+xml": string;
                    "application/xml": string;
                    "application/json": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404RegionInconnueFormatInconnu"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.comparer": {
        parameters: {
            query: {
                /** @description La version de la procédure : la dernière, à défaut */
                de?: components["parameters"]["QueryDe"];
                /** @description Une autre version (2), ou une autre procédure (public-ght@1) */
                a: components["parameters"]["QueryA"];
                /** @description En données, dessinée, ou sur papier */
                format?: components["parameters"]["QueryFormat"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comparaison"];
                    "image/svg+xml": string;
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.liste-html": {
        parameters: {
            query?: {
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.liste-html": {
        parameters: {
            query?: never;
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "procedures.liste-pdf": {
        parameters: {
            query?: {
                /** @description La version de la procédure : la dernière, à défaut */
                version?: components["parameters"]["QueryVersion"];
            };
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Procédures : l’identifiant */
                id: components["parameters"]["PathId4"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            422: components["responses"]["Refus422SaisieInvalide"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "dossiers.liste-pdf": {
        parameters: {
            query?: never;
            header?: {
                /** @description La version que vous avez déjà : 304 si c’est encore elle */
                "If-None-Match"?: components["parameters"]["HeaderIfNoneMatch"];
            };
            path: {
                /** @description Dossiers : l’identifiant */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Cle-Fin": components["headers"]["Cle-Fin"];
                    ETag: components["headers"]["ETag"];
                    "Content-Disposition": components["headers"]["Content-Disposition"];
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            304: components["responses"]["Inchange"];
            400: components["responses"]["Refus400DemandeMalFormee"];
            401: components["responses"]["Refus401SessionTermineeCleRefusee"];
            403: components["responses"]["Refus403CleLimiteePorteeInsuffisante"];
            404: components["responses"]["Refus404Introuvable2"];
            405: components["responses"]["Refus405MethodeNonAdmise"];
            429: components["responses"]["Refus429TropDeDemandes"];
            500: components["responses"]["Refus500ErreurInterne"];
            503: components["responses"]["Refus503ArretEnCoursStockageIndisponible2"];
        };
    };
    "sondes.sante": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        statut: "ok";
                    };
                };
            };
            503: components["responses"]["Refus503StockageIndisponible"];
        };
    };
    "sondes.pret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oui */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        statut: "pret";
                        /** @description Ce qui reste sur le disque de la base ; null où elle est sur une autre machine */
                        octetsLibres: number | null;
                    };
                };
            };
            503: components["responses"]["Refus503StockageIndisponible"];
        };
    };
    "sondes.metriques": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Les mesures, au format texte de Prometheus */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["Refus404"];
            503: components["responses"]["Refus503StockageIndisponible"];
        };
    };
    "webhooks.evenement": {
        parameters: {
            query?: never;
            header: {
                /** @description L’identifiant de l’événement : le même à chaque tentative, pour n’agir qu’une fois */
                "webhook-id": components["parameters"]["HeaderWebhookId"];
                /** @description Quand cette tentative est partie, en secondes depuis 1970 : refusez au-delà de 5 minutes */
                "webhook-timestamp": components["parameters"]["HeaderWebhookTimestamp"];
                /** @description HMAC-SHA256, en base64, de « id.timestamp.corps » par le secret de l’abonnement ; plusieurs, séparées par une espace, quand le secret vient de changer */
                "webhook-signature": components["parameters"]["HeaderWebhookSignature"];
                /** @description La fin signée du journal : gardée, elle prouve qu’il n’a pas été réécrit */
                ancre?: components["parameters"]["HeaderAncre"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["Evenement"] | components["schemas"]["FinDeCle"];
            };
        };
        responses: {
            /** @description Cette adresse n’existe plus : l’abonnement est mis en pause */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Reçu : ne sera plus envoyé */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusé : sera renvoyé, de plus en plus tard */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description En panne : sera renvoyé, de plus en plus tard */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhooks.verification": {
        parameters: {
            query?: never;
            header: {
                /** @description L’identifiant de l’événement : le même à chaque tentative, pour n’agir qu’une fois */
                "webhook-id": components["parameters"]["HeaderWebhookId"];
                /** @description Quand cette tentative est partie, en secondes depuis 1970 : refusez au-delà de 5 minutes */
                "webhook-timestamp": components["parameters"]["HeaderWebhookTimestamp"];
                /** @description HMAC-SHA256, en base64, de « id.timestamp.corps » par le secret de l’abonnement ; plusieurs, séparées par une espace, quand le secret vient de changer */
                "webhook-signature": components["parameters"]["HeaderWebhookSignature"];
                /** @description La fin signée du journal : gardée, elle prouve qu’il n’a pas été réécrit */
                ancre?: components["parameters"]["HeaderAncre"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/cloudevents+json": components["schemas"]["EvenementDeVerification"];
            };
        };
        responses: {
            /** @description Cette adresse n’existe plus : l’abonnement est mis en pause */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Reçu : ne sera plus envoyé */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refusé : sera renvoyé, de plus en plus tard */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description En panne : sera renvoyé, de plus en plus tard */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}

/** Les schémas du document, par leur nom. */
export type Schemas = components['schemas'];
/** Les faits qui se déclarent à un dossier, par leur type. */
export type Faits = { [Fait in Schemas['FaitDossier'] as Fait['type']]: Fait };

type Corps<Contenus> = Contenus extends { content: infer Contenu }
  ? Contenu extends { 'application/json': infer Json } ? Json : Contenu[keyof Contenu]
  : null;
type Demande<Un> = Un extends { content: { 'application/json': infer Json } } ? { corps: Json } : unknown;
type Parametres<Un> = Un extends { path: infer Chemin } ? { chemin: Chemin } : unknown;
type Requete<Un> = Un extends { query: infer Query } ? { requete: Query } : Un extends { query?: infer Query } ? { requete?: NonNullable<Query> } : unknown;
type Reussite<Reponses> = Reponses[Extract<keyof Reponses, 200 | 201 | 204>];
type Refus<Reponses> = { [Statut in keyof Reponses]: Reponses[Statut] extends { content: { 'application/problem+json': { code: infer Code } } } ? Code : never }[keyof Reponses];

/** Ce que chaque opération prend, ce qu’elle rend, les refus qu’elle annonce. */
export type Operations = {
  [Id in Exclude<keyof operations, `${'sondes' | 'webhooks'}.${string}`>]: {
    entree: Parametres<operations[Id]['parameters']> & Requete<operations[Id]['parameters']> & Demande<operations[Id]['requestBody']>;
    reponse: Corps<Reussite<operations[Id]['responses']>>;
    codes: Refus<operations[Id]['responses']>;
  };
};

/** Où chaque opération se demande, et si sa réponse est gardée sous sa clé d’idempotence. */
export const adresses = {
  'dossiers.exporter': { methode: 'GET', chemin: '/dossiers/export.csv', seRejoue: false },
  'dossiers.faits': { methode: 'POST', chemin: '/dossiers/{id}/faits', seRejoue: true },
  'dossiers.prochaines-etapes': { methode: 'GET', chemin: '/dossiers/{id}/prochaines-etapes', seRejoue: false },
  'dossiers.lire': { methode: 'GET', chemin: '/dossiers/{id}', seRejoue: false },
  'dossiers.journal': { methode: 'GET', chemin: '/dossiers/{id}/journal', seRejoue: false },
  'groupements.faits': { methode: 'POST', chemin: '/groupements/{id}/faits', seRejoue: true },
  'groupements.prochaines-etapes': { methode: 'GET', chemin: '/groupements/{id}/prochaines-etapes', seRejoue: false },
  'groupements.lire': { methode: 'GET', chemin: '/groupements/{id}', seRejoue: false },
  'groupements.journal': { methode: 'GET', chemin: '/groupements/{id}/journal', seRejoue: false },
  'certificats.faits': { methode: 'POST', chemin: '/certificats/{id}/faits', seRejoue: true },
  'certificats.prochaines-etapes': { methode: 'GET', chemin: '/certificats/{id}/prochaines-etapes', seRejoue: false },
  'certificats.lire': { methode: 'GET', chemin: '/certificats/{id}', seRejoue: false },
  'certificats.journal': { methode: 'GET', chemin: '/certificats/{id}/journal', seRejoue: false },
  'faits.enregistrer': { methode: 'POST', chemin: '/faits', seRejoue: true },
  'dossiers.correction-apercu': { methode: 'POST', chemin: '/dossiers/{id}/corrections/apercu', seRejoue: false },
  'dossiers.corriger': { methode: 'POST', chemin: '/dossiers/{id}/corrections', seRejoue: true },
  'groupements.correction-apercu': { methode: 'POST', chemin: '/groupements/{id}/corrections/apercu', seRejoue: false },
  'groupements.corriger': { methode: 'POST', chemin: '/groupements/{id}/corrections', seRejoue: true },
  'certificats.correction-apercu': { methode: 'POST', chemin: '/certificats/{id}/corrections/apercu', seRejoue: false },
  'certificats.corriger': { methode: 'POST', chemin: '/certificats/{id}/corrections', seRejoue: true },
  'dossiers.lister': { methode: 'GET', chemin: '/dossiers', seRejoue: false },
  'groupements.lister': { methode: 'GET', chemin: '/groupements', seRejoue: false },
  'certificats.lister': { methode: 'GET', chemin: '/certificats', seRejoue: false },
  'dossiers.ouvrir': { methode: 'POST', chemin: '/dossiers', seRejoue: true },
  'groupements.ouvrir': { methode: 'POST', chemin: '/groupements', seRejoue: true },
  'groupements.dossiers': { methode: 'GET', chemin: '/groupements/{id}/dossiers', seRejoue: false },
  'dossiers.certificats': { methode: 'GET', chemin: '/dossiers/{id}/certificats', seRejoue: false },
  'groupements.matrice': { methode: 'GET', chemin: '/groupements/{id}/matrice', seRejoue: false },
  'groupements.matrice-csv': { methode: 'GET', chemin: '/groupements/{id}/matrice.csv', seRejoue: false },
  'groupements.etat-des-lieux': { methode: 'POST', chemin: '/groupements/{id}/etat-des-lieux', seRejoue: true },
  'groupements.rattacher': { methode: 'POST', chemin: '/groupements/{id}/sites', seRejoue: true },
  'groupements.detacher': { methode: 'DELETE', chemin: '/groupements/{id}/sites/{dossierId}', seRejoue: false },
  'dossiers.plan': { methode: 'GET', chemin: '/dossiers/{id}/plan', seRejoue: false },
  'groupements.plan': { methode: 'GET', chemin: '/groupements/{id}/plan', seRejoue: false },
  'dossiers.simulation': { methode: 'POST', chemin: '/dossiers/{id}/simulation', seRejoue: false },
  'procedures.plan': { methode: 'POST', chemin: '/procedures/{id}/plan', seRejoue: false },
  'procedures.conformite': { methode: 'POST', chemin: '/procedures/{id}/conformite', seRejoue: false },
  'certificats.fichier': { methode: 'POST', chemin: '/certificats/{id}/fichier', seRejoue: false },
  'dossiers.csr': { methode: 'POST', chemin: '/dossiers/{id}/csr', seRejoue: false },
  'documents.lister': { methode: 'GET', chemin: '/dossiers/{id}/documents', seRejoue: false },
  'documents.deposer': { methode: 'POST', chemin: '/dossiers/{id}/documents', seRejoue: false },
  'documents.numeriser': { methode: 'POST', chemin: '/numerisations', seRejoue: false },
  'documents.lire': { methode: 'GET', chemin: '/dossiers/{id}/documents/{rang}', seRejoue: false },
  'documents.effacer': { methode: 'POST', chemin: '/dossiers/{id}/documents/{rang}/effacement', seRejoue: false },
  'courriels.lister': { methode: 'GET', chemin: '/dossiers/{id}/courriels', seRejoue: false },
  'courriels.envoyer': { methode: 'POST', chemin: '/dossiers/{id}/courriels', seRejoue: true },
  'receptions.lister': { methode: 'GET', chemin: '/receptions', seRejoue: false },
  'receptions.deposer': { methode: 'POST', chemin: '/receptions', seRejoue: false },
  'receptions.classer': { methode: 'POST', chemin: '/receptions/{id}/classement', seRejoue: false },
  'receptions.ecarter': { methode: 'DELETE', chemin: '/receptions/{id}', seRejoue: false },
  'dossiers.dessiner': { methode: 'GET', chemin: '/dossiers/{id}/diagramme.svg', seRejoue: false },
  'dossiers.imprimer': { methode: 'GET', chemin: '/dossiers/{id}/diagramme.pdf', seRejoue: false },
  'dossiers.decrire': { methode: 'GET', chemin: '/dossiers/{id}/diagramme.txt', seRejoue: false },
  'certificats.dessiner': { methode: 'GET', chemin: '/certificats/{id}/diagramme.svg', seRejoue: false },
  'certificats.imprimer': { methode: 'GET', chemin: '/certificats/{id}/diagramme.pdf', seRejoue: false },
  'certificats.decrire': { methode: 'GET', chemin: '/certificats/{id}/diagramme.txt', seRejoue: false },
  'groupements.dessiner': { methode: 'GET', chemin: '/groupements/{id}/diagramme.svg', seRejoue: false },
  'groupements.imprimer': { methode: 'GET', chemin: '/groupements/{id}/diagramme.pdf', seRejoue: false },
  'dossiers.partager': { methode: 'POST', chemin: '/dossiers/{id}/partage', seRejoue: false },
  'procedures.mesurer': { methode: 'GET', chemin: '/procedures/{id}/mesures.svg', seRejoue: false },
  'procedures.mesurer-pdf': { methode: 'GET', chemin: '/procedures/{id}/mesures.pdf', seRejoue: false },
  'etablissements.chercher': { methode: 'GET', chemin: '/etablissements', seRejoue: false },
  'procedures.lister': { methode: 'GET', chemin: '/procedures', seRejoue: false },
  'procedures.lire': { methode: 'GET', chemin: '/procedures/{id}', seRejoue: false },
  'procedures.schema': { methode: 'GET', chemin: '/procedures/{id}/faits/{type}/schema', seRejoue: false },
  'glossaire.lire': { methode: 'GET', chemin: '/glossaire', seRejoue: false },
  'evenements.lire': { methode: 'GET', chemin: '/evenements', seRejoue: false },
  'abonnements.lister': { methode: 'GET', chemin: '/abonnements', seRejoue: false },
  'abonnements.creer': { methode: 'POST', chemin: '/abonnements', seRejoue: false },
  'abonnements.lire': { methode: 'GET', chemin: '/abonnements/{id}', seRejoue: false },
  'abonnements.modifier': { methode: 'PATCH', chemin: '/abonnements/{id}', seRejoue: false },
  'abonnements.supprimer': { methode: 'DELETE', chemin: '/abonnements/{id}', seRejoue: false },
  'abonnements.secret': { methode: 'POST', chemin: '/abonnements/{id}/secret', seRejoue: false },
  'abonnements.pause': { methode: 'POST', chemin: '/abonnements/{id}/pause', seRejoue: false },
  'abonnements.reprise': { methode: 'POST', chemin: '/abonnements/{id}/reprise', seRejoue: false },
  'abonnements.relivraison': { methode: 'POST', chemin: '/abonnements/{id}/relivraison', seRejoue: false },
  'abonnements.tentatives': { methode: 'GET', chemin: '/abonnements/{id}/tentatives', seRejoue: false },
  'bac-a-sable.lire': { methode: 'GET', chemin: '/bac-a-sable', seRejoue: false },
  'bac-a-sable.horloge': { methode: 'PUT', chemin: '/bac-a-sable/horloge', seRejoue: false },
  'bac-a-sable.jouer': { methode: 'POST', chemin: '/bac-a-sable/acteur', seRejoue: false },
  'bac-a-sable.scenarios': { methode: 'GET', chemin: '/bac-a-sable/scenarios', seRejoue: false },
  'bac-a-sable.mettre-en-scene': { methode: 'POST', chemin: '/bac-a-sable/scenarios', seRejoue: false },
  'bac-a-sable.vider': { methode: 'DELETE', chemin: '/bac-a-sable', seRejoue: false },
  'session.ouvrir': { methode: 'POST', chemin: '/session', seRejoue: false },
  'session.fermer': { methode: 'DELETE', chemin: '/session', seRejoue: false },
  'moi.lire': { methode: 'GET', chemin: '/moi', seRejoue: false },
  'moi.cle': { methode: 'POST', chemin: '/moi/cle/renouvellement', seRejoue: false },
  'moi.delegations': { methode: 'GET', chemin: '/moi/delegations', seRejoue: false },
  'moi.mot-de-passe': { methode: 'POST', chemin: '/moi/mot-de-passe', seRejoue: false },
  'liens.lire': { methode: 'POST', chemin: '/liens/lecture', seRejoue: false },
  'liens.utiliser': { methode: 'POST', chemin: '/liens', seRejoue: false },
  'comptes.lister': { methode: 'GET', chemin: '/comptes', seRejoue: false },
  'comptes.inviter': { methode: 'POST', chemin: '/comptes', seRejoue: false },
  'comptes.modifier': { methode: 'PATCH', chemin: '/comptes/{id}', seRejoue: false },
  'comptes.reinitialiser': { methode: 'POST', chemin: '/comptes/{id}/reinitialisation', seRejoue: false },
  'comptes.deconnecter': { methode: 'DELETE', chemin: '/comptes/{id}/sessions', seRejoue: false },
  'actes.lister': { methode: 'GET', chemin: '/actes', seRejoue: false },
  'acces.lister': { methode: 'GET', chemin: '/acces', seRejoue: false },
  'editeurs.lister': { methode: 'GET', chemin: '/editeurs', seRejoue: false },
  'editeurs.creer': { methode: 'POST', chemin: '/editeurs', seRejoue: false },
  'editeurs.renommer': { methode: 'PATCH', chemin: '/editeurs/{id}', seRejoue: false },
  'cles.lister': { methode: 'GET', chemin: '/cles', seRejoue: false },
  'cles.creer': { methode: 'POST', chemin: '/cles', seRejoue: false },
  'cles.a-renouveler': { methode: 'GET', chemin: '/cles/a-renouveler', seRejoue: false },
  'cles.revoquer': { methode: 'DELETE', chemin: '/cles/{id}', seRejoue: false },
  'delegations.lister': { methode: 'GET', chemin: '/delegations', seRejoue: false },
  'delegations.accorder': { methode: 'POST', chemin: '/delegations', seRejoue: false },
  'delegations.revoquer': { methode: 'DELETE', chemin: '/delegations/{id}', seRejoue: false },
  'dossiers.delegations': { methode: 'GET', chemin: '/dossiers/{id}/delegations', seRejoue: false },
  'reglages.lister': { methode: 'GET', chemin: '/reglages', seRejoue: false },
  'reglages.poser': { methode: 'POST', chemin: '/reglages', seRejoue: false },
  'reglages.retirer': { methode: 'DELETE', chemin: '/reglages/valeurs/{rang}', seRejoue: false },
  'modeles.lister': { methode: 'GET', chemin: '/modeles-de-courriel', seRejoue: false },
  'modeles.creer': { methode: 'POST', chemin: '/modeles-de-courriel', seRejoue: false },
  'modeles.ecrire': { methode: 'PUT', chemin: '/modeles-de-courriel/{id}', seRejoue: false },
  'modeles.retirer': { methode: 'DELETE', chemin: '/modeles-de-courriel/{id}', seRejoue: false },
  'dossiers.courriel': { methode: 'GET', chemin: '/dossiers/{id}/courriel', seRejoue: false },
  'procedures.dessiner': { methode: 'GET', chemin: '/procedures/{id}/diagramme.svg', seRejoue: false },
  'procedures.exporter': { methode: 'GET', chemin: '/procedures/{id}/diagramme.{extension}', seRejoue: false },
  'procedures.comparer': { methode: 'GET', chemin: '/procedures/{id}/difference', seRejoue: false },
  'procedures.liste-html': { methode: 'GET', chemin: '/procedures/{id}/liste.html', seRejoue: false },
  'dossiers.liste-html': { methode: 'GET', chemin: '/dossiers/{id}/liste.html', seRejoue: false },
  'procedures.liste-pdf': { methode: 'GET', chemin: '/procedures/{id}/liste.pdf', seRejoue: false },
  'dossiers.liste-pdf': { methode: 'GET', chemin: '/dossiers/{id}/liste.pdf', seRejoue: false },
} as const satisfies Record<keyof Operations, { methode: string; chemin: string; seRejoue: boolean }>;
