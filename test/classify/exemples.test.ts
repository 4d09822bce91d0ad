import { describe, expect, it } from 'vitest';
import type { Exemple } from '../../src/model/exemple.ts';
import { createExemples } from '../../src/stages/classify/exemples.ts';
import { classifyLigne } from '../../src/stages/classify/lignes.ts';

const decision = (description: string, action: string | null, par = 'A. Martin'): Exemple => ({
  actionText: null,
  description,
  action,
  par,
  date: '2026-11-20',
});
const line = (description: string) => ({ axeText: null, actionText: null, description, section: null });

describe('what readers decided', () => {
  const text = 'Opération « Soleil levant » dans le patio central';
  const exemples = createExemples([
    decision(text, '7.1'),
    decision('Soirée des référents du patio', '2.2'),
    decision(text, '6.2', 'B. Roy'),
  ]);

  it('goes before the wording, the last decision first, with its author and day as reason', () => {
    expect(classifyLigne(line(text)).action).not.toBe('6.2');
    const learned = classifyLigne(line(text.toUpperCase()), exemples);
    expect(learned).toMatchObject({ axe: 6, action: '6.2' });
    expect(learned.confidence ?? 0).toBeGreaterThan(0.95);
    expect(learned.because[0]?.what).toBe('décision de B. Roy le 2026-11-20 sur le même texte');
  });

  it('reaches a text of nearly the same words, with less confidence, and no other', () => {
    const near = classifyLigne(line('Opération Soleil levant au patio central'), exemples);
    expect(near.action).toBe('6.2');
    expect(near.confidence ?? 1).toBeLessThan(0.99);
    expect(classifyLigne(line('Opération de nettoyage renforcé des halls'), exemples).action).toBe('3.1');
  });

  it('can be that a text is no action', () => {
    const none = createExemples([decision('Renforcement du nettoyage', null)]);
    expect(classifyLigne(line('Renforcement du nettoyage'), none)).toMatchObject({ action: null });
  });

  it('changes nothing where there is none', () => {
    expect(classifyLigne(line('Nettoyage renforcé'), createExemples([]))).toEqual(classifyLigne(line('Nettoyage renforcé')));
  });
});
