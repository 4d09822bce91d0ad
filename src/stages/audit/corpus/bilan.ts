import type { Decimal } from 'decimal.js';
import { formatEuros } from '../../../french/amounts.ts';
import { fold, stemmedWords } from '../../../french/text.ts';
import type { LigneExport } from '../../../model/contract.ts';
import { at, identityIn, nameOf, type CorpusFinding, type CorpusRule, type OfficialLists, type Placed } from './corpus.ts';
import { lineSum } from './money.ts';
import { groupBy } from './versions.ts';

const DIFFERENT = 0.2;
const SAME_LINE = 0.5;

function likeness(a: LigneExport, b: LigneExport): number {
  if (a.action !== b.action) return 0;
  if (fold(a.description ?? '') === fold(b.description ?? '')) return 1;
  const [left, right] = [new Set(stemmedWords(a.description ?? '')), new Set(stemmedWords(b.description ?? ''))];
  if (left.size === 0 || right.size === 0) return SAME_LINE;
  let shared = 0;
  for (const stem of left) if (right.has(stem)) shared += 1;
  return shared / Math.min(left.size, right.size);
}

/** Each planned line with the spent line most like it, each used once; `null`: none. */
export function matchLines(
  planned: readonly LigneExport[],
  spent: readonly LigneExport[],
): readonly (readonly [LigneExport, LigneExport | null])[] {
  const free = new Set(spent);
  return planned.map((line) => {
    const [best] = [...free].map((other) => ({ other, like: likeness(line, other) })).sort((a, b) => b.like - a.like);
    if (best === undefined || best.like < SAME_LINE) return [line, null] as const;
    free.delete(best.other);
    return [line, best.other] as const;
  });
}

function nameOfLine({ description, action_texte: title }: LigneExport): string {
  return (description ?? title ?? '').slice(0, LONGEST);
}
const LONGEST = 70;

function spentOn({ programme }: Placed, line: LigneExport): Decimal {
  return lineSum(programme, line, 'realise', 'total', 'valorise');
}

function compare(planned: Placed, spent: Placed): CorpusFinding[] {
  const matches = matchLines(planned.programme.lignes, spent.programme.lignes);
  const matched = new Set(matches.map(([, other]) => other));
  const differences = matches.flatMap(([line, other]): CorpusFinding[] => {
    const expected = lineSum(planned.programme, line, 'prevu', 'surcout', 'total');
    if (expected.isZero()) return [];
    const where = `« ${planned.document.fichier} », page ${String(line.page)}`;
    const what = `${nameOf(spent)} : « ${nameOfLine(line)} »`;
    if (other === null)
      return [at(spent, 'prevu_sans_bilan', 'alerte', `${what}, ${formatEuros(expected)} prévus (${where}), n'est pas au bilan.`)];
    const done = spentOn(spent, other);
    const share = done.minus(expected).dividedBy(expected).toNumber();
    if (Math.abs(share) <= DIFFERENT) return [];
    const change = `${share > 0 ? '+' : '−'}${String(Math.round(Math.abs(share) * 100))} %`;
    const message = `${what} : ${formatEuros(expected)} prévus (${where}), ${formatEuros(done)} réalisés, ${change}.`;
    return [{ ...at(spent, 'bilan_different', 'alerte', message), page: other.page, boite: other.boite }];
  });
  const unplanned = spent.programme.lignes.flatMap((line): CorpusFinding[] => {
    const done = spentOn(spent, line);
    if (matched.has(line) || done.isZero()) return [];
    const message = `${nameOf(spent)} : « ${nameOfLine(line)} », ${formatEuros(done)} au bilan, n'était pas prévu (« ${planned.document.fichier} »).`;
    return [{ ...at(spent, 'bilan_non_prevu', 'alerte', message), page: line.page, boite: line.boite }];
  });
  return [...differences, ...unplanned];
}

/** The planned programme and the spent one of each bailleur, quartier and year that has both. */
function pairsOf(programmes: readonly Placed[], lists: OfficialLists): readonly (readonly [Placed, Placed])[] {
  return groupBy(programmes, ({ programme }) => identityIn(programme, lists)).flatMap((group) => {
    const planned = group.find(({ programme }) => programme.nature === 'previsionnel');
    const spent = group.find(({ programme }) => programme.nature === 'bilan');
    return planned === undefined || spent === undefined ? [] : [[planned, spent] as const];
  });
}

/** What was planned for a year against what was spent, in the two documents that say so: lines matched, differences listed. */
export const bilan: CorpusRule = {
  codes: ['prevu_sans_bilan', 'bilan_different', 'bilan_non_prevu'],
  titre: 'Bilan conforme au programme prévisionnel de la même année',
  source:
    'Référentiel national, juin 2024, règles générales (programme « prévisionnel et réalisé ») ; écart signalé au-delà de 20 % (réglage)',
  gravite: 'alerte',
  lacks: (programmes, lists) =>
    pairsOf(programmes, lists).length === 0
      ? 'aucun programme de la base n’a dans un document son prévisionnel et dans un autre son bilan'
      : null,
  check: (programmes, lists) => pairsOf(programmes, lists).flatMap(([planned, spent]) => compare(planned, spent)),
};
