/** One row of a programme's table as it is printed, with where a careful person files it. */
export interface Rangee {
  /** Printed in the first row of a merged cell only, like on the page; `undefined` where the cell above goes on. */
  readonly axe?: string;
  readonly action?: string;
  /** As printed; `\n` where the original starts a new line of its own accord. */
  readonly texte: string;
  /** What stands in the amount column, `''` when nothing does. */
  readonly montant: string;
  /** The axe of the référentiel of 2024 that the document files the row under. */
  readonly codeAxe: number;
  /** The best action of the référentiel inside that axe. */
  readonly codeAction: string;
  /** Where the référentiel would file the text instead, when that is elsewhere beyond doubt. */
  readonly codeSuggere?: string;
}
