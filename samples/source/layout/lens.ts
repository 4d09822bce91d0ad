import type { Block, Part, Table, TableRow, TypesetDocument } from '../../../test/typeset/index.ts';
import type { ProgrammeLens } from '../content/lens.ts';
import { COMMUN, PROGRAMMES_LENS } from '../content/lens.ts';
import type { Rangee } from '../content/ligne.ts';
import { margin, rowsCovered } from './merged.ts';

/** What differs between the two producers. Widths in millimetres, type in points. */
export interface StyleLens {
  readonly font: TypesetDocument['font'];
  readonly size: number;
  readonly padding: number;
  /** Margin letter, axe, action, description, amount. */
  readonly columns: readonly [number, number, number, number, number];
  readonly band: string;
  readonly heading: 'tabs' | 'table';
  /** Between heading and first table. */
  readonly gap: number;
  readonly margins: Part['page']['margins'];
  readonly footer?: string;
}

function bodyRows(rangees: readonly Rangee[]): TableRow[] {
  return rangees.map((rangee, index) => ({
    cells: [
      ...(rangee.axe === undefined
        ? []
        : [{ text: rangee.axe, rowSpan: rowsCovered(rangees, index, (row) => row.axe !== undefined), align: 'center' as const }]),
      ...(rangee.action === undefined
        ? []
        : [{ text: rangee.action, rowSpan: rowsCovered(rangees, index, (row) => row.action !== undefined || row.axe !== undefined) }]),
      { text: rangee.texte },
      { text: rangee.montant, align: rangee.montant === '-' ? ('center' as const) : ('right' as const) },
    ],
  }));
}

function headRows(style: StyleLens, band: string, columns: readonly string[]): TableRow[] {
  return [
    { cells: [{ text: band, colSpan: 4, bold: true, background: style.band }] },
    { cells: columns.map((text) => ({ text, bold: true, align: 'center' as const })) },
  ];
}

/** Puts the letter of the table in the margin beside all of its rows. */
function lettered(style: StyleLens, letter: string, rows: readonly TableRow[]): Table {
  const [first, ...rest] = rows;
  if (first === undefined) throw new Error('a table without rows');
  return {
    kind: 'table',
    columns: style.columns,
    padding: style.padding,
    splitRows: true,
    rows: [{ ...first, cells: [margin(letter, rows.length, style.size + 6), ...first.cells] }, ...rest],
    after: 8,
  };
}

const blank = (colSpan: number): TableRow['cells'][number] => ({ text: '', colSpan, borders: 'none' });

function specifiques(programme: ProgrammeLens, style: StyleLens, letter: string): Table {
  return lettered(style, letter, [
    ...headRows(style, COMMUN.bandeauSpecifiques, ['Axes', 'Actions', 'Calendrier et actions associées', COMMUN.colonneSpecifiques]),
    ...bodyRows(programme.specifiques),
    { cells: [blank(3), { text: programme.totalSpecifiques, bold: true, align: 'right' }] },
  ]);
}

/** A + B: its amount stands at the top of a cell whose label takes two lines. */
function totalRow(programme: ProgrammeLens, style: StyleLens): TableRow {
  const label = { text: COMMUN.libelleTotal, bold: true, background: style.band, align: 'center' as const };
  const amount = { text: programme.total, bold: true, background: style.band, align: 'right' as const, valign: 'top' as const };
  return { cells: [blank(2), label, amount] };
}

