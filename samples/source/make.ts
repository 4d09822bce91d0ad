import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { documentAttenduSchema } from '../../test/samples/expected.ts';
import type { DocumentAttendu, ProgrammeAttendu } from '../../test/samples/expected.ts';
import { available } from '../../test/typeset/index.ts';
import type { Producer } from '../../test/typeset/index.ts';
import { RENDER, fileName } from './sample.ts';
import type { Sample } from './sample.ts';
import { SAMPLES } from './samples.ts';
import { chercheur, pageTexts } from './truth/pages.ts';
import { programmeAttendu } from './truth/vrai.ts';

/** Typesets the samples whose names contain one of the arguments (all without arguments), and writes what each should be read as. */

const folder = fileURLToPath(new URL('..', import.meta.url));

async function attendu(sample: Sample, pdf: Uint8Array): Promise<DocumentAttendu> {
  const texts = await pageTexts(pdf);
  const trouve = chercheur(texts);
  const programmes: ProgrammeAttendu[] = [];
  for (const programme of sample.verite.programmes) {
    programmes.push(programmeAttendu(programme, trouve, programmes.at(-1)?.pages.at(-1) ?? 1));
  }
  const ecarts = programmes.flatMap(({ totaux }) => totaux.filter(({ statut }) => statut === 'ecart'));
  return documentAttenduSchema.parse({
    fichier: fileName(sample),
    pages: texts.length,
    statut: 'importe',
    nature: sample.verite.nature,
    convention: sample.verite.convention,
    programmes,
    constats: ecarts.map(({ page }) => ({ code: 'total_ecart', gravite: 'erreur', page })),
  });
}

async function make(samples: readonly Sample[], producer: Producer): Promise<void> {
  const chosen = samples.filter((sample) => sample.producer === producer);
  const pdfs = await RENDER[producer](chosen.map(({ document }) => document));
  for (const [index, sample] of chosen.entries()) {
    const pdf = pdfs[index];
    if (pdf === undefined) throw new Error(`nothing came out for ${fileName(sample)}`);
    const expected = await format(JSON.stringify(await attendu(sample, pdf)), { parser: 'json', printWidth: 140 });
    await writeFile(`${folder}/${fileName(sample)}`, pdf);
    await writeFile(`${folder}/expected/${fileName(sample).replace('.pdf', '.json')}`, expected);
    console.log(`${fileName(sample)}: ${Math.round(pdf.length / 1024)} kB`);
  }
}

const wanted = process.argv.slice(2);
const samples = SAMPLES.filter((sample) => wanted.length === 0 || wanted.some((word) => fileName(sample).includes(word)));
const found = available();
if (found.browser) await make(samples, 'browser');
else console.error('No Chromium here (set CHROMIUM to one): the samples of the browser stay as they are.');
if (found.office) {
  await make(samples, 'office');
  await make(samples, 'sheet');
} else console.error('No LibreOffice here (set SOFFICE to one): the samples of the office suite stay as they are.');
