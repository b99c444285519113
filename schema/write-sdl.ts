/** Writes the two files beside this one that follow from the schema: `npm run schema`. */
import { writeFileSync } from 'node:fs';
import { snapshots } from './snapshots.ts';

for (const [file, text] of Object.entries(snapshots())) writeFileSync(new URL(file, import.meta.url), text);
