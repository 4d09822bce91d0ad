import { nonEmpty, type NonEmpty } from '../src/model/collections.ts';
import type { Enclosed } from '../src/model/enclosed.ts';
import type { Exemple } from '../src/model/exemple.ts';
import type { Layout } from '../src/model/grid.ts';
import type { Hypothesis } from '../src/model/hypothesis.ts';
import type { Page } from '../src/model/page.ts';
import type { ClassifiedDocument, ReconciledDocument } from '../src/model/reconciled.ts';
import { audit } from '../src/stages/audit/audit.ts';
import { auditEnclosed } from '../src/stages/audit/enclosed.ts';
import { auditPages } from '../src/stages/audit/pages.ts';
import { DEFAULT_SETTINGS } from '../src/stages/audit/settings.ts';
import { classifyDocument } from '../src/stages/classify/classify-document.ts';
import { departementOfCodeQp, isPossibleCodeQp } from '../src/stages/classify/codes-qp.ts';
import { createExemples } from '../src/stages/classify/exemples.ts';
import { interpret } from '../src/stages/interpret/interpret.ts';
import { publish, type PublishedDocument } from '../src/stages/publish/publish.ts';
import { asPdf } from '../src/stages/read/images/image-to-pdf.ts';
import { readPdf } from '../src/stages/read/read-pages.ts';
import { upright } from '../src/stages/read/upright.ts';
import { reconcile } from '../src/stages/reconcile/reconcile.ts';
import { tabulate } from '../src/stages/tabulate/tabulate.ts';
import { documentAsDisplayed } from './as-displayed.ts';
import { knowledge, knowledgeOfScans } from './knowledge.ts';
import { recogniseHere } from './recognise-here.ts';

/** What one document says, in the words of the contract, without its names. */
export type DocumentRead = PublishedDocument;

export interface ReadOptions {
  readonly password?: string;
  readonly maxPages: number;
  /** Of the bytes: the document's identity, and the root of every id. */
  readonly sha256: string;
  /** Readers' decisions on where lines belong, oldest first. */
  readonly exemples?: readonly Exemple[];
}

/** The stages of a reading, in order, as the bench times them. */
export type StageName = 'read' | 'recognise' | 'tabulate' | 'interpret' | 'classify' | 'reconcile' | 'audit' | 'publish';

type OnStage = (stage: StageName, milliseconds: number) => void;

/** A document with what every stage made of it. */
export interface DocumentUnderstood {
  readonly enclosed: Enclosed;
  readonly pages: readonly Page[];
  readonly layout: Layout;
  /** Every understanding that was weighed. */
  readonly weighed: NonEmpty<Hypothesis<ClassifiedDocument>>;
  readonly decided: ReconciledDocument;
  readonly document: DocumentRead;
}

/** What one document says, from its bytes; scanned pages are read in this process. Throws `DocumentRejected` when it cannot be read. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<DocumentRead> {
  return (await understandDocument(bytes, options)).document;
}

/** Bytes (of a PDF or an image file) → pages, from the text layer or the picture; then as {@link understandPages}. `onStage` is told each stage's milliseconds. */
export async function understandDocument(file: Uint8Array, options: ReadOptions, onStage?: OnStage): Promise<DocumentUnderstood> {
  const start = performance.now();
  const bytes = asPdf(file);
  const { pages: native, enclosed } = await readPdf(bytes, options);
  const read = performance.now();
  onStage?.('read', read - start);
  const pages = await recogniseHere(bytes, native, options.password);
  if (pages !== native) onStage?.('recognise', performance.now() - read);
  return understandPages(pages, { sha256: options.sha256, enclosed, exemples: options.exemples ?? [] }, onStage);
}

/** What is known of a document beside its pages. */
export interface Around {
  readonly sha256: string;
  readonly enclosed: Enclosed;
  readonly exemples: readonly Exemple[];
}

/** Pages → grids → programmes → classified lines → reconciled programmes → findings → contract. */
export function understandPages(
  asDisplayed: readonly Page[],
  { sha256, enclosed, exemples: given }: Around,
  onStage?: OnStage,
): DocumentUnderstood {
  const pages = asDisplayed.map(upright);
  const isScanned = pages.every(({ source, words }) => source === 'ocr' || words.length === 0);
  let since = performance.now();
  const done = <T>(stage: StageName, value: T): T => {
    const now = performance.now();
    onStage?.(stage, now - since);
    since = now;
    return value;
  };
  const layouts = done('tabulate', tabulate(pages));
  const drafts = done('interpret', interpret(layouts, isScanned ? knowledgeOfScans : knowledge));
  const exemples = given.length === 0 ? null : createExemples(given);
  const [first, ...others] = drafts.map((draft) => ({ ...draft, value: classifyDocument(draft.value, exemples) }));
  const classified = done('classify', nonEmpty(first === undefined ? others : [first, ...others]));
  if (classified === null) throw new Error('interpret gave no understanding of the document');
  const decided = done('reconcile', reconcile(classified));
  const constats = done('audit', [
    ...auditPages(pages),
    ...auditEnclosed(enclosed),
    ...audit(decided, { isPossibleCodeQp, departementOfCodeQp, settings: DEFAULT_SETTINGS }),
  ]);
  const document = done('publish', documentAsDisplayed(publish(decided, constats, sha256, pages.length), pages));
  return { pages, enclosed, layout: layouts[0].value, weighed: classified, decided, document };
}
