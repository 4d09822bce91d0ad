import { describe, expect, it } from 'vitest';
import { assignGroups } from '../../src/stages/interpret/group-headings.ts';

const columns = (...edges: readonly number[]): { x0: number; x1: number }[] =>
  edges.slice(1).map((x1, index) => ({ x0: edges[index] ?? 0, x1 }));
const centred = (middle: number, width: number): { x0: number; x1: number } => ({ x0: middle - width / 2, x1: middle + width / 2 });

describe('headings over several columns that no rule bounds', () => {
  it('each take the columns they stand in the middle of', () => {
    const six = columns(0, 50, 100, 150, 200, 250, 300);
    expect(assignGroups([centred(100, 60), centred(250, 30)], six)).toEqual([0, 0, 0, 0, 1, 1]);
    expect(assignGroups([centred(50, 60), centred(200, 30)], six)).toEqual([0, 0, 1, 1, 1, 1]);
  });

  it('or begin at the left edge of', () => {
    expect(
      assignGroups(
        [
          { x0: 2, x1: 40 },
          { x0: 152, x1: 190 },
        ],
        columns(0, 50, 100, 150, 200, 250),
      ),
    ).toEqual([0, 0, 0, 1, 1]);
  });

  it('begin anew with the heading that comes again under each', () => {
    const labels = ['prevu', 'valorise', 'prevu', 'valorise'];
    const four = columns(309, 371, 434, 491, 548).map((column, index) => ({ ...column, label: labels[index] ?? '' }));
    expect(
      assignGroups(
        [
          { x0: 312, x1: 345 },
          { x0: 437, x1: 480 },
        ],
        four,
      ),
    ).toEqual([0, 0, 1, 1]);
  });

  it('begin with the headings of columns that they are set over', () => {
    const starts = [522, 590, 660, 728, 804, 874];
    const six = columns(519, 587, 656, 724, 801, 871, 939).map((column, index) => ({ ...column, start: starts[index] ?? 0 }));
    expect(
      assignGroups(
        [
          { x0: 522, x1: 572 },
          { x0: 728, x1: 800 },
        ],
        six,
      ),
    ).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('narrow columns of dashes between go with their neighbours', () => {
    expect(assignGroups([centred(103, 60), centred(273, 20)], columns(0, 100, 108, 200, 206, 300, 340))).toEqual([0, 0, 0, 0, 1, 1]);
  });

  it('more headings than columns are none of theirs', () => {
    expect(assignGroups([centred(10, 5), centred(20, 5)], columns(0, 50))).toBeNull();
  });
});
