import type { ChunkedLine } from './chunks.ts';

/** The middle one of the font sizes of lines, in points; 10 for none. */
export function medianLineSize(lines: readonly ChunkedLine[]): number {
  const sizes = lines.map((line) => line.size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 10;
}
