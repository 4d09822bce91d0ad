import { renderBrowser, renderOffice, renderSheet } from '../../test/typeset/index.ts';
import type { Producer, TypesetDocument } from '../../test/typeset/index.ts';
import type { ConventionExport } from '../../src/model/contract.ts';
import type { NatureDocument } from '../../src/model/vocabulary.ts';
import type { ProgrammeVrai } from './truth/vrai.ts';

/** What a sample's text says, whoever typeset it. */
export interface Verite {
  readonly nature: NatureDocument;
  readonly convention: ConventionExport | null;
  readonly programmes: readonly ProgrammeVrai[];
}

export interface Sample {
  /** Without producer and extension. */
  readonly nom: string;
  readonly producer: Producer;
  readonly document: TypesetDocument;
  readonly verite: Verite;
}

const SUFFIX: Record<Producer, string> = { browser: 'navigateur', office: 'bureautique', sheet: 'bureautique' };

export const RENDER: Record<Producer, (documents: readonly TypesetDocument[]) => Promise<Uint8Array[]>> = {
  browser: renderBrowser,
  office: renderOffice,
  sheet: renderSheet,
};

export function fileName(sample: Sample): string {
  return `${sample.nom}-${SUFFIX[sample.producer]}.pdf`;
}

/** Programmes and nothing else. */
export function programmes(...liste: readonly ProgrammeVrai[]): Verite {
  return { nature: 'programme', convention: null, programmes: liste };
}
