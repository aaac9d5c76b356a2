import type { Antivirus } from '../../../src/documents/antivirus.ts';
import { createMailCourier, type MailCourier } from '../../../src/mail/courier.ts';
import { smtpTransport } from '../../../src/mail/transport.ts';
import { leaseholder } from '../../../src/outbox/lease.ts';
import { site } from '../../../src/sandbox/vies/journey.ts';
import { createServices, type Services } from '../../../src/services.ts';
import type { Store } from '../../../src/store/store.ts';
import { given } from '../../http/people.ts';
import { newBase } from '../../store/new-base.ts';
import { type Smtp, startSmtp } from './smtp.ts';

export const ADRESSE = 'bureau@igc.exemple.fr';
export const act = { auteur: 'compte:essai', version: null };
export const ecrit = {
  a: ['direction@ch-exemple.fr'],
  objet: 'Contrat de structure à signer',
  corps: 'Bonjour,\n\nLe contrat <à signer> est joint.\nVoir https://exemple.fr/contrat.\n\nCordialement',
  modele: null,
  pieces: [],
  repond: null,
  malgreRefus: false,
};

/** A desk that sends by a real server, at a time that stands still until it is moved. */
export interface World {
  store: Store;
  services: Services;
  smtp: Smtp;
  courier: MailCourier;
  now: Date;
  /** Another node on the same base, where there may be one. */
  another(): MailCourier;
  open(finess: string): Promise<string>;
  send(id: string, more?: Partial<typeof ecrit>): ReturnType<Services['messagerie']['envoyer']>;
  stop(): Promise<void>;
}

/** A new world, on a Tuesday at ten. */
export async function createWorld({ antivirus }: { antivirus?: Antivirus } = {}): Promise<World> {
  const store = await newBase()();
  const smtp = await startSmtp();
  const couriers: MailCourier[] = [];
  const clock = () => world.now;
  const services = createServices(store, clock, () => {}, { adresse: ADRESSE, antivirus });
  const courierOf = () => {
    const courier = createMailCourier({
      store,
      clock,
      random: () => 0,
      bail: leaseholder(store.baux),
      transport: smtpTransport(smtp.url),
      tellFailures: services.messagerie.direLesEchecs,
    });
    couriers.push(courier);
    return courier;
  };
  const world: World = {
    store,
    services,
    smtp,
    now: new Date('2026-01-06T09:00:00.000Z'),
    courier: courierOf(),
    another: courierOf,
    async open(finess) {
      const asked = { procedure: 'prive-mono-site' as const, etablissement: { ...site, finess } };
      return given(await services.openDossier(asked, act)).row.id;
    },
    send: (id, more = {}) => services.messagerie.envoyer(id, { ...ecrit, ...more }, { signataire: 'Camille Roy', act }),
    async stop() {
      for (const courier of couriers) await courier.close();
      await smtp.stop();
      await store.close();
    },
  };
  return world;
}
