import { fold } from '../../../french/text.ts';
import { lettersApart } from '../../../french/letters-apart.ts';
import { cellText, type Cell } from '../../../model/grid.ts';

/** Shorter words, and figures, are others where one sign is. */
const SHORTEST = 4;
/** Beside a longer word that is the same: « Dépenses totales TTC ». */
const SHORTEST_BESIDE = 3;
/** Letters of a word that may be misread. */
const MISREAD = 0.3;
/** So much of what a row says is the same to the letter. */
const SAME = 0.5;

/** Whether a row of cells is another one printed again, but for letters that a recogniser took for others in one of them. What a text layer says is sure. */
export function areAlike(one: readonly Cell[], other: readonly Cell[]): boolean {
  const [own, theirs] = [writtenOf(one), writtenOf(other)];
  if (own.length < 2 || own.length !== theirs.length) return false;
  let same = 0;
  for (const [at, cell] of own.entries()) {
    const twin = theirs[at];
    if (twin === undefined || twin.column !== cell.column) return false;
    const [text, again] = [fold(cellText(cell)), fold(cellText(twin))];
    if (text === again) same++;
    else if (!(isRead(cell) || isRead(twin)) || !isMisread(text, again)) return false;
  }
  return same >= SAME * own.length;
}

const writtenOf = (cells: readonly Cell[]): Cell[] => cells.filter((cell) => cellText(cell) !== '').sort((a, b) => a.column - b.column);

/** Read from a picture: no reading of such is without its doubt. */
const isRead = ({ readings }: Cell): boolean => readings.some(({ cost }) => cost > 0);

function isMisread(text: string, other: string): boolean {
  const [own, theirs] = [text.split(' '), other.split(' ')];
  const shortest = own.some((word, at) => word.length >= SHORTEST && word === theirs[at]) ? SHORTEST_BESIDE : SHORTEST;
  return (
    own.length === theirs.length &&
    own.every((word, at) => {
      const twin = theirs[at] ?? '';
      const length = Math.max(word.length, twin.length);
      const most = Math.max(1, Math.floor(MISREAD * length));
      return word === twin || (length >= shortest && !/\d/u.test(word + twin) && lettersApart(word, twin, most) <= most);
    })
  );
}
