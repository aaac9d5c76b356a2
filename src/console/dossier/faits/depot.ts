import type { FactType } from '../../../../machines/index.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import { toProblem } from '../../../web/problem.ts';
import type { Visit } from '../../shell/screen.ts';
import { alert, callout, properties } from '../../ui/blocks.ts';
import { button } from '../../ui/button.ts';
import { atField, faultSummary, fileInput } from '../../ui/field.ts';
import { listed, longDay } from '../../ui/words.ts';
import type { Cible, Given } from '../read/case.ts';

/** The field of a form by which a certificate, or a request for one, is brought. */
export const FILE = 'fichier';
const READ = 'lire';

/** The fact that a certificate fills in: its number and its dates. */
export const WITHDRAWAL = 'certificat.retire' satisfies FactType;

/** What was found in a file. */
type Deposit = Given<ReturnType<Services['readDeposit']>>;

/** A file as it was brought: what was found in it, or why it was not read; null where none was, and none was asked for. */
export interface Brought {
  deposit: Deposit | null;
  fault: string | null;
}

/** Reads what was brought for a case; nothing is kept of it. */
export async function broughtBy({ body, services, apart }: Visit, cible: Cible): Promise<Brought | null> {
  const { fichier } = body;
  if (!fichier) return body.get('action') === READ ? { deposit: null, fault: 'Choisissez d’abord un fichier.' } : null;
  const rules = { autorites: services.autorites, essai: apart };
  const read = await services.readDeposit(cible, fichier.octets, rules);
  return read.ok ? { deposit: read.value, fault: null } : { deposit: null, fault: toProblem(read.error).detail };
}

/** Whether what was brought may be what was ordered: no mismatch stops it. */
export function isTaken(deposit: Deposit): boolean {
  return deposit.ecarts.every(({ bloquant }) => !bloquant);
}

/** How a file is asked for. */
interface FileAsked {
  /** Of its field. */
  id: string;
  label: string;
  help: string;
  /** What to do once the file suits. */
  next: string;
}

const ACCEPTED = '.cer,.crt,.der,.pem,.p7b,.p7c,.csr,.p10';

/** Where a file is brought, its button beside it, with what was found in the one before. */
export function fileField({ id, label, help, next }: FileAsked, brought: Brought | null): Html {
  const { deposit = null, fault = null } = brought ?? {};
  const reading = button('Lire le fichier', 'second', { name: 'action', value: READ, icon: 'document', isSmall: true });
  const faults = fault === null ? [] : [fault];
  return html`${faultSummary([{ id, label }], atField(id, fault))}
${fileInput({ id, name: FILE, label, help, faults, accept: ACCEPTED, button: reading })}
${deposit && found(deposit, next)}`;
}

function found(deposit: Deposit, next: string): Html {
  return html`${alert(verdict(deposit, next))}${deposit.genre === 'certificat' ? certificateRows(deposit) : requestRows(deposit)}`;
}

const stopped = {
  certificat: 'Ce n’est pas le certificat commandé, et rien n’en est repris',
  csr: 'Cette demande ne peut pas partir ainsi',
} as const;

function verdict(deposit: Deposit, next: string): Html {
  const { ecarts, genre } = deposit;
  if (ecarts.length === 0) return callout('bien', next, 'Le fichier convient');
  const told = [...ecarts].sort((a, b) => Number(b.bloquant) - Number(a.bloquant));
  const list = html`<ul>${told.map(({ message }) => html`<li>${message}</li>`)}</ul>`;
  if (!isTaken(deposit)) return callout('faute', list, stopped[genre]);
  return callout('attention', html`${list}<p>${next}</p>`, 'À vérifier d’abord');
}

type Read<Genre> = Extract<Deposit, { genre: Genre }>;

const chains = new Map<boolean | null, string>([
  [true, 'vérifiée jusqu’à une autorité connue'],
  [false, 'ne mène à aucune autorité connue'],
  [null, 'non vérifiée : aucune autorité n’est réglée dans ce service'],
]);

function certificateRows({ contenu, chaine, autres }: Read<'certificat'>): Html {
  const { titulaire, structure, usage, emetteur, numeroSerie, debut, fin, cle } = contenu;
  return properties([
    ['Titulaire', holderOf(titulaire)],
    ['Structure', structureOf(structure)],
    ['Usage', usage ?? 'inconnu'],
    ['Délivré par', emetteur],
    ['Chaîne', chains.get(chaine)],
    ['Numéro de série', numeroSerie],
    ['Validité', `du ${longDay(debut)} au ${longDay(fin)}`],
    ['Clé', keyOf(cle)],
    ['Autres certificats du fichier', autres || null],
  ]);
}

const signatures = { valide: 'valide', fausse: 'fausse', inconnue: 'non vérifiée' } as const;

function requestRows({ contenu }: Read<'csr'>): Html {
  const { titulaire, structure, courriels, upn, cle, signature } = contenu;
  return properties([
    ['Titulaire', holderOf(titulaire) || 'non dit : l’ANS le connaît par la commande'],
    ['Structure', structureOf(structure)],
    ['Clé', keyOf(cle)],
    ['Signature', signatures[signature]],
    ['Messagerie', listed(courriels)],
    ['UPN', listed(upn)],
  ]);
}

type Contenu = Read<'certificat'>['contenu'];

function holderOf({ prenom, nom, titre, identifiant }: Contenu['titulaire']): string {
  const name = [prenom, nom].filter(Boolean).join(' ');
  return [name, titre, identifiant && `n° ${identifiant}`].filter(Boolean).join(', ');
}

function structureOf(structure: Contenu['structure']): string | null {
  if (!structure) return null;
  const { denomination, finess, siret, siren } = structure;
  const number = (finess && `FINESS ${finess}`) || (siret && `SIRET ${siret}`) || (siren && `SIREN ${siren}`);
  return [denomination, number].filter(Boolean).join(', ');
}

function keyOf({ algorithme, bits }: Contenu['cle']): string {
  return bits === null ? algorithme : `RSA, ${bits} bits`;
}
