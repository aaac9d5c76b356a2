import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Identity, IdentityRefusal } from '../../../identity/identity.ts';
import { bySuperviseur, toActe } from '../../../identity/registre.ts';
import { err, ok, type Result } from '../../../result.ts';
import type { ReglageStore, VersionModele } from '../../../store/reglages.ts';
import type { ReglageRefusal } from '../valeurs.ts';
import type { Destinataire, ModeleEcrit } from './saisie.ts';

/** A canned mail at its last version: 0 as it came with the service, by whoever wrote it afterwards. */
interface Modele extends Omit<VersionModele, 'destinataire' | 'ecritLe' | 'ecritPar'> {
  destinataire: Destinataire;
  ecritLe: string | null;
  ecritPar: string | null;
}

type Ecrit = Promise<Result<Modele, IdentityRefusal | ReglageRefusal>>;

/** The canned mails kept in a store. */
export function createModeles(desk: { store: { reglages: ReglageStore }; clock(): Date }) {
  const kept = desk.store.reglages;
  const versionsModele = (id: string): Modele[] => [
    ...(kept.modeles().filter((one) => one.id === id) as Modele[]).reverse(),
    ...modelesFournis.filter((one) => one.id === id).map(asGiven),
  ];
  const modele = (id: string) => versionsModele(id)[0] ?? null;

  return {
    /** In use or not; null for an unknown one. */
    modele,
    /** Newest first. */
    versionsModele,
    /** Those in use, by name. */
    modeles(): Modele[] {
      const ids = new Set([...modelesFournis, ...kept.modeles()].map(({ id }) => id));
      return [...ids]
        .flatMap((id) => modele(id) ?? [])
        .filter(({ retire }) => !retire)
        .sort((a, b) => a.nom.localeCompare(b.nom, 'fr'));
    },
    /** `{nom, destinataire, objet, corps, version}` by a superviseur: the next version of `id`, or a new mail when it is null. */
    ecrireModele: bySuperviseur(async (par, id: string | null, ecrit: z.output<typeof ModeleEcrit>): Ecrit => {
      if (id !== null && !modele(id)) return unknown(id);
      return await write(par, { ...ecrit, id: id ?? randomUUID(), retire: false });
    }),
    /** Out of use, by a superviseur who has read `version`. */
    retirerModele: bySuperviseur(async (par, id: string, version: number): Ecrit => {
      const last = modele(id);
      return last ? await write(par, { ...last, version, retire: true }) : unknown(id);
    }),
  };

  /** `read.version` is the one that was read. */
  async function write(par: Identity, read: Omit<VersionModele, 'ecritLe' | 'ecritPar'>): Ecrit {
    const last = modele(read.id)?.version ?? 0;
    if (read.version !== last) return err({ code: 'modele-modifie', version: last });
    const { id, nom, retire } = read;
    const version = last + 1;
    const act = retire ? 'modele.retire' : 'modele.ecrit';
    const acte = toActe(par, desk.clock(), { acte: act, cible: id, detail: { nom, version } });
    const next = { ...read, version, ecritLe: acte.le, ecritPar: acte.auteur };
    return (await kept.addModele(next, acte)) ? ok(next as Modele) : err({ code: 'modele-modifie', version });
  }
}

function unknown(id: string) {
  return err({ code: 'introuvable', objet: 'modele', id } as const);
}

function asGiven(given: (typeof modelesFournis)[number]): Modele {
  return { ...given, version: 0, retire: false, ecritLe: null, ecritPar: null };
}

/** The canned mails that come with the service; what is written in the console takes their place. */
const modelesFournis: readonly {
  id: string;
  nom: string;
  destinataire: Destinataire;
  objet: string;
  corps: string;
}[] = [
  {
    id: 'relance-habilitation',
    nom: 'Relance de l’ANS : habilitation',
    destinataire: 'ans',
    objet: 'Demande d’habilitation de {denomination}, SIRET {siret}',
    corps: `Bonjour,

Nous avons transmis le formulaire 413 de {denomination} (SIRET {siret}, FINESS {finess}). L’étape « {etape} » attend depuis le {depuis}, soit {jours} jours.

Pourriez-vous nous dire où en est la demande, et ce qui manquerait pour l’habilitation ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-ans',
    nom: 'Relance de l’ANS : contrat et cartes',
    destinataire: 'cartes',
    objet: '{denomination}, SIRET {siret} : {etape}',
    corps: `Bonjour,

Pour {denomination} (SIRET {siret}, FINESS {finess}), l’étape « {etape} » attend depuis le {depuis}, soit {jours} jours.

Pourriez-vous nous dire où en est la demande, et ce qui manquerait pour la suite ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-attendue',
    nom: 'Relance : ce qui est attendu',
    destinataire: 'autre',
    objet: 'Certificats logiciels de {denomination} : ce qui est attendu',
    corps: `Bonjour,

Pour obtenir les certificats logiciels de {denomination} (SIRET {siret}), voici ce qui est attendu, et de qui :

{manque}

Pourriez-vous nous dire quand ce qui dépend de vous sera fait, ou ce qui vous en empêche ?

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-representant',
    nom: 'Relance du représentant légal : contrat et carte',
    destinataire: 'autre',
    objet: 'Certificats logiciels de {denomination} : ce qui est attendu de vous',
    corps: `Bonjour,

Pour obtenir les certificats logiciels de {denomination} (SIRET {siret}), voici ce qui est attendu :

{manque}

Le représentant légal signe le contrat de structure et doit porter une carte CDE ou CPS (§4.1 de la procédure). Sans eux, la suite de la demande ne peut pas partir.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'relance-editeur',
    nom: 'Relance de l’éditeur : partie 4 du formulaire 413',
    destinataire: 'editeur',
    objet: 'Formulaire 413 de {denomination} : partie 4 à remplir',
    corps: `Bonjour,

La partie 4 du formulaire 413 de {denomination} (SIRET {siret}, FINESS {finess}) est attendue depuis le {depuis} : nom de domaine de messagerie, certificats demandés, administrateur technique (§5 étape 3).

Vous pouvez la remplir par l’API, ou nous renvoyer ces informations.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'carte-bientot-expiree',
    nom: 'Carte bientôt expirée',
    destinataire: 'autre',
    objet: '{denomination} : une carte va prendre fin',
    corps: `Bonjour,

Pour {denomination} (SIRET {siret}), voici ce qui va prendre fin :

{echeances}

Demandez dès maintenant le renouvellement à l’ANS : une carte expirée arrête la demande.

Bien cordialement,
{signataire}
{service}`,
  },
  {
    id: 'renouvellement-certificat',
    nom: 'Renouvellement de certificat',
    destinataire: 'autre',
    objet: '{denomination} : certificats à renouveler',
    corps: `Bonjour,

Un certificat logiciel vaut trois ans (§7). Pour {denomination} (SIRET {siret}), il est temps de penser au renouvellement :

{certificats}

L’administrateur technique les commande sur le portail, avec sa carte : {portail}. Le nouveau s’installe avant la fin de l’ancien.

Bien cordialement,
{signataire}
{service}`,
  },
];
