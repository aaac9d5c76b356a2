import { describe, expect, test } from 'vitest';
import { findProcedure } from '../../machines/index.ts';
import type { Procedure } from '../../machines/procedure.ts';
import { nextSteps } from '../../src/engine/answers/next-steps.ts';
import { decide, type Family, welcome } from '../../src/engine/decide.ts';
import { type Instance, openInstance } from '../../src/engine/instance.ts';
import { journeys } from '../../src/sandbox/vies/index.ts';
import { site, today } from '../../src/sandbox/vies/journey.ts';
import { play, type Stage } from './journey.ts';

const now = { jour: today, instant: `${today}T12:00:00Z` };

describe('on the machines alone', () => {
  for (const journey of journeys) {
    test(`${journey.title} (${journey.source})`, async () => {
      expect(await play(journey, onMachines())).toEqual(journey);
    });
  }
});

/** The engine without a store: what a fact makes of a family is kept in a variable. */
function onMachines(): Stage {
  let family: Family = { groupement: null, dossiers: [], certificats: [] };
  let ordered = 0;
  const around = { ...now, newId: () => `certificat-${++ordered}` };
  const view = () => {
    const { sujet: dossier, ...view } = nextSteps(family, family.dossiers[0] as Instance, today);
    return { dossier, ...view };
  };

  return {
    open({ procedure, groupement: genre }) {
      const groupement = genre ? opened('groupement', 'groupement', null) : null;
      const dossier = opened('dossier', procedure, groupement?.id ?? null);
      ({ family } = welcome({ groupement, dossiers: [dossier], certificats: [] }, dossier, around));
      return view();
    },
    tell(fact, on) {
      const { certificats } = family;
      const id = {
        certificat: certificats.at(-1)?.id,
        premierCertificat: certificats[0]?.id,
        dossier: on,
        groupement: on,
      }[on];
      const decision = decide(family, String(id), fact, around);
      if (decision.ok) ({ family } = decision.value);
      else if (decision.error.code === 'fait-refuse') return decision.error.manque.map(({ code }) => code);
      else if (decision.error.code === 'date-anterieure') return [decision.error.code];
      else throw new Error(JSON.stringify(decision.error));
      return view();
    },
  };
}

function opened(id: string, procedure: string, parentId: string | null): Instance {
  return openInstance(findProcedure(procedure) as Procedure, { id, parentId, fiche: site }, now);
}
