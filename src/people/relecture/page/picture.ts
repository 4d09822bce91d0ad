import { h, s } from './dom.ts';

export type Box = readonly [number, number, number, number];

/** A place on a page that can be chosen. `kinds`: classes. */
export interface Mark {
  readonly id: string;
  readonly page: number;
  readonly box: Box;
  readonly kinds: string;
  /** What is read there: drawn in place of the picture where there is none. */
  readonly text: string;
}

export interface PageSize {
  readonly largeur: number;
  readonly hauteur: number;
}

interface Handlers {
  readonly onPick: (id: string) => void;
  readonly onPage: (page: number) => void;
  /** The reader drew a rectangle; `null`: it was wiped out. */
  readonly onDraw: (place: { readonly page: number; readonly box: Box } | null) => void;
}

const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];
/** From here on the picture is asked for in more detail. */
const FINE_ZOOM = 1.3;
/** A click that trembles is no rectangle. */
const SMALLEST_DRAWN = 6;

/** A page of the document with what was read on it: choose a place, enlarge, turn, draw a rectangle. Screen readers read the table instead, which says the same. */
export class Picture {
  readonly element: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #support = h('div', { class: 'support' });
  readonly #sheet = h('div', { class: 'feuille' });
  readonly #boxes = s('svg', { 'aria-hidden': 'true', class: 'boites' });
  readonly #drawn = s('rect', { class: 'dessin' });
  readonly #pageName = h('span', { class: 'page' });
  readonly #zoomName = h('span', { class: 'page' });
  #sizes: readonly PageSize[] = [];
  #hasPictures = true;
  #marks: readonly Mark[] = [];
  #shapes = new Map<string, SVGElement[]>();
  #lit: SVGElement[] = [];
  #page = 1;
  #pages = 1;
  #zoom = 1;
  #turn = 0;
  #image: HTMLImageElement | null = null;
  /** The address of the picture on screen; empty: there is none; `null`: nothing has been shown yet. */
  #shown: string | null = null;

