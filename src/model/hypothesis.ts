/** One piece of evidence for a choice, in words a developer or an auditor can read, with what it adds to the cost (may be negative). */
export interface Reason {
  readonly what: string;
  readonly cost: number;
}

/** One of several ways to understand the same thing. Costs add up over stages and compare only within one list; lower is better. */
export interface Hypothesis<T> {
  readonly value: T;
  readonly cost: number;
  readonly because: readonly Reason[];
}
