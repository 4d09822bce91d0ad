import type { RowLine } from './rows.ts';

/** The number of an item before its words: "1.2 Médiation", "14) Collecte". */
const ITEM = /^(\d{1,2})(?:[.-](\d{1,2}))?\s?[.)°-]?\s+\p{L}/u;
const FEWEST = 4;
/** Share of the lines of a column that begin with a number at least: those of a list inside one cell are fewer. */
const MOSTLY = 0.5;

function numberOf(text: string): number | null {
  const [, whole, part] = ITEM.exec(text) ?? [];
  return whole === undefined ? null : Number(whole) * 100 + Number(part ?? 0);
}

/**
 * For each column the lines where an item begins: nearly each text of the column bears a number, and the numbers go up from the first to the last. Two of them stand in two rows,
 * however little the other columns say.
 */
export function numberedLines(lines: readonly RowLine[], columns: number): readonly ReadonlySet<number>[] {
  return Array.from({ length: columns }, (_, column) => {
    const written = lines.flatMap((line, index) => {
      const text = line.cells[column]?.text;
      return text === undefined ? [] : [{ index, number: numberOf(text) }];
    });
    const numbered = written.flatMap(({ index, number }) => (number === null ? [] : [{ index, number }]));
    const isRising = numbered.every(({ number }, at) => number >= (numbered[at - 1]?.number ?? 0));
    const isList = numbered.length >= FEWEST && numbered.length >= MOSTLY * written.length && isRising;
    return new Set(isList ? numbered.map(({ index }) => index) : []);
  });
}
