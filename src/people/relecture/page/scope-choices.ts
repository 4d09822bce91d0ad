import type { ProgrammeExport } from '../../../model/contract.ts';
import { axeLabel } from './state.ts';

/** The parts of a programme that a total may cover, as its lines show them. */
export function porteesListed({ lignes }: ProgrammeExport): readonly { readonly value: string; readonly label: string }[] {
  const found = [{ value: JSON.stringify(['programme', null]), label: 'tout le programme' }];
  const sections = new Set(lignes.map(({ section }) => section));
  for (const [section, label] of [
    ['actions_specifiques', 'les actions spécifiques'],
    ['droit_commun', 'le renforcement du droit commun'],
  ] as const)
    if (sections.has(section)) found.push({ value: JSON.stringify(['section', section]), label });
  const axes = [...new Set(lignes.flatMap(({ axe }) => (axe === null ? [] : [axe])))].sort((a, b) => a - b);
  for (const axe of axes) found.push({ value: JSON.stringify(['axe', String(axe)]), label: `l’axe ${String(axe)} : ${axeLabel(axe)}` });
  found.push({ value: JSON.stringify(['autre', null]), label: 'autre chose : ce qui est coché' });
  return found;
}
