import { escapeXml, runs } from './layout.ts';
import type { RichText, TextStyle, TypesetDocument } from './model.ts';

export const ODF_NAMESPACES = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
  ['meta', 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Collects automatic styles: equal definitions share one name. */
export class StyleBook {
  readonly #names = new Map<string, string>();

  /** @param body everything inside the style element; @param attributes further attributes of it */
  name(family: string, body: string, attributes = ''): string {
    const key = `style:family="${family}"${attributes === '' ? '' : ` ${attributes}`}>${body}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `S${this.#names.size + 1}`;
    this.#names.set(key, name);
    return name;
  }

  toXml(): string {
    return [...this.#names].map(([key, name]) => `<style:style style:name="${name}" ${key}</style:style>`).join('\n');
  }
}

export function textProperties(style: TextStyle): string {
  const attributes = [
    style.bold === undefined ? '' : `fo:font-weight="${style.bold ? 'bold' : 'normal'}"`,
    style.italic === true ? 'fo:font-style="italic"' : '',
    style.underline === true ? 'style:text-underline-style="solid" style:text-underline-width="auto"' : '',
    style.size === undefined ? '' : `fo:font-size="${style.size}pt"`,
    style.color === undefined ? '' : `fo:color="${style.color}"`,
  ]
    .filter((attribute) => attribute !== '')
    .join(' ');
  return attributes === '' ? '' : `<style:text-properties ${attributes}/>`;
}

/** Plain text as ODF: line breaks, tabs and repeated spaces need elements of their own. */
export function odfText(text: string): string {
  return escapeXml(text)
    .replaceAll('\n', '<text:line-break/>')
    .replaceAll('\t', '<text:tab/>')
    .replaceAll(/ {2,}/gu, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
    .replace(/^ /u, '<text:s/>');
}

export function odfRuns(text: RichText, styles: StyleBook, inherited: TextStyle = {}): string {
  return runs(text)
    .map((run) => {
      const properties = textProperties({ ...inherited, ...run });
      if (properties === '') return odfText(run.text);
      return `<text:span text:style-name="${styles.name('text', properties)}">${odfText(run.text)}</text:span>`;
    })
    .join('');
}

export function fontFaces(document: TypesetDocument): string {
  const face = `<style:font-face style:name="${document.font}" svg:font-family="'${document.font}'"/>`;
  return `<office:font-face-decls>${face}</office:font-face-decls>`;
}

export function odfMeta(document: TypesetDocument): string {
  return `<office:meta><dc:title>${escapeXml(document.title)}</dc:title></office:meta>`;
}
