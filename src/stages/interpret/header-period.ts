import { findPeriods, type FoundPeriod } from '../../french/periods.ts';
import { fold } from '../../french/text.ts';

/** "dont report 2024" under "2025": the year that money comes from, not the one it is for. */
const CARRIED_FROM = /\b(?:report\w*|reliquats?)\b/u;

/** "BILAN 2014 2015": a column is of one period, so two years that follow one another with nothing between them are its ends, whose dash was left out or lost. */
function firstOf(text: string): FoundPeriod | undefined {
  const [first, second, third] = findPeriods(text);
  const isRun =
    first !== undefined && second !== undefined && third === undefined && first.debut === first.fin && second.debut === first.fin + 1;
  return isRun && second.debut === second.fin && second.at - first.end === 1 ? { ...second, debut: first.debut, at: first.at } : first;
}

/** The period that a header's own heading tells, or else its groups'. */
export function periodOf(levels: readonly string[]): FoundPeriod | undefined {
  const told = levels
    .flatMap((text) => {
      const period = firstOf(text);
      return period === undefined ? [] : [{ text, period }];
    })
    .reverse();
  const [own, ...groups] = told;
  const later = groups.find(({ period }) => own !== undefined && period.debut > own.period.fin);
  return own !== undefined && later !== undefined && CARRIED_FROM.test(fold(own.text)) ? later.period : own?.period;
}
