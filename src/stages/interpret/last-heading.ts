import { labelledFacts } from './facts.ts';
import type { Fact, Field, Piece } from './heading-piece.ts';
import { quartierName, sameName } from './heading-values.ts';
import { paragraphs } from './paragraphs.ts';

/** The facts that end a heading on a page that it does not begin on: they are of the heading that a fact stated again on that page begins. */
function onLaterPage(heading: readonly Fact[], { place: { page }, field }: Fact): readonly Fact[] {
  const from = heading.findLastIndex((fact) => fact.place.page !== page) + 1;
  const own = heading.slice(from);
  return from === 0 || own.some((fact) => fact.field === field) ? [] : own;
}

/** The facts of text in which several headings may follow each other, by heading: a fact stated again begins another. */
function headingsOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const headings: Fact[][] = [];
  let told = new Set<Field>();
  for (const fact of facts) {
    const open = headings.at(-1);
    if (open === undefined || told.has(fact.field)) {
      const before = open === undefined ? [] : onLaterPage(open, fact);
      open?.splice(open.length - before.length);
      headings.push([...before, fact]);
      told = new Set([...before, fact].map(({ field }) => field));
    } else {
      open.push(fact);
      told.add(fact.field);
    }
  }
  return headings;
}

/** What parts the names of a list; a name may hold a stroke or "et" itself ("Jean Jaurès / Gagarine"). */
const SEPARATORS: readonly RegExp[] = [/\s*[,;]\s*/u, /\s*[,;/]\s*/u, /\s*[,;]\s*|\s+et\s+/u, /\s*[,;/]\s*|\s+et\s+/u];

/** "Quartiers : Les Aulnes, La Source" over a small table of these quartiers: one heading lists what the other tells more of. */
function isListed(name: string, list: string): boolean {
  return SEPARATORS.some((separator) => {
    const parts = list.split(separator);
    return parts.length > 1 && parts.some((part) => sameName(part, name));
  });
}

/** The name without the code behind it, which one heading may give and the other not. */
function bare(name: string): string {
  return quartierName(name) ?? name;
}

function isAnother(one: readonly Fact[], two: readonly Fact[]): boolean {
  return (['quartier', 'codeQp'] as const).some((field) => {
    const [a, b] = [one, two].map((facts) => facts.find((fact) => fact.field === field)?.value);
    return a !== undefined && b !== undefined && !sameName(bare(a), bare(b)) && !isListed(b, a);
  });
}

/**
 * Where the heading that counts for a table begins in the text above it: the last, when headings of several quartiers follow each other (the running head of a
 * page on which another programme begins). 0 when there is one.
 */
export function lastHeading(pieces: readonly Piece[]): number {
  const headings = headingsOf(labelledFacts(paragraphs(pieces)));
  // A heading that is repeated on the next page, over the header of the table, is the same one.
  const last = headings.findLastIndex((heading, at) => {
    const before = headings[at - 1];
    return before !== undefined && isAnother(before, heading);
  });
  const [first] = headings[last] ?? [];
  if (first === undefined) return 0;
  const { page, box } = first.over ?? first.place;
  const start = pieces.findIndex(({ place }) => place.page === page && place.box[1] >= box[1] - 2);
  return Math.max(0, start);
}
