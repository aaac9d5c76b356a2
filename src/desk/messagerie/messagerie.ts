import type { Act, Desk } from '../../acts/act.ts';
import { type DocumentGarde, readDocument } from '../../acts/documents.ts';
import type { Cible } from '../../acts/family.ts';
import { tellFailures } from '../../acts/mails.ts';
import { dayOf } from '../../days.ts';
import { err, ok, type Result } from '../../engine/refusal.ts';
import type { ReceivedMail } from '../../mail/received.ts';
import type { IdentityStore } from '../../store/identities.ts';
import { courriel } from '../courriel.ts';
import type { Reglages } from '../reglages/reglages.ts';
import type { Travail } from '../work/travail.ts';
import { carnetOf, split } from './carnet.ts';
import { echangesDe, renvoyer } from './echanges.ts';
import { type CourrielEcrit, envoyer, envoyerEnsemble, type PieceDessinee } from './envoi.ts';
import { createReception, type ReadingRefusal, type Reception, readOrBusy } from './reception.ts';
import { mayRemind, type RelancesDesk, relancer, SIGNATAIRE } from './relances.ts';

/**
 * What mails are sent and read with; `adresse` is that of the desk, null where nothing leaves from here, `url` where browsers reach it, null where
 * nobody has said it.
 */
interface Parts {
  reglages: Reglages;
  identites: IdentityStore;
  adresse: string | null;
  url: string | null;
  travail: Pick<Travail, 'propositions'>;
  suivi: RelancesDesk['suivi'];
}

function domainOf(adresse: string): string {
  return adresse.slice(adresse.lastIndexOf('@') + 1);
}

/** A mail of a dossier, its bytes and what is read of it. */
interface Relu {
  garde: DocumentGarde;
  raw: Buffer;
  mail: ReceivedMail;
}

/** The mails of a desk. */
export function createMessagerie(desk: Desk, parts: Parts) {
  const { adresse, url, travail, suivi, ...filling } = parts;
  const { reglages } = parts;
  const relances: RelancesDesk = {
    store: desk.store,
    reglages,
    suivi,
    clock: desk.clock,
    adresse,
    carnet,
    propositions: () => travail.propositions({ tous: true }),
    remplir: (dossierId, modele, pour) =>
      courriel(
        desk,
        { ...filling, adresse },
        { dossierId, modele, pour, signataire: SIGNATAIRE, lien: `${url ?? ''}/dossiers/${dossierId}` },
      ),
    envoyer: (dossiers, courrier, once) => envoyerEnsemble({ desk, adresse }, dossiers, courrier, once),
  };
  const reception: Reception = createReception({ desk, adresse, estDeTous });
  let relanceLe = '';
  return {
    ...reception,
    /** From where mails leave; null where none does, and they open in the agent's own program. */
    adresse,
    /** Tells that a mail is sent, which makes it leave. */
    envoyer: (
      dossierId: string,
      ecrit: CourrielEcrit,
      par: { signataire: string; act: Act; dessinees?: readonly PieceDessinee[] },
    ) => envoyer({ desk, ...filling, adresse }, dossierId, ecrit, par),
    /** To whom mails of a dossier go today, by what is known of it; nobody of an unknown one. */
    carnet,
    /** Sends the reminders of the day, where they are automatic, once in its working hours; gives how many mails. */
    async relancer(): Promise<number> {
      const jour = dayOf(desk.clock());
      if (relanceLe === jour || !mayRemind(relances)) return 0;
      const sent = await relancer(relances);
      relanceLe = jour;
      return sent;
    },
    /** The mails of a dossier, newest first. */
    echanges: (cible: Cible) => echangesDe(desk, cible),
    /** A mail of a dossier as it was sent or came, by its line. */
    async relire(cible: Cible, rang: number): Promise<Result<Relu, ReadingRefusal>> {
      const found = await readDocument(desk, cible, rang);
      if (!found.ok || found.value.nature !== 'eml')
        return err({ code: 'introuvable', objet: 'courriel', id: `${rang}` });
      const { contenu: raw, ...garde } = found.value;
      const mail = await readOrBusy(raw, []);
      return mail.ok ? ok({ garde, raw, mail: mail.value }) : mail;
    },
    renvoyer: (cible: Cible, rang: number, a: string) => renvoyer(desk, cible, rang, a),
    /** Those among addresses that refuse what is sent to them. */
    refusees: desk.store.courriels.refusees,
    /** Tells the journal of what did not arrive. */
    direLesEchecs: () => tellFailures(desk),
  };

  /** Of the ANS, anybody under a domain of the settings. */
  async function estDeTous(sender: string): Promise<boolean> {
    const jour = dayOf(desk.clock());
    const ans = ['ans.courriel', 'ans.cartes'].flatMap((cle) => split(reglages.adresse(cle, jour)));
    if (ans.some((one) => domainOf(one) === domainOf(sender))) return true;
    const editeurs = await filling.identites.editeurs();
    return editeurs.some(({ id }) => split(reglages.adresseEditeur(id, jour)).includes(sender));
  }

  async function carnet(dossierId: string) {
    const row = await desk.store.row(dossierId);
    return row?.genre === 'dossier' ? await carnetOf({ store: desk.store, ...filling }, row, dayOf(desk.clock())) : [];
  }
}
