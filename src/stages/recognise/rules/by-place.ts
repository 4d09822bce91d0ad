/** Things in order of where they stand: those of a stretch are found without a look at the others. */
export class ByPlace<Thing> {
  readonly #things: readonly Thing[];
  readonly #places: Float64Array;

  constructor(things: readonly Thing[], placeOf: (thing: Thing) => number) {
    this.#things = [...things].sort((a, b) => placeOf(a) - placeOf(b));
    this.#places = Float64Array.from(this.#things, placeOf);
  }

  /** Whether a thing from `first` to `last`, both included, is so. */
  some(first: number, last: number, isSo: (thing: Thing) => boolean): boolean {
    for (let at = this.#from(first); at < this.#places.length && (this.#places[at] ?? 0) <= last; at++) {
      const thing = this.#things[at];
      if (thing !== undefined && isSo(thing)) return true;
    }
    return false;
  }

  #from(first: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < first) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
