import { stretchIn } from '../french/stretches.ts';
import { fold } from '../french/text.ts';
import { versionIn } from '../french/versions.ts';
import type { Summable } from './counted.ts';
import type { Periode, Rubrique } from './vocabulary.ts';

/** What columns of a table say of each other along a row: without tax + tax = with tax, years = their period, quarters = their year, initial + variation = changed,
 * (a) + (b) = (a + b), planned + difference = realised (or the other way round), parts = the whole. */

export interface RowCell extends Summable {
  /** As printed: how it is rounded. */
  readonly texte: string;
  /** It holds something that was not read as one amount. */
  readonly isDoubtful: boolean;
}

/** A grand total of a column: where the identity holds for it, the heading was understood. */
export interface ColumnTotal {
  readonly colonne: string;
  readonly rubrique: Rubrique;
  readonly periode: Periode | null;
  readonly centimes: bigint;
}

/** One column is the sum of others, by their place among the columns. */
export interface Identity {
  readonly whole: number;
  readonly parts: readonly number[];
  /** What it is claimed by: the headings, headings that may leave a part out, those of a difference, or the rows alone. */
  readonly by: 'mots' | 'financements' | 'differences' | 'rangees';
}

function spanOf(periode: Periode | null): string {
  return periode === null ? '' : `${String(periode.debut)}-${String(periode.fin)}`;
}

export function totalKey({ colonne, rubrique, periode }: Pick<ColumnTotal, 'colonne' | 'rubrique' | 'periode'>): string {
  return [colonne, rubrique, spanOf(periode)].join('|');
}

export function columnKey(cell: RowCell): string {
  return [totalKey(cell), cell.taxe ?? '', cell.base ?? ''].join('|');
}

const TOTAL = /^(?:total|totaux|cumul|ensemble)\b|\b(?:total|totale|totaux|globale?|cumul)\b/u;
const SHARE = /\b(?:parts?|quote part|participations?|contributions?|financements?|cofinancements?|subventions?)\b/u;
const NO_PART = /\b(?:unitaires?|moyenn?es?|ecarts?|differences?|soldes?|disponibles?|reste)\b/u;

export function isNamedTotal(heading: string): boolean {
  return TOTAL.test(fold(heading));
}

/** Whether a heading may be that of a sum of the columns beside it. */
export function saysTotal(heading: string): boolean {
  return isNamedTotal(heading) && !NO_PART.test(fold(heading));
}

/** Without tax + tax = with tax, where each stands once. */
function taxes(columns: readonly RowCell[]): Identity[] {
  return [...new Set(columns.map(({ periode }) => spanOf(periode)))].flatMap((span) => {
    const at = (is: (cell: RowCell) => boolean): number[] =>
      columns.flatMap((cell, index) => (spanOf(cell.periode) === span && is(cell) ? [index] : []));
    const [without, tax, withTax] = [
      at(({ taxe }) => taxe === 'ht'),
      at(({ taxe, colonne }) => taxe === null && /\btva\b/u.test(fold(colonne))),
      at(({ taxe }) => taxe === 'ttc'),
    ];
    const [ht, tva, ttc] = [without[0], tax[0], withTax[0]];
    if (without.length !== 1 || tax.length !== 1 || withTax.length !== 1) return [];
    return ht === undefined || tva === undefined || ttc === undefined ? [] : [{ whole: ttc, parts: [ht, tva], by: 'mots' as const }];
  });
}

