import type { Fact } from '../../../../machines/event.ts';
import { type Html, html } from '../../../web/html.ts';
import type { Visit } from '../../shell/screen.ts';
import { callout } from '../../ui/blocks.ts';
import { type CaseRead, factsIn } from '../read/case.ts';

/** An accident that may be told of a case, on the day `today` (YYYY-MM-DD). */
interface Accident {
  affaire: CaseRead;
  type: string;
  fact: Fact;
  today: string;
}

/** What an accident would make of a case: the steps that it leaves, those that come back, and how many acts are then left. */
export async function fallsOf(
  { services }: Pick<Visit, 'services'>,
  { affaire, type, fact, today }: Accident,
): Promise<Html | null> {
  const { suite, cible } = affaire;
  if (fact.sorte !== 'alea' || !suite) return null;
  const known = factsIn(affaire).find((one) => one.type === type);
  const fait = { ...(known?.exemple ?? fact.exemples[0]), type, date: today };
  const foreseen = await services.simulate(cible, { faits: [fait] });
  if (!foreseen.ok || foreseen.value.refus !== null) return null;
  const { etapes, restant } = foreseen.value.prochainesEtapes;
  const [now, then] = [suite.etapes, etapes].map((all) => new Set(all.map(({ libelle }) => libelle)));
  const lost = [...(now ?? [])].filter((libelle) => !then?.has(libelle));
  const back = [...(then ?? [])].filter((libelle) => !now?.has(libelle));
  const [before, after] = [suite.restant.minimum, restant.minimum];
  return callout(
    'attention',
    html`${lost.length > 0 && html`<p>Ne sera plus en cours : ${lost.join(', ')}.</p>`}
${back.length > 0 && html`<p>Sera à faire : ${back.join(', ')}.</p>`}
${lost.length + back.length === 0 && html`<p>Aucune étape ne change.</p>`}
<p>${after === null ? 'Le dossier n’ira plus à son terme.' : `Il restera ${after} à faire au moins${before === null ? '' : `, contre ${before} aujourd’hui`}.`}</p>
<p>Une erreur de saisie ne se dit pas ainsi : corrigez sa ligne depuis le journal.</p>`,
    'Ce que cela défait',
  );
}
