import { type Html, html } from '../../../web/html.ts';
import { panneau, vide } from '../../parts/blocs.ts';
import { jour, moment } from '../../parts/dates.ts';
import { pastille } from '../../parts/pastille.ts';
import { table } from '../../parts/table.ts';
import type { Contenu } from '../frame.ts';
import type { CaseRead } from '../read/case.ts';
import { documentsOf, type Piece, type Pieces } from '../read/documents.ts';
import { linesAfter } from '../read/lines.ts';
import type { Visitor } from '../visitor.ts';

/** The forms of a dossier: what was filled in, signed, sent and answered, and when. */
export async function documentsContent({ services }: Visitor, { cible, procedure }: CaseRead): Promise<Contenu> {
  const lines = await linesAfter(services, cible, 0);
  const names = await services.identites.nommer(lines.map(({ auteur }) => auteur));
  const documents = documentsOf(lines);
  const list =
    procedure &&
    html`<p class="doux">Ce que demande le parcours, à imprimer et à cocher : <a href="/api/v1/procedures/${procedure.id}/liste.html">liste à cocher</a>
ou <a href="/api/v1/procedures/${procedure.id}/liste.pdf">en PDF</a>.</p>`;
  if (documents.length === 0)
    return {
      corps: html`<div class="panneau">${vide('document', 'Aucun formulaire rempli', html`<p>Les formulaires se remplissent depuis les étapes.</p>`)}</div>${list}`,
    };
  return {
    corps: html`<div class="pile" id="documents" data-partie>${documents.map((one) => formPanel(one, cible.id, names))}</div>
${list}`,
  };
}

function formPanel({ titre, pieces }: Pieces, id: string, names: (auteur: string) => string): Html {
  const read = ({ rang, fait, estLisible }: Piece) =>
    estLisible
      ? html`<a href="/dossiers/${id}/documents/${rang}">Relire<span class="sr"> : ${titre}, ${fait}</span></a>`
      : null;
  return panneau(
    titre,
    table(
      {
        legende: `Suivi : ${titre}`,
        cachee: true,
        colonnes: [
          {
            titre: 'Fait',
            role: 'titre',
            cellule: ({ fait, estCorrige }) =>
              html`${fait}${estCorrige && html` ${pastille('neutre', 'Corrigé depuis')}`}`,
          },
          { titre: 'Le', cellule: ({ date }) => jour(date) },
          { titre: 'Enregistré', cellule: ({ auteur, enregistreLe }) => `${names(auteur)}, ${moment(enregistreLe)}` },
          { titre: 'Contenu', role: 'action', cellule: read },
        ],
      },
      pieces,
    ),
  );
}
