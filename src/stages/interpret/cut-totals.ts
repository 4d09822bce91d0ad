import type { AmountDraft } from '../../model/draft.ts';
import { overlap } from '../../model/geometry.ts';
import { amountOfText } from './amount-cells.ts';
import type { Entry, TotalEntry } from './entries.ts';
import { isFigureEnd, isFigureHead } from './wrapped-amounts.ts';

/** The second line of a cell follows this closely, in heights of a line. */
const LEADING = 1.2;

/** Width of a figure, in heights of its line: a column with room for all of it breaks nothing. */
const FIGURE = 0.5;

const printed = (amount: AmountDraft): string => amount.readings[0].text.trim();

function isTailOf(below: AmountDraft, above: AmountDraft): boolean {
  const [x0, y0, x1, y1] = below.place.box;
  const [aboveX0, aboveY0, aboveX1, aboveY1] = above.place.box;
  const height = Math.min(y1 - y0, aboveY1 - aboveY0);
  return (
    below.place.page === above.place.page &&
    overlap(x0, x1, aboveX0, aboveX1) > 0 &&
    y0 >= aboveY0 &&
    y0 - aboveY1 <= LEADING * height &&
    FIGURE * height * `${printed(above)} ${printed(below)}`.length > aboveX1 - aboveX0 &&
    isFigureHead(printed(above)) &&
    isFigureEnd(printed(below))
  );
}

/** `above` with the figures whose ends stand in `below`; `null` where `below` is a total of its own. */
function joined(above: TotalEntry, below: TotalEntry): TotalEntry | null {
  if ((below.label ?? '') !== '' || below.amounts.length === 0) return null;
  const rests = new Map<AmountDraft, AmountDraft>();
  for (const rest of below.amounts) {
    const head = above.amounts.find((amount) => !rests.has(amount) && isTailOf(rest, amount));
    if (head === undefined) return null;
    rests.set(head, rest);
  }
  const amounts = above.amounts.map((amount) => {
    const rest = rests.get(amount);
    if (rest === undefined) return amount;
    const [x0, y0, x1, y1] = amount.place.box;
    const [restX0, , restX1, restY1] = rest.place.box;
    const box = [Math.min(x0, restX0), y0, Math.max(x1, restX1), Math.max(y1, restY1)] as const;
    const text = `${printed(amount)} ${printed(rest)}`;
    return amountOfText(text, amount.id, amount.column, amount.column.unit, { ...amount.place, box });
  });
  return { ...above, amounts };
}

/** Totals whose figures a narrow column broke over two lines ("107" over "266,00"), each line read as a row, put together. */
export function joinCutTotals(entries: readonly Entry[]): Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    const above = found.at(-1);
    const whole = entry.kind === 'total' && above?.kind === 'total' ? joined(above, entry) : null;
    if (whole === null) found.push(entry);
    else found[found.length - 1] = whole;
  }
  return found;
}
