import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { Random } from '../../generator/random.ts';
import { browserPath } from '../../typeset/available.ts';

/** Fonts as Debian packages them; those of office documents come up oftener. */
const COMMON =
  'Liberation Sans,Liberation Serif,Carlito,DejaVu Sans,Arimo,Tinos,Nimbus Sans,Nimbus Roman,Liberation Sans Narrow,DejaVu Sans Condensed,DejaVu Serif,Caladea,FreeSans,FreeSerif,TeX Gyre Heros,TeX Gyre Termes,Open Sans,Roboto,Lato,Noto Sans'.split(
    ',',
  );
const RARE =
  'Comic Neue,Courier Prime,Cousine,Liberation Mono,DejaVu Sans Mono,FreeMono,EB Garamond,Gentium,Hack,Inconsolata,Junicode Two Beta,Linux Libertine O,Linux Biolinum O,Nimbus Sans Narrow,Open Sans Condensed,Oxygen-Sans,P052,Play,Quicksand,Roboto Condensed,TeX Gyre Adventor,TeX Gyre Bonum,TeX Gyre Heros Cn,TeX Gyre Pagella,TeX Gyre Schola,URW Bookman,URW Gothic,Universalis ADF Std,Cantarell,Dosis,Noto Serif,C059,Fira Code,TeX Gyre Cursor,Nimbus Mono PS,DejaVu Serif Condensed'.split(
    ',',
  );
const UNITS = ['\u00a0€', '\u00a0€', '€', '\u202f€'];
const WORDY_UNITS = ['euros', 'EUR', '€ TTC', '€ HT', 'ETP', 'logts', 'h'];
const THOUSANDS = ['\u00a0', '\u00a0', '\u00a0', '\u202f', '', '', '.', ' '];

function figures(random: Random, count: number): string {
  const first = String(random.int(1, 9));
  const rest = Array.from({ length: count - 1 }, () => (random.chance(0.3) ? '0' : String(random.int(0, 9)))).join('');
  const all = first + rest;
  return random.chance(0.35) ? all.slice(0, Math.max(1, count - 3)).padEnd(count, '0') : all;
}

/** An amount, a share or a count as offices write them. */
function numberText(random: Random): string {
  const parting = random.pick(THOUSANDS);
  const whole = random.chance(0.06) ? '0' : figures(random, random.pick([1, 1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7]));
  const cents = random.chance(0.35)
    ? `${parting === '.' || random.chance(0.9) ? ',' : '.'}${random.chance(0.5) ? '00' : figures(random, 2)}`
    : '';
  const sign = random.chance(0.06) ? random.pick(['-', '- ', '–', '−', '+', '(']) : '';
  const unit = random.weighted<() => string>([
    [45, () => random.pick(UNITS)],
    [5, () => random.pick([' k€', ' K€', 'k€', ' M€'])],
    [6, () => random.pick(['%', ' %'])],
    [6, () => ` ${random.pick(WORDY_UNITS)}`],
    [38, () => ''],
  ]);
  return `${sign}${whole.replace(/\B(?=(\d{3})+(?!\d))/gu, parting)}${cents}${sign === '(' ? ')' : ''}${unit()}`;
}

/** What stands in one cell: mostly numbers; the rest teaches what is none. `words`: of the language. */
function cellText(random: Random, words: readonly string[]): string {
  const word = (): string => random.pick(words);
  return random.weighted<() => string>([
    [64, () => numberText(random)],
    [4, () => String(random.int(2015, 2030))],
    [3, () => `${String(random.int(2015, 2026))}-${String(random.int(2019, 2030))}`],
    [3, () => `QP0${figures(random, 5)}`],
    [4, () => `${figures(random, 2)}/${figures(random, 2)}/20${figures(random, 2)}`],
    [2, () => `${figures(random, random.int(1, 2))} × ${numberText(random)}`],
    [2, () => random.pick(['-', '–', '—', '- €', '/', 'X', 'x', '0', '0 €', '0,00', '0,00 €', '1', '8 €'])],
    [2, () => `${String(random.int(1, 8))}.${String(random.int(1, 5))}`],
    [13, () => Array.from({ length: random.int(1, 3) }, word).join(' ')],
    [1, () => word().slice(0, 3)],
    [2, () => `${word()} ${figures(random, random.pick([1, 2, 4]))}`],
  ])();
}

/** One sheet of numbers and what stands beside them, in a print as small as 5 points. */
export function sheetHtml(random: Random, words: readonly string[]): string {
  const size = 5 + random.next() * random.next() * 7;
  const columns = Math.max(5, Math.min(13, Math.floor(90 / size)));
  const rows = Array.from({ length: Math.floor(520 / (size * 1.9)) }, () => {
    const style = [
      `font-family:'${random.pick(random.chance(0.72) ? COMMON : RARE)}'`,
      `font-weight:${random.chance(0.3) ? '700' : '400'}`,
      ...(random.chance(0.07) ? ['font-style:italic'] : []),
      ...(random.chance(0.08) ? [`letter-spacing:${(random.next() * 0.12).toFixed(2)}em`] : []),
      `color:${random.chance(0.75) ? '#000' : random.pick(['#333', '#444', '#1f3864', '#c00000', '#555'])}`,
      ...(random.chance(0.12) ? [`background:${random.pick(['#f2f2f2', '#e7e6e6', '#ddebf7', '#fff2cc', '#d9d9d9'])}`] : []),
      `text-align:${random.pick(['left', 'right', 'right', 'center'])}`,
      `font-size:${(size * (0.9 + random.next() * 0.25)).toFixed(2)}pt`,
    ];
    return `<tr style="${style.join(';')}">${Array.from({ length: columns }, () => `<td>${cellText(random, words)}</td>`).join('')}</tr>`;
  });
  const thick = random.pick([0.25, 0.5, 0.75, 1]);
  const border = random.pick([`border:${String(thick)}pt solid #000`, `border-bottom:${String(thick)}pt solid #666`, '']);
  const cell = `padding:${(size * (0.1 + 0.25 * random.next())).toFixed(2)}pt 2pt;white-space:nowrap;overflow:hidden;${border}`;
  return `<style>@page{size:297mm 210mm;margin:12mm}table{border-collapse:collapse;width:100%;table-layout:fixed}td{${cell}}</style><table>${rows.join('')}</table>`;
}

/** Prints sheets `from` to `to` (not included) into `folder` as PDFs named by their number; the same number is always the same sheet. `html`: what one says. */
export async function printSheets(folder: string, from: number, to: number, html: (random: Random) => string): Promise<void> {
  const executablePath = browserPath();
  if (executablePath === null) throw new Error('no Chromium: set CHROMIUM or put chromium on the PATH');
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'] });
  try {
    const page = await browser.newPage();
    for (let number = from; number < to; number++) {
      await page.setContent(html(new Random(number)));
      writeFileSync(
        join(folder, `${String(number)}.pdf`),
        await page.pdf({ preferCSSPageSize: true, printBackground: true, pageRanges: '1' }),
      );
    }
  } finally {
    await browser.close();
  }
}
