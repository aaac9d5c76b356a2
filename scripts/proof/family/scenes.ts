import { idOf, isActif, operationnels } from '../../../machines/etablissement/administrateurs.ts';
import type { DossierContext } from '../../../machines/etablissement/context.ts';
import { exempleFormulaire413 } from '../../../machines/formulaires/formulaire-413.ts';
import type { Instance } from '../../../src/engine/instance.ts';
import type { Scene, Told } from './scene.ts';

/** The last day of their cards. */
export const FIN = '2035-12-31';
const fin = FIN;
const premier = { nom: 'Martin', prenom: 'Camille' };
const second = { nom: 'Durand', prenom: 'Alix' };
const carteDe = { employe: { type: 'CPE', fin }, technicien: { type: 'CPA', fin } };
/** The two administrateurs techniques of the scenes: an employee, a technician. */
export const equipiers = { at1: idOf(premier), at2: idOf(second) };
/** Their names. */
export const noms = { at1: premier.nom, at2: second.nom } as const;

const dossier = (type: string, champs: object = {}): Told => ({ a: 'dossier', fait: { type, ...champs } });
const { partie1, partie3, partie4 } = exempleFormulaire413;
const [contact] = partie4.administrateursTechniques;
const naming = (...personnes: (typeof premier)[]) => ({
  partie4: { ...partie4, administrateursTechniques: personnes.map((personne) => ({ ...contact, ...personne })) },
});

const prete = [dossier('contrat.trouve'), dossier('carteResponsable.trouvee', { carte: { type: 'CDE', fin } })];
const habilitee = [
  ...prete,
  dossier('administrateurTechnique.designe', { personne: premier, origine: 'employe', carte: carteDe.employe }),
  dossier('formulaire413.partie1Remplie', { partie1 }),
  dossier('formulaire413.partie3Remplie', { partie3 }),
  dossier('formulaire413.partie4Remplie', naming(premier)),
  dossier('formulaire413.signe'),
  dossier('formulaire413.transmis', { canal: 'EMAIL', par: 'structure' }),
  dossier('formulaire413.recu'),
  dossier('habilitation.accordee'),
];
const order = (personne: typeof premier, qualite: 'pharmacien' | 'medecin') =>
  dossier('certificat.demande', {
    beneficiaire: { ...personne, qualite, carte: 'CPS' },
    usage: 'AUTH',
    offre: 'PRO',
    prerequisVerifies: true,
  });

/** What each of them may be told of himself: cards of his kind and of the other's, and all that happens to them. */
const ofEquipier = (administrateur: string, own: object, other: object): Told[] => [
  dossier('carteAdministrateur.demandee', { administrateur, moyen: 'tom' }),
  dossier('carteAdministrateur.emise', { administrateur }),
  dossier('carteAdministrateur.refusee', { administrateur, motif: 'Pièce illisible' }),
  ...[own, other].flatMap((carte) => [
    dossier('carteAdministrateur.activee', { administrateur, carte }),
    dossier('carteAdministrateur.renouvelee', { administrateur, carte }),
  ]),
  dossier('carteAdministrateur.bloquee', { administrateur }),
  dossier('carteAdministrateur.debloquee', { administrateur }),
  dossier('carteAdministrateur.opposee', { administrateur }),
  dossier('administrateurTechnique.parti', { administrateur }),
  dossier('habilitation.retiree', { administrateur }),
];

const equipe: Told[] = [
  ...[null, carteDe.employe, carteDe.technicien].flatMap((carte) => [
    dossier('administrateurTechnique.designe', { personne: premier, origine: 'employe', carte }),
    dossier('administrateurTechnique.designe', { personne: second, origine: 'technicien', carte }),
  ]),
  ...ofEquipier(equipiers.at1, carteDe.employe, carteDe.technicien),
  ...ofEquipier(equipiers.at2, carteDe.technicien, carteDe.employe),
  dossier('formulaire413.partie1Remplie', { partie1 }),
  dossier('formulaire413.partie3Remplie', { partie3 }),
  dossier('formulaire413.partie4Remplie', naming(premier)),
  dossier('formulaire413.partie4Remplie', naming(second)),
  dossier('formulaire413.partie4Remplie', naming(premier, second)),
  dossier('formulaire413.signe'),
  dossier('formulaire413.transmis', { canal: 'EMAIL', par: 'structure' }),
  dossier('formulaire413.recu'),
  dossier('formulaire413.retourne', { motifs: [{ code: 'domaine-messagerie-manquant' }] }),
  dossier('formulaire413.rejete', { motif: 'Structure non éligible' }),
  dossier('formulaire413.repris'),
  dossier('habilitation.accordee'),
];

const certificat = (role: string, isRenewable: boolean): Told[] =>
  [
    { type: 'certificat.disponible' },
    { type: 'certificat.refuse', motif: 'Demande incomplète' },
    { type: 'certificat.annule', motif: 'beneficiaire-parti' },
    { type: 'certificat.retire' },
    { type: 'certificat.installe' },
    { type: 'certificat.revoque', motif: 'perte-ou-vol', par: 'administrateurTechnique' },
    { type: 'certificat.maintenu', motif: 'Nouvelle carte déjà active' },
    { type: 'carteBeneficiaire.opposee' },
    ...(isRenewable ? [{ type: 'certificat.renouvele', carte: 'CPS' }] : []),
  ].map((fait) => ({ a: role, fait }));

const autourDuCertificat: Told[] = [
  dossier('carteAdministrateur.bloquee'),
  dossier('carteAdministrateur.debloquee'),
  dossier('habilitation.retiree'),
  dossier('contrat.termine'),
  dossier('contrat.transmis'),
  dossier('contrat.signe', { numero: 'C-2026-0001' }),
];

