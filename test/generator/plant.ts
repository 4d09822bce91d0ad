import { changeDigit, formatAmount, swapDigits } from './amounts.ts';
import type { AmountStyle } from './amounts.ts';
import type { LineContent, PlantedError, PlantedKind, ProgrammeContent, SectionContent } from './content.ts';
import type { Random } from './random.ts';
import { recompute } from './truth.ts';

interface Spot {
  readonly section: number;
  readonly line: LineContent;
  readonly column: number;
}

/** Every printed amount that some stated total covers: only there can an error be seen. */
function coveredAmounts(programme: ProgrammeContent): Spot[] {
  return programme.sections.flatMap((section, sectionIndex) =>
    section.lines.flatMap((line) =>
      line.amounts.flatMap((amount, column) => {
        const covered = programme.totals.some(
          (total) => total.keys.has(line.key) && total.terms.some((term) => term.section === sectionIndex && term.column === column),
        );
        return covered && (amount.cents ?? 0) > 0 ? [{ section: sectionIndex, line, column }] : [];
      }),
    ),
  );
}

function replaceSection(programme: ProgrammeContent, index: number, lines: readonly LineContent[]): ProgrammeContent {
  const sections: SectionContent[] = programme.sections.map((section, each) => (each === index ? { ...section, lines } : section));
  return { ...programme, sections };
}

function replaceAmount(programme: ProgrammeContent, spot: Spot, cents: number, style: AmountStyle): ProgrammeContent {
  const lines = (programme.sections[spot.section]?.lines ?? []).map((line) =>
    line.key === spot.line.key
      ? {
          ...line,
          amounts: line.amounts.map((amount, column) => (column === spot.column ? { cents, text: formatAmount(cents, style) } : amount)),
        }
      : line,
  );
  return replaceSection(programme, spot.section, lines);
}

function alterDigits(
  kind: PlantedKind,
  programme: ProgrammeContent,
  style: AmountStyle,
  random: Random,
): [ProgrammeContent, PlantedError] | null {
  const alter = (cents: number): number | null =>
    kind === 'chiffre_change' ? changeDigit(cents, style, random) : swapDigits(cents, style, random);
  const totals = programme.totals.filter((total) => total.declared > 0 && recompute(total, programme) !== null);
  if (random.chance(0.5) && totals.length > 0) {
    const target = random.pick(totals);
    const declared = alter(target.declared);
    if (declared === null) return null;
    const altered = { ...programme, totals: programme.totals.map((total) => (total === target ? { ...total, declared } : total)) };
    return [altered, { kind, where: `total ${target.portee} ${target.cle ?? ''}: ${target.declared} printed as ${declared}` }];
  }
  const spot = random.pick(coveredAmounts(programme));
  const cents = spot.line.amounts[spot.column]?.cents ?? null;
  const changed = cents === null ? null : alter(cents);
  if (changed === null) return null;
  return [replaceAmount(programme, spot, changed, style), { kind, where: `line ${spot.line.key}: ${cents ?? 0} printed as ${changed}` }];
}

function alterLines(kind: PlantedKind, programme: ProgrammeContent, random: Random): [ProgrammeContent, PlantedError] | null {
  const spots = coveredAmounts(programme).filter(({ section, line }) => {
    const lines = programme.sections[section]?.lines ?? [];
    const sameAction = lines.filter((other) => other.axe === line.axe).length;
    return kind === 'ligne_double' || sameAction > 1;
  });
  if (spots.length === 0) return null;
  const { section, line } = random.pick(spots);
  const lines = programme.sections[section]?.lines ?? [];
  const altered = lines.flatMap((other) => (other !== line ? [other] : kind === 'ligne_double' ? [line, line] : []));
  return [replaceSection(programme, section, altered), { kind, where: `line ${line.key} of axe ${line.axe}` }];
}

/** Is there a total to give the error away? Leaving out the only amount of a column leaves nothing to check, and two errors may cancel out. */
function shows(programme: ProgrammeContent): boolean {
  return programme.totals.some((total) => {
    const sum = recompute(total, programme);
    return sum !== null && sum !== total.declared;
  });
}

/** Plants one error of a kind after the totals were computed; null when the programme offers no place where it could be seen. */
export function plant(
  kind: PlantedKind,
  programme: ProgrammeContent,
  style: AmountStyle,
  random: Random,
): { programme: ProgrammeContent; planted: PlantedError } | null {
  if (coveredAmounts(programme).length === 0) return null;
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const result =
      kind === 'chiffre_change' || kind === 'chiffres_permutes'
        ? alterDigits(kind, programme, style, random)
        : alterLines(kind, programme, random);
    if (result !== null && shows(result[0])) return { programme: result[0], planted: result[1] };
  }
  return null;
}
