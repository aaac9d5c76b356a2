// Produit par « npm run generate » d’après le document OpenAPI : ne pas modifier à la main.

/** Les schémas du document, par leur nom. */
export interface Schemas {
  FaitsDits: {
    faits: Array<{
      /** L’identifiant du dossier */
      dossier: string;
      fait: {
        type: string;
        date: string;
        [autre: string]: unknown;
      };
      /** La version attendue, comme If-Match */
      version?: number;
      /** Comme Idempotency-Key : renvoyée, la ligne reçoit la même réponse pendant 7 jours */
      cle?: string;
    }>;
  };
  /** Un refus, ou une panne (RFC 9457) */
  Probleme: {
    type: string;
    status: number;
    /** Stable, pour les programmes */
    code: string;
    title: string;
    detail: string;
    erreurs?: Array<Schemas['Erreur']>;
    manque?: Array<Schemas['Manque']>;
    deblocages?: Array<Array<Schemas['Acte']>>;
    acceptes?: Array<string>;
    [autre: string]: unknown;
  };
  /** Ce qui ne va pas dans ce qui a été envoyé, par un pointeur RFC 6901 */
  Erreur: {
    pointeur: string;
    message: string;
  };
  /** Ce qui manque, qui l’apporte, où c’est écrit */
  Manque: {
    code: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
    source: string;
  };
  /** Un acte à faire */
  Acte: {
    type: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
    source: string;
  };
  Dossier: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    etablissement: Record<string, unknown>;
    groupementId: string | null;
  };
  /** Ce qui mérite un second regard, sans rien bloquer */
  Avertissement: {
    code: string;
    pointeur: string;
    message: string;
  };
  ProchainesEtapesDossier: {
    dossier: {
      id: string;
      version: number;
      statut: string;
    };
    /** Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
    etapes: Array<Schemas['Etape']>;
    autresFaits: Array<Schemas['FaitPossible']>;
    /** null là où il n’y en a pas */
    certificats: Schemas['CertificatsResumes'] | null;
    restant: {
      /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
      minimum: number | null;
      jours: number;
      /** Les actes d’un chemin le plus court, et combien de fois : une par certificat */
      etapes: Array<{
        type: string;
        nombre: number;
      }>;
    };
    peremptions: Array<Schemas['Peremption']>;
  };
  Etape: {
    id: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    acteurLibelle: string;
    nature: 'obligatoire' | 'recommandee' | 'facultative' | 'attente' | 'acquise';
    /** Ce qu’il faut savoir tant que rien n’est connu */
    question: string | null;
    formulaire: string | null;
    source: string;
    /** Jour, AAAA-MM-JJ */
    depuis: string;
    certificat: string | null;
    exigence: Schemas['Exigence'];
    /** Pourquoi l’ANS a retourné le formulaire, pour cette étape */
    retour: Schemas['Retour'] | null;
    faits: Array<Schemas['FaitPossible']>;
  };
  /** Jusqu’où une étape est demandée */
  Exigence: {
    degre: 'obligatoire' | 'conditionnelle' | 'recommandee' | 'facultative';
    /** Les faits dont l’un, quel qu’il soit, est nécessaire */
    parmi: Array<string>;
    seulementSi: Array<{
      fait: string;
      quand: string | null;
    }>;
  };
  Retour: {
    /** Jour, AAAA-MM-JJ */
    le: string;
    motifs: Array<{
      code: string;
      libelle: string;
      precision: string | null;
      partie: 1 | 3 | 4;
      /** Le champ du formulaire 413 en cause, en pointeur JSON */
      champ: string | null;
    }>;
  };
  FaitPossible: {
    type: string;
    libelle: string;
    /** Où l’envoyer, par POST */
    vers: string;
    /** demarche et reponse font les plans ; un constat répond à une question ; un aléa ne se propose jamais */
    sorte: 'demarche' | 'reponse' | 'constat' | 'alea';
    accepte: boolean;
    /** Si vous pouvez le déclarer ; n’est donné qu’aux éditeurs et aux lecteurs, les autres le peuvent */
    permis?: boolean;
    manque: Array<Schemas['Manque']>;
    /** Les plus petits ensembles d’actes, par leur type, après lesquels il serait accepté */
    deblocages: Array<Array<string>>;
    /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
    restantApres: number | null;
    /** Un corps que vous pouvez envoyer tel quel ; null tant que le fait est refusé, ou n’est pas à vous */
    exemple: {
      type: string;
      /** Jour, AAAA-MM-JJ */
      date: string;
      [autre: string]: unknown;
    } | null;
  };
  /** Les certificats en vie d’un dossier, par état et par étape */
  CertificatsResumes: {
    nombre: number;
    etats: Array<{
      id: string;
      libelle: string;
      nombre: number;
    }>;
    etapes: Array<{
      id: string;
      libelle: string;
      acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
      acteurLibelle: string;
      nature: 'obligatoire' | 'recommandee' | 'facultative' | 'attente' | 'acquise';
      nombre: number;
      /** Si un fait qui la termine serait accepté */
      accepte: boolean;
      /** Le plus pressé de ceux qui l’attendent, dont parle la suite */
      certificat: string;
      /** Jour, AAAA-MM-JJ */
      depuis: string;
      /** Son dernier jour, s’il est à renouveler */
      fin: string | null;
    }>;
    /** Dix au plus, le plus pressé d’abord */
    urgents: Array<{
      id: string;
      etape: string;
      libelle: string;
      /** Jour, AAAA-MM-JJ */
      depuis: string;
      /** Par les délais d’usage, qui sont les nôtres */
      limite: string;
    }>;
    /** Où les lire tous, page par page */
    liste: string;
  };
  /** Ce qui servira encore et prendra fin avant */
  Peremption: {
    fait: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Jour, AAAA-MM-JJ */
    le: string;
    actesEnPlus: number;
  };
  /** Ce que rend « Prefer: return=minimal » */
  Retenu: {
    id: string;
    version: number;
    statut: string;
    /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
    restant: number | null;
    /** Leurs codes */
    avertissements: Array<string>;
  };
  LigneDeJournal: {
    rang: number;
    type: string;
    /** Jour, AAAA-MM-JJ */
    date: string;
    /** Instant ISO 8601 */
    enregistreLe: string;
    auteur: string;
    /** SHA-256 de la saisie */
    empreinte: string;
    /** null une fois effacée */
    saisie: Record<string, unknown> | null;
    /** null tant qu’elle tient */
    corrigee: Schemas['Corrigee'] | null;
  };
  Corrigee: {
    /** Le rang de la correction */
    par: number;
    /** Retirée pour elle-même, remplacée, ou entraînée par la correction d’une autre */
    sort: 'retire' | 'remplace' | 'entraine';
    /** Le rang de la ligne qui la remplace */
    remplacant: number | null;
  };
  Groupement: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    nom: string;
    genre: 'ght' | 'groupe-prive';
    dsi?: unknown;
  };
  ProchainesEtapesGroupement: {
    groupement: {
      id: string;
      version: number;
      statut: string;
    };
    /** Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
    etapes: Array<Schemas['Etape']>;
    autresFaits: Array<Schemas['FaitPossible']>;
    /** null là où il n’y en a pas */
    certificats: Schemas['CertificatsResumes'] | null;
    restant: {
      /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
      minimum: number | null;
      jours: number;
      /** Les actes d’un chemin le plus court, et combien de fois : une par certificat */
      etapes: Array<{
        type: string;
        nombre: number;
      }>;
    };
    peremptions: Array<Schemas['Peremption']>;
  };
  Certificat: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    dossierId: string | null;
    usage: string;
    beneficiaire: Record<string, unknown>;
    remplace: string | null;
    /** Jusqu’à quand, à la commande, servait la carte de l’administrateur technique */
    finCarteAdministrateur: string | null;
  };
  ProchainesEtapesCertificat: {
    certificat: {
      id: string;
      version: number;
      statut: string;
    };
    /** Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
    etapes: Array<Schemas['Etape']>;
    autresFaits: Array<Schemas['FaitPossible']>;
    /** null là où il n’y en a pas */
    certificats: Schemas['CertificatsResumes'] | null;
    restant: {
      /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
      minimum: number | null;
      jours: number;
      /** Les actes d’un chemin le plus court, et combien de fois : une par certificat */
      etapes: Array<{
        type: string;
        nombre: number;
      }>;
    };
    peremptions: Array<Schemas['Peremption']>;
  };
  LigneFaite: {
    dossier: string;
    /** Comme celui de POST dossiers/{id}/faits */
    status: number;
    /** Si la ligne avait déjà été envoyée sous cette clé */
    rejoue: boolean;
    resultat: Schemas['Retenu'] | null;
    probleme: Schemas['Probleme'] | null;
  };
  LigneCorrigee: {
    rang: number;
    type: string;
    libelle: string;
    /** Jour, AAAA-MM-JJ */
    date: string;
  };
  /** Une ligne qui ne tiendrait plus */
  LigneRetiree: {
    rang: number;
    type: string;
    libelle: string;
    /** Jour, AAAA-MM-JJ */
    date: string;
    auteur: string;
    /** Si elle découlait d’un autre fait */
    derive: boolean;
    /** « refuse » : le fait ne serait plus accepté ; « echeance » : sa date ne viendrait plus ; « date » : il serait daté avant « anterieur » */
    cause: 'refuse' | 'echeance' | 'date';
    manque: Array<Schemas['Manque']>;
    /** Le fait dont celui-ci dépend et qui viendrait après lui */
    anterieur: {
      type: string;
      libelle: string;
      /** Jour, AAAA-MM-JJ */
      date: string;
    } | null;
  };
  /** Les étapes qui ne seraient plus en cours, et celles qui le seraient */
  EtatsChanges: {
    quittes: Array<string>;
    atteints: Array<string>;
  };
  DossierListe: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    etablissement: Record<string, unknown>;
    groupementId: string | null;
    /** Ce que le dossier attend, le plus pressé d’abord ; null tant que la liste se prépare */
    aFaire: Array<Schemas['AFaire']> | null;
    /** Quand l’ANS a retourné le formulaire 413, tant qu’il est à reprendre */
    retourneLe: string | null;
  };
  AFaire: {
    etape: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Les faits qui y seraient acceptés maintenant */
    faits: Array<string>;
    /** Jour, AAAA-MM-JJ */
    depuis: string;
    /** Par les délais d’usage, qui sont les nôtres */
    echeance: string;
  };
  /** Sur toutes les pages ; n’est donné que si on le demande */
  Total: {
    nombre: number;
    /** S’il y en a davantage */
    plafonne: boolean;
  };
  /** Les champs que « champs » nomme, et l’identifiant */
  DossierReduit: {
    id: string;
    procedure?: string;
    procedureVersion?: number;
    version?: number;
    statut?: string;
    /** Instant ISO 8601 */
    ouvertLe?: string;
    /** Instant ISO 8601 */
    modifieLe?: string;
    liens?: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats?: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte?: Record<string, unknown>;
    depuis?: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes?: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis?: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants?: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    etablissement?: Record<string, unknown>;
    groupementId?: string | null;
    /** Ce que le dossier attend, le plus pressé d’abord ; null tant que la liste se prépare */
    aFaire?: Array<Schemas['AFaire']> | null;
    /** Quand l’ANS a retourné le formulaire 413, tant qu’il est à reprendre */
    retourneLe?: string | null;
  };
  DossierOuvert: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    etablissement: Record<string, unknown>;
    groupementId: string | null;
    avertissements: Array<Schemas['Avertissement']>;
  };
  GroupementOuvert: {
    id: string;
    procedure: string;
    procedureVersion: number;
    version: number;
    statut: string;
    /** Instant ISO 8601 */
    ouvertLe: string;
    /** Instant ISO 8601 */
    modifieLe: string;
    liens: {
      soi: string;
      faits: string;
      prochainesEtapes: string;
      journal: string;
    };
    /** L’état courant de chaque région */
    etats: Record<string, unknown>;
    /** Ce que les conditions lisent */
    contexte: Record<string, unknown>;
    depuis: Record<string, string>;
    /** Le fait qui a amené chaque état, quand rien de ce qui s’y appuie ne peut porter une date antérieure. */
    bornes: Record<string, string>;
    /** Le fait depuis lequel chaque condition qui dure est remplie : rien de ce qui la demande ne vient avant */
    appuis: Record<string, {
        type: string;
        /** Jour, AAAA-MM-JJ */
        date: string;
      }>;
    /** Les sites d’un groupement, ou les certificats d’un dossier ; les abandonnés sont comptés à part */
    enfants: {
      enCours: number;
      enService: number;
      abandonne: number;
    };
    nom: string;
    genre: 'ght' | 'groupe-prive';
    dsi?: unknown;
    avertissements: Array<Schemas['Avertissement']>;
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
    statut: string;
    codePostal: string;
    commune: string;
    version: number;
    etape: string | null;
    acteur: string | null;
    restant: number | null;
    /** Les faits que ses étapes attendent et qu’il accepte maintenant */
    faits: Array<string>;
    /** Par colonne */
    cellules: Record<string, Schemas['CelluleDeMatrice']>;
  };
  CelluleDeMatrice: {
    etat: 'fait' | 'aFaire' | 'bloque' | 'attente' | 'recommande' | 'facultatif' | 'aVenir';
    /** L’étape en cours */
    etape: string | null;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans' | null;
    /** null là où rien n’est commencé, ou déjà passé */
    depuis: string | null;
    /** Ce qu’attend une étape bloquée */
    raison: string | null;
  };
  LigneEtatDesLieux: {
    /** Où elle commence dans le fichier, à partir de 1 */
    ligne: number;
    statut: 'acceptee' | 'corrigee' | 'refusee';
    denomination: string;
    /** Ce qui est écrit à côté, gardé en note du dossier */
    observations: string;
    corrections: Array<{
      colonne: string | null;
      message: string;
    }>;
    /** Pourquoi elle est refusée, et que faire */
    refus: Array<{
      colonne: string | null;
      message: string;
    }>;
    /** Le site à ouvrir, s’il n’a pas encore de dossier */
    ouverture: {
      /** La raison sociale. */
      denomination: string;
      /** N° SIRET */
      siret: string;
      /** Celui du site, non celui de l’entité juridique. */
      finess: string | null;
      /** La structure n’a pas de N° FINESS */
      sansFiness: boolean;
      /** Code postal */
      codePostal: string;
      /** Commune */
      commune: string;
    } | null;
    dossierId: string | null;
    enregistre: Array<{
      type: string;
      libelle: string;
    }>;
    sansEffet: Array<{
      type: string;
      libelle: string;
      raison: string;
    }>;
  };
  Plan: {
    minimum: number | null;
    maximumSansRetour: number | null;
    /** Durée de la plus longue chaîne par les délais d’usage, qui sont les nôtres et ne promettent rien */
    jours: number;
    /** Ce qui se fait en même temps, puis ce que cela permet */
    vagues: Array<Array<Schemas['ActePrevu']>>;
    acteurs: Array<{
      acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
      libelle: string;
      actes: number;
    }>;
    formulaires: Array<string>;
    cartes: Array<Schemas['CarteDemandee']>;
    peremptions: Array<Schemas['Peremption']>;
  };
  ActePrevu: {
    type: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
    source: string;
    nombre: number;
    etape: string | null;
    formulaire: string | null;
  };
  CarteDemandee: {
    code: string;
    carte: string;
    porteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    porteurLibelle: string;
    pour: Array<string>;
    active: boolean | null;
  };
  PlanGroupement: {
    minimum: number | null;
    /** Le même si chaque site agissait seul */
    separement: number | null;
    actesCommuns: Array<{
      type: string;
      libelle: string;
      acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
      /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
      source: string;
      epargne: number;
    }>;
    actes: Array<{
      type: string;
      libelle: string;
      acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
      /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
      source: string;
      nombre: number;
      sites: Array<string>;
    }>;
    partages: Array<{
      fait: string;
      sites: Array<string>;
      conseil: string;
      source: string;
    }>;
    sites: Array<{
      id: string;
      denomination: string;
      minimum: number | null;
      manque: Array<Schemas['ActeCompte']>;
    }>;
  };
  /** Un acte à faire, et combien de fois : une par certificat qui l’attend */
  ActeCompte: {
    type: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    /** Passage de la procédure (§4.1), ou décision de ce qui est hors texte (A27) */
    source: string;
    nombre: number;
  };
  Prevision: {
    acceptes: number;
    refus: {
      /** À partir de 0 */
      rang: number;
      probleme: {
        type?: string;
        status: number;
        /** Stable, pour les programmes */
        code: string;
        title: string;
        detail: string;
        erreurs?: Array<Schemas['Erreur']>;
        manque?: Array<Schemas['Manque']>;
        deblocages?: Array<Array<Schemas['Acte']>>;
        acceptes?: Array<string>;
        [autre: string]: unknown;
      };
    } | null;
    /** Ce qu’il faudrait vérifier des faits acceptés ; « /faits/0/… » est le premier */
    avertissements: Array<Schemas['Avertissement']>;
    dossier: {
      id: string;
      version: number;
      statut: string;
    };
    prochainesEtapes: Schemas['Etapes'];
    plan: Schemas['Plan'];
  };
  Etapes: {
    /** Celles du dossier, puis de ses certificats : de tous jusqu’à trois, sinon du plus pressé */
    etapes: Array<Schemas['Etape']>;
    autresFaits: Array<Schemas['FaitPossible']>;
    /** null là où il n’y en a pas */
    certificats: Schemas['CertificatsResumes'] | null;
    restant: {
      /** Le plus petit nombre d’actes restants ; null si rien n’y mène */
      minimum: number | null;
      jours: number;
      /** Les actes d’un chemin le plus court, et combien de fois : une par certificat */
      etapes: Array<{
        type: string;
        nombre: number;
      }>;
    };
    peremptions: Array<Schemas['Peremption']>;
  };
  Conformite: {
    conforme: boolean;
    refus: {
      /** À partir de 0 */
      rang: number;
      probleme: {
        type?: string;
        status: number;
        /** Stable, pour les programmes */
        code: string;
        title: string;
        detail: string;
        erreurs?: Array<Schemas['Erreur']>;
        manque?: Array<Schemas['Manque']>;
        deblocages?: Array<Array<Schemas['Acte']>>;
        acceptes?: Array<string>;
        [autre: string]: unknown;
      };
    } | null;
    reparation: Array<{
      ajoute: boolean;
      fait: {
        type: string;
        [autre: string]: unknown;
      };
    }> | null;
  };
  EtablissementDuRepertoire: {
    /** Celui du site */
    finess: string;
    /** Celui de l’entité juridique */
    finessEj: string | null;
    siret: string | null;
    denomination: string;
    codePostal: string;
    commune: string;
    categorie: string | null;
    /** Sa participation au service public hospitalier */
    statut: string | null;
  };
  ResumeProcedure: {
    id: string;
    version: number;
    titre: string;
    source: string;
    genre: 'dossier' | 'groupement' | 'certificat';
    lien: string;
  };
  Procedure: {
    id: string;
    version: number;
    titre: string;
    source: string;
    genre: 'dossier' | 'groupement' | 'certificat';
    lien: string;
    faits: Array<Schemas['FaitDeclare']>;
  };
  FaitDeclare: {
    type: string;
    libelle: string;
    acteur: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
    acteurLibelle: string;
    source: string;
    exemples: Array<Record<string, unknown>>;
    schema: string;
  };
  /** Un schéma JSON */
  SchemaJson: Record<string, unknown>;
  Terme: {
    terme: string;
    definition: string;
    source: string;
  };
  /** Un CloudEvent 1.0 */
  Evenement: {
    specversion: '1.0';
    /** La place de l’événement dans le flux : unique, croissante. */
    id: string;
    /** Ce qui a changé. */
    source: string;
    type: string;
    /** Quand le fait a été enregistré. */
    time: string;
    datacontenttype: 'application/json';
    /** D’un bac à sable : rien de réel n’est arrivé. */
    bacasable?: true;
    /** Le dossier, ou le groupement : ses événements arrivent dans l’ordre. */
    subject: string;
    data: {
      genre: 'dossier' | 'groupement' | 'certificat';
      id: string;
      dossierId: string | null;
      /** Celui du dossier ; nul pour un certificat. */
      groupementId: string | null;
      procedure: string;
      fait: string;
      libelle: string;
      date: string;
      /** Celui d’une délégation, à qui seul elle est dite. */
      editeurId?: string;
      liens: {
        soi: string;
        prochainesEtapes: string;
        journal: string;
      };
    };
  } | Schemas['FinDeCle'];
  FinDeCle: {
    specversion: '1.0';
    /** La place de l’événement dans le flux : unique, croissante. */
    id: string;
    /** Ce qui a changé. */
    source: string;
    type: string;
    /** Quand le fait a été enregistré. */
    time: string;
    datacontenttype: 'application/json';
    /** D’un bac à sable : rien de réel n’est arrivé. */
    bacasable?: true;
    subject: string;
    data: {
      genre: 'cle';
      id: string;
      fait: 'cle.finProche';
      libelle: string;
      /** Son dernier jour */
      date: string;
      editeurId: string | null;
      liens: {
        soi: string;
        renouvellement: string;
      };
    };
  };
  Abonnement: {
    id: string;
    editeurId: string | null;
    url: string;
    description: string;
    /** Instant ISO 8601 */
    creeLe: string;
    evenements: 'tous' | Array<string>;
    pause: {
      motif: 'demande' | 'echecs' | 'disparu';
      /** Instant ISO 8601 */
      le: string;
    } | null;
    echecs: {
      nombre: number;
      /** Instant ISO 8601 */
      depuis: string;
      dernier: string;
    } | null;
    /** Le destinataire a demandé d’attendre (Retry-After) */
    attendJusqua: string | null;
    /** Ce qu’il faut savoir : pause, échecs, adresse en double */
    avis: string | null;
    enAttente: number;
    abandonnes: number;
  };
  Tentative: {
    rang: number;
    /** Instant ISO 8601 */
    le: string;
    statut: number | null;
    dureeMs: number;
    erreur: string | null;
  };
  Scenario: {
    etape: 'clinique-mono-site' | 'hopital-ght' | 'groupe-prive' | 'formulaire-retourne' | 'carte-perdue' | 'renouvellement' | 'carte-jamais-activee' | 'mandataire-sans-nouvelle-carte' | 'commande-annulee' | 'carte-opposee-avant-delivrance' | 'renouvellement-refuse' | 'vol-pendant-renouvellement' | 'beneficiaire-qui-change' | 'releve' | 'formulaire-de-plus' | 'habilitation-retiree' | 'retour-sans-recu' | 'contrat-termine' | 'fusion' | 'etablissement-ferme';
    titre: string;
    source: string;
    procedure: string;
    /** Dans l’ordre où ils sont joués */
    faits: Array<string>;
  };
  MisEnScene: {
    etape: 'clinique-mono-site' | 'hopital-ght' | 'groupe-prive' | 'formulaire-retourne' | 'carte-perdue' | 'renouvellement' | 'carte-jamais-activee' | 'mandataire-sans-nouvelle-carte' | 'commande-annulee' | 'carte-opposee-avant-delivrance' | 'renouvellement-refuse' | 'vol-pendant-renouvellement' | 'beneficiaire-qui-change' | 'releve' | 'formulaire-de-plus' | 'habilitation-retiree' | 'retour-sans-recu' | 'contrat-termine' | 'fusion' | 'etablissement-ferme';
    faits: number;
    dossier: string;
    groupement: string | null;
    /** Le dernier commandé */
    certificat: string | null;
    /** L’éditeur de la clé, à qui le dossier est délégué */
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
    role: 'agent' | 'superviseur' | 'lecteur';
    actif: boolean;
    /** Instant ISO 8601 */
    creeLe: string;
    connecteLe: string | null;
  };
  Moi: {
    id: string;
    genre: 'compte' | 'cle';
    nom: string;
    role: 'agent' | 'superviseur' | 'editeur' | 'lecteur';
    editeurId: string | null;
    portees: Array<string>;
    /** null : sans limite */
    procedures: Array<string> | null;
    /** null : sans limite */
    dossiers: Array<string> | null;
    bacASable: boolean;
    /** Le dernier jour de la clé, ou de celle qui est déjà remplacée */
    expireLe: string | null;
    joursRestants: number | null;
    /** Ce qu’il faut faire de la clé, dès 30 jours avant sa fin */
    avis: string | null;
  };
  /** La clé n’est donnée qu’une fois */
  CleRenouvelee: {
    cle: string;
    fiche: {
      id: string;
      prefixe: string;
      nom: string;
      role: 'agent' | 'editeur' | 'lecteur';
      editeurId: string | null;
      portees: Array<string>;
      /** null : sans limite */
      procedures: Array<string> | null;
      /** null : sans limite */
      dossiers: Array<string> | null;
      bacASable: boolean;
      /** Instant ISO 8601 */
      creeLe: string;
      /** Jour, AAAA-MM-JJ */
      expireLe: string;
      utiliseeLe: string | null;
      revoqueeLe: string | null;
    };
    /** Instant ISO 8601 */
    ancienneJusqua: string;
  };
  MaDelegation: {
    id: string;
    genre: 'dossier' | 'groupement';
    /** L’identifiant du dossier, ou du groupement et de ses sites */
    objet: string;
    /** Jour, AAAA-MM-JJ */
    du: string;
    /** Le dernier jour ; null sans fin */
    au: string | null;
    /** Instant ISO 8601 */
    accordeeLe: string;
    lien: string;
  };
  LienLu: {
    objet: 'premier-compte' | 'invitation' | 'mot-de-passe';
    courriel: string | null;
    /** Instant ISO 8601 */
    expireLe: string;
  };
  /** Le jeton n’est donné qu’une fois */
  LienRemis: {
    jeton: string;
    compteId: string;
    /** Instant ISO 8601 */
    expireLe: string;
  };
  ActeIdentite: {
    rang: number;
    /** Instant ISO 8601 */
    le: string;
    auteur: string;
    acte: string;
    cible: string;
    detail: unknown;
  };
  Acces: {
    numero: number;
    qui: string;
    /** L’opération dont il a fallu le droit */
    quoi: string;
    objet: string | null;
    /** De la réponse HTTP */
    statut: number;
    reseau: string;
    /** Instant ISO 8601 */
    premierLe: string;
    /** Instant ISO 8601 */
    dernierLe: string;
    fois: number;
  };
  Editeur: {
    id: string;
    nom: string;
    /** Instant ISO 8601 */
    creeLe: string;
  };
  CleApi: {
    id: string;
    prefixe: string;
    nom: string;
    role: 'agent' | 'editeur' | 'lecteur';
    editeurId: string | null;
    portees: Array<string>;
    /** null : sans limite */
    procedures: Array<string> | null;
    /** null : sans limite */
    dossiers: Array<string> | null;
    bacASable: boolean;
    /** Instant ISO 8601 */
    creeLe: string;
    /** Jour, AAAA-MM-JJ */
    expireLe: string;
    utiliseeLe: string | null;
    revoqueeLe: string | null;
  };
  /** La clé n’est donnée qu’une fois */
  CleCreee: {
    cle: string;
    fiche: {
      id: string;
      prefixe: string;
      nom: string;
      role: 'agent' | 'editeur' | 'lecteur';
      editeurId: string | null;
      portees: Array<string>;
      /** null : sans limite */
      procedures: Array<string> | null;
      /** null : sans limite */
      dossiers: Array<string> | null;
      bacASable: boolean;
      /** Instant ISO 8601 */
      creeLe: string;
      /** Jour, AAAA-MM-JJ */
      expireLe: string;
      utiliseeLe: string | null;
      revoqueeLe: string | null;
    };
  };
  Delegation: {
    id: string;
    genre: 'dossier' | 'groupement';
    instanceId: string;
    editeurId: string;
    /** Jour, AAAA-MM-JJ */
    du: string;
    au: string | null;
    motif: string;
    /** Instant ISO 8601 */
    accordeeLe: string;
    accordeePar: string;
    revoqueeLe: string | null;
    revoqueePar: string | null;
  };
  Reglage: {
    cle: string;
    famille: 'delais' | 'adresses' | 'conservation';
    libelle: string;
    aide: string;
    /** null hors du texte */
    source: string | null;
    genre: 'jours' | 'mois' | 'courriels' | 'web' | 'texte';
    defaut: number | string | null;
    /** Celle qui vaut ce jour-là ; null si aucune */
    valeur: number | string | null;
    histoire: Array<Schemas['ValeurDatee']>;
  };
  /** Une valeur d’un réglage et ses dates */
  ValeurDatee: {
    rang: number;
    cle: string;
    valeur: number | string;
    /** Jour, AAAA-MM-JJ */
    du: string;
    au: string | null;
    motif: string;
    etat: 'en-vigueur' | 'a-venir' | 'remplacee' | 'terminee' | 'retiree';
    /** Instant ISO 8601 */
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
    destinataire: 'ans' | 'cartes' | 'editeur' | 'autre';
    /** 0 tel que fourni */
    version: number;
    retire: boolean;
    ecritLe: string | null;
    ecritPar: string | null;
  };
  /** Un courriel rempli, qui n’est pas envoyé */
  Courriel: {
    /** Adresses séparées par des virgules */
    a: string;
    objet: string;
    corps: string;
    aCompleter: Array<string>;
  };
  Comparaison: {
    identiques: boolean;
    etats: {
      ajoutes: Array<{
        id: string;
        [autre: string]: unknown;
      }>;
      retires: Array<{
        id: string;
        [autre: string]: unknown;
      }>;
      modifies: Array<{
        changements: Array<{
          champ: string;
          [autre: string]: unknown;
        }>;
        [autre: string]: unknown;
      }>;
    };
    transitions: {
      ajoutes: Array<{
        id: string;
        [autre: string]: unknown;
      }>;
      retires: Array<{
        id: string;
        [autre: string]: unknown;
      }>;
      modifies: Array<{
        changements: Array<{
          champ: string;
          [autre: string]: unknown;
        }>;
        [autre: string]: unknown;
      }>;
    };
    [autre: string]: unknown;
  };
}

