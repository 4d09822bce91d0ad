import type { Block, TableCell, TableRow, TypesetDocument } from '../../../test/typeset/index.ts';
import type { AxeLillers, MontantsLillers } from '../content/lillers.ts';
import { AXES_LILLERS, BANDEAU_LILLERS, COLONNES_LILLERS, TOTAL_LILLERS } from '../content/lillers.ts';

export interface StyleLillers {
  readonly font: TypesetDocument['font'];
  readonly size: number;
  readonly padding: number;
  readonly head: string;
  readonly subtotal: string;
  /** The headings of the two narrow columns stand upright. */
  readonly turned: boolean;
  /** The merged cell of an axe goes down beside its sub-total too. */
  readonly axeBesideSubtotal: boolean;
}

/** Number, axe, action, two columns to tick, then the amounts. */
const COLUMNS = [8, 50, 88, 16, 16, ...COLONNES_LILLERS.map(({ groupe }) => (groupe === '2023' ? 24 : 21.5))];

function amounts(montants: MontantsLillers, style: Partial<TableCell> = {}): TableCell[] {
  return COLONNES_LILLERS.map(({ cle }) => ({ text: montants[cle] ?? '', align: 'right', ...style }));
}

function headRows(style: StyleLillers): TableRow[] {
  const cell = { bold: true, align: 'center', background: style.head } as const;
  const groups: TableCell[] = [];
  for (const { groupe } of COLONNES_LILLERS) {
    if (groups.at(-1)?.text === groupe) continue;
    groups.push({ ...cell, text: groupe, colSpan: COLONNES_LILLERS.filter((column) => column.groupe === groupe).length });
  }
  const tick = (text: string): TableCell => ({ ...cell, text, rowSpan: 2, vertical: style.turned, size: style.size - 1 });
  return [
    {
      cells: [
        { ...cell, text: 'AXES', colSpan: 2, rowSpan: 2 },
        { ...cell, text: 'Actions', rowSpan: 2 },
        tick('GESTION DE DROIT COMMUN'),
        tick('ACTION SPECIFIQUE'),
        ...groups,
      ],
    },
    { cells: COLONNES_LILLERS.map(({ titre }) => ({ ...cell, text: titre, size: style.size - 1 })), minHeight: 26 },
  ];
}

function axeRows(axe: AxeLillers, style: StyleLillers): TableRow[] {
  const beside = style.axeBesideSubtotal;
  const rowSpan = axe.actions.length + (beside ? 1 : 0);
  const rows = axe.actions.map(({ libelle, montants }, index): TableRow => {
    const merged: TableCell[] = [
      { text: String(axe.numero), rowSpan, align: 'center', bold: true },
      { text: axe.libelle, rowSpan, align: 'center' },
    ];
    return { cells: [...(index === 0 ? merged : []), { text: libelle }, { text: '' }, { text: '' }, ...amounts(montants)] };
  });
  const bold = { bold: true, background: style.subtotal };
  const label: TableCell = { ...bold, text: 'SOUS-TOTAL', align: 'right', ...(beside ? {} : { colSpan: 3 }) };
  return [...rows, { cells: [label, { ...bold, text: '' }, { ...bold, text: '' }, ...amounts(axe.sousTotal, bold)] }];
}

function heading(style: StyleLillers): Block[] {
  const band = BANDEAU_LILLERS;
  const width = COLUMNS.reduce((sum, column) => sum + column, 0);
  const fixed = [58, 88, 110, 64];
  const bold = (text: string): TableCell => ({ text, bold: true });
  return [
    { kind: 'paragraph', text: band.contrat, bold: true, size: style.size + 3, align: 'center' },
    { kind: 'paragraph', text: band.titre, bold: true, size: style.size + 2, align: 'center', after: 5 },
    {
      kind: 'table',
      columns: [...fixed, width - fixed.reduce((sum, column) => sum + column, 0)],
      padding: style.padding,
      after: 6,
      rows: [
        { cells: [bold(band.periode), bold(band.commune), { text: band.quartier[0] }, bold(band.quartier[1]), { text: band.abattement }] },
        { cells: [{ text: band.organisme[0] }, bold(band.organisme[1]), { text: band.logements }, bold(band.qpv), { text: band.engage }] },
      ],
    },
  ];
}

/** One page of A3. */
export function lillersDocument(style: StyleLillers): TypesetDocument {
  const total = { bold: true, background: style.head };
  return {
    title: BANDEAU_LILLERS.titre,
    font: style.font,
    size: style.size,
    parts: [
      {
        page: { size: 'A3', orientation: 'landscape', margins: { top: 9, right: 8, bottom: 8, left: 8 } },
        blocks: [
          ...heading(style),
          {
            kind: 'table',
            columns: COLUMNS,
            padding: style.padding,
            headerRows: 2,
            rows: [
              ...headRows(style),
              ...AXES_LILLERS.flatMap((axe) => axeRows(axe, style)),
              {
                cells: [{ ...total, text: TOTAL_LILLERS.libelle, colSpan: 5, align: 'right' }, ...amounts(TOTAL_LILLERS.montants, total)],
              },
            ],
          },
        ],
      },
    ],
  };
}
