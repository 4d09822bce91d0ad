import { fold } from '../../../french/text.ts';
import { codeQpIn } from '../heading-values.ts';
import { readCount } from '../../../french/numbers.ts';
import type { AmountColumn, AmountDraft, Heading, LineDraft, Unread } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import { amountsOf, isLine, isStated, loneText, type Entry } from '../entries.ts';
import { sameName } from '../heading-values.ts';
import { landlordBeside } from '../heading.ts';
import { foldSummaries } from '../recap.ts';
import type { Segment } from '../segment.ts';
import { acrossTotals } from './across-totals.ts';
import { speaksOfQuartiers } from './heading-level.ts';
import { knownNames } from './known-names.ts';
import { withListedNames } from './listed-columns.ts';
import { BY_LANDLORD, quartierColumns, type Quartier, type QuartierColumns } from './quartier-columns.ts';
import { quartierFacts } from './quartier-facts.ts';

/** A row of the table that tells codes or dwellings of the quartiers, not amounts. */
function factRow(entry: Entry): 'code' | 'logements' | null {
  const texts = entry.kind === 'line' ? [entry.line.axeText, entry.line.actionText, entry.line.description] : [entry.label];
  const text = fold(texts.filter((part) => part !== null).join(' '));
  if (/^(?:nombre|nb|nbre|total)? ?(?:de |des |d )?(?:logements?|logts?|patrimoine)\b/u.test(text) && text.length <= 60) return 'logements';
  return /^(?:codes?|n|numeros?)? ?(?:du |de |des )?(?:qpv|qp|quartiers?)\b/u.test(text) && text.length <= 40 ? 'code' : null;
}

function ofColumns(amounts: readonly AmountDraft[], columns: ReadonlyMap<AmountColumn, AmountColumn>): AmountDraft[] {
  return amounts.flatMap((amount) => {
    const column = columns.get(amount.column);
    return column === undefined ? [] : [{ ...amount, column }];
  });
}

/** The entries of one quartier: the lines of every table that has a column of it, with that column's amounts, empty or not. */
function entriesOf(entries: readonly Entry[], quartier: Quartier, index: number): Entry[] {
  const ownLine = (line: LineDraft): LineDraft => ({
    ...line,
    id: index === 0 ? line.id : `${line.id}-q${String(index + 1)}`,
    amounts: ofColumns(line.amounts, quartier.columns),
  });
  return entries.flatMap((entry): Entry[] => {
    if (entry.kind === 'line') {
      const line = ownLine(entry.line);
      return line.amounts.length === 0 ? [] : [{ ...entry, line }];
    }
    const amounts = ofColumns(entry.amounts, quartier.columns);
    return [{ ...entry, amounts, asLine: entry.asLine === null ? null : ownLine(entry.asLine) }];
  });
}

/** "Les Aulnes | 12 000 €" in a summary by quartier: the total of that quartier's programme. */
function summaryOf(entries: readonly Entry[], quartier: Quartier, found: QuartierColumns): Entry[] {
  return entries.flatMap((entry): Entry[] => {
    const text = entry.kind === 'line' ? loneText(entry.line) : entry.label;
    const amounts = amountsOf(entry);
    if (text === null || quartier.name === null || !sameName(text, quartier.name)) return [];
    const [own] = quartier.columns.values();
    if (own === undefined || amounts.some((amount) => !found.across.has(amount.column)) || found.of === 'bailleur') return [];
    return [
      {
        kind: 'total',
        id: `t-${entry.kind === 'line' ? entry.line.id : entry.id}`,
        label: text,
        says: { reach: 'programme', section: null, sure: true },
        sure: true,
        amounts: amounts.map((amount) => ({ ...amount, column: own })),
        asLine: null,
        section: null,
        axeText: null,
        table: entry.table,
      },
    ];
  });
}

/** Codes and dwellings that rows of the table tell under each quartier's column. */
function factsInRows(entries: readonly Entry[], quartier: Quartier): { codeQp: string | null; logements: number | null } {
  let codeQp: string | null = null;
  let logements: number | null = null;
  for (const entry of entries) {
    const kind = factRow(entry);
    if (kind === null) continue;
    const texts = amountsOf(entry)
      .filter((amount) => quartier.columns.has(amount.column))
      .map((amount) => amount.readings[0].text);
    if (kind === 'code') codeQp ??= texts.map(codeQpIn).find((code) => code !== null) ?? null;
    else logements ??= texts.map(readCount).find((count) => count !== null) ?? null;
  }
  return { codeQp, logements };
}

function communeOf(name: string | null, heading: Heading, knowledge: Knowledge): Partial<Heading> {
  const found = name === null ? null : knowledge.commune(name, null);
  return found === null || heading.codeInsee === found.codeInsee ? {} : { commune: found.nom, codeInsee: found.codeInsee };
}

