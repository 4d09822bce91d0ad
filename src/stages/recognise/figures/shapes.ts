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

interface Example {
  readonly line: number;
  readonly ink: Ink;
}

interface Shape {
  readonly sign: string;
  readonly examples: Example[];
  mean: Compared;
}

/** The shapes of a page's signs, as lines show them whose signs are known. */
export class Shapes {
  #shapes: Shape[] = [];

  add(sign: string, line: number, ink: Ink): void {
    const seen = places(ink);
    const example = { line, ink };
    const shape = this.#shapes.find((own) => own.sign === sign && seen.some((place) => likeness(own.mean, place) >= ONE_SHAPE));
    if (shape === undefined) this.#shapes.push({ sign, examples: [example], mean: compared(ink) });
    else {
      shape.examples.push(example);
      shape.mean = meanOf(shape.examples);
    }
  }

  /** Drops what was taken for another sign: one that looks the same and is seen much oftener tells. */
  settle(): void {
    this.#shapes = this.#shapes.filter(
      ({ sign, examples, mean }) =>
        !this.#shapes.some(
          (other) => other.sign !== sign && other.examples.length >= OFTENER * examples.length && likeness(other.mean, mean) >= SAME_SIGN,
        ),
    );
  }

  /** The sign of a line that looks like this, as other lines show it; `null` where none surely does. */
  signOf(ink: Ink, line: number): string | null {
    const asItLies = compared(ink);
    const others = this.#shapes.flatMap(({ sign, examples, mean }) => {
      const theirs = examples.filter((example) => example.line !== line);
      const own = theirs.length === examples.length ? mean : meanOf(theirs);
      return theirs.length === 0 ? [] : [{ sign, theirs, mean: own, like: likeness(own, asItLies), seen: ink }];
    });
    const likest = Math.max(...others.map(({ like }) => like));
    const around = places(ink);
    const laid = others
      .filter(({ like }) => like >= likest - WORTH_MOVING)
      .map((shape) =>
        around.reduce((best, place) => {
          const like = likeness(shape.mean, place);
          return like > best.like ? { ...best, like, seen: place.ink } : best;
        }, shape),
      )
      .sort((a, b) => b.like - a.like);
    const [first] = laid;
    if (first === undefined || first.like < LIKE || new Set(first.theirs.map((example) => example.line)).size < KNOWN) return null;
    const isNearest = laid.every(({ sign, mean }) => sign === first.sign || leaning(first.seen, first.mean.ink, mean.ink) >= NEARER);
    return isNearest ? first.sign : null;
  }
}

function meanOf(examples: readonly Example[]): Compared {
  const sum = new Float32Array(examples[0]?.ink.length ?? 0);
  for (const { ink } of examples) for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) + (ink[at] ?? 0);
  return compared(sum.map((value) => value / examples.length));
}
