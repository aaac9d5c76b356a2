import { dossierFacts } from '../../../machines/etablissement/events.ts';
import type { FactType } from '../../../machines/index.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { factForm } from '../dossier/faits/form.ts';
import { drawForm } from '../forms/draw.ts';
import { type Form, formOf } from '../forms/form.ts';
import { type Typed, write } from '../forms/typed.ts';
import { encart, panneau } from '../ui/blocks.ts';
import { bouton } from '../ui/button.ts';
import { parties, stageOf } from './catalogue.ts';
import { isAsRecorded, type Travail } from './desk.ts';

/** What follows the parts of form 413: each a fact with a form of its own. */
export const suites = {
  signer: { type: 'formulaire413.signe', titre: 'Signature', id: 'signature', bouton: 'Enregistrer la signature' },
  transmettre: { type: 'formulaire413.transmis', titre: 'Envoi à l’ANS', id: 'envoi', bouton: 'Enregistrer l’envoi' },
} as const satisfies Record<string, { type: FactType; titre: string; id: string; bouton: string }>;
export type Suite = keyof typeof suites;

const forms: Readonly<Record<Suite, Form>> = {
  signer: suiteForm('signer'),
  transmettre: suiteForm('transmettre'),
};

function suiteForm(suite: Suite): Form {
  const fact = dossierFacts[suites[suite].type];
  return fact ? formOf(fact.schema, { sauf: ['type'], prefixe: suites[suite].id }) : factForm(fact as never);
}

/** The form of what follows the parts. */
export function formOfSuite(suite: Suite): Form {
  return forms[suite];
}

/** What was just sent of one of them, and what is wrong with it. */
export interface Envoye {
  suite: Suite;
  typed: Typed;
  erreurs: readonly Erreur[];
}

/** The signature, then the sending; each says what it waits for until the dossier takes it. */
export function sendingOf(travail: Travail, envoye: Envoye | null): Html {
  return html`${(['signer', 'transmettre'] as const).map((suite) => stepOf(travail, suite, envoye))}`;
}

function stepOf(travail: Travail, suite: Suite, envoye: Envoye | null): Html {
  const { type, titre, id, bouton: libelle } = suites[suite];
  const { affaire, imprime, jour } = travail;
  const faits = affaire.suite?.etapes.flatMap((etape) => etape.faits.filter((fait) => fait.type === type)) ?? [];
  if (faits.length === 0) return panneau(titre, html`<p class="doux">${waiting(travail, suite)}</p>`, { id });
  const sent = envoye?.suite === suite ? envoye : null;
  const form = forms[suite];
  const [refused] = faits.filter(({ accepte }) => !accepte);
  return panneau(
    titre,
    html`${suite === 'signer' && unrecorded(travail)}
${refused && encart('attention', html`<p>${refused.manque.map(({ libelle: manque }) => manque).join(' ')}</p>`, 'Pas encore possible')}
${drawForm(form, sent?.typed ?? write(form, { date: jour, canal: 'EMAIL' }), {
  action: `/dossiers/${affaire.cible.id}/formulaires/${imprime.id}/suite`,
  parDefaut: suite,
  erreurs: sent?.erreurs ?? [],
  boutons: bouton(libelle, 'principal', {
    nom: 'action',
    valeur: suite,
    signe: suite === 'signer' ? 'crayon' : 'envoyer',
  }),
})}`,
    { id },
  );
}

function waiting({ affaire }: Travail, suite: Suite): string {
  const stage = stageOf(affaire);
  if (stage !== 'redaction' && stage !== 'aSigner' && stage !== 'aTransmettre')
    return suite === 'signer' ? 'Signé.' : 'Envoyé : la suite est dans le dossier.';
  if (suite === 'transmettre') return 'Après la signature.';
  return stage === 'aTransmettre'
    ? 'Signé. Modifier une partie demandera une nouvelle signature.'
    : 'Après l’enregistrement des parties 1, 3 et 4.';
}

/** A signature is of what was recorded, not of the draft. */
function unrecorded(travail: Travail): Html | null {
  const changed = parties.filter((partie) => travail.enregistrees[partie] && !isAsRecorded(travail, partie));
  if (changed.length === 0) return null;
  const names = changed.map((partie) => partie.replace('partie', 'partie ')).join(', ');
  return encart(
    'attention',
    html`<p>Le brouillon a changé (${names}) : enregistrez ces parties d’abord si la signature doit porter sur elles.</p>`,
  );
}
