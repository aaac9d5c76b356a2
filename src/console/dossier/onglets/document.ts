import { findProcedure } from '../../../../machines/index.ts';
import { type Html, html } from '../../../web/html.ts';
import { drawRead } from '../../forms/read.ts';
import { write } from '../../forms/typed.ts';
import { resume } from '../../parts/blocs.ts';
import { jourLong, moment } from '../../parts/dates.ts';
import { encart } from '../../parts/encart.ts';
import type { Page } from '../../shell/page.ts';
import { get, type Screen, type Shown } from '../../shell/screen.ts';
import { factForm } from '../faits/fact-form.ts';
import { nameOf } from '../frame.ts';
import { namesOfDesignes } from '../read/administrateurs.ts';
import { type CaseRead, type Ligne, readCase } from '../read/case.ts';
import { formOfLine, partsSent } from '../read/documents.ts';
import { type LigneSituee, linesAfter } from '../read/lines.ts';

/** What was typed in a form, read again as it was recorded. */
export function documentScreen(): Screen {
  return get('dossier.document', '/dossiers/:id/documents/:rang', {
    right: 'dossiers.journal',
    async answer({ services, params }): Promise<Shown> {
      const read = await readCase(services, { genre: 'dossier', id: params['id'] ?? '' });
      if (!read.ok) return { refus: read.error };
      const lines = await linesAfter(services, read.value.cible, 0);
      const line = lines.find(({ rang }) => `${rang}` === params['rang']);
      if (!line) return { refus: gone };
      const names = await services.identites.nommer([line.auteur]);
      return documentPage(read.value, line, { lines, qui: names(line.auteur) });
    },
  });
}

function documentPage(
  affaire: CaseRead,
  line: LigneSituee,
  { lines, qui }: { lines: readonly LigneSituee[]; qui: string },
): Page {
  const { id } = affaire.cible;
  const parts = partsSent(lines, line);
  return {
    titre: libelleOf(line) ?? line.type,
    rubrique: 'journee',
    fil: [
      { libelle: 'Ma journée', vers: '/' },
      { libelle: nameOf(affaire), vers: `/dossiers/${id}` },
      { libelle: 'Documents', vers: `/dossiers/${id}/documents` },
    ],
    corps: html`<div class="panneau">${resume([
      ['Formulaire', formOfLine(line)],
      ['Fait le', jourLong(line.date)],
      ['Enregistré par', `${qui}, le ${moment(line.enregistreLe)}`],
    ])}</div>
${[line, ...parts].map((one) => content(one, lines))}`,
  };
}

function content(line: Ligne, lines: readonly Ligne[]): Html {
  const fact = factOf(line);
  const titre = libelleOf(line);
  if (line.saisie === null)
    return encart(
      'info',
      'Cette saisie a été effacée : il n’en reste que l’empreinte, qui prouve que le journal est entier.',
      titre,
    );
  if (!fact || Object.keys(fact.champs).length === 0) return html``;
  const form = factForm(fact, namesOfDesignes(lines));
  return html`<section class="panneau relecture"><h2>${titre}</h2>${drawRead(form, write(form, { date: line.date, ...JSON.parse(line.saisie) }))}</section>`;
}

function libelleOf(line: Ligne): string | undefined {
  return factOf(line)?.libelle;
}

function factOf({ type }: Ligne) {
  const facts = findProcedure('prive-mono-site')?.facts ?? {};
  return Object.hasOwn(facts, type) ? facts[type] : undefined;
}

const gone = {
  status: 404,
  code: 'introuvable',
  title: 'Document introuvable',
  detail: 'Le journal de ce dossier n’a pas cette ligne : revenez aux documents du dossier.',
};
