import { RATTACHEMENTS } from '../../../machines/groupement/rattachements.ts';
import { findFact } from '../../../machines/index.ts';
import { FAIT_CORRIGE } from '../../engine/history/corrections.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import type { IconName } from '../ui/icon.ts';
import { plural, shortDay } from '../ui/words.ts';

/** A notification, as the service gives it. */
export type Notification = Awaited<ReturnType<Services['notifications']['lister']>>[number];
/** Why one is told. */
export type Sorte = Notification['sorte'];

interface Words {
  /** What its filter is called. */
  label: string;
  sign: IconName;
  /** How many dossiers are told of, on one line. */
  many(dossiers: number): string;
}

/** The kinds, the most pressing first. */
export const sortes: Readonly<Record<Sorte, Words>> = {
  retour: { label: 'Retours', sign: 'attention', many: (n) => plural(n, 'dossier retourné', 'dossiers retournés') },
  reponse: {
    label: 'Réponses de l’ANS',
    sign: 'envoyer',
    many: (n) => plural(n, 'réponse de l’ANS', 'réponses de l’ANS'),
  },
  delai: { label: 'Délais passés', sign: 'horloge', many: (n) => plural(n, 'délai passé', 'délais passés') },
  mention: {
    label: 'Mentions',
    sign: 'note',
    many: (n) => plural(n, 'mention'),
  },
  confiee: {
    label: 'Dossiers confiés',
    sign: 'plus',
    many: (n) => plural(n, 'dossier confié', 'dossiers confiés'),
  },
  prise: {
    label: 'Dossiers repris',
    sign: 'personne',
    many: (n) => plural(n, 'dossier repris', 'dossiers repris'),
  },
  mouvement: {
    label: 'Autres changements',
    sign: 'crayon',
    many: (n) => plural(n, 'autre dossier a bougé', 'autres dossiers ont bougé'),
  },
};

/** The kinds in their order. */
export const sorteNames = Object.keys(sortes) as Sorte[];

/** What happened, in a sentence; persons are called as `nommer` says, `moi` is who reads. */
export function sentence(one: Notification, nommer: (auteur: string) => string): Html | string {
  const qui = nommer(one.par);
  const told: Readonly<Record<Sorte, () => Html | string>> = {
    retour: () => `L’ANS a retourné le formulaire 413 (noté par ${qui})`,
    reponse: () => `Réponse de l’ANS : ${fact(one)} (notée par ${qui})`,
    delai: () => html`Délai habituel passé le ${shortDay(one.jour ?? '')}${one.attendu ? ` : ${one.attendu}` : ''}`,
    mention: () => `${qui} vous cite dans une note`,
    confiee: () => `${qui} vous a confié ce dossier`,
    prise: () => takenWords(one, qui, nommer),
    mouvement: () => `${qui} a ${one.type === FAIT_CORRIGE ? 'corrigé le journal' : `noté ${fact(one)}`}${before(one)}`,
  };
  return told[one.sorte]();
}

/** Where it leads. */
export function placeOf({ sorte, dossierId }: Pick<Notification, 'sorte' | 'dossierId'>): string {
  const tabs: Partial<Record<Sorte, string>> = { mention: '/notes#notes', mouvement: '/journal' };
  return `/dossiers/${dossierId}${tabs[sorte] ?? ''}`;
}

function takenWords({ vers, par }: Notification, qui: string, nommer: (auteur: string) => string): string {
  if (vers === null) return `${qui} vous a retiré ce dossier : plus personne ne le suit`;
  return par === `compte:${vers}`
    ? `${qui} a pris ce dossier, qui était à vous`
    : `${qui} a confié ce dossier, qui était à vous, à ${nommer(`compte:${vers}`)}`;
}

function fact({ type, estCertificat }: Notification): string {
  const known = type === null ? null : (findFact(type)?.libelle ?? RATTACHEMENTS[type as keyof typeof RATTACHEMENTS]);
  return `« ${known ?? type} »${estCertificat ? ' pour un certificat' : ''}`;
}

function before({ nombre }: Notification): string {
  return nombre === 1 ? '' : `, après ${plural(nombre - 1, 'autre changement', 'autres changements')}`;
}
