/** Text of a file that may be UTF-8 (with or without mark) or, as Excel writes, Windows-1252 and (« texte Unicode ») UTF-16. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\ufeff/u, '');
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const SEPARATORS = [';', '\t', ',', '|'] as const;

/** Rows of a table of text (RFC 4180, any usual separator, told from the first line), by the heading of each column. */
export function readCsv(text: string): { readonly headers: readonly string[]; readonly rows: readonly Readonly<Record<string, string>>[] } {
  const first = text.slice(0, text.search(/\r?\n|$/u));
  const separator = [...SEPARATORS].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ';';
  const [headers = [], ...rows] = cells(text, separator);
  const named = headers.map((header) => header.trim());
  return {
    headers: named,
    rows: rows
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => Object.fromEntries(named.map((header, index) => [header, (row[index] ?? '').trim()]))),
  };
}

function cells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '') isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

/** One cell as RFC 4180 writes it. */
export function csvCell(text: string | null, separator = ';'): string {
  const value = text ?? '';
  return value.includes(separator) || /["\r\n]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
