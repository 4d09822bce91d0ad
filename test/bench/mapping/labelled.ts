import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One labelled line: what the document says, and what a careful taxonomist makes of it. Written for this bench; no wording of the product's data. */
export interface Labelled {
  /** Every code that is right, the usual one first; empty: the line is no action (a distractor). */
  readonly codes: readonly string[];
  /** Where the référentiel files the description, when elsewhere. */
  readonly suggested: string | null;
  readonly axeText: string | null;
  readonly actionText: string | null;
  readonly description: string | null;
}

/** Which half a line belongs to hangs on its text alone: adding lines moves no other. */
export type Half = 'tune' | 'held_out';

export function halfOf(line: Labelled): Half {
  const text = [line.axeText, line.actionText, line.description].map((cell) => cell ?? '').join('\t');
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'held_out';
}

export function labelledLines(): readonly Labelled[] {
  return readFileSync(new URL('lignes.tsv', import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [codes = '', suggested = '', axeText = '', actionText = '', description = ''] = line.split('\t');
      return {
        codes: codes === '-' ? [] : codes.split('/'),
        suggested: suggested || null,
        axeText: axeText || null,
        actionText: actionText || null,
        description: description || null,
      };
    });
}
