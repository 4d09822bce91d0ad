/**
 * Every match of a pattern in order. Throws where the pattern has no flag `g`, as `matchAll` does: it would find the first match for ever. `matchAll` makes a copy of the pattern at each call, and compiles it anew whenever the
 * engine has forgotten the last copy: for long patterns that takes longer than to look for them.
 */
export function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  if (!pattern.global) throw new TypeError(`no flag g: ${String(pattern)}`);
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
