import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { agePdf } from './age-pdf.ts';
import { WEAR_NAMES, WEARS } from './wear.ts';

const USAGE = `npm run scan -- ORIGINAL.pdf SCAN.pdf [options]
  --usure NAME     ${WEAR_NAMES.join(', ')} (default bureau)
  --graine N       seed (default 1): the same gives the same scan
  --tour N         how the sheets lie on the glass: 0, 90, 180, 270
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    usure: { type: 'string', default: 'bureau' },
    graine: { type: 'string', default: '1' },
    tour: { type: 'string', default: '0' },
  },
});
const [original, scan] = positionals;
const name = WEAR_NAMES.find((each) => each === values.usure);
const turn = ([0, 90, 180, 270] as const).find((each) => each === Number(values.tour));
if (original === undefined || scan === undefined || name === undefined || turn === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  writeFileSync(scan, await agePdf(new Uint8Array(readFileSync(original)), { wear: WEARS[name], seed: Number(values.graine), turn }));
}
