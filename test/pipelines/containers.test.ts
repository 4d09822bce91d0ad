import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { explain } from '../../pipelines/explain.ts';
import { exportDocuments } from '../../pipelines/export-dataset.ts';
import { importDocuments } from '../../pipelines/import-documents.ts';
import type { ImportEvent, ImportOptions } from '../../pipelines/import-options.ts';
import type { DocumentExport } from '../../src/model/contract.ts';
import { makePdf, type PdfSpec } from '../read/make-pdf.ts';
import { show } from '../read/support.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeZip } from '../support/make-zip.ts';
import { programmePdf } from '../support/programme-pdf.ts';
import { tinyPdf } from './tiny-pdf.ts';

vi.setConfig({ testTimeout: 240_000 });

function place() {
  const root = temporaryFolder();
  const folder = join(root, 'pdf');
  const base = join(root, 'base.sqlite');
  mkdirSync(folder);
  return {
    base,
    write: (name: string, bytes: Uint8Array): void => writeFileSync(join(folder, name), bytes),
    async run(options: Partial<ImportOptions> = {}) {
      const events: ImportEvent[] = [];
      const report = await importDocuments({ paths: [folder], base, coeurs: 2, onProgress: (event) => events.push(event), ...options });
      return { ...report, events };
    },
    async documents(): Promise<DocumentExport[]> {
      const documents: DocumentExport[] = [];
      for await (const document of exportDocuments({ base })) documents.push(document);
      return documents;
    },
  };
}

/** A PDF with one page and these files attached to it as a whole, or pinned to its page. */
function portfolio(files: Readonly<Record<string, Uint8Array>>, { pinned = false } = {}): Uint8Array {
  const objects = Object.entries(files).flatMap(([name, bytes], index): NonNullable<PdfSpec['objects']>[number][] => [
    `<< /Type /Filespec /F (${name}) /UF (${name}) /EF << /F ${String(11 + 2 * index)} 0 R >> >>`,
    { dictionary: '/Type /EmbeddedFile', data: Buffer.from(bytes).toString('latin1') },
  ]);
  const names = Object.keys(files).map((name, index) => `(${name}) ${String(10 + 2 * index)} 0 R`);
  const annotation = '<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 10 10] /FS 10 0 R >>';
  const page = { content: show('Ouvrez ce portfolio', 50, 200) };
  return pinned
    ? makePdf({ pages: [{ ...page, entries: `/Annots [${annotation}]` }], objects })
    : makePdf({ pages: [page], objects, catalog: `/Names << /EmbeddedFiles << /Names [${names.join(' ')}] >> >> /Collection << >>` });
}

const outcomes = (documents: readonly DocumentExport[]): unknown =>
  documents.map(({ fichier, raison, programmes }) => [fichier, raison ?? programmes.length]);

