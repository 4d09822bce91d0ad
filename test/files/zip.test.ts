import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DocumentRejected } from '../../src/model/errors.ts';
import { listZip, readZipEntry } from '../../src/files/zip.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { makeZip, type ZipSpec } from '../support/make-zip.ts';

function zip(files: readonly ZipSpec[] | Buffer): Buffer {
  const path = join(temporaryFolder(), 'a.zip');
  writeFileSync(path, Buffer.isBuffer(files) ? files : makeZip(files));
  return Buffer.from(path);
}

const text = (content: string): Buffer => Buffer.from(content);

test('files come back as they were packed, in the order of their names, folders left out', async () => {
  const where = zip([
    { name: 'b/é.pdf', data: text('deux'.repeat(1000)) },
    { name: 'b/', data: text('') },
    { name: 'a.pdf', data: text('un'), stored: true },
  ]);
  const files = await listZip(where);
  expect(files.map(({ name, refusal }) => [name, refusal])).toEqual([
    ['a.pdf', null],
    ['b/é.pdf', null],
  ]);
  const contents = await Promise.all(files.map(({ entry }) => readZipEntry(where, entry)));
  expect(contents.map(String)).toEqual(['un', 'deux'.repeat(1000)]);
});

test('a name in the encoding of old Windows archives is understood; one that stands twice stays two', async () => {
  const old = makeZip([{ name: 'x\u0000x.pdf', data: text('1'), flags: 0 }]);
  const files = await listZip(zip(Buffer.from(old.toString('latin1').replaceAll('x\u0000x.pdf', 'x\u0082x.pdf'), 'latin1')));
  expect(files[0]?.name).toBe('xéx.pdf');
  const twice = await listZip(
    zip([
      { name: 'a.pdf', data: text('1') },
      { name: 'a.pdf', data: text('2') },
    ]),
  );
  expect(twice.map(({ name }) => name)).toEqual(['a.pdf', 'a.pdf~2']);
});

test.each([
  ['../a.pdf', 'zip_nom_interdit'],
  ['b/../../a.pdf', 'zip_nom_interdit'],
  ['..\\a.pdf', 'zip_nom_interdit'],
  ['/etc/a.pdf', 'zip_nom_interdit'],
  ['C:/a.pdf', 'zip_nom_interdit'],
  ['b/..a.pdf', null],
])('the name %j: %s', async (name, refusal) => {
  expect((await listZip(zip([{ name, data: text('1') }])))[0]?.refusal).toBe(refusal);
});

test('an enciphered file, and one packed beyond what a PDF can be, are refused from the directory alone', async () => {
  const files = await listZip(
    zip([
      { name: 'a.pdf', data: text('1'), flags: 0x801 },
      { name: 'b.pdf', data: Buffer.alloc(30_000_000) },
    ]),
  );
  expect(files.map(({ refusal }) => refusal)).toEqual(['zip_chiffre', 'zip_bombe']);
});

test('more bytes than the directory says are never unpacked', async () => {
  const where = zip([{ name: 'a.pdf', data: Buffer.alloc(5_000_000), statedSize: 1000 }]);
  const [file] = await listZip(where);
  await expect(readZipEntry(where, file?.entry ?? raise())).rejects.toMatchObject({ precision: 'zip_illisible' });
});

test('files that share their bytes make the archive a bomb', async () => {
  const data = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251));
  const where = zip([{ name: 'a.pdf', data }, ...['b', 'c', 'd'].map((name) => ({ name: `${name}.pdf`, data, sameAs: 0 }))]);
  await expect(listZip(where)).rejects.toMatchObject({ raison: 'trop_grand', precision: 'zip_bombe' });
});

test('cut or overwritten anywhere, an archive gives its files whole or says that it cannot', async () => {
  const whole = makeZip([
    { name: 'a.pdf', data: text('un'.repeat(100)) },
    { name: 'b.pdf', data: text('deux'.repeat(100)), stored: true },
  ]);
  const damage = fc.oneof(
    fc.integer({ min: 0, max: whole.length }).map((length) => whole.subarray(0, length)),
    fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([at, noise]) => {
      const bytes = Buffer.from(whole);
      bytes.set(noise.subarray(0, whole.length - at), at);
      return bytes;
    }),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      const where = zip(bytes);
      try {
        for (const { entry, refusal } of await listZip(where)) {
          if (refusal === null) expect(['un'.repeat(100), 'deux'.repeat(100)]).toContain(String(await readZipEntry(where, entry)));
        }
      } catch (error) {
        expect(error).toBeInstanceOf(DocumentRejected);
      }
    }),
    { numRuns: 300 },
  );
});

function raise(): never {
  throw new Error('no file listed');
}
