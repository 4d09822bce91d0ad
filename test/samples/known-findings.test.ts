import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../pipelines/read-document.ts';

/** What an auditor who knows these documents by heart would say of them, and nothing else of level `alerte`. */
async function findings(name: string): Promise<{ alertes: string[]; messages: string }> {
  const bytes = new Uint8Array(readFileSync(new URL(`../../samples/${name}.pdf`, import.meta.url)));
  const { constats } = await readDocument(bytes, { maxPages: 100, sha256: createHash('sha256').update(bytes).digest('hex') });
  return {
    alertes: constats.filter(({ gravite }) => gravite === 'alerte').map(({ code }) => code),
    messages: constats.map(({ code, message }) => `${code}: ${message.replaceAll('\u00a0', ' ')}`).join('\n'),
  };
}

const count = (codes: readonly string[]): Record<string, number> =>
  codes.reduce<Record<string, number>>((all, code) => ({ ...all, [code]: (all[code] ?? 0) + 1 }), {});

describe.each(['navigateur', 'bureautique'])('the known findings of the samples (%s)', (producer) => {
  it('Lens: lines filed elsewhere, charges, dwellings, one axe over the setting, one text under two actions; no other alert', async () => {
    const { alertes, messages } = await findings(`lens-2023-${producer}`);
    expect(count(alertes)).toEqual({
      video_investissement: 2,
      vegetalisation: 1,
      sensibilisation_dechets: 3,
      reparation_vandalisme: 2,
      projets_de_locataires: 1,
      charges_recuperables: 1,
      concentration_axe: 1,
      logements_implicites: 1,
      meme_texte_deux_actions: 1,
    });
    for (const part of [
      '2 000 + 12 × 500 = 8 000,00 €, exactement',
      '366 × 12 = 4 392,00 €, inscrit 4 400,00 €',
      '1 492 × 12 = 17 904,00 €, inscrit 18 000,00 €',
      '61 × 10 × 24,50 = 14 945,00 €, inscrit 15 000,00 €',
      '52 × 10 × 24,50 = 12 740,00 €, inscrit 12 750,00 €',
      '4 × 10 × 24,50 = 980,00 €, inscrit 1 000,00 €',
      '× 46 logements (en-tête) = 36 248,00 €, inscrit 26 007,00 €, ce qui correspond à 33 logements',
      '× 113 = 13 560,00 €, inscrit 13 568,00 € (113,07)',
      "L'axe 3 porte 77,8 % des dépenses prévues (2023) : 26 007,00 € sur 33 415,00 €",
    ])
      expect(messages).toContain(part);
    expect(messages.match(/presence_inferieure/gu)).toHaveLength(2);
  });

  it('Lillers: three concentrations, the abattement passed 8.4 times, carried over without agreement; no other alert', async () => {
    const { alertes, messages } = await findings(`lillers-2023-${producer}`);
    expect(count(alertes)).toEqual({ concentration_axe: 3, abattement_depasse: 1, report_sans_accord: 1 });
    for (const part of [
      '80,7 % des dépenses réalisées (2021-2022)',
      '100 % des dépenses valorisées (2023)',
      "72 000,00 € valorisés ou engagés pour 8 535,00 € d'abattement, 8,4 fois plus",
    ])
      expect(messages).toContain(part);
  });

  it('the invented programme, right in everything: no alert', async () => {
    expect((await findings(`word-portrait-${producer}`)).alertes).toEqual([]);
  });

  it('the convention and the référentiel: no alert', async () => {
    for (const name of ['lourches-convention', 'referentiel-2024']) expect((await findings(`${name}-${producer}`)).alertes).toEqual([]);
  });
});
