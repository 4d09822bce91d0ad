/** What a cell is about, and what may be changed in it. */
export interface CellFacts {
  readonly sorte: 'montant' | 'ligne' | 'total';
  readonly id: string;
  readonly champ: 'ordre' | 'action' | 'action_texte' | 'description' | 'calendrier' | 'montant' | 'declare' | 'total';
}

interface Handlers {
  /** The focus came to a cell. */
  readonly onFocus: (facts: CellFacts, cell: HTMLElement) => void;
  /** Enter, F2 or a double click. */
  readonly onOpen: (facts: CellFacts, cell: HTMLElement) => void;
}

/**
 * The keyboard of a table: one stop of the tabulator, arrows from cell to cell (the ARIA pattern « grid »). A key touches two cells, however many there are.
 */
export class Grid {
  #cells = new WeakMap<HTMLElement, CellFacts>();
  #current: HTMLElement | null = null;
  #lit: HTMLElement[] = [];

  constructor(
    readonly table: HTMLTableElement,
    private readonly handlers: Handlers,
  ) {
    table.setAttribute('role', 'grid');
    table.addEventListener('keydown', (event) => this.#key(event));
    table.addEventListener('focusin', ({ target }) => this.#arrive(target));
    table.addEventListener('dblclick', ({ target }) => this.#open(target));
  }

  /** Makes an element a cell of the grid. */
  enrol<T extends HTMLElement>(cell: T, facts: CellFacts): T {
    this.#cells.set(cell, facts);
    cell.tabIndex = -1;
    cell.dataset['cible'] = facts.id;
    cell.dataset['champ'] = facts.champ;
    return cell;
  }

  /** After rows have changed: some cell can be reached with the tabulator. */
  settle(): void {
    if (this.#current?.isConnected === true) return;
    this.#current = this.table.querySelector<HTMLElement>('[data-cible]');
    if (this.#current !== null) this.#current.tabIndex = 0;
  }

  find(id: string, champ?: string): HTMLElement | null {
    const which = champ === undefined ? '' : `[data-champ="${champ}"]`;
    return this.table.querySelector<HTMLElement>(`[data-cible="${CSS.escape(id)}"]${which}`);
  }

  /** Lights up the cells of what is chosen and of what it has to do with: one look at each cell, however many are lit. */
  light(chosen: string | null, related: readonly string[]): void {
    for (const cell of this.#lit) cell.classList.remove('choisi', 'lie');
    this.#lit = [];
    if (chosen === null && related.length === 0) return;
    const others = new Set(related);
    for (const cell of this.table.querySelectorAll<HTMLElement>('[data-cible]')) {
      const id = cell.dataset['cible'] ?? '';
      const kinds = [...(id === chosen ? ['choisi'] : []), ...(others.has(id) ? ['lie'] : [])];
      if (kinds.length === 0) continue;
      cell.classList.add(...kinds);
      this.#lit.push(cell);
    }
  }

  focus(cell: HTMLElement): void {
    this.#makeCurrent(cell);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #makeCurrent(cell: HTMLElement): void {
    if (this.#current !== null) this.#current.tabIndex = -1;
    this.#current = cell;
    cell.tabIndex = 0;
  }

  #cellOf(target: EventTarget | null): HTMLElement | null {
    return target instanceof Element ? target.closest<HTMLElement>('[data-cible]') : null;
  }

  #arrive(target: EventTarget | null): void {
    const cell = this.#cellOf(target);
    const facts = cell === null ? undefined : this.#cells.get(cell);
    if (cell === null || facts === undefined || cell !== target) return;
    this.#makeCurrent(cell);
    this.handlers.onFocus(facts, cell);
  }

  #open(target: EventTarget | null): void {
    const cell = this.#cellOf(target);
    const facts = cell === null ? undefined : this.#cells.get(cell);
    if (cell !== null && facts !== undefined) this.handlers.onOpen(facts, cell);
  }

  #key(event: KeyboardEvent): void {
    const cell = event.target instanceof HTMLElement ? event.target : null;
    if (cell === null || !this.#cells.has(cell) || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.#open(cell);
      return;
    }
    const next = this.#neighbour(cell, event);
    if (next === null) return;
    event.preventDefault();
    this.focus(next);
  }

  #neighbour(cell: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLElement | null {
    const row = cell.closest('tr');
    if (row === null) return null;
    const own = cellsOf(row);
    const at = own.indexOf(cell);
    switch (key) {
      case 'ArrowRight':
        return own[at + 1] ?? null;
      case 'ArrowLeft':
        return own[at - 1] ?? null;
      case 'Home':
        return ctrlKey ? this.#inRow(this.#rows()[0], 0) : (own[0] ?? null);
      case 'End':
        return ctrlKey ? this.#inRow(this.#rows().at(-1), Infinity) : (own.at(-1) ?? null);
      case 'ArrowDown':
        return this.#step(row, at, 1);
      case 'ArrowUp':
        return this.#step(row, at, -1);
      case 'PageDown':
        return this.#step(row, at, 10);
      case 'PageUp':
        return this.#step(row, at, -10);
      default:
        return null;
    }
  }

  #rows(): HTMLTableRowElement[] {
    return [...this.table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.querySelector('[data-cible]') !== null);
  }

  /** So many rows of cells on, headings passed over; at the edge, the last row there is. */
  #step(row: HTMLTableRowElement, column: number, steps: number): HTMLElement | null {
    let left = Math.abs(steps);
    let last: Element | null = null;
    for (let next = sibling(row, steps); next !== null && left > 0; next = sibling(next, steps)) {
      if (next.querySelector('[data-cible]') === null) continue;
      last = next;
      left -= 1;
    }
    return last === null ? null : this.#inRow(last, column);
  }

  #inRow(row: Element | undefined, column: number): HTMLElement | null {
    if (row === undefined) return null;
    const cells = cellsOf(row);
    return cells[Math.min(column, cells.length - 1)] ?? null;
  }
}

function sibling(row: Element, direction: number): Element | null {
  return direction > 0 ? row.nextElementSibling : row.previousElementSibling;
}

function cellsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('[data-cible]')];
}
