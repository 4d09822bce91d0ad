import { fold } from '../../french/text.ts';
import type { Piece } from './heading-piece.ts';
import type { FlowItem } from './flow.ts';

export type TableItem = Extract<FlowItem, { kind: 'table' }>;

/** Places with their codes or dwellings and the abattement of each: who the programme is for, not what it does. */
export function isOfPlaces({ columns }: TableItem['bands'][number]): boolean {
  const money = columns.filter(({ amount }) => amount !== null);
  return (
    money.every(({ amount }) => amount?.rubrique === 'abattement') &&
    columns.some(({ kind, header }) => kind !== 'montant' && PLACES.test(fold(header))) &&
    !columns.some(({ kind }) => kind === 'axe' || kind === 'action')
  );
}

const PLACES =
  /^(?:nom du |nom des )?(?:quartiers?|qpv|communes?|villes?|residences?|adresses?|sites?|bailleurs?|organismes?|programmes? immobiliers?)\b/u;

const ANNEXE = /^annexe (?:n )?(?:o )?(?:\d{1,2}|[a-z]|[ivx]+)\b/u;
const OF_PROGRAMME =
  /\b(?:programm\w*|actions?|axes?|bilan|reporting|tfpb|atfpb|fiches?|budgets?|recapitul\w*|synthese|tableaux?|suite|suivi|plan)\b/u;

/** The last annexe that a text announces is about something else than a programme: a calendar of payments, a list of dwellings. */
export function announcesOtherAnnexe(gap: readonly Piece[]): boolean {
  const title = gap.map(({ text }) => fold(text)).findLast((text) => ANNEXE.test(text));
  return title !== undefined && !OF_PROGRAMME.test(title) && !/^annexe \S+$/u.test(title);
}

/** A table without axes or actions under the title of such an annexe. */
export function isOfOtherAnnexe({ bands }: TableItem, gap: readonly Piece[]): boolean {
  if (!announcesOtherAnnexe(gap)) return false;
  const columns = bands.flatMap((band) => band.columns);
  const isOfQuartiers = columns.some(({ header }) => /\b(?:quartiers?|qpv)\b/u.test(fold(header)));
  return (
    !isOfQuartiers && columns.some(({ amount }) => amount !== null) && !columns.some(({ kind }) => kind === 'axe' || kind === 'action')
  );
}

/** A table may belong to a programme when it has figures in a column of amounts, beside words. */
export function mayHoldLines(item: TableItem): boolean {
  return item.bands.some(
    (band) =>
      !isOfPlaces(band) &&
      band.columns.some((column) => column.amount !== null) &&
      (band.items.some((row) => row.kind === 'total') ||
        (band.items.some((row) => row.kind === 'line') &&
          band.columns.some((column) => column.kind === 'action' || column.kind === 'description' || column.kind === 'axe'))),
  );
}

/** A table of axes or actions none of whose columns was taken for amounts. */
export function namesActions({ bands }: TableItem): boolean {
  return bands.some((band) => !isOfPlaces(band) && band.columns.some(({ kind }) => kind === 'axe' || kind === 'action'));
}
