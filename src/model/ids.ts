import { createHash } from 'node:crypto';

/** A short id that is the same whenever the same parts are given: 16 hexadecimal digits. */
export function stableId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16);
}
