import { amountAlone, namedAmounts, pricedText } from '../../../french/priced.ts';
import { findAmounts } from '../../../french/prose.ts';
import { fold } from '../../../french/text.ts';
import type { Knowledge } from '../../../model/knowledge.ts';
import type { Section } from '../../../model/vocabulary.ts';
import { abatement } from '../faits/abatement.ts';
import { isLabel } from '../heading-labels.ts';
import type { Piece } from '../heading-piece.ts';
import { columnKind, headerShare } from '../header-words.ts';
import { readHeading } from '../heading.ts';
import { sectionTitle } from '../labels.ts';
import { isOtherMoney } from '../other-money.ts';
import { isSummaryTitle } from '../recap-in-table.ts';
import type { ListParagraph } from './list-paragraphs.ts';
import { isProgrammeTitle } from './programme-title.ts';
import { lacksCurrency, statedTotal, type StatedTotal } from './stated-totals.ts';

export interface Price {
  readonly name: string | null;
  readonly text: string;
}

/** What a paragraph is by itself; what stands around it tells headings from items. */
export type Kind =
  /** Who, where, when: the heading of a programme, or its title. */
  | { readonly kind: 'entete' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'total'; readonly total: StatedTotal }
  /** Words with an amount of their own. */
  | { readonly kind: 'item'; readonly label: string; readonly prices: readonly Price[] }
  /** An amount without words of its own: that of what stands above it. */
  | { readonly kind: 'montant'; readonly prices: readonly Price[] }
  | { readonly kind: 'recapitulatif' }
  /** Words alone. `money`: an amount stands in them that is no price of one of something. */
  | { readonly kind: 'texte'; readonly money: boolean };

/** A sentence long enough to introduce a programme. */
const INTRODUCTION = 40;

function pieceOf(paragraph: ListParagraph): Piece[] {
  const [first] = paragraph.rows;
  const [piece] = first?.pieces ?? [];
  return piece === undefined ? [] : [{ ...piece, text: paragraph.text }];
}

const MONEY_FIRST =
  /^(?:couts?|montants?|budgets?|depenses?|surcouts?|financements?|total|valorisation|prix|enveloppe|previsionnel|realise|prevu)\b/u;
const LONGEST_NAME = 50;

/** Words that only say that an amount follows: "Coût", "Montant prévisionnel TTC". */
function isMoneyName(label: string, knowledge: Knowledge): boolean {
  if (label.length > LONGEST_NAME || !MONEY_FIRST.test(fold(label)) || /[/€]/u.test(label)) return false;
  const action = knowledge.action(label);
  return columnKind(label) === 'montant' && headerShare(label) >= 0.6 && (action === null || action.confidence < 0.7);
}

function priced(paragraph: ListParagraph, knowledge: Knowledge): Kind | null {
  const { text, amounts } = paragraph;
  const [apart, another] = amounts;
  const one = (label: string, amount: string): Kind =>
    isMoneyName(label, knowledge)
      ? { kind: 'montant', prices: [{ name: label, text: amount }] }
      : { kind: 'item', label, prices: [{ name: null, text: amount }] };
  // "Nombre de logements" with its number set apart is a heading's.
  if (apart !== undefined && isLabel(text) && !/€|euro/iu.test(apart)) return null;
  if (apart !== undefined && another === undefined) return one(text.replace(/[\s:.…_]+$/u, ''), apart);
  const alone = amountAlone(text);
  if (alone !== null) return /\d/u.test(alone) ? { kind: 'montant', prices: [{ name: null, text: alone }] } : null;
  const named = namedAmounts(text);
  if (named !== null) {
    const prices = named.amounts.map(({ name, amountText }) => ({ name, text: amountText }));
    return named.label === '' ? { kind: 'montant', prices } : { kind: 'item', label: named.label, prices };
  }
  const found = pricedText(text);
  if (found === null || !found.sure) return null;
  return one(found.label, found.amountText);
}

/** A cell of the table of a heading: what stands beside its labels. */
function isOfHeading({ rows }: ListParagraph): boolean {
  return rows.every(({ pieces }) => pieces.every(({ whole }) => whole === true));
}

/** What is paid with the abattement is no abattement: "Les travaux financés par l'abattement s'élèvent à 8 000 €". */
const PAID_WITH =
  /\b(?:par|gr[âa]ce [àa]|au titre de|sur|avec|via|contre|contrepartie de)\s+(?:l['’]\s?|cet |un |le montant de l['’]\s?)?abattement|\b(?:travaux|actions?|d[ée]penses?|co[ûu]ts?|financ\p{L}*|imput\p{L}*)\b.*\babattement/iu;

/** A sentence of which the abattement is all the money: "L'abattement est estimé à 198 000 €." It costs nobody anything. */
function tellsAbatement(sentence: string): boolean {
  return findAmounts(sentence).length === 1 && abatement(sentence).length === 1 && !PAID_WITH.test(sentence);
}

/** Whether running text tells money that may be what an action costs, or all of them. */
function tellsMoney(text: string): boolean {
  return text
    .split(/(?<=[.;])\s+(?=\p{Lu})/u)
    .some((sentence) => findAmounts(sentence).some(({ per }) => per === null) && !tellsAbatement(sentence));
}

export function kindOf(paragraph: ListParagraph, knowledge: Knowledge): Kind {
  const { text, bullet } = paragraph;
  const money = tellsMoney(text) || paragraph.amounts.length > 0 || lacksCurrency(text);
  const total = statedTotal(paragraph);
  if (total !== null) return { kind: 'total', total };
  const own = priced(paragraph, knowledge);
  const isOther = isOtherMoney(text) && knowledge.action(text) === null;
  if (own !== null && !isOther) return own;
  if (isOther) return isLabel(text) ? { kind: 'entete' } : { kind: 'texte', money: false };
  const section = sectionTitle(text);
  if (section !== null) return { kind: 'section', section };
  if (isSummaryTitle(text) && text.length < 100) return { kind: 'recapitulatif' };
  if (isLabel(text) || isProgrammeTitle(paragraph)) return { kind: 'entete' };
  if (bullet === null && text.length > INTRODUCTION) {
    const { quartier, codeQp } = readHeading(pieceOf(paragraph), knowledge, true);
    if (quartier !== null || codeQp !== null) return { kind: 'entete' };
  }
  return isOfHeading(paragraph) ? { kind: 'entete' } : { kind: 'texte', money };
}
