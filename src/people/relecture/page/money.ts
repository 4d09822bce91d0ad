/** Money is whole cents, exact whatever the sum. */

/** `"-1234.50"` → `-123450n`. */
export function toCents(amount: string): bigint {
  return BigInt(amount.replace('.', ''));
}

/** `-123450n` → `"-1234.50"`. */
export function fromCents(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function sumOf(amounts: Iterable<string | null>): bigint {
  let sum = 0n;
  for (const amount of amounts) if (amount !== null) sum += toCents(amount);
  return sum;
}

/** `"1234.50"` → `1 234,50 €`, with spaces that do not break. */
export function euros(amount: string | null): string {
  if (amount === null) return '–';
  const [whole = '', cents = '00'] = amount.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/gu, '\u202f');
  return `${amount.startsWith('-') ? '−' : ''}${grouped},${cents}\u00a0€`;
}

/** `"1234.50"` → `1 235 €`: to the nearest euro, halves away from zero. */
export function roundEuros(amount: string): string {
  const cents = toCents(amount);
  const whole = (cents + (cents < 0n ? -50n : 50n)) / 100n;
  return euros(fromCents(whole * 100n)).replace(',00', '');
}

export function eurosOfCents(cents: bigint): string {
  return euros(fromCents(cents));
}

/** What stands in a field to be corrected: `1234,5`. */
export function typed(amount: string | null): string {
  return amount === null ? '' : amount.replace('.', ',').replace(/,00$/u, '');
}

/** What a reader typed: an amount, `null` for none (nothing, a dash, « néant »), `undefined` where it is no amount. */
export function parseTyped(text: string): string | null | undefined {
  const bare = text.replace(/[\s\u00a0\u202f'’]|€|euros?/giu, '').replace('−', '-');
  if (bare === '' || /^(?:-+|–|—|néant|neant)$/iu.test(bare)) return null;
  // One separator followed by one or two digits is the decimal one; three digits after a point may be thousands, and are refused rather than guessed.
  const match = /^(-?)(\d{1,12})(?:[.,](\d{1,2}))?$/u.exec(bare);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', cents = ''] = match;
  return `${sign}${whole.replace(/^0+(?=\d)/u, '')}.${cents.padEnd(2, '0')}`;
}
