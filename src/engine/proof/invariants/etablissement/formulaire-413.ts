import type { Invariant } from '../../claim.ts';
import { fait, ouvert, tropTard } from '../motif.ts';
import { vierge } from './etats.ts';

const parties = ['formulaire413.partie1Remplie', 'formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'];

/** §5 — form 413. */
export const formulaire413: Invariant[] = [
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
    proposition: { forme: 'toujours', si: 'demande.formulaire413.aTransmettre', alors: 'isSignatureCourante' },
  },
  {
    id: 'envoi-administrateur',
    enonce: 'Le formulaire 413 part quand l’administrateur technique porte une carte active.',
    source: '§4',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.transmis'),
      depuis: { et: ['administrateurTechnique.actif', 'isSignatureCourante'] },
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
    id: 'version-corrigee',
    enonce: 'Un formulaire retourné, une fois visé, est à signer.',
    source: '§5 étape 2',
    proposition: {
      forme: 'conduit',
      si: ouvert('demande.formulaire413.aCorriger'),
      fait: fait('formulaire413.partie3Remplie'),
      vers: 'demande.formulaire413.aSigner',
    },
  },
  {
    id: 'demande-reprise',
    enonce: 'Après un rejet, la nouvelle demande part d’un formulaire vierge.',
    source: '§6',
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
    enonce: 'Un formulaire non signé est à refaire quand le représentant légal change.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('representantLegal.remplace'),
      si: { ou: ['demande.formulaire413.redaction', 'demande.formulaire413.aSigner'] },
      vers: vierge,
    },
  },
];
