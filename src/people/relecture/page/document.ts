import type { ReviewQueue } from '../../../model/review.ts';
import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import type { Cible, Geste } from '../../../model/correction.ts';
import { pickAction } from './action-picker.ts';
import type { DocumentAnswer, LectureAnswer, LecturesAnswer, PagesAnswer } from './answers.ts';
import { correct, get, Refused } from './api.ts';
import { detailOf, previewSums, type Command } from './detail.ts';
import { announce, h, toast } from './dom.ts';
import { documentExtras, findingsList } from './document-extras.ts';
import { editAmount, editText, editTotal, type Hand } from './edit-target.ts';
import { programmeStatus } from './programme-status.ts';
import { programmeName, STATUTS, STATUTS_SENS, totalName } from './french.ts';
import type { CellFacts } from './grid.ts';
import { correctHeading } from './heading-form.ts';
import { lastApplied, lastUndone } from './journal.ts';
import { addLine, divideLine } from './line-forms.ts';
import { LinesTable } from './lines-table.ts';
import { euros } from './money.ts';
import { Picture, type Box } from './picture.ts';
import { addressOf } from './queue.ts';
import { ScopeEditor } from './scope.ts';
import { setShortcuts, type Shortcut } from './shortcuts.ts';
import { known } from './state.ts';
import { constatsAt, marksOf, targetsOf, worriesOf, type Target } from './targets.ts';
import { TotalsTable } from './totals-table.ts';

