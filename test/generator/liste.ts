import type { Base, Periode, Taxe } from '../../src/model/vocabulary.ts';
import type { Block, Part, Producer } from '../typeset/model.ts';
import { lineWidth } from '../typeset/measure.ts';
import type { AmountStyle } from './amounts.ts';
import { spell } from './columns.ts';
import type { ColumnContent, HeadingContent, LineContent, ProgrammeContent, SectionContent } from './content.ts';
import { pickFrame, portrait } from './file-plan.ts';
import type { FilePlan, Frame } from './file-plan.ts';
import { pickHeadings } from './heading.ts';
import { makeLines, pickCodes } from './lines.ts';
import type { Random } from './random.ts';
import { TotalBook } from './total-book.ts';
import type { PrintedTotals } from './total-book.ts';
import { textsOfTotals, withTotals } from './totals.ts';
import { closingBlocks, openingBlocks, pickWordPaper } from './word-prose.ts';
import type { WordPaper } from './word-prose.ts';
import { axeOf, codesOf } from './wording/referentiel.ts';

/** A programme without any table: headings, and a line of text for each action with its amount at the end. */

type Mark = 'colon' | 'dots' | 'tab' | 'dash' | 'brackets';

interface ListHabits {
  readonly paper: WordPaper;
  readonly mark: Mark;
  readonly bullet: '-' | '•' | '–' | '{n}.' | '{n})' | '';
  /** Do numbers run on from axe to axe? */
  readonly running: boolean;
  /** What an item says: the action by its name, a description, or both. */
  readonly item: 'action' | 'description' | 'both';
  readonly column: ColumnContent;
  readonly axeTotals: 'none' | 'line' | 'sentence';
  readonly grand: 'none' | 'line' | 'sentence';
  readonly noAmount: readonly string[];
}

interface Said {
  /** After every amount. */
  readonly suffix: string;
  readonly taxe: Taxe | null;
  readonly base: Base | null;
}

function pickSaid(random: Random): Said {
  return random.weighted<Said>([
    [5, { suffix: '', taxe: null, base: null }],
    [2, { suffix: ' TTC', taxe: 'ttc', base: null }],
    [1, { suffix: ' HT', taxe: 'ht', base: null }],
    [1, { suffix: ' / an', taxe: null, base: 'an' }],
    [0.7, { suffix: ' par an', taxe: null, base: 'an' }],
  ]);
}

/** Running text has no column heading to say the unit. */
function inText(style: AmountStyle, said: Said): AmountStyle {
  const unit = style.suffix !== '' ? style.suffix : style.thousands ? ' k€' : ' €';
  return { ...style, headingUnit: '', suffix: `${unit}${said.suffix}` };
}

function pickListHabits(random: Random, bilan: boolean, said: Said): ListHabits {
  const mark = random.weighted<Mark>([
    [5, 'colon'],
    [2, 'dots'],
    [2, 'tab'],
    [1.5, 'dash'],
    [1, 'brackets'],
  ]);
  return {
    paper: pickWordPaper(random, bilan),
    mark,
    bullet: random.weighted([
      [4, '-' as const],
      [2, '•' as const],
      [1, '–' as const],
      [2, '{n}.' as const],
      [1, '{n})' as const],
      [1, '' as const],
    ]),
    running: random.chance(0.4),
    item: random.weighted([
      [3, 'action' as const],
      [3, 'description' as const],
      [2, 'both' as const],
    ]),
    column: { heading: '', group: null, rubrique: bilan ? 'realise' : 'prevu', periode: null, base: said.base, taxe: said.taxe },
    axeTotals: random.pick(['none', 'line', 'sentence', 'sentence']),
    grand: random.pick(['none', 'line', 'sentence', 'sentence']),
    noAmount: random.pick([['pour mémoire'], ['néant'], ['-'], ['à définir'], ['pm', 'sans coût supplémentaire']]),
  };
}

