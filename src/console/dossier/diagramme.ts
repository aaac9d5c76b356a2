import { Readable } from 'node:stream';
import { z } from 'zod';
import { addDays, french } from '../../days.ts';
import { drawingSheet } from '../../diagrams/story-sheet.ts';
import { err, ok, type Refusal, type Result } from '../../engine/refusal.ts';
import { originOf } from '../../web/access/credentials.ts';
import { droitDe } from '../../web/access/policy.ts';
import { form, petitFormulaire } from '../../web/form.ts';
import { type Html, html } from '../../web/html.ts';
import { framedPicture, lecteurIn, stepAddress } from '../procedure/frame.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { redirect, type Shown } from '../shell/shown.ts';
import { callout, disclosure, secretField, tabBar, tabsOf } from '../ui/blocks.ts';
import { actionForm, button, linkButton } from '../ui/button.ts';
import { dayInput, option, selectInput } from '../ui/field.ts';
import { longDay, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { refusalWords } from './faits/form.ts';
import { type Content, casePage, caseTab } from './frame.ts';
import { type CaseRead, type Cible, pathOf } from './read/case.ts';

const levels = { recit: 'Le récit', complet: 'Toutes les étapes' } as const;
type Level = keyof typeof levels;

/** Where a case, or each site of a groupement, stands on its machine, now or on a past day. */
export function diagramScreens(genre: Cible['genre']): Screen[] {
  const path = `/${genre}s/:id/diagramme` as const;
  const right = `${genre}s.dessiner` as const;
  const cibleOf = ({ params }: { params: { id: string } }) => ({ genre, id: params.id });
  return [
    caseTab(genre, 'diagramme', right, genre === 'groupement' ? sitesContent : diagramContent),
    paperScreen(genre),
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

function paperScreen(genre: Cible['genre']): Screen {
  return get(`/${genre}s/:id/diagramme.pdf`, `${genre}s.imprimer`, async (visit): Promise<Shown> => {
    const { le, niveau } = wanted(visit);
    if (!le.ok) return { refusal: le.error };
    const { id } = visit.params;
    const view = { niveau, pour: lecteurIn(visit) };
    const sheet =
      genre === 'groupement'
        ? await visit.services.drawGroupement(id, { ...view, theme: 'clair' })
        : await visit.services.printCase({ genre, id }, le.value, view);
    if (!sheet.ok) return { refusal: sheet.error };
    const { svg, texte } = typeof sheet.value === 'string' ? { svg: sheet.value, texte: undefined } : sheet.value;
    const content = Readable.from([await drawingSheet(svg, niveau, texte)]);
    return { content, type: 'application/pdf', filename: `${genre}-${id}.pdf` };
  });
}

function onPaper(cible: Cible, { niveau, le }: { niveau: Level; le: string | null }): Html {
  const query = `niveau=${niveau}${le ? `&le=${le}` : ''}`;
  return html`<p class="petit"><a href="${pathOf(cible)}/diagramme.pdf?${query}" download>${niveau === 'recit' ? 'Le récit en PDF, à imprimer en A4' : 'Toutes les étapes en PDF, à imprimer en A3'}</a></p>`;
}

async function sitesContent(visit: Visit, { cible }: CaseRead): Promise<Content> {
  const { niveau } = wanted(visit);
  const base = `${pathOf(cible)}/diagramme`;
  const source = `${base}.svg?niveau=${niveau}`;
  const drawn = await visit.services.drawGroupement(cible.id, { niveau, lien: stepAddress });
  const views = tabsOf(levels, niveau, (id) => `${base}?niveau=${id}`);
  return {
    body: html`${tabBar('Vue', views)}
${callout('info', 'Chaque chiffre est le nombre de sites qui en sont à cette étape.')}
${drawn.ok && html`${framedPicture(drawn.value, source, niveau)}${onPaper(cible, { niveau, le: null })}`}`,
  };
}

async function diagramContent(visit: Visit, affaire: CaseRead): Promise<Content> {
  const dates = await datesOf(visit, affaire.cible);
  const asked = dayOfRank(visit, dates);
  const { niveau, le } = asked;
  const told = le.ok ? await visit.services.tellCase(affaire.cible, le.value) : le;
  const view = { niveau, lien: stepAddress, pour: lecteurIn(visit) };
  const drawn = told.ok && le.ok ? await visit.services.drawCase(affaire.cible, le.value, view) : null;
  const fault = told.ok ? null : toFrenchDays(refusalWords(told.error));
  return {
    isWide: true,
    status: fault === null ? 200 : 422,
    hasFaults: fault !== null,
    body: html`${choices(`${pathOf(affaire.cible)}/diagramme`, asked, fault)}
${drawn?.ok && daySlider(visit, affaire.cible, { dates, shown: asked.saisi })}
${told.ok && le.ok && drawn?.ok && picture(affaire, { niveau, le: le.value, texte: told.value, svg: drawn.value })}
${affaire.cible.genre === 'dossier' && droitDe('dossiers.partager', visit.identite) === 'tous' && sharing(affaire.cible.id)}`,
  };
}

/** The days on which something was told, to see the case again on each; « aujourd’hui » comes last. */
function daySlider(
  visit: Visit,
  cible: Cible,
  { dates, shown }: { dates: readonly string[]; shown: string },
): Html | null {
  if (dates.length < 2) return null;
  const last = toIsoDay(shown) || visit.services.today();
  const rang = shown === '' ? dates.length : dates.filter((date) => date <= last).length - 1;
  const days = [...dates.map(french), 'aujourd’hui'];
  const place = `${pathOf(cible)}/diagramme`;
  return html`<form class="rang frise" method="get" action="${place}" hx-get="${place}" hx-trigger="change" hx-target="#recit" hx-select="#recit" hx-swap="outerHTML">
<label for="rang">Revoir le dossier, jour après jour</label>
<input type="range" id="rang" name="rang" min="0" max="${dates.length}" value="${rang}" data-jours="${days.join(',')}" aria-valuetext="${days[rang]}">
<output for="rang">${days[rang]}</output>${button('Voir ce jour', 'discret')}</form>`;
}

function picture(
  affaire: CaseRead,
  { niveau, le, texte, svg }: { niveau: Level; le: string | null; texte: string; svg: string },
): Html {
  const source = `${pathOf(affaire.cible)}/diagramme.svg?niveau=${niveau}${le ? `&le=${le}` : ''}`;
  const quand = le ? `tel qu’il était le ${longDay(le)}` : 'aujourd’hui';
  return html`<div id="recit"><p class="sr" role="status">Le dossier ${quand}.</p>${framedPicture(svg, source, niveau)}${onPaper(affaire.cible, { niveau, le })}
${disclosure('Le même en texte', html`<pre class="texte-dessin">${texte}</pre>`, { id: 'texte' })}</div>`;
}

function choices(base: string, { niveau, saisi }: ReturnType<typeof wanted>, fault: string | null): Html {
  return html`<form class="choix-dessin" method="get" action="${base}">
<fieldset class="champ choix"><legend>Vue</legend><div class="options">${Object.entries(levels).map(([id, libelle]) =>
    option(libelle, { type: 'radio', id: `niveau-${id}`, name: 'niveau', value: id, checked: id === niveau }),
  )}</div></fieldset>
${dayInput({ id: 'le', label: html`Jour <span class="facultatif">(aujourd’hui s’il est vide)</span>`, value: saisi, faults: fault ? [fault] : [], attributes: { autofocus: Boolean(fault) } })}
${button('Afficher', 'second')}</form>`;
}

/** The same, of the day that the slider says, as its rank among those of the case. */
function dayOfRank({ query }: Visit, dates: readonly string[]): ReturnType<typeof wanted> {
  const le = dates[Number(query['rang'] ?? Number.NaN)];
  return wanted({ query: { ...query, ...(le !== undefined && { le }) } });
}

/** The days on which the case moved. */
async function datesOf({ services }: Visit, cible: Cible): Promise<string[]> {
  const read = cible.genre === 'groupement' ? null : await services.history(cible, null);
  return read?.ok ? [...new Set(read.value.histoire.franchies.map(({ date }) => date))].toSorted() : [];
}

/** Which view of which day; what was typed may be no day. */
function wanted({ query }: Pick<Visit, 'query'>): { niveau: Level; le: Result<string | null>; saisi: string } {
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

const durees = { 7: '7 jours', 30: '30 jours', 90: '90 jours' } as const;
const Duree = z.enum(Object.keys(durees) as ['7', '30', '90']);

/** How a link to the story of a dossier is asked for, under the drawing. */
function sharing(id: string): Html {
  const options = Object.entries(durees);
  return disclosure(
    'Montrer ce récit à quelqu’un qui n’a pas de compte',
    html`<p>Un lien le montre tel qu’il sera au moment où on l’ouvre, jusqu’à son dernier jour : les étapes et leurs jours, rien des formulaires ni des personnes.</p>
${actionForm({ action: `/dossiers/${id}/diagramme/lien`, attributes: { class: 'filtre-ligne' } }, html`${selectInput({ id: 'duree', label: 'Valable', options, chosen: '30' })}${button('Faire le lien', 'second')}`)}`,
    { id: 'partage' },
  );
}

/** The link is told once, and nothing is kept of it: it ends by itself. */
export function sharingScreen(): Screen {
  return post('/dossiers/:id/diagramme/lien', 'dossiers.partager', giveLink, { body: form(petitFormulaire) });
}

function giveLink(visit: Visit<Readonly<Record<string, string>>, { id: string }>): Promise<Shown> | Shown {
  const { services, identite, request, apart, body, params } = visit;
  const back = `/dossiers/${params.id}/diagramme`;
  if (apart) return redirect(back, 'Une démonstration n’a pas de lien à montrer.', 'attention');
  const jours = Duree.safeParse(body.get('duree')).data ?? '30';
  return casePage(visit, 'dossier', 'diagramme', async ({ cible }) => {
    const fin = addDays(services.today(), Number(jours));
    const token = await services.partages.give(identite, cible.id, fin);
    const notice = html`<p>Qui a ce lien voit où en est ce dossier, sans compte, jusqu’au ${french(fin)} inclus. Il ne se retire pas avant.</p>`;
    const value = `${originOf(services, request)}/recit/${token}`;
    return {
      body: html`${secretField({ label: 'Lien vers le récit', value, notice })}<p>${linkButton('Revenir au diagramme', back)}</p>`,
    };
  });
}

/** What a link shows to whoever has it: the page, and the drawing alone. */
export function sharedScreens(): Screen[] {
  return [
    get('/recit/:jeton', 'liens.lire', sharedPage),
    get('/recit/:jeton/dessin.svg', 'liens.lire', async (visit): Promise<Shown> => {
      const read = visit.services.partages.read(visit.params.jeton);
      if (!read.ok) return { refusal: read.error };
      const drawn = await visit.services.drawCase(caseOf(read.value), null, { niveau: 'recit' });
      if (!drawn.ok) return { refusal: drawn.error };
      const headers = { 'Cache-Control': 'private, no-cache' };
      return { content: drawn.value, type: 'image/svg+xml; charset=utf-8', headers };
    }),
  ];
}

const caseOf = ({ dossierId }: { dossierId: string }): Cible => ({ genre: 'dossier', id: dossierId });

async function sharedPage({ services, params }: Visit<unknown, { jeton: string }>): Promise<Shown> {
  const read = services.partages.read(params.jeton);
  if (!read.ok) return { refusal: read.error };
  const cible = caseOf(read.value);
  const drawn = await services.drawCase(cible, null, { niveau: 'recit', lien: stepAddress });
  const told = await services.tellCase(cible, null);
  if (!drawn.ok) return { refusal: drawn.error };
  if (!told.ok) return { refusal: told.error };
  return {
    title: `Où en est ${told.value.split('\n')[0]}`,
    isWide: true,
    subtitle: html`<span>Ce lien le montre jusqu’au ${french(read.value.fin)} inclus.</span>`,
    body: html`${framedPicture(drawn.value, `/recit/${params.jeton}/dessin.svg`, 'recit')}
${disclosure('Le même en texte', html`<pre class="texte-dessin">${told.value}</pre>`, { id: 'texte' })}`,
  };
}
