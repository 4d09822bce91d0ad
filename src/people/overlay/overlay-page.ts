import { escapeHtml } from './escape.ts';
import { LAYERS, pageDrawing, ROLE_COLOURS, type PageView } from './layers.ts';
import type { Roles } from './roles.ts';

/**
 * The overlay: each page's picture with what was read drawn over it. One HTML file that asks for nothing outside itself, runs no script, and holds no
 * text from a document unescaped; layers are switched by check boxes and style alone. `overlayHead`, then `overlayDocument` for each file,
 * then `overlayTail`.
 */
export function overlayHead(title: string): string {
  const switches = LAYERS.map(
    ({ name, label, isShown }) => `<label><input type="checkbox" id="voir-${name}"${isShown ? ' checked' : ''}> ${label}</label>`,
  ).join('\n');
  const hiding = LAYERS.map(({ name }) => `body:not(:has(#voir-${name}:checked)) g.${name} { display: none; }`).join('\n');
  return `<!DOCTYPE html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1b1b1b; background: #e8e8e8; }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; padding: 0.5rem 1rem; background: #fff; border-bottom: 1px solid #bbb; }
header h1 { font-size: 1rem; margin: 0; }
main { padding: 1rem; }
h2 { font-size: 1.1rem; margin: 1rem 0 0.5rem; }
.legende { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0; margin: 0 0 0.5rem; list-style: none; }
.legende i { display: inline-block; width: 1em; height: 1em; margin-right: 0.35em; vertical-align: -0.15em; opacity: 0.6; }
figure { margin: 0 0 1.5rem; }
figcaption { font-size: 0.9rem; }
svg { display: block; width: 100%; max-width: 1400px; background: #fff; box-shadow: 0 1px 4px #0006; }
rect { fill: transparent; stroke: none; }
g.roles { mix-blend-mode: multiply; }
g.roles rect { opacity: 0.45; }
g.cellules rect { stroke: #0b6e4f; stroke-width: 0.8; }
g.cellules rect.etendue { stroke: #b3390b; stroke-width: 1.2; stroke-dasharray: 4 2; }
g.cellules rect.tableau { stroke: #1d3fbb; stroke-width: 2; pointer-events: none; }
g.cellules rect:not(.tableau):hover { fill: #ffe00040; }
g.filets rect { fill: #d0006f; opacity: 0.8; }
g.mots rect { stroke: #2a52ff; stroke-width: 0.4; fill: #2a52ff14; }
details.explication { max-width: 1400px; margin: 0 0 2rem; padding: 0.5rem 1rem; background: #fff; }
details.explication summary { font-weight: 600; }
details.explication h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
details.explication ul { margin: 0; padding-left: 1.5rem; }
text { font-family: sans-serif; }
${hiding}
</style>
</head>
<body>
<header>
<h1>Ce que la machine a lu</h1>
${switches}
</header>
<main>
`;
}

/** One file: its name, the colours of the roles that occur, its pages. Roles are optional: without them only structure is drawn. */
export function overlayDocument(fichier: string, views: readonly PageView[], roles: Roles = new Map()): string {
  const names = [...new Set(roles.values())].sort((a, b) => a.localeCompare(b, 'fr'));
  const colours = new Map(names.map((name, index) => [name, ROLE_COLOURS[index % ROLE_COLOURS.length] ?? '#777777']));
  const legend = [...colours].map(([name, colour]) => `<li><i style="background:${colour}"></i>${escapeHtml(name)}</li>`).join('');
  const pages = views.map((view) => `<figure><figcaption>${caption(view)}</figcaption>${pageDrawing(view, roles, colours)}</figure>\n`);
  return `<section>\n<h2>${escapeHtml(fichier)}</h2>\n${legend === '' ? '' : `<ul class="legende">${legend}</ul>\n`}${pages.join('')}</section>\n`;
}

/** A file that could not be read: the reason in place of its pages. */
export function overlayRejected(fichier: string, reason: string): string {
  return `<section>\n<h2>${escapeHtml(fichier)}</h2>\n<p>${escapeHtml(reason)}</p>\n</section>\n`;
}

export function overlayTail(): string {
  return '</main>\n</body>\n</html>\n';
}

function caption({ page, grids, picture }: PageView): string {
  const tables = grids.map(({ rowCount, columnCount }) => `${rowCount} × ${columnCount}`).join(', ');
  const facts = [
    `Page ${page.number}`,
    `${page.words.length} mots`,
    grids.length === 0 ? 'aucun tableau' : `${grids.length} ${grids.length > 1 ? 'tableaux' : 'tableau'} (lignes × colonnes : ${tables})`,
    ...(page.defect === null ? [] : [`défaut : ${page.defect}`]),
    ...(picture === null ? ["la page n'a pas pu être dessinée : ses mots en tiennent lieu"] : []),
  ];
  return escapeHtml(facts.join(' ; '));
}
