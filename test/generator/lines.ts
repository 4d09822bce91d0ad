import { formatAmount, pickAmount } from './amounts.ts';
import type { ColumnKind } from './columns.ts';
import type { AmountContent, ColumnContent, Habits, LineContent } from './content.ts';
import { withOddities } from './oddities.ts';
import type { Random } from './random.ts';
import { CALENDRIERS, OBSERVATIONS } from './wording/descriptions.ts';
import { describe, fill, misspell, withoutAccents } from './wording/fill.ts';
import type { FillContext } from './wording/fill.ts';
import { actionLabels, axeLabels, axeOf, numberInVersion } from './wording/referentiel.ts';

export function pickHabits(random: Random, style: Habits['style']): Habits {
  return {
    version: random.pick(['2015', '2021', '2021', '2024']),
    style,
    upperAxes: random.chance(0.14),
    dropAccents: random.chance(0.5),
    axeNumbering: random.weighted([
      [6, 'none'],
      [2, 'axe'],
      [1, 'dot'],
      [1, 'dash'],
    ]),
    actionNumbering: random.weighted([
      [7, 'none'],
      [1.5, 'model'],
      [1, 'list'],
    ]),
  };
}

/** The name of an axe as this document writes it. */
export function axeName(axe: number, habits: Habits, random: Random): string {
  let label = random.pick(axeLabels(axe, habits.version));
  if (random.chance(0.04)) label = misspell(label, random);
  if (habits.upperAxes) label = (habits.dropAccents ? withoutAccents(label) : label).toUpperCase();
  switch (habits.axeNumbering) {
    case 'none':
      return label;
    case 'axe':
      return `${habits.upperAxes ? 'AXE' : 'Axe'} ${axe} : ${label}`;
    case 'dot':
      return `${axe}. ${label}`;
    case 'dash':
      return `${axe} - ${label}`;
  }
}

function actionName(code: string, rank: number, suffix: string, habits: Habits, random: Random): string {
  let label = random.pick(actionLabels(code));
  if (random.chance(0.05)) label = misspell(label, random);
  if (habits.actionNumbering === 'model') label = `${numberInVersion(code, habits.version)} ${label}`;
  if (habits.actionNumbering === 'list') label = `${rank}) ${label}`;
  return label + suffix;
}

/** The amounts of one line with content, and its taux de valorisation. */
export type AmountMaker = (random: Random) => { readonly amounts: readonly AmountContent[]; readonly taux: string | null };

export interface LineOptions {
  readonly columns: readonly ColumnContent[];
  readonly kind: ColumnKind | 'surcout';
  readonly context: FillContext;
  /** A cell for the action as the référentiel names it; without it the description alone tells the action. */
  readonly actionCells: boolean;
  /** The action cell holds a free description instead. */
  readonly freeActions?: boolean;
  readonly descriptionCells: boolean;
  readonly calendrierCells: boolean;
  readonly observationCells: boolean;
  readonly quantityCells: boolean;
  readonly tauxCells: boolean;
  /** How often a line has no amount. */
  readonly nothing: number;
  readonly several: number;
  /** For columns that none of the kinds describes. */
  readonly amounts?: AmountMaker;
  /** Printed after every action, for instance ` (2)`. */
  readonly actionSuffix: string;
}

class LineMaker {
  readonly #random: Random;
  readonly #habits: Habits;
  #key: number;

  constructor(random: Random, habits: Habits, firstKey: number) {
    this.#random = random;
    this.#habits = habits;
    this.#key = firstKey;
  }

  #nothing(): AmountContent {
    return { cents: null, text: this.#random.pick(this.#habits.style.nothing) };
  }

  #amount(cents: number): AmountContent {
    return { cents, text: formatAmount(cents, this.#habits.style) };
  }

  #round(cents: number): number {
    const step = this.#habits.style.step === 1 ? 100 : this.#habits.style.step;
    return Math.max(step, Math.round(cents / step) * step);
  }

