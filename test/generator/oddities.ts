import { formatAmount } from './amounts.ts';
import type { AmountContent, Habits, LineContent, Oddity } from './content.ts';
import type { Random } from './random.ts';

/** Keys above all those of ordinary lines of a section, below the next section's. */
const FIRST_KEY = 500;

const CORRECTIONS: readonly string[] = [
  'Régularisation : avoir du prestataire sur facture de l’année précédente',
  'Correction : trop-perçu à déduire',
  'Avoir sur marché (prestation non effectuée)',
  'Déduction de la participation versée par la ville',
];

type Kept = Omit<LineContent, 'amounts' | 'taux'>;

/** The line with one amount in its first column and none elsewhere. */
function only(line: Kept, first: AmountContent, columns: number, habits: Habits): LineContent {
  const nothing: AmountContent = { cents: null, text: habits.style.nothing[0] ?? '' };
  return { ...line, taux: null, amounts: Array.from({ length: columns }, (_, index) => (index === 0 ? first : nothing)) };
}

function correction(line: LineContent, key: number, habits: Habits, random: Random): LineContent {
  const cents = -random.int(2, 30) * 10_000;
  const text = random.pick(CORRECTIONS);
  const named =
    line.descriptions.length > 0 ? { descriptions: [text] } : { actionText: `${line.actionText ?? ''} (${text.toLowerCase()})` };
  const kept: Kept = { ...line, ...named, key, rowPerDescription: false, calendrier: null, observations: null, quantite: null };
  return only(kept, { cents, text: formatAmount(cents, habits.style) }, line.amounts.length, habits);
}

function range(line: LineContent, habits: Habits, random: Random): LineContent {
  const low = random.int(2, 40) * 50_000;
  const high = low + random.int(1, 8) * 50_000;
  const [from, to] = [formatAmount(low, { ...habits.style, suffix: '' }), formatAmount(high, habits.style)];
  const unit = habits.style.suffix === '' ? '' : habits.style.suffix;
  const text = random.pick([`entre ${from} et ${to}`, `Entre ${from} et ${to}`, `de ${from}${unit} à ${to}`, `${from} à ${to}`]);
  return only(line, { cents: null, text }, line.amounts.length, habits);
}

function product(line: LineContent, habits: Habits, random: Random): LineContent {
  const count = random.int(3, 48);
  const each = random.pick([12_000, 24_500, 36_600, 45_000, 65_000, 120_000]);
  const written = `${count} ${random.pick(['×', 'x', 'x'])} ${formatAmount(each, { ...habits.style, decimals: each % 100 === 0 ? habits.style.decimals : ',' })}`;
  const cents = count * each;
  const text = random.chance(0.3) ? `${written} = ${formatAmount(cents, habits.style)}` : written;
  return only(line, { cents, text }, line.amounts.length, habits);
}

function apply(oddity: Oddity, lines: readonly LineContent[], habits: Habits, random: Random): readonly LineContent[] {
  const plain = lines.filter((line) => (line.amounts[0]?.cents ?? 0) > 0 && line.key % 1000 < FIRST_KEY);
  if (plain.length === 0) return lines;
  const target = random.pick(plain);
  switch (oddity) {
    case 'negatif': {
      const key = Math.floor(target.key / 1000) * 1000 + FIRST_KEY + lines.length;
      return lines.flatMap((line) => (line === target ? [line, correction(line, key, habits, random)] : [line]));
    }
    case 'fourchette':
      return lines.map((line) => (line === target ? range(line, habits, random) : line));
    case 'produit':
      return habits.style.thousands ? lines : lines.map((line) => (line === target ? product(line, habits, random) : line));
  }
}

/** One or two lines of each kind of oddity among the lines of a section. */
export function withOddities(lines: readonly LineContent[], habits: Habits, random: Random): LineContent[] {
  let result = lines;
  for (const oddity of habits.oddities ?? []) {
    const times = random.int(1, 2);
    for (let time = 0; time < times; time += 1) result = apply(oddity, result, habits, random);
  }
  return [...result];
}
