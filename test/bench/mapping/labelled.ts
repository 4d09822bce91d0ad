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
  /** Whether an amount stands beside it, where the set tells. */
  readonly isPriced?: boolean;
  /** What sort of text it is, or which landlord's table, where the set tells. */
  readonly kind?: string;
}

export type Half = 'tune' | 'held_out';

/** The sets of lines, oldest first; all are halved by their lines' text, so that adding lines moves no other, but two that were written as two files before either was tried. `docs/bench.md` says how each was first read. */
export const SETS = [
  'lignes',
  'lignes-vues',
  'lignes-neuves',
  'lignes-autres',
  'lignes-ailleurs',
  'lignes-essai',
  'lignes-encore',
  'lignes-dernieres',
  'lignes-libres',
  'lignes-temoins',
  'lignes-autrui',
  'lignes-bailleurs',
  'lignes-suite',
  'lignes-recette',
  'lignes-relecture',
  'lignes-mission',
  'lignes-comptable',
  'lignes-amateur',
  'lignes-epreuve',
  'lignes-voisines',
  'lignes-parages',
  'lignes-lointaines',
  'lignes-alentours',
] as const;
export type SetName = (typeof SETS)[number];

function halfOf(set: SetName, line: Labelled): Half {
  if (
    set === 'lignes-vues' ||
    set === 'lignes-bailleurs' ||
    set === 'lignes-recette' ||
    set === 'lignes-mission' ||
    set === 'lignes-voisines' ||
    set === 'lignes-parages' ||
    set === 'lignes-lointaines' ||
    set === 'lignes-alentours'
  )
    return 'tune';
  if (
    set === 'lignes-neuves' ||
    set === 'lignes-autrui' ||
    set === 'lignes-suite' ||
    set === 'lignes-relecture' ||
    set === 'lignes-comptable' ||
    set === 'lignes-amateur' ||
    set === 'lignes-epreuve'
  )
    return 'held_out';
  const text = [line.axeText, line.actionText, line.description].map((cell) => cell ?? '').join('\t');
  return (createHash('sha256').update(text).digest()[0] ?? 0) % 2 === 0 ? 'tune' : 'held_out';
}

/** Lines of one half, of one set or of all. */
export function labelledLines(half: Half, only?: SetName): readonly Labelled[] {
  return SETS.filter((set) => only === undefined || set === only).flatMap((set) =>
    linesOf(set).filter((line) => halfOf(set, line) === half),
  );
}

function linesOf(set: SetName): readonly Labelled[] {
  return readFileSync(new URL(`${set}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const [codes = '', suggested = '', axeText = '', actionText = '', description = '', montant = '', genre = ''] = line.split('\t');
      return {
        codes: codes === '-' ? [] : codes.split('/'),
        suggested: suggested || null,
        axeText: axeText || null,
        actionText: actionText || null,
        description: description || null,
        ...(montant === '' ? {} : { isPriced: montant === 'oui' }),
        ...(genre === '' ? {} : { kind: genre }),
      };
    });
}
