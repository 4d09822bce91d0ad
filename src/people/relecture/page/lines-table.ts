import type { LigneExport, MontantExport, ProgrammeExport } from '../../../model/contract.ts';
import { amountsByColumn, columnsOf, isDoubtful, type Column } from './columns.ts';
import { h, hidden, setRows } from './dom.ts';
import { Grid, type CellFacts } from './grid.ts';
import { euros } from './money.ts';
import { actionLabel, axeLabel } from './state.ts';

interface Handlers {
  readonly onFocus: (facts: CellFacts, cell: HTMLElement) => void;
  readonly onOpen: (facts: CellFacts, cell: HTMLElement) => void;
}

const SECTIONS = { actions_specifiques: 'Actions spécifiques', droit_commun: 'Renforcement du droit commun' } as const;

/** The lines of a programme as a table: one row a line, one column for each column of amounts. Rows that did not change are kept as they are. */
export class LinesTable {
  readonly element: HTMLElement;
  readonly grid: Grid;
  readonly #head = h('thead');
  readonly #body = h('tbody');
  #rows = new Map<string, { readonly made: string; readonly row: HTMLTableRowElement }>();
  #columns: readonly Column[] = [];

  constructor(handlers: Handlers) {
    const table = h('table', { class: 'lignes', 'aria-label': 'Lignes lues' }, this.#head, this.#body);
    this.grid = new Grid(table, handlers);
    this.element = h('div', {}, table);
  }

  get columns(): readonly Column[] {
    return this.#columns;
  }

  render(programme: ProgrammeExport): void {
    this.#columns = columnsOf(programme);
    const hasCalendar = programme.lignes.some(({ calendrier }) => calendrier !== null);
    const hasText = programme.lignes.some(({ description }) => description !== null);
    const shape = JSON.stringify([this.#columns.map(({ key, heading }) => [key, heading]), hasCalendar, hasText]);
    this.#head.replaceChildren(headRow(this.#columns, hasText, hasCalendar));
    const kept = new Map<string, { made: string; row: HTMLTableRowElement }>();
    const rows: HTMLTableRowElement[] = [];
    let heading = '';
    const width = 3 + Number(hasText) + Number(hasCalendar) + this.#columns.length;
    for (const ligne of programme.lignes) {
      const group = groupOf(ligne);
      if (group !== heading && group !== '') rows.push(this.#groupRow(`${ligne.id} ${group}`, width, group, kept));
      heading = group;
      const made = shape + JSON.stringify(ligne);
      const known = this.#rows.get(ligne.id);
      const row = known?.made === made ? known.row : this.#row(ligne, hasText, hasCalendar);
      kept.set(ligne.id, { made, row });
      rows.push(row);
    }
    this.#rows = kept;
    setRows(this.#body, rows);
    this.grid.settle();
  }

  #groupRow(key: string, width: number, group: string, kept: Map<string, { made: string; row: HTMLTableRowElement }>): HTMLTableRowElement {
    const made = String(width);
    const known = this.#rows.get(key);
    const row = known?.made === made ? known.row : h('tr', { class: 'groupe' }, h('th', { colspan: width, scope: 'colgroup' }, group));
    kept.set(key, { made, row });
    return row;
  }

  #row(ligne: LigneExport, hasText: boolean, hasCalendar: boolean): HTMLTableRowElement {
    const { id, ordre, action, axe, action_texte, description, calendrier, action_suggeree } = ligne;
    const cell = (champ: CellFacts['champ'], kind: string, ...content: (Node | string | null)[]): HTMLElement =>
      this.grid.enrol(h('td', { class: kind }, ...content), { sorte: 'ligne', id, champ });
    const amounts = amountsByColumn(ligne);
    const code = action ?? (axe === null ? '–' : `axe ${String(axe)}`);
    const filing = h(
      'span',
      { class: 'code', title: action !== null ? actionLabel(action) : axe === null ? 'sans action' : axeLabel(axe) },
      code,
    );
    return h(
      'tr',
      { 'data-ligne': id },
      this.grid.enrol(h('th', { scope: 'row', class: 'ordre' }, hidden('ligne '), String(ordre)), { sorte: 'ligne', id, champ: 'ordre' }),
      cell(
        'action',
        'filage',
        filing,
        action_suggeree === null ? null : h('span', { class: 'note', title: actionLabel(action_suggeree) }, ` → ${action_suggeree}`),
      ),
      cell('action_texte', 'intitule', action_texte ?? ''),
      hasText ? cell('description', 'texte', description ?? '') : null,
      hasCalendar ? cell('calendrier', 'court', calendrier ?? '') : null,
      ...this.#columns.map(({ key }) => {
        const montant = amounts.get(key);
        return montant === undefined ? h('td', { class: 'montant absent' }) : this.#amount(montant);
      }),
    );
  }

  #amount(montant: MontantExport): HTMLElement {
    const doubt = isDoubtful(montant);
    const isRead = montant.corrige?.par === 'relecture';
    const [sign, words] = doubt ? ['?', 'douteux'] : isRead ? ['✎', 'relu'] : montant.preuves.length > 0 ? ['✓', 'prouvé'] : ['', ''];
    return this.grid.enrol(
      h(
        'td',
        { class: `montant${doubt ? ' douteux' : ''}` },
        sign === '' ? null : h('span', { class: 'signe', 'aria-hidden': 'true', title: words }, sign),
        h('span', { class: 'valeur' }, euros(montant.montant)),
        words === '' ? null : hidden(`, ${words}`),
      ),
      { sorte: 'montant', id: montant.id, champ: 'montant' },
    );
  }
}

function headRow(columns: readonly Column[], hasText: boolean, hasCalendar: boolean): HTMLElement {
  const heads = ['Action', 'Intitulé', ...(hasText ? ['Description'] : []), ...(hasCalendar ? ['Calendrier'] : [])];
  return h(
    'tr',
    {},
    h('th', { scope: 'col', class: 'ordre' }, h('abbr', { title: 'numéro' }, 'n°')),
    ...heads.map((head) => h('th', { scope: 'col' }, head)),
    ...columns.map(({ heading, note }) =>
      h(
        'th',
        { scope: 'col', class: 'montant', title: heading },
        h('span', { class: 'entete' }, heading),
        h('span', { class: 'note' }, note),
      ),
    ),
  );
}

function groupOf({ section, axe, axe_texte }: LigneExport): string {
  const parts = [section === null ? null : SECTIONS[section], axe_texte ?? (axe === null ? null : `Axe ${String(axe)}`)];
  return parts.filter((part) => part !== null).join(' – ');
}
