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

/** What names the accounts of a town where a title begins with it, behind the number of an annexe at most: a sentence or a bracket may speak of the town's money over lines of a programme. */
const OF_TOWN =
  /^(?:annexe(?: n)?(?: o)?(?: \w{1,4})? )?(?:pour information )?(?:extrait du )?(?:budgets? (?:primitifs?|supplementaires?|communa(?:l|ux)|municipa(?:l|ux))|budget (?:general |principal )?(?:\d{4} )?(?:de la |de )?(?:commune|ville|mairie|municipalite)|comptes? (?:administratifs?|de gestion|financiers? uniques?)|sections? de (?:fonctionnement|investissement))\b/u;
/** Words of the programmes themselves, or of what a town pays of them, in a title that tells of both. */
const OF_ACTIONS = /\b(?:programm\w* d ?actions?|actions?|axes?|tfpb|atfpb|abattement|cofinanc\w*|complement\w*)\b/u;
const LONGEST_TITLE = 80;

/** A table whose own header names no axes, under a title that calls it the budget or the accounts of the town: its rows are chapters, whatever their heading. */
export function isOfTownBudget({ bands }: TableItem, gap: readonly Piece[]): boolean {
  const isTitle = ({ text }: Piece): boolean =>
    text.length <= LONGEST_TITLE && !/\.\s*$/u.test(text) && OF_TOWN.test(fold(text).trim()) && !OF_ACTIONS.test(fold(text));
  const last = gap.findLastIndex(isTitle);
  if (last < 0 || gap.slice(last + 1).some(({ text }) => OF_ACTIONS.test(fold(text)))) return false;
  return !bands.some(
    (band) => band.hasHeader && band.columns.some(({ kind, header }) => kind === 'axe' || /\b(?:actions?|axes?)\b/u.test(fold(header))),
  );
}

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
