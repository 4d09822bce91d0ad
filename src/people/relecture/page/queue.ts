import type { QueueItem, ReviewQueue } from '../../../model/review.ts';
import { get } from './api.ts';
import { announce, h } from './dom.ts';
import { labelled } from './dialog.ts';
import { about, counted, GRAVITES, number, programmeName, STATUTS, STATUTS_SENS } from './french.ts';
import { statutBadge } from './badge.ts';
import { setShortcuts } from './shortcuts.ts';
import { known } from './state.ts';
import { pager } from './pager.ts';

const ROWS = 50;

type Query = Readonly<Record<string, string>>;

/** Where a programme is read: its document, itself, and perhaps a place. */
export function addressOf(item: { readonly document: string; readonly programme: string | null }, place: string | null = null): string {
  const parts = [item.document, item.programme ?? '', place ?? ''];
  while (parts.length > 1 && parts.at(-1) === '') parts.pop();
  return `#/document/${parts.map((part) => part || '-').join('/')}`;
}

/** The queue: what needs an eye, worst first, a page of it at a time. */
export async function showQueue(place: HTMLElement): Promise<void> {
  const results = h('div', { class: 'resultats', 'aria-live': 'off' });
  const phrase = h('p', { class: 'phrase' });
  const gauge = h('div', { class: 'jauge' });
  let query: Query = known.queueQuery;
  let asked = 0;

  const load = async (): Promise<void> => {
    const mine = ++asked;
    known.queueQuery = query;
    const answer = await get<ReviewQueue>('/api/file', { limite: ROWS, ...query });
    if (answer.items.length === 0) await known.ready;
    if (mine !== asked) return;
    phrase.textContent = answer.phrase;
    gauge.replaceChildren(...progressOf(answer));
    results.replaceChildren(
      ...rows(answer, query, (debut) => {
        query = { ...query, debut: String(debut) };
        void load();
      }),
    );
    announce(answer.phrase);
  };

  const form = filters(query, (next) => {
    query = next;
    void load();
  });
  place.replaceChildren(h('div', { class: 'colonne-large' }, h('h1', {}, 'À relire'), phrase, gauge, form, results));
  setShortcuts([
    { keys: ['ArrowDown', 'j'], shown: '↓', what: 'programme suivant', run: () => move(results, 1) },
    { keys: ['ArrowUp', 'k'], shown: '↑', what: 'programme précédent', run: () => move(results, -1) },
    { keys: ['/'], shown: '/', what: 'chercher', run: () => form.querySelector('input')?.focus() },
  ]);
  await load();
}

/** The focus goes from programme to programme. */
function move(results: HTMLElement, step: number): void {
  const links = [...results.querySelectorAll<HTMLElement>('a.programme')];
  const at = links.findIndex((link) => link === document.activeElement);
  links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
}

function progressOf({ a_relire, verifies }: ReviewQueue): readonly Node[] {
  const all = a_relire + verifies;
  if (all === 0) return [];
  const bar = h('progress', { max: all, value: verifies, 'aria-label': 'Avancement de la relecture' });
  return [bar, h('span', {}, `${counted(verifies, 'programme vérifié', 'programmes vérifiés')} par un lecteur`)];
}

