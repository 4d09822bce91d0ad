import type { StatutProgramme, StatutTotal } from '../../../model/vocabulary.ts';
import { h } from './dom.ts';
import { STATUTS, STATUTS_SENS, STATUTS_TOTAL } from './french.ts';

/** A statut with a sign beside its colour: it can be told without seeing colours. */
const SIGNS = { reconcilie: '✓', ecart: '≠', a_relire: '?', non_verifiable: '○', conforme: '✓' } as const;

export function statutBadge(statut: StatutProgramme): HTMLElement {
  return h(
    'span',
    { class: `statut ${statut}`, title: STATUTS_SENS[statut] },
    h('span', { 'aria-hidden': 'true' }, SIGNS[statut]),
    ` ${STATUTS[statut]}`,
  );
}

export function totalBadge(statut: StatutTotal): HTMLElement {
  return h('span', { class: `statut ${statut}` }, h('span', { 'aria-hidden': 'true' }, SIGNS[statut]), ` ${STATUTS_TOTAL[statut]}`);
}
