import type { CorrectionExport, DocumentExport } from '../../../model/contract.ts';
import { h } from './dom.ts';
import { date, GESTES } from './french.ts';
import { euros } from './money.ts';

const ETATS = { appliquee: '', annulee: 'annulée', orpheline: 'sans objet aujourd’hui' } as const;

/** The last correction that counts, to be undone; `null` when there is none. */
export function lastApplied({ corrections }: DocumentExport): CorrectionExport | null {
  return corrections.findLast(({ etat, geste }) => etat === 'appliquee' && geste !== 'annuler') ?? null;
}

/** The last undoing, when nothing else came after it: undone in its turn, it brings the correction back. */
export function lastUndone({ corrections }: DocumentExport): CorrectionExport | null {
  const last = corrections.at(-1);
  return last?.geste === 'annuler' && last.etat === 'appliquee' ? last : null;
}

/** What readers did to a document, the latest first. Nothing is ever taken out of it. */
export function journalList({ corrections }: DocumentExport, onUndo: (correction: CorrectionExport) => void): HTMLElement {
  if (corrections.length === 0) return h('p', { class: 'note' }, 'Aucune correction.');
  return h(
    'ol',
    { class: 'journal', reversed: true },
    ...[...corrections].reverse().map((correction) => {
      const { geste, avant, apres, par, date: when, motif, etat } = correction;
      const change = avant === null && apres === null ? '' : ` : ${shown(avant)} → ${shown(apres)}`;
      return h(
        'li',
        { class: etat },
        h('span', {}, `${GESTES[geste]}${change}`),
        h(
          'span',
          { class: 'note' },
          `${par}, ${date(when)}${ETATS[etat] === '' ? '' : `, ${ETATS[etat]}`}${motif === null ? '' : ` ; motif : ${motif}`}`,
        ),
        etat === 'appliquee' && geste !== 'annuler'
          ? h('button', { type: 'button', class: 'lien', onclick: () => onUndo(correction) }, 'Annuler cette correction')
          : null,
      );
    }),
  );
}

function shown(value: string | null): string {
  if (value === null) return 'rien';
  return /^-?\d+\.\d{2}$/u.test(value) ? euros(value) : `« ${value} »`;
}
