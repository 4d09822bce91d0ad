import { leftOutInWords } from '../../../../model/counted.ts';
import type { HorsSomme } from '../../../../model/vocabulary.ts';
import { fromCents } from '../../../../store/cents.ts';
import { contents, CONVENTIONS, ENTRY_TITLES, entries, limits, type Entry } from '../../codebook.ts';
import type { Facts } from '../../facts.ts';
import type { SheetCell } from './sheet.ts';

/** The rows of the first sheet: what the workbook holds, the amounts of each axe, how to read it. */
export function summaryRows(facts: Facts): (readonly SheetCell[])[] {
  const { statistics, referentiel } = facts;
  return [
    [title("Programmes d'actions TFPB")],
    ...contents(facts).map(([what, value]) => [text(what), text(value)]),
    [],
    [title('Montants par axe')],
    ['axe', 'libellé', 'rubrique', 'base', 'taxes', 'montants', 'somme (euros)', 'dont prouvée (euros)'].map(header),
    ...statistics
      .sums()
      .map(({ axe, rubrique, base, taxe, nombre, somme, prouve }) => [
        axe === null ? text('sans axe') : number(String(axe)),
        text(axe === null ? '' : (referentiel.axes.get(axe) ?? '')),
        text(rubrique),
        text(base ?? 'non dite'),
        text(taxe ?? 'non dites'),
        number(String(nombre)),
        amountCell(fromCents(String(somme))),
        amountCell(fromCents(String(prouve))),
      ]),
    ...countedNote(statistics.leftOut).map((sentence) => [text(sentence)]),
    [],
    [title('Comment lire')],
    ...CONVENTIONS.map((sentence) => [text(sentence)]),
    [],
    [title('Limites')],
    ...limits(facts).map((sentence) => [text(sentence)]),
  ];
}
export const SUMMARY_WIDTHS: readonly number[] = [18, 60, 14, 12, 12, 12, 20, 20];

/** Which columns the sums above count. */
function countedNote(leftOut: ReadonlyMap<HorsSomme, number>): readonly string[] {
  if (leftOut.size === 0) return [];
  return [
    '',
    "Une dépense n'est comptée qu'une fois. Des montants lus, ne sont dans aucune de ces sommes (colonne hors_somme de la feuille montants) :",
    `${leftOutInWords(leftOut)}.`,
  ];
}

/** The rows of the last sheet: every column of every table. */
export function dictionaryRows(facts: Facts): (readonly SheetCell[])[] {
  const keys = Object.keys(ENTRY_TITLES) as (keyof Entry)[];
  return [
    keys.map((key) => header(ENTRY_TITLES[key])),
    ...entries(facts).map((entry) => keys.map((key) => ({ text: entry[key], style: 'wrapped' as const }))),
  ];
}
export const DICTIONARY_WIDTHS: readonly number[] = [13, 22, 80, 16, 20, 28, 40, 12];

/** Excel keeps 15 digits of a number: an amount with more is written as text, which it cannot round. */
export function amountCell(amount: string): SheetCell {
  return amount.replace(/\D/gu, '').length <= 15 ? { number: amount, style: 'amount' } : { text: amount };
}

export function header(text: string): SheetCell {
  return { text, style: 'header' };
}

function title(text: string): SheetCell {
  return { text, style: 'title' };
}

function text(value: string): SheetCell {
  return { text: value };
}

function number(value: string): SheetCell {
  return { number: value };
}
