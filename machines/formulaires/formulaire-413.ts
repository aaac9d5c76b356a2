import { z } from 'zod';
import type { Avertissement } from '../avertissement.ts';
import { DomaineMessagerie, warnDomaineMessagerie } from '../identifiants/domaine-messagerie.ts';
import { Carte, choix, exemplePersonne, IsoDate, Personne, Qualite, texteLibre } from './champs.ts';
import { ContactTechnique, exempleContactTechnique, warnContactTechnique } from './contact-technique.ts';
import { Etablissement, exempleEtablissement, warnEtablissement } from './etablissement.ts';

const PRECISION_USAGE = 'accès au DP en authentification avec un certificat de personne physique';

/** §5 — which site the certificates are for. */
export const Partie1 = Etablissement.meta({ title: 'Partie 1 — Identification de la structure bénéficiaire' });

export type Partie1 = z.output<typeof Partie1>;

/** §5 — never described by the procedure: kept as written, read by nobody. */
export const Partie2 = texteLibre('Partie 2', 2000).meta({
  title: 'Partie 2',
  description: 'La procédure ne la décrit pas : laissez-la vide, sauf si l’ANS vous la demande.',
});

/** §5 — who signs, in which capacity, with which card; the signature itself is a fact of the dossier. */
export const Partie3 = z
  .strictObject({
    signataire: Personne.meta({ title: 'Signataire' }),
    qualite: Qualite,
    carte: Carte.meta({ title: 'Carte du signataire' }),
    date: IsoDate.meta({ title: 'Date du visa' }),
    cachet: z.literal(true, 'Apposez le cachet de la structure.').meta({ title: 'Cachet de la structure apposé' }),
  })
  .meta({ title: 'Partie 3 — Visa et cachet' });

const Logiciel = z
  .strictObject({
    type: choix('Type', { DP: 'Logiciel DP', PROXY: 'Passerelle proxy' }),
    editeur: texteLibre('Éditeur', 100),
    solution: texteLibre('Solution', 100),
    version: texteLibre('Version déployée', 50),
  })
  .meta({ title: 'Logiciel' });

/** §5 — details of the request, which the éditeur may complete. */
export const Partie4 = z
  .strictObject({
    precisionUsage: texteLibre('Précisions sur l’usage des certificats', 500)
      .default(PRECISION_USAGE)
      .meta({ title: 'Précisions sur l’usage des certificats et sur votre projet' }),
    logiciels: z.array(Logiciel).min(1).max(20).meta({ title: 'Logiciels', ajouter: 'Ajouter un logiciel' }),
    offreProAuthSignConf: z
      .literal(true, 'Cochez l’offre PRO usage AUTH, SIGN, CONF : c’est la seule que le DP accepte.')
      .meta({ title: 'Offre certificat logiciel PRO (personne physique), usage AUTH, SIGN, CONF' }),
    domaineMessagerie: DomaineMessagerie,
    administrateursTechniques: z
      .array(ContactTechnique)
      .min(1)
      .max(20)
      .meta({ title: 'Administrateurs techniques', ajouter: 'Ajouter un administrateur technique' }),
  })
  .meta({ title: 'Partie 4 — Détails de la demande de certificat logiciel' });
export type Partie4 = z.output<typeof Partie4>;

/** §5 — asks that the administrateurs techniques be empowered to order PRO certificates. */
export const Formulaire413 = z
  .strictObject({
    partie1: Partie1,
    partie2: Partie2.optional().meta({ title: 'Partie 2' }),
    partie3: Partie3,
    partie4: Partie4,
  })
  .meta({ title: 'Demande de certificats logiciels', numero: '413', source: '§5' });
export type Formulaire413 = z.output<typeof Formulaire413>;

/** What deserves a second look before form 413 is signed. */
export function warnFormulaire413({ partie1, partie4 }: Formulaire413): Avertissement[] {
  return [...warnEtablissement(partie1, '/partie1'), ...warnPartie4(partie4, '/partie4')];
}

/** What of part 4 deserves a second look, wherever it is completed. */
export function warnPartie4(partie4: Partie4, pointeur: string): Avertissement[] {
  const { precisionUsage, domaineMessagerie, administrateursTechniques } = partie4;
  return [
    ...warnPrecisionUsage(precisionUsage, `${pointeur}/precisionUsage`),
    ...warnDomaineMessagerie(domaineMessagerie, `${pointeur}/domaineMessagerie`),
    ...administrateursTechniques.flatMap((contact, rang) =>
      warnContactTechnique(contact, `${pointeur}/administrateursTechniques/${rang}`),
    ),
  ];
}

/** A form 413 that is accepted as it stands. */
export const exempleFormulaire413: Formulaire413 = {
  partie1: exempleEtablissement,
  partie3: {
    signataire: exemplePersonne,
    qualite: 'representantLegal',
    carte: { type: 'CDE', fin: '2035-12-31' },
    date: '2026-01-05',
    cachet: true,
  },
  partie4: {
    precisionUsage: PRECISION_USAGE,
    logiciels: [{ type: 'DP', editeur: 'Éditeur Exemple', solution: 'Solution Exemple', version: '1.0' }],
    offreProAuthSignConf: true,
    domaineMessagerie: 'ch-exemple.fr',
    administrateursTechniques: [exempleContactTechnique],
  },
};

function warnPrecisionUsage(precisionUsage: string, pointeur: string): Avertissement[] {
  if (precisionUsage === PRECISION_USAGE) return [];
  const message = `Vérifiez cette précision : la procédure demande d’écrire « ${PRECISION_USAGE} ».`;
  return [{ code: 'precision-usage-modifiee', pointeur, message }];
}
