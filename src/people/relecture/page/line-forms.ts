import type { LigneExport, MontantExport, ProgrammeExport } from '../../../model/contract.ts';
import type { Geste, LigneSaisie, MontantSaisi } from '../../../model/correction.ts';
import type { Section } from '../../../model/vocabulary.ts';
import { pickAction, type Filing } from './action-picker.ts';
import type { Column } from './columns.ts';
import { labelled, openForm } from './dialog.ts';
import { h } from './dom.ts';
import { euros, eurosOfCents, parseTyped, sumOf, toCents, typed } from './money.ts';
import type { Box } from './picture.ts';
import { actionLabel } from './state.ts';

/** Dialogues in which a line is added or divided. Each calls back with the geste; what happens to it is the document view's. */

interface Place {
  readonly page: number;
  readonly box: Box;
}

function filingButton(start: Filing): { readonly element: HTMLElement; get(): Filing } {
  let filing = start;
  const text = (): string =>
    filing.action !== null
      ? `${filing.action} ${actionLabel(filing.action)}`
      : filing.axe === null
        ? 'rien'
        : `axe ${String(filing.axe)}, sans action`;
  const button = h(
    'button',
    { type: 'button', onclick: () => pickAction(filing, null, (next) => ((filing = next), (button.textContent = text()))) },
    text(),
  );
  return { element: button, get: () => filing };
}

function amountField(value: string | null): HTMLInputElement {
  return h('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off', class: 'montant', value: typed(value) });
}

const BAD_AMOUNT = 'Un montant n’est pas compris. Écrivez par exemple 1 250,50, ou rien quand il n’y en a pas.';

/** A line that the page shows and the reading lacks. `after`: the line it follows; `place`: where the reader drew it. */
export function addLine(
  programme: ProgrammeExport,
  columns: readonly Column[],
  after: LigneExport | null,
  place: Place | null,
  onDone: (geste: Geste) => void,
): void {
  const filing = filingButton({ axe: after?.axe ?? null, action: null });
  const label = h('input', { type: 'text' });
  const description = h('textarea', { rows: 3 });
  const amounts = columns.map((column) => ({ column, field: amountField(null) }));
  const where = place ?? placeAfter(programme, after);
  openForm({
    title: after === null ? 'Ajouter une ligne en tête' : `Ajouter une ligne après la ligne ${String(after.ordre)}`,
    fields: [
      h(
        'p',
        { class: 'note' },
        place === null
          ? 'Pour désigner sa place exacte, abandonnez, tracez un rectangle sur la page à la souris, puis recommencez.'
          : `Sa place est le rectangle tracé page ${String(place.page)}.`,
      ),
      labelled('Action du référentiel', filing.element),
      labelled('Intitulé', label),
      labelled('Description', description),
      ...amounts.map(({ column, field }) => labelled(column.heading, field, column.note)),
    ],
    confirm: 'Ajouter',
    wide: true,
    onConfirm: () => {
      const montants: MontantSaisi[] = [];
      for (const { column, field } of amounts) {
        const value = parseTyped(field.value);
        if (value === undefined) return BAD_AMOUNT;
        if (field.value.trim() === '' && amounts.length > 1) continue;
        const [, y0, , y1] = where.box;
        const [x0, , x1] = column.like.boite;
        montants.push(cellLike(column.like, null, value, where.page, [x0, y0, x1, y1]));
      }
      if (label.value.trim() === '' && description.value.trim() === '' && montants.every(({ montant }) => montant === null))
        return 'Donnez au moins un intitulé, une description ou un montant.';
      const ligne: LigneSaisie = {
        section: after?.section ?? null,
        axe_texte: after?.axe_texte ?? null,
        action_texte: label.value.trim() || null,
        description: description.value.trim() || null,
        calendrier: null,
        ...filing.get(),
        page: where.page,
        boite: [...where.box],
        montants,
      };
      onDone({ type: 'ajouter_ligne', apres: after?.id ?? null, ligne, totaux: null });
      return null;
    },
  });
}

