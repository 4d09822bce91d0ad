import { cellText, type Cell, type PageGrid } from '../../model/grid.ts';
import type { Box } from '../../model/geometry.ts';
import { wordText, type Page, type Word } from '../../model/page.ts';
import { escapeHtml } from './escape.ts';
import type { Roles } from './roles.ts';

/** One page to show: what was read on it, and its picture (PNG) where it could be drawn. */
export interface PageView {
  readonly page: Page;
  /** The tables of this page. */
  readonly grids: readonly PageGrid[];
  readonly picture: Uint8Array | null;
}

/** Layers that can be shown and hidden, bottom to top: class, French label, shown at first. */
export const LAYERS = [
  { name: 'image', label: 'page', isShown: true },
  { name: 'roles', label: 'rôles', isShown: true },
  { name: 'cellules', label: 'cellules', isShown: true },
  { name: 'filets', label: 'filets', isShown: false },
  { name: 'mots', label: 'mots', isShown: false },
] as const;

/** Distinct colours, told apart by people with the common forms of colour blindness (after Okabe and Ito, doubled with lighter ones). */
export const ROLE_COLOURS = [
  '#e69f00',
  '#56b4e9',
  '#009e73',
  '#f0e442',
  '#0072b2',
  '#d55e00',
  '#cc79a7',
  '#999933',
  '#882255',
  '#44aa99',
  '#aa4499',
  '#777777',
];

/** The page as an SVG drawing in points, its layers as groups. `colours` gives the colour of each role. */
export function pageDrawing({ page, grids, picture }: PageView, roles: Roles, colours: ReadonlyMap<string, string>): string {
  const { width, height } = page;
  const image =
    picture === null
      ? page.words.map(wordAsText).join('')
      : `<image width="${round(width)}" height="${round(height)}" href="data:image/png;base64,${Buffer.from(picture).toString('base64')}"/>`;
  const cells = grids.flatMap(({ cells: own, index }) => own.map((cell) => ({ cell, index })));
  return [
    `<svg viewBox="0 0 ${round(width)} ${round(height)}" role="img" aria-label="Page ${page.number}">`,
    group('image', image),
    group('roles', cells.map(({ cell }) => roleMark(cell, roles, colours)).join('')),
    group('filets', page.rules.map(({ box }) => rectangle(thick(box))).join('')),
    group('mots', page.words.map((word) => rectangle(word.box, titleOf(wordText(word)))).join('')),
    group(
      'cellules',
      grids.map(({ box }) => rectangle(box, '', 'tableau')).join('') +
        cells.map(({ cell, index }) => cellMark(cell, index, roles)).join(''),
    ),
    '</svg>',
  ].join('');
}

function group(name: string, content: string): string {
  return `<g class="${name}">${content}</g>`;
}

function cellMark(cell: Cell, table: number, roles: Roles): string {
  const { row, column, rowSpan, columnSpan } = cell;
  const span = rowSpan > 1 || columnSpan > 1;
  const role = roles.get(cell.id);
  const title = `tableau ${table + 1}, ligne ${row + 1}, colonne ${column + 1}${span ? `, étendue ${rowSpan} × ${columnSpan}` : ''}${role === undefined ? '' : ` (${role})`} : ${cellText(cell)}`;
  return rectangle(cell.place.box, titleOf(title), span ? 'etendue' : 'simple');
}

function roleMark(cell: Cell, roles: Roles, colours: ReadonlyMap<string, string>): string {
  const colour = colours.get(roles.get(cell.id) ?? '');
  if (colour === undefined) return '';
  return rectangle(cell.place.box, '', undefined, ` style="fill:${colour}"`);
}

function wordAsText(word: Word): string {
  const [x0, y0, x1, y1] = word.box;
  const isTurned = word.direction === 90 || word.direction === 270;
  const along = isTurned ? y1 - y0 : x1 - x0;
  // The baseline stands about a fifth of the height above the box's lower edge, turned with the text.
  const [x, y] = {
    0: [x0, y1 - 0.2 * (y1 - y0)],
    90: [x0 + 0.2 * (x1 - x0), y0],
    180: [x1, y0 + 0.2 * (y1 - y0)],
    270: [x1 - 0.2 * (x1 - x0), y1],
  }[word.direction] as [number, number];
  const turn = word.direction === 0 ? '' : ` transform="rotate(${word.direction} ${round(x)} ${round(y)})"`;
  const weight = word.bold ? ' font-weight="bold"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-size="${round(word.size)}" textLength="${round(Math.max(along, 0.1))}" lengthAdjust="spacingAndGlyphs"${weight}${turn}>${escapeHtml(wordText(word))}</text>`;
}

function titleOf(text: string): string {
  return `<title>${escapeHtml(text)}</title>`;
}

function rectangle([x0, y0, x1, y1]: Box, content = '', name?: string, attributes = ''): string {
  const shape = `<rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}"${name === undefined ? '' : ` class="${name}"`}${attributes}`;
  return content === '' ? `${shape}/>` : `${shape}>${content}</rect>`;
}

/** A hairline made wide enough to be seen. */
function thick([x0, y0, x1, y1]: Box): Box {
  const grow = (length: number): number => Math.max(0, (0.8 - length) / 2);
  const [dx, dy] = [grow(x1 - x0), grow(y1 - y0)];
  return [x0 - dx, y0 - dy, x1 + dx, y1 + dy];
}

function round(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}
