import { h } from './dom.ts';
import type { CorrectionSender } from './send-corrections.ts';

/** What a document's view is made of. */
export interface DocumentParts {
  readonly fichier: string;
  readonly picture: HTMLElement;
  readonly title: HTMLElement;
  readonly status: HTMLElement;
  readonly sender: CorrectionSender;
  readonly scope: HTMLElement;
  readonly lines: HTMLElement;
  readonly totals: HTMLElement;
  readonly extras: HTMLElement;
  readonly detail: HTMLElement;
}

/** The page beside what was read of it: head, tables, and what is chosen at the foot. */
export function documentLayout(parts: DocumentParts): HTMLElement {
  const { sender } = parts;
  return h(
    'div',
    { class: 'relecture' },
    parts.picture,
    h(
      'div',
      { class: 'vue-lecture' },
      h(
        'div',
        { class: 'tete' },
        h('p', { class: 'fil' }, h('a', { href: '#/file' }, 'À relire'), ' › ', parts.fichier),
        parts.title,
        parts.status,
        sender.notice,
      ),
      parts.scope,
      h('div', { class: 'corps' }, parts.lines, h('h2', {}, 'Totaux imprimés'), parts.totals, parts.extras),
      h(
        'div',
        { class: 'pied' },
        parts.detail,
        h('p', { class: 'motif' }, h('label', { for: 'motif' }, 'Motif de la prochaine correction (facultatif)'), sender.motif),
      ),
    ),
  );
}
