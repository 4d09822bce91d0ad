import { describe, expect, it } from 'vitest';
import { withTownOf } from '../../src/stages/interpret/landlord-town.ts';
import { knowledge as native, knowledgeOfScans as knowledge } from '../../pipelines/knowledge.ts';

describe('the town in the name of a landlord', () => {
  it('is written as the heading writes it where a scan had it nearly so', () => {
    const misread = "Office public de l'habitat de Varces-Allieres-et-fusset";
    expect(withTownOf(misread, 'Varces-Allières-et-Risset', knowledge)).toBe("Office public de l'habitat de Varces-Allières-et-Risset");
    expect(withTownOf(misread, 'Varces-Allières-et-Risset', native)).toBe(misread);
  });

  it.each([
    ['Habitat de Saint-Denis', 'Saint-Denix'],
    ['OPH de Mooréa-Maiao', 'Moorea-Maiao'],
    ['Logis Lens', 'Sens'],
  ])('stays as it is: %s at %s', (bailleur, commune) => {
    expect(withTownOf(bailleur, commune, knowledge)).toBe(bailleur);
  });
});
