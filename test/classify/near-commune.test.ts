import { describe, expect, it } from 'vitest';
import { knowledge, knowledgeOfScans } from '../../pipelines/knowledge.ts';
import { nearCommune } from '../../src/stages/classify/communes.ts';
import { readHeading } from '../../src/stages/interpret/heading.ts';

const near = (text: string, departement?: string): string | null =>
  nearCommune(text, departement === undefined ? {} : { departement })?.codeInsee ?? null;

describe('a commune read from a scan', () => {
  it('a letter off is the one commune of its département that is so near, two in a long name', () => {
    expect(near('Hautmant', '59')).toBe('59291');
    expect(near('ROUBAUX', '59')).toBe('59512');
    expect(near('Villeneuve-d’Ascg', '59')).toBe('59009');
    expect(near('Lillcrs')).toBe('62516');
  });

  it('is left as it is where it is official, short, near to several or to none', () => {
    // Louches is a commune, in another département than Lourches.
    expect(near('Louches', '59')).toBeNull();
    expect(near('Lems', '62')).toBeNull();
    expect(near('Centre Ville')).toBeNull();
    expect(near('Saint-Martim', '59')).toBeNull();
    expect(near('Hautmant', '33')).toBeNull();
  });

  it('is put right in the heading of a scan, never in that of a text', () => {
    const heading = ['Commune : HAUTMANT', 'Code QPV : QN05954M'].map((text, index) => ({
      text,
      place: { page: 1, box: [50, 50 + 20 * index, 200, 60 + 20 * index] as const },
      size: 10,
      bold: false,
    }));
    expect(readHeading(heading, knowledgeOfScans, false)).toMatchObject({ commune: 'Hautmont', codeInsee: '59291' });
    expect(readHeading(heading, knowledge, false)).toMatchObject({ commune: 'HAUTMANT', codeInsee: null });
  });
});
