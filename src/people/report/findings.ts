import type { ConstatExport } from '../../model/contract.ts';
import { escapeHtml } from '../overlay/escape.ts';

/** A picture of a place: a strip of the page, and the box to mark on it, in points. */
export interface StripPicture {
  readonly png: string;
  readonly strip: readonly [number, number, number, number];
  readonly mark: readonly [number, number, number, number];
}

export interface ReportFinding extends Pick<ConstatExport, 'code' | 'gravite' | 'message' | 'programme' | 'page' | 'boite'> {
  readonly titre: string;
  readonly source: string;
  readonly picture: StripPicture | null;
}

const TITLES = { erreur: 'Erreur', alerte: 'Alerte', info: 'Information' } as const;

/** The strip with the place marked, as wide as the text. */
export function pictureFigure({ png, strip, mark }: StripPicture, alt: string): string {
  const [x0, y0, x1, y1] = strip;
  const [width, height] = [x1 - x0, y1 - y0];
  const box = `x="${(mark[0] - x0 - 1.5).toFixed(1)}" y="${(mark[1] - y0 - 1.5).toFixed(1)}" width="${(mark[2] - mark[0] + 3).toFixed(1)}" height="${(mark[3] - mark[1] + 3).toFixed(1)}"`;
  return `<figure><svg viewBox="0 0 ${width.toFixed(1)} ${height.toFixed(1)}" role="img" aria-label="${escapeHtml(alt)}"><image width="${width.toFixed(1)}" height="${height.toFixed(1)}" href="data:image/png;base64,${png}"/><rect ${box} fill="none" stroke="#b3161b" stroke-width="1.4"/></svg></figure>`;
}

function placeText({ page, boite }: Pick<ReportFinding, 'page' | 'boite'>): string {
  if (page === null) return 'document entier';
  if (boite === null) return `page ${String(page)}`;
  const centimetres = (points: number): string => ((points / 72) * 2.54).toFixed(1).replace('.', ',');
  return `page ${String(page)}, à ${centimetres(boite[1])} cm du haut et ${centimetres(boite[0])} cm de la gauche`;
}

/** A list within a message (`… : a ; b ; c.`) as a list. */
function messageHtml(message: string): string {
  const [lead = '', ...rest] = message.split(' : ');
  const items = rest.join(' : ').split(' ; ');
  if (items.length < SHORTEST_LIST) return `<p>${escapeHtml(message)}</p>`;
  return `<p>${escapeHtml(lead)} :</p><ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
}

const SHORTEST_LIST = 3;

export function findingBlock(finding: ReportFinding): string {
  const { gravite, message, titre, source, code, picture } = finding;
  return `<div class="constat ${gravite}"><span class="gravite">${TITLES[gravite]}</span> — ${escapeHtml(titre)}
${messageHtml(message)}
<p class="place">${placeText(finding)} [${escapeHtml(code)}]</p><p class="source">${escapeHtml(source)}</p>
${picture === null ? '' : pictureFigure(picture, `${placeText(finding)} : ${message}`)}</div>`;
}

/** Findings under a title, the most serious first; empty when there are none. */
export function findingsBlock(title: string, findings: readonly ReportFinding[]): string {
  if (findings.length === 0) return '';
  const order = { erreur: 0, alerte: 1, info: 2 } as const;
  const sorted = [...findings].sort((a, b) => order[a.gravite] - order[b.gravite]);
  return `<h4>${escapeHtml(title)}</h4>\n${sorted.map(findingBlock).join('\n')}`;
}
