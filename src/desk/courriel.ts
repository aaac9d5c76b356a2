import { findFact, findProcedure } from '../../machines/index.ts';
import type { Desk } from '../acts/act.ts';
import { view } from '../acts/reading/view.ts';
import { addDays, dayOf } from '../days.ts';
import { readFiche } from '../engine/fiche.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import type { IdentityStore } from '../store/identities.ts';
import { type Courriel, courrielDe, type DossierLu } from './reglages/courriels/courriel.ts';
import type { Destinataire } from './reglages/courriels/saisie.ts';
import type { Reglages } from './reglages/reglages.ts';
import type { ReglageRefusal } from './reglages/valeurs.ts';
import { onTheMorrow } from './work/codes.ts';
import { AVANT_LA_FIN } from './work/propositions.ts';

/** The mail to write, of which dossier, by whom. */
export interface CourrielDemande {
  dossierId: string;
  /** A canned mail by its id, or a text that is being written. */
  modele: string | { destinataire: Destinataire; objet: string; corps: string };
  signataire: string;
  /** Where that dossier is in the console. */
  lien: string;
}

/** A canned mail filled for a dossier; nothing is sent. */
export async function courriel(
  desk: Desk,
  { reglages, identites }: { reglages: Reglages; identites: Pick<IdentityStore, 'delegationsOf'> },
  { dossierId, modele, signataire, lien }: CourrielDemande,
): Promise<Result<Courriel, Refusal | ReglageRefusal>> {
  const texte = typeof modele === 'string' ? reglages.modele(modele) : modele;
  if (!texte) return err({ code: 'introuvable', objet: 'modele', id: `${modele}` });
  const dossier = await readDossier(desk, dossierId);
  if (!dossier.ok) return dossier;
  const jour = dayOf(desk.clock());
  const at = (cle: string) => reglages.adresse(cle, jour);
  const adresses = { service: at('service.courriel'), ans: at('ans.courriel'), portail: at('ans.portail') };
  const a = await recipient();
  return ok(courrielDe(texte, dossier.value, { jour, lien, signataire, adresses, a }));

  /** Of the éditeurs to whom the dossier is delegated on that day, the first that has an address. */
  async function recipient(): Promise<string | null> {
    if (texte?.destinataire === 'ans') return adresses.ans;
    if (texte?.destinataire === 'cartes') return at('ans.cartes');
    if (texte?.destinataire !== 'editeur') return null;
    const all = await identites.delegationsOf(dossierId);
    const current = all.filter(({ du, au, revoqueeLe }) => !revoqueeLe && du <= jour && (au === null || au >= jour));
    const known = current.map(({ editeurId }) => reglages.adresseEditeur(editeurId, jour));
    return known.find((address) => address !== null) ?? null;
  }
}

async function readDossier(desk: Desk, id: string): Promise<Result<DossierLu>> {
  const row = await desk.store.row(id);
  if (row?.genre !== 'dossier') return err({ code: 'introuvable', objet: 'dossier', id });
  if (!row.intacte) return err({ code: 'dossier-en-quarantaine', id });
  const seen = await view(desk, { genre: 'dossier', id });
  if (!seen.ok) return seen;
  const { etapes, certificats, restant, peremptions } = seen.value.vue.suite;
  const { commune = null } = readFiche(row.fiche);
  const procedure = findProcedure(row.procedure, row.procedureVersion)?.titre ?? row.procedure;
  const { denomination, siret, finess } = row;
  const jour = dayOf(desk.clock());
  const bornes = { limite: '', du: jour, au: addDays(jour, AVANT_LA_FIN + 1), nombre: 20 };
  const fins = (await desk.store.agenda.aRelancer({ de: { dossierId: id }, ...bornes }))
    .filter(({ objet }) => onTheMorrow.has(objet) && !peremptions.some(({ fait }) => fait === objet))
    .map(({ objet, jour: le }) => ({ libelle: findFact(objet)?.libelle ?? objet, le }));
  const next = { etapes, certificats, actes: restant.etapes, peremptions: [...peremptions, ...fins] };
  return ok({ id, denomination, siret, finess, commune, procedure, ...next });
}
