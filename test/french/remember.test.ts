import { expect, it, vi } from 'vitest';
import { remember } from '../../src/french/remember.ts';

it('asks once about a text, whatever the answer', () => {
  const ask = vi.fn((text: string) => (text === 'rien' ? null : text.length));
  const known = remember(ask);
  expect([known('axe'), known('axe'), known('rien'), known('rien')]).toEqual([3, 3, null, null]);
  expect(ask).toHaveBeenCalledTimes(2);
});

it('keeps no paragraphs, and no more answers than it may', () => {
  const ask = vi.fn((text: string) => text.length);
  const known = remember(ask);
  const paragraph = 'mot '.repeat(100);
  known(paragraph);
  known(paragraph);
  expect(ask).toHaveBeenCalledTimes(2);
  known('premier');
  for (let number = 0; number < 5_000; number += 1) known(`texte ${String(number)}`);
  known('premier');
  expect(ask).toHaveBeenCalledTimes(2 + 1 + 5_000 + 1);
});
