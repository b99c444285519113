import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take a minute or so: begun last, one of them would run on alone. The last of them leaves the seed to the next files. */
const LONG = [
  ...[
    'pages/looks',
    'explorer/explorer',
    'plan/plan',
    'pages/pages',
    'pages/law-dates',
    'cli/cli',
    'pages/jobs',
    'graph/local',
    'docs',
  ],
  ...['api/law-real', 'export/graph', 'graph/full-disk', 'graph/start-faults', 'graph/supervise', 'plan/every-list'],
  ...['ecfr/killed', 'http/hostile', 'backup/killed', 'backup/backup', 'supply/network'],
];

/** The order of files: the long ones; then those that share a fixture, one after the other; then as vitest has it. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ordered = (await super.sort(files)).map((file) => ({ file, place: placeOf(file.moduleId) }));
    ordered.sort((a, b) => (a.place < b.place ? -1 : Number(a.place > b.place)));
    return ordered.map(({ file }) => file);
  }
}

/** A text by which files are sorted: first a long file's place, then the name of a fixture's constant. */
function placeOf(path: string): string {
  const at = LONG.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  if (at !== -1) return `0 ${String(at).padStart(3, '0')}`;
  const fixture = /sharedGraph\((\w+)\)/.exec(readFileSync(path, 'utf8'))?.[1];
  return fixture === undefined ? '2' : `1 ${fixture}`;
}
