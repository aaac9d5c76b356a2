import { idOf } from '../../../machines/etablissement/administrateurs.ts';
import type { DossierContext } from '../../../machines/etablissement/context.ts';
import { factsOf } from '../../acts/opening/opening-day.ts';
import { toInstance } from '../../acts/rows.ts';
import { readFiche } from '../../engine/fiche.ts';
import type { Correspondant } from '../../engine/history/mails.ts';
import { leadersIn, namedBy } from '../../engine/history/named.ts';
import type { IdentityStore } from '../../store/identities.ts';
import type { Store, StoredRow } from '../../store/store.ts';
import type { Destinataire } from '../reglages/courriels/saisie.ts';
import type { Reglages } from '../reglages/reglages.ts';

/** Somebody to whom mails of a dossier go, and as whom. */
export interface Contact extends Correspondant {
  role: Exclude<Destinataire, 'autre'>;
}

/** What a book of addresses is read from. */
export interface CarnetDesk {
  store: Pick<Store, 'row' | 'journal'>;
  reglages: Pick<Reglages, 'adresse' | 'adresseEditeur'>;
  identites: Pick<IdentityStore, 'delegationsOf' | 'editeur'>;
}

type Named = { nom: string; prenom: string; courriel?: string | undefined };

/** To whom mails of a dossier go on a day (YYYY-MM-DD): addresses of the settings, and those that its forms say. */
export async function carnetOf(desk: CarnetDesk, row: StoredRow, jour: string): Promise<Contact[]> {
  const { store, reglages } = desk;
  const ans = (['ans', 'cartes'] as const).flatMap((role) =>
    split(reglages.adresse(`ans.${role === 'ans' ? 'courriel' : 'cartes'}`, jour)).map((adresse) => ({
      role,
      nom: 'ANS',
      adresse,
    })),
  );
  const lines = (await factsOf(store as Store, row.id)).map((line) => ({
    ...leadersIn(line),
    contacts: namedBy(line).contacts,
  }));
  const representant = lines.findLast(({ representantLegal }) => representantLegal !== undefined)?.representantLegal;
  const mandataire = lines.findLast((line) => line.mandataire !== undefined)?.mandataire;
  const contacts = lines.findLast((line) => line.contacts !== undefined)?.contacts ?? [];
  const { administrateurs = [] } = (toInstance(row)?.snapshot.context ?? {}) as Partial<DossierContext>;
  const [enCharge] = administrateurs;
  const techniques = contacts.filter((one) => enCharge === undefined || idOf(one) === enCharge.id);
  const known: readonly Named[] = [...(representant ? [representant as Named] : []), ...contacts];
  const same = mandataire && known.find((one) => idOf(one) === idOf(mandataire));
  return [
    ...ans,
    ...(await editeursOf(desk, row.id, jour)),
    ...asContacts('representantLegal', representant ? [representant as Named] : []),
    ...asContacts('mandataire', same ? [same] : []),
    ...asContacts('administrateurTechnique', techniques),
    ...(await dsiOf(store, row.parentId)),
  ];
}

function asContacts(role: Contact['role'], persons: readonly Named[]): Contact[] {
  return persons.flatMap(({ nom, prenom, courriel }) =>
    courriel === undefined ? [] : [{ role, nom: `${prenom} ${nom}`, adresse: courriel }],
  );
}

async function editeursOf({ identites, reglages }: CarnetDesk, dossierId: string, jour: string): Promise<Contact[]> {
  const all = await identites.delegationsOf(dossierId);
  const current = all.filter(({ du, au, revoqueeLe }) => !revoqueeLe && du <= jour && (au === null || au >= jour));
  const ids = [...new Set(current.map(({ editeurId }) => editeurId))];
  const each = await Promise.all(
    ids.map(async (id) => {
      const nom = (await identites.editeur(id))?.nom ?? 'Éditeur';
      return split(reglages.adresseEditeur(id, jour)).map((adresse) => ({ role: 'editeur', nom, adresse }) as const);
    }),
  );
  return each.flat();
}

async function dsiOf(store: CarnetDesk['store'], groupementId: string | null): Promise<Contact[]> {
  const row = groupementId === null ? null : await store.row(groupementId);
  const { dsi } = row ? readFiche(row.fiche) : {};
  if (typeof dsi !== 'object' || dsi === null || dsi.courriel === undefined) return [];
  return [{ role: 'dsi', nom: dsi.nom, adresse: dsi.courriel }];
}

/** Addresses of the settings, which commas part. */
export function split(adresses: string | null): string[] {
  return (adresses ?? '').split(/[\s,;]+/).filter((one) => one !== '');
}
