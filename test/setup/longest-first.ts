import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or so: begun last, one of them would run on alone. */
const LONG = ['cli/cli', 'explorer/explorer', 'plan/plan', 'pages/pages', 'graph/local', 'docs', 'ecfr/killed'];

/** The order of files: the long ones, then as vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
      return at === -1 ? LONG.length : at;
    };
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}
