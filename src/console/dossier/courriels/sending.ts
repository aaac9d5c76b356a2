import { randomUUID } from 'node:crypto';
import { type FormulaireId, formulaires } from '../../../../machines/formulaires/index.ts';
import { CourrielEcrit, type PieceDessinee } from '../../../desk/messagerie/envoi.ts';
import { destinataires } from '../../../desk/reglages/courriels/saisie.ts';
import type { Refusal } from '../../../engine/refusal.ts';
import { auteurOf } from '../../../identity/identity.ts';
import { type Erreur, err, ok, parseThen, type Result } from '../../../result.ts';
import { html } from '../../../web/html.ts';
import { may } from '../../administration/frame.ts';
import { drawForm } from '../../forms/draw.ts';
import { check, checks, formOfFields, line, longText, ticked } from '../../forms/field.ts';
import type { Form } from '../../forms/form.ts';
import { readTyped, type Typed, typedOf } from '../../forms/typed.ts';
import { formName } from '../../formulaires/catalogue.ts';
import { keptForm } from '../../formulaires/filled-form.ts';
import { paperOf } from '../../formulaires/paper.ts';
import type { Visit } from '../../shell/screen.ts';
import { afterForm, type Page, redirect, type Shown, toCorrect } from '../../shell/shown.ts';
import { callout, disclosure, panel } from '../../ui/blocks.ts';
import { button, linkButton } from '../../ui/button.ts';
import { longDay } from '../../ui/words.ts';
import { noteCalledBack } from '../relances.ts';
import { around, type Filled, letter, type Modele, type StoredRow, toComplete } from './letter.ts';

/** So many documents may be ticked: the last ones. */
const DOCUMENTS = 30;

const papers = Object.fromEntries(
  (Object.keys(formulaires) as FormulaireId[]).map((id) => [id, `${formName(id) ?? id}, à signer (PDF)`]),
);

/** A mail to be sent from here, with what it may bring. */
export async function formFor({ services }: Visit, id: string): Promise<Form> {
  const [carnet, found] = await Promise.all([
    services.messagerie.carnet(id),
    services.documentsOf({ genre: 'dossier', id }),
  ]);
  const known = carnet.map(({ role, nom, adresse }) => `${destinataires[role]}, ${nom} : ${adresse}`);
  const documents = (found.ok ? found.value : []).filter(({ nature }) => nature !== 'eml').slice(-DOCUMENTS);
  const names = Object.fromEntries(documents.toReversed().map(({ rang, nom }) => [`${rang}`, nom]));
  return formOfFields(
    {
      a: line('À', {
        help:
          known.length > 0
            ? `Connus de ce dossier — ${known.join(' ; ')}.`
            : 'Des adresses, séparées par des virgules.',
      }),
      objet: line('Objet'),
      corps: longText('Texte'),
      ...(documents.length > 0 && { pieces: checks('Documents du dossier à joindre', names, { isRequired: false }) }),
      formulaires: checks('Formulaires à joindre, tels que le dossier les remplit', papers, { isRequired: false }),
    },
    'courriel',
  );
}

/** A mail that is being written. */
interface Writing {
  modele: Modele | null;
  form: Form;
  typed: Typed;
  filled: Filled | null;
  erreurs?: readonly Erreur[];
}

/** The same form, where one of its addresses refused a mail. */
function insisting(form: Form): Form {
  const insist = check('Y écrire quand même, et à nouveau par la suite');
  return { ...form, root: { ...form.root, fields: { ...form.root.fields, [INSIST]: insist } } };
}

const INSIST = 'malgreRefus';

