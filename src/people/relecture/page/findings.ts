import type { FindingAnswer, FindingsAnswer } from './answers.ts';
import { get } from './api.ts';
import { labelled } from './dialog.ts';
import { announce, h } from './dom.ts';
import { counted, GRAVITES, number } from './french.ts';
import { pager } from './pager.ts';
import { addressOf } from './queue.ts';
import { setShortcuts } from './shortcuts.ts';

const ROWS = 50;

/** Everything that was found, the gravest first. */
export async function showFindings(place: HTMLElement): Promise<void> {
  const results = h('div', { class: 'resultats' });
  const gravity = h(
    'select',
    {},
    h('option', { value: '' }, 'toutes'),
    ...Object.entries(GRAVITES).map(([value, label]) => h('option', { value }, label)),
  );
  const code = h('select', {}, h('option', { value: '' }, 'tous'));
  const text = h('input', { type: 'search', autocomplete: 'off' });
  let debut = 0;
  let asked = 0;
  const load = async (): Promise<void> => {
    const mine = ++asked;
    const answer = await get<FindingsAnswer>('/api/constats', {
      gravite: gravity.value,
      code: code.value,
      texte: text.value,
      debut,
      limite: ROWS,
    });
    if (mine !== asked) return;
    if (code.options.length === 1)
      for (const each of answer.codes) code.append(h('option', { value: each.code }, `${each.code} (${number(each.nombre)})`));
    results.replaceChildren(
      ...list(answer.constats),
      pager(debut, ROWS, answer.nombre, (next) => {
        debut = next;
        void load();
      }),
    );
    announce(counted(answer.nombre, 'constat', 'constats'));
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const form = h(
    'form',
    { class: 'filtres', role: 'search', 'aria-label': 'Choisir les constats' },
    labelled('Chercher', text),
    labelled('Gravité', gravity),
    labelled('Nature', code),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    debut = 0;
    clearTimeout(waiting);
    waiting = setTimeout(() => void load(), 200);
  });
  place.replaceChildren(
    h(
      'div',
      { class: 'colonne-large' },
      h('h1', {}, 'Constats'),
      h(
        'p',
        {},
        'Ce qu’un vérificateur doit regarder, document par document. Ce que seuls plusieurs documents ensemble disent (programmes en double, listes officielles) est dans ',
        h('code', {}, 'tfpb audit'),
        '.',
      ),
      form,
      results,
    ),
  );
  setShortcuts([{ keys: ['/'], shown: '/', what: 'chercher', run: () => text.focus() }]);
  await load();
}

function list(constats: readonly FindingAnswer[]): readonly Node[] {
  if (constats.length === 0) return [h('p', { class: 'vide' }, 'Aucun constat.')];
  return [
    h(
      'table',
      { class: 'file' },
      h('caption', { class: 'pour-lecteur-ecran' }, 'Constats, du plus grave au moins grave'),
      h('thead', {}, h('tr', {}, ...['Gravité', 'Constat', 'Où'].map((head) => h('th', { scope: 'col' }, head)))),
      h(
        'tbody',
        {},
        ...constats.map(({ gravite, message, code, document, fichier, programme, page }) =>
          h(
            'tr',
            {},
            h('td', {}, h('span', { class: `gravite ${gravite}` }, GRAVITES[gravite])),
            h('td', {}, message, h('span', { class: 'note' }, code)),
            h(
              'td',
              {},
              h('a', { href: addressOf({ document, programme }) }, fichier),
              page === null ? null : h('span', { class: 'note' }, `page ${number(page)}`),
            ),
          ),
        ),
      ),
    ),
  ];
}
