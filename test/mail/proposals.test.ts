import { describe, expect, test } from 'vitest';
import { type CodeRetour, motifsRetour } from '../../machines/etablissement/formulaire-413-facts.ts';
import { type FaitAns, motsFaits } from '../../machines/etablissement/mots-ans.ts';
import { findFact } from '../../machines/index.ts';
import { proposalsOf } from '../../src/mail/proposals.ts';

const propose = (text: string, subject = 'RE: Formulaire 413') => proposalsOf({ subject, text });

/** How each reason may be said, and what looks like it and is not. */
const said: Record<Exclude<CodeRetour, 'autre'>, string[]> = {
  'signataire-non-habilite': [
    'Le signataire du formulaire n’est pas habilité à engager la structure.',
    'La personne ayant signé ne dispose pas de la délégation de pouvoir.',
    'Le formulaire doit être signé par le représentant légal ou un mandataire.',
  ],
  'carte-signataire-non-valide': [
    'La carte du signataire est expirée.',
    'La carte CPS du représentant légal n’est plus valide.',
    'Le mandataire a une carte qui est en opposition.',
  ],
  'contrat-absent': [
    'Votre structure ne dispose pas d’un contrat avec l’ANS.',
    'Aucun contrat n’a été signé.',
    'Il convient au préalable de signer le contrat de structure.',
  ],
  'cachet-ou-signature-manquant': [
    'Le cachet de l’établissement est manquant.',
    'Merci d’apposer le tampon de la structure en partie 3.',
    'Le formulaire n’est pas signé.',
    'La signature n’apparaît pas sur le document.',
  ],
  'identifiants-incoherents': [
    'Le N° FINESS ne correspond pas au SIRET.',
    'La raison sociale est erronée.',
    'Le SIRET indiqué est inconnu du répertoire.',
  ],
  'domaine-messagerie-manquant': [
    'Le nom de domaine de messagerie n’est pas renseigné.',
    'Merci de préciser votre domaine de messagerie.',
  ],
  'administrateur-technique-sans-carte': [
    'L’administrateur technique ne possède pas de carte CPS.',
    'La carte CPE de l’administratrice technique est expirée.',
  ],
  'offre-non-cochee': ['La case « offre PRO AUTH, SIGN, CONF » n’est pas cochée.', 'Veuillez cocher l’offre PRO.'],
  illisible: ['Le formulaire est illisible.', 'Le scan est de mauvaise qualité.'],
};

describe('the reason', () => {
  test.each(Object.entries(said).flatMap(([code, all]) => all.map((words) => [code, words] as const)))(
    '%s is proposed by « %s », with those words',
    (code, words) => {
      const { reasons } = propose(`Bonjour,\n\n${words}\n\nCordialement`);
      expect(reasons).toContainEqual({ code, said: words });
    },
  );

  test('of each kind but « autre » is said by somebody', () => {
    expect(Object.keys(said).sort()).toEqual(
      Object.keys(motifsRetour)
        .filter((code) => code !== 'autre')
        .sort(),
    );
  });

  test('is none where the words are of something else', () => {
    const words = [
      'Nous avons pris connaissance de votre demande, qui sera étudiée dans l’ordre d’arrivée.',
      'Votre contrat est bien enregistré. Le cachet et la signature sont bien présents.',
      'Pouvez-vous nous appeler pour convenir d’un rendez-vous ?',
      'L’administrateur technique recevra un courriel.',
    ];
    expect(propose(words.join('\n')).reasons).toEqual([]);
  });

  test('is not read in what the mail answers, but in what it forwards', () => {
    const quoted = [
      'Le 3 mars 2026 à 10:12, Clinique du Parc <a@b.example> a écrit :\n> Le cachet est manquant.',
      '-----Message d’origine-----\nLe cachet est manquant.',
      'De : ANS <ans@ans.example>\nEnvoyé : mardi\n\nLe cachet est manquant.',
    ];
    for (const quote of quoted) {
      expect(propose(`C’est noté.\n\n${quote}`).reasons).toEqual([]);
      expect(propose(`Pour suite.\n\n${quote}`, 'TR: Formulaire 413').reasons).toHaveLength(1);
    }
  });

  test('is told once, by the words that say it first, though a line is cut', () => {
    const { reasons } = propose('- le cachet de la\n  structure est absent ;\n- la signature est absente');
    expect(reasons).toEqual([{ code: 'cachet-ou-signature-manquant', said: 'le cachet de la structure est absent ;' }]);
  });
});

describe('the fact', () => {
  test.each<[FaitAns | null, string]>([
    ['formulaire413.retourne', 'Nous vous retournons votre formulaire pour correction.'],
    ['formulaire413.retourne', 'Votre demande n’a pas été acceptée en l’état.'],
    ['formulaire413.retourne', 'Le dossier est incomplet : merci de le compléter.'],
    ['formulaire413.rejete', 'Votre demande est rejetée : la structure n’est pas éligible.'],
    ['habilitation.accordee', 'Votre demande n° 2026-413 a été acceptée, n’hésitez pas à nous contacter.'],
    ['habilitation.accordee', 'Monsieur Durand est habilité à commander des certificats.'],
    ['formulaire413.recu', 'Nous accusons réception de votre demande.'],
    ['formulaire413.recu', 'Votre formulaire nous est bien parvenu.'],
    [null, 'Une fois votre demande validée, vous recevrez un courriel.'],
    [null, 'Où en est notre dossier ?'],
    [null, 'Nous vous retournons le formulaire 413 dûment complété et signé.'],
    [null, 'Veuillez trouver la version corrigée du formulaire, que nous vous renvoyons.'],
    ['formulaire413.retourne', 'Nous vous retournons le formulaire, qui n’est pas signé.'],
  ])('%s is what « %s » may tell', (type, words) => {
    expect(propose(words).facts[0]?.type ?? null).toBe(type);
  });

  test('of each kind is one of the procedure', () => {
    expect(Object.keys(motsFaits).filter((type) => !findFact(type))).toEqual([]);
  });

  test('comes with its words, the refusal first', () => {
    const text = 'Nous avons bien reçu votre formulaire. Nous vous le retournons.';
    expect(propose(text).facts).toEqual([
      { type: 'formulaire413.retourne', said: 'Nous vous le retournons.' },
      { type: 'formulaire413.recu', said: 'Nous avons bien reçu votre formulaire.' },
    ]);
  });
});

test('the longest mail is read in no time', () => {
  const begun = performance.now();
  for (const piece of ['a', '\n', '> ', 'le le le a écrit', '-', '. ', 'De : @', ' \n '])
    propose(piece.repeat(200_000 / piece.length));
  expect(performance.now() - begun).toBeLessThan(3_000);
});
