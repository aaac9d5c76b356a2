import { type Html, html } from '../../web/html.ts';
import { certificatesButton } from '../journee/bulk.ts';
import type { Visit } from '../shell/screen.ts';
import { emptyState, panel, pill, type Shade } from '../ui/blocks.ts';
import { linkButton } from '../ui/button.ts';
import { column, table, titleColumn, turnPages } from '../ui/table.ts';
import { plural, shortDay, timeUntil, withQuery } from '../ui/words.ts';
import { ORDER, orderPath } from './faits/form.ts';
import { type Content, mayAct } from './frame.ts';
import { type CaseRead, type CertificatLu, readCertificates, takes } from './read/case.ts';

/** A page of the certificates of a dossier, by beneficiary. */
export async function certificatesContent(visit: Visit, dossier: CaseRead): Promise<Content> {
  const read = await readCertificates(visit.services, dossier, Number(visit.query['page']));
  const { certificats: certificates } = read;
  const today = visit.services.today();
  const order = mayAct(visit, dossier) && takes(dossier, ORDER) && orderLink(dossier);
  const awaiting = certificates.filter(({ prochaine }) => prochaine !== null);
  const canTell = mayAct(visit, dossier) && awaiting.length > 1;
  if (certificates.length === 0)
    return {
      body: html`<div class="panneau">${emptyState(
        'certificat',
        'Aucun certificat commandé',
        html`<p>Le premier se commande une fois l’administrateur technique habilité par l’ANS.</p>${order}`,
      )}</div>`,
    };
  const people = [
    ...Map.groupBy(certificates, ({ beneficiaire, qualite }) => `${beneficiaire}, ${qualite.toLowerCase()}`),
  ];
  return {
    body: html`<div class="pile" id="certificats" data-partie>${people.map(([nom, some]) => person(nom, some, today))}${turnPages(read, (page) => withQuery(`/dossiers/${dossier.cible.id}/certificats`, { page }), `, ${plural(read.total, 'certificat')}`)}</div>
${(order || canTell) && html`<div class="boutons">${order}${canTell && certificatesButton(dossier.cible.id)}</div>`}`,
  };
}

function person(nom: string, certificates: readonly CertificatLu[], today: string): Html {
  return panel(
    nom,
    table(`Certificats de ${nom}`, certificates, [
      titleColumn('Usage', ({ id, usage }) => html`<a href="/certificats/${id}">${usages[usage]}</a>`),
      column('État', (one) => pill(shade(one), one.etat)),
      column('Depuis', ({ depuis }) => shortDay(depuis)),
      column(
        'Valable jusqu’au',
        ({ fin }) => fin && html`${shortDay(fin)} <span class="doux">${timeUntil(fin, today)}</span>`,
      ),
      column('Prochaine étape', ({ prochaine }) => prochaine?.libelle ?? null),
    ]),
  );
}

const usages = { AUTH: 'AUTH, pour s’authentifier', SIGN: 'SIGN, pour signer' } as const;

function shade({ statut, prochaine }: CertificatLu): Shade {
  if (statut === 'enService') return prochaine === null ? 'bien' : 'attention';
  return statut === 'clos' ? 'neutre' : 'accent';
}

function orderLink({ cible }: CaseRead): Html {
  return linkButton(
    'Commander des certificats',
    `${orderPath(cible)}?retour=/dossiers/${cible.id}/certificats`,
    'principal',
    'plus',
  );
}
