import { expect, test } from 'vitest';
import type { OfferedFact } from '../../machines/effect.ts';
import { addDays } from '../../src/days.ts';
import { announced, attuned, RIEN_ANNONCE, versionKept } from '../../src/engine/announcements.ts';
import type { Instance } from '../../src/engine/instance.ts';
import { faits, member, openDossier, tell } from './family.ts';
import { seeded } from './random.ts';

const JOUR = '2026-03-02';
const places: readonly (readonly OfferedFact[])[] = [
  [
    { type: 'administrateurTechnique.indisponible' },
    { type: 'administrateurTechnique.disponible', fin: null },
    { type: 'administrateurTechnique.disponible', fin: '2030-06-30' },
  ],
  [{ type: 'commande.fermee' }, { type: 'commande.ouverte' }],
];

const dit = { auteur: 'essai', enregistreLe: '2026-03-02T09:00:00.000Z' };

function standing({ snapshot: { value, context }, depuis, bornes, durees, version }: Instance) {
  return { value, context, depuis, bornes, durees, version };
}

test('whoever hears late stands where those stand who heard each announcement, since the same days', () => {
  const random = seeded(7);
  const order = [...faits.habilite, 'certificat.demande'];
  const opened = member(tell(openDossier(), 'dossier', ...order), 'certificat-1');
  for (const acts of [...Array.from({ length: 30 }, () => 12), 260]) {
    let annonces = RIEN_ANNONCE;
    let prompt: Instance = { ...opened, entendu: 0 };
    const late = [prompt];
    for (let act = 1; act <= acts; act++) {
      const place = Math.floor(random() * places.length);
      const facts = places[place] ?? [];
      const fait = facts[Math.floor(random() * facts.length)] as OfferedFact;
      annonces = announced(annonces, new Map([[place, fait]]), { date: addDays(JOUR, act), dit });
      prompt = attuned(prompt, { annonces });
      late.push(prompt);
    }
    for (const one of late) {
      expect(standing(attuned(one, { annonces }))).toEqual(standing(prompt));
      if (acts === 12) expect(attuned(one, { annonces }).ouies).toEqual(prompt.ouies);
    }
    expect([versionKept(prompt), prompt.entendu]).toEqual([versionKept(opened), acts]);
    expect(annonces.faits.flat().length).toBeLessThanOrEqual(Math.min(acts, 200));
  }
});