  constructor(
    private readonly document: string,
    private readonly handlers: Handlers,
  ) {
    const button = (label: string, name: string, run: () => void): HTMLElement =>
      h('button', { type: 'button', title: name, 'aria-label': name, onclick: run }, label);
    this.#frame = h('div', { class: 'cadre', tabindex: 0, role: 'region', 'aria-label': 'Image de la page' }, this.#support);
    this.#support.append(this.#sheet);
    this.element = h(
      'section',
      { class: 'vue-page', 'aria-label': 'Page du document' },
      h(
        'div',
        { class: 'barre', role: 'toolbar', 'aria-label': 'Page et agrandissement' },
        button('◀', 'Page précédente', () => this.turnPage(-1)),
        this.#pageName,
        button('▶', 'Page suivante', () => this.turnPage(1)),
        h('span', { class: 'ecart-barre' }),
        button('−', 'Réduire', () => this.zoom(-1)),
        this.#zoomName,
        button('+', 'Agrandir', () => this.zoom(1)),
        button('⤢', 'Toute la largeur', () => this.zoom(0)),
        button('⟳', 'Tourner d’un quart de tour', () => this.rotate()),
      ),
      this.#frame,
    );
    this.#boxes.addEventListener('pointerdown', (event) => this.#press(event));
    new ResizeObserver(() => this.#layOut()).observe(this.#frame);
  }

  get page(): number {
    return this.#page;
  }

  /** How many pages there are, before their sizes are known. */
  setCount(count: number): void {
    this.#pages = Math.max(1, count);
  }

  /** `sizes` is `null` when the file is gone or has changed: the boxes alone are shown. */
  setPages(sizes: readonly PageSize[] | null, count: number): void {
    const had = this.#hasPictures;
    this.#hasPictures = sizes !== null && sizes.length > 0;
    this.#sizes = sizes ?? [];
    this.#pages = Math.max(1, count, this.#sizes.length);
    // Only without a picture are there words to draw beside the boxes.
    if (had !== this.#hasPictures) this.#draw();
    this.show(this.#page);
  }

  setMarks(marks: readonly Mark[]): void {
    this.#marks = marks;
    this.#draw();
  }

  show(page: number): void {
    const wanted = Math.max(1, Math.min(this.#pages, page));
    const isOther = wanted !== this.#page;
    this.#page = wanted;
    this.#pageName.textContent = `page ${String(wanted)} / ${String(this.#pages)}`;
    this.#load();
    if (isOther) {
      this.wipe();
      this.#draw();
      this.#frame.scrollTo(0, 0);
      this.handlers.onPage(wanted);
    }
    this.#layOut();
  }

  turnPage(step: number): void {
    this.show(this.#page + step);
  }

  /** 0: the page as wide as there is room. */
  zoom(step: number): void {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.#zoom);
    this.#zoom = step === 0 ? 1 : (ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at + step))] ?? 1);
    this.#load();
    this.#layOut();
    const [first] = this.#lit;
    if (first !== undefined) this.#reveal(first);
  }

  rotate(): void {
    this.#turn = (this.#turn + 90) % 360;
    this.#layOut();
  }

  /** Lights these places up, the first as chosen and in sight, and turns to its page. */
  light(chosen: readonly string[], related: readonly string[]): void {
    const first = this.#marks.find(({ id }) => chosen.includes(id));
    if (first !== undefined && (first.page !== this.#page || this.#shown === null)) this.show(first.page);
    for (const shape of this.#lit) shape.classList.remove('choisi', 'lie');
    this.#lit = [];
    const add = (ids: readonly string[], kind: string): void => {
      for (const id of ids)
        for (const shape of this.#shapes.get(id) ?? []) {
          shape.classList.add(kind);
          this.#lit.push(shape);
        }
    };
    add(chosen, 'choisi');
    add(related, 'lie');
    const [shape] = this.#lit;
    if (first !== undefined && shape !== undefined) this.#reveal(shape);
  }

  wipe(): void {
    if (!this.#drawn.isConnected) return;
    this.#drawn.remove();
    this.handlers.onDraw(null);
  }

  get #size(): PageSize {
    const known = this.#sizes[this.#page - 1];
    if (known !== undefined) return known;
    const own = this.#marks.filter(({ page }) => page === this.#page);
    const most = (at: 2 | 3, least: number): number => own.reduce((all, { box }) => Math.max(all, box[at] + 20), least);
    return { largeur: most(2, 595), hauteur: most(3, 842) };
  }

  #load(): void {
    const size = this.#zoom > FINE_ZOOM ? 2 : 1;
    const source = this.#hasPictures ? `/api/documents/${this.document}/pages/${String(this.#page)}/${String(size)}.png` : '';
    if (source === this.#shown) return;
    const isSamePage =
      this.#image !== null && this.#shown !== null && this.#shown.replace(/\d\.png$/u, '') === source.replace(/\d\.png$/u, '');
    this.#shown = source;
    if (source === '') {
      this.#image = null;
      this.#sheet.replaceChildren(
        h('p', { class: 'sans-image' }, 'L’image manque : le fichier a été déplacé ou a changé. Ce qui a été lu est montré à sa place.'),
        this.#boxes,
      );
      return;
    }
    const image = h('img', { alt: `Page ${String(this.#page)} du document`, decoding: 'async', src: source, draggable: 'false' });
    image.addEventListener('error', () => {
      if (this.#image === image) this.#sheet.classList.add('illisible');
    });
    const place = (): void => {
      if (this.#shown === source) this.#sheet.replaceChildren(image, this.#boxes);
    };
    this.#image = image;
    this.#sheet.classList.remove('illisible');
    // The coarse picture stays until the fine one is there.
    if (isSamePage) image.addEventListener('load', place);
    else place();
  }

  #layOut(): void {
    const { largeur, hauteur } = this.#size;
    const isTurned = this.#turn % 180 !== 0;
    const room = Math.max(120, this.#frame.clientWidth - 2);
    const scale = (room / (isTurned ? hauteur : largeur)) * this.#zoom;
    const [width, height] = [largeur * scale, hauteur * scale];
    Object.assign(this.#support.style, {
      width: `${String(isTurned ? height : width)}px`,
      height: `${String(isTurned ? width : height)}px`,
    });
    const shift = {
      0: '',
      90: `translate(${String(height)}px, 0)`,
      180: `translate(${String(width)}px, ${String(height)}px)`,
      270: `translate(0, ${String(width)}px)`,
    };
    Object.assign(this.#sheet.style, {
      width: `${String(width)}px`,
      height: `${String(height)}px`,
      transform: this.#turn === 0 ? '' : `${shift[this.#turn as keyof typeof shift]} rotate(${String(this.#turn)}deg)`,
    });
    this.#boxes.setAttribute('viewBox', `0 0 ${String(largeur)} ${String(hauteur)}`);
    this.#zoomName.textContent = `${String(Math.round(this.#zoom * 100))} %`;
  }

  #draw(): void {
    const shapes = new Map<string, SVGElement[]>();
    const all: SVGElement[] = [];
    for (const { id, page, box, kinds, text } of this.#marks) {
      if (page !== this.#page) continue;
      const [x0, y0, x1, y1] = box;
      const shape = s('rect', { x: x0, y: y0, width: Math.max(1, x1 - x0), height: Math.max(1, y1 - y0), class: kinds, 'data-id': id });
      const known = shapes.get(id);
      if (known === undefined) shapes.set(id, [shape]);
      else known.push(shape);
      all.push(shape);
      if (!this.#hasPictures && text !== '') all.push(s('text', { x: x0 + 2, y: (y0 + y1) / 2 + 3, class: 'texte' }, text));
    }
    this.#shapes = shapes;
    this.#lit = [];
    this.#boxes.replaceChildren(...all);
    this.#layOut();
  }

  #reveal(shape: SVGElement): void {
    const [frame, box] = [this.#frame.getBoundingClientRect(), shape.getBoundingClientRect()];
    const isIn = box.top >= frame.top + 8 && box.bottom <= frame.bottom - 8 && box.left >= frame.left && box.right <= frame.right;
    if (isIn) return;
    this.#frame.scrollBy(
      box.left < frame.left || box.right > frame.right ? (box.left + box.right - frame.left - frame.right) / 2 : 0,
      (box.top + box.bottom - frame.top - frame.bottom) / 2,
    );
  }

  #pointAt(event: PointerEvent): readonly [number, number] {
    const rect = this.#support.getBoundingClientRect();
    const { largeur, hauteur } = this.#size;
    const [x, y] = [(event.clientX - rect.left) / rect.width, (event.clientY - rect.top) / rect.height];
    const back = { 0: [x, y], 90: [y, 1 - x], 180: [1 - x, 1 - y], 270: [1 - y, x] } as const;
    const [across, down] = back[this.#turn as keyof typeof back];
    return [across * largeur, down * hauteur];
  }

  /** A press chooses what is under it; a press that is drawn out makes a rectangle. */
  #press(event: PointerEvent): void {
    if (event.button !== 0 || event.pointerType === 'touch') return this.#pick(event);
    event.preventDefault();
    const [startX, startY] = this.#pointAt(event);
    let box: Box | null = null;
    const move = (next: PointerEvent): void => {
      const [x, y] = this.#pointAt(next);
      const [width, height] = [Math.abs(x - startX), Math.abs(y - startY)];
      if (box === null && width < SMALLEST_DRAWN && height < SMALLEST_DRAWN) return;
      box = [Math.min(x, startX), Math.min(y, startY), Math.max(x, startX), Math.max(y, startY)];
      for (const [name, value] of [
        ['x', box[0]],
        ['y', box[1]],
        ['width', width],
        ['height', height],
      ] as const)
        this.#drawn.setAttribute(name, String(value));
      if (!this.#drawn.isConnected) this.#boxes.append(this.#drawn);
    };
    const end = (): void => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      if (box === null) {
        this.wipe();
        this.#pick(event);
      } else
        this.handlers.onDraw({ page: this.#page, box: box.map((value) => Math.max(0, Math.round(value * 10) / 10)) as unknown as Box });
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
  }

  #pick(event: PointerEvent): void {
    const id = event.target instanceof SVGElement ? event.target.dataset['id'] : undefined;
    if (id !== undefined) this.handlers.onPick(id);
  }
}
