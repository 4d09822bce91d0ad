import { describe, expect, it } from 'vitest';
import { figuresTable } from './report.ts';
import { noCounts } from './score.ts';

const counted = (programmes: number, found: number, alarms: number): ReturnType<typeof noCounts> => ({
  ...noCounts(),
  documents: programmes,
  programmes,
  programmesFound: found,
  falseAlarms: alarms,
});

function row(table: string, label: string): string[] {
  const line = table.split('\n').find((each) => each.startsWith(`| ${label} `));
  return (line ?? '')
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('the table of figures', () => {
  const layouts = [
    { name: 'many', counts: counted(9, 9, 1) },
    { name: 'few', counts: counted(1, 0, 2) },
    { name: 'none', counts: { ...noCounts(), documents: 2, empty: 2, emptyRight: 1, programmesInvented: 1 } },
  ];
  const all = { name: 'all', counts: { ...counted(10, 9, 3), empty: 2, emptyRight: 1 } };
  const table = figuresTable(all, layouts, []);

  it('lets each layout weigh alike in the average and names the lowest', () => {
    expect(row(table, 'programmes found and none invented')).toEqual([
      'programmes found and none invented',
      '99 % (97 %)',
      '50.0 %',
      '0.0 % few',
      '83.3 % of 12',
      '100.0 % of 9',
      '0.0 % of 1',
      '50.0 % of 2',
    ]);
  });

  it('adds counts up, and leaves out layouts that have nothing to count', () => {
    expect(row(table, 'false alarms')[2]).toBe('3');
    expect(row(table, 'header fields').slice(2, 4)).toEqual(['0.0 %', '0.0 % many']);
  });

  it('shows no average of a single layout', () => {
    expect(row(figuresTable(all, layouts.slice(0, 1), []), 'documents')).toEqual(['documents', '', '10']);
  });
});
