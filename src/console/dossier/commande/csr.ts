import { html } from '../../../web/html.ts';
import { get, type Page, post, type Screen, type Shown, type Visit } from '../../shell/screen.ts';
import { actionForm, linkButton } from '../../ui/button.ts';
import { type Brought, broughtBy, FILE, fileField } from '../faits/depot.ts';
import { orderPath } from '../faits/form.ts';
import { underCase } from '../frame.ts';
import { type CaseRead, readCase } from '../read/case.ts';

/** Where a request for a certificate (CSR) is looked at before it is sent. */
export function requestScreens(): Screen[] {
  const path = '/dossiers/:id/csr' as const;
  return [
    get(path, 'dossiers.csr', (visit) => answer(visit, null)),
    post(path, 'dossiers.csr', async (visit) => answer(visit, await broughtBy(visit, cibleOf(visit))), { file: FILE }),
  ];
}

function cibleOf({ params }: Visit) {
  return { genre: 'dossier', id: params['id'] ?? '' } as const;
}

async function answer(visit: Visit, brought: Brought | null): Promise<Shown> {
  const read = await readCase(visit.services, cibleOf(visit));
  return read.ok ? page(read.value, brought) : { refusal: read.error };
}

const asked = {
  id: FILE,
  label: 'Demande de certificat (CSR)',
  help: 'Le fichier .csr, .p10 ou .pem fait sur le poste qui garde la clé, 64 Kio au plus. Jamais la clé privée (.key, .p12, .pfx).',
  next: 'Envoyez la demande à l’ANS, puis enregistrez la commande.',
};

function page(affaire: CaseRead, brought: Brought | null): Page {
  const { cible } = affaire;
  const isFault = brought !== null && brought.fault !== null;
  return {
    title: 'Vérifier une demande de certificat',
    ...underCase(affaire),
    status: isFault ? 422 : 200,
    hasFaults: isFault,
    body: html`<div class="panneau"><p>Taille de la clé, signature, titulaire, structure et domaine de messagerie sont confrontés à ce dossier. Rien n’est gardé.</p>
${actionForm(
  { action: `/dossiers/${cible.id}/csr`, attributes: { enctype: 'multipart/form-data', class: 'saisie' } },
  fileField(asked, brought),
)}
<div class="boutons">${linkButton('Commander des certificats', orderPath(cible), 'second', 'plus')}</div></div>`,
  };
}
