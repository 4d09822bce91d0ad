import type { Box } from '../../model/geometry.ts';
import { unknownFont, type FontUse } from './fonts.ts';
import { boxOperand, visibleBox, numberOr } from './operands.ts';
import { initialState, luminance, TextCursor, type GraphicsState } from './graphics-state.ts';
import { intersect, multiply, toMatrix, transformBox, type Matrix } from './matrix.ts';
import { addBox, fillPath, strokePath } from './paint-path.ts';
import type { Area, Glyph, Painted, Stroke } from './painted.ts';
import { subpathsOf } from './path.ts';
import type { Pdfjs } from './pdfjs.ts';
import { showText } from './show-text.ts';

export interface WalkContext {
  readonly ops: Pdfjs['OPS'];
  readonly fonts: ReadonlyMap<string, FontUse>;
  /** From PDF units to points as displayed. */
  readonly toDisplay: Matrix;
  /** The page as displayed. */
  readonly page: Box;
  readonly isVisible: (group: unknown) => boolean;
  /** Whether the appearance of this annotation belongs to the page (a form field). */
  readonly keepsAnnotation: (id: unknown) => boolean;
}

type Args = readonly unknown[];
type Handler = (args: Args) => void;

/** Follows a page's drawing operators and notes what they paint, in painting order. */
export function walkOperators(operators: readonly number[], args: readonly unknown[], context: WalkContext): Painted {
  const walker = new Walker(context);
  operators.forEach((operator, index) => {
    const list = args[index];
    walker.run(operator, Array.isArray(list) ? list : []);
  });
  return walker;
}

class Walker implements Painted {
  readonly glyphs: Glyph[] = [];
  readonly strokes: Stroke[] = [];
  readonly specks: Stroke[] = [];
  readonly areas: Area[] = [];
  private state: GraphicsState;
  private saved: GraphicsState[] = [];
  private readonly cursor = new TextCursor();
  private pendingClip = false;
  private order = 0;
  /** Open groups of marked content and of soft masks: what stands inside a hidden one is not painted. */
  private readonly marks: boolean[] = [];
  private readonly masks: boolean[] = [];
  private hiddenDepth = 0;
  private readonly handlers: readonly (Handler | undefined)[];

  constructor(private readonly context: WalkContext) {
    this.state = initialState(context.toDisplay, context.page);
    this.handlers = this.makeHandlers();
  }

  run(operator: number, args: Args): void {
    this.handlers[operator]?.(args);
  }

  private makeHandlers(): (Handler | undefined)[] {
    const { ops } = this.context;
    const handlers: (Handler | undefined)[] = [];
    const on = (operator: number, handler: Handler): void => {
      handlers[operator] = handler;
    };
    this.onState(on, ops);
    this.onText(on, ops);
    this.onPaint(on, ops);
    this.onNesting(on, ops);
    return handlers;
  }

  private onState(on: (operator: number, handler: Handler) => void, ops: Pdfjs['OPS']): void {
    on(ops.save, () => {
      this.save();
    });
    on(ops.restore, () => {
      this.restore();
    });
    on(ops.transform, (args) => {
      this.transform(args);
    });
    on(ops.setLineWidth, ([width]) => {
      this.state.lineWidth = numberOr(width, this.state.lineWidth);
    });
    on(ops.setFillRGBColor, ([colour]) => {
      this.state.fillShade = luminance(colour);
    });
    on(ops.setStrokeRGBColor, ([colour]) => {
      this.state.strokeShade = luminance(colour);
    });
    on(ops.setFillColorN, () => {
      this.state.fillShade = null;
    });
    on(ops.setStrokeColorN, () => {
      this.state.strokeShade = null;
    });
    on(ops.setFillTransparent, () => {
      this.state.fillShade = 1;
    });
    on(ops.setStrokeTransparent, () => {
      this.state.strokeShade = 1;
    });
    on(ops.setGState, ([entries]) => {
      if (Array.isArray(entries)) for (const entry of entries as readonly unknown[]) this.setGState(entry);
    });
    on(ops.clip, () => {
      this.pendingClip = true;
    });
    on(ops.eoClip, () => {
      this.pendingClip = true;
    });
  }

  private setGState(entry: unknown): void {
    if (!Array.isArray(entry)) return;
    const [key, value] = entry as readonly unknown[];
    if (key === 'LW') this.state.lineWidth = numberOr(value, this.state.lineWidth);
    else if (key === 'ca') this.state.fillAlpha = numberOr(value, 1);
    else if (key === 'CA') this.state.strokeAlpha = numberOr(value, 1);
    else if (key === 'BM') this.state.blends = value !== 'source-over';
    else if (key === 'SMask') this.state.masked = value !== null && value !== false;
    else if (key === 'Font' && Array.isArray(value)) this.setFont(value);
  }

  private setFont([name, size]: Args): void {
    this.state.font = (typeof name === 'string' ? this.context.fonts.get(name) : undefined) ?? unknownFont();
    this.state.fontSize = numberOr(size, this.state.fontSize);
  }

