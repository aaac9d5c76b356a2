import type { FactType } from '../../../machines/index.ts';
import { tellSource } from '../../../machines/source.ts';
import type { Erreur } from '../../result.ts';
import { type Html, html } from '../../web/html.ts';
import { reasons } from '../dossier/etapes/step.ts';
import { factPath } from '../dossier/faits/form.ts';
import { nameOf } from '../dossier/frame.ts';
import { drawForm } from '../forms/draw.ts';
import { drawRead } from '../forms/read.ts';
import type { Page } from '../shell/screen.ts';
import { encart, pastille } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { jour as dayOf, jourLong } from '../ui/words.ts';
import { beside } from './aside.ts';
import { type Partie, parties, stageOf } from './catalogue.ts';
import { examine } from './control.ts';
import { isAsRecorded, type Travail } from './desk.ts';
import { type Envoye, sendingOf } from './sending.ts';

/** What is told beside a form that was sent. */
interface Dit {
  statut?: number;
  erreurs?: readonly Erreur[];
  /** Why it was not taken, when it is no field’s fault. */
  refus?: Html | null;
  focus?: string | null;
  /** The version that is kept now, when it is not that of the desk. */
  version?: number;
  envoye?: Envoye | null;
}

/** Where a form of a dossier is. */
export function formPath({ affaire, imprime }: Pick<Travail, 'affaire' | 'imprime'>): string {
  return `/dossiers/${affaire.cible.id}/formulaires/${imprime.id}`;
}

/** The page of a form: its fields, and beside them what is missing and what became of the draft. */
export function formPage(travail: Travail, dit: Dit = {}): Page {
  const { imprime, affaire, agit } = travail;
  const erreurs = dit.erreurs ?? [];
  return {
    titre: imprime.nom === imprime.titre ? imprime.nom : `${imprime.nom} — ${imprime.titre}`,
    rubrique: 'journee',
    large: true,
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: nameOf(affaire), vers: `/dossiers/${affaire.cible.id}` },
    ],
    sousTitre: html`<span>${nameOf(affaire)}</span><span>${tellSource(imprime.source)}</span>`,
    actions: lienBouton('Imprimer', `${formPath(travail)}/impression`, 'second', 'document'),
    statut: dit.statut ?? 200,
    aCorriger: erreurs.length > 0 || Boolean(dit.refus),
    corps: html`${dit.refus}
${returned(travail)}
${closed(travail)}
<div class="deux formulaire"><div class="pile">
${agit ? fields(travail, dit) : readOnly(travail)}
${agit && imprime.id === 'formulaire-413' && sendingOf(travail, dit.envoye ?? null)}
</div>
${travail.estOuvert && beside(travail)}</div>`,
  };
}

function fields(travail: Travail, dit: Dit): Html {
  const { imprime, typed, garde, saisie } = travail;
  const action = formPath(travail);
  const isInParts = imprime.id === 'formulaire-413';
  const { avertissements } = examine({ imprime, saisie });
  return drawForm(imprime.form, typed, {
    action,
    parDefaut: 'brouillon',
    erreurs: dit.erreurs ?? [],
    avertissements,
    focus: dit.focus ?? null,
    encadre: true,
    attributs: html`hx-post="${action}/brouillon" hx-trigger="input delay:1500ms, change delay:1500ms" hx-target="#brouillon" hx-swap="outerHTML" hx-sync="this:replace"`,
    entete: html`${versionField(dit.version ?? garde.version)}
<p class="doux consigne">Tout est à remplir, sauf ce qui est dit facultatif.</p>`,
    pieds: isInParts ? Object.fromEntries(parties.map((partie) => [partie, partFoot(travail, partie)])) : {},
    boutons: html`${!isInParts && bouton('Enregistrer l’envoi', 'principal', { nom: 'action', valeur: 'envoyer', signe: 'envoyer' })}
${bouton('Enregistrer le brouillon', 'second', { nom: 'action', valeur: 'brouillon' })}
${travail.garde.modifieLe !== null && bouton('Abandonner le brouillon', 'discret', { nom: 'action', valeur: 'abandonner' })}`,
  });
}

/** What the next keeping follows; replaced after each. */
export function versionField(version: number, isOutOfBand = false): Html {
  return html`<input type="hidden" id="version" name="version" value="${version}"${isOutOfBand && html` hx-swap-oob="true"`}>`;
}

function partFoot(travail: Travail, partie: Partie): Html {
  const { enregistrees } = travail;
  const recorded = enregistrees[partie];
  const isSame = isAsRecorded(travail, partie);
  const state = recorded
    ? html`${pastille(isSame ? 'bien' : 'attention', isSame ? 'Enregistrée' : 'Modifiée depuis', isSame ? 'coche' : 'crayon')} <span class="doux">le ${dayOf(recorded.date)}</span>`
    : pastille('neutre', partie === 'partie2' ? 'Facultative' : 'À enregistrer');
  const nom = partie.replace('partie', 'partie ');
  return html`<div class="pied-partie">${bouton(
    recorded ? `Enregistrer à nouveau la ${nom}` : `Enregistrer la ${nom}`,
    (recorded && isSame) || partie === 'partie2' ? 'second' : 'principal',
    {
      nom: 'action',
      valeur: partie,
      petit: true,
    },
  )}<span class="rang">${state}</span></div>`;
}

function readOnly({ imprime, typed }: Travail): Html {
  return html`<section class="panneau">${drawRead(imprime.lecture, typed)}</section>`;
}

/** What became of a form 413 that the dossier no longer takes, and what may follow. */
function closed({ affaire, estOuvert, transmisLe }: Travail): Html | null {
  if (estOuvert) return null;
  const stage = stageOf(affaire);
  const again = html`<a href="${factPath(affaire.cible, 'formulaire413.repris' satisfies FactType)}">commencez une nouvelle demande</a>`;
  if (stage === 'accorde')
    return encart(
      'bien',
      html`<p>Pour habiliter un autre administrateur technique, ${again} : les habilitations données restent.</p>`,
      'Accordé par l’ANS',
    );
  if (stage === 'rejetee') return encart('faute', html`<p>Pour continuer, ${again}.</p>`, 'Rejeté par l’ANS');
  const quand = transmisLe === null ? '' : ` le ${jourLong(transmisLe)}`;
  return encart('info', html`<p>S’il est retourné, il se corrigera ici.</p>`, `Envoyé à l’ANS${quand}`);
}

/** Why the ANS returned it, and the parts that its reasons touch; the visa serves one version. */
function returned({ retour }: Travail): Html | null {
  if (!retour) return null;
  const touched = [...new Set(retour.motifs.map(({ partie }) => partie))].filter((partie) => partie !== 3).sort();
  const first =
    touched.length > 0 ? `Corrigez la ${touched.map((partie) => `partie ${partie}`).join(' et la ')}, puis f` : 'F';
  return encart(
    'faute',
    html`${reasons(retour)}
<p>${first}aites viser une nouvelle partie 3 et signer à nouveau.</p>`,
    `Retourné par l’ANS le ${jourLong(retour.le)}`,
  );
}
