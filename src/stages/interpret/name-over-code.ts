import { clean, fold } from '../../french/text.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Piece } from './heading-piece.ts';
import { codeQpIn, quartierName } from './heading-values.ts';
import { BESIDE_TITLE, BY_CODE, isName, LANDLORD, TITLE } from './title-segments.ts';
import type { Guess } from './titles.ts';

/** A name stands out when its type is this much larger than that of the line under it, and no further over it than this, in heights of the latter. */
const LARGER = 1.2;
const NEAR = 2;

/** A code among other facts, with no name of its own: "QN04701I – 386 logements". A name beside it is what the code is of. */
function isBareCode(text: string): boolean {
  const part = text.split(/\s+[–—|•·-]\s+|\s*[|•·]\s*|\s{3,}/u).find((each) => codeQpIn(each) !== null);
  return part !== undefined && quartierName(part) === null;
}

/**
 * The name in large type right over a line with a QPV code and no name beside that: the banner of the quartier's page. Over a line that is the title it may be the
 * landlord's, as on a letterhead.
 */
export function nameOverCode(above: Piece | undefined, line: Piece, knowledge: Knowledge): Guess[] {
  if (above === undefined || above.place.page !== line.place.page || above.size < LARGER * line.size) return [];
  const code = codeQpIn(line.text);
  const gap = line.place.box[1] - above.place.box[3];
  if (code === null || !isBareCode(clean(line.text)) || gap < -2 || gap > NEAR * line.size) return [];
  const name = clean(above.text);
  if (!isName(name) || LANDLORD.test(fold(name))) return [];
  // A town over the code of one of its quartiers; where the code says that it lies elsewhere, the quartier has the name of a town.
  const departement = knowledge.departementOfCodeQp(code);
  const commune = knowledge.commune(name, departement);
  if (commune !== null && (departement === null || commune.codeInsee?.startsWith(departement) === true)) return [];
  return [{ field: 'quartier', value: name, place: above.place, cost: TITLE.test(fold(line.text)) ? BESIDE_TITLE : BY_CODE }];
}
