import type { Corpus, CorpusRow } from '../../../model/review.ts';
import { get } from './api.ts';
import { labelled } from './dialog.ts';
import { announce, h, s } from './dom.ts';
import { BASES, counted, number, RUBRIQUES } from './french.ts';
import { euros, roundEuros, toCents } from './money.ts';
import { setShortcuts } from './shortcuts.ts';
import { axeLabel } from './state.ts';

const DIMENSIONS = { axe: 'par axe', annee: 'par année', bailleur: 'par bailleur', commune: 'par commune' } as const;
type Dimension = keyof typeof DIMENSIONS;
/** Bars drawn; the table has them all. */
const MOST_BARS = 20;
const MOST_ROWS = 300;

/** The whole base added up: one kind of amount at a time, since the kinds do not add up to anything together. */
export async function showCorpus(place: HTMLElement): Promise<void> {
  const by = h('select', {}, ...Object.entries(DIMENSIONS).map(([value, label]) => h('option', { value }, label)));
  const kind = h('select', {});
  const statut = h('select', {}, h('option', { value: '' }, 'tous'), h('option', { value: 'reconcilie' }, 'réconciliés seulement'));
  const doubles = h('input', { type: 'checkbox', id: 'doubles' });
  const results = h('div', { class: 'resultats' });
  const download = h('a', { class: 'bouton', download: '' }, 'Télécharger le tableau (CSV)');
  let asked = 0;
  let corpus: Corpus = { lignes: [], programmes: 0, ecartes: 0, hors_somme: null };

  const draw = (): void => {
    const dimension = by.value as Dimension;
    const rows = corpus.lignes.filter((row) => kindOf(row) === kind.value);
    results.replaceChildren(...shown(rows, dimension, corpus, kind.selectedOptions[0]?.textContent ?? ''));
    announce(`${counted(rows.length, 'rangée', 'rangées')}, ${DIMENSIONS[dimension]}`);
  };
  const load = async (): Promise<void> => {
    const mine = ++asked;
    const query = { par: by.value, statut: statut.value, doubles: doubles.checked ? '1' : '' };
    const answer = await get<Corpus>('/api/corpus', query);
    if (mine !== asked) return;
    corpus = answer;
    download.href = `/api/corpus.csv?${new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString()}`;
    const before = kind.value;
    const kinds = kindsOf(answer);
    kind.replaceChildren(...kinds.map(({ key, label }) => h('option', { value: key }, label)));
    kind.value = kinds.some(({ key }) => key === before) ? before : (kinds[0]?.key ?? '');
    draw();
  };
  const form = h(
    'form',
    { class: 'filtres', 'aria-label': 'Choisir ce qui est additionné' },
    labelled('Additionner', by),
    labelled('Montants', kind),
    labelled('Programmes', statut),
    h('div', { class: 'champ case' }, doubles, h('label', { for: 'doubles' }, 'Compter aussi les doubles et les versions remplacées')),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    if (event.target === kind) draw();
    else void load();
  });
  place.replaceChildren(h('div', { class: 'colonne-large' }, h('h1', {}, 'Corpus'), form, results, h('p', {}, download)));
  setShortcuts([]);
  await load();
}

function kindOf({ rubrique, base, taxe }: CorpusRow): string {
  return `${rubrique} ${base ?? ''} ${taxe ?? ''}`;
}

/** The kinds of amounts there are, the most frequent first. */
function kindsOf({ lignes }: Corpus): readonly { readonly key: string; readonly label: string }[] {
  const counts = new Map<string, { label: string; count: number }>();
  for (const row of lignes) {
    const known = counts.get(kindOf(row)) ?? {
      label: `${RUBRIQUES[row.rubrique]}${row.base === null ? ' (base non dite)' : `, ${BASES[row.base]}`}${row.taxe === null ? '' : `, ${row.taxe.toUpperCase()}`}`,
      count: 0,
    };
    known.count += row.montants;
    counts.set(kindOf(row), known);
  }
  return [...counts]
    .sort(([, a], [, b]) => b.count - a.count)
    .map(([key, { label, count }]) => ({ key, label: `${label} – ${counted(count, 'montant', 'montants')}` }));
}

function nameOf({ cle }: CorpusRow, dimension: Dimension): string {
  if (cle === null) return dimension === 'axe' ? 'Sans axe' : 'Non dit';
  return dimension === 'axe' ? `${cle}. ${axeLabel(Number(cle))}` : cle;
}

