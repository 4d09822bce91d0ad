import { h, toast } from './dom.ts';

interface Edit {
  readonly label: string;
  readonly value: string;
  readonly isLong: boolean;
  /** What is typed, as it is typed. */
  readonly onInput: (text: string) => void;
  /** A sentence says what is wrong and keeps the field open. */
  readonly onSave: (text: string) => string | null;
  readonly onCancel: () => void;
}

/** Corrects a cell where it stands: Enter keeps (with Ctrl in a long text Enter makes a line), Escape gives up, leaving the field keeps what was typed. */
export function editCell(cell: HTMLElement, { label, value, isLong, onInput, onSave, onCancel }: Edit): void {
  if (cell.querySelector('input, textarea') !== null) return;
  const before = [...cell.childNodes];
  const field: HTMLInputElement | HTMLTextAreaElement = isLong
    ? h('textarea', { rows: 4, 'aria-label': label })
    : h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', 'aria-label': label });
  field.value = value;
  const problem = h('span', { class: 'faute', role: 'alert' });
  let isOver = false;
  const close = (): void => {
    isOver = true;
    cell.classList.remove('en-correction');
    cell.replaceChildren(...before);
  };
  const save = (): void => {
    if (isOver) return;
    if (field.value === value) return cancel();
    const wrong = onSave(field.value);
    if (wrong === null) {
      close();
      cell.focus({ preventScroll: true });
    } else problem.textContent = wrong;
  };
  const cancel = (): void => {
    if (isOver) return;
    close();
    onCancel();
    cell.focus({ preventScroll: true });
  };
  field.addEventListener('input', () => {
    problem.textContent = '';
    onInput(field.value);
  });
  field.addEventListener('keydown', (event: Event) => {
    if (!(event instanceof KeyboardEvent)) return;
    event.stopPropagation();
    if (event.key === 'Escape') cancel();
    else if (event.key === 'Enter' && (!isLong || !event.shiftKey)) {
      event.preventDefault();
      save();
    }
  });
  field.addEventListener('blur', () => {
    // A window that loses the focus is no decision; nor is a row that goes away under the reader because another correction changed it.
    setTimeout(() => {
      if (document.hasFocus() && field.isConnected) save();
      else if (!isOver && !field.isConnected && field.value !== value)
        toast(`La ligne a changé entre-temps : « ${field.value} » n’a pas été enregistré.`);
    });
  });
  cell.classList.add('en-correction');
  cell.replaceChildren(field, problem);
  field.focus();
  field.select();
}
