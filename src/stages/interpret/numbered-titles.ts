import type { RowItem } from './row-items.ts';

const NUMBERED = /^\W*(?:axe\s*)?(?:n\s*[°ºo]\s*)?(?<number>[1-9])\s*[.):–—-]\s*\p{L}/iu;

function numberOf(item: RowItem): number | null {
  const text = item.kind === 'axe' || item.kind === 'note' ? NUMBERED.exec(item.text)?.groups?.['number'] : undefined;
  return text === undefined ? null : Number(text);
}

/**
 * Rows over the width of a table that bear the next number of the axes named by others ("2. Mieux entretenir" before "3. Des déchets mieux gérés") name axes too, in words of the landlord's own: the
 * lines under them are not of the axe above.
 */
export function withNumberedTitles(items: readonly RowItem[]): readonly RowItem[] {
  const known = new Set(items.flatMap((item) => (item.kind === 'axe' ? (numberOf(item) ?? []) : [])));
  const isTitle = (item: RowItem): boolean => {
    const number = item.kind === 'note' ? numberOf(item) : null;
    return number !== null && !known.has(number) && (known.has(number + 1) || known.has(number - 1));
  };
  if (!items.some(isTitle)) return items;
  let own: string | null = null;
  let above: string | null = null;
  return items.map((item): RowItem => {
    if (item.kind === 'note' && isTitle(item)) {
      own = item.text;
      return { kind: 'axe', text: item.text, place: item.place };
    }
    if (item.kind === 'axe' || item.kind === 'section') {
      own = null;
      above = item.kind === 'axe' ? item.text : null;
      return item;
    }
    if (item.kind !== 'line' || own === null) return item;
    const isCarried: boolean = item.line.axeText === null || item.line.axeText === above;
    return isCarried ? { ...item, line: { ...item.line, axeText: own } } : item;
  });
}
