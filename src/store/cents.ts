/**
 * Money in the store is an INTEGER number of cents: exact, and SQL can sum it. In the contract it is a decimal string in euros with two
 * decimals. These two functions are each other's inverse on every amount that fits SQLite's 64-bit integer.
 */

const LARGEST = 2n ** 63n - 1n;

/** `"-1234.50"` → `-123450n`. Throws a `RangeError` on anything but a contract amount, or one beyond ±92 million billion euros. */
export function toCents(amount: string): bigint {
  if (!/^-?\d+\.\d{2}$/u.test(amount)) throw new RangeError(`Expected an amount like "12.50", got ${JSON.stringify(amount)}`);
  const cents = BigInt(amount.replace('.', ''));
  if (cents > LARGEST || cents < -LARGEST) throw new RangeError(`Amount out of range: ${amount}`);
  return cents;
}

/** `"-123450"` (as SQLite casts it to text) → `"-1234.50"`. */
export function fromCents(cents: string): string {
  const value = BigInt(cents);
  const digits = (value < 0n ? -value : value).toString().padStart(3, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export function toCentsOrNull(amount: string | null): bigint | null {
  return amount === null ? null : toCents(amount);
}

export function fromCentsOrNull(cents: string | null): string | null {
  return cents === null ? null : fromCents(cents);
}
