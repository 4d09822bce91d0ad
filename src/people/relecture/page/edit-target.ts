import type { Cible, Geste } from '../../../model/correction.ts';
import { editCell } from './edit-cell.ts';
import { euros, parseTyped, typed } from './money.ts';
import type { Target } from './targets.ts';

/** What takes a correction: its target, the correction, what to say when it is done. */
export type Hand = (cible: Cible, geste: Geste, done: string) => void;

const BAD_AMOUNT = 'Ce n’est pas un montant. Écrivez par exemple 1 250,50, ou un tiret quand il n’y en a pas.';
const NO_TOTAL = 'Ce n’est pas un montant. Si rien n’est imprimé là, dites que ce n’est pas un total.';

/** Corrects an amount in its cell; `preview` is told what is typed, `undefined` for what is no amount. */
export function editAmount(
  { id, montant }: Extract<Target, { sorte: 'montant' }>,
  cell: HTMLElement,
  hand: Hand,
  preview: (value: string | null | undefined) => void,
): void {
  editCell(cell, {
    label: 'Montant en euros',
    value: typed(montant.montant),
    isLong: false,
    onInput: (text) => preview(parseTyped(text)),
    onSave: (text) => {
      const value = parseTyped(text);
      if (value === undefined) return BAD_AMOUNT;
      hand({ sorte: 'montant', id }, { type: 'corriger_montant', montant: value }, `Montant corrigé : ${euros(value)}.`);
      return null;
    },
    onCancel: () => preview(undefined),
  });
}

export function editTotal({ id, total }: Extract<Target, { sorte: 'total' }>, cell: HTMLElement, hand: Hand): void {
  editCell(cell, {
    label: 'Total imprimé, en euros',
    value: typed(total.declare),
    isLong: false,
    onInput: () => undefined,
    onSave: (text) => {
      const value = parseTyped(text);
      if (value === undefined || value === null) return NO_TOTAL;
      hand({ sorte: 'total', id }, { type: 'corriger_total', montant: value }, `Total corrigé : ${euros(value)}.`);
      return null;
    },
    onCancel: () => undefined,
  });
}

export function editText(
  { id, ligne }: Extract<Target, { sorte: 'ligne' }>,
  champ: 'description' | 'action_texte' | 'calendrier',
  cell: HTMLElement,
  hand: Hand,
): void {
  editCell(cell, {
    label: { description: 'Description', action_texte: 'Intitulé', calendrier: 'Calendrier' }[champ],
    value: ligne[champ] ?? '',
    isLong: true,
    onInput: () => undefined,
    onSave: (text) => {
      hand({ sorte: 'ligne', id }, { type: 'corriger_texte', champ, texte: text.trim() || null }, 'Texte corrigé.');
      return null;
    },
    onCancel: () => undefined,
  });
}
