import { readCount } from '../../french/numbers.ts';
import { endsMidSentence } from '../../french/mid-sentence.ts';
import { overlap } from '../../model/geometry.ts';
import { isWholeLabel, labelHits } from './heading-labels.ts';
import { SAME_TYPE, type Piece } from './heading-piece.ts';
import { isUnder, SAME_START } from './wrapped-labels.ts';

export function rightOf(piece: Piece, pieces: readonly Piece[]): Piece | null {
  const [, y0, x1, y1] = piece.place.box;
  const candidates = pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[0] >= x1 - 2 &&
      overlap(y0, y1, other.place.box[1], other.place.box[3]) > 0.25 * Math.min(y1 - y0, other.place.box[3] - other.place.box[1]),
  );
  // The lines of one value begin at the same x: its first.
  const nearest = Math.min(...candidates.map(({ place }) => place.box[0]));
  const starts = candidates.filter(({ place }) => place.box[0] - nearest < SAME_START);
  return starts.reduce<Piece | null>((best, other) => (best === null || other.place.box[1] < best.place.box[1] ? other : best), null);
}

export function below(piece: Piece, pieces: readonly Piece[]): Piece | null {
  const [x0, , x1, y1] = piece.place.box;
  const height = Math.max(piece.size, 8);
  const candidates = pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[1] >= y1 - 2 &&
      other.place.box[1] - y1 < 4 * height &&
      overlap(x0, x1 + 60, other.place.box[0], other.place.box[2]) > 0,
  );
  return candidates.reduce<Piece | null>((best, other) => (best === null || other.place.box[1] < best.place.box[1] ? other : best), null);
}

/** What stands under a label, unless it stands lower than what the other labels of its row have under them: a value of another row of theirs. */
export function inFirstRow(under: Piece | null, label: Piece, pieces: readonly Piece[]): Piece | null {
  if (under === null) return null;
  const [, y0, , y1] = label.place.box;
  const isBeside = (other: Piece): boolean =>
    other !== label &&
    other.place.page === label.place.page &&
    overlap(y0, y1, other.place.box[1], other.place.box[3]) > 0.5 * (y1 - y0) &&
    isWholeLabel(other.text);
  const isHigher = (other: Piece | null): boolean =>
    other !== null && labelHits(other.text).length === 0 && other.place.box[3] < under.place.box[1] + 1;
  return pieces.some((other) => isBeside(other) && isHigher(below(other, pieces))) ? null : under;
}

/** What stands first under the head of a column on the page after: a list that a page break cuts goes on there. */
function overPage({ place: { page, box } }: Piece, pieces: readonly Piece[]): Piece | null {
  const next = pieces.filter(({ place }) => place.page === page + 1 && overlap(box[0], box[2], place.box[0], place.box[2]) > 0);
  return next.reduce<Piece | null>((best, other) => (best === null || other.place.box[1] < best.place.box[1] ? other : best), null);
}

/** The first of several numbers under the head of a column: a list of residences counts the dwellings of each, not those of the programme. */
export function isListed(value: Piece, pieces: readonly Piece[]): boolean {
  const next = below(value, pieces) ?? overPage(value, pieces);
  return next !== null && readCount(value.text) !== null && /^[\d\s.]+$/u.test(next.text) && readCount(next.text) !== null;
}

/** One of a row of labels over a row of values: most cells of its row are labels, and what stands under it is none. */
export function isHeadOfColumn(piece: Piece, under: Piece | null, pieces: readonly Piece[]): boolean {
  if (piece.whole !== true || under === null || labelHits(under.text).length > 0) return false;
  const [, y0, , y1] = piece.place.box;
  // Of a heading without rules the values on one line are no cells, and stand in its row all the same.
  const row = pieces.filter(({ place }) => {
    const height = Math.min(y1 - y0, place.box[3] - place.box[1]);
    return place.page === piece.place.page && overlap(y0, y1, place.box[1], place.box[3]) > 0.5 * height;
  });
  return row.length > 2 && row.filter(({ text }) => isWholeLabel(text)).length * 2 > row.length;
}

/** The value of a tile stands right under its label, begun where that is, in type so much larger. */
const LARGER = 1.2;

function isOver(label: Piece, value: Piece | null): boolean {
  if (value === null || labelHits(value.text).length > 0) return false;
  const gap = value.place.box[1] - label.place.box[3];
  return value.size >= LARGER * label.size && Math.abs(value.place.box[0] - label.place.box[0]) < SAME_START && gap < value.size;
}

/** A label in small type over its value in large type; what stands beside it is the label of another tile, over a value of its own. */
export function isTile(label: Piece, under: Piece | null, pieces: readonly Piece[]): boolean {
  if (!isOver(label, under)) return false;
  const beside = rightOf(label, pieces);
  return beside === null || isOver(beside, below(beside, pieces));
}

