/** A file attached to a PDF (a portfolio is a PDF whose documents are all attached). */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isPdf: boolean;
}

/** What a PDF holds beside its pages. */
export interface Enclosed {
  /** In the order of their names in the file. */
  readonly pieces: readonly Piece[];
  /** Its contents are a form that only Adobe's reader draws; the pages hold a notice in their place. */
  readonly isDynamicForm: boolean;
}