/** Under the line it follows, as high as it; for a first line, where the first line stands. */
function placeAfter({ lignes, pages }: ProgrammeExport, after: LigneExport | null): Place {
  const like = after ?? lignes[0];
  if (like === undefined) return { page: pages[0] ?? 1, box: [36, 36, 400, 50] };
  const [x0, y0, x1, y1] = like.boite;
  return { page: like.page, box: after === null ? [x0, y0, x1, y1] : [x0, y1, x1, y1 + (y1 - y0)] };
}

function cellLike(
  { rubrique, colonne, periode, base, taxe }: MontantExport,
  de: string | null,
  montant: string | null,
  page: number,
  box: Box,
): MontantSaisi {
  return { de, rubrique, colonne, periode, base, taxe, montant, page, boite: [...box] };
}

/** One line that is two: its texts and amounts are shared out; the sums say whether all of it was. */
export function divideLine(ligne: LigneExport, onDone: (geste: Geste) => void): void {
  const texts = splitText(ligne.description ?? '');
  const halves = halvesOf(ligne.boite);
  const parts = [0, 1].map((index) => ({
    filing: filingButton({ axe: ligne.axe, action: ligne.action }),
    label: h('input', { type: 'text', value: ligne.action_texte ?? '' }),
    description: h('textarea', { rows: 4 }, texts[index] ?? ''),
    amounts: ligne.montants.map((montant) => ({ montant, field: amountField(index === 0 ? montant.montant : null) })),
    box: halves[index] ?? ligne.boite,
  }));
  const balance = h('p', { role: 'status', class: 'note' });
  const weigh = (): void => {
    const lines = ligne.montants.map((montant, index) => {
      const values = parts.map(({ amounts }) => parseTyped(amounts[index]?.field.value ?? ''));
      if (values.some((value) => value === undefined)) return 'montant non compris';
      const sum = sumOf(values.map((value) => value ?? null));
      const gap = sum - (montant.montant === null ? 0n : toCents(montant.montant));
      return gap === 0n
        ? `${euros(montant.montant)} : partagé en entier`
        : `${euros(montant.montant)} : les parties font ${eurosOfCents(sum)}`;
    });
    balance.textContent = lines.join(' ; ');
  };
  openForm({
    title: `Diviser la ligne ${String(ligne.ordre)} en deux`,
    fields: [
      h(
        'div',
        { class: 'parties' },
        ...parts.map(({ filing, label, description, amounts }, index) =>
          h(
            'fieldset',
            {},
            h('legend', {}, index === 0 ? 'Première partie' : 'Seconde partie'),
            labelled('Action du référentiel', filing.element),
            labelled('Intitulé', label),
            labelled('Description', description),
            ...amounts.map(({ montant, field }) => {
              field.addEventListener('input', weigh);
              return labelled(montant.colonne === '' ? 'Montant' : montant.colonne, field);
            }),
          ),
        ),
      ),
      balance,
    ],
    confirm: 'Diviser',
    wide: true,
    onConfirm: () => {
      const parties: LigneSaisie[] = [];
      for (const { filing, label, description, amounts, box } of parts) {
        const montants: MontantSaisi[] = [];
        for (const { montant, field } of amounts) {
          const value = parseTyped(field.value);
          if (value === undefined) return BAD_AMOUNT;
          montants.push(cellLike(montant, montant.id, value, montant.page, montant.boite));
        }
        const { section, axe_texte, calendrier, page } = ligne;
        parties.push({
          section: section as Section | null,
          axe_texte,
          calendrier,
          page,
          ...filing.get(),
          action_texte: label.value.trim() || null,
          description: description.value.trim() || null,
          boite: [...box],
          montants,
        });
      }
      onDone({ type: 'diviser_ligne', parties });
      return null;
    },
  });
  weigh();
}

function halvesOf([x0, y0, x1, y1]: Box): readonly Box[] {
  const middle = (y0 + y1) / 2;
  return [
    [x0, y0, x1, middle],
    [x0, middle, x1, y1],
  ];
}

/** At the mark or sentence end nearest to the middle. */
function splitText(text: string): readonly [string, string] {
  const breaks = [...text.matchAll(/[.;]\s+|\s[-–•]\s/gu)].map(({ index, 0: mark }) => index + mark.length);
  const [nearest] = breaks.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return nearest === undefined ? [text, ''] : [text.slice(0, nearest).trim(), text.slice(nearest).trim()];
}
