import { foldName, idOf } from '../../../../machines/etablissement/administrateurs.ts';
import { exemplePersonne } from '../../../../machines/formulaires/champs.ts';
import type { Contenu, Formule, Invariant, Motif } from '../../claim.ts';
import { fait } from '../motif.ts';

const EXEMPLE = idOf(exemplePersonne);
const EDITEUR = 'Éditeur Exemple';
const sansVisa: Contenu = { 'parties.partie3': null, signature: null, signataire: null };
const sansRien: Contenu = {
  ...sansVisa,
  'parties.partie1': null,
  'parties.partie4': null,
  'nommes.length': 0,
  retour: null,
};
const seul = 'administrateurs.0';
/** From its first part to the answer of the ANS. */
const enCours = ['redaction', 'aSigner', 'aTransmettre', 'attenteReception', 'enInstruction'].map(
  (etat) => `formulaire413.${etat}`,
);

interface Quand {
  fait: Motif;
  si?: Formule;
}

const keeps = (id: string, enonce: string, quand: Motif | Quand, contexte: Contenu): Invariant => ({
  id: `retient-${id}`,
  enonce,
  source: 'A11',
  proposition: { forme: 'retient', ...('fait' in quand ? quand : { fait: quand }), contexte },
});
const sous = (si: Formule, ...faits: string[]): Quand => ({ fait: fait(...faits), si });

