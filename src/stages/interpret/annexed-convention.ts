import { fold } from '../../french/text.ts';
import type { Block } from '../../model/grid.ts';
import type { NatureDocument } from '../../model/vocabulary.ts';
import { isLegalText } from './convention.ts';
import type { Piece } from './heading-piece.ts';

/** The text of a convention and what is set as tables in it. */
export interface ConventionText {
  readonly pieces: readonly Piece[];
  readonly blocks: readonly Block[];
}

/** So many of the first lines of a page may hold its title, under the name of the town or the number of the annex. */
const TITLE_LINES = 4;
const LONGEST_TITLE = 160;
const LARGER = 1.1;

const TITLE = /^(?:annexes?(?: n)?(?: \d+| [a-z])? )?(?:projet (?:de|d) (?:convention|avenant)|convention|avenant)\b/u;

function pageOf(block: Block): number {
  return block.kind === 'text' ? block.line.place.page : (block.table.cells[0]?.place.page ?? 0);
}

/** The first page behind the first that opens with the title of a convention, by its type: a sentence may begin with the same words. */
function titlePage(pieces: readonly Piece[]): number | null {
  const sizes = pieces.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const first = pieces[0]?.place.page ?? 0;
  for (const page of new Set(pieces.map(({ place }) => place.page))) {
    if (page === first) continue;
    const isTitle = ({ text, bold, size }: Piece): boolean =>
      text.length <= LONGEST_TITLE && (bold || size > usual * LARGER) && TITLE.test(fold(text));
    if (
      pieces
        .filter(({ place }) => place.page === page)
        .slice(0, TITLE_LINES)
        .some(isTitle)
    )
      return page;
  }
  return null;
}

/**
 * The text of the convention in a document: all of it where that is a convention or an avenant by its title, else the pages from the title of the one annexed to it, as to the
 * deliberation that approves it. `null` where there is none.
 */
export function conventionText(nature: NatureDocument, pieces: readonly Piece[], blocks: readonly Block[]): ConventionText | null {
  if (nature === 'convention' || nature === 'avenant') return isLegalText(pieces) ? { pieces, blocks } : null;
  const page = nature === 'referentiel' ? null : titlePage(pieces);
  if (page === null) return null;
  const annexed = pieces.filter(({ place }) => place.page >= page);
  return isLegalText(annexed) ? { pieces: annexed, blocks: blocks.filter((block) => pageOf(block) >= page) } : null;
}
