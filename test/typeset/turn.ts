import type { PageTurn } from './model.ts';

/**
 * Turns every page of a PDF by an incremental update: the page's content is wrapped in a rotation, and `stored` turns it back by `/Rotate`.
 * Knows the plain files of our own producers only: a classic cross-reference table, page dictionaries outside object streams, one content stream.
 * @throws Error when the file is not like that
 */
export function turnPages(pdf: Uint8Array, turn: PageTurn): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1');
  const pages = [...source.matchAll(/(?:^|\n)(\d+) 0 obj\s*<<(\s*\/Type\s*\/Page\b(?!s)[\s\S]*?)>>\s*endobj/gu)];
  const trailer = /trailer\s*<<([\s\S]*?)>>\s*startxref\s*(\d+)\s*%%EOF\s*$/u.exec(source);
  const size = Number(/\/Size (\d+)/u.exec(trailer?.[1] ?? '')?.[1]);
  const root = /\/Root \d+ 0 R/u.exec(trailer?.[1] ?? '')?.[0];
  if (pages.length === 0 || trailer === null || root === undefined || !Number.isInteger(size)) throw new Error('not a PDF this can turn');
  let output = source.endsWith('\n') ? source : `${source}\n`;
  const offsets = new Map<number, number>();
  const write = (number: number, body: string): void => {
    offsets.set(number, output.length);
    output += `${number} 0 obj\n${body}\nendobj\n`;
  };
  const stream = (text: string): string => `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
  const closing = size;
  write(closing, stream('Q'));
  let next = size + 1;
  for (const [, number, dictionary = ''] of pages) {
    const box = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/u.exec(dictionary);
    const content = /\/Contents (\d+ 0 R)/u.exec(dictionary)?.[1];
    if (box === null || content === undefined) throw new Error('a page without a plain MediaBox or content');
    const [width, height] = [Number(box[1]), Number(box[2])];
    if (turn.landscapeOnly === true && width <= height) continue;
    const [matrix, wide, high] = {
      90: [`0 1 -1 0 ${height} 0`, height, width] as const,
      180: [`-1 0 0 -1 ${width} ${height}`, width, height] as const,
      270: [`0 -1 1 0 0 ${width}`, height, width] as const,
    }[turn.angle];
    const opening = next;
    next += 1;
    write(opening, stream(`q ${matrix} cm`));
    const turned = dictionary
      .replace(/\/MediaBox\s*\[[^\]]*\]/u, `/MediaBox [0 0 ${wide} ${high}]`)
      .replace(/\/Contents \d+ 0 R/u, `/Contents [${opening} 0 R ${content} ${closing} 0 R]`);
    write(Number(number), `<<${turned}${turn.how === 'stored' ? `\n/Rotate ${turn.angle}` : ''}>>`);
  }
  const table = output.length;
  const entries = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
  output += `xref\n${entries.join('')}trailer\n<</Size ${next} ${root} /Prev ${trailer[2] ?? '0'}>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(output, 'latin1'));
}