/** One document under a reader's eyes: its page beside the table, what is chosen in one lit up in the other, and everything that can be corrected. */
export class DocumentView {
  readonly #picture: Picture;
  readonly #lines: LinesTable;
  readonly #totals: TotalsTable;
  readonly #title = h('h1', { tabindex: -1 });
  readonly #status = h('div', { class: 'etat-programme' });
  readonly #notice = h('div', { class: 'avis', role: 'alert' });
  readonly #detail = h('section', { class: 'detail', 'aria-label': 'Ce qui est choisi' });
  readonly #scopePlace = h('div');
  readonly #extras = h('div', { class: 'annexes' });
  readonly #motif = h('input', { type: 'text', id: 'motif', maxlength: 500, autocomplete: 'off' });
  #document: DocumentExport;
  #version: number;
  #programme: ProgrammeExport | null = null;
  #targets: ReadonlyMap<string, Target> = new Map();
  #chosen: string | null = null;
  #lectures: LecturesAnswer['lectures'] | 'attente' = 'attente';
  #scope: ScopeEditor | null = null;
  #drawn: { readonly page: number; readonly box: Box } | null = null;
  #underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly place: HTMLElement,
    private readonly id: string,
    { document, version }: DocumentAnswer,
  ) {
    this.#document = document;
    this.#version = version;
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
        if (drawn !== null) toast('Rectangle tracé.', { label: 'Ajouter une ligne à cet endroit', run: () => this.#add() });
      },
    });
  }

  /** Shows the document, the programme and the place asked for; the picture and other readings come when they are there. */
  open(programme: string | null, place: string | null): void {
    this.place.replaceChildren(
      h(
        'div',
        { class: 'relecture' },
        this.#picture.element,
        h(
          'div',
          { class: 'vue-lecture' },
          h(
            'div',
            { class: 'tete' },
            h('p', { class: 'fil' }, h('a', { href: '#/file' }, 'À relire'), ' › ', this.#document.fichier),
            this.#title,
            this.#status,
            this.#notice,
          ),
          this.#scopePlace,
          h('div', { class: 'corps' }, this.#lines.element, h('h2', {}, 'Totaux imprimés'), this.#totals.element, this.#extras),
          h(
            'div',
            { class: 'pied' },
            this.#detail,
            h('p', { class: 'motif' }, h('label', { for: 'motif' }, 'Motif de la prochaine correction (facultatif)'), this.#motif),
          ),
        ),
      ),
    );
    this.#picture.setCount(this.#document.pages ?? 1);
    this.#adopt(this.#document, programme ?? this.#document.programmes[0]?.id ?? null);
    setShortcuts(this.#shortcuts());
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
      verify: (verifie) => this.#verify(verifie),
      nextProgramme: () => void this.#nextProgramme(),
      undo: () => this.#undo(),
      heading: () => this.#heading(),
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
          void this.#apply({ sorte: cible_sorte, id: cible }, { type: 'annuler', correction: id }, 'Correction annulée.'),
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
        commands: this.#commands(target),
        onLecture: (lecture) => this.#take(lecture),
      }),
    );
  }

  #commands(target: Target): readonly Command[] {
    const own = (label: string, key: string, run: () => void): Command => ({ label, key, run });
    const line = [
      own('Rattacher', 'r', () => this.#file()),
      own('Ajouter une ligne après', 'i', () => this.#add()),
      own('Diviser', 'd', () => this.#divide()),
      own('Joindre à la suivante', 'j', () => this.#join()),
      own('Retirer la ligne', 'x', () => this.#remove()),
    ];
    if (target.sorte === 'total')
      return [
        own('Corriger', 'Entrée', () => this.#editHere()),
        own('Confirmer', 'c', () => this.#confirm()),
        own('Changer sa portée', 'p', () => this.#startScope()),
        own('Ce n’est pas un total', 'x', () => this.#remove()),
      ];
    if (target.sorte === 'ligne')
      return [own('Corriger le texte', 'Entrée', () => this.#editHere()), own('Confirmer', 'c', () => this.#confirm()), ...line];
    return [
      own('Corriger', 'Entrée', () => this.#editHere()),
      own('Confirmer', 'c', () => this.#confirm()),
      own('Autre lecture', 'a', () => this.#otherReading()),
      ...line,
    ];
  }

  // Corrections.

  /** What an editor hands its correction to. */
  readonly #hand: Hand = (cible, geste, done) => void this.#apply(cible, geste, done);

  /** Sends one correction; what comes back is the document as corrected. Somebody else's change in between is told, and nothing is overwritten. */
  #apply(cible: Cible, geste: Geste, done: string): Promise<void> {
    // One after the other: each is made on what the one before left.
    this.#underWay = this.#underWay.then(() => this.#applyNow(cible, geste, done));
    return this.#underWay;
  }

  async #applyNow(cible: Cible, geste: Geste, done: string): Promise<void> {
    const motif = this.#motif.value.trim() || null;
    try {
      const { document, version } = await correct(this.id, this.#version, cible, geste, motif);
      this.#version = version;
      this.#motif.value = '';
      this.#notice.replaceChildren();
      this.#keepFocus(() => this.#adopt(document, this.#programme?.id ?? null));
      if (geste.type === 'annuler') toast(done);
      else toast(done, { label: 'Annuler', run: () => this.#undo() });
    } catch (error) {
      if (!(error instanceof Refused)) {
        console.error(error);
        this.#notice.replaceChildren(
          h('p', {}, 'Une erreur imprévue a empêché cette correction. Rechargez la page pour voir ce qui est enregistré.'),
        );
      } else if (error.status === 409) await this.#conflict(geste).catch(() => this.#notice.replaceChildren(h('p', {}, error.message)));
      else {
        this.#notice.replaceChildren(h('p', {}, error.message));
        this.#keepFocus(() => this.#adopt(this.#document, this.#programme?.id ?? null));
      }
    }
  }

  /** Another reader was quicker: their work stands, the reader of this page sees it and decides again. */
  async #conflict(geste: Geste): Promise<void> {
    const { document, version } = await get<DocumentAnswer>(`/api/documents/${this.id}`);
    const last = document.corrections.at(-1);
    this.#version = version;
    this.#keepFocus(() => this.#adopt(document, this.#programme?.id ?? null));
    const typedValue =
      geste.type === 'corriger_montant' || geste.type === 'corriger_total'
        ? ` Vous aviez saisi ${euros(geste.montant)}.`
        : geste.type === 'corriger_texte'
          ? ` Vous aviez saisi « ${geste.texte ?? ''} ».`
          : '';
    this.#notice.replaceChildren(
      h(
        'p',
        {},
        `${last?.par ?? 'Un autre lecteur'} a corrigé ce document pendant que vous le lisiez. Votre correction n’a pas été enregistrée ; le document affiché est à jour : vérifiez, puis recommencez s’il y a lieu.${typedValue}`,
      ),
    );
  }

  /** Tables are made anew under the reader: the focus stays where it was. */
  #keepFocus(render: () => void): void {
    const active = window.document.activeElement;
    const cell = active instanceof HTMLElement ? active.closest<HTMLElement>('[data-cible]') : null;
    const [id, champ] = [cell?.dataset['cible'], cell?.dataset['champ']];
    render();
    if (id === undefined || cell?.isConnected === true) return;
    const again =
      this.#lines.grid.find(id, champ) ??
      this.#totals.grid.find(id, champ) ??
      (this.#chosen === null ? null : this.#lines.grid.find(this.#chosen));
    again?.focus({ preventScroll: true });
  }

  #open(facts: CellFacts, cell: HTMLElement): void {
    const target = this.#targets.get(facts.id);
    if (target === undefined) return;
    if (this.#scope !== null) return this.#scope.toggle(facts.id);
    if (target.sorte === 'montant') return editAmount(target, cell, this.#hand, (value) => this.#preview(target.id, value));
    if (target.sorte === 'total') return editTotal(target, this.#totals.grid.find(target.id, 'declare') ?? cell, this.#hand);
    if (facts.champ === 'action' || facts.champ === 'ordre') return this.#file();
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

  #take({ montant }: LectureAnswer): void {
    const target = this.#target;
    if (target?.sorte === 'montant')
      void this.#apply(target, { type: 'corriger_montant', montant }, `Lecture retenue : ${euros(montant)}.`);
    else if (target?.sorte === 'total' && montant !== null)
      void this.#apply(target, { type: 'corriger_total', montant }, `Lecture retenue : ${euros(montant)}.`);
  }

  /** The next of the possible readings after the one that stands, round and round. */
  #otherReading(): void {
    const target = this.#target;
    if (target === null || target.sorte === 'ligne') return;
    const lectures = this.#lectures === 'attente' || this.#lectures === null ? [] : (this.#lectures[target.id] ?? []);
    const present = target.sorte === 'montant' ? target.montant.montant : target.total.declare;
    const different = lectures.filter((each, index) => lectures.findIndex(({ montant }) => montant === each.montant) === index);
    const at = different.findIndex(({ montant }) => montant === present);
    const next = different[(at + 1) % Math.max(1, different.length)];
    if (next === undefined || next.montant === present) return toast('Pas d’autre lecture de ce chiffre. Entrée pour le corriger.');
    this.#take(next);
  }

  #numberedReading(number: number): void {
    const target = this.#target;
    if (target === null || this.#lectures === 'attente' || this.#lectures === null) return;
    const lecture = this.#lectures[target.id]?.[number - 1];
    if (lecture !== undefined) this.#take(lecture);
  }

  #confirm(): void {
    const target = this.#target;
    if (target === null) return;
    void this.#apply({ sorte: target.sorte, id: target.id }, { type: 'verifier', verifie: true }, 'Confirmé : la lecture est juste.');
  }

  #file(): void {
    const target = this.#target;
    if (target === null || target.sorte === 'total') return;
    const { ligne } = target;
    pickAction({ axe: ligne.axe, action: ligne.action }, ligne.action_suggeree, (filing) => {
      const where = filing.action ?? (filing.axe === null ? 'rien' : `axe ${String(filing.axe)}`);
      void this.#apply(
        { sorte: 'ligne', id: ligne.id },
        { type: 'corriger_action', ...filing },
        `Ligne ${String(ligne.ordre)} rattachée à ${where}.`,
      );
    });
  }

  #add(): void {
    const programme = this.#programme;
    if (programme === null) return;
    const target = this.#target;
    const drawn = this.#drawn;
    // A place that was drawn says after which line it stands.
    const above =
      drawn === null
        ? null
        : (programme.lignes.findLast(({ page, boite }) => page < drawn.page || (page === drawn.page && boite[1] <= drawn.box[1])) ?? null);
    const after = drawn !== null ? above : target === null || target.sorte === 'total' ? (programme.lignes.at(-1) ?? null) : target.ligne;
    addLine(programme, this.#lines.columns, after, drawn, (geste) => {
      this.#picture.wipe();
      void this.#apply({ sorte: 'programme', id: programme.id }, geste, 'Ligne ajoutée.');
    });
  }

  #divide(): void {
    const target = this.#target;
    if (target === null || target.sorte === 'total') return;
    divideLine(target.ligne, (geste) => void this.#apply({ sorte: 'ligne', id: target.ligne.id }, geste, 'Ligne divisée.'));
  }

  #join(): void {
    const target = this.#target;
    if (target === null || target.sorte === 'total') return;
    const { lignes } = target.programme;
    const next = lignes[lignes.findIndex(({ id }) => id === target.ligne.id) + 1];
    if (next === undefined) return toast('C’est la dernière ligne : il n’y en a pas de suivante.');
    void this.#apply(
      { sorte: 'ligne', id: target.ligne.id },
      { type: 'reunir_lignes', autres: [next.id] },
      `Lignes ${String(target.ligne.ordre)} et ${String(next.ordre)} réunies.`,
    );
  }

  #remove(): void {
    const target = this.#target;
    if (target === null) return;
    if (target.sorte === 'total')
      void this.#apply(target, { type: 'retirer_total' }, `« ${totalName(target.total)} » n’est plus un total.`);
    else
      void this.#apply({ sorte: 'ligne', id: target.ligne.id }, { type: 'retirer_ligne' }, `Ligne ${String(target.ligne.ordre)} retirée.`);
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
        if (geste !== null) void this.#apply({ sorte: 'total', id: target.id }, geste, 'Portée changée.');
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

  #verify(verifie: boolean): void {
    const programme = this.#programme;
    if (programme === null) return;
    void this.#apply(
      { sorte: 'programme', id: programme.id },
      { type: 'verifier', verifie },
      verifie ? 'Programme vérifié. s : programme suivant.' : 'Le programme n’est plus marqué comme vérifié.',
    );
  }

  #undo(): void {
    const last = lastApplied(this.#document);
    if (last === null) return toast('Rien à annuler.');
    void this.#apply(
      { sorte: last.cible_sorte, id: last.cible },
      { type: 'annuler', correction: last.id },
      'Correction annulée. Maj + U : la rétablir.',
    );
  }

  #redo(): void {
    const last = lastUndone(this.#document);
    if (last === null) return toast('Rien à rétablir.');
    void this.#apply({ sorte: last.cible_sorte, id: last.cible }, { type: 'annuler', correction: last.id }, 'Correction rétablie.');
  }

  #heading(): void {
    const programme = this.#programme;
    if (programme === null) return;
    correctHeading(
      programme,
      (valeurs) => void this.#apply({ sorte: 'programme', id: programme.id }, { type: 'corriger_entete', valeurs }, 'En-tête corrigé.'),
    );
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

  #shortcuts(): readonly Shortcut[] {
    const key = (keys: readonly string[], shown: string, what: string, run: () => void): Shortcut => ({ keys, shown, what, run });
    return [
      key(['n'], 'n', 'prochain endroit à regarder', () => this.#nextWorry(1)),
      key(['N'], 'Maj + n', 'endroit à regarder précédent', () => this.#nextWorry(-1)),
      key([], 'Entrée', 'corriger la case', () => undefined),
      key(['c'], 'c', 'confirmer ce qui est lu', () => this.#confirm()),
      key(['a'], 'a', 'autre lecture du chiffre', () => this.#otherReading()),
      ...Array.from({ length: 9 }, (_, index) =>
        key([String(index + 1)], index === 0 ? '1 à 9' : '', 'lecture de ce rang', () => this.#numberedReading(index + 1)),
      ),
      key(['r'], 'r', 'rattacher la ligne à une action du référentiel', () => this.#file()),
      key(['i'], 'i', 'ajouter une ligne après', () => this.#add()),
      key(['d'], 'd', 'diviser la ligne', () => this.#divide()),
      key(['j'], 'j', 'joindre à la ligne suivante', () => this.#join()),
      key(['x', 'Delete'], 'x', 'retirer la ligne, ou le total', () => this.#remove()),
      key(['p'], 'p', 'changer ce que couvre le total', () => this.#startScope()),
      key([' '], 'Espace', 'cocher un montant, quand on change une portée', () => this.#toggleHere()),
      key(['e'], 'e', 'corriger l’en-tête', () => this.#heading()),
      key(['v'], 'v', 'marquer le programme comme vérifié', () => this.#verify(true)),
      key(['u', 'Ctrl+z'], 'u', 'annuler la dernière correction', () => this.#undo()),
      key(['U', 'Ctrl+y'], 'Maj + u', 'rétablir', () => this.#redo()),
      key(['s'], 's', 'programme suivant de la file', () => void this.#nextProgramme()),
      key(['f'], 'f', 'revenir à la file', () => (location.hash = '#/file')),
      key(['+'], '+', 'agrandir la page', () => this.#picture.zoom(1)),
      key(['-'], '-', 'réduire la page', () => this.#picture.zoom(-1)),
      key(['0'], '0', 'page sur toute la largeur', () => this.#picture.zoom(0)),
      key(['o'], 'o', 'tourner la page', () => this.#picture.rotate()),
      key([','], ',', 'page précédente', () => this.#picture.turnPage(-1)),
      key([';'], ';', 'page suivante', () => this.#picture.turnPage(1)),
      key(['Escape'], 'Échap', 'abandonner', () => {
        this.#endScope();
        this.#picture.wipe();
      }),
    ];
  }

  #toggleHere(): void {
    const cell = window.document.activeElement;
    const id = cell instanceof HTMLElement ? cell.dataset['cible'] : undefined;
    if (id !== undefined) this.#scope?.toggle(id);
  }
}

function relatedOf(target: Target): readonly string[] {
  if (target.sorte === 'total') return target.total.termes;
  const own = target.sorte === 'montant' ? [target.montant.id] : target.ligne.montants.map(({ id }) => id);
  const totals = target.programme.totaux.filter(({ termes }) => own.some((id) => termes.includes(id))).map(({ id }) => id);
  return target.sorte === 'ligne' ? [...own, ...totals] : totals;
}

/** Fetches a document and shows it. */
export async function showDocument(place: HTMLElement, id: string, programme: string | null, target: string | null): Promise<void> {
  const answer = await get<DocumentAnswer>(`/api/documents/${id}`);
  new DocumentView(place, id, answer).open(programme, target);
}