/** Where a mail is read over, corrected and sent. */
export async function sendingPage(
  visit: Visit,
  row: StoredRow,
  { modele, form, typed, filled, erreurs = [] }: Writing,
): Promise<Page> {
  const { services, body, query, identite } = visit;
  const kept = (name: string) => body.get(name) ?? query[name] ?? '';
  const [refused] = await services.messagerie.refusees((typed['a'] ?? '').split(/[\s,;]+/));
  const hidden = {
    modele: modele?.id ?? '',
    etape: kept('etape'),
    repond: kept('repond'),
    demande: body.get('demande') ?? randomUUID(),
  };
  const main = may(identite, 'courriels.envoyer')
    ? html`<section class="panneau rediger"><h2>${modele?.nom ?? 'Courriel'}</h2>${filled && toComplete(filled)}
${refused && callout('attention', `${refused.adresse} a refusé un courriel le ${longDay(refused.depuis.slice(0, 10))} : ${refused.dit}`, 'Adresse qui refuse')}
${drawForm(refused ? insisting(form) : form, typed, {
  action: `/dossiers/${row.id}/courriel`,
  defaultAction: 'envoyer',
  erreurs,
  hidden,
  below: disclosure(
    'Comment il part',
    html`<p>De ${services.messagerie.adresse}, en votre nom. La réponse revient dans les échanges de ce dossier.</p>`,
  ),
  buttons: html`${button('Envoyer', 'principal', { name: 'action', value: 'envoyer', icon: 'envoyer' })}${linkButton('Annuler', `/dossiers/${row.id}`, 'discret')}`,
})}</section>`
    : panel(modele?.nom ?? 'Courriel', filled ? letter(filled) : html`<p>Vous pouvez lire, sans envoyer.</p>`);
  return { ...(await around(visit, row, modele, main)), ...toCorrect(erreurs) };
}

/** Sends what was written, or shows it again with what is to be corrected. */
export async function send(visit: Visit): Promise<Shown> {
  const { services, params, body, identite } = visit;
  const id = params['id'] ?? '';
  const found = await services.find({ genre: 'dossier', id });
  if (!found.ok) return { refusal: found.error };
  const form = await formFor(visit, id);
  const typed = typedOf(body, form);
  const { pieces, formulaires: chosen, ...read } = readTyped(form, typed);
  const modele = services.reglages.modele(body.get('modele') ?? '');
  const sent = await parseThen(
    CourrielEcrit,
    {
      ...read,
      malgreRefus: body.get(INSIST) !== undefined,
      modele: modele?.id ?? null,
      pieces: ticked(pieces ?? {}),
      repond: body.get('repond') || null,
    },
    async (ecrit) => {
      const dessinees = await drawn(visit, ticked(chosen ?? {}));
      if (!dessinees.ok) return dessinees;
      const act = { auteur: auteurOf(identite), version: null, demande: requestOf(body.get('demande')) };
      return await services.messagerie.envoyer(id, ecrit, {
        signataire: identite.nom,
        act,
        dessinees: dessinees.value,
      });
    },
  );
  if (!sent.ok && sent.error.code === 'deja-repondu')
    return redirect(`/dossiers/${id}/echanges`, 'Ce courriel est déjà parti.');
  return afterForm(
    sent,
    async () => {
      await noteCalledBack(visit, id, body.get('etape') ?? '');
      return redirect(`/dossiers/${id}/echanges`, 'Le courriel part.');
    },
    (erreurs) => sendingPage(visit, found.value, { modele, form, typed, filled: null, erreurs }),
    { 'adresse-refusee': '/malgreRefus', 'courriel-trop-grand': '/pieces' },
  );
}

/** A form that is sent twice sends one mail. */
function requestOf(cle: string | undefined) {
  return cle !== undefined && /^[\da-f-]{36}$/.test(cle) ? { cle, empreinte: cle, tell: () => '{}' } : undefined;
}

/** What is said to go with a mail goes with it, or it does not leave. */
async function drawn(visit: Visit, ids: readonly string[]): Promise<Result<PieceDessinee[], Refusal>> {
  const papersDrawn: PieceDessinee[] = [];
  for (const formulaire of ids) {
    const travail = await keptForm(visit, visit.params['id'] ?? '', formulaire);
    const paper = 'refusal' in travail ? null : await paperOf(travail);
    if (!paper) {
      const message = `« ${formName(formulaire) ?? formulaire} » ne peut pas se dessiner en ce moment, et rien n’est parti : recommencez dans une minute, ou décochez-le.`;
      return err({ code: 'saisie-invalide', erreurs: [{ pointeur: '/formulaires', message }] });
    }
    papersDrawn.push({ nom: paper.nom, type: 'application/pdf', octets: paper.pdf });
  }
  return ok(papersDrawn);
}
