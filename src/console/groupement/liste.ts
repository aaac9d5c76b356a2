import { fold } from '../../fold.ts';
import { within } from '../../web/access/reach.ts';
import { type Html, html } from '../../web/html.ts';
import type { Page } from '../shell/screen.ts';
import { pages, progres, vide } from '../ui/blocks.ts';
import { lienBouton } from '../ui/button.ts';
import { icone } from '../ui/icon.ts';
import { table } from '../ui/table.ts';
import { combien, depuis } from '../ui/words.ts';
import { genres, mayAct, type Visitor } from './frame.ts';

const PAR_PAGE = 50;
/** Beyond it, the list says that there are more. */
const MAX = 2_000;
const LOT = 200;

/** What the list is asked. */
interface Recherche {
  q: string;
  page: number;
}

interface Ligne {
  id: string;
  nom: string;
  genre: string;
  enService: number;
  sites: number;
  /** YYYY-MM-DD. */
  modifieLe: string;
}

/** The groupements that somebody may see, those that moved last first. */
export async function listPage(visit: Visitor, { q, page: wanted }: Recherche): Promise<Page> {
  const all = await readAll(visit);
  const words = fold(q).split(' ');
  const kept = all.filter(({ nom, genre }) => words.every((word) => fold(`${nom} ${genre}`).includes(word)));
  const last = Math.max(1, Math.ceil(kept.length / PAR_PAGE));
  const page = Math.min(wanted, last);
  const shown = kept.slice((page - 1) * PAR_PAGE, page * PAR_PAGE);
  const agit = mayAct(visit);
  return {
    titre: 'Groupements',
    rubrique: 'groupements',
    actions: agit ? lienBouton('Nouveau groupement', '/groupements/nouveau', 'principal', 'plus') : null,
    corps:
      all.length === 0
        ? none(agit)
        : html`<section class="panneau" aria-label="Liste des groupements">${search(q)}
${kept.length === 0 ? vide('recherche', 'Aucun groupement ne répond', html`<p><a href="/groupements">Voir tous les groupements</a></p>`) : lines(shown, visit.services.today())}
${turn(q, page, last, kept.length)}
${all.length >= MAX && html`<p class="petit doux">Seuls les ${MAX} premiers groupements sont listés : cherchez par le nom.</p>`}</section>`,
  };
}

function none(agit: boolean): Html {
  const what = html`<p>Un groupement rassemble les sites d’un GHT ou d’un groupe privé : sa DSI agit une fois pour tous, et vous suivez leur avancement d’un coup d’œil.</p>
${agit && html`<p class="boutons">${lienBouton('Créer un groupement', '/groupements/nouveau', 'principal', 'plus')}</p>`}`;
  return html`<section class="panneau">${vide('groupement', 'Aucun groupement pour l’instant', what)}</section>`;
}

function search(q: string): Html {
  return html`<form class="cherche-site" role="search" aria-label="Dans les groupements" method="get" action="/groupements"><label class="sr" for="nom-groupement">Chercher un groupement</label>
<input id="nom-groupement" name="q" type="search" value="${q}" placeholder="Nom du groupement" autocomplete="off">
<button class="bouton second petit">${icone('recherche')}<span>Chercher</span></button></form>`;
}

function lines(shown: readonly Ligne[], today: string): Html {
  return table<Ligne>(
    {
      legende: 'Groupements',
      cachee: true,
      colonnes: [
        { titre: 'Nom', role: 'titre', cellule: ({ id, nom }) => html`<a href="/groupements/${id}">${nom}</a>` },
        { titre: 'Genre', cellule: ({ genre }) => genre },
        { titre: 'Sites', role: 'nombre', cellule: ({ sites }) => sites },
        {
          titre: 'En service',
          cellule: ({ nom, enService, sites }) =>
            sites === 0
              ? html`<span class="doux">aucun site</span>`
              : progres(enService, sites, `Sites en service, ${nom}`),
        },
        { titre: 'Dernier mouvement', cellule: ({ modifieLe }) => depuis(modifieLe, today) },
      ],
    },
    shown,
  );
}

function turn(q: string, page: number, last: number, total: number): Html | null {
  if (last === 1) return null;
  const to = (wanted: number) => `/groupements?${new URLSearchParams({ ...(q && { q }), page: `${wanted}` })}`;
  return pages({
    precedente: page > 1 ? to(page - 1) : null,
    suivante: page < last ? to(page + 1) : null,
    etat: `Page ${page} sur ${last} · ${combien(total, 'groupement')}`,
  });
}

async function readAll({ services, identite }: Visitor): Promise<Ligne[]> {
  const lines: Ligne[] = [];
  for (let apres: string | null | undefined; apres !== null && lines.length < MAX; ) {
    const query = within(identite, services.today(), { genre: 'groupement', limite: LOT, ...(apres && { apres }) });
    const { lignes, suite } = await services.list(query);
    for (const { id, denomination: nom, fiche, etat, modifieLe } of lignes) {
      const { enCours, enService } = countsOf(etat);
      const genre = genres[`${readJson(fiche)['genre']}`] ?? '';
      lines.push({ id, nom, genre, enService, sites: enCours + enService, modifieLe: modifieLe.slice(0, 10) });
    }
    apres = suite;
  }
  return lines.toSorted((a, b) => b.modifieLe.localeCompare(a.modifieLe) || a.nom.localeCompare(b.nom, 'fr'));
}

function countsOf(etat: string): { enCours: number; enService: number } {
  const { enCours = 0, enService = 0 } = (readJson(etat)['enfants'] ?? {}) as { enCours?: number; enService?: number };
  return { enCours, enService };
}

/** A damaged row may be no JSON: it is listed without what it says. */
function readJson(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
