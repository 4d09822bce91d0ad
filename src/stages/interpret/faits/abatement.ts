import { readFigure } from '../../../french/figures.ts';
import type { Found } from './found.ts';
import { periodIn } from '../heading-values.ts';

/** `: 8535`, `est estimé à 8 535 €`, `s'élève à`: what stands between the abattement's name and its amount. */
const SAYS = String.raw`(?:\s*[:=]|\s+(?:est|[ée]tait|sera|a [ée]t[ée])(?:\s+\p{L}+[ée])?\s+(?:de|à)|\s+s['’ ]?(?:[ée]l[èe]v\p{L}+|[ée]tabli\p{L}+)\s+à|\s+se\s+(?:monte|chiffre)\p{L}*\s+à|\s+(?:repr[ée]sente|atteint))`;
/** A price each (of a dwelling, of an inhabitant) and a rate are no abattement. */
const FIGURE = String.raw`(?<figure>\d{1,3}(?:[\s.]\d{3})+(?:,\d{1,2})?|\d{3,9}(?:[.,]\d{1,2})?)(?![\d%]|\s*%|\s*(?:€|eur(?:os?)?)?\s*(?:\/|par\s)\s*(?:log|lgt|hab|appartement))`;
const YEAR = String.raw`(?:\(?(?:pour\s+|en\s+|de\s+)?(?:l['’ ]?ann[ée]e\s+)?(?<year>20\d\d)\)?)?`;
const NAME = String.raw`abattement\s*(?:de\s+(?:la\s+)?)?(?:TFPB\s*)?`;
/** Who has it and by what: "dont bénéficie le bailleur au titre de 2024". What is spent in return is another sum. */
const WHOSE = String.raw`(?:,?\s+(?:(?:dont|que|auquel|accord|octroy|consenti|per[çc]u|obtenu|applicable|correspondant|annuel|global|total|li[ée]|pratiqu|appliqu|sur\s|au\s+titre|pour\s)(?:(?!actions?\b|d[ée]pense|co[ûu]t|programme|financ|qui\s)[^.;:€\d]|20\d\d(?!\d)){0,90}?))?`;
/** A year alone is no amount (`Montant de l'abattement 2024` heads a column). */
const NAMED = new RegExp(
  String.raw`montant\s+(?:total\s+)?de\s+l['’ ]?\s?${NAME}${YEAR}(?:${SAYS})?\s*(?!20\d\d(?!\d|[.,]\d|\s*(?:€|euro)))${FIGURE}\s*(?:€|eur(?:os?)?)?`,
  'iu',
);
const SAID = new RegExp(String.raw`\b${NAME}${YEAR}${WHOSE}${SAYS}\s+(?:environ\s+)?${FIGURE}\s*(?:€|eur(?:os?)?)`, 'iu');
/** "bénéficie d'un abattement de 9 870 €" */
const HAS = new RegExp(
  String.raw`\b(?:b[ée]n[ée]fici|per[çc]oi|obtien|obtenu|ouvre)\p{L}*\b[^.;:€\d]{0,40}(?:20\d\d\b[^.;:€\d]{0,40})?\s(?:d['’ ]?un|l['’ ]?|cet|un)\s*${NAME}${YEAR}(?:annuel\s+|total\s+|global\s+|estim[ée]\s+)*(?:[àa]|de|d['’])\s*(?:environ\s+)?${FIGURE}\s*(?:€|eur(?:os?)?)`,
  'iu',
);

/** What the document says the abattement is worth, with the year it is for where the sentence names one. */
export function abatement(text: string): Found[] {
  const groups = (NAMED.exec(text) ?? SAID.exec(text) ?? HAS.exec(text))?.groups;
  const montant = groups === undefined ? null : readFigure((groups['figure'] ?? '').replace(/[  ]/gu, ' '), 'euro');
  if (groups === undefined || montant === null) return [];
  const year = groups['year'] === undefined ? null : Number(groups['year']);
  // A number without its currency may look like a year.
  const periode = year === null ? periodIn(text.replace(groups['figure'] ?? '', ' ')) : { debut: year, fin: year };
  return [{ sujet: 'abattement', valeur: montant.toFixed(2), montant, periode }];
}
