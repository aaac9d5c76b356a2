import { createPasswords } from '../../src/identity/comptes/passwords.ts';
import { cliniqueMonoSite } from '../../src/sandbox/vies/clinique-mono-site.ts';
import { site } from '../../src/sandbox/vies/journey.ts';
import { playOn } from '../../src/sandbox/vies/play.ts';
import { createServices, type Services } from '../../src/services.ts';
import type { Store } from '../../src/store/store.ts';
import { createKey, delegate, poser } from '../as-sent.ts';
import { enPlace, given, type People, peopleOf } from '../http/people.ts';
import { sampleActe, sampleCompte } from './identity-samples.ts';

const JOUR = '2026-06-30';
const LE = `${JOUR}T09:00:00.000Z`;
/** The real derivation at its least expense. */
const passwords = createPasswords({ ln: 5, r: 1, p: 1 });

/** The service over a store on the day when what fills it was done. */
export function servicesOn(store: Store): Services {
  return createServices(
    store,
    () => new Date(LE),
    () => {},
    { passwords, adresse: 'bureau@igc.exemple.fr' },
  );
}

/** What was put in a store, and by which one comes in. */
export interface Filled {
  people: People;
  dossier: string;
  /** The account of the agent, who has a session. */
  agent: string;
}

/** Fills each table of a store, by what writes it: two lives, one of them that joins later a groupement, and all that goes with cases. */
export async function fill(store: Store): Promise<Filled> {
  const services = servicesOn(store);
  const act = { auteur: 'essai', version: null };
  const people = await peopleOf(services);
  const agent = (await services.identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
  const { dossier } = await playOn(services, cliniqueMonoSite);
  const etablissement = { ...site, finess: '010000024' };
  const late = given(await services.openDossier({ procedure: 'public-ght', etablissement, groupementId: null }, act));
  const ght = given(await services.openGroupement({ nom: 'GHT ouvert après', genre: 'ght' }, act));
  given(await services.attachSite(ght.row.id, { dossierId: late.row.id }, act));
  await store.commit([], { auteur: 'essai', cle: 'k', empreinte: 'e', reponse: '« réponse »', le: LE });
  await administer(store, services, { people, dossier, agent });
  await desk(store, services, { people, dossier, agent });
  await mails(store, services, dossier);
  return { people, dossier, agent };
}

/** Keys, éditeurs, delegations, accounts that others vouch for, settings. */
async function administer(store: Store, { identites, reglages }: Services, { people, dossier, agent }: Filled) {
  const lent = { dossierId: dossier, editeurId: people.editeurId, au: null, motif: 'Contrat' };
  given(await delegate(identites, enPlace, { ...lent, du: JOUR }));
  given(await createKey(identites, enPlace, { nom: 'Agent', role: 'agent', portees: ['lecture', 'faits'] }));
  const cle = (await store.identites.cles()).at(-1);
  const passage = { empreinte: 'neuve', prefixe: 'pig_neuve', creeLe: LE, expireLe: '2027-06-30', jusqua: LE };
  await store.identites.rollCle(cle?.id ?? '', passage, sampleActe('cle.renouvelee', cle?.id ?? ''));
  await store.identites.putAgenda({ empreinte: 'a', compteId: agent, creeLe: LE }, sampleActe('agenda.ouvert', agent));
  const externe = { emetteur: 'https://annuaire.exemple.fr', sujet: 'x' };
  const { motDePasse: _, ...compte } = sampleCompte('x');
  const session = { empreinte: 's', compteId: 'x', ouverteLe: LE, vueLe: LE, jetonId: 'jeton' };
  const opened = sampleActe('compte.ouvert', 'x');
  await store.identites.openExternalSession({ session, externe, compte, remplace: null }, opened);
  await store.identites.askLiaison(agent, { ...externe, sujet: 'y', nom: 'Y', demandeLe: LE });
  const tentative = { echecs: 1, derniereLe: LE, bloqueJusqua: null };
  await store.identites.replaceTentative({ compte: 'c', lieu: '' }, null, tentative);
  const posee = { cle: 'delai.ans', valeur: 20, motif: 'Essai' };
  given(await poser(reglages, enPlace, { ...posee, du: JOUR }));
  const { rang } = given(await poser(reglages, enPlace, { ...posee, du: '2026-07-15' }));
  given(await reglages.retirer(enPlace, rang));
  const mail = { id: 'm', version: 1, nom: 'Courriel', destinataire: 'd', objet: 'o', corps: 'c', retire: false };
  await store.reglages.addModele({ ...mail, ecritLe: LE, ecritPar: 'essai' }, sampleActe('modele.ecrit', 'm'));
}

/** Two that were refused, the first of which is erased, another erasure begun; one that came. */
async function mails({ courriels, baux, personnes }: Store, { messagerie, eraseDocument }: Services, dossier: string) {
  const ecrit = { objet: 'Contrat', corps: 'Bonjour.', modele: null, pieces: [], repond: null, malgreRefus: false };
  const par = { signataire: 'Camille Roy', act: { auteur: 'essai', version: null } };
  for (const a of ['perdue@ch-exemple.fr', 'autre@ch-exemple.fr'])
    given(await messagerie.envoyer(dossier, { ...ecrit, a: [a] }, par));
  await courriels.enfiler();
  const bail = { nom: 'courriels', porteur: 'essai' };
  await baux.hold(bail.nom, bail.porteur, 60_000);
  for (const { numero } of await courriels.dus(LE, 2))
    await courriels.regler(numero, { le: LE, code: 550, reponse: '550 Inconnue' }, 'adresse-refusee', bail);
  await baux.release(bail.porteur);
  const cible = { genre: 'dossier', id: dossier } as const;
  const sent = given(await messagerie.echanges(cible)).at(-1);
  given(await eraseDocument(cible, { rang: sent?.rang ?? 0, motif: 'Essai' }, par.act));
  await personnes.annoncer({ rangs: [1], documents: ['0'.repeat(64)], le: LE });
  await messagerie.recevoir(Buffer.from('From: anne@ailleurs.fr\r\nSubject: Bonjour\r\n\r\nBonjour.'), { to: [] });
}

/** Who has a dossier, what is noted of it, typed, told. */
async function desk(store: Store, { travail, suivi, notifications }: Services, { dossier, agent }: Filled) {
  await travail.affecter([dossier], agent, 'essai');
  await suivi.write(dossier, { texte: 'Rappeler : « \u{1F4DE} » \\ 100 %\nAccès' }, 'essai');
  const relance = { id: 'r', pourLe: JOUR, quoi: 'Rappeler', acteur: 'ans', compteId: agent, creeeLe: LE };
  await store.notes.addRelance(dossier, { ...relance, creeePar: 'essai', faiteLe: null, faitePar: null });
  const draft = { dossierId: dossier, formulaire: '413', version: 1, saisie: '{}', auteur: 'essai', modifieLe: LE };
  await store.brouillons.save(draft);
  await store.travail.ajouterVue({ id: 'v', nom: 'Vue', requete: 'q=1', partagee: true, auteur: agent, creeeLe: LE });
  const webhook = {
    id: 'w',
    editeurId: null,
    url: 'https://exemple.fr',
    types: null,
    description: 'Essai',
    curseur: 0,
  };
  await store.abonnements.create({ ...webhook, creeLe: LE }, 'whsec_secret');
  const attempt = { rang: 0, le: LE, statut: 500, dureeMs: 12, erreur: 'Réponse 500' };
  await store.abonnements.settle('w', attempt, { prochaineLe: LE });
  await travail.affecter([dossier], 'autre', 'essai');
  await notifications.aLire(agent);
}
