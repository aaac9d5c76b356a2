import { sujets } from '../../../../machines/index.ts';
import { type Html, html } from '../../../web/html.ts';
import { disclosure } from '../../ui/blocks.ts';
import { linkButton } from '../../ui/button.ts';
import { receiverOf } from '../faits/form.ts';
import { DESIGNATION, factsAbout, takesAnother } from '../read/administrateurs.ts';
import type { Board } from '../read/board.ts';
import type { CaseRead, Fait } from '../read/case.ts';
import { factAction } from './fact.ts';
import type { ActContext } from './page.ts';

/** A part of the menu: what it is about, and how each of its facts is told. */
interface ActGroup {
  title: Html | string;
  acts: Html[];
}

/** What may happen without a step that waits for it, by subject; what is told of one administrateur technique, under his name. */
export function otherFacts(places: ActContext, affaire: CaseRead, { autres }: Board): Html | null {
  const more = another(places, affaire);
  const groupes = [
    ...bySubject(places, more.length === 0 ? autres : autres.filter(({ type }) => type !== DESIGNATION)),
    ...byPerson(places, affaire),
    ...more,
    ...byCertificate(places, autres),
  ];
  const count = groupes.reduce((sum, { acts }) => sum + acts.length, 0);
  if (count === 0) return null;
  return disclosure(
    `Autre chose s’est passé : perte, fin, changement (${count})`,
    html`<p class="doux">Ce qui peut arriver sans qu’une étape l’attende. Pour corriger une erreur de saisie, passez par le journal ou par « Parties et cartes ».</p>
${groupes.map(({ title, acts }) => html`<div class="autres-faits"><h3>${title}</h3>${acts}</div>`)}`,
    { id: 'autres-faits' },
  );
}

function bySubject(places: ActContext, autres: readonly Fait[]): ActGroup[] {
  const { cible, designes, procedureOf } = places;
  const facts = procedureOf(cible)?.facts ?? {};
  const asksWhom = (type: string) => designes.length > 0 && Object.hasOwn(facts[type]?.champs ?? {}, 'administrateur');
  const own = autres.filter((fait) => {
    const receiver = receiverOf(fait, cible);
    if (cible.genre === 'certificat') return receiver.id === cible.id;
    return receiver.genre !== 'certificat' && !asksWhom(fait.type);
  });
  const groups = Map.groupBy(own, ({ type }) => sujets[type.split('.')[0] as keyof typeof sujets]);
  const order = Object.values<string>(sujets);
  return [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([title, faits]) => ({ title, acts: faits.map((fait) => factAction(places, fait, 'second')) }));
}

function byPerson({ designes, procedureOf, cible, today, mayAct, formOf }: ActContext, affaire: CaseRead): ActGroup[] {
  const facts = procedureOf(cible)?.facts ?? {};
  return designes.map(({ id, nom }) => ({
    title: `Administrateur technique : ${nom}`,
    acts: factsAbout(affaire, id, today).map((type) => {
      const libelle = facts[type]?.libelle ?? type;
      const told = mayAct ? linkButton(libelle, formOf(cible, type, id), 'second', 'crayon') : libelle;
      return html`<div class="acte">${told}</div>`;
    }),
  }));
}

/** One more administrateur technique, beside those who are designated. */
function another({ cible, today, mayAct, formOf, procedureOf }: ActContext, affaire: CaseRead): ActGroup[] {
  if (!mayAct || cible.genre !== 'dossier' || !takesAnother(affaire, today)) return [];
  const libelle = procedureOf(cible)?.facts[DESIGNATION]?.libelle ?? DESIGNATION;
  const told = linkButton(libelle, formOf(cible, DESIGNATION), 'second', 'crayon');
  return [{ title: 'Autre administrateur technique', acts: [html`<div class="acte">${told}</div>`] }];
}

function byCertificate(places: ActContext, autres: readonly Fait[]): ActGroup[] {
  const { cible, certificats } = places;
  if (cible.genre === 'certificat') return [];
  const theirs = autres.filter((fait) => receiverOf(fait, cible).genre === 'certificat');
  return [...Map.groupBy(theirs, (fait) => receiverOf(fait, cible).id)].map(([id, faits]) => ({
    title: html`<a href="/certificats/${id}">${certificats.get(id) ?? 'Certificat'}</a>`,
    acts: faits.map((fait) => factAction(places, fait, 'second')),
  }));
}
