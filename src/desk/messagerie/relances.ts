import { z } from 'zod';
import type { Acteur } from '../../../machines/step.ts';
import { dayOf, french } from '../../days.ts';
import type { Result } from '../../result.ts';
import type { Store } from '../../store/store.ts';
import { isWorkingDay } from '../../working-days.ts';
import type { Courriel } from '../reglages/courriels/courriel.ts';
import type { Reglages } from '../reglages/reglages.ts';
import type { createSuivi } from '../suivi.ts';
import { EN_LISTE, modeleDe, type Proposition } from '../work/propositions.ts';
import type { Contact } from './carnet.ts';

/** The author of what is sent without anybody, and of what it notes. */
const RELANCES = 'relances';
/** Hours in France, the last excluded. */
const HEURES = { de: 8, a: 18 };
const heure = new Intl.DateTimeFormat('fr-FR', { hour: 'numeric', hourCycle: 'h23', timeZone: 'Europe/Paris' });

/** Whether mails may leave by themselves at an instant: on a day on which people work in all of France, in its hours. */
function isWorkingHour(now: Date): boolean {
  const hour = Number.parseInt(heure.format(now), 10);
  return isWorkingDay(dayOf(now), null) && hour >= HEURES.de && hour < HEURES.a;
}

/** What automatic reminders need. */
export interface RelancesDesk {
  store: Pick<Store, 'courriels' | 'answerTo' | 'travail'>;
  reglages: Pick<Reglages, 'adresse'>;
  suivi: Pick<ReturnType<typeof createSuivi>, 'plan' | 'settle'>;
  clock(): Date;
  /** Null where nothing leaves from here. */
  adresse: string | null;
  propositions(): Promise<Proposition[]>;
  carnet(dossierId: string): Promise<Contact[]>;
  remplir(dossierId: string, modele: string, pour: Acteur): Promise<Result<Courriel, unknown>>;
  envoyer(
    dossiers: readonly string[],
    courrier: {
      a: { nom: string; adresse: string }[];
      objet: string;
      corps: string;
      modele: string | null;
      signataire: string;
    },
    once: { auteur: string; cle: string; reponse: string },
  ): Promise<boolean>;
}

/** A reminder that one mail makes: its dossier, and what its follow-up says. */
const Faite = z.object({ dossierId: z.string(), texte: z.string(), acteur: z.string() });
const Faites = z.object({ relances: z.array(Faite) });
type Faite = z.output<typeof Faite>;

/** A reminder, and to whom it goes. */
interface Adressee {
  proposition: Proposition;
  contact: Contact;
}

/** Who signs what nobody wrote. */
export const SIGNATAIRE = 'Le service de suivi des certificats';

/** Whether reminders may leave by themselves now: mails do, a superviseur wants it, and people work. */
export function mayRemind({ adresse, reglages, clock }: Pick<RelancesDesk, 'adresse' | 'reglages' | 'clock'>): boolean {
  const now = clock();
  return adresse !== null && reglages.adresse('relances.automatiques', dayOf(now)) === 'oui' && isWorkingHour(now);
}

/**
 * Sends what is proposed, but what a person is to take up, to the address that its dossier knows of whoever owes it: one mail a recipient and a
 * day, however many dossiers it is about. What was sent is kept in its commit, so it is noted even after a crash, and sent once by all nodes.
 */
export async function relancer(desk: RelancesDesk): Promise<number> {
  const jour = dayOf(desk.clock());
  const proposed = (await desk.propositions()).filter(
    ({ aReprendre, sorte, palier }) => !aReprendre && (sorte === 'fin' || palier >= EN_LISTE),
  );
  const addressed = await addressedAmong(desk, proposed);
  let sent = 0;
  for (const [adresse, theirs] of Map.groupBy(addressed, ({ contact }) => contact.adresse)) {
    const cle = `${jour}:${adresse}`;
    const before = await madeBy(desk, cle);
    if (before === null && !(await sendDigest(desk, theirs, cle))) continue;
    const made = before ?? (await madeBy(desk, cle)) ?? [];
    for (const { proposition } of theirs)
      if (made.some((one) => one.dossierId === proposition.dossierId && one.texte === proposition.texte))
        await noteDone(desk, proposition);
    if (before === null) sent += 1;
  }
  return sent;
}

