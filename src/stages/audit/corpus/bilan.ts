import { formatEuros } from '../../../french/amounts.ts';
import { fold, stemmedWords } from '../../../french/text.ts';
import type { LigneExport } from '../../../model/contract.ts';
import { at, nameOf, type CorpusFinding, type CorpusRule, type Placed } from './corpus.ts';
import { lineSum } from './money.ts';
import { identityOf } from '../../../model/identity.ts';
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

function compare(planned: Placed, spent: Placed): CorpusFinding[] {
  return matchLines(planned.programme.lignes, spent.programme.lignes).flatMap(([line, other]): CorpusFinding[] => {
    const expected = lineSum(planned.programme, line, 'prevu', 'surcout', 'total');
    if (expected.isZero()) return [];
    const name = (line.description ?? line.action_texte ?? '').slice(0, 70);
    const where = `« ${planned.document.fichier} », page ${String(line.page)}`;
    if (other === null)
      return [
        at(
          spent,
          'prevu_sans_bilan',
          'alerte',
          `${nameOf(spent)} : « ${name} », ${formatEuros(expected)} prévus (${where}), n'est pas au bilan.`,
        ),
      ];
    const done = lineSum(spent.programme, other, 'realise', 'total', 'valorise');
    const share = done.minus(expected).dividedBy(expected).toNumber();
    if (Math.abs(share) <= DIFFERENT) return [];
    const found = at(
      spent,
      'bilan_different',
      'alerte',
      `${nameOf(spent)} : « ${name} » : ${formatEuros(expected)} prévus (${where}), ${formatEuros(done)} réalisés, ${share > 0 ? '+' : '−'}${String(Math.round(Math.abs(share) * 100))} %.`,
    );
    return [{ ...found, page: other.page, boite: other.boite }];
  });
}

/** What was planned for a year against what was spent, in the two documents that say so: lines matched, differences listed. */
export const bilan: CorpusRule = {
  codes: ['prevu_sans_bilan', 'bilan_different'],
  titre: 'Bilan conforme au programme prévisionnel de la même année',
  source:
    'Référentiel national, juin 2024, règles générales (programme « prévisionnel et réalisé ») ; écart signalé au-delà de 20 % (réglage)',
  gravite: 'alerte',
  check(programmes) {
    return groupBy(programmes, ({ programme }) => identityOf(programme)).flatMap((group) => {
      const planned = group.find(({ programme }) => programme.nature === 'previsionnel');
      const spent = group.find(({ programme }) => programme.nature === 'bilan');
      return planned === undefined || spent === undefined ? [] : compare(planned, spent);
    });
  },
};