/** Les faits qu’un éditeur enregistre. */
export interface FaitsEditeur {
  /** Partie 4 du formulaire 413 remplie */
  'formulaire413.partie4Remplie': {
    type: 'formulaire413.partie4Remplie';
    /** Date */
    date: string;
    /** Partie 4 — Détails de la demande de certificat logiciel */
    partie4: {
      /** Précisions sur l’usage des certificats et sur votre projet */
      precisionUsage?: string;
      /** Logiciels */
      logiciels: Array<{
        /** Type */
        type: 'DP' | 'PROXY';
        /** Éditeur */
        editeur: string;
        /** Solution */
        solution: string;
        /** Version déployée */
        version: string;
      }>;
      /** Offre certificat logiciel PRO (personne physique), usage AUTH, SIGN, CONF */
      offreProAuthSignConf: true;
      /** Nom de domaine ou de sous-domaine de messagerie */
      domaineMessagerie: string;
      /** Administrateurs techniques */
      administrateursTechniques: Array<{
        /** Nom */
        nom: string;
        /** Prénom */
        prenom: string;
        /** De préférence une boîte partagée. */
        courriel: string;
        /** Téléphone */
        telephone: string;
        /** Type de carte */
        typeCarte: 'CPS' | 'CPF' | 'CPE' | 'CPA' | 'CDE';
        /** Rattachement */
        rattachement: 'structure' | 'dsiGroupe' | 'editeur' | 'integrateur';
      }>;
    };
  };
  /** Administrateur technique désigné */
  'administrateurTechnique.designe': {
    type: 'administrateurTechnique.designe';
    /** Date */
    date: string;
    /** Personne */
    personne: {
      /** Nom */
      nom: string;
      /** Prénom */
      prenom: string;
    };
    /** Origine */
    origine: 'employe' | 'technicien';
    carte: {
      /** Type de carte */
      type: 'CPS' | 'CPF' | 'CPE' | 'CPA' | 'CDE';
      /** Numéro de la carte */
      numero?: string;
      /** La date imprimée sur la carte. */
      fin: string | null;
    } | null;
    /** Pour un technicien : qui l’emploie. */
    societe?: string;
  };
}

