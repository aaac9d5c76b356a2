import { type Statut, tellStatut } from '../../../machines/procedure.ts';
import { auteurOf } from '../../identity/identity.ts';
import { droitDe, type IdOperation } from '../../web/access/policy.ts';
import { type Html, html } from '../../web/html.ts';
import { undoBar } from '../correction/line.ts';
import { cameFrom, neighbours } from '../journee/query.ts';
import { get, post, type Screen, type Visit } from '../shell/screen.ts';
import { type Crumb, GROUPEMENTS, JOURNEE, type Page, redirect, type Shown, underJournee } from '../shell/shown.ts';
import { callout, pill, type Shade, tabBar } from '../ui/blocks.ts';
import { actionForm, button, postButton } from '../ui/button.ts';
import { absentUntil, spacedSiret } from '../ui/words.ts';
import { followed, lastSeen } from './news.ts';
import { type CaseRead, certificateName, countCertificates, pathOf, readCase, type Visitor } from './read/case.ts';

/** The tabs of each kind of case, by their place under its address; the first is at the address itself. */
const tabs = {
  dossier: {
    etapes: 'Étapes',
    parties: 'Parties et cartes',
    documents: 'Documents',
    echanges: 'Échanges',
    certificats: 'Certificats',
    journal: 'Journal',
    notes: 'Notes et relances',
    diagramme: 'Diagramme',
  },
  certificat: { etapes: 'Étapes', journal: 'Journal', diagramme: 'Diagramme' },
  groupement: {
    sites: 'Sites',
    plan: 'Plan',
    'etat-des-lieux': 'État des lieux',
    diagramme: 'Diagramme',
    journal: 'Journal',
  },
} as const;
type Genre = keyof typeof tabs;
type Tab = { [Kind in Genre]: keyof (typeof tabs)[Kind] }[Genre];

/** What a tab shows under the header of its case. */
export interface Content extends Pick<Page, 'actions' | 'status' | 'hasFaults' | 'isWide'> {
  body: Html;
  /** What the page is called beside the name of its case; that of the tab unless told. */
  title?: string;
}

/** When a case is looked at: as of the line `vu` of the journal; `next` is the dossier that follows in the list that one came from. */
export interface Moment {
  vu: number;
  next: string | null;
}

/** Makes what is under the tabs of a case, or something else to answer. */
type Show = (affaire: CaseRead, at: Moment) => Promise<Content | Shown> | Content | Shown;

/** A tab of a case at its own address. */
export function caseTab(
  genre: Genre,
  onglet: Tab,
  right: IdOperation,
  show: (visit: Visit, ...shown: Parameters<Show>) => ReturnType<Show>,
): Screen {
  const path = `/${genre}s/:id${onglet === Object.keys(tabs[genre])[0] ? '' : `/${onglet}`}`;
  return get(path, right, (visit) => casePage(visit, genre, onglet, (...shown) => show(visit, ...shown)));
}

/** A tab of the case that the address names, under its header: `show` makes what is under the tabs. */
export async function casePage(visit: Visitor, genre: Genre, onglet: Tab, show: Show): Promise<Shown> {
  const cible = { genre, id: visit.params['id'] ?? '' };
  const read = await readCase(visit.services, cible);
  if (!read.ok) return { refusal: read.error };
  const affaire = read.value;
  const vu = await lastSeen(visit.services, cible);
  const from = cible.genre === 'dossier' ? await cameFrom(visit, cible.id) : null;
  const shown = await show(affaire, { vu, next: from?.place?.apres ?? null });
  if (!('body' in shown)) return shown;
  const { title, body, ...more } = shown;
  const isGroupement = cible.genre === 'groupement';
  const [undo, head, bar] = await Promise.all([
    isGroupement ? null : undoBar(visit, affaire, vu),
    isGroupement ? groupementHead(affaire) : headOf(visit, affaire, from?.back),
    tabsOf(visit, affaire, onglet),
  ]);
  const [, ...others] = Object.entries<string>(tabs[cible.genre]);
  const told = title ?? others.find(([id]) => id === onglet)?.[1];
  const nom = nameOf(affaire);
  return {
    ...more,
    ...head,
    ...(from && { turn: neighbours(from), cookies: from.cookies }),
    title: told === undefined ? nom : `${nom} · ${told}`,
    body: html`${undo}<div id="onglets" data-partie>${bar}</div>
${affaire.suite === null ? quarantine(affaire) : !isGroupement && followed(cible, vu)}
${body}`,
  };
}

