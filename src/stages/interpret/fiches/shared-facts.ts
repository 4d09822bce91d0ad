import { fold } from '../../../french/text.ts';
import { labelledFacts } from '../facts.ts';
import type { Piece } from '../heading-piece.ts';
import type { Element } from './elements.ts';

const PERIOD = /^p[ée]riode[^:]{0,30}?\s*:\s*(?<value>\S.*)$/iu;

/** "Période" is a fact of the programme where all sheets say the same; else each tells when its action is done. */
function withOwnPeriods(elements: readonly Element[]): readonly Element[] {
  const periodOf = (element: Element): string | undefined =>
    element.kind === 'texte' && element.piece.whole === true ? PERIOD.exec(element.piece.text)?.groups?.['value'] : undefined;
  if (new Set(elements.flatMap((element) => fold(periodOf(element) ?? '') || [])).size < 2) return elements;
  return elements.map((element): Element => {
    const value = periodOf(element);
    if (value === undefined || element.kind !== 'texte') return element;
    const { place } = element.piece;
    return { kind: 'paire', key: 'Calendrier', value, places: [place], valuePlace: place, pieces: [] };
  });
}

/** "Nombre de logements | 1 105" as a line of a heading; `null` for any other key. */
function dwellingsOf(element: Element): Piece | null {
  if (element.kind !== 'paire' || element.pieces.length > 0) return null;
  const piece: Piece = { text: `${element.key} : ${element.value}`, place: element.valuePlace, size: 10, bold: false, whole: true };
  return labelledFacts([piece]).some(({ field }) => field === 'logements') ? piece : null;
}

/** Dwellings that every sheet repeats are those of the programme; those of one sheet, or that differ, are those of its action. */
function withSharedDwellings(elements: readonly Element[]): readonly Element[] {
  const found = elements.flatMap((element) => dwellingsOf(element) ?? []);
  const [first, another] = found;
  if (first === undefined || another === undefined || found.some(({ text }) => text !== first.text)) return elements;
  return elements.map((element): Element => {
    const piece = dwellingsOf(element);
    return piece === null ? element : { kind: 'texte', piece };
  });
}

/** What the sheets of a document say in common, or each for itself, put where it belongs: in the heading, or on the sheet. */
export function withSharedFacts(elements: readonly Element[]): readonly Element[] {
  return withSharedDwellings(withOwnPeriods(elements));
}
