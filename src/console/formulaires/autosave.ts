import { auteurOf } from '../../identity/identity.ts';
import { html } from '../../web/html.ts';
import type { Shown } from '../shell/screen.ts';
import { justKept, notKept, readiness } from './aside.ts';
import { deskOf, type Visiting } from './desk.ts';
import { versionField } from './page.ts';

/** Keeps what is being typed, unasked; tells the hour, or why it is not kept. */
export async function keepQuietly(visit: Visiting): Promise<Shown> {
  const travail = await deskOf(visit);
  if ('refus' in travail) return travail;
  const { imprime, affaire, typed } = travail;
  const version = Number(visit.body.get('version') ?? 0);
  const ref = { dossierId: affaire.cible.id, formulaire: imprime.id };
  const kept = await visit.services.brouillons.keep({
    ...ref,
    version,
    saisie: typed,
    auteur: auteurOf(visit.identite),
  });
  if (kept.ok) {
    const garde = { version: kept.value.version, par: visit.identite.nom, modifieLe: kept.value.modifieLe };
    return { fragment: html`${justKept(garde)}${versionField(garde.version, true)}${readiness(travail, true)}` };
  }
  if (kept.error.code === 'secret')
    return { fragment: notKept(kept.error.erreurs.map(({ message }) => message).join(' ')) };
  const { auteur } = kept.error.brouillon;
  const par = (await visit.services.identites.nommer([auteur]))(auteur);
  return {
    fragment: notKept(
      `${par} a changé ce formulaire depuis que vous l’avez ouvert. Enregistrez le brouillon pour comparer vos deux saisies : rien n’est perdu.`,
    ),
  };
}