const figees = ['editeur', 'carteResponsable', 'mandataire'];
const formulaire = 'Un certificat n’entend du formulaire que l’habilitation, dont les deux réponses sont dites.';
const cartes = 'Un certificat n’entend d’une carte que si elle sert ; bloquée puis débloquée, les deux sont dites.';
const calendrier = 'Une carte arrivée à sa date de fin mène où mène une carte mise en opposition.';
const identifiants =
  'De nouveaux identifiants font d’un dossier ce qu’il était à l’ouverture, et ouvrent une alerte sur ses certificats.';

/** §4, A18, A19 — two administrateurs techniques, and the form that habilitates them. */
const sceneEquipe: Scene = {
  id: 'famille-equipe',
  titre: 'Un dossier et ses deux administrateurs techniques',
  debut: prete,
  figees: [...figees, 'contrat', 'certificats'],
  omis: {
    'carteAdministrateur.expiree': calendrier,
    'certificat.demande': 'Une commande ne change rien aux administrateurs techniques.',
    'etablissement.identifiantModifie': identifiants,
    'representantLegal.remplace': 'Ne fait tomber que le visa, que l’on redonne.',
    'formulaire413.partie2Remplie': 'Ne change aucun état.',
  },
  roleOf: () => null,
  offerts: () => equipe,
  marques: equipeMarks,
};

/** A19, A20 — a certificate in service, and its successor. */
const sceneSuccession: Scene = {
  id: 'famille-succession',
  titre: 'Un certificat en service et son successeur',
  debut: [
    ...habilitee,
    order(premier, 'pharmacien'),
    { a: 'ancien', fait: { type: 'certificat.disponible' } },
    { a: 'ancien', fait: { type: 'certificat.retire' } },
    { a: 'ancien', fait: { type: 'certificat.installe' } },
  ],
  figees,
  omis: { ...certificateOmissions(), 'certificat.demande': 'Un autre bénéficiaire est suivi à part.' },
  roleOf: ({ fiche: { remplace } }) => (remplace === null ? 'ancien' : 'successeur'),
  offerts: ({ certificats }) => [
    ...autourDuCertificat,
    dossier('dossier.abandonne', { motif: 'L’établissement renonce' }),
    dossier('dossier.rouvert'),
    dossier('etablissement.ferme'),
    ...certificat('ancien', certificats.length < 2),
    ...certificat('successeur', false),
  ],
  marques: equipeMarks,
};

/** §3, §6 — two beneficiaries of one dossier. */
const sceneBeneficiaires: Scene = {
  id: 'famille-beneficiaires',
  titre: 'Un dossier et les certificats de deux bénéficiaires',
  debut: habilitee,
  figees,
  omis: { ...certificateOmissions(), 'etablissement.ferme': 'Dit dans la succession.' },
  roleOf: ({ fiche }) => ((fiche['beneficiaire'] as typeof premier).nom === premier.nom ? 'premier' : 'second'),
  offerts: ({ certificats }) => [
    ...autourDuCertificat,
    ...(certificats.some((one) => sceneBeneficiaires.roleOf(one) === 'premier') ? [] : [order(premier, 'pharmacien')]),
    ...(certificats.some((one) => sceneBeneficiaires.roleOf(one) === 'second') ? [] : [order(second, 'medecin')]),
    ...certificat('premier', false),
    ...certificat('second', false),
  ],
  marques: equipeMarks,
};

/** Every family that is walked. */
export const scenes: readonly Scene[] = [sceneEquipe, sceneSuccession, sceneBeneficiaires];

/** Who is there, in charge, with a card that serves or is blocked, named, habilitated. */
function equipeMarks({ snapshot }: Instance): string[] {
  const context = snapshot.context as DossierContext;
  const { administrateurs, habilites, nommes } = context;
  return [
    ...Object.entries(equipiers).flatMap(([name, id]) => {
      const one = administrateurs.find((known) => known.id === id);
      if (!one) return [];
      const marks = [
        ...(administrateurs[0] === one ? ['titulaire'] : []),
        ...(isActif(one) ? ['actif'] : []),
        ...(one.bloquee ? ['bloque'] : []),
        ...(habilites.includes(id) ? ['habilite'] : []),
        ...(nommes.includes(id) ? ['nomme'] : []),
      ];
      const both = isActif(one) && habilites.includes(id) ? ['operationnel'] : [];
      return [name, ...[...marks, ...both].map((mark) => `${name}.${mark}`)];
    }),
    ...(operationnels(context).length > 0 ? ['operationnel'] : []),
  ];
}

function certificateOmissions(): Record<string, string> {
  const parts = ['partie1Remplie', 'partie2Remplie', 'partie3Remplie', 'partie4Remplie'];
  const steps = [...parts, 'signe', 'transmis', 'recu', 'retourne', 'rejete', 'repris'];
  const cards = ['demandee', 'emise', 'refusee', 'activee', 'renouvelee', 'expiree', 'opposee'];
  return {
    ...Object.fromEntries(steps.map((step) => [`formulaire413.${step}`, formulaire])),
    ...Object.fromEntries(cards.map((card) => [`carteAdministrateur.${card}`, cartes])),
    'habilitation.accordee': formulaire,
    'administrateurTechnique.designe': cartes,
    'administrateurTechnique.parti': cartes,
    'contrat.trouve': 'Le contrat perdu se refait ; trouvé ou signé, il est actif.',
    'contrat.absent': 'Le contrat perdu se refait ; trouvé ou signé, il est actif.',
    'contrat.refuse': 'Un contrat refusé reste perdu.',
    'etablissement.identifiantModifie': identifiants,
    'representantLegal.remplace': 'Un certificat n’entend rien du représentant légal.',
    'etablissement.coordonneesModifiees': 'Ne change aucun état.',
  };
}
