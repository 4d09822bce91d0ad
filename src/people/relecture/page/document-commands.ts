import type { Command } from './detail.ts';
import type { Gestures } from './gestures.ts';
import type { Picture } from './picture.ts';
import type { Shortcut } from './shortcuts.ts';
import type { Target } from './targets.ts';

/** What the keys and buttons of a document set off in its view, beside the gestures. */
export interface ViewActions {
  readonly nextWorry: (step: number) => void;
  readonly nextProgramme: () => void;
  readonly editHere: () => void;
  readonly startScope: () => void;
  readonly toggleHere: () => void;
  readonly leave: () => void;
  readonly abandon: () => void;
}

/** The buttons beside what is chosen. */
export function commandsOn({ sorte }: Target, gestures: Gestures, view: ViewActions): readonly Command[] {
  const own = (label: string, key: string, run: () => void): Command => ({ label, key, run });
  const confirm = own('Confirmer', 'c', () => gestures.confirm());
  if (sorte === 'total')
    return [
      own('Corriger', 'Entrée', view.editHere),
      confirm,
      own('Changer sa portée', 'p', view.startScope),
      own('Ce n’est pas un total', 'x', () => gestures.remove()),
    ];
  const line = [
    own('Rattacher', 'r', () => gestures.file()),
    own('Ajouter une ligne après', 'i', () => gestures.add()),
    own('Diviser', 'd', () => gestures.divide()),
    own('Joindre à la suivante', 'j', () => gestures.join()),
    own('Retirer la ligne', 'x', () => gestures.remove()),
  ];
  if (sorte === 'ligne') return [own('Corriger le texte', 'Entrée', view.editHere), confirm, ...line];
  return [own('Corriger', 'Entrée', view.editHere), confirm, own('Autre lecture', 'a', () => gestures.otherReading()), ...line];
}

/** The keys of a document's view, in the order in which the help lists them. */
export function shortcutsOf(gestures: Gestures, picture: Picture, view: ViewActions): readonly Shortcut[] {
  const key = (keys: readonly string[], shown: string, what: string, run: () => void): Shortcut => ({ keys, shown, what, run });
  return [
    key(['n'], 'n', 'prochain endroit à regarder', () => view.nextWorry(1)),
    key(['N'], 'Maj + n', 'endroit à regarder précédent', () => view.nextWorry(-1)),
    key([], 'Entrée', 'corriger la case', () => undefined),
    key(['c'], 'c', 'confirmer ce qui est lu', () => gestures.confirm()),
    key(['a'], 'a', 'autre lecture du chiffre', () => gestures.otherReading()),
    ...Array.from({ length: 9 }, (_, index) =>
      key([String(index + 1)], index === 0 ? '1 à 9' : '', 'lecture de ce rang', () => gestures.numberedReading(index + 1)),
    ),
    key(['r'], 'r', 'rattacher la ligne à une action du référentiel', () => gestures.file()),
    key(['i'], 'i', 'ajouter une ligne après', () => gestures.add()),
    key(['d'], 'd', 'diviser la ligne', () => gestures.divide()),
    key(['j'], 'j', 'joindre à la ligne suivante', () => gestures.join()),
    key(['x', 'Delete'], 'x', 'retirer la ligne, ou le total', () => gestures.remove()),
    key(['p'], 'p', 'changer ce que couvre le total', view.startScope),
    key([' '], 'Espace', 'cocher un montant, quand on change une portée', view.toggleHere),
    key(['e'], 'e', 'corriger l’en-tête', () => gestures.heading()),
    key(['v'], 'v', 'marquer le programme comme vérifié', () => gestures.verify(true)),
    key(['u', 'Ctrl+z'], 'u', 'annuler la dernière correction', () => gestures.undo()),
    key(['U', 'Ctrl+y'], 'Maj + u', 'rétablir', () => gestures.redo()),
    key(['s'], 's', 'programme suivant de la file', view.nextProgramme),
    key(['f'], 'f', 'revenir à la file', view.leave),
    key(['+'], '+', 'agrandir la page', () => picture.zoom(1)),
    key(['-'], '-', 'réduire la page', () => picture.zoom(-1)),
    key(['0'], '0', 'page sur toute la largeur', () => picture.zoom(0)),
    key(['o'], 'o', 'tourner la page', () => picture.rotate()),
    key([','], ',', 'page précédente', () => picture.turnPage(-1)),
    key([';'], ';', 'page suivante', () => picture.turnPage(1)),
    key(['Escape'], 'Échap', 'abandonner', view.abandon),
  ];
}
