import { expect, test } from 'vitest';
import { certificat } from '../../../machines/certificat/procedure.ts';
import { boardOf } from '../../../src/console/dossier/read/board.ts';
import type { Etape, Fait, Suite } from '../../../src/console/dossier/read/case.ts';

/** A fact that would be taken, after which that many acts are left. */
function fait(type: string, restantApres: number): Fait {
  const vide = { vers: '', schema: '', manque: [], deblocages: [], exemple: { type, date: '2026-01-05' } };
  return { ...vide, type, libelle: certificat.facts[type]?.libelle ?? type, accepte: true, restantApres };
}

test('a certificate to renew is first of all renewed, not given up, whatever is shorter', () => {
  const etape: Etape = {
    ...{ id: 'vie.aRenouveler', libelle: 'Certificat à renouveler', acteur: 'administrateurTechnique' },
    ...{ acteurLibelle: 'Administrateur technique', nature: 'recommandee', formulaire: null, source: '§7' },
    ...{ depuis: '2026-01-05', certificat: null },
    exigence: { degre: 'recommandee', parmi: [], seulementSi: [] },
    faits: [fait('certificat.revoque', 0), fait('carteBeneficiaire.opposee', 0), fait('certificat.renouvele', 3)],
  };
  const suite = { etapes: [etape], autresFaits: [], restant: { minimum: 0, jours: 0, etapes: [] }, peremptions: [] };
  expect(boardOf(certificat, suite as unknown as Suite).prochaine?.acte?.type).toBe('certificat.renouvele');
});
