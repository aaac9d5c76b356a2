import { procedures } from '../../../machines/index.ts';
import { type Acteur, acteurs } from '../../../machines/step.ts';
import { delaiOf } from '../../delays.ts';
import { cleDelai, PLUS_LARGE, portee, readDelai } from '../../desk/reglages/delais.ts';
import { etapesConnues } from '../../desk/work/codes.ts';
import type { Erreur } from '../../result.ts';
import type { Services } from '../../services.ts';
import { type Html, html } from '../../web/html.ts';
import { choice, line } from '../forms/field.ts';
import { filterLine, optionsOf, selectInput } from '../ui/field.ts';
import { delayWords } from '../ui/words.ts';

/** What a delay is typed in; that of somebody everywhere has no wider one. */
export const champsDelai = (isNarrower: boolean) => ({
  valeur: line('Délai usuel, en jours', {
    inputmode: 'numeric',
    isRequired: !isNarrower,
    help: `De 1 à 365 : le plan compte avec.${isNarrower ? ' Rien\u00a0: le délai plus large vaut de nouveau.' : ''}`,
  }),
  limite: line('En retard après, en jours', {
    inputmode: 'numeric',
    isRequired: false,
    help: 'Rien : après le délai usuel.',
  }),
  unite: choice('Jours comptés', {
    calendaires: 'Jours calendaires : tous',
    ouvrés: 'Jours ouvrés : ni samedi, ni dimanche, ni férié du département du dossier',
  }),
});

/** In which days a delay is counted until another is typed. */
export function uniteOf(valeur: number | string | null): string {
  return valeur !== null && readDelai(valeur)?.ouvres ? 'ouvrés' : 'calendaires';
}

/** The delay that rules for what a setting of delays is for, whichever sets it. */
export function rulingWords({ reglages }: Pick<Services, 'reglages'>, cle: string, jour: string): string {
  const [quoi = '', parcours = null] = portee(cle)?.split('@') ?? [];
  const etape = etapesConnues.find(({ id }) => `etape.${id}` === quoi);
  const attendu = { acteur: etape?.acteur ?? quoi, etape: etape?.id ?? null };
  return delayWords(delaiOf(reglages.delais(jour), attendu, parcours));
}

/** What was typed of a delay, as it is set; one of both numbers serves for both, and none of them gives way to the wider delay. */
export function delaiTyped({ valeur = '', limite = '', unite = '' }: Readonly<Record<string, unknown>>): string {
  const usuel = `${valeur || limite}`;
  if (usuel === '') return PLUS_LARGE;
  return `${usuel} jours ${unite}${limite ? `, limite ${limite}` : ''}`;
}

/** Each fault beside its own number. */
export function besideTheirs(erreurs: readonly Erreur[]): Erreur[] {
  return erreurs.map((one) => (one.message.includes('limite') ? { ...one, pointeur: '/limite' } : one));
}

/** A delay in words; a narrower one may give way to the wider. */
export function delaiInWords(valeur: number | string): string {
  const delai = readDelai(valeur);
  return delai ? delayWords(delai) : 'Le délai plus large';
}

const paths = procedures.filter(({ genre }) => genre === 'dossier').map(({ id, titre }) => [id, titre] as const);
const noms = Object.entries(acteurs) as [Acteur, string][];

/** Chooses what a narrower delay is for; the page of that setting opens. */
export function narrowerForm(): Html {
  const steps = (acteur: Acteur) =>
    etapesConnues.filter((one) => one.acteur === acteur).map(({ id, libelle }) => [`etape.${id}`, libelle] as const);
  const groups = noms.map(
    ([acteur, nom]) =>
      html`<optgroup label="${nom}">${optionsOf([[acteur, `${nom} : toutes ses étapes`], ...steps(acteur)])}</optgroup>`,
  );
  return html`<h3>Un délai plus précis</h3>
<p class="note">Pour une étape, pour un parcours, ou pour une étape sur un parcours. Le plus précis l’emporte.</p>
${filterLine(
  '/administration/reglages',
  html`${selectInput({ id: 'quoi', label: 'Étape ou acteur', options: html`${groups}` })}
${selectInput({ id: 'parcours', label: 'Parcours', options: [['', 'Tous'], ...paths] })}`,
  'Régler ce délai',
)}`;
}

/** The key that was chosen there; null where nothing was. */
export function chosenKey({ quoi, parcours }: Readonly<Record<string, string | undefined>>): string | null {
  return quoi ? cleDelai(quoi, parcours) : null;
}
