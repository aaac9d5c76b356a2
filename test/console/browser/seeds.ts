import { addDays } from '../../../src/days.ts';
import type { Genre } from '../../../src/store/store.ts';
import { createKey, delegate } from '../../as-sent.ts';
import { enPlace, given, type People } from '../../http/people.ts';
import type { TestServer } from '../../server.ts';

/** What pages are looked at for, by the names of `visits.ts`: ids, and ranks of lines of journals. */
export type Known = Readonly<Record<string, string>>;

/** An image of one dot. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Finds in the demonstration one case of each kind where much is to be seen, and makes what administration shows. */
export async function seed({ services }: TestServer, { editeurId }: People): Promise<Known> {
  const { identites, abonnements, reglages } = services;
  const of = async (genre: Genre) => (await services.list({ genre, limite: 100 })).lignes;
  const dossiers = await of('dossier');
  const named = (nom: string) => dossiers.find(({ denomination }) => denomination === nom)?.id ?? '';
  const line = async (genre: Genre, id: string, wanted: string) => {
    const journal = given(await services.journal({ genre, id }, 0, 100));
    return `${journal.find(({ type }) => type === wanted)?.rang ?? ''}`;
  };

  const dossier = named('Clinique du Lac');
  const groupement = (await of('groupement')).find(({ denomination }) => denomination === 'GHT du Haut-Val')?.id ?? '';
  const certificats = await of('certificat');
  const certificat = certificats.find(({ statut }) => statut === 'enService')?.id ?? '';
  const { fiche: cle } = given(
    await createKey(identites, enPlace, { nom: 'Supervision', role: 'lecteur', portees: ['lecture'] }),
  );
  const delegated = { dossierId: dossier, editeurId, du: services.today(), motif: 'Partie 4 à remplir' };
  const delegation = given(await delegate(identites, enPlace, delegated));
  const asked = { url: 'http://127.0.0.1:9/recevoir', evenements: 'tous', description: 'Supervision' } as const;
  const webhook = given(await abonnements.create(asked, null));
  const compte = (await identites.comptes()).find(({ role }) => role === 'agent')?.id ?? '';
  const agent = { auteur: `compte:${compte}`, version: null };
  const scan = { octets: PIXEL, nom: 'Contrat signé.png', prouve: null };
  const { garde } = given(await services.deposit({ genre: 'dossier', id: dossier }, scan, agent));
  const { courrielRecu, aClasser } = await exchange(services, dossier, agent);
  return {
    dossier,
    courrielRecu,
    aClasser,
    piece: `${garde.rang}`,
    groupement,
    site: dossiers.find(({ parentId }) => parentId === groupement)?.id ?? '',
    certificat,
    compte,
    editeur: editeurId,
    cle: cle.id,
    delegation: delegation.id,
    enService: named('Clinique des Tilleuls'),
    nouveau: named('Hôpital privé des Coteaux'),
    webhook: webhook.abonnement.id,
    document: await line('dossier', dossier, 'formulaire413.partie4Remplie'),
    ligneGroupement: await line('groupement', groupement, 'dsi.contactee'),
    ligneCertificat: await line('certificat', certificat, 'certificat.installe'),
    courriel: reglages.modeles()[0]?.id ?? '',
    reglage: 'delai.ans',
    recit: await services.partages.give(enPlace, dossier, addDays(services.today(), 30)),
  };
}

/** A mail sent, one that came back for the dossier and proposes a fact, and one that names no dossier. */
async function exchange(
  { messagerie }: TestServer['services'],
  dossier: string,
  act: { auteur: string; version: null },
): Promise<{ courrielRecu: string; aClasser: string }> {
  const ecrit = { a: ['direction@clinique.fr'], objet: 'Contrat à signer', corps: 'Bonjour.', modele: null };
  const more = { pieces: [], repond: null, malgreRefus: false };
  given(await messagerie.envoyer(dossier, { ...ecrit, ...more }, { signataire: 'Camille Roy', act }));
  const said = 'Nous avons signé votre contrat et vous retournons le formulaire 413 : il manque le cachet.';
  for (const [subject, from] of [
    [`Contrat, réf. ${dossier}`, 'Anne <anne@ailleurs.fr>'],
    ['Une question', 'Paul <paul@ailleurs.fr>'],
  ] as const) {
    const head = [`From: ${from}`, 'Date: Tue, 30 Jun 2026 10:12:00 +0200', `Subject: ${subject}`];
    const raw = [...head, 'Content-Type: text/plain; charset=utf-8', '', said].join('\r\n');
    await messagerie.recevoir(Buffer.from(raw), { to: [] });
  }
  await messagerie.ranger();
  const found = given(await messagerie.echanges({ genre: 'dossier', id: dossier }));
  const [waiting] = await messagerie.aClasser(1);
  return { courrielRecu: `${found.find(({ sorte }) => sorte === 'recu')?.rang ?? ''}`, aClasser: waiting?.id ?? '' };
}
