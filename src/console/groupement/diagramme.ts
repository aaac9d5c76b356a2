import { html } from '../../web/html.ts';
import { get, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart } from '../ui/blocks.ts';
import { onglets } from '../ui/tabs.ts';
import { groupementPage, placeOf } from './frame.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

const niveaux = { apercu: 'Vue d’ensemble', complet: 'Toutes les étapes' } as const;
type Niveau = keyof typeof niveaux;

/** How many sites stand where, on the picture of their path. */
export function drawingScreens(): Screen[] {
  const path = '/groupements/:id/diagramme';
  const right = 'groupements.dessiner';
  return [
    get('groupement.diagramme', path, {
      right,
      answer: (visit) =>
        groupementPage(visit, 'diagramme', (groupement) => {
          const base = `${placeOf(groupement)}/diagramme`;
          const niveau = levelOf(visit);
          const source = `${base}.svg?niveau=${niveau}`;
          return {
            large: true,
            corps: html`${onglets(
              'Vue',
              Object.entries(niveaux).map(([id, libelle]) => ({
                libelle,
                vers: `${base}?niveau=${id}`,
                courant: id === niveau,
              })),
            )}
${niveau === 'apercu' ? encart('info', 'Chaque chiffre est le nombre de sites qui ont encore à faire à cet endroit.') : encart('info', 'Chaque chiffre est le nombre de sites qui en sont à cette étape.')}
<figure class="dessin"><a href="${source}"><img src="${source}" alt="Où en sont les sites de ${groupement.row.denomination}, étape par étape ; les mêmes chiffres sont dans l’onglet Sites."></a>
<figcaption class="petit doux">Ouvrez l’image pour l’agrandir.</figcaption></figure>`,
          };
        }),
    }),
    get('groupement.dessin', `${path}.svg`, {
      right,
      answer: draw,
    }),
  ];
}

function levelOf({ query }: Visiting): Niveau {
  return query['niveau'] === 'complet' ? 'complet' : 'apercu';
}

async function draw(visit: Visiting): Promise<Shown> {
  const drawn = await visit.services.drawGroupement(visit.params['id'] ?? '', { niveau: levelOf(visit) });
  return drawn.ok ? { envoi: drawn.value, type: 'image/svg+xml; charset=utf-8' } : { refus: drawn.error };
}
