import { DAY_OF_ONE_YEAR, DAY_OF_YEAR, findDate } from '../../../french/dates.ts';
import { matchesIn } from '../../../french/matches.ts';
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
const DATES = new RegExp(DAY_OF_ONE_YEAR.source, 'gu');
/** What falls due: a day of one year may also be the limit of a law or of a building's age. */
const DUE =
  /\b(?:bilans?|programmes?|rapports?|transm\w+|remi[st]\w*|remett\w+|adress\w+|envo\w+|communiqu\w+|produi\w+|present(?:er|es?|ees?|era)|fourni\w*|depos\w+)\b/u;

/** Right behind the words that make a day a limit, or right before them. */
function isLimit(folded: string, day: RegExpExecArray): boolean {
  return LIMIT_BEFORE.test(folded.slice(0, day.index)) || LIMIT_BEHIND.test(folded.slice(day.index + day[0].length));
}

function nameOf(day: RegExpExecArray): string {
  const [, number = '', month = '', year] = day;
  return [number, ACCENTED[month] ?? month, ...(year === undefined ? [] : [year])].join(' ');
}

/** Deadlines of one year: "au plus tard le 31 mars 2026". */
function ofOneYear(folded: string): Found[] {
  if (!DUE.test(folded)) return [];
  const limits = matchesIn(folded, DATES).filter((day) => isLimit(folded, day));
  return limits.map((day) => ({ sujet: 'echeance', valeur: nameOf(day), date: findDate(day[0]) }));
}

/** Every deadline of a sentence (folded): "30 avril" of each year, "31 mars 2026", "fin du premier trimestre". */
export function deadlines(folded: string): Found[] {
  if (!DEADLINE.test(folded)) return [];
  const days = matchesIn(folded, DAYS);
  const limits = days.filter((day) => isLimit(folded, day));
  const dated = ofOneYear(folded);
  const told = limits.length > 0 || dated.length > 0 ? limits : days.slice(0, 1);
  if (told.length + dated.length > 0)
    return [...[...new Set(told.map(nameOf))].map((valeur) => ({ sujet: 'echeance' as const, valeur })), ...dated];
  const quarter = QUARTER.exec(folded);
  return quarter === null
    ? []
    : [{ sujet: 'echeance', valeur: clean(`fin du ${quarter[1] ?? ''} ${quarter[2] ?? ''} ${quarter[3] ?? ''}`) }];
}
