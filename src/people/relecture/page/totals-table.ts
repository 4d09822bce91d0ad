import type { ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import { totalBadge } from './badge.ts';
import { h, setRows } from './dom.ts';
import { totalName } from './french.ts';
import { Grid, type CellFacts } from './grid.ts';
import { euros, eurosOfCents, toCents } from './money.ts';
import { gapText, previewOf } from './sums.ts';

interface Handlers {
  readonly onFocus: (facts: CellFacts, cell: HTMLElement) => void;
  readonly onOpen: (facts: CellFacts, cell: HTMLElement) => void;
}

/** The printed totals of a programme beside what its lines give, and the difference: worked out again in the page at every key while an amount is typed. */
export class TotalsTable {
  readonly element: HTMLElement;
  readonly grid: Grid;
  readonly #body = h('tbody');
  readonly #none = h('p', { class: 'vide' }, 'Aucun total n’est imprimé pour ce programme : rien ne confirme ses montants.');
  #programme: ProgrammeExport | null = null;
  #document: readonly ProgrammeExport[] = [];
  #rows = new Map<string, HTMLTableRowElement>();

  constructor(handlers: Handlers) {
    const heads = ['Total imprimé', 'Colonne', 'Imprimé', 'Somme des lignes', 'Écart', 'Statut'];
    const table = h(
      'table',
      { class: 'totaux', 'aria-label': 'Totaux imprimés, sommes et écarts' },
      h(
        'thead',
        {},
        h('tr', {}, ...heads.map((head, index) => h('th', { scope: 'col', class: index > 1 && index < 5 ? 'montant' : '' }, head))),
      ),
      this.#body,
    );
    this.grid = new Grid(table, handlers);
    this.element = h('div', {}, table);
  }

  /** `document`: all programmes of its document, whose amounts a total over all quartiers sums. */
  render(programme: ProgrammeExport, document: readonly ProgrammeExport[]): void {
    this.#document = document;
    const before = this.#programme === null ? [] : this.#programme.totaux;
    const made = new Map(before.map((total) => [total.id, JSON.stringify(total)]));
    this.#rows = new Map(
      programme.totaux.map((total) => {
        const known = this.#rows.get(total.id);
        const isSame = known !== undefined && !known.classList.contains('en-cours') && made.get(total.id) === JSON.stringify(total);
        return [total.id, isSame ? known : this.#row(total)];
      }),
    );
    this.#programme = programme;
    setRows(this.#body, [...this.#rows.values()]);
    this.grid.table.hidden = programme.totaux.length === 0;
    if (programme.totaux.length === 0) this.element.append(this.#none);
    else this.#none.remove();
    this.grid.settle();
  }

  /** Shows the sums as they would be with this amount; `undefined` goes back to what stands. */
  preview(montant: string, value: string | null | undefined): void {
    for (const { total, somme, ecart } of previewOf(this.#document, montant, value)) {
      const row = this.#rows.get(total.id);
      const texts = [eurosOfCents(somme), gapText(ecart)];
      row?.querySelectorAll<HTMLElement>('[data-vif]').forEach((cell, index) => (cell.textContent = texts[index] ?? ''));
      // While it is typed a total must not say « conforme » beside a gap.
      const statut = value === undefined ? total.statut : ecart === 0n ? 'conforme' : 'ecart';
      row?.querySelector('.statut')?.replaceWith(totalBadge(statut));
      row?.classList.toggle('faux', ecart !== 0n);
      row?.classList.toggle('en-cours', value !== undefined);
    }
  }

  #row(total: TotalExport): HTMLTableRowElement {
    const { id, declare, recalcule, ecart, statut, colonne, page } = total;
    const cell = (champ: 'total' | 'declare', kind: string, ...content: (Node | string)[]): HTMLElement =>
      this.grid.enrol(h('td', { class: kind }, ...content), { sorte: 'total', id, champ });
    const live = (text: string): HTMLElement => {
      const made = cell('total', 'montant', text);
      made.dataset['vif'] = '';
      return made;
    };
    return h(
      'tr',
      { 'data-total': id, class: statut === 'ecart' ? 'faux' : '' },
      this.grid.enrol(h('th', { scope: 'row' }, totalName(total), h('span', { class: 'note' }, ` p. ${String(page)}`)), {
        sorte: 'total',
        id,
        champ: 'total',
      }),
      cell('total', 'colonne', h('span', { title: colonne }, colonne)),
      cell('declare', 'montant', euros(declare)),
      live(euros(recalcule)),
      live(ecart === null ? '–' : gapText(toCents(ecart))),
      cell('total', '', totalBadge(statut)),
    );
  }
}
