import { describe, expect, it } from 'vitest';
import type { TextBox } from '../../src/stages/recognise/boxes/text-boxes.ts';
import type { Engine } from '../../src/stages/recognise/engine/engine.ts';
import type { Picture } from '../../src/stages/recognise/pixels/picture.ts';
import { BoxReader } from '../../src/stages/recognise/reading/read-boxes.ts';

const BOX = { x0: 40, y0: 40, x1: 180, y1: 64 };
const CELL: TextBox = { ...BOX, lines: [{ ...BOX, stroke: 3 }], inCell: true, cell: BOX, mark: null, inDrawing: false };
const PAPER: Picture = { width: 240, height: 100, data: new Uint8Array(240 * 100).fill(255) };

/** Sees nothing in a picture as wide as the first one it is shown, and a heading in any other. */
function blindAtFirst(confidence: number): { readonly engine: Engine; readonly widths: number[] } {
  const widths: number[] = [];
  const engine: Engine = {
    gathers: false,
    read: ({ width }) => {
      widths.push(width);
      return Promise.resolve(width === widths[0] ? [] : [[{ text: 'Bilan 2020', confidence, box: { x0: 20, y0: 20, x1: 130, y1: 44 } }]]);
    },
    close: () => Promise.resolve(),
  };
  return { engine, widths };
}

describe('a box in which the recogniser sees nothing', () => {
  const wordsOf = async (confidence: number, box = CELL): Promise<{ readonly words: string[]; readonly looks: number }> => {
    const { engine, widths } = blindAtFirst(confidence);
    const lines = await new BoxReader(
      PAPER,
      box.lines,
      { text: engine, second: engine, numerals: () => [], letters: { read: () => [], knows: () => false } },
      false,
    ).readAll([box]);
    return { words: lines.flatMap((line) => line.words.map(({ text }) => text)), looks: widths.length };
  };

  it('is looked at again at another scale, and what is clear there is taken', async () => {
    expect(await wordsOf(90)).toEqual({ words: ['Bilan 2020'], looks: 2 });
  });

  it('stays empty where the second look is a guess, and is not looked at twice where it is no larger than dirt', async () => {
    expect(await wordsOf(40)).toEqual({ words: [], looks: 2 });
    const dirt = { ...CELL, x1: 50, lines: [{ ...BOX, x1: 50, stroke: 3 }] };
    expect(await wordsOf(90, dirt)).toEqual({ words: [], looks: 1 });
  });
});
