import { describe, expect, it } from 'vitest';
import { withAgreedNames } from '../../src/stages/recognise/reading/agreed-names.ts';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';

const lexicon = openLexicon();
const wordsOf = (text: string, confidence: number): { text: string; confidence: number; box: ReadLine['box'] }[] =>
  text.split(' ').map((own, at) => ({ text: own, confidence, box: { x0: 100 * at, y0: 0, x1: 100 * at + 80, y1: 30 } }));

/** A line as first read with confidence 60, where every other look at it says something else with confidence 90. */
async function agreed(first: string, others: string): Promise<readonly string[]> {
  const line: ReadLine = { box: { x0: 0, y0: 0, x1: 1000, y1: 30 }, words: wordsOf(first, 60), numbers: null, direction: 0, stroke: 4 };
  const look = (lines: readonly unknown[]): ReturnType<typeof wordsOf>[] => lines.map(() => wordsOf(others, 90));
  const reader = { readAgain: (lines: readonly unknown[]) => Promise.resolve(look(lines)), readLetters: look };
  const read = await withAgreedNames([line], reader, lexicon);
  return (read[0]?.words ?? []).map(({ text, right }) => right ?? text);
}

describe('a name of the heading', () => {
  it('is what several looks at it agree on', async () => {
    expect(await agreed('Commune : Lans', 'Commune : Lens')).toEqual(['Commune', ':', 'Lens']);
  });

  it('keeps the colon right before it, whatever others take that for', async () => {
    expect(await agreed('Commune :LENS (62)', 'Commune .LENS (62)')).toEqual(['Commune', ':LENS', '(62)']);
    expect(await agreed('Commune :LANS (62)', 'Commune .LENS (62)')).toEqual(['Commune', ':LENS', '(62)']);
  });
});
