import type { AxeAnswer, StateAnswer } from './answers.ts';

/** What the whole page shares: who reads, how they like it, the référentiel. Kept in the browser where it is a habit. */

interface Known {
  facts: StateAnswer | null;
  /** Settles when the facts are there, or could not be had. */
  ready: Promise<void>;
  /** The queue as it was last shown, to go on from. */
  queueQuery: Readonly<Record<string, string>>;
}

export const known: Known = { facts: null, ready: Promise.resolve(), queueQuery: {} };

export function axes(): readonly AxeAnswer[] {
  return known.facts?.referentiel ?? [];
}

export function actionLabel(code: string): string {
  for (const { actions } of axes()) for (const action of actions) if (action.code === code) return action.libelle;
  return '';
}

export function axeLabel(numero: number): string {
  return axes().find((axe) => axe.numero === numero)?.libelle ?? '';
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(`tfpb.${key}`);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(`tfpb.${key}`, value);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

export function reader(): string {
  return kept('lecteur') ?? known.facts?.lecteur ?? 'lecteur';
}

export function setReader(name: string): void {
  keep('lecteur', name);
}

/** Keys that are one letter can be turned off: voice control and trembling hands set them off by mistake (WCAG 2.1.4). */
export function hasLetterKeys(): boolean {
  return kept('touches') !== 'non';
}

export function setLetterKeys(isOn: boolean): void {
  keep('touches', isOn ? 'oui' : 'non');
}