function shown(
  rows: readonly CorpusRow[],
  dimension: Dimension,
  { programmes, ecartes, hors_somme: horsSomme }: Corpus,
  kind: string,
): readonly Node[] {
  const sum = rows.reduce((all, { montant }) => all + toCents(montant), 0n);
  const facts = [
    counted(programmes, 'programme', 'programmes'),
    ecartes > 0 ? `${number(ecartes)} laissés de côté : doubles d’un autre fichier, ou versions remplacées` : null,
    'chacun pour ses propres années, sans l’historique qu’il rappelle',
  ].filter((part) => part !== null);
  const once = horsSomme === null ? '' : ` Une dépense n’est comptée qu’une fois ; montants que ces sommes ne comptent pas : ${horsSomme}.`;
  const note = h('p', { class: 'note' }, `${facts.join(' ; ')}.${once}`);
  if (rows.length === 0) return [note, h('p', { class: 'vide' }, 'Aucun montant.')];
  const ranked =
    dimension === 'bailleur' || dimension === 'commune' ? [...rows].sort((a, b) => Number(toCents(b.montant) - toCents(a.montant))) : rows;
  return [
    note,
    plot(ranked.slice(0, MOST_BARS), dimension),
    ranked.length > MOST_BARS ? h('p', { class: 'note' }, `Le graphique montre les ${String(MOST_BARS)} premiers.`) : '',
    table(ranked.slice(0, MOST_ROWS), dimension, sum, kind),
    ranked.length > MOST_ROWS
      ? h('p', { class: 'note' }, `${number(ranked.length - MOST_ROWS)} rangées de plus dans le fichier à télécharger.`)
      : '',
  ].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part));
}

const [WIDTH, BAR, LABEL] = [900, 24, 300];

/** Bars: the whole amount, and within it what totals prove. The table below says the same in figures. */
function plot(rows: readonly CorpusRow[], dimension: Dimension): Element {
  const most = rows.reduce((all, { montant }) => (toCents(montant) > all ? toCents(montant) : all), 1n);
  const room = WIDTH - LABEL - 130;
  const width = (amount: string): number => Math.max(0, (Number(toCents(amount)) / Number(most)) * room);
  const bars = rows.flatMap((row, index) => {
    const y = index * BAR;
    const name = nameOf(row, dimension);
    return [
      s('text', { x: LABEL - 8, y: y + 16, class: 'nom' }, name.length > 38 ? `${name.slice(0, 37)}…` : name),
      s('rect', { x: LABEL, y: y + 4, width: width(row.montant), height: BAR - 8, class: 'tout' }),
      s('rect', { x: LABEL, y: y + 4, width: width(row.prouve), height: BAR - 8, class: 'prouve' }),
      s('text', { x: LABEL + width(row.montant) + 6, y: y + 16, class: 'chiffre' }, roundEuros(row.montant)),
    ];
  });
  const title = `Montants ${DIMENSIONS[dimension]}, dont ce que des totaux imprimés prouvent`;
  return h(
    'figure',
    { class: 'graphique' },
    h(
      'div',
      { class: 'defile', tabindex: 0, role: 'region', 'aria-label': 'Graphique des sommes' },
      s(
        'svg',
        {
          viewBox: `0 0 ${String(WIDTH)} ${String(rows.length * BAR)}`,
          role: 'img',
          'aria-label': `${title}. Les mêmes chiffres sont dans le tableau.`,
        },
        ...bars,
      ),
    ),
    h('figcaption', {}, h('span', { class: 'cle prouve' }), ' prouvé par un total imprimé ', h('span', { class: 'cle tout' }), ' le reste'),
  );
}

function table(rows: readonly CorpusRow[], dimension: Dimension, sum: bigint, kind: string): HTMLElement {
  const figures = (row: CorpusRow): HTMLElement[] =>
    [euros(row.montant), share(toCents(row.montant), sum), euros(row.prouve), number(row.montants), number(row.programmes)].map((text) =>
      h('td', { class: 'nombre' }, text),
    );
  return h(
    'div',
    { class: 'defile', tabindex: 0, role: 'region', 'aria-label': 'Tableau des sommes' },
    h(
      'table',
      { class: 'file' },
      h('caption', {}, `${kind}, ${DIMENSIONS[dimension]}`),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, DIMENSIONS[dimension].replace('par ', '')),
          ...['Montant', 'Part', 'Dont prouvé', 'Montants', 'Programmes'].map((head) => h('th', { scope: 'col', class: 'nombre' }, head)),
        ),
      ),
      h('tbody', {}, ...rows.map((row) => h('tr', {}, h('th', { scope: 'row' }, nameOf(row, dimension)), ...figures(row)))),
    ),
  );
}

function share(part: bigint, whole: bigint): string {
  return whole === 0n
    ? '–'
    : `${(Number((part * 100_000n) / whole) / 1000).toLocaleString('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} %`;
}