/** Ce que chaque opération prend, ce qu’elle rend, les refus qu’elle annonce. */
export interface Operations {
  /** Exporter des dossiers en CSV */
  'dossiers.exporter': {
    entree: {
      requete?: {
        /** N° SIRET */
        siret?: string;
        /** N° FINESS */
        finess?: string;
        procedure?: 'public-ght' | 'prive-mono-site' | 'prive-groupe' | 'groupement' | 'certificat';
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
        groupement?: string;
        /** Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
        editeur?: string;
        modifiesDepuis?: string;
        /** Ceux qui attendent quelque chose de lui */
        attend?: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
        /** Ceux où elle est attendue ; avec « attend », de lui */
        etape?: 'suivi.abandonne' | 'coordination.aContacter' | 'etatDesLieux.attendu' | 'editeur.aContacter' | 'contrat.aVerifier' | 'contrat.aCompleter' | 'contrat.attenteDecision' | 'carteResponsable.aVerifier' | 'carteResponsable.aDemander' | 'carteResponsable.aRemplacer' | 'carteResponsable.attenteEmission' | 'carteResponsable.aActiver' | 'carteResponsable.bloquee' | 'mandataire.aucun' | 'mandataire.attenteCarte' | 'mandataire.attenteRemplacement' | 'mandataire.aActiver' | 'mandataire.attenteMandat' | 'mandataire.bloque' | 'mandataire.carteARemplacer' | 'mandataire.aConfirmer' | 'administrateurTechnique.aDesigner' | 'administrateurTechnique.aEquiper' | 'administrateurTechnique.aRemplacer' | 'administrateurTechnique.attenteCarte' | 'administrateurTechnique.aActiver' | 'administrateurTechnique.attenteCpa' | 'administrateurTechnique.bloque' | 'formulaire413.redaction.partie1.aRemplir' | 'formulaire413.redaction.partie3.aRemplir' | 'formulaire413.redaction.partie4.aRemplir' | 'formulaire413.aSigner' | 'formulaire413.aTransmettre' | 'formulaire413.attenteReception' | 'formulaire413.enInstruction' | 'formulaire413.rejetee' | 'habilitation.accordee' | 'vie.demande' | 'vie.disponible' | 'vie.retire' | 'renouvellement.du' | 'alerte.aDecider';
        /** Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats */
        fait?: 'administrateurTechnique.designe' | 'administrateurTechnique.disponible' | 'administrateurTechnique.indisponible' | 'administrateurTechnique.parti' | 'beneficiaire.qualiteModifiee' | 'carteAdministrateur.activee' | 'carteAdministrateur.bloquee' | 'carteAdministrateur.debloquee' | 'carteAdministrateur.demandee' | 'carteAdministrateur.emise' | 'carteAdministrateur.expiree' | 'carteAdministrateur.opposee' | 'carteAdministrateur.refusee' | 'carteAdministrateur.renouvelee' | 'carteBeneficiaire.opposee' | 'carteMandataire.activee' | 'carteMandataire.bloquee' | 'carteMandataire.debloquee' | 'carteMandataire.demandee' | 'carteMandataire.emise' | 'carteMandataire.expiree' | 'carteMandataire.opposee' | 'carteMandataire.refusee' | 'carteMandataire.renouvelee' | 'carteResponsable.absente' | 'carteResponsable.activee' | 'carteResponsable.bloquee' | 'carteResponsable.debloquee' | 'carteResponsable.emise' | 'carteResponsable.expiree' | 'carteResponsable.opposee' | 'carteResponsable.renouvelee' | 'carteResponsable.trouvee' | 'certificat.annule' | 'certificat.demande' | 'certificat.disponible' | 'certificat.expire' | 'certificat.installe' | 'certificat.maintenu' | 'certificat.refuse' | 'certificat.renouvele' | 'certificat.renouvellementDu' | 'certificat.retire' | 'certificat.revoque' | 'certificats.aucun' | 'certificats.enCours' | 'certificats.enService' | 'commande.fermee' | 'commande.ouverte' | 'contrat.absent' | 'contrat.refuse' | 'contrat.signe' | 'contrat.termine' | 'contrat.transmis' | 'contrat.trouve' | 'dossier.abandonne' | 'dossier.rouvert' | 'dsi.contactee' | 'editeur.contacte' | 'etablissement.coordonneesModifiees' | 'etablissement.ferme' | 'etablissement.identifiantModifie' | 'etatDesLieux.recu' | 'formulaire101.refuse' | 'formulaire101.transmis' | 'formulaire413.partie1Remplie' | 'formulaire413.partie2Remplie' | 'formulaire413.partie3Remplie' | 'formulaire413.partie4Remplie' | 'formulaire413.recu' | 'formulaire413.rejete' | 'formulaire413.repris' | 'formulaire413.retourne' | 'formulaire413.signe' | 'formulaire413.transmis' | 'habilitation.accordee' | 'habilitation.retiree' | 'mandat.confirme' | 'mandat.demande' | 'mandat.enregistre' | 'mandat.refuse' | 'mandat.termine' | 'mandat.trouve' | 'representantLegal.remplace' | 'site.ouvert' | 'sites.aucun' | 'sites.enCours' | 'sites.enService' | 'successeur.clos' | 'successeur.installe';
        /** Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même */
        echeanceAvant?: string;
        /** Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre */
        retourneDepuis?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'export-trop-grand' | 'liste-en-preparation' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Enregistrer un fait sur un dossier */
  'dossiers.faits': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        type: string;
        date: string;
        [autre: string]: unknown;
      };
    };
    reponse: {
      dossier: Schemas['Dossier'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesDossier'];
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-non-permis' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Demander les prochaines étapes d’un dossier */
  'dossiers.prochaines-etapes': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        depuisVersion?: number;
        /** De 0s à 30s */
        attendre?: string;
      };
    };
    reponse: Schemas['ProchainesEtapesDossier'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire un dossier */
  'dossiers.lire': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['Dossier'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le journal d’un dossier */
  'dossiers.journal': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        limite?: number;
        apres?: number;
      };
    };
    reponse: {
      faits: Array<Schemas['LigneDeJournal']>;
      suite: number | null;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Enregistrer un fait sur un groupement */
  'groupements.faits': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        type: string;
        date: string;
        [autre: string]: unknown;
      };
    };
    reponse: {
      groupement: Schemas['Groupement'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesGroupement'];
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Demander les prochaines étapes d’un groupement */
  'groupements.prochaines-etapes': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        depuisVersion?: number;
        /** De 0s à 30s */
        attendre?: string;
      };
    };
    reponse: Schemas['ProchainesEtapesGroupement'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire un groupement */
  'groupements.lire': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['Groupement'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le journal d’un groupement */
  'groupements.journal': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        limite?: number;
        apres?: number;
      };
    };
    reponse: {
      faits: Array<Schemas['LigneDeJournal']>;
      suite: number | null;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Enregistrer un fait sur un certificat */
  'certificats.faits': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        type: string;
        date: string;
        [autre: string]: unknown;
      };
    };
    reponse: {
      certificat: Schemas['Certificat'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesCertificat'];
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Demander les prochaines étapes d’un certificat */
  'certificats.prochaines-etapes': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        depuisVersion?: number;
        /** De 0s à 30s */
        attendre?: string;
      };
    };
    reponse: Schemas['ProchainesEtapesCertificat'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire un certificat */
  'certificats.lire': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['Certificat'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le journal d’un certificat */
  'certificats.journal': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        limite?: number;
        apres?: number;
      };
    };
    reponse: {
      faits: Array<Schemas['LigneDeJournal']>;
      suite: number | null;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Enregistrer des faits sur plusieurs dossiers, un résultat par ligne */
  'faits.enregistrer': {
    entree: {
      corps: Schemas['FaitsDits'];
    };
    reponse: {
      retenus: number;
      refuses: number;
      lignes: Array<Schemas['LigneFaite']>;
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-existant' | 'droit-insuffisant' | 'erreur-interne' | 'fait-non-permis' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Voir ce que changerait une correction du journal d’un dossier */
  'dossiers.correction-apercu': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
      };
    };
    reponse: {
      /** À renvoyer à la confirmation */
      version: number;
      ligne: Schemas['LigneCorrigee'];
      /** Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
      retires: Array<Schemas['LigneRetiree']>;
      etats: Schemas['EtatsChanges'];
      prochainesEtapes: Schemas['ProchainesEtapesDossier'];
      avertissements: Array<Schemas['Avertissement']>;
    };
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Corriger une erreur du journal d’un dossier */
  'dossiers.corriger': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
        /** Motif de la correction */
        motif: string;
        version: number;
        retires: Array<number>;
      };
    };
    reponse: {
      dossier: Schemas['Dossier'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesDossier'];
    };
    codes: 'apercu-perime' | 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Voir ce que changerait une correction du journal d’un groupement */
  'groupements.correction-apercu': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
      };
    };
    reponse: {
      /** À renvoyer à la confirmation */
      version: number;
      ligne: Schemas['LigneCorrigee'];
      /** Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
      retires: Array<Schemas['LigneRetiree']>;
      etats: Schemas['EtatsChanges'];
      prochainesEtapes: Schemas['ProchainesEtapesGroupement'];
      avertissements: Array<Schemas['Avertissement']>;
    };
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Corriger une erreur du journal d’un groupement */
  'groupements.corriger': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
        /** Motif de la correction */
        motif: string;
        version: number;
        retires: Array<number>;
      };
    };
    reponse: {
      groupement: Schemas['Groupement'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesGroupement'];
    };
    codes: 'apercu-perime' | 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Voir ce que changerait une correction du journal d’un certificat */
  'certificats.correction-apercu': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
      };
    };
    reponse: {
      /** À renvoyer à la confirmation */
      version: number;
      ligne: Schemas['LigneCorrigee'];
      /** Leurs rangs sont à renvoyer à la confirmation, dans cet ordre */
      retires: Array<Schemas['LigneRetiree']>;
      etats: Schemas['EtatsChanges'];
      prochainesEtapes: Schemas['ProchainesEtapesCertificat'];
      avertissements: Array<Schemas['Avertissement']>;
    };
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Corriger une erreur du journal d’un certificat */
  'certificats.corriger': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        rang: number;
        remplacement?: {
          date: string;
          [autre: string]: unknown;
        } | null;
        /** Les autres lignes à corriger du même coup : la même erreur, dite ailleurs */
        avec?: Array<{
          rang: number;
          remplacement?: {
            date: string;
            [autre: string]: unknown;
          } | null;
        }>;
        /** Motif de la correction */
        motif: string;
        version: number;
        retires: Array<number>;
      };
    };
    reponse: {
      certificat: Schemas['Certificat'];
      avertissements: Array<Schemas['Avertissement']>;
      prochainesEtapes: Schemas['ProchainesEtapesCertificat'];
    };
    codes: 'apercu-perime' | 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'correction-impossible' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Chercher des dossiers, et ce qu’ils attendent de qui */
  'dossiers.lister': {
    entree: {
      requete?: {
        limite?: number;
        apres?: string;
        /** N° SIRET */
        siret?: string;
        /** N° FINESS */
        finess?: string;
        procedure?: 'public-ght' | 'prive-mono-site' | 'prive-groupe' | 'groupement' | 'certificat';
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
        groupement?: string;
        dossier?: string;
        /** Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
        editeur?: string;
        /** Compter aussi, jusqu’à 1 000 */
        total?: 'oui';
        modifiesDepuis?: string;
        /** Ceux qui attendent quelque chose de lui */
        attend?: 'representantLegal' | 'mandataire' | 'administrateurTechnique' | 'etablissement' | 'dsi' | 'editeur' | 'beneficiaire' | 'ans';
        /** Ceux où elle est attendue ; avec « attend », de lui */
        etape?: 'suivi.abandonne' | 'coordination.aContacter' | 'etatDesLieux.attendu' | 'editeur.aContacter' | 'contrat.aVerifier' | 'contrat.aCompleter' | 'contrat.attenteDecision' | 'carteResponsable.aVerifier' | 'carteResponsable.aDemander' | 'carteResponsable.aRemplacer' | 'carteResponsable.attenteEmission' | 'carteResponsable.aActiver' | 'carteResponsable.bloquee' | 'mandataire.aucun' | 'mandataire.attenteCarte' | 'mandataire.attenteRemplacement' | 'mandataire.aActiver' | 'mandataire.attenteMandat' | 'mandataire.bloque' | 'mandataire.carteARemplacer' | 'mandataire.aConfirmer' | 'administrateurTechnique.aDesigner' | 'administrateurTechnique.aEquiper' | 'administrateurTechnique.aRemplacer' | 'administrateurTechnique.attenteCarte' | 'administrateurTechnique.aActiver' | 'administrateurTechnique.attenteCpa' | 'administrateurTechnique.bloque' | 'formulaire413.redaction.partie1.aRemplir' | 'formulaire413.redaction.partie3.aRemplir' | 'formulaire413.redaction.partie4.aRemplir' | 'formulaire413.aSigner' | 'formulaire413.aTransmettre' | 'formulaire413.attenteReception' | 'formulaire413.enInstruction' | 'formulaire413.rejetee' | 'habilitation.accordee' | 'vie.demande' | 'vie.disponible' | 'vie.retire' | 'renouvellement.du' | 'alerte.aDecider';
        /** Ceux où il serait accepté maintenant, du dossier ou de l’un de ses certificats */
        fait?: 'administrateurTechnique.designe' | 'administrateurTechnique.disponible' | 'administrateurTechnique.indisponible' | 'administrateurTechnique.parti' | 'beneficiaire.qualiteModifiee' | 'carteAdministrateur.activee' | 'carteAdministrateur.bloquee' | 'carteAdministrateur.debloquee' | 'carteAdministrateur.demandee' | 'carteAdministrateur.emise' | 'carteAdministrateur.expiree' | 'carteAdministrateur.opposee' | 'carteAdministrateur.refusee' | 'carteAdministrateur.renouvelee' | 'carteBeneficiaire.opposee' | 'carteMandataire.activee' | 'carteMandataire.bloquee' | 'carteMandataire.debloquee' | 'carteMandataire.demandee' | 'carteMandataire.emise' | 'carteMandataire.expiree' | 'carteMandataire.opposee' | 'carteMandataire.refusee' | 'carteMandataire.renouvelee' | 'carteResponsable.absente' | 'carteResponsable.activee' | 'carteResponsable.bloquee' | 'carteResponsable.debloquee' | 'carteResponsable.emise' | 'carteResponsable.expiree' | 'carteResponsable.opposee' | 'carteResponsable.renouvelee' | 'carteResponsable.trouvee' | 'certificat.annule' | 'certificat.demande' | 'certificat.disponible' | 'certificat.expire' | 'certificat.installe' | 'certificat.maintenu' | 'certificat.refuse' | 'certificat.renouvele' | 'certificat.renouvellementDu' | 'certificat.retire' | 'certificat.revoque' | 'certificats.aucun' | 'certificats.enCours' | 'certificats.enService' | 'commande.fermee' | 'commande.ouverte' | 'contrat.absent' | 'contrat.refuse' | 'contrat.signe' | 'contrat.termine' | 'contrat.transmis' | 'contrat.trouve' | 'dossier.abandonne' | 'dossier.rouvert' | 'dsi.contactee' | 'editeur.contacte' | 'etablissement.coordonneesModifiees' | 'etablissement.ferme' | 'etablissement.identifiantModifie' | 'etatDesLieux.recu' | 'formulaire101.refuse' | 'formulaire101.transmis' | 'formulaire413.partie1Remplie' | 'formulaire413.partie2Remplie' | 'formulaire413.partie3Remplie' | 'formulaire413.partie4Remplie' | 'formulaire413.recu' | 'formulaire413.rejete' | 'formulaire413.repris' | 'formulaire413.retourne' | 'formulaire413.signe' | 'formulaire413.transmis' | 'habilitation.accordee' | 'habilitation.retiree' | 'mandat.confirme' | 'mandat.demande' | 'mandat.enregistre' | 'mandat.refuse' | 'mandat.termine' | 'mandat.trouve' | 'representantLegal.remplace' | 'site.ouvert' | 'sites.aucun' | 'sites.enCours' | 'sites.enService' | 'successeur.clos' | 'successeur.installe';
        /** Ceux dont quelque chose est dû ce jour-là ou avant ; avec « attend » et « etape », cela même */
        echeanceAvant?: string;
        /** Ceux dont l’ANS a retourné le formulaire ce jour-là ou depuis, et qui restent à reprendre */
        retourneDepuis?: string;
        /** Les champs à donner, séparés par des virgules : id, procedure, procedureVersion, version, statut, ouvertLe, modifieLe, liens, etats, contexte, depuis, bornes, appuis, enfants, etablissement, groupementId, aFaire, retourneLe */
        champs?: string;
      };
    };
    reponse: {
      dossiers: Array<Schemas['DossierListe']>;
      /** À donner en « apres » pour la page suivante ; null à la dernière */
      suite: string | null;
      total?: Schemas['Total'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'liste-en-preparation' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Chercher des groupements */
  'groupements.lister': {
    entree: {
      requete?: {
        limite?: number;
        apres?: string;
        /** N° SIRET */
        siret?: string;
        /** N° FINESS */
        finess?: string;
        procedure?: 'public-ght' | 'prive-mono-site' | 'prive-groupe' | 'groupement' | 'certificat';
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
        groupement?: string;
        dossier?: string;
        /** Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
        editeur?: string;
        /** Compter aussi, jusqu’à 1 000 */
        total?: 'oui';
        modifiesDepuis?: string;
      };
    };
    reponse: {
      groupements: Array<Schemas['Groupement']>;
      /** À donner en « apres » pour la page suivante ; null à la dernière */
      suite: string | null;
      total?: Schemas['Total'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Chercher des certificats */
  'certificats.lister': {
    entree: {
      requete?: {
        limite?: number;
        apres?: string;
        /** N° SIRET */
        siret?: string;
        /** N° FINESS */
        finess?: string;
        procedure?: 'public-ght' | 'prive-mono-site' | 'prive-groupe' | 'groupement' | 'certificat';
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
        groupement?: string;
        dossier?: string;
        /** Ce qui lui est délégué aujourd’hui ; « moi » pour l’éditeur qui demande */
        editeur?: string;
        /** Compter aussi, jusqu’à 1 000 */
        total?: 'oui';
        modifiesDepuis?: string;
      };
    };
    reponse: {
      certificats: Array<Schemas['Certificat']>;
      /** À donner en « apres » pour la page suivante ; null à la dernière */
      suite: string | null;
      total?: Schemas['Total'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Ouvrir un dossier */
  'dossiers.ouvrir': {
    entree: {
      corps: {
        procedure: 'public-ght' | 'prive-mono-site' | 'prive-groupe';
        /** Établissement */
        etablissement: {
          /** La raison sociale. */
          denomination: string;
          /** N° SIRET */
          siret: string;
          /** Celui du site, non celui de l’entité juridique. */
          finess?: string | null;
          /** La structure n’a pas de N° FINESS */
          sansFiness?: boolean;
          /** Code postal */
          codePostal: string;
          /** Commune */
          commune: string;
        };
        groupementId?: string | null;
      };
    };
    reponse: Schemas['DossierOuvert'];
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-existant' | 'droit-insuffisant' | 'erreur-interne' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Ouvrir un groupement */
  'groupements.ouvrir': {
    entree: {
      corps: {
        /** Nom du groupement */
        nom: string;
        /** Genre : GHT ou groupe privé */
        genre: 'ght' | 'groupe-prive';
        /** DSI */
        dsi?: string | {
          /** Nom */
          nom: string;
          /** Courriel */
          courriel?: string;
          /** Téléphone */
          telephone?: string;
        } | null;
      };
    };
    reponse: Schemas['GroupementOuvert'];
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-existant' | 'droit-insuffisant' | 'erreur-interne' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lister les dossiers d’un groupement */
  'groupements.dossiers': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        limite?: number;
        apres?: string;
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
      };
    };
    reponse: {
      dossiers: Array<Schemas['Dossier']>;
      /** À donner en « apres » pour la page suivante ; null à la dernière */
      suite: string | null;
      total?: Schemas['Total'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister les certificats d’un dossier */
  'dossiers.certificats': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        limite?: number;
        apres?: string;
        statut?: 'enCours' | 'enService' | 'abandonne' | 'clos';
      };
    };
    reponse: {
      certificats: Array<Schemas['Certificat']>;
      /** À donner en « apres » pour la page suivante ; null à la dernière */
      suite: string | null;
      total?: Schemas['Total'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire où en est chaque site d’un groupement, prérequis par prérequis */
  'groupements.matrice': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: {
      groupement: {
        id: string;
        nom: string;
        genre: 'ght' | 'groupe-prive';
        statut: string;
      };
      procedure: string;
      /** Les sites par statut ; ceux qui sont abandonnés ou fermés ne retardent pas le groupement, et sont nommés à part */
      bilan: {
        enCours: number;
        enService: number;
        abandonnes: Array<Schemas['SiteNomme']>;
        clos: Array<Schemas['SiteNomme']>;
      };
      colonnes: Array<{
        id: string;
        libelle: string;
        source: string;
      }>;
      sites: Array<Schemas['SiteDeMatrice']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Exporter en CSV où en est chaque site d’un groupement */
  'groupements.matrice-csv': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Recevoir l’état des lieux d’une DSI : un tableau (CSV, .xlsx ou .ods), une ligne par site */
  'groupements.etat-des-lieux': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        /** Lire sans rien enregistrer */
        apercu?: 'oui' | 'non';
        /** Ouvrir aussi les sites qui n’ont pas encore de dossier */
        ouvrir?: 'oui' | 'non';
        /** Celle de l’état des lieux */
        date?: string;
        /** Celle d’un aperçu : 412 si l’effet n’est plus le même */
        empreinte?: string;
      };
    };
    reponse: {
      /** Si rien n’a été écrit */
      apercu: boolean;
      encodage: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh' | 'xlsx' | 'ods';
      separateur: ';' | ',' | '	' | '|';
      /** 0 : une extraction de FINESS, qui n’en a pas */
      entete: number;
      colonnes: Array<string>;
      /** Les colonnes qui n’ont pas été lues */
      ignorees: Array<string>;
      /** D’un classeur : les feuilles lues et non lues */
      remarques: Array<string>;
      lignes: Array<Schemas['LigneEtatDesLieux']>;
      /** À rendre en « empreinte » pour n’enregistrer que ce qui a été vu */
      empreinte: string;
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Faire entrer un dossier dans un groupement, avec son historique */
  'groupements.rattacher': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        dossierId: string;
      };
    };
    reponse: {
      dossier: Schemas['Dossier'];
    };
    codes: 'authentification-requise' | 'cle-deja-utilisee' | 'cle-idempotence-invalide' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'fait-refuse' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu' | 'version-perimee';
  };
  /** Faire sortir un dossier de son groupement, avec son historique */
  'groupements.detacher': {
    entree: {
      chemin: {
        id: string;
        dossierId: string;
      };
    };
    reponse: {
      dossier: Schemas['Dossier'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'dossier-en-quarantaine' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Demander le plan le plus court d’un dossier */
  'dossiers.plan': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: {
      plan: Schemas['Plan'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Demander le plan le plus court de tous les sites d’un groupement */
  'groupements.plan': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: {
      plan: Schemas['PlanGroupement'];
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Simuler des faits sur un dossier */
  'dossiers.simulation': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        faits: Array<{
          type: string;
          [autre: string]: unknown;
        }>;
      };
    };
    reponse: Schemas['Prevision'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Demander un plan sans dossier, d’après des faits connus */
  'procedures.plan': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        faits: Array<{
          type: string;
          [autre: string]: unknown;
        }>;
      };
    };
    reponse: Schemas['Prevision'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Vérifier qu’un historique suit une procédure */
  'procedures.conformite': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        faits: Array<{
          type: string;
          [autre: string]: unknown;
        }>;
      };
    };
    reponse: Schemas['Conformite'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Dessiner un dossier sur sa procédure, maintenant ou tel qu’il était un jour passé */
  'dossiers.dessiner': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        niveau?: 'complet' | 'apercu';
        region?: string;
        theme?: 'clair' | 'sombre';
        le?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'region-inconnue' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Décrire en texte un dossier sur sa procédure : étapes en cours, passées, bloquées */
  'dossiers.decrire': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        le?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Dessiner un certificat sur sa procédure, maintenant ou tel qu’il était un jour passé */
  'certificats.dessiner': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        niveau?: 'complet' | 'apercu';
        region?: string;
        theme?: 'clair' | 'sombre';
        le?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'region-inconnue' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Décrire en texte un certificat sur sa procédure : étapes en cours, passées, bloquées */
  'certificats.decrire': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        le?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Dessiner où en sont les sites d’un groupement, sur leur parcours */
  'groupements.dessiner': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        niveau?: 'complet' | 'apercu';
        region?: string;
        theme?: 'clair' | 'sombre';
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'region-inconnue' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Dessiner où en sont les dossiers d’une procédure, ou combien de temps ils restent à chaque étape */
  'procedures.mesurer': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        niveau?: 'complet';
        region?: string;
        theme?: 'clair' | 'sombre';
        version?: number;
        mesure?: 'effectif' | 'duree';
        depuis?: string;
      };
    };
    reponse: string;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'region-inconnue' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Chercher un établissement dans le répertoire FINESS */
  'etablissements.chercher': {
    entree: {
      requete: {
        /** Des mots du nom ou de la commune, dans n’importe quel ordre, ou un numéro ou son début */
        recherche: string;
        limite?: number;
      };
    };
    reponse: {
      /** null tant qu’aucune extraction FINESS n’a été importée : rien ne se trouve alors */
      repertoire: {
        nombre: number;
        importeLe: string;
      } | null;
      etablissements: Array<Schemas['EtablissementDuRepertoire']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister les procédures */
  'procedures.lister': {
    entree: Record<string, never>;
    reponse: {
      procedures: Array<Schemas['ResumeProcedure']>;
    };
    codes: 'erreur-interne' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire une procédure et ses faits */
  'procedures.lire': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['Procedure'];
    codes: 'erreur-interne' | 'introuvable' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le schéma JSON d’un fait */
  'procedures.schema': {
    entree: {
      chemin: {
        id: string;
        type: string;
      };
    };
    reponse: Schemas['SchemaJson'];
    codes: 'erreur-interne' | 'introuvable' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le glossaire */
  'glossaire.lire': {
    entree: Record<string, never>;
    reponse: {
      termes: Array<Schemas['Terme']>;
    };
    codes: 'erreur-interne' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire le flux des événements, dans l’ordre et sans trou */
  'evenements.lire': {
    entree: {
      requete?: {
        /** Curseur */
        apres?: string;
        limite?: number;
        /** De 0s à 30s */
        attendre?: string;
        /** Des types d’événements, séparés par des virgules : « contrat.signe » ou « fr.parcours-igc.contrat.signe » */
        types?: string;
      };
    };
    reponse: {
      evenements: Array<Schemas['Evenement']>;
      /** À donner en « apres » la fois suivante */
      curseur: string;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'curseur-inconnu' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister ses abonnements */
  'abonnements.lister': {
    entree: Record<string, never>;
    reponse: {
      abonnements: Array<Schemas['Abonnement']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** S’abonner : le secret qui signe n’est donné qu’une fois */
  'abonnements.creer': {
    entree: {
      corps: {
        /** Adresse qui recevra les événements */
        url: string;
        /** Faits attendus : « tous », ou leurs types */
        evenements?: 'tous' | Array<'administrateurTechnique.designe' | 'administrateurTechnique.disponible' | 'administrateurTechnique.indisponible' | 'administrateurTechnique.parti' | 'beneficiaire.qualiteModifiee' | 'carteAdministrateur.activee' | 'carteAdministrateur.bloquee' | 'carteAdministrateur.debloquee' | 'carteAdministrateur.demandee' | 'carteAdministrateur.emise' | 'carteAdministrateur.expiree' | 'carteAdministrateur.opposee' | 'carteAdministrateur.refusee' | 'carteAdministrateur.renouvelee' | 'carteBeneficiaire.opposee' | 'carteMandataire.activee' | 'carteMandataire.bloquee' | 'carteMandataire.debloquee' | 'carteMandataire.demandee' | 'carteMandataire.emise' | 'carteMandataire.expiree' | 'carteMandataire.opposee' | 'carteMandataire.refusee' | 'carteMandataire.renouvelee' | 'carteResponsable.absente' | 'carteResponsable.activee' | 'carteResponsable.bloquee' | 'carteResponsable.debloquee' | 'carteResponsable.emise' | 'carteResponsable.expiree' | 'carteResponsable.opposee' | 'carteResponsable.renouvelee' | 'carteResponsable.trouvee' | 'certificat.annule' | 'certificat.demande' | 'certificat.disponible' | 'certificat.expire' | 'certificat.installe' | 'certificat.maintenu' | 'certificat.refuse' | 'certificat.renouvele' | 'certificat.renouvellementDu' | 'certificat.retire' | 'certificat.revoque' | 'certificats.aucun' | 'certificats.enCours' | 'certificats.enService' | 'cle.finProche' | 'commande.fermee' | 'commande.ouverte' | 'conservation.echue' | 'contrat.absent' | 'contrat.refuse' | 'contrat.signe' | 'contrat.termine' | 'contrat.transmis' | 'contrat.trouve' | 'delegation.accordee' | 'delegation.terminee' | 'dossier.abandonne' | 'dossier.ouvert' | 'dossier.rouvert' | 'dsi.contactee' | 'editeur.contacte' | 'etablissement.coordonneesModifiees' | 'etablissement.ferme' | 'etablissement.identifiantModifie' | 'etatDesLieux.recu' | 'fait.corrige' | 'formulaire101.refuse' | 'formulaire101.transmis' | 'formulaire413.partie1Remplie' | 'formulaire413.partie2Remplie' | 'formulaire413.partie3Remplie' | 'formulaire413.partie4Remplie' | 'formulaire413.recu' | 'formulaire413.rejete' | 'formulaire413.repris' | 'formulaire413.retourne' | 'formulaire413.signe' | 'formulaire413.transmis' | 'groupement.ouvert' | 'groupement.quitte' | 'groupement.rejoint' | 'habilitation.accordee' | 'habilitation.retiree' | 'mandat.confirme' | 'mandat.demande' | 'mandat.enregistre' | 'mandat.refuse' | 'mandat.termine' | 'mandat.trouve' | 'personne.effacee' | 'representantLegal.remplace' | 'site.ouvert' | 'site.quitte' | 'site.rejoint' | 'sites.aucun' | 'sites.enCours' | 'sites.enService' | 'successeur.clos' | 'successeur.installe'>;
        /** Description */
        description?: string;
      };
    };
    reponse: {
      abonnement: Schemas['Abonnement'];
      /** Donné une seule fois */
      secret: string;
    };
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-d-abonnements' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lire un abonnement */
  'abonnements.lire': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['Abonnement'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Changer l’adresse, les faits ou la description d’un abonnement, sans perdre ce qui attend */
  'abonnements.modifier': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        /** Adresse qui recevra les événements */
        url?: string;
        evenements?: 'tous' | Array<'administrateurTechnique.designe' | 'administrateurTechnique.disponible' | 'administrateurTechnique.indisponible' | 'administrateurTechnique.parti' | 'beneficiaire.qualiteModifiee' | 'carteAdministrateur.activee' | 'carteAdministrateur.bloquee' | 'carteAdministrateur.debloquee' | 'carteAdministrateur.demandee' | 'carteAdministrateur.emise' | 'carteAdministrateur.expiree' | 'carteAdministrateur.opposee' | 'carteAdministrateur.refusee' | 'carteAdministrateur.renouvelee' | 'carteBeneficiaire.opposee' | 'carteMandataire.activee' | 'carteMandataire.bloquee' | 'carteMandataire.debloquee' | 'carteMandataire.demandee' | 'carteMandataire.emise' | 'carteMandataire.expiree' | 'carteMandataire.opposee' | 'carteMandataire.refusee' | 'carteMandataire.renouvelee' | 'carteResponsable.absente' | 'carteResponsable.activee' | 'carteResponsable.bloquee' | 'carteResponsable.debloquee' | 'carteResponsable.emise' | 'carteResponsable.expiree' | 'carteResponsable.opposee' | 'carteResponsable.renouvelee' | 'carteResponsable.trouvee' | 'certificat.annule' | 'certificat.demande' | 'certificat.disponible' | 'certificat.expire' | 'certificat.installe' | 'certificat.maintenu' | 'certificat.refuse' | 'certificat.renouvele' | 'certificat.renouvellementDu' | 'certificat.retire' | 'certificat.revoque' | 'certificats.aucun' | 'certificats.enCours' | 'certificats.enService' | 'cle.finProche' | 'commande.fermee' | 'commande.ouverte' | 'conservation.echue' | 'contrat.absent' | 'contrat.refuse' | 'contrat.signe' | 'contrat.termine' | 'contrat.transmis' | 'contrat.trouve' | 'delegation.accordee' | 'delegation.terminee' | 'dossier.abandonne' | 'dossier.ouvert' | 'dossier.rouvert' | 'dsi.contactee' | 'editeur.contacte' | 'etablissement.coordonneesModifiees' | 'etablissement.ferme' | 'etablissement.identifiantModifie' | 'etatDesLieux.recu' | 'fait.corrige' | 'formulaire101.refuse' | 'formulaire101.transmis' | 'formulaire413.partie1Remplie' | 'formulaire413.partie2Remplie' | 'formulaire413.partie3Remplie' | 'formulaire413.partie4Remplie' | 'formulaire413.recu' | 'formulaire413.rejete' | 'formulaire413.repris' | 'formulaire413.retourne' | 'formulaire413.signe' | 'formulaire413.transmis' | 'groupement.ouvert' | 'groupement.quitte' | 'groupement.rejoint' | 'habilitation.accordee' | 'habilitation.retiree' | 'mandat.confirme' | 'mandat.demande' | 'mandat.enregistre' | 'mandat.refuse' | 'mandat.termine' | 'mandat.trouve' | 'personne.effacee' | 'representantLegal.remplace' | 'site.ouvert' | 'site.quitte' | 'site.rejoint' | 'sites.aucun' | 'sites.enCours' | 'sites.enService' | 'successeur.clos' | 'successeur.installe'>;
        /** Description */
        description?: string;
      };
    };
    reponse: Schemas['Abonnement'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Se désabonner */
  'abonnements.supprimer': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Changer de secret : l’ancien signe aussi pendant 24 heures */
  'abonnements.secret': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: {
      /** Donné une seule fois */
      secret: string;
    };
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Mettre un abonnement en pause */
  'abonnements.pause': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Reprendre un abonnement */
  'abonnements.reprise': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Livrer de nouveau un événement, ou tout depuis un instant */
  'abonnements.relivraison': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        evenement: string;
      } | {
        depuis: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lire les dernières tentatives de livraison */
  'abonnements.tentatives': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        evenement?: number;
        limite?: number;
      };
    };
    reponse: {
      tentatives: Array<Schemas['Tentative']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire l’horloge de son bac à sable */
  'bac-a-sable.lire': {
    entree: Record<string, never>;
    reponse: {
      /** Jour, AAAA-MM-JJ */
      aujourdhui: string;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'hors-bac-a-sable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Avancer l’horloge de son bac à sable : les échéances de l’intervalle sont enregistrées */
  'bac-a-sable.horloge': {
    entree: {
      corps: {
        /** Date */
        le: string;
      };
    };
    reponse: {
      /** Jour, AAAA-MM-JJ */
      aujourdhui: string;
      /** Combien ont été enregistrées */
      echeances: number;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'horloge-en-arriere' | 'hors-bac-a-sable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Jouer quelqu’un d’autre dans son bac à sable, jusqu’à nouvel ordre */
  'bac-a-sable.jouer': {
    entree: {
      corps: {
        /** Qui la clé joue dans son bac à sable ; une clé d’éditeur joue d’abord le sien */
        role: 'agent' | 'editeur' | 'lecteur';
      };
    };
    reponse: {
      /** Qui la clé joue dans son bac à sable ; une clé d’éditeur joue d’abord le sien */
      role: 'agent' | 'editeur' | 'lecteur';
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'hors-bac-a-sable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lire les scénarios d’un bac à sable */
  'bac-a-sable.scenarios': {
    entree: Record<string, never>;
    reponse: {
      scenarios: Array<Schemas['Scenario']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Mettre un dossier d’essai à une étape de sa vie, délégué à l’éditeur de la clé */
  'bac-a-sable.mettre-en-scene': {
    entree: {
      corps: {
        /** Où mettre un dossier : GET /bac-a-sable/scenarios dit ce que chacune raconte */
        etape: 'clinique-mono-site' | 'hopital-ght' | 'groupe-prive' | 'formulaire-retourne' | 'carte-perdue' | 'renouvellement' | 'carte-jamais-activee' | 'mandataire-sans-nouvelle-carte' | 'commande-annulee' | 'carte-opposee-avant-delivrance' | 'renouvellement-refuse' | 'vol-pendant-renouvellement' | 'beneficiaire-qui-change' | 'releve' | 'formulaire-de-plus' | 'habilitation-retiree' | 'retour-sans-recu' | 'contrat-termine' | 'fusion' | 'etablissement-ferme';
        /** Combien de ses faits jouer ; tous s’il manque */
        faits?: number;
      };
    };
    reponse: Schemas['MisEnScene'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'hors-bac-a-sable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Vider son bac à sable : ses dossiers disparaissent, son horloge revient à aujourd’hui */
  'bac-a-sable.vider': {
    entree: Record<string, never>;
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'hors-bac-a-sable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Se connecter */
  'session.ouvrir': {
    entree: {
      corps: {
        /** Courriel */
        courriel: string;
        /** Mot de passe */
        motDePasse: string;
      };
    };
    reponse: Schemas['Compte'];
    codes: 'cle-idempotence-non-admise' | 'corps-trop-grand' | 'erreur-interne' | 'identifiants-refuses' | 'json-invalide' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes' | 'trop-de-tentatives' | 'type-de-contenu';
  };
  /** Se déconnecter : Location dit où l’être aussi de l’annuaire */
  'session.fermer': {
    entree: Record<string, never>;
    reponse: null;
    codes: 'erreur-interne' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire qui je suis */
  'moi.lire': {
    entree: Record<string, never>;
    reponse: Schemas['Moi'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Renouveler sa clé : la nouvelle n’est donnée qu’une fois, l’ancienne vaut encore 24 heures */
  'moi.cle': {
    entree: Record<string, never>;
    reponse: Schemas['CleRenouvelee'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire ce qui m’est délégué aujourd’hui, à moi éditeur */
  'moi.delegations': {
    entree: Record<string, never>;
    reponse: {
      delegations: Array<Schemas['MaDelegation']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Changer son mot de passe : met fin à toutes ses sessions */
  'moi.mot-de-passe': {
    entree: {
      corps: {
        /** Mot de passe */
        ancien: string;
        /** Mot de passe */
        motDePasse: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'identifiants-refuses' | 'json-invalide' | 'mot-de-passe-faible' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lire à quoi sert un lien, sans l’utiliser */
  'liens.lire': {
    entree: {
      corps: {
        jeton: string;
      };
    };
    reponse: Schemas['LienLu'];
    codes: 'cle-idempotence-non-admise' | 'corps-trop-grand' | 'erreur-interne' | 'json-invalide' | 'lien-inconnu' | 'lien-perime' | 'lien-utilise' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Ouvrir son compte, ou changer son mot de passe, par un lien */
  'liens.utiliser': {
    entree: {
      corps: {
        jeton: string;
        motDePasse: string;
        nom?: string;
        courriel?: string;
      };
    };
    reponse: Schemas['Compte'];
    codes: 'cle-idempotence-non-admise' | 'corps-trop-grand' | 'erreur-interne' | 'json-invalide' | 'lien-inconnu' | 'lien-perime' | 'lien-utilise' | 'mot-de-passe-faible' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lister les comptes */
  'comptes.lister': {
    entree: Record<string, never>;
    reponse: {
      comptes: Array<Schemas['Compte']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Inviter une personne : donne le jeton d’un lien à usage unique */
  'comptes.inviter': {
    entree: {
      corps: {
        /** Courriel */
        courriel: string;
        /** Rôle */
        role: 'agent' | 'superviseur' | 'lecteur';
      };
    };
    reponse: Schemas['LienRemis'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'courriel-pris' | 'droit-insuffisant' | 'erreur-interne' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Modifier un compte, ou le fermer */
  'comptes.modifier': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        /** Nom */
        nom?: string;
        /** Rôle */
        role?: 'agent' | 'superviseur' | 'lecteur';
        actif?: boolean;
      };
    };
    reponse: Schemas['Compte'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'dernier-superviseur' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Donner un lien qui change le mot de passe d’un compte */
  'comptes.reinitialiser': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: Schemas['LienRemis'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Mettre fin à toutes les sessions d’un compte */
  'comptes.deconnecter': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire ce qui a été fait aux comptes, clés, délégations, webhooks et réglages */
  'actes.lister': {
    entree: {
      requete?: {
        limite?: number;
        apres?: number;
      };
    };
    reponse: {
      actes: Array<Schemas['ActeIdentite']>;
      suite: number | null;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire qui a lu ou écrit quoi, heure par heure, du plus récent au plus ancien */
  'acces.lister': {
    entree: {
      requete?: {
        limite?: number;
        avant?: number;
        /** Comme le journal nomme un auteur : « compte:… », « cle:… », ou « anonyme » */
        qui?: string;
        /** L’identifiant d’un dossier, d’un groupement, d’un certificat */
        objet?: string;
        /** Jour, AAAA-MM-JJ */
        du?: string;
        /** Jour, AAAA-MM-JJ */
        au?: string;
        /** Seulement ce qui a été refusé */
        refuses?: string;
      };
    };
    reponse: {
      acces: Array<Schemas['Acces']>;
      suite: number | null;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister les éditeurs */
  'editeurs.lister': {
    entree: Record<string, never>;
    reponse: {
      editeurs: Array<Schemas['Editeur']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Ajouter un éditeur */
  'editeurs.creer': {
    entree: {
      corps: {
        /** Nom de l’éditeur */
        nom: string;
      };
    };
    reponse: Schemas['Editeur'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'editeur-existant' | 'erreur-interne' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Renommer un éditeur */
  'editeurs.renommer': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        /** Nom de l’éditeur */
        nom: string;
      };
    };
    reponse: Schemas['Editeur'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'editeur-existant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lister les clés d’API */
  'cles.lister': {
    entree: {
      requete?: {
        editeur?: string;
      };
    };
    reponse: {
      cles: Array<Schemas['CleApi']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Créer une clé d’API : elle n’est donnée qu’une fois */
  'cles.creer': {
    entree: {
      corps: {
        /** Nom */
        nom: string;
        /** Rôle */
        role: 'agent' | 'editeur' | 'lecteur';
        /** Éditeur */
        editeurId?: string | null;
        portees: Array<'lecture' | 'faits' | 'partie4' | 'administrateur-technique' | 'evenements' | 'webhooks'>;
        /** Procédures */
        procedures?: Array<string> | null;
        /** Dossiers */
        dossiers?: Array<string> | null;
        bacASable?: boolean;
        /** Dans un an s’il manque, dans deux ans au plus tard */
        expireLe?: string;
      };
    };
    reponse: Schemas['CleCreee'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Lire les clés qui prennent fin dans les 30 jours */
  'cles.a-renouveler': {
    entree: Record<string, never>;
    reponse: {
      cles: Array<{
        /** Le même tant que l’avis est le même : au 30e, puis au 7e jour */
        avis: string;
        /** Jours restants */
        jours: number;
        cle: {
          id: string;
          prefixe: string;
          nom: string;
          role: 'agent' | 'editeur' | 'lecteur';
          editeurId: string | null;
          portees: Array<string>;
          /** null : sans limite */
          procedures: Array<string> | null;
          /** null : sans limite */
          dossiers: Array<string> | null;
          bacASable: boolean;
          /** Instant ISO 8601 */
          creeLe: string;
          /** Jour, AAAA-MM-JJ */
          expireLe: string;
          utiliseeLe: string | null;
          revoqueeLe: string | null;
        };
      }>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Révoquer une clé d’API */
  'cles.revoquer': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister ce qui est délégué aujourd’hui à un éditeur */
  'delegations.lister': {
    entree: {
      requete: {
        editeur: string;
      };
    };
    reponse: {
      delegations: Array<Schemas['Delegation']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Déléguer un dossier, ou un groupement, à un éditeur */
  'delegations.accorder': {
    entree: {
      corps: {
        /** Dossier */
        dossierId?: string;
        /** Groupement */
        groupementId?: string;
        /** Éditeur */
        editeurId: string;
        /** Du */
        du: string;
        /** Inclus ; sans fin s’il manque. */
        au?: string | null;
        /** Motif */
        motif: string;
      };
    };
    reponse: Schemas['Delegation'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'delegation-existante' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Révoquer une délégation */
  'delegations.revoquer': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lister les délégations d’un dossier, passées et présentes */
  'dossiers.delegations': {
    entree: {
      chemin: {
        id: string;
      };
    };
    reponse: {
      delegations: Array<Schemas['Delegation']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire les réglages qui valent aujourd’hui, ou un autre jour */
  'reglages.lister': {
    entree: {
      requete?: {
        le?: string;
      };
    };
    reponse: {
      /** Jour, AAAA-MM-JJ */
      le: string;
      reglages: Array<Schemas['Reglage']>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Donner une valeur à un réglage, à partir d’un jour */
  'reglages.poser': {
    entree: {
      corps: {
        /** Réglage */
        cle: string;
        /** Valeur */
        valeur: number | string;
        /** À partir du */
        du: string;
        /** Inclus ; sans fin s’il manque. */
        au?: string | null;
        /** Motif */
        motif?: string | '';
      };
    };
    reponse: Schemas['ValeurDatee'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Retirer une valeur qui n’a pas commencé */
  'reglages.retirer': {
    entree: {
      chemin: {
        rang: string;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'origine-refusee' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'valeur-commencee';
  };
  /** Lister les modèles de courriel */
  'modeles.lister': {
    entree: Record<string, never>;
    reponse: {
      modeles: Array<Schemas['ModeleDeCourriel']>;
      /** Ce qui peut être écrit entre accolades */
      variables: Record<string, string>;
    };
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'portee-insuffisante' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Ajouter un modèle de courriel */
  'modeles.creer': {
    entree: {
      corps: {
        /** Nom */
        nom: string;
        /** Destinataire */
        destinataire: 'ans' | 'cartes' | 'editeur' | 'autre';
        /** Objet */
        objet: string;
        /** Corps */
        corps: string;
        /** Version lue */
        version?: number;
      };
    };
    reponse: Schemas['ModeleDeCourriel'];
    codes: 'authentification-requise' | 'cle-idempotence-non-admise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'json-invalide' | 'modele-modifie' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Écrire une nouvelle version d’un modèle de courriel */
  'modeles.ecrire': {
    entree: {
      chemin: {
        id: string;
      };
      corps: {
        /** Nom */
        nom: string;
        /** Destinataire */
        destinataire: 'ans' | 'cartes' | 'editeur' | 'autre';
        /** Objet */
        objet: string;
        /** Corps */
        corps: string;
        /** Version lue */
        version?: number;
      };
    };
    reponse: Schemas['ModeleDeCourriel'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'corps-trop-grand' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'json-invalide' | 'modele-modifie' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes' | 'type-de-contenu';
  };
  /** Retirer un modèle de courriel, dont on a lu cette version */
  'modeles.retirer': {
    entree: {
      chemin: {
        id: string;
      };
      requete: {
        version: number;
      };
    };
    reponse: null;
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'modele-modifie' | 'origine-refusee' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Remplir un modèle de courriel pour un dossier, sans rien envoyer */
  'dossiers.courriel': {
    entree: {
      chemin: {
        id: string;
      };
      requete: {
        modele: string;
      };
    };
    reponse: Schemas['Courriel'];
    codes: 'authentification-requise' | 'cle-limitee' | 'cle-refusee' | 'droit-insuffisant' | 'erreur-interne' | 'introuvable' | 'portee-insuffisante' | 'saisie-invalide' | 'session-terminee' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Dessiner une procédure : entière, en aperçu, une région, ou les parcours comparés */
  'procedures.dessiner': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        version?: number;
        niveau?: 'complet' | 'apercu' | 'comparaison';
        region?: string;
        theme?: 'clair' | 'sombre';
      };
    };
    reponse: string;
    codes: 'erreur-interne' | 'introuvable' | 'region-inconnue' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Exporter le diagramme d’une procédure : .mmd, .dot, .scxml, .bpmn, .json, .png */
  'procedures.exporter': {
    entree: {
      chemin: {
        id: string;
        extension: string;
      };
      requete?: {
        version?: number;
        largeur?: number;
      };
    };
    reponse: string;
    codes: 'erreur-interne' | 'format-inconnu' | 'introuvable' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Comparer deux versions, ou deux procédures : ce qui change, et ce que l’une accepte et l’autre refuse */
  'procedures.comparer': {
    entree: {
      chemin: {
        id: string;
      };
      requete: {
        de?: number;
        a: string;
        format?: 'json' | 'svg';
      };
    };
    reponse: Schemas['Comparaison'];
    codes: 'erreur-interne' | 'introuvable' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Lire la liste à cocher d’une procédure */
  'procedures.liste-html': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        version?: number;
      };
    };
    reponse: string;
    codes: 'erreur-interne' | 'introuvable' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes';
  };
  /** Imprimer la liste à cocher d’une procédure, en A4 */
  'procedures.liste-pdf': {
    entree: {
      chemin: {
        id: string;
      };
      requete?: {
        version?: number;
      };
    };
    reponse: string;
    codes: 'erreur-interne' | 'introuvable' | 'saisie-invalide' | 'stockage-indisponible' | 'trop-de-demandes';
  };
}

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
  'dossiers.dessiner': { methode: 'GET', chemin: '/dossiers/{id}/diagramme.svg', seRejoue: false },
  'dossiers.decrire': { methode: 'GET', chemin: '/dossiers/{id}/diagramme.txt', seRejoue: false },
  'certificats.dessiner': { methode: 'GET', chemin: '/certificats/{id}/diagramme.svg', seRejoue: false },
  'certificats.decrire': { methode: 'GET', chemin: '/certificats/{id}/diagramme.txt', seRejoue: false },
  'groupements.dessiner': { methode: 'GET', chemin: '/groupements/{id}/diagramme.svg', seRejoue: false },
  'procedures.mesurer': { methode: 'GET', chemin: '/procedures/{id}/mesures.svg', seRejoue: false },
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
  'procedures.liste-pdf': { methode: 'GET', chemin: '/procedures/{id}/liste.pdf', seRejoue: false },
} as const satisfies Record<keyof Operations, { methode: string; chemin: string; seRejoue: boolean }>;
