import { describe, expect, it } from 'vitest';
import { readPages } from '../../src/stages/read/read-pages.ts';
import { makePdf } from '../read/make-pdf.ts';
import { turnPages } from './turn.ts';

const upright = makePdf({
  pages: [
    { content: 'BT /F1 20 Tf 50 200 Td (Bonjour) Tj ET', mediaBox: [0, 0, 400, 300] },
    { content: 'BT /F1 20 Tf 50 200 Td (Bonsoir) Tj ET', mediaBox: [0, 0, 300, 400] },
  ],
});

async function words(pdf: Uint8Array): Promise<{ size: number[]; text: string; direction: number; left: number }[]> {
  const pages = await readPages(pdf.slice(), { maxPages: 10 });
  return pages.flatMap((page) =>
    page.words.map((word) => ({
      size: [page.width, page.height],
      text: word.readings[0].text,
      direction: word.direction,
      left: Math.round(word.box[0]),
    })),
  );
}

describe('turning pages', () => {
  it.each([90, 180, 270] as const)('stores pages turned by %i that show as before', async (angle) => {
    const turned = turnPages(upright, { how: 'stored', angle });
    expect(Buffer.from(turned).toString('latin1')).toContain(`/Rotate ${angle}`);
    expect(await words(turned)).toEqual(await words(upright));
  });

  it('lays pages on their side, all or the wide ones only', async () => {
    const all = await words(turnPages(upright, { how: 'shown', angle: 90 }));
    expect(all.map(({ size }) => size)).toEqual([
      [300, 400],
      [400, 300],
    ]);
    expect(all.every(({ direction }) => direction !== 0)).toBe(true);
    const wide = await words(turnPages(upright, { how: 'shown', angle: 270, landscapeOnly: true }));
    expect(wide.map(({ size, direction }) => [size, direction === 0])).toEqual([
      [[300, 400], false],
      [[300, 400], true],
    ]);
  });

  it('refuses a file it does not know how to turn', () => {
    expect(() => turnPages(new Uint8Array(Buffer.from('%PDF-1.7\n')), { how: 'stored', angle: 90 })).toThrow(/not a PDF/u);
  });
});
