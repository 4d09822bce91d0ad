import { describe, expect, it } from 'vitest';
import { pageAsDisplayed } from '../../pipelines/as-displayed.ts';
import type { Direction, Page } from '../../src/model/page.ts';
import { upright } from '../../src/stages/read/upright.ts';

const word = (text: string, box: Page['words'][number]['box'], direction: Direction): Page['words'][number] => ({
  box,
  readings: [{ text, cost: 0 }],
  size: 10,
  bold: false,
  direction,
});

/** One word near the left top and one below it, as a reader sees them who turns the page. */
function lying(direction: Direction, first: Page['words'][number]['box'], second: Page['words'][number]['box']): Page {
  const isSideways = direction === 90 || direction === 270;
  return {
    number: 1,
    width: isSideways ? 500 : 700,
    height: isSideways ? 700 : 500,
    source: 'texte',
    words: [word('Sur-entretien', first, direction), word('Tranquillité', second, direction)],
    rules: [{ orientation: 'vertical', box: [100, 10, 101, 400] }],
    fills: [],
    defect: null,
  };
}

describe('a page of text that lies', () => {
  it.each([
    [90, [460, 20, 470, 80], [440, 20, 450, 70]],
    [180, [620, 460, 680, 470], [630, 440, 680, 450]],
    [270, [30, 620, 40, 680], [50, 630, 60, 680]],
  ] as const)('by %i degrees is put straight, and back for people to see', (direction, first, second) => {
    const page = lying(direction, first, second);
    const straight = upright(page);
    expect([straight.width, straight.height]).toEqual([700, 500]);
    expect(straight.words.map((each) => [each.direction, ...each.box])).toEqual([
      [0, 20, 30, 80, 40],
      [0, 20, 50, 70, 60],
    ]);
    expect(straight.rules[0]?.orientation).toBe(direction === 180 ? 'vertical' : 'horizontal');
    const back = pageAsDisplayed(straight);
    expect([back.width, back.height]).toEqual([page.width, page.height]);
    expect(back.words.map(({ box }) => box)).toEqual([first, second]);
  });

  it('stays as it is where only headings are turned', () => {
    const page: Page = {
      ...lying(0, [20, 30, 80, 40], [20, 50, 70, 60]),
      words: [word('Sur-entretien', [20, 30, 80, 40], 0), word('Montant', [300, 20, 310, 60], 270)],
    };
    expect(upright({ ...page, words: [...page.words, word('prévu', [320, 20, 330, 60], 0)] })).toEqual({
      ...page,
      words: [...page.words, word('prévu', [320, 20, 330, 60], 0)],
    });
  });
});
