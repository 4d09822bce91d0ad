import { findPeriods } from '../../../french/periods.ts';
import { fold } from '../../../french/text.ts';
import type { Periode } from '../../../model/vocabulary.ts';
import { periodIn } from '../heading-values.ts';

const DURATION =
  /\b(?:duree|a compter d[ue]|a partir du|jusqu (?:en|au)|periode|s applique\w*|applicable|prend effet|prendra effet|entre en vigueur|entrera en vigueur|conclue?|valable|prolonge\w*|couvre)\b/u;
const ABOUT = /\b(?:convention|contrat|avenant)\b/u;
/** A clause of the duration speaks of the contract without naming it again. */
const PRONOUN = /^(?:\d+ )*(?:elle|celle ci|il|celui ci)\b/u;
const COUNTED: Readonly<Record<string, number>> = {
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
};
const YEARS_LONG =
  /\bduree (?:totale |ferme |maximale )?(?:de |d )?(?<count>un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,2})(?: \d{1,2})? (?:ans?|annees?)\b/u;
const MONTH = '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|\\d{1,2})';
const FIRST_DAY = String.raw`(?:1 ?er|1|01) (?:janvier|01|1)`;
const START = new RegExp(
  String.raw`\b(?:a compter d[ue]|a partir du|prend(?:ra)? effet (?:le|au|a compter du)|entre(?:ra)? en vigueur (?:le|au|a compter du)|debute(?:ra)? le|commence(?:ra)? le) (?<day>(?:\d{1,2}(?: er|er)? )?${MONTH}) (?<year>20\d\d)\b`,
  'u',
);
const END = new RegExp(
  String.raw`\b(?:jusqu (?:au|a)|s acheve(?:ra)? le|prend(?:ra)? fin le|expire(?:ra)? le|se termine(?:ra)? le|echeance (?:est fixee )?(?:le|au)) (?:(?:\d{1,2}(?: er|er)? )?${MONTH} )(?<year>20\d\d)\b`,
  'u',
);

/** Both ends in words of their own ("prend effet le … et s'achève le …"), or a first day and a number of years. */
function reckoned(folded: string): Periode | null {
  const start = START.exec(folded)?.groups;
  if (start === undefined) return null;
  const debut = Number(start['year']);
  const end = END.exec(folded)?.groups?.['year'];
  const count = YEARS_LONG.exec(folded)?.groups?.['count'];
  // From the first of January, six years end with December of the sixth; from another day they reach into the next.
  const first = new RegExp(`^${FIRST_DAY}$`, 'u').test(start['day'] ?? '') ? 1 : 0;
  const fin = end !== undefined ? Number(end) : count === undefined ? null : debut + (COUNTED[count] ?? Number(count)) - first;
  return fin === null || fin < debut ? null : { debut, fin };
}

/** The years that a sentence says the contract runs for; `null` when it tells none, or less than two. */
export function durationIn(text: string): Periode | null {
  const folded = fold(text);
  if (!DURATION.test(folded) || !(ABOUT.test(folded) || PRONOUN.test(folded))) return null;
  const span = findPeriods(text).find(({ debut, fin }) => fin > debut);
  const periode = span === undefined ? (reckoned(folded) ?? periodIn(text)) : { debut: span.debut, fin: span.fin };
  return periode === null || periode.fin === periode.debut ? null : periode;
}
