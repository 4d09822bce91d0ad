import { remember } from './remember.ts';
import { fold } from './text.ts';

const MONTH =
  '(?:janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept?(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const RANK = '(?:1ere?|2nde?|\\d{1,2}(?:er|eme|e)?|i{1,3}|iv|premiere?|deuxieme|seconde?|troisieme|quatrieme|derniere?)';
const STRETCH =
  '(?:trimestres?|trim|semestres?|sem|quadrimestres?|bimestres?|mois|annees?|phases?|tranches?|etapes?|echeances?|periodes?|exercices?|versements?|acomptes?)';
const MONTHS = `${MONTH}(?:(?: (?:a|au|et))? ${MONTH})*`;
const COUNTED = `${RANK} ${STRETCH}|${STRETCH} (?:n )?${RANK}`;
const SEASON = '(?:printemps|ete|automne|hiver)';

const WHOLE = new RegExp(`^(?:${MONTHS}|${COUNTED}|${STRETCH}|[tsqm] ?\\d{1,2}|n(?: \\d)?|${SEASON}(?: ${SEASON})?)$`, 'u');
/** "Réalisé au 30 juin" is what a year came to by then: a month behind its day is no stretch. */
const WITHIN = new RegExp(`\\b(?:${COUNTED}|[tsq]\\d{1,2}|(?<!\\d )${MONTHS})\\b`, 'u');
const FROM_N = /(?<!\p{L})N\s?[+-]\s?\d(?!\d)/u;

function withoutYear(text: string): string {
  return fold(text.replace(/\b20\d\d\b/gu, ' '))
    .replace(/ +/gu, ' ')
    .trim();
}

/**
 * Whether a text only names a stretch of a programme's time: a quarter ("T1", "1er trimestre 2025"), a month ("janv.-mars"), a season, a phase, a
 * tranche, a year counted from the first ("Année 2", "N+1"). It is the heading of a column, never a name.
 */
export const isStretchOfTime: (text: string) => boolean = remember((text) => WHOLE.test(withoutYear(text)));

/** The stretch of time that the heading of a column names among other words ("Échéancier prévisionnel 2025 T1"), folded; `null` when it names none. */
export const stretchIn: (heading: string) => string | null = remember(
  (heading) => FROM_N.exec(heading)?.[0].replace(/\s/gu, '') ?? WITHIN.exec(withoutYear(heading))?.[0] ?? null,
);
