import type { DocumentRead } from '../score.ts';

/** Amounts of lines by value alone, wherever they stand: how well figures are read, apart from the structure. */
export interface ValueCounts {
  truth: number;
  read: number;
  right: number;
  /** Read with a confidence of 0.9 or more although the document states no such amount, in a programme that no warning covers. */
  wrongSure: number;
}

export function valueCounts(truth: DocumentRead, read: DocumentRead): ValueCounts {
  const stated = truth.programmes.flatMap((programme) =>
    programme.lignes.flatMap((line) => line.montants.flatMap(({ montant }) => montant ?? [])),
  );
  const left = [...stated];
  const counts = { truth: stated.length, read: 0, right: 0, wrongSure: 0 };
  for (const programme of read.programmes)
    for (const { montant, confiance } of programme.lignes.flatMap((line) => line.montants)) {
      if (montant === null) continue;
      counts.read += 1;
      const at = left.indexOf(montant);
      if (at >= 0) {
        counts.right += 1;
        left.splice(at, 1);
      } else if (confiance >= 0.9 && programme.statut !== 'a_relire' && programme.statut !== 'ecart') counts.wrongSure += 1;
    }
  return counts;
}

export function valuesTable(rows: readonly (readonly [string, ValueCounts])[]): string {
  return [
    '| amounts by value alone | found | precision | wrong without a warning |',
    '| --- | --- | --- | --- |',
    ...rows.map(([name, { truth, read, right, wrongSure }]) => {
      const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`);
      return `| ${name} | ${share(right, truth)} of ${truth} | ${share(right, read)} | ${wrongSure} |`;
    }),
  ].join('\n');
}
