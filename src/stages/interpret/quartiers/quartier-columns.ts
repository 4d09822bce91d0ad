import { fold } from '../../../french/text.ts';
import type { AmountColumn } from '../../../model/draft.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Column } from '../columns.ts';
import { sameName } from '../heading-values.ts';
import { rubriqueOf } from '../rubrique.ts';
import { LANDLORD } from '../title-segments.ts';
import { headingLevel, speaksOfQuartiers, type HeadingLevel, type NamedLevel } from './heading-level.ts';

/** A quartier that columns of amounts are headed by. */
export interface Quartier {
  readonly name: string | null;
  readonly codeQp: string | null;
  readonly logements: number | null;
  /** The commune that a heading over several quartiers names. */
  readonly commune: string | null;
  /** Its columns, each as it is in the table, with what it is for this quartier alone. */
  readonly columns: ReadonlyMap<AmountColumn, AmountColumn>;
}

/** A column over all quartiers, with the columns of each that it may sum: the likeliest choice first. */
export interface AcrossColumn {
  readonly column: AmountColumn;
  readonly sums: readonly (readonly AmountColumn[])[];
}

export interface QuartierColumns {
  /** What the columns stand for: quartiers, or the landlords of one quartier. */
  readonly of: 'quartier' | 'bailleur';
  readonly quartiers: readonly Quartier[];
  readonly across: ReadonlyMap<AmountColumn, AcrossColumn>;
}

interface Told {
  readonly column: AmountColumn;
  readonly levels: readonly { readonly text: string; readonly level: HeadingLevel }[];
  /** What is left of the heading without the quartier's name. */
  readonly rest: string;
  readonly leaf: string;
}

function isNamed(level: HeadingLevel): level is NamedLevel {
  return level.kind === 'name';
}

function told(columns: readonly Column[], known: ReadonlySet<string>): Told[] {
  const seen = new Map<AmountColumn, Told>();
  for (const { amount, levels } of columns) {
    if (amount === null || seen.has(amount)) continue;
    const read = levels.map((text) => ({ text, level: headingLevel(text, known) }));
    const rest = read.filter(({ level }) => level.kind === 'figure').map(({ text }) => text);
    seen.set(amount, { column: amount, levels: read, rest: rest.join(' '), leaf: read.at(-1)?.text ?? '' });
  }
  return [...seen.values()];
}

/** The level that names the quartier: the innermost name, unless inner names repeat under the outer ones. */
function ownName(each: Told, all: readonly Told[]): NamedLevel | null {
  const names = each.levels.map(({ level }) => level).filter(isNamed);
  const inner = names.at(-1) ?? null;
  const outer = names.at(-2) ?? null;
  if (inner === null || outer === null) return inner;
  const repeats = all.some((other) => {
    const theirs = other.levels.map(({ level }) => level).filter(isNamed);
    return theirs.length > 1 && sameKey(theirs.at(-1) ?? null, inner) && !sameKey(theirs.at(-2) ?? null, outer);
  });
  return repeats ? outer : inner;
}

function sameKey(a: NamedLevel | null, b: NamedLevel | null): boolean {
  if (a === null || b === null) return a === b;
  if (a.codeQp !== null && b.codeQp !== null) return a.codeQp === b.codeQp;
  return a.name !== null && b.name !== null && sameName(a.name, b.name);
}

function communeOver(each: Told, own: NamedLevel, knowledge: Knowledge): string | null {
  const over = each.levels.map(({ level }) => level).filter((level) => isNamed(level) && level !== own);
  const names = over.flatMap((level) => (level.kind === 'name' && level.name !== null ? [level.name] : []));
  return names.find((name) => knowledge.commune(name, null) !== null) ?? null;
}

/** The column as it is for its quartier: a name may sound like a figure ("Ville-Haute", "Le Projet"), so the rest of the heading alone tells. */
function ownColumn(each: Told, twins: number): AmountColumn {
  const bareTotal = each.leaf !== '' && each.levels.at(-1)?.level.kind === 'total';
  const rubrique = rubriqueOf(bareTotal ? `${each.rest} ${each.leaf}` : each.rest, bareTotal ? each.leaf : '', twins > 1);
  return { ...each.column, rubrique: rubrique ?? 'prevu', sure: rubrique !== null };
}

