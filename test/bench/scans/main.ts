import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { understandPages } from '../../../pipelines/read-document.ts';
import type { Page } from '../../../src/model/page.ts';
import { keptReading } from './kept-reading.ts';
import { openRecogniser } from '../../../src/stages/recognise/open-recogniser.ts';
import { readPages, readPdf } from '../../../src/stages/read/read-pages.ts';
import { generate, layoutsNamed, LAYOUTS } from '../../generator/index.ts';
import { agePdf } from '../../scan/age/age-pdf.ts';
import { WEAR_NAMES, WEARS } from '../../scan/age/wear.ts';
import { figuresTable, type Tally } from '../report.ts';
import { addCounts, noCounts, scoreDocument, type Score } from '../score.ts';
import { isPrintedWhole } from '../lost-text.ts';
import { producers, typesetAll } from '../typeset.ts';
import { tesseractAlone } from './tesseract-alone.ts';
import { valueCounts, valuesTable, type ValueCounts } from './values.ts';

const USAGE = `npm run bench:scans -- [options]
  --graine N       seed (default: a fresh one, printed)
  --documents N    how many documents (default 10), each aged in every way
  --layout A,B     only these layouts, in turn: ${LAYOUTS.join(', ')}
  --usures A,B     only these: ${WEAR_NAMES.join(', ')}
  --pages-max N    leave out documents with more pages (default 6)
  --garder DIR     keep scan, truth, reading and differences of every document that is not fully right
  --reconnues DIR  keep the recognised pages in this folder, and take them from there while src/stages/recognise is unchanged
  --composes DIR   take what was typeset before from this folder, and put the rest there: a second run of a seed starts at once
`;

const { values } = parseArgs({
  options: {
    graine: { type: 'string' },
    documents: { type: 'string', default: '10' },
    layout: { type: 'string' },
    usures: { type: 'string', default: WEAR_NAMES.join(',') },
    'pages-max': { type: 'string', default: '6' },
    garder: { type: 'string' },
    composes: { type: 'string' },
    reconnues: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

interface Column {
  readonly tally: Tally;
  readonly values: ValueCounts;
  pages: number;
  milliseconds: number;
  alone: number;
}

function column(name: string): Column {
  return {
    tally: { name, counts: noCounts() },
    values: { truth: 0, read: 0, right: 0, wrongSure: 0 },
    pages: 0,
    milliseconds: 0,
    alone: 0,
  };
}

async function main(): Promise<void> {
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const layouts = layoutsNamed(values.layout);
  const wears = WEAR_NAMES.filter((name) => values.usures.split(',').includes(name));
  const seed = values.graine === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.graine);
  process.stderr.write(`graine ${seed}\n`);
  const documents = generate(seed, Number(values.documents), { producers: producers(), ...(layouts === null ? {} : { layouts }) });
  const pdfs = await typesetAll(documents, values.composes);
  const recogniser = await openRecogniser();
  const native = column('texte');
  const columns = new Map(wears.map((name) => [name, column(name)]));
  const add = (into: Column, score: Score, own: ValueCounts): void => {
    addCounts(into.tally.counts, score.counts);
    into.values.truth += own.truth;
    into.values.read += own.read;
    into.values.right += own.right;
    into.values.wrongSure += own.wrongSure;
  };
  let timed = 0;
  for (const [index, generated] of documents.entries()) {
    const pdf = pdfs.get(generated.name);
    if (pdf === undefined || !(await isPrintedWhole(generated, pdf))) continue;
    const { pages: plain, enclosed } = await readPdf(pdf, { maxPages: 500 });
    if (plain.length > Number(values['pages-max'])) continue;
    timed += 1;
    const sha256 = createHash('sha256').update(pdf).digest('hex');
    const asText = understandPages(plain, { sha256, enclosed, exemples: [] }).document;
    add(native, scoreDocument(generated.truth, asText), valueCounts(generated.truth, asText));
    for (const name of wears) {
      const scan = await agePdf(pdf, { wear: WEARS[name], seed: seed * 1000 + index });
      const pictures = await recogniser.open(scan);
      const into = columns.get(name);
      if (into === undefined) continue;
      const { pages, milliseconds } = await keptReading(values.reconnues, scan, async () => {
        const read: Page[] = [];
        for (const page of await readPages(scan, { maxPages: 500 })) read.push((await recogniser.read(pictures, page)) ?? page);
        return read;
      });
      into.milliseconds += milliseconds;
      into.pages += pages.length;
      if (timed <= 3) into.alone += await tesseractAlone(pictures, pages.length);
      else into.alone += pages.length * (into.alone / Math.max(1, into.pages - pages.length));
      pictures.close();
      const { document } = understandPages(pages, { sha256, enclosed, exemples: [] });
      const score = scoreDocument(generated.truth, document);
      add(into, score, valueCounts(generated.truth, document));
      process.stderr.write(`${generated.name} ${generated.layout} ${name}: ${score.differences.length} differences\n`);
      if (values.garder === undefined || score.differences.length === 0) continue;
      await mkdir(values.garder, { recursive: true });
      const path = join(values.garder, `${generated.name}-${name}`);
      await writeFile(`${path}.pdf`, scan);
      await writeFile(`${path}.lecture.json`, JSON.stringify(document, null, 1));
      await writeFile(`${path}.verite.json`, JSON.stringify(generated.truth, null, 1));
      await writeFile(`${path}.differences.txt`, `${score.differences.join('\n')}\n`);
    }
  }
  await recogniser.close();
  const all = [native, ...columns.values()];
  process.stdout.write(
    `Seed ${seed}.\n\n${figuresTable(
      native.tally,
      [],
      [...columns.values()].map(({ tally }) => tally),
    )}\n\n${valuesTable(all.map(({ tally, values }) => [tally.name, values]))}\n\n`,
  );
  for (const { tally, pages, milliseconds, alone } of columns.values())
    process.stdout.write(
      `${tally.name}: ${pages} pages, ${(milliseconds / Math.max(1, pages) / 1000).toFixed(2)} s of processor a page, ${(milliseconds / Math.max(1, alone)).toFixed(2)} × tesseract.js alone\n`,
    );
}

await main();
process.exit(0);
