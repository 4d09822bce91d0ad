import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellText } from '../../src/model/grid.ts';
import type { Fill, Rule, Word } from '../../src/model/page.ts';
import { tabulate } from '../../src/stages/tabulate/tabulate.ts';
import { frame, horizontal, page, textAt, textEndingAt } from './draw.ts';

/** Left edges of the columns, the right border last. */
const XS = [50, 190, 400, 480, 545] as const;
const LINE = 12;
const SIZE = 10;
const DRAWN = ['none', 'header', 'outer', 'horizontal', 'zebra', 'subtotals'] as const;

interface Row {
  readonly label: readonly string[];
  readonly text: readonly string[];
  readonly amount: string;
  readonly bold: boolean;
}

interface Sheet {
  readonly rows: readonly Row[];
  readonly padding: number;
  readonly valign: 'top' | 'middle';
  readonly drawn: (typeof DRAWN)[number];
}

const WORDS = [
  'nettoyage',
  'des',
  'halls',
  'renforcement',
  'gardien',
  'médiation',
  'travaux',
  'suivi',
  'jardin',
  'collecte',
  'tri',
  'formation',
];

/** Texts as they wrap in a column of this many characters: a line ends because the next word does not fit. */
function wrapped(words: readonly string[], most: number): string[] {
  return words.reduce<string[]>((lines, word, index) => {
    const last = lines.at(-1);
    const next = index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return last === undefined || last.length + 1 + next.length > most ? [...lines, next] : [...lines.slice(0, -1), `${last} ${next}`];
  }, []);
}

const text = (least: number, most: number, width: number): fc.Arbitrary<string[]> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: least, maxLength: most }).map((words) => wrapped(words, width));

const line = fc
  .record({ label: text(1, 7, 24), text: text(2, 14, 36), amount: fc.integer({ min: 1, max: 99 }) })
  .map(({ amount, ...texts }): Row => ({ ...texts, amount: `${String(amount)} 500 €`, bold: false }));

const subtotal = fc
  .integer({ min: 1, max: 99 })
  .map((amount): Row => ({ label: ['Sous-total'], text: [], amount: `${String(amount)} 000 €`, bold: true }));

/** Without a frame or stripes, where a table ends is not always seen when its texts stand beside each other at other heights. */
const isSeen = ({ drawn, valign }: Sheet): boolean => valign === 'top' || drawn === 'outer' || drawn === 'horizontal' || drawn === 'zebra';

const settings: fc.Arbitrary<Sheet> = fc.record({
  rows: fc
    .array(fc.tuple(fc.array(line, { minLength: 2, maxLength: 5 }), subtotal), { minLength: 1, maxLength: 3 })
    .map((groups) => groups.flatMap(([rows, total]) => [...rows, total])),
  padding: fc.integer({ min: 3, max: 5 }),
  valign: fc.constantFrom('top', 'middle'),
  drawn: fc.constantFrom(...DRAWN),
});

const sheet = settings.filter(isSeen);

const HEADER: Row = { label: ['Action'], text: ['Description'], amount: 'Dépense', bold: true };

function typeset({ rows, padding, valign, drawn }: Sheet): { words: Word[]; rules: Rule[]; fills: Fill[] } {
  const words: Word[] = [];
  const rules: Rule[] = [];
  const fills: Fill[] = [];
  let y = 60;
  [HEADER, ...rows].forEach((row, index) => {
    const columns = [row.label, row.text, [row.amount]];
    const height = (lines: number): number => LINE * (lines - 1) + SIZE;
    const whole = height(Math.max(...columns.map((lines) => lines.length)));
    columns.forEach((lines, column) => {
      const top = y + padding + (valign === 'middle' && lines.length > 0 ? (whole - height(lines.length)) / 2 : 0);
      lines.forEach((content, position) => {
        const style = { bold: row.bold, size: SIZE };
        const at = top + LINE * position;
        words.push(...(column === 2 ? textEndingAt(XS[4] - 4, at, content, style) : textAt((XS[column] ?? 0) + 4, at, content, style)));
      });
    });
    const bottom = y + whole + 2 * padding;
    if (drawn === 'horizontal' || (drawn === 'header' && index === 0)) rules.push(horizontal(bottom, XS[0], XS[4]));
    const isFilled = (drawn === 'zebra' && index % 2 === 1) || (drawn === 'subtotals' && row.bold);
    if (isFilled) fills.push({ box: [XS[0], y, XS[4], bottom], shade: 0.85 });
    y = bottom;
  });
  if (drawn === 'outer') rules.push(...frame([XS[0], 60, XS[4], y]));
  if (drawn === 'horizontal' || drawn === 'header') rules.push(horizontal(60, XS[0], XS[4]));
  return { words, rules, fills };
}

test('rows without rules between them are read as they were set, however their cells stand and whatever else is drawn', () => {
  fc.assert(
    fc.property(sheet, (content) => {
      const [{ value: layout }] = tabulate([page({ ...typeset(content), height: 2000 })]);
      expect(layout.grids).toHaveLength(1);
      const rows = new Map<number, string[]>();
      for (const cell of layout.grids[0]?.cells ?? []) {
        if (cellText(cell) !== '') rows.set(cell.row, [...(rows.get(cell.row) ?? []), cellText(cell)]);
      }
      const printed = [HEADER, ...content.rows].map((row) =>
        [row.label.join(' '), row.text.join(' '), row.amount].filter((cell) => cell !== ''),
      );
      expect([...rows.values()]).toEqual(printed);
    }),
    { numRuns: 100 },
  );
});
