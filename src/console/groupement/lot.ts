import type { CaseRead } from '../dossier/read/case.ts';
import type { Place } from '../lot/page.ts';
import { tellSeveral } from '../lot/tell.ts';
import { get, post, redirect, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { type Content, groupementPage, placeOf } from './frame.ts';
import { keptSites, scopeFields } from './sites/filters.ts';
import { matrixOf } from './sites/sites.ts';

/** One act for several sites of a groupement. */
export function bulkScreens(): Screen[] {
  const path = '/groupements/:id/lot';
  const answer = (visit: Visit) => groupementPage(visit, 'sites', (groupement) => bulk(visit, groupement));
  return [post(path, 'groupements.faits', answer), get(path, 'groupements.faits', answer)];
}

function bulk(visit: Visit, groupement: CaseRead): Promise<Content | Shown> | Shown {
  const type = visit.body.get('acte') ?? visit.query['acte'];
  if (type === undefined) return redirect(placeOf(groupement));
  return tellSeveral(visit, sitesPlace(visit, groupement), type);
}

/** The sites that were named, else those that the filter of the page keeps. */
function sitesPlace(visit: Visit, groupement: CaseRead): Place {
  const { body } = visit;
  const scope = { sites: body.tous('site'), filtre: body.get('filtre') ?? 'tous', q: body.get('q') ?? '' };
  const base = placeOf(groupement);
  return {
    action: `${base}/lot`,
    retour: { libelle: 'Revenir aux sites', vers: base },
    mot: 'site',
    scope: scopeFields(scope),
    isNamed: scope.sites.length > 0,
    async sites(isScoped) {
      const found = await matrixOf(visit, groupement);
      if (!found.ok) return [];
      const { sites } = found.value;
      if (!isScoped) return sites;
      return scope.sites.length > 0
        ? sites.filter(({ id }) => scope.sites.includes(id))
        : keptSites(found.value, scope);
    },
  };
}