/** A value with the lines it wraps to: right under it, begun at the same x, with no label of their own to the left. `label`: the value's. */
export function wrappedValue(value: Piece, label: Piece, pieces: readonly Piece[]): Piece[] {
  const parts = [value];
  if (value.whole === true) return parts;
  for (let last = value; ;) {
    const next = pieces.find((other) => !parts.includes(other) && isUnder(other, last));
    if (
      next === undefined ||
      parts.length > 2 ||
      next.size < SAME_TYPE * value.size ||
      labelHits(next.text).length > 0 ||
      nearerLabels(next, label, pieces).some(
        (other) =>
          !isBesideBoth(other, value, next) &&
          (labelHits(other.text).length > 0 || /:\s*$/u.test(other.text) || isUnknownLabel(other, label)),
      )
    )
      return parts;
    parts.push(next);
    last = next;
  }
}

/** So near (ems) the middle of two lines a text of one line is set in their middle. */
const IN_MIDDLE = 0.3;

/** Whether a fact with its value stands left of the middle of two lines: the only line of a cell beside one of two. */
function isBesideBoth({ text, place: { box } }: Piece, upper: Piece, lower: Piece): boolean {
  const apart = (box[1] + box[3] - upper.place.box[1] - lower.place.box[3]) / 2;
  return Math.abs(apart) < IN_MIDDLE * upper.size && !isWholeLabel(text) && !/:\s*$/u.test(text);
}

/** Under a label that stands apart from its value, another one that nobody asks for: "Statut de la saisie". */
function isUnknownLabel(other: Piece, label: Piece): boolean {
  return /^\p{Lu}/u.test(other.text) && Math.abs(other.place.box[0] - label.place.box[0]) < SAME_START;
}

/** What stands left of a line that may go on a value: beside the value's own label, set in the middle of its lines, only what stands between. */
function nearerLabels(line: Piece, label: Piece, pieces: readonly Piece[]): Piece[] {
  const left = leftOf(line, pieces);
  return left.filter((other) => other !== label && (!left.includes(label) || other.place.box[0] >= label.place.box[2]));
}

/** What can only go on a name: "de Missillac" under "Organisme : Office public de l'habitat". */
const REST_OF_NAME = /^(?:d[eu]|des|et|sur|en)\s[^.;:]{2,40}$|^d['’][^.;:]{2,40}$/u;

/** The line under a label with its value on which the value goes on, begun at the same x: behind a hyphen or a word that another must follow, where the text beside it left no room for its first word, or with what no text begins with. */
export function cutValue(piece: Piece, pieces: readonly Piece[]): Piece | null {
  if (piece.whole === true) return null;
  const [, rest] = wrappedValue(piece, piece, pieces);
  if (rest === undefined) return null;
  const isCut = endsMidSentence(piece.text.trim()) || REST_OF_NAME.test(rest.text) || isCramped(piece, rest, pieces);
  return isCut ? rest : null;
}

function isLeftOf({ place: { page, box } }: Piece, upper: Piece, lower: Piece): boolean {
  return page === upper.place.page && box[2] <= upper.place.box[0] && box[3] > upper.place.box[1] && box[1] < lower.place.box[3];
}

/** Whether what stands right of two lines leaves no room on the upper one for the first word of the lower. */
function isCramped(upper: Piece, lower: Piece, pieces: readonly Piece[]): boolean {
  const [word = ''] = lower.text.split(' ');
  const [x0, , x1] = lower.place.box;
  const width = ((x1 - x0) * word.length) / Math.max(1, lower.text.length);
  const beside = [rightOf(upper, pieces), rightOf(lower, pieces)].flatMap((piece) => piece?.place.box[0] ?? []);
  // In the last of several columns it is the border, where all text ends.
  const border = pieces.some((piece) => isLeftOf(piece, upper, lower))
    ? pieces.filter(({ place }) => place.page === upper.place.page).map(({ place }) => place.box[2])
    : [];
  const limit = beside.length > 0 ? Math.min(...beside) : border.length > 0 ? Math.max(...border) + 0.5 * upper.size : Infinity;
  return x1 < limit && upper.place.box[2] + 0.25 * upper.size + width > limit - 0.5 * upper.size;
}

function leftOf(piece: Piece, pieces: readonly Piece[]): Piece[] {
  const [x0, y0, , y1] = piece.place.box;
  return pieces.filter(
    (other) =>
      other !== piece &&
      other.place.page === piece.place.page &&
      other.place.box[2] <= x0 + 2 &&
      // A label set in the middle of its value's two lines stands beside the half of each.
      overlap(y0, y1, other.place.box[1], other.place.box[3]) > (isWholeLabel(other.text) ? 0.25 : 0.5) * (y1 - y0),
  );
}

/** The word with which a sentence ends on a line of its own: "Enquête de satisfaction auprès de 60 locataires du" over "quartier". */
export function isEndOfText(piece: Piece, pieces: readonly Piece[]): boolean {
  return /^\p{Ll}/u.test(piece.text) && pieces.some((other) => other.text.length > piece.text.length && isUnder(piece, other));
}
