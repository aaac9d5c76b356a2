import { html } from '../../web/html.ts';
import { nameOf, underCase } from '../dossier/frame.ts';
import { drawRead } from '../forms/read.ts';
import { get, type Screen, type Shown } from '../shell/screen.ts';
import { linkButton } from '../ui/button.ts';
import { longDay } from '../ui/words.ts';
import { filledForm } from './filled-form.ts';
import { formPath } from './page.ts';
import { paperOf } from './paper.ts';

/** A form, at `path`, as it is printed: a PDF to sign, or the page of a browser. */
export function printingScreens(path: '/dossiers/:id/formulaires/:formulaire'): Screen[] {
  return [
    get(`${path}/papier.pdf`, 'dossiers.lire', async (visit): Promise<Shown> => {
      const travail = await filledForm(visit);
      if ('refusal' in travail) return travail;
      const paper = await paperOf(travail);
      if (!paper) return { refusal: tooBusy };
      return { content: paper.pdf, type: 'application/pdf', filename: paper.nom };
    }),
    get(`${path}/impression`, 'dossiers.lire', async (visit) => {
      const travail = await filledForm(visit);
      if ('refusal' in travail) return travail;
      const { imprime, affaire, typed, jour, garde } = travail;
      const etat = garde.modifieLe === null ? 'tel que le dossier le remplit' : 'tel qu’il est rempli';
      return {
        title: imprime.nom === imprime.titre ? imprime.nom : `${imprime.nom} — ${imprime.titre}`,
        ...underCase(affaire, { label: imprime.nom, href: formPath(travail) }),
        subtitle: html`<span>${nameOf(affaire)}</span><span>${etat}, le ${longDay(jour)}</span>`,
        actions: linkButton('Revenir au formulaire', formPath(travail), 'second', 'retour'),
        body: html`<p class="doux consigne a-l-ecran">Imprimez cette page par votre navigateur (Ctrl + P) : seul le formulaire s’imprime.</p>
<section class="panneau">${drawRead(imprime.lecture, typed)}</section>
<p class="visa-papier">Signature et cachet</p>`,
      };
    }),
  ];
}

/** What is told of papers when too many are drawn. */
export const tooBusy = {
  status: 503,
  code: 'impression-occupee',
  title: 'Impression impossible en ce moment',
  detail: 'Trop de formulaires s’impriment à la fois : recommencez dans une minute.',
};
