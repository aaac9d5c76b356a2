import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CaseEvent,
  eventFacts,
  toCloudEvent,
  VerificationEvent,
  verificationEvent,
} from '../../src/outbox/cloud-event.ts';
import { subscriptionRequest } from '../../src/outbox/subscription-request.ts';
import { createServices } from '../../src/services.ts';
import type { Store } from '../../src/store/store.ts';
import { newStore } from '../store/new-base.ts';

let store: Store;
beforeEach(async () => {
  store = await newStore();
});
afterEach(() => store.close());

const line = {
  rang: 12,
  instanceId: 'd',
  genre: 'dossier',
  parentId: 'g',
  procedure: 'public-ght',
  procedureVersion: 1,
  type: 'contrat.signe',
  date: '2026-01-05',
  enregistreLe: '2026-01-06T08:00:00.000Z',
} as const;

describe('an event', () => {
  test('is a CloudEvent that says what happened to which dossier', () => {
    expect(toCloudEvent(line)).toEqual({
      specversion: '1.0',
      id: '12',
      source: '/api/v1/dossiers/d',
      type: 'fr.parcours-igc.contrat.signe',
      subject: 'd',
      time: '2026-01-06T08:00:00.000Z',
      datacontenttype: 'application/json',
      data: {
        genre: 'dossier',
        id: 'd',
        dossierId: 'd',
        groupementId: 'g',
        procedure: 'public-ght',
        fait: 'contrat.signe',
        libelle: 'Contrat accepté par l’ANS',
        date: '2026-01-05',
        liens: {
          soi: '/api/v1/dossiers/d',
          prochainesEtapes: '/api/v1/dossiers/d/prochaines-etapes',
          journal: '/api/v1/dossiers/d/journal',
        },
      },
    });
  });

  test('of a certificate goes in the order of its dossier', () => {
    const certificat = {
      ...line,
      genre: 'certificat',
      instanceId: 'c',
      parentId: 'd',
      procedure: 'certificat',
    } as const;
    expect(toCloudEvent(certificat)).toMatchObject({
      source: '/api/v1/certificats/c',
      subject: 'd',
      data: { dossierId: 'd', groupementId: null },
    });
  });

  test('names nobody, whatever the fact holds', async () => {
    const services = createServices(store, () => new Date('2026-02-01T12:00:00Z'));
    const act = { auteur: 'agent:camille.martin', version: null };
    const dsi = { nom: 'Camille Martin', courriel: 'camille.martin@ch-exemple.fr', telephone: '0474000000' };
    const opened = await services.openGroupement({ nom: 'GHT de l’Exemple', genre: 'ght', dsi }, act);
    expect(opened.ok).toBe(true);
    const { lignes } = await store.evenements.after(0, 10, { types: null, dossiers: 'tous' });
    const events = lignes.map((line) => toCloudEvent(line));
    expect(events.map((event) => CaseEvent.parse(event).data.libelle)).toContain('Groupement ouvert');
    expect(JSON.stringify(events)).not.toMatch(/martin|0474000000|exemple/i);
  });

  test('that verifies keeps to its schema', () => {
    const event = verificationEvent('a', '2026-01-06T08:00:00.000Z');
    expect(VerificationEvent.parse(event)).toEqual(event);
  });
});

describe('a subscription is asked for', () => {
  const request = subscriptionRequest({ autoriserAdressesPrivees: false });
  const told = (input: unknown) => request.safeParse(input).error?.issues.map(({ message }) => message);

  test('by its address alone', () => {
    expect(request.parse({ url: 'https://exemple.fr/e' })).toEqual({
      url: 'https://exemple.fr/e',
      evenements: 'tous',
      description: '',
    });
  });

  test('for facts that exist', () => {
    expect(request.parse({ url: 'https://exemple.fr/e', evenements: [...eventFacts] }).evenements).toHaveLength(
      eventFacts.length,
    );
    expect(told({ url: 'https://exemple.fr/e', evenements: ['contrat.mange'] })).toEqual([
      'Choisissez « tous », ou une liste de faits.',
    ]);
  });

  test('and refused in French', () => {
    expect(told({ url: 'https://10.0.0.1/e' })).toEqual(['Cette adresse est privée : indiquez une adresse publique.']);
    expect(told({})).toEqual(['À renseigner.']);
    expect(told({ url: 'https://exemple.fr/e', secret: 'x' })).toEqual([
      'Retirez ce que ce formulaire ne connaît pas : secret.',
    ]);
  });
});
