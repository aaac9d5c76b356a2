import type { Demonstrations } from '../../sandbox/demonstration/demonstrations.ts';
import { html } from '../../web/html.ts';
import { get, post, type Screen } from '../shell/screen.ts';
import { redirect } from '../shell/shown.ts';
import { button } from '../ui/button.ts';

const READY =
  'La démonstration est prête. Ouvrez un dossier, notez un fait, revenez : tout s’essaie, rien n’atteint les vrais dossiers.';
const ERASED = 'La démonstration est effacée : vous êtes de retour dans les vrais dossiers.';
const ABSENT = 'Vous n’êtes pas en démonstration : il n’y avait rien à effacer.';

/** How one enters a demonstration, and leaves it. */
export function demonstrationScreens(demonstrations: Demonstrations): Screen[] {
  const right = 'moi.lire';
  return [
    get(
      '/demonstration',
      right,
      ({ apart }) => ({
        title: 'Démonstration',
        section: 'aide',
        trail: [{ label: 'Aide', href: '/aide' }],
        body: apart ? insidePart : outsidePart,
      }),
      { sansOuvrir: true },
    ),
    post('/demonstration', right, async ({ identite }) => {
      await demonstrations.enter(identite.id);
      return redirect('/', READY);
    }),
    post(
      '/demonstration/quitter',
      right,
      async ({ identite, apart }) => {
        await demonstrations.leave(identite.id);
        return redirect('/', apart ? ERASED : ABSENT);
      },
      { sansOuvrir: true },
    ),
  ];
}

const outsidePart = html`<div class="aide-texte"><p>La démonstration ouvre, pour vous seul, une quinzaine de dossiers fictifs : un GHT de sept sites, un
groupe privé, des cliniques sur un seul site, à tous les stades, en retard ou en service. Tout s’y essaie comme sur de vrais dossiers.</p>
<ul><li>Rien n’en sort : ni courriel, ni événement, ni webhook.</li><li>Vos collègues ne la voient pas, et vous ne voyez pas les vrais dossiers
tant que vous y êtes.</li><li>Un bouton, en haut de chaque page, la quitte et l’efface.</li></ul>
<form class="seul" method="post" action="/demonstration">${button('Essayer avec des données de démonstration')}</form></div>`;

const insidePart = html`<div class="aide-texte"><p>Vous êtes dans votre démonstration. Ses dossiers sont fictifs, et à vous seul ; les vrais vous attendent à
la sortie, tels que vous les avez laissés.</p>
<form class="seul" method="post" action="/demonstration/quitter">${button('Quitter et effacer', 'danger')}</form></div>`;
