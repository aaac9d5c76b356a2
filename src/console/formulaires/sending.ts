import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { Fact } from '../../../machines/event.ts';
import type { FactType } from '../../../machines/index.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { factForm } from '../dossier/faits/form.ts';
import { joinFields } from '../dossier/joined.ts';
import { drawForm } from '../forms/draw.ts';
import type { Form } from '../forms/form.ts';
import { type Typed, write } from '../forms/typed.ts';
import { callout, panel } from '../ui/blocks.ts';
import { button } from '../ui/button.ts';
import { parties, stageOf } from './catalogue.ts';
import { type FilledForm, isAsRecorded } from './filled-form.ts';

/** What follows the parts of form 413: each a fact with a form of its own. */
export const followUps = {
  signer: { type: 'formulaire413.signe', titre: 'Signature', id: 'signature', bouton: 'Enregistrer la signature' },
  transmettre: { type: 'formulaire413.transmis', titre: 'Envoi à l’ANS', id: 'envoi', bouton: 'Enregistrer l’envoi' },
} as const satisfies Record<string, { type: FactType; titre: string; id: string; bouton: string }>;
export type FollowUp = keyof typeof followUps;

/** The form of what follows the parts. */
export function formOfFollowUp(suite: FollowUp): Form {
  const { type, id } = followUps[suite];
  return { ...factForm(dossierFacts[type] as Fact), prefix: id };
}

/** Signs, then sends by e-mail the same day. */
export const SIGNER_ET_ENVOYER = 'signer-transmettre';

/** What was just sent of one of them, and what is wrong with it. */
export interface SentFollowUp {
  suite: FollowUp;
  typed: Typed;
  erreurs: readonly Erreur[];
}

/** The signature, then the sending; each says what it waits for until the dossier takes it. */
export function sendingOf(travail: FilledForm, envoye: SentFollowUp | null): Html {
  return html`${(['signer', 'transmettre'] as const).map((suite) => stepOf(travail, suite, envoye))}`;
}

function stepOf(travail: FilledForm, suite: FollowUp, envoye: SentFollowUp | null): Html {
  const { type, titre, id, bouton: libelle } = followUps[suite];
  const { affaire, jour } = travail;
  const faits = affaire.suite?.etapes.flatMap((etape) => etape.faits.filter((fait) => fait.type === type)) ?? [];
  if (faits.length === 0) return panel(titre, html`<p class="doux">${waiting(travail, suite)}</p>`, { id });
  const sent = envoye?.suite === suite ? envoye : null;
  const form = formOfFollowUp(suite);
  const [refused] = faits.filter(({ accepte }) => !accepte);
  return panel(
    titre,
    html`${suite === 'signer' && unrecorded(travail)}
${refused && callout('attention', html`<p>${refused.manque.map(({ libelle: manque }) => manque).join(' ')}</p>`, 'Pas encore possible')}
${drawForm(form, sent?.typed ?? write(form, { date: jour, canal: 'EMAIL' }), {
  action: `${travail.path}/suite`,
  defaultAction: suite,
  erreurs: sent?.erreurs ?? [],
  attributes: { enctype: 'multipart/form-data' },
  below: joinFields(travail.joinable, id),
  buttons: html`${button(libelle, 'principal', {
    name: 'action',
    value: suite,
    icon: suite === 'signer' ? 'crayon' : 'envoyer',
  })}${suite === 'signer' && button('Signé, et envoyé par courriel', 'second', { name: 'action', value: SIGNER_ET_ENVOYER, icon: 'envoyer' })}`,
})}`,
    { id },
  );
}

function waiting({ affaire }: FilledForm, suite: FollowUp): string {
  const stage = stageOf(affaire);
  if (stage !== 'redaction' && stage !== 'aSigner' && stage !== 'aTransmettre')
    return suite === 'signer' ? 'Signé.' : 'Envoyé : la suite est dans le dossier.';
  if (suite === 'transmettre') return 'Après la signature.';
  return stage === 'aTransmettre'
    ? 'Signé. Modifier une partie demandera une nouvelle signature.'
    : 'Après l’enregistrement des parties 1, 3 et 4.';
}

/** A signature is of what was recorded, not of the draft. */
function unrecorded(travail: FilledForm): Html | null {
  const changed = parties.filter((partie) => travail.enregistrees[partie] && !isAsRecorded(travail, partie));
  if (changed.length === 0) return null;
  const names = changed.map((partie) => partie.replace('partie', 'partie ')).join(', ');
  return callout(
    'attention',
    html`<p>Le brouillon a changé (${names}) : enregistrez ces parties d’abord si la signature doit porter sur elles.</p>`,
  );
}
