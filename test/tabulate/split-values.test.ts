import { expect, test } from 'vitest';
import { chunkedLines } from '../../src/stages/tabulate/align/chunks.ts';
import { withSplitValues } from '../../src/stages/tabulate/align/split-values.ts';
import { textAt } from './draw.ts';

const texts = (amountX: number, last: string, before = 'Total axe 2') => {
  const words = [0, 1, 2].flatMap((row) => textAt(amountX, 40 + 20 * row, `${String(row + 1)} 500 €`));
  const label = textAt(100, 100, before);
  const amount = textAt(Math.max(...label.map(({ box }) => box[2])) + 3, 100, last);
  return withSplitValues(chunkedLines([...words, ...label, ...amount]))
    .at(-1)
    ?.chunks.map(({ text }) => text);
};
const NEXT_TO_LABEL = Math.max(...textAt(100, 0, 'Total axe 2').map(({ box }) => box[2])) + 3;

test('a label set against the amounts of the next column is parted from its amount', () => {
  expect(texts(NEXT_TO_LABEL, '31 170 €')).toEqual(['Total axe 2', '31 170 €']);
});

test('the upper bound of a range is no amount of the next column, wherever it ends', () => {
  const at = Math.max(...textAt(100, 0, 'Entre 18 000,00 et').map(({ box }) => box[2])) + 3;
  expect(texts(at, '20 000,00 €', 'Entre 18 000,00 et')).toEqual(['Entre 18 000,00 et 20 000,00 €']);
});

test('an amount in a sentence, in no column of amounts, stays in it', () => {
  expect(texts(400, '31 170 €')).toEqual(['Total axe 2 31 170 €']);
});

test('a remark that leaves no white after an amount set to the right is parted from it; what belongs to the amount is not', () => {
  const beside = (remark: string) => {
    const words = [0, 1, 2].flatMap((row) => textAt(200, 40 + 20 * row, `${String(row + 1)} 500 €`));
    const amount = textAt(200, 100, '3 900 €');
    const rest = textAt(Math.max(...amount.map(({ box }) => box[2])) + 3, 100, remark);
    return withSplitValues(chunkedLines([...words, ...amount, ...rest]))
      .at(-1)
      ?.chunks.map(({ text }) => text);
  };
  expect(beside('Nouvelle action')).toEqual(['3 900 €', 'Nouvelle action']);
  expect(beside('par an')).toEqual(['3 900 € par an']);
});

/** Rows of an amount set to the right and a remark that leaves no white after it; `starts`: where the amounts begin and end. */
const glued = (amounts: readonly string[], end: number, remark: string) =>
  withSplitValues(
    chunkedLines(
      amounts.flatMap((amount, row) => {
        const width = Math.max(...textAt(0, 0, amount).map(({ box }) => box[2]));
        return [...textAt(end - width, 40 + 20 * row, amount), ...textAt(end + 4, 40 + 20 * row, remark)];
      }),
    ),
  ).map((line) => line.chunks.map(({ text }) => text));

test('amounts and dashes of a column that stands against the remarks beside it, none of them alone, are parted from them', () => {
  expect(glued(['12 500 €', '-', '900 €'], 240, 'Nouvelle action')).toEqual([
    ['12 500 €', 'Nouvelle action'],
    ['-', 'Nouvelle action'],
    ['900 €', 'Nouvelle action'],
  ]);
});

test('items of a list that begin with dashes, or with amounts set to the left, stay whole', () => {
  expect(glued(['-', '-', '-'], 240, 'Nouvelle action')).toEqual(Array.from({ length: 3 }, () => ['- Nouvelle action']));
  expect(glued(['1 500 €', '2 500 €', '3 500 €'], 240, 'Nouvelle action')).toEqual(
    ['1 500 €', '2 500 €', '3 500 €'].map((amount) => [`${amount} Nouvelle action`]),
  );
});
