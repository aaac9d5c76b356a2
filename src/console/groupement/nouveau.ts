import { z } from 'zod';
import { Courriel, choix, Telephone, texteLibre } from '../../../machines/formulaires/champs.ts';
import { GroupementOuvert } from '../../engine/opening.ts';
import { auteurOf } from '../../identity/identity.ts';
import { type Erreur, parse } from '../../result.ts';
import { html } from '../../web/html.ts';
import { drawForm } from '../forms/draw.ts';
import { formOf } from '../forms/form.ts';
import { blank, readTyped, type Typed, typedOf } from '../forms/typed.ts';
import {
  GROUPEMENTS,
  get,
  type Page,
  post,
  redirect,
  type Screen,
  type Shown,
  toCorrect,
  type Visit,
} from '../shell/screen.ts';
import { button, linkButton } from '../ui/button.ts';

/** What is asked to open a groupement; its DSI by a name and how to reach it. */
const Saisie = z.strictObject({
  nom: texteLibre('Nom du groupement').meta({ title: 'Nom du groupement' }),
  genre: choix('Genre', { ght: 'GHT (établissements publics)', 'groupe-prive': 'Groupe privé (cliniques, EHPAD)' }),
  dsi: z
    .strictObject({
      nom: texteLibre('Nom ou service'),
      courriel: Courriel.optional(),
      telephone: Telephone.optional().meta({ title: 'Téléphone' }),
    })
    .optional()
    .meta({ title: 'Contact de la DSI', question: 'Connaissez-vous le contact de la DSI ?' }),
});
const form = formOf(Saisie, { prefix: 'groupement' });

/** Opening a GHT or a private group. */
export function openingScreens(): Screen[] {
  const path = '/groupements/nouveau';
  const right = 'groupements.ouvrir';
  return [get(path, right, () => openingPage(blank(form), [])), post(path, right, create)];
}

async function create({ body, services, identite }: Visit): Promise<Shown> {
  const typed = typedOf(body, form);
  const asked = parse(GroupementOuvert, readTyped(form, typed));
  const act = { auteur: auteurOf(identite), version: null };
  const opened = asked.ok ? await services.openGroupement(asked.value, act) : asked;
  if (opened.ok)
    return redirect(
      `/groupements/${opened.value.row.id}`,
      `« ${opened.value.row.denomination} » est créé. Déposez maintenant l’état des lieux de sa DSI, ou ouvrez ses sites.`,
    );
  if (opened.error.code === 'saisie-invalide') return openingPage(typed, opened.error.erreurs);
  return { refusal: opened.error };
}

function openingPage(typed: Typed, erreurs: readonly Erreur[]): Page {
  return {
    title: 'Nouveau groupement',
    section: 'groupements',
    trail: [GROUPEMENTS],
    ...toCorrect(erreurs),
    body: html`<div class="panneau">${drawForm(form, typed, {
      action: '/groupements/nouveau',
      defaultAction: 'creer',
      erreurs,
      buttons: html`${button('Créer le groupement', 'principal', { name: 'action', value: 'creer' })}${linkButton('Annuler', '/groupements', 'discret')}`,
    })}</div>`,
  };
}
