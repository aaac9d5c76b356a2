import { get, type Screen } from '../../shell/screen.ts';
import type { Cible } from '../read/case.ts';
import { follow, mayFollow } from './stream.ts';

/** Where a page hears of what others do to its case. */
export function followScreens(genre: Cible['genre']): Screen[] {
  return [
    get(`${genre}.suivi`, `/${genre}s/:id/suivi`, {
      right: `${genre}s.prochaines-etapes`,
      async answer({ services, identite, params, query, request, gone }) {
        if (!mayFollow(identite)) return { refus: tooMany };
        const heard = Number(request.headers['last-event-id'] ?? query['vu'] ?? 0);
        const vu = Number.isInteger(heard) ? heard : 0;
        const cible = { genre, id: params['id'] ?? '' };
        const found = await services.find(cible);
        if (!found.ok) return { refus: found.error };
        return { flux: follow({ services, identite, cible, vu, gone: gone() }) };
      },
    }),
  ];
}

const tooMany = {
  status: 503,
  code: 'trop-de-suivis',
  title: 'Trop de pages suivies',
  detail: 'Trop de pages suivent des dossiers en direct : celle-ci reste à jour en la rechargeant.',
};
