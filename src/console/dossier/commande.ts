import { z } from 'zod';
import { qualites } from '../../../machines/certificat/demande.ts';
import { politique, type Qualite } from '../../../machines/decisions.ts';
import { choix, IsoDate, Personne } from '../../../machines/formulaires/champs.ts';
import type { FactType } from '../../../machines/index.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, toErreurs } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import type { AnyRefusal } from '../../web/problem.ts';
import { drawForm } from '../forms/draw.ts';
import { formOf } from '../forms/form.ts';
import { applyAction } from '../forms/lists.ts';
import { readTyped, type Typed, typedOf, write } from '../forms/typed.ts';
import { get, localPath, type Page, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { alert, callout } from '../ui/blocks.ts';
import { button, linkButton } from '../ui/button.ts';
import { labelled } from '../ui/field.ts';
import { plural } from '../ui/words.ts';
import { ORDER, orderPath } from './faits/form.ts';
import { refusalWords } from './faits/refusal.ts';
import { nameOf } from './frame.ts';
import { newsAfter } from './news.ts';
import { type CaseRead, pathOf, readCase } from './read/case.ts';

/** Joins what a person may be given in one line: both usages are two certificates. */
const AND = '+';

/** §3 — what may be ordered for whom, with the card that he must hold: nothing else is offered. */
const offered = Object.entries(qualites).flatMap(([qualite, libelle]) => {
  const { carteBeneficiaire, usagesBeneficiaire } = politique;
  const usages = usagesBeneficiaire[qualite as Qualite];
  const sets = usages.length > 1 ? [...usages.map((usage) => [usage]), usages] : [usages];
  const whose = `${libelle}, avec sa ${carteBeneficiaire[qualite as Qualite]}`;
  return sets.map((set) => [`${qualite}:${set.join(AND)}`, `${whose} : ${set.join(' et ')}`] as const);
});

const Ligne = Personne.extend({ pour: choix('Qualité, carte et usage', Object.fromEntries(offered)) }).meta({
  title: 'Bénéficiaire',
});

const Commande = z.object({
  date: IsoDate.meta({ title: 'Commandé le' }),
  prerequisVerifies: z
    .literal(true, 'Vérifiez-les d’abord : sans eux, la commande n’aboutit pas.')
    .meta({ title: 'Lecteur de carte et accès à la plateforme vérifiés' }),
  beneficiaires: z.array(Ligne).min(1).max(100).meta({ title: 'Bénéficiaires', ajouter: 'Ajouter un bénéficiaire' }),
});

const form = formOf(Commande, { prefix: 'commande' });

/** Where certificates of a dossier are ordered, one or many at once. */
export function orderScreens(): Screen[] {
  const path = '/dossiers/:id/commande' as const;
  const right = 'dossiers.faits' as const;
  return [
    get('dossier.commande', path, {
      right,
      async answer(visit) {
        const asked = await askedOf(visit);
        return 'refusal' in asked ? asked : page(asked, { typed: blankOrder(visit.services.today()) });
      },
    }),
    post('dossier.commander', path, {
      right,
      async answer(visit) {
        const asked = await askedOf(visit);
        return 'refusal' in asked ? asked : order(visit, asked);
      },
    }),
  ];
}

/** What an order is before anybody types. */
export function blankOrder(today: string): Typed {
  return write(form, { date: today });
}

/** The order form, where a dossier asks for it. */
export function drawOrder({ action, seen, back, typed, erreurs = [], focus = null, beside }: OrderDrawing): Html {
  return drawForm(form, typed, {
    action,
    defaultAction: 'commander',
    hidden: { vu: `${seen}`, retour: back },
    attributes: { class: 'saisie commande' },
    erreurs,
    focus,
    head: paste,
    buttons: html`${button('Commander', 'principal', { name: 'action', value: 'commander', icon: 'coche' })}${beside}`,
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

interface OrderDrawing {
  action: string;
  /** The last line of the journal that whoever orders has seen. */
  seen: number;
  back: string;
  typed: Typed;
  erreurs?: readonly Erreur[];
  focus?: string | null;
  beside?: Html | null;
}

/** A dossier that certificates are ordered for. */
interface Asked {
  affaire: CaseRead;
  back: string;
  seen: number;
}

type Visiting = Visit<Readonly<Record<string, string>>>;

async function askedOf({
  services,
  params,
  body,
  query,
  identite,
}: Visiting): Promise<Asked | { refusal: AnyRefusal }> {
  const cible = { genre: 'dossier', id: params['id'] ?? '' } as const;
  const read = await readCase(services, cible);
  if (!read.ok) return { refusal: read.error };
  const back = localPath(body.get('retour') ?? query['retour'] ?? pathOf(cible));
  const shown = Number(body.get('vu') ?? Number.NaN);
  const seen = Number.isInteger(shown) ? shown : (await newsAfter({ services, identite }, cible, 0)).seen;
  return { affaire: read.value, back: back === '/' ? pathOf(cible) : back, seen };
}

/** What is told above an order that was sent. */
interface OrderNotes {
  typed: Typed;
  status?: number;
  erreurs?: readonly Erreur[];
  focus?: string | null;
  told?: Html | null;
}

function page({ affaire, back, seen }: Asked, { typed, status = 200, erreurs = [], focus, told }: OrderNotes): Page {
  return {
    title: 'Commander des certificats',
    section: 'journee',
    trail: [
      { label: 'Ma journée', href: '/' },
      { label: nameOf(affaire), href: pathOf(affaire.cible) },
    ],
    status,
    hasFaults: erreurs.length > 0,
    body: html`${told}<div class="panneau">${drawOrder({
      action: orderPath(affaire.cible),
      seen,
      back,
      typed,
      erreurs,
      focus: focus ?? null,
      beside: linkButton('Annuler', back, 'discret'),
    })}</div>`,
  };
}

/** Orders what each line asks for: one result a line, and what could not be ordered stays to be corrected. */
async function order(visit: Visiting, asked: Asked): Promise<Shown> {
  const { services, body, identite } = visit;
  const typed = typedOf(body, form);
  const action = body.get('action');
  if (action === 'coller') return page(asked, { typed: withPasted(typed, body.get('collage') ?? '') });
  const changed = applyAction(form, typed, action);
  if (changed) return page(asked, { typed: changed.typed, focus: changed.nom });
  const parsed = Commande.safeParse(readTyped(form, typed));
  if (!parsed.success) return page(asked, { typed, status: 422, erreurs: toErreurs(parsed.error) });
  const news = await newsAfter(visit, asked.affaire.cible, asked.seen);
  if (news.lines.length > 0)
    return page({ ...asked, seen: news.seen }, { typed, status: 409, told: movedSince(news.lines) });
  const { date, prerequisVerifies, beneficiaires } = parsed.data;
  const done: string[] = [];
  const left: { ligne: z.output<typeof Ligne>; why: string }[] = [];
  for (const ligne of beneficiaires) {
    const { pour, ...personne } = ligne;
    const [qualite = '', usages = ''] = pour.split(':');
    const beneficiaire = { ...personne, qualite, carte: politique.carteBeneficiaire[qualite as Qualite] };
    for (const usage of usages.split(AND)) {
      const input = { type: ORDER satisfies FactType, date, beneficiaire, usage, offre: 'PRO', prerequisVerifies };
      const recorded = await services.record(asked.affaire.cible, input, { auteur: auteurOf(identite), version: null });
      if (recorded.ok) done.push(`${usage}, ${personne.prenom} ${personne.nom}`);
      else left.push({ ligne: { ...ligne, pour: `${qualite}:${usage}` }, why: refusalWords(recorded.error) });
    }
  }
  const said = `${plural(done.length, 'certificat commandé', 'certificats commandés')} : ${done.join(' ; ')}.`;
  if (left.length === 0) return redirect(asked.back, said);
  const { seen } = await newsAfter(visit, asked.affaire.cible, asked.seen);
  return page(
    { ...asked, seen },
    {
      typed: write(form, { date, prerequisVerifies, beneficiaires: left.map(({ ligne }) => ligne) }),
      status: 409,
      told: done.length > 0 ? callout('bien', html`<p>${said}</p>`) : null,
      erreurs: left.map(({ why }, rang) => ({ pointeur: `/beneficiaires/${rang}`, message: why })),
    },
  );
}

function movedSince(lines: readonly { text: string; when: string }[]): Html {
  const told = html`<p>Rien n’est encore commandé. Depuis que vous avez ouvert cette page :</p>
<ul>${lines.map(({ text, when }) => html`<li>${text}, ${when}</li>`)}</ul>`;
  return alert(callout('attention', told, 'Le dossier a changé entre-temps'));
}

/** Lines copied from a sheet, after those that are filled: what is not understood of one is left to be chosen. */
function withPasted(typed: Typed, copied: string): Typed {
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
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
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
