import { openDialog } from './dialog.ts';
import { h, isTyping } from './dom.ts';
import { hasLetterKeys, setLetterKeys } from './state.ts';

/** One command of the view on screen. */
export interface Shortcut {
  /** `event.key`, or several that do the same; `Ctrl+z` with control. */
  readonly keys: readonly string[];
  /** How the key is written in the help. */
  readonly shown: string;
  readonly what: string;
  readonly run: (event: KeyboardEvent) => void;
}

let current: readonly Shortcut[] = [];

/** The commands of the view that is shown now; those of the view before are gone. */
export function setShortcuts(shortcuts: readonly Shortcut[]): void {
  current = shortcuts;
}

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.altKey || event.isComposing || document.querySelector('dialog[open]') !== null) return;
    const withControl = event.ctrlKey || event.metaKey;
    if (isTyping(event.target)) return;
    if (!withControl && event.key.length === 1 && !hasLetterKeys()) return;
    const name = withControl ? `Ctrl+${event.key.toLowerCase()}` : event.key;
    if (name === '?') {
      event.preventDefault();
      showHelp();
      return;
    }
    const shortcut = current.find(({ keys }) => keys.includes(name));
    if (shortcut === undefined) return;
    event.preventDefault();
    shortcut.run(event);
  });
}

/** What can be done here, and by which key. */
export function showHelp(): void {
  const rows = [...current.filter(({ shown }) => shown !== ''), { shown: '?', what: 'cette aide' }].map(({ shown, what }) =>
    h('tr', {}, h('th', { scope: 'row' }, h('kbd', {}, shown)), h('td', {}, what)),
  );
  const box = h('input', { type: 'checkbox', id: 'touches', onchange: () => setLetterKeys(box.checked) });
  box.checked = hasLetterKeys();
  const dialog = openDialog('Raccourcis du clavier', [
    h('p', {}, 'Tout se fait aussi à la souris, par les boutons. Dans un tableau, les flèches vont de case en case.'),
    h(
      'div',
      { class: 'defile', tabindex: 0, role: 'group', 'aria-label': 'Liste des raccourcis' },
      h('table', { class: 'raccourcis' }, h('tbody', {}, ...rows)),
    ),
    h('p', {}, box, ' ', h('label', { for: 'touches' }, 'Raccourcis d’une seule lettre actifs')),
    h('div', { class: 'boutons' }, h('button', { type: 'button', class: 'principal', onclick: () => dialog.close() }, 'Fermer')),
  ]);
}
