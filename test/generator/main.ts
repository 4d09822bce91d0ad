import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { producers, typesetAll } from '../bench/typeset.ts';
import { generate, layoutsNamed } from './index.ts';

/** `tsx test/generator/main.ts --graine 7 --documents 20 --sortie DIR`: writes generated PDFs with their truth beside them, to look at. */
const { values } = parseArgs({
  options: {
    graine: { type: 'string', default: '1' },
    documents: { type: 'string', default: '10' },
    sortie: { type: 'string', default: 'generes' },
    layout: { type: 'string' },
  },
});
const layouts = layoutsNamed(values.layout);
const documents = generate(Number(values.graine), Number(values.documents), {
  producers: producers(),
  ...(layouts === null ? {} : { layouts }),
});
const pdfs = await typesetAll(documents);
await mkdir(values.sortie, { recursive: true });
for (const document of documents) {
  const pdf = pdfs.get(document.name);
  if (pdf !== undefined) await writeFile(join(values.sortie, `${document.name}.pdf`), pdf);
  await writeFile(join(values.sortie, `${document.name}.verite.json`), `${JSON.stringify(document.truth, null, 2)}\n`);
  const planted = document.planted.map((error) => `${error.kind} (${error.where})`).join('; ');
  process.stdout.write(`${document.name}  ${document.layout}  ${document.kind}  ${document.producer}  ${planted}\n`);
}
