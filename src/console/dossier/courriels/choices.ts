import { modeleDuRetour } from '../../../desk/reglages/courriels/fournis.ts';
import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import type { Services } from '../../../services.ts';
import { type Html, html } from '../../../web/html.ts';
import type { Page, Visit } from '../../shell/screen.ts';
import { underJournee } from '../../shell/trail.ts';
import { panel } from '../../ui/blocks.ts';
import { withQuery } from '../../ui/words.ts';
import type { Given } from '../read/case.ts';

/** A canned mail that is in use. */
export type Modele = ReturnType<Services['reglages']['modeles']>[number];
/** The dossier that is written about. */
export type StoredRow = Given<ReturnType<Services['find']>>;

/** The canned mails beside whatever is written; those that answer a return of the ANS first. */
export async function around(visit: Visit, row: StoredRow, modele: Modele | null, main: Html): Promise<Page> {
  const ici = `/dossiers/${row.id}/courriel`;
  const modeles = visit.services.reglages.modeles();
  const about = { repond: visit.query['repond'], etape: visit.query['etape'], pour: visit.query['pour'] };
  const ofReturn = new Set(await reasonsOf(visit, row.id));
  const shown = (some: readonly Modele[]) =>
    html`<ul class="modeles">${some.map(
      (
        one,
      ) => html`<li><a href="${withQuery(ici, { modele: one.id, ...about })}"${one.id === modele?.id && html` aria-current="true"`}>${one.nom}</a>
<span class="doux">${destinataires[one.destinataire]}</span></li>`,
    )}</ul>`;
  const first = modeles.filter((one) => ofReturn.has(one.id));
  const rest = modeles.filter((one) => !ofReturn.has(one.id));
  return {
    title: `${row.denomination} · Écrire un courriel`,
    ...underJournee({ label: row.denomination, href: `/dossiers/${row.id}` }),
    body: html`<div class="deux"><div class="pile">${main}</div><div class="pile">${first.length > 0 && panel('Pour ce retour de l’ANS', shown(first))}${panel('Les modèles', shown(rest))}</div></div>`,
  };
}

async function reasonsOf({ services }: Visit, id: string): Promise<string[]> {
  const seen = await services.view({ genre: 'dossier', id });
  const motifs = seen.ok ? seen.value.vue.suite.etapes.flatMap(({ retour }) => retour?.motifs ?? []) : [];
  return motifs.map(({ code }) => modeleDuRetour(code));
}
