import { SANS_DATE } from '../../../machines/event.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { tellSource } from '../../../machines/source.ts';
import { acteurs, type Phase, phases } from '../../../machines/step.ts';
import { remaining } from '../../engine/answers/remaining.ts';
import { openInstance } from '../../engine/instance.ts';
import { inSentence } from '../layout/words.ts';
import { tagOf } from './places.ts';
import { type Moment, momentsOf, type Story } from './story.ts';

/** Procedures in a few sentences, for who does not see their picture. */
export function tellStory(procedures: readonly Procedure[], story: Story): string {
  return paragraphsOf(procedures, story).join(' ');
}

/** The same, phase after phase: who does what with which form. */
export function paragraphsOf(procedures: readonly Procedure[], story: Story): string[] {
  const moments = momentsOf(story);
  const told = (Object.keys(phases) as Phase[]).flatMap((phase) => {
    const here = moments.filter((moment) => moment.phase === phase).map((moment) => tellMoment(moment, story));
    return here.length > 0 ? [`${phases[phase]} : ${here.join(' ; ')}.`] : [];
  });
  const named = procedures.map(({ titre, source }) => `${titre}, ${tellSource(source)}.`);
  return [...named, ...told, ...notesOf(story, procedures)];
}

/** How few acts and days it takes, who alone has what, and what comes back. */
export function notesOf(story: Story, procedures: readonly Procedure[]): string[] {
  const moments = momentsOf(story);
  const least = procedures.filter(({ genre }) => genre === 'dossier').map((one) => leastOf(one));
  const [acts, days] = [least.map(({ minimum }) => minimum ?? 0), least.map(({ jours }) => jours)];
  const special = Map.groupBy(
    moments.filter(({ seulement }) => seulement.length > 0),
    ({ seulement }) => seulement.join(),
  );
  const titleOf = (id: string) => procedures.find((one) => one.id === id)?.titre ?? id;
  return [
    ...(least.length > 0
      ? [
          `Au plus court, quand tout reste à obtenir : ${rangeOf(acts)} actes, et environ ${rangeOf(days)} jours aux délais d’usage, qui sont les nôtres.`,
        ]
      : []),
    ...[...special.values()].map((some) => {
      const [{ seulement }] = some as [Moment];
      return `Seulement pour ${seulement.map((id) => `« ${titleOf(id)} »`).join(' et ')} : ${some.map(({ lignes }) => inSentence(lignes.join(', '))).join(' ; ')}.`;
    }),
  ];
}

/** « 17 à 18 », or « 17 ». */
export function rangeOf(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? `${least}` : `${least} à ${most}`;
}

/** What is left of a dossier of which nothing is known. */
function leastOf(procedure: Procedure) {
  const around = { jour: SANS_DATE, instant: new Date(0).toISOString() };
  const dossier = openInstance(procedure, { id: '', parentId: null, fiche: {} }, around);
  return remaining({ groupement: null, dossiers: [dossier], certificats: [] }, dossier);
}

function tellMoment({ id, lignes, nature, acteurs: who, demandes }: Moment, { prerequis }: Story): string {
  const ways = prerequis.filter(({ question }) => question.id === id).flatMap(({ voies }) => voies);
  const forms = ways.flatMap(({ formulaires }) => formulaires);
  const without = forms.length > 0 ? `, sinon ${tagOf([...new Set(forms)])}` : '';
  const name = lignes.join(', puis ');
  if (nature === 'acquise') return `${name}, acquis`;
  const by = who.map((acteur) => acteurs[acteur]).join(' ou ');
  return `${name} (${by}${without}${demandes.length > 0 ? ` ; si ${demandes.join(', ')}` : ''})`;
}
