import { describe, expect, it } from 'vitest';
import type { Word } from '../../src/model/page.ts';
import { textLinesOf } from '../../src/stages/tabulate/blocks.ts';
import { textAt, widthOf } from './draw.ts';

/** A text that ends at x. */
function textTo(x: number, y: number, text: string): Word[] {
  return textAt(x - widthOf(text), y, text);
}

const texts = (words: readonly Word[]): string[] => textLinesOf(words, 1).map(({ text }) => text);

describe('an amount that the words of its line reach', () => {
  it('keeps its thousands where the hundreds of amounts set to the right begin one under the other', () => {
    const last = 'Remise en état des parties communes 12 400 €';
    const words = [
      ...textAt(50, 100, 'Nettoyage'),
      ...textTo(500, 100, '500 €'),
      ...textAt(50, 120, 'Tags'),
      ...textTo(500, 120, '850 €'),
      ...textAt(50, 140, 'Serrures'),
      ...textTo(500, 140, '620 €'),
      ...textTo(500, 160, last),
    ];
    expect(texts(words)).toContain(last);
  });

  it('is none of the number that its words end with where amounts set to the left begin', () => {
    const label = 'Pose de caméras sur 5';
    const words = [
      ...textAt(50, 100, 'Nettoyage'),
      ...textAt(300, 100, '1 500 €'),
      ...textAt(50, 120, 'Tags'),
      ...textAt(300, 120, '850 €'),
      ...textAt(50, 140, 'Serrures'),
      ...textAt(300, 140, '12 620 €'),
      ...textTo(297, 160, label),
      ...textAt(300, 160, '577 €'),
    ];
    expect(texts(words)).toEqual(expect.arrayContaining([label, '577 €']));
  });
});
