import { flatten } from '../../../french/amounts.ts';
import { amountAlone, namedAmounts, pricedText } from '../../../french/priced.ts';
import { findAmounts } from '../../../french/prose.ts';
import { fold } from '../../../french/text.ts';
import { endsSentence } from '../sentences.ts';
import { totalLabel, type TotalLabel } from '../labels.ts';
import { isOtherMoney } from '../other-money.ts';
import type { ListParagraph } from './list-paragraphs.ts';

/** A total told in a line or a sentence of a list. */
export interface StatedTotal {
  /** Its words, the amount left out. */
  readonly label: string;
  readonly amounts: readonly { readonly name: string | null; readonly text: string }[];
  /** What it covers where its words tell. */
  readonly says: TotalLabel;
}

const STARTS_TOTAL =
  /^(?:(?:soit|pour|donc|d ou|au|a|le|la|les|l|un|une|en) )*(?:(?:montants?|couts?|budgets?|depenses?|sommes?|enveloppes?) )?(?:(?:previsionnel\w*|annuel\w*|globa\w*|prevu\w*|engage\w*|valorise\w*) )?(?:s total|ss total|sous total|sous totaux|soustotal|totaux|total|totale|cumul|s t|ensemble (?:du|des|de l)) ?(?!de l abattement)/u;
const SAYS =
  /^(?:(?:le|la|les|l|ce|cet|cette|au total|soit|en tout|pour cet axe|pour l axe \d) )*(?:montants?|couts?|total|budget|depenses?|programme|ensemble|sommes?|actions?|axe|enveloppe|valorisation)\b.{0,110}\b(?:s eleve\w* a|s eleve\w*|est de|sont de|represente\w*|atteint|atteignent|se monte\w* a|se chiffre\w* a|(?:est|sont) (?:estime|evalue|chiffre|arrete|porte)\w* a|s etabli\w* a|totalise\w*)\b/u;
const SOIT = /^(?:soit|au total|en tout|ensemble|d ou)\b.*\b(?:total|cumul|ensemble|axe|programme|section|thematique|volet)\b/u;
const AXE_TOTAL = /^axe \d\b.{0,100}\b(?:sous total|total)$/u;
/** A sentence that points back at the axe or the actions above it, and says one amount: what they cost, whatever its verb ("48 000 € iront à ces trois actions."). */
const THESE = /\bces (?:(?:deux|trois|quatre|cinq|six|sept|huit|\d{1,2}) )?actions\b/u;
const POINTS_BACK = new RegExp(String.raw`\b(?:cet axe|l axe \d|cette thematique)\b|${THESE.source}`, 'u');
/** What an amount is of, where its own words say that it is the tax's. */
const OF_TAX = /\b(?:abattement|exoneration|degrevement|avantage fiscal)\b/u;
const AXE = /\b(?:cet ax\w*|l axe|axe (?:n )?\d|cette thematique|ce theme|ce volet|thematique)\b/u;
const ALL =
  /\b(?:programme|ensemble des (?:actions|axes|depenses|thematiques)|general|generaux|globale?|grand total|tous axes|toutes (?:les )?actions|total (?:des )?actions|plan d actions?|ensemble du (?:quartier|plan))\b/u;

/** What is left of a currency behind figures. */
const BENT_CURRENCY = /\d ?(?:k[^\p{L}\d\s€.,;:)]|[“”"«»£$¢])(?!\s?\p{L})/u;

/** Whether words that begin a total go on with figures whose currency cannot be read: it is no total that could be told, and no sentence that says nothing. */
export function lacksCurrency(text: string): boolean {
  return BENT_CURRENCY.test(text) && STARTS_TOTAL.test(fold(text));
}

function sayingOf(label: string): TotalLabel {
  const folded = fold(label);
  const said = totalLabel(label);
  if (said?.reach === 'section') return said;
  if (ALL.test(folded) && !/\b(?:cet axe|axe (?:n )?\d)\b/u.test(folded)) return { reach: 'programme', section: null, sure: true };
  if (AXE.test(folded) || (THESE.test(folded) && !/\b(?:total|en tout|globalement|ensemble)\b/u.test(folded)))
    return { reach: 'axe', section: null, sure: true };
  return said ?? { reach: 'inconnu', section: null, sure: true };
}

function without(text: string, at: number, end: number): string {
  return `${text.slice(0, at)} ${text.slice(end)}`
    .replace(/\s+/gu, ' ')
    .replace(/[\s:=…–—.-]+$/u, '')
    .trim();
}

/** The total that a paragraph states; `null` for any other, also where several amounts leave open which one it is. */
export function statedTotal(paragraph: ListParagraph): StatedTotal | null {
  const { text, amounts } = paragraph;
  const folded = fold(text);
  if (isOtherMoney(text)) return null;
  const [apart] = amounts;
  const whole = findAmounts(text).filter((amount) => amount.per === null);
  const flat = flatten(text);
  // "… 92 000 € à ces actions, pour un abattement de 95 000 €": the tax stands beside the total, and is none.
  const found = whole.filter(({ at }, index) => !OF_TAX.test(fold(flat.slice(whole[index - 1]?.end ?? 0, at))));
  const pointsBack = paragraph.bullet === null && endsSentence(text) && found.length === 1 && POINTS_BACK.test(folded);
  const isTotal = STARTS_TOTAL.test(folded) || SAYS.test(folded) || SOIT.test(folded) || pointsBack;
  const isOfAxe = (label: string): boolean => totalLabel(label)?.reach === 'axe';
  if (apart !== undefined && amounts.length === 1)
    return isTotal || AXE_TOTAL.test(folded) || isOfAxe(text)
      ? { label: text, amounts: [{ name: null, text: apart }], says: sayingOf(text) }
      : null;
  const besideTax = found.length > 0 && found.length < whole.length;
  const named = besideTax ? null : namedAmounts(text);
  if (named !== null && isTotal)
    return {
      label: named.label,
      amounts: named.amounts.map(({ name, amountText }) => ({ name, text: amountText })),
      says: sayingOf(named.label),
    };
  const priced = besideTax ? null : pricedText(text);
  if (
    priced !== null &&
    priced.sure &&
    (STARTS_TOTAL.test(fold(priced.label)) || AXE_TOTAL.test(fold(priced.label)) || isOfAxe(priced.label))
  )
    return { label: priced.label, amounts: [{ name: null, text: priced.amountText }], says: sayingOf(priced.label) };
  if (!isTotal) return null;
  const [only, another] = found;
  if (only === undefined) {
    const [, tail] = /^(.*?\D)\s*[:=]\s*(\d[\d\s.,]*)$/u.exec(text.trim()) ?? [];
    const bare = tail === undefined ? null : amountAlone(tail);
    return bare === null
      ? null
      : { label: text.slice(0, text.length - (tail?.length ?? 0)), amounts: [{ name: null, text: bare }], says: sayingOf(text) };
  }
  if (another !== undefined && !/\bdont\b/iu.test(flat.slice(only.end, another.at))) return null;
  return {
    label: without(flat, only.at, another === undefined ? only.end : flat.length),
    amounts: [{ name: null, text: flat.slice(only.at, only.end) }],
    says: sayingOf(flat),
  };
}
