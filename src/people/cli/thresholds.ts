import { InvalidArgumentError } from 'commander';

/** Thresholds that `--seuil` may set: percents, or euros. */
const NAMES = ['concentration', 'depassement', 'depassement-euros', 'abattement'] as const;
type Name = (typeof NAMES)[number];

export type Thresholds = Readonly<Partial<Record<Name, number>>>;

/** Parses `concentration=60`; several add up. */
export function threshold(value: string, before: Thresholds | undefined): Thresholds {
  const [, name, figure] = /^([a-z-]+)=(\d{1,7})$/u.exec(value) ?? [];
  const known = NAMES.find((each) => each === name);
  const isPercent = known !== 'depassement-euros';
  const most = known === 'concentration' || known === 'abattement' ? 100 : Infinity;
  if (known === undefined || figure === undefined || (isPercent && Number(figure) > most))
    throw new InvalidArgumentError(`un nom et un nombre entier sont attendus, comme concentration=60. Les noms : ${NAMES.join(', ')}.`);
  return { ...before, [known]: Number(figure) };
}
