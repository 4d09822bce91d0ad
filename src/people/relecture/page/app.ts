import type { StateAnswer } from './answers.ts';
import { get, Refused } from './api.ts';
import { showCorpus } from './corpus.ts';
import { labelled, openForm } from './dialog.ts';
import { showDocument } from './document.ts';
import { byId, h, toast } from './dom.ts';
import { showDrop } from './drop.ts';
import { showFindings } from './findings.ts';
import { showQueue } from './queue.ts';
import { listenToKeys, setShortcuts, showHelp } from './shortcuts.ts';
import { known, reader, setReader } from './state.ts';

/** The page: its views by address, and what stands around them. */

const VIEWS: readonly {
  readonly name: string;
  readonly title: string;
  readonly show: (place: HTMLElement, parts: readonly string[]) => Promise<void>;
}[] = [
  { name: 'file', title: 'À relire', show: showQueue },
  { name: 'constats', title: 'Constats', show: showFindings },
  { name: 'corpus', title: 'Corpus', show: showCorpus },
  { name: 'depot', title: 'Déposer des fichiers', show: showDrop },
  {
    name: 'document',
    title: 'Document',
    show: (place, [id = '', programme, target]) => showDocument(place, id, given(programme), given(target)),
  },
];

function given(part: string | undefined): string | null {
  return part === undefined || part === '-' || part === '' ? null : part;
}

const place = byId('contenu');
let isFirst = true;

async function route(): Promise<void> {
  const [name = '', ...parts] = location.hash.replace(/^#\//u, '').split('/').map(decodeURIComponent);
  const view = VIEWS.find((each) => each.name === name) ?? VIEWS[0];
  if (view === undefined) return;
  document.title = `${view.title} – relecture tfpb`;
  document.body.dataset['vue'] = view.name;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#/${view.name}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  setShortcuts([]);
  try {
    if (known.facts === null) known.ready = readFacts();
    // The queue is shown without waiting for the rest: it is what most readers come for.
    if (view.name !== 'file') await known.ready;
    await Promise.all([view.show(place, parts), known.ready]);
    if (!isFirst && !place.contains(document.activeElement)) place.focus({ preventScroll: true });
    isFirst = false;
    scrollTo(0, 0);
  } catch (error) {
    place.replaceChildren(
      h(
        'div',
        { class: 'colonne-large' },
        h('p', { class: 'faute', role: 'alert' }, wordsOf(error)),
        h('button', { type: 'button', onclick: () => void route() }, 'Réessayer'),
      ),
    );
  }
}

async function readFacts(): Promise<void> {
  known.facts = await get<StateAnswer>('/api/etat');
  showReader();
}

function showReader(): void {
  byId('lecteur').textContent = `Lecteur : ${reader()}`;
}

function wordsOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  console.error(error);
  return 'La page a rencontré une erreur imprévue. Ce qui est enregistré le reste.';
}

byId('lecteur').addEventListener('click', () => {
  const input = h('input', { type: 'text', value: reader(), maxlength: 80, autocomplete: 'name' });
  openForm({
    title: 'Qui relit ?',
    fields: [labelled('Nom porté au journal des corrections', input)],
    confirm: 'Enregistrer',
    onConfirm: () => {
      if (input.value.trim() === '') return 'Donnez un nom.';
      setReader(input.value.trim());
      showReader();
      return null;
    },
  });
});
byId('aide').addEventListener('click', showHelp);
byId('evitement').addEventListener('click', (event) => {
  event.preventDefault();
  place.focus();
});
addEventListener('hashchange', () => void route());
addEventListener('unhandledrejection', ({ reason }) => {
  if (!(reason instanceof DOMException && reason.name === 'AbortError')) toast(wordsOf(reason));
});
// A file dropped beside its place must not replace the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());
listenToKeys();
void route();
