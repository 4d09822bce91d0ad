import type { ProgrammeExport, TotalExport } from '../../../model/contract.ts';
import type { Geste } from '../../../model/correction.ts';
import { porteesListed } from './scope-choices.ts';
import { h } from './dom.ts';
import { counted, PORTEES, totalName } from './french.ts';
import { euros, eurosOfCents, sumOf, toCents } from './money.ts';
import { gapText, valuesOf } from './sums.ts';

/** Choosing what a total sums: the amounts are ticked in the table or on the page, and the sum follows. */
export class ScopeEditor {
  readonly element: HTMLElement;
  readonly total: TotalExport;
  #termes: Set<string>;
  readonly #sum = h('p', { class: 'somme', role: 'status' });
  readonly #kind: HTMLSelectElement;
  readonly #values: ReadonlyMap<string, string | null>;

  readonly #programme: ProgrammeExport;

  /** `document`: all programmes of its document, whose amounts it may sum. */
  constructor(
    { programme, total }: { readonly programme: ProgrammeExport; readonly total: TotalExport },
    document: readonly ProgrammeExport[],
    private readonly onChange: () => void,
    onDone: (geste: Geste | null) => void,
  ) {
    this.total = total;
    this.#termes = new Set(total.termes);
    this.#programme = programme;
    this.#values = valuesOf(document);
    this.#kind = h('select', { id: 'portee' }, ...porteesListed(programme).map(({ value, label }) => h('option', { value }, label)));
    this.#kind.value = JSON.stringify([total.portee, total.cle]);
    if (this.#kind.value === '') {
      this.#kind.append(h('option', { value: JSON.stringify([total.portee, total.cle]) }, PORTEES[total.portee]));
      this.#kind.value = JSON.stringify([total.portee, total.cle]);
    }
    this.#kind.addEventListener('change', () => this.#fill());
    this.element = h(
      'section',
      { class: 'portee', 'aria-label': 'Ce que couvre le total' },
      h('h3', {}, `Ce que couvre « ${totalName(total)} »`),
      h('p', { class: 'note' }, 'Cochez les montants qu’il additionne : dans le tableau (Espace ou clic) ou sur la page.'),
      h('p', {}, h('label', { for: 'portee' }, 'Il couvre '), this.#kind),
      this.#sum,
      h(
        'div',
        { class: 'boutons' },
        h('button', { type: 'button', class: 'principal', onclick: () => onDone(this.#geste()) }, 'Enregistrer cette portée'),
        h('button', { type: 'button', onclick: () => onDone(null) }, 'Abandonner'),
      ),
    );
    this.#say();
  }

  has(montant: string): boolean {
    return this.#termes.has(montant);
  }

  get termes(): readonly string[] {
    return [...this.#termes];
  }

  toggle(montant: string): void {
    if (!this.#values.has(montant)) return;
    if (!this.#termes.delete(montant)) this.#termes.add(montant);
    this.#say();
    this.onChange();
  }

  /** Takes the amounts of the chosen part that stand in the total's own column. */
  #fill(): void {
    const [portee, cle] = JSON.parse(this.#kind.value) as [TotalExport['portee'], string | null];
    if (portee === 'autre') return;
    const sameColumn = (rubrique: string, periode: unknown): boolean =>
      rubrique === this.total.rubrique && JSON.stringify(periode) === JSON.stringify(this.total.periode);
    this.#termes = new Set(
      this.#programme.lignes
        .filter(({ axe, section }) => portee === 'programme' || (portee === 'axe' ? String(axe) === cle : section === cle))
        .flatMap(({ montants }) => montants.filter(({ rubrique, periode }) => sameColumn(rubrique, periode)).map(({ id }) => id)),
    );
    this.#say();
    this.onChange();
  }

  #say(): void {
    const sum = sumOf([...this.#termes].map((id) => this.#values.get(id) ?? null));
    const gap = toCents(this.total.declare) - sum;
    this.#sum.textContent = `${counted(this.#termes.size, 'montant', 'montants')}, somme ${eurosOfCents(sum)} ; imprimé ${euros(this.total.declare)} ; écart ${gapText(gap)}`;
    this.#sum.classList.toggle('faux', gap !== 0n);
  }

  #geste(): Geste {
    const [portee, cle] = JSON.parse(this.#kind.value) as [TotalExport['portee'], string | null];
    return { type: 'changer_portee', portee, cle, termes: [...this.#termes] };
  }
}
