import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFile } from '../../../src/stages/classify/data.ts';
import { classifyLigne, type LigneClass, type LigneText } from '../../../src/stages/classify/lignes.ts';
import { labelledLines, SETS, type Half, type Labelled } from './labelled.ts';
import { judgedLeftOut, learnAll } from './learn.ts';
import { axeMatrix, byKind, confusions, isRight, reliability, score, type Judged } from './score.ts';

const USAGE = `npm run bench:mapping -- [options]
  --tune      figures and every wrong line of the half that may be looked at (default: figures of the held-out half alone)
  --lot NAME  lines of one set alone: ${SETS.join(', ')}
  --apprendre   learn anew from the lines that may be looked at, and write data/poids.json
  --hors-lot    each lot that may be looked at, judged with what the others teach
  --sans-montants   as texts of which nobody says whether an amount stands beside them
`;

const { values } = parseArgs({
  options: {
    tune: { type: 'boolean', default: false },
    lot: { type: 'string' },
    apprendre: { type: 'boolean', default: false },
    'hors-lot': { type: 'boolean', default: false },
    'sans-montants': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} % (${String(part)}/${String(whole)})`;

/** Processor milliseconds from nothing loaded to the first line filed, in the built product and a process of its own: other work on the machine counts for little. */
function startUp(): number | null {
  const built = fileURLToPath(new URL('../../../dist/src/stages/classify/lignes.js', import.meta.url));
  if (!existsSync(built)) return null;
  const code = `const before = process.cpuUsage();
    const { classifyLigne } = await import(${JSON.stringify(pathToFileURL(built).href)});
    classifyLigne({ axeText: 'Sur-entretien', actionText: 'Nettoyage', description: null, section: null });
    const { user, system } = process.cpuUsage(before);
    console.log((user + system) / 1000);`;
  return Math.min(
    ...[1, 2, 3].map(() => Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))),
  );
}

function judge(line: Labelled): Judged {
  const { isPriced, kind: _, ...text } = line;
  const isTold = isPriced !== undefined && !values['sans-montants'];
  return { line, result: classifyLigne({ ...text, ...(isTold ? { isPriced } : {}), section: null }) };
}

/** Lines a second of processor time, over texts made different so that no cache of whole lines could help. */
function speed(lines: readonly Labelled[], classify: (line: LigneText) => LigneClass): number {
  const rounds = Math.ceil(4000 / lines.length);
  const begin = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1)
    for (const line of lines) classify({ ...line, description: `${line.description ?? ''} bâtiment ${String(round)}`, section: null });
  const { user, system } = process.cpuUsage(begin);
  return (1e6 * rounds * lines.length) / (user + system);
}

/** One line a lot, and all. */
function showLeftOut(): void {
  const lots = judgedLeftOut();
  for (const [lot, judged] of [...lots, ['all', [...lots.values()].flat()] as const]) {
    const s = score(judged);
    console.info(
      `${lot.padEnd(18)} action ${percent(s.actionRight, s.lines)}, of those answered ${percent(s.actionRight, s.lines - s.abstained)}, abstained ${percent(s.abstained, s.lines)}, ` +
        `axe ${percent(s.axeRight, s.lines)}, distractors ${percent(s.distractorsMapped, s.distractors)}`,
    );
  }
  showReliability([...lots.values()].flat());
}

function showReliability(judged: readonly Judged[]): void {
  console.info('\nReliability (confidence: lines, mean confidence, right)');
  for (const bin of reliability(judged))
    console.info(
      `  from ${bin.from.toFixed(2)}: ${String(bin.lines).padStart(4)}  ${bin.meanConfidence.toFixed(3)}  ${bin.right.toFixed(3)}`,
    );
}

if (values.help) console.info(USAGE);
else if (values.apprendre) writeFileSync(dataFile('poids.json'), `${JSON.stringify(learnAll(), null, 2)}\n`);
else if (values['hors-lot']) showLeftOut();
else {
  const half: Half = values.tune ? 'tune' : 'held_out';
  const lines = labelledLines(
    half,
    SETS.find((set) => set === values.lot),
  );
  const judged = lines.map(judge);
  const s = score(judged);
  console.info(`Half: ${half}, ${String(s.lines)} actions and ${String(s.distractors)} distractors`);
  console.info(`axe right             ${percent(s.axeRight, s.lines)}   at least 97 %`);
  console.info(`… of those answered   ${percent(s.axeRight, s.lines - s.axeAbstained)}`);
  console.info(`axe abstained         ${percent(s.axeAbstained, s.lines)}`);
  console.info(`action right          ${percent(s.actionRight, s.lines)}   at least 93 %`);
  console.info(`… of those answered   ${percent(s.actionRight, s.lines - s.abstained)}`);
  console.info(`abstained             ${percent(s.abstained, s.lines)}   at most 15 %`);
  console.info(`confident (≥ 0.9)     ${percent(s.confident, s.lines)}`);
  console.info(`… right               ${percent(s.confidentRight, s.confident)}   at least 95 %`);
  console.info(`distractors mapped    ${percent(s.distractorsMapped, s.distractors)}   under 1 %`);
  console.info(`suggestions due found ${percent(s.suggestionsFound, s.suggestionsDue)}, false ${String(s.suggestionsFalse)}`);
  for (const [kind, wrong, all] of byKind(judged)) console.info(`  ${kind.padEnd(20)}wrong ${percent(wrong, all)}`);
  showReliability(judged);
  console.info('\nAxes: right by row, read by column (last: none)');
  for (const [index, row] of axeMatrix(judged).entries())
    console.info(`  ${String(index + 1)}  ${row.map((n) => String(n).padStart(3)).join(' ')}`);
  console.info('\nActions confused (right → read)');
  for (const [pair, times] of confusions(judged)) console.info(`  ${pair}  ${String(times)}`);
  if (values.tune) {
    console.info('\nWrong lines');
    for (const { line, result } of judged.filter((each) => !isRight(each) && (each.line.codes.length > 0 || each.result.action !== null)))
      console.info(
        `  ${line.codes[0] ?? '-'} read ${String(result.action)} (axe ${String(result.axe)}, ${String(result.confidence)}): ${[line.axeText, line.actionText, line.description].map((text) => text ?? '').join(' | ')}`,
      );
    console.info('\nSuggestions missed or false');
    for (const { line, result } of judged.filter((each) => each.line.codes.length > 0 && each.line.suggested !== each.result.suggested))
      console.info(
        `  due ${String(line.suggested)}, given ${String(result.suggested)}: ${[line.actionText, line.description].join(' | ')}`,
      );
  }
  const ms = startUp();
  console.info(
    `\nprocessor time: start ${ms === null ? '– (npm run build first)' : `${ms.toFixed(0)} ms`} (under 300), ${speed(lines, classifyLigne).toFixed(0)} lines a second (at least 2000)`,
  );
}