function filters(query: Query, onChange: (query: Query) => void): HTMLFormElement {
  const text = (name: string, type = 'text'): HTMLInputElement => h('input', { type, name, value: query[name] ?? '', autocomplete: 'off' });
  const choice = (name: string, options: Readonly<Record<string, string>>, all: string): HTMLSelectElement => {
    const select = h(
      'select',
      { name },
      h('option', { value: '' }, all),
      ...Object.entries(options).map(([value, label]) => h('option', { value }, label)),
    );
    select.value = query[name] ?? '';
    return select;
  };
  const everything = h('input', { type: 'checkbox', name: 'tout', value: '1', id: 'tout' });
  everything.checked = query['tout'] === '1';
  const form = h(
    'form',
    { class: 'filtres', role: 'search', 'aria-label': 'Choisir ce qui est montré' },
    labelled('Chercher', text('texte', 'search')),
    labelled('Statut', choice('statut', STATUTS, 'tous')),
    labelled('Gravité', choice('gravite', { erreur: 'avec une erreur', alerte: 'avec une alerte' }, 'toutes')),
    labelled('Bailleur', text('bailleur')),
    labelled('Commune', text('commune')),
    labelled(
      'Année',
      h('input', {
        type: 'text',
        inputmode: 'numeric',
        name: 'annee',
        pattern: '(19|20)[0-9]{2}',
        maxlength: 4,
        size: 5,
        value: query['annee'] ?? '',
      }),
    ),
    h('div', { class: 'champ case' }, everything, h('label', { for: 'tout' }, 'Montrer aussi ce qui ne demande plus rien')),
  );
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const changed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const next: Record<string, string> = {};
      for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value.trim() !== '') next[name] = value.trim();
      if (next['annee'] !== undefined && !/^(?:19|20)\d{2}$/u.test(next['annee'])) delete next['annee'];
      onChange(next);
    }, 200);
  };
  form.addEventListener('input', changed);
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

function rows(answer: ReviewQueue, query: Query, go: (debut: number) => void): readonly Node[] {
  if (answer.items.length === 0) return [emptyQueue(Object.keys(query).length > 0)];
  const debut = Number(query['debut'] ?? 0);
  const table = h(
    'table',
    { class: 'file' },
    h('caption', { class: 'pour-lecteur-ecran' }, 'Programmes, du plus au moins préoccupant'),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        ...['Programme', 'Statut', 'Ce qui demande un œil', 'Temps'].map((head) =>
          h('th', { scope: 'col', class: head === 'Temps' ? 'nombre' : '' }, head),
        ),
      ),
    ),
    h('tbody', {}, ...answer.items.map(row)),
  );
  return [table, pager(debut, ROWS, answer.nombre, go)];
}

function row(item: QueueItem): HTMLElement {
  const { statut, verifie, corrections, secondes, fichier, page } = item;
  return h(
    'tr',
    {},
    h(
      'th',
      { scope: 'row' },
      h('a', { class: 'programme', href: addressOf(item) }, programmeName(item)),
      h('span', { class: 'note' }, `${fichier}${page === null ? '' : `, page ${number(page)}`}`),
    ),
    h('td', {}, statutBadge(statut)),
    h('td', {}, reasons(item), corrections === 0 ? null : h('span', { class: 'note' }, counted(corrections, 'correction', 'corrections'))),
    h('td', { class: 'nombre' }, verifie === null ? about(secondes) : `vérifié par ${verifie.par}`),
  );
}

function reasons({ totaux_en_ecart, montants_douteux, erreurs, alertes, statut }: QueueItem): string {
  const parts = [
    totaux_en_ecart > 0 ? counted(totaux_en_ecart, 'total en écart', 'totaux en écart') : null,
    montants_douteux > 0 ? counted(montants_douteux, 'montant douteux', 'montants douteux') : null,
    erreurs > 0 ? counted(erreurs, GRAVITES.erreur, 'erreurs') : null,
    alertes > 0 ? counted(alertes, GRAVITES.alerte, 'alertes') : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? STATUTS_SENS[statut] : parts.join(', ');
}

function emptyQueue(isFiltered: boolean): HTMLElement {
  const documents = known.facts?.resume.documents ?? 0;
  if (documents === 0)
    return h(
      'div',
      { class: 'vide' },
      h('p', {}, 'La base est vide. '),
      h('p', {}, h('a', { href: '#/depot', class: 'bouton' }, 'Déposer des fichiers')),
    );
  return h('p', { class: 'vide' }, isFiltered ? 'Rien ne répond à ce choix.' : 'Plus rien à relire : tout est vérifié ou réconcilié.');
}
