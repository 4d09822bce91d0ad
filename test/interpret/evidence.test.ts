import { expect, it } from 'vitest';
import { knowledge } from '../../pipelines/knowledge.ts';
import type { Heading } from '../../src/model/draft.ts';
import { programmeEvidence } from '../../src/stages/interpret/evidence.ts';

const heading: Heading = {
  periode: null,
  commune: 'Ajaccio',
  codeInsee: '2A004',
  quartier: 'Les Cannes',
  codeQp: 'QN02A48I',
  bailleur: 'Habitat 44',
  siren: null,
  logements: 382,
  place: null,
};

it.each(['QN02A48I', 'QP02B004', 'QN05946M', 'QP059040'])('the code %s says that a quartier prioritaire is spoken of', (code) => {
  const { because } = programmeEvidence(heading, [`Nom du quartier : Les Cannes (${code})`], [], [], knowledge);
  expect(because.map(({ what }) => what)).toContain('quartier prioritaire');
});
