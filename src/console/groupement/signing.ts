import { ENTIER } from '../../../machines/event.ts';
import { type Personne, Qualite } from '../../../machines/formulaires/champs.ts';
import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import { findFact } from '../../../machines/index.ts';
import { type Html, html } from '../../web/html.ts';
import { type Content, casePage, nameOf } from '../dossier/frame.ts';
import { type CaseRead, pathOf, readCase } from '../dossier/read/case.ts';
import type { Saisie } from '../formulaires/catalogue.ts';
import { type FilledForm, keptForm } from '../formulaires/filled-form.ts';
import { papersOf, tooBusy } from '../formulaires/paper.ts';
import { followUps } from '../formulaires/sending.ts';
import { get, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { emptyState } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, pageOf, table, titleColumn, turnPages } from '../ui/table.ts';
import { longDay, plural, withQuery } from '../ui/words.ts';
import { type Plan, planSeen } from './plan.ts';

/** As many sites as weigh less than 100 kB. */
const PER_PAGE = 40;
/** As many sites as are drawn within a minute. */
const PER_FILE = 100;

/** What is still to be signed, site by site: the list, and all of it in one file to print. */
export function signingScreens(): Screen[] {
  return [
    get('/groupements/:id/a-signer', 'groupements.plan', (visit) =>
      casePage(visit, 'groupement', 'plan', (groupement) => content(visit, groupement)),
    ),
    get('/groupements/:id/a-signer.pdf', 'groupements.plan', printed),
  ];
}

/** The forms of the list, in its order, in one file; of more sites than a file holds, those of the file that is asked for. */
async function printed(visit: Visit): Promise<Shown> {
  const read = await readCase(visit.services, { genre: 'groupement', id: visit.params['id'] ?? '' });
  if (!read.ok) return { refusal: read.error };
  const found = await toSign(visit, read.value);
  if ('refusal' in found) return found;
  const forms: FilledForm[] = [];
  for (const { site, forms: ids } of pageOf(found.sites, visit.query['fichier'], PER_FILE).shown)
    for (const id of ids) {
      const travail = await keptForm(visit, site.id, id);
      if (!('refusal' in travail)) forms.push(travail);
    }
  const list = `${pathOf(read.value.cible)}/a-signer`;
  if (forms.length === 0) return redirect(list, 'Plus rien à signer.');
  const content = await papersOf(`À signer, ${nameOf(read.value)}`, forms);
  return content
    ? { content, type: 'application/pdf', filename: `a-signer-${read.value.cible.id.slice(0, 8)}.pdf` }
    : { refusal: tooBusy };
}

/** The sites of which something is to be signed, and what. */
async function toSign(visit: Visit, groupement: CaseRead) {
  const plan = await planSeen(visit, groupement);
  if (plan !== null && 'refusal' in plan) return plan;
  const sites = (plan?.sites ?? []).map((site) => ({ site, forms: formsIn(site) })).filter(({ forms }) => forms.length);
  return { sites, total: sites.reduce((sum, { forms }) => sum + forms.length, 0) };
}

async function content(visit: Visit, groupement: CaseRead): Promise<Content | Shown> {
  const found = await toSign(visit, groupement);
  if ('refusal' in found) return found;
  const base = pathOf(groupement.cible);
  const { sites, total } = found;
  const { shown, ...at } = pageOf(sites, visit.query['page'], PER_PAGE);
  const lines: Line[] = [];
  for (const { site, forms } of shown) for (const form of forms) lines.push(await lineOf(visit, site, form));
  return {
    title: 'À signer',
    actions: html`${files(base, sites.length)}
${linkButton('Revenir au plan', `${base}/plan`, 'second', 'retour')}`,
    body: html`<section class="panneau a-signer">${
      lines.length === 0
        ? emptyState(
            'bien',
            'Plus rien à signer',
            'Tous les formulaires des sites sont signés, ou viendront d’une autre étape.',
          )
        : html`<p>${plural(total, 'formulaire')} à faire signer, le ${longDay(visit.services.today())}. <span class="doux a-l-ecran">Imprimez cette page par votre navigateur (Ctrl + P) : seule la liste s’imprime.</span></p>
${signingTable(lines)}${turnPages(at, (page) => withQuery(`${base}/a-signer`, { page }))}`
    }</section>`,
  };
}

/** The forms that are still to be signed for a site, in the order of the plan. */
function formsIn({ manque }: Plan['sites'][number]): FormulaireId[] {
  const forms = manque.flatMap(({ type }) => {
    const piece = findFact(type)?.piece;
    return piece && (piece.contenu === ENTIER || type === followUps.signer.type) ? [piece.formulaire] : [];
  });
  return [...new Set(forms)];
}

/** One file, or several where there are too many sites for one. */
function files(base: string, sites: number): Html[] {
  const count = Math.ceil(sites / PER_FILE);
  return Array.from({ length: count }, (_, rank) => {
    const label =
      count === 1 ? 'Imprimer les formulaires (PDF)' : `Imprimer les formulaires, ${rank + 1} sur ${count} (PDF)`;
    return linkButton(label, withQuery(`${base}/a-signer.pdf`, { fichier: rank + 1 }), 'principal', 'crayon');
  });
}

type Line = Awaited<ReturnType<typeof lineOf>>;

/** Who signs, as far as the dossier knows: null while nobody is known. */
async function lineOf(visit: Visit, { id, denomination }: Plan['sites'][number], form: FormulaireId) {
  const travail = await keptForm(visit, id, form);
  const saisie: Saisie = 'refusal' in travail ? {} : travail.saisie;
  const visa = (saisie['partie3'] ?? saisie) as { signataire?: Partial<Personne>; qualite?: string };
  const { nom, prenom } = visa.signataire ?? (saisie['representantLegal'] as Partial<Personne> | undefined) ?? {};
  return {
    id,
    form,
    site: denomination,
    nom: 'refusal' in travail ? form : travail.imprime.nom,
    signataire: nom && prenom ? { nom, prenom } : null,
    qualite: libelles[visa.qualite ?? 'representantLegal'] ?? '',
  };
}

const { libelles } = Qualite.meta() as { libelles: Readonly<Record<string, string>> };

function signingTable(lines: readonly Line[]): Html {
  return table<Line>('Formulaires à signer', lines, [
    titleColumn('Site', ({ id, site }) => html`<a href="/dossiers/${id}">${site}</a>`),
    column(
      'Formulaire',
      ({ id, form, nom, site }) =>
        html`<a href="/dossiers/${id}/formulaires/${form}/impression">${nom}<span class="sr">, ${site}</span></a>`,
    ),
    column('Qui signe', ({ signataire, qualite }) =>
      signataire
        ? html`${signataire.prenom} ${signataire.nom} <span class="doux">· ${qualite}</span>`
        : html`${qualite} <span class="doux">· nom à compléter</span>`,
    ),
    column('Signé le', () => html`<span class="signe-le">&nbsp;</span>`),
  ]);
}