/** What nobody's address is known for, or only one that refuses, is left to persons. */
async function addressedAmong(desk: RelancesDesk, proposed: readonly Proposition[]): Promise<Adressee[]> {
  const found: Adressee[] = [];
  for (const proposition of proposed) {
    const { acteur, objet, dossierId } = proposition;
    const role = acteur === 'ans' && !objet.startsWith('formulaire413.') ? 'cartes' : acteur;
    const contact = (await desk.carnet(dossierId)).find((one) => one.role === role);
    if (contact) found.push({ proposition, contact });
  }
  const refused = await desk.store.courriels.refusees([...new Set(found.map(({ contact }) => contact.adresse))]);
  return found.filter(({ contact }) => refused.every(({ adresse }) => adresse !== contact.adresse));
}

async function madeBy({ store }: RelancesDesk, cle: string): Promise<readonly Faite[] | null> {
  const kept = await store.answerTo(RELANCES, cle);
  return kept && Faites.parse(JSON.parse(kept.reponse)).relances;
}

async function sendDigest(desk: RelancesDesk, theirs: readonly Adressee[], cle: string): Promise<boolean> {
  const [first] = theirs;
  if (!first) return false;
  const relances = theirs.map(({ proposition: { dossierId, texte, acteur } }) => ({ dossierId, texte, acteur }));
  const own = theirs.length === 1 ? await alone(desk, first.proposition) : null;
  const written = own ?? together(desk, theirs);
  const { nom, adresse } = first.contact;
  const courrier = { ...written, a: [{ nom, adresse }], signataire: SIGNATAIRE };
  const dossiers = [...new Set(relances.map(({ dossierId }) => dossierId))];
  return await desk.envoyer(dossiers, courrier, { auteur: RELANCES, cle, reponse: JSON.stringify({ relances }) });
}

/** By the canned mail of who is called back about that; null where it would leave with something to complete. */
async function alone({ remplir }: RelancesDesk, proposition: Proposition) {
  const modele = modeleDe(proposition);
  const filled = await remplir(proposition.dossierId, modele, proposition.acteur);
  if (!filled.ok || filled.value.aCompleter.length > 0) return null;
  const { objet, corps } = filled.value;
  return { objet, corps, modele };
}

function together({ reglages, clock }: RelancesDesk, theirs: readonly Adressee[]) {
  const lines = theirs.map(({ proposition: { denomination, texte, sorte, jour } }) => {
    const what = texte.slice(texte.indexOf(' : ') + 3);
    return `– ${denomination} : ${what} (${sorte === 'fin' ? 'fin le' : 'attendu pour le'} ${french(jour)})`;
  });
  const service = reglages.adresse('service.courriel', dayOf(clock())) ?? '';
  const corps = `Bonjour,

Pour des certificats logiciels, voici ce qui est attendu de vous :

${lines.join('\n')}

Pourriez-vous nous dire quand ce sera fait, ou ce qui vous en empêche ?

Bien cordialement,
${SIGNATAIRE}
${service}`.trim();
  const [only, ...others] = theirs.map(({ proposition }) => proposition.denomination);
  const whose = others.length === 0 ? ` de ${only}` : '';
  return { objet: `Certificats logiciels${whose} : ce qui est attendu de vous`, corps, modele: null };
}

/** Notes that somebody was called back, as an agent would: the threshold is seen to. */
async function noteDone(
  { suivi, store, clock }: RelancesDesk,
  { dossierId, texte, acteur }: Proposition,
): Promise<void> {
  const jour = dayOf(clock());
  const [holder] = (await store.travail.affectations(dossierId)).slice(-1);
  const planned = await suivi.plan(
    dossierId,
    { pourLe: jour, quoi: texte, acteur, compteId: holder?.compteId ?? RELANCES },
    RELANCES,
  );
  if (planned.ok) await suivi.settle(dossierId, planned.value.id, true, RELANCES);
}
