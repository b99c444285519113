/** Writes the two files in this folder that are generated from the schema. Run it with `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { snapshots } from './snapshots.ts';

for (const [file, text] of Object.entries(snapshots())) writeFileSync(new URL(file, import.meta.url), text);
