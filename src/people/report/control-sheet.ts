import { escapeHtml } from '../overlay/escape.ts';
import { pictureFigure, type StripPicture } from './findings.ts';
import { columnText, euros, text } from './format.ts';
import { STYLE } from './style.ts';

export interface SheetItem {
  readonly rang: number;
  readonly fichier: string;
  readonly page: number;
  readonly ligne: string | null;
  readonly colonne: string;
  readonly valeur: string;
  readonly texte: string;
  readonly strate: string;
  readonly prouve: boolean;
  readonly picture: StripPicture | null;
}

/** The sample on paper: each amount as read beside the picture of its place, with boxes to tick. */
export function controlSheet(graine: number, items: readonly SheetItem[]): string {
  const blocks = items.map(
    ({ rang, fichier, page, ligne, colonne, valeur, texte, strate, prouve, picture }) => `<div class="constat info">
<p><b>${String(rang)}. Lu : ${euros(valeur)}</b> (« ${text(texte)} ») — juste ☐ faux ☐</p>
<p>${text(ligne)}<br>${columnText(colonne)}</p>
<p class="place">${escapeHtml(fichier)}, page ${String(page)} — ${strate}${prouve ? ', prouvé par un total' : ''}</p>
${picture === null ? '<p class="note">Image absente : le fichier n’est plus à sa place, ou a changé.</p>' : pictureFigure(picture, `page ${String(page)} de ${fichier}`)}</div>`,
  );
  return `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>Contrôle par échantillon</title><style>${STYLE}</style></head><body>
<h1>Contrôle par échantillon</h1>
<p>Tirage ${String(graine)}, ${String(items.length)} montants. Un montant est juste quand la somme, sa colonne et sa ligne sont celles de l'image.</p>
${blocks.join('\n')}
</body></html>
`;
}
