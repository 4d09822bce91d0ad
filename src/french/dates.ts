import { clean, fold } from './text.ts';

const MONTHS = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'];
const NAMES = MONTHS.join('|');
/** `26 novembre 2024`, `1er mars 2023`, also as old OCR leaves them (`aofit`, `1°"`). */
const WRITTEN = new RegExp(`(?<![\\p{L}\\d])(?<day>\\d{1,2})(?: ?er)? (?<month>${NAMES}|aofit) (?<year>20\\d{2})(?!\\d)`, 'u');
const FIGURES = /(?<!\d)(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>20\d{2})(?!\d)/u;

/** The first whole date of a text, ISO; `null` when none can exist as written. */
export function findDate(text: string): string | null {
  const written = WRITTEN.exec(fold(text))?.groups;
  if (written !== undefined) {
    const month = written['month'] === 'aofit' ? 8 : MONTHS.indexOf(written['month'] ?? '') + 1;
    return iso(Number(written['year']), month, Number(written['day']));
  }
  const figures = FIGURES.exec(clean(text))?.groups;
  return figures === undefined ? null : iso(Number(figures['year']), Number(figures['month']), Number(figures['day']));
}

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** `31 mars 2026`, in a folded text. */
export const DAY_OF_ONE_YEAR = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2}|1er) (${NAMES}) (20\\d\\d)(?!\\d)`, 'u');

/** `30 avril`, `31 mai`, without a year: the day of a yearly deadline. */
export const DAY_OF_YEAR = new RegExp(`(?<![\\p{L}\\d])(\\d{1,2}|1er) (${NAMES})(?! 20\\d\\d)`, 'u');

/** `2026-11-28T21:04:00.000Z` as `28/11/2026`. */
export function formatDay(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day ?? '?'}/${month ?? '?'}/${year ?? '?'}`;
}
