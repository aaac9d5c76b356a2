import { auteurOf } from '../../identity/identity.ts';
import { type Html, html } from '../../web/html.ts';
import { type AnyRefusal, toProblem } from '../../web/problem.ts';
import { marque } from '../demonstration/side.ts';
import type { CaseRead } from '../dossier/read/case.ts';
import { ailleurs, get, post, type Screen, type Shown, type Visit } from '../shell/screen.ts';
import { encart, pastille } from '../ui/blocks.ts';
import { bouton, lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, toFrenchDays, toIsoDay } from '../ui/words.ts';
import { type Contenu, groupementPage, type MatrixSite, placeOf } from './frame.ts';
import { libelleOf } from './sites/acts.ts';
import { keptSites } from './sites/filters.ts';
import { matrixOf } from './sites/sites.ts';

type Visiting = Visit<Readonly<Record<string, string>>>;

/** How many acts are written together: they share one transaction. */
const TOGETHER = 20;

/** One act for several sites: what each says, then what became of each. */
export function bulkScreens(): Screen[] {
  return [
    post('groupement.lot', '/groupements/:id/lot', {
      right: 'groupements.faits',
      answer: (visit) => groupementPage(visit, 'sites', (groupement) => bulk(visit, groupement)),
    }),
    get('groupement.lot-vide', '/groupements/:id/lot', {
      right: 'groupements.faits',
      answer: ({ params }) => ailleurs(`/groupements/${params['id'] ?? ''}`),
    }),
  ];
}

async function bulk(visit: Visiting, groupement: CaseRead): Promise<Contenu | Shown> {
  const { body, services } = visit;
  const type = body.get('acte') ?? '';
  const libelle = libelleOf(type);
  if (libelle === null) return { refus: { code: 'introuvable', objet: 'fait', id: type } };
  const found = await matrixOf(visit, groupement);
  if (!found.ok) return { refus: found.error };
  const { sites } = found.value;
  const date = toIsoDay(body.get('date') ?? services.today());
  const lot = { base: placeOf(groupement), acte: { type, libelle }, date, faute: null };
  if (body.get('portee') === 'enregistrer') return record(visit, lot, sites);
  const chosen = new Set(body.tous('site'));
  const filter = { filtre: body.get('filtre') ?? 'tous', q: body.get('q') ?? '' };
  const wanted =
    body.get('portee') === 'listes' ? keptSites(found.value, filter) : sites.filter(({ id }) => chosen.has(id));
  if (wanted.length === 0) return ailleurs(lot.base, 'Cochez d’abord un ou plusieurs sites.', 'attention');
  return previewContent({ ...lot, lignes: await foresee(visit, lot, wanted) });
}

type Draft = Omit<Lot, 'lignes'>;

/** What each site says; only those that refuse are asked why. */
async function foresee(
  { services }: Visiting,
  { acte, date }: Draft,
  sites: readonly MatrixSite[],
): Promise<LigneDeLot[]> {
  const lignes: LigneDeLot[] = [];
  for (const { id, denomination, version, faits } of sites) {
    const known = { id, denomination, version };
    if (faits.includes(acte.type)) {
      lignes.push({ ...known, refus: null });
      continue;
    }
    const foreseen = await services.simulate({ genre: 'dossier', id }, { faits: [{ type: acte.type, date }] });
    if (!foreseen.ok) lignes.push({ ...known, refus: toProblem(foreseen.error).detail });
    else lignes.push({ ...known, refus: foreseen.value.refus && whyOf(foreseen.value.refus.refus) });
  }
  return lignes;
}

/** Tells the act to each site, unless it has moved since it was shown. */
async function record(visit: Visiting, lot: Draft, sites: readonly MatrixSite[]): Promise<Contenu> {
  const { body, services, identite } = visit;
  const versions = body.tous('version');
  const chosen = new Map(body.tous('site').map((id, rank) => [id, Number(versions[rank])]));
  const wanted = sites.filter(({ id }) => chosen.has(id));
  const faute = dayFault(lot.date, services.today());
  if (faute !== null) return previewContent({ ...lot, faute, lignes: await foresee(visit, lot, wanted) });
  const lignes: LigneDeLot[] = [];
  for (let from = 0; from < wanted.length; from += TOGETHER) {
    const some = wanted.slice(from, from + TOGETHER).map(async ({ id, denomination }): Promise<LigneDeLot> => {
      const version = chosen.get(id) ?? 0;
      const act = { auteur: auteurOf(identite), version };
      const recorded = await services.record({ genre: 'dossier', id }, { type: lot.acte.type, date: lot.date }, act);
      return { id, denomination, version, refus: recorded.ok ? null : whyOf(recorded.error) };
    });
    lignes.push(...(await Promise.all(some)));
  }
  return resultContent({ ...lot, lignes });
}

