import type { ReviewQueue } from '../../../model/review.ts';
import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import type { DocumentAnswer, LecturesAnswer, PagesAnswer } from './answers.ts';
import { get } from './api.ts';
import { detailOf, previewSums } from './detail.ts';
import { commandsOn, shortcutsOf, type ViewActions } from './document-commands.ts';
import { documentExtras, findingsList } from './document-extras.ts';
import { documentLayout } from './document-layout.ts';
import { announce, h, toast } from './dom.ts';
import { editAmount, editText, editTotal, type Hand } from './edit-target.ts';
import { programmeName, STATUTS, STATUTS_SENS } from './french.ts';
import { Gestures, type Shown } from './gestures.ts';
import type { CellFacts } from './grid.ts';
import { keepFocus } from './keep-focus.ts';
import { LinesTable } from './lines-table.ts';
import { Picture, type Box } from './picture.ts';
import { programmeStatus } from './programme-status.ts';
import { addressOf } from './queue.ts';
import { ScopeEditor } from './scope.ts';
import { CorrectionSender } from './send-corrections.ts';
import { setShortcuts } from './shortcuts.ts';
import { known } from './state.ts';
import { constatsAt, marksOf, relatedOf, targetsOf, worriesOf, type Target } from './targets.ts';
import { TotalsTable } from './totals-table.ts';

/** One document under a reader's eyes: its page beside the table, what is chosen in one lit up in the other, and everything that can be corrected. */
export class DocumentView {
  readonly #picture: Picture;
  readonly #lines: LinesTable;
  readonly #totals: TotalsTable;
  readonly #title = h('h1', { tabindex: -1 });
  readonly #status = h('div', { class: 'etat-programme' });
  readonly #detail = h('section', { class: 'detail', 'aria-label': 'Ce qui est choisi' });
  readonly #scopePlace = h('div');
  readonly #extras = h('div', { class: 'annexes' });
  readonly #sender: CorrectionSender;
  readonly #gestures: Gestures;
  readonly #actions: ViewActions;
  #document: DocumentExport;
  #programme: ProgrammeExport | null = null;
  #targets: ReadonlyMap<string, Target> = new Map();
  #chosen: string | null = null;
  #lectures: LecturesAnswer['lectures'] | 'attente' = 'attente';
  #scope: ScopeEditor | null = null;
  #drawn: { readonly page: number; readonly box: Box } | null = null;

