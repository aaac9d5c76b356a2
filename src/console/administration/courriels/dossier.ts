import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import { NoteEcrite } from '../../../desk/suivi.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { parse } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import type { AnyRefusal } from '../../../web/problem.ts';
import { panneau } from '../../parts/blocs.ts';
import { boutonSeul, lienBouton } from '../../parts/boutons.ts';
import { jourLong } from '../../parts/dates.ts';
import { ailleurs, type Shown, type Visit } from '../../shell/screen.ts';
import { peut } from '../parts/cadre.ts';
import { origineDe } from '../parts/origine.ts';
import { lettre, ouvrir } from './lettre.ts';

/** The canned mails that may be written about a dossier, and the one that was chosen, filled; nothing is sent. */
export async function courrielDuDossier(visit: Visit): Promise<Shown> {
  const { services, params, query, identite } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refus: found.error };
  const ici = `/dossiers/${id}/courriel`;
  const modeles = services.reglages.modeles();
  const modele = modeles.find((one) => one.id === query['modele']);
  const filled = modele
    ? await services.courriel({
        dossierId: id,
        modele,
        signataire: identite.nom,
        lien: `${origineDe(visit.request)}/dossiers/${id}`,
      })
    : null;
  if (filled && !filled.ok) return { refus: filled.error as AnyRefusal };
  const { denomination } = found.value;
  const choices = html`<ul class="modeles">${modeles.map(
    (
      one,
    ) => html`<li><a href="${ici}?modele=${one.id}"${one.id === modele?.id && html` aria-current="true"`}>${one.nom}</a>
<span class="doux">${destinataires[one.destinataire]}</span></li>`,
  )}</ul>`;
  return {
    titre: `${denomination} · Écrire un courriel`,
    rubrique: 'journee',
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: denomination, vers: `/dossiers/${id}` },
    ],
    corps: html`<div class="deux"><div class="pile">${
      filled && modele
        ? panneau(
            modele.nom,
            html`${lettre(filled.value)}<div class="boutons">${ouvrir(filled.value)}${peut(identite, 'dossiers.faits') && boutonSeul('Noter qu’il est parti', ici, { modele: modele.id })}${lienBouton('Revenir au dossier', `/dossiers/${id}`, 'discret')}</div>`,
          )
        : panneau(
            'Choisissez un modèle',
            html`<p>Il se remplit de ce que dit le dossier. Vous le relisez, puis l’ouvrez dans votre messagerie ou le copiez : rien ne
part d’ici.</p>`,
          )
    }</div><div class="pile">${panneau('Les modèles', choices)}</div></div>`,
  };
}

/** Keeps as a note of the dossier that a mail has left, which this service cannot see. */
export async function noterLeCourriel(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const modele = services.reglages.modele(body.get('modele') ?? '');
  if (!modele) return { refus: { code: 'introuvable', objet: 'modele', id: body.get('modele') ?? '' } };
  const lien = `${origineDe(visit.request)}/dossiers/${id}`;
  const filled = await services.courriel({ dossierId: id, modele, signataire: identite.nom, lien });
  if (!filled.ok) return { refus: filled.error as AnyRefusal };
  const { a, objet } = filled.value;
  const texte = `Courriel envoyé le ${jourLong(services.today())}${a === '' ? '' : ` à ${a}`} : « ${objet} » (modèle « ${modele.nom} »).`;
  const note = parse(NoteEcrite, { texte });
  if (!note.ok) return { refus: note.error };
  await services.suivi.write(id, note.value, auteurOf(identite));
  return ailleurs(`/dossiers/${id}/notes`, 'L’envoi est noté.');
}
