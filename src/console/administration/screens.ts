import type { Screen } from '../shell/screen.ts';
import { accueilScreens } from './accueil.ts';
import { cleScreens } from './cles/screens.ts';
import { compteScreens } from './comptes/screens.ts';
import { courrielScreens } from './courriels/screens.ts';
import { delegationScreens } from './delegations/screens.ts';
import { editeurScreens } from './editeurs.ts';
import { journalScreens } from './journal.ts';
import { reglageScreens } from './reglages/screens.ts';
import type { Regles } from './webhooks/creation.ts';
import { webhookScreens } from './webhooks/screens.ts';

/** Who comes in, what was lent to whom, what is sent, what the service is set to. */
export function administrationScreens(regles: Regles): Screen[] {
  return [
    ...accueilScreens(),
    ...compteScreens(),
    ...editeurScreens(),
    ...cleScreens(),
    ...delegationScreens(),
    ...webhookScreens(regles),
    ...reglageScreens(),
    ...courrielScreens(),
    ...journalScreens(),
  ];
}
