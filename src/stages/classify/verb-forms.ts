import { fold } from '../../french/text.ts';

/** Folded forms of a verb by what they do in a sentence. */
export interface VerbForms {
  readonly participles: readonly string[];
  /** Third persons of the present and the future, and the first of the plural. */
  readonly finite: readonly string[];
}

/** Participles and finite forms of a regular verb, folded; of any other verb (`peindre`) none but its infinitive are known, its forms are written out. */
export function formsOf(infinitive: string): VerbForms {
  const folded = fold(infinitive);
  const base = folded.slice(0, -2);
  if (folded.endsWith('er')) {
    const soft = base.endsWith('g') ? `${base}e` : base;
    // `nettoyer`: nettoie, nettoient.
    const mute = /[ou]y$/u.test(base) ? `${base.slice(0, -1)}i` : base;
    return {
      participles: [`${base}e`, `${base}es`, `${base}ee`, `${base}ees`],
      finite: [`${mute}e`, `${mute}ent`, `${soft}ons`, `${mute}era`, `${mute}eront`, `${mute}erons`, `${soft}ait`, `${soft}aient`],
    };
  }
  if (folded.endsWith('ir'))
    return {
      participles: [`${base}i`, `${base}is`, `${base}ie`, `${base}ies`],
      finite: [`${base}it`, `${base}issent`, `${base}issons`, `${base}ira`, `${base}iront`, `${base}irons`],
    };
  return { participles: [], finite: [] };
}
