import { z } from 'zod';
import { choix, IsoDate, texteLibre } from '../../../machines/formulaires/champs.ts';

/** What a key may be limited to. */
const Portee = choix('Portée', {
  lecture: 'Lire',
  faits: 'Déclarer des faits',
  partie4: 'Remplir la partie 4 du formulaire 413',
  'administrateur-technique': 'Désigner son technicien administrateur technique',
  evenements: 'Lire le flux des événements',
  webhooks: 'S’abonner aux événements',
});
const Role = choix('Rôle', { agent: 'Agent', editeur: 'Éditeur', lecteur: 'Lecteur' });

const identifiants = (title: string) =>
  z
    .array(z.string().regex(/^[\w@.-]{1,100}$/, 'Indiquez un identifiant.'))
    .min(1)
    .max(1000)
    .transform((ids) => [...new Set(ids)])
    .nullable()
    .default(null)
    .meta({ title });

/** What a key is to be, asked on `jour`: it ends within two years, after one unless said. */
export function keyRequest(jour: string) {
  const latest = yearsAfter(jour, 2);
  return z
    .strictObject({
      nom: texteLibre('Nom', 100),
      role: Role,
      editeurId: z.string().nullable().default(null).meta({ title: 'Éditeur' }),
      portees: z
        .array(Portee)
        .min(1)
        .transform((portees) => [...new Set(portees)]),
      procedures: identifiants('Procédures'),
      dossiers: identifiants('Dossiers'),
      bacASable: z.boolean('Répondez par oui ou par non.').default(false),
      expireLe: IsoDate.refine((date) => jour < date && date <= latest, {
        message: `Choisissez une date après le ${jour}, le ${latest} au plus tard.`,
        when: ({ issues }) => issues.length === 0,
      }).default(yearsAfter(jour, 1)),
    })
    .refine(({ role, editeurId }) => (role === 'editeur') === (editeurId !== null), {
      path: ['editeurId'],
      message: 'Indiquez l’éditeur d’une clé d’éditeur, et d’elle seule.',
    });
}

function yearsAfter(jour: string, years: number): string {
  const date = new Date(`${jour}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}
