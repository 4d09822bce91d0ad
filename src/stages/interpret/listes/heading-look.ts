import type { ListParagraph } from './list-paragraphs.ts';

/** How a heading looks: headings of one level look alike. */
export interface Look {
  readonly manner: string;
  readonly size: number;
}

/** Sizes of one level, seen on scanned pages, differ by less than this share. */
const NEAR_SIZE = 0.15;
/** Bold and numbered it is a heading, whatever a stroke through it adds to its size. */
const NEAR_NUMBERED = 0.3;

export function look({ bold, size, bullet, text }: ListParagraph): Look {
  const upper = text === text.toUpperCase() && /\p{Lu}{4}/u.test(text);
  return { manner: [bold, bullet?.startsWith('1') === true ? '1' : '', upper].join('|'), size: Math.round(size * 2) };
}

/** Whether a heading looks like another: `same`; `near` where only its size differs a little. */
export function likeness(own: Look, other: Look | null): 'same' | 'near' | null {
  if (own.manner !== other?.manner) return null;
  if (own.size === other.size) return 'same';
  const near = own.manner.startsWith('true|1') ? NEAR_NUMBERED : NEAR_SIZE;
  return Math.abs(own.size - other.size) <= near * other.size ? 'near' : null;
}