/** The columns of one rubrique whose years together are exactly those of a period; empty unless one way alone does it. */
function tiling(columns: readonly RowCell[], whole: RowCell, rubrique: Rubrique): readonly number[] {
  const { periode, taxe } = whole;
  const parts = columns.flatMap((cell, index) =>
    cell !== whole && cell.rubrique === rubrique && cell.taxe === taxe && cell.periode !== null && spanOf(cell.periode) !== spanOf(periode)
      ? [{ index, periode: cell.periode }]
      : [],
  );
  const inside = parts
    .filter(({ periode: own }) => periode === null || (own.debut >= periode.debut && own.fin <= periode.fin))
    .sort((a, b) => a.periode.debut - b.periode.debut);
  const [first, last] = [inside[0], inside.at(-1)];
  const follows = inside.every(({ periode: own }, at) => at === 0 || own.debut === (inside[at - 1]?.periode.fin ?? 0) + 1);
  if (first === undefined || last === undefined || inside.length < 2 || !follows) return [];
  const isWhole = periode === null || (first.periode.debut === periode.debut && last.periode.fin === periode.fin);
  return isWhole ? inside.map(({ index }) => index) : [];
}

/** The years of a period, and the period; a bare total beside years. */
function periods(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (whole.base === 'an' || NO_PART.test(fold(whole.colonne))) return [];
    const isTotal = isNamedTotal(whole.colonne);
    if (whole.periode === null ? !isTotal : whole.periode.debut === whole.periode.fin) return [];
    const rubriques = isTotal && whole.rubrique === 'total' ? [...new Set(columns.map(({ rubrique }) => rubrique))] : [whole.rubrique];
    const found = rubriques.map((rubrique) => tiling(columns, whole, rubrique)).filter((parts) => parts.length > 0);
    const [parts] = found;
    return parts === undefined || found.length > 1 ? [] : [{ whole: at, parts, by: 'mots' }];
  });
}

const VARIATION = /\b(?:variations?|evolutions?|ajustements?|modifications?|ecarts?|differences?)\b/u;

/** What was first decided + the variation = what it was changed to. */
function versions(columns: readonly RowCell[]): Identity[] {
  const at = (is: (cell: RowCell) => boolean): number[] => columns.flatMap((cell, index) => (is(cell) ? [index] : []));
  const [initial, variation, revised] = [
    at(({ colonne }) => versionIn(colonne) === 'initiale'),
    at(({ rubrique, colonne }) => rubrique === 'autre' && VARIATION.test(fold(colonne))),
    at(({ colonne }) => versionIn(colonne) === 'revisee'),
  ];
  const [from, by, to] = [initial[0], variation[0], revised[0]];
  if (initial.length !== 1 || variation.length !== 1 || revised.length !== 1) return [];
  return from === undefined || by === undefined || to === undefined ? [] : [{ whole: to, parts: [from, by], by: 'mots' }];
}

/** Quarters, phases or tranches of one period, each once, and its total beside them. */
function stretches(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (!saysTotal(whole.colonne) || stretchIn(whole.colonne) !== null) return [];
    const parts = columns.flatMap(({ colonne, rubrique, periode }, index) => {
      const stretch = spanOf(periode) === spanOf(whole.periode) ? stretchIn(colonne) : null;
      return stretch === null || (whole.rubrique !== 'total' && rubrique !== whole.rubrique) ? [] : [{ index, stretch, rubrique }];
    });
    const isOne =
      new Set(parts.map(({ stretch }) => stretch)).size === parts.length && new Set(parts.map(({ rubrique }) => rubrique)).size === 1;
    return parts.length < 2 || !isOne ? [] : [{ whole: at, parts: parts.map(({ index }) => index), by: 'mots' }];
  });
}

const SUM_OF = /\(?\s*\b([a-z1-9])\b\s*\)?(?:\s*\+\s*\(?\s*\b[a-z1-9]\b\s*\)?)+/iu;

/** A heading that names what it sums: « (a + b) », « (1) + (2) ». */
function letters(columns: readonly RowCell[]): Identity[] {
  const sums = columns.flatMap(({ colonne }, whole) => {
    const said = SUM_OF.exec(colonne)?.[0];
    return said === undefined ? [] : [{ whole, said: said.toLowerCase().match(/[a-z1-9]/gu) ?? [] }];
  });
  const [sum] = sums;
  if (sum === undefined || sums.length > 1) return [];
  const named = sum.said.map((letter) =>
    columns.flatMap(({ colonne }, index) =>
      index !== sum.whole && new RegExp(`\\(\\s*${letter}\\s*\\)`, 'iu').test(colonne) ? [index] : [],
    ),
  );
  return named.every((found) => found.length === 1) ? [{ whole: sum.whole, parts: named.flat(), by: 'mots' }] : [];
}

