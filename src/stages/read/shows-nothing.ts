import { scaleOf, toMatrix } from './matrix.ts';
import type { Pdfjs } from './pdfjs.ts';

/** Operators that set how to paint, or group what is painted, and paint nothing. */
const PAINTS_NOTHING =
  /^(?:dependency|set\w+|save|restore|transform|concat|clip|eoClip|endPath|beginText|endText|moveText|nextLine|begin\w+|end\w+|mark\w+|paintFormXObject(?:Begin|End))$/u;
/** A picture is painted on the unit square: what makes its side longer than this, in points, may be the place of one. */
const PLACE_OF_PICTURE = 20;

/**
 * Whether the operators of a page paint nothing at all, so that its picture is a blank sheet: no need to look. Pictures too large to decode are left
 * out of the list without a trace but for the matrix that made room for them.
 */
export function showsNothing(operators: readonly number[], args: readonly unknown[], ops: Pdfjs['OPS']): boolean {
  const names = new Map<number, string>(Object.entries(ops).map(([name, code]) => [code, name]));
  return operators.every((operator, index) => {
    const list = args[index];
    if (makesRoom(operator === ops.paintFormXObjectBegin && Array.isArray(list) ? list[0] : operator === ops.transform ? list : null))
      return false;
    // A path carries what is done with it: one that only clips ends there.
    const code = operator === ops.constructPath && Array.isArray(list) ? Number(list[0]) : operator;
    const name = names.get(code);
    return name !== undefined && name !== 'beginAnnotation' && PAINTS_NOTHING.test(name);
  });
}

function makesRoom(values: unknown): boolean {
  const matrix = toMatrix(values);
  return matrix !== null && scaleOf(matrix) > PLACE_OF_PICTURE;
}
