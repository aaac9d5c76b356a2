import { findFact, findProcedure } from '../../machines/index.ts';
import type { Acteur } from '../../machines/step.ts';
import type { Desk } from '../acts/act.ts';
import { view } from '../acts/reading/view.ts';
import { toInstance } from '../acts/rows.ts';
import { addDays, dayOf } from '../days.ts';
import { readFiche } from '../engine/fiche.ts';
import { err, ok, type Refusal, type Result } from '../engine/refusal.ts';
import type { IdentityStore } from '../store/identities.ts';
import type { StoredRow } from '../store/store.ts';
import { carnetOf } from './messagerie/carnet.ts';
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
  /** Who is to be reached by a mail that says nobody. */
  pour?: Acteur | undefined;
  signataire: string;
  /** Where that dossier is in the console. */
  lien: string;
}

/** What filling needs; `adresse` is that of the desk, null where nothing leaves from here. */
interface CourrielDesk {
  reglages: Reglages;
  identites: Pick<IdentityStore, 'delegationsOf' | 'editeur'>;
  adresse: string | null;
}

/** A canned mail filled for a dossier; nothing is sent. */
export async function courriel(
  desk: Desk,
  { reglages, identites, adresse }: CourrielDesk,
  { dossierId, modele, pour, signataire, lien }: CourrielDemande,
): Promise<Result<Courriel, Refusal | ReglageRefusal>> {
  const texte = typeof modele === 'string' ? reglages.modele(modele) : modele;
  if (!texte) return err({ code: 'introuvable', objet: 'modele', id: `${modele}` });
  const dossier = await readDossier(desk, dossierId);
  if (!dossier.ok) return dossier;
  const jour = dayOf(desk.clock());
  const at = (cle: string) => reglages.adresse(cle, jour);
  const adresses = { service: at('service.courriel') ?? adresse, ans: at('ans.courriel'), portail: at('ans.portail') };
  const carnet = await carnetOf({ store: desk.store, reglages, identites }, dossier.value.row, jour);
  const role = texte.destinataire === 'autre' ? pour : texte.destinataire;
  const first = carnet.find((one) => one.role === role);
  const a = carnet.filter((one) => one.role === role && one.nom === first?.nom).map(({ adresse }) => adresse);
  return ok(courrielDe(texte, dossier.value, { jour, lien, signataire, adresses, a: a.join(', ') || null }));
}

async function readDossier(desk: Desk, id: string): Promise<Result<DossierLu & { row: StoredRow }>> {
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
  const instance = toInstance(row);
  const retour = instance?.procedure.retour(instance.snapshot.context) ?? null;
  const motifs = (retour?.motifs ?? []).map(({ libelle, precision }) =>
    precision ? `${libelle} : ${precision}` : libelle,
  );
  return ok({ row, id, denomination, siret, finess, commune, procedure, ...next, motifs });
}
