import type { Invariant } from '../../claim.ts';
import { fait } from '../motif.ts';
import { vierge } from './etats.ts';

/** §4.1 — the contract, and the legal representative who signs it. */
export const contrat: Invariant[] = [
  {
    id: 'contrat-accepte',
    enonce: 'Un contrat n’est actif que retrouvé, ou accepté par l’ANS.',
    source: '§4.1',
    proposition: { forme: 'passe', but: { etat: 'contrat.actif' }, par: fait('contrat.trouve', 'contrat.signe') },
  },
  {
    id: 'contrat-transmis',
    enonce: 'L’ANS n’accepte qu’un contrat transmis.',
    source: '§4.1',
    proposition: { forme: 'passe', but: { fait: fait('contrat.signe') }, par: fait('contrat.transmis') },
  },
  {
    id: 'contrat-envoye',
    enonce: 'Un contrat transmis attend la décision de l’ANS.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('contrat.transmis'), vers: 'contrat.attenteDecision' },
  },
  {
    id: 'contrat-actif',
    enonce: 'Un contrat retrouvé ou accepté est actif.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('contrat.trouve', 'contrat.signe'), vers: 'contrat.actif' },
  },
  {
    id: 'identifiant-modifie',
    enonce:
      'Un SIRET ou FINESS modifié remet à vérifier contrat et carte, met fin au mandat et aux habilitations, et le formulaire 413 se refait.',
    source: 'A23',
    proposition: {
      forme: 'chaque',
      fait: fait('etablissement.identifiantModifie'),
      vers: {
        et: ['contrat.aVerifier', 'carteResponsable.aVerifier', 'mandataire.aucun', 'habilitation.aucune', vierge],
      },
    },
  },
  {
    id: 'contrat-nouveau-identifiant',
    enonce: 'Un SIRET ou FINESS modifié demande un contrat, retrouvé ou accepté, avant toute commande.',
    source: 'A23',
    proposition: {
      forme: 'passe',
      but: { fait: fait('certificat.demande') },
      par: fait('contrat.signe', 'contrat.trouve'),
      apres: fait('etablissement.identifiantModifie'),
    },
  },
  {
    id: 'contrat-fin',
    enonce: 'Seul un contrat actif se termine.',
    source: 'A27',
    proposition: { forme: 'chaque', fait: fait('contrat.termine'), depuis: 'contrat.actif' },
  },
  {
    id: 'contrat-termine',
    enonce: 'Un contrat terminé est à refaire, et met fin au mandat.',
    source: 'A27',
    proposition: {
      forme: 'conduit',
      si: 'contrat.actif',
      fait: fait('contrat.termine'),
      vers: { et: ['contrat.aCompleter', 'mandataire.aucun'] },
    },
  },
  {
    id: 'contrat-tenu',
    enonce: 'Sans contrat actif, rien ne s’envoie, ne s’accorde ni ne se commande.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('formulaire413.signe', 'formulaire413.transmis', 'habilitation.accordee', 'certificat.demande'),
      depuis: 'contrat.actif',
    },
  },
  {
    id: 'responsable-absent',
    enonce: 'Un responsable sans carte en demande une par le formulaire 101.',
    source: '§4.1',
    proposition: {
      forme: 'conduit',
      si: { ou: ['carteResponsable.aVerifier', 'carteResponsable.aDemander'] },
      fait: fait('formulaire101.transmis'),
      vers: 'carteResponsable.attenteEmission',
    },
  },
  {
    id: 'responsable-demande-refusee',
    enonce: 'Une carte absente, ou refusée par l’ANS, est à demander.',
    source: '§4.1',
    proposition: {
      forme: 'chaque',
      fait: fait('carteResponsable.absente', 'formulaire101.refuse'),
      vers: 'carteResponsable.aDemander',
    },
  },
  {
    id: 'responsable-carte-trouvee',
    enonce: 'Une carte retrouvée est active.',
    source: '§4.1',
    proposition: { forme: 'chaque', fait: fait('carteResponsable.trouvee'), vers: 'carteResponsable.active' },
  },
  {
    id: 'responsable-remplace',
    enonce: 'Un nouveau représentant légal a sa propre carte à prouver.',
    source: 'A24',
    proposition: {
      forme: 'chaque',
      fait: fait('representantLegal.remplace'),
      vers: 'carteResponsable.aVerifier',
    },
  },
];
