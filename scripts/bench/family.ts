import { findProcedure } from '../../machines/index.ts';
import { openingOf } from './dossiers.ts';
import { median, ratio } from './figures.ts';
import { post } from './post.ts';
import { type Service, startService } from './service.ts';

const FEW = 1;
const MANY = 300;
const ROUNDS = 3;
const ACTS = 40;
const DATE = '2026-01-05';

/** What leads a dossier to its first order. */
const habilite = [
  ...['contrat.trouve', 'carteResponsable.trouvee', 'administrateurTechnique.designe'],
  ...['formulaire413.partie1Remplie', 'formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'],
  ...['formulaire413.signe', 'formulaire413.transmis', 'formulaire413.recu', 'habilitation.accordee'],
];

interface Case {
  liens: { faits: string; soi: string };
}
interface Recorded {
  prochainesEtapes: object;
}

/** How much more an act costs over HTTP in a dossier of 300 certificates than in one of 1, and how long it is answered, in one run. */
export async function family(): Promise<void> {
  const service = await startService('src/main.ts');
  const few = await fill(service, 0, FEW);
  const many = await fill(service, 1, MANY);
  for (const [title, act] of [
    ['Acte sur le dossier', onDossier],
    ['Acte sur un certificat', onCertificate],
    ['Acte que tous les certificats entendent', onAll],
  ] as const) {
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const [less, more] = [await timed(service, few, act), await timed(service, many, act)];
      ratios.push(more / less);
    }
    console.log(`${title}, ${MANY} certificats / ${FEW} : ${ratio(median(ratios))} du temps`);
  }
  const answer = await post<Recorded>(service, many.dossier.liens.faits, fact('carteResponsable.bloquee'));
  console.log(
    `Réponse à un acte, ${MANY} certificats : ${Math.round(Buffer.byteLength(JSON.stringify(answer)) / 1e3)} ko`,
  );
  await service.stop();
}

interface Filled {
  dossier: Case;
  certificats: readonly string[];
}

async function fill(service: Service, rank: number, certificats: number): Promise<Filled> {
  const dossier = await post<Case>(service, '/api/v1/dossiers', openingOf(rank));
  for (const type of habilite) await post(service, dossier.liens.faits, fact(type));
  for (let nth = 0; nth < certificats; nth++) await post(service, dossier.liens.faits, fact('certificat.demande'));
  const listed = await fetch(
    `${service.url}${dossier.liens.soi}/certificats?limite=${Math.min(certificats, 100)}`,
    service,
  );
  const page = (await listed.json()) as { certificats: Case[] };
  return { dossier, certificats: page.certificats.map(({ liens }) => liens.faits) };
}

type Act = (service: Service, filled: Filled, nth: number) => Promise<unknown>;

async function timed(service: Service, filled: Filled, act: Act): Promise<number> {
  const spent: number[] = [];
  for (let nth = 0; nth < ACTS; nth++) {
    const start = performance.now();
    await act(service, filled, nth);
    spent.push(performance.now() - start);
  }
  return median(spent);
}

function onDossier(service: Service, { dossier }: Filled, nth: number) {
  return post(service, dossier.liens.faits, fact(`carteResponsable.${nth % 2 ? 'debloquee' : 'bloquee'}`));
}

function onAll(service: Service, { dossier }: Filled, nth: number) {
  return post(service, dossier.liens.faits, fact(`carteAdministrateur.${nth % 2 ? 'debloquee' : 'bloquee'}`));
}

/** An alert on a certificate, then its end: the same one again where there is but one. */
function onCertificate(service: Service, { certificats }: Filled, nth: number) {
  const path = certificats[Math.floor(nth / 2) % certificats.length] ?? '';
  return post(service, path, fact(nth % 2 ? 'certificat.maintenu' : 'carteBeneficiaire.opposee'));
}

function fact(type: string): object {
  const known = ['prive-mono-site', 'certificat'].map((id) => findProcedure(id)?.facts[type]?.exemples[0]);
  return { ...known.find((one) => one !== undefined), type, date: DATE };
}
