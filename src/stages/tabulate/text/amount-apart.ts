import type { PrintedLine } from './lines.ts';

/** White before an amount that stands apart from its words, in ems, and how much wider it is than any other white of the line. */
const APART = 1;
const WIDER = 2;
const AMOUNT = /^[-–]?\s?\d{1,3}(?:[\s.\u00a0\u202f]?\d{3})*(?:,\d{1,2})?\s?(?:k?€|k?euros?)(?:\s?(?:ttc|ht|\/\s?an|par an))?$/iu;

/** The white, in points, that sets an amount at the end of a line apart from its words though it is narrow, as where the words reach over a tab stop; `null` for none. */
export function whiteBeforeAmount({ words, size }: PrintedLine): number | null {
  const gaps = words.slice(1).map((word, index) => word.box[0] - (words[index]?.box[2] ?? word.box[0]));
  const widest = Math.max(0, ...gaps);
  const at = gaps.indexOf(widest);
  if (widest < APART * size || gaps.some((gap, index) => index !== at && WIDER * gap > widest)) return null;
  const end = words.slice(at + 1).map((word) => word.readings[0].text);
  return AMOUNT.test(end.join(' ')) ? widest : null;
}
