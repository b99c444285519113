/** Writes the explorer's scripts and styles to `dist/explorer`. `npm run build` runs this script after the compiler. */
import { writeAssets } from '../assets/load.ts';
import { EXPLORER_ASSETS } from './assets.ts';

await writeAssets(EXPLORER_ASSETS);
