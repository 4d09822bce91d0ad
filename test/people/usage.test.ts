import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shownPath } from '../../src/people/cli/shown-path.ts';
import { nearest } from '../../src/people/cli/suggest.ts';
import { onOneLine, roughly } from '../../src/people/cli/wording.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { runCli } from './run-cli.ts';

const COMMANDS = ['import', 'export', 'audit', 'tables', 'etat', 'relecture', 'retirer', 'sauvegarder', 'restaurer', 'fusionner'];
const ENGLISH = /\b(usage|options?:|commands?:|arguments?:|display|default:|choices:|error|unknown|missing|did you mean)\b/iu;

test('the help of every command is French and has examples', async () => {
  const helps = await Promise.all([['--help'], ...COMMANDS.map((command) => [command, '--help'])].map((args) => runCli('.', ...args)));
  for (const { code, out, err } of helps) {
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out).toContain('Exemple');
    expect(out.replaceAll('[options]', '')).not.toMatch(ENGLISH);
  }
  for (const command of COMMANDS) expect(helps[0]?.out).toContain(`  ${command}`);
});

test('--version prints the version of the package and nothing else', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runCli('.', '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test.each([
  [['exprot'], 'Commande inconnue : exprot. Vouliez-vous dire export ?'],
  [['export', '--fromat', 'json'], 'Option inconnue : --fromat. Vouliez-vous dire --format ?'],
  [['export', '--format', 'jsnl'], 'au choix json, jsonl, csv, xlsx, parquet. Vouliez-vous dire jsonl ?'],
  [['import'], "Il manque l'argument chemins."],
  [['import', 'x', '--coeurs', '0'], 'un nombre entier'],
  [['etat', '--base'], "L'option --base <fichier> attend une valeur."],
  [['etat', 'trop'], 'arguments en trop'],
])('%j ends with code 2, says what is wrong in French on the diagnostics stream, and prints no result', async (args, message) => {
  const { code, out, err } = await runCli(temporaryFolder(), ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).not.toMatch(ENGLISH);
  expect(out).toBe('');
});

test('no command at all shows the help and ends with code 2', async () => {
  const { code, out, err } = await runCli(temporaryFolder());
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Commandes :');
});

test('a base that is not there ends with code 3 and says how to make one', async () => {
  const { code, err } = await runCli(temporaryFolder(), 'etat', '--base', 'autre.sqlite');
  expect(code).toBe(3);
  expect(err).toContain('tfpb import');
});

test('nearest: a swap, a prefix, and nothing for what resembles nothing', () => {
  expect(nearest('improt', ['import', 'export'])).toBe('import');
  expect(nearest('--sil', ['--base', '--silencieux'])).toBe('--silencieux');
  expect(nearest('zzzzzzzz', ['import', 'export'])).toBe(null);
});

test('a cell printed on several lines is told on one', () => {
  expect(['31 000 €\n7 900 €', '2 000\n€', '12 500 €'].map(onOneLine)).toEqual(['31 000 € / 7 900 €', '2 000 €', '12 500 €']);
});

test('a time to come is told no more exactly than it can be known', () => {
  expect([200, 33_100, 54_900, 57_000, 545_000, 3_590_000, 7_800_000].map(roughly)).toEqual([
    '5 s',
    '35 s',
    '55 s',
    '1 min',
    '9 min',
    '1 h 00 min',
    '2 h 10 min',
  ]);
});

test('a file is told by its way from here, through an archive too, and by its whole path where it is elsewhere', () => {
  expect(shownPath(`${process.cwd()}/lot/a.zip!/ville/../b.pdf`)).toBe('lot/a.zip › ville/../b.pdf');
  expect(shownPath('/ailleurs/lot.pdf!/1-piece.pdf')).toBe('/ailleurs/lot.pdf › 1-piece.pdf');
});
