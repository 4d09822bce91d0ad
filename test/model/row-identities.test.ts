import { describe, expect, it } from 'vitest';
import type { RowCell } from '../../src/model/row-equations.ts';
import { rowFindings } from '../../src/model/row-identities.ts';
import { column } from '../support/audited.ts';

/** Rows are written in hundreds of euros, and printed in euros. */
const HUNDRED = 100;

type Column = Partial<RowCell> & { readonly named?: string };

/** `prevu 2025` names a column's rubrique and years; a heading alone is planned money of no year. */
function cell({ named, ...given }: Column, figure: number | null, id: string): RowCell {
  const said = named === undefined ? null : column(named);
  return {
    id,
    rubrique: said?.rubrique ?? 'prevu',
    colonne: said?.header ?? '',
    periode: said?.periode ?? null,
    base: null,
    taxe: said?.taxe ?? null,
    centimes: figure === null ? null : BigInt(Math.round(figure * HUNDRED) * 100),
    texte: figure === null ? '' : `${String(Math.round(figure * HUNDRED))} €`,
    isDoubtful: false,
    ...given,
  };
}

/** What is found in rows of figures: the kind, the row, the sum, what is printed. */
function found(
  columns: readonly Column[],
  rows: readonly (readonly (number | null)[])[],
  totals: readonly number[] = [],
): readonly string[] {
  const lines = rows.map((row, line) => row.map((figure, at) => cell(columns[at] ?? {}, figure, `${String(line)}.${String(at)}`)));
  const grand = totals.map((figure, at) => {
    const { colonne, rubrique, periode } = cell(columns[at] ?? {}, figure, '');
    return { colonne, rubrique, periode, centimes: BigInt(figure * HUNDRED * 100) };
  });
  return rowFindings(lines, grand).map(
    ({ kind, line, sum, whole }) => `${kind} ${String(line)}: ${String(sum / 100n)} ${String((whole.centimes ?? 0n) / 100n)}`,
  );
}

const TAXES: readonly Column[] = [{ colonne: 'Montant HT', taxe: 'ht' }, { colonne: 'TVA' }, { colonne: 'Montant TTC', taxe: 'ttc' }];
const YEARS: readonly Column[] = [
  { named: 'prevu 2025' },
  { named: 'prevu 2026' },
  { named: 'total 2025-2026', colonne: 'Total 2025-2026' },
];
const SHARES: readonly Column[] = [
  { colonne: 'Coût total', rubrique: 'total' },
  { colonne: 'Part bailleur' },
  { colonne: 'Part ville', rubrique: 'autre' },
];
/** No heading says that the first is the sum of the others. */
const SILENT: readonly Column[] = [{ colonne: 'Dépense' }, { colonne: 'Interne' }, { colonne: 'Externe' }];

const DIFFERENCES: readonly Column[] = [
  { colonne: 'Prévu' },
  { colonne: 'Réalisé', rubrique: 'realise' },
  { colonne: 'Écart réalisé / prévu', rubrique: 'autre' },
];

