import { expect, test } from 'vitest';
import { journalValue } from '../../src/french/journal-value.ts';

test.each([
  [null, 'rien'],
  ['1234.50', '1\u00a0234,50\u00a0€'],
  ['2.1', '« 2.1 »'],
  ['Lens', '« Lens »'],
])('the journal says %j as %s', (value, shown) => {
  expect(journalValue(value)).toBe(shown);
});
