import { readFile } from 'node:fs/promises';
import { readPages } from './src/stages/read/read-pages.ts';
import { drawnTables } from './src/stages/tabulate/page-tables.ts';
const pages = await readPages(new Uint8Array(await readFile(process.argv[2] + '.pdf')), { maxPages: 99 });
for (const d of pages.map(drawnTables)) { console.log('----', d.tables.length); for (const x of d.lines) console.log(x.top.toFixed(0), x.size, x.bold ? 'B' : '', x.chunks.map((c) => `${c.box[0].toFixed(0)}-${c.box[2].toFixed(0)} ${c.text}`).join(' | ')); }
