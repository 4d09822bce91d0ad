/** Documents repeat a small vocabulary; past this many answers the memory starts afresh, so that it stays flat over a long run. */
const ANSWERS_MAX = 5_000;
/** Longer texts are paragraphs: they are hardly ever asked about twice, and would fill the memory. */
const LONGEST = 240;

/**
 * Gives the answer of a pure function of a text from memory where it was asked before: each stage looks at the same cell many times.
 * Answers are shared, so they must never be changed by who asks.
 */
export function remember<T>(ask: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found.answer;
    const answer = ask(text);
    if (text.length > LONGEST) return answer;
    if (known.size >= ANSWERS_MAX) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