  constructor(
    private readonly place: HTMLElement,
    private readonly id: string,
    { document, version }: DocumentAnswer,
  ) {
    this.#document = document;
    this.#sender = new CorrectionSender(id, version, {
      adopt: (corrected) => this.#keepFocus(() => this.#adopt(corrected, this.#programme?.id ?? null)),
      restore: () => this.#keepFocus(() => this.#adopt(this.#document, this.#programme?.id ?? null)),
      undo: () => this.#gestures.undo(),
    });
    this.#gestures = new Gestures(
      () => this.#shown(),
      this.#hand,
      () => this.#picture.wipe(),
    );
    this.#actions = {
      nextWorry: (step) => this.#nextWorry(step),
      nextProgramme: () => void this.#nextProgramme(),
      editHere: () => this.#editHere(),
      startScope: () => this.#startScope(),
      toggleHere: () => this.#toggleHere(),
      leave: () => (location.hash = '#/file'),
      abandon: () => {
        this.#endScope();
        this.#picture.wipe();
      },
    };
    const handlers = {
      onFocus: (facts: CellFacts) => this.#choose(facts.id),
      onOpen: (facts: CellFacts, cell: HTMLElement) => this.#open(facts, cell),
    };
    this.#lines = new LinesTable(handlers);
    this.#totals = new TotalsTable(handlers);
    this.#picture = new Picture(id, {
      onPick: (picked) => this.#pick(picked),
      onPage: (page) => announce(`Page ${String(page)}`),
      onDraw: (drawn) => {
        this.#drawn = drawn;
        if (drawn !== null) toast('Rectangle tracé.', { label: 'Ajouter une ligne à cet endroit', run: () => this.#gestures.add() });
      },
    });
  }

  /** Shows the document, the programme and the place asked for; the picture and other readings come when they are there. */
  open(programme: string | null, place: string | null): void {
    this.place.replaceChildren(
      documentLayout({
        fichier: this.#document.fichier,
        picture: this.#picture.element,
        title: this.#title,
        status: this.#status,
        sender: this.#sender,
        scope: this.#scopePlace,
        lines: this.#lines.element,
        totals: this.#totals.element,
        extras: this.#extras,
        detail: this.#detail,
      }),
    );
    this.#picture.setCount(this.#document.pages ?? 1);
    this.#adopt(this.#document, programme ?? this.#document.programmes[0]?.id ?? null);
    setShortcuts(shortcutsOf(this.#gestures, this.#picture, this.#actions));
    const start = place ?? (this.#programme === null ? null : (worriesOf(this.#programme)[0] ?? null));
    if (start !== null && this.#targets.has(start)) this.#focusOn(start);
    else {
      this.#picture.show(this.#programme?.pages[0] ?? 1);
      this.#title.focus({ preventScroll: true });
    }
    void this.#fetchPages();
  }

  async #fetchPages(): Promise<void> {
    const count = this.#document.pages ?? 1;
    const { pages } = await get<PagesAnswer>(`/api/documents/${this.id}/pages`).catch((): PagesAnswer => ({ pages: null }));
    this.#picture.setPages(pages, count);
    this.#light();
    const { lectures } = await get<LecturesAnswer>(`/api/documents/${this.id}/lectures`).catch((): LecturesAnswer => ({ lectures: null }));
    this.#lectures = lectures;
    this.#showDetail();
  }

  /** Takes over the document as it stands now and shows it; what is chosen stays chosen where it is still there. */
  #adopt(document: DocumentExport, programmeId: string | null): void {
    const before = this.#programme?.id === programmeId ? this.#programme : null;
    this.#document = document;
    this.#programme = document.programmes.find(({ id }) => id === programmeId) ?? document.programmes[0] ?? null;
    this.#targets = targetsOf(document);
    this.#picture.setMarks(marksOf(document));
    if (this.#programme === null) return this.#showWithout();
    const programme = this.#programme;
    this.#title.textContent = programmeName(programme);
    window.document.title = `${programmeName(programme)} – relecture tfpb`;
    this.#lines.render(programme);
    this.#totals.render(programme, document.programmes);
    this.#showStatus(programme, before);
    this.#showExtras(programme);
    if (this.#chosen !== null && !this.#targets.has(this.#chosen)) this.#chosen = null;
    this.#light();
    this.#showDetail();
  }

  /** A file without a programme, or rejected: its findings are all there is. */
  #showWithout(): void {
    this.#title.textContent = this.#document.fichier;
    this.#status.replaceChildren(
      h(
        'p',
        {},
        this.#document.statut === 'rejete'
          ? 'Ce fichier n’a pas pu être lu.'
          : 'Aucun programme d’actions n’a été trouvé dans ce document.',
      ),
    );
    this.#lines.element.hidden = true;
    this.#totals.element.hidden = true;
    this.#extras.replaceChildren(findingsList(this.#document.constats, (page, box) => this.#showPlace(page, box)));
  }

  #showStatus(programme: ProgrammeExport, before: ProgrammeExport | null): void {
    const { badge, nodes } = programmeStatus(this.#document, programme, {
      nextWorry: () => this.#nextWorry(1),
      verify: (verifie) => this.#gestures.verify(verifie),
      nextProgramme: () => void this.#nextProgramme(),
      undo: () => this.#gestures.undo(),
      heading: () => this.#gestures.heading(),
      choose: (other) => (location.hash = addressOf({ document: this.id, programme: other })),
    });
    this.#status.replaceChildren(...nodes);
    if (before !== null && before.statut !== programme.statut) {
      badge.classList.add('nouveau');
      announce(`Le programme est maintenant ${STATUTS[programme.statut]} : ${STATUTS_SENS[programme.statut]}.`);
    }
  }

  #showExtras(programme: ProgrammeExport): void {
    const open = new Set([...this.#extras.querySelectorAll('details[open]')].map((each) => each.className));
    this.#extras.replaceChildren(
      ...documentExtras(this.#document, programme, open, {
        showPlace: (page, box) => this.#showPlace(page, box),
        cancel: ({ id, cible_sorte, cible }) =>
          this.#hand({ sorte: cible_sorte, id: cible }, { type: 'annuler', correction: id }, 'Correction annulée.'),
      }),
    );
  }

  #showPlace(page: number, box: Box | null): void {
    this.#picture.show(page);
    if (box === null) return;
    const hit = [...this.#targets.values()].find(
      (target) => target.sorte !== 'ligne' && (target.sorte === 'montant' ? target.montant : target.total).boite.join() === box.join(),
    );
    if (hit !== undefined) this.#focusOn(hit.id);
  }

  // What is chosen.

  #choose(id: string): void {
    if (this.#chosen === id) return;
    this.#chosen = id;
    this.#light();
    this.#showDetail();
  }

  /** A place on the page was clicked. */
  #pick(id: string): void {
    if (this.#scope !== null) return this.#scope.toggle(id);
    const target = this.#targets.get(id);
    if (target !== undefined && target.programme.id !== this.#programme?.id) this.#adopt(this.#document, target.programme.id);
    this.#focusOn(id);
  }

  #focusOn(id: string): void {
    const target = this.#targets.get(id);
    const grid = target?.sorte === 'total' ? this.#totals.grid : this.#lines.grid;
    const cell = grid.find(id, target?.sorte === 'total' ? 'declare' : undefined);
    if (cell !== null) grid.focus(cell);
    this.#choose(id);
  }

  get #target(): Target | null {
    return this.#chosen === null ? null : (this.#targets.get(this.#chosen) ?? null);
  }

  /** Lights up what is chosen on the page, and what it has to do with: the amounts of a total, the totals of an amount. */
  #light(): void {
    const target = this.#target;
    const related = this.#scope !== null ? this.#scope.termes : target === null ? [] : relatedOf(target);
    this.#picture.light(target === null ? [] : [target.id], related);
    for (const { grid } of [this.#lines, this.#totals]) grid.light(target?.id ?? null, related);
  }

  #showDetail(): void {
    const target = this.#target;
    if (target === null) {
      this.#detail.replaceChildren(
        h(
          'p',
          { class: 'note' },
          'Choisissez une case du tableau ou un endroit de la page : ce qui a été lu, et ce que vous pouvez en faire, s’affiche ici.',
        ),
      );
      return;
    }
    const lectures = this.#lectures === 'attente' ? null : (this.#lectures?.[target.id] ?? []);
    this.#detail.replaceChildren(
      ...detailOf({
        target,
        programmes: this.#document.programmes,
        lectures,
        constats: constatsAt(this.#document, target),
        commands: commandsOn(target, this.#gestures, this.#actions),
        onLecture: (lecture) => this.#gestures.take(lecture),
      }),
    );
  }

  // Corrections.

  /** What an editor or a gesture hands its correction to. */
  readonly #hand: Hand = (cible, geste, done) => void this.#sender.send(cible, geste, done);

  #shown(): Shown {
    const target = this.#target;
    const lectures = target === null || this.#lectures === 'attente' ? [] : (this.#lectures?.[target.id] ?? []);
    return { document: this.#document, programme: this.#programme, target, lectures, columns: this.#lines.columns, drawn: this.#drawn };
  }

  /** Tables are made anew under the reader: the focus stays where it was. */
  #keepFocus(render: () => void): void {
    keepFocus(
      render,
      (id, champ) =>
        this.#lines.grid.find(id, champ) ??
        this.#totals.grid.find(id, champ) ??
        (this.#chosen === null ? null : this.#lines.grid.find(this.#chosen)),
    );
  }

  #open(facts: CellFacts, cell: HTMLElement): void {
    const target = this.#targets.get(facts.id);
    if (target === undefined) return;
    if (this.#scope !== null) return this.#scope.toggle(facts.id);
    if (target.sorte === 'montant') return editAmount(target, cell, this.#hand, (value) => this.#preview(target.id, value));
    if (target.sorte === 'total') return editTotal(target, this.#totals.grid.find(target.id, 'declare') ?? cell, this.#hand);
    if (facts.champ === 'action' || facts.champ === 'ordre') return this.#gestures.file();
    if (facts.champ === 'description' || facts.champ === 'action_texte' || facts.champ === 'calendrier')
      editText(target, facts.champ, cell, this.#hand);
  }

  /** Enter from elsewhere than the cell: the cell that belongs to what is chosen. */
  #editHere(): void {
    const target = this.#target;
    if (target === null) return;
    const champ = target.sorte === 'montant' ? 'montant' : target.sorte === 'total' ? 'declare' : 'action_texte';
    const active = window.document.activeElement;
    const current =
      active instanceof HTMLElement &&
      active.dataset['cible'] === target.id &&
      target.sorte === 'ligne' &&
      active.dataset['champ'] !== 'ordre'
        ? active
        : null;
    const grid = target.sorte === 'total' ? this.#totals.grid : this.#lines.grid;
    const cell = current ?? grid.find(target.id, champ);
    if (cell === null) return;
    grid.focus(cell);
    this.#open({ sorte: target.sorte, id: target.id, champ: (cell.dataset['champ'] ?? champ) as CellFacts['champ'] }, cell);
  }

  /** The sums at every key, in the table of totals and beside what is chosen. */
  #preview(id: string, value: string | null | undefined): void {
    this.#totals.preview(id, value);
    previewSums(this.#detail, this.#document.programmes, id, value);
  }

  #startScope(): void {
    const target = this.#target;
    if (target === null || target.sorte !== 'total') return toast('Choisissez d’abord un total.');
    this.#endScope();
    this.#scope = new ScopeEditor(
      target,
      this.#document.programmes,
      () => this.#light(),
      (geste) => {
        this.#endScope();
        if (geste !== null) this.#hand({ sorte: 'total', id: target.id }, geste, 'Portée changée.');
        this.#focusOn(target.id);
      },
    );
    this.#scopePlace.replaceChildren(this.#scope.element);
    this.#lines.grid.table.classList.add('a-cocher');
    this.#scope.element.scrollIntoView({ block: 'nearest' });
    this.#light();
    const first = this.#lines.grid.table.querySelector<HTMLElement>('td.montant[data-cible]');
    if (first !== null) this.#lines.grid.focus(first);
  }

  #endScope(): void {
    this.#scope = null;
    this.#scopePlace.replaceChildren();
    this.#lines.grid.table.classList.remove('a-cocher');
    this.#light();
  }

  // Going on.

  #nextWorry(step: number): void {
    const programme = this.#programme;
    if (programme === null) return;
    const worries = worriesOf(programme);
    if (worries.length === 0) return toast('Plus rien de douteux dans ce programme. v : le marquer comme vérifié.');
    const at = this.#chosen === null ? -1 : worries.indexOf(this.#chosen);
    const next = worries[(at + step + worries.length) % worries.length];
    if (next !== undefined) this.#focusOn(next);
  }

  async #nextProgramme(): Promise<void> {
    const { debut: _debut, ...query } = known.queueQuery;
    const { items } = await get<ReviewQueue>('/api/file', { ...query, limite: 20 });
    const next = items.find(({ programme }) => programme !== this.#programme?.id);
    if (next === undefined) toast('C’était le dernier programme de la file.');
    else location.hash = addressOf(next);
  }

  #toggleHere(): void {
    const cell = window.document.activeElement;
    const id = cell instanceof HTMLElement ? cell.dataset['cible'] : undefined;
    if (id !== undefined) this.#scope?.toggle(id);
  }
}

/** Fetches a document and shows it. */
export async function showDocument(place: HTMLElement, id: string, programme: string | null, target: string | null): Promise<void> {
  const answer = await get<DocumentAnswer>(`/api/documents/${id}`);
  new DocumentView(place, id, answer).open(programme, target);
}