/** What a case is called. */
export function nameOf({ row, fiche }: CaseRead): string {
  if (row.genre === 'certificat' && fiche.beneficiaire) return certificateName(row.fiche);
  return row.denomination || row.id;
}

/** Where a page below that of a case stands, and what leads to it. */
export function underCase(affaire: CaseRead, ...more: readonly Crumb[]): Pick<Page, 'section' | 'trail'> {
  const { cible } = affaire;
  const below = [{ label: nameOf(affaire), href: pathOf(cible) }, ...more];
  return cible.genre === 'groupement'
    ? { section: 'groupements', trail: [GROUPEMENTS, ...below] }
    : underJournee(...below);
}

/** Whether somebody may record facts of a case, and the case may take them. */
export function mayAct({ identite, apart }: Visitor, { cible, suite }: CaseRead): boolean {
  return suite !== null && (apart || droitDe(`${cible.genre}s.faits`, identite) === 'tous');
}

async function headOf(visit: Visitor, affaire: CaseRead, journee: Crumb = JOURNEE) {
  const { row } = affaire;
  const section = 'journee' as const;
  if (row.genre !== 'certificat') return { section, trail: [journee], subtitle: await dossierHead(visit, affaire) };
  const dossier = await visit.services.find({ genre: 'dossier', id: row.parentId ?? '' });
  const above = dossier.ok
    ? [
        { label: dossier.value.denomination, href: `/dossiers/${dossier.value.id}` },
        { label: 'Certificats', href: `/dossiers/${dossier.value.id}/certificats` },
      ]
    : [];
  const subtitle = html`<ul class="rang identite"><li>${statusPill(affaire)}</li></ul>`;
  return { section, trail: [journee, ...above], subtitle };
}

/** What each kind of groupement is called. */
export const genreNames: Readonly<Record<string, string>> = { ght: 'GHT', 'groupe-prive': 'Groupe privé' };

function groupementHead(affaire: CaseRead) {
  const { genre, dsi } = affaire.fiche;
  const subtitle = html`<ul class="rang identite"><li>${statusPill(affaire)}</li>
<li>${genreNames[`${genre}`] ?? 'Groupement'}</li>
${dsi && html`<li><span class="doux">DSI</span> ${typeof dsi === 'string' ? dsi : reached(dsi)}</li>`}</ul>`;
  return { section: 'groupements', trail: [GROUPEMENTS], isWide: true, subtitle } as const;
}

function reached({ nom, courriel, telephone }: Exclude<NonNullable<CaseRead['fiche']['dsi']>, string>): Html {
  return html`${nom}${courriel && html`, <a href="mailto:${courriel}">${courriel}</a>`}${telephone && html`, ${telephone}`}`;
}

async function dossierHead(visit: Visitor, affaire: CaseRead): Promise<Html> {
  const { row, fiche, procedure } = affaire;
  const { codePostal, commune } = fiche;
  const parent = row.parentId ? await visit.services.find({ genre: 'groupement', id: row.parentId }) : null;
  return html`<ul class="rang identite" id="identite" data-partie><li>${statusPill(affaire)}</li>
${row.siret && html`<li><span class="doux">SIRET</span> ${spacedSiret(row.siret)}</li>`}
<li><span class="doux">FINESS</span> ${row.finess ?? 'aucun'}</li>
${commune && html`<li>${codePostal} ${commune}</li>`}
${procedure && html`<li><a href="/procedures/${procedure.id}">${procedure.titre}</a></li>`}
${parent?.ok && html`<li><a href="/groupements/${parent.value.id}">${parent.value.denomination}</a></li>`}
${await assignmentLine(visit, affaire, mayAct(visit, affaire))}</ul>`;
}

const shades = { enCours: 'accent', enService: 'bien', abandonne: 'neutre', clos: 'neutre' } as const satisfies Record<
  Statut,
  Shade
>;

