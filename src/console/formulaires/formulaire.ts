import { html } from '../../web/html.ts';
import { nameOf, underCase } from '../dossier/frame.ts';
import { drawRead } from '../forms/read.ts';
import { get, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { linkButton } from '../ui/button.ts';
import { longDay } from '../ui/words.ts';
import { filledForm } from './filled-form.ts';
import { formPage, formPath, justKept, notKept, readiness, versionField } from './page.ts';
import { keepDraft, sendPosted, sendSuite } from './posted.ts';

const path = '/dossiers/:id/formulaires/:formulaire';

/** The forms of a dossier: filled, kept, checked, recorded, printed. */
export function formulaireScreens(): Screen[] {
  return [
    get(path, 'dossiers.lire', async (visit) => {
      const travail = await filledForm(visit);
      return 'refusal' in travail ? travail : formPage(travail);
    }),
    post(path, 'dossiers.faits', sendPosted),
    post(`${path}/brouillon`, 'dossiers.faits', keepQuietly),
    post(`${path}/suite`, 'dossiers.faits', sendSuite),
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

/** Keeps what is being typed, unasked; tells the hour, or why it is not kept. */
async function keepQuietly(visit: Visit): Promise<Shown> {
  const travail = await filledForm(visit);
  if ('refusal' in travail) return travail;
  const kept = await keepDraft(visit, travail);
  if (kept.ok) {
    const parts = [justKept(kept.value), versionField(kept.value.version, true), readiness(travail, true)];
    return { fragment: html`${parts}` };
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