  private onText(on: (operator: number, handler: Handler) => void, ops: Pdfjs['OPS']): void {
    const { cursor } = this;
    const set = (operator: number, key: 'charSpacing' | 'wordSpacing' | 'rise' | 'renderMode'): void => {
      on(operator, ([value]) => {
        this.state[key] = numberOr(value, 0);
      });
    };
    set(ops.setCharSpacing, 'charSpacing');
    set(ops.setWordSpacing, 'wordSpacing');
    set(ops.setTextRise, 'rise');
    set(ops.setTextRenderingMode, 'renderMode');
    on(ops.setHScale, ([scale]) => {
      this.state.horizontalScale = numberOr(scale, 100) / 100;
    });
    on(ops.setLeading, ([leading]) => {
      this.state.leading = -numberOr(leading, 0);
    });
    on(ops.setFont, (args) => {
      this.setFont(args);
    });
    on(ops.beginText, () => {
      cursor.place([1, 0, 0, 1, 0, 0]);
    });
    on(ops.setTextMatrix, ([matrix]) => {
      cursor.place(toMatrix(matrix) ?? [1, 0, 0, 1, 0, 0]);
    });
    on(ops.moveText, ([x, y]) => {
      cursor.move(numberOr(x, 0), numberOr(y, 0));
    });
    on(ops.setLeadingMoveText, ([x, y]) => {
      this.state.leading = numberOr(y, 0);
      cursor.move(numberOr(x, 0), numberOr(y, 0));
    });
    on(ops.nextLine, () => {
      cursor.move(0, this.state.leading);
    });
    on(ops.showText, ([glyphs]) => {
      const order = ++this.order;
      const { clip } = this.state;
      showText(glyphs, this.state, cursor, order, (glyph) => {
        const box = this.hiddenDepth === 0 && clip !== null ? visibleBox(glyph.box, clip) : null;
        if (box !== null) this.glyphs.push(box === glyph.box ? glyph : { ...glyph, box });
      });
    });
  }

  private onPaint(on: (operator: number, handler: Handler) => void, ops: Pdfjs['OPS']): void {
    const filling = new Set([ops.fill, ops.eoFill, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
    const stroking = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
    on(ops.constructPath, ([paint, packed, bounds]) => {
      const operator = numberOr(paint, ops.endPath);
      const order = ++this.order;
      const path: unknown = Array.isArray(packed) ? packed[0] : null;
      if (this.hiddenDepth === 0) {
        if (filling.has(operator)) fillPath(subpathsOf(path, this.state.ctm, true), this.state, order, this);
        if (stroking.has(operator)) strokePath(subpathsOf(path, this.state.ctm, false), this.state, order, this);
      }
      if (this.pendingClip && path !== null) {
        const shapes = subpathsOf(path, this.state.ctm, true);
        this.state.clipIsBox &&= shapes.length === 1 && shapes[0]?.rectangle === true;
        this.clipTo(boxOperand(bounds));
      }
      this.pendingClip = false;
    });
    on(ops.shadingFill, () => {
      const { clip } = this.state;
      const order = ++this.order;
      if (this.hiddenDepth === 0 && clip !== null && clip !== this.context.page) {
        this.areas.push({ box: clip, shade: null, opaque: false, picture: false, order });
      }
    });
    const image: Handler = () => {
      this.paintImage(null);
    };
    on(ops.paintImageXObject, image);
    on(ops.paintInlineImageXObject, image);
    on(ops.paintImageMaskXObject, image);
    on(ops.paintSolidColorImageMask, () => {
      this.paintImage(this.state.fillShade);
    });
  }

  /** An image fills the unit square. Some producers draw lines with images one pixel high. */
  private paintImage(shade: number | null): void {
    const order = ++this.order;
    if (this.hiddenDepth > 0) return;
    addBox(transformBox(this.state.ctm, [0, 0, 1, 1]), { ...this.state, fillShade: shade }, order, this, 'part', shade === null);
  }

  private onNesting(on: (operator: number, handler: Handler) => void, ops: Pdfjs['OPS']): void {
    on(ops.paintFormXObjectBegin, ([matrix, box]) => {
      this.save();
      this.transform(matrix);
      if (boxOperand(box) !== null) this.clipTo(boxOperand(box));
    });
    on(ops.paintFormXObjectEnd, () => {
      this.restore();
    });
    on(ops.beginGroup, ([group]) => {
      this.save();
      const options = (group ?? {}) as Readonly<Record<string, unknown>>;
      const box = boxOperand(options['bbox']);
      const matrix = toMatrix(options['matrix']);
      if (box !== null) this.clipTo(matrix === null ? box : transformBox(matrix, box));
      this.enter(this.masks, options['smask'] === null || options['smask'] === undefined);
    });
    on(ops.endGroup, () => {
      this.leave(this.masks);
      this.restore();
    });
    on(ops.beginMarkedContent, () => {
      this.enter(this.marks, true);
    });
    on(ops.beginMarkedContentProps, ([tag, properties]) => {
      this.enter(this.marks, tag !== 'OC' || this.context.isVisible(properties));
    });
    on(ops.endMarkedContent, () => {
      this.leave(this.marks);
    });
    on(ops.beginAnnotation, ([id, rectangle, transform, matrix]) => {
      this.saved = [];
      this.state = initialState(this.context.toDisplay, this.context.page);
      this.save();
      if (boxOperand(rectangle) !== null) this.clipTo(boxOperand(rectangle));
      this.transform(transform);
      this.transform(matrix);
      this.enter(this.masks, this.context.keepsAnnotation(id));
    });
    on(ops.endAnnotation, () => {
      this.leave(this.masks);
      this.restore();
    });
  }

  private enter(stack: boolean[], visible: boolean): void {
    stack.push(visible);
    if (!visible) this.hiddenDepth++;
  }

  private leave(stack: boolean[]): void {
    if (stack.pop() === false) this.hiddenDepth--;
  }

  private save(): void {
    this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(value: unknown): void {
    const matrix = toMatrix(value);
    if (matrix !== null) this.state.ctm = multiply(this.state.ctm, matrix);
  }

  /** Narrows what may be painted to the box around the clipping path: never less than the path lets through. */
  private clipTo(box: Box | null): void {
    const { clip, ctm } = this.state;
    this.state.clip = box === null || clip === null ? null : intersect(clip, transformBox(ctm, box));
  }
}
