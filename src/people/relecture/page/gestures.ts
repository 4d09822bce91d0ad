import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import { pickAction } from './action-picker.ts';
import type { LectureAnswer } from './answers.ts';
import type { Column } from './columns.ts';
import { toast } from './dom.ts';
import type { Hand } from './edit-target.ts';
import { totalName } from './french.ts';
import { correctHeading } from './heading-form.ts';
import { lastApplied, lastUndone } from './journal.ts';
import { addLine, divideLine } from './line-forms.ts';
import { euros } from './money.ts';
import type { Box } from './picture.ts';
import type { Target } from './targets.ts';

/** What is shown and chosen at the moment a gesture is made. */
export interface Shown {
  readonly document: DocumentExport;
  readonly programme: ProgrammeExport | null;
  readonly target: Target | null;
  /** The possible readings of what is chosen, the best first; empty while they are looked for. */
  readonly lectures: readonly LectureAnswer[];
  readonly columns: readonly Column[];
  /** The rectangle the reader drew on the page, in points from its top left. */
  readonly drawn: { readonly page: number; readonly box: Box } | null;
}

/** Everything a reader can do to what is chosen that needs no editor in its cell: each is one correction handed on. */
export class Gestures {
  constructor(
    private readonly shown: () => Shown,
    private readonly hand: Hand,
    private readonly wipeDrawn: () => void,
  ) {}

  take({ montant }: LectureAnswer): void {
    const { target } = this.shown();
    const done = `Lecture retenue : ${euros(montant)}.`;
    if (target?.sorte === 'montant') this.hand(target, { type: 'corriger_montant', montant }, done);
    else if (target?.sorte === 'total' && montant !== null) this.hand(target, { type: 'corriger_total', montant }, done);
  }

  /** The next of the possible readings after the one that stands, round and round. */
  otherReading(): void {
    const { target, lectures } = this.shown();
    if (target === null || target.sorte === 'ligne') return;
    const present = target.sorte === 'montant' ? target.montant.montant : target.total.declare;
    const different = lectures.filter((each, index) => lectures.findIndex(({ montant }) => montant === each.montant) === index);
    const at = different.findIndex(({ montant }) => montant === present);
    const next = different[(at + 1) % Math.max(1, different.length)];
    if (next === undefined || next.montant === present) return toast('Pas d’autre lecture de ce chiffre. Entrée pour le corriger.');
    this.take(next);
  }

  numberedReading(number: number): void {
    const lecture = this.shown().lectures[number - 1];
    if (lecture !== undefined) this.take(lecture);
  }

  confirm(): void {
    const { target } = this.shown();
    if (target === null) return;
    this.hand({ sorte: target.sorte, id: target.id }, { type: 'verifier', verifie: true }, 'Confirmé : la lecture est juste.');
  }

  file(): void {
    const { target } = this.shown();
    if (target === null || target.sorte === 'total') return;
    const { ligne } = target;
    pickAction({ axe: ligne.axe, action: ligne.action }, ligne.action_suggeree, (filing) => {
      const where = filing.action ?? (filing.axe === null ? 'rien' : `axe ${String(filing.axe)}`);
      this.hand(
        { sorte: 'ligne', id: ligne.id },
        { type: 'corriger_action', ...filing },
        `Ligne ${String(ligne.ordre)} rattachée à ${where}.`,
      );
    });
  }

  add(): void {
    const { programme, target, drawn, columns } = this.shown();
    if (programme === null) return;
    // A place that was drawn says after which line it stands.
    const above =
      drawn === null
        ? null
        : (programme.lignes.findLast(({ page, boite }) => page < drawn.page || (page === drawn.page && boite[1] <= drawn.box[1])) ?? null);
    const after = drawn !== null ? above : target === null || target.sorte === 'total' ? (programme.lignes.at(-1) ?? null) : target.ligne;
    addLine(programme, columns, after, drawn, (geste) => {
      this.wipeDrawn();
      this.hand({ sorte: 'programme', id: programme.id }, geste, 'Ligne ajoutée.');
    });
  }

  divide(): void {
    const { target } = this.shown();
    if (target === null || target.sorte === 'total') return;
    divideLine(target.ligne, (geste) => this.hand({ sorte: 'ligne', id: target.ligne.id }, geste, 'Ligne divisée.'));
  }

  join(): void {
    const { target } = this.shown();
    if (target === null || target.sorte === 'total') return;
    const { lignes } = target.programme;
    const next = lignes[lignes.findIndex(({ id }) => id === target.ligne.id) + 1];
    if (next === undefined) return toast('C’est la dernière ligne : il n’y en a pas de suivante.');
    this.hand(
      { sorte: 'ligne', id: target.ligne.id },
      { type: 'reunir_lignes', autres: [next.id] },
      `Lignes ${String(target.ligne.ordre)} et ${String(next.ordre)} réunies.`,
    );
  }

  remove(): void {
    const { target } = this.shown();
    if (target === null) return;
    if (target.sorte === 'total') this.hand(target, { type: 'retirer_total' }, `« ${totalName(target.total)} » n’est plus un total.`);
    else this.hand({ sorte: 'ligne', id: target.ligne.id }, { type: 'retirer_ligne' }, `Ligne ${String(target.ligne.ordre)} retirée.`);
  }

  verify(verifie: boolean): void {
    const { programme } = this.shown();
    if (programme === null) return;
    this.hand(
      { sorte: 'programme', id: programme.id },
      { type: 'verifier', verifie },
      verifie ? 'Programme vérifié. s : programme suivant.' : 'Le programme n’est plus marqué comme vérifié.',
    );
  }

  undo(): void {
    const last = lastApplied(this.shown().document);
    if (last === null) return toast('Rien à annuler.');
    this.hand(
      { sorte: last.cible_sorte, id: last.cible },
      { type: 'annuler', correction: last.id },
      'Correction annulée. Maj + U : la rétablir.',
    );
  }

  redo(): void {
    const last = lastUndone(this.shown().document);
    if (last === null) return toast('Rien à rétablir.');
    this.hand({ sorte: last.cible_sorte, id: last.cible }, { type: 'annuler', correction: last.id }, 'Correction rétablie.');
  }

  heading(): void {
    const { programme } = this.shown();
    if (programme === null) return;
    correctHeading(programme, (valeurs) =>
      this.hand({ sorte: 'programme', id: programme.id }, { type: 'corriger_entete', valeurs }, 'En-tête corrigé.'),
    );
  }
}
