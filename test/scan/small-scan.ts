import { makePdf } from '../read/make-pdf.ts';
import { agePdf } from './age/age-pdf.ts';
import { WEARS, type Wear } from './age/wear.ts';

const ROWS = [
  ['Libelle', 'Montant'],
  ['Nettoyage renforce des halls', '12 500 \\200'],
  ['Gardiennage et surveillance', '7 340 \\200'],
  ['Ateliers avec les habitants', '18 965 \\200'],
  ['TOTAL', '38 805 \\200'],
] as const;

/** A small sheet with a ruled table of five rows, as a PDF with real text. */
export function smallTable(): Uint8Array {
  const lines = [60, 240, 340].map((x) => `${String(x)} 80 m ${String(x)} 230 l S`);
  const rules = [80, 110, 140, 170, 200, 230].map((y) => `60 ${String(y)} m 340 ${String(y)} l S`);
  const text = ROWS.flatMap(([label, amount], row) => {
    const y = 211 - 30 * row;
    return [`BT /F1 11 Tf 66 ${String(y)} Td (${label}) Tj ET`, `BT /F1 11 Tf 270 ${String(y)} Td (${amount}) Tj ET`];
  });
  return makePdf({ pages: [{ content: ['0.8 w', ...lines, ...rules, ...text].join('\n') }] });
}

/** The same as a scan. */
export function smallScan(wear: Partial<Wear> = {}, turn: 0 | 90 | 180 | 270 = 0): Promise<Uint8Array> {
  return agePdf(smallTable(), { wear: { ...WEARS.bureau, stamps: 0, ...wear }, seed: 3, turn });
}
