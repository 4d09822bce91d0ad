import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { WIDEST } from '../../../src/stages/recognise/learnt/line-picture.ts';
import { Random } from '../../generator/random.ts';
import { labelledLines } from './lines.ts';
import { printSheets, sheetHtml } from './sheets.ts';
import { textSheetHtml, vocabularyOf } from './text-sheets.ts';

const USAGE = `npx tsx test/scan/learnt/main.ts DIR [options]
  Prints sheets of numbers, wears and scans them, and cuts the lines that the product finds there into DIR/lignes.bin, for apprendre.py.
  --de N           first sheet (default 0)
  --a N            sheet to stop before (default 200)
  --mots FILE      sheets of text instead, with words of FILE (one a line) beside those of this project
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { de: { type: 'string', default: '0' }, a: { type: 'string', default: '200' }, mots: { type: 'string' } },
});

/** Words of the language, as this project's own documents use them. */
function words(): string[] {
  const text = ['data/variantes.json', 'data/referentiel-2024.json', 'docs/guide.md'].map((file) => readFileSync(file, 'utf8')).join(' ');
  return [...new Set(text.match(/\p{L}[\p{L}'’]{0,11}/gu) ?? [])].sort();
}

/** Longer lines of text are cut in two where they are read. */
const WIDEST_TEXT = 620;

function communes(): string[] {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json');
  return z
    .array(z.object({ nom: z.string() }))
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map(({ nom }) => nom);
}

function shuffled(list: readonly string[]): string[] {
  const random = new Random(list.length);
  return list
    .filter((word) => word !== '')
    .map((word) => ({ word, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ word }) => word);
}

const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const [from, to] = [Number(values.de), Number(values.a)];
  const others = values.mots;
  const own = words();
  const vocabulary = others === undefined ? null : vocabularyOf(communes(), shuffled(readFileSync(others, 'utf8').split('\n')));
  await printSheets(folder, from, to, (random) => (vocabulary === null ? sheetHtml(random, own) : textSheetHtml(random, vocabulary)));
  const widest = vocabulary === null ? WIDEST : WIDEST_TEXT;
  const out = join(folder, 'lignes.bin');
  writeFileSync(out, '');
  for (let number = from; number < to; number++) {
    const pdf = new Uint8Array(readFileSync(join(folder, `${String(number)}.pdf`)));
    for (const { text, picture } of await labelledLines(pdf, number, widest)) {
      const label = Buffer.from(text, 'utf8');
      // Length of the text, width of the picture, text, then the picture row by row, 255 for the darkest ink.
      const head = Buffer.alloc(4);
      head.writeUInt16LE(label.length, 0);
      head.writeUInt16LE(picture.width, 2);
      appendFileSync(
        out,
        Buffer.concat([head, label, Buffer.from(Uint8Array.from(picture.data, (value) => Math.round(Math.min(1, value) * 255)))]),
      );
    }
    process.stderr.write(`feuille ${String(number)}\n`);
  }
}