function dayFault(date: string, today: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(Date.parse(date)))
    return 'Saisissez un jour du calendrier : JJ/MM/AAAA.';
  return date > today ? 'Un acte est passé : indiquez aujourd’hui au plus tard.' : null;
}

function whyOf(refusal: AnyRefusal): string {
  if (refusal.code === 'version-perimee')
    return 'Quelqu’un d’autre a fait avancer ce site entre-temps : rien n’y a été enregistré.';
  if (refusal.code === 'fait-refuse')
    return refusal.manque.map(({ libelle }) => libelle).join(' ') || toProblem(refusal).detail;
  return refusal.code === 'saisie-invalide'
    ? refusal.erreurs.map(({ message }) => message).join(' ')
    : toProblem(refusal).detail;
}

/** One site of a bulk act: what it says, or said. */
interface LigneDeLot {
  id: string;
  denomination: string;
  version: number;
  /** Null when it takes the act, or took it. */
  refus: string | null;
}

/** An act for several sites. */
interface Lot {
  base: string;
  acte: { type: string; libelle: string };
  /** As it was typed. */
  date: string;
  faute: string | null;
  lignes: readonly LigneDeLot[];
}

/** What each site would say to an act, before it is recorded. */
function previewContent(lot: Lot): Contenu {
  const { base, acte, date, faute, lignes } = lot;
  const takers = lignes.filter(({ refus }) => refus === null);
  const others = lignes.length - takers.length;
  return {
    titre: acte.libelle,
    statut: faute === null ? 200 : 422,
    aCorriger: faute !== null,
    corps: html`<form method="post" action="${base}/lot" class="panneau lot-page">${marque()}
<h2>${combien(takers.length, 'site l’accepte', 'sites l’acceptent', 'Aucun site ne l’accepte')}${others > 0 && `, ${combien(others, 'le refuse', 'le refusent')}`}</h2>
<input type="hidden" name="acte" value="${acte.type}">
${takers.map(({ id, version }) => html`<input type="hidden" name="site" value="${id}"><input type="hidden" name="version" value="${version}">`)}
${
  takers.length > 0 &&
  html`<div class="champ"><label for="date">Date de l’acte, pour chacun de ces sites</label>
${faute && html`<p class="faute" id="date-faute">${faute}</p>`}
<input class="court" id="date" name="date" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA" value="${toFrenchDays(date)}"${faute && html` aria-invalid="true" aria-describedby="date-faute" autofocus`}></div>`
}
<div class="boutons">${takers.length > 0 && bouton(`Enregistrer pour ${combien(takers.length, 'site')}`, 'principal', { nom: 'portee', valeur: 'enregistrer', signe: 'coche' })}
${lienBouton(takers.length > 0 ? 'Annuler' : 'Revenir aux sites', base, takers.length > 0 ? 'discret' : 'second')}</div></form>
${linesTable('Ce que dit chaque site', lignes, { oui: 'L’accepte', non: 'Le refuse' })}`,
  };
}

/** What became of an act, site by site. */
function resultContent({ base, acte, lignes }: Lot): Contenu {
  const done = lignes.filter(({ refus }) => refus === null).length;
  const others = lignes.length - done;
  const told = `« ${acte.libelle} » est enregistré sur ${combien(done, 'site')}${others > 0 ? `, refusé sur ${combien(others, 'site')}` : ''}.`;
  return {
    titre: acte.libelle,
    corps: html`${encart(others > 0 ? 'attention' : 'bien', told)}
${linesTable('Résultat par site', lignes, { oui: 'Enregistré', non: 'Refusé' })}
<p class="boutons">${lienBouton('Revenir aux sites', base, 'principal', 'retour')}</p>`,
  };
}

function linesTable(legende: string, lignes: readonly LigneDeLot[], mots: { oui: string; non: string }): Html {
  const sorted = lignes.toSorted((a, b) => Number(a.refus === null) - Number(b.refus === null));
  return html`<section class="panneau lignes"><h2>${legende}</h2>${table<LigneDeLot>(
    {
      legende,
      cachee: true,
      colonnes: [
        {
          titre: 'Site',
          role: 'titre',
          cellule: ({ id, denomination }) => html`<a href="/dossiers/${id}">${denomination}</a>`,
        },
        {
          titre: 'Résultat',
          cellule: ({ refus }) =>
            refus === null ? pastille('bien', mots.oui, 'coche') : pastille('faute', mots.non, 'croix'),
        },
        { titre: 'Pourquoi', cellule: ({ refus }) => refus },
      ],
    },
    sorted,
  )}</section>`;
}
