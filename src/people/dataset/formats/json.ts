import { join } from 'node:path';
import { OutputFile } from '../../../files/output-file.ts';
import type { DatasetWriter } from '../format.ts';
import { DATASET_SCHEMA, DOCUMENT_SCHEMA, jsonText } from '../json-schema.ts';
import type { DocumentExport } from '../../../model/contract.ts';

/** The pieces of a text that holds documents one after the other. */
export interface JsonText {
  readonly start: string;
  readonly separator: string;
  readonly end: string;
  /** What the file says when there is no document. */
  readonly empty: string;
}

/** The contract's one object. */
export const JSON_TEXT: JsonText = {
  start: '{"version":1,"documents":[\n',
  separator: ',\n',
  end: '\n]}\n',
  empty: '{"version":1,"documents":[]}\n',
};
/** One document a line. */
export const JSONL_TEXT: JsonText = { start: '', separator: '\n', end: '\n', empty: '' };

/** A document after those before it. */
export function documentText(text: JsonText, isFirst: boolean, document: DocumentExport): string {
  return (isFirst ? text.start : text.separator) + JSON.stringify(document);
}

/** `programmes.json` or `programmes.jsonl`, with the JSON Schema of what it holds. */
export function jsonWriter(folder: string, extension: 'json' | 'jsonl'): DatasetWriter {
  const text = extension === 'json' ? JSON_TEXT : JSONL_TEXT;
  const file = new OutputFile(join(folder, `programmes.${extension}`));
  let isFirst = true;
  return {
    add({ document }) {
      file.write(documentText(text, isFirst, document));
      isFirst = false;
    },
    end() {
      file.write(isFirst ? text.empty : text.end);
      file.end();
      const schema = new OutputFile(join(folder, extension === 'json' ? 'programmes.schema.json' : 'document.schema.json'));
      schema.write(jsonText(extension === 'json' ? DATASET_SCHEMA : DOCUMENT_SCHEMA));
      schema.end();
    },
    abandon: () => file.close(),
  };
}
