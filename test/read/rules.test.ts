import { describe, expect, it } from 'vitest';
import { readOne, rounded } from './support.ts';

async function rulesOf(content: string, rotate?: number): Promise<[string, number[]][]> {
  const page = await readOne({ content, ...(rotate === undefined ? {} : { rotate }) });
  return page.rules.map(({ orientation, box }): [string, number[]] => [orientation, rounded(box)]);
}

describe('rules', () => {
  it('are strokes, as thick as they are drawn', async () => {
    expect(await rulesOf('2 w 50 200 m 250 200 l S')).toEqual([['horizontal', [50, 99, 250, 101]]]);
    expect(await rulesOf('1 w 50 200 m 50 100 l S')).toEqual([['vertical', [49.5, 100, 50.5, 200]]]);
    expect(await rulesOf('q 0.1 0 0 0.1 0 0 cm 5 w 500 2000 m 2500 2000 l S Q')).toEqual([['horizontal', [50, 99.8, 250, 100.3]]]);
  });

  it('are thin filled boxes', async () => {
    expect(await rulesOf('50 200 200 0.75 re f')).toEqual([['horizontal', [50, 99.3, 250, 100]]]);
    expect(await rulesOf('50 100 m 50.5 100 l 50.5 200 l 50 200 l f')).toEqual([['vertical', [50, 100, 50.5, 200]]]);
  });

  it('are the sides of stroked boxes and of frames drawn as a box with a hole', async () => {
    const sides = [
      ['horizontal', [50, 100, 250, 101]],
      ['horizontal', [50, 149, 250, 150]],
      ['vertical', [50, 100, 51, 150]],
      ['vertical', [249, 100, 250, 150]],
    ];
    expect(await rulesOf('1 w 50.5 150.5 199 49 re S')).toEqual([
      ['horizontal', [50.5, 100, 249.5, 101]],
      ['horizontal', [50.5, 149, 249.5, 150]],
      ['vertical', [50, 100.5, 51, 149.5]],
      ['vertical', [249, 100.5, 250, 149.5]],
    ]);
    expect(await rulesOf('50 150 200 50 re 51 151 198 48 re f*')).toEqual(sides);
  });

  it('are whole however many pieces they are drawn in', async () => {
    const pieces = [0, 1, 2, 3].map((index) => `${String(50 + 50 * index)} 200 50 0.5 re f`).join(' ');
    expect(await rulesOf(pieces)).toEqual([['horizontal', [50, 99.5, 250, 100]]]);
    expect(await rulesOf('0.5 w 50 200 m 100 200 l S 90 200.2 m 180 200.2 l S')).toEqual([['horizontal', [50, 99.6, 180, 100.3]]]);
  });

  it('are whole when dotted or dashed, by a pattern or piece by piece', async () => {
    expect(await rulesOf('1 w [2 2] 0 d 50 200 m 250 200 l S')).toHaveLength(1);
    const dots = Array.from({ length: 50 }, (_, index) => `${String(50 + 3 * index)} 200 1 1 re f`).join(' ');
    expect(await rulesOf(dots)).toEqual([['horizontal', [50, 99, 198, 100]]]);
    const dashes = Array.from({ length: 20 }, (_, index) => `50 ${String(50 + 8 * index)} m 50 ${String(55 + 8 * index)} l S`).join(' ');
    expect(await rulesOf(`1 w ${dashes}`)).toEqual([['vertical', [49.5, 93, 50.5, 250]]]);
  });

  it('stay two when drawn double, and stay apart when they do not meet', async () => {
    expect(await rulesOf('0.5 w 50 200 m 250 200 l S 50 198 m 250 198 l S')).toHaveLength(2);
    expect(await rulesOf('0.5 w 50 200 m 150 200 l S 160 200 m 250 200 l S')).toHaveLength(2);
  });

  it('are not what nobody sees: no paint, white on white, no length, beside the page, outside the clip, under a box', async () => {
    expect(await rulesOf('50 200 m 250 200 l n')).toEqual([]);
    expect(await rulesOf('1 G 50 200 m 250 200 l S 1 g 50 100 200 0.5 re f')).toEqual([]);
    expect(await rulesOf('50 200 m 50 200 l S')).toEqual([]);
    expect(await rulesOf('50 500 m 250 500 l S')).toEqual([]);
    expect(await rulesOf('q 100 190 50 20 re W n 0.5 w 50 200 m 250 200 l S 50 100 m 250 100 l S Q')).toEqual([
      ['horizontal', [100, 99.8, 150, 100.3]],
    ]);
    expect(await rulesOf('0.5 w 50 200 m 250 200 l S 1 g 40 190 220 20 re f')).toEqual([]);
  });

  it('are seen in white between coloured cells', async () => {
    expect(await rulesOf('0.2 0.3 0.6 rg 50 180 200 40 re f 1 G 1 w 150 180 m 150 220 l S')).toEqual([
      ['vertical', [149.5, 80, 150.5, 120]],
    ]);
  });

  it('are not slanted lines or curves', async () => {
    expect(await rulesOf('50 200 m 250 150 l S 50 200 m 100 250 150 250 200 200 c S')).toEqual([]);
  });

  it.each([
    [90, ['vertical', [199.5, 50, 200.5, 250]]],
    [180, ['horizontal', [150, 199.5, 350, 200.5]]],
    [270, ['vertical', [99.5, 150, 100.5, 350]]],
  ])('turn with the page (%i)', async (rotate, rule) => {
    expect(await rulesOf('1 w 50 200 m 250 200 l S', rotate)).toEqual([rule]);
  });

  it('may be images one pixel high', async () => {
    const content = 'q 200 0 0 0.5 50 200 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q';
    expect(await rulesOf(content)).toEqual([['horizontal', [50, 99.5, 250, 100]]]);
  });
});

describe('fills', () => {
  it('are coloured boxes with their luminance, as displayed', async () => {
    const page = await readOne('0.5 g 50 200 100 30 re f 1 0 0 rg 200 200 100 30 re f 1 g 50 100 100 30 re f');
    expect(page.fills.map(({ box, shade }) => [rounded(box), Math.round(shade * 100) / 100])).toEqual([
      [[50, 70, 150, 100], 0.5],
      [[200, 70, 300, 100], 0.21],
    ]);
    expect(page.rules).toEqual([]);
  });

  it('are not what a later box hides', async () => {
    expect((await readOne('0.5 g 50 200 100 30 re f 1 g 40 190 200 50 re f')).fills).toEqual([]);
  });
});
