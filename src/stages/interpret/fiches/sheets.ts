import { readAmountCell } from '../../../french/amounts.ts';
import { fold } from '../../../french/text.ts';
import type { LineDraft } from '../../../model/draft.ts';
import type { Section } from '../../../model/vocabulary.ts';
import type { Place } from '../../../model/geometry.ts';
import { amountOfText } from '../amount-cells.ts';
import type { MoneyColumns } from '../listes/money-columns.ts';
import { placeId } from '../place-id.ts';
import type { Element } from './elements.ts';
import { sectionTitle } from '../labels.ts';
import { keyKind } from './keys.ts';
import { tickedOptions } from './ticked.ts';

type Pair = Extract<Element, { kind: 'paire' }>;

/** One sheet: the keys and values of one action. */
export interface Sheet {
  readonly title: string | null;
  readonly pairs: readonly Pair[];
}

/** What a pair is about: what its key says, unless its value shows that it is money whatever it is called. */
function pairKind(pair: Pair): ReturnType<typeof keyKind> {
  return pair.isMoney === true ? 'montant' : keyKind(pair.key);
}

/** A line that says what something costs, under a name of its own. */
export function isPrice(pair: Pair): boolean {
  return pairKind(pair) === 'montant' && pair.pieces.length > 0;
}

export function has(pairs: readonly Pair[], kind: string): boolean {
  return pairs.some((pair) => pairKind(pair) === kind);
}

/** It says what is done, or under which axe, and has a place for what it costs. */
export function isSheet({ title, pairs }: Sheet): boolean {
  const says = (kind: string): boolean => pairs.some((pair) => pairKind(pair) === kind && pair.value !== '');
  return has(pairs, 'montant') && (says('action') || (title ?? '') !== '' || (says('axe') && says('description')));
}

/** A key that the sheet already has: the next sheet begins. */
export function repeats(pairs: readonly Pair[], next: Pair): boolean {
  const kind = pairKind(next);
  // A text may go on with words and a colon that look like another of its keys.
  const begins = kind === 'axe' || kind === 'action' || kind === 'montant';
  const known = pairs.some((pair) => fold(pair.key) === fold(next.key));
  return begins && (known || ((kind === 'axe' || (kind === 'action' && has(pairs, 'montant'))) && has(pairs, kind)));
}

function valuesOf(pairs: readonly Pair[], ...kinds: readonly (string | null)[]): string | null {
  const values = pairs.flatMap((pair) => (kinds.includes(pairKind(pair)) ? tickedOptions(pair.value) || [] : []));
  return values.length === 0 ? null : values.join(' ');
}

/** "80 %" is 80. */
function percentIn(text: string | null): string | null {
  return text === null ? null : (/^\D{0,3}(\d{1,3}(?:[.,]\d+)?)\s*%?$/u.exec(text.trim())?.[1]?.replace(',', '.') ?? null);
}

/** The section that a choice of a form names ("Type : ☒ action spécifique ☐ droit commun"), and the pairs without it. */
function sectionOf(pairs: readonly Pair[]): { readonly section: Section | null; readonly rest: readonly Pair[] } {
  const sections = pairs.map(({ value }) => {
    const chosen = tickedOptions(value);
    return chosen === value ? null : sectionTitle(chosen);
  });
  return { section: sections.find((section) => section !== null) ?? null, rest: pairs.filter((_, at) => (sections[at] ?? null) === null) };
}

/** The title of a sheet whose action has a key of its own: what the landlord calls it, and a summary of the sheets names it by. `null` where the sheet says it anyway. */
function nameOf({ title, pairs }: Sheet): string | null {
  if ((title ?? '') === '' || title === null || !has(pairs, 'action')) return null;
  const says = (text: string | null): boolean => text !== null && ` ${fold(text)} `.includes(` ${fold(title)} `);
  return says(valuesOf(pairs, 'action')) || says(valuesOf(pairs, 'description', null)) ? null : title;
}

/** The line that a sheet is. */
export function lineOf({ title, pairs: all }: Sheet, columns: MoneyColumns): LineDraft {
  const { section, rest: pairs } = sectionOf(all);
  const places = all.flatMap((pair) => pair.places);
  const pages = [...new Set(places.map(({ page }) => page))];
  const [place, ...continuations] = pages.map((page): Place => {
    const boxes = places.filter((each) => each.page === page).map(({ box }) => box);
    return {
      page,
      box: [
        Math.min(...boxes.map(([x0]) => x0)),
        Math.min(...boxes.map(([, y0]) => y0)),
        Math.max(...boxes.map(([, , x1]) => x1)),
        Math.max(...boxes.map(([, , , y1]) => y1)),
      ],
    };
  });
  const first = place ?? { page: 1, box: [0, 0, 0, 0] };
  const texts = [nameOf({ title, pairs }), valuesOf(pairs, 'description', null)].flatMap((text) => text ?? []);
  const description = texts.length === 0 ? null : texts.join(' ');
  const calendrier = valuesOf(pairs, 'calendrier');
  const money = pairs.filter((pair) => pairKind(pair) === 'montant');
  return {
    id: placeId('l', first),
    section,
    axeText: valuesOf(pairs, 'axe'),
    actionText: valuesOf(pairs, 'action') ?? (title === '' ? null : title),
    description: description ?? calendrier,
    calendrier: description === null ? null : calendrier,
    taux: percentIn(valuesOf(pairs, 'taux')),
    place: first,
    continuations,
    amounts: money.flatMap(({ key, value, valuePlace }) => {
      const { amount, unit } = columns.of(key, money.length > 1);
      return amount === null ? [] : [amountOfText(value, placeId('m', valuePlace), amount, unit, valuePlace)];
    }),
  };
}

/** Whether the value of a key of money is one: an amount, or one of the ways to say that there is none. */
export function isMoneyValue(value: string): boolean {
  const reading = readAmountCell(value);
  return value === '' || reading.kind !== 'text';
}
