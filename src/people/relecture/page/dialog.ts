import { h } from './dom.ts';

/** A dialogue over the page: the browser keeps the focus inside, Escape closes it, and the focus goes back where it was. */
export function openDialog(
  title: string,
  content: readonly (Node | string)[],
  { wide = false }: { readonly wide?: boolean } = {},
): HTMLDialogElement {
  const before = document.activeElement;
  const heading = h('h2', { id: 'titre-dialogue' }, title);
  const dialog = h('dialog', { 'aria-labelledby': 'titre-dialogue', class: wide ? 'large' : '' }, heading, ...content);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

export interface Form {
  readonly title: string;
  readonly fields: readonly (Node | string)[];
  readonly confirm: string;
  /** Reads the fields and acts; a sentence says what is wrong and keeps the dialogue open. */
  readonly onConfirm: () => string | null | Promise<string | null>;
  readonly wide?: boolean;
}

/** A dialogue with fields, a way to say yes and a way out. */
export function openForm({ title, fields, confirm, onConfirm, wide = false }: Form): HTMLDialogElement {
  const problem = h('p', { class: 'faute', role: 'alert' });
  const form = h(
    'form',
    { method: 'dialog', novalidate: true },
    ...fields,
    problem,
    h(
      'div',
      { class: 'boutons' },
      h('button', { type: 'submit', class: 'principal' }, confirm),
      h('button', { type: 'button', onclick: () => dialog.close() }, 'Abandonner'),
    ),
  );
  const dialog = openDialog(title, [form], { wide });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void Promise.resolve(onConfirm()).then((wrong) => {
      if (wrong === null) dialog.close();
      else problem.textContent = wrong;
    });
  });
  return dialog;
}

let fieldCount = 0;

/** A field with its label. */
export function labelled<T extends HTMLElement>(label: string, input: T, hint?: string): HTMLElement {
  fieldCount += 1;
  input.id = `champ-${String(fieldCount)}`;
  const note = hint === undefined ? null : h('span', { class: 'note', id: `note-${String(fieldCount)}` }, hint);
  if (note !== null) input.setAttribute('aria-describedby', note.id);
  return h('div', { class: 'champ' }, h('label', { for: input.id }, label), input, note);
}
