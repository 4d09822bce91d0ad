import { readFileSync } from 'node:fs';
import type { ScoredCell } from './relations.ts';

/** The tables the ground truth of one document gives, by page (from 1). */
export type TruthTables = ReadonlyMap<number, readonly (readonly ScoredCell[])[]>;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/giu, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number.parseInt(name.slice(1), 10));
    return ENTITIES[name] ?? whole;
  });
}

function attribute(tag: string, name: string): number | null {
  const value = new RegExp(`${name}\\s*=\\s*["'](-?\\d+)["']`, 'u').exec(tag)?.[1];
  return value === undefined ? null : Number(value);
}

/** Reads a `*-str.xml` file of the ICDAR 2013 table competition. */
export function readTruth(file: string): TruthTables {
  const xml = readFileSync(file, 'utf8');
  const tables = new Map<number, ScoredCell[][]>();
  for (const region of xml.split(/<region\b/u).slice(1)) {
    const page = attribute(region.slice(0, region.indexOf('>')), 'page') ?? 1;
    const cells: ScoredCell[] = [];
    for (const cell of region.split(/<cell\b/u).slice(1)) {
      const tag = cell.slice(0, cell.indexOf('>'));
      const row = attribute(tag, 'start-row') ?? 0;
      const column = attribute(tag, 'start-col') ?? 0;
      const text = decode(/<content>([\s\S]*?)<\/content>/u.exec(cell)?.[1] ?? '');
      cells.push({ row, column, lastRow: attribute(tag, 'end-row') ?? row, lastColumn: attribute(tag, 'end-col') ?? column, text });
    }
    const list = tables.get(page) ?? [];
    list.push(cells);
    tables.set(page, list);
  }
  return tables;
}
