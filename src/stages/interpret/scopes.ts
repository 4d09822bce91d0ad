import { fold } from '../../french/text.ts';
import type { AmountColumn, AmountDraft, LineDraft, Scope } from '../../model/draft.ts';
import { nonEmpty, type NonEmpty } from '../../model/collections.ts';
import type { Hypothesis } from '../../model/hypothesis.ts';
import type { Knowledge } from '../../model/knowledge.ts';
import type { Periode, Portee, Section } from '../../model/vocabulary.ts';
import { isStated, printedUnder, type Entry, type LineEntry, type TotalEntry } from './entries.ts';
import { columnsOfYears, saysWholePeriod } from './columns-of-years.ts';
import { bearsMark, bearsNumber, isSubtotalLabel, marksLaterPart, marksPart } from './labels.ts';
import { axeKey, surroundings, type Surroundings } from './surroundings.ts';

function samePeriod(a: Periode | null, b: Periode | null, programme: Periode | null): boolean {
  const left = a ?? programme;
  const right = b ?? programme;
  return left === right || (left !== null && right !== null && left.debut === right.debut && left.fin === right.fin);
}

/** The amount of a line that a total of this column would count. */
export function termOf(line: LineDraft, column: AmountColumn, programme: Periode | null): AmountDraft | null {
  const exact = line.amounts.find((amount) => amount.column === column);
  if (exact !== undefined) return exact;
  const same = line.amounts.filter(
    (amount) => amount.column.rubrique === column.rubrique && samePeriod(amount.column.periode, column.periode, programme),
  );
  if (same.length === 1) return same[0] ?? null;
  if (same.length > 1)
    return (
      same.find((amount) => fold(amount.column.header) === fold(column.header)) ??
      same.find((amount) => amount.column.taxe === column.taxe) ??
      same[0] ??
      null
    );
  return line.amounts.length === 1 ? (line.amounts[0] ?? null) : null;
}