function statusPill({ row, suite }: CaseRead): Html {
  if (suite === null) return pill('faute', 'En quarantaine', 'verrou');
  return pill(shades[row.statut as Statut] ?? 'neutre', tellStatut(row.statut));
}

async function tabsOf({ services }: Visitor, { cible }: CaseRead, onglet: Tab): Promise<Html> {
  const own = Object.entries<string>(tabs[cible.genre]);
  const certificates = await countCertificates(services, cible);
  const liste = own.map(([id, label], rank) => ({
    label,
    isCurrent: id === onglet,
    href: rank === 0 ? pathOf(cible) : `${pathOf(cible)}/${id}`,
    ...(id === 'notes' && { href: `${pathOf(cible)}/notes#note-texte`, key: 'n' }),
    ...(id === 'certificats' && certificates > 0 && { count: certificates }),
  }));
  return tabBar(`Le ${cible.genre}`, liste);
}

function quarantine({ row, cible: { genre } }: CaseRead): Html {
  if (genre === 'groupement') {
    const texte = `Ce qui est gardé de ce groupement, ou de l’un de ses sites, n’est plus ce qui a été écrit : il se lit, mais plus rien ne s’y enregistre. Prévenez l’exploitant en lui donnant cet identifiant : ${row.id}.`;
    return callout('faute', texte, 'Groupement en quarantaine');
  }
  return callout(
    'faute',
    html`<p>Ce qui est gardé de ce dossier, ou de l’un de ses certificats, n’est plus ce qui a été écrit. Vous pouvez le lire, ainsi que son
journal, mais plus rien ne s’y enregistre.</p>
<p>Prévenez l’exploitant du service en lui donnant cet identifiant : <code>${row.id}</code>. Rien n’est à ressaisir d’ici là.</p>`,
    'Dossier en quarantaine',
  );
}

/** Who a dossier is assigned to, as a line of its header, with what gives it to oneself or to nobody. */
async function assignmentLine({ services, identite }: Visitor, { row }: CaseRead, agit: boolean): Promise<Html> {
  const { compteId = null } = (await services.travail.affectations(row.id)).at(-1) ?? {};
  const compte = compteId === null ? null : await services.identites.compte(compteId);
  const isOwn = compteId === identite.id;
  const away = absentUntil(services.affectations.absents(services.today()).get(compteId ?? ''));
  const action = `/dossiers/${row.id}/affectation`;
  const take = compte ? `Le reprendre à ${compte.nom}` : 'Prendre ce dossier';
  const change = isOwn
    ? postButton('Le rendre', action, { a: 'personne' }, 'discret')
    : actionForm(
        {
          action,
          hidden: { a: 'moi', de: compteId ?? '' },
          attributes: { class: 'seul', 'data-touche': compte === null && 'a' },
        },
        button(take, 'discret', { isSmall: true }),
      );
  return html`<li class="affectation">${
    compte
      ? html`<span class="doux">Affecté à</span> ${isOwn ? 'vous' : compte.nom}${away !== '' && `, ${away}`}`
      : html`<span class="doux">Affecté à personne</span>`
  } ${agit && change}</li>`;
}

/** Where one takes a dossier, from whom one was shown to have it, or gives it back. */
export function assignmentScreen(): Screen {
  return post('/dossiers/:id/affectation', 'dossiers.faits', async ({ services, identite, body, params }) => {
    const { id = '' } = params;
    const isTaken = body.get('a') === 'moi';
    const { compteId = null } = (await services.travail.affectations(id)).at(-1) ?? {};
    const holder = compteId === null || compteId === identite.id ? null : await services.identites.compte(compteId);
    if (isTaken && holder && body.get('de') !== holder.id)
      return redirect(
        `/dossiers/${id}`,
        `${holder.nom} vient de prendre ce dossier : voyez ensemble qui le suit.`,
        'attention',
      );
    await services.travail.affecter([id], isTaken ? identite.id : null, auteurOf(identite));
    if (!isTaken) return redirect(`/dossiers/${id}`, 'Ce dossier n’est plus affecté.');
    return redirect(
      `/dossiers/${id}`,
      holder ? `Ce dossier, que suivait ${holder.nom}, vous est affecté.` : 'Ce dossier vous est affecté.',
    );
  });
}
