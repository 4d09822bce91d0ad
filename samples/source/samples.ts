import { lensDocument } from './layout/lens.ts';
import type { Sample } from './sample.ts';
import { programmes } from './sample.ts';
import { VERITE_LENS } from './truth/lens.ts';

const MARGINS = { top: 10, right: 12, bottom: 12, left: 12 };

const LENS: readonly Sample[] = [
  {
    nom: 'lens-2023',
    producer: 'browser',
    document: lensDocument({
      font: 'Liberation Sans',
      size: 8.8,
      padding: 2.3,
      columns: [10, 44, 76, 104, 38],
      band: '#d9d9d9',
      heading: 'table',
      gap: 17,
      margins: MARGINS,
      footer: '{page}',
    }),
    verite: programmes(...VERITE_LENS),
  },
  {
    nom: 'lens-2023',
    producer: 'sheet',
    document: lensDocument({
      font: 'Carlito',
      size: 9.3,
      padding: 1.5,
      columns: [10, 46, 74, 104, 38],
      band: '#dce6f1',
      heading: 'tabs',
      gap: 4,
      margins: MARGINS,
      footer: '{page}',
    }),
    verite: programmes(...VERITE_LENS),
  },
];

/** Every sample, in the order of their names. */
export const SAMPLES: readonly Sample[] = [...LENS];
