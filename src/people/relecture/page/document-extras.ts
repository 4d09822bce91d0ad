import type { DocumentExport, ProgrammeExport } from '../../../model/contract.ts';
import { h } from './dom.ts';
import { GRAVITES } from './french.ts';
import { journalList } from './journal.ts';
import type { Box } from './picture.ts';

/** The findings, each with a way to its page. */
export function findingsList(constats: DocumentExport['constats'], showPlace: (page: number, box: Box | null) => void): HTMLElement {
  return h(
    'ul',
    { class: 'constats' },
    ...constats.map(({ gravite, message, page, boite }) =>
      h(
        'li',
        { class: gravite },
        h('strong', {}, `${GRAVITES[gravite]} : `),
        message,
        page === null
          ? null
          : h('button', { type: 'button', class: 'lien', onclick: () => showPlace(page, boite) }, `voir page ${String(page)}`),
      ),
    ),
  );
}

/** The findings of a programme and the journal of its document; `open`: the names of those that stand unfolded. */
export function documentExtras(
  document: DocumentExport,
  programme: ProgrammeExport,
  open: ReadonlySet<string>,
  on: {
    readonly showPlace: (page: number, box: Box | null) => void;
    readonly cancel: (correction: DocumentExport['corrections'][number]) => void;
  },
): readonly HTMLElement[] {
  const own = document.constats.filter((constat) => constat.programme === null || constat.programme === programme.id);
  const section = (name: string, title: string, content: Node): HTMLElement =>
    h('details', { class: name, open: open.has(name) }, h('summary', {}, title), content);
  return [
    section('des-constats', `Constats (${String(own.length)})`, findingsList(own, on.showPlace)),
    section('du-journal', `Journal des corrections (${String(document.corrections.length)})`, journalList(document, on.cancel)),
  ];
}
