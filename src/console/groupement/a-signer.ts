import { ENTIER } from '../../../machines/event.ts';
import { type Personne, Qualite } from '../../../machines/formulaires/champs.ts';
import type { FormulaireId } from '../../../machines/formulaires/index.ts';
import { findFact } from '../../../machines/index.ts';
import { Champs } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import type { Saisie } from '../formulaires/catalogue.ts';
import { filledForm } from '../formulaires/filled-form.ts';
import { followUps } from '../formulaires/sending.ts';
import { get, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { emptyState } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, pageOf, table, titleColumn, turnPages } from '../ui/table.ts';
import { longDay, plural, withQuery } from '../ui/words.ts';
import { type Content, groupementPage, placeOf } from './frame.ts';
import { type Plan, planSeen } from './plan.ts';

/** As many sites as weigh less than 100 kB. */
const PER_PAGE = 40;

/** What is still to be signed, site by site, to be printed. */
export function signingScreen(): Screen {
  return get('/groupements/:id/a-signer', 'groupements.plan', (visit) =>
    groupementPage(visit, 'plan', (groupement) => content(visit, groupement)),
  );
}

async function content(visit: Visit, groupement: CaseRead): Promise<Content | Shown> {
  const plan = await planSeen(visit, groupement);
  if (plan !== null && 'refusal' in plan) return plan;
  const base = placeOf(groupement);
  const sites = (plan?.sites ?? []).map((site) => ({ site, forms: formsIn(site) })).filter(({ forms }) => forms.length);
  const total = sites.reduce((sum, { forms }) => sum + forms.length, 0);
  const { shown, ...at } = pageOf(sites, visit.query['page'], PER_PAGE);
  const lines: Line[] = [];
  for (const { site, forms } of shown) for (const form of forms) lines.push(await lineOf(visit, site, form));
  return {
    title: 'À signer',
    actions: linkButton('Revenir au plan', `${base}/plan`, 'second', 'retour'),
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

interface Line {
  id: string;
  site: string;
  form: FormulaireId;
  nom: string;
  /** Null while nobody is known. */
  signataire: Personne | null;
  qualite: string;
}

/** Who signs, as far as the dossier knows. */
async function lineOf(visit: Visit, { id, denomination }: Plan['sites'][number], form: FormulaireId): Promise<Line> {
  const travail = await filledForm({ ...visit, params: { id, formulaire: form }, body: new Champs() });
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
