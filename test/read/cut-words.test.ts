import { expect, it } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { withCutWords } from '../../src/stages/read/cut-words.ts';

it('a word is cut where a side of the page runs through it', () => {
  const word = (x0: number, x1: number): Word => ({
    box: [x0, 100, x1, 110],
    readings: [{ text: '7', cost: 0 }],
    size: 10,
    bold: false,
    direction: 0,
  });
  const words = withCutWords([word(840.3, 843.2), word(800, 803), word(-1, 4)], [0, 0, 841.9, 595]);
  expect(words.map(({ cut }) => cut === true)).toEqual([true, false, true]);
});
