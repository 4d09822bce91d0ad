import type { AmountDraft } from '../../../model/draft.ts';
import { fold } from '../../../french/text.ts';
import { isStated, loneText, type TotalEntry } from '../entries.ts';
import type { Piece } from '../heading-piece.ts';
import { quartierName, sameName } from '../heading-values.ts';
import type { FlowItem } from '../flow.ts';
import { quartierFacts, type QuartierFacts } from '../quartiers/quartier-facts.ts';
import { ownColumn } from './axe-recaps.ts';
import { withoutMark } from './part-titles.ts';
import { acrossTotal, heldByFirst, withStated } from './over-all.ts';
import { names } from './place-recaps.ts';
import type { Segment } from '../segment.ts';

type TableItem = Extract<FlowItem, { kind: 'table' }>;

/** A quartier of a table that tells what the programme of each will come to, before these programmes. */
export interface AnnouncedPlace extends QuartierFacts {
  readonly name: string;
  readonly amounts: readonly AmountDraft[];
}

/** Such a table: its quartiers, and what they come to together. */
export interface Announcement {
  readonly places: readonly AnnouncedPlace[];
  readonly ofAll: readonly { readonly label: string | null; readonly amounts: readonly AmountDraft[] }[];
}

/** One quartier with what it costs is a heading. */
const FEWEST = 2;
const PLACES = /^(?:nom du |nom des )?(?:quartiers?|qpv)\b/u;
const IDENTITY = /\b(?:codes?|numeros?|n|logements?|logts?|lgts?)\b/u;
/** No table of lines has this number. */
const NO_TABLE = -1;

function columnsIn(item: TableItem): TableItem['bands'][number]['columns'] {
  return item.bands.flatMap(({ columns }) => columns);
}

/** A table that may be of the lines of a programme. */
function hasActions(item: FlowItem): boolean {
  return item.kind === 'table' && columnsIn(item).some(({ kind }) => kind === 'axe' || kind === 'action');
}

/**
 * "Quartier | Code | Logements | Montant du programme" with a row for each quartier: no lines, but what the programmes below come to. `below`: what follows it,
 * where there must be actions. `null` for any other table.
 */
export function announcedIn(item: TableItem, below: readonly FlowItem[]): Announcement | null {
  const columns = columnsIn(item);
  const [first] = columns;
  const heads = columns.filter(({ kind, amount }) => kind !== null && amount === null).map(({ header }) => fold(header));
  const money = columns.filter(({ amount }) => amount !== null);
  if (first === undefined || !PLACES.test(fold(first.header)) || hasActions(item) || !below.some(hasActions)) return null;
  if (money.length === 0 || money.some(({ amount }) => amount?.rubrique === 'abattement')) return null;
  if (heads.length < 2 || !heads.every((head) => PLACES.test(head) || IDENTITY.test(head))) return null;
  const rows = item.bands.flatMap(({ items }) => items);
  const lines = rows.flatMap((row) => (row.kind === 'line' ? [row.line] : []));
  const found = lines.map((line) => quartierName(loneText(line) ?? '') ?? '');
  const isOfPlaces = found.every((name, at) => name !== '' && found.findIndex((other) => sameName(other, name)) === at);
  if (found.length < FEWEST || !isOfPlaces) return null;
  const places = lines.map((line, at): AnnouncedPlace => {
    const name = found[at] ?? '';
    const others = found.filter((other) => other !== name);
    return { name, ...quartierFacts(name, others, item.pieces), amounts: line.amounts.filter(isStated) };
  });
  const ofAll = rows.flatMap((row) => (row.kind === 'total' ? [{ label: row.label, amounts: row.entries.filter(isStated) }] : []));
  return { places, ofAll };
}

/** The announced quartier that a title names and nothing else: "1. La Source". The last of them counts. */
export function placeTitled(
  pieces: readonly Piece[],
  announced: readonly Announcement[],
): { readonly place: AnnouncedPlace; readonly piece: Piece } | null {
  const known = announced.flatMap(({ places }) => places);
  for (const piece of [...pieces].reverse()) {
    const name = quartierName(withoutMark(piece.text));
    const place = name === null ? undefined : known.find((other) => sameName(other.name, name));
    if (place !== undefined) return { place, piece };
  }
  return null;
}

function totalOf({ name, amounts }: AnnouncedPlace, segment: Segment): TotalEntry {
  return {
    kind: 'total',
    id: `t-${amounts[0]?.id ?? name}`,
    label: name,
    says: { reach: 'programme', section: null, sure: true },
    sure: true,
    amounts: amounts.map((amount) => ({ ...amount, column: ownColumn(segment, amount.column) })),
    asLine: null,
    section: null,
    axeText: null,
    table: NO_TABLE,
  };
}

/** Gives each announced figure to the programme that it is the total of, and the last row to all; a figure whose quartier has no programme here is unread. */
export function withAnnounced(segments: readonly Segment[], announced: readonly Announcement[]): readonly Segment[] {
  return announced.reduce((all, one) => withOne(all, one), segments);
}

function withOne(segments: readonly Segment[], { places, ofAll }: Announcement): readonly Segment[] {
  const of = new Map(
    places.map((place) => {
      const [only, another] = segments.filter(
        ({ heading }) => names(place.name, heading) || (place.codeQp !== null && place.codeQp === heading.codeQp),
      );
      return [place, another === undefined ? only : undefined];
    }),
  );
  const named = new Set([...of.values()].flatMap((segment) => segment ?? []));
  const [first, last] = [segments[0], segments.at(-1)];
  const isWhole = named.size === places.length;
  const unread = places
    .filter((place) => of.get(place) === undefined)
    .flatMap(({ amounts }) => amounts.map(({ readings, place }) => ({ text: readings[0].text, place })));
  const told = segments.map((segment): Segment => {
    const own = places.filter((place) => of.get(place) === segment && place.amounts.length > 0);
    const stated = withStated(
      segment,
      own.map((place) => totalOf(place, segment)),
    );
    return segment === last ? { ...stated, unread: [...segment.unread, ...unread] } : stated;
  });
  if (!isWhole || first === undefined) return told;
  const across = ofAll.flatMap(({ label, amounts }) =>
    amounts.map((amount) => acrossTotal(label, { ...amount, column: ownColumn(first, amount.column) }, [...named])),
  );
  return heldByFirst(told, across);
}