interface ListPlan {
  readonly content: ProgrammeContent;
  readonly axes: readonly {
    readonly axe: number;
    readonly heading: string;
    readonly label: string;
    readonly totals: PrintedTotals | null;
  }[];
  readonly grandLabel: string;
  readonly grand: PrintedTotals | null;
}

/** The words of the items go into the description; only where an item has both, the action keeps its own. */
function itemised(line: LineContent, list: ListHabits): LineContent {
  const described = line.descriptions.map((text) => text.replaceAll('\n', ' ').replaceAll(/\s*:\s*/gu, ' '));
  const texts = list.item === 'action' ? [line.actionText ?? ''] : described;
  return { ...line, actionText: list.item === 'both' ? line.actionText : null, descriptions: texts, rowPerDescription: false };
}

function planList(random: Random, frame: Frame, list: ListHabits, bilan: boolean, heading: HeadingContent): ListPlan {
  const { habits } = frame;
  const style = { ...habits.style, nothing: list.noAmount };
  let codes = pickCodes(random, codesOf(habits.version), random.pick([0.25, 0.4, 0.55]));
  while (new Set(codes.map(axeOf)).size < 2) codes = pickCodes(random, codesOf(habits.version), 0.4);
  const made = makeLines(
    random,
    { ...habits, style, actionNumbering: 'none' },
    codes,
    {
      columns: [list.column],
      kind: 'prevu',
      context: { year: heading.years.debut, commune: heading.commune },
      actionCells: true,
      descriptionCells: list.item !== 'action',
      calendrierCells: false,
      observationCells: false,
      quantityCells: false,
      tauxCells: false,
      nothing: random.pick([0, 0.05, 0.12]),
      several: list.item === 'description' ? 0.2 : 0,
      actionSuffix: '',
    },
    0,
  );
  const lines = made.map((line) => {
    const own = itemised(line, list);
    return { ...own, descriptions: own.descriptions.slice(0, 1) };
  });
  const section: SectionContent = { section: null, columns: [list.column], lines };
  const book = new TotalBook([section]);
  const axes = [...new Set(lines.map((line) => axeOf(line.action)))].map((axe) => {
    const own = lines.filter((line) => line.axe === axe);
    const label = random.pick([`Sous-total axe ${axe}`, 'Sous-total', `Total de l'axe ${axe}`, 'Soit un sous-total de']);
    const totals = list.axeTotals === 'none' ? null : book.addRow(0, own, { portee: 'axe', cle: String(axe), libelle: label });
    return { axe, heading: own[0]?.axeText ?? '', label, totals };
  });
  const grandLabel = random.pick(['TOTAL GÉNÉRAL', "Total du programme d'actions", 'Montant total', 'Coût total du programme']);
  const grand = list.grand === 'none' ? null : book.addRow(0, lines, { portee: 'programme', cle: null, libelle: grandLabel });
  return {
    content: withTotals({ heading, nature: bilan ? 'bilan' : 'previsionnel', sections: [section] }, book.totals),
    axes,
    grandLabel,
    grand,
  };
}

/** Dots typed up to the amount, as many as the line has room for. */
function dotted(text: string, amount: string, frame: Frame, width: number): string {
  const measure = { size: frame.size, font: frame.font, bold: false };
  const room = width - lineWidth(`${text}  ${amount}`, measure) - 4;
  const count = Math.floor(room / lineWidth('.', measure));
  return count < 4 ? `${text} .... ${amount}` : `${text} ${'.'.repeat(Math.min(count, 110))} ${amount}`;
}

function item(line: LineContent, number: number, list: ListHabits, frame: Frame): Block {
  const words = [...(line.actionText === null ? [] : [line.actionText]), ...line.descriptions].join(' – ');
  const amount = line.amounts[0]?.text ?? '';
  const bullet = list.bullet.replace('{n}', String(number));
  const led = bullet === '' ? words : `${bullet} ${words}`;
  const plain = { kind: 'paragraph' as const, after: 3, indent: 4 };
  switch (list.mark) {
    case 'colon':
      return { ...plain, text: `${led} : ${amount}` };
    case 'dots':
      return { ...plain, text: dotted(led, amount, frame, frame.width - 4) };
    case 'dash':
      return { ...plain, text: `${led} – ${amount}` };
    case 'brackets':
      return { ...plain, text: `${led} (${amount})` };
    case 'tab':
      return {
        kind: 'tabs',
        pieces: [
          { at: 0, text: led },
          { at: frame.width - 40, text: amount },
        ],
        after: 3,
      };
  }
}

