/**
 * What the interpreter may ask about French wording without knowing the référentiel itself. The pipelines hand it an implementation
 * (the classify stage), so that stages do not import each other.
 */
export interface Knowledge {
  /** Whether this is a French word in some form, in small letters. Only where all letters were read from pictures, so that what is no word may be another one misread. */
  readonly isWord?: (word: string) => boolean;
  /** The axe of the référentiel (1…8) that this title or cell names. */
  readonly axe: (text: string) => { readonly axe: number; readonly confidence: number } | null;
  /** The action of the référentiel (`3.2`) that this cell names, whatever its axe. */
  readonly action: (text: string) => { readonly action: string; readonly confidence: number } | null;
  /** The official commune of this name; `departement` (`62`, `2A`, `974`) settles homonyms. */
  readonly commune: (text: string, departement: string | null) => Commune | null;
  /** For what was read from a scan: the one commune whose name is nearly this one. Absent where letters are sure. */
  readonly nearCommune?: (text: string, departement: string | null) => Commune | null;
  /** Communes named somewhere in a longer text, in order. */
  readonly communesIn: (text: string, departement: string | null) => readonly Commune[];
  /** The département of a QPV code, `null` when none can be told. */
  readonly departementOfCodeQp: (code: string) => string | null;
  /** The EPCI named somewhere in this text, in its official spelling. */
  readonly epciIn: (text: string) => string | null;
}

/** A commune of the official geographic code. `codeInsee` is `null` when homonyms cannot be told apart. */
export interface Commune {
  readonly nom: string;
  readonly codeInsee: string | null;
}
