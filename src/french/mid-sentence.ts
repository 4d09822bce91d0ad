const MID_SENTENCE =
  /[-\u2010,(/'’&]$|(?:^|\s)(?:de|du|des|la|le|les|un|une|et|ou|à|au|aux|en|dans|pour|par|sur|avec|environ|soit|of|and|the|for|in|to)$/iu;

/** Whether a text breaks off where no sentence and no label ends: behind a hyphen, a comma, an open bracket or a word that another must follow. */
export function endsMidSentence(text: string): boolean {
  return MID_SENTENCE.test(text);
}
