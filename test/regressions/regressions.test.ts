import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipelines/read-document.ts';
import { documentExportSchema } from '../../src/model/contract.ts';
import { scoreDocument } from '../bench/score.ts';

/**
 * Documents that were once misread, each with its truth (`<name>.pdf`, `<name>.verite.json`, as `npm run bench -- --garder` writes them).
 * Every one must stay fully right: heading, lines, amounts, codes, totals, status.
 */
const CASES = join(import.meta.dirname, 'cases');
const names = readdirSync(CASES)
  .filter((file) => file.endsWith('.verite.json'))
  .map((file) => file.slice(0, -'.verite.json'.length));

describe('documents once misread', () => {
  it.each(names)('%s', async (name) => {
    const truth = documentExportSchema.parse(JSON.parse(readFileSync(join(CASES, `${name}.verite.json`), 'utf8')));
    const bytes = new Uint8Array(readFileSync(join(CASES, `${name}.pdf`)));
    const read = await readDocument(bytes, { maxPages: 100, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(scoreDocument(truth, read).differences).toEqual([]);
  });
});
