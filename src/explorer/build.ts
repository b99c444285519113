/** Writes the explorer's scripts and styles to `dist/explorer`. `npm run build` runs it after the compiler. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { BUILT, MANIFEST } from './assets.ts';
import { bundle } from './bundle.ts';

const { files, ...manifest } = await bundle();
await rm(BUILT, { recursive: true, force: true });
await mkdir(BUILT, { recursive: true });
for (const [name, content] of files) await writeFile(new URL(name, BUILT), content);
await writeFile(new URL(MANIFEST, BUILT), JSON.stringify(manifest));
