import { findPeriods, type FoundPeriod } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';

/** "dont report 2024" under "2025": the year that money comes from, not the one it is for. */
const CARRIED_FROM = /\b(?:report\w*|reliquats?)\b/u;

/** The period that a header's own heading tells, or else its groups'. */
export function periodOf(levels: readonly string[]): FoundPeriod | undefined {
  const told = levels
    .flatMap((text) =>
      findPeriods(text)
        .slice(0, 1)
        .map((period) => ({ text, period })),
    )
    .reverse();
  const [own, ...groups] = told;
  const later = groups.find(({ period }) => own !== undefined && period.debut > own.period.fin);
  return own !== undefined && later !== undefined && CARRIED_FROM.test(fold(own.text)) ? later.period : own?.period;
}
