import { readFile } from 'node:fs/promises';
import { understandDocument } from './pipelines/read-document.ts';
import { readFlow } from './src/stages/interpret/flow.ts';
import { knowledge } from './pipelines/knowledge.ts';
import { Segmenter } from './src/stages/interpret/segment.ts';
const u = await understandDocument(new Uint8Array(await readFile(process.argv[2] + '.pdf')), { maxPages: 500, sha256: 'x' });
const flow = readFlow(u.layout.blocks, new Map(), null, knowledge);
for (const item of flow.items) if (item.kind === 'text') console.log('text', item.piece.text.slice(0, 80)); else { console.log('TABLE preamble', item.preamble.map((p) => p.text)); for (const b of item.bands) { console.log('  band', b.hasHeader, b.columns.map((c) => `${c.x0.toFixed(0)}-${c.x1.toFixed(0)} ${c.kind}:${c.header.slice(0, 30)}${c.amount ? '=' + c.amount.rubrique : ''}`).join(' | ')); for (const r of b.items) console.log('    ', r.kind, r.kind === 'line' ? `${r.line.axeText?.slice(0, 20)}/${r.line.actionText?.slice(0, 20)}/${r.line.description?.slice(0, 30)} ${r.line.amounts.map((a) => a.readings[0].text).join(';')}` : r.kind === 'total' ? `${r.label} ${JSON.stringify(r.says)} ${r.entries.map((a) => a.readings[0].text).join(';')}` : JSON.stringify(r).slice(0, 100)); } }
for (const s of new Segmenter(knowledge).run(flow)) console.log('SEG', JSON.stringify(s.heading), s.entries.length);