const TOTAL_WORDS =
  /\b(sous[ -]?total|s\/? ?total|ss total|total|totaux|montant|g[ée]n[ée]ral|ensemble|cumul|part(?:ie)?s?|deux|trois|quatre|de l['’]|du|des)\b/giu;

function axeOfLabel(label: string | null, knowledge: Knowledge): string | null {
  if (label === null) return null;
  const bare = label.replace(TOTAL_WORDS, ' ').trim();
  const axe = /\p{L}/u.test(bare) ? knowledge.axe(bare) : null;
  return axe === null || axe.confidence < 0.6 ? null : String(axe.axe);
}

interface Candidate {
  readonly portee: Portee;
  readonly lines: readonly LineEntry[];
  readonly cost: number;
  readonly why: string;
  readonly section?: Section | null;
  readonly axeText?: string | null;
}

function axeCandidate(
  axe: string,
  all: readonly LineEntry[],
  cost: number,
  why: string,
  text: string | null,
  knowledge: Knowledge,
): Candidate {
  return { portee: 'axe', lines: all.filter((entry) => axeKey(entry.line.axeText, knowledge) === axe), cost, why, axeText: text };
}

/** Nothing stands between this total and the one before: the lines of the axe have theirs. */
const ALREADY_TOTALLED = 3;

/** What a total without a telling label may cover, by where it stands. */
function byPosition(total: TotalEntry, around: Surroundings): Candidate[] {
  const sub = total.label !== null && isSubtotalLabel(total.label);
  const candidates: Candidate[] = [];
  const { axeGroup, sinceLast, before, after, sections } = around;
  const axeText = axeGroup[0]?.line.axeText ?? null;
  // A subtotal right under the only line of its axe, where other axes stand since the last total: it is of all of these, or it would say one amount again; lines
  // without any amount add nothing to it.
  const isOfSeveral = sub && axeGroup.length === 1 && sinceLast.filter(({ line }) => line.amounts.some(isStated)).length > 1;
  const otherAxeFollows = after[0] !== undefined && after[0].table === total.table;
  const wholeTable =
    axeGroup.length > 0 &&
    !otherAxeFollows &&
    axeGroup.length === before.filter((entry) => entry.table === total.table).length &&
    around.all.some((entry) => entry.table !== total.table);
  // No axe before had a total of its own: the one total at the end is of everything.
  const isOnly = !sub && after.length === 0 && sinceLast.length === before.length && before.length > axeGroup.length;
  if (axeGroup.length > 0) {
    // Words that say nothing of a total may name less than the axe, but not where all of it stands since the last one.
    const named = total.label !== null && total.says === null && sinceLast.length !== axeGroup.length;
    const cost =
      (sinceLast.length === 0 ? ALREADY_TOTALLED : 0) +
      (isOnly && total.section === null ? 1 : 0) +
      (isOfSeveral ? 0.7 : sub ? 0 : wholeTable ? (total.section === null ? 0.1 : 0.3) : otherAxeFollows ? (named ? 1 : 0.5) : 2);
    candidates.push({ portee: 'axe', lines: axeGroup, cost, why: 'les lignes de son axe, juste au-dessus', axeText });
  }
  if (total.section !== null) {
    const cost = (around.laterInSection ? 3 : 0.2) + (sub ? 0.6 : 0) + (around.sectionTotalled ? 2 : 0);
    candidates.push({ portee: 'section', lines: around.sectionLines, cost, why: 'les lignes de sa section', section: total.section });
  }
  const alone = total.section === null || sections.size <= 1;
  const programme = (after.length > 0 ? 3.5 : alone ? 0.4 : around.sectionTotalled ? 0.1 : 1.2) + (sub ? 1.5 : 0);
  candidates.push({ portee: 'programme', lines: around.all, cost: programme, why: 'toutes les lignes du programme' });
  const cost = isOfSeveral ? 0 : around.laterInSection && after.length > 0 ? 0.4 : sub ? 0.6 : 1;
  if (sinceLast.length > 0)
    candidates.push({
      portee: 'autre',
      lines: sinceLast,
      cost: cost + (otherAxeFollows && axeGroup.length > 0 && !isOfSeveral ? 0.5 : 0),
      why: 'les lignes depuis le total précédent',
    });
  return candidates;
}

const OF_PAGE = /\btotal (?:de |sur )?(?:la |cette )?page\b/u;

/** "Total de la page": the lines since the last total, or printed on its page, or all up to its foot. */
function ofPage({ amounts: [first] }: TotalEntry, { before, sinceLast }: Surroundings): Candidate[] {
  const onPage = before.filter(({ line }) => line.place.page === first?.place.page);
  return [
    { portee: 'autre', lines: sinceLast, cost: 0, why: 'les lignes depuis le total précédent' },
    { portee: 'autre', lines: onPage, cost: 0.2, why: 'les lignes de sa page' },
    { portee: 'autre', lines: before, cost: 0.4, why: 'toutes les lignes qui le précèdent' },
  ];
}

/** What it costs to take a mark that an axe and its section bear for that of the one whose form it has not. */
const OTHER_MARK = 0.5;

/** "Total (1)" under "1. Présence", the last axe of a section that may bear the same mark: "(1) Actions spécifiques" is printed as the label has it. */
function ofAxeOrSection(group: Candidate, { label, section }: TotalEntry, { sectionLines, laterInSection }: Surroundings): Candidate[] {
  if (section === null || laterInSection || sectionLines.length <= group.lines.length) return [group];
  const isBracketed = /\(\s*\p{L}*\d*\s*\)\W*$/u.test(label ?? '');
  const whole: Candidate = {
    portee: 'section',
    lines: sectionLines,
    cost: isBracketed ? 0 : OTHER_MARK,
    why: 'les lignes de sa section',
    section,
  };
  return isBracketed ? [whole, { ...group, cost: OTHER_MARK }] : [group, whole];
}

/** "Total A" under a title that tells no section: the lines since the last such total; where axes have totals among them, perhaps those since the last of these. */
function ofUntoldPart({ sinceLast, sincePart }: Surroundings): Candidate[] {
  const part: Candidate = { portee: 'autre', lines: sincePart, cost: 0, why: 'les lignes depuis le total de la partie précédente' };
  const last: Candidate = { portee: 'autre', lines: sinceLast, cost: 0, why: 'les lignes depuis le total précédent' };
  return sincePart.length > sinceLast.length ? [part, { ...last, cost: 0.5 }] : [last];
}

/** The lines of an axe whose total stands over them all. */
function underHeading(axeText: string, { before, after }: Surroundings): readonly LineEntry[] {
  const isOfAxe = ({ line }: LineEntry): boolean => line.axeText === axeText;
  return before.some(isOfAxe) ? [] : after.filter(isOfAxe);
}

function candidatesFor(total: TotalEntry, around: Surroundings, knowledge: Knowledge): Candidate[] {
  if (total.covers !== undefined)
    return [
      {
        portee: 'autre',
        lines: total.covers,
        cost: 0,
        why:
          total.covers.length === 0
            ? 'aucune ligne'
            : total.ofDetails === true
              ? 'les lignes qui le détaillent'
              : total.covers.length === 1
                ? 'la ligne que le récapitulatif répète'
                : 'les lignes du groupe que son libellé nomme',
      },
    ];
  if (OF_PAGE.test(fold(total.label ?? ''))) return ofPage(total, around);
  const named = axeOfLabel(total.label, knowledge);
  const all = { portee: 'programme' as const, lines: around.all };
  const reach = total.says?.reach ?? 'inconnu';
  const group: Candidate = {
    portee: 'axe',
    lines: around.axeGroup,
    cost: 0,
    why: 'les lignes de son axe',
    axeText: around.axeGroup[0]?.line.axeText ?? total.axeText,
  };
  if (reach === 'programme') {
    const rest: Candidate[] =
      total.section === null
        ? []
        : [{ portee: 'section', lines: around.sectionLines, cost: 3, why: 'les lignes de sa section', section: total.section }];
    return [{ ...all, cost: 0, why: 'son libellé dit tout le programme' }, ...rest];
  }
  // An axe by a name of the sender's own, with the sum of the lines under it.
  const headed = reach === 'axe' && total.axeText !== null ? underHeading(total.axeText, around) : [];
  if (headed.length > 0) return [{ ...group, lines: headed, axeText: total.axeText }];
  const section = total.says?.section ?? total.section;
  // "Total 1", "Total I": the mark of a section where there are sections, of an axe where there are none.
  const isOfAxe = bearsMark(total.label ?? '', around.axeGroup[0]?.line.axeText ?? '');
  const isOfPart =
    total.isOfPart === true ||
    // "Total C" below "Total présence", "Total sur-entretien" is that of the third axe: no part A came before.
    (marksPart(total.label ?? '') &&
      (around.isAfterPart || !marksLaterPart(total.label ?? '')) &&
      (around.sinceLast.length > around.axeGroup.length || (!isOfAxe && around.sincePart.length > around.axeGroup.length)));
  const isAxeMark = reach === 'section' && section === null && around.axeGroup.length > 0 && !isOfPart;
  // "Total III" below "III. Déchets", which need not be the référentiel's third axe.
  if (!isOfPart && isOfAxe) return reach === 'section' ? ofAxeOrSection(group, total, around) : [group];
  if (reach === 'section' && !isAxeMark) {
    if (section === null) return ofUntoldPart(around);
    const told = around.all.filter((entry) => entry.line.section === section);
    const lines = told.length > 0 ? told : around.underTotals;
    return [{ portee: 'section', lines, cost: 0, why: 'son libellé nomme la section', section }];
  }
  if (named !== null && (reach === 'axe' || (reach === 'inconnu' && total.label !== null))) {
    const here = around.all.filter((entry) => total.section === null || entry.line.section === total.section);
    // Where the document numbers its axes, the number is the document's: it need not have all those of the référentiel.
    const numbered = around.all.find((entry) => bearsNumber(total.label ?? '', entry.line.axeText ?? ''));
    const axe = axeKey(numbered?.line.axeText ?? null, knowledge) ?? named;
    const exact = axeCandidate(
      axe,
      here.some((entry) => axeKey(entry.line.axeText, knowledge) === axe) ? here : around.all,
      0,
      "son libellé nomme l'axe",
      total.label,
      knowledge,
    );
    // No line says that it is of this axe, and those right above say none: the total tells.
    const untold = exact.lines.length === 0 ? around.sinceLast.filter(({ line }) => line.axeText === null) : [];
    if (untold.length > 0 && untold.length === around.sinceLast.length)
      return [
        { ...exact, lines: untold },
        { ...exact, cost: 1.5 },
      ];
    // In a table of its own it stands under no axe.
    const isApart = exact.lines.length > 0 && around.axeGroup.every(({ table }) => table !== total.table);
    return isApart || around.axeGroup.length === 0 ? [exact] : [exact, { ...group, cost: 1.5 }];
  }
  if (isAxeMark || (reach === 'axe' && around.axeGroup.length > 0))
    return [group, { portee: 'autre', lines: around.sinceLast, cost: 1, why: 'les lignes depuis le total précédent' }];
  return byPosition(total, around);
}

/** A total over a share of an axe is not that axe's total. */
function settlePortee(candidate: Candidate, all: readonly LineEntry[], knowledge: Knowledge): Portee {
  if (candidate.portee !== 'axe') return candidate.portee;
  const key = axeKey(candidate.lines[0]?.line.axeText ?? candidate.axeText ?? null, knowledge);
  const share = all.some((entry) => !candidate.lines.includes(entry) && axeKey(entry.line.axeText, knowledge) === key);
  return share ? 'autre' : 'axe';
}

function scopeOf(
  candidate: Candidate,
  total: TotalEntry,
  all: readonly LineEntry[],
  column: AmountColumn,
  programme: Periode | null,
  knowledge: Knowledge,
): Scope {
  const portee = settlePortee(candidate, all, knowledge);
  const sections = new Set(candidate.lines.length === 0 ? [candidate.section ?? total.section] : candidate.lines.map(printedUnder));
  const idsOf = (lines: readonly LineEntry[]): string[] => lines.flatMap(({ line }) => termOf(line, column, programme)?.id ?? []);
  return {
    portee,
    section: portee === 'section' ? (candidate.section ?? null) : null,
    axeText: portee === 'axe' ? (candidate.lines[0]?.line.axeText ?? candidate.axeText ?? null) : null,
    terms: idsOf(candidate.lines),
    column,
    columnAmounts: total.covers?.length === 0 ? [] : idsOf(all.filter((entry) => sections.has(printedUnder(entry)))),
  };
}

/** What it costs to read a column without telling header as repeating another figure than the first. */
const OTHER_FIGURE = 0.3;

/** The figures a total's column may stand for: itself, or, where its header does not say and no line has it, each figure of the lines. */
function figuresOf(all: readonly LineEntry[], column: AmountColumn, programme: Periode | null): readonly AmountColumn[] {
  if (all.some(({ line }) => line.amounts.some((amount) => amount.column === column))) return [column];
  const columns = [...new Set(all.toReversed().flatMap(({ line }) => line.amounts.map((amount) => amount.column)))];
  const isFigure = (other: AmountColumn): boolean =>
    other.rubrique === column.rubrique && samePeriod(other.periode, column.periode, programme);
  const named =
    columns.some((other) => isFigure(other) && column.header !== '' && fold(other.header) === fold(column.header)) ||
    (column.sure && column.rubrique !== 'total' && columns.some(isFigure));
  if (named || columns.length === 0) return [column];
  const distinct = columns.filter(
    (other, at) =>
      columns.findIndex(
        (first) => first.rubrique === other.rubrique && first.taxe === other.taxe && samePeriod(first.periode, other.periode, programme),
      ) === at,
  );
  const inPeriod = distinct.filter((other) => samePeriod(other.periode, column.periode, programme));
  // A column that lost its heading says no period either.
  const isMute = column.header === '';
  const figures = inPeriod.length > 0 && !isMute ? inPeriod : distinct;
  const taxed = (other: AmountColumn): boolean => isFigure(other) && other.taxe === column.taxe;
  const own = figures.filter(isFigure).sort((a, b) => Number(taxed(b)) - Number(taxed(a)));
  return [...own, ...figures.filter((other) => !isFigure(other))];
}

/** What each stated amount of a total may cover, cheapest first. */
export function scopesOf(
  entries: readonly Entry[],
  at: number,
  total: TotalEntry,
  column: AmountColumn,
  programme: Periode | null,
  knowledge: Knowledge,
): NonEmpty<Hypothesis<Scope>> {
  const around = surroundings(entries, at, total, knowledge);
  const figures = figuresOf([...around.after, ...around.before], column, programme);
  const hypotheses = candidatesFor(total, around, knowledge)
    .flatMap((candidate) =>
      figures.map((figure, index): Hypothesis<Scope> => {
        const cost = candidate.cost + (index === 0 ? 0 : OTHER_FIGURE);
        const why = [
          { what: candidate.why, cost: candidate.cost },
          ...(index === 0 ? [] : [{ what: `son montant serait celui de la colonne « ${figure.header} »`, cost: OTHER_FIGURE }]),
        ];
        return { value: scopeOf(candidate, total, around.all, figure, programme, knowledge), cost, because: why };
      }),
    )
    .sort((a, b) => a.cost - b.cost);
  const wide = columnsOfYears(total, column, around.all);
  if (wide !== null) {
    const ofYears = candidatesFor(total, around, knowledge).map(({ cost, why, ...candidate }): Hypothesis<Scope> => {
      const scopes = wide.columns.map((own) => scopeOf({ cost, why, ...candidate }, total, around.all, own, programme, knowledge));
      const [first] = scopes;
      const all = (ids: (scope: Scope) => readonly string[]): string[] => [...new Set(scopes.flatMap(ids))];
      const value: Scope = {
        ...(first ?? scopeOf({ cost, why, ...candidate }, total, around.all, column, programme, knowledge)),
        column: { ...column, header: wide.columns.map(({ header }) => header).join(' + '), periode: wide.periode },
        terms: all(({ terms }) => terms),
        columnAmounts: all(({ columnAmounts }) => columnAmounts),
      };
      return {
        value,
        cost,
        because: [
          { what: why, cost },
          { what: OF_SEVERAL_COLUMNS, cost: 0 },
        ],
      };
    });
    const own = hypotheses.map(({ cost, ...rest }): Hypothesis<Scope> => ({ ...rest, cost: cost + OWN_COLUMN }));
    return nonEmpty([...ofYears, ...own].sort((a, b) => a.cost - b.cost)) ?? [{ value: ofNothing(column), cost: 0, because: [] }];
  }
  const none = ofNothing(column);
  // Years of what the lines say a year: no sum of them, unless it is one.
  const several: readonly Hypothesis<Scope>[] =
    column.base === 'an' && saysWholePeriod(total.label ?? '') ? [{ value: none, cost: 0, because: [{ what: OF_YEARS, cost: 0 }] }] : [];
  return nonEmpty([...several, ...hypotheses]) ?? [{ value: none, cost: 0, because: [] }];
}

function ofNothing(column: AmountColumn): Scope {
  return { portee: 'autre', section: null, axeText: null, terms: [], column, columnAmounts: [] };
}

const OF_SEVERAL_COLUMNS = 'son libellé dit plusieurs années, dont chacune a sa colonne';
/** What it costs to read such a total as one of the column that it is printed in. */
const OWN_COLUMN = 0.5;
const OF_YEARS = 'son libellé dit toute la période, sa colonne une année';
