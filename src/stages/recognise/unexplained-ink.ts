import type { Page } from '../../model/page.ts';
import type { PagePicture } from './page-pictures.ts';
import type { Component } from './pixels/components.ts';

/** Letters are this high, in points. */
const LETTER = [3.2, 22] as const;
/** So many shapes like letters that no word of the text layer accounts for are a text. */
const A_TEXT = 40;
/** Room around a word within which ink is its own, in points. */
const AROUND = 2.5;

/** Whether a picture shows text that the words of the page do not say. */
export function showsMore(page: Page, { dpi }: PagePicture, components: readonly Component[]): boolean {
  const points = 72 / dpi;
  let unexplained = 0;
  for (const { x0, y0, x1, y1 } of components) {
    const high = (y1 - y0) * points;
    if (high < LETTER[0] || high > LETTER[1] || (x1 - x0) * points > LETTER[1]) continue;
    const [x, y] = [((x0 + x1) / 2) * points, ((y0 + y1) / 2) * points];
    const said = page.words.some(({ box }) => x > box[0] - AROUND && x < box[2] + AROUND && y > box[1] - AROUND && y < box[3] + AROUND);
    if (!said && ++unexplained >= A_TEXT) return true;
  }
  return false;
}