test('the PDFs of a ZIP archive are documents like others; what cannot be one says why; again, nothing is read', async () => {
  const { write, run, documents } = place();
  write(
    'envoi.zip',
    makeZip([
      { name: '2023/lens.pdf', data: programmePdf(1) },
      { name: '2023/sans-extension', data: tinyPdf('Bonjour') },
      { name: '2023/liste.xlsx', data: Buffer.from('PK…') },
      { name: '2023/autres.zip', data: makeZip([]) },
      { name: '2023/photo', data: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
      { name: '../sorti.pdf', data: tinyPdf('Sorti') },
      { name: 'chiffre.pdf', data: tinyPdf('Secret'), flags: 0x801 },
      { name: 'vide.pdf', data: Buffer.alloc(0) },
      { name: 'faux.pdf', data: Buffer.from('Ceci est un texte.') },
    ]),
  );
  write('lens.pdf', programmePdf(1));
  const first = await run();
  expect(first).toMatchObject({ lus: 2, dejaLus: 1, rejetes: 5, autres: 2 });
  const found = await documents();
  expect(outcomes(found)).toEqual([
    ['chiffre.pdf', 'chiffre'],
    ['faux.pdf', 'pas_un_pdf'],
    ['lens.pdf', 1],
    ['photo', 'tronque'],
    ['sans-extension', 0],
    ['sorti.pdf', 'illisible'],
    ['vide.pdf', 'vide'],
  ]);
  expect(found[0]?.constats[0]?.message).toContain("Dans l'archive ZIP");
  expect(found[2]).toMatchObject({ programmes: [{ statut: 'reconcilie' }] });
  expect(await run()).toMatchObject({ lus: 0, dejaLus: 3, rejetes: 5 });
  expect(await documents()).toEqual(found);
});

test('a value of a document inside another file is read again and drawn as any other is', async () => {
  const { base, write, run, documents } = place();
  write('envoi.zip', makeZip([{ name: '2023/lens.pdf', data: programmePdf(1) }]));
  write('portfolio.pdf', portfolio({ 'dossier.pdf': portfolio({ 'programme.pdf': programmePdf(2) }) }));
  await run();
  const programmes = (await documents()).flatMap(({ programmes }) => programmes);
  expect(programmes).toHaveLength(2);
  for (const { id, lignes, totaux } of programmes) {
    const { alternatives, picture, equations } = await explain(base, lignes[0]?.montants[0]?.id ?? '');
    expect([alternatives?.length, picture === null, equations.map(({ prouve }) => prouve)]).toEqual([1, false, [true]]);
    const whole = await explain(base, id);
    expect(whole.equations.map(({ total }) => total.id)).toEqual(totaux.map((total) => total.id));
  }
});

test('an archive that cannot be read is itself rejected, and nothing else suffers', async () => {
  const { write, run, documents } = place();
  write('abime.zip', makeZip([{ name: 'a.pdf', data: tinyPdf('a') }]).subarray(0, 100));
  write('bon.pdf', tinyPdf('Bonjour'));
  expect(await run()).toMatchObject({ lus: 1, rejetes: 1 });
  expect(outcomes(await documents())).toEqual([
    ['abime.zip', 'corrompu'],
    ['bon.pdf', 0],
  ]);
});

test('the PDFs of a portfolio, and those inside them, are documents of their own; other attachments are told', async () => {
  const { write, run, documents } = place();
  const inner = portfolio({ 'programme.pdf': programmePdf(2) });
  write('portfolio.pdf', portfolio({ 'dossier.pdf': inner, 'faux.pdf': Buffer.from('%PDF-1.4 rien'), 'note.txt': Buffer.from('bonjour') }));
  write('epingle.pdf', portfolio({ 'epingle-dedans.pdf': programmePdf(3) }, { pinned: true }));
  const { lus, rejetes } = await run();
  expect([lus, rejetes]).toEqual([5, 1]);
  const found = await documents();
  expect(outcomes(found)).toEqual([
    ['dossier.pdf', 0],
    ['epingle-dedans.pdf', 1],
    ['epingle.pdf', 0],
    ['faux.pdf', 'tronque'],
    ['portfolio.pdf', 0],
    ['programme.pdf', 1],
  ]);
  expect(found[4]?.constats.map(({ code, gravite }) => [code, gravite])).toEqual([
    ['pieces_jointes', 'info'],
    ['pieces_non_lues', 'alerte'],
  ]);
  expect(found[4]?.constats[1]?.message).toContain('« note.txt »');
  expect(await run()).toMatchObject({ lus: 0, dejaLus: 2 });
  expect(await documents()).toEqual(found);
});

test('a rejected attachment or archived file is tried again with the file that holds it', async () => {
  const { write, run, documents } = place();
  const heavy = tinyPdf('1', '2', '3');
  write('portfolio.pdf', portfolio({ 'long.pdf': heavy }));
  write('envoi.zip', makeZip([{ name: 'long-aussi.pdf', data: tinyPdf('1', '2', '3', '4') }]));
  expect(await run({ pagesMax: 2 })).toMatchObject({ lus: 1, rejetes: 2 });
  expect(await run({ paths: [], reprendreRejets: true })).toMatchObject({ lus: 3, rejetes: 0 });
  expect((await documents()).every(({ statut }) => statut === 'importe')).toBe(true);
});

test('a rejected file that is gone is told, and stays rejected', async () => {
  const { write, run, documents } = place();
  write('vide.pdf', Buffer.alloc(0));
  await run();
  const [{ fichier } = { fichier: '' }] = await documents();
  expect(fichier).toBe('vide.pdf');
  const before = await documents();
  const { events: first } = await run({ paths: [], reprendreRejets: true });
  const chemin = first.find((event) => event.type === 'rejete')?.chemin ?? '';
  rmSync(chemin);
  const { events } = await run({ paths: [], reprendreRejets: true });
  expect(events).toContainEqual({ type: 'introuvable', nom: 'vide.pdf', chemin });
  expect(await documents()).toEqual(before);
});
