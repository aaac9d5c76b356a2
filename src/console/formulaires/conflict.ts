import { type Html, html } from '../../web/html.ts';
import { shownAt } from '../forms/read.ts';
import { labelIn } from '../forms/summary.ts';
import type { Typed } from '../forms/typed.ts';
import { lienBouton } from '../parts/boutons.ts';
import { moment } from '../parts/dates.ts';
import { encart } from '../parts/encart.ts';
import { type Colonne, table } from '../parts/table.ts';
import type { Travail } from './desk.ts';
import { formPath } from './page.ts';

/** Somebody else’s draft, kept since this one was read. */
export interface Autre {
  par: string;
  modifieLe: string;
  typed: Typed | null;
}

/** What two agents typed differently, before anything of either is lost. */
export function conflict(travail: Travail, { par, modifieLe, typed }: Autre): Html {
  const lines = typed === null ? [] : differences(travail, typed);
  return html`<div role="alert" tabindex="-1" autofocus>${encart(
    'attention',
    html`<p>${par} a ${typed === null ? 'envoyé ou abandonné' : 'modifié'} ce formulaire le ${moment(modifieLe)}, pendant que vous le remplissiez. Votre
saisie est ci-dessous, elle n’est pas encore enregistrée.</p>
${lines.length > 0 && comparison(lines, par)}
<p>Enregistrez de nouveau pour garder votre saisie à la place de la sienne, ou reprenez la sienne.</p>
<p class="rang">${lienBouton(`Reprendre la saisie de ${par}`, formPath(travail), 'second')}</p>`,
    'Deux saisies différentes',
  )}</div>`;
}

interface Difference {
  champ: string;
  mienne: string;
  autre: string;
}

function differences({ imprime: { form }, typed: mine }: Travail, theirs: Typed): Difference[] {
  const names = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return names
    .filter((nom) => mine[nom] !== theirs[nom])
    .flatMap((nom) => {
      const [mienne, autre] = [shownAt(form, nom, mine), shownAt(form, nom, theirs)];
      if (mienne === null || autre === null || mienne === autre) return [];
      return [{ champ: labelIn(form, nom), mienne: mienne || '—', autre: autre || '—' }];
    });
}

function comparison(lines: readonly Difference[], par: string): Html {
  const colonnes: Colonne<Difference>[] = [
    { titre: 'Champ', role: 'titre', cellule: ({ champ }) => champ },
    { titre: 'Votre saisie', cellule: ({ mienne }) => mienne },
    { titre: `Saisie de ${par}`, cellule: ({ autre }) => autre },
  ];
  return table({ legende: 'Ce qui diffère', colonnes }, lines);
}
