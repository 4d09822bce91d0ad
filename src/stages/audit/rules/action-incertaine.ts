import type { ProgrammeRule } from '../rule.ts';

/** A line that no action of the référentiel fits surely enough. */
export const actionIncertaine: ProgrammeRule = (programme, index) =>
  programme.lines
    .filter((line) => line.classification.action === null)
    .map((line) => ({
      code: 'action_incertaine',
      gravite: 'info' as const,
      message: `La ligne « ${shorten(line.draft.actionText ?? line.draft.description ?? line.draft.axeText ?? '')} » n'a été rattachée à aucune action du référentiel.`,
      programme: index,
      place: line.draft.place,
    }));

const LONGEST = 80;

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
