import { findTerm, type Positions } from './terms.ts';

/** One wording of a class, as stems with their weights (rare words weigh more). */
export interface Label {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  readonly weight: number;
}

export interface LabelSet {
  /** Labels of each class, in the order given. */
  readonly labels: readonly (readonly Label[])[];
  /** Weight of one stem: high where few classes use it. A stem of no label gets `foreign`. */
  weightOf(stem: string): number;
}

/** Inverse document frequency over classes; words outside every label count for less than rare label words: descriptions have many. */
export function createLabelSet(classes: readonly (readonly { text: string; stems: readonly string[] }[])[], foreign: number): LabelSet {
  const frequency = new Map<string, number>();
  for (const labels of classes) {
    const used = new Set(labels.flatMap((label) => [...label.stems]));
    for (const stem of used) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const weightOf = (stem: string): number => {
    const count = frequency.get(stem);
    return count === undefined ? foreign : Math.log(1 + classes.length / count);
  };
  const labels = classes.map((list) =>
    list.map((label): Label => {
      const stems = new Set(label.stems);
      return { text: label.text, stems, weight: [...stems].reduce((sum, stem) => sum + weightOf(stem), 0) };
    }),
  );
  return { labels, weightOf };
}

export interface Likeness {
  /** 0…1. */
  readonly value: number;
  readonly label: Label;
}

/** A label this light is one common word: finding it whole proves little. */
const FULL_WEIGHT = 3;
const SCATTERED = 0.5;

/**
 * Likeness of a text to the nearest wording of a class: half how far one of the two lies inside the other (a cut label, a label with a
 * description behind it), half how far they are the same.
 */
export function likeness(stems: ReadonlySet<string>, positions: Positions, labels: readonly Label[], set: LabelSet): Likeness | null {
  let total = 0;
  for (const stem of stems) total += set.weightOf(stem);
  let best: Likeness | null = null;
  for (const label of labels) {
    let shared = 0;
    for (const stem of label.stems) if (stems.has(stem)) shared += set.weightOf(stem);
    if (shared === 0) continue;
    const recall = shared / label.weight;
    const precision = shared / total;
    const same = (2 * shared) / (label.weight + total);
    // All its words, but scattered over a long text: no label.
    const together = recall < 1 || findTerm([...label.stems], positions) !== null ? 1 : SCATTERED;
    const inside = Math.max(together * recall * Math.min(1, label.weight / FULL_WEIGHT), precision * Math.min(1, shared / FULL_WEIGHT));
    const value = 0.5 * inside + 0.5 * same;
    if (best === null || value > best.value) best = { value, label };
  }
  return best;
}
