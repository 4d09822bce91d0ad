import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { correctMark, isCurrent, stagesOf } from '../../pipelines/stage-versions.ts';
import type { DocumentRead } from '../../pipelines/read-document.ts';
import { arbitraryDocument } from '../store/arbitrary-document.ts';
import fc from 'fast-check';

const EMPTY: DocumentRead = {
  sha256: 'a',
  pages: 1,
  nature: 'autre',
  convention: null,
  faits: [],
  programmes: [],
  constats: [],
  corrections: [],
};

test('every stage is watched for changes', () => {
  const folders = readdirSync('src/stages').sort();
  const [document] = fc.sample(arbitraryDocument('a'), 200).filter(({ programmes }) => programmes.length > 0);
  const named = stagesOf({ ...EMPTY, programmes: document?.programmes ?? [] })
    .split(' ')
    .map((stage) => stage.split(':')[0] ?? '');
  // Corrections are noted where there are some, when the document is written.
  const correct = correctMark().split(':')[0] ?? '';
  expect([...named, correct].sort()).toEqual(folders);
});

test('a reading is current as long as the stages that had a say in it are what they were', () => {
  const etapes = stagesOf(EMPTY);
  expect(etapes).toMatch(/^read:[0-9a-f]{12} recognise:[0-9a-f]{12} tabulate:[0-9a-f]{12} /u);
  // Nothing to reconcile: a change of that stage does not touch it.
  expect(etapes).not.toContain('reconcile:');
  expect(isCurrent(etapes)).toBe(true);
  expect(isCurrent(etapes.replace(/tabulate:[0-9a-f]+/u, 'tabulate:000000000000'))).toBe(false);
  expect(isCurrent(`${etapes} disparue:000000000000`)).toBe(false);
  expect(isCurrent(`${etapes} ${correctMark()}`)).toBe(true);
  expect(isCurrent(`${etapes} correct:000000000000`)).toBe(false);
  expect(isCurrent(null)).toBe(false);
});
