import { DAY_OF_YEAR } from '../../../french/dates.ts';
import { clean } from '../../../french/text.ts';
import type { Found } from './found.ts';

const DEADLINE = /\b(?:au plus tard|avant (?:le|la fin)|d ici (?:le|la fin)|echeance)\b/u;
const QUARTER = /\b(?:fin du )?(premier|deuxieme|troisieme|quatrieme|1er|2e|3e|4e) (trimestre|semestre)(?: (20\d\d))?/u;
/** The days of a sentence that each is said to be a limit: right behind the words, or right before them. */
const LIMIT_BEFORE = /\b(?:au plus tard|avant|d ici|echeance)(?: (?:le|la|fixee|au|chaque annee|chaque|annuelle)){0,3} $/u;
const LIMIT_BEHIND = /^(?: de (?:chaque|l) annee(?: (?:n|suivante)(?: 1)?)?)? au plus tard\b/u;
/** Months as French writes them; matching is done without accents. */
const ACCENTED: Readonly<Record<string, string>> = { fevrier: 'février', aout: 'août', decembre: 'décembre' };
const DAYS = new RegExp(DAY_OF_YEAR.source, 'gu');

/** Every yearly deadline of a sentence (folded): "30 avril", "fin du premier trimestre". */
export function deadlines(folded: string): Found[] {
  if (!DEADLINE.test(folded)) return [];
  const days = [...folded.matchAll(DAYS)];
  const limits = days.filter(
    (day) => LIMIT_BEFORE.test(folded.slice(0, day.index)) || LIMIT_BEHIND.test(folded.slice(day.index + day[0].length)),
  );
  const told = limits.length > 0 ? limits : days.slice(0, 1);
  if (told.length > 0) {
    const names = told.map((day) => `${day[1] ?? ''} ${ACCENTED[day[2] ?? ''] ?? day[2] ?? ''}`);
    return [...new Set(names)].map((valeur) => ({ sujet: 'echeance', valeur }));
  }
  const quarter = QUARTER.exec(folded);
  return quarter === null
    ? []
    : [{ sujet: 'echeance', valeur: clean(`fin du ${quarter[1] ?? ''} ${quarter[2] ?? ''} ${quarter[3] ?? ''}`) }];
}
