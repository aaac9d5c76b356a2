import { z } from 'zod';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import { type Html, html } from '../../web/html.ts';
import { get, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { callout, disclosure, tabBar, tabsOf } from '../ui/blocks.ts';
import { button } from '../ui/button.ts';
import { dayInput, option } from '../ui/field.ts';
import { longDay, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { refusalWords } from './faits/form.ts';
import { type Content, casePage, nameOf } from './frame.ts';
import { type CaseRead, type Cible, pathOf } from './read/case.ts';

const levels = { recit: 'Le récit', complet: 'Toutes les étapes' } as const;
type Level = keyof typeof levels;

/** Where a case, or each site of a groupement, stands on its machine, now or on a past day. */
export function diagramScreens(genre: Cible['genre']): Screen[] {
  const path = `/${genre}s/:id/diagramme` as const;
  const right = `${genre}s.dessiner` as const;
  const cibleOf = ({ params }: { params: { id: string } }) => ({ genre, id: params.id });
  const content = genre === 'groupement' ? sitesContent : diagramContent;
  return [
    get(path, right, (visit) => casePage(visit, genre, 'diagramme', (affaire) => content(visit, affaire))),
    get(`${path}.svg`, right, async (visit): Promise<Shown> => {
      const { niveau, le } = wanted(visit);
      if (!le.ok) return { refusal: le.error };
      const cible = cibleOf(visit);
      const drawn =
        genre === 'groupement'
          ? await visit.services.drawGroupement(cible.id, { niveau })
          : await visit.services.drawCase(cible, le.value, { niveau });
      return drawn.ok ? { content: drawn.value, type: 'image/svg+xml; charset=utf-8' } : { refusal: drawn.error };
    }),
  ];
}

function sitesContent(visit: Visit, { cible, row }: CaseRead): Content {
  const { niveau } = wanted(visit);
  const base = `${pathOf(cible)}/diagramme`;
  const source = `${base}.svg?niveau=${niveau}`;
  const views = tabsOf(levels, niveau, (id) => `${base}?niveau=${id}`);
  return {
    body: html`${tabBar('Vue', views)}
${callout('info', 'Chaque chiffre est le nombre de sites qui en sont à cette étape.')}
<figure class="dessin"><a href="${source}"><img src="${source}" alt="Où en sont les sites de ${row.denomination}, étape par étape ; les mêmes chiffres sont dans l’onglet Sites."></a>
<figcaption class="petit doux">Ouvrez l’image pour l’agrandir.</figcaption></figure>`,
  };
}

async function diagramContent(visit: Visit, affaire: CaseRead): Promise<Content> {
  const asked = wanted(visit);
  const { niveau, le } = asked;
  const told = le.ok ? await visit.services.tellCase(affaire.cible, le.value) : le;
  const fault = told.ok ? null : toFrenchDays(refusalWords(told.error));
  return {
    isWide: true,
    status: fault === null ? 200 : 422,
    hasFaults: fault !== null,
    body: html`${choices(`${pathOf(affaire.cible)}/diagramme`, asked, fault)}
${told.ok && le.ok && picture(affaire, niveau, le.value, told.value)}`,
  };
}

function picture(affaire: CaseRead, niveau: Level, le: string | null, texte: string): Html {
  const source = `${pathOf(affaire.cible)}/diagramme.svg?niveau=${niveau}${le ? `&le=${le}` : ''}`;
  const quand = le ? `tel qu’il était le ${longDay(le)}` : 'aujourd’hui';
  return html`<figure class="dessin"><a href="${source}"><img src="${source}" alt="${nameOf(affaire)} sur sa procédure, ${quand} : les mêmes étapes sont dites en texte plus bas."></a>
<figcaption class="petit doux">${le ? `Le dossier ${quand}.` : 'Le dossier aujourd’hui.'} Ouvrez l’image pour l’agrandir.</figcaption></figure>
${disclosure('Le même en texte', html`<pre class="texte-dessin">${texte}</pre>`, { id: 'texte' })}`;
}

function choices(base: string, { niveau, saisi }: ReturnType<typeof wanted>, fault: string | null): Html {
  return html`<form class="choix-dessin" method="get" action="${base}">
<fieldset class="champ choix"><legend>Vue</legend><div class="options">${Object.entries(levels).map(([id, libelle]) =>
    option(libelle, { type: 'radio', id: `niveau-${id}`, name: 'niveau', value: id, checked: id === niveau }),
  )}</div></fieldset>
${dayInput({ id: 'le', label: html`Jour <span class="facultatif">(aujourd’hui s’il est vide)</span>`, value: saisi, faults: fault ? [fault] : [], attributes: { autofocus: Boolean(fault) } })}
${button('Afficher', 'second')}</form>`;
}

/** Which view of which day; what was typed may be no day. */
function wanted({ query }: Visit): { niveau: Level; le: Result<string | null>; saisi: string } {
  const { niveau, le = '' } = query;
  const jour = toIsoDay(le);
  return {
    niveau: niveau === 'complet' ? 'complet' : 'recit',
    le: jour === '' || Jour.safeParse(jour).success ? ok(jour || null) : err(badDay),
    saisi: toFrenchDays(jour),
  };
}

const Jour = z.iso.date();
const badDay: Refusal = {
  code: 'saisie-invalide',
  erreurs: [{ pointeur: '/le', message: 'Saisissez un jour du calendrier : JJ/MM/AAAA.' }],
};
