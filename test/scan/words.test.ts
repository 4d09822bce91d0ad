import { describe, expect, it } from 'vitest';
import { openLexicon } from '../../src/stages/recognise/reading/lexicon.ts';
import type { ReadLine } from '../../src/stages/recognise/reading/read-boxes.ts';
import { wordsOf } from '../../src/stages/recognise/words.ts';
import { printedLines } from '../../src/stages/tabulate/text/lines.ts';
import { toTextLine } from '../../src/stages/tabulate/text/text-line.ts';

const POINTS = 72 / 300;
/** Pixels of a font of 9 points, and where the ink of Arial reaches in it. */
const SIZE = 9 / POINTS;
const [CAPITALS, SMALL, BELOW] = [0.72 * SIZE, 0.53 * SIZE, 0.21 * SIZE];

/** One line of one word whose ink reaches so far above and below its base line, a blurred pixel more than the letters. */
function line(text: string, base: number, above: number, below = 0): ReadLine {
  const box = { x0: 100, y0: Math.round(base - above - 1), x1: 100 + 20 * text.length, y1: Math.round(base + below + 1) };
  return { box, words: [{ text, confidence: 95, box }], numbers: null, direction: 0, stroke: 5 };
}

describe('words of a scan', () => {
  it('that French spells otherwise are put right, and keep what was recognised', () => {
    const [word] = wordsOf([line('Fonciére', 200, CAPITALS)], POINTS, openLexicon());
    expect(word?.readings.map(({ text }) => text)).toEqual(['Foncière', 'Fonciére']);
  });

  it('with a colon beside which there is dust have the colon alone', () => {
    const first = (text: string): string | undefined => wordsOf([line(text, 200, CAPITALS)], POINTS, openLexicon())[0]?.readings[0].text;
    expect(['Ville-:', ';:', 'QPV):', '12:30'].map(first)).toEqual(['Ville:', ':', 'QPV):', '12:30']);
  });

  it('with a ring for the colon behind a label have the colon', () => {
    const box = { x0: 100, y0: 170, x1: 160, y1: 201 };
    const words = ['Nb', 'logements', '©', '791'].map((text, at) => ({
      text,
      confidence: 95,
      box: { ...box, x0: 100 + 80 * at, x1: 170 + 80 * at },
    }));
    const read = wordsOf([{ ...line('', 200, CAPITALS), box: { ...box, x1: 410 }, words }], POINTS, openLexicon());
    expect(read.map(({ readings }) => readings[0].text).join(' ')).toBe('Nb logements : 791');
  });

  it('that are a k and a bent sign are thousands of euros', () => {
    const first = (text: string): string | undefined => wordsOf([line(text, 200, CAPITALS)], POINTS, openLexicon())[0]?.readings[0].text;
    expect(['k“.', 'k»', 'k’a', '«k'].map(first)).toEqual(['k€.', 'k€', 'k’a', '«k']);
  });

  it('are as high as their font, whatever letters they have, so that lines set evenly stand evenly', () => {
    const step = 1.17 * SIZE;
    const words = wordsOf(
      [
        line('Ramassage', 200, CAPITALS, BELOW),
        line('sur', 200 + step, SMALL),
        line('Devis', 200 + 2 * step, CAPITALS),
        line('Éclairage', 200 + 3 * step, 0.92 * SIZE, BELOW),
        line('-', 200 + 4 * step - 0.25 * SIZE, 0, 0),
      ],
      POINTS,
      openLexicon(),
    );
    expect(words.map(({ size }) => size)).toEqual([9, 9, 9, 9, 9]);
    const middles = words.map(({ box }) => (box[1] + box[3]) / 2);
    for (const [index, middle] of middles.slice(1).entries()) expect(Math.abs(middle - (middles[index] ?? 0) - 1.17 * 9)).toBeLessThan(0.6);
    for (const { box } of words) expect(box[3] - box[1]).toBeCloseTo(1.14 * 9, 0);
  });

  it('stand where most of their letters do and have their size, though dirt reaches further', () => {
    const lines = [0, 1, 2, 3].map((index) => ({
      ...line('dossiers de troubles de jouissance', 200 + 60 * index, CAPITALS, BELOW),
      letter: SMALL + 1,
    }));
    const stained = { ...line('dossiers de troubles de jouissance', 440, CAPITALS, BELOW + 12), letter: SMALL + 1, foot: 440 };
    const words = wordsOf([...lines, stained], POINTS, openLexicon());
    expect(words.map(({ size }) => size)).toEqual([9, 9, 9, 9, 9]);
    expect((words[4]?.box[1] ?? 0) - (words[3]?.box[1] ?? 0)).toBeCloseTo(60 * POINTS, 0);
  });

  it('whose ink reaches as far as the usual size makes it have that, though their small letters are thick', () => {
    const lines = [0, 1, 2, 3].map((index) => ({
      ...line('dossiers de troubles de jouissance', 200 + 60 * index, CAPITALS, BELOW),
      letter: SMALL + 1,
    }));
    const thick = { ...line('Axes', 500, CAPITALS), letter: 1.2 * SMALL + 1 };
    expect(wordsOf([...lines, thick], POINTS, openLexicon()).at(-1)?.size).toBe(9);
  });

  it('are bold beside most of the text, whatever dots lead from it to amounts', () => {
    const lines = [0, 1, 2, 3].flatMap((index) => [
      line('dossiers de troubles de jouissance', 200 + 60 * index, CAPITALS, BELOW),
      { ...line('.'.repeat(80), 200 + 60 * index, 0, 0), stroke: 0 },
    ]);
    const note = line('note', 600, 0.85 * CAPITALS);
    const heading = { ...line('Gestion des déchets', 700, 1.1 * CAPITALS), stroke: 6.4 };
    expect(wordsOf([...lines, note, heading], POINTS, openLexicon()).at(-1)?.bold).toBe(true);
  });

  it('of the last line of a paragraph have its size, though few letters make it seem smaller', () => {
    const step = 1.17 * SIZE;
    const full = [0, 1, 2].map((index) => line('des cheminements piétons et de la propreté', 200 + index * step, CAPITALS, BELOW));
    const rest = line('200 € pièce', 200 + 3 * step, 0.83 * CAPITALS, 0.83 * BELOW);
    expect(wordsOf([...full, rest], POINTS, openLexicon()).at(-1)?.size).toBe(9);
    const apart = line('200 € pièce', 200 + 5 * step, 0.83 * CAPITALS, 0.83 * BELOW);
    expect(wordsOf([...full, apart], POINTS, openLexicon()).at(-1)?.size).toBeLessThan(9);
  });

  it('of the last line of a heading have the size of the line above where it is nearly their own, though they seem a level apart', () => {
    const text = [0, 1, 2, 3].map((index) => line('des cheminements et de la cour', 200 + 60 * index, CAPITALS));
    const bold = (own: ReadLine): ReadLine => ({ ...own, stroke: 8 });
    const [wide, large] = [1.1 * CAPITALS, 1.18 * CAPITALS];
    const heading = [bold(line('Le Clos Saint-', 600, wide)), bold(line('Jacoues', 600 + 1.17 * SIZE, large))];
    const words = wordsOf([...text, ...heading], POINTS, openLexicon(), true).slice(text.length);
    expect(words.map(({ size }) => size)).toEqual([9, 9]);
  });

  it('that are two words of programmes run together are both', () => {
    const texts = wordsOf([line('TOTALAXE', 200, CAPITALS), line('logements', 300, CAPITALS, BELOW)], POINTS, openLexicon());
    expect(texts.map(({ readings }) => readings[0].text)).toEqual(['TOTAL', 'AXE', 'logements']);
    expect(printedLines(texts).map((printed) => toTextLine(printed, 1).text)).toEqual(['TOTAL AXE', 'logements']);
  });

  it('that stand alone as marks between fields are the marks of the fields', () => {
    const words = 'Période : 2025 - Commune . Lens « QPV : Sellier - Bailleur ‘ OPH'.split(' ');
    const fields = {
      ...line('Période', 200, CAPITALS),
      words: words.map((text, at) => ({ text, confidence: 90, box: { x0: 60 * at, y0: 170, x1: 60 * at + 50, y1: 202 } })),
    };
    const texts = wordsOf([fields], POINTS, openLexicon()).map(({ readings }) => readings[0].text);
    expect(texts.join(' ')).toBe('Période : 2025 - Commune : Lens - QPV : Sellier - Bailleur : OPH');
  });

  it('of the last line of an item have its size, where it begins under the bullet', () => {
    const step = 1.17 * SIZE;
    const at = (x: number, own: ReadLine): ReadLine => ({ ...own, box: { ...own.box, x0: own.box.x0 + x, x1: own.box.x1 + x } });
    const items = [0, 1, 2].map((index) => at(20, line('des cheminements piétons et de la propreté', 200 + index * step, CAPITALS, BELOW)));
    const bullet = line('-', 200 + 2 * step - 0.25 * SIZE, 0, 0);
    const marked = { ...bullet, box: { ...bullet.box, x1: 110 } };
    const sizeAt = (x: number): number | undefined => {
      const rest = at(x, line('200 € pièce', 200 + 3 * step, 0.83 * CAPITALS, 0.83 * BELOW));
      return wordsOf([...items, marked, rest], POINTS, openLexicon()).at(-1)?.size;
    };
    expect([sizeAt(0), sizeAt(20)]).toEqual([9, 9]);
    expect(sizeAt(50)).toBeLessThan(9);
  });

  it('between two lines of one paragraph have their size, however far blur makes them reach', () => {
    const step = 1.17 * SIZE;
    const [above, below] = [line('des projets avec les', 200, CAPITALS, BELOW), line('propreté de Liège', 200 + 2 * step, CAPITALS, BELOW)];
    const touching = line('sur les 9 QPV de la', 200 + step, CAPITALS + 8, BELOW + 4);
    expect(wordsOf([above, touching, below], POINTS, openLexicon()).every(({ size }) => size === 9)).toBe(true);
    expect(wordsOf([above, touching], POINTS, openLexicon()).every(({ size }) => size === 9)).toBe(false);
  });

  it('of small and tall letters alike have no size that their letters have not, though a stamp touches them', () => {
    const lines = [0, 1, 2, 3].map((index) => ({
      ...line('dossiers de jouissance', 200 + 60 * index, CAPITALS, BELOW),
      letter: SMALL + 1,
    }));
    const touched = { ...line('détail : 21 500 € le', 480, CAPITALS + 40, BELOW), letter: SMALL + 6 };
    expect(wordsOf([...lines, touched], POINTS, openLexicon()).at(-1)?.size).toBeLessThan(12);
  });

  it('are bold by how much of their place is ink, which blur does not change', () => {
    const text = 'Tranquillité résidentielle';
    const blurred = (index: number, mass: number, stroke: number): ReadLine => ({
      ...line(text, 200 + 60 * index, CAPITALS, BELOW),
      letter: SMALL + 1,
      stroke,
      mass,
    });
    const lines = [0, 1, 2, 3, 4].map((index) => blurred(index, 2600, 10));
    const words = wordsOf([...lines, blurred(5, 4600, 12)], POINTS, openLexicon());
    expect(words.map(({ bold }) => bold)).toEqual([false, false, false, false, false, true]);
  });

  it('are bold among figures and capitals, which have more ink, as among small letters', () => {
    const of = (text: string, index: number, mass: number, letter: number): ReadLine => ({
      ...line(text, 200 + 60 * index, CAPITALS, BELOW),
      letter,
      stroke: 10,
      mass,
    });
    const small = 'résonances communes aux cinq';
    const tall = 'TRAVAUX 18 450,00 €';
    const lines = [
      ...[0, 1, 2, 3].map((index) => of(small, index, 2600, SMALL + 1)),
      // Under the page's usual ink, and yet bold among small letters.
      of(small, 4, 4400, SMALL + 1),
      ...[5, 6, 7, 8, 9, 10].map((index) => of(tall, index, 2700, CAPITALS + 1)),
      of(tall, 11, 4900, CAPITALS + 1),
    ];
    const bold = wordsOf(lines, POINTS, openLexicon()).filter((each) => each.bold);
    expect(bold.map(({ readings }) => readings[0].text).join(' ')).toBe(`${small} ${tall}`);
  });

  it('are bold among capitals and figures most of which are headings', () => {
    const of = (text: string, index: number, mass: number, letter: number): ReadLine => ({
      ...line(text, 200 + 60 * index, CAPITALS, BELOW),
      letter,
      stroke: 10,
      mass,
    });
    const small = 'résonances communes aux cinq';
    const lines = [
      ...[0, 1, 2, 3].map((index) => of(small, index, 2600, SMALL + 1)),
      ...[4, 5, 6].map((index) => of('soit 18 450,00 € HT', index, 2500, CAPITALS + 1)),
      ...[7, 8, 9, 10, 11, 12].map((index) => of('TRAVAUX 18 450,00 €', index, 4200, CAPITALS + 1)),
    ];
    expect(wordsOf(lines, POINTS, openLexicon()).filter(({ bold }) => bold)).toHaveLength(6);
  });

  it('of a page so coarse that blur makes bold letters larger have the size of the text', () => {
    const text = Array.from({ length: 20 }, (_, index) => line('Ramassage des papiers', 200 + 60 * index, CAPITALS, BELOW));
    const heavy = { ...line('TITRE', 2000, 1.08 * CAPITALS), stroke: 9 };
    const sizeOf = (poor: boolean): number | undefined => wordsOf([...text, heavy], POINTS, openLexicon(), poor).at(-1)?.size;
    expect([sizeOf(true), sizeOf(false)]).toEqual([9, 10]);
  });

  it('that were read as one are two where white stands between them and both are words', () => {
    const own = line('Totalaxe', 200, CAPITALS);
    const read = (text: string, white?: number): string[] =>
      wordsOf(
        [{ ...own, words: [{ text, confidence: 95, box: own.box, ...(white === undefined ? {} : { white }) }] }],
        POINTS,
        openLexicon(),
      ).map(({ readings }) => readings[0].text);
    expect(read('Totalaxe', 0.63)).toEqual(['Total', 'axe']);
    expect(read('deToulon', 0.26)).toEqual(['de', 'Toulon']);
    expect(read('Bellevue', 0.2)).toEqual(['Bellevue']);
    expect(read('Kerangoff', 0.5)).toEqual(['Kerangoff']);
  });

  it('behind a label with half a colon before them have a whole one; quotes stay', () => {
    const read = (...texts: string[]): string =>
      wordsOf(
        [
          {
            ...line(texts.join(' '), 200, CAPITALS),
            words: texts.map((text, at) => ({ text, confidence: 90, box: { x0: 100 + 200 * at, y0: 170, x1: 280 + 200 * at, y1: 201 } })),
          },
        ],
        POINTS,
        openLexicon(),
      )
        .map(({ readings }) => readings[0].text)
        .join(' ');
    expect(read('Commune', '“Toulon')).toBe('Commune :Toulon');
    expect(read('Quartier', 'prioritaire', '.Cité', 'du', 'Bois')).toBe('Quartier prioritaire :Cité du Bois');
    expect(read('Actions', '“Vivre', 'ensemble”')).toBe('Actions “Vivre ensemble”');
    expect(read('{A', '+', '8}')).toBe('(A + B)');
    expect(read('2025', '(a*b)')).toBe('2025 (a+b)');
  });

  it('a label and its colon are told, whatever is left of the colon', () => {
    const own = line('Bailieur', 200, CAPITALS);
    const at = (text: string, from: number): (typeof own.words)[number] => ({
      text,
      confidence: 90,
      box: { ...own.box, x0: from, x1: from + 60 },
    });
    const words = wordsOf([{ ...own, words: [at('Bailieur', 100), at('.', 180), at('Vallée', 250)] }], POINTS, openLexicon());
    expect(words.map((word) => word.readings[0].text)).toEqual(['Bailleur', ':', 'Vallée']);
  });

  it('headings of one level have one size, whichever letters they hold; bold lines hardly larger than the text have its size', () => {
    const text = Array.from({ length: 20 }, (_, index) => line('Ramassage des papiers', 200 + 60 * index, CAPITALS, BELOW));
    const heavy = (words: string, share: number): ReadLine => ({ ...line(words, 2000, share * CAPITALS), stroke: 5 * share * 1.6 });
    const headings = [heavy('Sur-entretien', 1.31), heavy('Tri des bacs', 1.33), heavy('Animation', 1.35), heavy('TOTAL', 1.03)];
    const words = wordsOf([...text, ...headings], POINTS, openLexicon());
    expect(words.filter(({ bold }) => bold).map(({ size }) => size)).toEqual([12, 12, 12, 9]);
  });

  it('are as wide as their font, so that the white between them is that of a text layer', () => {
    const own = line('GESTION', 200, CAPITALS);
    const [left, right] = [0, 1].map((index) => ({ ...own.box, x0: 100 + 200 * index, x1: 285 + 200 * index }));
    const both = [left, right].flatMap((box) => (box === undefined ? [] : [{ text: 'GESTION', confidence: 95, box }]));
    const [first, second] = wordsOf([{ ...own, words: both }], POINTS, openLexicon());
    const white = (second?.box[0] ?? 0) - (first?.box[2] ?? 0);
    // 15 pixels of white between the ink are 3.6 points; an eighth of the font's size is the letters' own.
    expect(white).toBeCloseTo(15 * POINTS - 0.12 * 9, 0);
    expect(white).toBeGreaterThan(0);
  });
});