/** What says that columns stand for landlords. */
export const BY_LANDLORD = /\bpar (?:bailleurs?|organismes?)\b|^(?:bailleurs|organismes)\b/u;

/** Fewer names than this are one programme's heading, not columns to part. */
const FEWEST = 2;

/**
 * The quartiers whose columns stand side by side, `null` where the columns are none. `known`: names that the page lists (folded); `announced`: a
 * title over the table says that it is laid out by quartier, or nothing says that it is about one quartier.
 */
export function quartierColumns(
  columns: readonly Column[],
  known: ReadonlySet<string>,
  announced: boolean,
  knowledge: Knowledge,
  byLandlord = false,
): QuartierColumns | null {
  const all = told(columns, known);
  const groups: { key: NamedLevel; members: Told[]; commune: string | null }[] = [];
  const others: Told[] = [];
  for (const each of all) {
    const own = ownName(each, all);
    if (own === null) {
      others.push(each);
      continue;
    }
    const group = groups.find(({ key }) => sameKey(key, own));
    if (group === undefined) groups.push({ key: own, members: [each], commune: communeOver(each, own, knowledge) });
    else {
      group.members.push(each);
      group.key = mergedKey(group.key, own);
    }
  }
  if (groups.length < FEWEST) return null;
  const shown = groups.some(({ key }) => key.codeQp !== null || key.logements !== null || (key.name !== null && known.has(fold(key.name))));
  const headed = all.some(({ levels }) => levels.some(({ text, level }) => level.kind === 'figure' && speaksOfQuartiers(text)));
  // "Montant par bailleur" over the columns says whose they are, whatever else is told of each.
  const saysLandlords =
    byLandlord || all.some(({ levels }) => levels.some(({ text, level }) => level.kind === 'figure' && BY_LANDLORD.test(fold(text))));
  const areNamed = groups.every(({ key }) => key.name !== null && key.codeQp === null && !known.has(fold(key.name)));
  const landlords =
    (saysLandlords && areNamed) || (!shown && groups.every(({ key }) => key.name !== null && LANDLORD.test(fold(key.name))));
  if (!shown && !headed && !announced && !landlords) return null;
  const quartiers = groups.map(({ key, members, commune }): Quartier => ({
    name: key.name,
    codeQp: key.codeQp,
    logements: key.logements,
    commune,
    columns: new Map(members.map((each) => [each.column, ownColumn(each, members.length)])),
  }));
  const named = groups.flatMap(({ members }) => members);
  const across = new Map(others.filter(isTotal).map((each) => [each.column, acrossColumn(each, named)]));
  return { of: landlords ? 'bailleur' : 'quartier', quartiers, across };
}

/** Other people's money, or a difference, is no total of what stands beside it. */
function isTotal(each: Told): boolean {
  return rubriqueOf(each.rest, '', false) !== 'autre';
}

function mergedKey(a: NamedLevel, b: NamedLevel): NamedLevel {
  return { kind: 'name', name: a.name ?? b.name, codeQp: a.codeQp ?? b.codeQp, logements: a.logements ?? b.logements };
}

/** A total over all quartiers sums the columns of the same figure; where its heading names none, of whichever figure they agree in. */
function acrossColumn(each: Told, named: readonly Told[]): AcrossColumn {
  const figures = new Map<string, AmountColumn[]>();
  for (const other of named) figures.set(fold(other.rest), [...(figures.get(fold(other.rest)) ?? []), other.column]);
  const own = figures.get(fold(each.rest));
  const rubrique = rubriqueOf(each.rest, '', false);
  const alike = [...figures.entries()].filter(([rest]) => rubrique !== null && rubriqueOf(rest, '', false) === rubrique);
  const sums =
    own !== undefined
      ? [own]
      : alike.length > 0
        ? alike.map(([, columns]) => columns)
        : [...figures.values(), ...(figures.size > 1 ? [named.map(({ column }) => column)] : [])];
  const spent = rubrique === 'realise' || rubrique === 'valorise' ? rubrique : 'total';
  return { column: { ...each.column, rubrique: spent, sure: true }, sums };
}
