import { openDialog } from './dialog.ts';
import { h, hidden } from './dom.ts';
import { fold } from './french.ts';
import { axes } from './state.ts';

/** Where a line is filed: an action brings its axe; an axe alone; nothing. */
export interface Filing {
  readonly axe: number | null;
  readonly action: string | null;
}

interface Option extends Filing {
  readonly label: string;
  readonly words: string;
  readonly note: string;
}

function allOptions(suggested: string | null): readonly Option[] {
  const options: Option[] = [];
  for (const { numero, libelle, actions } of axes()) {
    for (const { code, libelle: label } of actions)
      options.push({
        axe: numero,
        action: code,
        label: `${code} ${label}`,
        words: fold(`${code} ${label} ${libelle}`),
        note: code === suggested ? 'suggérée par le référentiel' : '',
      });
    options.push({
      axe: numero,
      action: null,
      label: `Axe ${String(numero)} sans action : ${libelle}`,
      words: fold(`axe ${String(numero)} ${libelle}`),
      note: '',
    });
  }
  options.push({ axe: null, action: null, label: 'Rien du référentiel ne convient', words: 'rien aucun', note: '' });
  return options.sort((a, b) => Number(b.note !== '') - Number(a.note !== ''));
}

/** A search over the 8 axes and 32 actions of the référentiel: type some words, choose with the arrows, Enter. */
export function pickAction(present: Filing, suggested: string | null, onPick: (filing: Filing) => void): void {
  const options = allOptions(suggested);
  const list = h('ul', { role: 'listbox', id: 'actions', 'aria-label': 'Axes et actions du référentiel', class: 'actions' });
  const count = h('p', { class: 'pour-lecteur-ecran', role: 'status' });
  const input = h('input', {
    type: 'text',
    role: 'combobox',
    'aria-expanded': 'true',
    'aria-controls': 'actions',
    'aria-autocomplete': 'list',
    'aria-label': 'Mots de l’action, ou son numéro',
    placeholder: 'médiation, 3.2, encombrants…',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  let shown: readonly Option[] = [];
  let active = 0;

  const choose = (option: Option | undefined): void => {
    if (option === undefined) return;
    dialog.close();
    onPick({ axe: option.axe, action: option.action });
  };
  const mark = (): void => {
    [...list.children].forEach((item, index) => {
      item.setAttribute('aria-selected', String(index === active));
      if (index === active) item.scrollIntoView({ block: 'nearest' });
    });
    if (shown.length > 0) input.setAttribute('aria-activedescendant', `action-${String(active)}`);
    else input.removeAttribute('aria-activedescendant');
  };
  const filter = (): void => {
    const words = fold(input.value)
      .split(/\s+/u)
      .filter((word) => word !== '');
    shown = options.filter((option) => words.every((word) => option.words.includes(word)));
    const isNow = (option: Option): boolean => option.axe === present.axe && option.action === present.action;
    active = words.length > 0 ? 0 : Math.max(0, shown.findIndex(isNow));
    list.replaceChildren(
      ...shown.map((option, index) =>
        h(
          'li',
          { role: 'option', id: `action-${String(index)}`, onclick: () => choose(option) },
          option.label,
          option.note === '' ? null : h('span', { class: 'note' }, ` (${option.note})`),
          isNow(option) ? hidden(' (actuelle)') : null,
          isNow(option) ? h('span', { 'aria-hidden': 'true', class: 'note' }, ' ✓') : null,
        ),
      ),
    );
    count.textContent = `${String(shown.length)} choix`;
    mark();
  };
  input.addEventListener('input', filter);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      active = Math.max(0, Math.min(shown.length - 1, active + step));
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(shown[active]);
    }
  });
  const dialog = openDialog(
    'Rattacher au référentiel',
    [input, count, list, h('div', { class: 'boutons' }, h('button', { type: 'button', onclick: () => dialog.close() }, 'Abandonner'))],
    { wide: true },
  );
  filter();
  input.focus();
}