function axeSentence(label: string, amount: string, sentence: boolean, random: Random): string {
  if (!sentence) return `${label.replace(/ de$/u, '')} : ${amount}`;
  if (label.endsWith(' de')) return `${label} ${amount}.`;
  return random.pick([
    `${label} : ${amount}.`,
    `Soit un total de ${amount} pour cet axe.`,
    `Le montant des actions de cet axe s'élève à ${amount}.`,
  ]);
}

function listBlocks(programme: ProgrammeContent, plan: ListPlan, list: ListHabits, frame: Frame, random: Random): Block[] {
  const years = spell(programme.heading.years, random);
  const blocks = openingBlocks(programme.heading, list.paper, years, { width: frame.width, size: frame.size }, random);
  const lines = programme.sections[0]?.lines ?? [];
  const amount = (totals: PrintedTotals | null): string | null => {
    const text = totals === null ? undefined : textsOfTotals(programme, totals, frame.habits)[0];
    return text === undefined || !/\d/u.test(text) ? null : text;
  };
  let number = 0;
  for (const axe of plan.axes) {
    blocks.push({ kind: 'paragraph', text: axe.heading, bold: true, size: frame.size + 1, before: 8, after: 4, keepWithNext: true });
    if (!list.running) number = 0;
    for (const line of lines.filter((each) => each.axe === axe.axe)) {
      number += 1;
      blocks.push(item(line, number, list, frame));
    }
    const total = amount(axe.totals);
    const text = total === null ? null : axeSentence(axe.label, total, list.axeTotals === 'sentence', random);
    if (text !== null) blocks.push({ kind: 'paragraph', text, italic: random.chance(0.3), bold: random.chance(0.5), before: 2, after: 6 });
  }
  const grand = amount(plan.grand);
  if (grand !== null) {
    const text =
      list.grand === 'line'
        ? `${plan.grandLabel} : ${grand}`
        : random.pick([
            `Le montant total du programme d'actions s'élève à ${grand}.`,
            `Le coût total de l'ensemble des actions est de ${grand}.`,
            `Soit, pour l'ensemble du programme, un total de ${grand}.`,
          ]);
    blocks.push({ kind: 'paragraph', text, bold: true, before: 10, after: 8 });
  }
  return [...blocks, ...closingBlocks(programme.heading, list.paper, random)];
}

function pickYears(random: Random): Periode {
  const start = random.int(2016, 2028);
  return random.chance(0.7) ? { debut: start, fin: start } : { debut: start, fin: start + random.int(1, 4) };
}

export function planListeFile(random: Random, producer: Producer): FilePlan {
  const page = portrait(random);
  const said = pickSaid(random);
  const frame = pickFrame(random, producer, { page, sizes: [9, 10, 10, 11], ruled: 1, style: (style) => inText(style, said) });
  const bilan = random.chance(0.15);
  const list = pickListHabits(random, bilan, said);
  const years = pickYears(random);
  const count = random.weighted([
    [7, 1],
    [2, 2],
  ]);
  const plans = pickHeadings(random, years, count).map((heading) => planList(random.fork(), frame, list, bilan, heading));
  const layoutRandom = random.fork();
  return {
    kind: `liste ${list.mark}`,
    frame,
    contents: plans.map((plan) => plan.content),
    errors: 'digits',
    parts: (contents) =>
      contents.flatMap((programme, index): Part[] => {
        const plan = plans[index];
        return plan === undefined ? [] : [{ page, ...frame.bands, blocks: listBlocks(programme, plan, list, frame, layoutRandom) }];
      }),
  };
}
