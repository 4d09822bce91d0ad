import { fold } from '../french/text.ts';
import type { ProgrammeExport } from './contract.ts';

export type ProgrammeHeading = Pick<
  ProgrammeExport,
  'bailleur' | 'commune' | 'code_insee' | 'quartier' | 'code_qp' | 'annee_debut' | 'annee_fin'
>;

/** Whose programme it is: the same for two versions, and for what was planned and what was spent. `null` when the heading does not say. */
export function identityOf(heading: ProgrammeHeading): string | null {
  const { bailleur, commune, code_insee: insee, quartier, code_qp: code, annee_debut: from, annee_fin: to } = heading;
  const place = code ?? (quartier === null ? null : fold(quartier));
  if (bailleur === null || place === null || from === null || (commune === null && insee === null)) return null;
  return [fold(bailleur), insee ?? fold(commune ?? ''), fold(place), String(from), String(to ?? from)].join('|');
}
