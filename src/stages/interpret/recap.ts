import type { LineDraft } from '../../model/draft.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import { fold } from '../../french/text.ts';
import { isStated, loneText, type Entry, type LineEntry, type TotalEntry } from './entries.ts';
import { sectionTitle } from './labels.ts';
import { axeKey } from './surroundings.ts';

const SHARE = /^\d{1,3}(?:[.,]\d+)?\s*%$/u;

/** A line without the share that a summary prints beside its figures ("97 %"): it describes no action. */
function withoutShare(line: LineDraft): LineDraft {
  return line.description !== null && SHARE.test(line.description.trim()) ? { ...line, description: null } : line;
}

const SURE_AXE = 0.8;
/** A total says so; the name of an axe alone, with its sum, is a row of a summary. */
const SAYS_TOTAL = /\btot/u;

/** The name of an axe that the columns of a summary cut in two: "Petits travaux d'amélioration de" beside "la qualité de service". */
function cutAxe({ axeText, actionText, description }: LineDraft, knowledge: Knowledge): string | null {
  const rest = actionText ?? description;
  if (axeText === null || rest === null || (actionText !== null && description !== null) || !/^\p{Ll}/u.test(rest)) return null;
  const [whole, part] = [`${axeText} ${rest}`, axeText].map((text) => knowledge.axe(text));
  return whole !== null && whole !== undefined && whole.confidence >= Math.max(SURE_AXE, part?.confidence ?? 0)
    ? `${axeText} ${rest}`
    : null;
}

/** The axe a row is about when the row is nothing else: not an action, not a description. */
export function axeRow(whole: LineDraft, knowledge: Knowledge): string | null {
  const line = withoutShare(whole);
  const isNumbered = [line.axeText, line.description].some((text) => text !== null && isNumberOnly(text));
  if (line.description !== null && line.axeText !== null && line.description !== line.axeText && !isNumbered)
    return line.actionText === null && namesOtherAxe(line.description, line.axeText, knowledge) ? line.description : null;
  if (
    line.description === null &&
    line.axeText !== null &&
    line.actionText !== null &&
    isOtherAxe(line.actionText, line.axeText, knowledge)
  )
    return line.actionText;
  const text = loneText(line) ?? numberAndName(line);
  if (text === null) return null;
  const axe = knowledge.axe(text);
  if (axe === null || axe.confidence < 0.6) return null;
  const action = knowledge.action(text);
  return action !== null && action.confidence > axe.confidence + 0.1 && line.axeText === null ? null : text;
}

/** "Axe 3" and "Sur-entretien" in two columns, the number known for one or not, whatever the columns are taken for. */
function numberAndName({ axeText, actionText, description }: LineDraft): string | null {
  if (axeText === null) return null;
  if (isNumberOnly(axeText)) return numbered(axeText, actionText ?? description ?? '');
  const [number, another] = [actionText, description].filter((text) => text !== null);
  return number !== undefined && another === undefined && isNumberOnly(number) ? numbered(number, axeText) : null;
}

/** The name of an axe with its number, where that is one: of what a poor print made of « Axe 1 » (« Axel », « Ace 1 ») the name alone tells. */
const numbered = (number: string, name: string): string => (AXE_NUMBER.test(number) ? `${number} ${name}` : name);

/** The name of an axe under another that was carried down to it: the row above told an axe without an amount. */
function namesOtherAxe(text: string, carried: string, knowledge: Knowledge): boolean {
  const axe = knowledge.axe(text);
  return (
    axe !== null &&
    axe.confidence >= 0.9 &&
    axeKey(text, knowledge) !== axeKey(carried, knowledge) &&
    !isActionOf(text, axeKey(carried, knowledge), knowledge)
  );
}

const SURE_ACTION = 0.6;

/** An action of an axe may say words of another ("Campagne … sur le respect du cadre de vie" under Concertation). */
function isActionOf(text: string, axe: string | null, knowledge: Knowledge): boolean {
  const action = knowledge.action(text);
  return action !== null && axe !== null && action.confidence >= SURE_ACTION && action.action.startsWith(`${axe}.`);
}

/** The same where the columns of the table above call it an action: it is one no surer than an axe. */
function isOtherAxe(text: string, carried: string, knowledge: Knowledge): boolean {
  const [axe, action] = [knowledge.axe(text), knowledge.action(text)];
  return !isNumberOnly(carried) && axe !== null && (action?.confidence ?? 0) <= axe.confidence && namesOtherAxe(text, carried, knowledge);
}

const AXE_NUMBER = /^\W*(axe)?\W*[1-8]\W*$/iu;
/** A letter of the word lost or bent, the 1 a mere stroke. */
const LIKE_AXE_NUMBER = /^\W*a\p{L}{0,2}\W*[1-8l|!]\W*$/iu;

