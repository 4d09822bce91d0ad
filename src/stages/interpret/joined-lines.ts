/** Two lines as one text: a name cut behind its hyphen (`Verneuil-` + `sur-Vienne`) has no space there. */
export function joinedLines(above: string, below: string): string {
  return /\p{L}-$/u.test(above) && /^\p{L}/u.test(below) ? above + below : `${above} ${below}`;
}
