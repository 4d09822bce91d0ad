import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { csvCell, decodeText, readCsv } from '../src/files/csv.ts';
import { sha256Of } from '../src/files/hash-file.ts';
import { readSiren } from '../src/french/siren.ts';
import { fold } from '../src/french/text.ts';
import { CommandError, EXIT } from '../src/model/errors.ts';
import { exempleSchema, type Exemple } from '../src/model/exemple.ts';
import { readExemples, saveExemples } from '../src/store/exemples.ts';
import { saveBailleurs, saveQuartiers, type BailleurRow, type ListName, type QuartierRow } from '../src/store/official-lists.ts';
import { openStore } from '../src/store/open.ts';

/** What came of loading a list: how many of its lines were kept, and why others were not. */
export interface ListLoaded {
  readonly liste: ListName;
  readonly retenues: number;
  /** French, one a line that was left out. */
  readonly ecartees: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** Headings of each column as publishers write them, folded, the usual one first. */
const HEADINGS = {
  code: [
    'code qp',
    'code qpv',
    'codeqp',
    'code',
    'code quartier',
    'code du quartier',
    'code du qpv',
    'code quartier prioritaire',
    'codgeo qp',
  ],
  libelle: [
    ...['lib qp', 'libelle', 'nom qp', 'nom', 'libelle du quartier', 'nom du quartier', 'lib qpv', 'nom quartier', 'nom qpv', 'nom du qpv'],
    ...['libelle qp', 'libelle qpv', 'nom du quartier prioritaire', 'libelle du quartier prioritaire', 'quartier'],
    ...[
      'nom du bailleur',
      'nom bailleur',
      'bailleur',
      'bailleur social',
      'raison sociale',
      'denomination',
      'organisme',
      'nom de l organisme',
    ],
  ],
  insee: [
    ...['insee com', 'codes insee', 'code insee', 'insee', 'codgeo', 'code commune', 'com', 'code insee commune'],
    ...['code insee de la commune', 'codes communes', 'codes insee des communes', 'depcom'],
  ],
  commune: ['lib com', 'communes', 'commune', 'nom commune', 'libgeo', 'nom de la commune', 'libelle commune', 'nom com'],
  siren: ['siren', 'numero siren', 'n siren', 'no siren', 'num siren', 'siren du bailleur', 'numero de siren', 'siren organisme'],
  autres: [
    ...['autres noms', 'autre nom', 'alias', 'noms', 'autres', 'autres appellations', 'autre appellation', 'appellations'],
    ...['sigle', 'sigles', 'nom d usage', 'noms d usage', 'autres denominations', 'variantes'],
  ],
  action: ['action', 'code action'],
  action_texte: ['action texte', 'intitule', 'texte action'],
  description: ['description'],
  par: ['par', 'auteur', 'lecteur'],
  date: ['date'],
} as const;

function column(headers: readonly string[], wanted: keyof typeof HEADINGS): string | null {
  const folded = headers.map((header) => fold(header));
  for (const name of HEADINGS[wanted]) {
    const index = folded.indexOf(name);
    if (index >= 0) return headers[index] ?? null;
  }
  return null;
}

/** Cuts `62498, 62510` and `Lens / Avion`. */
function several(text: string): string[] {
  return text
    .split(/[,;|/]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A spreadsheet takes the code of a commune for a number and drops its first zero. */
function asInsee(code: string): string {
  return /^\d{4}$/u.test(code) ? `0${code}` : code;
}

function quartiersOf(headers: readonly string[], rows: readonly Row[], leftOut: string[]): QuartierRow[] {
  const [code, libelle, insee, commune] = (['code', 'libelle', 'insee', 'commune'] as const).map((name) => column(headers, name));
  const found = new Map<string, { code: string; nom: string; communes: { codeInsee: string; nom: string | null }[] }>();
  rows.forEach((row, index) => {
    const value = (row[code ?? ''] ?? '').toUpperCase().replace(/[\s.–_-]/gu, '');
    if (!/^Q[PN]\w{6}$/u.test(value)) {
      leftOut.push(`ligne ${String(index + 2)} : « ${row[code ?? ''] ?? ''} » n'est pas un code de quartier`);
      return;
    }
    const codes = several(row[insee ?? ''] ?? '');
    const names = several(row[commune ?? ''] ?? '');
    const quartier = found.get(value) ?? { code: value, nom: row[libelle ?? ''] ?? '', communes: [] };
    codes.forEach((codeInsee, at) =>
      quartier.communes.push({ codeInsee: asInsee(codeInsee), nom: codes.length === names.length ? (names[at] ?? null) : null }),
    );
    found.set(value, quartier);
  });
  return [...found.values()];
}

function bailleursOf(headers: readonly string[], rows: readonly Row[], leftOut: string[]): BailleurRow[] {
  const [siren, nom, autres] = (['siren', 'libelle', 'autres'] as const).map((name) => column(headers, name));
  const names = new Map<string, string>();
  const found = new Map<string, BailleurRow>();
  rows.forEach((row, index) => {
    const line = `ligne ${String(index + 2)}`;
    const key = readSiren(row[siren ?? ''] ?? '');
    const name = row[nom ?? ''] ?? '';
    if (key === null || name === '') {
      leftOut.push(
        key === null
          ? `${line} : le SIREN « ${row[siren ?? ''] ?? ''} » est faux (${/^(?:\D*\d){9}\D*$/u.test(row[siren ?? ''] ?? '') ? 'clé' : 'neuf chiffres sont attendus'})`
          : `${line} : sans nom`,
      );
      return;
    }
    const others = (row[autres ?? ''] ?? '')
      .split(/[|;]/u)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const free = others.filter((other) => {
      const owner = names.get(fold(other));
      if (owner === undefined || owner === key) return true;
      leftOut.push(`${line} : le nom « ${other} » est déjà celui du SIREN ${owner}`);
      return false;
    });
    const taken = names.get(fold(name));
    if (found.has(key) || (taken !== undefined && taken !== key)) {
      leftOut.push(`${line} : « ${name} » (${key}) est déjà dans la liste`);
      return;
    }
    for (const one of [name, ...free]) names.set(fold(one), key);
    found.set(key, { siren: key, nom: name, autresNoms: free });
  });
  return [...found.values()];
}

function exemplesOf(headers: readonly string[], rows: readonly Row[], leftOut: string[]): Exemple[] {
  const named = (['action_texte', 'description', 'action', 'par', 'date'] as const).map((name) => column(headers, name));
  return rows.flatMap((row, index) => {
    const [actionText, description, action, par, date] = named.map((name) => row[name ?? ''] ?? '');
    const parsed = exempleSchema.safeParse({
      actionText: actionText || null,
      description: description || null,
      action: action || null,
      par,
      date,
    });
    if (parsed.success && (parsed.data.actionText !== null || parsed.data.description !== null)) return [parsed.data];
    leftOut.push(`ligne ${String(index + 2)} : décision incomplète (texte, action, auteur et date sont attendus)`);
    return [];
  });
}

/** A list of which nothing can be kept replaces none. */
function kept<T>(rows: T[], path: string, leftOut: readonly string[]): T[] {
  if (rows.length > 0) return rows;
  throw new CommandError(
    'liste_vide',
    `« ${path} » ne donne aucune ligne utilisable${leftOut[0] === undefined ? '' : ` (${leftOut[0]})`}.`,
    EXIT.usage,
  );
}

/** Loads a list that its user gives, told by its headings. Throws a `CommandError` when the file cannot be read or is none of them. */
export async function loadList(base: string, path: string, now: Date): Promise<ListLoaded> {
  const bytes = await readFile(path).catch(() => {
    throw new CommandError('liste', `Le fichier « ${path} » ne peut pas être lu.`, EXIT.usage);
  });
  const { headers, rows } = readCsv(decodeText(bytes));
  const leftOut: string[] = [];
  const file = { fichier: basename(path), empreinte: sha256Of(bytes), charge_le: now.toISOString() };
  const store = await openStore(base, 'ecriture');
  try {
    const has = (name: keyof typeof HEADINGS): boolean => column(headers, name) !== null;
    if (has('par') && has('date') && has('description')) {
      const exemples = exemplesOf(headers, rows, leftOut);
      await saveExemples(store, exemples);
      return { liste: 'exemples', retenues: exemples.length, ecartees: leftOut };
    }
    if (has('siren') && has('libelle')) {
      const bailleurs = kept(bailleursOf(headers, rows, leftOut), path, leftOut);
      await saveBailleurs(store, bailleurs, file);
      return { liste: 'bailleurs', retenues: bailleurs.length, ecartees: leftOut };
    }
    if (has('code') && has('libelle') && has('insee')) {
      const quartiers = kept(quartiersOf(headers, rows, leftOut), path, leftOut);
      await saveQuartiers(store, quartiers, file);
      return { liste: 'qpv', retenues: quartiers.length, ecartees: leftOut };
    }
  } finally {
    await store.close();
  }
  throw new CommandError(
    'liste_inconnue',
    `« ${path} » n'est pas une liste connue : il faut les colonnes code, nom et code INSEE (quartiers), SIREN et nom (bailleurs), ou description, action, par et date (décisions).`,
    EXIT.usage,
  );
}

/** Readers' decisions as a CSV that {@link loadList} reads back. */
export async function exemplesCsv(base: string): Promise<string> {
  const store = await openStore(base, 'lecture');
  try {
    const rows = (await readExemples(store)).map(({ actionText, description, action, par, date }) => [
      actionText,
      description,
      action,
      par,
      date,
    ]);
    return [['action_texte', 'description', 'action', 'par', 'date'], ...rows]
      .map((row) => `${row.map((cell) => csvCell(cell)).join(';')}\n`)
      .join('');
  } finally {
    await store.close();
  }
}
