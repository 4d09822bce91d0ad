import { expect, it } from 'vitest';
import type { Chunk, ChunkedLine } from '../../src/stages/tabulate/align/chunks.ts';
import { withoutSlivers } from '../../src/stages/tabulate/align/slivers.ts';

/** Lines of texts, each from one x to another. */
function lines(...content: readonly (readonly (readonly [text: string, from: number, to: number])[])[]): ChunkedLine[] {
  return content.map((texts, at): ChunkedLine => {
    const [top, bottom] = [20 * at, 20 * at + 8];
    const chunks = texts.map(([text, from, to]): Chunk => ({ text, box: [from, top, to, bottom], words: [] }));
    return { top, bottom, size: 7, bold: false, chunks };
  });
}

it('the dashes and the currency at the right of amounts are no column', () => {
  const table = lines(
    [
      ['2 938 €', 50, 72],
      ['3 562 €', 100, 122],
    ],
    [
      ['500 €', 55, 72],
      ['-', 119, 122],
    ],
    [['-', 119, 122]],
  );
  expect(withoutSlivers([90, 117.5, 123], table)).toEqual([90, 123]);
});

it('a narrow column of numbers is one', () => {
  const table = lines(
    [
      ['1', 50, 54],
      ['Sur-entretien', 60, 110],
    ],
    [
      ['2', 50, 54],
      ['Épaves', 60, 90],
    ],
  );
  expect(withoutSlivers([49, 57], table)).toEqual([49, 57]);
});
