import type { FactType } from '../../../machines/index.ts';
import { type Html, html } from '../../web/html.ts';
import { pages, panneau, pastille, type Teinte, vide } from '../ui/blocks.ts';
import { lienBouton } from '../ui/button.ts';
import { table } from '../ui/table.ts';
import { combien, dans, jour } from '../ui/words.ts';
import { factPath } from './faits/form.ts';
import { type Contenu, mayAct } from './frame.ts';
import type { CaseRead, Visitor } from './read/case.ts';
import { type CertificatLu, readCertificates } from './read/certificats.ts';

/** A page of the certificates of a dossier, by beneficiary. */
export async function certificatesContent(visit: Visitor, dossier: CaseRead, asked: string): Promise<Contenu> {
  const read = await readCertificates(visit.services, dossier, Number(asked));
  const { certificats: certificates } = read;
  const today = visit.services.today();
  const order = mayAct(visit, dossier) && mayOrder(dossier) && orderLink(dossier);
  if (certificates.length === 0)
    return {
      corps: html`<div class="panneau">${vide(
        'certificat',
        'Aucun certificat commandé',
        html`<p>Le premier se commande une fois l’administrateur technique habilité par l’ANS.</p>${order}`,
      )}</div>`,
    };
  const people = [
    ...Map.groupBy(certificates, ({ beneficiaire, qualite }) => `${beneficiaire}, ${qualite.toLowerCase()}`),
  ];
  return {
    corps: html`<div class="pile" id="certificats" data-partie>${people.map(([nom, some]) => person(nom, some, today))}${turning(dossier, read)}</div>
${order && html`<p class="boutons">${order}</p>`}`,
  };
}

function turning({ cible }: CaseRead, { page, derniere, total }: Awaited<ReturnType<typeof readCertificates>>) {
  if (derniere === 1) return null;
  const at = (other: number) => `/dossiers/${cible.id}/certificats?page=${other}`;
  return pages({
    precedente: page > 1 ? at(page - 1) : null,
    suivante: page < derniere ? at(page + 1) : null,
    etat: `Page ${page} sur ${derniere}, ${combien(total, 'certificat')}`,
  });
}

function person(nom: string, certificates: readonly CertificatLu[], today: string): Html {
  return panneau(
    nom,
    table(
      {
        legende: `Certificats de ${nom}`,
        cachee: true,
        colonnes: [
          {
            titre: 'Usage',
            role: 'titre',
            cellule: ({ id, usage }) => html`<a href="/certificats/${id}">${usages[usage]}</a>`,
          },
          { titre: 'État', cellule: (one) => pastille(shade(one), one.etat) },
          { titre: 'Depuis', cellule: ({ depuis }) => jour(depuis) },
          {
            titre: 'Valable jusqu’au',
            cellule: ({ fin }) => fin && html`${jour(fin)} <span class="doux">${dans(fin, today)}</span>`,
          },
          { titre: 'Prochaine étape', cellule: ({ prochaine }) => prochaine?.libelle ?? null },
        ],
      },
      certificates,
    ),
  );
}

const usages = { AUTH: 'AUTH, pour s’authentifier', SIGN: 'SIGN, pour signer' } as const;

function shade({ statut, prochaine }: CertificatLu): Teinte {
  if (statut === 'enService') return prochaine === null ? 'bien' : 'attention';
  return statut === 'clos' ? 'neutre' : 'accent';
}

const COMMANDE = 'certificat.demande' satisfies FactType;

function mayOrder({ suite }: CaseRead): boolean {
  const faits = [...(suite?.etapes ?? []).flatMap(({ faits: own }) => own), ...(suite?.autresFaits ?? [])];
  return faits.some(({ type, accepte }) => type === COMMANDE && accepte);
}

function orderLink({ cible }: CaseRead): Html {
  return lienBouton(
    'Commander un certificat',
    `${factPath(cible, COMMANDE)}?retour=/dossiers/${cible.id}/certificats`,
    'principal',
    'plus',
  );
}
