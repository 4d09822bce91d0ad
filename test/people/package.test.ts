import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noticeOf } from '../../src/build/notice.ts';

const lock = readFileSync('package-lock.json', 'utf8');

test('NOTICE names every package that is installed with tfpb, and its licence (npm run notice)', () => {
  expect(readFileSync('NOTICE', 'utf8')).toBe(noticeOf(lock));
});

test('the lock file names no registry: it installs from whichever the machine uses', () => {
  expect(lock).not.toMatch(/"resolved": "http/u);
});

test('a licence that asks for more than MIT allows does not slip in', () => {
  const copyleft = noticeOf(lock)
    .split('\n')
    .filter((line) => / : .*\b(A?GPL|SSPL|CC-BY-NC|BUSL)/u.test(line));
  expect(copyleft).toEqual([]);
});
