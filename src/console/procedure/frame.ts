import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { explainSource, tellSource } from '../../../machines/source.ts';
import { type Html, html } from '../../web/html.ts';
import type { Page, Shown, Visit } from '../shell/screen.ts';
import { type Onglet, onglets } from '../ui/tabs.ts';

/** The tabs of a procedure, by their place under `/procedures/:id`. */
const libelles = {
  '': 'Vue d’ensemble',
  etapes: 'Étapes et conditions',
  mesures: 'Carte de chaleur',
  versions: 'Versions et différences',
} as const;
type OngletProcedure = keyof typeof libelles;

/** What a page of a procedure shows under its tabs. */
interface Contenu extends Pick<Page, 'actions' | 'large' | 'revient'> {
  titre?: string;
  corps: Html;
}

/** A page about the procedure that the address names, under its tabs; another says which there are. */
export async function procedurePage(
  { params }: Pick<Visit, 'params'>,
  onglet: OngletProcedure,
  show: (procedure: Procedure) => Contenu | Promise<Contenu>,
): Promise<Shown> {
  const { id = '' } = params;
  const procedure = findProcedure(id);
  if (!procedure) return { refus: { code: 'introuvable', objet: 'procedure', id } };
  const { titre, corps, ...more } = await show(procedure);
  const part = titre ?? (onglet === '' ? null : libelles[onglet]);
  return {
    titre: part === null ? procedure.titre : `${part} – ${procedure.titre}`,
    rubrique: 'procedures',
    fil: [
      { libelle: 'Procédure', vers: '/procedures' },
      ...(part === null ? [] : [{ libelle: procedure.titre, vers: addressOf(procedure) }]),
    ],
    sousTitre: html`${paragraphe(procedure.source)}<span>version ${procedure.version}</span>`,
    ...more,
    corps: html`${tabs(procedure, onglet)}${corps}`,
  };
}

/** Where a procedure is, or one of its tabs. */
export function addressOf({ id }: Pick<Procedure, 'id'>, onglet: OngletProcedure = ''): string {
  return onglet === '' ? `/procedures/${id}` : `/procedures/${id}/${onglet}`;
}

function tabs(procedure: Procedure, courant: OngletProcedure): Html {
  const names = Object.keys(libelles) as OngletProcedure[];
  return onglets(
    'Cette procédure',
    names.map(
      (name): Onglet => ({
        libelle: libelles[name],
        vers: addressOf(procedure, name),
        courant: name === courant,
      }),
    ),
  );
}

/** Where a rule is written, what is to be read there told to whoever points at it. */
export function paragraphe(source: string): Html {
  return html`<span class="paragraphe" title="${explainSource(source)}">${tellSource(source).replaceAll(' étape', '\u00a0étape')}</span>`;
}
