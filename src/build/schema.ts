import { writeFileSync } from 'node:fs';
import { DATASET_SCHEMA, jsonText } from '../people/dataset/json-schema.ts';

/** Writes the published JSON Schema from the contract: `npm run schema`. A test checks that the file in the repository is the one this writes. */
writeFileSync('docs/programmes.schema.json', jsonText(DATASET_SCHEMA));
