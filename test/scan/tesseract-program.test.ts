import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programVersion } from '../../src/stages/recognise/engine/tesseract-program.ts';
import { startCli } from '../people/run-cli.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { smallScan } from './small-scan.ts';

const unpacked = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tfpb-modeles-'));

describe('--ocr natif', () => {
  it.skipIf(programVersion() === null)('reads a scan cell by cell with the models that tfpb brings', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'scan.pdf');
    writeFileSync(file, await smallScan({}));
    const before = unpacked();
    const { code, out, err } = await startCli(folder, ['tables', file, '--format', 'csv', '--ocr', 'natif']).ended;
    expect([code, err]).toEqual([0, '']);
    const rows = out.trim().split('\n').slice(-4);
    expect(rows.map((row) => (row.split(',').at(-1) ?? '').replace(/[^\d]/gu, ''))).toEqual(['12500', '7340', '18965', '38805']);
    expect(rows.at(-1)).toContain('TOTAL');
    expect(unpacked()).toEqual(before);
  });

  it('says what is missing where the program is not installed, and leaves no base behind', async () => {
    const folder = temporaryFolder();
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    const base = join(folder, 'base.sqlite');
    for (const command of [
      ['import', documents, '--base', base],
      ['tables', documents],
    ]) {
      const { code, err } = await startCli(folder, [...command, '--ocr', 'natif'], { PATH: documents }).ended;
      expect(code).toBe(2);
      expect(err).toContain('Le programme tesseract (version 4 ou plus) est introuvable');
      expect(err).toContain('relancez sans --ocr natif');
    }
    expect(existsSync(base)).toBe(false);
  });
});
