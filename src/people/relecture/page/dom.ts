/** Elements are made here and nowhere else, and text only ever goes in as text: nothing a document says can become markup. */

type Child = Node | string | null | undefined | false;

type Attribute = string | number | boolean | null | undefined | ((event: never) => void);

const SVG = 'http://www.w3.org/2000/svg';

function fill(element: Element, attributes: Readonly<Record<string, Attribute>>, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
}

/** `h('button', { type: 'button', class: 'lien', onclick: () => … }, 'Ouvrir')`. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(SVG, tag);
  fill(element, attributes, children);
  return element;
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page lacks #${id}`);
  return found;
}

/** Words for those who do not see: they are heard, and read nowhere. */
export function hidden(text: string): HTMLElement {
  return h('span', { class: 'pour-lecteur-ecran' }, text);
}

/** Says something to screen readers. The same words twice are said twice. */
export function announce(text: string): void {
  const place = byId('annonce');
  place.textContent = '';
  setTimeout(() => (place.textContent = text), 50);
}

/** A passing message, seen and heard. */
export function toast(text: string, action?: { readonly label: string; readonly run: () => void }): void {
  const place = byId('messages');
  const item = h('div', { class: 'message' }, h('span', {}, text));
  if (action !== undefined)
    item.append(
      h(
        'button',
        {
          type: 'button',
          class: 'lien',
          onclick: () => {
            item.remove();
            action.run();
          },
        },
        action.label,
      ),
    );
  place.replaceChildren(item);
  announce(text);
  setTimeout(() => item.remove(), 9000);
}

/** Makes these the rows of a table body. Rows that stay are not touched: what is being typed in one of them goes on. */
export function setRows(body: HTMLTableSectionElement, rows: readonly HTMLTableRowElement[]): void {
  const wanted = new Set<Element>(rows);
  for (const row of [...body.rows]) if (!wanted.has(row)) row.remove();
  let at = body.firstElementChild;
  for (const row of rows) {
    if (row === at) at = at.nextElementSibling;
    else body.insertBefore(row, at);
  }
}

/** Where keys mean text, not commands. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));
}
