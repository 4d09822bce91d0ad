import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordText } from '../../src/model/page.ts';
import { fontMeaning } from './make-pdf.ts';
import { readOne, rounded, show, texts, wordOf } from './support.ts';

describe('where words stand', () => {
  it('gives text, box, size, weight and direction in points from the top left', async () => {
    const page = await readOne(show('Bonjour', 50, 200, { size: 20 }) + show('Gras', 50, 100, { font: 'F2' }));
    expect([page.width, page.height, page.source, page.defect]).toEqual([400, 300, 'texte', null]);
    const word = wordOf(page, 'Bonjour');
    // Helvetica: B 667, o 556, n 556, j 222, o 556, u 556, r 333 thousandths.
    expect(rounded([word.box[0], word.box[2]])).toEqual([50, 118.9]);
    expect(word.box[1]).toBeLessThan(100 - 0.6 * 20);
    expect(word.box[3]).toBeGreaterThan(100);
    expect(word.box[3] - word.box[1]).toBeLessThanOrEqual(1.25 * 20);
    expect(word).toMatchObject({ size: 20, bold: false, direction: 0, readings: [{ text: 'Bonjour', cost: 0 }] });
    expect(wordOf(page, 'Gras').bold).toBe(true);
  });

  it.each([
    [0, [400, 300], [50, 100], 0],
    [90, [300, 400], [200, 50], 90],
    [180, [400, 300], [350, 200], 180],
    [270, [300, 400], [100, 350], 270],
  ] as const)('applies /Rotate %i', async (rotate, size, at, direction) => {
    const page = await readOne({ content: show('Bonjour', 50, 200), rotate });
    const { box, direction: found } = wordOf(page, 'Bonjour');
    expect([page.width, page.height]).toEqual(size);
    expect(found).toBe(direction);
    const nearest = [
      Math.abs(box[0] - at[0]) < Math.abs(box[2] - at[0]) ? box[0] : box[2],
      Math.abs(box[1] - at[1]) < Math.abs(box[3] - at[1]) ? box[1] : box[3],
    ] as const;
    expect(Math.hypot(nearest[0] - at[0], nearest[1] - at[1])).toBeLessThan(4);
    const along = direction === 0 || direction === 180 ? box[2] - box[0] : box[3] - box[1];
    expect(along).toBeCloseTo(34.46, 1);
  });

  it.each([
    ['0 1 -1 0 100 100', 270],
    ['0 -1 1 0 100 100', 90],
    ['-1 0 0 -1 100 100', 180],
  ])('reads turned text (%s)', async (matrix, direction) => {
    const page = await readOne(`BT /F1 10 Tf ${matrix} Tm (Dépense annuelle) Tj ET`.replace('é', '\\351'));
    expect(texts(page)).toEqual(['Dépense', 'annuelle']);
    expect(page.words.map((word) => [word.direction, Math.round(word.size)])).toEqual([
      [direction, 10],
      [direction, 10],
    ]);
  });

  it('counts from the corner of the crop box, whatever the corner of the media box', async () => {
    const page = await readOne({ content: show('Ici', 150, 250), mediaBox: [-50, -50, 550, 750], cropBox: [100, 100, 400, 300] });
    expect([page.width, page.height]).toEqual([300, 200]);
    const { box } = wordOf(page, 'Ici');
    expect(rounded([box[0]])).toEqual([50]);
    expect(box[1]).toBeLessThan(50);
    expect(box[3]).toBeGreaterThan(50);
  });

  it('keeps the size as displayed: scaled pages, stretched text', async () => {
    const page = await readOne(
      '0.5 0 0 0.5 0 0 cm ' + show('Petit', 100, 400, { size: 20 }) + 'BT /F1 20 Tf 200 Tz 100 300 Td (Large) Tj ET',
    );
    expect(wordOf(page, 'Petit').size).toBeCloseTo(10, 5);
    expect(rounded([wordOf(page, 'Petit').box[0]])).toEqual([50]);
    // L 556, a 556, r 333, g 556, e 556 thousandths of 10 points, twice as wide.
    expect(rounded([wordOf(page, 'Large').box[0], wordOf(page, 'Large').box[2]])).toEqual([50, 101.1]);
  });

  it('follows every operator that moves the pen', async () => {
    const page = await readOne(
      'BT /F1 10 Tf 12 TL 50 200 Td (un) Tj T* (deux) Tj (trois) \' 5 1 (4 5) " 20 -30 TD (six) Tj T* (sept) Tj ET',
    );
    const places = page.words.map((word) => [wordText(word), ...rounded([word.box[0], word.box[3] - (page.words[0]?.box[3] ?? 0)])]);
    expect(places).toEqual([
      ['un', 50, 0],
      ['deux', 50, 12],
      ['trois', 50, 24],
      ['4', 50, 36],
      // A figure 5.56, one point after it and after the space, a space 2.78 with five points more.
      ['5', 65.3, 36],
      ['six', 70, 66],
      ['sept', 70, 96],
    ]);
  });

  it('reads text drawn upside down twice, and on a page whose axis points down', async () => {
    const plain = wordOf(await readOne(show('Bonjour', 50, 200)), 'Bonjour');
    const twice = wordOf(await readOne('BT /F1 -10 Tf -1 0 0 -1 50 200 Tm (Bonjour) Tj ET'), 'Bonjour');
    const down = wordOf(await readOne('1 0 0 -1 0 300 cm BT /F1 10 Tf 1 0 0 -1 50 100 Tm (Bonjour) Tj ET'), 'Bonjour');
    for (const word of [twice, down]) {
      expect(rounded(word.box)).toEqual(rounded(plain.box));
      expect([word.direction, word.size]).toEqual([0, 10]);
    }
  });

  it('drops a watermark across the page', async () => {
    expect(texts(await readOne(show('Texte', 50, 200) + 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 80 50 Tm (PROJET) Tj ET'))).toEqual(['Texte']);
  });
});

describe('what a word is', () => {
  it('separates at white space of every kind', async () => {
    const page = await readOne(show('13 568\\240\\200 en\\2402023', 50, 200));
    expect(texts(page)).toEqual(['13', '568', '€', 'en', '2023']);
  });

  it('is neither cut by kerning nor glued over a gap', async () => {
    expect(texts(await readOne('BT /F1 10 Tf 50 200 Td [(A) 120 (v) 80 (ent) -40 (ure) -600 (suite)] TJ ET'))).toEqual([
      'Aventure',
      'suite',
    ]);
    expect(texts(await readOne('BT /F1 10 Tf 50 200 Td [(D) 3 (e) -5 (u) 2 (x) -250 (m) 4 (o) -3 (t) (s)] TJ ET'))).toEqual([
      'Deux',
      'mots',
    ]);
    expect(texts(await readOne('BT /F1 10 Tf 50 200 Td [(1) -5 (2) 4 (3) -9000 (4) (5)] TJ ET'))).toEqual(['123', '45']);
  });

  it('is whole when its glyphs are placed one by one, in any number of pieces', async () => {
    // Helvetica: S 667, o 556, m 833, m 833, e 556.
    const content = ['S', 'o', 'm', 'm', 'e']
      .map((letter, index) => show(letter, 50 + ([0, 6.67, 12.23, 20.56, 28.89][index] ?? 0), 200))
      .join('');
    expect(texts(await readOne(content))).toEqual(['Somme']);
    expect(texts(await readOne(show('Som', 50, 200) + show('Ailleurs', 50, 100) + show('me', 70.56, 200)))).toEqual(['Somme', 'Ailleurs']);
  });

  it('survives letter-spacing, asked for or drawn', async () => {
    expect(texts(await readOne('BT /F1 12 Tf 4 Tc 50 200 Td (PROGRAMME 2023) Tj ET'))).toEqual(['PROGRAMME', '2023']);
    const spread = [...'PROGRAMME'].map((letter) => `(${letter}) -350`).join(' ');
    expect(
      texts(
        await readOne(`BT /F1 12 Tf 50 200 Td [${spread} ( ) -350 ${[...'ACTIONS'].map((letter) => `(${letter}) -350`).join(' ')}] TJ ET`),
      ),
    ).toEqual(['PROGRAMME', 'ACTIONS']);
  });

  it('never glues figures that stand apart, even at equal distances', async () => {
    const digits = [...'123456'].map((digit) => `(${digit}) -350`).join(' ');
    expect(texts(await readOne(`BT /F1 10 Tf 50 200 Td [${digits}] TJ ET`))).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('does not go through the line between two cells', async () => {
    const line = '0.5 w 67.2 180 m 67.2 220 l S ';
    expect(texts(await readOne(line + show('500', 50, 200) + show('800', 67.7, 200)))).toEqual(['500', '800']);
    expect(texts(await readOne(show('500', 50, 200) + show('800', 66.68, 200)))).toEqual(['500800']);
    expect(texts(await readOne(line + show('D\\351bordement', 50, 200)))).toEqual(['Débordement']);
  });

  it('keeps the call of a note raised after its number, and joins the raised ending of an ordinal', async () => {
    const raised = (text: string, x: number): string => `BT /F1 6 Tf 4 Ts ${String(x)} 200 Td (${text}) Tj ET\n`;
    expect(texts(await readOne(show('500', 50, 200) + raised('1', 66.68)))).toEqual(['500¹']);
    expect(texts(await readOne(show('1', 50, 200) + raised('er', 55.56) + show(' trimestre', 62, 200)))).toEqual(['1er', 'trimestre']);
    expect(texts(await readOne(show('30 m', 50, 200) + raised('3', 72.23)))).toEqual(['30', 'm³']);
  });

  it('keeps small capitals whole', async () => {
    expect(texts(await readOne('BT /F1 12 Tf 50 200 Td (T) Tj /F1 9 Tf (OTAL) Tj ET'))).toEqual(['TOTAL']);
  });

  it('comes back whole for any text of words, whatever the pieces it is drawn in', async () => {
    const word = fc.stringMatching(/^[A-Za-z0-9,.%€]{1,8}$/u).map((text) => text.replaceAll('€', '\\200'));
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.infiniteStream(fc.boolean()), async (words, cuts) => {
        const pieces = (words.join(' ').match(/\\200|./gu) ?? [])
          .map((character) => (cuts.next().value === true ? `${character}) 0 (` : character))
          .join('');
        const page = await readOne(`BT /F1 10 Tf 20 200 Td [(${pieces})] TJ ET`);
        expect(texts(page)).toEqual(words.map((text) => text.replaceAll('\\200', '€')));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what characters are', () => {
  const withMeaning = (toUnicode: Record<number, string>, content: string, widths: Record<number, number> = {}) => {
    const [font, map] = fontMeaning(toUnicode, widths);
    return readOne(content, { objects: [font, map], fonts: { X: 10 } });
  };
  const LETTERS = { 0x61: '0061', 0x62: '0062', 0x65: '0065', 0x66: '0066' };

  it('reads small capitals and old-style figures at their private codes, and no other private code', async () => {
    const map = { 0x41: 'F761', 0x42: 'F7E9', 0x43: 'F732', 0x44: 'E001' };
    expect(texts(await withMeaning(map, show('ABC', 50, 200, { font: 'X' })))).toEqual(['aé2']);
    expect(texts(await withMeaning(map, show('ABCABCABCABCABCD', 50, 200, { font: 'X' })))).toEqual(['aé2aé2aé2aé2aé2\ufffd']);
  });

  it('takes ligatures apart and composes accents', async () => {
    expect(
      texts(await withMeaning({ ...LETTERS, 0x41: 'FB01', 0x42: 'FB04', 0x43: '006600660069' }, show('AaBbC', 50, 200, { font: 'X' }))),
    ).toEqual(['fiafflbffi']);
    expect(texts(await withMeaning({ ...LETTERS, 0x41: '0301' }, show('beA', 50, 200, { font: 'X' }), { 0x41: 0 }))).toEqual(['bé']);
    expect(texts(await withMeaning({ ...LETTERS, 0x41: '00B4' }, 'BT /X 10 Tf 50 200 Td [(bA) 500 (e)] TJ ET'))).toEqual(['bé']);
  });

  it('drops a soft hyphen that is not seen, keeps one that is', async () => {
    const meaning = { ...LETTERS, 0x2d: '00AD' };
    expect(texts(await withMeaning(meaning, show('ab-be', 50, 200, { font: 'X' }), { 0x2d: 0 }))).toEqual(['abbe']);
    expect(texts(await withMeaning(meaning, show('ab-', 50, 200, { font: 'X' })))).toEqual(['ab-']);
    expect(texts(await withMeaning(meaning, show('ab-be', 50, 200, { font: 'X' })))).toEqual(['ab-be']);
  });

  it('says when the codes of a page have no meaning', async () => {
    const page = await withMeaning({ 0x41: 'E001', 0x42: 'E002', 0x43: 'E003' }, show('ABCABCABC', 50, 200, { font: 'X' }));
    expect([page.defect, page.words]).toEqual(['texte_sans_unicode', []]);
  });

  it('marks one unknown character among known ones instead of leaving it out', async () => {
    const page = await withMeaning({ ...LETTERS, 0x41: 'E001' }, show('abAab', 50, 200, { font: 'X' }));
    expect([page.defect, texts(page)]).toEqual([null, ['ab\ufffdab']]);
  });

  it('does not believe glyph numbers of a font without any table', async () => {
    const objects = [
      '<< /Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Hidden /Encoding /Identity-H /DescendantFonts [11 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAA+Hidden /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /AAAAAA+Hidden /Flags 4 /Ascent 800 /Descent -200 /ItalicAngle 0 /CapHeight 700 /StemV 80 /FontBBox [0 -200 1000 800] >> >>',
    ];
    const page = await readOne('BT /X 10 Tf 50 200 Td <002400250013001400480049004A> Tj ET', { objects, fonts: { X: 10 } });
    expect([page.defect, page.words]).toEqual(['texte_sans_unicode', []]);
  });

  it('reads drawn fonts that say what they mean', async () => {
    const map = { dictionary: '', data: fontMeaning({ 0x61: '0041', 0x62: '0031' })[1].data };
    const objects = [
      '<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 800] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /a 12 0 R /b 12 0 R >> /Encoding << /Type /Encoding /Differences [97 /a /b] >> /FirstChar 97 /LastChar 98 /Widths [600 600] /ToUnicode 11 0 R >>',
      map,
      { dictionary: '', data: '600 0 d0 0 0 500 700 re f' },
    ];
    const page = await readOne('BT /X 10 Tf 50 200 Td (ab) Tj ET', { objects, fonts: { X: 10 } });
    expect(texts(page)).toEqual(['A1']);
    const [word] = page.words;
    expect(rounded(word?.box ?? [])).toEqual([50, 92, 62, 102]);
    expect(page.rules).toEqual([]);
  });

  it('tells a page that paints nothing from one whose picture must be looked at', async () => {
    expect((await readOne('')).defect).toBe('page_blanche');
    expect((await readOne('q 0 0 100 100 re W n Q')).defect).toBe('page_blanche');
    expect((await readOne('q 0.24 0 0 -0.24 0 792 cm Q')).defect).toBe('page_blanche');
    // A picture too large to decode leaves only the matrix that made room for it.
    expect((await readOne('q 595 0 0 842 0 0 cm /Scan Do Q')).defect).toBe('page_sans_texte');
    expect((await readOne('q 0.24 0 0 0.24 0 0 cm q 0 -2480 3508 0 0 0 cm /Scan Do Q Q')).defect).toBe('page_sans_texte');
  });

  it('says that a page without text has none', async () => {
    expect((await readOne('50 50 200 100 re f')).defect).toBe('page_sans_texte');
    expect((await readOne(show('   ', 50, 200))).defect).toBe('page_sans_texte');
  });
});