describe('rows that contradict what their columns say', () => {
  it.each<[string, readonly Column[], readonly (readonly (number | null)[])[], readonly number[], readonly string[]]>([
    [
      'tax added to what is without it',
      TAXES,
      [
        [100, 20, 120],
        [50, 10, 65],
        [20, 4, 24],
      ],
      [],
      ['ecart 1: 6000 6500'],
    ],
    [
      'years added to their period',
      YEARS,
      [
        [10, 11, 21],
        [5, 5, 9],
        [2, 3, 5],
      ],
      [],
      ['ecart 1: 1000 900'],
    ],
    [
      'two rows in three, where the grand totals hold',
      YEARS,
      [
        [10, 11, 23],
        [5, 5, 8],
        [2, 3, 5],
      ],
      [17, 19, 36],
      ['ecart 0: 2100 2300', 'ecart 1: 1000 800'],
    ],
    [
      'quarters added to their year',
      [{ colonne: 'T1' }, { colonne: 'T2' }, { colonne: 'Total', rubrique: 'total' }],
      [
        [10, 11, 21],
        [5, 5, 9],
        [2, 3, 5],
      ],
      [],
      ['ecart 1: 1000 900'],
    ],
    [
      'what was first decided and the variation make what it was changed to',
      [{ colonne: 'Montant initial' }, { colonne: 'Variation', rubrique: 'autre' }, { colonne: 'Montant modifié' }],
      [
        [10, -2, 8],
        [5, 1, 7],
        [2, 0, 2],
      ],
      [],
      ['ecart 1: 600 700'],
    ],
    [
      'letters of headings',
      [{ colonne: 'Spécifique (a)' }, { colonne: 'Droit commun (b)' }, { colonne: 'Total (a + b)', rubrique: 'total' }],
      [
        [1, 2, 3],
        [4, 5, 9],
        [4, 4, 9],
      ],
      [],
      ['ecart 2: 800 900'],
    ],
    [
      'shares, borne out by the grand totals',
      SHARES,
      [
        [12, 10, 3],
        [4, 2, 1],
        [3, 3, 0],
      ],
      [19, 15, 4],
      ['ecart 0: 1300 1200', 'ecart 1: 300 400'],
    ],
    [
      'what four rows show without a word, but for one: to be looked at',
      SILENT,
      [
        [9, 4, 5],
        [8, 2, 6],
        [7, 1, 6],
        [6, 1, 4],
        [5, 2, 3],
      ],
      [],
      ['desaccord 3: 500 600'],
    ],
    [
      'rounded to the euro',
      TAXES,
      [
        [8.33, 1.67, 10],
        [4.16, 0.83, 5],
        [20, 4, 24],
      ],
      [],
      ['arrondi 1: 499 500'],
    ],
    [
      'an empty part is none',
      YEARS,
      [
        [10, null, 10],
        [5, 5, 10],
        [null, 4, 5],
      ],
      [],
      ['ecart 2: 400 500'],
    ],
  ])('%s', (_name, columns, rows, totals, expected) => {
    expect(found(columns, rows, totals)).toEqual(expected);
  });

  it.each<[string, readonly Column[], readonly (readonly (number | null)[])[], readonly number[]]>([
    [
      'all add up',
      YEARS,
      [
        [10, 11, 21],
        [5, 5, 10],
      ],
      [],
    ],
    [
      'shares of which one is missing from the table',
      SHARES,
      [
        [12, 8, 1],
        [9, 4, 2],
        [7, 3, 1],
      ],
      [28, 15, 4],
    ],
    [
      'without a word, three rows are too few',
      SILENT,
      [
        [9, 4, 5],
        [8, 2, 6],
        [6, 1, 4],
      ],
      [],
    ],
    [
      'without a word, two rows in five that do not',
      SILENT,
      [
        [9, 4, 5],
        [8, 2, 6],
        [7, 1, 6],
        [6, 1, 4],
        [5, 2, 2],
      ],
      [],
    ],
    [
      'the yearly mean of a period is no sum of years',
      [{ named: 'prevu 2025' }, { named: 'prevu 2026' }, { named: 'prevu 2025-2026', base: 'an', colonne: 'Moyenne / an 2025-2026' }],
      [
        [10, 12, 11],
        [4, 6, 5],
      ],
      [],
    ],
    [
      'a period of which one year has no column',
      [{ named: 'prevu 2025' }, { named: 'prevu 2026' }, { named: 'total 2025-2027', colonne: 'Total 2025-2027' }],
      [
        [10, 11, 30],
        [5, 5, 15],
      ],
      [],
    ],
    [
      'planned and spent side by side',
      [{ named: 'prevu 2025' }, { named: 'realise 2025' }, { named: 'total 2025' }],
      [
        [10, 11, 12],
        [5, 5, 5],
      ],
      [],
    ],
    [
      'two columns that nothing tells apart',
      [{ colonne: 'A' }, { colonne: 'A' }, { colonne: 'Total' }],
      [
        [1, 2, 4],
        [1, 2, 3],
        [2, 2, 4],
        [3, 2, 5],
        [3, 3, 6],
      ],
      [],
    ],
    [
      'a difference is no sum, though four rows in five look so',
      [{ colonne: 'Écart' }, { colonne: 'Prévu' }, { colonne: 'Réalisé', rubrique: 'prevu' }],
      [
        [9, 4, 5],
        [8, 2, 6],
        [7, 1, 6],
        [5, 1, 4],
        [5, 2, 2],
      ],
      [],
    ],
    [
      'a part that is repeated proves no sum',
      SILENT,
      [
        [9, 9, 0],
        [8, 8, 0],
        [7, 7, 0],
        [6, 6, 0],
        [5, 4, 0],
      ],
      [],
    ],
  ])('says nothing where %s', (_name, columns, rows, totals) => {
    expect(found(columns, rows, totals)).toEqual([]);
  });

  it('where nothing bears the headings out, asks for a look once', () => {
    expect(
      found(YEARS, [
        [10, 11, 30],
        [5, 5, 15],
        [2, 3, 7],
      ]),
    ).toEqual(['desaccord 0: 2100 3000']);
  });

  it('passes a cell that was not read as an amount over', () => {
    const rows = [
      [10, 11, 21],
      [5, 5, 9],
    ].map((row, line) =>
      row.map((figure, at) => ({ ...cell(YEARS[at] ?? {}, figure, `${String(line)}.${String(at)}`), isDoubtful: line === 1 && at === 0 })),
    );
    expect(rowFindings(rows, [])).toEqual([]);
  });

  it.each([
    ['realised less planned', 1],
    ['planned less realised', -1],
  ])('takes a difference as the rows that have a minus print it, %s', (_name, sign) => {
    const rows = [
      [10, 8, -2 * sign],
      [10, 15, 5 * sign],
      [20, 13, -7 * sign],
      [10, 17, 7 * sign],
      [10, 9, sign],
    ];
    expect(found(DIFFERENCES, rows)).toEqual([sign > 0 ? 'ecart 4: 1100 900' : 'ecart 4: 800 1000']);
    expect(
      found(
        DIFFERENCES,
        rows.map(([planned = 0, realised = 0, by = 0]) => [planned, realised, Math.abs(by)]),
      ),
    ).toEqual([]);
  });
});