/** One programme for each quartier whose column stands in the tables of a segment; the segment itself where none does. */
export function splitQuartiers(segment: Segment, knowledge: Knowledge): readonly Segment[] {
  const known = knownNames(segment.heading.quartier, segment.pieces);
  const announced =
    segment.heading.quartier === null ||
    segment.pieces.some(
      (piece) =>
        piece.text.length <= 160 &&
        /\bpar (?:quartiers?|qpv)\b|\b(?:quartiers|qpvs) (?:prioritaires )?:/u.test(piece.text.toLowerCase()) &&
        speaksOfQuartiers(piece.text),
    );
  const saysLandlords =
    segment.heading.codeQp !== null && segment.heading.bailleur === null && segment.pieces.some(({ text }) => BY_LANDLORD.test(fold(text)));
  // Only of a scan is known what words there are.
  const columns = knowledge.isWord === undefined ? segment.columns : withListedNames(segment.columns, known, segment.pieces);
  const found = quartierColumns(columns, known, announced, knowledge, saysLandlords);
  if (found === null) return [segment];
  const entries = foldSummaries(segment.entries, knowledge);
  const names = found.quartiers.flatMap(({ name }) => name ?? []);
  const lines = entries.filter((entry) => factRow(entry) === null);
  const across = acrossTotals(
    lines.filter((entry) => !namesAny(entry, names)),
    found.across,
    knowledge,
  );
  const amounts = lines.flatMap((entry) => (entry.kind === 'line' ? entry.line.amounts : []));
  if (isBesideOthers(lines, found, names)) return [segment];
  const strays = straysOf(lines, found, names);
  return found.quartiers.map((quartier, index): Segment => {
    const others = names.filter((name) => name !== quartier.name);
    const printed = quartier.name === null ? null : quartierFacts(quartier.name, others, segment.pieces);
    const inRows = factsInRows(entries, quartier);
    return {
      heading: {
        ...segment.heading,
        ...communeOf(quartier.commune, segment.heading, knowledge),
        ...(found.of === 'bailleur'
          ? { bailleur: quartier.name, siren: null, logements: quartier.logements ?? inRows.logements }
          : {
              bailleur: segment.heading.bailleur ?? landlordBeside(segment.pieces, names, knowledge),
              quartier: quartier.name,
              codeQp: quartier.codeQp ?? inRows.codeQp ?? printed?.codeQp ?? null,
              logements: quartier.logements ?? inRows.logements ?? printed?.logements ?? null,
            }),
      },
      pieces: [...segment.pieces],
      entries: [...entriesOf(lines, quartier, index), ...summaryOf(lines, quartier, found)],
      columns: segment.columns.filter((column) => column.amount === null || quartier.columns.has(column.amount)),
      pages: new Set(segment.pages),
      unread: [...segment.unread, ...strays],
      across: index === 0 ? across : [],
      elsewhere: index === 0 ? amounts.filter((amount) => !quartier.columns.has(amount.column)) : [],
    };
  });
}

/** The columns of quartiers are those of a summary beside the programme's own tables: as many lines or more have their amounts in other columns. */
function isBesideOthers(entries: readonly Entry[], found: QuartierColumns, names: readonly string[]): boolean {
  const lines = entries.filter(isLine).filter((entry) => entry.line.amounts.some(isStated) && !namesAny(entry, names));
  const isApart = ({ column }: AmountDraft): boolean =>
    !found.across.has(column) && !found.quartiers.some(({ columns }) => columns.has(column));
  const apart = lines.filter(({ line }) => line.amounts.every(isApart)).length;
  return apart > 0 && apart * 2 >= lines.length;
}

/** Amounts that belong to no quartier's column and are no totals over all: somebody must say whose they are. */
function straysOf(entries: readonly Entry[], found: QuartierColumns, names: readonly string[]): Unread[] {
  const isOwn = ({ column }: AmountDraft): boolean => found.quartiers.some(({ columns }) => columns.has(column));
  return entries.flatMap((entry) => {
    if (entry.kind !== 'line' || namesAny(entry, names)) return [];
    const isApart = !entry.line.amounts.some(isOwn);
    return entry.line.amounts
      .filter((amount) => isStated(amount) && !isOwn(amount) && (isApart || !found.across.has(amount.column)))
      .map((amount) => ({ text: amount.readings[0].text, place: amount.place }));
  });
}

function namesAny(entry: Entry, names: readonly string[]): boolean {
  const text = entry.kind === 'line' ? loneText(entry.line) : entry.label;
  return text !== null && names.some((name) => sameName(name, text));
}
