/** Fails if the schema breaks clients of the last release. Run it with `npm run schema:check`. */
import { readFileSync } from 'node:fs';
import { compareWithRelease } from './compatibility.ts';
import { schema } from './index.ts';

const released = readFileSync(new URL('released.graphql', import.meta.url), 'utf8');
const { breaking, dangerous } = compareWithRelease(released, schema);
for (const { description } of dangerous) console.log(`may surprise clients: ${description}`);
for (const { description } of breaking) console.error(`breaks clients: ${description}`);
console.log(`${breaking.length} breaking and ${dangerous.length} dangerous changes since the latest release.`);
if (breaking.length > 0) {
  console.error('Deprecate the element in one release and remove it in a later one: see docs/versions.md.');
  process.exitCode = 1;
}
