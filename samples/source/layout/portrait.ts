import type { Block, TableCell, TableRow, TypesetDocument } from '../../../test/typeset/index.ts';
import type { ActionPortrait, AxePortrait, ProgrammePortrait } from '../content/portrait.ts';
import { ENTETE_PORTRAIT } from '../content/portrait.ts';

export interface StylePortrait {
  readonly font: TypesetDocument['font'];
  readonly size: number;
  readonly padding: number;
  readonly head: string;
  readonly subtotal: string;
  readonly titleColor: string;
  readonly heading: 'paragraphs' | 'table';
  /** How the amounts are written. */
  readonly ecrit: (euros: number) => string;
  readonly neant: string;
}

/** Action, description, calendar, planned, rate, valued. */
const COLUMNS = [39, 52, 23, 26, 20, 25];
const RECAP_COLUMNS = [113, 37, 35];

const NO_BREAK_SPACE = '\u00a0';

/** `21 600 €` with no-break spaces, as a careful typist writes it. */
export function enEuros(euros: number): string {
  return `${euros.toLocaleString('fr-FR').replaceAll(/\s/gu, NO_BREAK_SPACE)}${NO_BREAK_SPACE}€`;
}

/** `21 600,00`: the unit stands in the heading of the column. */
export function sansUnite(euros: number): string {
  return `${euros.toLocaleString('fr-FR').replaceAll(/\s/gu, ' ')},00`;
}

export function nomAxe(axe: AxePortrait): string {
  return `Axe ${axe.numero} : ${axe.libelle}`;
}

export function sousTotal(axe: AxePortrait): string {
  return `Sous-total axe ${axe.numero}`;
}

export function taux(action: ActionPortrait): string {
  return action.taux === null ? '' : `${action.taux} %`;
}

function actionRow(action: ActionPortrait, style: StylePortrait): TableRow {
  const montant = (value: number | null): TableCell => ({ text: value === null ? style.neant : style.ecrit(value), align: 'right' });
  return {
    cells: [
      { text: action.libelle },
      { text: action.description },
      { text: action.calendrier },
      montant(action.prevu),
      { text: taux(action), align: 'center' },
      montant(action.valorise),
    ],
  };
}

function axeBlocks(axe: AxePortrait, style: StylePortrait): Block[] {
  const { colonnes } = ENTETE_PORTRAIT;
  const titles = [colonnes.action, colonnes.description, colonnes.calendrier, colonnes.prevu, colonnes.taux, colonnes.valorise];
  const bold = { bold: true, background: style.subtotal } as const;
  return [
    {
      kind: 'paragraph',
      text: nomAxe(axe),
      bold: true,
      size: style.size + 2.5,
      color: style.titleColor,
      before: 9,
      after: 4,
      keepWithNext: true,
    },
    {
      kind: 'table',
      columns: COLUMNS,
      padding: style.padding,
      headerRows: 1,
      repeatHeader: true,
      after: 6,
      rows: [
        { cells: titles.map((text) => ({ text, bold: true, align: 'center', background: style.head, size: style.size - 1 })) },
        ...axe.actions.map((action) => actionRow(action, style)),
        {
          cells: [
            { ...bold, text: sousTotal(axe), colSpan: 3 },
            { ...bold, text: style.ecrit(axe.sousTotal.prevu), align: 'right' },
            { ...bold, text: '' },
            { ...bold, text: style.ecrit(axe.sousTotal.valorise), align: 'right' },
          ],
        },
      ],
    },
  ];
}

function recapBlocks(programme: ProgrammePortrait, style: StylePortrait): Block[] {
  const { colonnes } = ENTETE_PORTRAIT;
  const row = (label: string, prevu: number, valorise: number, own: Partial<TableCell>): TableRow => ({
    cells: [
      { ...own, text: label },
      { ...own, text: style.ecrit(prevu), align: 'right' },
      { ...own, text: style.ecrit(valorise), align: 'right' },
    ],
  });
  const { recapitulatif, total } = ENTETE_PORTRAIT;
  const head = [colonnes.axe, colonnes.prevu, colonnes.valorise];
  return [
    {
      kind: 'paragraph',
      text: recapitulatif,
      bold: true,
      size: style.size + 2.5,
      color: style.titleColor,
      before: 12,
      after: 4,
      keepWithNext: true,
    },
    {
      kind: 'table',
      columns: RECAP_COLUMNS,
      padding: style.padding,
      headerRows: 1,
      keepTogether: true,
      after: 10,
      rows: [
        { cells: head.map((text) => ({ text, bold: true, align: 'center', background: style.head })) },
        ...programme.axes.map((axe) => row(nomAxe(axe), axe.sousTotal.prevu, axe.sousTotal.valorise, {})),
        row(total, programme.total.prevu, programme.total.valorise, { bold: true, background: style.subtotal }),
      ],
    },
  ];
}

function headingBlocks(style: StylePortrait): Block[] {
  const { titre, sousTitre, commune, quartier, codeQp, bailleur, logements, annee } = ENTETE_PORTRAIT;
  const facts: readonly (readonly [string, string])[] = [
    ['Organisme Hlm', bailleur],
    ['Commune', commune],
    ['Quartier prioritaire', `${quartier} (${codeQp})`],
    ['Nombre de logements concernés', String(logements)],
    ['Période', String(annee)],
  ];
  const title: Block[] = [
    { kind: 'paragraph', text: titre, bold: true, size: style.size + 7, align: 'center', color: style.titleColor },
    { kind: 'paragraph', text: sousTitre, size: style.size + 1, align: 'center', after: 10 },
  ];
  if (style.heading === 'table') {
    const rows = facts.map(([label, value]) => ({
      cells: [
        { text: label, background: style.subtotal },
        { text: value, bold: true },
      ],
    }));
    return [...title, { kind: 'table', columns: [62, 98], padding: style.padding, indent: 12, after: 8, rows }];
  }
  return [
    ...title,
    ...facts.map(([label, value]): Block => ({
      kind: 'paragraph',
      text: [{ text: `${label} : `, bold: true }, { text: value }],
      after: 2,
    })),
  ];
}

export function portraitDocument(programme: ProgrammePortrait, style: StylePortrait): TypesetDocument {
  const { titre, bailleur, introduction, cloture } = ENTETE_PORTRAIT;
  return {
    title: titre,
    font: style.font,
    size: style.size,
    parts: [
      {
        page: { size: 'A4', orientation: 'portrait', margins: { top: 18, right: 12, bottom: 18, left: 13 } },
        header: `${bailleur} - abattement de TFPB`,
        footer: 'Page {page} / {pages}',
        blocks: [
          ...headingBlocks(style),
          { kind: 'paragraph', text: introduction, align: 'justify', before: 6, after: 6 },
          ...programme.axes.flatMap((axe) => axeBlocks(axe, style)),
          ...recapBlocks(programme, style),
          { kind: 'paragraph', text: cloture, align: 'right' },
        ],
      },
    ],
  };
}