  /** The amounts of one line, and the share that is valued. */
  #amounts(options: LineOptions): { amounts: readonly AmountContent[]; taux: string | null } {
    const random = this.#random;
    if (random.chance(options.nothing)) return { amounts: options.columns.map(() => this.#nothing()), taux: null };
    if (options.amounts !== undefined) return options.amounts(random);
    const main = pickAmount(random, this.#habits.style);
    switch (options.kind) {
      case 'prevu':
      case 'surcout':
      case 'realise':
        return { amounts: [this.#amount(main)], taux: null };
      case 'prevu_valorise':
      case 'total_valorise':
      case 'realise_valorise': {
        const share = random.pick([100, 100, 100, 50, 30, 80]);
        const total = share === 100 ? main : Math.max(1, Math.round(main / (this.#habits.style.step * 10))) * this.#habits.style.step * 10;
        const valued = (total * share) / 100;
        const missing = random.chance(0.06);
        const second = missing ? this.#nothing() : this.#amount(valued);
        return { amounts: [this.#amount(total), second], taux: options.tauxCells && !missing ? String(share) : null };
      }
      case 'ht_ttc': {
        const step = this.#habits.style.step * 5;
        const before = Math.max(step, Math.round(main / step) * step);
        return { amounts: [this.#amount(before), this.#amount((before * 120) / 100)], taux: null };
      }
      case 'prevu_realise': {
        const other = random.chance(0.3) ? main : this.#round(main * (0.6 + 0.6 * random.next()));
        const late = random.chance(0.12);
        const both: AmountContent[] = [this.#amount(main), this.#amount(other)];
        if (late) both[random.int(0, 1)] = this.#nothing();
        return { amounts: both, taux: null };
      }
      case 'annees': {
        const yearly: (number | null)[] = [0, 1, 2].map(() =>
          random.chance(0.2) ? null : random.chance(0.6) ? main : this.#round(main * (0.5 + random.next())),
        );
        if (!yearly.some((each) => each !== null)) yearly[0] = main;
        const total = yearly.reduce<number>((sum, each) => sum + (each ?? 0), 0);
        return {
          amounts: [...yearly.map((each) => (each === null ? this.#nothing() : this.#amount(each))), this.#amount(total)],
          taux: null,
        };
      }
    }
  }

  make(code: string, axeText: string, actionText: string | null, options: LineOptions): LineContent {
    const random = this.#random;
    const describeOnce = (): string => describe(code, random, options.context);
    const merged = options.descriptionCells && random.chance(0.06);
    const descriptions = options.descriptionCells ? (merged ? [describeOnce(), describeOnce()] : [describeOnce()]) : [];
    const { amounts, taux } = this.#amounts(options);
    this.#key += 1;
    return {
      key: this.#key,
      axe: axeOf(code),
      action: code,
      axeText,
      actionText,
      descriptions,
      rowPerDescription: merged && random.chance(0.3) && this.#habits.oneRow !== true,
      calendrier: options.calendrierCells && random.chance(0.85) ? fill(random.pick(CALENDRIERS), random, options.context) : null,
      observations: options.observationCells && random.chance(0.4) ? fill(random.pick(OBSERVATIONS), random, options.context) : null,
      quantite: options.quantityCells && random.chance(0.7) ? String(random.pick([random.int(2, 160), random.int(2, 20)])) : null,
      taux,
      amounts,
    };
  }
}

/** Lines of a list of actions in the given order; actions of one axe should stand together. */
export function makeLines(random: Random, habits: Habits, codes: readonly string[], options: LineOptions, firstKey: number): LineContent[] {
  const maker = new LineMaker(random, habits, firstKey);
  const axeTexts = new Map<number, string>();
  const lines: LineContent[] = [];
  codes.forEach((code, index) => {
    const axe = axeOf(code);
    const axeText = axeTexts.get(axe) ?? axeName(axe, habits, random);
    axeTexts.set(axe, axeText);
    const named = options.actionCells ? actionName(code, index + 1, options.actionSuffix, habits, random) : null;
    const free = options.freeActions === true;
    const count = (options.descriptionCells || free) && random.chance(options.several) ? random.int(2, 4) : 1;
    for (let each = 0; each < count; each += 1) {
      const actionText = free ? describe(code, random, options.context) : named;
      const line = maker.make(code, axeText, actionText, options);
      const twin = lines.some((other) => other.actionText === line.actionText && other.descriptions.join() === line.descriptions.join());
      if (!twin) lines.push(line);
    }
  });
  return habits.oddities === undefined ? lines : withOddities(lines, habits, random.fork());
}

/** Actions to list, axe by axe: `share` of those allowed, never none. */
export function pickCodes(random: Random, allowed: readonly string[], share: number): string[] {
  const kept = allowed.filter(() => random.chance(share));
  const codes = kept.length === 0 ? [random.pick(allowed)] : kept;
  const axes = [...new Set(codes.map(axeOf))];
  const ordered = random.chance(0.85) ? axes : random.shuffle(axes);
  return ordered.flatMap((axe) => {
    const own = codes.filter((code) => axeOf(code) === axe);
    return random.chance(0.8) ? own : random.shuffle(own);
  });
}