/** What a dossier keeps of each fact, for what is to be decided later. */
export const memoire: Invariant[] = [
  ...([1, 3, 4] as const).map((rang) =>
    keeps(
      `partie${rang}`,
      `La partie ${rang} remplie est gardée comme telle, et défait la signature.`,
      fait(`formulaire413.partie${rang}Remplie`),
      { [`parties.partie${rang}`]: { saisie: 'empreinte' }, signature: null },
    ),
  ),
  keeps('signataire', 'La partie 3 dit qui signe.', fait('formulaire413.partie3Remplie'), {
    signataire: { saisie: 'partie3.qualite' },
  }),
  keeps(
    'nommes',
    'La partie 4 dit qui est nommé.',
    {
      faits: ['formulaire413.partie4Remplie'],
      saisie: { 'partie4.administrateursTechniques.0.nom': exemplePersonne.nom },
    },
    { 'nommes.length': 1, 'nommes.0': EXEMPLE },
  ),
  keeps('signature', 'La signature vaut pour les parties telles qu’elles sont.', fait('formulaire413.signe'), {
    signature: { contexte: 'parties' },
  }),
  keeps('envoi', 'L’envoi épuise le visa et la signature, et clôt le retour.', fait('formulaire413.transmis'), {
    ...sansVisa,
    retour: null,
  }),
  keeps('retour', 'Un retour dit pourquoi et quand, et demande un nouveau visa.', fait('formulaire413.retourne'), {
    ...sansVisa,
    'retour.motifs': { saisie: 'motifs' },
    'retour.le': { saisie: 'date' },
  }),
  ...(
    [
      [1, 'identifiants-incoherents'],
      [4, 'domaine-messagerie-manquant'],
    ] as const
  ).map(([rang, code]) =>
    keeps(
      `retour-partie${rang}`,
      `Un motif qui touche la partie ${rang} l’oublie.`,
      { faits: ['formulaire413.retourne'], saisie: { 'motifs.0.code': code } },
      { [`parties.partie${rang}`]: null },
    ),
  ),
  keeps(
    'retour-deux-parties',
    'Des motifs qui touchent les parties 1 et 4 oublient les deux.',
    { faits: ['formulaire413.retourne'], saisie: { 'motifs.1.code': 'domaine-messagerie-manquant' } },
    { 'parties.partie1': null, 'parties.partie4': null },
  ),
  keeps('reprise', 'Une nouvelle demande ne garde rien de l’ancienne.', fait('formulaire413.repris'), sansRien),
  keeps(
    'identifiants',
    'De nouveaux identifiants sont gardés ; il ne reste ni partie, ni carte, ni mandat, ni habilitation.',
    fait('etablissement.identifiantModifie'),
    {
      ...sansRien,
      'identifiants.siret': { saisie: 'siret' },
      'identifiants.finess': { saisie: 'finess' },
      carteResponsable: null,
      carteMandataire: null,
      'connus.mandataire': null,
      'habilites.length': 0,
    },
  ),
  keeps('remplacement', 'La carte de l’ancien représentant légal est oubliée.', fait('representantLegal.remplace'), {
    carteResponsable: null,
    'connus.representantLegal': EXEMPLE,
  }),
  keeps(
    'remplacement-visa',
    'Avant la signature, son visa l’est aussi.',
    sous({ ou: ['formulaire413.redaction', 'formulaire413.aSigner'] }, 'representantLegal.remplace'),
    sansVisa,
  ),
  keeps(
    'remplacement-mandat',
    'La carte d’un mandat à confirmer se dit à nouveau.',
    fait('representantLegal.remplace'),
    { carteMandataire: null },
  ),
  keeps(
    'representant',
    'Un contrat ou un formulaire 101 dit qui est le représentant légal.',
    fait('contrat.transmis', 'formulaire101.transmis'),
    { 'connus.representantLegal': EXEMPLE },
  ),
  keeps(
    'carte-responsable',
    'La carte du représentant légal est gardée comme telle.',
    fait('carteResponsable.trouvee', 'carteResponsable.activee', 'carteResponsable.renouvelee'),
    { carteResponsable: { saisie: 'carte' } },
  ),
  keeps(
    'carte-responsable-perdue',
    'Perdue ou finie, elle est oubliée.',
    fait('carteResponsable.expiree', 'carteResponsable.opposee'),
    { carteResponsable: null },
  ),
  keeps(
    'carte-mandataire',
    'La carte du mandataire est gardée comme telle.',
    fait(
      'mandat.trouve',
      'mandat.enregistre',
      'mandat.confirme',
      'carteMandataire.activee',
      'carteMandataire.renouvelee',
    ),
    { carteMandataire: { saisie: 'carte' } },
  ),
  keeps(
    'carte-mandataire-perdue',
    'Perdue, finie ou sans mandat, elle est oubliée.',
    fait('carteMandataire.expiree', 'carteMandataire.opposee', 'mandat.termine', 'mandat.refuse', 'contrat.termine'),
    { carteMandataire: null },
  ),
  keeps(
    'mandataire',
    'Une demande de mandat ou de carte dit qui est le mandataire.',
    fait('mandat.demande', 'carteMandataire.demandee'),
    { 'connus.mandataire': EXEMPLE },
  ),
  keeps(
    'mandataire-parti',
    'Un mandat fini ou refusé n’a plus de mandataire.',
    fait('mandat.termine', 'mandat.refuse', 'contrat.termine'),
    { 'connus.mandataire': null },
  ),
  keeps(
    'mandataire-jamais',
    'Demandé par un représentant légal remplacé depuis, il n’y a plus de mandataire.',
    sous({ ou: ['mandataire.attenteCarte', 'mandataire.attenteMandat'] }, 'representantLegal.remplace'),
    { 'connus.mandataire': null },
  ),
  keeps(
    'administrateur',
    'L’administrateur technique désigné est gardé, avec sa carte.',
    fait('administrateurTechnique.designe'),
    {
      'administrateurs.length': 1,
      [`${seul}.id`]: EXEMPLE,
      [`${seul}.origine`]: { saisie: 'origine' },
      [`${seul}.carte`]: { saisie: 'carte' },
      [`${seul}.bloquee`]: false,
    },
  ),
  keeps(
    'carte-administrateur',
    'La carte de l’administrateur technique est gardée comme la sienne.',
    fait('carteAdministrateur.activee', 'carteAdministrateur.renouvelee'),
    { [`${seul}.carte`]: { saisie: 'carte' }, [`${seul}.bloquee`]: false },
  ),
  keeps(
    'carte-administrateur-perdue',
    'Perdue ou finie, elle est oubliée.',
    fait('carteAdministrateur.expiree', 'carteAdministrateur.opposee'),
    { [`${seul}.carte`]: null },
  ),
  keeps('carte-bloquee', 'Une carte bloquée est gardée comme telle.', fait('carteAdministrateur.bloquee'), {
    [`${seul}.bloquee`]: true,
  }),
  keeps('carte-debloquee', 'Une carte débloquée sert à nouveau.', fait('carteAdministrateur.debloquee'), {
    [`${seul}.bloquee`]: false,
  }),
  keeps(
    'depart',
    'De l’administrateur technique parti il ne reste rien, pas même son habilitation.',
    fait('administrateurTechnique.parti'),
    {
      'administrateurs.length': 0,
      'habilites.length': 0,
    },
  ),
  keeps(
    'depart-formulaire',
    'Le départ de qui le formulaire nomme oublie la partie 4.',
    sous({ et: ['isDernierNomme', { ou: enCours }] }, 'administrateurTechnique.parti'),
    { 'parties.partie4': null },
  ),
  keeps(
    'depart-visa',
    'Une fois le formulaire rédigé, il oublie aussi le visa.',
    sous({ et: ['isDernierNomme', { ou: enCours.slice(1) }] }, 'administrateurTechnique.parti'),
    sansVisa,
  ),
  keeps(
    'habilitation',
    'L’habilitation est celle de qui le formulaire nomme.',
    sous('isAdministrateurNomme', 'habilitation.accordee'),
    { 'habilites.length': 1, 'habilites.0': EXEMPLE },
  ),
  ...(
    [
      ['depart', 'Le départ', 'administrateurTechnique.parti'],
      ['retrait', 'Le retrait', 'habilitation.retiree'],
    ] as const
  ).map(([id, quoi, type]) =>
    keeps(
      `${id}-accorde`,
      `${quoi} du dernier habilité oublie la partie 4 du formulaire accordé.`,
      sous({ et: ['formulaire413.accorde', 'isDernierHabilite'] }, type),
      { 'parties.partie4': null },
    ),
  ),
  keeps('habilitation-retiree', 'Une habilitation retirée est oubliée.', fait('habilitation.retiree'), {
    'habilites.length': 0,
  }),
];

/** What stands apart keeps. */
export const memoireAPart: Invariant[] = [
  keeps(
    'editeur',
    'L’éditeur contacté est connu par son nom.',
    { faits: ['editeur.contacte'], saisie: { editeur: EDITEUR } },
    { editeur: foldName(EDITEUR) },
  ),
];
