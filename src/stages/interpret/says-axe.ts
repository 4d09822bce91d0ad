const NUMBERED = /^\W*axe\s*(?:n\W*)?\d/iu;

/** "Axe 4 – Des abords propres": a text that says of itself that it is an axe, whatever words the sender has for it. */
export function saysAxe(text: string): boolean {
  return NUMBERED.test(text);
}
