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

test('whoever hears late stands where those stand who heard each announcement, since the same days', () => {
  const random = seeded(7);
  const order = [...faits.habilite, 'certificat.demande'];
  const opened = member(tell(openDossier(), 'dossier', ...order), 'certificat-1');
  for (let life = 0; life < 40; life++) {
    let annonces = RIEN_ANNONCE;
    let prompt: Instance = { ...opened, entendu: 0 };
    const late = [prompt];
    for (let act = 1; act <= 12; act++) {
      const place = Math.floor(random() * places.length);
      const facts = places[place] ?? [];
      const fait = facts[Math.floor(random() * facts.length)] as OfferedFact;
      annonces = announced(annonces, new Map([[place, fait]]), addDays(JOUR, act));
      prompt = attuned(prompt, { annonces });
      late.push(prompt);
    }
    for (const one of late) {
      const { snapshot, depuis, bornes, version, entendu } = attuned(one, { annonces });
      const stands = { value: snapshot.value, context: snapshot.context, depuis, bornes, version, entendu };
      expect(stands).toEqual({
        value: prompt.snapshot.value,
        context: prompt.snapshot.context,
        depuis: prompt.depuis,
        bornes: prompt.bornes,
        version: prompt.version,
        entendu: 12,
      });
    }
    expect(versionKept(prompt)).toBe(versionKept(opened));
    expect(annonces.faits.flat().length).toBeLessThanOrEqual(6);
  }
});
