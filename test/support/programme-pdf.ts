import { makePdf } from '../read/make-pdf.ts';

const LEFT = 40;
const COLUMNS = [LEFT, 180, 330, 560, 660] as const;
const ROW = 30;
const TOP = 480;

/** A programme of one page with a ruled table, a few lines and a total that agrees, different for each number. WinAnsi, no compression. */
export function programmePdf(number: number): Uint8Array {
  const amounts = Array.from({ length: 3 }, (_, line) => 500 + ((number * 37 + line * 1310) % 9000));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const rows = [
    ['Axe', 'Action', 'Description', 'Montant 2023'],
    ['2. Sur-entretien', 'Renforcement du nettoyage', `Nettoyage des halls, secteur ${String(number)}`, euros(amounts[0] ?? 0)],
    ['4. Tranquillit\\351', 'Dispositif de tranquillit\\351', 'M\\351diation en soir\\351e', euros(amounts[1] ?? 0)],
    ['6. Animation', "Soutien aux actions d'animation", 'F\\352te de quartier', euros(amounts[2] ?? 0)],
    ['TOTAL', '', '', euros(total)],
  ];
  const heading = [
    `Programme d'actions TFPB - Ann\\351e : 2023`,
    `Ville : LENS    Quartier prioritaire : Cit\\351 ${String(number)}    Organisme : Habitat ${String(number % 50)}`,
  ];
  const text = (x: number, y: number, content: string): string =>
    content === '' ? '' : `BT /F1 9 Tf ${String(x)} ${String(y)} Td (${content}) Tj ET`;
  const bottom = TOP - rows.length * ROW;
  const content = [
    ...heading.map((line, index) => text(LEFT, 540 - index * 18, line)),
    ...rows.flatMap((row, r) => row.map((cell, c) => text((COLUMNS[c] ?? LEFT) + 4, TOP - r * ROW - 18, cell))),
    '0.8 w',
    ...Array.from({ length: rows.length + 1 }, (_, r) => `${String(LEFT)} ${String(TOP - r * ROW)} m 660 ${String(TOP - r * ROW)} l S`),
    ...COLUMNS.map((x) => `${String(x)} ${String(TOP)} m ${String(x)} ${String(bottom)} l S`),
  ];
  return makePdf({ pages: [{ mediaBox: [0, 0, 720, 580], content: content.join('\n') }] });
}

function euros(amount: number): string {
  return `${String(amount).replace(/\B(?=(\d{3})+$)/gu, ' ')} \\200`;
}
