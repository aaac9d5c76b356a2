import type { Locator, Page } from 'playwright-core';
import type { Counted } from './count.ts';

/** Somebody at the page of a dossier, and its next step. */
interface At {
  person: Counted;
  page: Page;
  next: Locator;
}

/** The card of the responsable is issued, then an administrateur technique is designated, who has his own. */
export async function cardThenAdministrateur({ person, page, next }: At): Promise<void> {
  const field = (name: string) => next.locator(`[name="${name}"]`);
  const save = () => person.click(next.getByRole('button', { name: 'Enregistrer', exact: true }));
  await person.click(next.getByRole('button', { name: 'Carte du responsable émise' }));
  await person.choose(field('carte.type'), 'CDE');
  await person.fill(field('carte.fin'), '31/12/2029');
  await save();
  await page.locator('#titre-prochaine', { hasText: 'Administrateur technique à désigner' }).waitFor();
  await person.fill(field('personne.nom'), 'Morel');
  await person.fill(field('personne.prenom'), 'Jules');
  await person.check(field('origine').and(page.locator('[value="employe"]')));
  await person.check(field('carte.reponse').and(page.locator('[value="oui"]')));
  await person.choose(field('carte.type'), 'CPE');
  await person.fill(field('carte.fin'), '30/06/2029');
  await save();
}

/** Form 413 is filled in, and its parts recorded. */
export async function fill413({ person, page, next }: At): Promise<void> {
  await person.click(next.getByRole('link', { name: /Partie \d du formulaire 413/ }).first());
  await person.fill('[name="partie4.logiciels.0.editeur"]', 'Softway');
  await person.fill('[name="partie4.logiciels.0.solution"]', 'Hopital');
  await person.fill('[name="partie4.logiciels.0.version"]', '5.2');
  await person.fill('[name="partie4.administrateursTechniques.0.courriel"]', 'dsi@tilleuls.fr');
  await person.fill('[name="partie4.administrateursTechniques.0.telephone"]', '0320000000');
  await person.check('[name="partie3.cachet"]');
  await person.click(page.getByRole('button', { name: 'Enregistrer les parties remplies' }));
}
