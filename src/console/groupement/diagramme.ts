import { html } from '../../web/html.ts';
import { pathOf } from '../dossier/read/case.ts';
import { get, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, tabBar } from '../ui/blocks.ts';
import { groupementPage } from './frame.ts';

const levels = { apercu: 'Vue d’ensemble', complet: 'Toutes les étapes' } as const;
type Level = keyof typeof levels;

/** How many sites stand where, on the picture of their path. */
export function drawingScreens(): Screen[] {
  const path = '/groupements/:id/diagramme';
  const right = 'groupements.dessiner';
  return [
    get(path, right, (visit) =>
      groupementPage(visit, 'diagramme', (groupement) => {
        const base = `${pathOf(groupement.cible)}/diagramme`;
        const niveau = levelOf(visit);
        const source = `${base}.svg?niveau=${niveau}`;
        return {
          isWide: true,
          body: html`${tabBar(
            'Vue',
            Object.entries(levels).map(([id, libelle]) => ({
              label: libelle,
              href: `${base}?niveau=${id}`,
              isCurrent: id === niveau,
            })),
          )}
${niveau === 'apercu' ? callout('info', 'Chaque chiffre est le nombre de sites qui ont encore à faire à cet endroit.') : callout('info', 'Chaque chiffre est le nombre de sites qui en sont à cette étape.')}
<figure class="dessin"><a href="${source}"><img src="${source}" alt="Où en sont les sites de ${groupement.row.denomination}, étape par étape ; les mêmes chiffres sont dans l’onglet Sites."></a>
<figcaption class="petit doux">Ouvrez l’image pour l’agrandir.</figcaption></figure>`,
        };
      }),
    ),
    get(`${path}.svg`, right, draw),
  ];
}

function levelOf({ query }: Visit): Level {
  return query['niveau'] === 'complet' ? 'complet' : 'apercu';
}

async function draw(visit: Visit): Promise<Shown> {
  const drawn = await visit.services.drawGroupement(visit.params['id'] ?? '', { niveau: levelOf(visit) });
  return drawn.ok ? { content: drawn.value, type: 'image/svg+xml; charset=utf-8' } : { refusal: drawn.error };
}
