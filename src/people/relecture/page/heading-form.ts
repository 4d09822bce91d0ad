import type { ProgrammeExport } from '../../../model/contract.ts';
import type { Entete } from '../../../model/correction.ts';
import { labelled, openForm } from './dialog.ts';
import { h } from './dom.ts';

const TEXTS = {
  commune: 'Commune',
  code_insee: 'Code INSEE',
  quartier: 'Quartier',
  code_qp: 'Code du quartier',
  bailleur: 'Bailleur',
  siren: 'SIREN',
} as const;
const NUMBERS = { annee_debut: 'Première année', annee_fin: 'Dernière année', nombre_logements: 'Logements' } as const;

/** The heading of a programme, to be corrected: only what was changed is sent. */
export function correctHeading(programme: ProgrammeExport, onDone: (valeurs: Entete) => void): void {
  const field = (value: string | number | null, mode = 'text'): HTMLInputElement =>
    h('input', { type: 'text', inputmode: mode, autocomplete: 'off', value: value === null ? '' : String(value) });
  const texts = (Object.keys(TEXTS) as (keyof typeof TEXTS)[]).map((key) => ({ key, input: field(programme[key]) }));
  const numbers = (Object.keys(NUMBERS) as (keyof typeof NUMBERS)[]).map((key) => ({ key, input: field(programme[key], 'numeric') }));
  openForm({
    title: 'Corriger l’en-tête',
    fields: [
      h(
        'div',
        { class: 'deux' },
        ...texts.map(({ key, input }) => labelled(TEXTS[key], input)),
        ...numbers.map(({ key, input }) => labelled(NUMBERS[key], input)),
      ),
    ],
    confirm: 'Enregistrer',
    wide: true,
    onConfirm: () => {
      const valeurs: { -readonly [K in keyof Entete]: Entete[K] } = {};
      for (const { key, input } of texts) {
        const value = input.value.trim() || null;
        if (value !== programme[key]) valeurs[key] = value;
      }
      for (const { key, input } of numbers) {
        const text = input.value.replace(/\s/gu, '');
        if (text !== '' && !/^\d{1,7}$/u.test(text)) return `« ${NUMBERS[key]} » attend un nombre.`;
        const value = text === '' ? null : Number(text);
        if (value !== programme[key]) valeurs[key] = value;
      }
      if (Object.keys(valeurs).length > 0) onDone(valeurs);
      return null;
    },
  });
}
