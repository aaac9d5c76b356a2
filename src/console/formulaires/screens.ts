import { html } from '../../web/html.ts';
import { nameOf } from '../dossier/frame.ts';
import { drawRead } from '../forms/read.ts';
import { lienBouton } from '../parts/boutons.ts';
import { jourLong } from '../parts/dates.ts';
import { get, post, type Screen } from '../shell/screen.ts';
import { keepQuietly } from './autosave.ts';
import { deskOf } from './desk.ts';
import { formPage, formPath } from './page.ts';
import { sendPosted, sendSuite } from './posted.ts';

const path = '/dossiers/:id/formulaires/:formulaire';

/** The forms of a dossier: filled, kept, checked, recorded, printed. */
export function formulaireScreens(): Screen[] {
  return [
    get('formulaire.remplir', path, {
      right: 'dossiers.lire',
      async answer(visit) {
        const travail = await deskOf(visit);
        return 'refus' in travail ? travail : formPage(travail);
      },
    }),
    post('formulaire.envoyer', path, {
      right: 'dossiers.faits',
      answer: sendPosted,
    }),
    post('formulaire.brouillon', `${path}/brouillon`, {
      right: 'dossiers.faits',
      answer: keepQuietly,
    }),
    post('formulaire.suite', `${path}/suite`, {
      right: 'dossiers.faits',
      answer: sendSuite,
    }),
    get('formulaire.imprimer', `${path}/impression`, {
      right: 'dossiers.lire',
      async answer(visit) {
        const travail = await deskOf(visit);
        if ('refus' in travail) return travail;
        const { imprime, affaire, typed, jour, garde } = travail;
        const etat = garde.modifieLe === null ? 'tel que le dossier le remplit' : 'tel qu’il est rempli';
        return {
          titre: imprime.nom === imprime.titre ? imprime.nom : `${imprime.nom} — ${imprime.titre}`,
          rubrique: 'journee',
          fil: [
            { libelle: nameOf(affaire), vers: `/dossiers/${affaire.cible.id}` },
            { libelle: imprime.nom, vers: formPath(travail) },
          ],
          sousTitre: html`<span>${nameOf(affaire)}</span><span>${etat}, le ${jourLong(jour)}</span>`,
          actions: lienBouton('Revenir au formulaire', formPath(travail), 'second', 'retour'),
          corps: html`<p class="doux consigne a-l-ecran">Imprimez cette page par votre navigateur (Ctrl + P) : seul le formulaire s’imprime.</p>
<section class="panneau">${drawRead(imprime.lecture, typed)}</section>
<p class="visa-papier">Signature et cachet</p>`,
        };
      },
    }),
  ];
}