function isNumberOnly(text: string): boolean {
  return AXE_NUMBER.test(text) || LIKE_AXE_NUMBER.test(text);
}

/** A line understood as the total of an axe or a section. */
export function toTotal(entry: LineEntry, label: string, section: TotalEntry['section'], reach: 'axe' | 'section'): TotalEntry {
  return {
    kind: 'total',
    id: `t-${entry.line.id}`,
    label,
    says: { reach, section: reach === 'section' ? section : null, sure: true },
    sure: true,
    amounts: entry.line.amounts.filter(isStated),
    asLine: null,
    section,
    axeText: reach === 'axe' ? label : null,
    table: entry.table,
  };
}

/**
 * Turns the rows of a summary into what they are: totals of the lines told elsewhere, never lines again. A table is a summary when its rows
 * name axes or sections only and the programme has lines of their own in other tables.
 */
export function foldSummaries(entries: readonly Entry[], knowledge: Knowledge): Entry[] {
  const tables = new Set(entries.map((entry) => entry.table));
  const summaries = new Set<number>();
  const cutNames = new Map<LineDraft, string>();
  /** The axes that summaries so far tell: one summary may stand in several parts. */
  const toldAgain = new Set<string>();
  // What closes with the total of an axe is that axe's own table, though its only action sounds like another axe.
  const hasTotalOfAxe = (table: number): boolean =>
    entries.some(
      (entry) =>
        entry.kind === 'total' &&
        entry.table === table &&
        entry.says?.reach === 'axe' &&
        entry.says.sure &&
        SAYS_TOTAL.test(fold(entry.label ?? '')),
    );
  // Once more for the first part of a summary, whose other part tells most axes: no part of one tells an axe again.
  for (const [at, table] of [...tables, ...tables].entries()) {
    const isAgain = at >= tables.size;
    if (summaries.has(table) || (isAgain && summaries.size === 0) || hasTotalOfAxe(table)) continue;
    const own = entries.filter((entry): entry is LineEntry => entry.kind === 'line' && entry.table === table);
    const others = entries.filter(
      (entry): entry is LineEntry => entry.kind === 'line' && entry.table !== table && !summaries.has(entry.table),
    );
    // Most rows are axes whole: another may be one that the columns cut.
    const isOfAxes = own.filter((entry) => axeRow(entry.line, knowledge) !== null).length * 2 > own.length;
    const cut = isOfAxes ? own.filter((entry) => axeRow(entry.line, knowledge) === null && cutAxe(entry.line, knowledge) !== null) : [];
    const rows = own.filter(
      (entry) => cut.includes(entry) || axeRow(entry.line, knowledge) !== null || sectionTitle(loneText(entry.line) ?? '') !== null,
    );
    const keys = rows.map(
      ({ line }) => axeKey(axeRow(line, knowledge) ?? cutAxe(line, knowledge), knowledge) ?? fold(loneText(line) ?? ''),
    );
    const distinct = new Set(keys).size === keys.length;
    const told = others.filter((entry) => axeRow(entry.line, knowledge) === null).map((entry) => axeKey(entry.line.axeText, knowledge));
    const covers =
      rows.some((entry) => axeRow(entry.line, knowledge) === null) ||
      told.filter((axe) => axe === null || keys.includes(axe) || toldAgain.has(axe)).length * 2 >= told.length;
    const isOtherPart = !isAgain || !keys.some((key) => toldAgain.has(key));
    if (own.length >= 1 && rows.length === own.length && distinct && told.length > 0 && covers && isOtherPart) {
      summaries.add(table);
      for (const { line } of cut) cutNames.set(line, cutAxe(line, knowledge) ?? '');
      for (const key of keys) toldAgain.add(key);
    }
  }
  if (summaries.size === 0) return [...entries];
  return entries.map((entry): Entry => {
    if (entry.kind !== 'line' || !summaries.has(entry.table)) {
      return entry.kind === 'total' && summaries.has(entry.table) ? inSummary(entry) : entry;
    }
    const axe = axeRow(entry.line, knowledge) ?? cutNames.get(entry.line) ?? null;
    if (axe !== null) return toTotal(entry, axe, null, 'axe');
    const text = loneText(entry.line) ?? '';
    return toTotal(entry, text, sectionTitle(text), 'section');
  });
}

/** The last row of a summary is the total of the whole programme, unless its label says less. */
export function inSummary(entry: TotalEntry): TotalEntry {
  const reach = entry.says?.reach ?? 'inconnu';
  return reach === 'inconnu' ? { ...entry, says: { reach: 'programme', section: null, sure: true }, section: null, axeText: null } : entry;
}
