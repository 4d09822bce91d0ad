import { Decimal } from 'decimal.js';
import type { NonEmpty } from '../../src/model/collections.ts';
import type {
  AmountColumn,
  AmountDoubt,
  AmountDraft,
  AmountReading,
  Heading,
  LineDraft,
  ProgrammeDraft,
  Scope,
  TotalDraft,
} from '../../src/model/draft.ts';
import type { Place } from '../../src/model/geometry.ts';
import type { Hypothesis } from '../../src/model/hypothesis.ts';
import type {
  Classification,
  ClassifiedDocument,
  ClassifiedProgramme,
  ReconciledDocument,
  ReconciledProgramme,
} from '../../src/model/reconciled.ts';
import { reconcile } from '../../src/stages/reconcile/reconcile.ts';

/** Programmes as the interpreter hands them over, built from figures: no page, no table. */

export const PREVU: AmountColumn = {
  header: 'Dépense prévisionnelle',
  rubrique: 'prevu',
  periode: { debut: 2026, fin: 2026 },
  base: null,
  taxe: null,
  unit: 'euro',
  sure: true,
};
export const REALISE: AmountColumn = { ...PREVU, header: 'Dépense réalisée', rubrique: 'realise' };

export const HEADING: Heading = {
  periode: { debut: 2026, fin: 2026 },
  commune: 'Oyonnax',
  codeInsee: '01283',
  quartier: 'La Forge',
  codeQp: 'QN00103M',
  bailleur: 'Bugey Habitat',
  siren: null,
  logements: 412,
  place: { page: 1, box: [50, 40, 300, 52] },
};

export function placeAt(row: number, page = 1): Place {
  return { page, box: [50, 60 + 20 * row, 500, 80 + 20 * row] };
}

/** One figure (`null`: none), or every way to read it with its cost, surest first. */
export type Figure = string | null | NonEmpty<readonly [figure: string | null, cost: number]>;

function reading(figure: string | null, cost: number): AmountReading {
  return { text: figure === null ? '-' : `${figure} €`, amount: figure === null ? null : new Decimal(figure), cost };
}

export function readings(figure: Figure): NonEmpty<AmountReading> {
  if (figure === null || typeof figure === 'string') return [reading(figure, 0)];
  const [[first, cost], ...rest] = figure;
  return [reading(first, cost), ...rest.map(([other, dearer]) => reading(other, dearer))];
}

export function amount(id: string, figure: Figure, column: AmountColumn = PREVU, doubt: AmountDoubt | null = null): AmountDraft {
  return { id, column, place: placeAt(0), taxe: column.taxe, base: null, readings: readings(figure), doubt };
}

export function line(id: string, ...amounts: readonly AmountDraft[]): LineDraft {
  return {
    id,
    section: null,
    axeText: 'Sur-entretien',
    actionText: 'Renforcement nettoyage',
    description: `Travaux ${id}`,
    calendrier: null,
    taux: null,
    place: placeAt(0),
    continuations: [],
    amounts,
  };
}

/** A scope over the amounts `terms`; every amount of its column when `columnAmounts` is absent. */
export function scope(terms: readonly string[], rest: Partial<Scope> = {}): Scope {
  return { portee: 'programme', section: null, axeText: null, terms, column: PREVU, columnAmounts: terms, ...rest };
}

export function total(id: string, stated: Figure, ...scopes: NonEmpty<Scope | readonly [Scope, number]>): TotalDraft {
  const hypothesis = (each: Scope | readonly [Scope, number]): Hypothesis<Scope> =>
    'terms' in each ? { value: each, cost: 0, because: [] } : { value: each[0], cost: each[1], because: [] };
  const [first, ...others] = scopes;
  const cheapest = hypothesis(first);
  return {
    id,
    label: `Total ${id}`,
    column: cheapest.value.column,
    place: placeAt(9),
    readings: readings(stated),
    scopes: [cheapest, ...others.map(hypothesis)],
  };
}

export function programme(lines: readonly LineDraft[], totals: readonly TotalDraft[], rest: Partial<ProgrammeDraft> = {}): ProgrammeDraft {
  return { nature: 'previsionnel', heading: HEADING, pages: [1], lines, totals, unread: [], ...rest };
}

export const CLASSIFIED: Classification = { axe: 3, action: '3.1', confidence: 0.98, suggested: null, principes: [], because: [] };

/** Lines of a sound programme do not all stand in one axe. */
function spread(index: number): Classification {
  const [axe, action] = (
    [
      [3, '3.1'],
      [8, '8.1'],
      [7, '7.1'],
    ] as const
  )[index % 3] ?? [3, '3.1'];
  return { ...CLASSIFIED, axe, action };
}

export function classified(draft: ProgrammeDraft, classification: Classification = CLASSIFIED): ClassifiedProgramme {
  return {
    draft,
    classifications: draft.lines.map((_, index) => (classification === CLASSIFIED ? spread(index) : classification)),
    cles: draft.totals.map((each) => each.scopes.map(() => null)),
  };
}

export function documentOf(...programmes: readonly ProgrammeDraft[]): ClassifiedDocument {
  return {
    nature: 'programme',
    convention: null,
    faits: [],
    programmes: programmes.map((draft) => classified(draft)),
    roles: [],
    unreadPages: [],
  };
}

export function decide(...programmes: readonly ProgrammeDraft[]): ReconciledDocument {
  return reconcile([{ value: documentOf(...programmes), cost: 0, because: [] }]);
}

/** One programme decided on its own. */
export function decided(draft: ProgrammeDraft): ReconciledProgramme {
  const [only] = decide(draft).programmes;
  if (only === undefined) throw new Error('reconcile gives every programme back');
  return only;
}
