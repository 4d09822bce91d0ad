import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipelines/read-document.ts';
import { differences } from './compare.ts';
import { documentAttenduSchema } from './expected.ts';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder).filter((name) => name.endsWith('.pdf'));

describe('the samples are read as a careful person reads them', () => {
  it.each(samples)('%s', async (name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)));
    const expected = documentAttenduSchema.parse(
      JSON.parse(readFileSync(new URL(`expected/${name.replace('.pdf', '.json')}`, folder), 'utf8')),
    );
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const read = await readDocument(bytes, { maxPages: 500, sha256 });
    const found = differences(expected, read);
    expect(found, found.join('\n')).toEqual([]);
  });
});
