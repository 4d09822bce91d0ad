import { findPeriods, readBase, readTaxe, readUnit } from '../../../french/periods.ts';
import { fold } from '../../../french/text.ts';
import type { Column, Unit } from '../columns.ts';
import { rubriqueOf } from '../rubrique.ts';

/** The figures that text names in front of its amounts, as columns: one object for one name, so that totals can tell them apart. */
export class MoneyColumns {
  private readonly byName = new Map<string, Column>();

  /** `noted`: the unit that a title or note gives for every amount. */
  constructor(private readonly noted: Unit | null) {}

  get all(): readonly Column[] {
    return [...this.byName.values()];
  }

  /** `name`: the words that introduce the amount, `null` for none. `besideOthers`: other amounts stand beside it. */
  of(name: string | null, besideOthers: boolean): Column {
    const header = name ?? '';
    const key = fold(header);
    const known = this.byName.get(key);
    if (known !== undefined) return known;
    const rubrique = rubriqueOf(header, header, besideOthers);
    const [period] = findPeriods(header);
    const unit = readUnit(header) ?? this.noted ?? 'euro';
    const column: Column = {
      index: this.byName.size,
      kind: 'montant',
      header,
      levels: header === '' ? [] : [header],
      amount: {
        header,
        rubrique: rubrique ?? 'prevu',
        periode: period === undefined ? null : { debut: period.debut, fin: period.fin },
        base: readBase(header),
        taxe: readTaxe(header),
        unit,
        sure: rubrique !== null,
      },
      unit,
      x0: 0,
      x1: 0,
    };
    this.byName.set(key, column);
    return column;
  }
}
