import { z } from 'zod';
import { qualites } from '../../../../machines/certificat/demande.ts';
import { politique, type Qualite } from '../../../../machines/decisions.ts';
import { choix, IsoDate, Personne } from '../../../../machines/formulaires/champs.ts';
import { plain } from '../../../fold.ts';
import { type Html, html } from '../../../web/html.ts';
import { drawForm } from '../../forms/draw.ts';
import { formOf } from '../../forms/form.ts';
import { readTyped, type Typed, write } from '../../forms/typed.ts';
import { button } from '../../ui/button.ts';
import { labelled } from '../../ui/field.ts';
import { listed } from '../../ui/words.ts';
import type { FactSending } from '../faits/form.ts';

/** Joins what a person may be given in one line: both usages are two certificates. */
export const AND = '+';

/** §3 — what may be ordered for whom, with the card that he must hold: nothing else is offered. */
const offered = Object.entries(qualites).flatMap(([qualite, libelle]) => {
  const { carteBeneficiaire, usagesBeneficiaire } = politique;
  const usages = usagesBeneficiaire[qualite as Qualite];
  const sets = usages.length > 1 ? [...usages.map((usage) => [usage]), usages] : [usages];
  const whose = `${libelle}, avec sa ${carteBeneficiaire[qualite as Qualite]}`;
  return sets.map((set) => [`${qualite}:${set.join(AND)}`, `${whose} : ${listed(set)}`] as const);
});

export const Ligne = Personne.extend({ pour: choix('Qualité, carte et usage', Object.fromEntries(offered)) }).meta({
  title: 'Bénéficiaire',
});

export const Commande = z.object({
  date: IsoDate.meta({ title: 'Commandé le' }),
  prerequisVerifies: z
    .literal(true, 'Vérifiez-les d’abord : sans eux, la commande n’aboutit pas.')
    .meta({ title: 'Lecteur de carte et accès à la plateforme vérifiés' }),
  beneficiaires: z.array(Ligne).min(1).max(100).meta({ title: 'Bénéficiaires', ajouter: 'Ajouter un bénéficiaire' }),
});

export const form = formOf(Commande, { prefix: 'commande' });

/** What an order is before anybody types. */
export function blankOrder(today: string): Typed {
  return write(form, { date: today });
}

interface OrderDrawing extends Omit<FactSending, 'label'> {
  action: string;
  typed: Typed;
}

/** The order form, where a dossier asks for it. */
export function drawOrder({ action, seen, back, typed, erreurs = [], focus = null, more }: OrderDrawing): Html {
  return drawForm(form, typed, {
    action,
    defaultAction: 'commander',
    hidden: { vu: `${seen}`, retour: back },
    attributes: { class: 'saisie commande' },
    erreurs,
    focus,
    head: paste,
    buttons: html`${button('Commander', 'principal', { name: 'action', value: 'commander', icon: 'coche' })}${more}`,
  });
}

const paste = html`<details class="coller" id="coller"><summary>Coller depuis un tableur</summary>
${labelled(
  {
    id: 'coller-lignes',
    label: 'Lignes copiées',
    help: 'Une personne par ligne : nom, prénom, qualité, puis AUTH, ou AUTH et SIGN.',
  },
  (described) => html`<textarea id="coller-lignes" name="collage" rows="4"${described}></textarea>`,
)}
${button('Ajouter ces lignes', 'second', { name: 'action', value: 'coller', isSmall: true })}</details>`;

/** Lines copied from a sheet, after those that are filled: what is not understood of one is left to be chosen. */
export function withPasted(typed: Typed, copied: string): Typed {
  const { date, beneficiaires = [], prerequisVerifies } = readTyped(form, typed) as Partial<z.input<typeof Commande>>;
  const filled = beneficiaires.filter(({ nom, prenom }) => nom || prenom);
  const lines = copied.split(/\r?\n/).filter((line) => line.trim() !== '');
  const pasted = lines.map((line) => {
    const [nom = '', prenom = '', ...rest] = line.split(/\t|;/).map((cell) => cell.trim());
    return { nom, prenom, pour: pourOf(rest.join(' ')) };
  });
  return write(form, { date, prerequisVerifies, beneficiaires: [...filled, ...pasted].slice(0, 100) });
}

/** What words such as « médecin », « pharmacien SIGN » ask for; nothing when they name nobody who may have a certificate. */
function pourOf(words: string): string | undefined {
  const said = plain(words);
  const who = Object.keys(qualites).find((one) => {
    const [first = ''] = plain(qualites[one as Qualite]).split(/\W/);
    return said.includes(first.slice(0, 6));
  });
  const named = ['AUTH', 'SIGN'].filter((usage) => said.includes(usage.toLowerCase()));
  const usages = named.length > 0 ? named : ['AUTH'];
  const pour = `${who}:${usages.join(AND)}`;
  return offered.some(([code]) => code === pour) ? pour : undefined;
}
