import { endsMidSentence } from '../../french/mid-sentence.ts';
import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Piece } from './heading-piece.ts';
import { codeQpIn, quartierName } from './heading-values.ts';
import { joinedLines } from './joined-lines.ts';
import { BESIDE_TITLE, BY_CODE, isName, LANDLORD, TITLE } from './title-segments.ts';
import type { Guess } from './titles.ts';

/** A name stands out when its type is this much larger than that of the line under it, or bold over plain, and no further over it than this, in heights of the latter. */
const LARGER = 1.2;
const NEAR = 2;
/** Lines of one name in one type stand this close, in heights of it, and begin within this (points) of each other. */
const LEADING = 0.6;
const SAME_LEFT = 3;

function standsOut(name: Piece, line: Piece): boolean {
  return name.size >= LARGER * line.size || (name.bold && !line.bold && name.size > 0.95 * line.size);
}

/** The name right over a line, with the line over it that breaks off before it: "Les Valmeux -" over "Boutardes". */
function wholeName(pieces: readonly Piece[], at: number): string {
  const [above, name] = [pieces[at - 1], pieces[at]];
  if (name === undefined) return '';
  const text = clean(name.text);
  if (above === undefined || above.place.page !== name.place.page || !endsMidSentence(above.text.trim())) return text;
  const isOne =
    Math.abs(above.size - name.size) < 0.3 &&
    above.bold === name.bold &&
    Math.abs(above.place.box[0] - name.place.box[0]) < SAME_LEFT &&
    name.place.box[1] - above.place.box[3] < LEADING * name.size;
  return isOne ? joinedLines(clean(above.text), text) : text;
}

/** A code among other facts, with no name of its own: "QN04701I – 386 logements". A name beside it is what the code is of. */
function isBareCode(text: string): boolean {
  const part = text.split(/\s+[–—|•·-]\s+|\s*[|•·]\s*|\s{3,}/u).find((each) => codeQpIn(each) !== null);
  return part !== undefined && quartierName(part) === null;
}

/**
 * The name that stands out right over a line (`at`) with a QPV code and no name beside that: the banner of the quartier's page. Over a line that is the title it may be the
 * landlord's, as on a letterhead.
 */
export function nameOverCode(pieces: readonly Piece[], at: number, knowledge: Knowledge): Guess[] {
  const [above, line] = [pieces[at - 1], pieces[at]];
  if (above === undefined || line === undefined || above.place.page !== line.place.page || !standsOut(above, line)) return [];
  const code = codeQpIn(line.text);
  const gap = line.place.box[1] - above.place.box[3];
  if (code === null || !isBareCode(clean(line.text)) || gap < -2 || gap > NEAR * line.size) return [];
  const name = wholeName(pieces, at - 1);
  if (!isName(name) || LANDLORD.test(fold(name))) return [];
  // A town over the code of one of its quartiers; where the code says that it lies elsewhere, the quartier has the name of a town.
  const departement = knowledge.departementOfCodeQp(code);
  const commune = knowledge.commune(name, departement);
  if (commune !== null && (departement === null || commune.codeInsee?.startsWith(departement) === true)) return [];
  return [{ field: 'quartier', value: name, place: above.place, cost: TITLE.test(fold(line.text)) ? BESIDE_TITLE : BY_CODE }];
}
