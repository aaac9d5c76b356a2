import { JOUR } from '../../walk/offer.ts';
import type { Invariant } from '../claim.ts';
import { AVANT_PREAVIS, EN_PREAVIS, onDay, TROP_TARD } from '../variants.ts';

const jours = [JOUR, AVANT_PREAVIS, EN_PREAVIS, TROP_TARD];
const tenu = (garde: string, date: string) => (date === JOUR ? garde : onDay(garde, date));
/** The day that comes after every end goes without saying. */
const named = (id: string, date: string) => (date === TROP_TARD ? id : `${id}-${date}`);
const enService = 'vie.installe';

/** §4, §7, A22 — on which days a certificate is acted on, and what the calendar brings it. */
export const certificatDates: Invariant[] = [
  ...jours.map(
    (date): Invariant => ({
      id: named('actes-en-cours', date),
      enonce: `Rien de cela ne se fait avec une carte arrivée à sa date de fin : ${date}.`,
      source: '§4',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['certificat.retire', 'certificat.installe', 'certificat.renouvele'], saisie: { date } },
        depuis: tenu('isCarteAdministrateurInDate', date),
      },
    }),
  ),
  ...jours.map(
    (date): Invariant => ({
      id: named('actes-valides', date),
      enonce: `Rien ne s’installe ni ne se renouvelle après la fin du certificat : ${date}.`,
      source: '§7',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['certificat.installe', 'certificat.renouvele'], saisie: { date } },
        depuis: tenu('isEncoreValide', date),
      },
    }),
  ),
  {
    id: 'installation-deja-valide',
    enonce: 'Rien ne s’installe avant le premier jour du certificat.',
    source: 'A22',
    proposition: {
      forme: 'chaque',
      fait: { faits: ['certificat.installe'], saisie: { date: JOUR } },
      depuis: 'isDejaValide',
    },
  },
  ...jours.slice(1).map(
    (date): Invariant => ({
      id: named('expiration', date),
      enonce: `Un certificat retiré ou en service expire après sa date de fin, et pas avant : ${date}.`,
      source: 'A22',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['certificat.expire'], saisie: { date } },
        depuis: { et: [{ ou: ['vie.retire', enService] }, tenu('isEchu', date)] },
        vers: 'vie.clos.expire',
      },
    }),
  ),
  {
    id: 'expiration-possible',
    enonce: 'Il expire dès que sa fin est passée.',
    source: 'A22',
    proposition: {
      forme: 'conduit',
      si: { et: [{ ou: ['vie.retire', enService] }, tenu('isEchu', TROP_TARD)] },
      fait: { faits: ['certificat.expire'], saisie: { date: TROP_TARD } },
      vers: 'vie.clos.expire',
    },
  },
  ...jours.slice(1).map(
    (date): Invariant => ({
      id: named('preavis', date),
      enonce: `Le préavis de renouvellement vient soixante jours avant la fin, et pas avant : ${date}.`,
      source: 'A22',
      proposition: {
        forme: 'chaque',
        fait: { faits: ['certificat.renouvellementDu'], saisie: { date } },
        depuis: { et: [{ non: 'vie.clos' }, tenu('isPreavisAtteint', date)] },
      },
    }),
  ),
  {
    id: 'calendrier-trop-tot',
    enonce: 'Le jour du retrait, ni préavis ni fin.',
    source: 'A22',
    proposition: {
      forme: 'jamais',
      fait: { faits: ['certificat.renouvellementDu', 'certificat.expire'], saisie: { date: JOUR } },
    },
  },
];
