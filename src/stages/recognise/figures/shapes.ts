import type { KnownSign } from './hidden-signs.ts';
import { compared, leaning, likeness, places, type Compared, type Ink } from './frame.ts';

/** Pictures of one sign as like as this are one shape of it: fonts and weights differ. */
const ONE_SHAPE = 0.86;
/** Two shapes as like as this are one sign: the one seen so many times as often is right. */
const SAME_SIGN = 0.9;
const OFTENER = 3;
/** A shape is known from so many other lines; a sign that is as like one, and stands so much nearer it than any other sign's, is that sign. */
const KNOWN = 2;
const LIKE = 0.9;
const NEARER = 0.5;
/** Shapes that are less like than the likest one by this much stay so wherever they are laid. */
const WORTH_MOVING = 0.15;

interface Shape {
  readonly sign: string;
  /** How many examples there are, and those of each line. */
  count: number;
  readonly byLine: Map<number, Ink[]>;
  /** Of the examples. */
  readonly sum: Float64Array;
  mean: Compared;
}

/** A shape as all lines but one show it; `known`: enough of them do. */
interface Witness {
  readonly sign: string;
  readonly mean: Compared;
  readonly known: boolean;
}

/** The shapes of a page's signs, as lines show them whose signs are known. */
export class Shapes {
  #shapes: Shape[] = [];
  #asked: { readonly line: number; readonly witnesses: readonly Witness[] } | null = null;

  add(sign: string, line: number, ink: Ink): void {
    const asItLies = compared(ink);
    let around: readonly Compared[] | null = null;
    const isLike = ({ mean }: Shape): boolean =>
      likeness(mean, asItLies) >= ONE_SHAPE || (around ??= places(ink)).some((place) => likeness(mean, place) >= ONE_SHAPE);
    const shape = this.#shapes.find((own) => own.sign === sign && isLike(own));
    if (shape === undefined)
      this.#shapes.push({ sign, count: 1, byLine: new Map([[line, [ink]]]), sum: Float64Array.from(ink), mean: asItLies });
    else {
      const own = shape.byLine.get(line);
      if (own === undefined) shape.byLine.set(line, [ink]);
      else own.push(ink);
      shape.count++;
      addTo(shape.sum, ink, 1);
      shape.mean = meanOf(shape.sum, shape.count);
    }
  }

  /** Drops what was taken for another sign: one that looks the same and is seen much oftener tells. */
  settle(): void {
    this.#shapes = this.#shapes.filter(
      ({ sign, count, mean }) =>
        !this.#shapes.some((other) => other.sign !== sign && other.count >= OFTENER * count && likeness(other.mean, mean) >= SAME_SIGN),
    );
  }

  /** The sign of a line that looks like this, as other lines show it; `null` where none surely does. */
  signOf(ink: Ink, line: number): string | null {
    const asItLies = compared(ink);
    const likes = this.#besides(line).map((witness) => ({ witness, like: likeness(witness.mean, asItLies) }));
    const likest = Math.max(...likes.map(({ like }) => like));
    const around = places(ink);
    const laid = likes
      .filter(({ like }) => like >= likest - WORTH_MOVING)
      .map(({ witness, like }) => bestLaid(witness, around, like, ink))
      .sort((a, b) => b.like - a.like);
    const [first] = laid;
    if (first === undefined || first.like < LIKE || !first.known) return null;
    const isNearest = laid.every(({ sign, mean }) => sign === first.sign || leaning(first.seen, first.mean.ink, mean.ink) >= NEARER);
    return isNearest ? first.sign : null;
  }

  /** The signs that enough lines show. */
  known(): readonly KnownSign[] {
    return this.#shapes.flatMap(({ sign, byLine, mean }) => (byLine.size >= KNOWN ? [{ sign, ink: mean.ink }] : []));
  }

  /** The shapes as lines other than this one show them; kept while one line's signs are asked for. */
  #besides(line: number): readonly Witness[] {
    if (this.#asked?.line !== line)
      this.#asked = {
        line,
        witnesses: this.#shapes.flatMap(({ sign, count, byLine, sum, mean }) => {
          const own = byLine.get(line);
          if (own === undefined) return [{ sign, mean, known: byLine.size >= KNOWN }];
          if (own.length === count) return [];
          const others = Float64Array.from(sum);
          for (const ink of own) addTo(others, ink, -1);
          return [{ sign, mean: meanOf(others, count - own.length), known: byLine.size > KNOWN }];
        }),
      };
    return this.#asked.witnesses;
  }
}

interface Laid extends Witness {
  readonly like: number;
  readonly seen: Ink;
}

/** The witness with the place at which a sign is most like it; `like`: how much it is as it lies, `seen`. */
function bestLaid(witness: Witness, around: readonly Compared[], like: number, seen: Ink): Laid {
  let best = { like, seen };
  for (const place of around) {
    const own = likeness(witness.mean, place);
    if (own > best.like) best = { like: own, seen: place.ink };
  }
  return { ...witness, ...best };
}

function addTo(sum: Float64Array, ink: Ink, times: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + times * (ink[at] ?? 0);
}

function meanOf(sum: Float64Array, count: number): Compared {
  const mean = new Float32Array(sum.length);
  for (let at = 0; at < sum.length; at++) mean[at] = (sum[at] ?? 0) / count;
  return compared(mean);
}
