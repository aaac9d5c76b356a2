import { findProcedure } from '../../../machines/index.ts';
import { type Html, html } from '../../http/html.ts';
import { type Nommer, namesOf } from '../dossier/read/authors.ts';
import type { CaseRead, Ligne } from '../dossier/read/case.ts';
import { jour, moment } from '../parts/dates.ts';
import { combien } from '../parts/mots.ts';
import { table } from '../parts/table.ts';
import type { Shown } from '../shell/screen.ts';
import type { Contenu, Visitor } from './cadre.ts';

const LOT = 200;

/** What was told to the groupement itself, newest first; what merely follows from another fact is left out. */
export async function journalContent({ services }: Visitor, { cible }: CaseRead): Promise<Contenu | Shown> {
  const lines: Ligne[] = [];
  for (let apres: number | undefined = 0; apres !== undefined; ) {
    const found = await services.journal(cible, apres, LOT);
    if (!found.ok) return { refus: found.error };
    lines.push(...found.value.filter(({ type }) => labelOf(type) !== null));
    apres = found.value.length === LOT ? found.value.at(-1)?.rang : undefined;
  }
  const names = await namesOf(
    services,
    lines.map(({ auteur }) => auteur),
  );
  return {
    corps: html`<section class="panneau" aria-label="Actes du groupement">${drawn(lines.toReversed(), names)}
<p class="petit doux fin-liste">Les actes de chaque site sont dans le journal de son dossier.</p></section>`,
  };
}

function drawn(lines: readonly Ligne[], names: Nommer): Html {
  return table<Ligne>(
    {
      legende: 'Actes du groupement',
      colonnes: [
        { titre: 'Acte', role: 'titre', cellule: ({ type, saisie }) => html`${labelOf(type)}${detail(saisie)}` },
        { titre: 'Date', cellule: ({ date }) => jour(date) },
        { titre: 'Enregistré', cellule: ({ enregistreLe }) => moment(enregistreLe) },
        { titre: 'Par', cellule: ({ auteur }) => names(auteur) },
      ],
    },
    lines,
  );
}

function labelOf(type: string): string | null {
  if (type === 'groupement.ouvert') return 'Ouverture du groupement';
  const facts = findProcedure('groupement')?.facts ?? {};
  const fact = Object.hasOwn(facts, type) ? facts[type] : undefined;
  return fact && !fact.derive ? fact.libelle : null;
}

/** How many sites an état des lieux tells of, whom one spoke to. */
function detail(saisie: string | null): Html | null {
  if (saisie === null) return html`<br><span class="doux petit">Contenu effacé</span>`;
  const { sites, interlocuteur } = JSON.parse(saisie) as { sites?: unknown[]; interlocuteur?: string };
  const told = sites ? combien(sites.length, 'site') : interlocuteur;
  return told ? html`<br><span class="doux petit">${told}</span>` : null;
}
