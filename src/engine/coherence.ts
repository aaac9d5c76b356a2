import type { Avertissement } from '../../machines/avertissement.ts';
import type { Instance } from './instance.ts';
import type { MachineEvent } from './transition.ts';

const identifiants = { siret: 'N° SIRET', finess: 'N° FINESS' } as const;

/** §5 — the ANS returns a form whose identifiers are not those of the establishment: better told before it is sent. */
export function warnOtherEstablishment({ fiche }: Instance, event: MachineEvent): Avertissement[] {
  const { partie1, saisie } = event as { partie1?: object; saisie?: { etablissement?: object } };
  return [
    ...differences(fiche, partie1, '/partie1'),
    ...differences(fiche, saisie?.etablissement, '/saisie/etablissement'),
  ];
}

function differences(fiche: Instance['fiche'], named: object | undefined, pointeur: string): Avertissement[] {
  if (!named) return [];
  return Object.entries(identifiants)
    .filter(([champ]) => champ in fiche && (named as Instance['fiche'])[champ] !== fiche[champ])
    .map(([champ, libelle]) => ({
      code: 'identifiants-incoherents',
      pointeur: `${pointeur}/${champ}`,
      message: `Ce n’est pas le ${libelle} du dossier (${fiche[champ] ?? 'aucun'}) : corrigez-le, ou déclarez son changement.`,
    }));
}
