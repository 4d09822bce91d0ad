import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files whose tests read whole documents or start processes: minutes where others take a second. */
const LONG = /[/\\]test[/\\](?:people|relecture|pipelines|workers|scan|samples|regressions)[/\\]/u;

/** Begins with the files that take long, so that none is left for one worker alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
