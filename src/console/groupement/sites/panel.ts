import { tellStatut } from '../../../../machines/procedure.ts';
import { type Html, html } from '../../../web/html.ts';
import { factPath, formTelling, receiverOf } from '../../dossier/faits/form.ts';
import { type CaseRead, type Etape, readCase } from '../../dossier/read/case.ts';
import { pill } from '../../ui/blocks.ts';
import { linkButton } from '../../ui/button.ts';
import { icon } from '../../ui/icon.ts';
import { timeSince } from '../../ui/words.ts';
import type { GroupementVisitor, MatrixSite } from '../frame.ts';

/** Where one is, and what closes the panel. */
interface Around {
  /** The page of sites without the panel. */
  back: string;
  agit: boolean;
}

/** One site beside the others: what is awaited of whom, and what may be done now. */
export async function sitePanel(
  { services }: Pick<GroupementVisitor, 'services'>,
  site: MatrixSite,
  around: Around,
): Promise<Html | null> {
  const read = await readCase(services, { genre: 'dossier', id: site.id });
  if (!read.ok) return null;
  const affaire = read.value;
  const compteId = (await services.travail.affectations(site.id)).at(-1)?.compteId ?? null;
  const holder = compteId === null ? null : await services.identites.compte(compteId);
  const { denomination, siret, finess, codePostal, commune, statut, restant } = site;
  const steps = (affaire.suite?.etapes ?? []).filter(({ nature }) => nature !== 'facultative');
  return html`<section class="panneau panneau-site" id="panneau-site" tabindex="-1" autofocus aria-labelledby="titre-site">
<div class="tete"><h2 id="titre-site">${denomination}</h2><div class="actions">${linkButton('Ouvrir le dossier', `/dossiers/${site.id}`, 'principal', 'suite')}
${linkButton('Fermer', around.back, 'second', 'croix')}</div></div>
<ul class="identite"><li>${pill(statut === 'enService' ? 'bien' : 'accent', tellStatut(statut))}</li>
<li><span class="doux">FINESS</span> ${finess ?? 'aucun'}</li><li><span class="doux">SIRET</span> ${siret}</li><li>${codePostal} ${commune}</li>
<li><span class="doux">Suivi par</span> ${holder?.nom ?? 'personne'}</li>
${restant !== null && restant > 0 && html`<li>Encore ${restant} à faire au moins</li>`}</ul>
${steps.length === 0 ? html`<p class="doux">Rien n’est attendu.</p>` : html`<ul class="etapes-site">${steps.map((etape) => stepOf(affaire, etape, { ...around, today: services.today(), retards: site.retards }))}</ul>`}</section>`;
}

function stepOf(
  { cible }: CaseRead,
  { id, libelle, acteurLibelle, depuis, faits }: Etape,
  { back, agit, today, retards }: Around & { today: string; retards: MatrixSite['retards'] },
): Html {
  const fait = faits.find(({ accepte }) => accepte);
  const why = fait ? [] : [...new Set(faits.flatMap(({ manque }) => manque.map((one) => one.libelle)))];
  return html`<li><div><p class="fort">${libelle}</p>
<p class="doux petit">${acteurLibelle} · ${timeSince(depuis, today)}${retards.has(id) && html` · ${pill('faute', 'En retard', 'horloge')}`}</p>
${why.length > 0 && html`<p class="raison petit">${icon('verrou')} ${why.join(' ')}</p>`}</div>
${agit && fait && linkButton(fait.libelle, actPath(cible, fait, back), 'second')}</li>`;
}

function actPath(cible: CaseRead['cible'], fait: Etape['faits'][number], back: string): string {
  const receiver = receiverOf(fait, cible);
  const form = formTelling(receiver, fait.type);
  return form?.href ?? `${factPath(receiver, fait.type)}?retour=${encodeURIComponent(back)}`;
}
