import { expect, test } from 'vitest';
import { certificat } from '../../../machines/certificat/procedure.ts';
import { findProcedure } from '../../../machines/index.ts';
import type { Procedure } from '../../../machines/procedure.ts';
import { boardOf } from '../../../src/console/dossier/read/board.ts';
import type { Etape, Fait, Suite } from '../../../src/console/dossier/read/case.ts';
import { nextSteps } from '../../../src/engine/answers/next-steps.ts';
import { faits, JOUR, member, openDossier, tell } from '../../engine/family.ts';

const priveMonoSite = findProcedure('prive-mono-site') as Procedure;

/** A fact that would be taken, after which that many acts are left. */
function fait(procedure: Procedure, type: string, restantApres: number): Fait {
  const { libelle = type, sorte = 'demarche' } = procedure.facts[type] ?? {};
  const vide = { schema: '', manque: [], deblocages: [], exemple: { type, date: '2026-01-05' } };
  return { ...vide, vers: '/api/v1/certificats/c/faits', type, libelle, sorte, accepte: true, restantApres };
}

function etapeOf(id: string, faits: Fait[], more: Partial<Etape> = {}): Etape {
  return {
    id,
    libelle: id,
    acteur: 'administrateurTechnique',
    acteurLibelle: 'Administrateur technique',
    nature: 'recommandee',
    question: null,
    formulaire: null,
    source: '§7',
    depuis: '2026-01-05',
    possibleDepuis: '2026-01-05',
    certificat: null,
    exigence: { degre: 'recommandee', parmi: [], seulementSi: [] },
    retour: null,
    faits,
    ...more,
  };
}

const suiteOf = (etapes: Etape[], types: string[] = [], autresFaits: Fait[] = []) =>
  ({
    etapes,
    autresFaits,
    certificats: null,
    peremptions: [],
    restant: { minimum: types.length, jours: 0, etapes: types.map((type) => ({ type })) },
  }) as unknown as Suite;

test('a certificate to renew is first of all renewed, not given up, whatever is shorter', () => {
  const faits = ['certificat.revoque', 'carteBeneficiaire.opposee', 'certificat.renouvele'].map((type, rang) =>
    fait(certificat, type, rang),
  );
  const { prochaine } = boardOf(certificat, suiteOf([etapeOf('renouvellement.du', faits)]));
  expect(prochaine?.acte?.type).toBe('certificat.renouvele');
});

test('the main act is never what happens, nor what is merely found while something is to be done', () => {
  const types = ['carteAdministrateur.opposee', 'carteAdministrateur.renouvelee', 'carteAdministrateur.demandee'];
  const [lost, found, ordered] = types.map((type, rang) => fait(priveMonoSite, type, rang));
  const mainOf = (faits: Fait[]) =>
    boardOf(priveMonoSite, suiteOf([etapeOf('administrateurTechnique.aRemplacer', faits, { nature: 'obligatoire' })]))
      .prochaine?.acte?.type;
  expect(mainOf([lost, found, ordered] as Fait[])).toBe('carteAdministrateur.demandee');
  expect(mainOf([lost, found, { ...ordered, accepte: false }] as Fait[])).toBeUndefined();
});

test('a certificate that its dossier keeps from going on still waits for a yes, not for a refusal', () => {
  const family = tell(openDossier(), 'dossier', ...faits.habilite, 'certificat.demande', 'carteAdministrateur.bloquee');
  const { prochaine } = boardOf(
    certificat,
    nextSteps(family, member(family, 'certificat-1'), JOUR) as unknown as Suite,
  );
  expect([prochaine?.etape.id, prochaine?.acte?.type]).toEqual(['vie.demande', 'certificat.disponible']);
});

test('an alert advises nothing: what it may be answered by stands together at its step', () => {
  const of = (...types: string[]) => types.map((type) => fait(certificat, type, 0));
  const alerte = etapeOf('alerte.aDecider', of('certificat.maintenu', 'certificat.annule'));
  const demande = etapeOf('vie.demande', of('certificat.disponible', 'certificat.annule'), { nature: 'attente' });
  const others = of('beneficiaire.qualiteModifiee', 'certificat.annule');
  const { prochaine, autres, regions } = boardOf(certificat, suiteOf([alerte, demande], [], others));
  const both = [prochaine?.etape, ...regions.flatMap(({ etapes }) => etapes)];
  const shown = both.map((etape) => [etape?.id, etape?.faits.map(({ type }) => type)]);
  expect(Object.fromEntries(shown)).toEqual({
    'alerte.aDecider': ['certificat.annule', 'certificat.maintenu'],
    'vie.demande': ['certificat.disponible'],
  });
  expect(boardOf(certificat, suiteOf([alerte])).prochaine?.acte).toBeNull();
  expect(autres.map(({ type }) => type)).toEqual(['beneficiaire.qualiteModifiee']);
});

test('of a form that came back, the part that the reasons touch comes before the visa', () => {
  const types = ['formulaire413.partie3Remplie', 'formulaire413.partie4Remplie'] as const;
  const motif = { code: 'domaine-messagerie-manquant', libelle: 'Domaine de messagerie manquant', precision: null };
  const retour: Etape['retour'] = { le: '2026-01-20', motifs: [{ ...motif, partie: 4, champ: null }] };
  const etapes = types.map((type) =>
    etapeOf(`formulaire413.redaction.${/partie\d/.exec(type)?.[0]}.aRemplir`, [fait(priveMonoSite, type, 9)], {
      nature: 'obligatoire',
      retour,
    }),
  );
  const { prochaine, aussi } = boardOf(priveMonoSite, suiteOf(etapes, [...types]));
  expect(prochaine?.acte?.type).toBe('formulaire413.partie4Remplie');
  expect(aussi.map(({ acte }) => acte.type)).toEqual(['formulaire413.partie3Remplie']);
});

test('a finished dossier asks nobody for the help that it has done without', () => {
  const editeur = etapeOf('editeur.aContacter', [fait(priveMonoSite, 'editeur.contacte', 0)]);
  expect(boardOf(priveMonoSite, suiteOf([editeur])).prochaine).toBeNull();
  const demande = fait(priveMonoSite, 'contrat.transmis', 1);
  expect(boardOf(priveMonoSite, suiteOf([editeur, etapeOf('contrat.aCompleter', [demande])])).prochaine?.etape.id).toBe(
    'contrat.aCompleter',
  );
});
