import type { Pdfjs } from './pdfjs.ts';

/** Operators that set how to paint, or group what is painted, and paint nothing. */
const PAINTS_NOTHING =
  /^(?:dependency|set\w+|save|restore|transform|concat|clip|eoClip|endPath|beginText|endText|moveText|nextLine|begin\w+|end\w+|mark\w+|paintFormXObject(?:Begin|End))$/u;

/** Whether the operators of a page paint nothing at all, so that its picture is a blank sheet: no need to look. */
export function showsNothing(operators: readonly number[], args: readonly unknown[], ops: Pdfjs['OPS']): boolean {
  const names = new Map<number, string>(Object.entries(ops).map(([name, code]) => [code, name]));
  return operators.every((operator, index) => {
    const list = args[index];
    // A path carries what is done with it: one that only clips ends there.
    const code = operator === ops.constructPath && Array.isArray(list) ? Number(list[0]) : operator;
    const name = names.get(code);
    return name !== undefined && name !== 'beginAnnotation' && PAINTS_NOTHING.test(name);
  });
}
