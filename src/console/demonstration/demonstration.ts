import type { Demonstrations } from '../../sandbox/demonstration/demonstrations.ts';
import { html } from '../../web/html.ts';
import { ailleurs, get, post, type Screen } from '../shell/screen.ts';
import { bouton } from '../ui/button.ts';

const PRETE =
  'La démonstration est prête. Ouvrez un dossier, notez un fait, revenez : tout s’essaie, rien n’atteint les vrais dossiers.';
const EFFACEE = 'La démonstration est effacée : vous êtes de retour dans les vrais dossiers.';
const ABSENTE = 'Vous n’êtes pas en démonstration : il n’y avait rien à effacer.';

/** How one enters a demonstration, and leaves it. */
export function demonstrationScreens(demonstrations: Demonstrations): Screen[] {
  const right = 'moi.lire';
  return [
    get('demonstration.voir', '/demonstration', {
      right,
      answer: ({ apart }) => ({
        titre: 'Démonstration',
        rubrique: 'aide',
        fil: [{ libelle: 'Aide', vers: '/aide' }],
        corps: apart ? dedans : dehors,
      }),
    }),
    post('demonstration.entrer', '/demonstration', {
      right,
      async answer({ identite }) {
        await demonstrations.enter(identite.id);
        return ailleurs('/', PRETE);
      },
    }),
    post('demonstration.quitter', '/demonstration/quitter', {
      right,
      async answer({ identite, apart }) {
        await demonstrations.leave(identite.id);
        return ailleurs('/', apart ? EFFACEE : ABSENTE);
      },
    }),
  ];
}

const dehors = html`<div class="aide-texte"><p>La démonstration ouvre, pour vous seul, une quinzaine de dossiers fictifs : un GHT de sept sites, un
groupe privé, des cliniques sur un seul site, à tous les stades, en retard ou en service. Tout s’y essaie comme sur de vrais dossiers.</p>
<ul><li>Rien n’en sort : ni courriel, ni événement, ni webhook.</li><li>Vos collègues ne la voient pas, et vous ne voyez pas les vrais dossiers
tant que vous y êtes.</li><li>Un bouton, en haut de chaque page, la quitte et l’efface.</li></ul>
<form class="seul" method="post" action="/demonstration">${bouton('Essayer avec des données de démonstration')}</form></div>`;

const dedans = html`<div class="aide-texte"><p>Vous êtes dans votre démonstration. Ses dossiers sont fictifs, et à vous seul ; les vrais vous attendent à
la sortie, tels que vous les avez laissés.</p>
<form class="seul" method="post" action="/demonstration/quitter">${bouton('Quitter et effacer', 'danger')}</form></div>`;
