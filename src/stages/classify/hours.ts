/** `de 20 h à 4 h`, `17h-23h30`, `18 h à minuit`: what stands on duty then does so in the evening or at night. */
const SPAN =
  /(?<!\d)(?<from>\d{1,2})\s?(?:h(?:eures)?\s?(?:\d{2})?)?\s?(?:[àa–—-]|jusqu['’][àa])\s?(?:(?<to>\d{1,2})\s?h(?:eures)?(?:\s?\d{2})?(?!\p{L})|(?<midnight>minuit))/giu;

const EVENING = 21;
const MORNING = 7;

/** The text with hours of the evening and the night told in words, as a reader understands them; other hours as they are. */
export function sayHours(text: string): string {
  return text.replace(SPAN, (span, from: string, to: string | undefined) => {
    const until = Number(to ?? 24);
    const since = Number(from);
    if (since > 24 || until > 24) return span;
    if (until <= MORNING && since > until) return 'la nuit';
    return until >= EVENING && since >= MORNING + 5 ? 'en soirée' : span;
  });
}
