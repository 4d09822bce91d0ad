import type { Box } from '../../model/geometry.ts';
import type { Direction, Lay, Page } from '../../model/page.ts';

/** The share of the letters of a page that must run one way for the page to lie that way. */
const MOSTLY = 0.75;

function mainDirection(page: Page): Direction {
  const letters = new Map<Direction, number>();
  let all = 0;
  for (const word of page.words) {
    const length = word.readings[0].text.length;
    letters.set(word.direction, (letters.get(word.direction) ?? 0) + length);
    all += length;
  }
  for (const [direction, count] of letters) if (count >= MOSTLY * all) return direction;
  return 0;
}

/** Where a box of the page as displayed lies once the page is turned clockwise. */
function turned([x0, y0, x1, y1]: Box, turn: Lay['turn'], { width, height }: Page): Box {
  switch (turn) {
    case 0:
      return [x0, y0, x1, y1];
    case 90:
      return [height - y1, x0, height - y0, x1];
    case 180:
      return [width - x1, height - y1, width - x0, height - y0];
    case 270:
      return [y0, width - x1, y1, width - x0];
  }
}

const QUARTERS: readonly Direction[] = [0, 90, 180, 270];

function quarter(degrees: number): Direction {
  return QUARTERS[(((degrees % 360) + 360) % 360) / 90] ?? 0;
}

/**
 * A page of text that lies on its side or on its head, as a careless print leaves it, put straight so that its text reads from left to right; `lay` tells
 * how it lay. Any other page as it is.
 */
export function upright(page: Page): Page {
  if (page.lay !== undefined || page.source !== 'texte') return page;
  const lying = mainDirection(page);
  if (lying === 0) return page;
  const turn = quarter(-lying);
  const place = <T extends { readonly box: Box }>(each: T): T => ({ ...each, box: turned(each.box, turn, page) });
  const isSideways = turn % 180 !== 0;
  return {
    ...page,
    width: isSideways ? page.height : page.width,
    height: isSideways ? page.width : page.height,
    words: page.words.map((word) => ({ ...place(word), direction: quarter(word.direction - lying) })),
    rules: page.rules.map((rule) =>
      isSideways ? { ...place(rule), orientation: rule.orientation === 'horizontal' ? 'vertical' : 'horizontal' } : place(rule),
    ),
    fills: page.fills.map(place),
    lay: { turn, tilt: 0 },
  };
}
