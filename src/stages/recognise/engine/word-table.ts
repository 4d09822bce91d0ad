import type { RecognisedWord } from './engine.ts';

/**
 * The words of Tesseract's table of words, by picture and line. Its columns: level, page, block, paragraph, line, word, left, top, width, height, confidence,
 * text. `count`: of pictures.
 */
export function linesOfTable(table: string, count: number): RecognisedWord[][][] {
  const pictures = Array.from({ length: count }, (): RecognisedWord[][] => []);
  let last = '';
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text = ''] = row.split('\t');
    if (level !== '5' || text.trim() === '') continue;
    const lines = pictures[Number(page) - 1];
    const key = [page, block, paragraph, line].join(' ');
    if (key !== last) lines?.push([]);
    last = key;
    const [x0, y0] = [Number(left), Number(top)];
    const box = { x0, y0, x1: x0 + Number(width), y1: y0 + Number(height) };
    lines?.at(-1)?.push({ text, confidence: Math.trunc(Number(confidence)), box });
  }
  return pictures;
}
