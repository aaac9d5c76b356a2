import { type Html, html } from '../../../http/html.ts';
import type { Answer, Operation } from '../../../http/operation.ts';
import { liveOperations } from '../../../http/operations/live.ts';
import { toProblem } from '../../../http/problem.ts';
import { toFrenchDays, toIsoDay } from '../../forms/dates.ts';
import { pli } from '../../parts/blocs.ts';
import { bouton } from '../../parts/boutons.ts';
import { jourLong } from '../../parts/dates.ts';
import { type Screen, type Shown, screen, type Visit } from '../../shell/screen.ts';
import { type Contenu, casePage, nameOf } from '../frame.ts';
import { type CaseRead, type Cible, pathOf } from '../read/case.ts';

type Genre = Extract<Cible['genre'], 'dossier' | 'certificat'>;
type Visiting = Visit<Readonly<Record<string, string>>>;

const niveaux = { apercu: 'Vue d’ensemble', complet: 'Toutes les étapes' } as const;
type Niveau = keyof typeof niveaux;

/** Where a case stands on its machine, drawn and told, now or on a past day. */
export function diagramScreens(genre: Genre): Screen[] {
  const [chemin, cibleOf] = [
    `/${genre}s/:id/diagramme`,
    (visit: Visiting) => ({ genre, id: visit.chemin['id'] ?? '' }),
  ];
  return [
    screen({
      id: `${genre}.diagramme`,
      methode: 'get',
      chemin,
      droit: `${genre}s.dessiner`,
      answer: (visit) =>
        casePage(visit, cibleOf(visit), 'diagramme', (affaire) => diagramContent(visit, affaire, genre)),
    }),
    screen({
      id: `${genre}.dessin`,
      methode: 'get',
      chemin: `${chemin}.svg`,
      droit: `${genre}s.dessiner`,
      async answer(visit): Promise<Shown> {
        const { niveau, le } = wanted(visit);
        const drawn = await ask(visit, `${genre}s.dessiner`, { niveau, ...(le && { le }) });
        return 'message' in drawn ? { refus: drawn.problem } : toFile(drawn);
      },
    }),
  ];
}

async function diagramContent(visit: Visiting, affaire: CaseRead, genre: Genre): Promise<Contenu> {
  const { niveau, le, saisi } = wanted(visit);
  const told = await ask(visit, `${genre}s.decrire`, le ? { le } : {});
  const fault = 'message' in told ? toFrenchDays(told.message) : null;
  return {
    large: true,
    statut: fault === null ? 200 : 422,
    aCorriger: fault !== null,
    corps: html`${choices({ base: `${pathOf(affaire.cible)}/diagramme`, niveau, saisi, fault })}
${'message' in told ? null : picture(affaire, niveau, le, `${told.corps}`)}`,
  };
}

function picture(affaire: CaseRead, niveau: Niveau, le: string | null, texte: string): Html {
  const source = `${pathOf(affaire.cible)}/diagramme.svg?niveau=${niveau}${le ? `&le=${le}` : ''}`;
  const quand = le ? `tel qu’il était le ${jourLong(le)}` : 'aujourd’hui';
  return html`<figure class="dessin"><a href="${source}"><img src="${source}" alt="${nameOf(affaire)} sur sa procédure, ${quand} : les mêmes étapes sont dites en texte plus bas."></a>
<figcaption class="petit doux">${le ? `Le dossier ${quand}.` : 'Le dossier aujourd’hui.'} Ouvrez l’image pour l’agrandir.</figcaption></figure>
${pli('Le même en texte', html`<pre class="texte-dessin">${texte}</pre>`, { id: 'texte' })}`;
}

/** Which view is asked for, of which day. */
interface Choice {
  base: string;
  niveau: Niveau;
  /** The day as it was typed. */
  saisi: string;
  fault: string | null;
}

function choices({ base, niveau, saisi, fault }: Choice): Html {
  return html`<form class="choix-dessin" method="get" action="${base}">
<fieldset class="champ choix"><legend>Vue</legend><div class="options">${Object.entries(niveaux).map(
    ([id, libelle]) =>
      html`<label class="option" for="niveau-${id}"><input type="radio" id="niveau-${id}" name="niveau" value="${id}"${id === niveau && html` checked`}> <span>${libelle}</span></label>`,
  )}</div></fieldset>
<div class="champ"><label for="le">Jour <span class="facultatif">(aujourd’hui s’il est vide)</span></label>
${fault && html`<p class="faute" id="le-faute">${fault}</p>`}
<input class="court" id="le" name="le" type="text" inputmode="numeric" autocomplete="off" placeholder="JJ/MM/AAAA" value="${saisi}"${fault && html` aria-invalid="true" aria-describedby="le-faute" autofocus`}></div>
${bouton('Afficher', 'second')}</form>`;
}

function wanted({ requete }: Visiting): { niveau: Niveau; le: string | null; saisi: string } {
  const { niveau, le = '' } = requete;
  const jour = toIsoDay(le);
  return {
    niveau: niveau === 'complet' ? 'complet' : 'apercu',
    le: jour === '' ? null : jour,
    saisi: toFrenchDays(jour),
  };
}

/** Asks the operation of the API, over the services of the visit: those of a demonstration when one is in it. */
async function ask(visit: Visiting, id: string, requete: Record<string, string>) {
  const operation = liveOperations(visit.services).find((one) => one.id === id) as Operation;
  const read = operation.requete.safeParse(requete);
  if (!read.success) return refused(toProblem({ code: 'saisie-invalide', erreurs: [badDay] }), badDay.message);
  const { chemin, identite, request, gone } = visit;
  const asked = { chemin, identite, request, gone, requete: read.data, corps: null, entete: () => undefined };
  const answered = await operation.answer({ ...asked, demande: undefined } as never);
  if (answered.ok) return answered.value;
  const problem = 'status' in answered.error ? answered.error : toProblem(answered.error);
  const [first] = (problem['erreurs'] ?? []) as { message: string }[];
  return refused(problem, first?.message ?? problem.detail);
}

const refused = (problem: ReturnType<typeof toProblem>, message: string) => ({ problem, message });
const badDay = { pointeur: '/le', message: 'Saisissez un jour du calendrier : JJ/MM/AAAA.' };

function toFile({ corps, type = 'image/svg+xml; charset=utf-8', entetes = {} }: Answer): Shown {
  return { envoi: `${corps}`, type, entetes };
}
