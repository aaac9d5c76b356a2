import type { Screen } from '../shell/screen.ts';
import { accesScreens, type Resumes } from './acces.ts';
import { accueilScreens } from './accueil.ts';
import { affectationScreens } from './affectation.ts';
import { clesScreens } from './cles.ts';
import { compteScreens } from './compte.ts';
import { comptesScreens } from './comptes.ts';
import { courrielDossierScreens } from './courriel-dossier.ts';
import { courrielsScreens } from './courriels.ts';
import { delegationsScreens } from './delegations.ts';
import { editeurScreens } from './editeurs.ts';
import { journalScreens } from './journal.ts';
import { personnesScreens } from './personnes.ts';
import { reglagesScreens } from './reglages.ts';
import { webhookScreens } from './webhook.ts';
import { type WebhookRules, webhooksScreens } from './webhooks.ts';

/** Who comes in, what was lent to whom, what is sent, what the service is set to. */
export function administrationScreens(regles: WebhookRules, resumes: Resumes): Screen[] {
  return [
    ...accueilScreens(),
    ...comptesScreens(),
    ...compteScreens(),
    ...editeurScreens(),
    ...clesScreens(),
    ...delegationsScreens(),
    ...webhooksScreens(regles),
    ...webhookScreens(),
    ...reglagesScreens(),
    ...affectationScreens(),
    ...courrielsScreens(),
    ...courrielDossierScreens(),
    ...personnesScreens(),
    ...journalScreens(),
    ...accesScreens(resumes),
  ];
}
