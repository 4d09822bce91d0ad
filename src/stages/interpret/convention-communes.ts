import { matchesIn } from '../../french/matches.ts';
import { clean, fold } from '../../french/text.ts';
import { cellText, type Block, type Table } from '../../model/grid.ts';
import type { Commune, Knowledge } from '../../model/knowledge.ts';
import { PROPER_NAME } from './proper-name.ts';
import { tableRows } from './table-rows.ts';

/** "Ville du Mans", "communes d'Échirolles et de Fontaine": the small word before the name, and those of the names that follow it. */
const NAMED = ['(?:villes?|communes?|mairies?|Maires?)', '(?:Villes?|Communes?|VILLES?|COMMUNES?)'].map(
  (noun) =>
    new RegExp(
      String.raw`(?<![\p{L}])${noun}\s+(?<link>de|d['’]|du|des|DE|D['’]|DU|DES)\s*${PROPER_NAME}(?<more>(?:(?:\s*,\s*|\s+et\s+)(?:de|d['’]|du|des)\s*${PROPER_NAME.replace('<name>', '<other>')})*)`,
      'gu',
    ),
);
const OTHERS = new RegExp(String.raw`(?<link>de|d['’]|du|des)\s*${PROPER_NAME}`, 'gu');

/** "Arnage et de Coulaines": two names behind one noun. */
const AND = /\s+et\s+(?:(?:de|du|des)\s+|d['’]\s*)?(?=\p{Lu})/u;

/** The name with the article that "du" and "des" hold: "du Mans" is "Le Mans". */
function withArticle(link: string, name: string): string | null {
  const folded = link.toLowerCase();
  return folded === 'du' ? `Le ${name}` : folded === 'des' ? `Les ${name}` : null;
}

interface Named {
  readonly link: string;
  readonly name: string;
}

function namedIn(text: string): Named[] {
  const named = ({ groups }: RegExpMatchArray): Named => ({ link: groups?.['link'] ?? '', name: groups?.['name'] ?? '' });
  return NAMED.flatMap((pattern) =>
    matchesIn(text, pattern).flatMap((match) => [named(match), ...matchesIn(match.groups?.['more'] ?? '', OTHERS).map(named)]),
  );
}

/** The names in the column that a table of quartiers or dwellings heads "Commune". */
function columnOf(table: Table): string[] {
  const rows = tableRows(table);
  const heads = rows.starting(0);
  const head = heads.find((cell) => /^(?:nom (?:de la |des )?)?(?:communes?|villes?)(?: concernees?)?$/u.test(fold(cellText(cell))));
  if (head === undefined || !heads.some((cell) => /\b(?:quartiers?|qpv|logements|logts)\b/u.test(fold(cellText(cell))))) return [];
  return table.cells.filter(({ column, row }) => column === head.column && row > 0).map((cell) => clean(cellText(cell)));
}

/** The communes of a convention, most spoken of first: those its text names more than in passing, and those of the list of quartiers. */
export function conventionCommunes(
  text: string,
  blocks: readonly Block[],
  departement: string | null,
  knowledge: Knowledge,
): readonly string[] {
  const isThere = (commune: Commune | null): commune is Commune =>
    commune !== null && (departement === null || commune.codeInsee?.startsWith(departement) === true);
  const times = new Map<string, number>();
  for (const { link, name } of namedIn(text)) {
    const find = (one: string): Commune | null => knowledge.commune(one, departement);
    const full = withArticle(link, name);
    const [first = null] = knowledge.communesIn(name, departement);
    const several = name.split(AND).map(find);
    const only = (full === null ? null : find(full)) ?? find(name) ?? first;
    for (const found of several.length > 1 && several.every(isThere) ? several : [only])
      if (isThere(found)) times.set(found.nom, (times.get(found.nom) ?? 0) + 1);
  }
  const most = Math.max(0, ...times.values());
  const told = [...times.entries()].filter(([, count]) => count * 4 >= most).sort((a, b) => b[1] - a[1]);
  const listed = blocks.flatMap((block) => (block.kind === 'table' ? columnOf(block.table) : []));
  const ofColumn = listed.map((name) => knowledge.commune(name, departement)).filter(isThere);
  return [...new Set([...told.map(([nom]) => nom), ...ofColumn.map(({ nom }) => nom)])];
}