function droitCommun(programme: ProgrammeLens, style: StyleLens, letter: string): Table {
  const { surcout } = programme;
  const total = (text: string, amount: string): TableRow => ({
    cells: [
      { text, colSpan: 3, bold: true, align: 'right' },
      { text: amount, bold: true, align: 'right' },
    ],
  });
  const before = bodyRows(programme.droitCommun.slice(0, surcout.apres));
  const after = bodyRows(programme.droitCommun.slice(surcout.apres));
  const empty: TableRow = { cells: ['', '', '', ''].map((text) => ({ text })), minHeight: 4 };
  return lettered(style, letter, [
    ...headRows(style, COMMUN.bandeauDroitCommun, ['Axes', 'Actions', 'Calendrier', COMMUN.colonneDroitCommun]),
    ...before,
    total(surcout.libelle, surcout.montant),
    ...(after.length === 0 ? [empty] : after),
    total(COMMUN.libelleDroitCommun, programme.totalDroitCommun),
    ...(programme.ordre === 'specifiques_d_abord' ? [totalRow(programme, style)] : []),
  ]);
}

function heading(programme: ProgrammeLens, style: StyleLens): Block[] {
  const width = style.columns.reduce((sum, column) => sum + column, 0);
  const facts = [`Année(s) : ${COMMUN.annee}`, `Ville : ${COMMUN.ville}`, `Quartier prioritaire : ${programme.quartier}`, COMMUN.projet];
  const logements = `Nombre de logements dans le quartier : ${programme.logements}`;
  const [first, second] = COMMUN.legende;
  const title: Block[] = [
    { kind: 'paragraph', text: programme.titre, bold: true, size: style.size + 3, align: 'center', before: 6 },
    { kind: 'paragraph', text: COMMUN.sousTitre, bold: true, size: style.size + 1, align: 'center', after: 6 },
  ];
  const legendAt = Math.round(width - 72);
  if (style.heading === 'tabs') {
    return [
      {
        kind: 'tabs',
        bold: true,
        after: 4,
        pieces: facts.map((text, index) => ({ at: [0, 36, 74, legendAt][index] ?? 0, text })),
      },
      {
        kind: 'tabs',
        pieces: [
          { at: 0, text: 'Organisme :' },
          { at: 74, text: [{ text: COMMUN.organisme, bold: true }] },
          { at: legendAt, text: first },
        ],
      },
      {
        kind: 'tabs',
        pieces: [
          { at: 0, text: logements },
          { at: legendAt, text: second },
        ],
      },
      ...title,
      { kind: 'spacer', height: style.gap },
    ];
  }
  return [
    {
      kind: 'table',
      columns: [34, 34, legendAt - 68, width - legendAt],
      padding: style.padding,
      border: 'none',
      rows: [
        { cells: facts.map((text) => ({ text, bold: true, borders: 'all' as const, background: style.band })) },
        {
          cells: [
            { text: 'Organisme :', colSpan: 2 },
            { text: COMMUN.organisme, bold: true },
            { text: `${first}\n${second}`, rowSpan: 2 },
          ],
        },
        { cells: [{ text: logements, colSpan: 3 }] },
      ],
    },
    ...title,
    { kind: 'spacer', height: style.gap },
  ];
}

function part(programme: ProgrammeLens, style: StyleLens): Part {
  const first = programme.ordre === 'specifiques_d_abord';
  const tables = first
    ? [specifiques(programme, style, 'A'), droitCommun(programme, style, 'B')]
    : [droitCommun(programme, style, 'A'), specifiques(programme, style, 'B')];
  const total: Block[] = first
    ? []
    : [
        {
          kind: 'table',
          columns: style.columns,
          padding: style.padding,
          rows: [{ cells: [blank(1), ...totalRow(programme, style).cells] }],
        },
      ];
  return {
    page: { size: 'A4', orientation: 'landscape', margins: style.margins },
    ...(style.footer === undefined ? {} : { footer: style.footer }),
    blocks: [...heading(programme, style), ...tables, ...total],
  };
}

/** The three programmes, each from a new page on. */
export function lensDocument(style: StyleLens): TypesetDocument {
  return {
    title: 'Programmes d’actions TFPB 2023 - Lens',
    font: style.font,
    size: style.size,
    parts: PROGRAMMES_LENS.map((programme) => part(programme, style)),
  };
}
