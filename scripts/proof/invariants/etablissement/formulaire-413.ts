import type { Invariant } from '../../claim.ts';
import { fait, tropTard } from '../motif.ts';
import { vierge } from './etats.ts';

const parties = ['formulaire413.partie1Remplie', 'formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'];

/** §5 — form 413. */
export const formulaire413: Invariant[] = [
  ...([1, 3, 4] as const).map(
    (rang): Invariant => ({
      id: `partie${rang}-remplie`,
      enonce: 'Une partie à remplir se remplit ; la dernière remplie, le formulaire est à signer.',
      source: '§5',
      proposition: {
        forme: 'conduit',
        si: `formulaire413.redaction.partie${rang}.aRemplir`,
        fait: fait(`formulaire413.partie${rang}Remplie`),
        vers: { ou: [`formulaire413.redaction.partie${rang}.remplie`, 'formulaire413.aSigner'] },
      },
    }),
  ),
  ...parties.map(
    (partie): Invariant => ({
      id: `${partie.slice('formulaire413.'.length, -'Remplie'.length)}-corrigee`,
      enonce: 'Une partie se corrige tant que le formulaire est à signer, et le laisse à signer.',
      source: '§5',
      proposition: {
        forme: 'conduit',
        si: 'formulaire413.aSigner',
        fait: fait(partie),
        vers: 'formulaire413.aSigner',
      },
    }),
  ),
  ...['redaction', 'aSigner', 'aTransmettre'].map(
    (etat): Invariant => ({
      id: `partie2-${etat}`,
      enonce: 'La partie 2 se remplit jusqu’à l’envoi, et ne change rien à l’étape.',
      source: '§5',
      proposition: {
        forme: 'conduit',
        si: `formulaire413.${etat}`,
        fait: fait('formulaire413.partie2Remplie'),
        vers: `formulaire413.${etat}`,
      },
    }),
  ),
  ...(
    [
      ['signe', 'formulaire413.signe', 'formulaire413.aTransmettre'],
      ['transmis', 'formulaire413.transmis', 'formulaire413.attenteReception'],
      ['recu', 'formulaire413.recu', 'formulaire413.enInstruction'],
      ['rejete', 'formulaire413.rejete', 'formulaire413.rejetee'],
      ['accorde', 'habilitation.accordee', { et: ['formulaire413.accorde', 'habilitation.accordee'] }],
    ] as const
  ).map(
    ([id, type, vers]): Invariant => ({
      id: `formulaire-${id}`,
      enonce: 'Un formulaire signé est à transmettre ; transmis, l’ANS le reçoit, l’instruit, l’accorde ou le rejette.',
      source: '§5',
      proposition: { forme: 'chaque', fait: fait(type), vers },
    }),
  ),
  {
    id: 'partie4-sans-personne',
    enonce: 'La partie 4 est à remplir à nouveau quand part le seul qu’elle nomme.',
    source: 'A18',
    proposition: {
      forme: 'chaque',
      fait: fait('administrateurTechnique.parti'),
      si: { et: ['formulaire413.redaction.partie4.remplie', 'isDernierNomme'] },
      vers: 'formulaire413.redaction.partie4.aRemplir',
    },
  },
  {
    id: 'signature-contrat',
    enonce: 'Le formulaire 413 n’est signé que sous contrat actif.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('formulaire413.signe'), depuis: 'contrat.actif' },
  },
  {
    id: 'signature-signataire',
    enonce:
      'Il est signé par le représentant légal ou le mandataire que désigne la partie 3, porteur d’une carte active.',
    source: '§5 étape 2',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.signe'),
      depuis: {
        ou: [
          { et: ['signsAsRepresentantLegal', 'carteResponsable.active'] },
          { et: ['signsAsMandataire', 'mandataire.actif'] },
        ],
      },
    },
  },
  {
    id: 'signature-en-cours',
    enonce: 'Il n’est jamais signé avec une carte arrivée à sa date de fin.',
    source: '§5 étape 2',
    proposition: { forme: 'jamais', fait: tropTard('formulaire413.signe') },
  },
  ...parties.map(
    (partie): Invariant => ({
      id: `signature-apres-${partie.slice('formulaire413.'.length, -'Remplie'.length)}`,
      enonce: `Il n’est signé qu’après sa ${partie.replace(/.*partie(\d).*/, 'partie $1')}.`,
      source: '§5',
      proposition: { forme: 'passe', but: { fait: fait('formulaire413.signe') }, par: fait(partie) },
    }),
  ),
  {
    id: 'modification-annule-signature',
    enonce: 'Toute modification des parties 1, 3 ou 4 demande une nouvelle signature avant l’envoi.',
    source: '§5 étape 4',
    proposition: {
      forme: 'passe',
      but: { fait: fait('formulaire413.transmis') },
      par: fait('formulaire413.signe'),
      apres: fait(...parties),
    },
  },
  {
    id: 'signature-courante',
    enonce: 'Un formulaire à transmettre porte une signature qui vaut pour ses parties actuelles.',
    source: '§5 étape 4',
    proposition: { forme: 'toujours', si: 'formulaire413.aTransmettre', alors: 'isSignatureCourante' },
  },
  {
    id: 'envoi-administrateur',
    enonce: 'Le formulaire 413 part signé, quand l’administrateur technique qu’il nomme porte une carte active.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.transmis'),
      depuis: { et: ['administrateurTechnique.actif', 'isAdministrateurNomme', 'isSignatureCourante'] },
    },
  },
  {
    id: 'envoi-en-cours',
    enonce: 'Il ne part jamais quand la carte de l’administrateur technique est arrivée à sa date de fin.',
    source: '§4',
    proposition: { forme: 'jamais', fait: tropTard('formulaire413.transmis') },
  },
  {
    id: 'version-visee',
    enonce: 'Un formulaire retourné ne repart que visé et signé à nouveau.',
    source: '§5',
    proposition: {
      forme: 'passe',
      but: { fait: fait('formulaire413.signe') },
      par: fait('formulaire413.partie3Remplie'),
      apres: fait('formulaire413.retourne', 'formulaire413.rejete'),
    },
  },
  {
    id: 'visa-carte',
    enonce: 'Le représentant légal vise avec une CDE ou une CPS, le mandataire avec une CPE, une CPS ou une CPA.',
    source: '§5 étape 2',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.partie3Remplie'),
      saisies: [
        { 'partie3.qualite': 'representantLegal', 'partie3.carte.type': 'CDE' },
        { 'partie3.qualite': 'representantLegal', 'partie3.carte.type': 'CPS' },
        { 'partie3.qualite': 'mandataire', 'partie3.carte.type': 'CPE' },
        { 'partie3.qualite': 'mandataire', 'partie3.carte.type': 'CPS' },
        { 'partie3.qualite': 'mandataire', 'partie3.carte.type': 'CPA' },
      ],
    },
  },
  {
    id: 'retour-visa',
    enonce: 'Un formulaire retourné, avec ou sans accusé de réception, demande un nouveau visa.',
    source: 'A11',
    proposition: {
      forme: 'conduit',
      si: { ou: ['formulaire413.attenteReception', 'formulaire413.enInstruction'] },
      fait: fait('formulaire413.retourne'),
      vers: 'formulaire413.redaction.partie3.aRemplir',
    },
  },
  ...(
    [
      [1, 'identifiants-incoherents'],
      [4, 'domaine-messagerie-manquant'],
    ] as const
  ).map(
    ([rang, code]): Invariant => ({
      id: `retour-partie${rang}`,
      enonce: `Un motif qui touche la partie ${rang} la fait remplir à nouveau.`,
      source: 'A25',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['formulaire413.retourne'], saisie: { 'motifs.0.code': code } },
        vers: `formulaire413.redaction.partie${rang}.aRemplir`,
      },
    }),
  ),
  ...(
    [
      [1, 'domaine-messagerie-manquant'],
      [4, 'identifiants-incoherents'],
    ] as const
  ).map(
    ([rang, code]): Invariant => ({
      id: `retour-laisse-partie${rang}`,
      enonce: `Un seul motif, qui ne touche pas la partie ${rang}, la laisse.`,
      source: 'A25',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['formulaire413.retourne'], saisie: { 'motifs.length': 1, 'motifs.0.code': code } },
        vers: `formulaire413.redaction.partie${rang}.remplie`,
      },
    }),
  ),
  {
    id: 'retour-garde',
    enonce: 'Un motif de cachet ou de signature laisse les parties 1 et 4.',
    source: 'A25',
    proposition: {
      forme: 'chaque',
      fait: { faits: ['formulaire413.retourne'], saisie: { 'motifs.0.code': 'cachet-ou-signature-manquant' } },
      vers: { et: ['formulaire413.redaction.partie1.remplie', 'formulaire413.redaction.partie4.remplie'] },
    },
  },
  {
    id: 'demande-reprise',
    enonce: 'Une nouvelle demande, après un rejet ou un accord, part d’un formulaire vierge.',
    source: 'A18',
    proposition: { forme: 'chaque', fait: fait('formulaire413.repris'), vers: vierge },
  },
  {
    id: 'version-signee',
    enonce: 'Chaque envoi a sa propre signature.',
    source: '§5 étape 4',
    proposition: {
      forme: 'passe',
      but: { fait: fait('formulaire413.transmis') },
      par: fait('formulaire413.signe'),
      apres: fait('formulaire413.transmis'),
    },
  },
  {
    id: 'responsable-remplace-avant-signature',
    enonce: 'Avant la signature, le visa seul tombe quand le représentant légal change.',
    source: 'A24',
    proposition: {
      forme: 'chaque',
      fait: fait('representantLegal.remplace'),
      si: { ou: ['formulaire413.redaction', 'formulaire413.aSigner'] },
      vers: 'formulaire413.redaction.partie3.aRemplir',
    },
  },
  ...([1, 4] as const).map(
    (rang): Invariant => ({
      id: `responsable-remplace-partie${rang}`,
      enonce: `La partie ${rang}, qui ne nomme pas le représentant légal, reste quand il change.`,
      source: 'A24',
      proposition: {
        forme: 'chaque',
        fait: fait('representantLegal.remplace'),
        si: { ou: [`formulaire413.redaction.partie${rang}.remplie`, 'formulaire413.aSigner'] },
        vers: `formulaire413.redaction.partie${rang}.remplie`,
      },
    }),
  ),
  {
    id: 'responsable-remplace-apres-signature',
    enonce: 'Une signature donnée reste bonne quand le représentant légal change.',
    source: 'A24',
    proposition: {
      forme: 'chaque',
      fait: fait('representantLegal.remplace'),
      si: 'formulaire413.aTransmettre',
      vers: 'formulaire413.aTransmettre',
    },
  },
];
