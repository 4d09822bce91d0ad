import type { Box } from '../../model/geometry.ts';
import type { Page, PageDefect } from '../../model/page.ts';
import { dropRepeated } from './dedupe.ts';
import { withoutLeaders } from './drawn-leaders.ts';
import { fontsOf } from './fonts.ts';
import { IDENTITY, intersect, toMatrix } from './matrix.ts';
import type { Glyph, Painted } from './painted.ts';
import type { Pdfjs, PDFPageProxy } from './pdfjs.ts';
import { rulesFrom } from './rules.ts';
import { showsNothing } from './shows-nothing.ts';
import { isUsable } from './usable.ts';
import { backdropOf } from './visible.ts';
import { walkOperators } from './walk-operators.ts';
import { strikeOut } from './struck.ts';
import { withCutWords } from './cut-words.ts';
import { wordsFrom } from './words.ts';

export interface PageContext {
  readonly pdfjs: Pdfjs;
  readonly isVisible: (group: unknown) => boolean;
  readonly hasFields: boolean;
}

/** One page's words, rules and fills, in points from the top left as displayed. Throws when the page cannot be read at all. */
export async function readPage(page: PDFPageProxy, context: PageContext): Promise<Page> {
  const { pdfjs } = context;
  const { ENABLE_FORMS, DISABLE } = { ENABLE_FORMS: pdfjs.AnnotationMode.ENABLE, DISABLE: pdfjs.AnnotationMode.DISABLE };
  const viewport = page.getViewport({ scale: 1 });
  const area: Box = [0, 0, viewport.width, viewport.height];
  const operators = await page.getOperatorList({ annotationMode: context.hasFields ? ENABLE_FORMS : DISABLE });
  const widgets = context.hasFields ? await widgetsOf(page) : new Set<unknown>();
  const argsArray: readonly unknown[] = operators.argsArray;
  const painted = walkOperators(operators.fnArray, argsArray, {
    ops: pdfjs.OPS,
    fonts: await fontsOf(page, fontNames(operators.fnArray, argsArray, pdfjs.OPS)),
    toDisplay: toMatrix(viewport.transform) ?? IDENTITY,
    page: area,
    isVisible: context.isVisible,
    keepsAnnotation: (id) => widgets.has(id),
  });
  const content = contentOf(painted, area);
  const isBlank = content.defect === 'page_sans_texte' && showsNothing(operators.fnArray, argsArray, pdfjs.OPS);
  const defect = isBlank ? 'page_blanche' : content.defect;
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, ...content, defect };
}

/** What stays of the paint: seen, on the page, once. */
function contentOf(painted: Painted, area: Box): Pick<Page, 'source' | 'words' | 'rules' | 'fills' | 'defect'> {
  const backdrop = backdropOf(painted.areas);
  const rules = rulesFrom(
    painted.strokes.filter((stroke) => backdrop.seesStroke(stroke) && intersect(stroke.box, area) !== null),
    painted.specks.filter((speck) => backdrop.seesStroke(speck) && intersect(speck.box, area) !== null),
  );
  const fills = backdrop.fills();
  const glyphs = distrustGuesses(painted.glyphs);
  const inked = glyphs.filter((glyph) => !glyph.blank);
  const hidden = inked.filter((glyph) => glyph.hidden);
  // Mostly invisible text is an earlier OCR's, lying under the picture of the page; a little of it beside real text is nothing a reader sees.
  const ocrLayer = hidden.length * 2 > inked.length;
  const seen = glyphs.filter((glyph) => (glyph.hidden ? ocrLayer : backdrop.seesGlyph(glyph)));
  const usable = isUsable(seen);
  const words = usable ? withCutWords(wordsFrom(dropRepeated(seen), rules), area) : [];
  const defect: PageDefect | null = !usable ? 'texte_sans_unicode' : words.length === 0 ? 'page_sans_texte' : null;
  return { source: ocrLayer ? 'mixte' : 'texte', ...strikeOut(words, withoutLeaders(words, rules)), fills, defect };
}

/**
 * A font without any table of meanings may number its glyphs as it likes. Then small numbers come up, which are no printable characters: nothing it
 * says can be believed.
 */
function distrustGuesses(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some((glyph) => glyph.guessed && !glyph.known)) return glyphs;
  return glyphs.map((glyph) => (glyph.guessed ? { ...glyph, text: '\ufffd', known: false, blank: false } : glyph));
}

function fontNames(operators: readonly number[], args: readonly unknown[], ops: Pdfjs['OPS']): Set<string> {
  const names = new Set<string>();
  operators.forEach((operator, index) => {
    const list = args[index];
    if (operator === ops.setFont && Array.isArray(list) && typeof list[0] === 'string') names.add(list[0]);
    if (operator === ops.setGState && Array.isArray(list) && Array.isArray(list[0])) {
      for (const entry of list[0] as readonly unknown[]) {
        if (Array.isArray(entry) && entry[0] === 'Font' && Array.isArray(entry[1]) && typeof entry[1][0] === 'string')
          names.add(entry[1][0]);
      }
    }
  });
  return names;
}

async function widgetsOf(page: PDFPageProxy): Promise<Set<unknown>> {
  const annotations: readonly unknown[] = await page.getAnnotations();
  const ids = new Set<unknown>();
  for (const annotation of annotations) {
    if (
      typeof annotation === 'object' &&
      annotation !== null &&
      'subtype' in annotation &&
      annotation.subtype === 'Widget' &&
      'id' in annotation
    )
      ids.add(annotation.id);
  }
  return ids;
}
