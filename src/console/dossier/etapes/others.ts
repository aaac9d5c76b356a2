import { sujets } from '../../../../machines/index.ts';
import { type Html, html } from '../../../web/html.ts';
import { pli } from '../../ui/blocks.ts';
import { lienBouton } from '../../ui/button.ts';
import { receiverOf } from '../faits/form.ts';
import { DESIGNATION, factsAbout, takesAnother } from '../read/administrateurs.ts';
import type { Board } from '../read/board.ts';
import type { CaseRead, Fait } from '../read/case.ts';
import { factAction, type Places } from './fact.ts';

/** A part of the menu: what it is about, and how each of its facts is told. */
interface Groupe {
  titre: Html | string;
  actes: Html[];
}

/** What may happen without a step that waits for it, by subject; what is told of one administrateur technique, under his name. */
export function otherFacts(places: Places, affaire: CaseRead, { autres }: Board): Html | null {
  const groupes = [
    ...bySubject(places, autres),
    ...byPerson(places, affaire),
    ...another(places, affaire, autres),
    ...byCertificate(places, autres),
  ];
  const count = groupes.reduce((sum, { actes }) => sum + actes.length, 0);
  if (count === 0) return null;
  return pli(
    `Autres faits : pertes, fins et changements (${count})`,
    html`<p class="doux">Ce qui peut arriver sans qu’une étape l’attende. Pour corriger une erreur de saisie, passez par le journal.</p>
${groupes.map(({ titre, actes }) => html`<div class="autres-faits"><h3>${titre}</h3>${actes}</div>`)}`,
    { id: 'autres-faits' },
  );
}

function bySubject(places: Places, autres: readonly Fait[]): Groupe[] {
  const asksWhom = (type: string) => asksWhomOf(places, type);
  const own = autres.filter((fait) => receiverOf(fait, places.cible).genre !== 'certificat' && !asksWhom(fait.type));
  const isAlone = places.cible.genre === 'certificat';
  const groups = Map.groupBy(isAlone ? ownOf(places, autres) : own, ({ type }) => subjectOf(type));
  const order = Object.values<string>(sujets);
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([titre, faits]) => ({ titre, actes: faits.map((fait) => factAction(places, fait, 'second')) }));
}

/** What is told of the certificate that the page is about. */
function ownOf({ cible }: Places, autres: readonly Fait[]): Fait[] {
  return autres.filter((fait) => receiverOf(fait, cible).id === cible.id);
}

function subjectOf(type: string): string {
  return sujets[type.split('.')[0] as keyof typeof sujets];
}

function byPerson({ designes, procedureOf, cible, jour, agit, formOf }: Places, affaire: CaseRead): Groupe[] {
  const facts = procedureOf(cible)?.facts ?? {};
  return designes.map(({ id, nom }) => ({
    titre: `Administrateur technique : ${nom}`,
    actes: factsAbout(affaire, id, jour).map((type) => {
      const libelle = facts[type]?.libelle ?? type;
      const told = agit ? lienBouton(libelle, formOf(cible, type, id), 'second', 'crayon') : libelle;
      return html`<div class="acte">${told}</div>`;
    }),
  }));
}

/** One more administrateur technique, whom no example of the answers can name. */
function another(
  { cible, jour, agit, formOf, procedureOf }: Places,
  affaire: CaseRead,
  autres: readonly Fait[],
): Groupe[] {
  if (!agit || cible.genre !== 'dossier' || autres.some((fait) => fait.type === DESIGNATION)) return [];
  if (!takesAnother(affaire, jour)) return [];
  const libelle = procedureOf(cible)?.facts[DESIGNATION]?.libelle ?? DESIGNATION;
  const told = lienBouton(libelle, formOf(cible, DESIGNATION), 'second', 'crayon');
  return [{ titre: 'Autre administrateur technique', actes: [html`<div class="acte">${told}</div>`] }];
}

function byCertificate(places: Places, autres: readonly Fait[]): Groupe[] {
  const { cible, certificats } = places;
  if (cible.genre === 'certificat') return [];
  const theirs = autres.filter((fait) => receiverOf(fait, cible).genre === 'certificat');
  return [...Map.groupBy(theirs, (fait) => receiverOf(fait, cible).id)].map(([id, faits]) => ({
    titre: html`<a href="/certificats/${id}">${certificats.get(id) ?? 'Certificat'}</a>`,
    actes: faits.map((fait) => factAction(places, fait, 'second')),
  }));
}

/** Whether a fact is about one of several administrateurs techniques. */
function asksWhomOf({ designes, procedureOf, cible }: Places, type: string): boolean {
  const champs = procedureOf(cible)?.facts[type]?.champs ?? {};
  return designes.length > 0 && Object.hasOwn(champs, 'administrateur');
}