/** « Coût total », « Part bailleur », « Part ville »: headings alone do not say that no part is missing. */
function shares(columns: readonly RowCell[]): Identity[] {
  return columns.flatMap((whole, at): Identity[] => {
    if (!isNamedTotal(whole.colonne) || SHARE.test(fold(whole.colonne))) return [];
    const parts = columns.flatMap((cell, index) =>
      index !== at && spanOf(cell.periode) === spanOf(whole.periode) && SHARE.test(fold(cell.colonne)) && !NO_PART.test(fold(cell.colonne))
        ? [index]
        : [],
    );
    return parts.length < 2 ? [] : [{ whole: at, parts, by: 'financements' }];
  });
}

const DIFFERENCE = /\b(?:ecarts?|differences?)\b/u;
const RATE = /%|\btaux\b/u;

/** What was planned, what was realised and the difference of the two, which some write realised less planned and some the other way round. The difference is the last part. */
function differences(columns: readonly RowCell[]): Identity[] {
  const at = (is: (cell: RowCell) => boolean): number[] => columns.flatMap((cell, index) => (is(cell) ? [index] : []));
  const [by, anotherBy] = at(
    ({ rubrique, colonne }) => rubrique === 'autre' && DIFFERENCE.test(fold(colonne)) && !RATE.test(fold(colonne)),
  );
  const [planned, anotherPlanned] = at(({ rubrique }) => rubrique === 'prevu');
  const [realised, anotherRealised] = at(({ rubrique }) => rubrique === 'realise');
  if (by === undefined || planned === undefined || realised === undefined) return [];
  if ([anotherBy, anotherPlanned, anotherRealised].some((another) => another !== undefined)) return [];
  return [
    { whole: realised, parts: [planned, by], by: 'differences' },
    { whole: planned, parts: [realised, by], by: 'differences' },
  ];
}

/** Wider tables have sums by accident. */
const MOST_COLUMNS = 8;

/** Any columns that may sum up to another: of its period, or of its rubrique. */
function possible(columns: readonly RowCell[]): Identity[] {
  if (columns.length > MOST_COLUMNS) return [];
  return columns.flatMap((whole, at): Identity[] => {
    // A difference has a sign of its own.
    if (NO_PART.test(fold(whole.colonne))) return [];
    const others = columns.flatMap((cell, index) => (index !== at && !NO_PART.test(fold(cell.colonne)) ? [{ cell, index }] : []));
    const found: Identity[] = [];
    for (let set = 1; set < 1 << others.length; set++) {
      const parts = others.filter((_, bit) => (set & (1 << bit)) !== 0);
      const isOne =
        parts.every(({ cell }) => spanOf(cell.periode) === spanOf(whole.periode)) ||
        parts.every(({ cell }) => cell.rubrique === whole.rubrique);
      if (parts.length >= 2 && isOne) found.push({ whole: at, parts: parts.map(({ index }) => index), by: 'rangees' });
    }
    return found;
  });
}

/** What the columns of a table say of each other by their headings. */
export function claimed(columns: readonly RowCell[]): Identity[] {
  return [
    ...taxes(columns),
    ...periods(columns),
    ...stretches(columns),
    ...versions(columns),
    ...letters(columns),
    ...shares(columns),
    ...differences(columns),
  ];
}

/** The same, and for columns that no heading makes a whole, any others that may sum up to them. */
export function claimedOrPossible(columns: readonly RowCell[]): Identity[] {
  const said = claimed(columns);
  const wholes = new Set(said.flatMap(({ whole, by }) => (by === 'differences' ? [] : [whole])));
  return [...said, ...possible(columns).filter(({ whole }) => !wholes.has(whole))];
}
