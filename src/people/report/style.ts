/** The report's own style: A4 on paper, plain on a screen. */
export const STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: "page " counter(page) " sur " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #555; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 8mm 0; font: 10pt/1.4 "Liberation Sans", Arial, sans-serif; color: #161616; background: #fff; }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 14pt; margin: 0 0 2mm; border-bottom: 1.2pt solid #161616; padding-bottom: 1mm; overflow-wrap: anywhere; }
h3 { font-size: 11.5pt; margin: 6mm 0 1.5mm; break-after: avoid; }
h4 { font-size: 10pt; margin: 4mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
section.document { break-before: page; }
section.programme + section.programme { break-before: page; }
table { border-collapse: collapse; width: 100%; margin: 1mm 0 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 1.5mm; border-bottom: 0.4pt solid #b5b5b5; overflow-wrap: anywhere; }
th { font-size: 8.5pt; background: #f0f0f0; border-bottom: 0.8pt solid #161616; }
td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
table.lignes { font-size: 7.5pt; line-height: 1.25; table-layout: fixed; }
table.lignes th { font-size: var(--t, 7pt); hyphens: auto; }
table.lignes .c { width: 7mm; } table.lignes .k { width: 13mm; } table.lignes .i { width: 42mm; }
table.lignes .m { width: var(--m, 24mm); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.5mm 4mm; margin: 0 0 3mm; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
.empreinte { font-family: "Liberation Mono", monospace; font-size: 8pt; }
.constat { border-left: 2.5pt solid #6a6a6a; padding: 1mm 0 1mm 3mm; margin: 0 0 3.5mm; break-inside: avoid; }
.constat.erreur { border-color: #b3161b; } .constat.alerte { border-color: #b05a00; } .constat.info { border-color: #3a5fa0; }
.constat p { margin: 0 0 0.8mm; } .constat ul { margin: 0 0 1mm; padding-left: 5mm; font-size: 9pt; } .constat .place, .constat .source { color: #555; font-size: 8.5pt; }
.gravite { font-weight: bold; } .erreur > .gravite, b.erreur { color: #b3161b; } .alerte > .gravite, b.alerte { color: #b05a00; } .info > .gravite { color: #3a5fa0; }
figure { margin: 1.5mm 0 0; } figure svg { display: block; width: 100%; height: auto; border: 0.5pt solid #999; }
.addition { break-inside: avoid; width: auto; min-width: 95mm; font-size: 9pt; } .addition td { border: 0; padding: 0.3mm 2mm; }
.addition tr.trait td { border-top: 0.8pt solid #161616; } .addition tr.declare td, .addition tr.trait td { font-weight: bold; }
.faux { color: #b3161b; }
.plot { break-inside: avoid; }
.barres { width: 100%; } .barres td { border: 0; padding: 0.5mm 1.5mm; } .barres .nom { width: 58mm; font-size: 8.5pt; } .barres .fond { width: 70mm; }
table.faits td:first-child { width: 32mm; overflow-wrap: normal; hyphens: auto; } table.faits td:nth-child(2) { width: 36mm; } table.faits { font-size: 9pt; }
table.totaux { font-size: 8.5pt; } table.totaux td.s { white-space: nowrap; }
.barre { display: block; height: 3.2mm; background: #3a5fa0; min-width: 0.3mm; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.barre.realise { background: #b05a00; }
th, .constat { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.note { color: #555; font-size: 8.5pt; }
footer { break-inside: avoid; margin-top: 8mm; border-top: 1.2pt solid #161616; padding-top: 2mm; }
@media screen { body { padding: 8mm; } }
`;
