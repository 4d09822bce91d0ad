import type { Explication } from '../../../model/explication.ts';
import type { Paint } from '../../cli/terminal.ts';
import { escapeHtml } from '../../overlay/escape.ts';
import { printable } from '../../cli/terminal.ts';
import { explicationParts, type Part } from './parts.ts';

/** For a terminal: an arrow before what was chosen. */
export function explicationText(explication: Explication, paint: Paint): string {
  return explicationParts(explication)
    .map(({ level, text, isChosen = false, isDoubt = false }) => {
      const own = printable(text);
      if (level === 0) return `\n${paint.strong(own)}\n`;
      const line = `${'  '.repeat(level)}${isChosen ? '→ ' : '  '}`;
      return `${line}${isDoubt ? paint.warn(own) : isChosen ? paint.good(own) : own}\n`;
    })
    .join('');
}

const MARKS = { chosen: '<b>retenu</b> ', doubt: '<b>à regarder</b> ' } as const;

/** For the overlay page: headings and nested lists, closed until they are opened. */
export function explicationHtml(explication: Explication): string {
  let open = 0;
  const html: string[] = ['<details class="explication"><summary>Comment ce document a été compris</summary>\n'];
  const to = (level: number): void => {
    for (; open > level; open--) html.push('</li></ul>');
    for (; open < level; open++) html.push('<ul><li>');
  };
  for (const part of explicationParts(explication)) {
    if (part.level === 0) {
      to(0);
      html.push(`<h3>${escapeHtml(part.text)}</h3>\n`);
      continue;
    }
    if (open >= part.level) {
      to(part.level);
      html.push('</li>\n<li>');
    } else to(part.level);
    html.push(sentence(part));
  }
  to(0);
  return `${html.join('')}</details>\n`;
}

function sentence({ text, isChosen = false, isDoubt = false }: Part): string {
  return `${isChosen ? MARKS.chosen : ''}${isDoubt ? MARKS.doubt : ''}${escapeHtml(text)}`;
}
